"""How does a view that is no chart look as a plain table, in the reader's words instead of codes?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ccnt_dash.pages.compare import WIDTHS as TWIN
from ccnt_dash.pages.consistency import LISTS
from ccnt_dash.pages.grid import COLUMNS
from ccnt_dash.pages.targets import WIDTHS as PROGRESS
from ccnt_dash.taking.extract import Extract
from ccnt_dash.texts import Words
from ccnt_dash.views import MATRICES

Record = dict[str, Any]
# View -> field of what it draws -> the text that heads it.
HEADED = {
    "headlines": {
        "name": "control.indicator", "value": "progress.target", "year": "progress.year",
        "status": "progress.status", "seen": "twin.seen",
    },
    "plans": {
        "title": "table.title", "published": "table.published", "kind": "table.doc_type", "period": "policy.period",
        "targets": "table.targets",
    },
    "recent": {"title": "table.title", "published": "table.published", "kind": "table.doc_type"},
    "missing": {"name": "profile.missing", "places": "consistency.places"},
    "origins": {"title": "about.sources", "publisher": "about.publisher", "licence": "about.terms"},
    "cities": {"name": "about.place", "told": "about.policies"},
    "kin": {
        "way": "network.way", "title": "cascade.document", "place": "cascade.place", "published": "cascade.published",
    },
    "followers": {
        "place": "cascade.place", "title": "cascade.document", "published": "cascade.published", "lag": "cascade.lag",
        "what": "cascade.what", "link": "cascade.link",
    },
    "citations": {
        "title": "cascade.document", "way": "network.way", "times": "network.cited", "place": "cascade.place",
        "published": "cascade.published",
    },
    "cascades": {
        "title": "cascade.document", "published": "cascade.published", "provinces": "cascades.provinces",
        "cities": "cascades.cities", "followers": "cascades.followers", "citing": "cascades.citing",
        "first": "cascades.first", "middle": "cascades.middle",
    },
    "sources": {
        "title": "about.sources", "publisher": "about.publisher", "licence": "about.terms",
        "policies": "about.policies", "targets": "about.targets", "observations": "about.observations",
        "accessed": "about.accessed",
    },
    "left_out": {"entry": "about.left_out", "entries": "embed.entries", "reason": "about.correction.reason_en"},
    "corrections": {
        "key": "about.correction.key", "column_name": "about.correction.column_name", "was": "about.correction.was",
        "now": "about.correction.now", "reason_en": "about.correction.reason_en",
    },
    "complaints": {
        "file": "embed.file", "column_name": "column.column", "value": "about.correction.was",
        "wrong": "about.correction.reason_en", "right_is": "about.correction.now",
    },
    "dictionary": {
        "table": "column.table", "column": "column.column", "type": "column.type", "meaning": "column.meaning",
    },
    "versions": {
        "number": "changes.number", "published": "changes.published", "checksum": "changes.checksum",
        "changes": "changes.changes",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """Columns with their headings, the records that are shown, and how many there are in all."""

    headings: dict[str, str]
    records: list[Record]
    total: int


def listed(held: Extract, drawn: Any, words: Words) -> Listed:
    """The table of a view: as its page shows it, with every name in the reader's language."""
    view = held.view
    if view in WIDE:
        return WIDE[view](drawn, words)
    if view == "quality":
        return _facts(held, words)
    if view in ("table", "progress"):
        return Listed(_headings(view, words), drawn["rows"], drawn["total"])
    records = RECORDS[view](drawn, words) if view in RECORDS else drawn
    return Listed(_headings(view, words), records, max(len(records), len(held.rows)))


def _headings(view: str, words: Words) -> dict[str, str]:
    if view in HEADED:
        return {field: words(key) for field, key in HEADED[view].items()}
    if view == "table":
        return {field: words(f"table.{field}") for field in COLUMNS if field != "relevance"}
    if view == "progress":
        return {field: words(f"progress.{field}") for field in PROGRESS}
    if view == "twin":
        return {field: words(f"twin.{field}") for field in TWIN}
    return {field: words(f"consistency.{field}") for field in LISTS[view]}


def _facts(held: Extract, words: Words) -> Listed:
    """The one row of a view, a line for each of its columns."""
    named = [column for column in held.columns if column.name not in ("key", "chosen")]
    records = [{"meaning": column.meaning, "value": row[column.name]} for row in held.rows for column in named]
    return Listed({"meaning": "", "value": words("embed.value")}, records, len(records))


def _crossing(drawn: Any, words: Words) -> Listed:
    """Places against codes: the number counted, or why there is none."""
    headings = {"place": words("about.place"), **{each["code"]: each["name"] for each in drawn["columns"]}}
    records = [
        {"place": record["place"], **{code: _counted(cell, words) for code, cell in record["cells"].items()}}
        for record in drawn["records"]
    ]
    return Listed(headings, records, len(records))


def _counted(cell: Record, words: Words) -> str:
    return words.number(cell["n"]) if cell["n"] else words.name("absence_reasons", cell["reason"])


def _coverage(drawn: Any, words: Words) -> Listed:
    headings = {"place": words("about.place"), "level": words("control.levels")}
    headings |= {code: words.name("sectors", code) for code in words.vocabulary["sectors"]}
    return Listed(headings, drawn, len(drawn))


def _series(drawn: Any, words: Words) -> Listed:
    headings = {"name": words("control.indicator"), "sector": words("control.sectors"), "years": words("about.years")}
    seen = {field for record in drawn for field in record}
    headings |= {code: words.place(code) for code in words.vocabulary["regions"] if code in seen}
    return Listed(headings, drawn, len(drawn))


def _kin(drawn: dict[str, list[Record]], words: Words) -> list[Record]:
    ways = {way: words("policy.section.alike") if way == "alike" else words(f"kin.{way}") for way in drawn}
    return [{**record, "way": ways[way]} for way, records in drawn.items() for record in records]


def _origins(drawn: list[str], words: Words) -> list[Record]:
    sources = [words.vocabulary["sources"][code] for code in drawn]
    return [{**source, "title": words.of(source, "title")} for source in sources]


# Views whose columns are codes, and views whose drawing is no list of records.
WIDE: dict[str, Callable[[Any, Words], Listed]] = {
    **{view.id: _crossing for view in MATRICES}, "coverage": _coverage, "series": _series,
}  # fmt: skip
RECORDS: dict[str, Callable[[Any, Words], list[Record]]] = {"kin": _kin, "origins": _origins}
