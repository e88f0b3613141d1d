"""Which candidates of an English text stay, and with which words as quote?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ccnt_dash.ingest.candidate import Candidate

LONGEST_QUOTE = 700


def only_told(headlines: Sequence[Candidate], made: Sequence[Candidate]) -> list[Candidate]:
    """What headlines promise and no sentence does."""
    said = {(each.value, each.unit) for each in made}
    return [each for each in headlines if (each.value, each.unit) not in said]


def quoted(made: Candidate, source: str) -> Candidate:
    """With the words of the document as quote, without the white space around them."""
    start, end = made.start, made.end
    if end - start > LONGEST_QUOTE and made.figure >= 0:
        start, end = max(start, made.figure - LONGEST_QUOTE // 2), min(end, made.figure + LONGEST_QUOTE // 2)
    quote = source[start:end]
    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())
    return replace(made, start=start, end=end, quote=source[start:end])


def once(made: Sequence[Candidate]) -> list[Candidate]:
    """Without what a later sentence says again of the same place, indicator, value and year."""
    seen: dict[tuple[object, ...], int] = {}
    kept = []
    for each in made:
        key = (each.kind, each.region, each.indicator, each.value, each.unit, each.target_year, each.value_high)
        if each.value is None or seen.setdefault(key, each.start) == each.start:
            kept.append(each)
    return kept
