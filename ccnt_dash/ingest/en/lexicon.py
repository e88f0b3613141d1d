"""Which English words, units and indicators do the rules know?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ccnt_dash.ingest.places import Places

Row = Mapping[str, str]
NEVER = "(?!)"
# "car(s)", escaped.
ENDING = re.compile(r"\\\((\w+)\\\)")


def spaced(phrase: str) -> str:
    """A pattern for `phrase` as printed: any white space between its words, `(s)` for an ending that may be there."""
    return re.escape(phrase).replace(r"\(s\)", "s?").replace(r"\ ", r"\s{1,4}")


def either(phrases: Iterable[str]) -> str:
    """A pattern for the longest of `phrases`, as whole words."""
    longest = sorted(set(phrases), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(spaced(each) for each in longest) or NEVER})(?!\w)"


def glued(phrases: Iterable[str]) -> str:
    """A pattern for the longest of `phrases` where they may stand right behind a digit ("13GW")."""
    longest = sorted(set(phrases), key=len, reverse=True)
    return rf"(?:{'|'.join(spaced(each) for each in longest) or NEVER})(?!\w)"


@dataclass(frozen=True)
class Rule:
    """An indicator and the words it is known by: one of each group must stand there, none of `forbidden`."""

    indicator: str
    groups: tuple[re.Pattern[str], ...]
    forbidden: re.Pattern[str] | None


@dataclass(frozen=True)
class Per:
    """What makes an amount in unit `of` a rate in `unit`: words behind it, or before it ("per capita")."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    of: str
    unit: str


class Lexicon:
    """The words in `ingest/*_en.csv`, with the units, indicators and places of the vocabulary in the folder `data`."""

    def __init__(self, data: Path) -> None:
        """Read the folder. Raises ValueError naming file and value where a unit or indicator is unknown."""
        self.data = data
        self.units = {row["unit"]: row for row in self._rows("vocab", "units")}
        self.indicators = {row["indicator"]: row for row in self._rows("vocab", "indicators")}
        self.places = Places(data)
        words: dict[str, list[str]] = {}
        for row in self._rows("ingest", "words_en"):
            words.setdefault(row["class"], []).append(row["text"])
        for row in self._rows("ingest", "named"):
            if row["lang"] == "en":
                words.setdefault(row["use"], []).append(row["text"])
        self._words = words
        self.numbers = self._rows("ingest", "numbers_en")
        self.printed = {row["printed"]: self._unit(row["unit"], "units_en") for row in self._rows("ingest", "units_en")}
        self.times = {row["printed"]: float(row["times"]) for row in self._rows("ingest", "units_en") if row["times"]}
        self.nouns = {
            row["noun"].lower(): self._unit(row["unit"], "nouns_en") for row in self._rows("ingest", "nouns_en")
        }
        self.per = [self._rate(row) for row in self._rows("ingest", "per_en")]
        self.comparators = self._rows("ingest", "comparators_en")

    def words(self, name: str) -> Sequence[str]:
        """The phrases of a class of `words_en.csv`. KeyError names a class that isn't there."""
        return self._words[name]

    def pattern(self, *names: str) -> re.Pattern[str]:
        """What finds a phrase of one of these classes."""
        return self._patterns(names)

    def dimension(self, unit: str) -> str:
        """The dimension of a unit of the vocabulary; "" for none."""
        return self.units[unit]["dimension"] if unit else ""

    def canonical(self, value: float, unit: str) -> tuple[float, str]:
        """`value` in the basic unit of its dimension, and that unit."""
        if not unit:
            return value, ""
        row = self.units[unit]
        return _tidy(value * float(row["factor"])), self._basic[row["dimension"]]

    @cached_property
    def rules(self) -> list[Rule]:
        """How indicators are known, in the order of `indicators_en.csv`."""
        made = []
        for row in self._rows("ingest", "indicators_en"):
            if row["indicator"] not in self.indicators:
                raise ValueError(f"indicators_en.csv: {row['indicator']!r} is no indicator of vocab/indicators.csv")
            groups = tuple(_begins(group) for group in row["words"].split("&"))
            made.append(Rule(row["indicator"], groups, _begins(row["not"]) if row["not"] else None))
        return made

    @cached_property
    def sectors(self) -> list[tuple[str, re.Pattern[str]]]:
        """Sectors and what they are known by, in the order in which they are tried."""
        return [(row["sector"], _begins(row["words"])) for row in self._rows("ingest", "sectors_en")]

    @cached_property
    def _basic(self) -> dict[str, str]:
        return {row["dimension"]: unit for unit, row in reversed(self.units.items()) if float(row["factor"]) == 1}

    def _rate(self, row: Row) -> Per:
        name = spaced(row["printed"])
        behind = rf"\s{{0,4}}(?:/|per|on a per|for per|for each|for every)\s{{0,4}}{name}(?!\w)"
        before = {
            "yes": rf"\bper\s{{1,4}}{name}\b(?:\s{{0,4}}\([^()]{{1,40}}\))?[^.;\d]{{0,80}}$",
            "named": rf"\b{name}\b(?:(?!\band\b)[^.;,\d]){{0,60}}$",
        }
        front = before.get(row["before"], NEVER)
        return Per(re.compile(behind, re.I), re.compile(front, re.I), row["of"], self._unit(row["unit"], "per_en"))

    def _patterns(self, names: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(either(word for name in names for word in self._words[name]), re.IGNORECASE)

    def _unit(self, unit: str, name: str) -> str:
        if unit and unit not in self.units:
            raise ValueError(f"{name}.csv: {unit!r} is no unit of vocab/units.csv")
        return unit

    def _rows(self, folder: str, name: str) -> list[Row]:
        with (self.data / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def _begins(group: str) -> re.Pattern[str]:
    """Finds where one of the alternatives, parted by |, begins a word; hyphens were replaced by spaces before.

    An alternative with its ending in brackets ("car(s)") is a whole word.
    """
    words = sorted((each.strip() for each in group.split("|")), key=len, reverse=True)
    return re.compile(
        "|".join(ENDING.sub(_ended, rf"\b{re.escape(word)}").replace(r"\ ", r"\s+") for word in words), re.I
    )


def _ended(met: re.Match[str]) -> str:
    return rf"(?:{met[1]})?\b"


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 6.5 million is 6500000 and not 6499999.9."""
    return float(f"{value:.12g}")
