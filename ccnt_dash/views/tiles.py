"""How do places look that are all of the same size: as tiles where they lie, or as bars in order?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, column
from ccnt_dash.views.paint import PATTERNS, Paint, said

SIZE = 0.94
# Cities have no place in a grid that anybody knows: they stand in the order of their codes.
ACROSS = 6


def grid(paint: Paint, hover: list[str], look: Look, words: Words) -> Figure:
    """A tile per place, in the colour of its class."""
    spots = [_spot(row, at) for at, row in enumerate(paint.rows)]
    bars = {
        "x": [x for x, _ in spots],
        "y": [SIZE] * len(spots),
        "base": [-y - SIZE / 2 for _, y in spots],
        "width": SIZE,
        "text": [_short(row, words) for row in paint.rows],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {
            "size": look.size - (1 if look.narrow else 0),
            "color": [look.readable(paint.colour(row)) for row in paint.rows],
        },
    }
    across, down = max(x for x, _ in spots), max(y for _, y in spots)
    return {
        "data": [{**_painted(paint, hover, look), **bars}],
        "layout": {
            "bargap": 0,
            "xaxis": {"visible": False, "range": [-0.55, across + 0.55]},
            "yaxis": {"visible": False, "range": [-down - 0.55, 0.55]},
            "uniformtext": {"minsize": 7, "mode": "hide"},
        },
    }


def ranks(paint: Paint, hover: list[str], look: Look, words: Words) -> Figure:
    """A bar per place, the greatest first; places without a value stand last with a mark of their reason."""
    order = sorted(range(len(paint.rows)), key=lambda at: _rank(paint.rows[at]))
    rows = [paint.rows[at] for at in order]
    longest = max([_length(row) for row in rows if row["measure"] is not None], default=1) or 1
    names = [words.place(row["key"]) for row in rows]
    bars = {
        "orientation": "h",
        "x": [_length(row) if row["measure"] is not None else longest * 0.02 for row in rows],
        "y": list(range(len(rows), 0, -1)),
        "text": [f" {said(row, words)}" for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": look.size - 2},
    }
    ordered = Paint(rows, paint.steps, paint.colours, words, look)
    return {
        "data": [{**_painted(ordered, [hover[at] for at in order], look), **bars}],
        "layout": {
            "bargap": 0.25,
            "xaxis": {"visible": False, "range": [_least(rows), longest + (longest - _least(rows)) * 0.3]},
            "yaxis": {
                "tickvals": bars["y"],
                "ticktext": names,
                "tickfont": {"size": look.size - 2},
                "showgrid": False,
                "range": [0.3, len(rows) + 0.7],
            },
            "margin": {"l": look.room(names), "r": 12, "t": 4, "b": 4},
        },
    }


def _spot(row: Row, at: int) -> tuple[int, int]:
    return (at % ACROSS, at // ACROSS) if row["tile_x"] is None else (row["tile_x"], row["tile_y"])


def _short(row: Row, words: Words) -> str:
    return str(row["letters"]) if words.lang == "en" and row["letters"] else words.place(row["key"])


def _painted(paint: Paint, hover: list[str], look: Look) -> dict[str, Any]:
    """A bar trace in the colours and patterns of its places, chosen ones outlined."""
    rows = paint.rows
    return {
        "type": "bar",
        "customdata": column(rows, "key"),
        "hovertext": hover,
        "hoverinfo": "text",
        "marker": {
            "color": [paint.colour(row) for row in rows],
            "line": {
                "color": [look["accent"] if row["chosen"] else look["border"] for row in rows],
                "width": [2.5 if row["chosen"] else 0.6 for row in rows],
            },
            "pattern": {
                "shape": [PATTERNS.get(paint.pattern(row), "") for row in rows],
                "fgcolor": look["hatch"],
                "bgcolor": [paint.colour(row) for row in rows],
                "fillmode": "replace",  # as an overlay Plotly would look for the contrast of a whole list of colours
                "size": 7,
                "solidity": 0.22,
            },
        },
    }


def _length(row: Row) -> float:
    """How long the bar of a place is; states have no length."""
    return 1.0 if row["metric"] == "progress" else float(row["measure"])


def _least(rows: Rows) -> float:
    """Years are drawn from a year before the first, everything else from zero."""
    years = [row["measure"] for row in rows if row["metric"] == "first" and row["measure"] is not None]
    return min(years) - 1 if years else 0.0


def _rank(row: Row) -> tuple[bool, float, int]:
    if row["measure"] is None:
        return True, 0.0, row["sort"]
    rising = row["metric"] in ("progress", "first")
    return False, row["measure"] if rising else -row["measure"], row["sort"]
