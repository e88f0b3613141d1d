"""How does a claim that was judged become a candidate?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.clean import Clean
from ccnt_dash.ingest.zh.claims import Claim
from ccnt_dash.ingest.zh.judge import Verdict
from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.signs import refused
from ccnt_dash.ingest.zh.subjects import phrase
from ccnt_dash.ingest.zh.times import Era

# The nouns behind a number are printed up to the next stop: 打造20个自然保护地示范村.
_NOUN = re.compile(r"(?![和或及与等])[\u3400-\u9fff“”]{2,24}")
_OPEN_END = re.compile(r"(?:较|比|同比|以|约)$")
_MOVES = ("提高", "提升", "增长", "增加", "上升", "扩大", "下降", "降低", "减少", "削减", "压减", "节约")
_LONGEST = 40
_PLAN_YEARS, _PLAN_END = 5, 2025


@dataclass(frozen=True)
class Page:
    """A document as its finder sees it: raw and clean text, the place it is about, its years."""

    source: Source
    clean: Clean
    own: str
    era: Era


@dataclass(frozen=True)
class Place:
    """A sentence and the document it stands in."""

    page: Page
    sentence: Sentence


@dataclass(frozen=True)
class About:
    """What a claim is about: its subject in words, canonical unit, indicator ("" without a code), place and sector;

    `added` says that it comes on top of what there was before; `per` is what a density is for each of (/平方公里).
    """

    subject: str
    unit: str
    indicator: str
    region: str
    sector: str
    added: bool = False
    per: str = ""


def candidate(place: Place, claim: Claim, verdict: Verdict, about: About, rules: Mapping[str, float]) -> Candidate:
    """The candidate of one claim; its quote is the clause up to the end of the number."""
    page, sentence, quantity = place.page, place.sentence, claim.quantity
    clause = sentence.text[claim.start : quantity.figure]
    begin = quantity.figure - len(clause.lstrip("、和及与， "))
    start, end = page.clean.span(sentence.start + begin, sentence.start + quantity.end)
    rule = quantity.rule or ("zh.paired" if claim.count > 1 and verdict.kind == "target" else verdict.rule)
    return Candidate(
        kind=verdict.kind,
        start=start,
        end=end,
        quote=page.source.text[start:end],
        figure=page.clean.raw(sentence.start + quantity.figure),
        indicator=about.indicator or f"new:{_name(claim, about.subject)}",
        comparator=">=" if refused(claim) else claim.sign,
        value=quantity.value if about.unit else quantity.printed * quantity.scale,
        value_high=quantity.high,
        unit=about.unit,
        value_source=quantity.printed,
        unit_source=quantity.unit_printed + about.per,
        base_year=claim.base or _base(claim, verdict) or (_before(page.era, verdict) if about.added else None),
        base_value=claim.origin,
        target_year=verdict.year,
        region=about.region,
        sector=about.sector,
        strictness=_strictness(claim, verdict),
        rule=rule,
        confidence=rules[rule],
    )


def _name(claim: Claim, subject: str) -> str:
    """A name for what has no code, with the noun behind a count, and with what becomes of it."""
    name = _OPEN_END.sub("", phrase(subject) or phrase(claim.before))
    plain = claim.quantity.unit not in ("percent", "pp") and not claim.lead.levels and not claim.quantity.rule
    if plain and (met := _NOUN.match(claim.after)) and (noun := met.group().lstrip("的")) not in name:
        return (name + noun)[-_LONGEST:]
    moved = next((word for word in claim.lead.words if word in _MOVES), "") if claim.lead.change else ""
    return name if moved in name else name + moved


def _base(claim: Claim, verdict: Verdict) -> int | None:
    """The base year that goes without saying: the year before, or the last one before a five-year plan."""
    if verdict.year is None:
        return None
    if any(word in claim.before for word in ("同比", "较上年", "比上年", "较去年")):
        return verdict.year - 1
    falls = claim.lead.change == "fall" or claim.quantity.rule == "zh.multiple"
    if falls and claim.quantity.unit in ("percent", "ratio") and verdict.year % _PLAN_YEARS == 0:
        return verdict.year - _PLAN_YEARS if verdict.year == 2025 else 2020
    return None


def _before(era: Era, verdict: Verdict) -> int | None:
    """The last year before a plan or a yearly plan, on top of which its additions come."""
    if verdict.year is None:
        return None
    if era.first is not None and era.first == era.last == verdict.year:
        return verdict.year - 1
    return verdict.year - _PLAN_YEARS if verdict.year == _PLAN_END else None


def _strictness(claim: Claim, verdict: Verdict) -> str:
    if verdict.kind == "subsidy":
        return "binding" if claim.sign in ("<=", "<") else "expected"
    if claim.lead.aspired or "原则上" in claim.before or "力争" in claim.before or "争创" in claim.before:
        return "aspirational"
    if verdict.kind == "condition" or "不得" in claim.before:
        return "binding"
    return "expected" if claim.lead.expected else "unstated"
