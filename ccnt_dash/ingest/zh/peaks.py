"""In which year does a Chinese sentence promise the peak of emissions, or neutrality?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.making import Place
from ccnt_dash.ingest.zh.regions import NATION
from ccnt_dash.ingest.zh.times import Time

# China has promised its peak before 2030; what stands under a later year is neutrality.
_LATEST_PEAK = 2035
_SIGNS = {"前": "<", "左右": "~", "": "="}
_SPEECH = re.compile(r"总书记|主席|宣布|宣示|承诺|全球|党中央|战略决策|国家.{0,12}力争|(?:围绕|落实|聚焦|贯彻).{0,16}$")
# 2030年前力争碳达峰，是…党中央作出的决策: what is told of the nation behind the year.
_DECIDED = re.compile(r"[^。；]{0,40}，这?是[^，。；]{0,24}党中央")
_PARTS = re.compile(r"行业|企业|园区|部分|城市群|试点|度$")
_SURE = ("确保如期实现", "如期实现", "确保实现", "确保")
# What is prepared or hurried has no year yet, and what else than carbon peaks has another.
_NO_PROMISE = re.compile(
    r"制定|编制|明确|推动|推进|围绕|支撑|有条件|助力|共促|把握|尽早|提前|率先|逐步|分批|各地区|煤炭|天然气|能源消费|进入|到达峰"
)
_SERVED = re.compile(r"提供|奠定|作出|贡献")
_AIM = re.compile(r"目标(?:$|[。；，])")
_CLAUSES = re.compile(r"[，。；：]")
_VERBS = ("达峰", "达到峰值")
_YEAR = re.compile(r"20[2-9]\d")
_NATION = re.compile(r"我国|中国|(?<!在)全国(?!率先|前列)")


@dataclass(frozen=True)
class Promise:
    """Where a promise stands in its sentence, from `start` to `end`; its year with the position, and the sign of it."""

    start: int
    end: int
    at: int
    year: int
    sign: str
    code: str


class Peaks:
    """Finds years of peak and neutrality by the words a `Knowledge` has.

    A `turn` behind the words shows that they only name a goal (2030年前碳达峰目标).
    """

    def __init__(self, knowledge: Knowledge) -> None:
        """Make patterns of the lists of words."""
        words, self._rules = knowledge.words, knowledge.rules
        self._codes = {word: code for code in ("carbon_peak", "net_zero_year") for word in words[code]}
        either = "|".join(re.escape(word) for word in sorted(self._codes, key=lambda word: -len(word)))
        turns = "|".join(map(re.escape, words["turn"]))
        self._promise = re.compile(
            rf"(?:到|于|在)?(?P<year>20[2-9]\d)年(?P<end>前|左右)?(?P<between>[^，。；：（、\d]{{0,18}}?)(?P<what>{either})"
            rf"(?P<rest>[^，。；]{{0,12}})"
        )
        done = "|".join(map(re.escape, words["fulfilled"]))
        self._done = re.compile(done)
        self._alone = re.compile(
            rf"(?P<before>[^，。；：（]{{0,16}}?)(?P<what>{either})(?P<done>{done})?(?P<rest>[^，。；]{{0,12}})"
        )
        self._reached = re.compile("|".join(map(re.escape, words["reached"])))
        self._any = re.compile(either)
        self._turns = re.compile(turns)

    def find(
        self, place: Place, times: Sequence[Time], carried: Time | None, done: set[tuple[str, int]]
    ) -> Iterator[Candidate]:
        """Promises of a sentence that are not in `done` (indicator and year), to which they are added.

        `carried` is the time that an earlier sentence leaves for one without its own.
        """
        text, region = place.sentence.text, place.page.own
        if not self._any.search(text):
            return
        own = _PARTS.findall(place.page.source.title)
        for promise in [*self._adjacent(text, place.page.own == NATION), *self._apart(text, times, carried, own)]:
            key = (promise.code, promise.year)
            if promise.year >= place.page.era.written and key not in done:
                done.add(key)
                before = text[max(0, promise.start - 16) : promise.start]
                yield self._candidate(place, promise, NATION if _NATION.search(before) else region)

    def _adjacent(self, text: str, own: bool) -> Iterator[Promise]:
        """2030年前实现碳达峰: the year stands right before. A speech counts where the nation speaks of itself."""
        for met in self._promise.finditer(text):
            reached = self._reached.search(text[max(0, met.start() - 4) : met.start()] + met["between"])
            near = _CLAUSES.split(text[max(0, met.start() - 16) : met.start()])[-1] + "，" + met["between"]
            part = _PARTS.search(near) or text[met.end("year") + 1] == "度" or _PARTS.search(near.split("，")[0])
            sure = text[max(0, met.start() - 6) : met.start()].endswith(_SURE) and _AIM.match(met["rest"])
            fulfilled = self._done.match(met["rest"])
            turned = self._turns.search(met["rest"]) and not fulfilled and not (sure and "为" not in near[:16])
            told = _SPEECH.search(text[max(0, met.start() - 60) : met.start()]) or _DECIDED.match(text, met.end("what"))
            cited = (not own and told) or turned
            served = "为" in near and _SERVED.search(met["rest"])
            if (reached or fulfilled or met["what"] in _VERBS) and not part and not cited and not served:
                sign, code = _SIGNS[met["end"] or ""], self._codes[met["what"]]
                yield Promise(met.start(), met.end("what"), met.start("year"), int(met["year"]), sign, code)

    def _apart(self, text: str, times: Sequence[Time], carried: Time | None, own: Sequence[str]) -> Iterator[Promise]:
        """到2030年，…，二氧化碳排放量达到峰值: the year stands before an earlier comma, or in an earlier sentence.

        `own` are the parts of the economy that the document is about as a whole.
        """
        for met in self._alone.finditer(text):
            time = next((time for time in reversed(times) if time.kind == "by" and time.end <= met.start()), None)
            if time is None and carried is not None and carried.kind == "by" and not times:
                time = replace(carried, start=0, end=0)
            words = met["before"] + met["what"] + (met["done"] or "")
            reached = met["what"] in _VERBS or met["done"] or self._reached.search(met["before"])
            if (
                time is None
                or not reached
                or _YEAR.search(met["before"])
                or set(_PARTS.findall(met["before"])) - set(own)
            ):
                continue
            near = text[max(0, met.start() - 8) : met.start()] + words
            aim = met["before"].startswith("为") or _NO_PROMISE.search(near) or met["rest"].startswith("后")
            turned = not met["done"] and self._turns.match(met["rest"])
            cited = _SPEECH.search(text[time.end : met.start()] + words)
            if aim or turned or cited or (time.end and "，" not in text[time.end : met.start() + 1]):
                continue
            figure = _YEAR.search(text, time.start, time.end)
            late = self._codes[met["what"]] == "carbon_peak" and time.year > _LATEST_PEAK
            if not late and (not time.end or (figure and "前" not in text[time.start : time.end])):
                at = figure.start() if figure else -1
                yield Promise(met.start(), met.end("what"), at, time.year, "=", self._codes[met["what"]])

    def _candidate(self, place: Place, promise: Promise, region: str) -> Candidate:
        page, base = place.page, place.sentence.start
        start, end = page.clean.span(base + promise.start, base + promise.end)
        near = place.sentence.text[max(0, promise.start - 4) : promise.end]
        return Candidate(
            kind="target",
            start=start,
            end=end,
            quote=page.source.text[start:end],
            figure=page.clean.raw(base + promise.at) if promise.at >= 0 else -1,
            indicator=promise.code,
            comparator=promise.sign,
            value=float(promise.year),
            unit="year",
            value_source=float(promise.year),
            unit_source="年",
            target_year=promise.year,
            region=region,
            sector="cross_cutting",
            strictness="aspirational" if "力争" in near else "unstated",
            rule="zh.peak",
            confidence=self._rules["zh.peak"],
        )
