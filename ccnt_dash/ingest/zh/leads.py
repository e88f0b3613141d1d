"""Which words lead to a number in a Chinese clause, and what do they say of it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.knowledge import Knowledge

_COMPARED = {"at_least": ">=", "at_most": "<=", "more_than": ">", "less_than": "<", "about": "~"}
# 控制在每平方公里1万人: what a number is for each of stands between it and the words that lead to it.
_AREA = re.compile(r"每(?:平方公里|平方千米|公顷|亩|平方米|万人|千人|百人|百户)$")
_LISTS = ("aspiration", "expectation", "rise", "fall", "level", *_COMPARED)


@dataclass(frozen=True)
class Lead:
    """The words between a subject and its number: where they begin, and what they say.

    `comparator` is a sign or "", `change` is rise or fall where the number is a difference, `levels` says that a
    level is reached, `aspired`, `expected` and `firm` how firmly it is meant.
    """

    start: int
    words: tuple[str, ...]
    comparator: str
    change: str
    levels: bool
    aspired: bool
    expected: bool
    capped: bool


class Leads:
    """Reads what stands before a number, by the lists of words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Make patterns of the lists of words."""
        self._words = knowledge.words
        every = {word for name in (*_LISTS, "filler") for word in knowledge.words[name]}
        alternatives = "|".join(re.escape(word) for word in sorted(every, key=lambda word: (-len(word), word)))
        self._one = re.compile(alternatives)
        self._tail = re.compile(rf"(?:{alternatives}){{1,8}}$")
        far = "|".join(map(re.escape, knowledge.words["far"]))
        self._far = re.compile(rf"({far})[^，。；：（）、\d]{{0,10}}$")
        self._signs = {word: sign for name, sign in _COMPARED.items() for word in knowledge.words[name]}

    def read(self, before: str) -> Lead:
        """What the end of `before` (a clause up to its number) says of the number."""
        before = _AREA.sub("", before)
        met = self._tail.search(before[-24:])
        start = len(before) - (len(met.group()) if met else 0)
        words = tuple(self._one.findall(before, start))
        far = self._far.search(before[-24:])
        signs = [self._signs[far[1]]] if far and not words else []
        signs += [self._signs[word] for word in words if word in self._signs]
        change = self._change(words)
        return Lead(
            start,
            words,
            signs[-1] if signs else "",
            change,
            any(word in self._words["level"] for word in words),
            any(word in self._words["aspiration"] for word in words),
            any(word in self._words["expectation"] for word in words),
            any(word.startswith("控制") for word in words),
        )

    def _change(self, words: tuple[str, ...]) -> str:
        """rise or fall where the last word of movement is not one that ends at a level, as 提高到."""
        for word in reversed(words):
            if word in self._words["level"] and word not in self._words["reach"]:
                return ""
            if word in self._words["fall"]:
                return "fall"
            if word in self._words["rise"]:
                return "rise"
        return ""
