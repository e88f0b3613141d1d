"""Which candidates does the running text of a Chinese document hold?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.clean import Clean
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.places import Found
from ccnt_dash.ingest.zh.carried import Carried, has_figure
from ccnt_dash.ingest.zh.claims import Claim, Claims
from ccnt_dash.ingest.zh.judge import Judge, Setting
from ccnt_dash.ingest.zh.listed import Listed
from ccnt_dash.ingest.zh.making import About, Page, Place, candidate
from ccnt_dash.ingest.zh.peaks import Peaks
from ccnt_dash.ingest.zh.regions import Regions
from ccnt_dash.ingest.zh.sentences import Sentence, sentences
from ccnt_dash.ingest.zh.steps import Steps
from ccnt_dash.ingest.zh.subjects import Subjects, sharing
from ccnt_dash.ingest.zh.surroundings import Surroundings
from ccnt_dash.ingest.zh.times import Time, era, times

_PER = re.compile(
    r"每[^，。；、\d每]{0,6}1?"
    r"(吨标准煤|吨标煤|吨二氧化碳|辆|千瓦时|度|平方米|千瓦|吨|亩|立方米|瓦|公里|平方公里|桩|公顷)"
    r"(?![\u4e00-\u9fff]{0,2}(?:项目|企业))[^，。；、\d]{0,10}$"
)
_ALL = "全部"
_DENSITY = re.compile(
    r"每(平方公里|平方千米|公顷|亩|万?平方米|万人|千人|百人|百户|\d{1,5}万?(?:人|户|名|亩|公里|平方公里))[^，。；、\d]{0,8}$"
)
_COUNTED = ("count", "persons", "households", "vehicles", "devices", "tonnes", "m3")
_DATED = re.compile(r"^[，、；（]?(?:其中)?(?:到|至|在)?20\d\d年(?:底|末|前|年底前?)?，?")
_ADDING = ("新增", "再增加", "关停")
_ADDITIVE = ("MW", "MWh")
_HOW_MANY = re.compile(r"等?\d{1,2}个?(?=[省市县区州]$)")
_EACH = ("各", "均", "分别")
_STOPS = ("，", "。", "；", "、", "")
_PER_MONEY = {"tce": "tce_per_10k_CNY", "tCO2": "tCO2_per_10k_CNY", "m3": ""}
_SHARED_OUT = ("MWh", "m3", "MW", "tonnes", "tCO2", "tce", "m2")
_SAID = {
    "devices": (
        ("count", "counted_devices"),
        ("vehicles", "vehicles"),
    ),
    "tonnes": (("tonnes", "carbon_matter"), ("tce", "coal_equivalent"), ("tCO2", "carbon")),
}
_PARTIAL = ("占", "其中", "比", "较", "同比", "并", "且", "分别", "力争")


def _places(subject: str) -> list[str]:
    """The parts of a subject that is nothing but a short list (其中广州和深圳市)."""
    bare = subject.strip("，、 ").removeprefix("其中").strip("，：")
    return re.split(r"、|和|及", _HOW_MANY.sub("", bare)) if len(bare) <= 24 else []


def _per(claim: Claim) -> str:
    """What a density is for each of: /平方公里."""
    met = _DENSITY.search(claim.before) if claim.quantity.unit in _COUNTED else None
    return f"/{met[1]}" if met else ""


def _reopened(text: str, last: tuple[Claim, Candidate] | None) -> tuple[Claim, Candidate] | None:
    """The claim that ended the sentence before, where this one goes on with its list: 900万千瓦。其中自用500万千瓦."""
    if last is None or not text.startswith("其中"):
        return None
    return replace(last[0], quantity=replace(last[0].quantity, start=0, end=0)), last[1]


def _figures(page: Page, sentence: Sentence, made: list[tuple[Claim, Candidate]]) -> set[int]:
    """Where in a sentence the numbers stand of which candidates were made."""
    raw = {each.figure for _, each in made}
    return {at for at, sign in enumerate(sentence.text) if page.clean.raw(sentence.start + at) in raw} if raw else set()


class Prose:
    """Finds candidates in running text with the words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep what reads sentences and what stands around them."""
        self._knowledge = knowledge
        self._claims, self._judge, self._subjects = Claims(knowledge), Judge(knowledge), Subjects(knowledge)
        self._regions, self._steps = Regions(knowledge.places), Steps(knowledge)
        self._peaks, self._around = Peaks(knowledge), Surroundings(knowledge)

    def page(self, source: Source, clean: Clean) -> Page:
        """The document `source`, whose clean text is `clean`, with its place and years."""
        return Page(source, clean, self._regions.of_document(source), era(source, clean.text))

    def candidates(self, page: Page) -> Iterator[Candidate]:
        """The candidates of the running text of a document, in order."""
        carried, peaks, listed = Carried(), set[tuple[str, int]](), Listed()
        last: tuple[Claim, Candidate] | None = None
        read = sentences(page.clean)
        tones = self._around.tones(page, read)
        for sentence in read:
            found, made = times(sentence.text, page.era), list[tuple[Claim, Candidate]]()
            asked = listed.holds(sentence)
            if has_figure(sentence.text) or _ALL in sentence.text:
                before = carried.at(sentence, self._around.heading_time(sentence, page.era))
                setting = self._around.setting(page, sentence, before, tones[sentence.paragraph])
                setting = replace(setting, listed=asked)
                made = self._of_sentence(page, sentence, found, setting, last)
            last = made[-1] if made else None
            yield from (each for _, each in made)
            goals, progress = (
                [time for time in found if time.kind in ("by", "period")],
                self._around.looks_back(sentence),
            )
            if not goals and not progress:
                late = carried.at(sentence, None)
                yield from self._steps.carried(page, sentence, late, _figures(page, sentence, made))
            if not progress:
                yield from self._steps.find(page, sentence, found, _figures(page, sentence, made))
                yield from self._peaks.find(Place(page, sentence), found, carried.within(sentence), peaks)
            carried.leave(sentence, found, page.era.last)

    def _of_sentence(
        self,
        page: Page,
        sentence: Sentence,
        found: list[Time],
        setting: Setting,
        last: tuple[Claim, Candidate] | None,
    ) -> list[tuple[Claim, Candidate]]:
        """The claims of a sentence and their candidates; `last` is the one that the sentence before ended with."""
        claims = self._claims.find(sentence.text, found)
        places = self._regions.find(sentence.text, page.own) if claims else []
        made: list[tuple[Claim, Candidate]] = []
        whole = added = ""
        for claim in claims:
            subject = self._subject(claim, whole)
            added = self._added(claim, added)
            whole = subject if claim.number == 0 else whole
            unit = self._unit(claim, subject)
            indicator = self._subjects.indicator(subject, unit, claim.lead.change) if unit else ""
            verdict = self._judge.verdict(claim, setting, bool(indicator))
            before = made[-1] if made else _reopened(sentence.text, last)
            if verdict is None and before:
                verdict = self._judge.going_on(claim, before)
            if verdict is None:
                continue
            if made and self._aspires(claim, made[-1][0], sentence.text):
                made[-1] = (made[-1][0], replace(made[-1][1], value_aspired=claim.quantity.value))
                continue
            if unit == "MW" and not indicator:
                fuller = f"{'新增' if added else ''}{subject}装机"
                subject = fuller if self._subjects.indicator(fuller, unit, "") else subject
            on_top = bool(added) and unit in _ADDITIVE
            for one in self._about(claim, subject, unit, (sentence, places), page.own):
                about = replace(one, added=on_top, per="" if unit else _per(claim))
                made.append((claim, candidate(Place(page, sentence), claim, verdict, about, self._knowledge.rules)))
        return made

    def _added(self, claim: Claim, before: str) -> str:
        """The unit of what is added on top of what there is, as long as a list goes on with it; "" for a level."""
        if any(word in claim.before for word in _ADDING):
            return claim.quantity.unit
        return before if not claim.lead.levels and claim.quantity.unit == before else ""

    def _about(
        self, claim: Claim, subject: str, unit: str, around: tuple[Sentence, Found], own: str
    ) -> Iterator[About]:
        """What a claim is about: one thing, or each of several that share one value."""
        sentence, places = around
        here = self._regions.of_claim(sentence.text, places, (claim.start, claim.quantity.start), own)
        level = claim.count == 1 and unit == "percent"
        parts = sharing(subject) if level else [subject]
        each = claim.count == 1 and (level or any(word in claim.before for word in _EACH))
        named = [self._regions.of_part(part, own) for part in _places(claim.subject)] if each else []
        if len(named) > 1 and all(named):
            parts = [subject] * len(named)
        for number, part in enumerate(parts):
            indicator = self._subjects.indicator(part, unit, claim.lead.change) if unit else ""
            sector = self._subjects.sector(indicator, part, sentence.text)
            one = self._regions.of_part(claim.subject, own) if claim.count > 1 else ""
            region = named[number] if len(named) > 1 and all(named) else one or here
            yield About(part, unit, indicator, region, sector)

    def _subject(self, claim: Claim, before: str) -> str:
        """What the number is of; where the clause names only a part of it, with the words of the one before."""
        subject = _DATED.sub("", claim.subject)
        if claim.quantity.rule == "zh.whole":
            return claim.before + claim.quantity.unit_printed + re.split(r"[，。；]", claim.after)[0]
        if not subject.strip("，、 ") and not claim.lead.change and claim.after[:1] not in "，。；、）":
            return re.split(r"[，。；（、）]", claim.after)[0]
        bare = subject.strip("，、 ")
        if (
            not bare
            or bare.startswith(_PARTIAL)
            or (bare in self._knowledge.words["work"] and claim.after[:1] in _STOPS)
        ):
            return before + subject
        return subject

    def _unit(self, claim: Claim, subject: str) -> str:
        """The unit of a number, where its subject says more of it than what is printed (万元GDP能耗, 节约标准煤)."""
        words, quantity = self._knowledge.words, claim.quantity
        if not quantity.unit_printed:
            return "ratio" if any(word in subject for word in words["ratio"]) else ""
        if quantity.unit in _SHARED_OUT and any(
            word in subject or word in claim.before for word in words["per_person"]
        ):
            return "m2_per_person" if quantity.unit == "m2" else ""
        if quantity.unit in _PER_MONEY and subject.strip("，、 全市省区单位规上工业").startswith(words["per_money"]):
            return _PER_MONEY[quantity.unit]
        if quantity.unit == "CNY" and (per := _PER.search(claim.before)):
            return self._knowledge.printed.get(f"元/{per[1]}", "")
        if quantity.unit in _COUNTED and _DENSITY.search(claim.before):
            return ""
        said = next((unit for unit, name in _SAID.get(quantity.unit, ()) if self._names(name, subject)), "")
        return said or quantity.unit

    def _names(self, name: str, subject: str) -> bool:
        return any(word in subject for word in self._knowledge.words[name])

    def _aspires(self, claim: Claim, before: Claim, text: str) -> bool:
        """Whether a claim is what is striven for beyond the one before: 14.5%，力争达到16.5%."""
        return (
            claim.lead.aspired
            and any(
                word in text[before.quantity.end : claim.quantity.start] for word in self._knowledge.words["aspiration"]
            )
            and not claim.subject.strip("，、（并且 ")
            and claim.quantity.unit == before.quantity.unit
            and claim.start - before.quantity.end <= 2
        )
