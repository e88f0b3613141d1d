"""Of which layers is the true map made?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.views.base import Figure, Row, column
from ccnt_dash.views.paint import PATTERNS, Paint

# Served from the folder of the boundary set, see site.py.
GEOMETRY = "/geo/provinces.geojson"
# Plotly's own base map differs from the boundary set: nothing of it may be drawn.
BARE: dict[str, Any] = {"visible": False, "bgcolor": "rgba(0,0,0,0)"}
MAIN: dict[str, Any] = {
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
# The province that the islands of the South China Sea belong to is never drawn without them.
OF_THE_SOUTH_CHINA_SEA = "460000"
# Degrees left free around a province.
MARGIN = 0.15
CLEAR = "rgba(0,0,0,0)"


def drawn(paint: Paint, hover: list[str], look: Look) -> Figure:
    """The places in their colours, patterns and chosen outlines over them, with the inset where it belongs."""
    inside = paint.rows[0]["inside"] if paint.rows else None
    geos = ("geo", "geo2") if inside in (None, OF_THE_SOUTH_CHINA_SEA) else ("geo",)
    file = f"cities/{inside}.geojson" if inside else "provinces.geojson"
    traces = [
        trace
        for geo in geos
        for trace in (*_places(paint, hover, look, geo, file), dashes(look, geo), islands(look, geo))
    ]
    layout: dict[str, Any] = {"geo": _frame(paint.rows[0]) if inside else MAIN}
    if "geo2" in geos:
        layout["geo2"] = {**INSET, "framecolor": look["line"]}
    return {"data": traces, "layout": {**layout, "uirevision": f"map{inside or ''}"}}


def _frame(row: Row) -> dict[str, Any]:
    """The part of the earth that shows one province."""
    projection = {**MAIN["projection"], "rotation": {"lon": (row["west"] + row["east"]) / 2}}
    return {
        **MAIN,
        "projection": projection,
        "lonaxis": {"range": [row["west"] - MARGIN, row["east"] + MARGIN]},
        "lataxis": {"range": [row["south"] - MARGIN, row["north"] + MARGIN]},
    }


def _places(paint: Paint, hover: list[str], look: Look, geo: str, file: str) -> list[dict[str, Any]]:
    colours = [look["land"], *paint.colours]
    numbers = [-1 if (step := paint.step(row)) is None else int(step) for row in paint.rows]
    chosen = column([row for row in paint.rows if row["chosen"]], "key")
    return [
        {
            **_choropleth(geo, f"/geo/{file}", column(paint.rows, "key"), numbers, colours),
            "marker": {"line": {"color": look["border"], "width": 0.6}},
            "hovertext": hover,
            "hoverinfo": "text",
        },
        *(_hatched(paint, reason, look, geo, file) for reason in PATTERNS if _of(paint, reason)),
        {
            **_choropleth(geo, f"/geo/{file}", chosen, [-1] * len(chosen), [CLEAR]),
            "marker": {"line": {"color": look["accent"], "width": 2.5}},
            "hoverinfo": "skip",
            "name": "chosen",
        },
    ]


def _of(paint: Paint, reason: str) -> list[str]:
    return column([row for row in paint.rows if paint.pattern(row) == reason], "key")


def _hatched(paint: Paint, reason: str, look: Look, geo: str, file: str) -> dict[str, Any]:
    """Stripes over the places that have no value for one reason; shapes of their own, so that a picture keeps them."""
    keys = _of(paint, reason)
    return {
        **_choropleth(geo, f"/geo/{reason}/{file}", keys, [-1] * len(keys), [look["hatch"]]),
        "marker": {"line": {"width": 0}},
        "hoverinfo": "skip",
        "name": "hatched",
    }


def _choropleth(geo: str, address: str, keys: list[str], z: list[int], colours: list[str]) -> dict[str, Any]:
    """Places `keys` in the colours of their numbers `z`, the first colour being that of -1."""
    n = len(colours)
    return {
        "type": "choropleth",
        "geo": geo,
        "geojson": address,
        "featureidkey": "id",
        "showscale": False,
        "locations": keys,
        "z": z,
        "zmin": -1.5,
        "zmax": n - 1.5,
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
