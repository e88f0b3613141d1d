"""What was read before, and need not be read again? A line per file, added when its result is on the disk."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = ".ingested"
# Bytes of a name that every file system takes, with what is added for a moment while the file is written.
LONGEST = 200


@dataclass(frozen=True)
class Entry:
    """A file that was read: name, place, checksum, by which rules; its result and how much that holds."""

    file: str
    place: str
    sha256: str
    rules: str
    output: str
    candidates: int


class Ledger:
    """The list of what was read into one folder. A line that a killed process left half written is passed over."""

    def __init__(self, folder: Path) -> None:
        """Read the list in `folder`, if there is one."""
        self._folder = folder
        self._entries: dict[str, Entry] = {}
        path = folder / NAME
        if path.is_file():
            for line in path.read_bytes().split(b"\n"):
                try:
                    entry = Entry(**json.loads(line))
                except (ValueError, TypeError):
                    continue
                self._entries[entry.place] = entry

    def known(self, place: str, sha256: str, rules: str) -> Entry | None:
        """The entry of the file at `place` if it was read with this content by these rules and its result is there."""
        entry = self._entries.get(place)
        if entry and (entry.sha256, entry.rules) == (sha256, rules) and (self._folder / entry.output).is_file():
            return entry
        return None

    def add(self, entry: Entry) -> None:
        """Note that a file was read, on the disk before this returns."""
        self._entries[entry.place] = entry
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / NAME).open("ab") as file:
            if file.tell():
                file.write(b"\n")  # ends what a killed process may have begun
            file.write(json.dumps(asdict(entry), ensure_ascii=False).encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())

    def name(self, place: str, file: str) -> str:
        """A name for the result of `file` that belongs to no other file, also where case does not count."""
        taken = {entry.output.casefold() for entry in self._entries.values() if entry.place != place}
        plain = file.replace("/", "__").lstrip(".")
        mark = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        whole = f"{plain}.jsonl"
        if whole.casefold() not in taken and len(os.fsencode(whole)) <= LONGEST:
            return whole
        cut = os.fsencode(plain)[: LONGEST - 20].decode("utf-8", "ignore")
        return f"{cut}-{mark}.jsonl"
