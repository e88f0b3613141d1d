"""How is a target drawn: its sign, how firmly it is meant, what is striven for, and the way that leads to it?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, column, wrapped

# More marks than this stand without their values, which the hover box tells.
MOST_LABELS = 14
SIGNS = {">=": "triangle-up", ">": "triangle-up", "<=": "triangle-down", "<": "triangle-down"}
# Sizes of the shades around a mark whose value is approximate, in px.
SOFT = (34, 24)


def ways(marks: Rows, colours: dict[str, str], look: Look) -> dict[str, Any]:
    """Dashed lines from the last value, or from the baseline, to each target that still stands."""
    x: list[Any] = []
    y: list[Any] = []
    for row in marks:
        start = _start(row)
        if start and row["standing"] != "earlier" and row["progress_status"] != "achieved":
            x += [start[0], row["x"], None]
            y += [start[1], row["shown"], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": look["muted"], "width": 1.2, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _start(row: Row) -> tuple[int, float] | None:
    if row["last_year"] is not None and row["last_year"] < row["x"]:
        return row["last_year"], row["last_value"] * row["factor"]
    return (row["base_year"], 0.0) if row["base_year"] is not None else None


def aspired(marks: Rows, colours: dict[str, str], look: Look) -> dict[str, Any]:
    """Lighter marks beyond a target, at what is striven for."""
    striving = [row for row in marks if row["shown_aspired"] is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": column(striving, "x"),
        "y": column(striving, "shown_aspired"),
        "marker": {
            "size": 11,
            "symbol": "circle-open",
            "color": [colours[row["region"]] for row in striving],
            "opacity": 0.6,
        },
        "hoverinfo": "skip",
    }


def soft(marks: Rows, colours: dict[str, str]) -> dict[str, Any]:
    """Shades that fade out around marks whose value is "about": how wide it is, no document says."""
    about = [row for row in marks if row["comparator"] == "~" for _ in SOFT]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": column(about, "x"),
        "y": column(about, "shown"),
        "marker": {
            "size": [SOFT[at % len(SOFT)] for at in range(len(about))],
            "color": [colours[row["region"]] for row in about],
            "opacity": 0.13,
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
    }


def targets(marks: Rows, colours: dict[str, str], words: Words, look: Look) -> dict[str, Any]:
    """A mark per target: its sign says floor, ceiling or point, its fill how firmly it is meant."""
    heights = [row["shown_high"] - row["shown"] if row["shown_high"] is not None else 0 for row in marks]
    labelled = len(marks) <= MOST_LABELS and not look.narrow
    return {
        "type": "scatter",
        "mode": "markers+text" if labelled else "markers",
        "x": column(marks, "x"),
        "y": column(marks, "shown"),
        "customdata": column(marks, "key"),
        "text": _labels(marks, words) if labelled else None,
        "textposition": "middle right",
        "cliponaxis": False,
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": heights,
            "arrayminus": [0] * len(heights),
            "color": look["muted"],
            "thickness": 1.2,
            "width": 4,
        },
        "marker": {
            "size": [13 if row["chosen"] else 11 for row in marks],
            "symbol": [_symbol(row) for row in marks],
            "color": [colours[row["region"]] for row in marks],
            "opacity": [
                0.4 if row["standing"] == "earlier" else 0.65 if row["strictness"] == "expected" else 1 for row in marks
            ],
            "line": {
                "width": [2 if row["strictness"] == "binding" else 1 for row in marks],
                "color": [colours[row["region"]] for row in marks],
            },
        },
        "hovertext": [_hover(row, words) for row in marks],
        "hoverinfo": "text",
    }


def _labels(marks: Rows, words: Words) -> list[str]:
    """The value beside each mark; where several documents set the same one, once."""
    told: set[tuple[Any, ...]] = set()
    texts = []
    for row in marks:
        place = (row["x"], row["shown"])
        texts.append("" if place in told else f"  {words.commitment(row)}")
        told.add(place)
    return texts


def _symbol(row: Row) -> str:
    sign = SIGNS.get(row["comparator"], "circle")
    return f"{sign}-open" if row["strictness"] == "aspirational" else sign


def _hover(row: Row, words: Words) -> str:
    state = words.name("progress_statuses", row["progress_status"])
    lines = [
        f"<b>{words.place(row['region'])}</b> · {row['year'] or words('path.no_year')} · {state}",
        wrapped(words.of(row, "statement")),
        f"<i>{wrapped(words('quoted', text=row['quote']))}</i>",
        words("path.set_by", date=row["published"] or words("absent.date")),
    ]
    return "<br>".join([*lines, words("path.replaced")] if row["standing"] == "earlier" else lines)
