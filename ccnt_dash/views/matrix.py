"""How much has been collected in which place on what, since when, and why is there nothing where there is nothing?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Draw, Row, Rows, View

# Most places have no target on the others: their columns would be empty.
MOST_INDICATORS = 20

# A search of a sector that found nothing found nothing on the indicators of that sector either;
# a search by type of document is not recorded.
SHARED = """
, counted AS (
    SELECT region, code, count(*) AS n, min(published) AS first FROM hits GROUP BY ALL
), totals AS (
    SELECT region, count(DISTINCT id) AS total FROM hits GROUP BY ALL
)
SELECT r.region AS key, c.code, coalesce(h.n, 0) AS n, h.first, coalesce(t.total, 0) AS total,
       CASE WHEN h.n > 0 THEN NULL WHEN a.reason IS NOT NULL THEN a.reason
            WHEN r.region IN (FROM collected_places) THEN 'none_among' ELSE 'not_collected' END AS reason,
       a.searched, a.source_id
FROM regions r CROSS JOIN codes c
LEFT JOIN counted h ON h.region = r.region AND h.code = c.code
LEFT JOIN totals t ON t.region = r.region
LEFT JOIN absences a ON a.region = r.region AND a.sector = c.sector
WHERE r.level <> 'municipal' ORDER BY r.sort, r.region, c.sort, c.code
"""
SECTORS = f"""
WITH codes AS (SELECT sector AS code, sector, sort FROM sectors), hits AS MATERIALIZED (
    SELECT f.province AS region, s.sector AS code, f.policy_id AS id, f.published
    FROM matching_policies(
        levels := $levels, doc_types := $doc_types, kinds := $kinds, years := $years,
        since := $since, until := $until, search := $search
    ) f, unnest(f.sector_list) s(sector)
) {SHARED}
"""
DOC_TYPES = f"""
WITH codes AS (SELECT doc_type AS code, NULL AS sector, sort FROM doc_types), hits AS MATERIALIZED (
    SELECT province AS region, doc_type AS code, policy_id AS id, published
    FROM matching_policies(
        sectors := $sectors, levels := $levels, kinds := $kinds, years := $years,
        since := $since, until := $until, search := $search
    )
) {SHARED}
"""
INDICATORS = f"""
WITH codes AS (
    SELECT i.indicator AS code, i.sector, -count(DISTINCT f.province) AS sort
    FROM target_facts f SEMI JOIN progress USING (target_id) JOIN indicators i USING (indicator)
    GROUP BY ALL ORDER BY sort, code LIMIT {MOST_INDICATORS}
), hits AS MATERIALIZED (
    SELECT province AS region, indicator AS code, target_id AS id, published
    FROM matching_targets(
        sectors := $sectors, levels := $levels, years := $years, since := $since, until := $until, search := $search
    ) SEMI JOIN progress USING (target_id)
) {SHARED}
"""


def _drawing(table: str, counted: str) -> Draw:
    """The drawing of a matrix whose columns are codes of `table`."""

    def draw(rows: Rows, words: Words, look: Look) -> dict[str, Any]:
        """{columns: [{code, name}], records: one per place, with a cell per code}."""
        codes = dict.fromkeys(row["code"] for row in rows)
        records: dict[str, dict[str, Any]] = {}
        for row in rows:
            place = {"key": row["key"], "place": words.place(row["key"]), "nation": _is_nation(row, words)}
            kept = {"total": row["total"], "chosen": row["chosen"], "cells": {}}
            record = records.setdefault(row["key"], {**place, **kept})
            record["cells"][row["code"]] = _cell(row, words.name(table, row["code"]), counted, words)
        columns = [{"code": code, "name": words.name(table, code)} for code in codes]
        return {"columns": columns, "records": list(records.values())}

    return draw


def _is_nation(row: Row, words: Words) -> bool:
    return bool(words.vocabulary["regions"][row["key"]]["level"] == "national")


def _cell(row: Row, what: str, counted: str, words: Words) -> dict[str, Any]:
    """Number, first date and why there is nothing; `told` says it in a sentence."""
    return {
        "n": row["n"] or None,
        "first": row["first"],
        "year": (row["first"] or "")[:4],
        "reason": row["reason"] or "",
        "told": _told(row, what, counted, words),
    }


def _told(row: Row, what: str, counted: str, words: Words) -> str:
    place = {"place": words.place(row["key"]), "what": what}
    if row["n"]:
        date = row["first"] or words("absent.date")
        return words("matrix.cell", **place, n=words.counted(counted, row["n"]), date=date)
    told = words("matrix.absent", **place, reason=words.name("absence_reasons", row["reason"]))
    if row["searched"]:
        told += words("matrix.searched", date=row["searched"])
    if row["source_id"]:
        told += words("matrix.source", title=words.of(words.vocabulary["sources"][row["source_id"]], "title"))
    return told


BY_SECTOR = View("by_sector", SECTORS, _drawing("sectors", "count.policies"), writes="regions", tables=("absences",))
BY_DOC_TYPE = View(
    "by_doc_type", DOC_TYPES, _drawing("doc_types", "count.policies"), writes="regions", tables=("absences",)
)
BY_INDICATOR = View(
    "by_indicator", INDICATORS, _drawing("indicators", "count.targets"), writes="regions", tables=("absences",)
)

MATRICES = (BY_SECTOR, BY_DOC_TYPE, BY_INDICATOR)
