"""Which of the years of an English sentence is an amount to be reached in, and from which is it measured?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.blocks import Clause
from ccnt_dash.ingest.en.years import BASE, DATE, DEADLINE, OPEN, PLAN_LASTS, TO_REACH, Year

PARENTHESIS = re.compile(r"\([^()]{0,300}\)")
ANOTHER_CLAUSE = re.compile(r";|,\s(?:and|while|but|with)\s|\bwhile\b")
PREVIOUS_YEAR = re.compile(
    r"year-on-year|year on year|\byoy\b|(?:previous|preceding|prior|last)\s+year|year\s+earlier", re.IGNORECASE
)
# "Sales of 50,000 cars, with a year-on-year growth of 5%" measures the growth, not the cars.
GROWTH = re.compile(r"\W{0,3}(?:\w+\s+){0,3}(?:growth|increase|rise|decrease|reduction|drop|decline|fall|cut)\b", re.I)
RATES = ("percent", "pp")
PAUSE = re.compile(r"[,;]|\band\b", re.IGNORECASE)
SAME_BASE = re.compile(r"\s*(?:,|and|,\s?and)\s*(?:about|around|over|more than)?\s*|\s*\([^()\d]{0,60}", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
LIST = re.compile(r",?\s(?:and\s)?", re.IGNORECASE)
PART = re.compile(r"\b(?:of which|including|among which|of them)\b|,\swith\s(?:[a-z]+\s){0,3}\d", re.IGNORECASE)
# "20%, compared to the 15% target for 2020": the year of what it is compared with.
COMPARED = re.compile(r"\b(?:compared|against|versus|up from|down from|unlike|than)\b[^;]*$", re.IGNORECASE)
# "50,000 km in 2025, up from 38,000 km in 2020": the year of what was before.
RISEN = re.compile(r"\b(?:up|down|improvement|increase|rise|drop|decrease)\sfrom\s[^;]{0,30}$", re.IGNORECASE)
BASE_THEN = re.compile(r"\s(?:from|compared|relative|against|over|on|below)\b[^,;.]{0,50},\s", re.IGNORECASE)
STRIVEN = re.compile(r"\W{0,3}(?:and\s+)?(?:striv|aim|seek|endeavo)\w+\b", re.IGNORECASE)
IN_YEAR = re.compile(r"in\s+\d{4}$", re.IGNORECASE)
CHANGE = re.compile(r"\b(?:reduc|decreas|drop|lower|cut|fall|declin|increase by|grow by|rise by)\w*", re.IGNORECASE)


def target_year(clause: Clause, amounts: Sequence[Amount], number: int, found: Sequence[Year], led: bool) -> int | None:
    """The year that a sentence gives for its amount of that number; None where it gives none.

    A year right behind the amount ("50% by 2025, 100% by 2030") goes before one that leads the sentence; of "by 2024
    and 2025" the amounts take one each where there are as many. A year farther behind ("A, B and C by 2030") holds
    where nothing leads: `led` is whether the line above the list names one.
    """
    text, start, end = clause.text, clause.start, clause.end
    amount = amounts[number]
    brackets = _brackets(text, start, end, amount.figure)
    years = [
        each
        for each in found
        if each.role in TO_REACH and (_alone(text, each) or _brackets(text, start, end, each.start) == brackets)
    ]
    if not years and brackets:
        return _year_outside(clause, amounts, number, found)
    behind = _behind(text, amounts, number, years)
    if behind:
        return _one_of(clause, behind, amounts, number)
    before = [each for each in years if each.end <= amount.figure and not RISEN.search(text[start : each.start])]
    if before:
        return _one_of(clause, before[-1], amounts, number)
    after = [each for each in years if each.start >= amount.end and not COMPARED.search(text[amount.end : each.start])]
    if led or not after or after[0].leading or PART.search(text, amount.end, after[0].start):
        return None
    return _one_of(clause, after[0], amounts, number)


def settled(found: Sequence[Year], promised: bool, floor: int | None) -> list[Year]:
    """With a role for years that may be either: a deadline in a sentence that promises, else a date."""
    coming = [each.role == OPEN and promised and each.year >= (floor or each.year) for each in found]
    return [
        replace(each, role=DEADLINE if due else DATE) if each.role == OPEN else each
        for each, due in zip(found, coming, strict=True)
    ]


def without_peaks(found: Sequence[Year], figures: Sequence[int]) -> list[Year]:
    """Without the years of peak or neutrality, where the sentence has another year to reach something in."""
    others = [each for each in found if not any(each.start <= at < each.end for at in figures)]
    return others if any(each.role in TO_REACH for each in others) else list(found)


def _alone(text: str, year: Year) -> bool:
    """Whether brackets hold nothing but a period: "the 15th period of the plan (2026-2030)"."""
    return bool(year.first) and text[year.start - 1 : year.start] == "(" and text[year.end : year.end + 1] == ")"


def _year_outside(clause: Clause, amounts: Sequence[Amount], number: int, found: Sequence[Year]) -> int | None:
    """The year before an amount in brackets that have no year of their own."""
    before = [each for each in found if each.role in TO_REACH and each.end <= amounts[number].figure]
    return _one_of(clause, before[-1], amounts, number) if before else None


def base_year(
    clause: Clause, amounts: Sequence[Amount], number: int, found: Sequence[Year], year: int | None
) -> int | None:
    """The year an amount is measured from: the base named next behind it or, for all amounts, before them."""
    text, start, end = clause.text, clause.start, clause.end
    amount = amounts[number]
    last = first = number
    while first and _goes_on(text, amounts[first - 1], amounts[first]):
        first -= 1
    while last + 1 < len(amounts) and _goes_on(text, amounts[last], amounts[last + 1]):
        last += 1
    until = amounts[last + 1].figure if last + 1 < len(amounts) else end
    bases = [each for each in found if each.role == BASE]
    behind = [each.year for each in bases if amount.end <= each.start < until]
    if behind:
        return behind[0]
    if year and _on_year(text, start, until, amounts, number):
        return year - 1
    begin = amounts[first - 1].end if first else start
    if CHANGE.search(text, begin, amount.start) and (base := _begins(text, found, year)):
        return base
    before = [each for each in bases if each.end <= amount.figure]
    before = [
        each
        for each in before
        if not text[start : each.start].strip() or not PAUSE.search(text, each.end, amount.start)
    ]
    return before[-1].year if before else None


def _on_year(text: str, start: int, until: int, amounts: Sequence[Amount], number: int) -> bool:
    """Whether an amount is measured from the year before it: said behind it, or before a share ("yearly growth of")."""
    amount = amounts[number]
    behind = PREVIOUS_YEAR.search(text, amount.end, until)
    if behind and not (number + 1 < len(amounts) and GROWTH.match(text, behind.end(), until)):
        return True
    begin = max(start, amount.start - 60, amounts[number - 1].end if number else start)
    return amount.unit in RATES and bool(PREVIOUS_YEAR.search(text, begin, amount.start))


def _begins(text: str, found: Sequence[Year], year: int | None) -> int | None:
    """The year before a change of a period ("over 2026 to 2030") or of one year ("cut by 3% in 2026")."""
    for each in found:
        if each.role in TO_REACH and each.year == year:
            if each.first:
                return each.first - 1 if each.first % PLAN_LASTS == 1 else each.first
            if IN_YEAR.match(text, each.start, each.end):
                return each.year - 1
    return None


def _goes_on(text: str, amount: Amount, following: Amount) -> bool:
    """Whether an amount and the next share their base: "13.5% and 18%, respectively", "14.5% (striving for 16.5%)"."""
    return bool(SAME_BASE.fullmatch(text[amount.end : following.start]))


def _follows(between: str) -> bool:
    """Whether a year between commas stands behind the base of an amount: "by 40% from the 2005 level, by 2020, to"."""
    return bool(BASE_THEN.fullmatch(between))


def _behind(text: str, amounts: Sequence[Amount], number: int, years: Sequence[Year]) -> Year | None:
    amount, last = amounts[number], number
    while last + 1 < len(amounts) and LIST.fullmatch(text[amounts[last].end : amounts[last + 1].start]):
        last += 1
    if any(amount.end <= each.start < amounts[last].start for each in years):
        last = number
    until = amounts[last + 1].start if last + 1 < len(amounts) else len(text)
    for each in years:
        if amount.end <= each.start < until and (not each.leading or _follows(text[amount.end : each.start])):
            between = text[amount.end : each.start]
            if COMPARED.search(between):
                continue
            return None if ANOTHER_CLAUSE.search(between) else each
    return None


def _one_of(clause: Clause, year: Year, amounts: Sequence[Amount], number: int) -> int:
    """Of coordinated years the one in the place of the amount, where each amount has its own.

    What stands in brackets or is only striven for beyond another amount has none of its own.
    """
    if len(year.years) == 1:
        return year.year
    behind = [each for each in range(len(amounts)) if amounts[each].figure > year.start]
    mine = [each for each in behind if not _aside(clause, amounts, each)]
    same = [each for each in mine if amounts[each].unit == amounts[number].unit]
    kinds = {amounts[each].unit for each in mine}
    if len(kinds) > 1 and not RESPECTIVELY.search(clause.text, clause.start, clause.end):
        return year.year if len(same) != len(year.years) else year.years[same.index(number)]
    for some in (mine, same, _run(clause.text, amounts, number)):
        if number in some and len(some) == len(year.years):
            return year.years[some.index(number)]
    return year.year


def _run(text: str, amounts: Sequence[Amount], number: int) -> list[int]:
    """The amounts that stand right beside one another around that one: "20 GW and over 40 GW"."""
    first = last = number
    while first and LIST.fullmatch(text[amounts[first - 1].end : _opening(amounts[first])]):
        first -= 1
    while last + 1 < len(amounts) and LIST.fullmatch(text[amounts[last].end : _opening(amounts[last + 1])]):
        last += 1
    return list(range(first, last + 1))


def _opening(amount: Amount) -> int:
    return amount.start if amount.phrase < 0 else min(amount.phrase, amount.start)


def _aside(clause: Clause, amounts: Sequence[Amount], number: int) -> bool:
    """Whether an amount stands in brackets, or is striven for beyond the one before it."""
    if _brackets(clause.text, clause.start, clause.end, amounts[number].figure):
        return True
    return bool(number) and bool(STRIVEN.match(clause.text, amounts[number - 1].end, amounts[number].start))


def _brackets(text: str, start: int, end: int, at: int) -> int:
    """Where the brackets around a position begin; 0 outside of any."""
    return next((met.start() + 1 for met in PARENTHESIS.finditer(text, start, end) if met.start() < at < met.end()), 0)
