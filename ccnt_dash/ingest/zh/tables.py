"""Which candidates do the broken tables of a Chinese document hold?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.cells import NUMBER_CELL, PROPERTY, TEXT, Amount, Cell, added, amounts, cells
from ccnt_dash.ingest.zh.grid import Head, Row, rows, tables
from ccnt_dash.ingest.zh.making import Page
from ccnt_dash.ingest.zh.ordered import in_order
from ccnt_dash.ingest.zh.quantities import Quantities
from ccnt_dash.ingest.zh.subjects import Subjects, phrase

_OLD = re.compile(r"十[一二三]五|完成情况|实施情况")
_NEW = re.compile(r"十[四五]五|目标")
_UNIT = re.compile(r"（([^（）]{1,16})）$")
_NUMBERED = re.compile(r"^.{0,30}?\d{1,2}[.．、](?=[\u3400-\u9fff])")
_WORDS = re.compile(r"[\u3400-\u9fff]{2}")
_BRACKETS = re.compile(r"（[^（）]{0,40}(?:）|$)")
_FORMULA = re.compile(r"[×÷=∑]")
_INSIDE = re.compile(r"\d ?%")
_INNER = re.compile(r"（([^（）]{1,8})）")
_SHORT = 14
_FOOTNOTE = re.compile(r"\d")
_NEAR, _TWO_YEARS = 200, 2
_FOR_EACH = ("/", "每")
_FALLEN = ("下降", "降低", "减少")


@dataclass(frozen=True)
class Named:
    """What a row is of: words, unit (canonical and as printed), what values are multiplied with, where it begins."""

    words: str
    unit: str
    printed: str
    factor: float
    start: int


@dataclass(frozen=True)
class When:
    """The year of a column, the first year of its table, and how firm the row is."""

    year: int
    first: int
    firm: str


class Tables:
    """Finds candidates in tables with columns for years, with the words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep what measures cells and names rows."""
        self._knowledge = knowledge
        self._quantities, self._subjects = Quantities(knowledge), Subjects(knowledge)

    def candidates(self, page: Page) -> Iterator[Candidate]:
        """The candidates of all tables of a document, in order."""
        self._last: tuple[Head, int] | None = None
        self._group: tuple[str, str] | None = None
        for start, end in page.clean.tables:
            found = cells(page.clean.text, start, end)
            before = page.clean.text[max(0, start - 60) : start]
            for head, below, above in self._tables(page, found, start):
                title = before + "".join(cell.text for cell in above)
                if head.years and not self._is_old(title, head):
                    noted = _noted(below, page.clean.text[end : end + 60])
                    for row in in_order(rows(head, below, self._is_unit)):
                        yield from self._of_row(page, head, row, noted)

    def _tables(self, page: Page, found: list[Cell], start: int) -> Iterator[tuple[Head, list[Cell], Sequence[Cell]]]:
        """The tables of a stretch; one without a head that follows closely goes on with the head before."""
        made = list(tables(found, page.era.last))
        if not made and self._last and 0 <= start - self._last[1] < _NEAR and any(c.kind == PROPERTY for c in found):
            made = [(self._last[0], found, [])]
        if made:
            self._last = (made[-1][0], found[-1].end)
        yield from made

    def _is_old(self, title: str, head: Head) -> bool:
        if re.search(r"完成情况|执行情况|实施情况|主要成就", title) and not re.search("十[四五]五", title):
            return True
        return bool(_OLD.search(title)) and not _NEW.search(title) and max(year for year, _ in head.years) <= 2020

    def _is_unit(self, text: str) -> bool:
        return self._quantities.measured(text.strip("（）"))[0] != "" or text in self._knowledge.printed

    def _of_row(self, page: Page, head: Head, row: Row, noted: str) -> Iterator[Candidate]:
        named = self._named(row)
        most = len(head.columns) + (len(head.columns) > 1)
        if (
            not named
            or _FORMULA.search(named.words)
            or any(word in named.words for word in self._knowledge.words["never_row"])
        ):
            return
        if not head.least <= len(row.values) <= most:
            return
        first = min(year for year, _ in head.years)
        values = row.values
        if len(values) > _TWO_YEARS and _is_gain(values):
            values = values[:-1]
        if len(values) > len(head.columns) > 1 and _FOOTNOTE.fullmatch(values[0].text):
            values = values[1:]
        for (year, past), cell in zip(head.columns, values, strict=False):
            if past or not year or year <= 2020 or (len(head.years) > 1 and year == first):
                continue
            if cell.kind == NUMBER_CELL and self._is_measured(named, cell):
                for amount in amounts(cell.text):
                    yield self._candidate(page, named, cell, amount, When(year, first, row.firm or noted))
                if named.unit not in ("", "percent", "pp", "ratio") and (new := added(cell.text)):
                    more = replace(named, words=f"新增{named.words}")
                    part = Cell(NUMBER_CELL, cell.text, cell.end - 1, cell.end)
                    yield self._candidate(page, more, part, new, When(year, first, row.firm or noted))
            elif cell.kind == TEXT and row.firm:
                yield self._step(page, named, cell, year, row.firm)

    def _is_measured(self, named: Named, cell: Cell) -> bool:
        words = self._knowledge.words
        own = "%" in cell.text or any(amount.unit for amount in amounts(cell.text))
        return bool(named.printed or own) or named.words.endswith(words["rate"] + words["ratio"])

    def _named(self, row: Row) -> Named | None:
        words = [cell.text for cell in row.name]
        for number in range(min(4, len(words) - 1), 0, -1):
            text = "".join(words[-number:]).strip("（）")
            name = "".join(words[:-number])
            if name.endswith(_FOR_EACH) or _is_open(name):
                continue
            if self._is_unit(text) and _WORDS.search(_BRACKETS.sub("", name)) and not _INSIDE.search(name):
                return self._measured(name, text, row.name[0].start)
        name = "".join(words)
        if not _WORDS.search(_BRACKETS.sub("", name)) or _INSIDE.search(name):
            return None
        if (met := _UNIT.search(name)) and (self._is_unit(met[1]) or "/" in met[1]):
            self._group = None
            return self._measured(name[: met.start()], met[1], row.name[0].start)
        return self._grouped(name, row.name[0].start)

    def _grouped(self, name: str, start: int) -> Named:
        """A row whose unit stands in the name of its group: 减排量（吨） 化学需氧量, and those that follow it."""
        if met := next((met for met in _INNER.finditer(name) if self._is_unit(met[1])), None):
            self._group = (name[: met.start()], met[1])
            return self._measured(name, met[1], start)
        if self._group and len(name) <= _SHORT and not name.endswith(self._knowledge.words["rate"]):
            group, unit = self._group
            return replace(self._measured(group + name, unit, start), start=start)
        return Named(_NUMBERED.sub("", name), "", "", 1.0, start)

    def _measured(self, name: str, unit: str, start: int) -> Named:
        code, printed, factor = self._quantities.measured(unit)
        if code == "tonnes" and any(word in name for word in self._knowledge.words["carbon"]):
            code = "tCO2"
        if code == "m2" and any(word in name for word in self._knowledge.words["per_person"]):
            code = "m2_per_person"
        return Named(_NUMBERED.sub("", name), code, printed, factor, start)

    def _candidate(self, page: Page, named: Named, cell: Cell, amount: Amount, when: When) -> Candidate:
        start, end = page.clean.span(named.start, cell.end)
        words = self._knowledge.words
        unit, printed, factor = named.unit, named.printed, named.factor
        if amount.unit:
            unit, printed, factor = self._quantities.measured(amount.unit)
        elif amount.percent or (not printed and named.words.endswith(words["rate"])):
            unit, printed, factor = "percent", "%", 1.0
        if not printed and any(word in named.words for word in words["ratio"]):
            unit = "ratio"
        fallen = _fallen(named)
        indicator = self._subjects.indicator(named.words, unit, fallen) if unit else ""
        return Candidate(
            kind="target",
            start=start,
            end=end,
            quote=page.source.text[start:end],
            figure=page.clean.raw(cell.start),
            indicator=indicator or f"new:{phrase(named.words)}",
            comparator=amount.sign,
            value=float(f"{amount.value * factor:.12g}"),
            value_high=None if amount.high is None else float(f"{amount.high * factor:.12g}"),
            unit=unit,
            value_source=amount.value,
            unit_source=printed,
            base_year=_base(when) if fallen else None,
            target_year=when.year,
            region=page.own,
            sector=self._subjects.sector(indicator, named.words, ""),
            strictness=when.firm or "unstated",
            rule="zh.table",
            confidence=self._knowledge.rules["zh.table"],
        )

    def _step(self, page: Page, named: Named, cell: Cell, year: int, firm: str) -> Candidate:
        start, end = page.clean.span(named.start, cell.end)
        indicator = self._subjects.indicator(named.words, named.unit or "percent", _fallen(named))
        return Candidate(
            kind="milestone",
            start=start,
            end=end,
            quote=page.source.text[start:end],
            indicator=indicator or f"new:{phrase(named.words)}",
            unit=named.unit,
            target_year=year,
            region=page.own,
            sector=self._subjects.sector(indicator, named.words, ""),
            strictness=firm,
            rule="zh.table",
            confidence=self._knowledge.rules["zh.table"],
        )


def _is_open(name: str) -> bool:
    """Whether a break has cut what stands in brackets: 减排量（万."""
    return name.count("（") > name.count("）") and not name.endswith("（")


def _is_gain(values: Sequence[Cell]) -> bool:
    """Whether the last value, alone in square brackets, is what the years before add up to: 30 40 [10]."""
    shut = [cell.text.startswith(("[", "【", "〔")) for cell in values]
    return shut[-1] and not any(shut[:-1]) and all(cell.kind == NUMBER_CELL for cell in values)


def _fallen(named: Named) -> str:
    return "fall" if any(word in named.words for word in _FALLEN) else ""


def _base(when: When) -> int | None:
    """The year of the first column, or the last one before a five-year plan where there is no column before."""
    if when.first < when.year:
        return when.first
    return when.year - 5 if when.year % 5 == 0 else None


def _noted(below: Sequence[Cell], after: str) -> str:
    """How firm a note under the table says that all its rows are."""
    text = "".join(cell.text for cell in below[-6:]) + after
    if "均为预期性" in text:
        return "expected"
    return "binding" if "均为约束性" in text else ""
