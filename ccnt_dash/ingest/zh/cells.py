"""Which cells does a broken table have, in the order they were printed, and of what kind is each?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.zh.quantities import NUMBER

YEAR, NUMBER_CELL, NONE, PROPERTY, TEXT = "year", "number", "none", "property", "text"
_SUFFIX = r"(?:及?以上|及?以下|以内|左右|之内)"
_ONE = rf"[≥≤><~约\[（]{{0,3}} ?-?{NUMBER} ?(?:%|‰)?"
_CELL = re.compile(
    r"(?<!\S)(?:"
    r"(?P<year>20\d\d ?年(?:度)?[^\s\d，。；]{0,8})"
    rf"|(?P<number>{_ONE}(?: ?[-—~/] ?{NUMBER} ?%?){{0,3}} ?[\]）]? ?{_SUFFIX}?\*?)"
    r"|(?P<none>[—\-－]{1,4}|/|无)"
    r"|(?P<property>约束性?(?:指标)?|预期性?(?:指标)?|指导性(?:指标)?|引领性(?:指标)?)"
    r")(?!\S)|(?P<text>\S{1,200})"
)


@dataclass(frozen=True)
class Cell:
    """One cell, or a word of one: its kind, text, and where it stands in the clean text."""

    kind: str
    text: str
    start: int
    end: int


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of `text` from `start` to `end`, in order; words of one cell that spaces part are cells of their own."""
    found = []
    for met in _CELL.finditer(text, start, end):
        kind = next((name for name in (YEAR, NUMBER_CELL, NONE, PROPERTY, TEXT) if met.group(_GROUP[name])), TEXT)
        found.append(Cell(kind, met.group(), met.start(), met.end()))
    return found


_GROUP = {YEAR: "year", NUMBER_CELL: "number", NONE: "none", PROPERTY: "property", TEXT: "text"}


@dataclass(frozen=True)
class Amount:
    """A number of a cell: value as printed, upper end, sign and whether a percent sign stands with it."""

    value: float
    high: float | None
    sign: str
    percent: bool


_AMOUNT = re.compile(
    rf"(?P<sign>[≥≤><约~])?[\[（]?(?P<a>-?{NUMBER})(?P<p>%)?(?:[-—~](?P<b>{NUMBER})(?P<p2>%)?)?[\]）]?(?P<after>{_SUFFIX})?"
)
_SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "约": "~", "~": "~"}
_AFTER = {"以上": ">=", "及以上": ">=", "以下": "<=", "及以下": "<=", "以内": "<=", "之内": "<=", "左右": "~"}


def amounts(cell: str) -> list[Amount]:
    """The numbers of a cell; several where slashes part them (3/10/100)."""
    parts = cell.replace(" ", "").rstrip("*").split("/")
    found = []
    for part in parts:
        met = _AMOUNT.fullmatch(part)
        if not met:
            return []
        sign = _SIGNS.get(met["sign"] or "", "") or _AFTER.get(met["after"] or "", "") or "="
        high = float(met["b"].replace(",", "")) if met["b"] else None
        value = float(met["a"].replace(",", ""))
        found.append(Amount(value, high, "range" if high is not None else sign, bool(met["p"] or met["p2"])))
    return found
