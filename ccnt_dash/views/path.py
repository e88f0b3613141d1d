"""Where does a place stand on one indicator, what has it promised, and which way leads there?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure, wrapped
from ccnt_dash.views.marks import aspired, soft, targets, ways

MOST_PLACES = 6
# Where a target without a year stands if nothing else has one.
OPEN_END = 2030
# How firmly a value is known: measured, estimated, reported by the place itself.
BASES = {"measured": "circle", "estimated": "circle-open", "reported": "diamond-open"}

# The nation's target stands beside a province's only where values of several places may not be added up: a share, say.
SQL = f"""
WITH chosen_places AS (
    SELECT unnest(coalesce($regions, ['100000'])[:{MOST_PLACES}]) AS region
), hits AS (
    SELECT f.*, p.* EXCLUDE (target_id)
    FROM matching_targets(
        sectors := $sectors, levels := $levels, years := $years, since := $since, until := $until, search := $search
    ) f JOIN progress p USING (target_id)
), subject AS (
    SELECT coalesce($indicator, (
        SELECT indicator FROM hits JOIN indicators USING (indicator) LEFT JOIN series_lengths USING (indicator, region)
        WHERE region IN (FROM chosen_places)
        GROUP BY indicator, sort
        ORDER BY count(last_year) = 0, max(years) DESC NULLS LAST, count(*) DESC, sort LIMIT 1
    )) AS indicator
), drawn_places AS (
    FROM chosen_places UNION
    SELECT '100000' FROM indicators WHERE indicator = (FROM subject) AND NOT additive
), observed AS (
    SELECT o.region, o.indicator AS series_indicator, o.year, o.value AS last_value, o.source_id, o.comparator,
           o.base_year, basis_of(s.self_reported, o.is_estimate) AS basis, j.explanation_en, j.explanation_zh
    FROM observations o JOIN sources s USING (source_id) LEFT JOIN jumps j USING (region, indicator, source_id, year)
    WHERE o.region IN (FROM drawn_places) AND o.indicator IN (FROM series_of((FROM subject)))
      AND (o.base_year IS NULL OR o.base_year IN (SELECT base_year FROM hits WHERE indicator = (FROM subject)))
), marks AS (
    SELECT region, target_year AS year, comparator, policy_id, target_id, shown, shown_high, shown_aspired, base_year,
           statement_en, statement_zh, published, standing, progress_status, last_year, last_value
    FROM hits
    WHERE indicator = (FROM subject) AND region IN (FROM drawn_places)
)
SELECT m.policy_id AS key, m.*, u.factor / d.factor AS factor, i.indicator, i.display_unit AS shown_unit,
       t.strictness, t.quote, t.quote_lang
FROM (FROM marks UNION ALL BY NAME FROM observed) m
JOIN indicators i ON i.indicator = (FROM subject)
JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
JOIN regions r USING (region) LEFT JOIN targets t USING (target_id)
ORDER BY r.sort, m.target_id IS NOT NULL, m.series_indicator, m.source_id, m.year, m.published, m.target_id
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """Per place a line of what was observed, a mark per target, and the way that leads to it."""
    if not rows:
        return blank(words("path.empty"), look, {"title": words("path.title.none"), "sources": [], "places": []})
    places = list(dict.fromkeys(column(rows, "region")))
    colours = {place: look[f"series-{at + 1}"] for at, place in enumerate(places)}
    seen = [row for row in rows if row["basis"]]
    end = max([row["year"] for row in rows if row["year"]], default=OPEN_END)
    # A target without a year stands at the open end of the axis.
    marks = [{**row, "x": row["year"] or end + 1} for row in rows if not row["basis"]]
    traces = [_line([row for row in seen if row["region"] == place], place, colours, words) for place in places]
    name, unit = words.name("indicators", rows[0]["indicator"]), words.name("units", rows[0]["shown_unit"])
    return figure(
        *traces,
        ways(marks, colours, look),
        soft(marks, colours),
        aspired(marks, colours, look),
        targets(marks, colours, words, look),
        meta={
            "title": words("compare.title", indicator=name, unit=unit),
            "sources": list(dict.fromkeys(row["source_id"] for row in seen)),
            "places": [{"key": place, "label": words.place(place), "colour": colours[place]} for place in places],
        },
        xaxis=_years(rows, end),
        yaxis={"rangemode": "tozero", "ticksuffix": _suffix(rows[0], words)},
        margin={"l": 64, "r": 24, "t": 12, "b": 28},
    )


def _suffix(row: Row, words: Words) -> str:
    symbol = words.name("units", row["shown_unit"], "symbol")
    return "%" if symbol == "%" else ""


def _years(rows: Rows, end: int) -> dict[str, Any]:
    years = [year for row in rows for year in (row["year"], row["base_year"]) if year]
    open_end = any(row["year"] is None for row in rows)
    first, last = min(years, default=end - 4), end + 1 if open_end else end
    return {
        "range": [first - 0.6, last + 0.06 * (last - first) + 0.9],
        "dtick": 1 if last - first <= 10 else 5,
        "tick0": 2000,
    }


def _line(rows: Rows, place: str, colours: dict[str, str], words: Words) -> dict[str, Any]:
    """What was observed, each source by itself; what was not measured is hollow, a jump is a tick."""
    points: list[Row | None] = []
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else row
        # What differs in source or definition is no line.
        points += [row] if _series(before) == _series(row) else [None, row]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [row and row["year"] for row in points],
        "y": [row and row["last_value"] * row["factor"] for row in points],
        "line": {"color": colours[place], "width": 2},
        "marker": {
            "size": [11 if row and row["explanation_en"] else 6 for row in points],
            "color": colours[place],
            "symbol": [_sign(row) if row else "circle" for row in points],
        },
        "hovertext": [_observed(row, words) if row else "" for row in points],
        "hoverinfo": "text",
    }


def _series(row: Row) -> tuple[str, str]:
    return row["series_indicator"], row["source_id"]


def _sign(row: Row) -> str:
    return "line-ns-open" if row["explanation_en"] else BASES[row["basis"]]


def _observed(row: Row, words: Words) -> str:
    source = words.of(words.vocabulary["sources"][row["source_id"]], "title")
    lines = [
        f"<b>{words.place(row['region'])}</b> · {row['year']}",
        words.amount(row["last_value"] * row["factor"], row["shown_unit"]),
        wrapped(words(f"path.{row['basis']}", source=source)),
    ]
    jump = [wrapped(words("path.jump", text=words.of(row, "explanation")))] if row["explanation_en"] else []
    return "<br>".join([*lines, *jump])


VIEW = View("path", SQL, draw, writes="policies", tables=("targets", "progress", "jumps"))
