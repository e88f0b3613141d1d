"""How does a chart stand on a page without a callback? Its marks are links."""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.parts import meta
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.pages.sheet import GRAPH
from ccnt_dash.views.base import bare

NAMES = Names("still")


def chart(reading: Reading, view: str, opens: str = "/policy/") -> Component:
    """The figure of a view, as high as its meta says if it does; a mark opens the page of its key below `opens`."""
    told = meta(reading, view)
    graph = dcc.Graph(id=NAMES.graph(view), figure=bare(reading.drawn(view)), config=GRAPH, className="chart")
    ways: dict[str, str] = {"data-opens": opens, "data-kept": reading.kept}
    name: Any = {"role": "group", "aria-label": told["title"]}
    style = {"height": f"{told['height']}px"} if "height" in told else {}
    return html.Div(graph, className=f"frame {view}", style=style, **attributes(ways), **name)
