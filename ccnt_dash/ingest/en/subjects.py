"""Of what does an English sentence give an amount?"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    r"\b(?:number|total|amount|ownership|stock|fleet|sales|output|production)\s+of\s+([A-Za-z][\w\s/-]{2,70})", re.I
)
RATIO = re.compile(r"\b(?:PUE|ratio|coefficient|index|effectiveness|factor)\b", re.IGNORECASE)
DATED = re.compile(r"[^,]{0,60}\b(?:by|in|during|from|before|of)\b[^,]{0,30}\d{4}\W*", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|/|and|,\s?and)?\s*", re.IGNORECASE)
# What the last of several subjects says for all: "energy use and emissions per unit of GDP".
SHARED = re.compile(r"\s(?:per|of|in|for|among)\s.*", re.DOTALL)


class Subjects:
    """Reads what an amount is of, and with it the unit of a bare number."""

    def __init__(self, lexicon: Lexicon, indicators: Indicators) -> None:
        """Take the words for things that are counted."""
        self._nouns, self._indicators = Nouns(lexicon), indicators
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
        found = [*parts, near]
        if not parts and (not amount.noun or not number):
            found.append(text[max(start, text.rfind(";", start, amount.start)) : max(until, amount.end)])
        if len(amounts) == 1:
            found.append(text[start:end])
        if POINTING.search(text, start, amount.end):
            found += list(reversed(before))
        return found

    def of(self, windows: Sequence[str], amount: Amount) -> tuple[str, str | None]:
        """The indicator ("new:" with a name where it has no code) and the unit; None for a unit that can't be told."""
        unit = amount.unit
        indicator = self._indicators.match(windows, unit)
        if unit is None:
            unit = self._bare(windows[0], indicator)
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
        return "ratio" if RATIO.search(window) else None

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
            return []
        # More parts than amounts: the first name is one with "and" in it.
        spare = len(parts) - count
        mine = parts[at + spare] if at else " ".join(parts[: spare + 1])
        shared = SHARED.search(parts[-1])
        return [mine, f"{mine} {shared.group() if shared else ''}", f"{parts[0]} {mine}"]


def _joined(text: str, amount: Amount, following: Amount) -> bool:
    until = following.phrase if following.phrase >= amount.end else following.start
    return bool(JOINED.fullmatch(text[amount.end : until]))


def _slashed(text: str, amounts: Sequence[Amount], number: int) -> bool:
    return bool(number) and text[amounts[number - 1].end : amounts[number].start].strip() == "/"
