"""Which policies does a text name, and which of them are new?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.places import Places

LONGEST = 240
# Markdown and quotation marks around a title; a link may hold an emphasis and brackets with a backslash.
MARKED = re.compile(
    rf"\[\s?\*{{0,2}}(?P<link>(?:[^\[\]\n]|\n(?!\n)){{3,{LONGEST}}}?)\*{{0,2}}\s?\]\((?:[^()\n]|\\[()]){{0,500}}\)"
    rf"|(?<![\w*])\*(?P<emphasis>[^*\n]{{3,{LONGEST}}})\*(?![\w*])"
    rf"|[“\"](?P<quoted>[A-Z][^”\"\n]{{3,{LONGEST}}})[”\"]"
)
SMALL = r"(?:of|for|the|on|in|and|to|a|an|with|from|by|at|as|its|into|under|towards?|&|–|-)"
CAPITAL = r"[“'\"‘(]?[A-Z0-9][\w’'/.&+()–-]{0,40}[”'\"’]?"
# A full stop behind a word ends the title too: "… on Green Transport. By 2027, …".
PLAIN = re.compile(rf"{CAPITAL}(?:,?(?<![a-z]{{4}}\.)\s{{1,3}}(?:{SMALL}\s{{1,3}}){{0,3}}{CAPITAL}){{2,30}}")
CHINESE = re.compile(r"《(?P<name>[^《》]{4,160})》")
GAP = re.compile(r"[\s\\*]+")
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\[*“])|\n\s*\n|[。；]")
BARE = re.compile(r"^(?:the |this |its )?(?:China[’']?s )?\W*\w+ Five[- ]Year Plan\W*$")
# A page break within the text of a link makes two links of it.
TORN = re.compile(r"\b(?:and|of|for|the|on|in|to)\W*$")
NATION = "100000"
SURE = 0.9


@dataclass(frozen=True)
class Title:
    """A title as it stands in the text and its name without marks; `region` the place in it ("" for none)."""

    start: int
    end: int
    name: str


class Named:
    """Knows titles of policies by the words in `ingest/named.csv`."""

    def __init__(self, data: Path, places: Places | None = None) -> None:
        """Read the words; `places` where they were read already."""
        self._places = places or Places(data)
        with (data / "ingest" / "named.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        words: dict[tuple[str, str], list[str]] = {(row["lang"], row["use"]): [] for row in rows}
        for row in rows:
            words[row["lang"], row["use"]].append(row["text"])
        english = {use: _either(words["en", use]) for use in ("document", "issued", "cited", "nation")}
        self._nation = re.compile(rf"\b(?:{english['nation']})\b")
        self._document = re.compile(rf"\b(?:{english['document']})\b")
        self._issued = re.compile(rf"\b(?:{english['issued']})\b", re.IGNORECASE)
        self._cited = re.compile(rf"\b(?:{english['cited']})\b[^.;]{{0,60}}$", re.IGNORECASE)
        chinese = {use: _either(words["zh", use]) for use in ("document", "issued", "cited")}
        self._ends = re.compile(rf"(?:{chinese['document']})(?:（[^（）]{{1,30}}）|\([^()]{{1,30}}\))?$")
        self._before = re.compile(rf"(?:{chinese['issued']})(?:了|实施)?(?:关于)?$")
        self._after = re.compile(rf"^(?:已|已经|正式|经[^，。]{{2,20}})?(?:{chinese['issued']})")
        self._basis = re.compile(rf"(?:{chinese['cited']})[^，。；]{{0,16}}$")

    def titles(self, text: str, lang: str) -> list[Title]:
        """All titles of policies in a text, whether new or only cited, in order, none within another."""
        return list(self._chinese(text) if lang == "zh" else self._english(text))

    def is_policy(self, title: str, lang: str) -> bool:
        """Whether a title is one of a policy, and not of a newsletter or an article."""
        return bool(self._ends.search("".join(title.split()))) if lang == "zh" else self._is_title(title)

    def found(self, source: Source) -> list[Candidate]:
        """A candidate of kind policy for each title that the text names as issued; once for each name.

        `policy` is the title, `region` the place in it or that of the sentence before it, else that of the document.
        """
        made: dict[str, Candidate] = {}
        for title in self.titles(source.text, source.lang):
            own = source.title and (title.name in source.title or source.title in title.name)
            if not own and title.name not in made and (sure := self._new(source, title)):
                made[title.name] = Candidate(
                    "policy", title.start, title.end, source.text[title.start : title.end],
                    region=self._region(source, title), rule=f"{source.lang}.named", confidence=sure, policy=title.name,
                )  # fmt: skip
        return list(made.values())

    def _english(self, text: str) -> Iterator[Title]:
        at = 0
        for met in sorted(
            (*MARKED.finditer(text), *PLAIN.finditer(text)), key=lambda each: (each.start(), -each.end())
        ):
            if met.start() < at:
                continue
            name = next((each for each in met.groupdict().values() if each), met.group())
            begin, end = met.span()
            if met.re is PLAIN:
                begin, end = self._trimmed(text, begin, end)
                name = text[begin:end]
            if self._is_title(name):
                if (
                    met.re is MARKED
                    and met["link"]
                    and TORN.search(name)
                    and (rest := MARKED.match(text, end + _blank(text, end)))
                    and rest["link"]
                ):
                    name, end = f"{name} {rest['link']}", rest.end()
                yield Title(begin, end, GAP.sub(" ", name).replace(" )", ")").strip(" .,"))
                at = end

    def _is_title(self, name: str) -> bool:
        words = re.findall(r"[A-Za-z][\w'’-]*", name)
        big = [word for word in words if word[0].isupper()]
        if BARE.match(name):
            return False
        return len(words) >= 3 and bool(self._document.search(name)) and len(big) * 2 >= len(words)

    def _trimmed(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A title in plain text begins where a word for a document or the phrase before it does."""
        lead = re.match(r"(?:The|This|In|By|During|Its?|According to|Under)\s+", text[start:end])
        return start + (lead.end() if lead else 0), end

    def _chinese(self, text: str) -> Iterator[Title]:
        for met in CHINESE.finditer(text):
            name = "".join(met["name"].split())
            if self._ends.search(name):
                yield Title(met.start(), met.end(), name)

    def _new(self, source: Source, title: Title) -> float:
        """How sure it is that the title is a policy that the text tells of; 0 where it is only referred to."""
        before = source.text[max(0, title.start - 160) : title.start]
        after = source.text[title.end : title.end + 60]
        if source.lang == "zh":
            before, after = "".join(before.split()), "".join(after.split())
            issued = self._before.search(before) or self._after.match(after)
            return SURE if issued and not self._basis.search(before[-24:]) else 0.0
        cuts = [met.end() for met in SENTENCE.finditer(before)]
        before = before[cuts[-1] :] if cuts else before
        if self._cited.search(before):
            return 0.0
        opens = not before.strip(" *[-•") and self._issued.match(after.lstrip(" *\n"))
        return SURE if opens or self._issued.search(before) else 0.0

    def _region(self, source: Source, title: Title) -> str:
        start = max(
            (met.end() for met in SENTENCE.finditer(source.text, max(0, title.start - 400), title.start)), default=0
        )
        for begin, end in ((title.start, title.end), (max(start, title.start - 300), title.start)):
            found = self._places.find(source.text[begin:end], source.lang, source.region)
            if found:
                return found[0][2]
        if not source.region and self._nation.search(source.text, start, title.start):
            return NATION
        return source.region


def _blank(text: str, at: int) -> int:
    return len(text[at : at + 6]) - len(text[at : at + 6].lstrip())


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
