"""Which document matters more, and where in an issue does it stand?

The rule, also told in docs/briefing.md: the nation before provinces, provinces before cities; then by points, one for
each target and two more for each that is the first known of its place on its indicator; then the newest.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows
from ccnt_dash.views.map import NATION

# So many documents of the highest level open the issue.
TOP = 4


def points(row: Row) -> int:
    """How much a document says: one for each target, two more for each that has no known forerunner."""
    return sum(3 if target["is_first"] else 1 for target in row["targets"] or [])


def weighed(rows: Rows, words: Words) -> Rows:
    """The documents, the one that matters most first."""
    levels = list(words.vocabulary["levels"])

    def weight(row: Row) -> tuple[Any, ...]:
        return levels.index(row["level"]), -points(row), _reversed(row["published"] or ""), row["key"]

    return sorted(rows, key=weight)


def _reversed(text: str) -> tuple[int, ...]:
    """Sorts texts from last to first; a longer one, which says more, before what it begins with."""
    return (*(-ord(sign) for sign in text), 1)


def sections(rows: Rows, words: Words) -> dict[str, str]:
    """Document -> code of its section; `rows` are weighed."""
    highest = rows[0]["level"] if rows else ""
    # A document known to the year only would be top news of every month of it.
    worth = [row["key"] for row in rows if row["level"] == highest and len(row["published"] or "") > 4]
    top = set(worth[:TOP])
    return {row["key"]: "top" if row["key"] in top else f"{_part(row)}-{theme(row, words)}" for row in rows}


def _part(row: Row) -> str:
    return "national" if row["region"] == NATION else "local"


def theme(row: Row, words: Words) -> str:
    """The sector that most targets of a document are in, or else its first one in the order of the vocabulary."""
    order = list(words.vocabulary["sectors"])
    counted = Counter(target["sector"] for target in row["targets"] or [])
    known: Counter[str] = counted or Counter(row["sector_list"])
    return min(known, key=lambda sector: (-known[sector], order.index(sector)))
