-- What must never be written: each statement names the culprits and must return no row.
-- Columns: file, line, column_name, value, wrong, right_is. The line "-- check: name (level)" opens a check;
-- errors stop the build, warnings are listed. Rows come from staged.*, where all cells are text.
-- Here: cells that no table could hold or no reader could trust; checks_facts.sql: facts at odds with each other;
-- checks_series.sql: series, statuses and periods that can't be right as a whole.

-- check: empty_table (error)
-- A vocabulary without a row, or a folder that is no data set.
WITH vocabularies AS (
    SELECT DISTINCT referenced_table AS table_name FROM duckdb_constraints()
    WHERE database_name = current_database() AND constraint_type = 'FOREIGN KEY' AND referenced_table NOT IN ('policies', 'activities', 'issues')
    UNION ALL VALUES ('texts')
)
SELECT table_name AS file, 0 AS line, '' AS column_name, '' AS value, 'has no row in any text file' AS wrong, 'restore the file, or name another folder with --data' AS right_is
FROM vocabularies v WHERE NOT EXISTS (FROM staged.cells c WHERE c.table_name = v.table_name);

-- check: missing_value (error)
-- A column that must be filled is empty.
WITH needed AS (
    SELECT table_name, column_name FROM duckdb_columns()
    WHERE database_name = current_database() AND NOT is_nullable
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
JOIN duckdb_columns() d ON d.database_name = current_database() AND d.table_name = c.table_name AND d.column_name = c.column_name
WHERE d.data_type IN ('INTEGER', 'DOUBLE', 'BOOLEAN')
  AND NOT regexp_full_match(c.value, CASE d.data_type WHEN 'BOOLEAN' THEN 'true|false' WHEN 'INTEGER' THEN '-?(0|[1-9][0-9]{0,8})' ELSE '-?[0-9]{1,15}(\.[0-9]{1,15})?' END);

-- check: unknown_code (error)
-- A code that its table does not hold. Topics of activities may be sectors too.
WITH links AS (
    SELECT table_name, constraint_column_names[1] AS column_name, false AS is_list, referenced_table, referenced_column_names[1] AS referenced_column
    FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type = 'FOREIGN KEY'
    UNION ALL VALUES
        ('regions', 'parent', false, 'regions', 'region'), ('policies', 'implements', false, 'policies', 'policy_id'), ('policies', 'superseded_by', false, 'policies', 'policy_id'), ('merges', 'kept', false, 'policies', 'policy_id'),
        ('policies', 'sectors', true, 'sectors', 'sector'), ('policies', 'issuers', true, 'issuers', 'issuer'),
        ('activities', 'regions', true, 'regions', 'region'), ('activities', 'topics', true, 'topics', 'topic'),
        ('issues', 'regions', true, 'regions', 'region'), ('issues', 'sectors', true, 'sectors', 'sector')
), codes AS (
    SELECT DISTINCT table_name AS referenced_table, column_name AS referenced_column, value FROM staged.cells
    UNION SELECT 'topics', 'topic', value FROM staged.cells WHERE table_name = 'sectors' AND column_name = 'sector'
), written AS (
    SELECT c.file, c.line, c.column_name, l.referenced_table, l.referenced_column, unnest(if(l.is_list, string_split(c.value, ';'), [c.value])) AS value
    FROM staged.cells c JOIN links l USING (table_name, column_name)
), lost AS (
    SELECT DISTINCT * FROM written ANTI JOIN codes USING (referenced_table, referenced_column, value)
), near AS (
    SELECT lost.*, list(codes.value ORDER BY jaro_winkler_similarity(lower(codes.value), lower(lost.value)) DESC, codes.value) AS codes
    FROM lost LEFT JOIN codes USING (referenced_table, referenced_column) GROUP BY ALL
)
SELECT file, line, column_name, value, if(value = '', 'is empty between semicolons', 'is not in ' || referenced_table) AS wrong,
       CASE WHEN a.region IS NOT NULL THEN 'write ' || a.region
            WHEN codes[1] IS NULL THEN 'add it there first'
            WHEN len(codes) <= 12 THEN 'one of: ' || array_to_string(codes, ', ')
            ELSE 'add it there first, or perhaps one of: ' || array_to_string(codes[:3], ', ') END AS right_is
FROM near LEFT JOIN staged.region_aliases a ON near.referenced_table = 'regions' AND a.alias = near.value;

-- check: duplicate_key (error)
-- Two rows with one key.
WITH keys AS (
    SELECT table_name, constraint_column_names AS columns FROM duckdb_constraints()
    WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'
), written AS (
    SELECT c.table_name, c.file, c.line, string_agg(c.value, ' · ' ORDER BY list_position(k.columns, c.column_name)) AS key, any_value(k.columns) AS columns
    FROM staged.cells c JOIN keys k ON k.table_name = c.table_name AND list_contains(k.columns, c.column_name)
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
SELECT file, line, column_name, code AS value, 'stands twice in the list' AS wrong, 'name it once' AS right_is
FROM (SELECT file, line, column_name, unnest(string_split(value, ';')) AS code FROM staged.cells
      WHERE table_name IN ('policies', 'activities', 'issues') AND column_name IN ('sectors', 'issuers', 'regions', 'topics'))
GROUP BY ALL HAVING count(*) > 1;

-- check: malformed_code (error)
-- A key with signs that no link or file name can hold.
SELECT file, line, column_name, value, 'is not a well-formed key' AS wrong, 'use a-z, 0-9, hyphen (and point in target_id)' AS right_is
FROM staged.cells
WHERE column_name = 'policy_id' AND table_name = 'policies' AND NOT regexp_full_match(value, '[a-z0-9-]+')
   OR column_name = 'target_id' AND NOT regexp_full_match(value, '[a-z0-9.-]+')
   OR column_name = 'activity_id' AND table_name = 'activities' AND NOT regexp_full_match(value, '[a-z0-9-]+')
   OR column_name = 'issue' AND table_name = 'issues' AND NOT regexp_full_match(value, '[a-z0-9-]+')
   OR column_name = 'region' AND table_name = 'regions' AND NOT regexp_full_match(value, '[1-8][0-9]{5}')
   OR column_name = 'colour' AND NOT regexp_full_match(value, '#[0-9a-f]{6}')
   OR column_name = 'sha256' AND NOT regexp_full_match(value, '[0-9a-f]{64}');

-- check: misnumbered_version (error)
-- A released version without a number that can be sorted, or with a checksum that no data set has.
SELECT file, line, column_name, value, 'is no ' || column_name || ' of a version' AS wrong, 'let python -m ccnt_dash release write the row' AS right_is
FROM staged.cells
WHERE table_name = 'versions'
  AND (column_name = 'number' AND NOT regexp_full_match(value, '20[0-9]{2}\.([1-9]|1[0-2])\.[1-9][0-9]?')
       OR column_name = 'checksum' AND NOT regexp_full_match(value, '[0-9a-f]{12}'));

-- check: impossible_link (error)
-- An address that a browser would not open as a page.
SELECT file, line, column_name, value, 'is not a web address' AS wrong, 'write it whole, from https:// on, without blanks' AS right_is
FROM staged.cells WHERE column_name = 'url' AND NOT regexp_full_match(value, 'https?://[^\s/]+\.[^\s]+');

-- check: wrong_word (error)
-- A word that is not among the few a column allows.
SELECT c.file, c.line, c.column_name, c.value, 'is not allowed here' AS wrong, 'one of: ' || array_to_string(a.words, ', ') AS right_is
FROM staged.cells c JOIN (VALUES
    ('indicators', 'better', ['more', 'less', 'none']), ('sources', 'rating', ['green', 'amber', 'derived']),
    ('policies', 'title_original', ['en', 'zh']), ('policies', 'quote_lang', ['en', 'zh']), ('policy_sources', 'quote_lang', ['en', 'zh']), ('policy_relations', 'quote_lang', ['en', 'zh']), ('policy_relations', 'relation', ['implements', 'superseded_by']),
    ('targets', 'quote_lang', ['en', 'zh']), ('reference_values', 'sum_of', ['provinces']), ('observations', 'quote_lang', ['en', 'zh']), ('activities', 'quote_lang', ['en', 'zh']),
    ('briefings', 'state', ['new', 'kept', 'locked', 'rewritten', 'dropped'])
) a(table_name, column_name, words) USING (table_name, column_name)
WHERE NOT list_contains(a.words, c.value);

-- check: impossible_date (error)
-- A date that no calendar has, or one that a spreadsheet has mangled.
SELECT file, line, column_name, value, 'is not a date' AS wrong, 'write YYYY, YYYY-MM or YYYY-MM-DD' AS right_is
FROM staged.cells
WHERE column_name IN ('published', 'accessed', 'date', 'searched')
  AND (NOT regexp_full_match(value, '(19[5-9][0-9]|20[0-9]{2})(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?')
       OR try_cast(rpad(value, 10, '-01-01'[(length(value) - 3):]) AS DATE) IS NULL);

-- check: impossible_month (error)
-- A month that no calendar has, or a first month after the last.
SELECT file, line, column_name, value, 'is not a month' AS wrong, 'write YYYY-MM' AS right_is
FROM staged.cells
WHERE column_name IN ('starts', 'ends', 'covers_from', 'covers_until') AND NOT regexp_full_match(value, '(19[5-9][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])')
UNION ALL
SELECT _file, _line, 'starts', starts, 'is after the last month', 'let the period begin before it ends'
FROM staged.issues WHERE starts > ends;

-- check: impossible_year (error)
-- A year outside 1949 to 2100.
SELECT file, line, column_name, value, 'is not a plausible year' AS wrong, 'a year from 1949 to 2100' AS right_is
FROM staged.cells
WHERE column_name IN ('year', 'base_year', 'target_year', 'period_start', 'period_end')
  AND try_cast(value AS INTEGER) NOT BETWEEN 1949 AND 2100;

-- check: out_of_range (error)
-- A share that is none, or a count of nothing.
SELECT file, line, column_name, value, 'is out of range' AS wrong, if(column_name = 'entries', 'a number from 1 on', 'a number from 0 to 1') AS right_is
FROM staged.cells
WHERE table_name IN ('reference_values', 'match_decisions', 'left_out')
  AND (column_name IN ('tolerance', 'score') AND try_cast(value AS DOUBLE) NOT BETWEEN 0 AND 1 OR column_name = 'entries' AND try_cast(value AS DOUBLE) < 1);

-- check: hidden_sign (error)
-- Blanks at the ends, invisible signs, control signs.
SELECT file, line, column_name, value, 'has a blank at its end or an invisible sign' AS wrong, 'retype it' AS right_is
FROM staged.cells WHERE table_name <> 'texts' AND regexp_matches(value, '^[\s\x{3000}]|[\s\x{3000}]$')
   OR regexp_matches(value, '[\x{0000}-\x{0009}\x{000b}-\x{001f}\x{007f}-\x{00a0}\x{00ad}\x{200b}-\x{200f}\x{2028}-\x{202f}\x{2060}-\x{206f}\x{feff}]');

-- check: broken_encoding (error)
-- Signs that a wrong encoding leaves behind.
SELECT file, line, column_name, value, 'has been read in a wrong encoding once' AS wrong, 'copy it from the source again' AS right_is
FROM staged.cells WHERE regexp_matches(value, '\x{fffd}|锟斤拷|Ã[\x{0080}-\x{00bf}]|â€|ï¼|ã€');

-- check: mangled_by_spreadsheet (error)
-- What a spreadsheet makes of a cell that it misread.
SELECT file, line, column_name, value, 'has been changed by a spreadsheet' AS wrong, 'type the value of the source, in a column formatted as text' AS right_is
FROM staged.cells
WHERE regexp_full_match(value, '#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL|SPILL|CALC)[!?]?|#{2,}|-?[0-9](\.[0-9]+)?E[+-]?[0-9]+|[0-9]{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{2}');

-- check: wrong_language (error)
-- Chinese in an English text, or none in a Chinese one.
SELECT file, line, column_name, value, 'has Chinese signs in an English text' AS wrong, 'translate it' AS right_is
FROM staged.cells WHERE suffix(column_name, '_en') AND table_name NOT IN ('texts', 'region_aliases') AND regexp_matches(value, '[\x{4e00}-\x{9fff}]')
UNION ALL
SELECT file, line, column_name, value, 'has no Chinese sign in a Chinese text', 'translate it'
FROM staged.cells WHERE (suffix(column_name, 'title_zh') OR column_name IN ('statement_zh', 'summary_zh', 'definition_zh')) AND NOT regexp_matches(value, '[\x{4e00}-\x{9fff}]');

-- check: text_holes (error)
-- The two languages of an interface text have different holes, or a brace belongs to none.
SELECT _file AS file, _line AS line, 'zh' AS column_name, zh AS value, 'has other {holes} than the English text' AS wrong, 'use the same names in both' AS right_is
FROM staged.texts WHERE list_sort(regexp_extract_all(en, '\{[a-z_]+\}')) <> list_sort(regexp_extract_all(zh, '\{[a-z_]+\}'))
UNION ALL
SELECT _file, _line, u.column_name, u.value, 'has a brace that is no {hole}', 'write a name between braces, or no brace'
FROM staged.texts t, (VALUES ('en', t.en), ('zh', t.zh)) u(column_name, value) WHERE regexp_matches(regexp_replace(u.value, '\{[a-z_]+\}', '', 'g'), '[{}]');

-- check: long_quote (warning)
-- A quote longer than a short phrase.
SELECT file, line, column_name, value[:60] || '…' AS value, 'is ' || length(value) || ' signs long' AS wrong, 'keep a quote under 300' AS right_is
FROM staged.cells WHERE column_name = 'quote' AND length(value) > 300;
