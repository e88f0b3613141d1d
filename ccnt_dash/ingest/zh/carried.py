"""Which year does a Chinese sentence take from those before it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.times import Time

# 为2030年前碳达峰奠定基础: what is prepared for a later year has not that year.
_FOR = re.compile(r"(?:为|对)[^，。；、]{0,8}$")
_ANCHORED = re.compile(r"(?:锚定|围绕|对标|面向|着眼|瞄准)(?:到|至)?$")
_PREPARED = re.compile(r"[^，。；]{0,24}(?:奠定|打下|打好|筑牢|夯实|提供|创造)")
_AIMS = re.compile(r"目标$")
_DIGIT = re.compile(r"\d|百分之|翻.?番|翻倍")


def has_figure(text: str) -> bool:
    """Whether a sentence holds a number, in digits or words."""
    return _DIGIT.search(text) is not None


@dataclass
class Carried:
    """The time that earlier sentences leave for later ones, and how far it reaches."""

    time: Time | None = None
    paragraph: int = -1
    section: int = -1
    lead_in: bool = False
    headings: tuple[str, ...] = ()

    def at(self, sentence: Sentence, heading: Time | None) -> Time | None:
        """The time carried to `sentence`, or that of its heading."""
        here = sentence.paragraph == self.paragraph or sentence.section == self.section or self.lead_in
        return self.time if self.time and (here or (heading is None and self._aims_too(sentence))) else heading

    def _aims_too(self, sentence: Sentence) -> bool:
        """Whether 具体目标 follow 总体目标 under one heading: they are for the same year."""
        both = self.headings[-1:] + sentence.headings[-1:]
        above, under = self.headings, sentence.headings
        alike = (len(above) > 1 and above[:-1] == under[:-1]) or (above != () and under[: len(above)] == above)
        return alike and all(_AIMS.search(heading) for heading in both)

    def within(self, sentence: Sentence) -> Time | None:
        """The time that stands earlier in the paragraph of `sentence`."""
        return self.time if sentence.paragraph == self.paragraph else None

    def leave(self, sentence: Sentence, found: list[Time], last: int | None) -> None:
        """Note what `sentence` leaves for those behind it; a year before the `last` ends where no number follows."""
        goals = [time for time in found if time.kind in ("by", "period") and not time.weak]
        goals = [time for time in goals if not _prepared(sentence.text, time)]
        if goals:
            self.time, self.paragraph, self.section = goals[-1], sentence.paragraph, sentence.section
            self.headings = sentence.headings
            self.lead_in = sentence.text.rstrip().endswith("：")
        elif (sentence.section != self.section and not self.lead_in and not self._aims_too(sentence)) or (
            self.time and last and self.time.year < last and not has_figure(sentence.text)
        ):
            self.time = None


def _prepared(text: str, time: Time) -> bool:
    before = text[: time.start + 1].rstrip("到至2")
    prepared = _FOR.search(text[: time.start]) and _PREPARED.match(text[time.end :])
    return bool(prepared) or _ANCHORED.search(before) is not None
