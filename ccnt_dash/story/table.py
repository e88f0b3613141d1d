"""Which columns and rows of a list are read from afar, on a slide?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.pages.listed import listed
from ccnt_dash.taking.extract import Extract
from ccnt_dash.texts import Words

# More rows, or longer cells, can't be read from afar; the page of the view has all.
MOST_ROWS, LONGEST_CELL = 10, 72
# View -> its columns on a slide, in their order, where the page shows more.
BRIEF = {
    "table": ("title", "region", "published", "doc_type", "targets"),
    "progress": ("region", "indicator", "year", "target", "status", "last", "observed", "required"),
    "twin": ("region", "target", "year", "seen", "status"),
    "followers": ("place", "title", "published", "lag", "link"),
    "cascades": ("title", "published", "provinces", "cities", "citing", "middle"),
    "citations": ("title", "way", "place", "published"),
    "sources": ("title", "publisher", "licence", "accessed"),
    "versions": ("number", "published", "changes"),
}


@dataclass(frozen=True)
class Table:
    """Headings, the rows that fit on a slide, and how many more there are."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int


def table(found: Extract, picture: Any, filters: Filters, words: Words) -> Table:
    """The list that a view shows as `picture` for `filters`, brief enough for a slide."""
    if found.view == "policy":
        return _policies(picture or (), words)
    told = listed(found, picture, words)
    names = [name for name in _brief(found.view, told.headings) if name != "indicator" or not _one(found, filters)]
    rows = tuple(tuple(_cell(record.get(name)) for name in names) for record in told.records[:MOST_ROWS])
    return Table(tuple(told.headings[name] for name in names), rows, told.total - len(rows))


def subject(found: Extract, filters: Filters, words: Words) -> str:
    """What is added to the title of a list whose column of indicators is left out because it holds only one."""
    return words("list.dot") + words.name("indicators", filters.indicator) if _one(found, filters) else ""


def _one(found: Extract, filters: Filters) -> bool:
    return bool(filters.indicator) and "indicator" in BRIEF.get(found.view, ())


def _brief(view: str, known: Iterable[str]) -> list[str]:
    known = list(known)
    return [name for name in BRIEF.get(view, known) if name in known]


def _policies(records: Sequence[dict[str, Any]], words: Words) -> Table:
    """The targets of policies, each with its document."""
    headings = tuple(words(f"consistency.{name}") for name in ("document", "indicator", "year", "target"))
    rows = [
        tuple(map(_cell, (each["title"], target["name"], target["year"], target["statement"])))
        for each in records
        for target in each["targets"]
    ]
    return Table(headings, tuple(rows[:MOST_ROWS]), max(0, len(rows) - MOST_ROWS))


def _cell(value: Any) -> str:
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1].rstrip()}…"
