-- Which series, statuses and periods can't be right as a whole? Written as in checks.sql.

-- check: unexplained_jump (warning)
-- A yearly value more than three times, or less than a third of, the one before it (at most three years earlier), and no line in jumps.csv.
WITH numbers AS (
    SELECT _file, _line, region, indicator, source_id, try_cast(year AS INTEGER) AS year, value AS written, try_cast(value AS DOUBLE) AS value
    FROM staged.observations WHERE try_cast(value AS DOUBLE) > 0
), steps AS (
    SELECT *, lag(value) OVER series AS before, lag(year) OVER series AS year_before
    FROM numbers WINDOW series AS (PARTITION BY region, indicator, source_id ORDER BY year)
)
SELECT s._file AS file, s._line AS line, 'value' AS column_name, s.written AS value,
       'is ' || round(s.value / s.before, 2) || ' times the value of ' || s.year_before || ' (' || s.indicator || ' of ' || s.region || ')' AS wrong,
       'look at the source again, then tell the reason in jumps.csv' AS right_is
FROM steps s ANTI JOIN staged.jumps j ON j.region = s.region AND j.indicator = s.indicator AND j.source_id = s.source_id AND try_cast(j.year AS INTEGER) = s.year
WHERE s.year - s.year_before <= 3 AND (s.value > 3 * s.before OR 3 * s.value < s.before);

-- check: explained_nothing (warning)
-- A line of jumps.csv about a value that is not there or does not jump.
WITH numbers AS (
    SELECT region, indicator, source_id, try_cast(year AS INTEGER) AS year, try_cast(value AS DOUBLE) AS value
    FROM staged.observations WHERE try_cast(value AS DOUBLE) > 0
), steps AS (
    SELECT *, lag(value) OVER series AS before, lag(year) OVER series AS year_before
    FROM numbers WINDOW series AS (PARTITION BY region, indicator, source_id ORDER BY year)
)
SELECT j._file AS file, j._line AS line, 'year' AS column_name, j.year AS value, 'is no jump of ' || j.indicator || ' of ' || j.region AS wrong, 'drop the line' AS right_is
FROM staged.jumps j LEFT JOIN steps s ON j.region = s.region AND j.indicator = s.indicator AND j.source_id = s.source_id AND try_cast(j.year AS INTEGER) = s.year
WHERE NOT coalesce(s.year - s.year_before <= 3 AND (s.value > 3 * s.before OR 3 * s.value < s.before), false);

-- check: reference_missed (error)
-- An observation, or the sum of the provinces, further from a published figure than its tolerance.
WITH found AS (
    SELECT e._file, e._line, e.value AS written, try_cast(e.value AS DOUBLE) AS value, try_cast(e.tolerance AS DOUBLE) AS tolerance, e.origin_en,
           e.unit, list_sort(list(DISTINCT o.unit)) AS units,
           if(any_value(e.sum_of) IS NULL, any_value(try_cast(o.value AS DOUBLE)), sum(try_cast(o.value AS DOUBLE))) AS observed
    FROM staged.reference_values e LEFT JOIN staged.observations o
      ON o.indicator = e.indicator AND o.year = e.year
     AND (e.sum_of IS NULL AND o.region = e.region OR e.sum_of = 'provinces' AND o.region IN (SELECT region FROM staged.regions WHERE level = 'provincial'))
    GROUP BY ALL
)
SELECT _file AS file, _line AS line, 'value' AS column_name, written AS value,
       if(observed IS NULL, 'has no observation to compare with', 'is not what the observations give, ' || observed || ' ' || array_to_string(units, ', ')) AS wrong,
       'look at both again (' || origin_en || ')' AS right_is
FROM found WHERE observed IS NULL OR list_filter(units, lambda each: each <> unit) <> [] OR abs(observed - value) > tolerance * abs(value) * (1 + 1e-9) + 1e-12;

-- check: share_out_of_bounds (warning)
-- A percentage above 100 or below 0, where it is a share and not a change.
SELECT t._file AS file, t._line AS line, 'value' AS column_name, t.value, 'is a share outside 0 to 100 %' AS wrong, 'look at the source again' AS right_is
FROM (SELECT _file, _line, indicator, value, unit FROM staged.targets UNION ALL SELECT _file, _line, indicator, value, unit FROM staged.observations) t
WHERE t.unit = 'percent' AND NOT regexp_matches(t.indicator, '(^|_)(growth|change|increase)(_|$)') AND try_cast(t.value AS DOUBLE) NOT BETWEEN 0 AND 100;

-- check: superseded_alone (error)
-- A status that a later document replaces it without that document, or the document without the status.
SELECT _file AS file, _line AS line, 'superseded_by' AS column_name, coalesce(superseded_by, '') AS value, 'does not fit status ' || status AS wrong,
       'name the later document and write status superseded, or neither' AS right_is
FROM staged.policies WHERE (status = 'superseded') <> (superseded_by IS NOT NULL)
UNION ALL
SELECT p._file, p._line, 'superseded_by', p.superseded_by, 'is not later (' || l.published || ') than the document it replaces (' || p.published || ')', 'name the later document'
FROM staged.policies p JOIN staged.policies l ON l.policy_id = p.superseded_by
WHERE left(l.published, length(p.published)) < left(p.published, length(l.published)) OR l.policy_id = p.policy_id;

-- check: relation_unproved (error)
-- A link to another policy without the line of policy_relations.csv that says from what it is known, or the line without the link.
WITH links AS (
    SELECT p._file, p._line, p.policy_id, u.relation, u.other_policy
    FROM staged.policies p, (VALUES ('implements', p.implements), ('superseded_by', p.superseded_by)) u(relation, other_policy) WHERE u.other_policy IS NOT NULL
)
SELECT l._file AS file, l._line AS line, l.relation AS column_name, l.other_policy AS value, 'has no line in policy_relations.csv' AS wrong, 'say there from what it is known' AS right_is
FROM links l ANTI JOIN staged.policy_relations r USING (policy_id, relation, other_policy)
UNION ALL
SELECT r._file, r._line, 'other_policy', r.other_policy, 'is not what the policy ' || r.policy_id || ' names under ' || r.relation, 'write it there too, or drop the line'
FROM staged.policy_relations r ANTI JOIN links l USING (policy_id, relation, other_policy);

-- check: period_not_in_title (warning)
-- Years of a period that the title prints and the record has not.
WITH printed AS (
    SELECT *, regexp_extract(title_zh, '(20[0-9]{2})年?[—－–―~～至-]{1,2}(20[0-9]{2})', ['first', 'last']) AS years FROM staged.policies
)
SELECT _file AS file, _line AS line, 'period_end' AS column_name, coalesce(period_end, '') AS value,
       'is not the period in the title “' || title_zh || '”' AS wrong, 'write ' || years.first || ' and ' || years.last AS right_is
FROM printed WHERE years.first <> '' AND (period_start IS DISTINCT FROM years.first OR period_end IS DISTINCT FROM years.last)
UNION ALL
SELECT _file, _line, 'period_end', '', 'is empty, and the title names a five-year plan', 'write its years'
FROM staged.policies WHERE regexp_matches(title_zh, '[“"]十[二三四五]五[”"]') AND period_end IS NULL;

-- check: stale_status (warning)
-- A status that the period does not fit any more, on the day the newest source was read.
WITH today AS (SELECT left(max(accessed), 4)::INTEGER AS year FROM staged.sources WHERE regexp_matches(accessed, '^[0-9]{4}'))
SELECT _file AS file, _line AS line, 'status' AS column_name, status AS value,
       'does not fit the period to ' || period_end || ', seen from ' || year AS wrong, if(try_cast(period_end AS INTEGER) < year, 'write ended, period_ended', 'write in_force, period_running') AS right_is
FROM staged.policies, today
WHERE status = 'in_force' AND try_cast(period_end AS INTEGER) < year OR status = 'ended' AND coalesce(try_cast(period_end AS INTEGER) > year, true);
