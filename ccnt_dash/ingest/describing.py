"""What does a text say of itself: which document is it, whose, of when, for where and what?"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ccnt_dash.ingest.dates import period, published
from ccnt_dash.ingest.document import Cited, Document
from ccnt_dash.ingest.heading import Headings, inner
from ccnt_dash.ingest.identity import document_id
from ccnt_dash.ingest.issuing import Issuers
from ccnt_dash.ingest.numbers import numbers, region_of
from ccnt_dash.ingest.pages import WIDE, Line, lines, tight
from ccnt_dash.ingest.places import Places

HEAD, TAIL, WORDS = 4_000, 1_500, 300_000
TITLE = re.compile(r"《((?:[^《》\n]|\n(?!\n)|《[^《》]{2,60}》){3,120})》")
# A document that supports another place is not of that place.
ABOUT_ANOTHER = re.compile(r"(?:关于)?(?:鼓励和)?支持")
# So often a document says "the whole province" of its own.
OFTEN = 3
PLACELESS = re.compile(r"^(?P<what>自治区|省|市)(?!场)")
AFTER = 40
# A sector of a document has at least this share of the weight of its first, and there are no more than these.
SHARE, MOST = 0.3, 3
IN_TITLE = 40
NATION = "100000"


@dataclass(frozen=True)
class Said:
    """What a Chinese document says of itself: heading, title, number, names of the issuers."""

    whole: str
    title: str
    number: str
    issuers: tuple[str, ...]


@dataclass(frozen=True)
class Titled:
    """Type and sectors of a document by its title, "" and () where it tells none, first and last year."""

    doc_type: str
    sectors: tuple[str, ...]
    period: tuple[int, int] | None


class Describer:
    """Describes documents by the words and tables of one data folder."""

    def __init__(self, data: Path) -> None:
        """Read `ingest/documents.csv`, the places, the issuers and the levels in `data`."""
        self._places = Places(data)
        words = _rows(data / "ingest" / "documents.csv")
        self._endings = {
            lang: {row["text"]: row["code"] for row in words if (row["lang"], row["use"]) == (lang, "ending")}
            for lang in ("en", "zh")
        }
        self._letters = {row["text"]: row["code"] for row in words if row["use"] == "letter"}
        self._cues = {row["text"]: row["code"] for row in words if row["use"] == "cue"}
        self._nation = tuple(row["text"] for row in words if row["use"] == "nation")
        self._sectors = {
            lang: [
                (row["code"], re.compile(row["text"] if lang == "zh" else rf"\b(?:{row['text']})\b", re.IGNORECASE))
                for row in words
                if (row["lang"], row["use"]) == (lang, "sector")
            ]
            for lang in ("en", "zh")
        }
        self._headings = Headings(tuple(self._endings["zh"]))
        names = {
            row[column]: row["issuer"]
            for path in sorted((data / "issuers").glob("*.csv"))
            for row in _rows(path)
            for column in ("name_en", "name_zh")
        }
        names.update({row["text"]: row["code"] for row in words if row["use"] == "issuer"})
        self._issuers = Issuers(
            names,
            [row["text"] for row in words if row["use"] == "body"],
            {row["text"]: row["code"] for row in words if row["use"] == "short"},
        )

    def document(
        self, text: str, file: str, lang: str, region: str = "", *, sha256: str = "", read_at: str = "", rules: str = ""
    ) -> Document:
        """What `text` says of itself; `region` is what an editor said of it, "" to find out."""
        head, tail = lines(text, 0, HEAD), lines(text, max(len(text) - TAIL, min(HEAD, len(text))))
        whole = self._headings.printed(head) if lang == "zh" else ""
        title = self._headings.title(head, lang, file)
        number = self._number(head) if lang == "zh" else ""
        printed = self._issuers.printed(whole, head, tail) if lang == "zh" else []
        said = Said(whole, title, number, (*self._issuers.headed(whole), *printed))
        where = region or (self._chinese(said, text) if lang == "zh" else self._english(title, text))
        years = period(title)
        return Document(
            document_id(text),
            file,
            title,
            number,
            self._issuers.codes(self._full(printed, where)),
            published(head, tail),
            where,
            self._places.regions[where]["level"] if where in self._places.regions else "",
            self._subjects(lang, title, text),
            self._kind(lang, title),
            years[0] if years else None,
            years[1] if years else None,
            self._cites(text, title) if lang == "zh" else (),
            lang,
            sha256,
            read_at,
            rules,
        )

    def titled(self, title: str, lang: str) -> Titled:
        """What a title alone says of its document."""
        return Titled(self._kind(lang, title), self._subjects(lang, title, title), period(title))

    def _number(self, head: Sequence[Line]) -> str:
        """The number in a line of its own or in brackets; one behind a title in 《》 is of what is cited."""
        for line in head:
            plain = tight(line.text)
            for start, end, number in numbers(plain):
                around = plain[:start].strip("( 〔") + plain[end:].strip(") 〕")
                if len(around) <= 12 and "》" not in around:
                    return number
        return ""

    def _english(self, title: str, text: str) -> str:
        named = [code for *_, code in self._places.find(title, "en") if code != NATION]
        return named[0] if named else self._by_count(text[:WORDS], "en")

    def _chinese(self, said: Said, text: str) -> str:
        """The place of its issuers or its title if they may use its number; else that of the number, or most named."""
        whole, title, number, issuers = said.whole, said.title, said.number, said.issuers
        lettered = region_of(number, self._letters)
        bodies = [code for name in issuers for *_, code in self._places.find(name, "zh") if code != NATION][:1]
        first = "" if ABOUT_ANOTHER.match(title) else self._leading(title) or self._leading(whole)
        candidates = [*bodies, *([first] if first else [])]
        if lettered == NATION and not candidates:
            return NATION
        for code in candidates:
            if not lettered or lettered == NATION or self._may(code, lettered, number):
                return code
        if lettered:
            return lettered
        if any(name.startswith(self._nation) for name in issuers):
            return NATION
        return self._by_count(text[:WORDS], "zh")

    def _full(self, printed: Sequence[str], where: str) -> list[str]:
        """Names of bodies with their place before them, which a document of that place leaves out."""
        if where not in self._places.regions or where == NATION:
            return list(printed)
        own, upper = (self._places.regions[code]["name_zh"] for code in (where, self._places.province(where) or where))
        full = []
        for name in printed:
            met = PLACELESS.match(name)
            place = (own if met["what"] == "市" else upper) if met else ""
            full.append(place + name[met.end("what") :] if met else name)
        return full

    def _may(self, code: str, lettered: str, number: str) -> bool:
        """Whether a body of the place `code` may use the number: by its province's sign, or by one of its own name."""
        return self._places.within(code, lettered) or number[0] in self._places.regions[code]["name_zh"]

    def _leading(self, title: str) -> str:
        """The place that a title begins with, also after "on" or the words for what is done there."""
        found = [each for each in self._places.find(title, "zh") if each[2] != NATION]
        if not found:
            return ""
        start, _, code = found[0]
        narrower = [each for *_, each in found[1:2] if each != code and self._places.within(each, code)]
        return (narrower or [code])[0] if start <= 30 else ""

    def _by_count(self, text: str, lang: str) -> str:
        """The place that a text names most, if it is of one place; else the nation."""
        found = Counter(code for *_, code in self._places.find(text, lang))
        nation = found.pop(NATION, 0)
        provinces: Counter[str] = Counter()
        for code, times in found.items():
            provinces[self._places.province(code)] += times
        own = Counter[str]()
        for word, level in self._cues.items():
            own[level] += text.count(word)
        if not provinces:
            return NATION if nation or lang == "zh" else ""
        province, times = provinces.most_common(1)[0]
        if times * 2 <= provinces.total() or (times < max(3, nation) and own.total() < OFTEN):
            return NATION
        inside = Counter({code: n for code, n in found.items() if self._places.within(code, province)})
        city, most = inside.most_common(1)[0]
        return city if most * 2 > times and own["municipal"] >= own["provincial"] else province

    def _subjects(self, lang: str, title: str, text: str) -> tuple[str, ...]:
        weights: Counter[str] = Counter()
        for code, pattern in self._sectors[lang]:
            weights[code] = (
                len(pattern.findall(text[:WORDS])) + IN_TITLE * len(pattern.findall(title)) * len(text) // 2_000
            )
        ranked = [(code, weight) for code, weight in weights.most_common(MOST) if weight]
        return tuple(code for code, weight in ranked if weight >= SHARE * ranked[0][1])

    def _kind(self, lang: str, title: str) -> str:
        plain = re.sub(r"[(（][^()（）]*[)）]|[》”\s]", "", title.translate(WIDE)) if lang == "zh" else title
        for ending in sorted(self._endings[lang], key=len, reverse=True):
            if plain.endswith(ending) if lang == "zh" else ending in plain:
                return self._endings[lang][ending]
        return ""

    def _cites(self, text: str, title: str) -> tuple[Cited, ...]:
        """Titles in 《》 with the number in brackets behind and the body right before them; each once."""
        cited: dict[str, Cited] = {}
        for met in TITLE.finditer(text):
            name = tight(" ".join(met.group(1).split()))
            name = "".join(name.split()) if re.search("[一-鿿]", name) else name
            behind = text[met.end() : met.end() + AFTER].translate(WIDE)
            number = next((found for start, _, found in numbers(tight(behind)) if start <= 2), "")
            if len(name) < 4 or name == title or inner(name) == title:
                continue
            before = cited.get(name)
            if before is None or (number and not before.number):
                issuer = next(iter(self._issuers.headed(name)), "")
                cited[name] = Cited(name, number, issuer)
        return tuple(cited.values())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
