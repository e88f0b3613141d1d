"""Do programs that we did not write read our citations?"""

from __future__ import annotations

import json
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from ccnt_dash.filters import Filters
from ccnt_dash.site import Site
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.views import VIEWS

POLICIES = ("cn-2011-five-year-plan-12", "cn-5637c624")


def addresses() -> list[str]:
    return [*(f"/cite/{view}" for view in TAKEN), *(f"/policy/{code}" for code in POLICIES)]


def got(app: Site, address: str) -> str:
    answer = app.server.test_client().get(address)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"] or ".txt" in address
    return str(answer.get_data(as_text=True))


@pytest.fixture(params=["en", "zh"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def title(app: Site, address: str, lang: str) -> str:
    filters = Filters(lang=lang, regions=("140000",))
    kind, code = address.rsplit("/", 1)
    if kind == "/policy":
        return str(app.answers.rows(VIEWS["policy"], Filters(policies=(code,)))[0][f"title_{lang}"])
    return extract(app.answers, TAKEN[code], filters).title


@pytest.mark.parametrize("address", addresses())
def test_bibtex(app: Site, address: str, lang: str) -> None:
    library = bibtexparser.parse_string(got(app, f"{address}.bib?regions=140000&lang={lang}"))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields: Any = entry.fields_dict
    assert title(app, address, lang).replace("%", r"\%") in fields["title"].value
    assert fields["version"].value == app.answers.store.edition()
    assert fields["url"].value.startswith("http")


@pytest.mark.parametrize("address", addresses())
def test_ris(app: Site, address: str, lang: str) -> None:
    (entry,) = rispy.loads(got(app, f"{address}.ris?regions=140000&lang={lang}").replace("\r\n", "\n"))
    assert " ".join(title(app, address, lang).split()) in entry.get("title", entry.get("primary_title", ""))
    assert entry["type_of_reference"] in ("DATA", "RPRT")
    assert entry["edition"] == app.answers.store.edition()


@pytest.mark.parametrize("address", addresses())
def test_csl(app: Site, address: str, lang: str) -> None:
    items = json.loads(got(app, f"{address}.csl.json?regions=140000&lang={lang}"))
    (item,) = items
    assert title(app, address, lang) in item["title"]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (written,) = bibliography.bibliography()
    assert item["author"][0]["literal"] in str(written)


@pytest.mark.parametrize("address", addresses())
def test_text(app: Site, address: str, lang: str) -> None:
    text = got(app, f"{address}.txt?regions=140000&lang={lang}").strip()
    assert "\n" not in text
    assert " ".join(title(app, address, lang).split()) in text
    assert app.answers.store.edition() in text
