"""Which candidates does a row of an English table make?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.amounts import Amounts
from ccnt_dash.ingest.en.grids import Cell, Row, filled
from ccnt_dash.ingest.en.indicators import Indicators
from ccnt_dash.ingest.en.judge import TARGET, Judge
from ccnt_dash.ingest.en.lexicon import Lexicon
from ccnt_dash.ingest.en.reading import Carried
from ccnt_dash.ingest.en.subjects import Subjects

BRACKETS = re.compile(r"[(（]([^()（）]{1,40})[)）]")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
RULE = "en.table"


class Tabled:
    """Reads rows with the same words as sentences."""

    def __init__(self, lexicon: Lexicon, amounts: Amounts, judge: Judge, sure: float) -> None:
        """Take what reads amounts and firmness; `sure` is the confidence of what stands in a table."""
        self._lexicon, self._amounts, self._judge, self._sure = lexicon, amounts, judge, sure
        self._indicators = Indicators(lexicon)
        self._subjects = Subjects(lexicon, self._indicators)

    def candidates(self, row: Row, state: Carried, text: str) -> Iterator[Candidate]:
        """A target for each year that is to come, measured from the last year before."""
        past = [year for year, cell in row.years.items() if state.floor and year < state.floor and filled(cell)]
        base = max(past, default=None)
        start = self._amount(row.name, row.years[base]) if base else None
        for year, cell in row.years.items():
            amount = self._amount(row.name, cell) if year not in past and filled(cell) else None
            if amount and not state.silent:
                made = self._candidate(row, state, amount)
                figure = cell.start + amount.figure
                made = replace(made, quote=text[row.start : row.end], figure=figure, target_year=year)
                if base and start:
                    made = replace(
                        made, base_year=base, base_value=self._lexicon.canonical(start.value, start.unit or "")[0]
                    )
                yield made

    def _candidate(self, row: Row, state: Carried, amount: Amount) -> Candidate:
        indicator, unit = self._subjects.of([row.name.text], amount)
        value, code = self._lexicon.canonical(amount.value, unit or "")
        return Candidate(
            TARGET, row.start, row.end, " " * (row.end - row.start), indicator=indicator, comparator=amount.sign or "=",
            value=value,
            value_high=None if amount.high is None else self._lexicon.canonical(amount.high, unit or "")[0],
            unit=code, value_source=amount.source, unit_source=amount.printed, region=state.regions[0],
            sector=self._indicators.sector(indicator, [row.name.text]),
            strictness=self._judge.firmness(" ".join(each.text for each in row.others)),
            rule=RULE, confidence=self._sure,
        )  # fmt: skip

    def _amount(self, name: Cell, cell: Cell) -> Amount | None:
        """The amount of a cell; where it prints no unit, in the one that stands in the brackets of the row's name."""
        found = self._amounts.find(cell.text, 0, len(cell.text), [])
        if found and found[0].unit is not None:
            return found[0]
        printed = BRACKETS.search(name.text)
        if not printed or not NUMBER.search(cell.text):
            return found[0] if found else None
        whole = f"{cell.text} {printed[1]}" if not NUMBER.match(printed[1]) else f"{cell.text} × {printed[1]}"
        return self._scaled(whole, printed[1])

    def _scaled(self, whole: str, unit: str) -> Amount | None:
        """Of "5 × 10,000 units" the product."""
        made = self._amounts.find(whole, 0, len(whole), [])
        if "×" not in whole or len(made) < 2:
            return made[0] if made else None
        first, times = made[0], made[1]
        return Amount(first.start, first.end, first.figure, first.value * times.value, first.source, times.unit, unit,
                      times.noun, first.sign)  # fmt: skip
