"""Which amounts does an English sentence print in words: "half of", "at least five cities", "double"?"""

from __future__ import annotations

import re
from collections.abc import Callable

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.lexicon import Lexicon, either
from ccnt_dash.ingest.en.nouns import Nouns
from ccnt_dash.ingest.en.signs import Signs

# How numbers_en.csv says a word is used, and the unit it then has; what counts things has theirs.
UNITS = {"share": "percent", "multiple": "ratio", "whole": "percent"}
NO_SHARE_BEFORE = re.compile(r"(?:first|second|other|latter|last|next|and\s+a)\s+$", re.IGNORECASE)
NO_SHARE_AFTER = re.compile(r"\s+of\s+(?:the\s+)?(?:year|\d{4}|month|century)")
SHARE_BEFORE, SHARE_AFTER = re.compile(r"\bby\s+(?:\w+\s+)?$|to\s+$"), re.compile(r"\s+of\s|\s+the\s")
NEAR = 40
SIZE = re.compile(r"[ -](?:class|level|scale|grade|rated)\b", re.IGNORECASE)
# "Six times that of 2020", and not "six times a day".
MORE = re.compile(r"\s(?:the|that|those|its|their|as|more|higher|larger|greater|of)\b", re.IGNORECASE)
# "Double down", "double-digit growth", "double control" multiply nothing.
NO_MULTIPLE = re.compile(
    r"[\s-]{1,4}(?:down|digit|control|carbon|check|track|glaz|count|burden|whammy|initiative|plan|action|project)",
    re.IGNORECASE,
)
# Nobody counts that many of what is merely mentioned ("two countries").
MANY = 1000


class Spelled:
    """Finds amounts in words with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns, signs: Signs, tail: re.Pattern[str],
                 measured: Callable[[str | None, str], tuple[float, str]]) -> None:  # fmt: skip
        """Make the patterns once; `tail` finds scale and unit of "six billion cubic meters", `measured` reads them."""
        self._lexicon, self._nouns, self._signs = lexicon, nouns, signs
        self._tail, self._measured = tail, measured
        self._words = {
            row["word"]: (float(row["value"]), row["use"]) for row in lexicon.numbers if row["use"] != "scale"
        }
        self._word = re.compile(either(self._words), re.IGNORECASE)
        self._building = lexicon.pattern("build")

    def find(self, text: str, start: int, end: int) -> list[Amount]:
        """The amounts in words of text[start:end], in order."""
        return [each for met in self._word.finditer(text, start, end) if (each := self._amount(text, start, end, met))]

    def _amount(self, text: str, start: int, end: int, met: re.Match[str]) -> Amount | None:
        value, use = self._words[" ".join(met.group().lower().split())]
        tail = self._tail.match(text, met.end(), end) if use == "count" else None
        if tail and (made := self._with_unit(text, start, met, tail, value)):
            return made
        if use == "multiple" and NO_MULTIPLE.match(text, met.end()):
            return None
        sign, phrase = self._signs.of(text, start, met.start(), met.end())
        unit, finish, printed = UNITS.get(use, ""), met.end(), met.group()
        noun = ""
        if use == "share" and not (sign and phrase < met.start()) and not _is_share(text, start, met):
            return None
        if use not in UNITS:
            counted = self._nouns.counted(text, met.end(), end, scaled=False)
            if not counted and value >= MANY:
                return Amount(met.start(), finish, met.start(), value, value, None, printed, noun, sign, phrase)
            if not counted or not (
                sign or value >= MANY or self._building.search(text, max(start, met.start() - NEAR), met.start())
            ):
                return None
            unit, finish, printed, noun = counted.unit, counted.end, counted.text, counted.text
        return Amount(met.start(), finish, met.start(), value, value, unit, printed, noun, sign, phrase)

    def _with_unit(self, text: str, start: int, met: re.Match[str], tail: re.Match[str], value: float) -> Amount | None:
        times, unit = self._measured(tail["scale"], tail["unit"])
        if not unit or self._lexicon.dimension(unit) == "duration" or SIZE.match(text, tail.end()):
            return None
        if self._lexicon.dimension(unit) == "ratio" and not MORE.match(text, tail.end()):
            return None
        sign, phrase = self._signs.of(text, start, met.start(), tail.end())
        return Amount(met.start(), tail.end(), met.start(), value * times, value, unit, tail.group().strip(), "", sign,
                      phrase)  # fmt: skip


def _is_share(text: str, start: int, met: re.Match[str]) -> bool:
    """Whether "half" is one of something, and not "the first half of the year"."""
    before, after = text[max(start, met.start() - 12) : met.start()], text[met.end() : met.end() + 25]
    if NO_SHARE_BEFORE.search(before) or NO_SHARE_AFTER.match(after):
        return False
    return bool(SHARE_AFTER.match(after) or SHARE_BEFORE.search(before))
