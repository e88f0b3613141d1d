"""Which amounts stand in an English sentence: value, unit, range, comparator, and which numbers are none?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccnt_dash.ingest.en.lexicon import Lexicon, either, spaced
from ccnt_dash.ingest.en.nouns import Nouns

FIGURE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?"
MONEY = r"(?P<money>RMB|CNY|¥|￥|yuan)|(?P<foreign>US\$|\$|USD|€|EUR)"
BETWEEN = re.compile(r"\s{0,3}(?:to|-|–|—|~|and)\s{0,3}(?:about\s|around\s)?$", re.IGNORECASE)
SLASHED = re.compile(r"\s{0,2}(?:/|and|with)\s{0,2}$")
LONGEST_PHRASE = 90
# What may stand between a comparator and its number, such as "reach at least a total of 5".
LINKS = r"(?:\s{1,4}(?:a|an|the|at|to|by|of|total|that|is|be)){0,3}\s{0,4}$"


@dataclass(frozen=True)
class Amount:
    """An amount as printed: `value` times the scale, in `unit` ("" for one the vocabulary lacks, None for none printed).

    `start` and `end` are the whole amount, `figure` where its first digit stands, `noun` what is counted ("" else),
    `phrase` where its comparator begins. `attributive` for a size within a word ("49-ton trucks").
    """

    start: int
    end: int
    figure: int
    value: float
    source: float
    unit: str | None
    printed: str
    noun: str = ""
    sign: str = ""
    phrase: int = -1
    high: float | None = None
    attributive: bool = False
    word: bool = False


class Amounts:
    """Finds amounts with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._lexicon = lexicon
        self._nouns = Nouns(lexicon)
        scales = {row["word"]: float(row["value"]) for row in lexicon.numbers if row["use"] == "scale"}
        self._scales = scales
        units = either(lexicon.printed)
        self._units = {spaced(name): unit for name, unit in lexicon.printed.items()}
        self._exact = [(re.compile(pattern, re.IGNORECASE), unit) for pattern, unit in self._units.items()]
        self._figure = re.compile(
            rf"(?:(?:{MONEY})\s?)?(?<![\w.,])(?P<figure>{FIGURE})(?P<hyphen>-(?=[A-Za-z])|)(?:\s{{0,4}}(?P<scale>{either(scales)}))?"
            rf"(?P<hyphen2>-(?=[A-Za-z])|)(?:\s{{0,4}}(?P<unit>(?:%|{units})(?!\w)|%))?",
            re.IGNORECASE,
        )
        self._words = {
            row["word"]: (float(row["value"]), row["use"]) for row in lexicon.numbers if row["use"] != "scale"
        }
        self._word = re.compile(either(self._words), re.IGNORECASE)
        self._before = self._compared("before")
        self._after = re.compile(
            r"\s{0,3}(?P<phrase>" + either(r["phrase"] for r in lexicon.comparators if r["side"] == "after") + ")", re.I
        )
        self._signs = {row["phrase"].lower(): row["sign"] for row in lexicon.comparators}
        self._building = lexicon.pattern("build")

    def find(self, text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[Amount]:
        """The amounts of text[start:end] in order; `taken` are stretches (years, days, titles) that hold none."""
        found = [
            each
            for met in self._figure.finditer(text, start, end)
            if not _within(met.start("figure"), taken) and (each := self._amount(text, start, end, met))
        ]
        found += [
            each for met in self._word.finditer(text, start, end) if (each := self._spelled(text, start, end, met))
        ]
        found = [each for each in found if not _within(each.figure, taken)]
        return self._listed(text, self._ranged(text, sorted(found, key=lambda each: each.figure)))

    def _amount(self, text: str, start: int, end: int, met: re.Match[str]) -> Amount | None:
        after = text[met.end() : met.end() + 1]
        if (
            after.isalpha()
            and met.end() == met.end("figure")
            or text[met.end("figure") : met.end("figure") + 1].isalpha()
            and not met["unit"]
            and not met["scale"]
        ):
            return None
        source = float(met["figure"].replace(",", ""))
        value = source * self._scales.get(" ".join((met["scale"] or "").lower().split()), 1.0)
        unit, printed, finish = self._printed(text, met)
        noun = ""
        if unit is None and (counted := self._nouns.counted(text, met.end(), end, bool(met["scale"]))):
            unit, noun, finish = counted.unit, counted.text, counted.end
            printed = noun
        elif unit is None and _calendar(source, met["figure"]):
            return None
        scale = (met["scale"] + " ") if met["scale"] and met["unit"] else ""
        sign, phrase = self._sign(text, start, met.start(), finish)
        return Amount(
            met.start(), finish, met.start("figure"), value, source, unit, scale + printed, noun, sign, phrase,
            attributive=bool(met["hyphen"] or met["hyphen2"]) and (met["unit"] or "") not in ("%", "percent"),
        )  # fmt: skip

    def _printed(self, text: str, met: re.Match[str]) -> tuple[str | None, str, int]:
        if met["foreign"]:
            return "", met["foreign"], met.end()
        if not met["unit"] and not met["money"]:
            return None, "", met.end()
        unit = self._code(met["unit"]) if met["unit"] and not met["money"] else "CNY"
        printed, finish = met["unit"] or met["money"], met.end()
        for behind, before, of, made in self._lexicon.per:
            if unit == of and (more := behind.match(text, finish)):
                return made, printed + more.group().rstrip(), more.end()
            if unit == of and before.search(text[max(0, met.start() - LONGEST_PHRASE) : met.start()]):
                return made, printed, finish
        return unit, printed, finish

    def _code(self, printed: str) -> str:
        return next(unit for pattern, unit in self._exact if pattern.fullmatch(printed))

    def _spelled(self, text: str, start: int, end: int, met: re.Match[str]) -> Amount | None:
        """Numbers in words: "half of", "at least five cities"."""
        value, use = self._words[" ".join(met.group().lower().split())]
        sign, phrase = self._sign(text, start, met.start(), met.end())
        if use == "share":
            return _share(text, start, met, value, sign, phrase)
        if use in ("multiple", "whole"):
            unit = "ratio" if use == "multiple" else "percent"
            return Amount(
                met.start(),
                met.end(),
                met.start(),
                value,
                value,
                unit,
                met.group(),
                sign=sign,
                phrase=phrase,
                word=True,
            )
        counted = self._nouns.counted(text, met.end(), end, scaled=False)
        built = self._building.search(text, max(start, met.start() - 40), met.start())
        if not counted or not (sign or built):
            return None
        return Amount(
            met.start(),
            counted.end,
            met.start(),
            value,
            value,
            counted.unit,
            counted.text,
            counted.text,
            sign,
            phrase,
            word=True,
        )

    def _compared(self, side: str) -> re.Pattern[str]:
        phrases = [row["phrase"] for row in self._lexicon.comparators if row["side"] == side]
        limits = r"(?P<lower>(?:lower limit|minimum|floor)\b[^.;]{0,80}?(?:\bof|\bat|\bis|\bto))|(?P<upper>(?:upper limit|ceiling|maximum|cap)\b[^.;]{0,80}?(?:\bof|\bat|\bis|\bto))"
        return re.compile(rf"(?:(?P<phrase>{either(phrases)}){LINKS}|(?:{limits})\s{{1,4}}$)", re.IGNORECASE)

    def _sign(self, text: str, start: int, at: int, finish: int) -> tuple[str, int]:
        """The comparator of the number at `at`, and where it begins (`at` without one)."""
        after = self._after.match(text, finish)
        if after:
            return self._signs[" ".join(after["phrase"].lower().split())], at
        begin = max(start, at - LONGEST_PHRASE)
        window = text[begin:at]
        if not (met := self._before.search(window)):
            return "", at
        if met["phrase"]:
            return self._signs[" ".join(met["phrase"].lower().split())], begin + met.start()
        return (">=" if met["lower"] else "<="), at

    def _ranged(self, text: str, found: list[Amount]) -> list[Amount]:
        """Two numbers joined by "to", a dash or "between … and" are one range, where their units allow it."""
        made: list[Amount] = []
        for each in found:
            last = made[-1] if made else None
            if last and last.high is None and (joined := _range(text, last, each)):
                made[-1] = joined
            else:
                made.append(each)
        return made

    def _listed(self, text: str, found: list[Amount]) -> list[Amount]:
        """The comparator of the first holds for the others of "over 90% and 75%", "about 5 MW/20 MWh"."""
        made: list[Amount] = []
        for each in found:
            last = made[-1] if made else None
            if (
                last
                and not each.sign
                and last.sign
                and re.fullmatch(r"[\s,/]{0,3}(?:and|/)?\s{0,3}", text[last.end : each.start])
            ):
                each = replace(each, sign=last.sign)
            made.append(each)
        return made


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
    between = text[low.end : high.start]
    if not BETWEEN.match(between) or high.value <= low.value and low.unit is not None:
        return None
    both = re.search(r"\bbetween\s{1,3}(?:about\s|around\s)?$", text[max(0, low.start - 20) : low.start], re.IGNORECASE)
    word = between.strip().lower().split(" ")[0]
    if word.startswith("and") and not both:
        return None
    if low.unit not in (None, high.unit) and not (low.noun and not high.noun):
        return None
    factor = high.value / high.source if low.unit is None and low.value == low.source and high.source else 1.0
    if low.source > high.source and low.unit is None:
        factor = 1.0
    return replace(
        high, start=low.start, figure=low.figure, value=low.value * factor, source=low.source, high=high.value, sign="range",
        phrase=low.phrase,
    )  # fmt: skip


def _share(text: str, start: int, met: re.Match[str], value: float, sign: str, phrase: int) -> Amount | None:
    """ "half of the capacity", "by one third", but not "the first half of the year"."""
    before, after = text[max(start, met.start() - 12) : met.start()], text[met.end() : met.end() + 12]
    if re.search(r"(?:first|second|other|latter|last|next|and\s+a)\s+$", before, re.IGNORECASE):
        return None
    if not (re.match(r"\s+of\s|\s+the\s", after) or re.search(r"\bby\s+(?:\w+\s+)?$|to\s+$", before)):
        return None
    if re.match(r"\s+of\s+(?:the\s+)?(?:year|\d{4}|month|century)", text[met.end() : met.end() + 25]):
        return None
    return Amount(
        met.start(), met.end(), met.start(), value, value, "percent", met.group(), sign=sign, phrase=phrase, word=True
    )


def _calendar(value: float, printed: str) -> bool:
    """Whether a number without unit is rather a year."""
    return "," not in printed and "." not in printed and 1949 <= value <= 2100


def _within(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)
