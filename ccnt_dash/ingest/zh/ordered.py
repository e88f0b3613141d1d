"""Which value belongs to which name, where a table prints all names first and then all values?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccnt_dash.ingest.zh.cells import Cell
from ccnt_dash.ingest.zh.grid import Row

_UNIT_LAST = re.compile(r"[（(][^（）()]{1,16}[）)]$")
_WHOLE_NAME = 6


def in_order(made: Sequence[Row]) -> list[Row]:
    """The rows, where several names stand first and their values behind them each with its own, if the counts agree."""
    rows = list(made)
    for at, row in enumerate(made):
        names = _labels(row.name)
        behind = made[at : at + len(names)]
        alike = len(behind) == len(names) > 1 and all(len(each.values) == len(row.values) for each in behind)
        nameless = all(not each.name for each in behind[1:])
        ended = at + len(names) >= len(made) or bool(made[at + len(names)].name)
        if alike and nameless and ended:
            rows[at : at + len(names)] = [
                Row(name, each.values, each.firm) for name, each in zip(names, behind, strict=True)
            ]
    return rows


def _labels(name: Sequence[Cell]) -> list[list[Cell]]:
    """The names that a stretch of cells holds, each ending with its unit in brackets."""
    found: list[list[Cell]] = []
    open_: list[Cell] = []
    for cell in name:
        open_.append(cell)
        if met := _UNIT_LAST.search(cell.text):
            found.append([cell] if met.start() >= _WHOLE_NAME else open_)
            open_ = []
    return found if not open_ else []
