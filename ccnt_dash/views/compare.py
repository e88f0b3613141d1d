"""How far does each place go on one indicator?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure, wrapped
from ccnt_dash.views.measures import HITS, SUBJECT

# Fewer rows than this leave room below instead of spreading over the whole height.
LEAST_ROWS = 7

SQL = f"""
WITH hits AS ({HITS}), {SUBJECT}, newest AS (
    SELECT max_by(h, coalesce(h.published, '') || h.target_id) AS h, count(*) AS documents
    FROM hits h WHERE indicator = (FROM subject) AND h.shown IS NOT NULL AND h.level <> 'municipal'
    GROUP BY h.region, h.target_year
)
SELECT n.h.region AS key, r.level, r.sort, n.h.target_year AS year, n.documents, n.h.indicator,
       n.h.shown, n.h.shown_high, n.h.shown_aspired, n.h.shown_unit, n.h.comparator, n.h.base_year,
       n.h.statement_en, n.h.statement_zh
FROM newest n JOIN regions r ON r.region = n.h.region
ORDER BY r.sort, year NULLS FIRST
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A row per place, the nation first, chosen places next, a mark per target year; the title is in meta."""
    if not rows:
        return blank(words("compare.empty"), look, {"title": words("compare.title.none")})
    places = _ordered(rows)
    y = {key: len(places) - 1 - index for index, key in enumerate(places)}
    ticks = {"tickvals": list(y.values()), "ticktext": [_tick(key, rows, words) for key in y], "showgrid": False}
    room = look.room(words.place(key) for key in y)
    symbol = words.name("units", rows[0]["shown_unit"], "symbol")
    suffix = "" if symbol == "–" else symbol if symbol == "%" else f" {symbol}"
    return figure(
        _spans(rows, y, look),
        _marks(rows, y, words, look),
        _aspired(rows, y, look),
        meta={"title": _title(rows[0], words)},
        yaxis={**ticks, "range": [min(len(y), LEAST_ROWS) - LEAST_ROWS - 0.7, len(y) - 0.3]},
        xaxis={"range": _span(rows), "ticksuffix": suffix, "showticksuffix": "last"},
        margin={"l": room, "r": 16, "t": 8, "b": 28},
    )


def _ordered(rows: Rows) -> list[str]:
    best: dict[str, tuple[bool, bool, float]] = {}
    for row in rows:
        best[row["key"]] = max(
            best.get(row["key"], (False, False, float("-inf"))),
            (row["level"] == "national", row["chosen"], row["shown"]),
        )
    return sorted(best, key=lambda key: best[key], reverse=True)


def _tick(key: str, rows: Rows, words: Words) -> str:
    chosen = any(row["chosen"] for row in rows if row["key"] == key)
    return f"<b>{words.place(key)}</b>" if chosen else words.place(key)


def _end(row: Row) -> float:
    """The farthest value of a target: the upper end of a range, or the aspiration."""
    return max(float(value) for value in (row["shown"], row["shown_high"], row["shown_aspired"]) if value is not None)


def _span(rows: Rows) -> list[float]:
    low, high = min(0, *column(rows, "shown")), max(_end(row) for row in rows)
    return [low, high + (high - low) * 0.34]


def _title(row: Row, words: Words) -> str:
    return words(
        "compare.title",
        indicator=words.name("indicators", row["indicator"]),
        unit=words.name("units", row["shown_unit"]),
    )


def _colours(rows: Rows, look: Look, among: Rows) -> list[str]:
    rest = "line" if any(row["chosen"] for row in among) else "provincial"
    return [look["accent" if row["chosen"] else "national" if row["level"] == "national" else rest] for row in rows]


def _label(row: Row, words: Words) -> str:
    year = "" if row["year"] is None else words("compare.by_year", year=row["year"])
    return f"{words.commitment(row)}{year}"


def _marks(rows: Rows, y: dict[str, int], words: Words, look: Look) -> dict[str, Any]:
    last = {row["key"]: index for index, row in enumerate(rows)}
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": column(rows, "shown"),
        "y": [y[key] for key in column(rows, "key")],
        "customdata": column(rows, "key"),
        "text": [f"  {_label(row, words)}" if last[row["key"]] == index else "" for index, row in enumerate(rows)],
        "textposition": "middle right",
        "cliponaxis": False,
        "marker": {
            "size": 11,
            "color": _colours(rows, look, rows),
            "line": {"color": look["card"], "width": 1},
            "symbol": [words.vocabulary["levels"][level]["marker"] for level in column(rows, "level")],
        },
        "hovertext": [
            f"<b>{words.place(row['key'])}</b><br>{_label(row, words)}<br>{wrapped(words.of(row, 'statement'))}"
            for row in rows
        ],
        "hoverinfo": "text",
    }


def _aspired(rows: Rows, y: dict[str, int], look: Look) -> dict[str, Any]:
    """Hollow marks at what is striven for."""
    striving = [row for row in rows if row["shown_aspired"] is not None]
    marker = {"size": 11, "color": look["card"], "line": {"color": _colours(striving, look, rows), "width": 1.5}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": column(striving, "shown_aspired"),
        "y": [y[row["key"]] for row in striving],
        "marker": marker,
        "hoverinfo": "skip",
    }


def _spans(rows: Rows, y: dict[str, int], look: Look) -> dict[str, Any]:
    """Lines from zero to the farthest value."""
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "line": {"color": look["line"], "width": 1},
        "x": [part for row in rows for part in (0, _end(row), None)],
        "y": [part for row in rows for part in (y[row["key"]], y[row["key"]], None)],
    }


VIEW = View("compare", SQL, draw, writes="regions", tables=("regions", "target_facts"))
