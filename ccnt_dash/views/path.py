"""Where does a place stand on one indicator, what has it promised, and which way leads there?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure, wrapped

MOST_PLACES = 6
# More marks than this stand without their values, which the hover box tells.
MOST_LABELS = 14
# Where a target without a year stands if nothing else has one.
OPEN_END = 2030
# How firmly a value is known: measured, estimated, reported by the place itself.
BASES = {"measured": "circle", "estimated": "circle-open", "reported": "diamond-open"}
SIGNS = {">=": "triangle-up", ">": "triangle-up", "<=": "triangle-down", "<": "triangle-down"}

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
        SELECT indicator FROM hits JOIN indicators USING (indicator) WHERE region IN (FROM chosen_places)
        GROUP BY indicator, sort ORDER BY count(last_year) DESC, count(*) DESC, sort LIMIT 1
    )) AS indicator
), drawn_places AS (
    FROM chosen_places UNION
    SELECT '100000' FROM indicators WHERE indicator = (FROM subject) AND NOT additive
), observed AS (
    SELECT o.region, o.year, o.value AS last_value, o.source_id, o.comparator, o.base_year,
           basis_of(s.self_reported, o.is_estimate) AS basis
    FROM observations o JOIN sources s USING (source_id)
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
ORDER BY r.sort, m.target_id IS NOT NULL, m.year, m.published, m.target_id, m.source_id
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
        _ways(marks, colours, look),
        _aspired(marks, colours, look),
        _targets(marks, colours, words, look),
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
    """What was observed; estimates and what a place reports of itself are hollow."""
    values = [row["last_value"] * row["factor"] for row in rows]
    told = [
        words(f"path.{row['basis']}", source=words.of(words.vocabulary["sources"][row["source_id"]], "title"))
        for row in rows
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": column(rows, "year"),
        "y": values,
        "line": {"color": colours[place], "width": 2},
        "marker": {
            "size": 6,
            "color": colours[place],
            "symbol": [BASES[row["basis"]] for row in rows],
        },
        "hovertext": [
            "<br>".join(
                [f"<b>{words.place(place)}</b> · {row['year']}", words.amount(value, row["shown_unit"]), wrapped(text)]
            )
            for row, value, text in zip(rows, values, told, strict=True)
        ],
        "hoverinfo": "text",
    }


def _ways(marks: Rows, colours: dict[str, str], look: Look) -> dict[str, Any]:
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


def _aspired(marks: Rows, colours: dict[str, str], look: Look) -> dict[str, Any]:
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


def _targets(marks: Rows, colours: dict[str, str], words: Words, look: Look) -> dict[str, Any]:
    """A mark per target: its sign says floor, ceiling or point, its fill how firmly it is meant."""
    heights = [row["shown_high"] - row["shown"] if row["shown_high"] is not None else 0 for row in marks]
    soft = [abs(row["shown"]) * 0.02 if row["comparator"] == "~" else 0 for row in marks]
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
            "array": [high + ends for high, ends in zip(heights, soft, strict=True)],
            "arrayminus": soft,
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


VIEW = View("path", SQL, draw, writes="policies")
