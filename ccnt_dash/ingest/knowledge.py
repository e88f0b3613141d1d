"""Which words, units, indicators and places does a finder know?"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccnt_dash.ingest.places import Places


@dataclass(frozen=True)
class Unit:
    """A unit of the vocabulary; `factor` times a value gives it in the basic unit of its `dimension`."""

    code: str
    dimension: str
    factor: float


@dataclass(frozen=True)
class Indicator:
    """An indicator of the vocabulary: what it is measured in, and whether more of it is better (more, less, none)."""

    code: str
    sector: str
    dimension: str
    better: str


@dataclass(frozen=True)
class IndicatorWords:
    """What names an indicator: each of `groups` must occur (one of its words), none of `forbidden`.

    `change` says which form is meant: "" any, "fall" or "rise" a change, "level" a level.
    """

    indicator: str
    groups: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    change: str


@dataclass(frozen=True)
class Knowledge:
    """What is read once from the folders `vocab` and `ingest`, for one language.

    `printed` is unit as printed -> code ("" for one that the vocabulary lacks), `basic` dimension -> code of its
    basic unit, `words` list -> words (longest first), `rules` rule -> how often candidates like its were right,
    `tone` word -> how much it tells of what was done (above 0) rather than of what is to be done (below 0).
    """

    units: Mapping[str, Unit]
    basic: Mapping[str, str]
    printed: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    names: Sequence[IndicatorWords]
    sectors: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, float]
    tone: Mapping[str, float]
    places: Places


def read(data: Path, lang: str) -> Knowledge:
    """What the folder `data` holds for `lang`; ValueError names a file and row that can't be used."""
    units = {
        row["unit"]: Unit(row["unit"], row["dimension"], float(row["factor"])) for row in rows(data, "vocab/units")
    }
    indicators = {
        row["indicator"]: Indicator(row["indicator"], row["sector"], units[row["unit"]].dimension, row["better"])
        for row in rows(data, "vocab/indicators")
    }
    words: dict[str, list[str]] = {}
    for row in rows(data, f"ingest/words_{lang}"):
        words.setdefault(row["list"], []).append(row["word"])
    return Knowledge(
        units,
        {unit.dimension: unit.code for unit in units.values() if unit.factor == 1},
        _printed(data, lang, units),
        indicators,
        _names(data, lang, indicators),
        {row["word"]: row["sector"] for row in rows(data, f"ingest/sectors_{lang}")},
        {name: tuple(sorted(set(each), key=lambda word: (-len(word), word))) for name, each in words.items()},
        {row["rule"]: float(row["confidence"]) for row in rows(data, f"ingest/rules_{lang}")},
        {row["word"]: float(row["weight"]) for row in rows(data, f"ingest/tone_{lang}")},
        Places(data),
    )


def rows(data: Path, name: str) -> list[dict[str, str]]:
    """All rows of `data`/`name`.csv."""
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _printed(data: Path, lang: str, units: Mapping[str, Unit]) -> dict[str, str]:
    name = f"ingest/units_{lang}"
    found: dict[str, str] = {}
    for number, row in enumerate(rows(data, name), 2):
        if row["unit"] and row["unit"] not in units:
            raise ValueError(f"{name}.csv line {number}: unit {row['unit']!r} should be one of vocab/units.csv")
        found[row["printed"]] = row["unit"]
    return found


def _names(data: Path, lang: str, indicators: Mapping[str, Indicator]) -> list[IndicatorWords]:
    name = f"ingest/indicators_{lang}"
    found = []
    for number, row in enumerate(rows(data, name), 2):
        if row["indicator"] not in indicators:
            raise ValueError(f"{name}.csv line {number}: {row['indicator']!r} should be one of vocab/indicators.csv")
        groups = tuple(tuple(group.split("|")) for group in row["words"].split("&"))
        forbidden = tuple(word for word in row["not"].split("|") if word)
        found.append(IndicatorWords(row["indicator"], groups, forbidden, row["change"]))
    return found
