-- Which facts are at odds with themselves or with each other? Written as in checks.sql.

-- check: years_reversed (error)
-- A period or a target that ends before it starts.
SELECT _file AS file, _line AS line, 'period_end' AS column_name, period_end AS value, 'is before period_start ' || period_start AS wrong, 'exchange the two or mend one' AS right_is
FROM staged.policies WHERE try_cast(period_end AS INTEGER) < try_cast(period_start AS INTEGER)
UNION ALL
SELECT _file, _line, 'target_year', target_year, 'is before base_year ' || base_year, 'exchange the two or mend one'
FROM staged.targets WHERE try_cast(target_year AS INTEGER) < try_cast(base_year AS INTEGER);

-- check: circular_implements (error)
-- A policy that carries out itself, at once or by way of others.
WITH RECURSIVE above AS (
    SELECT policy_id, implements FROM staged.policies WHERE implements IS NOT NULL
    UNION
    SELECT a.policy_id, p.implements FROM above a JOIN staged.policies p ON p.policy_id = a.implements WHERE p.implements IS NOT NULL
)
SELECT p._file AS file, p._line AS line, 'implements' AS column_name, p.implements AS value,
       'leads back to the policy itself' AS wrong, 'name the policy that was there first, or leave it empty' AS right_is
FROM staged.policies p SEMI JOIN above a ON a.policy_id = p.policy_id AND a.implements = p.policy_id;

-- check: merged_again (error)
-- A record that was merged or dropped and is listed all the same.
SELECT m._file AS file, m._line AS line, 'dropped' AS column_name, m.dropped AS value, 'is still listed at ' || p._file || ':' || p._line AS wrong, 'drop the record or this line' AS right_is
FROM staged.merges m JOIN staged.policies p ON p.policy_id = m.dropped;

-- check: target_before_policy (error)
-- A target for a year before its policy was published.
SELECT t._file AS file, t._line AS line, 'target_year' AS column_name, t.target_year AS value,
       'is before the policy was published (' || p.published || ')' AS wrong, 'mend one of the two' AS right_is
FROM staged.targets t JOIN staged.policies p USING (policy_id)
WHERE try_cast(t.target_year AS INTEGER) < try_cast(p.published[:4] AS INTEGER);

-- check: wrong_unit (error)
-- A value in another unit than its indicator's.
SELECT t._file AS file, t._line AS line, 'unit' AS column_name, t.unit AS value,
       'is not the unit of ' || t.indicator AS wrong, 'convert to ' || i.unit AS right_is
FROM (SELECT _file, _line, indicator, unit FROM staged.targets UNION ALL SELECT _file, _line, indicator, unit FROM staged.observations) t
JOIN staged.indicators i USING (indicator) WHERE t.unit <> i.unit;

-- check: impossible_factor (error)
-- A unit that is nothing or less than nothing of the others.
SELECT _file AS file, _line AS line, 'factor' AS column_name, factor AS value, 'is not above 0' AS wrong, 'how many of the unit of factor 1 it is' AS right_is
FROM staged.units WHERE try_cast(factor AS DOUBLE) <= 0;

-- check: wrong_dimension (error)
-- A display unit that measures something else.
SELECT i._file AS file, i._line AS line, 'display_unit' AS column_name, i.display_unit AS value,
       'measures ' || d.dimension || ', not ' || u.dimension AS wrong, 'choose a unit of ' || u.dimension AS right_is
FROM staged.indicators i JOIN staged.units u ON u.unit = i.unit JOIN staged.units d ON d.unit = i.display_unit
WHERE d.dimension <> u.dimension;

-- check: bare_value (error)
-- A value without what gives it meaning, or a range with one end.
SELECT _file AS file, _line AS line, u.column_name, '' AS value, 'is empty beside value ' || value AS wrong, 'fill it in, or leave the value empty' AS right_is
FROM staged.targets t, (VALUES ('indicator', t.indicator), ('comparator', t.comparator), ('unit', t.unit), ('value_source', t.value_source), ('unit_source', t.unit_source)) u(column_name, filled)
WHERE t.value IS NOT NULL AND u.filled IS NULL
UNION ALL
SELECT _file, _line, 'value', '', 'is empty beside ' || u.column_name || ' ' || u.filled, 'fill it in, or leave the other empty'
FROM staged.targets t, (VALUES ('comparator', t.comparator), ('value_high', t.value_high), ('value_aspired', t.value_aspired)) u(column_name, filled)
WHERE t.value IS NULL AND u.filled IS NOT NULL
UNION ALL
SELECT _file, _line, 'base_year', '', 'is empty beside base_value ' || base_value, 'fill it in'
FROM staged.targets WHERE base_value IS NOT NULL AND base_year IS NULL
UNION ALL
SELECT _file, _line, 'value_high', coalesce(value_high, ''), 'does not fit comparator ' || comparator, 'a range has two ends, everything else has one'
FROM staged.targets WHERE comparator IS NOT NULL AND (comparator = 'range') <> (value_high IS NOT NULL);

-- check: values_reversed (error)
-- A range whose upper end is not above its lower one, or a value striven for that is less than the one to be reached.
SELECT t._file AS file, t._line AS line, u.column_name, u.further AS value, 'does not go further than value ' || t.value AS wrong, 'exchange the two or mend one' AS right_is
FROM staged.targets t LEFT JOIN staged.indicators i USING (indicator),
     (VALUES ('value_high', t.value_high, 'more'), ('value_aspired', t.value_aspired, i.better)) u(column_name, further, better)
WHERE (try_cast(u.further AS DOUBLE) - try_cast(t.value AS DOUBLE)) * CASE u.better WHEN 'more' THEN 1 WHEN 'less' THEN -1 END <= 0;

-- check: bare_quote (error)
-- A quote without its language, or a language without its signs.
SELECT c.file, c.line, 'quote_lang' AS column_name, coalesce(l.value, '') AS value, 'does not fit the quote' AS wrong, 'zh if it has Chinese signs, else en' AS right_is
FROM staged.cells c LEFT JOIN staged.cells l ON l.table_name = c.table_name AND l.file = c.file AND l.line = c.line AND l.column_name = 'quote_lang'
WHERE c.column_name = 'quote' AND (l.value IS NULL OR l.value = 'zh' AND NOT regexp_matches(c.value, '[\x{4e00}-\x{9fff}]') OR l.value = 'en' AND NOT regexp_matches(c.value, '[A-Za-z]'));

-- check: value_not_in_quote (error)
-- The printed number is not in the quoted phrase, or only as a part of another number.
SELECT _file AS file, _line AS line, 'value_source' AS column_name, value_source AS value,
       'is not in the quote “' || quote || '”' AS wrong, 'copy both from the source as printed' AS right_is
FROM (SELECT _file, _line, value_source, quote FROM staged.targets UNION ALL SELECT _file, _line, value_source, quote FROM staged.observations)
WHERE NOT regexp_matches(quote, '(^[.,]?|[^0-9.,]|[^0-9][.,])' || regexp_escape(value_source) || '([^0-9.,]|[.,][^0-9]|[.,]?$)');

-- check: level_mismatch (error)
-- A policy of one level in a place of another.
SELECT p._file AS file, p._line AS line, 'level' AS column_name, coalesce(p.level, '') AS value,
       'does not fit region ' || p.region || ' (' || r.name_en || ')' AS wrong, 'write ' || r.level AS right_is
FROM staged.policies p JOIN staged.regions r USING (region) WHERE p.level IS DISTINCT FROM r.level;

-- check: foreign_target (error)
-- A target outside the place of its policy.
SELECT t._file AS file, t._line AS line, 'region' AS column_name, t.region AS value,
       'is not within the region of its policy (' || p.region || ')' AS wrong, 'mend one of the two' AS right_is
FROM staged.targets t JOIN staged.policies p USING (policy_id) JOIN staged.regions r ON r.region = t.region
WHERE t.region <> p.region AND p.region NOT IN (coalesce(r.parent, ''), '100000') AND left(t.region, 2) || '0000' <> p.region;

-- check: misplaced_region (error)
-- A division whose code tells another parent or level.
WITH told AS (
    SELECT *, CASE WHEN region = '100000' THEN NULL WHEN region[3:] = '0000' THEN '100000'
                   WHEN kind = 'district' AND region[:4] || '00' IN (SELECT region FROM staged.regions) THEN region[:4] || '00'
                   ELSE region[:2] || '0000' END AS right_parent,
           CASE WHEN region = '100000' THEN 'national' WHEN region[3:] = '0000' THEN 'provincial' ELSE 'municipal' END AS right_level
    FROM staged.regions
)
SELECT _file AS file, _line AS line, 'parent' AS column_name, coalesce(parent, '') AS value,
       'is not the parent that the code ' || region || ' tells' AS wrong, coalesce('write ' || right_parent, 'leave it empty') AS right_is
FROM told WHERE parent IS DISTINCT FROM right_parent
UNION ALL
SELECT _file, _line, 'level', level, 'is not the level that the code ' || region || ' tells', 'write ' || right_level
FROM told WHERE level <> right_level;

-- check: conversion (error)
-- A printed value and its canonical one that differ, where the printed unit is a known unit.
WITH printed AS (
    SELECT t._file, t._line, t.value, t.value_source, t.unit_source, t.unit,
           try_cast(replace(t.value_source, ',', '') AS DOUBLE) * try_cast(p.factor AS DOUBLE) / try_cast(c.factor AS DOUBLE) AS converted
    FROM (SELECT _file, _line, value, value_source, unit_source, unit FROM staged.targets
          UNION ALL SELECT _file, _line, value, value_source, unit_source, unit FROM staged.observations) t
    JOIN staged.printed_units a ON a.printed = t.unit_source
    JOIN staged.units p ON p.unit = a.unit JOIN staged.units c ON c.unit = t.unit AND c.dimension = p.dimension
)
SELECT _file AS file, _line AS line, 'value' AS column_name, value, 'is not ' || value_source || ' ' || unit_source || ' in ' || unit AS wrong, 'write ' || converted AS right_is
FROM printed WHERE abs(converted - try_cast(value AS DOUBLE)) > 1e-9 * abs(try_cast(value AS DOUBLE));

-- check: unused_source (warning)
-- A passport that no record names.
SELECT s._file AS file, 0 AS line, 'source_id' AS column_name, s.source_id AS value, 'is named by no record' AS wrong, 'drop it or use it' AS right_is
FROM staged.sources s
WHERE NOT EXISTS (FROM staged.cells c WHERE c.column_name = 'source_id' AND c.table_name <> 'sources' AND c.value = s.source_id);

-- check: misplaced_item (error)
-- An item of a briefing in a part that no issue has, or one that is to be in an editor's words and has none.
WITH parts AS (
    SELECT unnest(['top', 'news', 'values', 'due', 'reports']) AS section
    UNION ALL SELECT p.part || sector FROM staged.sectors, (VALUES ('national-'), ('local-')) p(part)
)
SELECT _file AS file, _line AS line, 'section' AS column_name, section AS value, 'is no part of an issue' AS wrong,
       'top, news, national-<sector>, local-<sector>, values, due or reports' AS right_is
FROM staged.briefings ANTI JOIN parts USING (section)
UNION ALL
SELECT _file, _line, 'state', state, 'has no text in both languages', 'write text_en and text_zh'
FROM staged.briefings WHERE state = 'rewritten' AND (text_en IS NULL OR text_zh IS NULL);
