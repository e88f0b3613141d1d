"""Whose target is it: which place does an English sentence speak for?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.en.lexicon import Lexicon

NATION = "100000"
LIST = re.compile(r"(?:\W|\b(?:and|Province|Municipality|the|City|city|of|provinces|cities)\b){1,12}")
# Where a place is only an end of a line or a maker of things, it owns nothing.
PASSING = re.compile(r"\b(?:from|to|into|towards?|outside|neighbou?ring|between|like|unlike)\s{1,4}(?:the\s{1,4})?$")
BOUND = re.compile(r"-[A-Z]")
SUPERLATIVE = re.compile(r"'?s?\s{1,3}(?:first|largest|biggest|only|ballooning|national|top|most)\b")
# "BEIJING, May 29 (Xinhua) -- China's cabinet": where a message was written.
DATELINE = re.compile(
    r"(?:\s*[(（][^()（）]{1,30}[)）])?\s*(?:,\s*(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\s(?:--|[-–—])\s|\s\(Xinhua)"
)
WIRE_OPENS = re.compile(r"(?:^|\n)\W*(?:\w+\s+){0,4}(?:\w+,\s+)?$")
DIRECTION = re.compile(
    r"\b(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?\s{1,4}$", re.I
)
REGION = re.compile(
    r"\b(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?\s{1,4}China's?\s{1,4}$", re.I
)
OF_REGION = re.compile(r"^\W*(?:The\s)?(?:(?:[A-Z][\w&'-]*|and)\s){1,8}of\s(?:the\s)?$")
# "China's Jiangsu province" speaks for Jiangsu.
HOLDS = re.compile(
    r"'s\s(?:(?:north|south|east|west)\w*\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:province|city|municipality|region)\b", re.I
)
IN_REGION = re.compile(
    r"^\W*(?:The\s)?(?:local\s)?(?:authorities|government|officials)\s(?:in|of)\s(?:China's\s)?$", re.I
)
CAPITAL, MUNICIPAL = "110000", re.compile(r"\b(?:municipal|municipality|capital|city|district)\b", re.IGNORECASE)
# "Beijing aims to double China's capacity".
NATIONAL = re.compile(r"\s(?:[a-z]+\s){1,6}(?:China's|the country's|the nation's)")
PLACED = re.compile(r"\b(?:in|of|across|throughout|within|for|by)\s{1,4}(?:the\s{1,4})?(?:city\s{1,4}of\s{1,4})?$")
# A place that opens a clause is its subject, and so is one with a possessive or a verb of promise behind it.
OPENS = re.compile(
    r"(?:^|[,;:–—]|\s-\s|\b(?:that|while|and|whereas))\W{0,4}(?:the\s{1,4})?(?:city\s{1,4}of\s{1,4})?$", re.I
)
SUBJECT = re.compile(r"'s?\s|\s{1,4}(?:\w+\s{1,4}){0,2}?(?:will|aims?|plans?|proposes?|shall|should|must)\b")
# "in Northeast China, Hubei, Hunan": the place behind the comma goes on with the list before it.
LAST_OF = re.compile(r"\b(?:in|of|across|from|for)\s(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+,\s$")
BEHIND = re.compile(
    r"\b(?:in|of|across|throughout|within)\s{1,4}(?:the\s{1,4})?(?:[A-Z][\w-]+\s{1,4}){0,3}(?:of\s{1,4})?$"
)
BEFORE_SUBJECT = re.compile(
    r"^\W*(?:(?:In|The|On|For|As|And|Meanwhile|city|of|province|a|municipality|autonomous|region)\b\W*)*$", re.I
)


@dataclass(frozen=True)
class Mention:
    """Places named together ("Shanxi and Anhui") at one spot."""

    start: int
    end: int
    codes: tuple[str, ...]


class Owners:
    """Reads places as owners of targets."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take places and the names of national bodies."""
        self._places = lexicon.places
        self._named = lexicon.pattern("nation_name")
        self._nation = re.compile(lexicon.pattern("nation").pattern)

    def mentions(self, text: str, start: int, end: int, own: str) -> list[Mention]:
        """The places that text[start:end] names as owners; those named in one list are one mention."""
        part = text[start:end]
        own = "" if own == NATION else own
        found = [(start + a, start + b, code) for a, b, code in self._places.find(part, "en", own)]
        found += [
            (start + met.start(), start + met.end(), NATION)
            for met in self._nation.finditer(part)
            if not DIRECTION.search(part[max(0, met.start() - 12) : met.start()])
        ]
        found = [(a, b, NATION if code == CAPITAL and self._stands_for(text, a, b) else code) for a, b, code in found]
        found = [each for each in found if each[2] != NATION or not HOLDS.match(text, each[1])]
        made: list[Mention] = []
        for a, b, code in sorted(found):
            last = made[-1] if made else None
            between = text[last.end : a] if last else ""
            if (
                last
                and len(between) < 30
                and self._places.within(last.codes[-1], code)
                and not re.search(r"\w", between)
            ):
                made[-1] = Mention(last.start, b, last.codes)
            elif last and LIST.fullmatch(between) and self._places.within(code, last.codes[-1]):
                made[-1] = Mention(last.start, b, (*last.codes[:-1], code))
            elif last and LIST.fullmatch(between) and code not in last.codes:
                made[-1] = Mention(last.start, b, (*last.codes, code))
            elif not self._passing(text, start, a, b):
                made.append(Mention(a, b, (code,)))
        return made

    def subject(self, text: str, start: int, found: list[Mention]) -> Mention | None:
        """The mention that a sentence beginning at `start` speaks for: its first, where little stands before it."""
        for each in found[:1]:
            before = REGION.sub("", text[start : each.start])
            if (
                BEFORE_SUBJECT.match(before)
                or OF_REGION.match(before)
                or IN_REGION.match(before)
                or self._opens(text, start, each)
            ):
                return each
        return None

    def _opens(self, text: str, start: int, each: Mention) -> bool:
        """Whether a place opens a clause: it stands behind a comma, and not as the last of a list of places."""
        before = text[max(start, each.start - 30) : each.start]
        if not OPENS.search(before):
            return False
        return not LAST_OF.search(text[start : each.start]) or bool(SUBJECT.match(text[each.end : each.end + 40]))

    def owner(self, text: str, at: int, found: list[Mention]) -> Mention | None:
        """The nearest mention before position `at` that a number there can belong to."""
        for each in reversed([one for one in found if one.end <= at]):
            before = text[max(0, each.start - 30) : each.start]
            if PLACED.search(before) or OPENS.search(before) or SUBJECT.match(text[each.end : each.end + 40]):
                return each
        return None

    def behind(self, text: str, at: int, found: list[Mention]) -> Mention | None:
        """The first mention behind position `at` that tells where: "5 stations will be built in Dezhou"."""
        for each in found:
            if each.start > at and BEHIND.search(text[max(at, each.start - 60) : each.start]):
                return each
        return None

    def within(self, code: str, region: str) -> bool:
        """Whether a place lies in another or is it."""
        return self._places.within(code, region)

    def _stands_for(self, text: str, a: int, b: int) -> bool:
        """Whether "Beijing" means the government of the nation: where the paragraph spoke of the nation before."""
        begin = max(text.rfind("\n\n", max(0, a - 600), a), a - 600, 0)
        if NATIONAL.match(text, b):
            return True
        if MUNICIPAL.search(text, begin, min(len(text), b + 60)):
            return False
        return bool(self._nation.search(text, begin, a) or self._named.search(text, begin, a))

    def _passing(self, text: str, start: int, a: int, b: int) -> bool:
        before = text[max(start, a - 30) : a]
        if (DATELINE.match(text, b) or (text[a:b].isupper() and text[b : b + 1] == ":")) and WIRE_OPENS.search(
            text[max(0, a - 60) : a]
        ):
            return True
        return bool(PASSING.search(before) or BOUND.match(text[b : b + 2]) or SUPERLATIVE.match(text[b : b + 25]))
