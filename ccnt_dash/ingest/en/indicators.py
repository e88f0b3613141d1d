"""Which indicator and sector does an English amount belong to?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ccnt_dash.ingest.en.lexicon import Lexicon, Rule

# An amount of money may be a rate ("a subsidy of 60,000 yuan … per vehicle") and a number of things may be of any kind.
RATES = "money"
COUNTED = ("count", "vehicles", "devices", "households", "persons")
NAME = re.compile(r"[A-Za-z][\w'&/-]*")
LONGEST_NAME = 9
# An indicator in the very unit goes before one of things that are counted alike.
SAME_UNIT = 1000


class Indicators:
    """Finds the indicator of the vocabulary whose words stand around an amount."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the rules of the lexicon."""
        self._lexicon = lexicon
        self._empty = lexicon.pattern("modal", "future", "past", "past_maybe")

    def match(self, windows: Sequence[str], unit: str | None) -> str:
        """The best indicator for an amount in `unit`; "" for none.

        `windows` are stretches of text from the nearest to the widest; a rule counts in the first that has all its
        words, and there the longer words win.
        """
        for window in windows:
            plain = window.replace("-", " ").replace("–", " ")
            scored = [(self._score(rule, plain, unit), -number) for number, rule in enumerate(self._of(unit))]
            best = max(scored, default=(0, 0))
            if best[0] > 0:
                return self._of(unit)[-best[1]].indicator
        return ""

    def sector(self, indicator: str, windows: Sequence[str]) -> str:
        """The sector of a known indicator, else the one whose words stand nearest; "" for none."""
        if indicator in self._lexicon.indicators:
            return self._lexicon.indicators[indicator]["sector"]
        for window in windows:
            for sector, pattern in self._lexicon.sectors:
                if pattern.search(window.replace("-", " ")):
                    return sector
        return ""

    def unit(self, indicator: str) -> str:
        """The unit of an indicator of the vocabulary."""
        return self._lexicon.indicators[indicator]["unit"]

    def name(self, window: str, noun: str) -> str:
        """A name for what has no code: what is counted, or the words before the amount."""
        if noun:
            return "new:" + " ".join(noun.lower().split())
        words = NAME.findall(self._empty.sub(" ", window))[-LONGEST_NAME:]
        return "new:" + " ".join(words).lower() if words else "new:amount"

    def _score(self, rule: Rule, window: str, unit: str | None) -> int:
        if rule.forbidden and rule.forbidden.search(window):
            return 0
        met = [group.search(window) for group in rule.groups]
        if not all(met):
            return 0
        exact = SAME_UNIT if unit and self._dimension(rule) == self._lexicon.dimension(unit) else 0
        return exact + sum(len(each.group()) for each in met if each)

    def _of(self, unit: str | None) -> list[Rule]:
        return self._by_dimension[self._lexicon.dimension(unit) if unit is not None else None]

    @cached_property
    def _by_dimension(self) -> dict[str | None, list[Rule]]:
        dimensions = {row["dimension"] for row in self._lexicon.units.values()}
        made: dict[str | None, list[Rule]] = {"": []}
        for dimension in dimensions:
            made[dimension] = [rule for rule in self._lexicon.rules if self._fits(rule, dimension)]
        made[None] = [rule for rule in self._lexicon.rules if self._dimension(rule) in (*COUNTED, "ratio")]
        return made

    def _fits(self, rule: Rule, dimension: str) -> bool:
        of = self._dimension(rule)
        return (
            of == dimension or (dimension == RATES and of.startswith(RATES)) or (dimension in COUNTED and of in COUNTED)
        )

    def _dimension(self, rule: Rule) -> str:
        return self._lexicon.dimension(self._lexicon.indicators[rule.indicator]["unit"])
