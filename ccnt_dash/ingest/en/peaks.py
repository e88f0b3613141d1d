"""In which year does an English sentence promise the peak of emissions, or neutrality?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ccnt_dash.ingest.en.blocks import Clause
from ccnt_dash.ingest.en.years import TO_REACH, Year

# A goal that is only named ("the goal of carbon neutrality by 2060") promises nothing new.
NAMED = re.compile(
    r"\b(?:previous|earlier|goals?|targets?|pledges?|commitments?|objectives?|towards?|contribut\w+|support\w*|foundation)\b[^.;,:]{0,40}$",
    re.IGNORECASE,
)
# A line that opens with what is to be achieved promises without a word for it: "Achieving carbon peak by 2030".
HEADS = re.compile(r"\W*(?:achiev|realiz|realis|reach)(?:e|ing)?\b", re.IGNORECASE)
LONGEST_LINE = 12
# "It has set a goal to achieve a peak before 2030": who sets a goal promises.
SETS = re.compile(
    r"\b(?:sets?|setting)\s(?:itself\s)?(?:a|the|its)\s(?:\w+\s){0,2}(?:goal|target)\s[^.;,]{0,30}$", re.IGNORECASE
)
# "Its carbon neutrality goal by 2060", "the carbon peak target by 2030".
HELD = re.compile(r"\b(?:goals?|targets?|pledges?|commitments?|objectives?)\b", re.IGNORECASE)
# "The goal of a peak before 2030 and of neutrality by 2060": what is joined to a goal that is named is named too.
ALSO = re.compile(r"^[^.;]{0,40}\band\b[^.;\d]{0,40}$")
GOAL = re.compile(r"\W{0,3}(?:goals?|targets?|pledges?|commitments?|action)\b", re.IGNORECASE)
# What is promised for a year before it is said with a verb and closes its clause.
DONE = re.compile(r"\b(?:achiev|reach|realiz|realis|attain)\w*\b|\b(?:will|shall|should|to)\s(?:\w+\s){0,4}peak$", re.I)
ACHIEVED = re.compile(
    r"\s(?:will|would|shall|should|must|is to)\sbe\s(?:achieved|reached|met|realized|realised|fulfilled)\b", re.I
)
ENDS = re.compile(r"\s*(?:[.;,(:]|and\b|while\b|$)")
BETWEEN = re.compile(r"(?:[^.;,\d]|,\s(?=and)){0,40}")
SIGNS = {"before": "<", "by": "<=", "until": "<=", "in": "=", "around": "~", "no": "<="}


@dataclass(frozen=True)
class Peak:
    """A promised year: which indicator, the year with its comparator, where the digits stand; `led` where it leads."""

    indicator: str
    year: int
    sign: str
    figure: int
    printed: str
    led: bool = False


class Peaks:
    """Finds years of peak and neutrality by the forms in `ingest/peaks_en.csv`."""

    def __init__(self, data: Path) -> None:
        """Read the forms."""
        with (data / "ingest" / "peaks_en.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self._forms = [
            (row["indicator"], re.compile(rf"(?<!\w)(?:{row['form']})(?!\w)".replace(" ", r"\s{1,4}"), re.IGNORECASE))
            for row in rows
        ]

    def heads(self, text: str, start: int, end: int) -> bool:
        """Whether a short line opens with what is to be achieved."""
        return bool(HEADS.match(text, start, end)) and len(text[start:end].split()) <= LONGEST_LINE

    def find(self, clause: Clause, years: Sequence[Year]) -> Iterator[Peak]:
        """The years of a sentence that stand right behind what is promised for them."""
        named = self._named(clause)
        for indicator, pattern in self._forms:
            for met in pattern.finditer(clause.text, clause.start, clause.end):
                before = clause.text[max(clause.start, met.start() - 60) : met.start()]
                if NAMED.search(before) and not (SETS.search(before) or self._met(clause, met, years)):
                    continue
                if named and ALSO.search(clause.text[named : met.start()]):
                    continue
                behind = [each for each in years if each.start >= met.end() and each.role in TO_REACH]
                between = clause.text[met.end() : behind[0].start] if behind else ""
                if behind and BETWEEN.fullmatch(between) and not HELD.search(between):
                    yield from self._peak(clause, indicator, behind[0])
                elif led := self._leading(clause, met, years):
                    yield from (replace(each, led=True) for each in self._peak(clause, indicator, led))

    def years(self, clause: Clause, years: Sequence[Year]) -> list[Year]:
        """The years of a sentence that say when emissions peak or end, promised or named."""
        met = [each.end() for _, form in self._forms for each in form.finditer(clause.text, clause.start, clause.end)]
        behind = [next((each for each in years if each.start >= end), None) for end in met]
        pairs = zip(met, behind, strict=True)
        return [each for end, each in pairs if each and BETWEEN.fullmatch(clause.text[end : each.start])]

    def _met(self, clause: Clause, met: re.Match[str], years: Sequence[Year]) -> bool:
        """Whether a goal that is named is one to be met: "the goal of a peak by 2030 will be achieved"."""
        behind = [each for each in years if each.start >= met.end()]
        return bool(behind and ACHIEVED.match(clause.text, behind[0].end, clause.end))

    def _leading(self, clause: Clause, met: re.Match[str], years: Sequence[Year]) -> Year | None:
        """The year before what is promised: "By 2030, emissions will reach their peak."."""
        if not ENDS.match(clause.text, met.end(), clause.end) or any(
            each.start >= met.end() and each.role in TO_REACH for each in years
        ):
            return None
        if not DONE.search(clause.text, max(clause.start, met.start() - 25), met.end()):
            return None
        before = [each for each in years if each.end <= met.start()]
        return before[-1] if before and before[-1].role in TO_REACH and not before[-1].first else None

    def _named(self, clause: Clause) -> int:
        """Where the first goal ends that the sentence only names; 0 without one."""
        found = [met for _, pattern in self._forms for met in pattern.finditer(clause.text, clause.start, clause.end)]
        first = min(found, key=lambda met: met.start(), default=None)
        if first and NAMED.search(clause.text[max(clause.start, first.start() - 60) : first.start()]):
            return first.end()
        return 0

    def _peak(self, clause: Clause, indicator: str, year: Year) -> Iterator[Peak]:
        if GOAL.match(clause.text, year.end, clause.end):
            return
        printed = clause.text[year.start : year.end]
        words = printed.lower().split()
        sign = "~" if {"around", "about"} & set(words) else SIGNS.get(words[0], "<=")
        yield Peak(indicator, year.year, sign, year.start + printed.rindex(str(year.year)), str(year.year))
