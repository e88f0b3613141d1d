"""Is a claim a target, money offered, a condition, something that has happened, or nothing to record?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.claims import Claim, starts_from
from ccnt_dash.ingest.zh.times import Era, Time

_HAN = re.compile(r"[\u3400-\u9fff]")
_STANDARD = re.compile(r"的?(?:建筑)?(?:节能(?:设计|标准|率标准)|设计标准)")
_PAID = re.compile(r"资金|拨付|下达|安排|经费")
_OFFER = re.compile(r"最高|每|给予|不超过|上限")
_COST = re.compile(r"投资|费用|成本|总额|支出")
_REFUSED = re.compile(r"的?，(?:不|一律不|原则上不)")
_MONEY = re.compile(r"\d ?[万亿]?元|\d%")
_COUNTED = ("count", "m2", "km", "households", "devices", "vehicles", "persons", "percent")
_GAP = 30
_AND = re.compile(r"[和或并及、与]|[，。；）]")


@dataclass(frozen=True)
class Setting:
    """What stands around a claim: its sentence, the time carried to it, the years of its document.

    `carried` comes from an earlier sentence or a heading, `progress` says that the headings tell of what was done, `call` that
    the document calls for applications.
    """

    sentence: str
    carried: Time | None
    progress: bool
    era: Era
    call: bool = False


@dataclass(frozen=True)
class Verdict:
    """The kind of a claim, its year (None where it holds from now on), the rule, and the time that decided."""

    kind: str
    year: int | None
    rule: str
    time: Time | None


def refused(claim: Claim) -> bool:
    """上架率低于50%的，不支持: whoever has less is refused, so that the number is what is needed at least."""
    return claim.quantity.unit == "percent" and _REFUSED.match(claim.after) is not None


class Judge:
    """Decides by the lists of words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._words = knowledge.words
        self._past = re.compile("|".join(map(re.escape, knowledge.words["past"])))

    def verdict(self, claim: Claim, setting: Setting, known: bool) -> Verdict | None:
        """What a claim is; None for nothing to record. `known` says that its indicator is in the vocabulary."""
        if self._never(claim) or starts_from(claim) or self._only_counts(claim) or self._names_standard(claim):
            return None
        if self._paid(claim):
            return None
        if offered := self._offered(claim, setting):
            return offered
        time = claim.time or setting.carried
        if self._is_over(claim, setting, time):
            return Verdict("fact", time.year if time else None, "zh.fact", time) if self._evident(claim) else None
        if refused(claim):
            return Verdict("condition", None, "zh.condition", None)
        if self._threshold(claim) or self._spent(claim):
            return None
        if setting.call:
            return Verdict("condition", None, "zh.condition", None) if self._strong(claim) else None
        if not (self._evident(claim) or (time and self._measures(claim))) or (
            claim.quantity.rule == "zh.whole" and not known
        ):
            return None
        return self._goal(claim, setting, time, known)

    def going_on(self, claim: Claim, before: tuple[Claim, Candidate]) -> Verdict | None:
        """The verdict of the claim before, where this one only goes on with its list: 其中风电200万千瓦、光伏300万千瓦."""
        last, made = before
        gap = claim.quantity.start - last.quantity.end
        alike = claim.quantity.unit == last.quantity.unit != "" and made.kind in ("target", "fact")
        if not alike or gap > _GAP or not claim.subject.strip("，、；：（ "):
            return None
        if self._never(claim) or self._threshold(claim) or self._spent(claim) or self._only_counts(claim):
            return None
        if self._names_standard(claim):
            return None
        return Verdict(made.kind, made.target_year, made.rule, last.time)

    def _goal(self, claim: Claim, setting: Setting, time: Time | None, known: bool) -> Verdict | None:
        yearly = "每年" in claim.before[-30:] or "逐年" in claim.before[-30:]
        if yearly and not (time and time.kind == "period"):
            return Verdict("target", None, "zh.standing", time)
        if claim.time:
            return Verdict("target", claim.time.year, "zh.dated", time)
        if "不得" in claim.before[-8:]:
            return Verdict("target" if known else "condition", None, "zh.standing" if known else "zh.condition", None)
        if time:
            return Verdict("target", time.year, "zh.carried", time)
        if setting.era.last:
            if not self._strong(claim):
                return None
            if "执行" in claim.after[:4] or "执行" in claim.before[-4:]:
                return Verdict("target", None, "zh.standing", None)
            return Verdict("target", setting.era.last, "zh.period", None)
        if claim.lead.comparator in ("", "~") and not claim.quantity.sign:
            return None
        return Verdict("target" if known else "condition", None, "zh.standing" if known else "zh.condition", None)

    def _is_over(self, claim: Claim, setting: Setting, time: Time | None) -> bool:
        era = setting.era
        now = max(era.first or 0, era.written) if era.last is None or era.written <= era.last else era.first or 0
        if claim.time and claim.time.year > now:
            return bool(self._past.search(claim.before)) and "力争" not in claim.before
        if claim.time and claim.time.kind == "since":
            return True
        if time and time.year < now:
            return True
        if self._past.search(claim.before) or setting.sentence.startswith(("截至", "截止", "目前")):
            return True
        return setting.progress and not (claim.time and claim.time.year >= now)

    def _evident(self, claim: Claim) -> bool:
        """Whether anything says that the number is reached, changed, built or a rate."""
        lead, quantity = claim.lead, claim.quantity
        if quantity.unit == "count" and not lead.comparator and set(lead.words) <= {"为", "分别"} and lead.words:
            return False
        if quantity.unit_printed == "倍" and not lead.change:
            return False
        if lead.levels or lead.comparator or lead.change or lead.aspired or lead.expected or quantity.rule:
            return True
        if claim.sign in (">=", "<=") and claim.subject.strip("，、 "):
            return True
        if quantity.unit in ("percent", "pp"):
            return self._is_rate(claim) or bool(claim.subject.strip()) or self._followed(claim)
        return quantity.unit not in ("", "days", "CNY", "ratio") and self._worked(claim)

    def _measures(self, claim: Claim) -> bool:
        """天然气产量2140亿立方米: a measure is named at once before a number with a unit."""
        return bool(claim.quantity.unit) and claim.subject.rstrip("，、 ").endswith(self._words["measure"])

    def _strong(self, claim: Claim) -> bool:
        lead = claim.lead
        return bool(
            lead.levels or lead.comparator or lead.change or lead.aspired or claim.quantity.sign or self._worked(claim)
        ) or self._is_rate(claim)

    def _is_ratio(self, claim: Claim) -> bool:
        return any(word in claim.before for word in self._words["ratio"])

    def _names_standard(self, claim: Claim) -> bool:
        """75%节能设计标准: the number is the name of a standard."""
        return claim.quantity.unit == "percent" and bool(_STANDARD.match(claim.after))

    def _paid(self, claim: Claim) -> bool:
        """Money that is handed out or spent, not offered."""
        near = claim.before[-16:]
        return claim.quantity.unit == "CNY" and bool(_PAID.search(near)) and not _OFFER.search(near)

    def _is_rate(self, claim: Claim) -> bool:
        return claim.subject.rstrip("，、 ").endswith(self._words["rate"])

    def _followed(self, claim: Claim) -> bool:
        """100%实施…, 80%以上的县…: the thing follows its share."""
        return bool(_HAN.match(claim.after))

    def _worked(self, claim: Claim) -> bool:
        begin = claim.before.lstrip("，、；：。 ")[:12]
        return (
            self._works_at_once(claim)
            or any(0 <= begin.find(word) <= 6 for word in self._words["work"])
            or any(word in claim.before[-40:] for word in self._words["done_work"])
        )

    def _works_at_once(self, claim: Claim) -> bool:
        return claim.before.rstrip().endswith(self._words["work"])

    def _threshold(self, claim: Claim) -> bool:
        """年用电量500万千瓦时以上的项目: the number says which projects are meant."""
        after = claim.after
        if claim.quantity.unit == "percent" and not claim.lead.comparator and not claim.lead.levels:
            return False
        small = claim.quantity.sign != "<=" and claim.quantity.unit in _COUNTED
        if claim.count > 1 or (self._works_at_once(claim) and small):
            return False
        if after.startswith("的基础"):
            return False
        if after.startswith(("的", "）的", "及以上的")):
            return True
        behind = claim.quantity.sign in (">=", "<=") and claim.quantity.unit_printed != ""
        return behind and bool(_HAN.match(after)) and not _AND.match(after)

    def _never(self, claim: Claim) -> bool:
        """Rules of an application, fines, distances: numbers that are no result to be reached."""
        if not claim.quantity.unit_printed and claim.quantity.unit != "ratio" and not self._is_ratio(claim):
            return True
        near = claim.before[-20:] + claim.after[:8]
        return claim.after.startswith(self._words["not_after"]) or any(word in near for word in self._words["never"])

    def _only_counts(self, claim: Claim) -> bool:
        """25项举措, 5个方面: the number counts what the document itself lists."""
        if claim.quantity.unit != "count":
            return False
        return claim.after.startswith(self._words["not_counted"]) or (
            not claim.lead.words and claim.subject.endswith(("指标", "任务", "措施", "行动"))
        )

    def _spent(self, claim: Claim) -> bool:
        words = claim.subject + claim.after[:6] + claim.before[-8:]
        return claim.quantity.unit == "CNY" and any(word in words for word in self._words["spent"])

    def _offered(self, claim: Claim, setting: Setting) -> Verdict | None:
        """Money or a share of costs offered, and the thresholds for it."""
        money = claim.quantity.unit in ("CNY", "CNY_per_tce", "CNY_per_vehicle", "CNY_per_kWh")
        near = claim.before[-30:] + claim.after[:16]
        if not any(word in near for word in self._words["money_offered"]):
            if not any(word in setting.sentence for word in self._words["money_offered"]):
                return None
            capped = claim.quantity.unit == "percent" and claim.sign == "<=" and _COST.search(claim.before[-16:])
            if (capped or (money and claim.sign in ("=", "<="))) and claim.time is None:
                return Verdict("subsidy", None, "zh.subsidy", None)
            if claim.time is None and claim.sign in (">=", ">") and _MONEY.search(setting.sentence):
                return Verdict("condition", None, "zh.condition", None)
            return None
        if claim.time is None and claim.sign in (">=", ">"):
            return Verdict("condition", None, "zh.condition", None)
        if money or (claim.quantity.unit == "percent" and claim.time is None):
            return Verdict("subsidy", None, "zh.subsidy", None)
        return Verdict("condition", None, "zh.condition", None) if claim.time is None else None
