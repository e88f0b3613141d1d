"""By which number is a document known, and whose number is it?"""

from __future__ import annotations

import re
from collections.abc import Mapping

NUMBER = re.compile(
    r"(?P<body>[一-鿿][一-鿿 ]{0,13}?)\s*[〔\[［(（【﹝〈<{]\s*(?P<year>(?:19|20)\d\s?\d)\s*[〕\]］)）】﹞〉>}J]"
    r"\s*(?:第\s*)?(?P<nth>\d{1,5})\s*号"
)
LED = re.compile(r".*(?:以下简称|根据|按照|关于|的|和|及|文号|字号|通知|意见|方案|\s)")


def numbers(text: str) -> list[tuple[int, int, str]]:
    """Every document number in `text` (full-width digits made plain): start, end, and 国发〔2021〕23号."""
    found = []
    for met in NUMBER.finditer(text):
        body = LED.sub("", met["body"].strip()).replace(" ", "")
        if body:
            year = met["year"].replace(" ", "")
            found.append((met.start(), met.end(), f"{body}〔{year}〕{int(met['nth'])}号"))
    return found


def region_of(number: str, letters: Mapping[str, str]) -> str:
    """The province (or 100000) whose bodies use numbers that begin so; "" where `letters` don't say."""
    for size in (3, 2, 1):
        if code := letters.get(number[:size]):
            return code
    return ""
