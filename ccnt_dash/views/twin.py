"""Which figures stand behind the comparison? Its twin as a table."""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views import peers
from ccnt_dash.views.base import Row, Rows, View
from ccnt_dash.views.progress import rate


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """A record per place, in the order of the chart."""
    return [_record(row, words) for row in peers.ordered(rows)] if rows else []


def _record(row: Row, words: Words) -> dict[str, Any]:
    asked = peers.ambition(row)
    unit = words("peers.points") if not row["additive"] else "%"
    source = words.vocabulary["sources"][row["source_id"]] if row["source_id"] else None
    known = row["shown"] is not None
    return {
        "key": row["key"],
        "policy": row["policy_id"],
        "region": words.place(row["key"]),
        "seen": "" if row["seen"] is None else f"{words.amount(row['seen'], row['display_unit'])} ({row['seen_year']})",
        "target": words.commitment(row) if known else words("peers.none"),
        "year": row["target_year"],
        "status": words.name("progress_statuses", row["progress_status"]) if known else "",
        "asked": "" if asked is None else f"{words.number(round(max(asked, 0.0), 2))} {unit}",
        "observed": rate(row, "observed_rate", words) if known else "",
        "required": rate(row, "required_rate", words) if known else "",
        "nation": peers.against(row, "nation", words),
        "before": peers.against(row, "before", words),
        "people": "" if row["persons"] is None else words.amount(row["persons"], "persons"),
        "source": words.of(source, "title") if source else "",
        "terms": source["licence"] if source else "",
    }


VIEW = View("twin", peers.SQL, draw)
