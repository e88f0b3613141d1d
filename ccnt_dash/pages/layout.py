"""What is on the overview page, and in which order?"""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag
from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.pages import ids
from ccnt_dash.pages.controls import CONTROLS, Control
from ccnt_dash.pages.parts import PARTS, Reading, shown
from ccnt_dash.settings import Settings
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

# No geometry of Plotly's own, no button that sends a chart away.
GRAPH = {"displayModeBar": False, "topojsonURL": "/assets/topo/", "showSendToCloud": False, "responsive": True, "doubleClick": False}
COLUMNS = {"published": 120, "title": 420, "region": 130, "sector": 220, "doc_type": 170, "targets": 110, "source": 240}
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
            html.A(words("site.skip"), href=f"#{ids.MAIN}", className="skip"),
            _header(parts, words),
            html.Div(words("error.failed"), id=ids.FAILED, role="alert", hidden=True),
            html.Div([_drawer(parts, words), _main(parts, words, settings)], className="columns"),
            _footer(reading, settings),
        ],
        className="page",
    )


def _part(tag: type[Component], name: str, parts: dict[str, Any], **props: Any) -> Component:
    """A component of its own for one part of the page."""
    part = PARTS[name]
    return tag(id=part.component, **{part.property: parts[name]}, **props)


def _header(parts: dict[str, Any], words: Words) -> Component:
    names = html.Div([html.H1(words("site.title")), html.P(words("site.tagline"))], className="names")
    other = "zh-CN" if words.lang == "en" else "en"
    language = html.A(words("site.language"), id=PARTS["language"].component, href=parts["language"], lang=other, hrefLang=other, className="button plain")
    return html.Header([names, html.Div([_control("theme", parts, words), language], className="settings")], className="top")


def _drawer(parts: dict[str, Any], words: Words) -> Component:
    controls = [_control(field, parts, words) for field in DRAWER]
    inner = html.Details([html.Summary(words("control.drawer")), html.Div(controls, className="controls")], open=True, id="drawer")
    return html.Aside(inner, className="drawer", **{"aria-label": words("control.drawer")})


def _control(field: str, parts: dict[str, Any], words: Words) -> Component:
    control = CONTROLS[field]
    label = words("site.theme.label") if field == "theme" else words(f"control.{field}")
    made = _form(control, parts, words)
    if control.form in ("checklist", "radio"):
        return html.Fieldset([html.Legend(label), made], className=f"control {control.form} {field}")
    return html.Div([html.Label(label, htmlFor=ids.control(field), id=f"label-{field}"), made], className=f"control {control.form} {field}")


def _form(control: Control, parts: dict[str, Any], words: Words) -> Component:
    field, value = ids.control(control.field), parts[f"value.{control.field}"]
    if control.form == "search":
        return dcc.Input(id=field, value=value, type="search", debounce=0.5, placeholder=words("control.search.hint"), maxLength=120)
    if control.form == "radio":
        return dcc.RadioItems(id=field, value=value, options=_fixed(control, words), inline=True)
    if control.form == "checklist":
        return dcc.Checklist(id=field, value=value, options=parts[f"options.{control.field}"])
    labels = {"search": words("control.find"), "clear_search": words("control.unchoose"), "clear_selection": words("control.unchoose"),
              "no_options_found": words("control.nothing_found"), "selected_count": "{num_selected}",
              "select_all": words("control.all"), "deselect_all": words("control.unchoose")}
    return dcc.Dropdown(id=field, value=value, options=parts[f"options.{control.field}"], multi=control.many, labels=labels,
                        placeholder=parts.get(f"placeholder.{control.field}", words("control.any")), maxHeight=320)


def _fixed(control: Control, words: Words) -> list[dict[str, str]]:
    if control.field == "theme":
        return [{"value": value, "label": words(f"site.theme.{value or 'auto'}")} for value in ("", "light", "dark")]
    return [{"value": value, "label": words(f"control.metric.{value}")} for value in ("policies", "targets", "value")]


def _main(parts: dict[str, Any], words: Words, settings: Settings) -> Component:
    summary = html.Section(
        [
            _part(html.P, "sentence", parts, className="sentence", **{"aria-live": "polite"}),
            _part(html.Dl, "counters", parts, className="counters"),
            _part(html.Div, "chips", parts, className="row chips"),
            _part(html.Div, "empty", parts, className="empty", **{"aria-live": "polite"}),
        ],
        className="summary",
    )
    subject = html.Section([_control(field, parts, words) for field in ("metric", "indicator", "at")], className="subject card")
    charts = html.Div([_map(parts, words, settings), _chart("sectors", parts, words)], className="pair")
    timeline = _chart("timeline", parts, words, _part(html.P, "levels", parts, className="signs"), _part(html.P, "timeline_note", parts, className="hint"))
    compare = _chart("compare", parts, words, html.P(words("compare.hint"), className="hint"), _part(html.Div, "compare_note", parts, className="note"))
    return html.Main([summary, subject, charts, timeline, compare, *_table(parts, words)], id=ids.MAIN, tabIndex="-1")


def _chart(view: str, parts: dict[str, Any], words: Words, *more: Component) -> Component:
    heading = html.H2([html.Span(words(f"{view}.heading"), className="kicker"), _part(html.Span, f"title.{view}", parts)])
    graph = dcc.Graph(id=ids.graph(view), figure=parts[f"figure.{view}"], config=GRAPH, className="chart")
    return html.Section([heading, html.Div(graph, className=f"frame {view}", **{"data-writes": VIEWS[view].writes}), *more], className=f"card {view}")


def _map(parts: dict[str, Any], words: Words, settings: Settings) -> Component:
    approval = f" {words('map.approval', number=settings.map_approval)}" if settings.map_approval else ""
    return _chart(
        "map",
        parts,
        words,
        _part(html.Div, "legend", parts, className="legend", role="group", **{"aria-label": words("legend.choose")}),
        _part(html.Div, "places", parts, className="row places", role="group", **{"aria-label": words("map.small")}),
        html.P([words("map.hint"), " ", words("map.source"), approval], className="hint"),
    )


def _table(parts: dict[str, Any], words: Words) -> list[Component]:
    columns = [
        {"field": name, "headerName": words(f"table.{name}"), "width": width, "flex": 3 if name == "title" else 0, "minWidth": width, "tooltipField": name,
         **({"cellRenderer": "SourceLink", "sortable": False} if name == "source" else {})}
        for name, width in COLUMNS.items()
    ]
    grid = dag.AgGrid(
        id=ids.GRID,
        rowData=parts["rows"],
        columnState=parts["sort"],
        columnDefs=columns,
        defaultColDef={"sortable": True, "resizable": True, "suppressMovable": True, "comparator": {"function": "keepOrder()"}, "sortingOrder": ["desc", "asc"]},
        getRowId="params.data.key",
        rowClassRules={"chosen": "params.data.chosen"},
        eventListeners={"cellClicked": ["chooseRow(params)"], "cellKeyDown": ["chooseRow(params)"], "sortChanged": ["chooseSort(params)"]},
        dashGridOptions={"domLayout": "autoHeight", "animateRows": False, "tooltipShowDelay": 600, "suppressCellFocus": False, "localeText": {"noRowsToShow": words("table.empty")}},
    )
    opened = _part(html.Section, "policy", parts, className="opened", **{"aria-live": "polite", "aria-label": words("policy.heading")})
    heading = html.H2([html.Span(words("table.heading"), className="kicker"), html.Span(words("table.caption"))])
    table = html.Section([heading, html.P(words("table.hint"), className="hint"), html.Div(grid, className="frame table", **{"data-open": words("table.open_link")}), _part(html.Nav, "pager", parts, className="row pager")], className="card")
    return [table, opened]


def _footer(reading: Reading, settings: Settings) -> Component:
    words, answers = reading.words, reading.answers
    data = words("footer.data", version=answers.store.version(), sources=words.number(len(words.vocabulary["sources"])))
    return html.Footer([html.P(text) for text in (data, words("footer.credit"), words("footer.quote"), words("footer.position"))])
