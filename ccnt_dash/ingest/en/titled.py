"""Which titles of policies stand in an English sentence, and where do they end?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ccnt_dash.ingest.named import Title

CLAUSE = re.compile(r",\s{1,3}(?:by|in|during|before|until)\s{1,3}(?:the\s{1,3}end\s{1,3}of\s{1,3})?(?:19|20)\d\d\b")


def between(titles: Sequence[Title], start: int, end: int) -> list[Title]:
    """The titles that begin in text[start:end], of titles in order."""
    first = bisect_left(titles, start, key=lambda each: each.start)
    return list(titles[first : bisect_left(titles, end, key=lambda each: each.start)])


def without_clause(text: str, title: Title) -> Title:
    """Without the clause that follows: "Action Plan, by 2025, the proportion"."""
    met = CLAUSE.search(text, title.start, title.end)
    return Title(title.start, met.start(), text[title.start : met.start()]) if met else title
