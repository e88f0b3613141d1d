"""Which ordered classes tell a map's values apart?"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

import pandas as pd

MOST = 6


@dataclass(frozen=True)
class Class:
    """Values from `low` to `high`, both included."""

    low: float
    high: float


def classes(values: pd.Series, most: int = MOST) -> list[Class]:
    """At most `most` ordered classes that hold all of `values` (no gaps in the data fall between two).

    Few distinct values get a class each; many are cut at rounded quantiles.
    """
    distinct = sorted(values.dropna().unique())
    if len(distinct) <= most:
        return [Class(value, value) for value in distinct]
    cuts = sorted({_rounded(values.quantile(step / most)) for step in range(1, most)})
    groups = pd.cut(pd.Series(distinct), [-float("inf"), *cuts, float("inf")], right=False)
    found = pd.Series(distinct).groupby(groups, observed=True).agg(["min", "max"])
    return [Class(low, high) for low, high in found.itertuples(index=False)]


def place(value: float, among: list[Class]) -> int:
    """Index of the class that holds `value`; ValueError if none does."""
    for index, each in enumerate(among):
        if each.low <= value <= each.high:
            return index
    raise ValueError(f"{value} is in none of {among}")


def _rounded(value: float) -> float:
    if value == 0:
        return 0.0
    digits = 1 - floor(log10(abs(value)))
    return round(value, digits)
