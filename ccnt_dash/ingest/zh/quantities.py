"""Which numbers with a unit does a Chinese sentence hold, and how are they compared?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ccnt_dash.ingest.knowledge import Knowledge

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?)"
MULTIPLES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_MULTIPLE = "万亿|千万|百万|十万|亿|万|千(?![瓦克米伏卡])|百(?!分)"
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_FRACTION = re.compile(
    r"(?<![\d/.])(?:(?P<n>[1-9])/(?P<d>[2-9])|(?P<sd>[二三四五六七八九])分之(?P<sn>[一二三四五六七八]))(?![\d/])"
    r"(?P<after>以上|左右|以内|以下)?(?=[的，。；、）]|$)"
)
_SPOKEN = r"[零〇一二两三四五六七八九十百]{1,6}"
_TWICE = {"翻一番": 2.0, "翻番": 2.0, "翻倍": 2.0, "翻1番": 2.0, "翻两番": 4.0, "翻2番": 4.0, "翻三番": 8.0}


@dataclass(frozen=True)
class Quantity:
    """A number as a sentence prints it, from `start` to `end` (with its unit and what follows, as 以上).

    `figure` is where its digits begin, `printed` the value beside `unit_printed` (万千瓦), `value` and `high` that
    value in the canonical `unit` ("" where the vocabulary has none), `sign` a comparator printed before or behind it,
    `scale` what 万 or 亿 multiply the printed value with, `words` what says so without a number (全部配备).
    """

    start: int
    end: int
    figure: int
    printed: float
    value: float
    high: float | None
    unit: str
    unit_printed: str
    sign: str
    scale: float = 1.0
    rule: str = ""
    words: str = ""


class Quantities:
    """Finds numbers with their units, by the units a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Make patterns of the units and the words that follow numbers."""
        self._printed, self._units, self._basic = knowledge.printed, knowledge.units, knowledge.basic
        units = "|".join(re.escape(unit) for unit in sorted(knowledge.printed, key=lambda unit: (-len(unit), unit)))
        self._signs = _suffixes(knowledge.words)
        suffix = "|".join(re.escape(word) for word in sorted(self._signs, key=lambda word: -len(word)))
        self._pattern = re.compile(
            rf"(?P<sign>[≥≤><])?(?<![\d.A-Za-z])(?P<a>{NUMBER})"
            rf"(?:(?P<ua>%|％|(?:{_MULTIPLE})?(?:{units})?)(?P<to>[-—~～]{{1,2}}|至|到)(?P<b>{NUMBER}))?"
            rf"(?P<odd>[多余])?(?P<times>{_MULTIPLE})?(?P<unit>{units})?(?P<per>/[a-z\u4e00-\u9fff·]{{1,3}})?(?P<odd2>[多余])?"
            rf"(?P<after>(?:[（(]含[）)])?(?:{suffix}))?"
        )
        self._ratio = re.compile(
            rf"(?<![\d.])(?:1[∶：:](?P<share>0\.\d{{1,3}})|(?P<a>{NUMBER})[∶：:]1)(?![\d.])(?P<after>{suffix})?"
        )
        self._spoken = re.compile(
            rf"(?<!个)(?P<hundredth>百分之(?P<n>{_SPOKEN})(?P<point>点[零一二三四五六七八九]{{1,3}})?)(?P<after>{suffix})?"
        )
        whole = sorted(knowledge.words["whole"], key=lambda word: -len(word))
        self._whole = re.compile("|".join(map(re.escape, whole)))
        self._twice = re.compile("|".join(sorted(_TWICE, key=lambda word: -len(word))))

    def find(self, text: str) -> list[Quantity]:
        """All quantities of `text` in order; numbers of years, dates and things without a unit are left out."""
        found = self._measured_numbers(text)
        found += [self._worded(met) for met in self._spoken.finditer(text)]
        for met in self._ratio.finditer(text):
            found.append(self._one(met, _number(met["a"] or met["share"]), "ratio", "∶1" if met["a"] else "1∶"))
        for met in self._whole.finditer(text):
            found.append(_said(met, 100.0, ("percent", met.group()[:2]), "zh.whole"))
        found += [self._fraction(met) for met in _FRACTION.finditer(text)]
        for met in self._twice.finditer(text):
            found.append(_said(met, _TWICE[met.group()], ("ratio", met.group()), "zh.multiple"))
        return _apart(sorted(found, key=lambda each: (each.figure, -each.end)))

    def _measured_numbers(self, text: str) -> list[Quantity]:
        """Numbers with units; in a list like 60、70和80% the earlier ones have the unit of the last."""
        found: list[Quantity] = []
        for met in reversed(list(self._pattern.finditer(text))):
            behind = found[-1] if found else None
            if behind and _lacks_unit(met) and behind.unit_printed and _LISTED.fullmatch(text, met.end(), behind.start):
                one = self._plain(met)
                factor = (
                    behind.value / behind.printed / (behind.scale if one.scale > 1 else 1.0) if behind.printed else 1
                )
                printed = behind.unit_printed if one.scale == 1 else met["times"] + _TIMES.sub("", behind.unit_printed)
                value = _exact(one.value * factor)
                found.append(replace(one, value=value, unit=behind.unit, unit_printed=printed, scale=behind.scale))
            elif not _no_quantity(text, met):
                found.append(self._plain(met))
        return found[::-1]

    def measured(self, text: str) -> tuple[str, str, float]:
        """The unit that `text` (as 万千瓦) names: canonical code, as printed, and what a value is multiplied with."""
        met = re.fullmatch(rf"({_MULTIPLE})?(.*)", text)
        times, unit = (met[1] or "", met[2]) if met else ("", text)
        if text in self._printed:
            times, unit = "", text
        if unit not in self._printed:
            return "", text, 1.0
        code, factor = self._canonical(unit)
        return code, text, factor * MULTIPLES[times]

    def _canonical(self, printed: str) -> tuple[str, float]:
        code = self._printed.get(printed, "")
        if not code:
            return "", 1.0
        unit = self._units[code]
        return self._basic[unit.dimension], unit.factor

    def _plain(self, met: re.Match[str]) -> Quantity:
        times, unit = met["times"] or "", met["unit"] or ""
        code, factor = ("", 1.0) if met["per"] else self._canonical(unit)
        factor *= MULTIPLES[times]
        low, high = _number(met["a"]), _number(met["b"]) if met["b"] else None
        first = factor
        if high is not None and (own := met["ua"].rstrip("%％")) and not times.startswith(own[:1]):
            first = self.measured(own)[2]
        sign = met["sign"] or ("余" if met["odd"] or met["odd2"] else "")
        if unit and _CLASS.match(met.string, met.end()):
            sign = "级"
        if high is not None and low * first > high * factor:
            high = None
        return Quantity(
            met.start(),
            met.end(),
            met.start("a"),
            low,
            _exact(low * first),
            None if high is None else _exact(high * factor),
            code,
            times + unit + (met["per"] or ""),
            _SIGNS.get(sign, "") or self._signs.get((met["after"] or "").lstrip("（(含）)"), ""),
            MULTIPLES[times],
        )

    def _one(self, met: re.Match[str], value: float, unit: str, printed: str) -> Quantity:
        sign = self._signs.get(met["after"] or "", "")
        return Quantity(met.start(), met.end(), met.start(), value, value, None, unit, printed, sign)

    def _fraction(self, met: re.Match[str]) -> Quantity:
        part, of = (int(met["n"]), int(met["d"])) if met["n"] else (_DIGITS[met["sn"]], _DIGITS[met["sd"]])
        return self._one(met, round(100 * part / of, 2), "percent", met.group().removesuffix(met["after"] or ""))

    def _worded(self, met: re.Match[str]) -> Quantity:
        value = float(spoken(met["n"]))
        if met["point"]:
            value += float("0." + "".join(str(_DIGITS[sign]) for sign in met["point"][1:]))
        return self._one(met, value, "percent", "%")


def _said(met: re.Match[str], value: float, unit: tuple[str, str], rule: str) -> Quantity:
    """A number that words say; `unit` is canonical and as printed."""
    start, end = met.span()
    return Quantity(start, end, start, value, value, None, *unit, "", 1.0, rule, met.group())


_LISTED = re.compile(r"[、/]|和|及|以及|或者?")
_TIMES = re.compile(rf"^(?:{_MULTIPLE})")


def _lacks_unit(met: re.Match[str]) -> bool:
    """Whether a match is a bare number (with 万 at most) that may stand in a list."""
    bare = not met["unit"] and not met["b"] and not met["after"] and not met["per"]
    return bare and not _YEARLIKE.fullmatch(met["a"])


_SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "余": ">", "级": "~"}
_SUFFIXES = {"about_after": "~", "at_least_after": ">=", "at_most_after": "<=", "more_than_after": ">"}


def _suffixes(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: sign for name, sign in _SUFFIXES.items() for word in words[name]}


def spoken(numeral: str) -> int:
    """The value of a Chinese numeral below a thousand: 二十五 is 25, 一百 is 100."""
    total, digit = 0, 0
    for sign in numeral:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[sign]
    return total + digit


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _exact(value: float) -> float:
    """`value` without the last digits of binary arithmetic."""
    return float(f"{value:.12g}")


def _apart(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


_DATED = re.compile(r"年|月|日前|号|版|(?:[-—/.]\d)|届|时期|类|级|点|时(?!间)")
# 打造3000兆瓦级“盐光互补”新能源基地: the class of something as large as a base is how large it is to be.
_CLASS = re.compile(r"级[“”\u4e00-\u9fff]{2,14}基地")
_LETTER = re.compile(r"[A-Za-z]")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


def _no_quantity(text: str, met: re.Match[str]) -> bool:
    """Whether digits are a date, a number of something, or stand without a unit in running text."""
    if met["unit"] == "个" and text.startswith(("月", "工作日", "小时"), met.end()):
        return True
    if met["unit"] == "部" and text.startswith("门", met.end()):
        return True
    if met["unit"] or met["times"]:
        return text.startswith("级", met.end()) and not met["after"] and not _CLASS.match(text, met.end())
    if text.startswith(("∶1", "：1"), met.end("a")) or _LETTER.match(text, met.end()):
        return True
    end = met.end("a")
    if _DATED.match(text, end) or (_YEARLIKE.fullmatch(met["a"]) and not met["after"]):
        return True
    before = text[max(0, met.start() - 1) : met.start()]
    return before in ("第", "〔", "、") and "." not in met["a"]
