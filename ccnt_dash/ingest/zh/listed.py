"""Which paragraphs list the conditions that an earlier one announces?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ccnt_dash.ingest.zh.sentences import Sentence, level

_ANNOUNCED = re.compile(
    r"(?:符合|满足|具备)(?:以下|下列|如下)[^。；]{0,12}(?:条件|情形|要求|标准)|(?:下列|以下|如下)(?:条件|情形)之一"
    r"|(?:应当?|须|需|必须)(?:同时)?(?:符合|具备|满足)[^。；]{0,16}：$"
    r"|(?:申报|申请|准入|入库|支持|补助|奖励)(?:条件|要求|对象|范围)[^。；]{0,8}：$"
)


@dataclass
class Listed:
    """The list of conditions that is open: since which paragraph, and how deep its items stand (-1 not known yet).

    `above` is how deep the paragraph itself stands that announces it (-1 without a number).
    """

    paragraph: int = -1
    depth: int = -1
    above: int = -1
    inside: bool = False

    def holds(self, sentence: Sentence) -> bool:
        """Whether `sentence` stands in an item of the list; sentences must be shown in order."""
        if self.paragraph >= 0 and sentence.paragraph != self.paragraph:
            self._next(level(sentence.text))
            self.paragraph = sentence.paragraph if self.inside else -1
        if _ANNOUNCED.search(sentence.text) and sentence.text.rstrip("\x01 ").endswith("："):
            self.paragraph, self.depth, self.inside = sentence.paragraph, -1, False
            self.above = level(sentence.text)
            return False
        return self.inside and self.paragraph >= 0

    def _next(self, depth: int) -> None:
        """Note that a paragraph begins, numbered at `depth`; items go on as deep as the first, or deeper."""
        if self.depth < 0:
            self.depth, self.inside = depth, depth > self.above
        else:
            self.inside = depth >= self.depth
