"""When was a document issued, and for which years is it?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.pages import Line, tight

CHINESE = {sign: str(number % 10) for number, sign in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "O": "0",
}
NUMERAL = "[〇○零O一二三四五六七八九十]"
DAY = re.compile(
    rf"((?:19|20)\d\d|{NUMERAL}{{4}})\s*年\s*(\d{{1,2}}|{NUMERAL}{{1,2}})\s*月(?:\s*(\d{{1,2}}|{NUMERAL}{{1,3}})\s*日)?"
)
DASHED = re.compile(r"\b((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})\b")
# fmt: off
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
# fmt: on
NAMES = "|".join(month[:3] + (f"(?:{month[3:]})?" if month[3:] else "") for month in MONTHS)
ENGLISH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{NAMES})\.?(?:\s+(?P<after>\d{{1,2}}),)?\s+(?P<year>20\d\d)\b"
)
PASSED = re.compile(r"通过|修订|公布|发布|印发")
SPAN = re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:[-—–－−~～至到]|to)+\s*((?:20)\d\d)(?!\d)")
FIVE = re.compile(r"[“\"]?(十[二三四五六七]五)[”\"]?")
FIVE_ENGLISH = re.compile(r"\b(1[2-7])th Five[- ]Year\b", re.IGNORECASE)
NUMBERS = {"十二五": 12, "十三五": 13, "十四五": 14, "十五五": 15, "十六五": 16, "十七五": 17}
LONGEST_DATE = 40


def dates(text: str) -> list[tuple[int, int, str]]:
    """Every date in a Chinese or English text: start, end, and YYYY-MM or YYYY-MM-DD."""
    found = []
    for met in DAY.finditer(text):
        found.append((met.start(), met.end(), _iso(*(_number(part) if part else 0 for part in met.groups()))))
    for met in DASHED.finditer(text):
        found.append((met.start(), met.end(), _iso(*map(int, met.groups()))))
    for met in ENGLISH.finditer(text):
        month = next(at for at, name in enumerate(MONTHS, 1) if name.startswith(met["month"][:3]))
        found.append((met.start(), met.end(), _iso(int(met["year"]), month, int(met["day"] or met["after"] or 0))))
    return sorted(each for each in found if each[2])


def published(head: list[Line], tail: list[Line]) -> str:
    """The date under which a document stands: alone on its line, of its passing, or of its printing; else ""."""
    both = [*head, *tail]
    alone = [found for line in both if (found := _alone(line.text))]
    days = [each for each in alone if len(each) == 10]
    passed = [
        found[2] for line in both for found in dates(line.text) if len(found[2]) == 10 and PASSED.search(line.text)
        and len(line.text) < LONGEST_DATE
    ]  # fmt: skip
    return next(iter([*days, *passed, *alone]), "")


def period(title: str) -> tuple[int, int] | None:
    """First and last year that a document is for, as its title says; years in the text are mostly of something else."""
    if met := SPAN.search(title):
        return int(met.group(1)), int(met.group(2))
    plan = next((NUMBERS[name] for name in FIVE.findall(title)), 0) or next(map(int, FIVE_ENGLISH.findall(title)), 0)
    return (1951 + 5 * plan, 1955 + 5 * plan) if plan else None


def _alone(line: str) -> str:
    plain = tight(line).strip("()（）[] ")
    found = dates(plain)
    if len(found) == 1 and len(plain) <= LONGEST_DATE:
        start, end, date = found[0]
        before = plain[:start].strip()
        short = not before or (len(before) <= 20 and not re.search(r"[，。、：自从截至于]", before))
        if short and not plain[end:].strip():
            return date
    return ""


def _number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * _number(tens or "一") + (_number(ones) if ones else 0)
    return int("".join(CHINESE[sign] for sign in text))


def _iso(year: int, month: int, day: int = 0) -> str:
    if not (1990 <= year <= 2100 and 1 <= month <= 12 and 0 <= day <= 31):
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
