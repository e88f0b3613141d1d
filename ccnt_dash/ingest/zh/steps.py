"""Which dated steps without a number does a Chinese sentence announce?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.making import Page
from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.subjects import Subjects, phrase
from ccnt_dash.ingest.zh.times import Time

_CLAUSE = re.compile(r"[^，；。]{1,200}")
_SHORT = 6
_KINDS = ("by", "period", "since")
_DATED = re.compile(r"20\d\d年")
# What only names a goal, a decision or a task of the state tells of no step.
_AIMS = re.compile(
    r"(?<!下达)的(?:愿景|目标|重大|战略|决策|要求)|现代化|会议|总书记|(?:实现|推动|落实|推进|如期)[^，]{0,8}达峰|外$"
    r"|(?:碳达峰|碳中和|达峰)(?!相适应)[^，]{0,2}(?:目标|任务|工作|愿景|要求|$)|达峰碳中和|奠定|之年|不一致|碳中和的|碳达峰的|\d%"
)


class Steps:
    """Finds clauses with a year and a word of completion but no number, by the words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Make patterns of the lists of words."""
        self._step = re.compile("|".join(map(re.escape, knowledge.words["step"])))
        self._complete = re.compile("|".join(map(re.escape, knowledge.words["complete"])))
        self._vague = re.compile("|".join(map(re.escape, knowledge.words["vague"])))
        self._sector = Subjects(knowledge).sector
        self._confidence = knowledge.rules["zh.milestone"]

    def find(
        self, page: Page, sentence: Sentence, times: Sequence[Time], figures: Collection[int]
    ) -> Iterator[Candidate]:
        """The clauses behind each year that say what will be done; of what is over, nothing.

        `figures` are the positions of numbers in the sentence that were taken for something.
        """
        goals = [time for time in times if time.kind in _KINDS]
        for number, time in enumerate(goals):
            if (
                time.kind == "period"
                or time.year < page.era.written
                or sentence.text[time.start : time.start + 1] == "自"
            ):
                continue
            end = goals[number + 1].start if number + 1 < len(goals) else len(sentence.text)
            for span in self._clauses(sentence.text, time, end, figures):
                yield self._candidate(page, sentence, span, time.year, page.own)

    def carried(
        self, page: Page, sentence: Sentence, time: Time | None, figures: Collection[int]
    ) -> Iterator[Candidate]:
        """The complete steps of a sentence without a year of its own, under the year carried to it."""
        if time is None or time.kind not in ("by", "period") or time.year < page.era.written:
            return
        for span in self._clauses(sentence.text, replace(time, start=0, end=0), len(sentence.text), figures, False):
            yield self._candidate(page, sentence, span, time.year, page.own)

    def _clauses(
        self, text: str, time: Time, end: int, figures: Collection[int], first: bool = True
    ) -> Iterator[tuple[int, int]]:
        """Where the clauses of a time lie; of those behind the first, the ones that tell of something complete."""
        begin = time.end
        while text[begin : begin + 1] in ("，", "、"):
            begin += 1
        for met in _CLAUSE.finditer(text, begin, end):
            words, known = met.group(), self._step if first else self._complete
            taken = any(met.start() <= figure < met.end() for figure in figures)
            fit = len(words) >= _SHORT and not taken and not _AIMS.search(words) and not _DATED.search(words)
            if fit and known.search(words) and not self._vague.search(words):
                yield (time.start if first else met.start(), met.end())
            first = False

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
