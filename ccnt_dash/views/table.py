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
ORDER = """
ORDER BY if(suffix(sorted_as, '-asc'), place, NULL) ASC NULLS LAST,
         if(suffix(sorted_as, '-desc'), place, NULL) DESC NULLS LAST, published DESC NULLS LAST, policy_id
"""
HITS = f"""
WITH hits AS (
    SELECT m.*, r.score
    FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search
    ) m LEFT JOIN ranked($search) r USING (policy_no)
), extent AS (
    SELECT count(*) AS total, least($page, greatest(1, ceil(total / {PAGE_SIZE})))::INTEGER AS page,
           nullif(max(score), 0) AS best,
           CASE WHEN $search IS NULL AND coalesce($sort, 'relevance') LIKE 'relevance%' THEN 'published-desc'
                ELSE coalesce($sort, 'relevance-desc') END AS sorted_as
    FROM hits
), sorted AS (
    SELECT *, CASE split_part(sorted_as, '-', 1)
                  WHEN 'relevance' THEN lpad((score * 10000)::INTEGER::VARCHAR, 9, '0')
                  WHEN 'published' THEN published
                  WHEN 'title' THEN if(coalesce($lang, 'en') = 'zh', icu_sort_key(title_zh, 'zh'), lower(title_en))
                  WHEN 'targets' THEN lpad(targets::VARCHAR, 6, '0')
                  WHEN 'region' THEN lpad(region_sort::VARCHAR, 6, '0')
                  WHEN 'sector' THEN lpad(sector_sort::VARCHAR, 6, '0')
                  ELSE lpad(type_sort::VARCHAR, 6, '0')
              END AS place
    FROM hits, extent
)
"""
SHOWN = """
s.policy_id AS key, s.title_en, s.title_zh, s.region, s.sector_list, s.doc_type, s.published, s.targets,
s.url, s.source_id, s.total, s.page, round(100 * s.score / s.best)::INTEGER AS relevance
"""
SQL = f"""{HITS}, shown AS (
    FROM sorted
    {ORDER}
    LIMIT {PAGE_SIZE} OFFSET ((SELECT page FROM extent) - 1) * {PAGE_SIZE}
), told AS (
    SELECT policy_no, list(DISTINCT struct_pack(field, lang, text)) AS texts
    FROM search_texts() WHERE $search IS NOT NULL AND policy_no IN (SELECT policy_no FROM shown) GROUP BY policy_no
)
SELECT {SHOWN}, $search[2:] AS asked, t.texts
FROM shown s LEFT JOIN told t USING (policy_no)
{ORDER}
"""
WHOLE = f"""{HITS}
SELECT {SHOWN}
FROM sorted s
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


VIEW = View("table", SQL, draw, writes="policies", whole=WHOLE, tables=("policies", "policy_facts"))
