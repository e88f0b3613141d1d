"""Where has how much been found, set, promised or reached? One selection with three faces."""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views import layers, tiles
from ccnt_dash.views.base import Figure, Row, Rows, View, figure
from ccnt_dash.views.measures import BY_METRIC, COUNTS
from ccnt_dash.views.paint import Paint, said, title, told

NATION = "100000"


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """The places as a true map, as tiles or as bars; title, legend, the whole, years and sources are in meta."""
    paint = Paint.of(rows, words, look)
    hover = [told(row, words) for row in paint.rows]
    face = rows[0]["face"] or ("tiles" if look.narrow else "map")
    if face == "map" or not paint.rows:
        drawn = layers.drawn(paint, hover, look)
    else:
        drawn = (tiles.grid if face == "tiles" else tiles.ranks)(paint, hover, look, words)
    whole = next(row for row in rows if row["whole"])
    meta = {
        "title": title(rows[0], words),
        "legend": paint.legend(),
        "whole": _whole(whole, words),
        "boundaries": look.furniture.source[f"name_{look.lang}"],
        "trail": [NATION, *([rows[0]["inside"]] if rows[0]["inside"] else [])],
        "years": rows[0].get("known_years") or [],
        "year": rows[0]["year"],
        "sources": list(dict.fromkeys(row["source_id"] for row in rows if row["source_id"])),
    }
    layout: dict[str, Any] = {"margin": {"l": 0, "r": 0, "t": 0, "b": 0}, **drawn["layout"]}
    return figure(*drawn["data"], meta=meta, **layout)


def _whole(row: Row, words: Words) -> dict[str, Any]:
    return {
        "key": row["key"],
        "label": words.place(row["key"]),
        "value": said(row, words) or "–",
        "chosen": row["chosen"],
    }


VIEW = View("map", COUNTS, draw, writes="regions", by_metric=BY_METRIC)
