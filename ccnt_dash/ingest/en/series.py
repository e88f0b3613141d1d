"""Which English amounts belong together: the ends of a range, the items of a list?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ccnt_dash.ingest.en.amount import Amount

BETWEEN = re.compile(
    r"\s{0,3}(?P<word>to|-|–|—|~|and)\s{0,3}(?P<sign>(?:about|around|approximately|roughly|over|more\s+than|above|at\s+least|nearly)\s+)?$",
    re.IGNORECASE,
)
BOTH = re.compile(r"\bbetween\s{1,3}(?:about\s|around\s)?$", re.IGNORECASE)
ALONG = re.compile(r",\s{1,3}(?:and\s{1,3})?|\s{1,3}and\s{1,3}")
# "Six times the level of 2020" is a target of its own.
FACTORS = ("times", "fold")
# "Double its capacity, with a minimum of 50 GW", "double by 2025 compared to 2020, implying 900 TWh".
MORE = re.compile(
    r",\s(?:and\s)?(?:with|implying|which|while|meaning)\b|;|\b(?:compared|relative)\s(?:to|with)\s[^.;]{0,30}\d{4}",
    re.IGNORECASE,
)
LISTED = re.compile(r"[\s,/]{0,3}(?:and|/)?\s{0,3}")


def ranged(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Two numbers joined by "to", a dash or "between … and" are one range, where their units allow it."""
    made: list[Amount] = []
    for each in found:
        joined = _range(text, made[-1], each) if made and made[-1].high is None else None
        if joined:
            made[-1] = joined
        else:
            made.append(each)
    return made


def shared(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Bare numbers take scale and unit of the number that closes their list: "60, 40 and 30 GW"."""
    made: list[Amount] = []
    for each in reversed(found):
        behind = made[-1] if made else None
        bare = each.unit is None and not each.noun and each.value == each.source and each.high is None
        if behind and bare and behind.unit and behind.source and ALONG.fullmatch(text[each.end : behind.start]):
            times = behind.value / behind.source
            whole = replace(each, value=each.source * times, unit=behind.unit, printed=behind.printed, noun=behind.noun)
            made.append(whole)
        else:
            made.append(each)
    return made[::-1]


def without_multiples(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Without "double" and "triple" where the sentence says what that comes to: "double its fleet to 5,000 cars"."""
    return [
        each
        for number, each in enumerate(found)
        if not (_in_words(each) and any(_comes_to(text, each, other) for other in found[number + 1 :]))
    ]


def _in_words(amount: Amount) -> bool:
    """Whether an amount is "double", "triple" and the like."""
    return amount.unit == "ratio" and amount.printed.isalpha() and amount.printed.lower() not in FACTORS


def _comes_to(text: str, amount: Amount, other: Amount) -> bool:
    """Whether a later amount says what doubling comes to; "double by 2025, with a minimum of 50 GW" says more."""
    if other.unit in ("ratio", "percent", "pp", None):
        return False
    return not MORE.search(text, amount.end, other.start)


def listed(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The comparator of the first holds for the others of "over 90% and 75%", but not of "over 90 cars and 5 buses"."""
    made: list[Amount] = []
    for each in found:
        last = made[-1] if made else None
        if last and last.sign and not (each.sign or last.noun) and LISTED.fullmatch(text[last.end : each.start]):
            made.append(replace(each, sign=last.sign))
        else:
            made.append(each)
    return made


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    met = BETWEEN.match(text[low.end : high.start])
    if not met or (met["word"].lower() == "and" and not BOTH.search(text[max(0, low.start - 20) : low.start])):
        return None
    if low.unit is not None and (high.value <= low.value or (low.unit != high.unit and not low.noun)):
        return None
    # The scale of the upper end holds for a lower end without unit: "2 to 3 million tonnes".
    bare = low.unit is None and low.value == low.source < high.source
    value = low.value * high.value / high.source if bare and high.source else low.value
    return replace(high, start=low.start, figure=low.figure, value=value, source=low.source, high=high.value,
                   sign="range", phrase=low.phrase, high_sign=high.sign if met["sign"] else "")  # fmt: skip
