"""Which rows does a broken table have: name, unit, a value for each year, and how firm they are?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ccnt_dash.ingest.zh.cells import NONE, NUMBER_CELL, PROPERTY, SERIAL, TEXT, YEAR, Cell

_HEAD_LAST = re.compile(r"属性|性质|类型$")
_HEAD = re.compile(
    r"指标|单位|序号|类别|名称|现状|目标|展望|基期|基准|规划|年均|增速|增长|累计|备注|责任|领域|[属性质别类年五]|分类|内容|值|项目|"
    r"数据|变化|幅度|“?十[三四]五?”?.{0,4}|（.{1,8}）|完成|预计|实际|牵头|[一-龥]{1,3}$"
)
_SURE = re.compile(r"完成情况|目标|现状|属性|性质|规划值")
_EXTRA = re.compile(r"增速|均增|年均|累计|增幅|增长|变化|降幅|幅度|新增|\[")
_PAST = re.compile(r"现状|基期|基准|完成|实际|实绩")
_AIM = re.compile(r"目标|规划值")
_SUFFIX = re.compile(r"(?:及?以上|及?以下|以内|左右|之内)")
_LABEL = re.compile(r"\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,2}）|.{0,40}（(?:%|万?亿?[^（）]{1,8})）$")
_AIMED = re.compile(
    r"完成|达到|下达|不降|不减|不增|稳中|消除|保障|持平|控制|不低于|减少|提升|提高|逐步|按照?|任务|要求|无变化|保持|改善|优于|从无到有|好转"
)
_DIGITS = re.compile(r"20\d\d")
_OUTLINE = re.compile(r"\d\.\d{1,2}(?:\.\d{1,2})?")
_MEASURED = re.compile(r"（[^（）]{1,16}）$|[率比重]$")
_GROUP = 12
_MAX_HEAD = 30
_LOST, _LONG = 3, 6


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
        years = [year for year, _ in self.columns]
        return max((years.index(year) + 1 for year in years if year), default=0)


@dataclass
class Row:
    """A row: the cells of its name, its values in order (a text, or a number cell), its property."""

    name: list[Cell] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)
    firm: str = ""


def tables(found: Sequence[Cell], last: int | None) -> Iterator[tuple[Head, list[Cell], Sequence[Cell]]]:
    """Each table of a stretch of cells: its head, the cells below it, and the cells before it.

    `last` is the year of a column that is only called the aim of the plan.
    """
    starts = _heads(found)
    if not starts and last and any(_AIM.search(cell.text) for cell in _until_data(found)):
        starts = [0]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(found)
        head = _head(found[start:end], last)
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


def _head(found: Sequence[Cell], last_year: int | None) -> Head:
    columns: list[tuple[int, bool]] = []
    last = extra = 0
    near = _until_data(found)
    over = "完成情况" in "".join(cell.text for cell in near)
    for index, cell in enumerate(near):
        if cell.kind == YEAR:
            following = cell.text + (near[index + 1].text if index + 1 < len(near) else "")
            columns.append((int(_DIGITS.findall(cell.text)[0]), bool(_PAST.search(following))))
            last = index + 1
        elif cell.kind == TEXT and (_HEAD.match(cell.text) or _SURE.search(cell.text)) and len(cell.text) <= 10:
            if _EXTRA.search(cell.text) and columns and extra < index:
                whole = (
                    not over
                    and "累计" in cell.text
                    and "年均" not in cell.text
                    and last_year is not None
                    and cell.text.endswith(("目标", "累计"))
                )
                columns.append((last_year or 0, False) if whole else (0, False))
                extra = index + 2
            last = index + 1
            if _HEAD_LAST.search(cell.text) and columns:
                break
        elif columns:
            break
    aimed = any(
        _AIM.search(cell.text) and cell.kind == TEXT and before.kind != YEAR
        for before, cell in zip([*near[:1], *near[:last]], near[:last], strict=False)
    )
    if last_year and aimed and all(year <= last_year - 5 for year, _ in columns):
        columns.append((last_year, False))
    return Head(tuple(columns), last)


def _until_data(found: Sequence[Cell]) -> Sequence[Cell]:
    for index, cell in enumerate(found[:_MAX_HEAD]):
        if cell.kind in (NUMBER_CELL, NONE, PROPERTY, SERIAL):
            return found[:index]
    return found[:_MAX_HEAD]


def rows(head: Head, found: Sequence[Cell], is_unit: Callable[[str], bool]) -> list[Row]:
    """The rows below `head`; `is_unit` says whether a text is a unit."""
    reader = _Rows(len(head.columns), found, is_unit)
    for index, cell in enumerate(found):
        reader.take(cell, found[index + 1] if index + 1 < len(found) else None)
    return reader.all()


class _Rows:
    """Puts cells into rows, whether properties stand behind the values, before them or nowhere."""

    def __init__(self, width: int, found: Sequence[Cell], is_unit: Callable[[str], bool]) -> None:
        self.width, self.is_unit = width, is_unit
        self.made: list[Row] = []
        self.row, self.serial = Row(), 0
        near = list(zip(found, found[1:], found[2:], found[3:], strict=False))
        figures = (NUMBER_CELL, NONE)
        first = sum(
            a.kind == TEXT and b.kind == PROPERTY and c.kind in figures and not (c.text.isdigit() and d.kind == TEXT)
            for a, b, c, d in near
        )
        behind = sum(a.kind in figures and b.kind == PROPERTY for a, b, *_ in near)
        self.firm = any(cell.kind == PROPERTY for cell in found)
        self.first = first > behind

    def all(self) -> list[Row]:
        """The rows that were made."""
        self._close()
        return self.made

    def _close(self) -> None:
        if self.row.values:
            self.made.append(self.row)
        self.row = Row()

    def take(self, cell: Cell, after: Cell | None) -> None:
        """Put the next cell where it belongs."""
        if cell.kind == PROPERTY:
            self._property(cell)
        elif cell.kind == SERIAL:
            self._close()
            self.serial = int(cell.text) if cell.text.isdigit() else self.serial
        elif cell.kind == NUMBER_CELL and self._is_serial(cell, after):
            self._close()
            self.serial = int(cell.text)
        elif cell.kind == NUMBER_CELL and self._is_outline(cell, after):
            self._close()
        elif cell.kind in (NUMBER_CELL, NONE):
            if len(self.row.values) >= self.width and (self.first or not self.firm):
                self._close()
            self.row.values.append(cell)
        else:
            self._text(cell)

    def _property(self, cell: Cell) -> None:
        if self.first and self.row.values:
            name = [] if not self.row.name else [each for each in self.row.values if each.kind == TEXT][-1:]
            self._close()
            self.row.name = name
        self.row.firm = "binding" if cell.text.startswith("约束") else "expected"
        if not self.first:
            self._close()

    def _is_serial(self, cell: Cell, after: Cell | None) -> bool:
        if not cell.text.isdigit() or len(cell.text) > 2 or after is None:
            return False
        step = int(cell.text) - self.serial
        worded = step == 1 and self.row.values and self.row.values[-1].kind == TEXT and len(after.text) >= _LONG
        if self.row.values and len(self.row.values) < self.width and not worded:
            return False
        bare = not self.row.values and not self.row.name
        # A table cut by a page begins anywhere; where a number was lost on the way, counting goes on behind it.
        if step != 1 and not (bare and self.serial == 0) and not (1 < step <= _LOST and (bare or self.row.values)):
            return False
        return after.kind == TEXT and not self.is_unit(after.text) and not _SUFFIX.fullmatch(after.text)

    def _is_outline(self, cell: Cell, after: Cell | None) -> bool:
        """1.1 before the words of a row, though it reads like a value."""
        if self.row.values or after is None or not _OUTLINE.fullmatch(cell.text):
            return False
        name = "".join(each.text for each in self.row.name)
        if name and (len(name) > _GROUP or _MEASURED.search(name) or self.is_unit(self.row.name[-1].text)):
            return False
        fits = after.kind == TEXT and len(after.text) > 1 and not _AIMED.match(after.text)
        return fits and not self.is_unit(after.text)

    def _text(self, cell: Cell) -> None:
        row = self.row
        if cell.text in ("性", "性指标"):
            return
        if not row.values and not (self.first and row.firm):
            row.name.append(cell)
            return
        last = row.values[-1] if row.values else None
        if last and _SUFFIX.fullmatch(cell.text) and last.kind == NUMBER_CELL:
            row.values[-1] = Cell(NUMBER_CELL, last.text.strip() + cell.text, last.start, cell.end)
        elif self._begins(cell):
            self._close()
            self.row.name = [cell]
        elif last and last.kind == TEXT:
            row.values[-1] = Cell(TEXT, last.text + cell.text, last.start, cell.end)
        else:
            row.values.append(cell)

    def _begins(self, cell: Cell) -> bool:
        """Whether a text behind values is the name of the next row, not an aim in words."""
        row = self.row
        if _LABEL.match(cell.text) and not _AIMED.match(cell.text):
            return True
        if len(row.values) >= self.width:
            return not (self.firm and not self.first and row.values[-1].kind == TEXT)
        return not self.firm and not _AIMED.search(cell.text)
