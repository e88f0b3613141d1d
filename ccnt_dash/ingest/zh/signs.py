"""What do the words around a number show: a level reached, something built, a threshold, money spent?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.claims import Claim

_HAN = re.compile(r"[\u3400-\u9fff]")
_DESIGNED = re.compile(r"[^，。；]{0,24}标准")
_LEARNT = re.compile(r"[^，。；]{0,16}(?:经验|做法)")
_ASIDE = re.compile(r"（[^（）]{1,8}）")
_OWN_NUMBER = re.compile(r"[^，。；]{0,20}(?:达到|完成|实现)[^，。；\d]{0,2}\d")
_INCLUDED = re.compile(r"^（不?含）")
_WORKED_ON = re.compile(r"[^，。；、\d]{0,14}(?:开展|进行|实施|完成)")
# 区域耕地面积为166平方公里: how large something is, which without a year is no aim.
# 50%由省级统筹，50%留给所在市: who has which part of something that is shared out.
_SHARED_OUT = re.compile(r"由[^，。；]{1,12}(?:统筹|承担|负担|分担|留存|掌握)|归[^，。；]{1,8}所有")
_EXTENT = re.compile(r"(?:面积|长度|全长|总长|里程|人口|海拔|水深|库容)$")
_STANDARD = re.compile(r"的?(?:建筑)?(?:节能(?:设计|标准|率标准)|设计标准)")
_HARMLESS = re.compile(r"申报登记|排污申报")
_GOES_ON = re.compile(r"[和或并及、与]|[，。；）]|的?目标")
# Which of many are meant: 1万吨标准煤以上或2.6万吨以上企业, 超过5万吨标准煤的“两高”项目.
_WHO = r"(?:企业|单位|项目|机组|锅炉|机构|用户|园区|场所|养殖场)"
_MEANT = re.compile(rf"(?:（[^（）]{{0,12}}）)?(?:或者?|、)[^，。；]{{2,24}}{_WHO}")
_ALL_MEANT = re.compile(
    r"(?:（不?含）)?(?:(?:、|或者?)[^，。；]{2,30}?\d[^，。；]{0,12}?(?:以上|以下|以内)(?:（[^（）]{1,8}）)?){0,4}的"
    r"(?:，|[^，。；的]{0,8}(?:用户|用水户|企业|单位|项目|个人)(?!创建|建设|达到|完成))"
)
_AT_ONCE_MEANT = re.compile(rf"[“”的\u3400-\u9fff]{{0,8}}?{_WHO}")
_SIZED = re.compile(r"(?:等?级(?!的|[“”\u4e00-\u9fff]{2,14}基地)|亚临界|超临界|超超临界)")
_WORKS = r"(?:项目|工程|生产线|装置|工厂|窑|高炉|炉)"
_YEARLY_SIZE = re.compile(rf"[\u3400-\u9fff（）“”]{{0,24}}?{_WORKS}")
_PER_DAY = re.compile(r"(?:日产|日处理|单线年产|年产)(?:能力)?$")
_HERD = re.compile(r"(?:规模|畜禽|生猪|养殖)")
_SIZES = ("tce", "tCO2", "tCO2e", "tonnes", "MWh")
_USES = re.compile(r"(?:能耗|能源消费量?|用电量|耗能|用能|排放量?|碳排放|用水量|处理能力|产能|取水量|营业收入)$")
_EVERYWHERE = ("", "全市", "全省", "全县", "全区", "全国", "全州", "全自治区", "全域")
_REFUSED = re.compile(r"的?，(?:不|一律不|原则上不)")
_STATED = re.compile(
    r"(?!.{0,24}(?:已|了|成为|为第))[^，。；、\d]{1,14}?(?:水质(?:优良|达标)|得到(?:提升|改善|治理|整治|恢复)|达标|完成|建成|实现|达到|开展)"
)
_SHARE_DOES = re.compile(r"的(?!，)[^，。；、的]{2,24}?(?:达到|实现|完成|建成)")
_INVESTED = re.compile(r"(?<!总)(?<!计划)投资额?$")
_SETS_UP = ("建立", "建设", "创建", "打造", "培育", "种植", "实施", "改造")
_SHORT = 14
_ENDS = ("、", "，", "。", "；")
_COUNTED = ("count", "m2", "km", "households", "devices", "vehicles", "persons", "percent")
_THINGS = {"count", "m2", "km", "households", "devices", "vehicles", "persons", "tonnes", "MW"}
_NOT_BUILT = ("", "days", "CNY", "ratio")


def refused(claim: Claim) -> bool:
    """上架率低于50%的，不支持: whoever has less is refused, so that the number is what is needed at least."""
    return claim.quantity.unit == "percent" and _REFUSED.match(claim.after) is not None


def _of_named(claim: Claim) -> bool:
    """2025年底前永年区、肥乡区等7座: some are named, and no number of theirs follows (等9种…量达到4亿吨)."""
    return bool(claim.time) and claim.before.endswith("等") and not _OWN_NUMBER.match(claim.after)


def lead_beyond(claim: Claim) -> bool:
    """实现超3000米水平段: whether 超 stands at once before the number."""
    return claim.lead.words[-1:] in (("超",), ("超过",))


class Signs:
    """Reads the words around a number by the lists of a `Knowledge`."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the lists of words."""
        self._words = knowledge.words

    def evident(self, claim: Claim) -> bool:
        """Whether anything says that the number is reached, changed, built or a rate."""
        lead, quantity = claim.lead, claim.quantity
        merely = quantity.unit == "count" and not lead.comparator and lead.words and set(lead.words) <= {"为", "分别"}
        if merely or (quantity.unit_printed == "倍" and not lead.change):
            return False
        if claim.subject.endswith("对") and quantity.unit == "count":
            return _WORKED_ON.match(claim.after) is not None
        if self._led(claim) or lead.expected or quantity.rule or self._there_are(claim):
            return True
        if claim.sign in (">=", "<=") and claim.subject.strip("，、 "):
            return True
        if quantity.unit in ("percent", "pp"):
            return self._is_rate(claim) or bool(claim.subject.strip()) or bool(_HAN.match(claim.after))
        return quantity.unit not in _NOT_BUILT and self._worked(claim)

    def _there_are(self, claim: Claim) -> bool:
        """到2025年，全市充电站3000座、充电桩16万个: how many of a thing there are in a year to come."""
        dated = (
            claim.time is not None and claim.time.kind == "by" and claim.quantity.unit in ("count", "km", "vehicles")
        )
        return dated and len(claim.subject.strip("，、 ")) > 1 and claim.after[:1] in _ENDS

    def strong(self, claim: Claim) -> bool:
        """Whether the words alone make a goal of the number, without a year beside it."""
        if set(claim.lead.words) == {"为"} and _EXTENT.search(claim.subject) and claim.sign == "=":
            return False
        return (
            self._led(claim)
            or self.fitted(claim)
            or bool(claim.quantity.sign)
            or self._worked(claim)
            or self._is_rate(claim)
        )

    def fitted(self, claim: Claim) -> bool:
        """养殖场全部配备粪污处理设施: all of them have something, whether a year is named or not."""
        whole = claim.quantity.rule == "zh.whole" and len(claim.before.strip("，、 ")) > 2
        return whole and claim.quantity.words in self._words["whole_fitted"]

    def works(self, claim: Claim) -> bool:
        """Whether a word of work or completion leads to the number."""
        return self._works_at_once(claim) or any(word in claim.before[-20:] for word in self._words["done_work"])

    def measures(self, claim: Claim) -> bool:
        """天然气产量2140亿立方米: a measure is named at once before a number with a unit."""
        subject = claim.subject.rstrip("，、 ")
        measured = claim.quantity.unit or ("/" in claim.quantity.unit_printed and not subject.endswith("区"))
        return bool(measured) and subject.endswith(self._words["measure"])

    def listed_with(self, claim: Claim, last: Claim) -> bool:
        """配备交通工具1000辆、监控设备500套; 新建12座，处理能力18万立方米/日: more of what the number before counts."""
        if claim.before[:1] == "、" or last.after.startswith("、"):
            both = {claim.quantity.unit, last.quantity.unit} <= _THINGS
            return both and not claim.lead.words and not last.lead.words and not claim.quantity.sign
        built = last.quantity.unit == "count" and not last.lead.words
        return built and not claim.lead.words and claim.subject.strip("，、 ").endswith(("能力", "面积", "规模"))

    def threshold(self, claim: Claim) -> bool:
        """年用电量500万千瓦时以上的项目: the number says which projects are meant."""
        after, lead = _INCLUDED.sub("", claim.after), claim.lead
        small = claim.quantity.sign != "<=" and claim.quantity.unit in _COUNTED
        if claim.quantity.sign in (">=", "<=") and not claim.lead.levels and _ALL_MEANT.match(after):
            return not self.share_of(claim) and claim.quantity.unit != "percent"
        if claim.count > 1 or (self._works_at_once(claim) and small) or after.startswith("的基础"):
            return False
        if claim.quantity.unit == "percent" and not lead.comparator and not lead.levels:
            return False
        if self.share_of(claim):
            return False
        if after.startswith(("的", "）的", "及以上的")) or self._sized(claim):
            return True
        behind = claim.quantity.sign in (">=", "<=") and claim.quantity.unit_printed != ""
        return behind and bool(_HAN.match(after)) and not _GOES_ON.match(after)

    def _sized(self, claim: Claim) -> bool:
        """年综合能耗1万吨标准煤以上或…的企业, 35蒸吨以下、…锅炉, 60万千瓦亚临界机组: a size says which are meant."""
        quantity, after, subject = claim.quantity, claim.after, claim.subject.rstrip("，、 ")
        if quantity.unit_printed.startswith("蒸吨") and quantity.sign:
            return True
        if (quantity.unit == "MW" and _SIZED.match(after)) or (quantity.unit_printed == "头" and _HERD.match(after)):
            return True
        if not quantity.unit and lead_beyond(claim) and _HAN.match(after) and not _GOES_ON.match(after):
            return True
        named = quantity.unit_printed.endswith(("/年", "/日", "/天")) or _PER_DAY.search(subject)
        if named and not claim.lead.words and not self._works_at_once(claim) and _YEARLY_SIZE.match(after):
            return True
        used = quantity.unit in _SIZES and _USES.search(subject) is not None
        if used and quantity.sign in (">=", "<=") and _MEANT.match(after):
            return True
        return used and claim.lead.comparator in (">", ">=") and _AT_ONCE_MEANT.match(after) is not None

    def nothing(self, claim: Claim) -> bool:
        """Whether a number is no result whatever its time: without a unit, of a form, a fine, a list, a standard."""
        quantity = claim.quantity
        ratio = quantity.unit == "ratio" or any(word in claim.before for word in self._words["ratio"])
        if not quantity.unit_printed and not ratio:
            return True
        if quantity.unit == "count" and _LEARNT.match(claim.after):
            return True
        near = _HARMLESS.sub("", claim.before[-20:] + claim.after[:8])
        if claim.after.startswith(self._words["not_after"]) or any(word in near for word in self._words["never"]):
            return True
        shared_out = quantity.unit == "percent" and _SHARED_OUT.match(claim.after)
        return bool(shared_out) or self._only_counts(claim) or self._of_standard(claim)

    def _of_standard(self, claim: Claim) -> bool:
        """居住建筑节能75%的设计标准: the number is the name of a standard."""
        if claim.quantity.unit_printed == "年一遇":
            return "设计" in claim.before[-12:] or claim.after.startswith(("设计", "校核"))
        named = claim.before.endswith(("节能", "节能率")) and _DESIGNED.match(claim.after)
        return claim.quantity.unit == "percent" and bool(_STANDARD.match(claim.after) or named)

    def share_of(self, claim: Claim) -> bool:
        """到2025年，超过30%的产能达到标杆水平: a share opens its clause, and its noun does something by a year."""
        opens = claim.quantity.unit == "percent" and claim.subject.strip("，、；。 ") in _EVERYWHERE
        return opens and _SHARE_DOES.match(claim.after) is not None

    def stated(self, claim: Claim) -> bool:
        """121个河段水质优良: the number opens its clause, and behind its noun stands what becomes of it."""
        counts = claim.quantity.unit == "count" and claim.quantity.value.is_integer()
        opens = counts and (not claim.before.strip("，、；。 ") or _of_named(claim))
        return opens and _STATED.match(_ASIDE.sub("", claim.after)) is not None

    def spent(self, claim: Claim) -> bool:
        """Whether a number is money put into something."""
        if _INVESTED.search(claim.subject) and claim.lead.levels:
            return False
        words = claim.subject + claim.after[:6] + claim.before[-8:]
        return claim.quantity.unit == "CNY" and any(word in words for word in self._words["spent"])

    def _led(self, claim: Claim) -> bool:
        lead = claim.lead
        return bool(lead.levels or lead.comparator or lead.change or lead.aspired)

    def _is_rate(self, claim: Claim) -> bool:
        return claim.subject.rstrip("，、 ").endswith(self._words["rate"])

    def _worked(self, claim: Claim) -> bool:
        """Whether a word of work opens the clause, or one of completion stands anywhere in it."""
        begin = _ASIDE.sub("", claim.before).lstrip("，、；：。 ")[:12]
        return (
            self._works_at_once(claim)
            or (claim.before.endswith("对") and _WORKED_ON.match(claim.after) is not None)
            or self.stated(claim)
            or any(0 <= begin.find(word) <= 6 for word in self._words["work"])
            or self._opens_work(claim)
            or any(word in claim.before[-40:] for word in self._words["done_work"])
        )

    def _opens_work(self, claim: Claim) -> bool:
        """完成8处用房建设、升级改造道路465公里: another work of the list opens behind the last comma."""
        part = claim.before.rpartition("、")[2]
        return len(part) <= _SHORT and part.startswith(self._words["work"]) and not any(map(str.isdigit, part))

    def _works_at_once(self, claim: Claim) -> bool:
        """Whether a word of work stands at once before the number, or before 各 (在三个县建立基地各1000亩)."""
        before = claim.before.rstrip()
        shared = before.endswith("各") and any(word in before for word in self._words["done_work"] + _SETS_UP)
        return shared or before.endswith(self._words["work"])

    def _only_counts(self, claim: Claim) -> bool:
        """25项举措, 5个方面: the number counts what the document itself lists."""
        if claim.quantity.unit != "count":
            return False
        listed = not claim.lead.words and claim.subject.endswith(self._words["own_counts"])
        return claim.after.startswith(self._words["not_counted"]) or listed
