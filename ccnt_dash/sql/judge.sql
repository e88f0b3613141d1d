-- How far is each target, and from which figures is that known?
-- A value is set against a target only where vocab/series.csv says that the two may be compared, and only where both count
-- from the same base year. "About" is reached within two per cent. The day is the one the newest source was read on.

CREATE TABLE progress AS
WITH today AS (
    SELECT max(accessed)::DATE AS day, year(max(accessed)::DATE) AS year FROM sources WHERE length(accessed) = 10
), goals AS (
    SELECT t.target_id, t.region, t.indicator, t.comparator, t.value, t.value_high, t.base_year, t.base_value, t.target_year,
           t.scope_en IS NOT NULL AS narrower, t.base_year IS NOT NULL AND t.base_value IS NULL AS is_change,
           i.better, year_of(p.published) AS set_in
    FROM targets t JOIN indicators i USING (indicator) JOIN policies p USING (policy_id)
    WHERE t.kind = 'target' AND t.value IS NOT NULL
), compared AS (
    SELECT target_indicator AS indicator, series_indicator, of_year FROM series WHERE comparable AND NOT chained
), points AS (
    SELECT g.target_id, o.indicator AS series_indicator, o.year, o.value, o.source_id, o.comparator AS told,
           basis_of(s.self_reported, o.is_estimate) AS basis
    FROM goals g JOIN compared c USING (indicator)
    JOIN observations o ON o.indicator = c.series_indicator AND o.region = g.region AND o.year <= g.target_year
                       AND o.base_year IS NOT DISTINCT FROM if(g.is_change, g.base_year, NULL)
    JOIN sources s USING (source_id)
    WHERE NOT g.narrower AND (NOT c.of_year OR o.year = g.target_year)
), last AS (
    SELECT target_id, max_by(struct_pack(series_indicator, year, value, source_id, told, basis),
                             year * 10 + CASE basis WHEN 'measured' THEN 2 WHEN 'reported' THEN 1 ELSE 0 END) AS last
    FROM points GROUP BY ALL
), starts AS (
    SELECT target_id, base_year AS year, coalesce(base_value, 0) AS value FROM goals WHERE base_year IS NOT NULL
    UNION ALL
    SELECT p.target_id, p.year, p.value FROM points p JOIN goals g USING (target_id) WHERE g.base_year IS NULL
), first AS (
    -- The last value from before the target was set, or else the earliest one.
    SELECT s.target_id, coalesce(max_by(struct_pack(year := s.year, value := s.value), s.year) FILTER (s.year < g.set_in),
                                 min_by(struct_pack(year := s.year, value := s.value), s.year)) AS first
    FROM starts s JOIN goals g USING (target_id) JOIN last l USING (target_id) WHERE s.year < l.last.year GROUP BY s.target_id
), figures AS (
    SELECT g.*, l.last, f.first, today.year AS this_year, date_diff('day', today.day, make_date(g.target_year, 12, 31)) AS days_left,
           CASE WHEN g.comparator IN ('>=', '>') THEN 1 WHEN g.comparator IN ('<=', '<') THEN -1
                WHEN g.better = 'more' THEN 1 WHEN g.better = 'less' THEN -1 ELSE sign(g.value - f.first.value) END::INTEGER AS direction,
           (l.last.value - f.first.value) / (l.last.year - f.first.year) AS observed_rate,
           (g.value - l.last.value) / nullif(g.target_year - l.last.year, 0) AS required_rate
    FROM goals g CROSS JOIN today LEFT JOIN last l USING (target_id) LEFT JOIN first f USING (target_id)
), reached AS (
    -- A value told as "more than" leaves open whether it reaches a higher target.
    SELECT *, CASE WHEN direction IS NULL OR last IS NULL THEN NULL
                   WHEN comparator = '>' THEN last.value > value OR last.value = value AND last.told = '>'
                   WHEN comparator = '<' THEN last.value < value OR last.value = value AND last.told = '<'
                   WHEN comparator = '~' THEN direction * (last.value - value) >= -0.02 * abs(value)
                   WHEN direction = 1 THEN last.value >= value ELSE last.value <= coalesce(value_high, value) END AS is_reached
    FROM figures
), judged AS (
    SELECT *, CASE WHEN target_year IS NULL THEN 'no_year' WHEN narrower THEN 'scope'
                   WHEN indicator NOT IN (SELECT target_indicator FROM series) THEN 'no_series'
                   WHEN indicator NOT IN (SELECT indicator FROM compared) THEN 'not_comparable'
                   WHEN last IS NULL AND indicator IN (SELECT indicator FROM compared WHERE of_year) THEN 'of_year'
                   WHEN last IS NULL THEN 'no_value'
                   WHEN NOT is_reached AND (direction = 1 AND last.told IN ('>', '>=') OR direction = -1 AND last.told IN ('<', '<=')) THEN 'bound'
                   WHEN direction IS NULL THEN 'one_value'
                   WHEN last.year = target_year THEN NULL
                   WHEN last.year < set_in THEN 'not_begun'
                   WHEN is_reached AND direction = 1 THEN NULL
                   WHEN first IS NULL THEN 'one_value' END AS reason
    FROM reached
)
SELECT target_id,
       -- What may not be exceeded is kept only when its year is over; what has been reached stays reached.
       CASE WHEN reason IS NULL AND is_reached AND (direction = 1 OR last.year = target_year) THEN 'achieved'
            WHEN reason IS NULL AND last.year = target_year THEN 'missed'
            WHEN target_year < this_year THEN 'due_no_result'
            WHEN reason IS NOT NULL THEN 'not_assessable'
            WHEN direction * observed_rate >= direction * required_rate THEN 'on_track'
            WHEN direction * observed_rate < 0 THEN 'moving_away' ELSE 'lagging' END AS progress_status,
       reason AS progress_reason, last.basis AS basis, last.series_indicator AS series_indicator, direction,
       first.year AS first_year, first.value AS first_value, last.year AS last_year, last.value AS last_value,
       last.source_id AS last_source, observed_rate, required_rate, days_left::INTEGER AS days_left
FROM judged ORDER BY target_id;

CREATE TABLE standing_targets AS
SELECT f.target_id, f.policy_id, f.region, r.kind, r.level, f.sector, f.indicator, f.target_year, f.published, f.shown, f.shown_high,
       f.shown_aspired, f.shown_unit, f.comparator, f.base_year, g.* EXCLUDE (target_id), u.factor / d.factor AS factor,
       -- Of several standing targets of a place the first that is still to come, or else the last one.
       row_number() OVER (PARTITION BY f.region, f.indicator ORDER BY g.days_left IS NULL, g.days_left < 0, abs(g.days_left), f.published DESC, f.target_id) AS turn
FROM target_facts f JOIN progress g USING (target_id) JOIN regions r ON r.region = f.region
JOIN indicators i ON i.indicator = f.indicator JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
WHERE f.standing <> 'earlier'
ORDER BY f.indicator, f.region;

CREATE MACRO leading_comparison(sectors, places) AS (
    SELECT s.indicator FROM standing_targets s JOIN indicators i USING (indicator)
    WHERE s.level = 'provincial' AND picked(s.sector, sectors)
    GROUP BY s.indicator, i.sort
    ORDER BY count(s.last_year) FILTER (s.region = places[1]) > 0 DESC, count(*) FILTER (s.region = places[1]) > 0 DESC, count(DISTINCT s.region) FILTER (s.last_year IS NOT NULL) DESC, count(DISTINCT s.region) DESC, i.sort LIMIT 1
);
COMMENT ON MACRO leading_comparison IS 'The indicator that most provinces have both a standing target and a value on, of those that the first chosen place has a target on if it has any.';

CREATE TABLE series_lengths AS
SELECT s.target_indicator AS indicator, o.region, count(DISTINCT o.year)::INTEGER AS years
FROM series s JOIN observations o ON o.indicator = s.series_indicator WHERE s.comparable AND NOT s.chained GROUP BY ALL ORDER BY ALL;

CREATE TABLE likenesses AS
WITH newest AS (
    SELECT region, indicator, max_by(struct_pack(year, value), year) AS o FROM observations
    WHERE indicator IN ('population', 'gdp_current', 'nonfossil_share_generation_approx', 'land_area') GROUP BY ALL
), incomes AS (
    SELECT g.region, max_by(g.value / p.value, g.year) AS cny_per_person, max(g.year) AS income_year
    FROM observations g JOIN observations p ON p.region = g.region AND p.year = g.year AND p.indicator = 'population'
    WHERE g.indicator = 'gdp_current' GROUP BY ALL
)
SELECT r.region, r.kind, a.o.value / 1e6 AS square_km, p.o.value AS persons, p.o.year AS persons_year, g.o.value AS cny, g.o.year AS cny_year,
       i.cny_per_person, i.income_year, m.o.value AS nonfossil_share, m.o.year AS nonfossil_year
FROM regions r LEFT JOIN newest a ON a.region = r.region AND a.indicator = 'land_area'
LEFT JOIN newest p ON p.region = r.region AND p.indicator = 'population'
LEFT JOIN newest g ON g.region = r.region AND g.indicator = 'gdp_current'
LEFT JOIN incomes i ON i.region = r.region
LEFT JOIN newest m ON m.region = r.region AND m.indicator = 'nonfossil_share_generation_approx'
ORDER BY r.sort;

CREATE MACRO unlikeness(alike, a, b) AS
    CASE alike WHEN 'kind' THEN if(a.kind = b.kind, coalesce(abs(ln(a.persons) - ln(b.persons)), 99), NULL)
               WHEN 'population' THEN abs(ln(a.persons) - ln(b.persons))
               WHEN 'income' THEN abs(ln(a.cny_per_person) - ln(b.cny_per_person))
               WHEN 'mix' THEN abs(a.nonfossil_share - b.nonfossil_share)
               WHEN 'borders' THEN if((a.region, b.region) IN (FROM region_borders), 0, NULL) END;
COMMENT ON MACRO unlikeness IS 'How far two places are from being alike in a respect; NULL where they are not at all, or where it is not known.';

CREATE MACRO peers_of(places, subject, alike) AS TABLE
    WITH candidates AS (
        FROM likenesses WHERE region IN (SELECT region FROM standing_targets WHERE indicator = subject AND level = 'provincial')
    ), anchor AS (
        FROM likenesses
        WHERE region = coalesce(places[1], (SELECT region FROM candidates ORDER BY persons DESC NULLS LAST, region LIMIT 1))
    ), others AS (
        SELECT c.region, unlikeness(alike, c, a) AS distance FROM candidates c JOIN anchor a ON c.region <> a.region
        WHERE coalesce(len(places), 0) < 2
    )
    SELECT unnest(places[:8]) AS region, 'chosen' AS reason WHERE len(places) > 1
    UNION ALL
    SELECT region, 'anchor' FROM anchor WHERE coalesce(len(places), 0) < 2
    UNION ALL
    SELECT region, alike FROM (FROM others WHERE distance IS NOT NULL ORDER BY distance, region LIMIT 7);
COMMENT ON MACRO TABLE peers_of IS 'The places chosen, or, with none or one chosen, that one and up to seven with a standing target that are most alike in a respect.';
