"""Which dated steps without a number does an English sentence announce?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.blocks import BULLET, LEAD, Sentence
from ccnt_dash.ingest.en.judge import Judge

CUT = re.compile(r";\s|,\s(?:and\s)?|\sand\s")
OWN_VERB = re.compile(r"\b(?:will|shall|must|should|to be)\b", re.IGNORECASE)
# "Other targets include establishing a national market, …".
INCLUDE = re.compile(r"\b(?:targets|goals|objectives)\s(?:for\s\d{4}\s)?(?:also\s)?include\b", re.IGNORECASE)
DOING = re.compile(r"(?:,\s(?:and\s)?|\binclude\s)(?=(?:basically\s)?[a-z]{3,}ing\s)", re.IGNORECASE)
LAST = re.compile(r"[\s,.;]*(?:\band\b)?[\s,.;]*$")
SHORTEST = 5


class Steps:
    """Cuts sentences into clauses and keeps those that are steps."""

    def __init__(self, judge: Judge) -> None:
        """Take what judges a clause."""
        self._judge = judge

    def clauses(
        self, text: str, sentence: Sentence, amounts: Sequence[Amount], listed: bool
    ) -> Iterator[tuple[int, int]]:
        """Begin and end of clauses that have no amount and tell of a result that one can check."""
        if sentence.kind == LEAD:
            return
        yield from self._listed(text, sentence, amounts)
        for start, end in self._cut(text, sentence):
            if any(start <= each.figure < end for each in amounts) or len(text[start:end].split()) < SHORTEST:
                continue
            if self._judge.step(text, start, end, listed and sentence.kind == BULLET):
                yield start, end

    def _listed(self, text: str, sentence: Sentence, amounts: Sequence[Amount]) -> Iterator[tuple[int, int]]:
        """The items of "other targets include ensuring …, establishing …, and laying …" that tell of a result."""
        head = INCLUDE.search(text, sentence.start, sentence.end)
        begins = [met.end() for met in DOING.finditer(text, head.start(), sentence.end)] if head else []
        for start, end in pairwise([*begins, sentence.end]):
            if not any(start <= each.figure < end for each in amounts) and self._judge.step(text, start, end, True):
                yield start, start + len(LAST.sub("", text[start:end]))

    def strictness(self, text: str, start: int, end: int) -> str:
        """How firmly a step is meant."""
        return self._judge.firmness(text[start:end])

    def _cut(self, text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Stretches with a verb of their own; one without belongs to the stretch before it."""
        begin, last = sentence.start, sentence.start
        for met in CUT.finditer(text, sentence.start, sentence.end):
            following = CUT.search(text, met.end(), sentence.end)
            until = following.start() if following else sentence.end
            if OWN_VERB.search(text, begin, met.start()) and OWN_VERB.search(text, met.end(), until):
                yield begin, met.start()
                begin = met.end()
            last = met.end()
        if begin < sentence.end and last <= sentence.end:
            yield begin, sentence.end
