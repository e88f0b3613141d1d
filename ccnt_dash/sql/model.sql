-- How the tables are asked: flat facts with what a filter needs, and macros that apply the filters.
-- A view calls matching_policies(...) or matching_targets(...) with the filters it honours and leaves
-- out the one it writes; a filter that is NULL holds everything.

CREATE MACRO picked(code, wanted) AS (wanted IS NULL OR list_contains(wanted, code));
COMMENT ON MACRO picked IS 'Is the code among the wanted ones? NULL wants all.';

CREATE MACRO within(region, province, wanted) AS
    (wanted IS NULL OR list_contains(wanted, region) OR list_contains(wanted, province));
COMMENT ON MACRO within IS 'Is the place, or the province it lies in, among the wanted ones?';

CREATE MACRO found(haystack, words) AS
    (words IS NULL OR len(list_filter(string_split(lower(words), ' '), lambda word: NOT contains(haystack, word))) = 0);
COMMENT ON MACRO found IS 'Are all words, separated by blanks, in the lower-case text?';

CREATE MACRO year_of(day) AS try_cast(left(day, 4) AS INTEGER);

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
       if(p.level = 'municipal', r.parent, p.region) AS province, p.level, p.doc_type,
       p.published, year_of(p.published) AS year, s.sector_list, coalesce(t.targets, 0) AS targets,
       p.title_en, p.title_zh, p.url, p.source_id, r.sort AS region_sort, s.sector_sort, d.sort AS type_sort,
       lower(concat_ws(' ', p.title_en, p.title_zh, p.summary_en, p.summary_zh, p.quote, r.name_en, r.name_zh, i.words, t.words)) AS haystack
FROM policies p
JOIN regions r USING (region)
JOIN doc_types d USING (doc_type)
JOIN sector_lists s USING (policy_id)
LEFT JOIN target_counts t USING (policy_id)
LEFT JOIN issuer_names i USING (policy_id)
ORDER BY province, p.region, p.published DESC NULLS LAST, p.policy_id;
COMMENT ON TABLE policy_facts IS 'One row per policy with what filters ask; made by the build. Rows of a place lie together: that lets DuckDB skip the rest.';
COMMENT ON COLUMN policy_facts.policy_no IS 'Number of the policy within this build, for quick joins.';
COMMENT ON COLUMN policy_facts.province IS 'The division of province level that the region is or lies in; 100000 for the nation.';
COMMENT ON COLUMN policy_facts.haystack IS 'All words of a policy, its issuers and its targets in lower case, for the free-text filter.';

CREATE TABLE target_facts AS
SELECT row_number() OVER (ORDER BY province, t.region, t.sector, t.indicator, t.target_year, t.target_id)::INTEGER AS target_no,
       t.target_id, t.policy_id, p.policy_no, t.region, if(r.level = 'municipal', r.parent, t.region) AS province,
       p.level, p.doc_type, p.year, p.published, t.sector, t.kind, t.indicator, t.target_year, t.comparator, t.base_year,
       t.statement_en, t.statement_zh,
       t.value * u.factor / d.factor AS shown, t.value_high * u.factor / d.factor AS shown_high,
       t.value_aspired * u.factor / d.factor AS shown_aspired, i.display_unit AS shown_unit
FROM targets t JOIN policy_facts p USING (policy_id) JOIN regions r ON r.region = t.region
LEFT JOIN indicators i USING (indicator) LEFT JOIN units u ON u.unit = i.unit LEFT JOIN units d ON d.unit = i.display_unit
ORDER BY target_no;
COMMENT ON TABLE target_facts IS 'One row per target with what filters ask of it and of its policy; made by the build. Rows of a place lie together.';
COMMENT ON COLUMN target_facts.target_no IS 'Number of the target within this build, in the order of the rows, for quick joins.';
COMMENT ON COLUMN target_facts.shown IS 'The value in the display unit of its indicator.';

CREATE TABLE indicator_places AS
SELECT DISTINCT indicator, sector, region, level FROM target_facts WHERE shown IS NOT NULL;
COMMENT ON TABLE indicator_places IS 'Which places have a target with a number on an indicator; made by the build.';

CREATE MACRO leading_indicator(sectors) AS (
    SELECT p.indicator FROM indicator_places p JOIN indicators i USING (indicator)
    WHERE picked(p.sector, sectors)
    GROUP BY p.indicator, i.sort ORDER BY count(DISTINCT p.region) FILTER (p.level <> 'municipal') DESC, i.sort, p.indicator LIMIT 1
);
COMMENT ON MACRO leading_indicator IS 'The indicator most provinces have a target on, within the sectors: shown where the reader has chosen none.';

CREATE MACRO matching_policies(
    regions := NULL, sectors := NULL, levels := NULL, doc_types := NULL, kinds := NULL, years := NULL,
    since := NULL, until := NULL, search := NULL, policies := NULL
) AS TABLE
    SELECT * FROM policy_facts f
    WHERE within(f.region, f.province, regions)
      AND (sectors IS NULL OR list_has_any(f.sector_list, sectors))
      AND picked(f.level, levels) AND picked(f.doc_type, doc_types)
      AND (since IS NULL OR f.year >= since) AND (until IS NULL OR f.year <= until)
      AND found(f.haystack, search) AND picked(f.policy_id, policies)
      AND ((kinds IS NULL AND years IS NULL) OR f.policy_no IN (
          SELECT t.policy_no FROM target_facts t
          WHERE (kinds IS NOT NULL OR years IS NOT NULL)  -- without this the whole table is read even where nothing asks for it
            AND picked(t.kind, kinds) AND picked(t.target_year, years) AND picked(t.sector, sectors)
      ));
COMMENT ON MACRO TABLE matching_policies IS 'Policies that the filters hold; with kinds or years, those with such a target.';

CREATE MACRO matching_targets(
    regions := NULL, sectors := NULL, levels := NULL, doc_types := NULL, kinds := NULL, years := NULL,
    since := NULL, until := NULL, search := NULL, policies := NULL
) AS TABLE
    SELECT * FROM target_facts f
    WHERE within(f.region, f.province, regions) AND picked(f.sector, sectors)
      AND picked(f.level, levels) AND picked(f.doc_type, doc_types)
      AND picked(f.kind, kinds) AND picked(f.target_year, years)
      AND (since IS NULL OR f.year >= since) AND (until IS NULL OR f.year <= until)
      AND picked(f.policy_id, policies)
      AND (search IS NULL OR f.policy_no IN (SELECT p.policy_no FROM policy_facts p WHERE search IS NOT NULL AND found(p.haystack, search)));
COMMENT ON MACRO TABLE matching_targets IS 'Targets that the filters hold.';

CREATE TABLE target_years AS SELECT DISTINCT target_year FROM target_facts WHERE target_year IS NOT NULL ORDER BY target_year;
COMMENT ON TABLE target_years IS 'Years that targets are set for; made by the build.';

CREATE TABLE collected_places AS SELECT DISTINCT province AS region FROM policy_facts;
COMMENT ON TABLE collected_places IS 'Divisions of province level that something has been collected for; made by the build.';
