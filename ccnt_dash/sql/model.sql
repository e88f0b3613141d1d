-- How the tables are asked: flat facts with what a filter needs, and what filters are made of. The filters themselves
-- stand in search.sql.

CREATE MACRO picked(code, wanted) AS (wanted IS NULL OR list_contains(wanted, code));
COMMENT ON MACRO picked IS 'Is the code among the wanted ones? NULL wants all.';

CREATE MACRO within(region, city, province, wanted) AS
    (wanted IS NULL OR list_contains(wanted, region) OR list_contains(wanted, city) OR list_contains(wanted, province));
COMMENT ON MACRO within IS 'Is the place, or the city or province it lies in, among the wanted ones?';

CREATE MACRO found(haystack, words) AS
    (words IS NULL OR len(list_filter(string_split(lower(words), ' '), lambda word: NOT contains(haystack, word))) = 0);
COMMENT ON MACRO found IS 'Are all words, separated by blanks, in the lower-case text?';

CREATE MACRO year_of(day) AS try_cast(left(day, 4) AS INTEGER);

CREATE MACRO city_of(region, parent) AS if(right(region, 2) = '00' OR right(parent, 4) = '0000', region, parent);
COMMENT ON MACRO city_of IS 'The division of prefecture level that a place is or lies in.';

CREATE MACRO province_of(region) AS left(region, 2) || '0000';
COMMENT ON MACRO province_of IS 'The division of province level that a place is or lies in.';

CREATE MACRO meaning_of(thing, part) AS (
    SELECT struct_pack(en := description_en, zh := description_zh) FROM dictionary
    WHERE table_name IN (thing, '*') AND column_name = part ORDER BY table_name = '*' LIMIT 1
);
COMMENT ON MACRO meaning_of IS 'What a column means: the line of its table, or the one that holds for every column of that name.';

CREATE MACRO basis_of(self_reported, is_estimate) AS
    CASE WHEN self_reported THEN 'reported' WHEN is_estimate THEN 'estimated' ELSE 'measured' END;
COMMENT ON MACRO basis_of IS 'On what an observed value rests.';

CREATE MACRO series_of(subject) AS TABLE
    SELECT series_indicator FROM series WHERE target_indicator = subject AND comparable AND NOT chained;
COMMENT ON MACRO TABLE series_of IS 'The observed series that targets on an indicator may be set against as they are.';

-- Several documents may set the same target: the newest of those in force stands, the others stay beside it.
ALTER TABLE targets ADD COLUMN standing VARCHAR;
UPDATE targets SET standing = s.standing FROM (
    SELECT target_id, CASE WHEN min(policy_id) OVER same = max(policy_id) OVER same THEN 'only'
                           WHEN rank() OVER (same ORDER BY p.status IN ('superseded'), p.status = 'ended', coalesce(p.published, '') DESC) = 1 THEN 'newest'
                           ELSE 'earlier' END AS standing
    FROM targets t JOIN policies p USING (policy_id)
    WHERE t.value IS NOT NULL AND t.kind = 'target'
    WINDOW same AS (PARTITION BY t.region, t.indicator, t.scope_en, t.base_year, t.target_year)
) s WHERE s.target_id = targets.target_id;

CREATE TABLE policy_facts AS
WITH sector_lists AS (
    SELECT policy_id, list(sector ORDER BY sort) AS sector_list, min(sort) AS sector_sort FROM policy_sectors JOIN sectors USING (sector) GROUP BY ALL
), target_counts AS (
    SELECT policy_id, count(*) AS targets, string_agg(concat_ws(' ', t.statement_en, t.statement_zh, t.quote, i.name_en, i.name_zh), ' ') AS words
    FROM targets t LEFT JOIN indicators i USING (indicator) GROUP BY ALL
), issuer_names AS (
    SELECT policy_id, string_agg(concat_ws(' ', name_en, name_zh, short_en), ' ') AS words
    FROM policy_issuers JOIN issuers USING (issuer) GROUP BY ALL
)
SELECT row_number() OVER (ORDER BY p.policy_id)::INTEGER AS policy_no, p.policy_id, p.region,
       city_of(p.region, r.parent) AS city, province_of(p.region) AS province, p.level, p.doc_type,
       p.published, year_of(p.published) AS year, s.sector_list, coalesce(t.targets, 0) AS targets,
       p.title_en, p.title_zh, p.url, p.source_id, r.sort AS region_sort, s.sector_sort, d.sort AS type_sort,
       if(p.published IS NULL, NULL, rank() OVER (ORDER BY p.published))::INTEGER AS day_sort,
       rank() OVER (ORDER BY lower(p.title_en))::INTEGER AS title_en_sort,
       rank() OVER (ORDER BY icu_sort_key(p.title_zh, 'zh'))::INTEGER AS title_zh_sort,
       lower(strip_accents(concat_ws(' ', p.title_en, p.title_zh, p.summary_en, p.summary_zh, p.quote, r.name_en, r.name_zh, i.words, t.words))) AS haystack
FROM policies p
JOIN regions r USING (region)
JOIN doc_types d USING (doc_type)
JOIN sector_lists s USING (policy_id)
LEFT JOIN target_counts t USING (policy_id)
LEFT JOIN issuer_names i USING (policy_id)
ORDER BY province, p.region, p.published DESC NULLS LAST, p.policy_id;

CREATE TABLE target_facts AS
SELECT row_number() OVER (ORDER BY province, t.region, t.sector, t.indicator, t.target_year, t.target_id)::INTEGER AS target_no,
       t.target_id, t.policy_id, p.policy_no, t.region, city_of(t.region, r.parent) AS city, province_of(t.region) AS province,
       p.level, p.doc_type, p.year, p.published, t.sector, t.kind, t.indicator, t.target_year, t.comparator, t.base_year,
       t.statement_en, t.statement_zh, t.standing,
       t.value * u.factor / d.factor AS shown, t.value_high * u.factor / d.factor AS shown_high,
       t.value_aspired * u.factor / d.factor AS shown_aspired, i.display_unit AS shown_unit
FROM targets t JOIN policy_facts p USING (policy_id) JOIN regions r ON r.region = t.region
LEFT JOIN indicators i USING (indicator) LEFT JOIN units u ON u.unit = i.unit LEFT JOIN units d ON d.unit = i.display_unit
ORDER BY target_no;

CREATE TABLE indicator_places AS
SELECT DISTINCT indicator, sector, region, level FROM target_facts WHERE shown IS NOT NULL;

CREATE MACRO leading_indicator(sectors) AS (
    SELECT p.indicator FROM indicator_places p JOIN indicators i USING (indicator)
    WHERE picked(p.sector, sectors)
    GROUP BY p.indicator, i.sort ORDER BY count(DISTINCT p.region) FILTER (p.level <> 'municipal') DESC, i.sort, p.indicator LIMIT 1
);
COMMENT ON MACRO leading_indicator IS 'The indicator most provinces have a target on, within the sectors: shown where the reader has chosen none.';

CREATE TABLE observed_years AS
SELECT o.indicator, i.sector, o.year, count(DISTINCT o.region) AS places, bool_and(o.is_estimate) AS estimated
FROM observations o JOIN regions r USING (region) JOIN indicators i USING (indicator)
WHERE r.level <> 'municipal' GROUP BY ALL ORDER BY ALL;

CREATE MACRO leading_observed(sectors) AS (
    SELECT o.indicator FROM observed_years o JOIN indicators i USING (indicator)
    WHERE picked(o.sector, sectors) OR NOT EXISTS (FROM observed_years e WHERE picked(e.sector, sectors))
    GROUP BY o.indicator, i.better, i.sort ORDER BY i.better = 'none', bool_and(o.estimated), max(o.places) DESC, max(o.year) DESC, i.sort, o.indicator LIMIT 1
);
COMMENT ON MACRO leading_observed IS 'The indicator that most provinces have a yearly value of, within the sectors if they have any, background figures last: shown where the reader has chosen none.';

CREATE TABLE target_years AS SELECT DISTINCT target_year FROM target_facts WHERE target_year IS NOT NULL ORDER BY target_year;

CREATE TABLE collected_places AS SELECT province AS region FROM policy_facts UNION SELECT city FROM policy_facts;

CREATE MACRO plain(text) AS
    trim(regexp_replace(regexp_replace(lower(strip_accents(text)), '[''’"“”《》]', '', 'g'), '[-–·,，()（）\s]+', ' ', 'g'));
COMMENT ON MACRO plain IS 'A name as it is compared with what a reader types: lower case, without accents, quotes and other signs.';

CREATE TABLE findable AS
WITH named AS (
    SELECT 'place' AS kind, region AS code, sort, [name_en, name_zh, short_en, short_zh] || coalesce(aliases, []) AS names, '' AS more
    FROM regions LEFT JOIN (SELECT region, list(alias ORDER BY alias) AS aliases FROM region_aliases GROUP BY ALL) USING (region)
    UNION ALL
    SELECT 'indicator', indicator, sort, [name_en, name_zh], '' FROM indicators
    UNION ALL
    SELECT 'policy', policy_id, row_number() OVER (ORDER BY published DESC NULLS LAST, policy_id), [title_en, title_zh], short_en || ' ' || short_zh
    FROM policies JOIN regions USING (region)
    UNION ALL  -- every page that stands for itself has a name and a description
    SELECT 'page', split_part(t.key, '.', 2), 0, [n.en, n.zh], ''
    FROM texts t JOIN texts n ON t.key = 'tells.' || split_part(n.key, '.', 2) AND n.key LIKE 'nav.%'
)
SELECT kind, code, sort::INTEGER AS sort, list_distinct(list_transform(names, lambda name: plain(name))) AS forms,
       array_to_string(forms, ' ') || ' ' || plain(more) AS haystack
FROM named ORDER BY kind, sort, code;

-- What a title says without the place and the body that set it, so that the same plan is found in several places. The
-- period is put last, because some titles begin with it and others end with it.
ALTER TABLE policy_facts ADD COLUMN title_stem VARCHAR;
UPDATE policy_facts f SET title_stem = s.stem FROM (
    SELECT p.policy_id, regexp_replace(reduce(
        [r.name_zh, r.short_zh, coalesce(q.name_zh, ''), coalesce(q.short_zh, ''), '十四五', '的'],
        lambda said, name: replace(said, name, ''), p.title_zh
    ), '[《》“”"()（）〔〕\s·省市]|^(中共委)?(人民政府)?', '', 'g') || if(contains(p.title_zh, '十四五'), '十四五', '') AS stem
    FROM policies p JOIN regions r USING (region)
    LEFT JOIN regions q ON q.region = province_of(p.region) AND q.region <> p.region
) s WHERE s.policy_id = f.policy_id;
