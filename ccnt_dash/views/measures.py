"""What can be shown of places on the map? One question per metric, of all provinces or of one province's cities."""

from __future__ import annotations

HITS = """
    FROM matching_targets(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
"""
# What is compared where the reader names no indicator: of the hits, the one that most places have a value on.
SUBJECT = """subject AS (
    SELECT coalesce($indicator, (
        SELECT h.indicator FROM hits h JOIN indicators i USING (indicator) WHERE h.shown IS NOT NULL
        GROUP BY h.indicator, i.sort
        ORDER BY count(DISTINCT h.region) FILTER (h.level <> 'municipal') DESC, i.sort, h.indicator LIMIT 1
    ), leading_indicator($sectors)) AS indicator
)"""
# The places of the map; `whole` is what they make up together.
PLACES = """
WITH places AS (
    SELECT r.region AS key, r.region = coalesce($inside, '100000') AS whole, r.small, r.sort, r.letters,
           r.tile_x, r.tile_y, $face AS face, $inside AS inside, $metric AS metric, b.west, b.south, b.east, b.north,
           coalesce(a.reason, if(c.region IS NULL, 'not_collected', NULL)) AS absence
    FROM regions r LEFT JOIN region_bounds b ON b.region = $inside
    LEFT JOIN collected_places c ON c.region = r.region
    LEFT JOIN absences a ON a.region = r.region AND len($sectors) = 1 AND a.sector = $sectors[1]
    WHERE CASE WHEN $inside IS NULL THEN r.level <> 'municipal'
               ELSE r.region = $inside OR r.parent = $inside AND r.kind <> 'district' END
)"""
FOUND = f"""{PLACES}, matched AS (
    SELECT if($inside IS NULL, province, city) AS region, year
    FROM matching_policies(
        sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
        years := $years, since := $since, until := $until, search := $search, policies := $policies
    )
), p AS (
    SELECT region, count(*) AS policies, min(year) AS first FROM matched GROUP BY ALL
), hits AS ({HITS}), t AS (
    SELECT if($inside IS NULL, province, city) AS region, count(*) AS targets FROM hits GROUP BY ALL
), {SUBJECT}"""
COUNTS = f"""{FOUND}
SELECT places.*, coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets,
       (FROM subject) AS indicator, NULL AS year, NULL AS source_id,
       CASE $metric WHEN 'targets' THEN t.targets WHEN 'first' THEN p.first ELSE p.policies END AS measure
FROM places LEFT JOIN p ON p.region = key LEFT JOIN t ON t.region = key
ORDER BY sort
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
SELECT places.*, coalesce(p.policies, 0) AS policies, coalesce(t.targets, 0) AS targets,
       coalesce(v.documents, 0) AS documents, (FROM subject) AS indicator, (FROM moment) AS year, NULL AS source_id,
       v.newest.shown, v.newest.shown_high, v.newest.shown_aspired, v.newest.shown_unit,
       v.newest.comparator, v.newest.base_year, v.newest.shown AS measure
FROM places LEFT JOIN p ON p.region = key LEFT JOIN t ON t.region = key LEFT JOIN v ON v.region = key
ORDER BY sort
"""
# What happened is no policy: of the reader's choices only the sectors, the indicator and the year say which.
OBSERVED = f"""{PLACES}, subject AS (
    SELECT if($indicator IN (SELECT indicator FROM observed_years), $indicator, leading_observed($sectors)) AS indicator
), moment AS (
    SELECT coalesce($at, (SELECT year FROM observed_years WHERE indicator = (FROM subject)
                          ORDER BY places DESC, year DESC LIMIT 1)) AS year
), o AS (
    SELECT region, arg_min(value, source_id) AS value, arg_min(is_estimate, source_id) AS is_estimate,
           min(source_id) AS source_id
    FROM observations WHERE indicator = (FROM subject) AND year = (FROM moment) GROUP BY region
), known AS (SELECT list(year ORDER BY year) AS years FROM observed_years WHERE indicator = (FROM subject))
SELECT places.* REPLACE (
           CASE WHEN o.is_estimate THEN 'estimated' WHEN o.value IS NULL THEN 'not_collected' END AS absence),
       i.indicator, (FROM moment) AS year, (FROM known) AS known_years, o.value * u.factor / d.factor AS shown,
       i.display_unit AS shown_unit, '=' AS comparator, NULL AS shown_high, NULL AS shown_aspired, NULL AS base_year,
       o.source_id, shown AS measure
FROM places LEFT JOIN o ON o.region = key LEFT JOIN indicators i ON i.indicator = (FROM subject)
LEFT JOIN units u ON u.unit = i.unit LEFT JOIN units d ON d.unit = i.display_unit
ORDER BY sort
"""
# The standing target of each place, and how far it still is; of the choices the sectors, the indicator and the year.
AIMS = f"""{PLACES}, subject AS (SELECT coalesce($indicator, leading_comparison($sectors, NULL)) AS indicator),
aims AS (
    FROM standing_targets WHERE indicator = (FROM subject) AND ($at IS NULL OR target_year = $at)
    QUALIFY row_number() OVER (PARTITION BY region ORDER BY turn) = 1
)
SELECT places.*, (FROM subject) AS indicator, $at AS year, a.last_source AS source_id, a.target_year,
       a.shown, a.shown_high, a.shown_aspired, a.shown_unit, a.comparator, a.base_year, a.progress_status,
       a.last_value * a.factor AS seen, a.last_year,
       CASE WHEN $metric = 'progress' THEN s.sort
            WHEN a.last_value IS NOT NULL
            THEN greatest(a.direction * (a.shown - a.last_value * a.factor), 0) END AS measure
FROM places LEFT JOIN aims a ON a.region = key LEFT JOIN progress_statuses s USING (progress_status)
ORDER BY places.sort
"""
BY_METRIC = {"value": VALUES, "observed": OBSERVED, "gap": AIMS, "progress": AIMS}
# Metrics that show one indicator.
OF_AN_INDICATOR = tuple(BY_METRIC)
