"""What is due when, and what exactly was promised?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View, blank, faded, wrapped

# Up to this many targets each has a line of its own; more are counted by sector, year and level.
MOST_LINES = 30
# Fewer lines than this leave room below instead of spreading over the whole height.
LEAST_ROWS = 14

SQL = f"""
WITH hits AS (
    FROM matching_targets(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         since := $since, until := $until, search := $search, policies := $policies)
    WHERE target_year IS NOT NULL
), few AS (
    SELECT count(*) <= {MOST_LINES} AS yes FROM hits
), lines AS (
    SELECT h.target_year AS key, h.sector, h.level, 1 AS targets, h.region, t.kind, t.statement_en, t.statement_zh, t.strictness,
           h.target_id, t.indicator, s.shown, s.shown_high, s.shown_aspired, s.shown_unit, t.comparator, t.base_year
    FROM hits h JOIN targets t USING (target_id) LEFT JOIN shown_targets s USING (target_id)
    WHERE (FROM few)
), lanes AS (
    SELECT target_year AS key, sector, level, count(*) AS targets FROM hits WHERE NOT (FROM few) GROUP BY ALL
)
SELECT u.*, c.sort, c.colour, l.sort AS level_sort
FROM (FROM lines UNION ALL BY NAME FROM lanes) u JOIN sectors c USING (sector) JOIN levels l USING (level)
ORDER BY c.sort, u.key, l.sort, u.target_id
"""


def draw(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """Targets along their years: a line each where they are few, counted marks per sector where they are many."""
    if rows.empty:
        return blank(words("timeline.empty"), look).update_layout(meta={"title": words("timeline.title"), "levels": []})
    single = bool(len(rows)) and bool(rows["target_id"].notna().all())
    figure = _lines(rows, words, look) if single else _lanes(rows, words, look)
    return figure.update_layout(meta={"title": words("timeline.title"), "levels": _levels(rows, words)})


def _levels(rows: pd.DataFrame, words: Words) -> list[dict[str, str]]:
    """The levels that occur, with the sign each is drawn with."""
    shown = set(rows["level"])
    return [{"label": words.name("levels", code), "marker": row["marker"]} for code, row in words.vocabulary["levels"].items() if code in shown]


def _years(rows: pd.DataFrame, room: float = 0.0) -> dict[str, Any]:
    """The x axis: every year that occurs, and room at the right for labels as a share of the width."""
    years = sorted(set(rows["key"].astype(int))) or [2025, 2030]
    first = min(years[0], int(rows["base_year"].min())) if "base_year" in rows and rows["base_year"].notna().any() else years[0]
    width = max(years[-1] - first, 3)
    step = 1 if width <= 12 else 5
    return {"range": [first - 0.04 * width - 0.3, years[-1] + 0.3 + width * (0.04 + room)], "dtick": step, "tick0": 2000, "tickformat": "d", "side": "top"}


def _lines(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    records = rows.to_dict("records")
    heights = [len(records) - index for index in range(len(records))]
    labels = [_label(row, words) for row in records]
    baselines = go.Scatter(
        x=[part for row in records for part in (row["base_year"], row["key"], None)],
        y=[part for height in heights for part in (height, height, None)],
        mode="lines+markers", line={"color": look["line"], "width": 2}, marker={"size": 5, "color": look["line"]}, hoverinfo="skip",
    )
    marks = go.Scatter(
        x=rows["key"], y=heights, mode="markers+text", customdata=rows["key"], text=[f"  {label}" for label in labels],
        textposition="middle right", cliponaxis=False, marker=_marker(rows, [11] * len(rows), words, look),
        hovertext=[f"<b>{words.place(row['region'])}</b> · {row['key']}<br>{wrapped(words.of(row, 'statement'))}" for row in records], hoverinfo="text",
    )
    ticks = {"tickvals": heights, "ticktext": [_subject(row, words) for row in records], "range": [len(records) + 0.3 - max(len(records), LEAST_ROWS), len(records) + 0.7], "showgrid": False}
    return go.Figure([baselines, marks]).update_layout(xaxis=_years(rows, room=0.45), yaxis=ticks)


def _subject(row: dict[str, Any], words: Words) -> str:
    if pd.isna(row["indicator"]):
        about = words.name("target_kinds", row["kind"])
    else:
        about = words.name("indicators", row["indicator"])
    longest = 44 if words.lang == "en" else 24
    return f"{words.place(row['region'])} · {about if len(about) <= longest else about[: longest - 1] + '…'}"


def _label(row: dict[str, Any], words: Words) -> str:
    value = words.commitment(row)
    return value or _short(words.of(row, "statement"), 42 if words.lang == "en" else 22)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _lanes(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    lanes = {sector: -index for index, sector in enumerate(dict.fromkeys(rows["sector"]))}
    offset = {level: (1 - index) * 0.27 for index, level in enumerate(words.vocabulary["levels"])}
    sizes = [min(34.0, 9 + 2.2 * (n - 1) ** 0.5) for n in rows["targets"]]
    marks = go.Scatter(
        x=rows["key"], y=[lanes[row.sector] + offset[row.level] for row in rows.itertuples()], mode="markers+text", customdata=rows["key"],
        text=[str(n) if n > 1 else "" for n in rows["targets"]], textposition="middle right", cliponaxis=False, marker=_marker(rows, sizes, words, look),
        hovertext=[_counted(row, words) for row in rows.to_dict("records")], hoverinfo="text",
    )
    blank = go.Scatter(x=[], y=[], mode="lines+markers", line={"color": look["line"], "width": 2}, marker={"size": 5, "color": look["line"]}, hoverinfo="skip")
    ticks = {"tickvals": list(lanes.values()), "ticktext": [words.name("sectors", sector) for sector in lanes], "range": [min(lanes.values(), default=0) - 0.6, 0.6], "showgrid": True}
    return go.Figure([blank, marks]).update_layout(xaxis=_years(rows), yaxis=ticks)


def _marker(rows: pd.DataFrame, sizes: list[float], words: Words, look: Look) -> dict[str, Any]:
    symbols = [words.vocabulary["levels"][level]["marker"] for level in rows["level"]]
    return {"size": sizes, "symbol": symbols, "color": rows["colour"].tolist(), "opacity": faded(rows), "line": {"color": look["card"], "width": 1}}


def _counted(row: dict[str, Any], words: Words) -> str:
    place = f"<b>{row['key']} · {words.name('sectors', row['sector'])}</b>"
    return f"{place}<br>{words.name('levels', row['level'])}: {words.counted('count.targets', row['targets'])}"


VIEW = View("timeline", SQL, draw, writes="years")
