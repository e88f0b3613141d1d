"""What does not fit together: sums, stairs, documents of one place, units, deadlines?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Draw, Row, Rows, View

# A target as the lists here tell it, in the display unit of its indicator.
TOLD = """
struct_pack(
    target_id := f.target_id, policy_id := f.policy_id, title_en := p.title_en, title_zh := p.title_zh,
    published := f.published, shown := f.shown, shown_high := f.shown_high, shown_aspired := f.shown_aspired,
    shown_unit := f.shown_unit, comparator := f.comparator, base_year := f.base_year, target_year := f.target_year
)
"""
TARGETS = """
target_facts f JOIN targets t USING (target_id) JOIN policies p ON p.policy_id = f.policy_id
JOIN indicators i ON i.indicator = f.indicator JOIN regions r ON r.region = f.region
"""
STANDING = "f.shown IS NOT NULL AND f.kind = 'target' AND f.standing <> 'earlier' AND t.scope_en IS NULL"

SUMS = f"""
WITH promised AS (
    SELECT f.indicator, f.target_year, f.base_year, f.region, max(f.shown) AS shown FROM {TARGETS}
    WHERE {STANDING} AND r.level = 'provincial' GROUP BY ALL
), provinces AS (
    SELECT indicator, target_year, base_year, count(*) AS places, sum(shown) AS total FROM promised GROUP BY ALL
)
SELECT f.target_id AS key, f.indicator, f.region, {TOLD} AS target, v.places, v.total, v.total / f.shown AS ratio
FROM {TARGETS}
JOIN provinces v ON v.indicator = f.indicator AND v.target_year = f.target_year
                AND v.base_year IS NOT DISTINCT FROM f.base_year
WHERE {STANDING} AND f.region = '100000' AND i.additive
ORDER BY v.places DESC, f.indicator, f.target_year, f.target_id
"""

# What is counted anew each year is no stair.
STAIRS = f"""
WITH steps AS (
    SELECT f.region, f.indicator, f.target_year, f.base_year, f.shown, {TOLD} AS target, i.better
    FROM {TARGETS}
    WHERE {STANDING} AND i.better <> 'none' AND f.target_year IS NOT NULL
      AND f.indicator NOT IN (SELECT target_indicator FROM series WHERE of_year)
      AND NOT regexp_matches(f.indicator, '_(additions|annual|growth|area|starts)(_|$)')
)
SELECT a.target.target_id || '>' || b.target.target_id AS key, a.region, a.indicator, a.target AS target,
       b.target AS other
FROM steps a JOIN steps b ON b.region = a.region AND b.indicator = a.indicator AND b.target_year > a.target_year
                         AND b.base_year IS NOT DISTINCT FROM a.base_year
WHERE (b.shown - a.shown) * if(a.better = 'more', 1, -1) < 0
ORDER BY a.region, a.indicator, a.target_year, b.target_year, key
"""

# The newest in force first, then each other document with another value.
DISAGREEMENTS = f"""
WITH told AS (
    SELECT f.region, f.indicator, f.target_year, f.base_year, t.scope_en, f.standing, f.shown, i.better,
           {TOLD} AS target
    FROM {TARGETS} WHERE f.standing IN ('newest', 'earlier')
)
SELECT a.target.target_id || '>' || b.target.target_id AS key, a.region, a.indicator, a.target AS target,
       b.target AS other,
       CASE WHEN a.better = 'none' THEN NULL
            WHEN (a.shown - b.shown) * if(a.better = 'more', 1, -1) > 0 THEN 'stricter' ELSE 'looser' END AS way
FROM told a JOIN told b ON b.region = a.region AND b.indicator = a.indicator
 AND b.target_year IS NOT DISTINCT FROM a.target_year AND b.base_year IS NOT DISTINCT FROM a.base_year
 AND b.scope_en IS NOT DISTINCT FROM a.scope_en
WHERE a.standing = 'newest' AND a.target.policy_id <> b.target.policy_id AND b.shown <> a.shown
  AND (b.standing = 'earlier' OR b.target.target_id > a.target.target_id)
ORDER BY a.region, a.indicator, a.target_year, key
"""

# A unit may have slipped.
OUTLIERS = f"""
WITH told AS (
    SELECT f.region, f.indicator, f.shown, {TOLD} AS target,
           median(f.shown) OVER same AS middle, count(DISTINCT f.region) OVER same AS places
    FROM {TARGETS}
    WHERE {STANDING} AND f.shown > 0 WINDOW same AS (PARTITION BY f.indicator, r.level, f.base_year)
)
SELECT target.target_id AS key, region, indicator, target, middle, places, shown / middle AS ratio FROM told
WHERE places >= 4 AND (shown > 20 * middle OR shown * 20 < middle) ORDER BY greatest(ratio, 1 / ratio) DESC, key
"""

OVERDUE = f"""
SELECT f.target_id AS key, f.region, f.indicator, {TOLD} AS target, g.progress_reason AS reason, -g.days_left AS days
FROM {TARGETS} JOIN progress g ON g.target_id = f.target_id
WHERE g.progress_status = 'due_no_result' ORDER BY f.target_year DESC, r.sort, f.indicator, f.target_id
"""


def _named(row: Row, words: Words) -> dict[str, Any]:
    target = row["target"]
    return {
        "key": row["key"],
        "region": words.place(row["region"]),
        "indicator": words.name("indicators", row["indicator"]),
        "year": target["target_year"],
        "target": words.commitment(target),
        "document": _document(target, words),
    }


def _document(target: dict[str, Any], words: Words) -> str:
    return words(
        "consistency.titled", title=words.of(target, "title"), date=target["published"] or words("absent.date")
    )


def _other(row: Row, words: Words) -> dict[str, Any]:
    other = row["other"]
    return {
        "other_year": other["target_year"],
        "other": words.commitment(other),
        "other_document": _document(other, words),
    }


def _sums(row: Row, words: Words) -> dict[str, Any]:
    total = words.amount(row["total"], row["target"]["shown_unit"])
    return {"sum": total, "places": row["places"], "ratio": words.number(round(100 * row["ratio"]))}


def _outlier(row: Row, words: Words) -> dict[str, Any]:
    middle = words.amount(row["middle"], row["target"]["shown_unit"])
    return {"middle": middle, "places": row["places"], "ratio": words.number(round(row["ratio"], 4))}


def _way(row: Row, words: Words) -> dict[str, Any]:
    return {**_other(row, words), "way": words(f"consistency.{row['way']}") if row["way"] else ""}


def _overdue(row: Row, words: Words) -> dict[str, Any]:
    why = words.name("progress_reasons", row["reason"]) if row["reason"] else words("consistency.no_value")
    return {"days": row["days"], "why": why}


def _listing(more: Any) -> Draw:
    """A drawing that makes a record of each row: the target, and what `more` adds."""

    def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
        return [{**_named(row, words), **more(row, words)} for row in rows]

    return draw


CONSISTENCY = (
    View("sums", SUMS, _listing(_sums), tables=("targets",)),
    View("stairs", STAIRS, _listing(_other), tables=("targets",)),
    View("disagreements", DISAGREEMENTS, _listing(_way), tables=("targets",)),
    View("outliers", OUTLIERS, _listing(_outlier), tables=("targets",)),
    View("overdue", OVERDUE, _listing(_overdue), tables=("targets",)),
)
