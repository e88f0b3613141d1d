"""Which years does a Chinese sentence speak of: a goal's, a base year, or one that is over?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.candidate import Source

_PLANS = {"十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_NUMERALS = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_Y = r"(?<![\d.])(?:19|20)\d\d"
_TIME = re.compile(
    rf"(?P<base>(?:比|较|相比|相较|相较于|相对于|对比|同比)(?P<by>{_Y})年|以(?P<by2>{_Y})年(?:[^，。；]{{0,20}})为(?:基数|基准|基期|基年)"
    rf"|在?(?P<by3>{_Y})年(?:末|底)?(?:的)?基础上|(?:由|从)(?P<by4>{_Y})年(?:末|底)?的)"
    rf"|(?P<range>(?P<from>{_Y})年?(?:[-—~]{{1,2}}|至|到)(?P<to>20\d\d)年?)"
    rf"|(?P<year>(?P<lead>至|到|截至|截止|截止到|自|从)?(?P<y>{_Y})年(?!一遇)(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?P<end>年?底前|年?底|年?末|前|以来|起|以前|开始)?)"
    r"|(?P<plan>[“\"'‘「]?(?P<p>十[一二三四五六])五[”\"'’」“]?(?P<what>期末|末期?|时期|期间|期|以来|规划》?|规划纲要|前|初|年均|中期|后三年|前三年|[^，。；]{0,6}(?:目标|任务))?)"
    r"|(?P<middle>(?:到|至)?本?世纪中叶)"
    r"|(?P<soon>(?:未来|今后|经过|利用|集中用|力争用|争取用|计划用)(?P<n>[一二两三四五六七八九十]|\d{1,2})(?:[到至\-—~](?:[一二三四五六七八九十]|\d{1,2}))?年(?:左右|时间|努力|的努力|内)?)"
    r"|(?P<now>今年|本年度|年内)"
)
_TITLE_RANGE = re.compile(rf"(?P<from>{_Y})年?(?:[-—~]{{1,2}}|至|到)(?P<to>20\d\d)年?")
_TITLE_PLAN = re.compile(r"(十[一二三四五六])五")
_TITLE_YEAR = re.compile(
    rf"({_Y})年?(?:度)?(?:[^，。；]{{0,30}})(?:要点|工作安排|工作计划|重点工作|任务|指导意见|工作意见|实施方案|行动方案|行动计划|计划|工作方案|责任权重|目标)"
)
_WITHOUT = re.compile(r"20\d\d年前碳达峰|20\d\d年版|\(20\d\d\)|20\d\d年远景")
_DATE = re.compile(r"(20[012]\d)年\d{1,2}月\d{1,2}日")
_UNTIL = re.compile(r"截[至止]到?(20[012]\d)年")
_OF_PLANS = ("规划", "国家", "全国", "节能", "生态")
_USUAL = 2021
_NUMBERED = re.compile(r"[〔\[﹝（](20[012]\d)[〕\]﹞）]\d{1,4}号")
_NAMED = re.compile(r"版|修订|修正|年修|年度?报告|年鉴|号|年》")


@dataclass(frozen=True)
class Time:
    """A time that a sentence names, at `start` to `end`.

    `kind` is by (a year), period (several years; `year` is the last), base or since; `first` is the year before which
    nothing of it lies, `weak` says that it doesn't reach beyond its sentence (2022年6月底前), or may
    only describe something (“十四五”新增的断面).
    """

    start: int
    end: int
    year: int
    kind: str
    first: int
    weak: bool = False


@dataclass(frozen=True)
class Era:
    """When a document was written and which years it is for (None where it doesn't say)."""

    written: int
    first: int | None
    last: int | None

    @property
    def now(self) -> int:
        """The first year of which a document does not speak as of one that is over."""
        begun = self.first or 0
        return max(begun, self.written) if self.last is None or self.written <= self.last else begun


def era(source: Source, text: str) -> Era:
    """What title, date and first lines of a document say of its years; `text` is clean."""
    title = source.title or text[:120]
    title = _WITHOUT.sub("", title.replace("－", "-").replace("－", "-"))
    first = last = None
    if met := _TITLE_RANGE.search(title):
        first, last = int(met["from"]), int(met["to"])
    elif met := _TITLE_PLAN.search(title):
        last = _PLANS[met[1]]
        first = last - 4
    elif source.title and (met := _TITLE_YEAR.search(title)):
        first = last = int(met[1])
    return Era(_written(source, text, first), first, last)


def _written(source: Source, text: str, first: int | None) -> int:
    if source.published[:4].isdigit():
        return int(source.published[:4])
    dates = _NUMBERED.findall(text[:1500]) + _DATE.findall(text[-1500:]) + _DATE.findall(text[:1500])
    known = [int(year) for year in [*dates, *_UNTIL.findall(text)]]
    if first:
        return max([first, *(year for year in known if first <= year <= first + 2)])
    return max(known) if dates else max([_USUAL, *known])


def times(text: str, now: Era) -> list[Time]:
    """The times that a sentence names, in order; names of documents must be blanked out before."""
    found: list[Time] = []
    for met in _TIME.finditer(text):
        time = _time(met, now, text)
        if time and not (time.weak and found and time.kind == "period"):
            found.append(time)
    return found


def _time(met: re.Match[str], now: Era, text: str) -> Time | None:
    start, end = met.span()
    if met["base"]:
        year = int(met["by"] or met["by2"] or met["by3"] or met["by4"])
        return Time(start, end, year, "base", year)
    if met["range"]:
        return Time(start, end, int(met["to"]), "period", int(met["from"]))
    if met["year"]:
        return None if _NAMED.match(text, end) else _year(met)
    return _plan(met, now, text) if met["plan"] else _relative(met, now)


def _year(met: re.Match[str]) -> Time:
    year = int(met["y"])
    since = met["end"] in ("以来", "起", "开始") or met["lead"] in ("自", "从")
    return Time(met.start(), met.end(), year, "since" if since else "by", year, "月" in met["year"])


def _plan(met: re.Match[str], now: Era, text: str) -> Time | None:
    (start, end), year, what = met.span(), _PLANS[met["p"]], met["what"] or ""
    if what == "以来":
        return Time(start, end, min(year, now.written - 1), "by", year - 4)
    named = what.startswith("规划") or (not what and text.startswith(_OF_PLANS, end))
    if what == "前" or (named and year > 2020):
        return None
    return Time(start, end, year, "period", year - 4, not what)


def _relative(met: re.Match[str], now: Era) -> Time | None:
    start, end = met.span()
    if met["middle"]:
        return Time(start, end, 2050, "by", 2050)
    if met["now"]:
        return Time(start, end, now.written, "by", now.written)
    number = int(met["n"]) if met["n"].isdigit() else _NUMERALS[met["n"]]
    if now.first and now.last and now.last - now.first + 1 == number:
        return Time(start, end, now.last, "period", now.first)
    return Time(start, end, now.written + number - 1 if now.first else now.written + number, "period", now.written)
