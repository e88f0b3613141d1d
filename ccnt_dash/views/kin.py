"""To which documents is a policy bound: what it carries out, what replaced it, the same plan elsewhere?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View

SQL = """
WITH RECURSIVE subject AS (
    SELECT p.policy_id, p.implements, p.region FROM policies p WHERE policy_id IN (SELECT unnest($policies[:1]))
), up AS (
    SELECT policy_id, implements AS other, 1 AS depth FROM subject WHERE implements IS NOT NULL
    UNION ALL
    SELECT p.policy_id, p.implements, u.depth + 1 FROM up u JOIN policies p ON p.policy_id = u.other
    WHERE p.implements IS NOT NULL AND u.depth < 9
), bound AS (
    SELECT 'implements' AS way, other, policy_id AS of_policy, depth FROM up
    UNION ALL
    SELECT 'superseded_by', other_policy, policy_id, 1 FROM policy_relations SEMI JOIN subject USING (policy_id)
    WHERE relation = 'superseded_by'
    UNION ALL
    SELECT 'supersedes', r.policy_id, r.policy_id, 1 FROM policy_relations r JOIN subject s
    ON s.policy_id = r.other_policy AND r.relation = 'superseded_by'
    UNION ALL
    SELECT 'alike', n.policy_id, NULL, 1 FROM policy_facts n JOIN policy_facts o
    ON n.title_stem = o.title_stem AND n.region <> o.region
    WHERE o.policy_id = (SELECT policy_id FROM subject)
)
SELECT b.other AS key, b.way, b.depth, p.title_en, p.title_zh, p.region, p.level, p.published, p.source_id, f.targets,
       l.quote, l.quote_lang, l.reason_en, l.confidence
FROM bound b JOIN policies p ON p.policy_id = b.other JOIN policy_facts f ON f.policy_id = b.other
JOIN regions r ON r.region = p.region
LEFT JOIN policy_relations l ON l.policy_id = b.of_policy
     AND l.relation = if(b.way = 'supersedes', 'superseded_by', b.way)
ORDER BY b.way, b.depth, r.sort, p.published, p.policy_id
"""


def draw(rows: Rows, words: Words, look: Look) -> dict[str, list[dict[str, Any]]]:
    """The documents that a policy is bound to, by the way they are bound."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["way"], []).append(_record(row, words))
    return found


def _record(row: Row, words: Words) -> dict[str, Any]:
    return {
        "key": row["key"],
        "title": words.of(row, "title"),
        "place": words.place(row["region"]),
        "published": row["published"] or words("absent.date"),
        "targets": row["targets"],
        "depth": row["depth"],
        "quote": row["quote"] or "",
        "quote_lang": row["quote_lang"] or words.lang,
        "reason": row["reason_en"] or "",
        "confidence": words.name("confidences", row["confidence"]) if row["confidence"] else "",
    }


VIEW = View("kin", SQL, draw, tables=("policy_relations", "policies", "policy_facts"), of="policies")

# Most documents have neither: asked once, this spares each of their pages two questions.
TIES = """
SELECT implements AS key, 'followed' AS tie FROM policies WHERE implements IS NOT NULL
UNION SELECT cited_policy, unnest(['followed', 'cited']) FROM policy_references WHERE cited_policy IS NOT NULL
UNION SELECT policy_id, 'cited' FROM policy_references
ORDER BY ALL
"""


def tied(rows: Rows, words: Words, look: Look) -> dict[str, list[str]]:
    """The documents that others follow, and those with citations."""
    return {tie: [row["key"] for row in rows if row["tie"] == tie] for tie in ("followed", "cited")}


TIED = View("tied", TIES, tied)
