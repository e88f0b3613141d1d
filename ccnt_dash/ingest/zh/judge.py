"""Is a claim a target, money offered, a condition, something that has happened, or nothing to record?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.claims import Claim, starts_from
from ccnt_dash.ingest.zh.meant import assumed, funded, lists_works, noted, scored, sized, who_applies
from ccnt_dash.ingest.zh.offers import Offers
from ccnt_dash.ingest.zh.signs import Signs, refused
from ccnt_dash.ingest.zh.times import Era, Time

_GAP = 30
# From which weight on a paragraph tells of what was done; higher under a heading that doesn't say so, and where a year
# of a goal was named before it.
_TOLD, _TOLD_UNDER_HEADING, _TOLD_UNDER_YEAR = 1.0, 2.5, 6.0
_ASKED = re.compile(r"不低于|不少于|控制在|不得|确保|力争|争取|将|拟|计划|规划")
# A number in brackets, or of what a sentence is about to speak of, says what is meant by a word.
_DEFINES = re.compile(r"（[^）]*$|^[，、；： ]*(?:（.{1,4}）)?(?:对于?|凡|如果?|若|当|是指|指)")
_FOR_EACH = re.compile(r"每\d{1,5}万?(?:人|户|名|亩|公里|平方公里)")
_SHARE_OF_NEW = re.compile(r"每年新[增购][^，。；]*(?:比例|比重|占比)")
_ONE_OF = re.compile(r"(?:单个|每个|同一|每家|单户|单家)[^，。；]{0,12}最高")
_DONE = re.compile(r"了|已|累计|同比|居|排名|首次|以来|截至|目前|成为")


@dataclass(frozen=True)
class Setting:
    """What stands around a claim: its sentence, the time carried to it, the years of its document.

    `carried` comes from an earlier sentence or a heading, `progress` says that the headings tell of what was done,
    `call` that the document calls for applications, `cited` that the sentence tells what others have announced,
    `tone` how much its paragraph tells of what was done, `headed` that it stands under a heading,
    `rules` that the document lays down how something is shared out or assessed, `law` that it is one,
    `applies` that a heading says that it is about who may have something,
    `listed` that it stands in a list of conditions.
    """

    sentence: str
    carried: Time | None
    progress: bool
    era: Era
    call: bool = False
    cited: bool = False
    tone: float = 0.0
    headed: bool = False
    rules: bool = False
    law: bool = False
    applies: bool = False
    listed: bool = False


@dataclass(frozen=True)
class Verdict:
    """The kind of a claim, its year (None where it holds from now on) and the rule."""

    kind: str
    year: int | None
    rule: str


_CONDITION = Verdict("condition", None, "zh.condition")


class Judge:
    """Decides by the lists of words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep what reads the words around a number."""
        self._signs, self._offers, self._words = Signs(knowledge), Offers(knowledge), knowledge.words
        self._sure = re.compile("|".join(map(re.escape, knowledge.words["past_sure"])))
        self._past = re.compile("|".join(map(re.escape, knowledge.words["past"])))

    def verdict(self, claim: Claim, setting: Setting, known: bool) -> Verdict | None:
        """What a claim is; None for nothing to record. `known` says that its indicator is in the vocabulary."""
        if self._is_nothing(claim, setting):
            return None
        applies = (setting.applies and not claim.time) or who_applies(claim, setting.sentence)
        kind = "condition" if applies else self._offers.kind(claim, setting.sentence)
        kind = "condition" if setting.listed and kind != "subsidy" else kind
        if kind == "none":
            return None
        if kind:
            own = claim.time.year if claim.time and claim.time.kind != "since" else None
            return Verdict(kind, own, f"zh.{kind}")
        if refused(claim):
            return _CONDITION
        time = claim.time or setting.carried
        if self._is_over(claim, setting, time):
            return Verdict("fact", time.year if time else None, "zh.fact") if self._signs.evident(claim) else None
        made = self._goal(claim, setting, time, known)
        # What a law asks for without a year holds for those who fall under it, and is no aim of its own.
        return None if made and setting.law and made.kind == "target" and made.year is None else made

    def _is_nothing(self, claim: Claim, setting: Setting) -> bool:
        """Whether a claim is none of the document's own, whatever its time."""
        said = (
            setting.cited
            or scored(setting.sentence)
            or assumed(claim, setting.sentence)
            or lists_works(claim, setting.sentence)
        )
        said = said or funded(claim, setting.sentence) or noted(claim, setting.sentence)
        said = said or sized(claim, setting.sentence)
        return said or self._signs.nothing(claim) or starts_from(claim) or self._offers.paid(claim)

    def going_on(self, claim: Claim, before: tuple[Claim, Candidate]) -> Verdict | None:
        """The verdict of the claim before, where this one goes on with its list: 其中风电200万千瓦、光伏300万千瓦."""
        last, made = before
        alike = claim.quantity.unit == last.quantity.unit != "" and made.kind in ("target", "fact")
        alike = alike or (made.kind == "target" and self._signs.listed_with(claim, last))
        if (
            not alike
            or starts_from(claim)
            or claim.quantity.start - last.quantity.end > _GAP
            or not claim.subject.strip("，、；：（ ")
        ):
            return None
        if self._signs.nothing(claim) or self._signs.threshold(claim) or self._signs.spent(claim):
            return None
        year = claim.time.year if claim.time and claim.time != last.time else made.target_year
        return Verdict(made.kind, year, made.rule)

    def _goal(self, claim: Claim, setting: Setting, time: Time | None, known: bool) -> Verdict | None:
        """What a claim is that nothing says is over."""
        shared_out = setting.rules and (claim.quantity.unit == "percent" or "总量" not in claim.subject)
        if self._signs.threshold(claim) or self._signs.spent(claim) or shared_out:
            return None
        if setting.call:
            return self._called(claim)
        evident = self._signs.evident(claim) or ((time or setting.era.last) and self._signs.measures(claim))
        whole = claim.quantity.rule == "zh.whole" and not self._signs.fitted(claim)
        undated = whole and (not known or (setting.era.last and not claim.time))
        if not evident or undated:
            return None
        each = _FOR_EACH.search(claim.before) is not None
        yearly = each or any(word in claim.before[-30:] for word in self._words["each_year"])
        yearly = yearly and not (claim.quantity.unit == "percent" and _SHARE_OF_NEW.search(claim.before))
        if yearly and not (time and (time.kind == "period" or claim.lead.change)):
            return Verdict("target", None, "zh.standing")
        if claim.time:
            return Verdict("target", claim.time.year, "zh.dated")
        return self._without_year(claim, setting, time, known)

    def _called(self, claim: Claim) -> Verdict | None:
        """What a call for applications offers for one of those who apply, or asks of them."""
        if claim.quantity.unit == "CNY" and claim.sign == "<=" and _ONE_OF.search(claim.before):
            return Verdict("subsidy", None, "zh.subsidy")
        return _CONDITION if self._asks(claim) else None

    def _asks(self, claim: Claim) -> bool:
        """Whether a call for applications asks for a number of those who apply; aims of research are none."""
        words = claim.before[-40:]
        if claim.lead.comparator in ("", "~") and not claim.quantity.sign:
            return False
        return any(word in words for word in self._words["applicant"])

    def _without_year(self, claim: Claim, setting: Setting, time: Time | None, known: bool) -> Verdict | None:
        """What a claim is in whose sentence no year stands before it."""
        standing = Verdict("target", None, "zh.standing") if known else _CONDITION
        if any(word in claim.before[-8:] for word in self._words["rule"]):
            return standing
        if time:
            return Verdict("target", time.year, "zh.carried")
        if setting.era.last:
            carried_out = any(word in claim.after[:4] + claim.before[-4:] for word in self._words["carried_out"])
            year, rule = (None, "zh.standing") if carried_out else (setting.era.last, "zh.period")
            return Verdict("target", year, rule) if self._signs.strong(claim) else None
        if known and (claim.lead.levels or claim.lead.comparator or claim.quantity.sign or self._is_all(claim)):
            return standing
        moved = bool(claim.lead.levels or claim.lead.change) and not _DONE.search(setting.sentence)
        asked = claim.lead.comparator not in ("", "~") or self._signs.works(claim) or moved
        asked = asked or claim.after.startswith(("目标", "的目标")) or self._signs.fitted(claim)
        if not asked or known or _DEFINES.search(claim.before):
            return None
        admits = any(word in setting.sentence for word in self._words["admission"])
        return _CONDITION if admits else Verdict("target", None, "zh.standing")

    def _is_all(self, claim: Claim) -> bool:
        """新建建筑全部达到…标准, where 全面执行 only says which rule holds."""
        return claim.quantity.rule == "zh.whole" and claim.quantity.unit_printed == "全部"

    def _without_shares(self, before: str, time: Time | None, now: int) -> str:
        """`before` without 分别为, which tells of the past only where no year of a goal governs."""
        return before.replace("分别为", "") if time and time.year >= now else before

    def _is_over(self, claim: Claim, setting: Setting, time: Time | None) -> bool:
        now, own = setting.era.now, claim.time
        said = self._past.search(self._without_shares(claim.before, time, now)) is not None
        if own and own.year > now:
            return self._sure.search(claim.before) is not None and not claim.lead.aspired
        if (own and own.kind == "since") or (time and time.year < now):
            return True
        until = setting.sentence.startswith(self._words["until"])
        return (
            said or until or (not (own and own.year >= now) and (setting.progress or self._tells(claim, setting, time)))
        )

    def _tells(self, claim: Claim, setting: Setting, time: Time | None) -> bool:
        """Whether a claim without a year of its own stands in a paragraph that tells of what was done."""
        if claim.lead.aspired or claim.lead.expected or _ASKED.search(claim.before):
            return False
        least = _TOLD_UNDER_HEADING if setting.headed else _TOLD
        return setting.tone > (least if time is None else _TOLD_UNDER_YEAR)
