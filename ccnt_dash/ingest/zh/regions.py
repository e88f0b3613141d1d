"""For which place does a Chinese claim hold?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.places import Found, Places

NATION = "100000"
_OF_ALL = re.compile(
    r"(?:(?:^|[，。；：（、年末底前]|期间|时期)全国(?!前列|领先|平均|率先|先进|第|首|重要|一流|最|水平|统一|优秀|性|文明|[“‘])"
    r"|我国|全球)"
)
_LIST = re.compile(r"(?:[^，。；]{0,3}(?:、|和|及|与)[^，。；]{0,3})")
_BEFORE = re.compile(r"(?:^|[，。；：（、]|在|其中|力争|到|年|末|底|期间|使|推动|支持|实现|完成|前|年，|对|以)$")
_NOT_PLACE = re.compile(r"[^，。；]{0,4}(?:至|—|-)|等|路|线|段|港|河|江|湖|铁路|高速|大学|公司|集团|电网|精神|意见")


class Regions:
    """Knows the places of the vocabulary and which of them a sentence is about."""

    def __init__(self, places: Places) -> None:
        """Keep the places."""
        self._places = places

    def of_document(self, source: Source) -> str:
        """The place a document is about: its own, or the one that the title of a national document names."""
        title = self._places.find(source.title, "zh", source.region) if source.title else []
        named = {code for *_, code in title if code != NATION}
        if len(named) == 1 and source.region in ("", NATION):
            return named.pop()
        return source.region

    def find(self, sentence: str, own: str) -> Found:
        """The places that a sentence names."""
        return self._places.find(sentence, "zh", own)

    def of_part(self, part: str, own: str) -> str:
        """The one place below `own` that a part of a list names (济南、青岛分别达到50%、60%); "" for none."""
        codes = {code for *_, code in self.find(part, own) if code != own and self._inside(code, own)}
        return codes.pop() if len(codes) == 1 else ""

    def of_claim(self, sentence: str, named: Found, subject: tuple[int, int], own: str) -> str:
        """The place of a claim whose clause with its subject stands at `subject`; `own` where no other is named."""
        start, end = subject
        part = max(sentence.rfind("；", 0, end), -1) + 1
        if _OF_ALL.search(sentence[max(start - 1, 0) : end]) and own != NATION:
            return NATION
        inside = self._leading(sentence, [each for each in named if start <= each[0] < end], own)
        if inside:
            return inside
        earlier = [each for each in named if part <= each[0] < start]
        at = max((each[0] for each in earlier if sentence[each[0] - 1 : each[0]] == "在"), default=start)
        return self._leading(sentence, [each for each in earlier if each[0] >= at], own) or own

    def _leading(self, sentence: str, named: Sequence[tuple[int, int, str]], own: str) -> str:
        """The one place that leads a clause; "" where there is none, or a list of them."""
        fit = [each for each in named if self._inside(each[2], own)]
        if not fit or len({code for *_, code in fit}) > 1:
            return ""
        start, end, code = fit[0]
        if not _BEFORE.search(sentence[max(0, start - 3) : start]) or _NOT_PLACE.match(sentence[end : end + 8]):
            return ""
        return code

    def _inside(self, code: str, own: str) -> bool:
        return own in ("", code) or self._places.within(code, own)
