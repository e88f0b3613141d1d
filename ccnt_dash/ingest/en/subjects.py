"""Of what does an English sentence give an amount?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.blocks import Clause
from ccnt_dash.ingest.en.indicators import Indicators
from ccnt_dash.ingest.en.lexicon import Lexicon
from ccnt_dash.ingest.en.nouns import Nouns

# Where the words that belong to an amount end behind it, and where those before it begin.
STOP = re.compile(r"[,;.:](?!\d)|\band\b|\bwhile\b|\bor\b", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
PARTS = re.compile(r",\s*(?:and\s+)?|\band\b", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:this|that|the|these)\s+(?:number|figure|share|proportion|ratio|rate|capacity|scale|total|amount)\b|\bit\b",
    re.I,
)
NUMBER_OF = re.compile(
    r"\b(?:number|total|amount|ownership|stock|fleet|sales|output|production|exports|imports|registrations|deliveries)\s+of\s+([A-Za-z][\w\s/-]{2,70})",
    re.I,
)
# "30,000 of them" are of what was counted before.
THEM = re.compile(r"\s{1,4}(?:of|among)\s{1,4}(?:them|these|those|which)\b", re.IGNORECASE)
LAST_PART = re.compile(r"[^,;:.]*$")
# "The recovery rates of film and packaging will both exceed 85%": one amount, two targets.
SHARED_OUT = re.compile(
    r"\b(?:(?:will|shall|should|must|to|are)\s+(?P<then>both|all|each)|(?P<first>both|all|each)\s+(?:will|shall|should|must|are\s+to))"
    r"\s+(?:(?!and\b)[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
HEAD = re.compile(r".*\b(?:of|for|in)\s", re.DOTALL | re.IGNORECASE)
RATIO = re.compile(r"\b(?:PUE|ratio|coefficient|index|effectiveness|factor)\b", re.IGNORECASE)
DATED = re.compile(r"[^,]{0,60}\b(?:by|in|during|from|before|of)\b[^,]{0,30}\d{4}\W*", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|/|and|,\s?and)?\s*", re.IGNORECASE)
# What the last of several subjects says for all: "energy use and emissions per unit of GDP".
SHARED = re.compile(r"\s(?:per|of|in|for|among)\s.*", re.DOTALL)

# "The utilization rate of both bulk waste and building waste is set to reach 60%".
BOTH_OF = re.compile(
    r"\b(?:of|in|for)\sboth\s(?P<one>[^,;.]{3,60}?)\sand\s(?P<other>[^,;.]{3,60}?)\s(?:will|shall|should|must|is\sset|are\sset|is\sto|are\sto|to)"
    r"\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\([^()]*\)")
# "In general, A and B should each fall": what opens the sentence is no subject.
OPENING = re.compile(
    r"\s*(?:in (?:general|particular|addition)|overall|meanwhile|specifically|besides|at the same time)\s*", re.I
)
PIECES = re.compile(r"(?:units?|sets?|pieces?)", re.IGNORECASE)
PIECES_AT = re.compile(r"[\d,.]+\s{0,4}(?:[a-z]+\s)?(?:units?|sets?|pieces?)\b", re.IGNORECASE)
WORDS = re.compile(r"[A-Za-z-]+")
# A list of subjects is no longer than this.
LONGEST_LIST = 300


class Subjects:
    """Reads what an amount is of, and with it the unit of a bare number."""

    def __init__(self, lexicon: Lexicon, indicators: Indicators) -> None:
        """Take the words for things that are counted."""
        self._nouns, self._indicators = Nouns(lexicon), indicators
        # "Leading firms in the trade will reach 10-15": what is counted stands before the verb.
        things = lexicon.pattern("countable").pattern
        self._things = re.compile(
            rf"({things})\b[^,;.]{{0,60}}?\b(?:reach|exceed|total|number|increase to|grow to)\w*\s", re.I
        )
        self._pollutants = lexicon.pattern("pollutant")
        self._ends = re.compile(rf"\s(?:{lexicon.pattern('noun_end').pattern})", re.IGNORECASE)

    def windows(self, clause: Clause, amounts: Sequence[Amount], number: int, before: Sequence[str]) -> list[str]:
        """Stretches of text from the nearest to the widest in which the words for an amount may stand."""
        text, start, end = clause.text, clause.start, clause.end
        amount = amounts[number]
        begin = amounts[number - 1].end if number else start
        if number and (met := STOP.search(text, begin, amount.start)):
            begin = met.end()
        last = number
        respectively = RESPECTIVELY.search(text, amount.end, end)
        while (
            last + 1 < len(amounts)
            and (respectively or _slashed(text, amounts, last + 1))
            and _joined(text, amounts[last], amounts[last + 1])
        ):
            last += 1
        met = STOP.search(text, amounts[last].end, end)
        until = met.start() if met else end
        if last + 1 < len(amounts):
            until = min(until, max(amounts[last].end, amounts[last + 1].start))
        near = text[begin:until]
        parts = self._parts(text, start, amounts, number) if respectively or _slashed(text, amounts, number) else []
        found = [*parts, *_led(text, start, amounts, number, near), near]
        if not parts and (not amount.noun or not number):
            found.append(text[max(start, text.rfind(";", start, amount.start)) : max(until, amount.end)])
        if len(amounts) == 1:
            found.append(text[start:end])
        if not amount.noun and POINTING.search(text, start, amount.end):
            found += list(reversed(before))
        return found

    def each(self, clause: Clause, amounts: Sequence[Amount], number: int) -> list[str]:
        """The indicators of an amount that holds for each of several: "A and B will both exceed 85%"; [] else."""
        begin = amounts[number - 1].end if number else clause.start
        if named := self._emitted(clause, amounts, number, begin):
            return named
        if both := BOTH_OF.search(clause.text, begin, amounts[number].start):
            return [f"new:{' '.join(both[each].lower().split())}" for each in ("one", "other")]
        met = SHARED_OUT.search(clause.text, begin, amounts[number].start)
        parts = _subjects(clause.text[begin : met.start()]) if met else []
        if not met or len(parts) < 2:
            return []
        opened = HEAD.match(parts[0])
        windows = [parts[0], *(f"{opened.group() if opened else ''}{each}" for each in parts[1:])]
        if not opened:
            # "Wind and solar utilization rates": the last subject says for all what is measured.
            shared = " ".join(parts[-1].split()[1:])
            windows = [*(f"{each} {shared}" for each in parts[:-1]), parts[-1]]
        done = clause.text[met.start() : amounts[number].end]
        known = [self._indicators.match([each, f"{each} {done}"], amounts[number].unit) for each in windows]
        if (met["then"] or met["first"]).lower() == "all" or len(parts) > 2:
            return known if all(known) and len(set(known)) == len(parts) else []
        if known[0] and known[0] == known[1]:
            return []
        return [code or self._indicators.name(window, "") for code, window in zip(known, windows, strict=True)]

    def _emitted(self, clause: Clause, amounts: Sequence[Amount], number: int, begin: int) -> list[str]:
        """A target for each pollutant that shares one amount: "emissions of NOx and VOCs will fall by 10%"; [] else."""
        amount = amounts[number]
        window = re.split(r";", clause.text[begin : amount.start])[-1]
        named = list(self._pollutants.finditer(window))
        joined = [JOINED.fullmatch(BRACKET.sub("", window[a.end() : b.start()])) for a, b in pairwise(named)]
        paired = RESPECTIVELY.search(clause.text, clause.start, clause.end)
        if len(named) < 2 or not all(joined) or paired or amount.unit != "percent":
            return []
        return [f"new:{' '.join(each.group().lower().split())} emissions" for each in named]

    def of(self, windows: Sequence[str], amount: Amount) -> tuple[str, str | None]:
        """The indicator ("new:" with a name where it has no code) and the unit; None for a unit that can't be told."""
        unit = amount.unit
        indicator = self._indicators.match(windows, unit)
        if unit is None:
            unit = self._bare(windows[0], indicator)
        elif unit == "count" and PIECES.fullmatch(amount.noun):
            unit = self._named(windows[0]) or unit
        elif indicator and unit == "CNY" and self._indicators.unit(indicator).startswith("CNY_per"):
            unit = self._indicators.unit(indicator)
        return indicator or self._indicators.name(windows[0], amount.noun), unit

    def _bare(self, window: str, indicator: str) -> str | None:
        """The unit of a number without unit: that of what is counted before it, of its indicator, or a ratio."""
        counted = NUMBER_OF.findall(window)
        if counted:
            return self._nouns.unit(self._ends.split(counted[-1])[0].strip())
        if indicator:
            return self._indicators.unit(indicator)
        if things := self._things.findall(window):
            return self._nouns.unit(things[-1])
        return "ratio" if RATIO.search(window) else None

    def _named(self, window: str) -> str:
        """The unit of what is named before "units" of it: "the fleet of cars will reach 500 units"."""
        found = {self._nouns.unit(each) for each in WORDS.findall(PIECES_AT.split(window)[0])} - {"count"}
        return found.pop() if len(found) == 1 else ""

    def _parts(self, text: str, start: int, amounts: Sequence[Amount], number: int) -> list[str]:
        """The part of a list of subjects that stands in the place of the amount in its list of amounts."""
        first = last = number
        while first and _joined(text, amounts[first - 1], amounts[first]):
            first -= 1
        while last + 1 < len(amounts) and _joined(text, amounts[last], amounts[last + 1]):
            last += 1
        subject = text[amounts[first - 1].end if first else start : amounts[first].start]
        parts = [each for each in PARTS.split(subject) if len(each.split()) > 1 and not DATED.fullmatch(each)]
        at, count = number - first, last - first + 1
        if len(parts) < count:
            return [f"{subject} {each}" for each in _behind(text, amounts[last].end, at, count)]
        # More parts than amounts: the first name is one with "and" in it.
        spare = len(parts) - count
        mine = parts[at + spare] if at else " ".join(parts[: spare + 1])
        shared = SHARED.search(parts[-1])
        return [mine, f"{mine} {shared.group() if shared else ''}", f"{parts[0]} {mine}"]


def _subjects(text: str) -> list[str]:
    """The parts of a list of subjects, without the year that leads it."""
    return [
        each for each in PARTS.split(text) if each.strip() and not (DATED.fullmatch(each) or OPENING.fullmatch(each))
    ]


def _behind(text: str, start: int, at: int, count: int) -> list[str]:
    """The subject in place `at` of `count` that stand behind their amounts: "5 and 3 MW of wind and solar"."""
    met = RESPECTIVELY.search(text, start, min(len(text), start + LONGEST_LIST))
    parts = _subjects(text[start : met.start()]) if met else []
    if len(parts) != count:
        return []
    return [parts[at], f"{parts[0]} {parts[at]}"] if at else [parts[0]]


def _led(text: str, start: int, amounts: Sequence[Amount], number: int, near: str) -> list[str]:
    """With the words that lead its list ("retire over 500 trucks and 20 buses"), or with what "of them" stands for."""
    last = amounts[number - 1] if number else None
    if last and last.noun and THEM.match(text, amounts[number].end):
        return [f"{near} {last.noun}"]
    first = number
    while (
        first
        and bool(amounts[first - 1].noun) == bool(amounts[first].noun)
        and _joined(text, amounts[first - 1], amounts[first])
    ):
        first -= 1
    begin = amounts[first - 1].end if first else start
    leading = LAST_PART.search(text, begin, amounts[first].start)
    return [f"{leading.group()} {near}"] if leading and first < number else []


def _joined(text: str, amount: Amount, following: Amount) -> bool:
    until = following.phrase if following.phrase >= amount.end else following.start
    return bool(JOINED.fullmatch(text[amount.end : until]))


def _slashed(text: str, amounts: Sequence[Amount], number: int) -> bool:
    return bool(number) and text[amounts[number - 1].end : amounts[number].start].strip() == "/"
