"""Which terms is a text found by, and which does a reader ask for? The same cuts for index and question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from threading import Lock

import rjieba
import Stemmer

# A stretch of a text that terms are made of: an English word or abbreviation, a number, Chinese signs. The build gives
# the same pattern to the database, so it uses only what both understand.
RUN = "[a-z][a-z0-9]*|[0-9]+(?:[.,][0-9]+)*|[㐀-鿿]+"
FINDER = re.compile(RUN)
MARKS = re.compile(r"[\u0300-\u036f]")
QUOTED = re.compile(r'["“”「」『』《》]([^"“”「」『』《》]+)["“”「」『』《》]')
# What a reader writes between the words that she means.
# fmt: off
EMPTY = frozenset([
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that", "the", "this",
    "to", "with",
])
# fmt: on
LINKS = frozenset("的和与及或")
# Words of this field that the dictionary of the segmenter lacks; kept short, for whatever is no word is found by its
# pairs of signs.
# fmt: off
FIELD = [
    "碳达峰", "碳中和", "新型储能", "抽水蓄能", "非化石能源", "可再生能源", "碳排放", "碳汇", "碳市场", "双碳", "光伏",
    "风电", "氢能", "煤电", "热泵",
]
# fmt: on
FULL, PAIR = 1.0, 0.15
# How common a word of the field is for the segmenter: enough not to be cut.
OFTEN = 100_000

# Libraries that write while they read: one thread at a time.
LOCK = Lock()


@cache
def _segmenter() -> rjieba.Jieba:
    made = rjieba.Jieba()
    for word in FIELD:
        made.add_word(word, OFTEN, None)
    return made


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def plain(text: str) -> str:
    """`text` as it is compared: lower case, without accents."""
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", text.lower())))


@lru_cache(maxsize=100_000)
def worths(run: str) -> dict[str, float]:
    """The terms of a run and what each is worth: words in full, pairs of signs that are no words a little."""
    if not _chinese(run):
        return {_stem(run): FULL}
    if len(run) == 1:
        return {run: PAIR}
    with LOCK:
        words = {word: FULL for word in _segmenter().cut_for_search(run) if len(word) > 1}
    return {**dict.fromkeys(_pairs(run), PAIR), **words}


@lru_cache(maxsize=1_000)
def asked(text: str) -> tuple[str, ...]:
    """What is bound for a search: the text itself, then what it asks for.

    `term` must occur, `term*` begins one that must, `"text` must stand there as it is, `+term` only adds to the rank.
    """
    phrases = [plain(phrase).strip() for phrase in QUOTED.findall(text)]
    wanted = [part for run, prefix in _runs(plain(text)) for part in _wanted(run, prefix)]
    kept = [part for part in wanted if part not in EMPTY] or wanted
    return (text, *dict.fromkeys([*kept, *(f'"{phrase}' for phrase in phrases if FINDER.search(phrase))]))


def marked(text: str, parts: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where in `text` the `parts` of a question stand: begin, end, part; in order, none within another."""
    found: list[tuple[int, int, str]] = []
    low = _same_length(text)
    for part in parts:
        if part.startswith('"') or _chinese(part.lstrip("+")):
            found += _occurrences(low, part.lstrip('+"'), part)
        else:
            found += _words(low, part)
    return _apart(found)


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of a question, and whether a star follows."""
    for met in FINDER.finditer(text):
        yield met.group(), text[met.end() : met.end() + 1] == "*"


def _wanted(run: str, prefix: bool) -> list[str]:
    if not _chinese(run):
        return [f"{run}*" if prefix and len(run) > 1 else run if run in EMPTY else _stem(run)]
    return [part for word in _pieces(run) or [run] for part in _of_word(word)]


def _of_word(word: str) -> list[str]:
    """A word is where its pairs of signs are and it stands as it is: no matter how the text around it was cut."""
    if len(word) < 2:
        return [f'"{word}']
    return _pairs(word) if len(word) == 2 else [*_pairs(word), f'"{word}', f"+{word}"]


def _pieces(run: str) -> list[str]:
    """Words of a run; a single sign stays with the word before it, or else the one behind."""
    with LOCK:
        cut = _segmenter().cut(run)
    words = [""]
    for piece in cut:
        if piece in LINKS:
            words.append("")
        elif len(piece) == 1 or len(words[-1]) < 2:
            words[-1] += piece
        else:
            words.append(piece)
    return [word for word in words if word]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _chinese(text: str) -> bool:
    return text[:1] >= "㐀"


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if not word.isalpha():
        return word.replace(",", "")
    with LOCK:
        return str(_stemmer().stemWord(word))


def _same_length(text: str) -> str:
    """`text` as it is compared, sign by sign, so that places in it are places in `text`."""
    return "".join(plain(sign)[:1] or " " for sign in text)


def _occurrences(text: str, piece: str, part: str) -> list[tuple[int, int, str]]:
    return [(met.start(), met.end(), part) for met in re.finditer(re.escape(piece), text)]


def _words(text: str, part: str) -> list[tuple[int, int, str]]:
    runs = [met for met in FINDER.finditer(text) if not _chinese(met.group())]
    if part.endswith("*"):
        return [(met.start(), met.end(), part) for met in runs if met.group().startswith(part[:-1])]
    return [(met.start(), met.end(), part) for met in runs if part in (_stem(met.group()), met.group())]


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The longest first where several begin together; what overlaps is left out."""
    kept: list[tuple[int, int, str]] = []
    for begin, end, part in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or begin >= kept[-1][1]:
            kept.append((begin, end, part))
    return kept
