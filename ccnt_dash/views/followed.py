"""What became of a document's targets in one that follows it, and how long after it did that come?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isclose
from statistics import median
from typing import Any

from ccnt_dash.texts import Words

Target = dict[str, Any]
# In the order in which they are told.
VERDICTS = ("tightened", "relaxed", "copied", "other", "own", "unlike", "added", "dropped")
# Length of a date as it is stored -> how precise it is.
PRECISIONS = {10: "days", 7: "months", 4: "years"}


def lag(start: str | None, end: str | None) -> tuple[int, str] | None:
    """Time from one date to another, negative if backwards, and its unit: as precise as both dates are.

    None where one of the dates is not known.
    """
    if not start or not end:
        return None
    length = min(len(start), len(end))
    unit = PRECISIONS[length]
    if unit == "days":
        return (date.fromisoformat(end) - date.fromisoformat(start)).days, unit
    years = int(end[:4]) - int(start[:4])
    if unit == "years":
        return years, unit
    return 12 * years + int(end[5:7]) - int(start[5:7]), unit


def told(found: tuple[int, str] | None, words: Words) -> str:
    """A lag in words, which say so where it is known to the month or year only."""
    if found is None:
        return words("lag.unknown")
    number, unit = found
    if number == 0:
        return words(f"lag.same.{unit}")
    way = "before" if number < 0 else "after"
    return words.counted(f"lag.{way}.{unit}", abs(number))


def typical(lags: Sequence[tuple[int, str] | None]) -> tuple[int, float] | None:
    """The first and the middle one of the lags that are known to the day, in days."""
    days = [found[0] for found in lags if found and found[1] == "days"]
    return (min(days), median(days)) if days else None


def verdicts(own: Sequence[Target], asked: Sequence[Target], home: str) -> list[tuple[str, Target, Target | None]]:
    """Each target of a follower with what it makes of the parent's, and the parent's; then what was dropped.

    Of the parent's targets only those count that it sets for its own place `home` or for the follower's. Nothing is
    said to be dropped by a document from which no target has been collected.
    """
    places = {home, *(target["region"] for target in own)}
    meant = [target for target in asked if target["region"] in places]
    found = [(*verdict(target, meant, home), target) for target in own]
    kept = {target["indicator"] for target in own}
    lost = {target["indicator"]: target for target in meant if own and target["indicator"] not in kept}
    told_of = [(what, target, parent) for what, parent, target in found]
    return sorted(
        [*told_of, *(("dropped", target, None) for target in lost.values())], key=lambda each: VERDICTS.index(each[0])
    )


def verdict(target: Target, asked: Sequence[Target], home: str) -> tuple[str, Target | None]:
    """What a target makes of the parent's, and which one that is.

    The same only where indicator, target year, base year and scope are the same; an amount that may be added up is
    never set against the amount of another place.
    """
    same = [each for each in asked if each["indicator"] == target["indicator"]]
    same = [each for each in same if each["region"] == target["region"]] or [
        each for each in same if each["region"] == home
    ]
    if not same:
        return "added", None
    terms = ("target_year", "base_year", "scope_en")
    fitting = [each for each in same if all(each[term] == target[term] for term in terms)]
    if not fitting:
        return "unlike", min(same, key=lambda each: abs((each["target_year"] or 0) - (target["target_year"] or 0)))
    verdicts_of = [(_step(target, each), each) for each in fitting]
    return next((each for each in verdicts_of if each[0] == "copied"), verdicts_of[0])


def _step(target: Target, other: Target) -> str:
    """Whether the follower asks more or less than the parent on the same terms."""
    if target["additive"] and target["region"] != other["region"]:
        return "own"
    low, high = (_sign(*(_end(each, end) for each in (target, other))) for end in ("shown", "shown_high"))
    if low == high == 0:
        return "copied"
    if target["better"] == "none" or low * high < 0:
        return "other"
    more = low + high > 0
    return "tightened" if more == (target["better"] == "more") else "relaxed"


def _end(target: Target, end: str) -> float:
    value = target[end]
    return float(target["shown"] if value is None else value)


def _sign(one: float, other: float) -> int:
    return 0 if isclose(one, other, rel_tol=1e-9) else 1 if one > other else -1
