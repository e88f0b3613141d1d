"""In which year does a Chinese sentence promise the peak of emissions, or neutrality?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.making import Page
from ccnt_dash.ingest.zh.sentences import Sentence

_SIGNS = {"前": "<", "左右": "~", "": "<="}
_SPEECH = re.compile(r"总书记|主席|宣布|宣示|承诺|全球")
_PARTS = re.compile(r"行业|企业|园区|部分|有条件|地区|城市群|试点|关$|度$")
_NATION = re.compile(r"我国|中国|全国")


class Peaks:
    """Finds years of peak and neutrality by the words a `Knowledge` has; a `turn` is left where they only serve to
    name a goal (2030年前碳达峰目标)."""

    def __init__(self, knowledge: Knowledge) -> None:
        words, self._rules = knowledge.words, knowledge.rules
        self._codes = {word: code for code in ("carbon_peak", "net_zero_year") for word in words[code]}
        either = "|".join(re.escape(word) for word in sorted(self._codes, key=lambda word: -len(word)))
        turns = "|".join(map(re.escape, words["turn"]))
        self._promise = re.compile(
            rf"(?:到|于|在)?(?P<year>20[2-9]\d)年(?P<end>前|左右)?(?P<between>[^，。；：（、\d]{{0,18}}?)(?P<what>{either})"
            rf"(?!{turns})(?P<rest>[^，。；]{{0,12}})"
        )
        self._reached = re.compile("|".join(map(re.escape, words["reached"])))
        self._any = re.compile(either)
        self._turns = re.compile(turns)

    def find(self, page: Page, sentence: Sentence, region: str, done: set[tuple[str, int]]) -> Iterator[Candidate]:
        """Promises of `sentence` that are not in `done` (indicator and year), to which they are added."""
        if not self._any.search(sentence.text):
            return
        for met in self._promise.finditer(sentence.text):
            before = sentence.text[max(0, met.start() - 16) : met.start()]
            if (
                _SPEECH.search(sentence.text[: met.start()])
                or _PARTS.search(before)
                or _PARTS.search(met["between"])
                or sentence.text[met.end("year") + 1] == "度"
            ):
                continue
            year, code = int(met["year"]), self._codes[met["what"]]
            if year < page.era.written or (code, year) in done or self._turns.search(met["rest"]):
                continue
            if self._reached.search(before[-4:] + met["between"]) or met["what"] in ("达峰", "达到峰值"):
                done.add((code, year))
                place = "100000" if _NATION.search(sentence.text[: met.start()]) else region
                yield self._candidate(page, sentence, met, code, place)

    def _candidate(self, page: Page, sentence: Sentence, met: re.Match[str], code: str, region: str) -> Candidate:
        begin, at = sentence.start + met.start(), sentence.start + met.start("year")
        start, end = page.clean.span(begin, sentence.start + met.end("what"))
        year = int(met["year"])
        before = sentence.text[max(0, met.start() - 4) : met.start()] + met["between"]
        return Candidate(
            kind="target",
            start=start,
            end=end,
            quote=page.source.text[start:end],
            figure=page.clean.raw(at),
            indicator=code,
            comparator=_SIGNS[met["end"] or ""],
            value=float(year),
            unit="year",
            value_source=float(year),
            unit_source="年",
            target_year=year,
            region=region,
            sector="cross_cutting",
            strictness="aspirational" if "力争" in before else "unstated",
            rule="zh.peak",
            confidence=self._rules["zh.peak"],
        )
