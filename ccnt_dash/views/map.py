"""Where has how much been found, set or promised?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View
from ccnt_dash.views.classes import Class, classes, place

SQL = """
WITH p AS (
    SELECT province AS region, count(*) AS policies
    FROM matching_policies(sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
    GROUP BY ALL
), hits AS (
    FROM matching_targets(sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search, policies := $policies)
), t AS (
    SELECT province AS region, count(*) AS targets FROM hits GROUP BY ALL
), subject AS (
    SELECT coalesce($indicator, leading_indicator($sectors)) AS indicator
), valued AS (
    SELECT h.region, h.target_year, h.published, s.* FROM shown_targets s JOIN hits h USING (target_id)
    WHERE $metric = 'value' AND s.shown IS NOT NULL AND s.indicator = (FROM subject)
), moment AS (
    SELECT coalesce($at, (SELECT target_year FROM valued WHERE target_year IS NOT NULL
                          GROUP BY target_year ORDER BY count(DISTINCT region) DESC, target_year DESC LIMIT 1)) AS year
), v AS (
    SELECT region, count(*) AS documents, arg_max(
               struct_pack(shown := shown, shown_high := shown_high, shown_aspired := shown_aspired, shown_unit := shown_unit,
                           comparator := comparator, base_year := base_year),
               coalesce(published, '') || target_id) AS newest
    FROM valued, moment WHERE target_year = moment.year GROUP BY region
)
SELECT r.region AS key, r.level, r.small, r.region IN (SELECT province FROM policy_facts) AS collected, coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets,
       $metric AS metric, (FROM subject) AS indicator, (FROM moment) AS year, coalesce(v.documents, 0) AS documents,
       v.newest.shown, v.newest.shown_high, v.newest.shown_aspired, v.newest.shown_unit, v.newest.comparator, v.newest.base_year,
       CASE $metric WHEN 'policies' THEN p.policies WHEN 'targets' THEN t.targets ELSE v.newest.shown END::DOUBLE AS measure
FROM regions r LEFT JOIN p USING (region) LEFT JOIN t USING (region) LEFT JOIN v USING (region)
WHERE r.level <> 'municipal'
ORDER BY r.sort
"""

GEOMETRY = "/assets/geo/provinces.geojson"
MAIN = {
    "projection": {"type": "conic equal area", "parallels": [25, 47], "rotation": {"lon": 105}},
    "lonaxis": {"range": [77.5, 129]},
    "lataxis": {"range": [17.6, 54]},
    "domain": {"x": [0, 1], "y": [0, 1]},
}
INSET = {
    "projection": {"type": "mercator"},
    "lonaxis": {"range": [105.8, 123.3]},
    "lataxis": {"range": [2.3, 24.8]},
    "domain": {"x": [0.84, 0.985], "y": [0.02, 0.262]},
}
# Plotly's own base map differs from the boundary set: nothing of it may be drawn.
BARE = {"visible": False, "bgcolor": "rgba(0,0,0,0)"}


def draw(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """Provinces in classes of the measure, those without a record apart, chosen ones outlined; its legend is in layout.meta."""
    provinces = rows[rows["level"] == "provincial"]
    steps = classes(provinces["measure"])
    hover = pd.Series([_hover(row, words) for row in provinces.to_dict("records")], index=provinces.index, dtype=object)
    figure = go.Figure()
    for geo in ("geo", "geo2"):
        figure.add_traces(_provinces(provinces, hover, steps, look, geo))
    figure.add_traces([part(look, geo) for geo in ("geo", "geo2") for part in (_dashes, _islands)])
    return figure.update_layout(
        geo={**MAIN, **BARE},
        geo2={**INSET, **BARE, "framecolor": look["line"], "framewidth": 1, "showframe": True},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision="map",
        meta={"title": title(rows, words), "legend": legend(provinces, steps, words, look), "nation": _nation(rows, words)},
    )


def title(rows: pd.DataFrame, words: Words) -> str:
    """What the map shows, with unit and year."""
    first = rows.iloc[0]
    if first["metric"] != "value":
        return words(f"map.title.{first['metric']}")
    if not first["indicator"]:
        return words("map.title.no_indicator")
    year = "" if pd.isna(first["year"]) else str(int(first["year"]))
    return words("map.title.value", indicator=words.name("indicators", first["indicator"]), year=year)


def legend(provinces: pd.DataFrame, steps: list[Class], words: Words, look: Look) -> list[dict[str, Any]]:
    """Classes from low to high and the absent ones last: label, colour, number of places, their codes."""
    known = provinces.dropna(subset=["measure"])
    without = provinces[provinces["measure"].isna()]
    entries = []
    for colour, step in zip(look.sequence(len(steps)), steps, strict=True):
        keys = known.loc[known["measure"].between(step.low, step.high), "key"].tolist()
        entries.append({"label": _range(step, known, words), "colour": colour, "keys": keys})
    reason = "legend.no_target" if provinces["metric"].iloc[0] == "value" else "legend.outside"
    for label, colour, keys in (
        (reason, look["land"], without.loc[without["collected"], "key"].tolist()),
        ("legend.nothing", "", without.loc[~without["collected"], "key"].tolist()),
    ):
        if keys:
            entries.append({"label": words(label), "colour": colour, "keys": keys})
    return entries


def _range(step: Class, known: pd.DataFrame, words: Words) -> str:
    unit = known["shown_unit"].dropna()
    low, high = words.number(step.low), words.number(step.high)
    if len(unit) and known["metric"].iloc[0] == "value":
        high = words.amount(step.high, unit.iloc[0])
        low = words.number(step.low) if step.low != step.high else high
    return high if step.low == step.high else f"{low}–{high}"


def _hover(row: dict[str, Any], words: Words) -> str:
    lines = [f"<b>{words.name('regions', row['key'])}</b>"]
    if row["metric"] == "value":
        promised = words.commitment(row)
        lines.append(promised or words("map.no_value"))
        if row["documents"] > 1:
            lines.append(words("map.newest_of", n=row["documents"]))
    lines += [words.counted("count.policies", row["policies"]), words.counted("count.targets", row["targets"])]
    return "<br>".join(lines if row["collected"] else [lines[0], words("legend.nothing")])


def _nation(rows: pd.DataFrame, words: Words) -> dict[str, Any]:
    row = rows[rows["level"] == "national"].to_dict("records")[0]
    value = words.commitment(row) if row["metric"] == "value" else words.number(0 if pd.isna(row["measure"]) else row["measure"])
    return {"key": row["key"], "label": words.place(row["key"]), "value": value or "–", "chosen": bool(row["chosen"])}


def _provinces(provinces: pd.DataFrame, hover: pd.Series, steps: list[Class], look: Look, geo: str) -> list[go.Choropleth]:
    known = provinces["measure"].notna()
    colours = look.sequence(len(steps)) or [look["land"]]
    bands = [(edge, colour) for index, colour in enumerate(colours) for edge in (index / len(colours), (index + 1) / len(colours))]
    common = {"geojson": GEOMETRY, "featureidkey": "id", "geo": geo, "showscale": False, "hoverinfo": "text"}
    border = {"line": {"color": look["border"], "width": 0.6}}
    shown = [place(value, steps) for value in provinces.loc[known, "measure"]]
    return [
        go.Choropleth(locations=provinces.loc[known, "key"], z=shown, zmin=-0.5, zmax=len(colours) - 0.5, colorscale=bands, marker=border, hovertext=hover[known], **common),
        _flat(provinces[~known & provinces["collected"]], hover, look["land"], look["hatch"], "outside", common),
        _flat(provinces[~known & ~provinces["collected"]], hover, look["land"], look["hatch"], "uncollected", common),
        _flat(provinces[provinces["chosen"]], hover, "rgba(0,0,0,0)", look["accent"], "chosen", {**common, "hoverinfo": "skip"}),
    ]


def _flat(places: pd.DataFrame, hover: pd.Series, fill: str, line: str, name: str, common: dict[str, Any]) -> go.Choropleth:
    """Places in one colour; the style sheet knows the trace by its name and hatches "uncollected"."""
    border = {"line": {"color": line, "width": 2.5 if name == "chosen" else 0.6}}
    return go.Choropleth(locations=places["key"], z=[0] * len(places), zmin=0, zmax=1, colorscale=[(0, fill), (1, fill)], marker=border,
                         hovertext=hover[places.index], name=name, **common)


def _dashes(look: Look, geo: str) -> go.Scattergeo:
    """The dashes of the South China Sea, at both scales."""
    line = {"color": look["muted"], "width": 1.2}
    return go.Scattergeo(lon=look.furniture.lon, lat=look.furniture.lat, mode="lines", line=line, geo=geo, hoverinfo="skip")


def _islands(look: Look, geo: str) -> go.Scattergeo:
    """Dots for the island groups, which vanish at this scale, with their names in the inset."""
    islands = look.furniture.islands
    named = geo == "geo2"
    return go.Scattergeo(
        lon=[float(island["lon"]) for island in islands], lat=[float(island["lat"]) for island in islands], geo=geo, hoverinfo="skip",
        mode="markers+text" if named else "markers", text=[island[f"name_{look.lang}"] for island in islands] if named else None,
        textposition=[island["textposition"] for island in islands] if named else None,
        textfont={"size": 7, "color": look["muted"]}, marker={"size": 2.2, "color": look["muted"]},
    )


VIEW = View("map", SQL, draw, writes="regions")
