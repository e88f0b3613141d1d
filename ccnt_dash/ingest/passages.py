"""Which passages were read by eye, and what did the reader find in them?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccnt_dash.ingest.candidate import Source

FIELDS = ("id", "document", "language", "document_region", "text", "context", "targets", "not_targets")
# A passage of a newsletter tells of several documents: neither its title nor its place is known beforehand.
MANY_DOCUMENTS = "newsletter"


@dataclass(frozen=True)
class Passage:
    """A passage, as a document that a finder can read, and the answers to it.

    `source.text` is the text before it (from which years and places may be carried), a line break, and the passage,
    which begins at `begin`. `targets` and `others` (numbers that are no targets) are rows of the key, in its order.
    """

    id: str
    part: str
    source: Source
    begin: int
    targets: tuple[Mapping[str, Any], ...]
    others: tuple[Mapping[str, Any], ...]

    @property
    def lang(self) -> str:
        """en or zh."""
        return self.source.lang


def passages(folder: Path) -> list[Passage]:
    """All passages of `folder`/<part>/<id>.json, by part and id.

    Raises ValueError naming the file where one can't be read or lacks a field, or where there is none.
    """
    found = [_passage(path) for path in sorted(folder.glob("*/*.json"))]
    if not found:
        raise ValueError(f"{folder} has no passages; it should hold folders (develop, measure) of JSON files")
    return found


def _passage(path: Path) -> Passage:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}; it should be one JSON object") from None
    for field in FIELDS:
        if field not in told:
            raise ValueError(f"{path} has no field {field!r}; a passage has {', '.join(FIELDS)}")
    before = told["context"] + "\n" if told["context"] else ""
    many = told["document"] == MANY_DOCUMENTS
    source = Source(
        file=path.name,
        text=before + told["text"],
        lang=told["language"],
        region="" if many else told["document_region"],
        title="" if many else told["document"],
    )
    return Passage(
        told["id"], path.parent.name, source, len(before), tuple(told["targets"]), tuple(told["not_targets"])
    )
