"""What is known of the chosen policies, with their targets and the sentences they come from?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View
from ccnt_dash.views.progress import why

# More than this many opened at once is a list, and the table is that.
MOST_OPEN = 6

SQL = f"""
WITH opened AS (
    SELECT unnest($policies[:{MOST_OPEN}]) AS policy_id
), issuer_lists AS (
    SELECT policy_id, list(issuer ORDER BY issuer) AS issuers
    FROM policy_issuers SEMI JOIN opened USING (policy_id) GROUP BY ALL
), further AS (
    SELECT policy_id, list(struct_pack(source_id, quote, quote_lang) ORDER BY source_id) AS further
    FROM policy_sources SEMI JOIN opened USING (policy_id) GROUP BY ALL
), each_target AS (
    SELECT t.policy_id, t.target_year, t.target_id, struct_pack(
        t.sector, t.kind, t.statement_en, t.statement_zh, t.quote, t.quote_lang, t.source_id, t.strictness, t.indicator,
        t.target_year, t.comparator, t.base_year, f.shown, f.shown_high, f.shown_aspired, f.shown_unit,
        t.value_source, t.unit_source, t.region, progress := g, factor := u.factor / d.factor) AS target
    FROM targets t SEMI JOIN opened USING (policy_id) JOIN target_facts f USING (target_id)
    LEFT JOIN progress g ON g.target_id = t.target_id LEFT JOIN indicators i ON i.indicator = t.indicator
    LEFT JOIN units u ON u.unit = i.unit LEFT JOIN units d ON d.unit = i.display_unit
), promised AS (
    SELECT policy_id, list(target ORDER BY target_year, target_id) AS targets FROM each_target GROUP BY ALL
)
SELECT p.policy_id AS key, p.*, f.sector_list, i.issuers, u.further, t.targets,
       n.title_en AS implements_en, n.title_zh AS implements_zh
FROM policies p SEMI JOIN opened USING (policy_id) JOIN policy_facts f USING (policy_id)
LEFT JOIN issuer_lists i USING (policy_id) LEFT JOIN further u USING (policy_id) LEFT JOIN promised t USING (policy_id)
LEFT JOIN policies n ON n.policy_id = p.implements
ORDER BY p.published DESC, p.policy_id
"""


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """Each opened policy as a record in the reader's words: titles, facts, summary, sources, targets."""
    return [_record(row, words) for row in rows]


def _record(row: Row, words: Words) -> dict[str, Any]:
    other = "title_zh" if words.lang == "en" else "title_en"
    named = [{name: row[name] for name in ("source_id", "quote", "quote_lang")}, *(row["further"] or [])]
    return {
        "key": row["key"],
        "title": words.of(row, "title"),
        "other_title": row[other],
        "translated": words("policy.translated.title") if row["title_original"] != words.lang else "",
        "summary": words.of(row, "summary"),
        "facts": _facts(row, words),
        "note": row["note"] or "",
        "sources": [_source(each, words) for each in named],
        "link": row["url"] or "",
        "targets": [_target(each, words) for each in row["targets"] or []],
    }


def _facts(row: Row, words: Words) -> list[tuple[str, str]]:
    period = "" if row["period_end"] is None else f"{row['period_start'] or row['period_end']}–{row['period_end']}"
    facts = {
        "region": words.name("regions", row["region"]),
        "issuers": words.listed(words.name("issuers", code) for code in row["issuers"] or []),
        "doc_type": words.name("doc_types", row["doc_type"]),
        "published": row["published"] or words("absent.date"),
        "period": period,
        "sectors": words("list.dot").join(words.name("sectors", code) for code in row["sector_list"]),
        "status": f"{words.name('statuses', row['status'])} ({words.name('status_reasons', row['status_reason'])})",
        "implements": words.of(row, "implements"),
        "number": row["document_number"] or "",
        "confidence": words.name("confidences", row["confidence"]),
    }
    return [(words(f"policy.{name}"), fact) for name, fact in facts.items() if fact]


def _source(named: dict[str, Any], words: Words) -> dict[str, str]:
    source = words.vocabulary["sources"][named["source_id"]]
    return {
        "title": words.of(source, "title"),
        "publisher": source["publisher"],
        "url": source["url"] or "",
        "licence": source["licence"],
        "citation": source["citation"],
        "quote": named["quote"] or "",
        "quote_lang": named["quote_lang"] or words.lang,
    }


def _target(target: dict[str, Any], words: Words) -> dict[str, str]:
    year = "" if target["target_year"] is None else str(target["target_year"])
    printed = (
        ""
        if target["value_source"] is None
        else words("target.printed", value=target["value_source"], unit=target["unit_source"])
    )
    return {
        "statement": words.of(target, "statement"),
        "value": words.commitment(target),
        "year": year,
        "kind": words.name("target_kinds", target["kind"]),
        "sector": words.name("sectors", target["sector"]),
        "strictness": words.name("strictness_levels", target["strictness"]),
        "quote": target["quote"],
        "quote_lang": target["quote_lang"],
        "printed": printed,
        "indicator": target["indicator"] or "",
        "name": words.name("indicators", target["indicator"]) if target["indicator"] else "",
        "region": target["region"],
        **_state(target, words),
    }


def _state(target: dict[str, Any], words: Words) -> dict[str, str]:
    """How far a target is, in which colour that is shown, and from which figures it is known."""
    progress = target["progress"]
    if not progress or not progress["progress_status"]:
        return {"state": "", "colour": "", "why": ""}
    status = progress["progress_status"]
    return {
        "state": words.name("progress_statuses", status),
        "colour": words.vocabulary["progress_statuses"][status]["colour"],
        "why": why({**target, **progress}, words),
    }


VIEW = View("policy", SQL, draw, tables=("policies", "policy_facts"), of="policies")
