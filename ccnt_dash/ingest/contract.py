"""How are candidates told to other programs? One row each, in the units that programs agree on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ccnt_dash.ingest.candidate import COMPARATORS, Candidate
from ccnt_dash.ingest.inbox import Item

VALUES = ("value", "value_high", "value_aspired", "base_value")
FIRST = (
    "file", "kind", "region_adcode", "value", "value_high", "unit", "comparator", "target_year", "base_year",
    "indicator", "quote",
)  # fmt: skip


class Units:
    """The unit in which a value is told: the basic one of its dimension, or the one nearest to what was printed."""

    def __init__(self, data: Path) -> None:
        """Read `vocab/units.csv` and `ingest/output_units.csv` in the folder `data`."""
        self._factors: dict[str, float] = {}
        self._dimensions: dict[str, str] = {}
        self._basic: dict[str, str] = {}
        for row in _rows(data / "vocab" / "units.csv"):
            factor = float(row["factor"])
            self._factors[row["unit"]], self._dimensions[row["unit"]] = factor, row["dimension"]
            if factor == 1:
                self._basic.setdefault(row["dimension"], row["unit"])
        self._printed = [
            (row["dimension"], _word(row["printed"]), row["unit"])
            for row in _rows(data / "ingest" / "output_units.csv")
        ]

    def told(self, unit: str, printed: str) -> tuple[str, float]:
        """The unit for a value in `unit` that was printed as `printed`, and by what the value is to be multiplied."""
        dimension = self._dimensions.get(unit)
        if dimension is None:
            return unit, 1.0
        meant = (code for each, word, code in self._printed if each == dimension and word.search(printed))
        target = next(meant, self._basic.get(dimension, unit))
        return target, self._factors[unit] / self._factors[target]


def rows(made: Item, units: Units) -> Iterator[dict[str, Any]]:
    """A row for each candidate of an item: the fields of the contract first, then all others."""
    document = made.document
    known = {name: getattr(document, name) for name in ("document_id", "title", "language", "number", "published")}
    for candidate_id, candidate in made.candidates.items():
        unit, factor = units.told(candidate.unit, candidate.unit_source)
        row = {
            **asdict(candidate),
            "file": document.file,
            "region_adcode": candidate.region,
            "unit": unit,
            "comparator": COMPARATORS[candidate.comparator],
            "candidate_id": candidate_id,
            **known,
            **{name: _times(candidate, name, factor) for name in VALUES},
        }
        yield {**{name: row.pop(name) for name in FIRST}, **row}


def _times(candidate: Candidate, name: str, factor: float) -> float | None:
    value: float | None = getattr(candidate, name)
    if value is None or factor == 1:
        return value
    return float(f"{value * factor:.12g}")


def _word(printed: str) -> re.Pattern[str]:
    """English units are words of their own, or begin one where they are longer; Chinese ones stand anywhere."""
    if not printed.isascii():
        return re.compile(re.escape(printed))
    return re.compile(rf"(?<![a-z]){re.escape(printed)}" + ("" if len(printed) > 5 else r"(?![a-z])"), re.IGNORECASE)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
