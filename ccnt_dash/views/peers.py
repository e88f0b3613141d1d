"""Who has come how far, and who asks more of itself, among places that may fairly be compared?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure
from ccnt_dash.views.compared import SQL, TABLES, aim, ordered, scaled, title, told, why

LEAST_ROWS = 6


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A bar per place for its last value and a mark for its target; why these places, in meta."""
    if not rows:
        return blank(words("compare.empty"), look, {"title": words("compare.title.none"), "why": "", "sources": []})
    places = ordered(rows)
    names = [words.place(row["region"]) for row in places]
    heights = list(range(len(places), 0, -1))
    reference = rows[0]["reference"]
    farthest = max(*(_end(row) for row in places), reference or 0) or 1
    return figure(
        *_traces(places, words, look),
        meta={
            "title": title(rows[0], words),
            "why": why(rows, words),
            "sources": list(dict.fromkeys(row["source_id"] for row in rows if row["source_id"])),
        },
        shapes=[_reference(reference, look)] if reference is not None else [],
        bargap=0.45,
        xaxis={"range": [0, farthest * (1.75 if look.narrow else 1.45)]},
        yaxis={
            "tickvals": heights,
            "ticktext": names,
            "showgrid": False,
            "range": [len(places) + 0.3 - max(len(places), LEAST_ROWS), len(places) + 0.7],
        },
        margin={"l": look.room(names), "r": 16, "t": 8, "b": 28},
    )


def _traces(places: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """Bars of the last values, marks of the targets and of what is striven for, and their labels."""
    heights = {row["region"]: len(places) - at for at, row in enumerate(places)}

    def drawn(rows: Rows, value: str) -> dict[str, Any]:
        return {
            "x": [scaled(row, row[value]) for row in rows],
            "y": [heights[row["region"]] for row in rows],
            "customdata": column(rows, "key"),
            "hovertext": [told(row, words) for row in rows],
            "hoverinfo": "text",
        }

    aims = [row for row in places if row["shown"] is not None]
    striving = [row for row in aims if row["shown_aspired"] is not None]
    mark = {"type": "scatter", "mode": "markers"}
    sign = {"size": 22, "symbol": "line-ns-open", "line": {"width": 3}}
    labels = {
        "type": "scatter",
        "mode": "text",
        "x": [_end(row) for row in aims],
        "y": [heights[row["region"]] for row in aims],
        "text": [f"   {aim(row, words)}" for row in aims],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return [
        {"type": "bar", "orientation": "h", **drawn(places, "seen"), "marker": {"color": look["seq-4"]}},
        {**mark, **drawn(aims, "shown"), "marker": {**sign, "color": look["ink"]}},
        {**mark, **drawn(striving, "shown_aspired"), "marker": {**sign, "color": look["muted"], "opacity": 0.6}},
        labels,
    ]


def _end(row: Row) -> float:
    """The farthest of what is drawn for a place."""
    values = (scaled(row, row[name]) for name in ("seen", "shown", "shown_aspired"))
    return max([value for value in values if value is not None], default=0.0)


def _reference(value: float, look: Look) -> dict[str, Any]:
    line = {"color": look["national"], "width": 1.2, "dash": "dot"}
    return {"type": "line", "x0": value, "x1": value, "yref": "paper", "y0": 0, "y1": 1, "line": line}


VIEW = View("peers", SQL, draw, writes="policies", tables=TABLES)
