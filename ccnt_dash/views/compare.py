"""How far does each place go on one indicator?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View, blank, wrapped

# Fewer rows than this leave room below instead of spreading over the whole height.
LEAST_ROWS = 7

SQL = """
WITH hits AS (
    FROM matching_targets(sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
    WHERE indicator = coalesce($indicator, leading_indicator($sectors))
), newest AS (
    SELECT h.region, h.target_year, count(*) AS documents, max_by(h.target_id, coalesce(h.published, '') || h.target_id) AS target_id
    FROM hits h JOIN shown_targets s USING (target_id)
    WHERE s.shown IS NOT NULL GROUP BY ALL
)
SELECT n.region AS key, r.level, r.sort, n.target_year AS year, n.documents, s.*, t.statement_en, t.statement_zh, i.better
FROM newest n JOIN regions r USING (region) JOIN shown_targets s USING (target_id) JOIN targets t USING (target_id)
JOIN indicators i ON i.indicator = s.indicator
WHERE r.level <> 'municipal'
ORDER BY r.sort, n.target_year NULLS FIRST
"""


def draw(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """A row per place, the nation first, chosen places next, a mark per target year; title and note are in layout.meta."""
    if rows.empty:
        return blank(words("compare.empty"), look).update_layout(meta={"title": _title(rows, words)})
    places = _ordered(rows)
    y = {key: len(places) - 1 - index for index, key in enumerate(places)}
    figure = go.Figure([_spans(rows, y, look), _marks(rows, y, words, look), _aspired(rows, y, look)])
    figure.update_layout(
        yaxis={"tickvals": list(y.values()), "ticktext": [_tick(key, rows, words) for key in y], "range": [min(len(y), LEAST_ROWS) - LEAST_ROWS - 0.7, len(y) - 0.3], "showgrid": False},
        xaxis={"range": _span(rows), "ticksuffix": _suffix(rows, words), "showticksuffix": "last", "visible": not rows.empty},
        meta={"title": _title(rows, words)},
    )
    return figure


def _ordered(rows: pd.DataFrame) -> list[str]:
    best = rows.assign(national=rows["level"] == "national").groupby("key", as_index=False).agg({"national": "max", "chosen": "max", "shown": "max"})
    return best.sort_values(["national", "chosen", "shown"], ascending=False)["key"].tolist()


def _tick(key: str, rows: pd.DataFrame, words: Words) -> str:
    chosen = rows.loc[rows["key"] == key, "chosen"].any()
    return f"<b>{words.place(key)}</b>" if chosen else words.place(key)


def _span(rows: pd.DataFrame) -> list[float]:
    low, high = min(0, rows["shown"].min()), rows[["shown", "shown_high", "shown_aspired"]].max().max()
    return [low, high + (high - low) * 0.34]


def _suffix(rows: pd.DataFrame, words: Words) -> str:
    symbol = words.name("units", rows["shown_unit"].iloc[0], "symbol")
    return "" if symbol == "–" else symbol if symbol == "%" else f" {symbol}"


def _title(rows: pd.DataFrame, words: Words) -> str:
    if rows.empty:
        return words("compare.title.none")
    unit = words.name("units", rows["shown_unit"].iloc[0])
    return words("compare.title", indicator=words.name("indicators", rows["indicator"].iloc[0]), unit=unit)


def _colours(rows: pd.DataFrame, look: Look) -> list[str]:
    picked = rows["chosen"].any()
    return [
        look["accent"] if row.chosen else look["national"] if row.level == "national" else look["line"] if picked else look["provincial"]
        for row in rows.itertuples()
    ]


def _label(row: dict[str, Any], words: Words) -> str:
    year = "" if pd.isna(row["year"]) else words("compare.by_year", year=int(row["year"]))
    return f"{words.commitment(row)}{year}"


def _marks(rows: pd.DataFrame, y: dict[str, int], words: Words, look: Look) -> go.Scatter:
    last = rows.groupby("key")["year"].transform("max") if len(rows) else rows["year"]
    records = rows.to_dict("records")
    return go.Scatter(
        x=rows["shown"], y=[y[key] for key in rows["key"]], mode="markers+text", customdata=rows["key"],
        text=[f"  {_label(row, words)}" if pd.isna(row["year"]) or row["year"] == end else "" for row, end in zip(records, last, strict=True)],
        textposition="middle right", cliponaxis=False,
        marker={"size": 11, "color": _colours(rows, look), "symbol": [words.vocabulary["levels"][level]["marker"] for level in rows["level"]],
                "line": {"color": look["card"], "width": 1}},
        hovertext=[f"<b>{words.place(row['key'])}</b><br>{_label(row, words)}<br>{wrapped(words.of(row, 'statement'))}" for row in records],
        hoverinfo="text",
    )


def _aspired(rows: pd.DataFrame, y: dict[str, int], look: Look) -> go.Scatter:
    reached = rows[rows["shown_aspired"].notna()]
    return go.Scatter(
        x=reached["shown_aspired"], y=[y[key] for key in reached["key"]], mode="markers", hoverinfo="skip",
        marker={"size": 11, "color": look["card"], "line": {"color": _colours(reached, look), "width": 1.5}},
    )


def _spans(rows: pd.DataFrame, y: dict[str, int], look: Look) -> go.Scatter:
    """Lines from zero to the mark, and on to the upper end of a range or to the aspiration."""
    ends = rows[["shown", "shown_high", "shown_aspired"]].max(axis=1)
    x = [part for end in ends for part in (0, end, None)]
    return go.Scatter(
        x=x, y=[part for key in rows["key"] for part in (y[key], y[key], None)], mode="lines", hoverinfo="skip",
        line={"color": look["line"], "width": 1},
    )


VIEW = View("compare", SQL, draw, writes="regions")
