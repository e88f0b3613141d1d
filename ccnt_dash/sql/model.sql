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
    SELECT policy_id, list(sector ORDER BY sort) AS sector_list FROM policy_sectors JOIN sectors USING (sector) GROUP BY ALL
), target_counts AS (
    SELECT policy_id, count(*) AS targets, string_agg(concat_ws(' ', t.statement_en, t.statement_zh, t.quote, i.name_en, i.name_zh), ' ') AS words
    FROM targets t LEFT JOIN indicators i USING (indicator) GROUP BY ALL
), issuer_names AS (
    SELECT policy_id, string_agg(concat_ws(' ', name_en, name_zh, short_en), ' ') AS words
    FROM policy_issuers JOIN issuers USING (issuer) GROUP BY ALL
)
SELECT p.policy_id, p.region, if(p.level = 'municipal', r.parent, p.region) AS province, p.level, p.doc_type,
       p.published, year_of(p.published) AS year, s.sector_list, coalesce(t.targets, 0) AS targets,
       lower(concat_ws(' ', p.title_en, p.title_zh, p.summary_en, p.summary_zh, p.quote, r.name_en, r.name_zh, i.words, t.words)) AS haystack
FROM policies p
JOIN regions r USING (region)
JOIN sector_lists s USING (policy_id)
LEFT JOIN target_counts t USING (policy_id)
LEFT JOIN issuer_names i USING (policy_id)
ORDER BY p.published DESC NULLS LAST, p.policy_id;
COMMENT ON TABLE policy_facts IS 'One row per policy with what filters ask; made by the build.';
COMMENT ON COLUMN policy_facts.province IS 'The division of province level that the region is or lies in; 100000 for the nation.';
COMMENT ON COLUMN policy_facts.haystack IS 'All words of a policy, its issuers and its targets in lower case, for the free-text filter.';

CREATE TABLE target_facts AS
SELECT t.target_id, t.policy_id, p.region AS policy_region, t.region, if(r.level = 'municipal', r.parent, t.region) AS province,
       p.level, p.doc_type, p.year, p.published, t.sector, t.kind, t.indicator, t.target_year
FROM targets t JOIN policy_facts p USING (policy_id) JOIN regions r ON r.region = t.region
ORDER BY t.target_year, t.target_id;
COMMENT ON TABLE target_facts IS 'One row per target with what filters ask of it and of its policy; made by the build.';

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
      AND ((kinds IS NULL AND years IS NULL) OR f.policy_id IN (
          SELECT t.policy_id FROM target_facts t
          WHERE picked(t.kind, kinds) AND picked(t.target_year, years) AND picked(t.sector, sectors)
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
      AND (search IS NULL OR f.policy_id IN (SELECT p.policy_id FROM policy_facts p WHERE found(p.haystack, search)));
COMMENT ON MACRO TABLE matching_targets IS 'Targets that the filters hold.';

CREATE TABLE shown_targets AS
SELECT t.target_id, t.indicator, t.comparator, t.base_year, t.value * u.factor / d.factor AS shown, t.value_high * u.factor / d.factor AS shown_high,
       t.value_aspired * u.factor / d.factor AS shown_aspired, i.display_unit AS shown_unit
FROM targets t JOIN indicators i USING (indicator) JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit;
COMMENT ON TABLE shown_targets IS 'Values of targets in the display unit of their indicator; made by the build.';

CREATE MACRO leading_indicator(sectors) AS (
    SELECT t.indicator FROM target_facts t JOIN shown_targets s USING (target_id) JOIN indicators i ON i.indicator = t.indicator
    WHERE s.shown IS NOT NULL AND picked(t.sector, sectors)
    GROUP BY t.indicator, i.sort ORDER BY count(DISTINCT t.region) DESC, i.sort, t.indicator LIMIT 1
);
COMMENT ON MACRO leading_indicator IS 'The indicator most places have a target on, within the sectors: shown where the reader has chosen none.';
