"""Of what does a Chinese clause give a number, and which indicator and sector is that?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.knowledge import IndicatorWords, Knowledge

_STOPS = "，。；：\n（！？"
_JOIN = re.compile(r"(?:、|和|及|以及|与|或)")
_TAIL = re.compile(
    r"(?:发电)?(?:总?装机(?:容量|规模)?|发电量|占比|比重|比例|规模|产量|面积|浓度|消费量|[^、和及与]{0,6}率)$"
)
_ALSO = re.compile(r"、|和|以及|及(?!以)")
_SHARING = re.compile(r"[\u3400-\u9fff]{2,14}(?:(?:、|和|以及|及(?!以))[\u3400-\u9fff]{2,14}){1,3}$")
_SCOPE = re.compile(r"(?:市区?|城区?|县|村|镇|地区|园区|区域|建成区|河|江|湖|源|社区|单位)$")
_SAME_RATE = re.compile(r"(?:安全利用|综合利用|资源化利用|无害化处理|无害化处置|利用|回收|处理|处置|收集|达标)率$")
_LEADING = re.compile(
    r"^(?:[，、；：。\s]|其中|到|至(?!少)|在(?!建)|年?年?底前?|年末|年前?(?!均|度|产|用|处|销|发|综|节|减)|末|期间|时期|力争|确保|实现|使|全面|推动|促进|并|且|同时|将|使得|按照|期末|前)+"
)
_REMEMBERED = 20_000
_FALLEN = ("下降", "降低", "减少", "降幅", "削减")


def clause_start(text: str, at: int, floor: int) -> int:
    """Where the clause begins that holds `at`; what stands in brackets is skipped, `floor` is not crossed."""
    while at > floor:
        sign = text[at - 1]
        if sign == "）":
            opened = text.rfind("（", max(floor, at - 80), at)
            if opened < 0:
                return at
            at = opened
        elif sign in _STOPS:
            return at
        else:
            at -= 1
    return floor


def without_brackets(text: str) -> str:
    """`text` without what stands in brackets."""
    return re.sub(r"（[^（）]{0,80}）", "", text)


def shared_out(subject: str, number: int, count: int) -> str:
    """The part of a subject like 风电、光伏装机容量 that the value `number` (from 0) of `count` belongs to."""
    parts = [part for part in _JOIN.split(subject) if part]
    if len(parts) < count:
        return subject
    parts = parts[-count:] if len(parts) > count else parts
    part = parts[number]
    tail = _TAIL.search(parts[-1])
    return part + tail.group() if tail and not part.endswith(tail.group()) else part


def sharing(subject: str) -> list[str]:
    """The rates of which each has the value that follows (受污染耕地、污染地块安全利用率); `subject` alone for one."""
    bare = without_brackets(subject).strip("，、 ")
    met = _SHARING.search(bare)
    if not met:
        return [subject]
    parts = _ALSO.split(met.group())
    ends = [part.endswith("率") for part in parts]
    scoped = any(_SCOPE.search(part) or ("覆盖" in part and not all(ends)) for part in parts)
    if scoped or not (all(ends) or (ends[-1] and _SAME_RATE.search(parts[-1]))):
        return [subject]
    tail = _SAME_RATE.search(parts[-1])
    return [part if part.endswith("率") or not tail else part + tail.group() for part in parts]


class Subjects:
    """Knows indicators and sectors by the words that name them."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep indicators, sectors and their words."""
        self._knowledge = knowledge
        self._found: dict[tuple[str, str, str], str] = {}
        self._names: dict[str, list[IndicatorWords]] = {}
        for names in knowledge.names:
            self._names.setdefault(knowledge.indicators[names.indicator].dimension, []).append(names)

    def indicator(self, subject: str, unit: str, change: str) -> str:
        """The code that `subject`, measured in `unit` (canonical), names; "" where none does."""
        key = (subject, unit, change)
        if key not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[key] = self._named(*key)
        return self._found[key]

    def _named(self, subject: str, unit: str, change: str) -> str:
        dimension = self._knowledge.units[unit].dimension if unit else ""
        change = change or ("fall" if any(word in subject for word in _FALLEN) else "level")
        best, score = "", 0
        for names in self._names.get(dimension, ()):
            if names.change not in ("", change) or any(word in subject for word in names.forbidden):
                continue
            found = [max((len(word) for word in group if word in subject), default=0) for group in names.groups]
            if all(found) and sum(found) > score:
                best, score = names.indicator, sum(found)
        return best

    def sector(self, indicator: str, subject: str, others: str) -> str:
        """Sector of an indicator, or of the words of a subject, or of what stands around it."""
        if indicator in self._knowledge.indicators:
            return self._knowledge.indicators[indicator].sector
        for text in (subject, others):
            for word, sector in self._knowledge.sectors.items():
                if word in text:
                    return sector
        return "cross_cutting"


def phrase(subject: str) -> str:
    """A name for what has no code: the subject without what only leads to it, at most 40 signs."""
    return _LEADING.sub("", re.sub(r"\d{4}年?|[“”\"]|十[三四五]五", "", without_brackets(subject)))[-40:].strip("，、 ")
