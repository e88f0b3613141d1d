"""What must an agent know to answer from this site? The file llms.txt: pages, addresses, tables, how to cite."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.api.feeds import BRIEFINGS, FEEDS
from ccnt_dash.api.reply import marked
from ccnt_dash.api.resources import RECORDS, ROOT
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS


def told(answers: Answers, words: Words, pages: Mapping[str, str]) -> Response:
    """The file in the form of llmstxt.org, in the reader's language."""
    lines = [
        f"# {words('site.title')}",
        f"> {words('site.tagline')}. {words('about.lead')}",
        words("llms.lead", version=answers.store.version()),
        f"## {words('nav.label')}",
        "\n".join(_link(words(f"nav.{name}"), path, words(f"tells.{name}")) for path, name in pages.items()),
        f"## {words('nav.api')}",
        "\n".join(_addresses(words)),
        f"## {words('llms.tables')}",
        "\n".join(_tables(answers, words)),
        f"## {words('about.take')}",
        f"{words('about.licence')} {words('llms.cite')}",
    ]
    return marked(Response("\n\n".join(lines) + "\n", mimetype="text/plain"), answers, "txt")


def _addresses(words: Words) -> list[str]:
    lists = {name: words(f"api.{name}") for name in (*RECORDS, "vocabularies", "views", "search")}
    found = [_link(f"{ROOT}/{name}", f"{ROOT}/{name}", meaning) for name, meaning in lists.items()]
    feeds = [
        _link(f"{name}.{form}", f"/feeds/{name}.{form}", words("api.feeds")) for name, form in (*FEEDS, *BRIEFINGS)
    ]
    return [*found, _link("OpenAPI", f"{ROOT}/openapi.json", words("api.openapi")), *feeds]


def _tables(answers: Answers, words: Words) -> list[str]:
    rows = answers.store.rows(VIEWS["dictionary"].sql)
    return [f"- {row['key']}: {words.of(row, 'meaning')}" for row in rows if row["column_name"] == "*"]


def _link(name: str, path: str, meaning: str) -> str:
    return f"- [{name}]({request.host_url.rstrip('/')}{path}): {meaning}"
