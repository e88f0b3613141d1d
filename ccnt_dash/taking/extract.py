"""What does a view hold for these choices, with everything a reader elsewhere must know of it?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.store import parameters
from ccnt_dash.views import CHARTS, CONSISTENCY, MATRICES, PROMISES, VIEWS, View

# The views that a reader may take away: what charts, tables and lists show, not the options of controls.
TAKEN = {
    view.id: view
    for view in (
        *CHARTS,
        *PROMISES,
        *CONSISTENCY,
        *MATRICES,
        *(VIEWS[name] for name in ("table", "policy", "progress", "twin")),
    )
}
# Columns of rows that name a source, and those that only help the page.
SOURCES = ("source_id", "last_source")
INNER = {
    "chosen", "total", "page", "face", "inside", "metric", "whole", "sorted_by", "per", "alike", "small", "letters",
    "tile_x", "tile_y", "west", "south", "east", "north", "colour", "sort", "state_sort", "region_sort",
}  # fmt: skip
MEANINGS = """
SELECT column_name AS name, table_name = '*' AS anywhere, description_en AS en, description_zh AS zh
FROM dictionary WHERE column_name <> '*' ORDER BY anywhere DESC, table_name
"""


@dataclass(frozen=True)
class Column:
    """A column of an extract and what it means, "" where that is not written down."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Extract:
    """All rows of a view, in its order, with title, the choices in words, sources and version.

    `rows` hold plain values (text, number, truth or None): lists of codes are joined by semicolons, records are JSON.
    Of the choices `sentence` names those that narrow the view; the field that its clicks write does not, it makes the
    column `chosen`. `query` is the address of the same choices, `sources` are rows of the table of sources, `read` is
    the newest day on which one of them was read.
    """

    view: str
    title: str
    sentence: str
    query: str
    lang: str
    version: str
    read: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Any], ...]
    sources: tuple[Mapping[str, Any], ...]


def extract(answers: Answers, view: View, filters: Filters) -> Extract:
    """What `view` holds for `filters`, all of it where the page shows it in pieces."""
    left = INNER - {"chosen"} if view.writes else INNER
    found = [
        {name: flat(value) for name, value in row.items() if name not in left} for row in answers.whole(view, filters)
    ]
    names = list(found[0]) if found else _names(answers, view, filters, left)
    words = answers.words(filters)
    sources = [words.vocabulary["sources"][code] for code in _sources(answers, found, filters)]
    return Extract(
        view.id,
        title(answers, view, filters),
        answers.sentence(honoured(view, filters)),
        filters.to_query(),
        words.lang,
        answers.store.edition(),
        max((str(source["accessed"]) for source in sources if source["accessed"]), default=""),
        _columns(answers, names, words.lang),
        tuple(found),
        tuple(sources),
    )


def _names(answers: Answers, view: View, filters: Filters, left: set[str]) -> list[str]:
    """The columns of a view that found nothing."""
    return [name for name in dict.fromkeys([*answers.columns(view, filters), "chosen"]) if name not in left]


def _question(view: View, filters: Filters) -> str:
    return view.whole or view.asks(filters.metric)


def honoured(view: View, filters: Filters) -> Filters:
    """`filters` without what narrows other views but not this one."""
    asked = parameters(_question(view, filters))
    for name in filters.narrowing():
        filters = filters if name in asked else filters.without(name)
    return filters


def title(answers: Answers, view: View, filters: Filters) -> str:
    """The title of a chart as drawn, or the name of the view where it is none."""
    drawn = answers.drawn(view, filters)
    meta = drawn.get("layout", {}).get("meta", {}) if isinstance(drawn, dict) else {}
    return str(meta.get("title") or answers.words(filters)(f"view.{view.id}"))


def flat(value: Any) -> Any:
    """A value as a cell of a table: lists of codes joined by semicolons, records as JSON."""
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return ";".join(map(str, value))
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else value


def _meanings(answers: Answers, lang: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in answers.store.rows(MEANINGS):
        found.setdefault(row["name"], row[lang])
    return found


def _columns(answers: Answers, names: Sequence[str], lang: str) -> tuple[Column, ...]:
    key = ("meanings", answers.store.edition(), lang)
    meanings: dict[str, str] = answers.memory.get(key, lambda: _meanings(answers, lang))
    return tuple(Column(name, meanings.get(name, "")) for name in names)


def _sources(answers: Answers, rows: Sequence[Mapping[str, Any]], filters: Filters) -> list[str]:
    """The sources that the rows name, or else those of the records that were counted."""
    named = [str(row[name]) for row in rows for name in SOURCES if row.get(name)]
    counted = [] if named else [row["key"] for row in answers.rows(VIEWS["used"], filters)]
    return list(dict.fromkeys(named or counted))
