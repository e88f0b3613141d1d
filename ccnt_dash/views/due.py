"""What falls due when, sector by sector, and of how much is the result known?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, column, figure, folded

# A cell is this wide; its bar is divided among the states.
WIDTH = 0.84

SQL = """
SELECT f.target_year AS key, f.sector, p.progress_status AS status, count(*) AS targets
FROM matching_targets(
    regions := $regions, sectors := $sectors, levels := $levels, since := $since, until := $until,
    search := $search, policies := $policies
) f JOIN progress p USING (target_id) JOIN sectors s USING (sector) JOIN progress_statuses c USING (progress_status)
WHERE f.target_year IS NOT NULL
GROUP BY f.target_year, f.sector, p.progress_status, s.sort, c.sort
ORDER BY s.sort, f.target_year, c.sort
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A bar per sector and year, divided by state, with the number of targets; the states are in meta."""
    shown = set(column(rows, "status"))
    states = [
        {
            "key": code,
            "label": words.name("progress_statuses", code),
            "colour": row["colour"],
            "meaning": words.name("progress_statuses", code, "definition"),
        }
        for code, row in words.vocabulary["progress_statuses"].items()
        if code in shown
    ]
    meta = {"title": words("due.title"), "states": states}
    if not rows:
        return blank(words("timeline.empty"), look, meta)
    lanes = {sector: -at for at, sector in enumerate(dict.fromkeys(column(rows, "sector")))}
    places = {year: at for at, year in enumerate(sorted(set(column(rows, "key"))))}
    names = [folded(words.name("sectors", sector), look) for sector in lanes]
    cells = _cells(rows)
    return figure(
        *(
            _bars([row for row in rows if row["status"] == state["key"]], state, cells, (places, lanes), words)
            for state in states
        ),
        _totals(cells, places, lanes, look),
        meta=meta,
        barmode="overlay",
        bargap=0.62 if look.large else 0.42,  # from afar the numbers above need more room
        xaxis={
            "tickvals": list(places.values()),
            "ticktext": [str(year) for year in places],
            "side": "top",
            "showgrid": False,
            "range": [-0.6, max(len(places), 5) - 0.4],
        },
        yaxis={"tickvals": list(lanes.values()), "ticktext": names, "range": [min(lanes.values()) - 0.6, 0.7]},
        margin={"l": look.room(names), "r": 8, "t": 28, "b": 8},
    )


Cell = tuple[str, int]


def _cells(rows: Rows) -> dict[Cell, list[Row]]:
    """The rows of each sector and year."""
    found: dict[Cell, list[Row]] = {}
    for row in rows:
        found.setdefault((row["sector"], row["key"]), []).append(row)
    return found


def _bars(
    rows: Rows,
    state: dict[str, Any],
    cells: dict[Cell, list[Row]],
    axes: tuple[dict[int, int], dict[str, int]],
    words: Words,
) -> dict[str, Any]:
    """The share of one state in each cell, as a piece of the cell's bar."""
    places, lanes = axes
    starts, widths, hover = [], [], []
    for row in rows:
        cell = cells[row["sector"], row["key"]]
        total = sum(each["targets"] for each in cell)
        before = sum(each["targets"] for each in cell[: cell.index(row)])
        starts.append(places[row["key"]] - WIDTH / 2 + WIDTH * before / total)
        widths.append(WIDTH * row["targets"] / total)
        count = words.counted("count.targets", row["targets"])
        hover.append(f"<b>{row['key']} · {words.name('sectors', row['sector'])}</b><br>{state['label']}: {count}")
    return {
        "type": "bar",
        "orientation": "h",
        "base": starts,
        "x": widths,
        "y": [lanes[row["sector"]] for row in rows],
        "customdata": column(rows, "key"),
        "marker": {
            "color": state["colour"],
            "opacity": [1.0 if row["chosen"] or not any(each["chosen"] for each in rows) else 0.35 for row in rows],
        },
        "hovertext": hover,
        "hoverinfo": "text",
    }


def _totals(cells: dict[Cell, list[Row]], places: dict[int, int], lanes: dict[str, int], look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [places[year] for _, year in cells],
        "y": [lanes[sector] + (0.46 if look.large else 0.42) for sector, _ in cells],
        "text": [str(sum(row["targets"] for row in rows)) for rows in cells.values()],
        "textfont": {"size": look.size - 1, "color": look["muted"]},
        "hoverinfo": "skip",
    }


VIEW = View("due", SQL, draw, writes="years")
