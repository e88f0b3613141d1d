"""Where does a test get a whole data set that it may spoil? Invented facts with the vocabularies of data/."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from ccnt_dash.settings import ROOT

FACTS = ROOT / "tests" / "data"
GEOMETRY = ROOT / "assets" / "geo"

Row = dict[str, str]


def invented(folder: Path) -> Path:
    """`folder`, filled with a data set that builds without a complaint."""
    shutil.copytree(FACTS, folder, ignore=shutil.ignore_patterns("README.md"))
    shutil.copytree(ROOT / "data" / "vocab", folder / "vocab")
    shutil.copy(ROOT / "data" / "texts.csv", folder)
    return folder


def edit(path: Path, change: Callable[[list[Row]], object], more: tuple[str, ...] = ()) -> None:
    """Read the rows of a CSV file, let `change` alter the list in place, and write it back with `more` columns."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        header, rows = list(reader.fieldnames or ()), list(reader)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, [*header, *more], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def put(path: Path, key: str, **cells: str) -> int:
    """Overwrite cells of the row whose first cell is `key`; the line of that row, the header being line 1."""
    at: list[int] = []

    def change(rows: list[Row]) -> None:
        at.extend(line for line, row in enumerate(rows, 2) if next(iter(row.values())) == key)
        rows[at[0] - 2].update(cells)

    edit(path, change)
    return at[0]


def append(path: Path, like: str, cells: Row) -> int:
    """Append a copy of the row whose first cell is `like`, with other `cells`; the line of the new row."""
    at: list[int] = []

    def change(rows: list[Row]) -> None:
        model = next(row for row in rows if next(iter(row.values())) == like)
        rows.append({**model, **cells})
        at.append(len(rows) + 1)

    edit(path, change)
    return at[0]
