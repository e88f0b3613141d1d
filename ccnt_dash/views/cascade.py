"""What followed a document in provinces and cities, how long after it, and what became of its targets there?"""

from __future__ import annotations

from collections import Counter
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View
from ccnt_dash.views.followed import VERDICTS, Target, lag, told, verdicts

# Longer chains than this would be a circle.
DEEPEST = 9
# Everything that carries out each document, itself or through another one, by the shortest way.
DOWN = f"""
RECURSIVE steps AS (
    SELECT implements AS root, policy_id, 1 AS depth FROM policies WHERE implements IS NOT NULL
    UNION ALL
    SELECT s.root, p.policy_id, s.depth + 1 FROM steps s JOIN policies p ON p.implements = s.policy_id
    WHERE s.depth < {DEEPEST}
), down AS (
    SELECT root, policy_id, min(depth) AS depth FROM steps WHERE root <> policy_id GROUP BY ALL
)
"""
# What is needed to compare two targets.
TOLD = """
struct_pack(
    target_id := f.target_id, region := f.region, indicator := f.indicator, target_year := f.target_year,
    base_year := f.base_year, scope_en := t.scope_en, scope_zh := t.scope_zh, comparator := f.comparator,
    shown := f.shown, shown_high := f.shown_high, shown_aspired := f.shown_aspired, shown_unit := f.shown_unit,
    better := i.better, additive := i.additive
)
"""
SQL = f"""
WITH {DOWN}, subject AS (
    SELECT p.* FROM policies p WHERE policy_id IN (SELECT unnest($policies[:1]))
), family AS (
    SELECT policy_id, 'follows' AS way, depth FROM down WHERE root = (SELECT policy_id FROM subject)
    UNION ALL
    SELECT DISTINCT r.policy_id, 'cites', NULL FROM policy_references r JOIN subject s ON r.cited_policy = s.policy_id
    WHERE r.policy_id <> s.policy_id
      AND r.policy_id NOT IN (SELECT d.policy_id FROM down d WHERE d.root = s.policy_id)
), promised AS (
    SELECT f.policy_id, list({TOLD} ORDER BY f.target_year, f.target_id) AS targets
    FROM target_facts f JOIN targets t USING (target_id) JOIN indicators i ON i.indicator = f.indicator
    WHERE f.kind = 'target' AND f.shown IS NOT NULL
      AND f.policy_id IN (SELECT policy_id FROM family UNION ALL SELECT policy_id FROM subject) GROUP BY ALL
)
SELECT p.policy_id AS key, k.way, k.depth, p.title_en, p.title_zh, p.region, f.province, p.level, p.published,
       p.source_id, o.targets, s.policy_id AS root, s.region AS home, s.published AS since, a.targets AS asked,
       if(k.depth > 1, v.title_en, NULL) AS via_en, if(k.depth > 1, v.title_zh, NULL) AS via_zh
FROM family k JOIN policies p USING (policy_id) JOIN policy_facts f USING (policy_id) CROSS JOIN subject s
JOIN regions r ON r.region = p.region
LEFT JOIN promised o ON o.policy_id = p.policy_id LEFT JOIN promised a ON a.policy_id = s.policy_id
LEFT JOIN policies v ON v.policy_id = p.implements
ORDER BY k.way DESC, p.published NULLS LAST, r.sort, p.policy_id
"""
# A document that only cites another needn't take up its targets: what it leaves out or adds says nothing.
SHARED = ("tightened", "relaxed", "copied", "other", "own", "unlike")


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """A record per follower: place, title, date, lag, how it follows, and what became of the parent's targets."""
    return [_record(row, words) for row in rows]


def _record(row: Row, words: Words) -> dict[str, Any]:
    found = judged(row)
    counts = Counter(what for what, _, _ in found)
    return {
        "key": row["key"],
        "way": row["way"],
        "place": words.place(row["region"]),
        "level": words.name("levels", row["level"]),
        "title": words.of(row, "title"),
        "published": row["published"] or words("absent.date"),
        "lag": told(lag(row["since"], row["published"]), words),
        "link": linked(row, words),
        **{name: counts[name] or None for name in VERDICTS},
        "what": _what(row, found, words),
    }


def judged(row: Row) -> list[tuple[str, Target, Target | None]]:
    """What became of the parent's targets in one follower; nothing where none has been collected from the parent."""
    found = verdicts(row["targets"] or [], row["asked"], row["home"]) if row["asked"] else []
    return [each for each in found if row["way"] == "follows" or each[0] in SHARED]


def linked(row: Row, words: Words) -> str:
    """By which way a document follows."""
    if row["way"] == "cites":
        return words("cascade.way.cites")
    return words("cascade.way.through", title=words.of(row, "via")) if row["depth"] > 1 else words("cascade.way.itself")


def _what(row: Row, found: list[tuple[str, Target, Target | None]], words: Words) -> str:
    if not row["targets"]:
        return words("cascade.no_targets")
    if not row["asked"]:
        return words("cascade.none_asked")
    lines = []
    for name in VERDICTS:
        each = [(target, parent) for what, target, parent in found if what == name]
        if each:
            said = (_said(target, parent, words, name) for target, parent in each)
            lines.append(
                words("cascade.told", verdict=words(f"cascade.{name}"), targets=words("list.semicolon").join(said))
            )
    return "\n".join(lines) or words("cascade.nothing_shared")


def _said(target: Target, parent: Target | None, words: Words, what: str) -> str:
    """A target of the follower, with the parent's where the two differ."""
    name = words.name("indicators", target["indicator"])
    if what == "dropped":
        return name
    told_of = {"indicator": name, "target": _promise(target, words)}
    if parent is None or what == "copied":
        return words("cascade.target", **told_of)
    return words("cascade.against", **told_of, parent=_promise(parent, words))


def _promise(target: Target, words: Words) -> str:
    value, scope = words.commitment(target), words.of(target, "scope")
    dated = words("peers.by", value=value, year=target["target_year"]) if target["target_year"] else value
    return words("cascade.scoped", target=dated, scope=scope) if scope else dated


VIEW = View("followers", SQL, draw, tables=("policies",), of="policies")
