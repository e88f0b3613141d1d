"""How are months and dates said, as precise as their source is?"""

from __future__ import annotations

from ccnt_dash.texts import Words


def month(day: str, words: Words) -> str:
    """A month (YYYY-MM) in words."""
    return words("brief.date.month", year=day[:4], month=_named(day, words))


def date(day: str | None, words: Words) -> str:
    """A date (YYYY, YYYY-MM, YYYY-MM-DD or none) in words; what is not known is said."""
    if not day:
        return words("brief.date.none")
    if len(day) == 4:
        return words("brief.date.year", year=day)
    if len(day) == 7:
        return month(day, words)
    return words("brief.date.day", year=day[:4], month=_named(day, words), day=int(day[8:10]))


def period(start: str, end: str, words: Words) -> str:
    """Two months in words, one where they are the same."""
    if start == end:
        return month(start, words)
    if start[:4] == end[:4]:
        first, last = _named(start, words), _named(end, words)
        return words("brief.period.same", first=first, last=last, year=start[:4])
    return words("brief.period.other", first=month(start, words), last=month(end, words))


def _named(day: str, words: Words) -> str:
    return words("brief.months").split()[int(day[5:7]) - 1]
