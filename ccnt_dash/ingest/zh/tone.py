"""Does a Chinese paragraph tell of what was done, or of what is to be done?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.times import Era, Time, times

_OPEN = -0.4
_OVER, _COMPARED, _AHEAD = 1.8, 1.2, -1.3
# What is compared with the last year before a plan is to come; where no plan is named, the last five-year plan counts.
_RECENT = 2020
_NEIGHBOUR = 0.5
_OTHER = re.compile(r"为了|除了|了解|不仅")


class Tone:
    """Weighs paragraphs by words and years; the weights are log odds, learnt from sections with plain headings."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the weights of words."""
        self._weights = knowledge.tone

    def weigh(self, found: Sequence[Sentence], era: Era) -> dict[int, float]:
        """How much each paragraph (by its number) tells of what was done: above 0 more likely so than not.

        Neighbours under the same heading count half.
        """
        texts: dict[int, list[str]] = {}
        section: dict[int, int] = {}
        for sentence in found:
            texts.setdefault(sentence.paragraph, []).append(sentence.text)
            section[sentence.paragraph] = sentence.section
        own = {number: self.of("".join(parts), era) for number, parts in texts.items()}
        order = list(own)
        near = dict.fromkeys(order, 0.0)
        for one, other in pairwise(order):
            if section[one] == section[other]:
                near[one] += own[other] * _NEIGHBOUR
                near[other] += own[one] * _NEIGHBOUR
        return {number: own[number] + near[number] + _OPEN for number in order}

    def of(self, text: str, era: Era) -> float:
        """The weight of a text by itself."""
        plain = _OTHER.sub("", text)
        return sum(weight for word, weight in self._weights.items() if word in plain) + _of_years(times(text, era), era)


def _of_years(named: Sequence[Time], era: Era) -> float:
    """The weight of the years: those that are over, those to come, and those that something is compared with."""
    goals = {time.year >= era.now for time in named if time.kind in ("by", "period")}
    weight = (_OVER if False in goals else 0.0) + (_AHEAD if True in goals else 0.0)
    for recent in {time.year >= (era.first or _RECENT + 1) - 1 for time in named if time.kind == "base"}:
        weight += _AHEAD if recent else _COMPARED
    return weight
