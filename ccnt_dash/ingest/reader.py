"""What is in a file: its text, what document it is, and which candidates?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.describing import Describer
from ccnt_dash.ingest.finders import finders
from ccnt_dash.ingest.inbox import Item, item
from ccnt_dash.ingest.named import Named
from ccnt_dash.ingest.reading import LIMITS, Limits, read

CHINESE = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Asked:
    """What the editor said of all documents: their region ("" to find out), language (or auto); checksum of rules."""

    region: str = ""
    language: str = "auto"
    rules: str = ""


class Reader:
    """Reads files with the words and rules of one data folder."""

    def __init__(self, data: Path, limits: Limits = LIMITS) -> None:
        """Read words and rules in `data` once."""
        self._describer = Describer(data)
        self._finders: dict[str, Callable[[Source], list[Candidate]]] = finders(data)
        self._named = Named(data)
        self._limits = limits

    def item(self, path: Path, file: str, asked: Asked) -> Item:
        """What is in the file `path`, known as `file`. Raises ReadError as `reading.read` does."""
        text = read(path, self._limits)
        lang = language(text) if asked.language == "auto" else asked.language
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        read_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        document = self._describer.document(
            text, file, lang, asked.region, sha256=sha256, read_at=read_at, rules=asked.rules
        )
        source = Source(file, text, lang, document.region, document.title, document.published)
        found = [*(self._finders[lang](source) if lang in self._finders else []), *self._named.found(source)]
        return item(document, text, sorted(found, key=lambda each: (each.start, each.figure, each.end)))


def language(text: str) -> str:
    """zh or en, by whether signs or words are more. A Chinese sign is about half a word."""
    return "zh" if len(CHINESE.findall(text)) > 2 * len(LATIN.findall(text)) else "en"
