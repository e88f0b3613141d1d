"""Which row breaks which check? One bad row at least for each query of sql/checks*.sql, appended to the invented data."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.contract.invented import Row, edit

POLICIES, TARGETS, OBSERVATIONS = "policies/invented.csv", "targets/invented.csv", "observations/invented.csv"
ACTIVITIES, UNITS, REGIONS = "activities/invented.csv", "vocab/units.csv", "vocab/regions.csv"
INDICATORS, TEXTS = "vocab/indicators.csv", "texts.csv"
LIKE = {
    POLICIES: "invented-shanxi-notice", TARGETS: "invented-shanxi-notice.01", OBSERVATIONS: "140000",
    ACTIVITIES: "invented-lantern-fair", UNITS: "percent", REGIONS: "140100", INDICATORS: "forest_coverage",
    TEXTS: "site.title", "vocab/sectors.csv": "energy", "policy_sources/invented.csv": "invented-national-plan",
    "policy_references/invented.csv": "invented-shanxi-notice", "absences.csv": "630000", "corrections.csv": "",
    "issuers/invented.csv": "invented-office", "printed_units.csv": "invented kilowatts", "vocab/levels.csv": "national",
}  # fmt: skip
TOO_LONG = "lantern " * 40


@dataclass(frozen=True)
class Bad:
    """A copy of a good row with wrong `cells`, about whose `column` the check complains; `also` may do so too.

    Without `like` the copied row is that of LIKE, and its first cell a new key.
    """

    check: str
    file: str
    column: str
    cells: Row
    value: str | None = None
    also: frozenset[str] = frozenset()
    like: str = ""
    right: str = ""
    key: str = ""

    def __str__(self) -> str:
        return f"{self.check}-{self.file}-{self.column}-{self.expected[:20]!r}"

    @property
    def expected(self) -> str:
        return self.cells.get(self.column, "") if self.value is None else self.value


def bad(check: str, file: str, column: str, value: str, *also: str, **more: Any) -> Bad:
    """A bad row whose wrong cell is the one complained about; `cells` in `more` are changed besides."""
    cells = {column: value, **more.pop("cells", {})}
    return Bad(check, file, column, cells, also=frozenset(also), **more)


def append(folder: Path, rows: list[Bad]) -> dict[str, int]:
    """Append the rows to their files in `folder`; the line of each row, by its text form."""
    lines: dict[str, int] = {}
    for file in {row.file for row in rows}:
        mine = [(at, row) for at, row in enumerate(rows) if row.file == file]

        def change(found: list[Row], mine: list[tuple[int, Bad]] = mine, file: str = file) -> None:
            named = {next(iter(row.values())): row for row in reversed(found)}
            for at, row in mine:
                like = dict(named[row.like or LIKE[file]])
                like[next(iter(like))] = row.key or f"bad-{at}"
                found.append({**like, **row.cells})
                lines[str(row)] = len(found) + 1

        edit(folder / file, change)
    return lines
