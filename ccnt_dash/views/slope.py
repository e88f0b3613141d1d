"""How far does each of the compared places mean to go, from where it begins to its target?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, figure
from ccnt_dash.views.compared import SQL, TABLES, aim, amount, ordered, scaled, title, told

# Room for a label, as a share of the height, and the colours there are.
LABEL, HUES = 0.065, 7


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A line per place from where it begins to what it has set itself; places without either, in meta."""
    if not rows:
        return blank(words("compare.empty"), look, {"title": words("compare.title.none"), "missing": ""})
    places = [(row, start) for row in ordered(rows) if (start := _start(row))]
    drawn = {row["region"] for row, _ in places}
    lost = [words.place(row["region"]) for row in rows if row["region"] not in drawn]
    meta = {
        "title": title(rows[0], words),
        "missing": words("slope.missing", places=words.listed(lost)) if lost else "",
    }
    if not places:
        return blank(words("slope.empty"), look, meta)
    begins = {
        f"{amount(row, start[1], words)} ({start[0]})": (scaled(row, start[1]) or 0.0, look["muted"])
        for row, start in places
    }
    ends = {
        _end(row, words, look): (scaled(row, row["shown"]) or 0.0, _hue(at, look)) for at, (row, _) in enumerate(places)
    }
    values = [value for value, _ in (*begins.values(), *ends.values())]
    room = ((max(values) - min(values)) or 1) * LABEL
    return figure(
        *(_line(row, start, _hue(at, look), words) for at, (row, start) in enumerate(places)),
        _labels(0, begins, room, "middle left"),
        _labels(1, ends, room, "middle right"),
        meta=meta,
        xaxis={"range": [-0.6, 2.2] if look.narrow else [-0.35, 1.55], "visible": False},
        yaxis={"visible": False, "rangemode": "normal"},
        margin={"l": 8, "r": 8, "t": 14, "b": 14},
    )


def _start(row: Row) -> tuple[int, float] | None:
    """Year and value, in display units, where the way to the target begins."""
    if row["shown"] is None or row["target_year"] is None:
        return None
    if row["first_year"] is not None:
        start = (row["first_year"], row["first_value"] * row["scale"])
    elif row["base_year"] is not None:
        start = (row["base_year"], 0.0)
    elif row["seen_year"] is not None:
        start = (row["seen_year"], row["seen"])
    else:
        return None
    return start if start[0] < row["target_year"] else None


def _end(row: Row, words: Words, look: Look) -> str:
    gap = "<br>" if look.narrow else "  "
    return f"{words.place(row['region'])}{gap}{aim(row, words)}"


def _hue(at: int, look: Look) -> str:
    return look[f"series-{at % HUES + 1}"]


def _line(row: Row, start: tuple[int, float], hue: str, words: Words) -> dict[str, Any]:
    """From the beginning to the target, whose mark opens its document."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [0, 1],
        "y": [scaled(row, start[1]), scaled(row, row["shown"])],
        "customdata": [None, row["key"]],
        "line": {"color": hue, "width": 2},
        "marker": {"color": hue, "size": [7, 10], "symbol": ["circle", "diamond"]},
        "hovertext": [told(row, words)] * 2,
        "hoverinfo": "text",
    }


def _labels(x: int, texts: dict[str, tuple[float, str]], room: float, side: str) -> dict[str, Any]:
    """Each text at its height, moved apart where they would lie upon each other."""
    heights = apart({text: value for text, (value, _) in texts.items()}, room)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x] * len(texts),
        "y": [heights[text] for text in texts],
        "text": [f"   {text}   " for text in texts],
        "textposition": side,
        "textfont": {"color": [hue for _, hue in texts.values()]},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def apart(heights: dict[str, float], room: float) -> dict[str, float]:
    """The same heights, those nearer than `room` spread evenly about their middle, in the same order."""
    groups: list[list[str]] = [[text] for text in sorted(heights, key=heights.__getitem__)]

    def middle(group: list[str]) -> float:
        return sum(heights[text] for text in group) / len(group)

    at = 0
    while at + 1 < len(groups):
        low, high = groups[at], groups[at + 1]
        if middle(high) - middle(low) < room * (len(low) + len(high)) / 2:
            groups[at : at + 2] = [low + high]
            at = max(0, at - 1)
        else:
            at += 1
    return {
        text: middle(group) + room * (place - (len(group) - 1) / 2)
        for group in groups
        for place, text in enumerate(group)
    }


VIEW = View("slope", SQL, draw, writes="policies", tables=TABLES)
