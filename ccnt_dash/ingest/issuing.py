"""Who issued a document?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ccnt_dash.ingest.dates import dates
from ccnt_dash.ingest.pages import Line, tight

MOST_LINES = 16
GAP = re.compile(r"\s{2,}|\t|(?<=[㐀-鿿])\s(?=[㐀-鿿])|、")
MARKS = re.compile(r"[，。；：:;,《》“”（）()0-9]")
ABOUT = re.compile(r"^(?P<who>[^《》，。]{2,80}?)(?:印发|发布)?关于")
LETTERHEAD = re.compile(r"^(?P<who>[一-鿿]{4,30})文件$")


class Issuers:
    """Bodies, known by the table of issuers and by the words that their names end in."""

    def __init__(self, names: Mapping[str, str], endings: Sequence[str], short: Mapping[str, str]) -> None:
        """`names` are codes by name; `endings` end the name of a Chinese body; `short` are parts as often printed."""
        self._names, self._short = names, short
        either = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
        self._body = re.compile(rf"^[一-鿿]{{1,28}}(?:{either})$|^(?:{either})$")

    def printed(self, heading: str, head: Sequence[Line], tail: Sequence[Line]) -> list[str]:
        """Names of the issuers as printed: of the signature, else the heading, else the letterhead."""
        signed = [name for part in (head, tail) for name in self._signed(part)]
        headed = self._bodies(met["who"]) if (met := ABOUT.match(heading)) else []
        letter = [met["who"] for line in head[:8] if (met := LETTERHEAD.match(tight(line.text)))]
        return list(dict.fromkeys(signed or headed or [name for name in letter if self._body.match(name)]))

    def headed(self, heading: str) -> list[str]:
        """Names of bodies that a heading begins with."""
        return self._bodies(met["who"]) if (met := ABOUT.match(heading)) else []

    def codes(self, printed: Sequence[str]) -> tuple[str, ...]:
        """Codes of bodies that the table knows, the printed names of others, in order."""
        return tuple(dict.fromkeys(code for name in printed for code in self._codes(name)))

    def _codes(self, name: str) -> list[str]:
        """The code of a name, or of both where two were printed without a space between them."""
        if code := self._known(name):
            return [code]
        for at in range(4, len(name) - 3):
            if (first := self._known(name[:at])) and (second := self._known(name[at:])):
                return [first, second]
        return [name]

    def _known(self, name: str) -> str:
        for short, full in self._short.items():
            if name not in self._names and short in name and full not in name:
                name = name.replace(short, full)
        return self._names.get(name, "")

    def _signed(self, part: Sequence[Line]) -> list[str]:
        """The lines of bodies right above a date that stands alone."""
        for at, line in enumerate(part):
            plain = tight(line.text)
            found = dates(plain)
            if not (found and len(plain) < 40 and found[0][1] == len(plain)):
                continue
            named = self._bodies(line.text[: line.text.find(plain[found[0][0] :][:4])]) if found[0][0] else []
            for above in reversed(part[max(at - MOST_LINES, 0) : at]):
                bodies = self._bodies(above.text)
                if not bodies:
                    break
                named = [*bodies, *named]
            if named:
                return named
        return []

    def _bodies(self, text: str) -> list[str]:
        """The bodies that a line names and nothing else; [] if it says more."""
        whole = "".join(text.split())
        parts = [part for part in (re.sub(r"\s", "", each) for each in GAP.split(text.strip())) if part]
        if MARKS.search(text) or not parts:
            return []
        if all(self._body.match(part) for part in parts):
            return parts
        return [whole] if self._body.match(whole) else []
