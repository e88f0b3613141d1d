"""Which candidates of an English text stay, and with which words as quote?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ccnt_dash.ingest.candidate import Candidate

LONGEST_QUOTE = 700
# Twice the same number of these in a text is the same promise; shares and counts may well be alike.
SIZES = ("MW", "MWh", "tce", "tCO2", "tCO2e", "tonnes", "m3", "m2", "CNY", "vehicles")


def only_told(headlines: Sequence[Candidate], made: Sequence[Candidate]) -> list[Candidate]:
    """What headlines promise and no sentence does."""
    said = {(value, each.unit) for each in made for value in (each.value, each.value_aspired)}
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
    sizes: dict[tuple[object, ...], tuple[int, str]] = {}
    kept = []
    for each in made:
        key = (each.kind, each.region, each.indicator, each.value, each.unit, each.target_year, each.value_high)
        size = (each.region, each.value, each.unit, each.target_year, each.value_high)
        first, name = sizes.setdefault(size, (each.start, each.indicator))
        vague = name.startswith("new:") or each.indicator.startswith("new:")
        if first != each.start and vague and each.unit in SIZES and each.kind == "target":
            continue
        if each.value is None or seen.setdefault(key, each.start) == each.start:
            kept.append(each)
    return kept
