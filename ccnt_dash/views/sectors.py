"""How many policies and targets has each sector?"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View, faded

SQL = """
WITH p AS (
    SELECT sector, count(*) AS policies
    FROM matching_policies(regions := $regions, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies) JOIN policy_sectors USING (policy_id)
    GROUP BY ALL
), t AS (
    SELECT sector, count(*) AS targets
    FROM matching_targets(regions := $regions, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
    GROUP BY ALL
)
SELECT s.sector AS key, s.colour, coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets,
       CASE $metric WHEN 'policies' THEN coalesce(p.policies, 0) ELSE coalesce(t.targets, 0) END AS shown,
       $metric AS metric
FROM sectors s LEFT JOIN p USING (sector) LEFT JOIN t USING (sector)
ORDER BY s.sort DESC
"""


def draw(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """Horizontal bars, one per sector in its own colour, with the number at the end of each."""
    names = [words.name("sectors", key) for key in rows["key"]]
    bars = go.Bar(
        orientation="h",
        x=rows["shown"],
        y=names,
        customdata=rows["key"],
        marker={"color": rows["colour"].tolist(), "opacity": faded(rows)},
        text=[words.number(value) for value in rows["shown"]],
        textposition="outside",
        cliponaxis=False,
        hovertext=[
            f"<b>{name}</b><br>{words.counted('count.policies', row.policies)}<br>{words.counted('count.targets', row.targets)}"
            for name, row in zip(names, rows.itertuples(), strict=True)
        ],
        hoverinfo="text",
    )
    return go.Figure(bars).update_layout(
        bargap=0.28,
        xaxis={"visible": False, "range": [0, max(1, rows["shown"].max()) * 1.18]},
        meta={"title": words(f"sectors.title.{'policies' if rows['metric'].iloc[0] == 'policies' else 'targets'}")},
    )


VIEW = View("sectors", SQL, draw, writes="sectors")
