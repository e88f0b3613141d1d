"""How many policies and targets has each sector?"""

from __future__ import annotations

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, column, faded, figure, folded

SQL = """
WITH counted AS (
    SELECT unnest(sector_list) AS sector, 1 AS policies, 0 AS targets
    FROM matching_policies(
        regions := $regions, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
    UNION ALL
    SELECT sector, 0, 1
    FROM matching_targets(
        regions := $regions, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
)
SELECT s.sector AS key, s.colour, $metric AS metric,
       coalesce(sum(c.policies), 0)::BIGINT AS policies, coalesce(sum(c.targets), 0)::BIGINT AS targets
FROM sectors s LEFT JOIN counted c USING (sector)
GROUP BY s.sector, s.colour, s.sort
ORDER BY s.sort DESC
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """Horizontal bars, one per sector in its own colour, with the number at the end of each."""
    subject = "policies" if rows[0]["metric"] == "policies" else "targets"
    shown = column(rows, subject)
    names = [folded(words.name("sectors", key), look) for key in column(rows, "key")]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": shown,
        "y": names,
        "customdata": column(rows, "key"),
        "marker": {"color": column(rows, "colour"), "opacity": faded(rows)},
        "text": [words.number(value) for value in shown],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [_hover(row, words) for row in rows],
        "hoverinfo": "text",
    }
    return figure(
        bars,
        meta={"title": words(f"sectors.title.{subject}")},
        bargap=0.28,
        xaxis={"visible": False, "range": [0, max(1, *shown)]},
        margin={"l": look.room(names), "r": 44, "t": 8, "b": 8},
    )


def _hover(row: Row, words: Words) -> str:
    counts = [words.counted("count.policies", row["policies"]), words.counted("count.targets", row["targets"])]
    return "<br>".join([f"<b>{words.name('sectors', row['key'])}</b>", *counts])


VIEW = View("sectors", SQL, draw, writes="sectors")
