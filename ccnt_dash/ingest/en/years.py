"""Which year does an English sentence speak of: one to reach a target in, one to measure from, one of a date?"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

TARGET, DEADLINE, BASE, DATE, PERIOD = "target", "deadline", "base", "date", "period"
# "As of 2025" is a deadline where something is promised and a date where something is told.
OPEN = "open"
# A deadline ("by 2030") is a promise by itself; "in 2030" is one only where the words around it say so.
TO_REACH = (TARGET, DEADLINE)
S = r"\s{1,4}"
# Four digits that are no amount: no unit, no further digits.
YEAR = (
    r"(?:19|20|21)\d{2}(?!\d|,\d|\.\d|\s?%"
    r"|\s(?:million|billion|[mgk]?w\b|[a-z]*watts?|km|tons?|tonnes?|mu|hectares|yuan))"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = rf"(?:{MONTH}(?:{S}\d{{1,2}}(?:st|nd|rd|th)?)?,?{S}|\d{{1,2}}(?:st|nd|rd|th)?{S}(?:of{S})?{MONTH},?{S})"
WORDS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
}
# How the next so many years are printed.
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "couple of": 2}
PARTS = {
    "<about>": r"(?:(?:the|both|around|about|approximately|year|end|of|late|early|mid)[\s-]{1,3}){0,5}",
    "<day>": DAY,
    "<ordinal>": rf"(?P<plan>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(WORDS)})",
    "<count>": rf"(?P<count>{'|'.join(COUNTS)}|\d{{1,2}})",
    "<now>": r"(?P<now>this|next)",
    "<short>": r"(?P<short>\d{2})(?!\d|,\d|\.\d|\s?%)",
    "<decade>": r"(?P<decade>decade)",
    **{f"<{name}>": f"(?P<{name}>{YEAR})" for name in ("a", "y", "more", "most")},
}
DAYS = re.compile(
    rf"\b{MONTH}{S}\d{{1,2}}(?:st|nd|rd|th)?(?!\d|,\d)(?:\s?(?:to|and|-|–)\s?\d{{1,2}}(?:st|nd|rd|th)?(?![\d%]))?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?{S}{MONTH}(?!\w)"
)
# The tenth plan ended in 2005, the fourteenth in 2025.
FIRST_PLAN_BEGAN, PLAN_LASTS = 1955, 5
AGAINST = re.compile(
    r"(?:compared|relative|than|from|against|over)(?:\s(?:with|to))?\s(?:the\s)?(?:end\sof\s)?(?:the\s)?$", re.I
)
RELATIVE = {"now", "count", "decade"}
# What holds both in 2024 and in 2025 holds in the later year.
BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively,?\s*$", re.IGNORECASE)
# ", by 2025, but", ", by 2030, according to": what follows is no clause that the year leads.
CLOSES = re.compile(r"\s?,\s(?:but|while|which|as|according|up|down|compared|said)\b", re.IGNORECASE)
# "A 2025 goal of 8 GW and a 2030 goal of 20 GW": the year leads its amount.
AIMED, AIM_OF = re.compile(r"(?:target|goal|objective)$", re.IGNORECASE), re.compile(r"\sof\s")
BEGINS = re.compile(r"(?:^|[,;:–—(]|\b(?:and|that|while|but|proposes?|will))[\s\"“]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Year:
    """A mention: where, which year or years ("by 2024 and 2025"), and what for.

    `leading` where its clause follows it; `first` is the year a period begins with.
    """

    start: int
    end: int
    years: tuple[int, ...]
    role: str
    leading: bool = False
    first: int | None = None

    @property
    def year(self) -> int:
        """The last of its years."""
        return self.years[-1]


class Calendar:
    """How years are printed, from `ingest/years_en.csv`; what stands first there takes its signs from what follows."""

    def __init__(self, data: Path) -> None:
        """Read the forms. Raises ValueError naming a form that is no pattern."""
        self._forms = []
        with (data / "ingest" / "years_en.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                try:
                    self._forms.append((row["role"], re.compile(rf"(?<!\w)(?:{_pattern(row['form'])})", re.IGNORECASE)))
                except re.error as error:
                    raise ValueError(f"years_en.csv: {row['form']!r} is no pattern: {error}") from None

    def mentions(self, text: str, start: int, end: int, written: int | None = None) -> list[Year]:
        """The years in text[start:end], in order, none within another.

        "This year" and the like count from the year in which the text was `written`; without it they are none.
        """
        found: list[Year] = []
        for role, pattern in self._forms:
            for met in pattern.finditer(text, start, end):
                if (written or not RELATIVE & _named(met)) and all(
                    met.end() <= each.start or met.start() >= each.end for each in found
                ):
                    found.append(_mention((text, start, end), role, met, written or 0))
        return sorted(found, key=lambda each: each.start)


def days(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where days of the calendar stand: "June 1st", "from May 30 to 31"."""
    return [met.span() for met in DAYS.finditer(text, start, end)]


def _pattern(form: str) -> str:
    spaced = form.replace(" ?", r"\s{0,4}").replace(" ", S)
    for name, part in PARTS.items():
        spaced = spaced.replace(name, part)
    return spaced


def _named(met: re.Match[str]) -> set[str]:
    return {name for name, value in met.groupdict().items() if value}


def _relative(groups: dict[str, str | None], written: int) -> int:
    """The year of "this year", "the next three years" or "this decade", counted from the one it was written in."""
    if groups.get("decade"):
        return written - written % 10 + 10
    if now := groups.get("now"):
        return written + (now.lower() == "next")
    printed = (groups["count"] or "").lower()
    many = COUNTS.get(printed) or int(printed)
    # Where a plan of five years begins or is about to, "the next five years" are those of the plan.
    if many == PLAN_LASTS and written % PLAN_LASTS == 0:
        return written + PLAN_LASTS
    return written + many - (many == PLAN_LASTS and written % PLAN_LASTS == 1)


def _mention(clause: tuple[str, int, int], role: str, met: re.Match[str], written: int) -> Year:
    text, start, end = clause
    groups = met.groupdict()
    first = int(groups["a"]) if groups.get("a") else None
    if plan := groups.get("plan"):
        number = WORDS.get(plan.lower()) or int(re.sub(r"\D", "", plan))
        made: tuple[int, ...] = (FIRST_PLAN_BEGAN + PLAN_LASTS * number,)
        first = made[0] - PLAN_LASTS + 1
        if groups.get("next"):
            made = (*made, made[0] + PLAN_LASTS)
        role = BASE if AGAINST.search(text, max(start, met.start() - 40), met.start()) else DEADLINE
    elif RELATIVE & _named(met):
        made = (_relative(groups, written),)
    else:
        if groups.get("short") and first:
            return Year(met.start(), met.end(), (first - first % 100 + int(groups["short"]),), role, False, first)
        made = tuple(int(groups[name]) for name in ("y", "more", "most") if groups.get(name))
    if len(made) > 1 and BOTH.search(text, max(start, met.start() - 6), met.end()):
        made = made[-1:]
    before, after = text[max(start, met.start() - 30) : met.start()], text[met.end() : min(end, met.end() + 15)]
    leading = not text[start : met.start()].strip() or (
        bool(BEGINS.search(before)) and "," in after[:3] and not CLOSES.match(after) and not RESPECTIVELY.search(before)
    )
    leading = leading or bool(AIMED.search(met.group()) and AIM_OF.match(text, met.end(), end))
    return Year(met.start(), met.end(), made, role, leading, first)
