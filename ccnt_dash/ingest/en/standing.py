"""Does an English amount only name, compare or put aside something instead of saying what is to be reached?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.lexicon import Lexicon, either

PARENTHESIS = re.compile(r"\([^()]{1,300}\)")
# "projects with an investment of over", "enterprises that consume more than": who is meant, not what is to be reached.
DEFINING = (
    r"\s(?:with|capable\sof|able\sto|of|above|over|that|which|aged|consuming|using|emitting|burning|whose|exceeding|having|larger|smaller|below|under|between)\b"
    r"(?:(?!(?<!that\s)(?<!which\s)\b(?:will|shall|should|must)\b)[^.;,]){0,90}$"
)
# "Storage stations with a total scale of over 1 GW will be built", "stations of over 1 GW by 2025" say how much.
TOTAL = re.compile(
    r"\bwith (?:an? )?(?:\w+ ){0,3}(?:scale|capacity|area|output|length|total|volume)(?: \w+){0,2} of"
    r"(?:\s[a-z]+){0,3}\s*$",
    re.I,
)
DUE = re.compile(r"\s*,?\s*(?:by|before|until)\s(?:the\s(?:end\sof\s)?)?20\d\d")
# A bracket that sets a target of its own: "(from 2 TWh in 2020 to 3 TWh in 2025)", "(with a target of 3,600 GW)".
BRACKET = re.compile(
    r"\bby\s(?:the\send\sof\s)?20\d\d|\bto\s[^()]{1,40}\sin\s20\d\d|\b(?:target|goal|aim)(?:ing|ed)?\s(?:of|for|to|at)\b",
    re.I,
)
# "70 GW, a 20 GW increase from today".
# "528 GW by 2025, or more than 100 GW per year" says the same again.
AGAIN = re.compile(
    r",\s(?:or|i\.e\.|that is|equivalent to)\s(?:about\s|around\s|some\s|more\sthan\s|over\s)?$", re.IGNORECASE
)
YEARLY = re.compile(r"[^,;.]{0,30}\b(?:per|a|each|every)\s(?:year|annum)\b", re.IGNORECASE)
APPOSED = re.compile(r"[,–—(]\s*(?:or\s)?(?:an?|the)\s$", re.IGNORECASE)
# "Double by 2025, implying that output should reach 900 TWh": the writer reckons.
RECKONED = re.compile(r"\b(?:implying|suggesting|meaning that|which (?:implies|suggests|would mean))\b[^.;]*$", re.I)
DIFFERS = re.compile(
    r"[\s-]{0,2}(?:point\s)?(?:increase|rise|growth|decrease|reduction|drop|cut|decline|jump)\s(?:from|over|on|compared|than)\b",
    re.I,
)
# "regions where the peak exceeds 40%" says which regions.
WHERE = re.compile(
    r"\bwhere\b[^.;,]{0,100}$|(?<!\bbe\s)\bworth\b[^.;,\d]{0,30}$"
    r"|\b(?:buildings?|homes?|areas?|sites?)\s(?:larger|bigger|smaller|greater|over|above|exceeding)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
# "29 cities set targets, totaling 1,200 stations": whoever counts them sums up, and no one promises the sum.
SUMMED = re.compile(
    r"\b(?:\d+|several|many|most|the|these)\s(?:[a-z]+\s){0,3}(?:provinces|governments|municipalities)\b"
    r"[^.;]{0,60}\b(?:plan\sto|pledged|aim\sto|intend\sto)\b[^.;,]{0,40}$"
    r"|\b(?:\d+|several|many|most)\s(?:[a-z]+\s){0,3}(?:provinces|governments|cities|regions|municipalities)\b"
    r"[^.;]{0,80}\b(?:outlined|set|have|announced|released|issued)\b[^.;]{0,120}"
    r"\b(?:total(?:l?ing|s|led)?|combined|in\stotal|altogether|add(?:s|ing)?\sup\sto)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
# "It reached its 2025 goal of 30 GW two years early".
REACHED = re.compile(
    r"\b(?:miss|missed|missing|reached|met|achieved|surpassed|exceeded|hit|outpaced|beat|beaten|fulfilled|meeting)"
    r"\s(?:its|their|the|our|this|a)\s[^.;,]{0,50}\b(?:goals?|targets?)\b"
    r"(?:(?!\b(?:will|aims?|plans?|by\s20\d\d|and\sto|while)\b)[^;]){0,250}$"
    r"|\b(?:ahead|in\sadvance|short)\sof\s(?:its|their|the|our|a)\s(?:[\w-]+\s){0,4}(?:goal|target)\sof\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
# "Reaching 43 percent from 40.2 percent": what it was before; "from 40 to 43" begins otherwise.
# "Storage must be configured at no less than 10% of installed capacity": what a project needs to be built.
FITTED = re.compile(
    r"\bstorage\b[^.;]{0,80}\b(?:configured|equipped|allocated|fitted|paired|installed)\b[^.;]{0,60}$"
    r"|\b(?:configured|equipped|fitted|paired)\swith\b[^.;]{0,40}\bstorage\b[^.;]{0,60}$"
    r"|\b(?:install|build|configure|have|provide)\s(?:new\s|energy\s|new-type\s)*storage\s(?:equal|equivalent|of|at|with)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
OF_CAPACITY = re.compile(r"\s+of\s(?:the|their|its)?\s?(?:[\w-]+\s){0,3}capacity\b", re.IGNORECASE)
FROM = re.compile(
    r"(?:\d|percent|%|[a-z]{2,})\s?,?\s(?:up\s|down\s|rising\s)?from\s(?:about\s|around\s|just\s|over\s)?$"
)
AFTER_NUMBER = re.compile(r"\d[^;,]{0,30}$")
# "It is expected that power use will climb by 15%": nobody wants that.
FORECAST = re.compile(
    r"\bexpected\sthat\b[^.;]{0,80}\b(?:usage|use|demand|consumption|industry|market)\b[^.;]{0,60}"
    r"\bwill\s(?:climb|grow|rise|increase|add|surge)\b[^.;]*$"
    r"|\b(?:demand|markets?|prices?)\b[^.;,]{0,60}\b(?:is|are)\s(?:expected|projected|forecast|anticipated|likely)\sto"
    r"\s(?:climb|grow|rise|increase|add|surge|expand|reach|total|hit)\b[^.;]*$",
    re.IGNORECASE,
)
# "Which is equivalent to a 26% to 36% absolute reduction" puts a goal into other words.
EQUAL = re.compile(r"\bwhich (?:is|are) (?:equivalent|equal) to\s(?:an?\s)?(?:[a-z]+\s){0,2}$", re.IGNORECASE)
REDUCTION = re.compile(r"\s(?:absolute\s)?(?:reduction|cut|decrease|increase|rise)\b", re.IGNORECASE)
# "By 2028 the 46 cities should have a system": they are many already.
THOSE = re.compile(r"\b(?:the|these|those)\s$", re.IGNORECASE)
# "Chargers, each capable of delivering at least 60 kW".
EACH = re.compile(r"\beach\s(?:capable\sof|with|of|able\sto)\b[^;.]{0,40}$", re.IGNORECASE)
# "A subsidy for each ton of coal saved," tells of no past.
MEASURED = re.compile(r"\b(?:per|each|every)\s+(?:[\w-]+\s+){0,5}$", re.IGNORECASE)
ENDED = re.compile(r"\s*(?:[,;.:)]|$|(?:is|are|will|shall|may|can)\b)")
SHARED = ("percent", "count", "")
SIZES = (
    "power",
    "energy",
    "coal_equivalent",
    "coal_equivalent_per_energy",
    "mass",
    "area",
    "volume",
    "money",
    "length",
    "duration",
    "count",
    "",
)


class Standing:
    """Knows the places in a sentence at which an amount is no target."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._lexicon = lexicon
        self._definer = re.compile(lexicon.pattern("definer").pattern + DEFINING, re.IGNORECASE)
        self._erect = lexicon.pattern("erect")
        # "Hard to ensure the 95% rate": somebody doubts what was promised elsewhere.
        self._doubt = re.compile(lexicon.pattern("doubt").pattern + r"\s(?:\w+\s){0,3}to\b[^.;,]{0,60}$", re.IGNORECASE)
        # "A third of the provinces issued plans, to promote": who has done it, not what is to be reached.
        acts = lexicon.pattern("issue_act").pattern
        self._acting = re.compile(
            rf"(?:(?!{lexicon.pattern('modal').pattern})[^.;:,()]){{0,60}}?{acts}(?!\s+by\b)", re.I
        )
        # "Sunlit Holdings, an operator of data centres, pledged": what a company promises is no policy.
        self._company = re.compile(
            rf"(?:\b[A-Z][\w&-]*\s)?{either(lexicon.words('company'))}\b(?:(?!\b(?:China(?!')|country|government|plan)\b)[^.;]){{0,90}}"
            rf"\b(?:pledged|plans|aims|will|expects|intends|targets|announced)\b[^.;]*$"
        )
        abroad = lexicon.pattern("foreign").pattern
        self._foreign = re.compile(
            rf"(?:^|[,;]\s|\b(?:while|and|whereas)\s)\W{{0,3}}(?:The\s|the\s)?{abroad}(?!'s\s(?:second|largest|biggest|top|most))(?:'s)?\s(?:(?!\bChina)[^;])*$"
        )

    def abroad(self, before: str) -> bool:
        """Whether the words before an amount speak for another country."""
        return bool(self._foreign.search(before))

    def reached(self, before: str) -> bool:
        """Whether the words before an amount say that a goal was reached, or sum up the goals of many."""
        since = FROM.search(before[-60:])
        was = since and AFTER_NUMBER.search(before[-60:][: since.start() + 1])
        return bool(
            was
            or self._company.search(before[-260:])
            or FORECAST.search(before[-260:])
            or REACHED.search(before[-400:])
            or SUMMED.search(before[-320:])
        )

    def told_of(self, text: str, start: int, end: int, amount: Amount) -> bool:
        """Whether an amount is doubted, or says how many have issued something."""
        begin = amount.start if amount.phrase < 0 else min(amount.phrase, amount.start)
        return bool(self._doubt.search(text[max(start, begin - 120) : begin])) or bool(
            self._lexicon.dimension(amount.unit or "") in SHARED and self._acting.match(text, amount.end, end)
        )

    def aside(self, text: str, start: int, end: int, amount: Amount) -> bool:
        """Whether an amount stands in brackets or says how much another differs."""
        begin = amount.start if amount.phrase < 0 else min(amount.phrase, amount.start)
        if amount.noun and not amount.sign and THOSE.search(text[max(start, begin - 8) : begin]):
            return True
        if RECKONED.search(text[start:begin]):
            return True
        return self._apposed(text, start, begin, amount) or self._parenthetical(text, start, end, amount)

    def _parenthetical(self, text: str, start: int, end: int, amount: Amount) -> bool:
        """Whether an amount stands in brackets that set no target of their own."""
        for met in PARENTHESIS.finditer(text, start, end):
            if met.start() < amount.figure < met.end():
                return not BRACKET.search(met.group()) or bool(
                    re.search(r"national|compar|up from", met.group(), re.IGNORECASE)
                )
        return False

    def fits(self, text: str, start: int, amount: Amount) -> bool:
        """Whether an amount is the share of storage that a project must have."""
        return (
            amount.unit == "percent"
            and bool(OF_CAPACITY.match(text, amount.end))
            and bool(FITTED.search(text[max(start, amount.start - 200) : amount.start]))
        )

    def defines(self, text: str, start: int, amount: Amount) -> bool:
        """Whether an amount only says which projects, enterprises or regions are meant."""
        before = text[start : amount.start]
        if WHERE.search(before[-160:]) or EACH.search(before[-80:]):
            return True
        if self._lexicon.dimension(amount.unit or "") not in SIZES:
            return False
        if TOTAL.search(before[-160:]) and (DUE.match(text, amount.end) or self._erect.search(before[-160:])):
            return False
        return bool(self._definer.search(before[-160:]))

    def _apposed(self, text: str, start: int, begin: int, amount: Amount) -> bool:
        """Whether an amount only says how much another differs: "70 GW, a 20 GW increase from today"."""
        again = AGAIN.search(text[max(start, begin - 20) : begin]) and YEARLY.match(text, amount.end)
        return bool(again or (APPOSED.search(text[max(start, begin - 20) : begin]) and DIFFERS.match(text, amount.end)))


def measures(text: str, met: re.Match[str]) -> bool:
    """Whether a participle only closes a measure: "200 yuan per ton of coal saved"."""
    return bool(ENDED.match(text, met.end()) and MEASURED.search(text[max(0, met.start() - 60) : met.start()]))


def equals(text: str, before: str, amount: Amount) -> bool:
    """Whether an amount puts a goal into other words: "which is equivalent to a 26% to 36% absolute reduction"."""
    return bool(EQUAL.search(before[-60:]) and REDUCTION.match(text, amount.end))
