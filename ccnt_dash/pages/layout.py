"""What is on the overview page, and in which order?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.grid import grid
from ccnt_dash.pages.overview import OVERVIEW
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.pages.sheet import Sheet
from ccnt_dash.pages.taken import take
from ccnt_dash.settings import Settings

DRAWER = ("search", "regions", "sectors", "levels", "years", "kinds", "doc_types", "since", "until")


def overview(reading: Reading, settings: Settings, record: dict[str, Any]) -> Component:
    """The whole page for these choices, drawn already; `record` is what it notes of itself."""
    sheet = Sheet.drawn(OVERVIEW, reading, settings)
    words = sheet.words
    subject = html.Section(
        [sheet.form(field) for field in ("metric", "face", "indicator", "at")], className="subject card"
    )
    timeline = sheet.chart(
        "timeline",
        sheet.part(html.P, "levels", className="signs"),
        sheet.part(html.P, "timeline_note", className="hint"),
    )
    compare = sheet.chart(
        "compare",
        html.P(words("compare.hint"), className="hint"),
        sheet.part(html.Div, "compare_note", className="note"),
    )
    pair = html.Div([_map(sheet), sheet.chart("sectors")], className="pair")
    main = (_summary(sheet), subject, pair, timeline, compare, _table(sheet), sheet.opened())
    return sheet.whole(record, sheet.drawer(*DRAWER), *main)


def _summary(sheet: Sheet) -> Component:
    return html.Section(
        [
            sheet.part(html.P, "sentence", className="sentence", **attributes({"aria-live": "polite"})),
            sheet.part(html.Dl, "counters", className="counters"),
            sheet.part(html.Div, "chips", className="row chips"),
            sheet.part(html.Div, "empty", className="empty", **attributes({"aria-live": "polite"})),
        ],
        className="summary",
    )


def _map(sheet: Sheet) -> Component:
    words, number = sheet.words, sheet.settings.map_approval
    approval = f" {words('map.approval', number=number)}" if number else ""
    legend = attributes({"role": "group", "aria-label": words("legend.choose")})
    places = attributes({"role": "group", "aria-label": words("map.small")})
    trail = attributes({"aria-label": words("map.trail")})
    return sheet.chart(
        "map",
        sheet.part(html.Div, "years"),
        sheet.part(html.Div, "legend", className="legend", **legend),
        sheet.part(html.Div, "places", className="row places", **places),
        sheet.part(html.P, "map_sources", className="hint"),
        html.P([words("map.hint"), " ", sheet.part(html.Span, "map_boundaries"), approval], className="hint"),
        before=(sheet.part(html.Nav, "trail", className="row trail", **trail),),
    )


def _table(sheet: Sheet) -> Component:
    words = sheet.words
    told = attributes({"data-open": words("table.open_link")})
    return html.Section(
        [
            html.H2([html.Span(words("table.heading"), className="kicker"), html.Span(words("table.caption"))]),
            html.P(words("table.hint"), className="hint"),
            html.Div(grid(sheet.page.names, sheet.parts, words), className="frame table", **told),
            sheet.part(html.Nav, "pager", className="row pager"),
            take("table", words),
        ],
        className="card",
    )
