"""Where do documents and what was found in them wait for a decision? One file per document, written whole."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.document import Cited, Document
from ccnt_dash.ingest.identity import ALPHABET, LENGTH, candidate_ids

ID = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


@dataclass(frozen=True)
class Item:
    """A document with its text and its candidates by their ids, in the order in which they were found."""

    document: Document
    text: str
    candidates: dict[str, Candidate]


def item(document: Document, text: str, candidates: Sequence[Candidate]) -> Item:
    """The item of what was found in `text`, with ids that a second reading gives again."""
    ids = candidate_ids(document.document_id, text, candidates)
    return Item(document, text, dict(zip(ids, candidates, strict=True)))


class Inbox:
    """A folder of items, each in a file `<document_id>.json`."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`; it is made by the first `write`."""
        self.folder = folder

    def ids(self) -> list[str]:
        """The ids of all documents, sorted."""
        return sorted(path.stem for path in self.folder.glob("*.json") if ID.fullmatch(path.stem))

    def read(self, document_id: str) -> Item:
        """The item of a document.

        KeyError if there is none with that id, ValueError naming the file if it can't be understood.
        """
        if not ID.fullmatch(document_id):
            raise KeyError(document_id)
        path = self._path(document_id)
        try:
            return understood(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise KeyError(document_id) from None
        except (TypeError, KeyError, ValueError) as error:
            raise ValueError(
                f"{path}: is no item of the inbox ({error}); delete it and ingest its document again"
            ) from None

    def items(self) -> Iterator[Item]:
        """All items, in the order of their ids."""
        for document_id in self.ids():
            with suppress(KeyError):  # taken away meanwhile
                yield self.read(document_id)

    def write(self, made: Item) -> Path:
        """Put `made` in place in one step, instead of an older reading of the same text; gives its file."""
        path = self._path(made.document.document_id)
        save(path, json.dumps(told(made), ensure_ascii=False, indent=1))
        return path

    def _path(self, document_id: str) -> Path:
        return self.folder / f"{document_id}.json"


def told(made: Item) -> dict[str, Any]:
    """An item as it is written down: `document`, `text`, `candidates`."""
    candidates = [{"candidate_id": key, **asdict(each)} for key, each in made.candidates.items()]
    return {"document": asdict(made.document), "text": made.text, "candidates": candidates}


def save(path: Path, text: str) -> None:
    """Write `text` beside `path`, onto the disk, and rename it: a reader sees the old file or the new one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def understood(content: Mapping[str, Any]) -> Item:
    """An item from what `told` wrote. TypeError, KeyError or ValueError if it is none."""
    plain = content["document"]
    listed = {name: tuple(plain[name]) for name in ("issuers", "sectors")}
    document = Document(**{**plain, **listed, "cites": tuple(Cited(**each) for each in plain["cites"])})
    names = [field.name for field in fields(Candidate)]
    candidates = {
        each["candidate_id"]: Candidate(**{name: each[name] for name in names if name in each})
        for each in content["candidates"]
    }
    return Item(document, content["text"], candidates)
