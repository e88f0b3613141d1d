"""Which figures stand behind the comparison? Its twin as a table."""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View
from ccnt_dash.views.compared import SQL, TABLES, against_before, against_nation, ambition, ordered
from ccnt_dash.views.progress import rate


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """A record per place, in the order of the chart."""
    return [_record(row, words) for row in ordered(rows)] if rows else []


def _record(row: Row, words: Words) -> dict[str, Any]:
    asked = ambition(row)
    unit = words("peers.points") if not row["additive"] else "%"
    source = words.vocabulary["sources"][row["source_id"]] if row["source_id"] else None
    known = row["shown"] is not None
    return {
        "key": row["region"],
        "policy": row["policy_id"],
        "region": words.place(row["region"]),
        "seen": _of_year(row["seen"], row["seen_year"], row["display_unit"], words),
        "target": words.commitment(row) if known else words("peers.none"),
        "year": row["target_year"],
        "status": words.name("progress_statuses", row["progress_status"]) if known else "",
        "asked": "" if asked is None else f"{words.number(round(max(asked, 0.0), 2))} {unit}",
        "observed": rate(row, "observed_rate", words) if known else "",
        "required": rate(row, "required_rate", words) if known else "",
        "nation": against_nation(row, words),
        "before": against_before(row, words),
        "people": _of_year(row["persons"], row["persons_year"], "persons", words),
        "income": _of_year(row["cny_per_person"], row["income_year"], "CNY", words),
        "area": "" if row["square_km"] is None else words.amount(round(row["square_km"]), "km2"),
        "mix": _of_year(row["nonfossil_share"], row["nonfossil_year"], "percent", words),
        "source": words.of(source, "title") if source else "",
        "terms": source["licence"] if source else "",
    }


def _of_year(value: float | None, year: int, unit: str, words: Words) -> str:
    """A value with its unit and year, or ""."""
    return "" if value is None else f"{words.amount(float(f'{value:.5g}'), unit)} ({year})"


VIEW = View("twin", SQL, draw, tables=TABLES)
