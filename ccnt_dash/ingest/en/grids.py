"""Which targets stand in a table of an English text: indicators in rows, years in columns?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CELLS = re.compile(r"\t|\s?\|\s?")
RULE = re.compile(r"[\s|:\-\t]+")
YEAR = re.compile(r"\D{0,20}((?:19|20)\d{2})\D{0,20}")
NUMBER = re.compile(r"\d")
LINE = re.compile(r"[^\n]*\n?")
FEWEST = 2


@dataclass(frozen=True)
class Cell:
    """The words of a cell of a table and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """A row: its place in the text, the cell that names it, and year -> cell; `others` are the remaining cells."""

    start: int
    end: int
    name: Cell
    years: dict[int, Cell]
    others: tuple[Cell, ...]


def rows(text: str) -> Iterator[Row]:
    """The rows of all tables whose head names years."""
    head: dict[int, int] = {}
    for met in LINE.finditer(text):
        cells = _cells(text, met.start(), met.start() + len(met.group().rstrip("\n")))
        if len(cells) < FEWEST:
            head = head if RULE.fullmatch(met.group()) and met.group().strip() else {}
            continue
        years = {number: int(found[1]) for number, each in enumerate(cells) if (found := YEAR.fullmatch(each.text))}
        if years and 0 not in years:
            head = years
        elif head and not RULE.fullmatch(met.group()):
            made = _row(cells, head)
            if made:
                yield made


def filled(cell: Cell) -> bool:
    """Whether a cell holds a number."""
    return bool(NUMBER.search(cell.text))


def _row(cells: Sequence[Cell], head: dict[int, int]) -> Row | None:
    years = {year: cells[number] for number, year in head.items() if number < len(cells)}
    if not any(filled(each) for each in years.values()):
        return None
    others = tuple(each for number, each in enumerate(cells) if number and number not in head)
    return Row(cells[0].start, cells[-1].end, cells[0], years, others)


def _cells(text: str, start: int, end: int) -> list[Cell]:
    found: list[Cell] = []
    begin = start
    line = text[start:end]
    if "|" not in line and "\t" not in line:
        return []
    for met in [*CELLS.finditer(text, start, end), None]:
        until = met.start() if met else end
        words = text[begin:until]
        if words.strip() or (found and met):
            left = begin + len(words) - len(words.lstrip())
            found.append(Cell(left, max(left, begin + len(words.rstrip())), words.strip()))
        begin = met.end() if met else end
    return found
