"""Which policies are these, one page at a time?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import View

PAGE_SIZE = 25

SQL = f"""
WITH hits AS (
    FROM matching_policies(regions := $regions, sectors := $sectors, levels := $levels, doc_types := $doc_types, kinds := $kinds,
         years := $years, since := $since, until := $until, search := $search)
), total AS (
    SELECT count(*) AS n FROM hits
), titled AS (
    SELECT h.*, if(coalesce($lang, 'en') = 'zh', p.title_zh, p.title_en) AS title FROM hits h JOIN policies p USING (policy_id)
    WHERE starts_with($sort, 'title')
), ordered AS (
    FROM hits WHERE NOT starts_with($sort, 'title') UNION ALL BY NAME FROM titled
), shown AS (
    SELECT o.*, row_number() OVER () AS place FROM (
        SELECT o.*, r.sort AS region_sort, c.sort AS sector_sort, d.sort AS type_sort
        FROM ordered o JOIN regions r USING (region) JOIN sectors c ON c.sector = o.sector_list[1] JOIN doc_types d USING (doc_type)
        ORDER BY CASE $sort WHEN 'published-asc' THEN published WHEN 'title-asc' THEN title COLLATE zh END ASC NULLS LAST,
                 CASE $sort WHEN 'published-desc' THEN published WHEN 'title-desc' THEN title COLLATE zh END DESC NULLS LAST,
                 CASE $sort WHEN 'targets-asc' THEN targets WHEN 'region-asc' THEN region_sort WHEN 'sector-asc' THEN sector_sort WHEN 'doc_type-asc' THEN type_sort END ASC,
                 CASE $sort WHEN 'targets-desc' THEN targets WHEN 'region-desc' THEN region_sort WHEN 'sector-desc' THEN sector_sort WHEN 'doc_type-desc' THEN type_sort END DESC,
                 policy_id
        LIMIT {PAGE_SIZE} OFFSET (least($page, greatest(1, ceil((SELECT n FROM total) / {PAGE_SIZE})::INTEGER)) - 1) * {PAGE_SIZE}
    ) o
)
SELECT s.policy_id AS key, p.title_en, p.title_zh, s.region, s.sector_list, s.doc_type, s.published, s.targets, p.url, p.source_id,
       (SELECT n FROM total) AS total, least($page, greatest(1, ceil((SELECT n FROM total) / {PAGE_SIZE})::INTEGER)) AS page
FROM shown s JOIN policies p USING (policy_id)
ORDER BY s.place
"""


def draw(rows: pd.DataFrame, words: Words, look: Look) -> dict[str, Any]:
    """Rows of the grid as {column: text}, with the number of all rows and the page shown."""
    return {
        "rows": [_row(row, words) for row in rows.to_dict("records")],
        "total": int(rows["total"].iloc[0]) if len(rows) else 0,
        "page": int(rows["page"].iloc[0]) if len(rows) else 1,
        "pages": -(-int(rows["total"].iloc[0]) // PAGE_SIZE) if len(rows) else 1,
    }


def _row(row: dict[str, Any], words: Words) -> dict[str, Any]:
    source = words.vocabulary["sources"][row["source_id"]]
    return {
        "key": row["key"],
        "chosen": bool(row["chosen"]),
        "title": words.of(row, "title"),
        "region": words.place(row["region"]),
        "sector": words("list.dot").join(words.name("sectors", code) for code in row["sector_list"]),
        "doc_type": words.name("doc_types", row["doc_type"]),
        "published": row["published"] or words("absent.date"),
        "targets": row["targets"],
        "source": words.of(source, "title"),
        "link": row["url"] or source["url"] or "",
    }


VIEW = View("table", SQL, draw, writes="policies")
