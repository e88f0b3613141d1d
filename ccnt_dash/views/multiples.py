"""How has each of the compared places come along, and how steep is the way to its target?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Rows, View, blank, column, figure

GAP = 0.05
SQL = """
WITH subject AS (SELECT coalesce($indicator, leading_comparison($sectors, $regions)) AS indicator),
seen AS (
    SELECT o.region, o.year, o.value FROM observations o
    WHERE o.base_year IS NULL AND o.indicator IN (FROM series_of((FROM subject)))
    QUALIFY row_number() OVER (PARTITION BY o.region, o.year ORDER BY o.source_id) = 1
)
SELECT c.region AS key, r.sort, i.indicator, i.display_unit, o.year, o.value * u.factor / d.factor AS seen,
       s.target_year, s.shown, s.base_year, s.first_year, s.first_value * s.factor AS first
FROM peers_of($regions, (FROM subject), $alike) c JOIN regions r USING (region)
JOIN indicators i ON i.indicator = (FROM subject)
JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
LEFT JOIN standing_targets s ON s.region = c.region AND s.indicator = (FROM subject) AND s.turn = 1
LEFT JOIN seen o ON o.region = c.region
ORDER BY r.sort, c.region, o.year, s.target_id
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A small chart per place, all with the same axes: what happened, and the way to the target."""
    known = [row for row in rows if row["seen"] is not None or (row["shown"] is not None and row["target_year"])]
    if not known:
        return blank(words("compare.empty"), look, {"title": words("compare.title.none")})
    places = list(dict.fromkeys(column(known, "key")))
    across = 2 if look.narrow else min(4, len(places))
    axes: dict[str, Any] = {}
    traces, names = [], []
    years = [year for row in known for year in (row["year"], row["base_year"], row["target_year"]) if year]
    top = max(value for row in known for value in (row["seen"], row["shown"]) if value is not None)
    for at, place in enumerate(places):
        domain = _domain(at, across, -(-len(places) // across))
        end = "" if at == 0 else str(at + 1)
        axes[f"xaxis{end}"] = {
            "domain": domain[0],
            "anchor": f"y{end}",
            "range": [min(years) - 1, max(years) + 1.5],
            "nticks": 4,
        }
        axes[f"yaxis{end}"] = {
            "domain": domain[1],
            "anchor": f"x{end}",
            "range": [0, top * 1.12],
            "nticks": 4,
            "showticklabels": at % across == 0,
        }
        traces += _traces([row for row in known if row["key"] == place], end, words, look)
        names.append(_name(place, domain, words, look))
    title = words(
        "compare.title",
        indicator=words.name("indicators", known[0]["indicator"]),
        unit=words.name("units", known[0]["display_unit"]),
    )
    return figure(*traces, meta={"title": title}, annotations=names, margin={"l": 44, "r": 8, "t": 22, "b": 26}, **axes)


def _domain(at: int, across: int, down: int) -> tuple[list[float], list[float]]:
    """Where a small chart stands, as shares of width and height."""
    width, height = 1 / across, 1 / down
    left, top = (at % across) * width, 1 - (at // across) * height
    return [left + GAP / 3, left + width - GAP / 3], [top - height + GAP * 1.6, top - GAP]


def _traces(rows: Rows, end: str, words: Words, look: Look) -> list[dict[str, Any]]:
    seen = [row for row in rows if row["seen"] is not None]
    place = {"xaxis": f"x{end}", "yaxis": f"y{end}", "type": "scatter", "hoverinfo": "text"}
    line = {
        **place,
        "mode": "lines",
        "x": column(seen, "year"),
        "y": column(seen, "seen"),
        "line": {"color": look["seq-5"], "width": 2},
        "hovertext": [f"{row['year']}: {words.amount(row['seen'], row['display_unit'])}" for row in seen],
    }
    aim = rows[0]
    if aim["shown"] is None or aim["target_year"] is None:
        return [line]
    start = (seen[-1]["year"], seen[-1]["seen"]) if seen else (aim["base_year"], 0.0)
    ahead = start[0] is not None and start[0] < aim["target_year"]
    way = [*([start] if ahead else []), (aim["target_year"], aim["shown"])]
    return [
        line,
        {
            **place,
            "mode": "lines+markers",
            "x": [x for x, _ in way],
            "y": [y for _, y in way],
            "line": {"color": look["ink"], "width": 1.2, "dash": "dash"},
            "marker": {"size": [0] * (len(way) - 1) + [9], "symbol": "diamond", "color": look["ink"]},
            "hovertext": [
                "",
                words("peers.by", value=words.amount(aim["shown"], aim["display_unit"]), year=aim["target_year"]),
            ][-len(way) :],
        },
    ]


def _name(place: str, domain: tuple[list[float], list[float]], words: Words, look: Look) -> dict[str, Any]:
    return {
        "text": f"<b>{words.place(place)}</b>",
        "x": domain[0][0],
        "y": domain[1][1],
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": look.size, "color": look["ink"]},
    }


VIEW = View("multiples", SQL, draw, tables=("standing_targets",))
