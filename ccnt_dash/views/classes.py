"""Which ordered classes tell a map's values apart?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10
from statistics import quantiles

MOST = 6


@dataclass(frozen=True)
class Class:
    """Values from `low` to `high`, both included."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        """Is the value in this class?"""
        return self.low <= value <= self.high


def classes(values: Iterable[float], most: int = MOST) -> list[Class]:
    """At most `most` ordered classes that hold all of `values`.

    Few distinct values get a class each; many are cut at rounded quantiles.
    """
    known = sorted(values)
    distinct = sorted(set(known))
    if len(distinct) <= most:
        return [Class(value, value) for value in distinct]
    cuts = sorted({_rounded(cut) for cut in quantiles(known, n=most, method="inclusive")})
    groups: dict[int, list[float]] = {}
    for value in distinct:
        groups.setdefault(bisect_right(cuts, value), []).append(value)
    return [Class(group[0], group[-1]) for group in groups.values()]


def place(value: float, among: list[Class]) -> int:
    """Index of the class that holds `value`; ValueError if none does."""
    for index, each in enumerate(among):
        if value in each:
            return index
    raise ValueError(f"{value} is in none of {among}")


def _rounded(value: float) -> float:
    if value == 0:
        return 0.0
    return round(value, 1 - floor(log10(abs(value))))
