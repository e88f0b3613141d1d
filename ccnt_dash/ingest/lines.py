"""Which lines of a printed text are page numbers, which are cells of a table, and where does a paragraph end?"""

from __future__ import annotations

import re
from collections import Counter

_HAN = "\u3400-\u9fff"
_DASH = r"[—\-_·•~－―]"
_SURE_PAGE = re.compile(
    rf" *(?:{_DASH}+|一) *\d{{1,4}} *(?:{_DASH}+|一) *|第 ?\d{{1,4}} ?页(?: ?[，/]? ?共 ?\d{{1,4}} ?页)?"
)
_DASHES = re.compile(rf" *(?:{_DASH}{{1,3}}|一|天一) *")
_DIGITS = re.compile(r" *\d{1,4} *(?:[—\-_一])? *")
_BARE = re.compile(r" *\d{1,3} *")
_NUMBER = re.compile(
    r"[≥≤><~约\[（〔【]{0,3} ?-?\d[\d.,]{0,14} ?(?:%|‰)?(?: ?[-—~～/] ?\d[\d.,]{0,14} ?%?){0,3} ?"
    r"(?:以上|左右|以内|以下|\*)?[\]）〕】]?|[—\-－/]{1,4}"
)
_PROPERTY = re.compile(r"约束|预期|指导性|引领性")
_MARKER = re.compile(
    r" *(?:[一二三四五六七八九十]{1,3}、(?![二三四五六]{1,2}[星级类次产线期])|（[一二三四五六七八九十\d]{1,3}）|"
    r"第[一二三四五六七八九十百\d]{1,4}[章节条款篇]|\d{1,2}(?:[.．]\d{1,2}){0,3}(?:[.．、](?!\d)| (?=[《“]))|"
    r"专栏 ?[一二三四五六七八九十\d]|表 ?\d|附件|——|[①-⑳●•◆■★▲▪·]|注：|目 ?录)"
)
_BARE_MARKER = re.compile(
    r" *(?:第[一二三四五六七八九十百\d]{1,4}[章节篇]|（[一二三四五六七八九十\d]{1,3}）|"
    r"[一二三四五六七八九十]{1,3}、(?![二三四五六]{1,2}[星级类次产线期])) *"
)
_END = re.compile(r"[。！？；：]”? *$")
_TITLE = re.compile(r"规划|方案|计划|意见|办法|条例|报告|纲要|通知")
_RULE = re.compile(r"[ :\-—]{0,400}(?:-{3,200}[ :]{1,9}){1,40}-{3,200}[ :]{0,9}")
_COLUMNS = re.compile(r"20\d\d ?年.{0,40}(?:20\d\d ?年|属性|性质)|指标.{0,60}(?:属性|性质|目标)")
_GROUP = re.compile(rf"（[一二三四五六七八九十]{{1,2}}）[{_HAN}]{{2,12}}。")
_PROSE = re.compile(r"[。；，]")


def typical_width(lines: list[str]) -> int:
    """How many signs a full line of running text has (0 where there is none); long where lines are whole paragraphs."""
    lengths = sorted(len(line.strip()) for line in lines if len(line.strip()) > 15)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def breaks_paragraph(before: str, opens: bool, line: str, width: int) -> bool:
    """Whether the break between two lines of running text means something.

    `opens` says that `before` is itself the first line of a paragraph; `width` is the typical one.
    """
    ended = before.rstrip()
    if is_bare_marker(ended):
        return False
    if _END.search(ended) or len(ended) > 120 or (_MARKER.match(line) and not ended.endswith(("，", "、"))):
        return True
    if line.startswith(("  ", "\u3000\u3000")) and len(ended) < width * 0.9:
        return True
    return opens and len(ended) < width * 0.6 and not ended.endswith(("，", "、")) and not _is_shard(ended)


def is_bare_marker(line: str) -> bool:
    """Whether a line holds only the number of a heading, whose words follow in the next."""
    return _BARE_MARKER.fullmatch(line) is not None


def _is_shard(line: str) -> bool:
    return len(line) <= 2


def page_lines(lines: list[str]) -> set[int]:
    """Numbers of the lines that hold only a page number (or a head repeated on each page)."""
    found = _dashed(lines) | _alone(lines)
    ruled = {number for number, line in enumerate(lines) if _RULE.fullmatch(line)}
    return found | _heads(lines, found) | _titles(lines) | ruled


def _dashed(lines: list[str]) -> set[int]:
    """'— 9 —' in one line or broken over several, its digits in whatever order."""
    found: set[int] = set()
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for index, number in enumerate(filled):
        line = lines[number]
        if _SURE_PAGE.fullmatch(line):
            found.add(number)
        elif _DASHES.fullmatch(line):
            found |= _page_after(lines, filled[index : index + 6])
    return found


def _page_after(lines: list[str], filled: list[int]) -> set[int]:
    """The lines of a page number from its first dash on; none where no digits or no dash follow."""
    for count, number in enumerate(filled[1:]):
        taken = set(filled[: count + 2])
        if _DASHES.fullmatch(lines[number]):
            return taken if count else set()
        if not _DIGITS.fullmatch(lines[number]):
            return set()
        if lines[number].strip()[-1:] in "—-_一":
            return taken
    return set()


def _alone(lines: list[str]) -> set[int]:
    """Bare numbers with an empty line on both sides, or on one where the pages before were counted so."""
    found: set[int] = set()
    last = -1
    for number, line in enumerate(lines):
        if not _BARE.fullmatch(line) or not line.strip():
            continue
        above = number == 0 or not lines[number - 1].strip()
        below = number + 1 == len(lines) or not lines[number + 1].strip()
        page = int(line)
        if (above and below) or ((above or below) and last >= 0 and 1 <= page - last <= 2):
            found.add(number)
            last = page
    return found


def _heads(lines: list[str], pages: set[int]) -> set[int]:
    """Lines that stand beside page numbers three times or more with the same words."""
    near: Counter[str] = Counter()
    places: dict[str, set[int]] = {}
    for page in pages:
        for step in (-1, 1):
            at = page + step
            while 0 <= at < len(lines) and not lines[at].strip():
                at += step
            if 0 <= at < len(lines) and at not in pages and 4 <= len(head := lines[at].strip()) <= 40:
                near[head] += 1
                places.setdefault(head, set()).add(at)
    return {at for head, times in near.items() if times >= 3 and not _PROSE.search(head) for at in places[head]}


def _titles(lines: list[str]) -> set[int]:
    """Lines of a title that come back five times or more (all but the first)."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if 10 <= len(stripped := line.strip()) <= 40 and _TITLE.search(stripped) and not _PROSE.search(stripped):
            places.setdefault(stripped, []).append(number)
    return {number for found in places.values() if len(found) >= 5 for number in found[1:]}


def _parts(line: str) -> list[str]:
    return line.split()


def is_number_cell(cell: str) -> bool:
    """Whether a cell holds a number (with its sign, range, or a dash that stands for none) and nothing else."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def _is_cell(line: str) -> bool:
    stripped = line.strip()
    if _GROUP.fullmatch(stripped):
        return True
    if len(stripped) <= 16 and "。" not in stripped and "；" not in stripped:
        return True
    return len(stripped) <= 60 and not _PROSE.search(stripped) and _numbers(stripped) >= 2


def _numbers(line: str) -> int:
    return sum(is_number_cell(part) for part in _parts(line)) + (1 if _PROPERTY.search(line) else 0)


def _stays(lines: list[str], number: int) -> bool:
    """Whether numbers and properties go on behind a line that reads like running text."""
    behind = [line.strip() for line in lines[number + 1 : number + 9] if line.strip()][:4]
    return sum(is_number_cell(line) or bool(_PROPERTY.match(line)) for line in behind) >= 2 and all(
        len(line) <= 30 for line in behind
    )


def _with_head(lines: list[str], start: int, pages: set[int]) -> int:
    """Where the line that names the columns stands, at most five lines above; `start` where there is none."""
    for number in range(start - 1, max(start - 6, -1), -1):
        line = lines[number].strip()
        if not line or number in pages:
            continue
        if len(line) > 80 or _PROSE.search(line):
            break
        if _COLUMNS.search(line):
            return number
    return start


def table_regions(lines: list[str], pages: set[int]) -> list[tuple[int, int]]:
    """Stretches of lines (first, behind the last) that look like cells of a table rather than running text."""
    regions: list[tuple[int, int]] = []
    start, cells, numbers, last, long_lines = -1, 0, 0, -1, 0
    for number, line in enumerate([*lines, "。" * 40]):
        stripped = line.strip()
        if not stripped or number in pages:
            continue
        if _is_cell(line):
            start = number if start < 0 else start
            cells, numbers, last, long_lines = cells + 1, numbers + _numbers(stripped), number, 0
            continue
        inside = _stays(lines, number) if _PROSE.search(stripped) else long_lines < 3
        if start >= 0 and len(stripped) <= 45 and inside:
            long_lines += 1
            continue
        if start >= 0 and ((cells >= 6 and numbers >= 4) or (cells >= 3 and numbers >= 2 * cells)):
            regions.append((_with_head(lines, start, pages), last + 1))
        start, cells, numbers, last, long_lines = -1, 0, 0, -1, 0
    return regions
