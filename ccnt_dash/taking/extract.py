"""What does a view hold for these choices, with everything a reader elsewhere must know of it?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.store import parameters
from ccnt_dash.taking.meanings import Column, columns, meanings, own
from ccnt_dash.taking.where import address
from ccnt_dash.views import BRIEFING, FACETS, TABLES, VIEWS, View

# Views that no section of a page shows, and why nobody takes them away; a reader may take all others.
INNER_VIEWS = {
    **{view.id: "the options of a control" for view in FACETS},
    **{view.id: "records, which have an address of their own in the API" for view in TABLES},
    "numbers": "stand in the sentence of every extract",
    "used": "are the sources of every extract",
    "tied": "tells only whether a page has a section on followers or citations",
    **{view.id: "parts of an issue, which is taken away as a whole document" for view in BRIEFING},
    "find": "leads to pages and says nothing of them; the API has a search of its own",
}
TAKEN = {name: view for name, view in VIEWS.items() if name not in INNER_VIEWS}
# Columns that only help the page, unless the dictionary says what one means in the view.
INNER = {
    "chosen", "total", "page", "face", "inside", "metric", "whole", "sorted_by", "per", "alike", "small", "letters",
    "tile_x", "tile_y", "west", "south", "east", "north", "colour", "sort", "state_sort", "region_sort",
}  # fmt: skip


@dataclass(frozen=True)
class Extract:
    """All rows of a view, in its order, with title, the choices in words, sources and version.

    `rows` hold plain values (text, number, truth or None): lists of codes are joined by semicolons, records are JSON.
    Of the choices `sentence` names those that narrow the view; the field that its clicks write does not, it makes the
    column `chosen`. `query` is that of the same choices, `page` the address of what shows them on this site, `sources`
    are rows of the table of sources, `read` is the newest day on which one of them was read.
    """

    view: str
    title: str
    sentence: str
    query: str
    page: str
    lang: str
    version: str
    read: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Any], ...]
    sources: tuple[Mapping[str, Any], ...]


def extract(answers: Answers, view: View, filters: Filters) -> Extract:
    """What `view` holds for `filters`, all of it where the page shows it in pieces."""
    left = _left(answers, view)
    found = [
        {name: flat(value) for name, value in row.items() if name not in left} for row in answers.whole(view, filters)
    ]
    names = list(found[0]) if found else _names(answers, view, filters, left)
    words = answers.words(filters)
    told = columns(answers, view, names, words.lang)
    every = words.vocabulary["sources"]
    sources = [every[code] for code in _sources(answers, view, found, told, filters)]
    return Extract(
        view.id,
        title(answers, view, filters),
        sentence(answers, view, filters),
        filters.to_query(),
        address(view, filters, words.vocabulary),
        words.lang,
        answers.store.edition(),
        max((str(source["accessed"]) for source in sources or every.values() if source["accessed"]), default=""),
        told,
        tuple(found),
        tuple(sources),
    )


def _left(answers: Answers, view: View) -> set[str]:
    """The columns of a view that only help the page."""
    told = {name for thing, name in meanings(answers) if thing == own(view)}
    return INNER - told - ({"chosen"} if view.writes else set())


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
    if view.of == "regions":  # of several places only the first is told of
        filters = filters.set("regions", filters.regions[:1])
    return filters


def sentence(answers: Answers, view: View, filters: Filters) -> str:
    """What is selected, in words: of a view of one record that it is still to be chosen, where it is."""
    words, meant = answers.words(filters), honoured(view, filters)
    if view.own:
        return words("take.selection.own")
    if view.of and not getattr(meant, view.of):
        return words(f"take.selection.{view.of}")
    return answers.sentence(meant)


def title(answers: Answers, view: View, filters: Filters) -> str:
    """The title of a chart as drawn, or the name of the view where it is none or has nothing to tell of."""
    empty = view.of and not getattr(filters, view.of)
    drawn = None if empty else answers.drawn(view, filters)
    meta = drawn.get("layout", {}).get("meta", {}) if isinstance(drawn, dict) else {}
    return str(meta.get("title") or answers.words(filters)(f"view.{view.id}"))


def flat(value: Any) -> Any:
    """A value as a cell of a table: lists of codes joined by semicolons, records as JSON."""
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return ";".join(map(str, value))
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else value


def _sources(
    answers: Answers, view: View, rows: Sequence[Mapping[str, Any]], told: Sequence[Column], filters: Filters
) -> list[str]:
    """The sources that the rows name, and those of the records that were counted where rows name none."""
    if view.own or not rows:
        return []
    naming = [column.name for column in told if column.codes == "sources"]
    named = [[code for name in naming for code in (row[name] or "").split(";") if code] for row in rows]
    found = [code for codes in named for code in codes]
    if not found or ("matching_" in _question(view, filters) and not all(named)):
        found += [row["key"] for row in answers.rows(VIEWS["used"], honoured(view, filters))]
    return list(dict.fromkeys(found))
