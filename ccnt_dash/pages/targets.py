"""What is on the page of targets, which parts of it follow the reader's choices, and in which order do they stand?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import pieces
from ccnt_dash.pages.grid import Column
from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.page import Page, Part, Reading
from ccnt_dash.pages.parts import around, charts, controls, meta
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.pages.sheet import Sheet
from ccnt_dash.settings import Settings

FIELDS = ("search", "regions", "indicator", "sectors", "levels", "years", "since", "until", "theme")
DRAWER = FIELDS[:-1]
# Column of the table -> width in px.
WIDTHS = {
    "region": 120, "indicator": 240, "year": 80, "target": 170, "status": 150, "why": 330, "first": 150, "last": 150,
    "observed": 130, "required": 130, "days": 100, "standing": 130, "published": 110,
}  # fmt: skip
NAMES = Names("targets")

TARGETS = Page(
    "/targets",
    NAMES,
    FIELDS,
    ("path", "due", "progress", "numbers", "levels", "sectors"),
    {
        **around(NAMES),
        "places": Part(NAMES.part("places"), "children", lambda r: pieces.colours(meta(r, "path").get("places", []))),
        "path_sources": Part(
            NAMES.part("path_sources"), "children", lambda r: pieces.terms(meta(r, "path").get("sources", []), r.words)
        ),
        "states": Part(NAMES.part("states"), "children", lambda r: pieces.states(meta(r, "due").get("states", []))),
        "rows": Part(NAMES.grid, "rowData", lambda r: r.drawn("progress")["rows"]),
        "pager": Part(NAMES.part("pager"), "children", lambda r: pieces.pager(r.drawn("progress"), r.words)),
        **charts(NAMES, ("path", "due")),
        **controls(NAMES, FIELDS),
    },
)


def targets(reading: Reading, settings: Settings, record: dict[str, Any]) -> Component:
    """The whole page for these choices, drawn already; `record` is what it notes of itself."""
    sheet = Sheet.drawn(TARGETS, reading, settings)
    words = sheet.words
    summary = html.Section(
        [
            sheet.part(html.P, "sentence", className="sentence", **attributes({"aria-live": "polite"})),
            sheet.part(html.Div, "chips", className="row chips"),
        ],
        className="summary",
    )
    path = sheet.chart(
        "path",
        sheet.part(html.P, "places", className="signs"),
        html.P(words("path.signs"), className="hint"),
        sheet.part(html.P, "path_sources", className="hint"),
    )
    due = sheet.chart("due", sheet.part(html.Ul, "states", className="states"))
    columns = [
        Column(field, words(f"progress.{field}"), width, wraps=field in ("indicator", "why"))
        for field, width in WIDTHS.items()
    ]
    table = sheet.table(
        "progress",
        words("progress.title"),
        words("progress.hint"),
        columns,
        sheet.part(html.Nav, "pager", className="row pager"),
    )
    return sheet.whole(record, sheet.drawer(*DRAWER), summary, path, due, table, sheet.opened())
