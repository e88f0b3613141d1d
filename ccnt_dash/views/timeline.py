"""What is due when, and what exactly was promised?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, faded, figure, folded, wrapped

# Up to this many targets each has a line of its own; more are counted by sector, year and level.
MOST_LINES = 30
# Fewer lines than this leave room below instead of spreading over the whole height.
LEAST_ROWS = 14

SQL = f"""
WITH hits AS MATERIALIZED (
    SELECT target_no, target_year, sector, level
    FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, since := $since, until := $until, search := $search, policies := $policies
    )
    WHERE target_year IS NOT NULL
), few AS MATERIALIZED (
    SELECT count(*) <= {MOST_LINES} AS yes FROM hits
), lines AS (
    SELECT target_year AS key, sector, level, 1 AS targets, region, kind, statement_en, statement_zh,
           target_id, indicator, shown, shown_high, shown_aspired, shown_unit, comparator, base_year
    FROM target_facts WHERE target_no IN (SELECT target_no FROM hits WHERE (FROM few))
), lanes AS (
    SELECT target_year AS key, sector, level, count(*) AS targets FROM hits WHERE NOT (FROM few) GROUP BY ALL
)
SELECT u.*, c.colour
FROM (FROM lines UNION ALL BY NAME FROM lanes) u JOIN sectors c USING (sector) JOIN levels l USING (level)
ORDER BY c.sort, u.key, l.sort, u.target_id
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """Targets along their years: a line each where they are few, counted marks per sector where they are many."""
    shown = {row["level"] for row in rows}
    levels = [
        {"label": words.name("levels", code), "marker": row["marker"]}
        for code, row in words.vocabulary["levels"].items()
        if code in shown
    ]
    meta = {"title": words("timeline.title"), "levels": levels}
    if not rows:
        return blank(words("timeline.empty"), look, meta)
    return _lines(rows, words, look, meta) if rows[0]["target_id"] else _lanes(rows, words, look, meta)


def _years(rows: Rows, room: float = 0.0) -> dict[str, Any]:
    """The x axis from the first year or baseline to the last; `room` for labels is a share of the width."""
    years = column(rows, "key")
    first, last = min([*years, *(year for year in column(rows, "base_year") if year)]), max(years)
    width = max(last - first, 3)
    ends = [first - 0.04 * width - 0.3, last + 0.3 + width * (0.04 + room)]
    return {"range": ends, "dtick": 1 if width <= 12 else 5, "tick0": 2000, "tickformat": "d", "side": "top"}


def _lines(rows: Rows, words: Words, look: Look, meta: dict[str, Any]) -> Figure:
    heights = list(range(len(rows), 0, -1))
    baselines = {
        **_base(look),
        "x": [part for row in rows for part in (row["base_year"], row["key"], None)],
        "y": [part for height in heights for part in (height, height, None)],
    }
    marks = {
        **_marks(rows, [11] * len(rows), words, look),
        "y": heights,
        "text": None if look.narrow else [f"  {_label(row, words)}" for row in rows],
        "hovertext": [
            f"<b>{words.place(row['region'])}</b> · {row['key']}<br>{wrapped(words.of(row, 'statement'))}"
            for row in rows
        ],
    }
    names = [_brief(row, words) if look.narrow else _subject(row, words) for row in rows]
    ticks = {"tickvals": heights, "ticktext": names, "showgrid": False}
    lowest = len(rows) + 0.3 - max(len(rows), LEAST_ROWS)
    return figure(
        baselines,
        marks,
        meta=meta,
        xaxis=_years(rows, room=0 if look.narrow else 0.45),
        yaxis={**ticks, "range": [lowest, len(rows) + 0.7]},
        margin=_margin(names, look),
    )


def _subject(row: Row, words: Words) -> str:
    about = words.name("indicators", row["indicator"]) if row["indicator"] else words.name("target_kinds", row["kind"])
    return f"{words.place(row['region'])} · {_short(about, 44 if words.lang == 'en' else 24)}"


def _brief(row: Row, words: Words) -> str:
    """Place and commitment, for a screen that has no room for more; the hover box says what is meant."""
    return f"{words.place(row['region'])} · {_short(_label(row, words), 18 if words.lang == 'en' else 12)}"


def _label(row: Row, words: Words) -> str:
    return words.commitment(row) or _short(words.of(row, "statement"), 42 if words.lang == "en" else 22)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _lanes(rows: Rows, words: Words, look: Look, meta: dict[str, Any]) -> Figure:
    """Years stand side by side whatever lies between them: most targets fall due within a few of forty years."""
    lanes = {sector: -index for index, sector in enumerate(dict.fromkeys(column(rows, "sector")))}
    places = {year: index for index, year in enumerate(sorted(set(column(rows, "key"))))}
    offset = {level: (1 - index) * 0.27 for index, level in enumerate(words.vocabulary["levels"])}
    marks = {
        **_marks(rows, [min(22.0, 8 + 1.3 * (n - 1) ** 0.5) for n in column(rows, "targets")], words, look),
        "x": [places[row["key"]] for row in rows],
        "y": [lanes[row["sector"]] + offset[row["level"]] for row in rows],
        "text": [words.number(n) if n > 1 else "" for n in column(rows, "targets")],
        "hovertext": [_counted(row, words) for row in rows],
    }
    names = [folded(words.name("sectors", sector), look) for sector in lanes]
    return figure(
        {**_base(look), "x": [], "y": []},
        marks,
        meta=meta,
        xaxis={**_ticks(places.values(), places), "side": "top", "range": [-0.5, max(len(places), 4) - 0.5]},
        yaxis={**_ticks(lanes.values(), names), "range": [min(lanes.values()) - 0.6, 0.6]},
        margin=_margin(names, look),
    )


def _margin(names: list[str], look: Look) -> dict[str, int]:
    return {"l": look.room(names), "r": 8, "t": 28, "b": 8}


def _ticks(places: Iterable[int], names: Iterable[Any]) -> dict[str, Any]:
    return {"tickvals": list(places), "ticktext": [str(name) for name in names]}


def _base(look: Look) -> dict[str, Any]:
    """The trace of lines from baselines; without them it is empty, so that both forms have the same traces."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "line": {"color": look["line"], "width": 2},
        "marker": {"size": 5, "color": look["line"]},
        "hoverinfo": "skip",
    }


def _marks(rows: Rows, sizes: list[float], words: Words, look: Look) -> dict[str, Any]:
    symbols = [words.vocabulary["levels"][level]["marker"] for level in column(rows, "level")]
    marker = {
        "size": sizes,
        "symbol": symbols,
        "color": column(rows, "colour"),
        "opacity": faded(rows),
        "line": {"color": look["card"], "width": 1},
    }
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": column(rows, "key"),
        "customdata": column(rows, "key"),
        "marker": marker,
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "text",
    }


def _counted(row: Row, words: Words) -> str:
    place = f"<b>{row['key']} · {words.name('sectors', row['sector'])}</b>"
    return f"{place}<br>{words.name('levels', row['level'])}: {words.counted('count.targets', row['targets'])}"


VIEW = View("timeline", SQL, draw, writes="years", tables=("target_facts",))
