"""Which parts of the overview follow the reader's choices, and what does each show for them?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.pages import crumbs, pieces
from ccnt_dash.pages.grid import COLUMNS
from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.page import Page, Part, Reading
from ccnt_dash.pages.parts import around, charts, controls, meta
from ccnt_dash.views import CHARTS, VIEWS

SUGGESTIONS = 5
# Views that every answer needs, slowest first.
ASKED = ("compare", "timeline", "map", "table", "sectors", "numbers", "kinds", "levels")
FIELDS = (
    "search", "regions", "sectors", "levels", "years", "kinds", "doc_types", "since", "until",
    "metric", "face", "indicator", "at", "theme",
)  # fmt: skip
NAMES = Names()


def _legend(reading: Reading) -> Any:
    return pieces.legend(meta(reading, "map")["legend"], reading.words)


def _places(reading: Reading) -> Any:
    rows = reading.answers.rows(VIEWS["map"], reading.filters)
    small = [(row["key"], row["chosen"]) for row in rows if row["small"]]
    return pieces.places(meta(reading, "map")["whole"], small, reading.words)


def _trail(reading: Reading) -> Any:
    """From the nation to what the map shows now, and on to the cities of the one province that is chosen."""
    chosen = reading.filters.regions
    level = {row["parent"] for row in reading.words.vocabulary["regions"].values() if row["kind"] != "district"}
    offered = chosen[0] if len(chosen) == 1 and chosen[0] in level and chosen[0] != "100000" else ""
    return crumbs.trail(meta(reading, "map")["trail"], offered, reading.words)


def _years(reading: Reading) -> Any:
    """The years of an observed series, to slide through."""
    told = meta(reading, "map")
    return crumbs.slider(told["years"], told["year"], reading.words)


def _empty(reading: Reading) -> Any:
    if reading.answers.numbers(reading.filters)["policies"]:
        return []
    found = reading.answers.ways_out(reading.filters)
    alone = reading.filters.narrowing() == ("regions",)
    places = reading.words.listed(reading.words.place(code) for code in reading.filters.regions) if alone else ""
    return pieces.ways_out(found, places, reading.words)


def _compare_note(reading: Reading) -> Any:
    compared = {row["key"] for row in reading.answers.rows(VIEWS["compare"], reading.filters)}
    missing = [code for code in reading.filters.regions if code not in compared]
    if not missing:
        return []
    counted = sorted((each for each in reading.drawn("indicators") if each["n"]), key=lambda each: -each["n"])
    return pieces.compare_note(missing, counted[:SUGGESTIONS], reading.words)


def _timeline_note(reading: Reading) -> str:
    dated = sum(row["targets"] for row in reading.answers.rows(VIEWS["timeline"], reading.filters))
    undated = reading.answers.numbers(reading.filters.set("years", ()))["targets"] - dated
    told = reading.words.counted("count.targets", undated)
    return str(reading.words("timeline.undated", targets=told)) if undated else ""


def _leading(reading: Reading) -> str:
    """What the indicator control says while nothing is chosen there: the indicator that is shown."""
    words, leading = reading.words, reading.answers.rows(VIEWS["map"], reading.filters)[0]["indicator"]
    return str(words("control.automatic", value=words.name("indicators", leading)) if leading else words("control.any"))


def _moment(reading: Reading) -> str:
    """What the year control says while nothing is chosen there: the year that is shown."""
    year = reading.answers.rows(VIEWS["map"], reading.filters)[0]["year"]
    return str(reading.words("control.automatic", value=year) if year else reading.words("control.any"))


def _sort(reading: Reading) -> list[dict[str, Any]]:
    """What each column of the table sorts by; how well a policy matches is told where something is searched for."""
    column, way = reading.filters.sorted_as.split("-")
    return [
        {
            "colId": name,
            "sort": way if name == column else None,
            "hide": name == "relevance" and not reading.filters.search,
        }
        for name in COLUMNS
    ]


def _around() -> dict[str, Part]:
    """What stands around charts and controls."""
    return {
        "counters": Part(NAMES.part("counters"), "children", lambda r: pieces.counters(r.drawn("numbers"))),
        "empty": Part(NAMES.part("empty"), "children", _empty),
        "map_sources": Part(
            NAMES.part("map_sources"), "children", lambda r: pieces.terms(meta(r, "map")["sources"], r.words)
        ),
        "trail": Part(NAMES.part("trail"), "children", _trail),
        "years": Part(NAMES.part("years"), "children", _years),
        "map_boundaries": Part(
            NAMES.part("map_boundaries"),
            "children",
            lambda r: r.words("map.source", source=meta(r, "map")["boundaries"]),
        ),
        "legend": Part(NAMES.part("legend"), "children", _legend),
        "places": Part(NAMES.part("places"), "children", _places),
        "compare_note": Part(NAMES.part("compare_note"), "children", _compare_note),
        "timeline_note": Part(NAMES.part("timeline_note"), "children", _timeline_note),
        "levels": Part(NAMES.part("levels"), "children", lambda r: pieces.levels(meta(r, "timeline")["levels"])),
        "placeholder.indicator": Part(NAMES.control("indicator"), "placeholder", _leading),
        "placeholder.at": Part(NAMES.control("at"), "placeholder", _moment),
        "rows": Part(NAMES.grid, "rowData", lambda r: r.drawn("table")["rows"]),
        "sort": Part(NAMES.grid, "columnState", _sort),
        "pager": Part(NAMES.part("pager"), "children", lambda r: pieces.pager(r.drawn("table"), r.words)),
    }


OVERVIEW = Page(
    "/",
    NAMES,
    FIELDS,
    ASKED,
    {
        **around(NAMES),
        **_around(),
        **charts(NAMES, (view.id for view in CHARTS)),
        **controls(NAMES, FIELDS),
    },
)
