-- What the free-text search reads and how it asks. The build cuts the texts into terms (terms.py) and fills the two
-- tables (postings.sql); a question is cut by the same rules and comes as a list: the text itself, then its parts.

CREATE MACRO texts_of_policy(title_en, title_zh, summary_en, summary_zh, quote, quote_lang, place_en, place_zh) AS [
    struct_pack(field := 'title', lang := 'en', text := title_en), struct_pack(field := 'title', lang := 'zh', text := title_zh),
    struct_pack(field := 'summary', lang := 'en', text := summary_en), struct_pack(field := 'summary', lang := 'zh', text := summary_zh),
    struct_pack(field := 'quote', lang := quote_lang, text := quote),
    struct_pack(field := 'place', lang := 'en', text := place_en), struct_pack(field := 'place', lang := 'zh', text := place_zh)
];
COMMENT ON MACRO texts_of_policy IS 'Every text of a policy itself that it is found by, with the field it stands in; a text may be NULL.';

CREATE MACRO texts_of_target(statement_en, statement_zh, quote, quote_lang, indicator_en, indicator_zh) AS [
    struct_pack(field := 'target', lang := 'en', text := statement_en), struct_pack(field := 'target', lang := 'zh', text := statement_zh),
    struct_pack(field := 'quote', lang := quote_lang, text := quote),
    struct_pack(field := 'indicator', lang := 'en', text := indicator_en), struct_pack(field := 'indicator', lang := 'zh', text := indicator_zh)
];
COMMENT ON MACRO texts_of_target IS 'Every text of a target that its policy is found by.';

CREATE MACRO texts_of_issuer(name_en, short_en, name_zh) AS [
    struct_pack(field := 'issuer', lang := 'en', text := concat_ws(', ', name_en, short_en)), struct_pack(field := 'issuer', lang := 'zh', text := name_zh)
];
COMMENT ON MACRO texts_of_issuer IS 'Every text of an issuer that its policies are found by.';

CREATE MACRO search_texts() AS TABLE
    SELECT f.policy_no, said.field, said.lang, said.text FROM (
        SELECT policy_id, unnest(texts_of_policy(p.title_en, p.title_zh, p.summary_en, p.summary_zh, p.quote, p.quote_lang, r.name_en, r.name_zh)) AS said
        FROM policies p JOIN regions r USING (region)
        UNION ALL SELECT policy_id, unnest(texts_of_target(t.statement_en, t.statement_zh, t.quote, t.quote_lang, i.name_en, i.name_zh))
        FROM targets t LEFT JOIN indicators i USING (indicator)
        UNION ALL SELECT policy_id, unnest(texts_of_issuer(i.name_en, i.short_en, i.name_zh)) FROM policy_issuers JOIN issuers i USING (issuer)
    ) JOIN policy_facts f USING (policy_id) WHERE said.text IS NOT NULL;
COMMENT ON MACRO TABLE search_texts IS 'Every text that a policy is found by, with the field it stands in; an indicator once for each of its targets.';

CREATE TABLE search_terms (term_no INTEGER, term VARCHAR);
CREATE TABLE postings (term_no INTEGER, policy_no INTEGER, weight DOUBLE);

-- A part is a term that must occur, "term*" for the beginning of one, '"text' for a text that must stand as it is, "+term"
-- for one that only adds to the rank. Without any part nothing is meant and nothing found.
-- What is asked for is settled before the postings are read, so that the database skips all others. A Chinese term is a
-- piece of the text: where it is known, nothing need be looked up, and a single sign stands wherever a term has it.
CREATE MACRO is_sign(part) AS part[1] = '"' AND len(part) = 2 AND part[2] >= '㐀';
COMMENT ON MACRO is_sign IS 'Does this part of a search want a single Chinese sign?';

CREATE MACRO weighed(said) AS TABLE
    WITH parts AS MATERIALIZED (
        SELECT unnest(said[2:]) AS part WHERE said IS NOT NULL
    ), meant AS MATERIALIZED (
        SELECT term_no, part[1] <> '+' AS needed, term >= '㐀' AND list_contains(said, '"' || term) AS proves
        FROM search_terms JOIN parts ON term = ltrim(part, '+')
    ), begun AS MATERIALIZED (
        SELECT term_no, part, if(part[1] = '"', 0, 1) AS counts FROM search_terms JOIN parts
        ON (suffix(part, '*') AND starts_with(term, rtrim(part, '*'))) OR (is_sign(part) AND contains(term, part[2:]))
    ), met AS (
        SELECT policy_no, weight, needed, proves FROM postings JOIN meant USING (term_no)
        UNION ALL
        SELECT policy_no, max(weight * counts), true, any_value(counts) = 0 FROM postings JOIN begun USING (term_no) GROUP BY policy_no, part
    )
    SELECT policy_no, sum(weight) AS score, count(*) FILTER (proves) AS proofs FROM met GROUP BY policy_no
    HAVING count(*) FILTER (needed) = (SELECT count(*) FROM parts WHERE part[1] NOT IN ('"', '+') OR is_sign(part));
COMMENT ON MACRO TABLE weighed IS 'Policies that every term of a search occurs in, with their score, and how many of its texts stand there for sure.';

CREATE MACRO found_by(said, most) AS TABLE
    WITH hits AS MATERIALIZED (
        FROM weighed(said)
    ), wanted AS MATERIALIZED (
        SELECT part[2:] AS text FROM (SELECT unnest(said[2:]) AS part) WHERE part[1] = '"'
    ), texts AS MATERIALIZED (
        SELECT policy_no, haystack FROM policy_facts
        WHERE policy_no IN (SELECT policy_no FROM hits WHERE proofs < (SELECT count(*) FROM wanted))
    ), refused AS (
        SELECT policy_no FROM texts JOIN wanted ON NOT contains(haystack, text)
    )
    SELECT coalesce(bitstring_agg(policy_no, 0, most), '0'::BIT)::BLOB AS found
    FROM hits ANTI JOIN refused USING (policy_no) WHERE policy_no <= most;
COMMENT ON MACRO TABLE found_by IS 'What a search finds: one bit for each number of a policy up to the last.';

-- A policy that came later than the bits, with another data set, is not found.
CREATE MACRO is_marked(number, bits) AS number < bit_length(bits) AND get_bit(bits, least(number, bit_length(bits) - 1)::INTEGER) = 1;
COMMENT ON MACRO is_marked IS 'Is the bit of this number set?';

CREATE MACRO is_found(number, search) AS (search IS NULL OR is_marked(number, struct_extract(search, 'found')::BIT));
COMMENT ON MACRO is_found IS 'Is the policy among those that the search finds? NULL finds all.';

-- A view calls matching_policies(...) or matching_targets(...) with the filters it honours and leaves
-- out the one it writes; a filter that is NULL holds everything.

CREATE MACRO matching_policies(
    regions := NULL, sectors := NULL, levels := NULL, doc_types := NULL, kinds := NULL, years := NULL,
    since := NULL, until := NULL, search := NULL, policies := NULL
) AS TABLE
    SELECT * FROM policy_facts f
    WHERE within(f.region, f.city, f.province, regions)
      AND (sectors IS NULL OR list_has_any(f.sector_list, sectors))
      AND picked(f.level, levels) AND picked(f.doc_type, doc_types)
      AND (since IS NULL OR f.year >= since) AND (until IS NULL OR f.year <= until)
      AND is_found(f.policy_no, search) AND picked(f.policy_id, policies)
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
    WHERE within(f.region, f.city, f.province, regions) AND picked(f.sector, sectors)
      AND picked(f.level, levels) AND picked(f.doc_type, doc_types)
      AND picked(f.kind, kinds) AND picked(f.target_year, years)
      AND (since IS NULL OR f.year >= since) AND (until IS NULL OR f.year <= until)
      AND picked(f.policy_id, policies)
      AND is_found(f.policy_no, search);
COMMENT ON MACRO TABLE matching_targets IS 'Targets that the filters hold.';
