"""What must a reader elsewhere know of the rows she has taken: what was chosen, from where, on which terms?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.taking.citations import text, work
from ccnt_dash.taking.extract import Extract
from ccnt_dash.taking.meanings import Column
from ccnt_dash.texts import Words

MOST_NAMED = 3


def address(found: Extract, origin: str) -> str:
    """The whole address of the page that shows these rows; `origin` is scheme and host of the site."""
    return f"{origin}{found.page}"


def context(found: Extract, words: Words, origin: str) -> dict[str, Any]:
    """Everything about an extract but its rows, in the reader's words; the same for all formats."""
    where = address(found, origin)
    told: dict[str, Any] = {
        "view": found.view,
        "title": found.title,
        "selection": found.sentence,
        "address": where,
        "version": found.version,
        "sources_read_until": found.read,
        "language": found.lang,
        "licence": words("about.licence"),
        "citation": text(work(found, words, where), words),
        "rows": len(found.rows),
        "columns": [_column(column) for column in found.columns],
        "sources": [
            {
                "source_id": source["source_id"],
                "title": words.of(source, "title"),
                **{name: source[name] or "" for name in ("publisher", "url", "licence", "citation")},
            }
            for source in found.sources
        ],
    }
    return told | {"credit": _credit(told, words)}


def _column(column: Column) -> dict[str, str]:
    told = {"name": column.name, "meaning": column.meaning}
    return told | ({"codes": column.codes} if column.codes else {})


def _credit(told: dict[str, Any], words: Words) -> str:
    """Sources, version and day in one line, as it stands below a picture."""
    sources = told["sources"]
    more = len(sources) - MOST_NAMED
    named = [f"{source['title']} ({source['publisher']})" for source in sources[:MOST_NAMED]]
    named += [words("take.more_sources", n=words.number(more))] if more > 0 else []
    return words(
        "take.credit" if sources else "take.credit.own",
        sources=words("list.dot").join(named),
        site=words("site.title"),
        version=told["version"],
        date=told["sources_read_until"],
    )
