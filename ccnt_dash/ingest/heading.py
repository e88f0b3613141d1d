"""Which lines are the title of a document, and which document does a notice hand down?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from ccnt_dash.ingest.pages import Line, tight

MOST = 6  # lines of one title
LONGEST = 110
NOTICE = re.compile(
    r"(?:关于(?:联合)?(?:印发|发布|转发|公布|批转|颁布)(?:实施)?|(?:印发|发布|转发)(?=《?关于|.{2,20}关于))"
    r"(?P<inner>.+?)(?:的?(?:通知|公告|通告|函))?(?:\(.{1,12}\))?$"
)
NOISE = re.compile(
    r"^为(?!.{0,12}关于)|^\(?[一二三四五六七八九十]\)|^附\s*件|^附\s*录|^目\s*录$|文件$|公报$|^(?:第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]+、)|^(?:来源|发布|索引|主题|信息|时间|字号)"
)
BODY = re.compile(r"[。；;:：!?]")
LIST = re.compile(r"^\d{1,4}[、.．]\s*")
# A number or a date beside the title.
OWN = re.compile(
    r"^[(]?[一-鿿]{1,14}[〔\[(【﹝]?(?:19|20)\d\d[〕\])】﹞J]?第?\d{1,5}号[)]?|[(][^()]*\d+号[)]$|[(](?:19|20)\d\d年\d+月\d+日[)]$"
)
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


class Headings:
    """Titles, known by the word that they end in."""

    def __init__(self, endings: Sequence[str]) -> None:
        """Know titles by the Chinese words for documents in `endings`."""
        either = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
        self._whole = re.compile(
            rf"^[^。；;!?,]{{2,{LONGEST}}}(?:{either})[》”]?(?:[(][^()]{{1,30}}[)]){{0,2}}(?:的(?:通知|公告|函))?$"
        )

    def title(self, head: Sequence[Line], lang: str, file: str = "") -> str:
        """The title of a document as printed; of a notice that hands down another, the title of that one.

        Where no line looks like a title, it is the name of the file without number and ending.
        """
        whole = self._chinese(head) if lang == "zh" else _english(head)
        return inner(whole) if whole else LIST.sub("", PurePath(file).stem).strip()

    def printed(self, head: Sequence[Line]) -> str:
        """The first title on the page, that of a notice too."""
        return self._chinese(head)

    def _chinese(self, head: Sequence[Line]) -> str:
        for at, line in enumerate(head):
            if NOISE.search(tight(line.text)) or len(OWN.sub("", tight(line.text))) < 2:
                continue
            joined = ""
            best = ""
            for nth, more in enumerate(head[at : at + MOST]):
                part = OWN.sub("", tight(more.text))
                if nth and (not part or NOISE.search(part) or BODY.search(joined)):
                    break
                joined = tight(joined + part)
                if self._whole.match(joined) and joined.count("《") <= joined.count("》"):
                    best = joined
                    if not _goes_on(head[at + nth + 1 : at + nth + 2]):
                        break
                if len(joined) > LONGEST + 20 or BODY.search(part):
                    break
            if len(best) >= 5:
                return best
        return ""


def inner(title: str) -> str:
    """The title of what a notice hands down, or `title` itself."""
    met = NOTICE.search(title)
    if not met:
        return _whole_brackets(title.strip("《》 "))
    found = met["inner"].replace("〉", "》").replace("〈", "《")
    quoted = re.findall(r"《([^《》]{4,}(?:《[^《》]*》[^《》]*)*)》", found)
    return _whole_brackets(str(quoted[0] if quoted else found).strip("《》 "))


def _whole_brackets(title: str) -> str:
    return title.rstrip(")") if title.count(")") > title.count("(") else title


def _goes_on(following: Sequence[Line]) -> bool:
    """Whether the next line belongs to the title still: a bracket, or what a notice ends with."""
    return bool(following) and bool(
        re.match(r"^(?:\(|的?(?:通知|公告|函)|》|方案|规划|意见|计划)", tight(following[0].text))
    )


def _english(head: Sequence[Line]) -> str:
    return next((LINK.sub(r"\1", line.text)[:300] for line in head if len(line.text) > 3), "")
