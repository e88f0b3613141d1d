"""How does a number of a Chinese sentence hang on the one before it: counted on, or the same once more?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccnt_dash.ingest.zh.quantities import Quantity

_THING = re.compile(r"[^，。；：（\d]{2,24}(?:和|及|、|以及)")
# 培育10家中心，5家平台，100家以上企业: a number after a comma counts on where only a noun stands behind it.
_BEFORE = re.compile(r"[^，。；：（\d]{2,24}(?:（[^（）\d]{1,30}）)?，")
_BEHIND = re.compile(r"[^，。；：（\d]{2,24}(?:（[^（）\d]{1,30}）)?(?:[，。；]|[和及、](?=\d)|$)")
_DOES = re.compile(
    r"达到|达标|实现|完成|建成|纳入|进入|入选|成为|开展|列入|获得|获评|实施|通过|得到|取得|投入|投产|开工|落地|水质|参与|签订"
)
# 8.7平方公里（约1.3万亩）: the same once more in another unit, the last digits left out.
_AGAIN = re.compile(r"（(?:约合?|折合|合|即|相当于)?")
_ROUNDED = 0.05


def counts_on(text: str, last: Quantity, this: Quantity, *, led: bool) -> bool:
    """500家企业和20个园区, 10家中心，5家平台: the second number hangs on the words before the first.

    `led` says that words of a level led to the first.
    """
    between = text[last.end : this.start]
    if _THING.fullmatch(between):
        return True
    if led or last.unit_printed != this.unit_printed or this.unit != "count" or not _BEFORE.fullmatch(between):
        return False
    noun = _BEHIND.match(text, this.end)
    return noun is not None and not _DOES.search(between + noun.group())


def once(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """The quantities of `text`, in order, without those in brackets that say one before them in another unit."""
    kept: list[Quantity] = []
    for each in found:
        if not kept or not _again(text, kept[-1], each):
            kept.append(each)
    return kept


def _again(text: str, before: Quantity, this: Quantity) -> bool:
    if not before.unit or before.unit != this.unit or before.unit_printed == this.unit_printed:
        return False
    near = abs(before.value - this.value) <= _ROUNDED * before.value
    return near and _AGAIN.fullmatch(text[before.end : this.start]) is not None
