"""Where has how much been found, set or promised?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views import layers
from ccnt_dash.views.base import Figure, Row, Rows, View, column, figure
from ccnt_dash.views.classes import Class, classes

HITS = """
    FROM matching_targets(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
"""
FOUND = f"""
WITH p AS (
    SELECT province AS region, count(*) AS policies
    FROM matching_policies(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
    GROUP BY ALL
), hits AS ({HITS}), t AS (
    SELECT province AS region, count(*) AS targets FROM hits GROUP BY ALL
), subject AS (
    SELECT coalesce($indicator, leading_indicator($sectors)) AS indicator
)"""
COUNTS = f"""{FOUND}
SELECT r.region AS key, r.level, r.small, r.region IN (FROM collected_places) AS collected,
       coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets,
       $metric AS metric, (FROM subject) AS indicator, NULL AS year, NULL AS source_id,
       if($metric = 'policies', p.policies, t.targets) AS measure
FROM regions r LEFT JOIN p USING (region) LEFT JOIN t USING (region)
WHERE r.level <> 'municipal'
ORDER BY r.sort
"""
VALUES = f"""{FOUND}, valued AS (
    FROM hits WHERE shown IS NOT NULL AND indicator = (FROM subject)
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
       $metric AS metric, (FROM subject) AS indicator, (FROM moment) AS year, NULL AS source_id,
       v.newest.shown, v.newest.shown_high, v.newest.shown_aspired, v.newest.shown_unit,
       v.newest.comparator, v.newest.base_year, v.newest.shown AS measure
FROM regions r LEFT JOIN p USING (region) LEFT JOIN t USING (region) LEFT JOIN v USING (region)
WHERE r.level <> 'municipal'
ORDER BY r.sort
"""
# What happened is no policy: of the reader's choices only the sectors, the indicator and the year say which.
OBSERVED = """
WITH subject AS (
    SELECT if($indicator IN (SELECT indicator FROM observed_years), $indicator, leading_observed($sectors))
               AS indicator
), moment AS (
    SELECT coalesce($at, (SELECT year FROM observed_years WHERE indicator = (FROM subject)
                          ORDER BY places DESC, year DESC LIMIT 1)) AS year
), o AS (
    SELECT region, arg_min(value, source_id) AS value, arg_min(is_estimate, source_id) AS is_estimate,
           min(source_id) AS source_id
    FROM observations WHERE indicator = (FROM subject) AND year = (FROM moment) GROUP BY region
)
SELECT r.region AS key, r.level, r.small, o.value IS NOT NULL AS collected, $metric AS metric,
       i.indicator, (FROM moment) AS year, o.value * u.factor / d.factor AS shown, i.display_unit AS shown_unit,
       '=' AS comparator, NULL AS shown_high, NULL AS shown_aspired, NULL AS base_year,
       o.is_estimate, o.source_id, shown AS measure
FROM regions r LEFT JOIN o USING (region) LEFT JOIN indicators i ON i.indicator = (FROM subject)
LEFT JOIN units u ON u.unit = i.unit LEFT JOIN units d ON d.unit = i.display_unit
WHERE r.level <> 'municipal'
ORDER BY r.sort
"""
# Metrics that show one indicator in one year.
OF_AN_INDICATOR = ("value", "observed")


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
            "sources": list(dict.fromkeys(row["source_id"] for row in rows if row["source_id"])),
        },
        geo=layers.MAIN,
        geo2={**layers.INSET, "framecolor": look["line"]},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision="map",
    )


def title(row: Row, words: Words) -> str:
    """What the map shows, with unit and year."""
    if row["metric"] not in OF_AN_INDICATOR:
        return words(f"map.title.{row['metric']}")
    if not row["indicator"]:
        return words("map.title.no_indicator")
    name = words.name("indicators", row["indicator"])
    return words(f"map.title.{row['metric']}", indicator=name, year=row["year"] or "")


def legend(provinces: Rows, steps: list[Class], words: Words, look: Look) -> list[dict[str, Any]]:
    """Classes from low to high, then places without a value: label, colour ("" is hatched), their codes."""
    known = [row for row in provinces if row["measure"] is not None]
    without = [row for row in provinces if row["measure"] is None]
    shades = zip(look.sequence(len(steps)), steps, strict=True)
    entries = [
        _entry(_range(step, known[0], words), colour, [row for row in known if row["measure"] in step])
        for colour, step in shades
    ]
    metric = provinces[0]["metric"]
    hatched = [row for row in without if not row["collected"]]
    reason = words("legend.no_target" if metric == "value" else "legend.outside")
    entries.append(_entry(reason, look["land"], [row for row in without if row not in hatched]))
    entries.append(_entry(words("legend.not_observed" if metric == "observed" else "legend.nothing"), "", hatched))
    return [entry for entry in entries if entry["keys"]]


def _entry(label: str, colour: str, places: Rows) -> dict[str, Any]:
    return {"label": label, "colour": colour, "keys": column(places, "key")}


def _range(step: Class, row: Row, words: Words) -> str:
    high = words.amount(step.high, row["shown_unit"]) if row["metric"] in OF_AN_INDICATOR else words.number(step.high)
    return high if step.low == step.high else f"{words.number(step.low)}–{high}"


def _hover(row: Row, words: Words) -> str:
    name = f"<b>{words.name('regions', row['key'])}</b>"
    if row["metric"] == "observed":
        estimate = words("map.estimate") if row["is_estimate"] else ""
        return f"{name}<br>{words.commitment(row) or words('legend.not_observed')}{estimate}"
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
    value = words.commitment(row) if row["metric"] in OF_AN_INDICATOR else words.number(row["measure"] or 0)
    return {"key": row["key"], "label": words.place(row["key"]), "value": value or "–", "chosen": row["chosen"]}


VIEW = View("map", COUNTS, draw, writes="regions", by_metric={"value": VALUES, "observed": OBSERVED})
