"""What is on the overview page, and in which order?"""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.pages import frame, ids
from ccnt_dash.pages.forms import form
from ccnt_dash.pages.grid import grid
from ccnt_dash.pages.parts import PARTS, Reading, shown
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.settings import Settings
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

# No geometry of Plotly's own, no button that sends a chart away.
GRAPH: Any = {
    "displayModeBar": False,
    "topojsonURL": "/assets/topo/",
    "showSendToCloud": False,
    "responsive": True,
    "doubleClick": False,
}
DRAWER = ("search", "regions", "sectors", "levels", "years", "kinds", "doc_types", "since", "until")


def overview(reading: Reading, settings: Settings, record: dict[str, Any]) -> Component:
    """The whole page for these choices, drawn already; `record` is what it notes of itself."""
    parts, words = shown(reading), reading.words
    return html.Div(
        [
            dcc.Location(id=ids.URL, refresh=False),
            dcc.Store(id=ids.EVENTS),
            dcc.Store(id=ids.PREFERS),
            dcc.Store(id=ids.SHOWN, data=record),
            frame.skip(words),
            _header(reading, parts),
            html.Div(words("error.failed"), id=ids.FAILED, role="alert", hidden=True),
            html.Div([_drawer(parts, words), _main(parts, words, settings)], className="columns"),
            frame.footer(reading),
        ],
        className="page",
    )


def _part(tag: type[Component], name: str, parts: dict[str, Any], **props: Any) -> Component:
    """A component of its own for one part of the page."""
    part = PARTS[name]
    return tag(id=part.component, **{part.property: parts[name]}, **props)


def _header(reading: Reading, parts: dict[str, Any]) -> Component:
    switch = frame.language(reading, id=PARTS["language"].component)
    return frame.header(reading, "/", form("theme", parts, reading.words), switch)


def _drawer(parts: dict[str, Any], words: Words) -> Component:
    controls = [form(field, parts, words) for field in DRAWER]
    inner = html.Details(
        [html.Summary(words("control.drawer")), html.Div(controls, className="controls")], open=True, id="drawer"
    )
    return html.Aside(inner, className="drawer", **attributes({"aria-label": words("control.drawer")}))


def _main(parts: dict[str, Any], words: Words, settings: Settings) -> Component:
    summary = html.Section(
        [
            _part(html.P, "sentence", parts, className="sentence", **attributes({"aria-live": "polite"})),
            _part(html.Dl, "counters", parts, className="counters"),
            _part(html.Div, "chips", parts, className="row chips"),
            _part(html.Div, "empty", parts, className="empty", **attributes({"aria-live": "polite"})),
        ],
        className="summary",
    )
    subject = html.Section(
        [form(field, parts, words) for field in ("metric", "indicator", "at")], className="subject card"
    )
    charts = html.Div([_map(parts, words, settings), _chart("sectors", parts, words)], className="pair")
    timeline = _chart(
        "timeline",
        parts,
        words,
        _part(html.P, "levels", parts, className="signs"),
        _part(html.P, "timeline_note", parts, className="hint"),
    )
    compare = _chart(
        "compare",
        parts,
        words,
        html.P(words("compare.hint"), className="hint"),
        _part(html.Div, "compare_note", parts, className="note"),
    )
    return html.Main([summary, subject, charts, timeline, compare, *_table(parts, words)], id=ids.MAIN, tabIndex="-1")


def _chart(view: str, parts: dict[str, Any], words: Words, *more: Component) -> Component:
    heading = html.H2(
        [html.Span(words(f"{view}.heading"), className="kicker"), _part(html.Span, f"title.{view}", parts)]
    )
    graph = dcc.Graph(id=ids.graph(view), figure=parts[f"figure.{view}"], config=GRAPH, className="chart")
    return html.Section(
        [
            heading,
            html.Div(graph, className=f"frame {view}", **attributes({"data-writes": VIEWS[view].writes or ""})),
            *more,
        ],
        className=f"card {view}",
    )


def _map(parts: dict[str, Any], words: Words, settings: Settings) -> Component:
    approval = f" {words('map.approval', number=settings.map_approval)}" if settings.map_approval else ""
    return _chart(
        "map",
        parts,
        words,
        _part(
            html.Div,
            "legend",
            parts,
            className="legend",
            role="group",
            **attributes({"aria-label": words("legend.choose")}),
        ),
        _part(
            html.Div,
            "places",
            parts,
            className="row places",
            role="group",
            **attributes({"aria-label": words("map.small")}),
        ),
        _part(html.P, "map_sources", parts, className="hint"),
        html.P([words("map.hint"), " ", words("map.source"), approval], className="hint"),
    )


def _table(parts: dict[str, Any], words: Words) -> list[Component]:
    heading = html.H2([html.Span(words("table.heading"), className="kicker"), html.Span(words("table.caption"))])
    told = attributes({"data-open": words("table.open_link")})
    content = [
        heading,
        html.P(words("table.hint"), className="hint"),
        html.Div(grid(parts, words), className="frame table", **told),
        _part(html.Nav, "pager", parts, className="row pager"),
    ]
    told = attributes({"aria-live": "polite", "aria-label": words("policy.heading")})
    return [html.Section(content, className="card"), _part(html.Section, "policy", parts, className="opened", **told)]
