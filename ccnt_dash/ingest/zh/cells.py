"""Which cells does a broken table have, in the order they were printed, and of what kind is each?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.zh.quantities import NUMBER

YEAR, NUMBER_CELL, NONE, PROPERTY, TEXT = "year", "number", "none", "property", "text"
SERIAL = "serial"
_SUFFIX = r"(?:及?以上|及?以下|以内|左右|之内)"
_SAID = (
    r"(?:(?:新增|新建|累计|增加|提高|提升|下降|降低|减少|累计新增) ?)?"
    r"(?:[到至]|(?:稳定)?(?:达到|保持在|维持在|控制在)|稳定在|保持|维持|低于|不低于|高于|不高于|大于|小于|不小于|不大于|不少于|不超过|超过"
    r"|约)?"
)
_OPEN, _SHUT, _MARK = r"[\[（〔【]", r"[\]）〕】]", r"[*※#∗★①-⑨]"
_UNIT = (
    r"(?:个百分点|[万亿千]{0,2}(?:个|家|座|项|处|亩|公顷|平方公里|平方米|平方千米|公里|千米|千瓦时|千瓦|吨标准煤|吨标煤|吨|立方米"
    r"|户|人|辆|台|条|天)(?:/年|/日)?)"
)
_ONE = rf"(?:[≥≤><~约]|{_SAID}) ?{_OPEN}? ?(?:[≥≤><])?-?{NUMBER} ?(?:%|‰)?"
_YEAR_WORDS = r"(?:现状|目标|规划|展望|基期|基准|实际|完成|预计|计划|达到|情况|期间|末|底|值|年|/|“?十[三四五]五”?)"
_CELL = re.compile(
    r"(?:(?<!\S)|(?<=年)(?=20\d\d))(?:"
    rf"(?P<year>20\d\d ?年(?:度)?{_YEAR_WORDS}{{0,4}}|（20\d\d ?年{_YEAR_WORDS}{{0,2}}）|20\d\d（{_YEAR_WORDS}{{1,3}}）"
    rf"|20\d\d ?(?:现状|目标|规划|基准){_YEAR_WORDS}{{0,2}})"
    rf"|(?P<number>{_ONE}(?: ?[-—~/] ?{NUMBER} ?%?){{0,3}} ?{_SHUT}? ?(?:{_UNIT})?{_SUFFIX}?"
    rf"{_MARK}{{0,2}}(?:（[^（）\s]{{2,20}}）)?)"
    r"|(?P<none>[—\-－]{1,4}|/|无)"
    r"|(?P<property>约束性?(?:指标)?|预期性?(?:指标)?|指导性(?:指标)?|引领性(?:指标)?|参考性(?:指标)?)"
    r")(?:(?!\S)|(?<=年)(?=20\d\d ?年))|(?P<text>\S{1,200})"
)
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")
_WORDS_FOLLOW = re.compile(r" {1,4}[\u3400-\u9fff]{2}(?!以上|左右|以内)")
_OPENED = re.compile(r"（\d{1,4}")
_NOTED = re.compile(r"（\d{1,4}[\u3400-\u9fff][^（）]{0,30}）")
_MARKED = re.compile(r"\d{1,2}）")
_MOST_OF_NOTE, _LONGEST_YEAR = 6, 12
_POINT = re.compile(rf"{_OPEN}?-?\d{{1,9}}\.")
_REST = re.compile(rf"\d{{1,4}}%?{_SHUT}?{_SUFFIX}?")
# （红树林现状面积） behind a number says something of it; （公顷） and （一） don't.
_SAID_OF = re.compile(rf"（(?!(?:%|‰|{_UNIT}|[一二三四五六七八九十\d]{{1,2}})）)[^（）]{{3,20}}）")
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
        if kind == NUMBER_CELL and _OUTLINE.fullmatch(met.group()) and _opens(text, met.start(), met.end()):
            kind = SERIAL
        found.append(Cell(kind, met.group(), met.start(), met.end()))
    return _without_notes(_mended(found))


def _without_notes(found: list[Cell]) -> list[Cell]:
    """The cells without marks of notes, as 1）, and notes in brackets that breaks have cut: （21 个国控断 面）."""
    kept: list[Cell] = []
    at = 0
    while at < len(found):
        behind = found[at].text
        end = at + 1
        if found[at].kind == NUMBER_CELL and _OPENED.fullmatch(behind):
            while end < len(found) and "）" not in behind and end - at < _MOST_OF_NOTE:
                behind += found[end].text
                end += 1
            if _NOTED.fullmatch(behind):
                at = end
                continue
        if not _MARKED.fullmatch(found[at].text):
            kept.append(found[at])
        at += 1
    return kept


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a number opens a line and words follow it there: 1.1 可再生能源发电量."""
    return text[start - 1 : start] in ("\n", "") and _WORDS_FOLLOW.match(text, end) is not None


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
        return YEAR if len(cell.text) <= _LONGEST_YEAR else TEXT
    if last.kind == NUMBER_CELL and "（" not in last.text and _SAID_OF.fullmatch(cell.text):
        return NUMBER_CELL
    if last.text.endswith("/m") and cell.text in ("3", "3）", "3)"):
        return TEXT
    if last.kind == PROPERTY and cell.text in ("性", "性指标", "指标"):
        return PROPERTY
    return ""


@dataclass(frozen=True)
class Amount:
    """A number of a cell: value as printed, upper end, sign, whether a percent sign stands with it, its own unit."""

    value: float
    high: float | None
    sign: str
    percent: bool
    unit: str = ""


_AMOUNT = re.compile(
    rf"(?P<sign>[≥≤><约~]|{_SAID}){_OPEN}?(?P<inner>[≥≤><])?(?P<a>-?{NUMBER})(?P<p>%)?"
    rf"(?:[-—~](?P<b>{NUMBER})(?P<p2>%)?)?{_SHUT}?(?P<unit>{_UNIT})?(?P<after>{_SUFFIX})?"
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
    "控制在": "<=",
    "稳定控制在": "<=",
}
_AFTER = {"以上": ">=", "及以上": ">=", "以下": "<=", "及以下": "<=", "以内": "<=", "之内": "<=", "左右": "~"}
_MOVED = re.compile(r"^(?:新增|新建|累计新增|累计|增加|提高|提升|下降|降低|减少) ?")
_NOTE = re.compile(rf"(?<=[\d%上下右内])(?:（[^（）]{{2,20}}）)$|{_MARK}+$")


_ADDED = re.compile(rf"（(?:其中)?(?:累计|净)?(?:新增|增加)({NUMBER})）$")


def added(cell: str) -> Amount | None:
    """What a bracket behind the number of a cell says is new of it: 878.43（新增150）."""
    met = _ADDED.search(cell.replace(" ", ""))
    return Amount(float(met[1].replace(",", "")), None, "=", False) if met else None


def amounts(cell: str) -> list[Amount]:
    """The numbers of a cell; several where slashes part them (3/10/100)."""
    parts = _NOTE.sub("", cell.replace(" ", "")).split("/")
    found = []
    for part in parts:
        met = _AMOUNT.fullmatch(part)
        if not met:
            return []
        said = _MOVED.sub("", met["sign"] or "")
        sign = _SIGNS.get(said or met["inner"] or "", "") or _AFTER.get(met["after"] or "", "") or "="
        high = float(met["b"].replace(",", "")) if met["b"] else None
        value = float(met["a"].replace(",", ""))
        found.append(
            Amount(value, high, "range" if high is not None else sign, bool(met["p"] or met["p2"]), met["unit"] or "")
        )
    return found
