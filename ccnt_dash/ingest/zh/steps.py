"""Which dated steps without a number does a Chinese sentence announce?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.making import Page
from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.subjects import Subjects, phrase
from ccnt_dash.ingest.zh.times import Time

_CLAUSE = re.compile(r"[^，；。]{1,200}")
_SHORT = 6


class Steps:
    """Finds clauses with a year and a word of completion but no number, by the words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Make patterns of the lists of words."""
        self._step = re.compile("|".join(map(re.escape, knowledge.words["step"])))
        self._vague = re.compile("|".join(map(re.escape, knowledge.words["vague"])))
        self._sector = Subjects(knowledge).sector
        self._confidence = knowledge.rules["zh.milestone"]

    def find(self, page: Page, sentence: Sentence, times: Sequence[Time], region: str) -> Iterator[Candidate]:
        """The first clause behind each year that says what will be done; of what is over, nothing."""
        for time in times:
            if time.kind != "by" or time.year < page.era.written or sentence.text[time.start : time.start + 1] == "自":
                continue
            span = self._clause(sentence.text, time)
            if span:
                yield self._candidate(page, sentence, span, time.year, region)

    def _clause(self, text: str, time: Time) -> tuple[int, int] | None:
        """Where the clause of a time lies: what follows it, up to the next comma."""
        begin = time.end
        while text[begin : begin + 1] in ("，", "、"):
            begin += 1
        met = _CLAUSE.match(text, begin)
        if not met or len(met.group()) < _SHORT or re.search(r"\d", met.group()):
            return None
        words = met.group()
        return (time.start, met.end()) if self._step.search(words) and not self._vague.search(words) else None

    def _candidate(self, page: Page, sentence: Sentence, span: tuple[int, int], year: int, region: str) -> Candidate:
        words = sentence.text[span[0] : span[1]]
        start, end = page.clean.span(sentence.start + span[0], sentence.start + span[1])
        return Candidate(
            kind="milestone",
            start=start,
            end=end,
            quote=page.source.text[start:end],
            indicator=f"new:{phrase(words.split('，')[-1])}",
            target_year=year,
            region=region,
            sector=self._sector("", words, sentence.text),
            strictness="aspirational" if "力争" in words else "unstated",
            rule="zh.milestone",
            confidence=self._confidence,
        )
