"""Is an English amount promised, past, possible, a subsidy or a condition?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.lexicon import Lexicon
from ccnt_dash.ingest.en.offers import Offers
from ccnt_dash.ingest.en.standing import PARENTHESIS, Standing, equals, measures
from ccnt_dash.ingest.en.voices import Voices

TARGET, FACT, SUBSIDY, CONDITION, NOTHING = "target", "fact", "subsidy", "condition", ""
# Classes of words_en.csv; a form that may be a participle ("reduced by") is past where nothing promises before it.
# What says that something is so now ("currently") is past even where it stands like a participle.
# "Would" and "projected" promise where the sentence reports a promise: "it said that by 2030 it would cut".
FUTURE, PAST, NOW, MAYBE, POSSIBLE, IF = "future", "past", "past_now", "past_maybe", "possible", "possible_if"
PASSIVE = re.compile(r"\b(?:be|being|is|are|will|shall|should|must|to|been)\b(?:\s\w+){0,2}\s*$", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:increas|rais|grow|ris|expand|improv|reduc|decreas|drop|lower|cut|fall|declin|lift|boost|up|down)\w*"
    r"[^.;]{0,80}\bfrom\s*$",
    re.IGNORECASE,
)
# "14% from 2020 to 2025, and striving for 15%.": nothing that the second amount would be of stands behind it.
BEYOND = re.compile(r"[^,(;]{0,80}[,(]\s*(?:and\s+)?|\s*(?:and\s+)?", re.IGNORECASE)
MOST_BEYOND = 6
# "A minimum of 50 GW and a target of 55 GW".
FLOORS, GOAL_BEYOND = (
    (">=", ">"),
    re.compile(r",?\s(?:and|with)\s(?:an?|the)\s(?:target|goal|aim|ambition)\sof\s", re.I),
)
# "From 31 GW at the end of last year to": where a change begins tells no tense.
BEGUN = re.compile(r"\bfrom\s[^,;.]{0,25}\d[^,;]{0,60}?\bto\b", re.IGNORECASE)
# "This would bring the total to 90 GW" says more of what was promised before.
RESULTING = re.compile(
    r"\W*(?:This|That|It|These|The\s(?:draft\s)?(?:plan|target|policy|scheme|measures|rules))\swould\b"
)
ENDS_HERE = re.compile(r"\s*(?:[,.;:)]|$|by\b|in\b|compared\b|from\b)")
# "Has announced that it would": what was announced is to come.
ANNOUNCED = re.compile(
    r"\b(?:has|have|had)\s(?:\w+\s)?(?:announced|pledged|vowed|promised|said|declared|committed|proposed|set"
    r"|made\s(?:an?\s|new\s)?(?:set\sof\s)?(?:commitments?|pledges?))\b",
    re.I,
)
# "Grid-connected stations" and "of newly generated waste" tell of no past.
COMPOUND = re.compile(r"\w-$")
NEWLY = re.compile(r"\b(?:newly|freshly)\s+$", re.IGNORECASE)
# "2,000 MW of wind power, striving to put it into operation by 2026".
STRIVING_BEHIND = re.compile(r"[^.;,\d]{0,80},\s(?:and\s)?(?:striving|aiming|seeking|endeavou?ring)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """What surrounds a sentence: whether it stands under goals, names a deadline, speaks of a province or city.

    `coming` where a year after that of the document stands before the amount, `heard` where analysts spoke last,
    `reported` where the sentence before it promised.
    """

    goals: bool
    dated: bool
    local: bool
    coming: bool = False
    heard: bool = False
    reported: bool = False


class Judge:
    """Weighs the words around an amount."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._lexicon = lexicon
        self._tenses = [(name, lexicon.pattern(name)) for name in (FUTURE, PAST, NOW, MAYBE, POSSIBLE, IF)]
        self._modal = lexicon.pattern("modal")
        self._striving = lexicon.pattern("striving")
        self._binding = re.compile(rf"(?<!non-){lexicon.pattern('binding').pattern}", re.IGNORECASE)
        self._expected = lexicon.pattern("expected")
        self.voices, self._offers = Voices(lexicon), Offers(lexicon)
        self._condition = lexicon.pattern("condition")
        self._national = re.compile(
            rf"(?:{lexicon.pattern('national').pattern}[^.;,]{{0,30}}|\bnational\s{{1,4}})$", re.I
        )
        words = r"(?:\s{1,4}(?!by\b|reach)[A-Za-z]+){0,3}\s{0,4}$"
        self._earlier = re.compile(lexicon.pattern("earlier").pattern + words, re.IGNORECASE)
        self._ordered = re.compile(rf"\W{{0,4}}{lexicon.pattern('imperative').pattern}\s")
        self._result = lexicon.pattern("result")
        self._standing = Standing(lexicon)
        self._reports = lexicon.pattern("reports")
        self._doubtful = re.compile(rf"(?:{lexicon.pattern(POSSIBLE, 'possible_if').pattern})\s+$", re.IGNORECASE)
        self._vague = lexicon.pattern("vague")

    def kind(self, text: str, start: int, end: int, amount: Amount, setting: Setting) -> str:
        """The kind of commitment an amount of the sentence text[start:end] is; "" for none that counts."""
        begin = amount.start if amount.phrase < 0 else min(amount.phrase, amount.start)
        before = text[start:begin]
        aside = self._standing.aside(text, start, end, amount) or self._standing.told_of(text, start, end, amount)
        foretold = setting.heard and not setting.goals and self.voices.foretold(text, start, end)
        if amount.attributive or aside or foretold:
            return NOTHING
        fits = self._standing.fits(text, start, amount)
        if not fits and (
            self._standing.abroad(before)
            or self._standing.reached(before)
            or (not equals(text, before, amount) and self._earlier.search(BEGUN.sub(_blank, before)[-60:]))
            or (setting.local and self._national.search(before[-60:]))
        ):
            return FACT
        tense = self._tense(text, start, end, begin, setting)
        if not tense and self._ordered.match(text, start, end):
            tense = FUTURE
        if not fits and tense in (PAST, POSSIBLE):
            offered = tense == POSSIBLE and self._offers.paid(text, start, end, amount)
            return FACT if tense == PAST else SUBSIDY if offered else NOTHING
        if fits or (self._standing.defines(text, start, amount) and self._condition.search(text, start, end)):
            return CONDITION
        if not setting.goals and (not (tense or setting.dated) or self.voices.told(text, start, end)):
            return self._promised(text, start, end, amount) if self._offers.paid(text, start, end, amount) else NOTHING
        return self._promised(text, start, end, amount)

    def _promised(self, text: str, start: int, end: int, amount: Amount) -> str:
        """What an amount is that is neither past nor only possible."""
        begin = amount.start if amount.phrase < 0 else min(amount.phrase, amount.start)
        if self._standing.defines(text, start, amount):
            helped = self._offers.made(text, start, end) or self._condition.search(text, start, end)
            return CONDITION if helped else NOTHING
        if self._offers.paid(text, start, end, amount):
            return SUBSIDY
        return CONDITION if amount.sign and self._condition.search(text, start, begin) else TARGET

    def strictness(self, text: str, start: int, end: int, amount: Amount) -> str:
        """How firmly it is meant: by the last such word before the amount, or striving after it."""
        before = text[start : amount.start]
        found = [(met.end(), name) for name, pattern in (("aspirational", self._striving), ("binding", self._binding),
                 ("expected", self._expected)) for met in pattern.finditer(before)]  # fmt: skip
        last = max(found, default=(0, ""))[1]
        if last in ("", "expected") and STRIVING_BEHIND.match(text, amount.end, end):
            return "aspirational"
        if not last and self._expected.search(text, amount.end, end):
            return "expected"
        return last or "unstated"

    def step(self, text: str, start: int, end: int, goals: bool) -> bool:
        """Whether a clause without amounts tells of a result that one can check."""
        clause = text[start:end]
        if not self._result.search(clause) or self._vague.search(clause) or self.voices.tells(clause):
            return False
        if any(pattern.search(clause) for name, pattern in self._tenses if name in (PAST, NOW, POSSIBLE, IF)):
            return False
        return goals or bool(self._modal.search(clause))

    def planned(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence speaks of what is to come and not of what was."""
        return any(name == "future" and pattern.search(text, start, end) for name, pattern in self._tenses)

    def past(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence tells of what was."""
        told = ANNOUNCED.sub("", text[start:end])
        return any(
            name != MAYBE or not PASSIVE.search(told[max(0, met.start() - 25) : met.start()])
            for name, pattern in self._tenses
            if name.startswith("past")
            for met in pattern.finditer(told)
        )

    def changes(self, text: str, start: int, amount: Amount) -> bool:
        """Whether "from 20% to 25%" tells of a change and not of a range."""
        return amount.high is not None and bool(CHANGE.search(text[start : amount.start]))

    def starts_change(self, text: str, start: int, end: int, amount: Amount) -> bool:
        """Whether an amount is where a change begins: "from 20% in 2020 to 25%"."""
        after = text[amount.end : min(end, amount.end + 60)]
        return (
            bool(CHANGE.search(text[start : amount.start]))
            and amount.high is None
            and bool(re.match(r"[^,;.]{0,50}\bto\b", after))
        )

    def firmness(self, clause: str) -> str:
        """How firmly a clause without amount is meant."""
        for name, pattern in (
            ("aspirational", self._striving),
            ("binding", self._binding),
            ("expected", self._expected),
        ):
            if pattern.search(clause):
                return name
        return "unstated"

    def aspires(self, text: str, last: Amount, amount: Amount) -> bool:
        """Whether an amount is what is striven for beyond the amount before it."""
        between = text[last.end : amount.start]
        if last.unit == amount.unit and last.sign in FLOORS and GOAL_BEYOND.fullmatch(between):
            return True
        opened = BEYOND.match(between)
        striving = self._striving.match(between, opened.end()) if opened else None
        if last.unit != amount.unit or not striving or len(between[striving.end() :].split()) > MOST_BEYOND:
            return False
        return bool(ENDS_HERE.match(text, amount.end))

    def _tense(self, text: str, start: int, end: int, at: int, setting: Setting) -> str:
        """The tense of the last word before an amount that has one, else of the first behind it; "" for none.

        Words in brackets that were closed before the amount tell of something else.
        """
        before = BEGUN.sub(_blank, PARENTHESIS.sub(_blank, text[start:at]))
        found = [
            (met.end(), PAST if name == NOW else name)
            for name, pattern in self._tenses
            for met in pattern.finditer(before)
            if name not in (PAST, MAYBE) or not PASSIVE.search(before[max(0, met.start() - 25) : met.start()])
            if name != MAYBE
            or not (measures(before, met) or COMPOUND.search(before[max(0, met.start() - 2) : met.start()]))
            if not (name == FUTURE and self._doubtful.search(before[max(0, met.start() - 25) : met.start()]))
        ]
        if found:
            last = max(found)[1]
            promised = any(name == FUTURE for _, name in found)
            if last == IF:
                return (
                    FUTURE
                    if promised or setting.reported or self._reports.search(before) or RESULTING.match(before)
                    else POSSIBLE
                )
            return last if last != MAYBE else FUTURE if promised or setting.coming else PAST
        after = [
            (met.start(), name)
            for name, pattern in ((FUTURE, self._modal), *self._tenses[1:])
            for met in pattern.finditer(text, at, end)
            if not (measures(text, met) or NEWLY.search(text[max(0, met.start() - 10) : met.start()]))
        ]
        last = min(after, default=(0, ""))[1]
        if last == IF and self._reports.search(before):
            return FUTURE
        return {MAYBE: PAST, NOW: PAST, IF: POSSIBLE}.get(last, last)


def _blank(met: re.Match[str]) -> str:
    return " " * len(met.group())
