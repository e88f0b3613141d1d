"""What does a text say once the dirt of its printing is gone, and where did each sign stand before?"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from ccnt_dash.ingest.lines import breaks_paragraph, is_bare_marker, page_lines, table_regions, typical_width


def _signs() -> dict[int, str]:
    """One sign for one sign: full-width forms, radicals that stand for signs, GBK bytes read as Yi letters."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in range(0xA3A1, 0xA3FF):
        table[code] = chr(code & 0x7F)
    table |= {ord(odd): plain for odd, plain in zip(_RADICALS, _RADICALS_PLAIN, strict=True)}
    table |= {ord(odd): plain for odd, plain in _SIGNS.items()}
    return table


_RADICALS = (
    "⼀⼆⼈⼊⼋⼒⼗⼝⼟⼠⼤⼥⼦⼩⼭⼯⼰⼲⼴⼼⼿⽀⽂⽅⽇⽉⽊⽌⽐⽓⽔⽕⽜⽤⽥⽬⽯⽴⽹⽽⾃⾊⾏⾐⾞⾥⾦⾮⻓⻔⻛⺠⻋⻢⻩⻝"
)
_RADICALS_PLAIN = (
    "一二人入八力十口土士大女子小山工己干广心手支文方日月木止比气水火牛用田目石立网而自色行衣车里金非长门风民车马黄食"
)
_SIGNS = {
    ",": "，",
    "，": "，",
    ";": "；",
    "；": "；",
    ":": "：",
    "：": "：",
    "(": "（",
    "（": "（",
    ")": "）",
    "）": "）",
    "!": "！",
    "！": "！",
    "?": "？",
    "？": "？",
    "ꎬ": "，",
    "ꎮ": "。",
    "ꎻ": "；",
    "ꎺ": "：",
    "ꎨ": "（",
    "ꎩ": "）",
    "\U001001b0": ".",
    "«": "《",
    "»": "》",
    "\uf0b4": "×",
    "\uf03d": "=",
    "﹐": "，",
    "﹑": "、",
    "︰": "：",
    "−": "-",
    "―": "—",
    "─": "—",
    "–": "—",
    "〜": "~",
    "～": "~",
    "∼": "~",
    "≧": "≥",
    "⩾": "≥",
    "≦": "≤",
    "⩽": "≤",
    "﹥": ">",
    "∶": "∶",
    "ㅤ": " ",
    "\u3000": " ",
    "\xa0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\t": " ",
    "|": " ",
    "│": " ",
    "\x0c": "\n",
    "\r": " ",
    "〇": "〇",
    "﹝": "〔",
    "﹞": "〕",
}
_TABLE = _signs()
_HAN = "\u3400-\u9fff"
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_STOP = re.compile(rf"(?<=[{_HAN}）%”])\.(?!\d(?!\d\d\d ?年))")
_POINT = re.compile(r"(?<=\d)[。·](?=\d)")
_GAP = re.compile(
    rf"(?<=[{_HAN}，。；：、（）《》“”%‰≥≤><~—∶/]) {{1,400}}|(?<=[^ ]) {{1,400}}(?=[{_HAN}，。；：、（）《》“”%‰∶/~])"
)
_YEAR = re.compile(r"(?<!\d)(2) ?(0) ?(\d) ?(\d)(?= ?年)")
_SPLIT_POINT = re.compile(r"(?<=\d)( ?)\.( ?)(?=\d{1,4} ?(?:%|万|亿|个|千|吨|倍|平方|立方|公顷|公里|微克))")


@dataclass(frozen=True)
class Clean:
    """A text without its dirt.

    `text` has no page numbers, no spaces between Chinese signs and a line break only where the meaning has one;
    `tables` are the spans of `text` that hold cells, one line each or several. `raw(i)` is where the sign `i` of
    `text` stands in the raw text.
    """

    text: str
    tables: tuple[tuple[int, int], ...]
    _cleaned: tuple[int, ...]
    _raw: tuple[int, ...]

    def raw(self, index: int) -> int:
        """Position in the raw text of the sign at `index`, which must be one of `text`."""
        piece = bisect_right(self._cleaned, index) - 1
        return self._raw[piece] + index - self._cleaned[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Positions in the raw text of what stands from `start` to `end` (end not included, start < end)."""
        return self.raw(start), self.raw(end - 1) + 1


def plain_signs(text: str) -> str:
    """`text` with odd and full-width signs replaced one by one; as long as before."""
    text = _THOUSANDS.sub(",", text.translate(_TABLE))
    return _STOP.sub("。", _POINT.sub(".", text))


def _lines(text: str) -> list[tuple[int, int]]:
    ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
    return [(start, end - 1) for start, end in zip([0, *ends], ends, strict=False)]


class _Kept:
    """The pieces of a text that are kept, and the breaks put between them."""

    def __init__(self, text: str) -> None:
        self.text, self.pieces, self.cleaned, self.raw, self.length = text, [""], [0], [0], 0

    def keep(self, start: int, end: int) -> None:
        if end > start:
            self._add(self.text[start:end], start)

    def break_line(self, at: int) -> None:
        """A break that stands for the one of the raw text at `at`."""
        if self.length and not self.pieces[-1].endswith("\n"):
            self._add("\n", at)

    def _add(self, piece: str, raw: int) -> None:
        self.pieces.append(piece)
        self.cleaned.append(self.length)
        self.raw.append(raw)
        self.length += len(piece)


def _keep_line(kept: _Kept, start: int, end: int, gaps: re.Pattern[str] | None) -> None:
    line = kept.text[start:end]
    left, right = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    at = left
    for gap in gaps.finditer(kept.text, left, right) if gaps else ():
        kept.keep(at, gap.start())
        at = gap.end()
    kept.keep(at, right)


def clean(text: str) -> Clean:
    """`text` (raw, any length) without page numbers, running heads, breaks and spaces that mean nothing."""
    signs = plain_signs(text)
    spans = _lines(signs)
    lines = [signs[start:end] for start, end in spans]
    pages = page_lines(lines)
    regions = table_regions(lines, pages)
    kept = _Kept(signs)
    tables: list[tuple[int, int]] = []
    width, before, opens = typical_width(lines), "", True
    region_of = {number: region for region in regions for number in range(region[0], region[1])}
    opened: dict[tuple[int, int], int] = {}
    for number, (start, end) in enumerate(spans):
        if number in pages or not lines[number].strip():
            continue
        region = region_of.get(number)
        hard = not before or region is not None or breaks_paragraph(before, opens, lines[number], width)
        if hard and before:
            kept.break_line(start - 1)
        if region is not None:
            opened.setdefault(region, kept.length)
        _keep_line(kept, start, end, None if region is not None else _GAP)
        before, opens = lines[number], hard or is_bare_marker(before)
        if region is not None:
            before = "。"
            del tables[len(opened) - 1 :]
            tables.append((opened[region], kept.length))
    return Clean("".join(kept.pieces), tuple(tables), tuple(kept.cleaned), tuple(kept.raw))
