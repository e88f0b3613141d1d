"""Which year does an English sentence speak of: one to reach a target in, one to measure from, one of a date?"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

TARGET, DEADLINE, BASE, DATE, PERIOD = "target", "deadline", "base", "date", "period"
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
PARTS = {
    "<about>": r"(?:(?:the|around|about|approximately|year|end|of|late|early|mid)[\s-]{1,3}){0,5}",
    "<day>": DAY,
    "<ordinal>": rf"(?P<plan>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(WORDS)})",
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

    def mentions(self, text: str, start: int, end: int) -> list[Year]:
        """The years in text[start:end], in order, none within another."""
        found: list[Year] = []
        for role, pattern in self._forms:
            for met in pattern.finditer(text, start, end):
                if all(met.end() <= each.start or met.start() >= each.end for each in found):
                    found.append(_mention(text, start, end, role, met))
        return sorted(found, key=lambda each: each.start)


def days(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where days of the calendar stand: "June 1st", "from May 30 to 31"."""
    return [met.span() for met in DAYS.finditer(text, start, end)]


def _pattern(form: str) -> str:
    spaced = form.replace(" ?", r"\s{0,4}").replace(" ", S)
    for name, part in PARTS.items():
        spaced = spaced.replace(name, part)
    return spaced


def _mention(text: str, start: int, end: int, role: str, met: re.Match[str]) -> Year:
    groups = met.groupdict()
    first = int(groups["a"]) if groups.get("a") else None
    if plan := groups.get("plan"):
        number = WORDS.get(plan.lower()) or int(re.sub(r"\D", "", plan))
        made: tuple[int, ...] = (FIRST_PLAN_BEGAN + PLAN_LASTS * number,)
        first = made[0] - PLAN_LASTS + 1
        if groups.get("next"):
            made = (*made, made[0] + PLAN_LASTS)
        role = BASE if AGAINST.search(text, max(start, met.start() - 40), met.start()) else DEADLINE
    else:
        made = tuple(int(groups[name]) for name in ("y", "more", "most") if groups.get(name))
    before, after = text[max(start, met.start() - 30) : met.start()], text[met.end() : min(end, met.end() + 3)]
    leading = not text[start : met.start()].strip() or (bool(BEGINS.search(before)) and "," in after)
    return Year(met.start(), met.end(), made, role, leading, first)
