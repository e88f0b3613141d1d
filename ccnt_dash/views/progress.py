"""How far is each target, and from which figures is that known?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View

PAGE_SIZE = 25

ORDER = "ORDER BY last_year IS NULL, state_sort, target_year, region_sort, target_id"
HITS = """
WITH hits AS MATERIALIZED (
    SELECT f.*, p.* EXCLUDE (target_id), c.sort AS state_sort, r.sort AS region_sort
    FROM matching_targets(
        regions := $regions, sectors := $sectors, levels := $levels, years := $years,
        since := $since, until := $until, search := $search
    ) f JOIN progress p USING (target_id) JOIN progress_statuses c USING (progress_status) JOIN regions r USING (region)
    WHERE $indicator IS NULL OR f.indicator = $indicator
)"""
ALL = """
SELECT h.policy_id AS key, h.*, u.factor / d.factor AS factor, (SELECT count(*) FROM hits) AS total, $page AS page
FROM hits h JOIN indicators i USING (indicator)
JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
"""
SQL = f"""{HITS}, one_page AS (
    SELECT target_id FROM hits {ORDER}
    LIMIT {PAGE_SIZE}
    OFFSET (SELECT {PAGE_SIZE} * least(greatest($page - 1, 0), greatest(count(*) - 1, 0) // {PAGE_SIZE}) FROM hits)
)
{ALL} SEMI JOIN one_page USING (target_id)
{ORDER}
"""


def draw(rows: Rows, words: Words, look: Look) -> dict[str, Any]:
    """One page of targets, with every figure that went into the state of each."""
    total = rows[0]["total"] if rows else 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(rows[0]["page"] if rows else 1, 1), pages)
    return {"rows": [_record(row, words) for row in rows], "total": total, "page": page, "pages": pages}


def _record(row: Row, words: Words) -> dict[str, Any]:
    return {
        "key": row["target_id"],
        "policy": row["key"],
        "chosen": row["chosen"],
        "region": words.place(row["region"]),
        "indicator": words.name("indicators", row["indicator"]),
        "year": row["target_year"],
        "target": words.commitment(row),
        "status": words.name("progress_statuses", row["progress_status"]),
        "state": row["progress_status"],
        "why": why(row, words),
        "first": _point(row, "first", words),
        "last": _point(row, "last", words),
        "observed": rate(row, "observed_rate", words),
        "required": rate(row, "required_rate", words),
        "days": words.number(row["days_left"]) if row["days_left"] is not None else "",
        "standing": words(f"standing.{row['standing']}") if row["standing"] else "",
        "published": row["published"] or words("absent.date"),
    }


def why(row: Row, words: Words) -> str:
    """The formula in figures, or the reason why there is none."""
    if row["progress_reason"]:
        return words.name("progress_reasons", row["progress_reason"])
    basis = words(f"progress.{row['basis']}") if row["basis"] else ""
    if row["progress_status"] in ("on_track", "lagging", "moving_away"):
        told = {"observed": rate(row, "observed_rate", words), "required": rate(row, "required_rate", words)}
        return words("progress.formula", **told, basis=basis)
    if row["progress_status"] == "due_no_result":
        return words("progress.no_result", year=row["target_year"])
    return words("progress.value", last=_point(row, "last", words), basis=basis)


def _point(row: Row, which: str, words: Words) -> str:
    year, value = row[f"{which}_year"], row[f"{which}_value"]
    return "" if year is None else f"{words.amount(value * row['factor'], row['shown_unit'])} ({year})"


def rate(row: Row, which: str, words: Words) -> str:
    """A change a year with its sign, in the display unit, or ""."""
    value = row[which]
    if value is None:
        return ""
    amount = words.amount(abs(value) * row["factor"], row["shown_unit"])
    return f"{'−' if value < 0 else '+'}{amount}"


VIEW = View(
    "progress", SQL, draw, writes="policies", whole=HITS + ALL + ORDER, tables=("target_facts", "progress", "targets")
)
