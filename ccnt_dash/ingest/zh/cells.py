"""Which cells does a broken table have, in the order they were printed, and of what kind is each?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.zh.quantities import NUMBER

YEAR, NUMBER_CELL, NONE, PROPERTY, TEXT = "year", "number", "none", "property", "text"
_SUFFIX = r"(?:及?以上|及?以下|以内|左右|之内)"
_SAID = r"(?:低于|不低于|高于|不高于|大于|小于|不小于|不大于|不少于|不超过|超过|达到|约)"
_OPEN, _SHUT, _MARK = r"[\[（〔【]", r"[\]）〕】]", r"[*※#∗★①-⑨]"
_ONE = rf"(?:[≥≤><~约]|{_SAID})? ?{_OPEN}? ?(?:[≥≤><])?-?{NUMBER} ?(?:%|‰)?"
_CELL = re.compile(
    r"(?<!\S)(?:"
    r"(?P<year>20\d\d ?年(?:度)?[^\s\d，。；]{0,8}|20\d\d ?(?:目标|现状|规划)[^\s\d，。；]{0,4})"
    rf"|(?P<number>{_ONE}(?: ?[-—~/] ?{NUMBER} ?%?){{0,3}} ?{_SHUT}? ?{_SUFFIX}?"
    rf"{_MARK}{{0,2}}(?:（[^（）\s]{{2,20}}）)?)"
    r"|(?P<none>[—\-－]{1,4}|/|无)"
    r"|(?P<property>约束性?(?:指标)?|预期性?(?:指标)?|指导性(?:指标)?|引领性(?:指标)?|参考性(?:指标)?)"
    r")(?!\S)|(?P<text>\S{1,200})"
)
_POINT = re.compile(rf"{_OPEN}?-?\d{{1,9}}\.")
_REST = re.compile(rf"\d{{1,4}}%?{_SHUT}?{_SUFFIX}?")
_YEAR_DIGITS = re.compile(r"20[12345]\d")


@dataclass(frozen=True)
class Cell:
    """One cell, or a word of one: its kind, text, and where it stands in the clean text."""

    kind: str
    text: str
    start: int
    end: int


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of `text` from `start` to `end`, in order; words of one cell that spaces part are cells each."""
    found = []
    for met in _CELL.finditer(text, start, end):
        kind = next(name for name in (YEAR, NUMBER_CELL, NONE, PROPERTY, TEXT) if met.group(name))
        found.append(Cell(kind, met.group(), met.start(), met.end()))
    return _mended(found)


def _mended(found: list[Cell]) -> list[Cell]:
    """Numbers, years and properties that a break has cut in two are put together."""
    kept: list[Cell] = []
    for cell in found:
        last = kept[-1] if kept else None
        kind = last and _joined(last, cell)
        if last and kind:
            kept[-1] = Cell(kind, last.text + cell.text, last.start, cell.end)
        else:
            kept.append(cell)
    return kept


def _joined(last: Cell, cell: Cell) -> str:
    if _POINT.fullmatch(last.text) and _REST.fullmatch(cell.text):
        return NUMBER_CELL
    if _YEAR_DIGITS.fullmatch(last.text) and cell.text.startswith(("年", "目标", "现状", "规划")):
        return YEAR
    if last.kind == PROPERTY and cell.text in ("性", "性指标", "指标"):
        return PROPERTY
    return ""


@dataclass(frozen=True)
class Amount:
    """A number of a cell: value as printed, upper end, sign and whether a percent sign stands with it."""

    value: float
    high: float | None
    sign: str
    percent: bool


_AMOUNT = re.compile(
    rf"(?P<sign>[≥≤><约~]|{_SAID})?{_OPEN}?(?P<inner>[≥≤><])?(?P<a>-?{NUMBER})(?P<p>%)?"
    rf"(?:[-—~](?P<b>{NUMBER})(?P<p2>%)?)?{_SHUT}?(?P<after>{_SUFFIX})?"
)
_SIGNS = {
    "≥": ">=",
    "≤": "<=",
    ">": ">",
    "<": "<",
    "约": "~",
    "~": "~",
    "低于": "<",
    "小于": "<",
    "高于": ">",
    "大于": ">",
    "超过": ">",
    "不低于": ">=",
    "不小于": ">=",
    "不少于": ">=",
    "不高于": "<=",
    "不大于": "<=",
    "不超过": "<=",
}
_AFTER = {"以上": ">=", "及以上": ">=", "以下": "<=", "及以下": "<=", "以内": "<=", "之内": "<=", "左右": "~"}
_NOTE = re.compile(rf"(?<=\d)(?:（[^（）]{{2,20}}）)$|{_MARK}+$")


def amounts(cell: str) -> list[Amount]:
    """The numbers of a cell; several where slashes part them (3/10/100)."""
    parts = _NOTE.sub("", cell.replace(" ", "")).split("/")
    found = []
    for part in parts:
        met = _AMOUNT.fullmatch(part)
        if not met:
            return []
        sign = _SIGNS.get(met["sign"] or met["inner"] or "", "") or _AFTER.get(met["after"] or "", "") or "="
        high = float(met["b"].replace(",", "")) if met["b"] else None
        value = float(met["a"].replace(",", ""))
        found.append(Amount(value, high, "range" if high is not None else sign, bool(met["p"] or met["p2"])))
    return found
