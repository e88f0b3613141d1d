"""Which places does a text name? Names from the vocabulary, longest first, with protection against look-alikes."""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

LANGUAGES = ("en", "zh")
NAME, OWN, NOT, BARE, EDGE = "name", "own", "no", "bare", "edge"
# A line that the page cut within a word: breaks and spaces between two Chinese signs, but no empty line and no tab.
CUT = re.compile(r"(?<=[㐀-鿿])(?:[ \u3000]*\r?\n[ \u3000]*|[ \u3000]+)(?=[㐀-鿿])")
# A short name that is also a word of the language is a place only where it stands by itself or in a list of places.
BEFORE = re.compile(r"(?:^|[、，,；;：:（(《“\t\n和与及至到－—\-—~～])$")
BEHIND = re.compile(r"$|[、，,；;）)》”\t\n和与及等至到两三四五六七八九十－—\-—~～]")
LETTERS = re.compile(r"[^\W_]")

Found = list[tuple[int, int, str]]


class Places:
    """The places of the data set, by all their names."""

    def __init__(self, data: Path) -> None:
        """Read `vocab/regions.csv`, `vocab/region_aliases.csv` and `ingest/places.csv` in the folder `data`."""
        self.regions: Mapping[str, Mapping[str, str]] = {
            row["region"]: row for row in _rows(data / "vocab" / "regions.csv")
        }
        self._aliases = _rows(data / "vocab" / "region_aliases.csv")
        self._words = _rows(data / "ingest" / "places.csv")

    def find(self, text: str, lang: str, own: str = "") -> Found:
        """Places named in `text`: start, end, six-digit code; in order, none within another.

        `own` is the place whose document it is; with it "全省" or "the city" are found, too. A name that several
        places share is the one in the province of `own`, or in the one named last before it.
        """
        if lang not in LANGUAGES:
            raise ValueError(f"the language is {lang!r}; it should be {' or '.join(LANGUAGES)}")
        names, pattern = self._names[lang], self._patterns[lang]
        joined, cuts = _joined(text) if lang == "zh" else (text, [])
        found: Found = []
        for met in pattern.finditer(joined):
            word = met.group()
            codes = names[word]
            if codes and self._stands(joined, met, lang, found):
                code = self._own(codes[0], own) if codes[0] in ("", *self._levels) else self._one(codes, own, found)
                if code:
                    found.append((met.start(), met.end(), code))
        return [(_printed(start, cuts), _printed(end - 1, cuts) + 1, code) for start, end, code in found]

    def within(self, region: str, parent: str) -> bool:
        """Whether `region` is `parent` or lies in it. KeyError names a code that the table lacks."""
        while region and region != parent:
            region = self.regions[region]["parent"]
        return bool(region)

    def province(self, region: str) -> str:
        """The province that `region` is or lies in; "" for the nation. KeyError as in `within`."""
        while region and self.regions[region]["level"] == "municipal":
            region = self.regions[region]["parent"]
        return region if region and self.regions[region]["level"] == "provincial" else ""

    def _stands(self, text: str, met: re.Match[str], lang: str, found: Found) -> bool:
        """Whether the name is a place where it stands, and no part of the name of something else."""
        word, after = met.group(), text[met.end() : met.end() + 12]
        if lang == "en":
            return word not in self._short["en"] or not self._edges["en"].match(after)
        if word not in self._short["zh"]:
            return True
        beside = bool(found) and found[-1][1] == met.start()
        if self._edges["zh"].match(after) and not beside:
            return False
        if word not in self._bare:
            return True
        before = text[max(met.start() - 1, 0) : met.start()]
        return beside or bool(BEFORE.search(before) and BEHIND.match(after))

    def _one(self, codes: tuple[str, ...], own: str, found: Found) -> str:
        if len(codes) == 1:
            return codes[0]
        near = [*([self.province(own)] if own else []), *(self.province(code) for *_, code in reversed(found))]
        return next((code for place in near for code in codes if place and self.within(code, place)), codes[0])

    def _own(self, level: str, own: str) -> str:
        if not own:
            return ""
        return self.province(own) or own if level == "provincial" else own

    @cached_property
    def _levels(self) -> frozenset[str]:
        return frozenset(row["level"] for row in self.regions.values())

    @cached_property
    def _names(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Language -> name -> codes; an own place has its level in place of the code, a look-alike nothing."""
        names: dict[str, dict[str, tuple[str, ...]]] = {lang: {} for lang in LANGUAGES}
        for row in self._aliases:
            names[_language(row["alias"])][row["alias"]] = (row["region"],)
        for row in self._words:
            if row["use"] in (NAME, OWN, NOT):
                names[row["lang"]][row["text"]] = _codes(row)
        for name, codes in list(names["en"].items()):
            for shape in (name.upper(), name[:1].upper() + name[1:]):
                names["en"].setdefault(shape, codes)
        return names

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {
            "zh": re.compile(_trie(self._names["zh"])),
            "en": re.compile(rf"(?<![\w-])(?:{_trie(self._names['en'])})(?!\w)"),
        }

    @cached_property
    def _short(self) -> dict[str, frozenset[str]]:
        """Names that may begin the name of something else: those without the word for what they are."""
        full = {row["name_zh"] for row in self.regions.values()}
        kinds = tuple({row["name_zh"][-1] for row in self.regions.values() if row["level"] != "national"})
        return {
            "zh": frozenset(name for name in self._names["zh"] if name not in full and not name.endswith(kinds)),
            "en": frozenset(name for name in self._names["en"] if " " not in name),
        }

    @cached_property
    def _edges(self) -> dict[str, re.Pattern[str]]:
        texts: dict[str, list[str]] = defaultdict(list)
        for row in self._words:
            if row["use"] == EDGE:
                texts[row["lang"]].append(row["text"])
        return {lang: re.compile("|".join(texts[lang]) or r"(?!)") for lang in LANGUAGES}

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(row["text"] for row in self._words if row["use"] == BARE)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _codes(row: Mapping[str, str]) -> tuple[str, ...]:
    if row["use"] == OWN:
        return (row["region"],)
    return tuple(row["region"].split())


def _language(name: str) -> str:
    return "zh" if "㐀" <= name[:1] <= "鿿" else "en"


def _joined(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without cuts inside words, and for each cut its position in what is left and all signs left out so far."""
    cuts: list[tuple[int, int]] = []
    out = 0
    for met in CUT.finditer(text):
        cuts.append((met.start() - out, out + met.end() - met.start()))
        out += met.end() - met.start()
    return CUT.sub("", text), cuts


def _printed(at: int, cuts: list[tuple[int, int]]) -> int:
    before = bisect_right(cuts, at, key=lambda cut: cut[0])
    return at + cuts[before - 1][1] if before else at


def _trie(words: Iterable[str]) -> str:
    """A pattern that finds the longest of `words`, in time that does not grow with their number."""
    return _branch(sorted({word for word in words if word}))


def _branch(words: list[str]) -> str:
    heads: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if word:
            heads[word[0]].append(word[1:])
    arms = [re.escape(sign) + _branch(rest) for sign, rest in heads.items()]
    if not arms:
        return ""
    group = f"(?:{'|'.join(arms)})" if len(arms) > 1 or "" in words else arms[0]
    return f"{group}?" if "" in words else group
