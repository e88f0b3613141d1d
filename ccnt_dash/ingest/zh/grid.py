"""Which rows does a broken table have: name, unit, a value for each year, and how firm they are?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ccnt_dash.ingest.zh.cells import NONE, NUMBER_CELL, PROPERTY, TEXT, YEAR, Cell

_HEAD_LAST = re.compile(r"属性|性质|类型$")
_HEAD = re.compile(
    r"指标|单位|序号|类别|名称|现状|目标|展望|基期|基准|规划|年均|增速|增长|累计|备注|责任|领域|[属性质别类年]|分类|内容|值|项目|数据|变化|幅度|“?十[三四]五”?.{0,4}|（.{1,8}）|完成|预计|实际|[一-龥]{1,3}$"
)
_EXTRA = re.compile(r"增速|均增|年均|累计|增幅|增长|变化|降幅|幅度|新增|\[")
_PAST = re.compile(r"现状|基期|基准|完成|实际|实绩")
_SUFFIX = re.compile(r"(?:及?以上|及?以下|以内|左右|之内)")
_MAX_HEAD = 24


@dataclass(frozen=True)
class Head:
    """The head of a table: its columns of numbers in order, and how many of its cells belong to it.

    A column has a year (0 where it holds something else, as a growth rate) and whether it is said to be over.
    """

    columns: tuple[tuple[int, bool], ...]
    cells: int

    @property
    def years(self) -> tuple[tuple[int, bool], ...]:
        """The columns with a year."""
        return tuple(column for column in self.columns if column[0])

    @property
    def least(self) -> int:
        """How many values a row must have: up to the last column with a year."""
        return max((number for number, column in enumerate(self.columns, 1) if column[0]), default=0)


@dataclass
class Row:
    """A row: the cells of its name, its values in order (a text, or a number cell), its property."""

    name: list[Cell] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)
    firm: str = ""


def tables(found: Sequence[Cell]) -> Iterator[tuple[Head, list[Cell], Sequence[Cell]]]:
    """Each table of a stretch of cells: its head, the cells below it, and the cells before it."""
    starts = _heads(found)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(found)
        head = _head(found[start:end])
        yield head, list(found[start + head.cells : end]), found[max(0, start - 30) : start]


def _heads(found: Sequence[Cell]) -> list[int]:
    """Where the heads begin: cells of years that are not near those of the head before."""
    starts: list[int] = []
    last = -100
    for index, cell in enumerate(found):
        if cell.kind == YEAR:
            if index - last > 8:
                starts.append(index)
            last = index
    return starts


def _head(found: Sequence[Cell]) -> Head:
    columns: list[tuple[int, bool]] = []
    last = extra = 0
    near = _until_data(found)
    for index, cell in enumerate(near):
        if cell.kind == YEAR:
            following = cell.text + (near[index + 1].text if index + 1 < len(near) else "")
            columns.append((int(cell.text[:4]), bool(_PAST.search(following))))
            last = index + 1
        elif cell.kind == TEXT and _HEAD.search(cell.text) and len(cell.text) <= 10:
            if _EXTRA.search(cell.text) and columns and extra < index:
                columns.append((0, False))
                extra = index + 2
            last = index + 1
            if _HEAD_LAST.search(cell.text):
                break
        elif columns:
            break
    return Head(tuple(columns), last)


def _until_data(found: Sequence[Cell]) -> Sequence[Cell]:
    for index, cell in enumerate(found[:_MAX_HEAD]):
        if cell.kind in (NUMBER_CELL, NONE, PROPERTY):
            return found[:index]
    return found[:_MAX_HEAD]


def rows(head: Head, found: Sequence[Cell], is_unit: Callable[[str], bool]) -> list[Row]:
    """The rows below `head`; `is_unit` says whether a text is a unit."""
    width = len(head.columns)
    firm = any(cell.kind == PROPERTY for cell in found)
    made: list[Row] = []
    row, serial = Row(), 0
    for index, cell in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if cell.kind == PROPERTY:
            row.firm = "binding" if cell.text.startswith("约束") else "expected"
            made.append(row)
            row = Row()
        elif cell.kind == NUMBER_CELL and _is_serial(cell, row, after, serial, is_unit):
            if row.values:
                made.append(row)
            row, serial = Row(), int(cell.text)
        elif cell.kind in (NUMBER_CELL, NONE):
            row = _valued(row, cell, made, width, firm)
        elif cell.kind == TEXT:
            row = _texted(row, cell, made, width, firm)
    return [*made, row] if row.values else made


def _is_serial(cell: Cell, row: Row, after: Cell | None, serial: int, is_unit: Callable[[str], bool]) -> bool:
    if not cell.text.isdigit() or int(cell.text) != serial + 1 or after is None:
        return False
    if row.values and after.kind != TEXT:
        return False
    return after.kind == TEXT and not is_unit(after.text) and not _SUFFIX.fullmatch(after.text)


def _valued(row: Row, cell: Cell, made: list[Row], width: int, firm: bool) -> Row:
    if len(row.values) >= width and not firm:
        made.append(row)
        row = Row()
    row.values.append(cell)
    return row


def _texted(row: Row, cell: Cell, made: list[Row], width: int, firm: bool) -> Row:
    if not row.values or cell.text in ("性", "性指标", "指标"):
        if not row.values:
            row.name.append(cell)
        return row
    last = row.values[-1]
    if _SUFFIX.fullmatch(cell.text) and last.kind == NUMBER_CELL:
        row.values[-1] = Cell(NUMBER_CELL, last.text.strip() + cell.text, last.start, cell.end)
        return row
    if len(row.values) >= width and (not firm or last.kind != TEXT):
        made.append(row)
        return Row(name=[cell])
    if last.kind == TEXT:
        row.values[-1] = Cell(TEXT, last.text + cell.text, last.start, cell.end)
        return row
    if firm:
        row.values.append(cell)
        return row
    made.append(row)
    return Row(name=[cell])
