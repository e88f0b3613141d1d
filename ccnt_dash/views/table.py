"""Which policies are these, one page at a time, and why was each found?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View
from ccnt_dash.views.why import reasons, title

PAGE_SIZE = 25

# Nothing chosen: the best match first where words are searched for, otherwise the newest. A link may ask for the best
# match of no search; it gets the newest.
ORDER = "ORDER BY place NULLS LAST, day DESC NULLS LAST, policy_no"
# Only numbers are sorted; what is shown of a policy is fetched afterwards.
HITS = f"""
WITH asked AS (
    SELECT CASE WHEN $search IS NULL AND coalesce($sort, 'relevance') LIKE 'relevance%' THEN 'published-desc'
                ELSE coalesce($sort, 'relevance-desc') END AS sorted_as
), hits AS MATERIALIZED (
    SELECT m.policy_no, m.day_sort AS day, r.score,
           if(suffix(sorted_as, '-asc'), 1, -1) * CASE split_part(sorted_as, '-', 1)
               WHEN 'relevance' THEN (score * 10000)::INTEGER
               WHEN 'published' THEN day_sort
               WHEN 'title' THEN if(coalesce($lang, 'en') = 'zh', title_zh_sort, title_en_sort)
               WHEN 'targets' THEN targets
               WHEN 'region' THEN region_sort
               WHEN 'sector' THEN sector_sort
               ELSE type_sort
           END::INTEGER AS place
    FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search
    ) m LEFT JOIN weighed($search.said) r USING (policy_no), asked
), extent AS (
    SELECT count(*) AS total, least($page, greatest(1, ceil(total / {PAGE_SIZE})))::INTEGER AS page,
           nullif(max(score), 0) AS best
    FROM hits
), sorted AS (
    FROM hits, extent
)
"""
SHOWN = """
policy_id AS key, title_en, title_zh, region, sector_list, doc_type, published, targets, url, source_id,
s.total, s.page, round(100 * s.score / s.best)::INTEGER AS relevance
"""
SQL = f"""{HITS}, page AS MATERIALIZED (
    FROM sorted
    {ORDER}
    LIMIT {PAGE_SIZE} OFFSET ((SELECT page FROM extent) - 1) * {PAGE_SIZE}
), shown AS MATERIALIZED (
    SELECT s.*, f.* EXCLUDE (policy_no, haystack) FROM page s JOIN policy_facts f USING (policy_no)
), texts AS (
    SELECT policy_id, unnest(texts_of_policy(
        p.title_en, p.title_zh, p.summary_en, p.summary_zh, p.quote, p.quote_lang, r.name_en, r.name_zh)) AS said
    FROM policies p SEMI JOIN shown USING (policy_id) JOIN regions r USING (region)
    UNION ALL
    SELECT policy_id, unnest(texts_of_target(
        t.statement_en, t.statement_zh, t.quote, t.quote_lang, i.name_en, i.name_zh))
    FROM targets t SEMI JOIN shown USING (policy_id) LEFT JOIN indicators i USING (indicator)
    UNION ALL
    SELECT policy_id, unnest(texts_of_issuer(i.name_en, i.short_en, i.name_zh))
    FROM policy_issuers SEMI JOIN shown USING (policy_id) JOIN issuers i USING (issuer)
), told AS (
    SELECT policy_id, list(DISTINCT said) AS texts FROM texts
    WHERE $search IS NOT NULL AND said.text IS NOT NULL GROUP BY policy_id
)
SELECT {SHOWN}, $search.said[2:] AS asked, t.texts
FROM shown s LEFT JOIN told t USING (policy_id)
{ORDER}
"""
WHOLE = f"""{HITS}
SELECT {SHOWN}
FROM sorted s JOIN policy_facts f USING (policy_no)
{ORDER}
"""


def draw(rows: Rows, words: Words, look: Look) -> dict[str, Any]:
    """Rows of the grid as {column: text}, with the number of all rows and the page shown."""
    total, page = (rows[0]["total"], rows[0]["page"]) if rows else (0, 1)
    return {
        "rows": [_row(row, words) for row in rows],
        "total": total,
        "page": page,
        "pages": -(-total // PAGE_SIZE) or 1,
    }


def _row(row: Row, words: Words) -> dict[str, Any]:
    source = words.vocabulary["sources"][row["source_id"]]
    found = {"marks": title(row, words), "why": reasons(row, words)} if row["asked"] else {}
    return {
        "key": row["key"],
        "chosen": row["chosen"],
        "title": words.of(row, "title"),
        "region": words.place(row["region"]),
        "sector": words("list.dot").join(words.name("sectors", code) for code in row["sector_list"]),
        "doc_type": words.name("doc_types", row["doc_type"]),
        "published": row["published"] or words("absent.date"),
        "targets": row["targets"],
        "relevance": row["relevance"],
        "source": words.of(source, "title"),
        "link": row["url"] or source["url"] or "",
        **found,
    }


VIEW = View("table", SQL, draw, writes="policies", whole=WHOLE)
