"""By which ids are documents and candidates known? Ids come from content, so that a second reading gives the same."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ccnt_dash.ingest.candidate import Candidate

# Without i, l, o, u: what is read aloud or copied by hand is not mistaken.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
SPACE = re.compile(r"\s+")
END = re.compile(r"[。！？；!?;]|\.(?=\s)|\n\s*\n")


def document_id(text: str) -> str:
    """Twelve signs for what `text` says, whatever its white space."""
    return _short(_bare(text))


def candidate_ids(document: str, text: str, candidates: Sequence[Candidate]) -> list[str]:
    """An id of twelve signs for each of `candidates`, found in `text` of the document with the id `document`.

    It comes from the sentence around the figure, the place of the figure in it, how often the same sentence stood
    before, and whether a policy or a commitment was found: a rule that reads value, year or place better keeps it.
    """
    sentences = Sentences(text)
    keys = [
        (document, *sentences.place(each), "policy" if each.kind == "policy" else "commitment") for each in candidates
    ]
    same: Counter[tuple[object, ...]] = Counter()
    made = []
    for key in keys:
        made.append(_short("\n".join(map(str, (*key, same[key])))))
        same[key] += 1
    return made


class Sentences:
    """The sentences of a text, without their white space."""

    def __init__(self, text: str) -> None:
        """Cut `text` where a sentence or a paragraph ends."""
        self._text = text
        self._starts = [0, *(met.end() for met in END.finditer(text))]
        ends = [*self._starts[1:], len(text)]
        self._bare = [_bare(text[start:end]) for start, end in zip(self._starts, ends, strict=True)]
        seen: Counter[str] = Counter()
        self._nth = []
        for sentence in self._bare:
            self._nth.append(seen[sentence])
            seen[sentence] += 1

    def place(self, candidate: Candidate) -> tuple[str, int, int]:
        """Sentence of `candidate`, where in it, and how many equal sentences stand before it.

        A dated step without a number is known by its sentence alone (-1), because where its quote begins may change.
        """
        at = candidate.figure if candidate.figure >= 0 else candidate.start
        number = bisect_right(self._starts, at) - 1
        offset = len(_bare(self._text[self._starts[number] : at]))
        known = candidate.figure >= 0 or candidate.kind == "policy"
        return self._bare[number], offset if known else -1, self._nth[number]


def _bare(text: str) -> str:
    return SPACE.sub("", text)


def _short(content: str) -> str:
    number = int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest())
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
