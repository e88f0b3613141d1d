-- What must never be: each statement names the culprits and must return no row.
-- Columns: file, line, column_name, value, wrong, right_is. The line "-- check: name (level)" opens a check;
-- errors stop the build, warnings are listed. Rows come from staged.*, where all cells are text.

-- check: missing_value (error)
-- A column that must be filled is empty.
WITH needed AS (
    SELECT table_name, column_name FROM duckdb_columns()
    WHERE schema_name = 'main' AND NOT is_nullable
), filled AS (
    SELECT table_name, file, line, list(column_name) AS columns FROM staged.cells GROUP BY ALL
)
SELECT f.file, f.line, n.column_name, '' AS value, 'is empty' AS wrong, 'fill it in' AS right_is
FROM filled f JOIN needed n USING (table_name)
WHERE NOT list_contains(f.columns, n.column_name);

-- check: missing_list (error)
-- A policy has neither sector nor issuer.
SELECT _file AS file, _line AS line, u.column_name, '' AS value, 'is empty' AS wrong, 'name at least one, separated by semicolons' AS right_is
FROM staged.policies p, (VALUES ('sectors', p.sectors), ('issuers', p.issuers)) u(column_name, value)
WHERE u.value IS NULL;

-- check: wrong_type (error)
-- A number or a yes/no that is none.
SELECT c.file, c.line, c.column_name, c.value, 'is not ' || CASE d.data_type WHEN 'BOOLEAN' THEN 'true or false' WHEN 'INTEGER' THEN 'a whole number' ELSE 'a number' END AS wrong,
       'write it in plain ASCII digits, such as ' || CASE d.data_type WHEN 'BOOLEAN' THEN 'true' WHEN 'INTEGER' THEN '2025' ELSE '14.5' END AS right_is
FROM staged.cells c
JOIN duckdb_columns() d ON d.schema_name = 'main' AND d.table_name = c.table_name AND d.column_name = c.column_name
WHERE d.data_type IN ('INTEGER', 'DOUBLE', 'BOOLEAN')
  AND NOT regexp_full_match(c.value, CASE d.data_type WHEN 'BOOLEAN' THEN 'true|false' WHEN 'INTEGER' THEN '-?[0-9]{1,9}' ELSE '-?[0-9]+(\.[0-9]+)?' END);

-- check: unknown_code (error)
-- A code that its table does not hold.
WITH links AS (
    SELECT table_name, constraint_column_names[1] AS column_name, referenced_table, referenced_column_names[1] AS referenced_column
    FROM duckdb_constraints() WHERE schema_name = 'main' AND constraint_type = 'FOREIGN KEY'
    UNION ALL VALUES ('regions', 'parent', 'regions', 'region'), ('policies', 'implements', 'policies', 'policy_id')
), codes AS (
    SELECT table_name AS referenced_table, column_name AS referenced_column, value FROM staged.cells
), lost AS (
    SELECT c.file, c.line, c.column_name, c.value, l.referenced_table, l.referenced_column
    FROM staged.cells c JOIN links l USING (table_name, column_name)
    WHERE NOT EXISTS (FROM codes k WHERE k.referenced_table = l.referenced_table AND k.referenced_column = l.referenced_column AND k.value = c.value)
)
SELECT file, line, column_name, value, 'is not in ' || referenced_table AS wrong,
       coalesce('perhaps ' || (
           SELECT string_agg(k.value, ', ' ORDER BY jaro_winkler_similarity(k.value, lost.value) DESC, k.value)
           FROM (SELECT k.value FROM codes k WHERE k.referenced_table = lost.referenced_table AND k.referenced_column = lost.referenced_column
                 ORDER BY jaro_winkler_similarity(k.value, lost.value) DESC, k.value LIMIT 3) k
       ), 'add it there first') AS right_is
FROM lost;

-- check: duplicate_key (error)
-- Two rows with one key.
WITH keys AS (
    SELECT table_name, constraint_column_names AS columns FROM duckdb_constraints()
    WHERE schema_name = 'main' AND constraint_type = 'PRIMARY KEY'
), written AS (
    SELECT c.table_name, c.file, c.line, string_agg(c.value, ' · ' ORDER BY list_position(k.columns, c.column_name)) AS key, any_value(k.columns) AS columns
    FROM staged.cells c JOIN keys k ON k.table_name = c.table_name AND list_contains(k.columns, c.column_name)
    WHERE c.table_name NOT IN ('policy_sectors', 'policy_issuers', 'activity_regions')
    GROUP BY c.table_name, c.file, c.line
), counted AS (
    SELECT *, first_value(file || ':' || line) OVER same AS first_place, row_number() OVER same AS nth
    FROM written WINDOW same AS (PARTITION BY table_name, key ORDER BY file, line)
)
SELECT file, line, array_to_string(columns, '+') AS column_name, key AS value,
       'stands already at ' || first_place AS wrong, 'give each row its own key or drop one' AS right_is
FROM counted WHERE nth > 1;

-- check: duplicate_list_code (error)
-- One code twice in a list.
WITH listed AS (
    SELECT _file, _line, 'sectors' AS column_name, sector AS code FROM staged.policy_sectors
    UNION ALL SELECT _file, _line, 'issuers', issuer FROM staged.policy_issuers
    UNION ALL SELECT _file, _line, 'regions', region FROM staged.activity_regions
)
SELECT _file AS file, _line AS line, column_name, code AS value, 'stands twice in the list' AS wrong, 'name it once' AS right_is
FROM listed GROUP BY ALL HAVING count(*) > 1;

-- check: malformed_code (error)
-- A key with signs that no link or file name can hold.
SELECT file, line, column_name, value, 'is not a well-formed key' AS wrong, 'use a-z, 0-9, hyphen (and point in target_id)' AS right_is
FROM staged.cells
WHERE column_name = 'policy_id' AND table_name = 'policies' AND NOT regexp_full_match(value, '[a-z0-9-]+')
   OR column_name = 'target_id' AND NOT regexp_full_match(value, '[a-z0-9.-]+')
   OR column_name = 'activity_id' AND table_name = 'activities' AND NOT regexp_full_match(value, '[a-z0-9-]+')
   OR column_name = 'region' AND table_name = 'regions' AND NOT regexp_full_match(value, '[1-8][0-9]{5}')
   OR column_name = 'colour' AND NOT regexp_full_match(value, '#[0-9a-f]{6}')
   OR column_name = 'sha256' AND NOT regexp_full_match(value, '[0-9a-f]{64}');

-- check: wrong_word (error)
-- A word that is not among the few a column allows.
SELECT c.file, c.line, c.column_name, c.value, 'is not allowed here' AS wrong, 'one of: ' || array_to_string(a.words, ', ') AS right_is
FROM staged.cells c JOIN (VALUES
    ('indicators', 'better', ['more', 'less', 'none']), ('sources', 'rating', ['green', 'amber', 'derived']),
    ('policies', 'title_original', ['en', 'zh']), ('policies', 'quote_lang', ['en', 'zh']), ('policy_sources', 'quote_lang', ['en', 'zh']),
    ('targets', 'quote_lang', ['en', 'zh']), ('observations', 'quote_lang', ['en', 'zh']), ('activities', 'quote_lang', ['en', 'zh'])
) a(table_name, column_name, words) USING (table_name, column_name)
WHERE NOT list_contains(a.words, c.value);

-- check: impossible_date (error)
-- A date that no calendar has, or one that a spreadsheet has mangled.
SELECT file, line, column_name, value, 'is not a date' AS wrong, 'write YYYY, YYYY-MM or YYYY-MM-DD' AS right_is
FROM staged.cells
WHERE column_name IN ('published', 'accessed', 'date', 'searched')
  AND (NOT regexp_full_match(value, '(19[5-9][0-9]|20[0-9]{2})(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?')
       OR try_cast(rpad(value, 10, '-01-01'[(length(value) - 3):]) AS DATE) IS NULL);

-- check: impossible_year (error)
-- A year outside 1949 to 2100.
SELECT file, line, column_name, value, 'is not a plausible year' AS wrong, 'a year from 1949 to 2100' AS right_is
FROM staged.cells
WHERE column_name IN ('year', 'base_year', 'target_year', 'period_start', 'period_end')
  AND try_cast(value AS INTEGER) NOT BETWEEN 1949 AND 2100;

-- check: years_reversed (error)
-- A period or a target that ends before it starts.
SELECT _file AS file, _line AS line, 'period_end' AS column_name, period_end AS value, 'is before period_start ' || period_start AS wrong, 'exchange the two or mend one' AS right_is
FROM staged.policies WHERE try_cast(period_end AS INTEGER) < try_cast(period_start AS INTEGER)
UNION ALL
SELECT _file, _line, 'target_year', target_year, 'is before base_year ' || base_year, 'exchange the two or mend one'
FROM staged.targets WHERE try_cast(target_year AS INTEGER) < try_cast(base_year AS INTEGER);

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
SELECT _file, _line, 'value_high', coalesce(value_high, ''), 'does not fit comparator ' || comparator, 'a range has two ends, everything else has one'
FROM staged.targets WHERE comparator IS NOT NULL AND (comparator = 'range') <> (value_high IS NOT NULL);

-- check: value_not_in_quote (error)
-- The printed number is not in the quoted phrase.
SELECT _file AS file, _line AS line, 'value_source' AS column_name, value_source AS value,
       'is not in the quote “' || quote || '”' AS wrong, 'copy both from the source as printed' AS right_is
FROM staged.targets WHERE value_source IS NOT NULL AND NOT contains(quote, value_source);

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
WHERE t.region <> p.region AND r.parent IS DISTINCT FROM p.region AND p.region <> '100000';

-- check: misplaced_region (error)
-- A division whose code does not begin like its province's.
SELECT _file AS file, _line AS line, 'parent' AS column_name, coalesce(parent, '') AS value,
       'is not the parent that the code ' || region || ' tells' AS wrong,
       'write ' || CASE WHEN region[3:] = '0000' THEN '100000' ELSE region[:2] || '0000' END AS right_is
FROM staged.regions
WHERE region <> '100000'
  AND parent IS DISTINCT FROM CASE WHEN region[3:] = '0000' THEN '100000' WHEN region[5:] = '00' OR region[3:4] = '90' OR level = 'municipal' THEN region[:2] || '0000' END;

-- check: hidden_sign (error)
-- Blanks at the ends, invisible signs, control signs.
SELECT file, line, column_name, value, 'has a blank at its end or an invisible sign' AS wrong, 'retype it' AS right_is
FROM staged.cells WHERE trim(value) <> value AND table_name <> 'texts' OR regexp_matches(value, '[\x{0000}-\x{0008}\x{000b}-\x{001f}\x{007f}\x{00a0}\x{00ad}\x{200b}-\x{200f}\x{202a}-\x{202f}\x{2060}\x{feff}]');

-- check: broken_encoding (error)
-- Signs that a wrong encoding leaves behind.
SELECT file, line, column_name, value, 'has been read in a wrong encoding once' AS wrong, 'copy it from the source again' AS right_is
FROM staged.cells WHERE regexp_matches(value, '\x{fffd}|锟斤拷|Ã[\x{0080}-\x{00bf}]|â€|ï¼|ã€');

-- check: mangled_by_spreadsheet (error)
-- What a spreadsheet makes of a cell that it misread.
SELECT file, line, column_name, value, 'has been changed by a spreadsheet' AS wrong, 'type the value of the source, in a column formatted as text' AS right_is
FROM staged.cells
WHERE regexp_full_match(value, '#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)[!?]?|#{2,}|[0-9](\.[0-9]+)?E\+?[0-9]+|[0-9]{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{2}');

-- check: wrong_language (error)
-- Chinese in an English text, or none in a Chinese one.
SELECT file, line, column_name, value, 'has Chinese signs in an English text' AS wrong, 'translate it' AS right_is
FROM staged.cells WHERE suffix(column_name, '_en') AND table_name NOT IN ('texts', 'region_aliases') AND regexp_matches(value, '[\x{4e00}-\x{9fff}]')
UNION ALL
SELECT file, line, column_name, value, 'has no Chinese sign in a Chinese text', 'translate it'
FROM staged.cells WHERE (suffix(column_name, 'title_zh') OR column_name IN ('statement_zh', 'summary_zh', 'definition_zh')) AND NOT regexp_matches(value, '[\x{4e00}-\x{9fff}]');

-- check: text_holes (error)
-- The two languages of an interface text have different holes.
SELECT _file AS file, _line AS line, 'zh' AS column_name, zh AS value, 'has other {holes} than the English text' AS wrong, 'use the same names in both' AS right_is
FROM staged.texts WHERE list_sort(regexp_extract_all(en, '\{[a-z_]+\}')) <> list_sort(regexp_extract_all(zh, '\{[a-z_]+\}'));

-- check: conversion (error)
-- A printed value and its canonical one that differ, where the printed unit is a known unit.
SELECT t._file AS file, t._line AS line, 'value' AS column_name, t.value, 'is not ' || t.value_source || ' ' || t.unit_source || ' in ' || t.unit AS wrong,
       'write ' || (try_cast(replace(t.value_source, ',', '') AS DOUBLE) * p.factor::DOUBLE / c.factor::DOUBLE) AS right_is
FROM staged.targets t JOIN staged.printed_units a ON a.printed = t.unit_source JOIN staged.units p ON p.unit = a.unit JOIN staged.units c ON c.unit = t.unit
WHERE p.dimension = c.dimension
  AND abs(try_cast(replace(t.value_source, ',', '') AS DOUBLE) * try_cast(p.factor AS DOUBLE) / try_cast(c.factor AS DOUBLE) - try_cast(t.value AS DOUBLE)) > 1e-9 * abs(try_cast(t.value AS DOUBLE));

-- check: share_out_of_bounds (warning)
-- A percentage above 100 or below 0.
SELECT _file AS file, _line AS line, 'value' AS column_name, value, 'is a percentage outside 0 to 100' AS wrong, 'look at the source again' AS right_is
FROM staged.targets WHERE unit = 'percent' AND try_cast(value AS DOUBLE) NOT BETWEEN 0 AND 100;

-- check: long_quote (warning)
-- A quote longer than a short phrase.
SELECT file, line, column_name, value[:60] || '…' AS value, 'is ' || length(value) || ' signs long' AS wrong, 'keep a quote under 300' AS right_is
FROM staged.cells WHERE column_name = 'quote' AND length(value) > 300;

-- check: unused_source (warning)
-- A passport that no record names.
SELECT s._file AS file, 0 AS line, 'source_id' AS column_name, s.source_id AS value, 'is named by no record' AS wrong, 'drop it or use it' AS right_is
FROM staged.sources s
WHERE NOT EXISTS (FROM staged.cells c WHERE c.column_name = 'source_id' AND c.table_name <> 'sources' AND c.value = s.source_id);
