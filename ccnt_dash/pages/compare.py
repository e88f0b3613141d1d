"""What is on the page of comparison, which parts follow the reader's choices, and in which order do they stand?"""

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

FIELDS = ("regions", "alike", "indicator", "sectors", "order", "per", "theme")
DRAWER = FIELDS[:-1]
# Column of the table -> width in px.
WIDTHS = {
    "region": 120, "seen": 150, "target": 200, "year": 80, "status": 180, "asked": 130, "observed": 130,
    "required": 130, "nation": 190, "before": 190, "people": 140, "income": 150, "area": 130, "mix": 150,
    "source": 280, "terms": 280,
}  # fmt: skip
NAMES = Names("compare")

COMPARE = Page(
    "/compare",
    NAMES,
    FIELDS,
    ("peers", "slope", "multiples", "sectors", "numbers"),
    {
        **around(NAMES),
        "why": Part(NAMES.part("why"), "children", lambda r: meta(r, "peers").get("why", "")),
        "sources": Part(
            NAMES.part("sources"), "children", lambda r: pieces.terms(meta(r, "peers").get("sources", []), r.words)
        ),
        "missing": Part(NAMES.part("missing"), "children", lambda r: meta(r, "slope").get("missing", "")),
        "rows": Part(NAMES.grid, "rowData", lambda r: r.drawn("twin")),
        **charts(NAMES, ("peers", "slope", "multiples")),
        **controls(NAMES, FIELDS),
    },
)


def compare(reading: Reading, settings: Settings, record: dict[str, Any]) -> Component:
    """The whole page for these choices, drawn already; `record` is what it notes of itself."""
    sheet = Sheet.drawn(COMPARE, reading, settings)
    words = sheet.words
    summary = html.Section(
        [
            html.H2(words("nav.compare"), className="sentence"),
            sheet.part(html.P, "why", className="why", **attributes({"aria-live": "polite"})),
            sheet.part(html.Div, "chips", className="row chips"),
            sheet.part(html.P, "sentence", className="hint"),
        ],
        className="summary",
    )
    bullets = sheet.chart(
        "peers", html.P(words("peers.signs"), className="hint"), sheet.part(html.P, "sources", className="hint")
    )
    columns = [
        Column(field, words(f"twin.{field}"), width, wraps=field in ("nation", "before"))
        for field, width in WIDTHS.items()
    ]
    table = sheet.table("twin", words("twin.title"), words("twin.hint"), columns)
    slope = sheet.chart("slope", sheet.part(html.P, "missing", className="hint"))
    main = (summary, bullets, sheet.opened(), slope, sheet.chart("multiples"), table)
    return sheet.whole(record, sheet.drawer(*DRAWER), *main)
