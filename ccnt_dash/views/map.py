"""Where has how much been found, set or promised?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views import layers
from ccnt_dash.views.base import Figure, Row, Rows, View, column, figure
from ccnt_dash.views.classes import Class, classes

SQL = """
WITH p AS (
    SELECT province AS region, count(*) AS policies
    FROM matching_policies(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
    GROUP BY ALL
), hits AS (
    FROM matching_targets(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
), t AS (
    SELECT province AS region, count(*) AS targets FROM hits GROUP BY ALL
), subject AS (
    SELECT coalesce($indicator, leading_indicator($sectors)) AS indicator
), valued AS (
    FROM hits WHERE $metric = 'value' AND shown IS NOT NULL AND indicator = (FROM subject)
), moment AS (
    SELECT coalesce($at, (SELECT target_year FROM valued WHERE target_year IS NOT NULL
                          GROUP BY target_year ORDER BY count(DISTINCT region) DESC, target_year DESC LIMIT 1)) AS year
), v AS (
    SELECT region, count(*) AS documents, arg_max(
               struct_pack(shown, shown_high, shown_aspired, shown_unit, comparator, base_year),
               coalesce(published, '') || target_id) AS newest
    FROM valued, moment WHERE target_year IS NOT DISTINCT FROM moment.year GROUP BY region
)
SELECT r.region AS key, r.level, r.small, r.region IN (FROM collected_places) AS collected,
       coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets, coalesce(v.documents, 0) AS documents,
       $metric AS metric, (FROM subject) AS indicator, (FROM moment) AS year,
       v.newest.shown, v.newest.shown_high, v.newest.shown_aspired, v.newest.shown_unit,
       v.newest.comparator, v.newest.base_year,
       CASE $metric WHEN 'policies' THEN p.policies WHEN 'targets' THEN t.targets ELSE v.newest.shown END AS measure
FROM regions r LEFT JOIN p USING (region) LEFT JOIN t USING (region) LEFT JOIN v USING (region)
WHERE r.level <> 'municipal'
ORDER BY r.sort
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """Provinces in classes of the measure, chosen ones outlined; title, legend and nation are in meta."""
    provinces = [row for row in rows if row["level"] == "provincial"]
    steps = classes(row["measure"] for row in provinces if row["measure"] is not None)
    hover = [_hover(row, words) for row in provinces]
    traces = [
        trace
        for geo in ("geo", "geo2")
        for trace in (
            *layers.provinces(provinces, hover, steps, look, geo),
            layers.dashes(look, geo),
            layers.islands(look, geo),
        )
    ]
    return figure(
        *traces,
        meta={
            "title": title(rows[0], words),
            "legend": legend(provinces, steps, words, look),
            "nation": _nation(rows, words),
        },
        geo=layers.MAIN,
        geo2={**layers.INSET, "framecolor": look["line"]},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision="map",
    )


def title(row: Row, words: Words) -> str:
    """What the map shows, with unit and year."""
    if row["metric"] != "value":
        return words(f"map.title.{row['metric']}")
    if not row["indicator"]:
        return words("map.title.no_indicator")
    return words("map.title.value", indicator=words.name("indicators", row["indicator"]), year=row["year"] or "")


def legend(provinces: Rows, steps: list[Class], words: Words, look: Look) -> list[dict[str, Any]]:
    """Classes from low to high, then places without a value: label, colour ("" is hatched), their codes."""
    known = [row for row in provinces if row["measure"] is not None]
    without = [row for row in provinces if row["measure"] is None]
    shades = zip(look.sequence(len(steps)), steps, strict=True)
    entries = [
        _entry(_range(step, known[0], words), colour, [row for row in known if row["measure"] in step])
        for colour, step in shades
    ]
    reason = words("legend.no_target" if provinces[0]["metric"] == "value" else "legend.outside")
    entries.append(_entry(reason, look["land"], [row for row in without if row["collected"]]))
    entries.append(_entry(words("legend.nothing"), "", [row for row in without if not row["collected"]]))
    return [entry for entry in entries if entry["keys"]]


def _entry(label: str, colour: str, places: Rows) -> dict[str, Any]:
    return {"label": label, "colour": colour, "keys": column(places, "key")}


def _range(step: Class, row: Row, words: Words) -> str:
    high = words.amount(step.high, row["shown_unit"]) if row["metric"] == "value" else words.number(step.high)
    return high if step.low == step.high else f"{words.number(step.low)}–{high}"


def _hover(row: Row, words: Words) -> str:
    name = f"<b>{words.name('regions', row['key'])}</b>"
    if not row["collected"]:
        return f"{name}<br>{words('legend.nothing')}"
    lines = [name]
    if row["metric"] == "value":
        lines.append(words.commitment(row) or words("map.no_value"))
        if row["documents"] > 1:
            lines.append(words("map.newest_of", n=row["documents"]))
    return "<br>".join(
        [*lines, words.counted("count.policies", row["policies"]), words.counted("count.targets", row["targets"])]
    )


def _nation(rows: Rows, words: Words) -> dict[str, Any]:
    row = next(row for row in rows if row["level"] == "national")
    value = words.commitment(row) if row["metric"] == "value" else words.number(row["measure"] or 0)
    return {"key": row["key"], "label": words.place(row["key"]), "value": value or "–", "chosen": row["chosen"]}


VIEW = View("map", SQL, draw, writes="regions")
