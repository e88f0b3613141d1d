"""Of which layers is the map made?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.views.base import Row, Rows, column
from ccnt_dash.views.classes import Class, place

GEOMETRY = "/assets/geo/provinces.geojson"
# Plotly's own base map differs from the boundary set: nothing of it may be drawn.
BARE = {"visible": False, "bgcolor": "rgba(0,0,0,0)"}
MAIN = {
    **BARE,
    "projection": {"type": "conic equal area", "parallels": [25, 47], "rotation": {"lon": 105}},
    "lonaxis": {"range": [77.5, 129]},
    "lataxis": {"range": [17.6, 54]},
    "domain": {"x": [0, 1], "y": [0, 1]},
}
INSET = {
    **BARE,
    "projection": {"type": "mercator"},
    "lonaxis": {"range": [105.8, 123.3]},
    "lataxis": {"range": [2.3, 24.8]},
    "domain": {"x": [0.815, 0.995], "y": [0.005, 0.305]},
    "showframe": True,
    "framewidth": 1,
}
# Classes are numbered from 0; these stand for places without a value. charts.js hatches the second.
OUTSIDE, UNCOLLECTED = -1, -2
CLEAR = "rgba(0,0,0,0)"


def provinces(places: Rows, hover: list[str], steps: list[Class], look: Look, geo: str) -> list[dict[str, Any]]:
    """All provinces in the colour of their class, and over them the outlines of the chosen ones."""
    colours = [look["land"], look["land"], *look.sequence(len(steps))]
    z = [_step(row, steps) for row in places]
    chosen = [row["key"] for row in places if row["chosen"]]
    return [
        {
            **_choropleth(geo, column(places, "key"), z, colours),
            "marker": {"line": {"color": look["border"], "width": 0.6}},
            "hovertext": hover,
            "hoverinfo": "text",
        },
        {
            **_choropleth(geo, chosen, [OUTSIDE] * len(chosen), [CLEAR, CLEAR]),
            "marker": {"line": {"color": look["accent"], "width": 2.5}},
            "hoverinfo": "skip",
            "name": "chosen",
        },
    ]


def _step(row: Row, steps: list[Class]) -> int:
    if row["measure"] is None:
        return OUTSIDE if row["collected"] else UNCOLLECTED
    return place(row["measure"], steps)


def _choropleth(geo: str, keys: list[str], z: list[int], colours: list[str]) -> dict[str, Any]:
    """Places `keys` in the colours of their numbers `z`, the first colour being that of UNCOLLECTED."""
    n = len(colours)
    return {
        "type": "choropleth",
        "geo": geo,
        "geojson": GEOMETRY,
        "featureidkey": "id",
        "showscale": False,
        "locations": keys,
        "z": z,
        "zmin": UNCOLLECTED - 0.5,
        "zmax": UNCOLLECTED + n - 0.5,
        "colorscale": [[edge, colour] for at, colour in enumerate(colours) for edge in (at / n, (at + 1) / n)],
    }


def dashes(look: Look, geo: str) -> dict[str, Any]:
    """The dashes of the South China Sea, at both scales."""
    line = {"color": look["muted"], "width": 1.2}
    return {
        "type": "scattergeo",
        "geo": geo,
        "lon": list(look.furniture.lon),
        "lat": list(look.furniture.lat),
        "mode": "lines",
        "line": line,
        "hoverinfo": "skip",
    }


def islands(look: Look, geo: str) -> dict[str, Any]:
    """Dots for the island groups, which vanish at this scale, with their names in the inset."""
    groups = look.furniture.islands
    dots = {
        "type": "scattergeo",
        "geo": geo,
        "lon": [float(each["lon"]) for each in groups],
        "lat": [float(each["lat"]) for each in groups],
        "mode": "markers",
        "marker": {"size": 2.2, "color": look["muted"]},
        "hoverinfo": "skip",
    }
    if geo == "geo":
        return dots
    names = {"text": column(list(groups), f"name_{look.lang}"), "textposition": column(list(groups), "textposition")}
    return {**dots, **names, "mode": "markers+text", "textfont": {"size": 7, "color": look["muted"]}}
