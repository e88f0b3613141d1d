"""Which policies are these, one page at a time?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View

PAGE_SIZE = 25

ORDER = """
ORDER BY if(suffix($sort, '-asc'), place, NULL) ASC NULLS LAST,
         if(suffix($sort, '-desc'), place, NULL) DESC NULLS LAST, policy_id
"""
HITS = f"""
WITH hits AS (
    FROM matching_policies(
        regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types,
        kinds := $kinds, years := $years, since := $since, until := $until, search := $search
    )
), extent AS (
    SELECT count(*) AS total, least($page, greatest(1, ceil(total / {PAGE_SIZE})))::INTEGER AS page FROM hits
), sorted AS (
    SELECT *, CASE split_part($sort, '-', 1)
                  WHEN 'published' THEN published
                  WHEN 'title' THEN if(coalesce($lang, 'en') = 'zh', icu_sort_key(title_zh, 'zh'), lower(title_en))
                  WHEN 'targets' THEN lpad(targets::VARCHAR, 6, '0')
                  WHEN 'region' THEN lpad(region_sort::VARCHAR, 6, '0')
                  WHEN 'sector' THEN lpad(sector_sort::VARCHAR, 6, '0')
                  ELSE lpad(type_sort::VARCHAR, 6, '0')
              END AS place
    FROM hits
)
SELECT s.policy_id AS key, s.title_en, s.title_zh, s.region, s.sector_list, s.doc_type, s.published, s.targets,
       s.url, s.source_id, e.total, e.page
FROM sorted s, extent e
"""
SQL = f"""{HITS}
{ORDER}
LIMIT {PAGE_SIZE} OFFSET ((SELECT page FROM extent) - 1) * {PAGE_SIZE}
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
    return {
        "key": row["key"],
        "chosen": row["chosen"],
        "title": words.of(row, "title"),
        "region": words.place(row["region"]),
        "sector": words("list.dot").join(words.name("sectors", code) for code in row["sector_list"]),
        "doc_type": words.name("doc_types", row["doc_type"]),
        "published": row["published"] or words("absent.date"),
        "targets": row["targets"],
        "source": words.of(source, "title"),
        "link": row["url"] or source["url"] or "",
    }


VIEW = View("table", SQL, draw, writes="policies", whole=HITS + ORDER)
