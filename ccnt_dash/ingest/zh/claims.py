"""What does a Chinese sentence claim with each of its numbers: of what, when, how compared, how firmly?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.chained import counts_on, once
from ccnt_dash.ingest.zh.leads import Lead, Leads
from ccnt_dash.ingest.zh.quantities import Quantities, Quantity
from ccnt_dash.ingest.zh.subjects import clause_start, shared_out
from ccnt_dash.ingest.zh.times import Time

_JOINED = re.compile(r"(?:、|和|及|与|以及|或者?|至|，和|、和|以及|/)")
_ONLY_DATE = re.compile(r"(?:到|至|在)?20\d\d年(?:底|末|前)?，?")
_NOUN = re.compile(r"[\u3400-\u9fff](?<![和或并及与])")
_BETWEEN = re.compile(r"[、和与及，]{1,2}")
_BEHIND_SIGNS = {"以内": "<=", "以下": "<=", "以上": ">=", "左右": "~"}
_BEHIND = re.compile(r"(?:（[^（）]{1,12}）|）)(以内|以下|以上|左右)")
_DEADLINE = re.compile(r"完成(?:期限|时限|时间)：?(?:到|至)?(?=20\d\d年)")
_DUE = re.compile(
    r"[^，。；、\d]{2,16}(?:力争|确保|计划|预计|在|于|到)"
    r"(?=20\d\d年(?:\d{1,2}月)?(?:年?底|末)?前?(?:建成|完成|投产|投用|投运|开工))"
)
_FROM = re.compile(r"(?:由|从)[^，；。]{0,24}$")


@dataclass(frozen=True)
class Claim:
    """A number of a sentence with what surrounds it; positions count signs of the sentence.

    `start` is where its clause begins, `subject` what it is a number of (brackets and times left in), `lead` the
    words before it, `time` the one it stands under ("" in `time` where the sentence names none), `base` the year it
    is compared with, `after` what follows, `number` of `count` its place in a list of values,
    `origin` the value a change begins at.
    """

    quantity: Quantity
    start: int
    subject: str
    lead: Lead
    time: Time | None
    base: int | None
    before: str
    after: str
    number: int = 0
    count: int = 1
    origin: float | None = None

    @property
    def sign(self) -> str:
        """The comparator: range, or what is printed before or behind the number, or equal."""
        if self.quantity.high is not None:
            return "range"
        behind, before = self.quantity.sign or _bracketed(self.after), self.lead.comparator
        if behind == "~" or (behind and not before) or (before == "~" and behind in ("<=", ">=")):
            return behind
        if before == "<=" and behind == ">=":
            return ">="
        return before or "="


class Claims:
    """Takes sentences apart into claims."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep what finds numbers and reads the words before them."""
        self._quantities, self._leads = Quantities(knowledge), Leads(knowledge)

    def find(self, text: str, times: list[Time]) -> list[Claim]:
        """The claims of one sentence, in order, lists of values shared out among their names."""
        found: list[Claim] = []
        taken = [(time.start, time.end) for time in times]
        quantities = [
            each for each in self._quantities.find(text) if not any(a < each.end and each.figure < b for a, b in taken)
        ]
        for each in once(text, quantities):
            found.append(self._claim(text, each, found, times))
        return _dated(_shared(found), text, times)

    def _claim(self, text: str, quantity: Quantity, earlier: list[Claim], times: list[Time]) -> Claim:
        last = next((each for each in reversed(earlier) if each.quantity.unit_printed), None)
        after = text[quantity.end : quantity.end + 40]
        if last and _continues(text, last.quantity, quantity):
            return replace(last, quantity=quantity, after=after, number=last.number + 1)
        floor = last.quantity.end if last else 0
        if last and _describes(text, last.quantity):
            floor = last.start
        start = clause_start(text, quantity.start, floor)
        if quantity.rule == "zh.whole" and start == quantity.start and text[start - 1 : start] == "，":
            start = clause_start(text, start - 1, floor)
        before = text[start : quantity.start]
        lead = self._leads.read(before)
        if last and not lead.words and _and_of(text, last, quantity):
            return replace(last, quantity=quantity, start=start, subject="", after=after, number=0, count=1)
        subject = before[: lead.start]
        if start and text[start - 1] == "：" and not _ONLY_DATE.sub("", subject):
            subject = text[clause_start(text, start - 1, 0) : start - 1]
        time = next((each for each in reversed(times) if _governs(text, each, quantity)), None)
        time = time or deadline(text, quantity.end, times)
        return Claim(
            quantity,
            start,
            subject,
            lead,
            time,
            _base(text, quantity, times),
            before,
            after,
            origin=last.quantity.value if last and starts_from(last) else None,
        )


_GOALS = ("by", "period", "since")


def _governs(text: str, time: Time, quantity: Quantity) -> bool:
    """Whether a year before a number holds for it; one in brackets ends with them."""
    if time.start >= quantity.start or time.kind not in _GOALS:
        return False
    between = text[time.end : quantity.start]
    return "）" not in between or (between.find("（") != -1 and between.find("（") < between.find("）"))


def deadline(text: str, at: int, times: list[Time]) -> Time | None:
    """The year by which a sentence says, behind `at`, that its work is to be done: （完成时限：2021年四季度）.

    Or at once behind its noun: 6条铁路专用线力争2021年底前建成.
    """
    met = _DUE.match(text, at) or _DEADLINE.search(text, at)
    if met is None:
        return None
    return next((each for each in times if each.kind == "by" and met.end() <= each.end <= met.end() + 8), None)


def _continues(text: str, before: Quantity, this: Quantity) -> bool:
    between = text[before.end : this.start]
    if _JOINED.fullmatch(between):
        return True
    closing = text[this.end : this.end + 1]
    return between == "（" and closing == "）" and before.unit == this.unit


def _describes(text: str, quantity: Quantity) -> bool:
    """装机100万千瓦的电站2座, 收入10亿元以上企业20家, 每500人配备1名: the first describes what the second counts."""
    behind = text[quantity.end : quantity.end + 1]
    if text[quantity.start - 1 : quantity.start] == "每":
        return True
    return behind == "的" or (quantity.sign in (">=", "<=") and bool(_NOUN.match(behind)))


def _dated(claims: list[Claim], text: str, times: list[Time]) -> list[Claim]:
    """2025年、2030年，…分别达到20%、25%: as many values as years before them are shared out among these."""
    found: list[Claim] = []
    for claim in claims:
        row = _row(text, claim.time, times) if claim.count > 1 else []
        if len(row) != claim.count and _names(claims, claim) == 1:
            row = _each_of(text, claim.time)
        found.append(replace(claim, time=row[claim.number]) if len(row) == claim.count else claim)
    return found


def _names(claims: list[Claim], claim: Claim) -> int:
    """How many things the values of the list that `claim` stands in are of."""
    return len({each.subject for each in claims if each.start == claim.start and each.count == claim.count})


def _each_of(text: str, time: Time | None) -> list[Time]:
    """The years of a range that is printed with both ends (2022至2025年), one by one."""
    if time is None or time.kind != "period" or not text[time.start : time.start + 4].isdigit():
        return []
    return [replace(time, year=year, first=year, kind="by") for year in range(time.first, time.year + 1)]


def _row(text: str, last: Time | None, times: list[Time]) -> list[Time]:
    """The years of a list that ends with `last`."""
    if last is None:
        return []
    row = [last]
    for time in reversed([time for time in times if time.start < last.start and time.kind == last.kind]):
        if not _BETWEEN.fullmatch(text[time.end : row[0].start]):
            break
        row.insert(0, time)
    return row


def _and_of(text: str, last: Claim, this: Quantity) -> bool:
    """500家企业和20个园区: the second number hangs on the words before the first."""
    hangs = counts_on(text, last.quantity, this, led=bool(last.lead.words))
    return bool(last.lead.words or last.before) and hangs


def _base(text: str, quantity: Quantity, times: list[Time]) -> int | None:
    """The base year named last before a number in its part of the sentence."""
    part = max(text.rfind("；", 0, quantity.start), 0)
    near = [time for time in times if time.kind == "base" and part <= time.start < quantity.start]
    return near[-1].year if near else None


def _shared(claims: list[Claim]) -> list[Claim]:
    """Claims of one list: each gets its part of the subject, and all the sign that only the last one prints."""
    found: list[Claim] = []
    at = 0
    while at < len(claims):
        end = at + 1
        while end < len(claims) and claims[end].number == claims[end - 1].number + 1:
            end += 1
        group = claims[at:end]
        if len(group) > 1:
            group = _share(group)
        found += group
        at = end
    return found


def _share(group: list[Claim]) -> list[Claim]:
    last = group[-1].quantity.sign
    inherit = last if last and not any(each.quantity.sign for each in group[:-1]) else ""
    split = "分别" in group[0].lead.words or "分别" in group[0].subject or len(group) > 1
    return [
        replace(
            each,
            quantity=replace(each.quantity, sign=each.quantity.sign or inherit),
            subject=shared_out(each.subject, number, len(group)) if split else each.subject,
            number=number,
            count=len(group),
        )
        for number, each in enumerate(group)
    ]


def _bracketed(after: str) -> str:
    met = _BEHIND.match(after)
    return _BEHIND_SIGNS[met[1]] if met else ""


def starts_from(claim: Claim) -> bool:
    """Whether the number is the level a change begins at: 由30%提高到50%."""
    return bool(_FROM.search(claim.before)) and bool(re.match(r"[^，；。]{0,12}(?:到|至|为)", claim.after))
