"""How is a decision written down so that it is never lost? Appended under a lock, in one write, to the disk itself."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from ccnt_dash.build.decisions import ABOUT, COLUMNS, FILE, Cells, Decision, Read, Standing, read, standing

# Signs that would end the line of a decision, or that no reader of the file sees.
UNSEEN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
LONGEST = 20_000
BINARY = getattr(os, "O_BINARY", 0)  # where line ends would be changed otherwise


class DecisionError(Exception):
    """A decision was not written down; the message says why and what to do. Nothing of it is in the file."""


@dataclass(frozen=True)
class Wish:
    """What an editor decides: about what, how, why, and the rows that come of it.

    `knew` is for each candidate the id of the last decision about it that the editor had before her, "" where there was
    none. `parts` has the cells of each row that comes of it, at least one, by columns of the file.
    """

    editor: str
    action: str
    document_id: str
    knew: Mapping[str, str]
    parts: Sequence[Cells] = ({},)
    reason: str = ""
    undoes: str = ""

    @property
    def id(self) -> str:
        """The same wish has the same id, so that one sent twice is written once."""
        told = [self.editor, self.action, self.document_id, self.reason, self.undoes]
        told += [f"{key}={value}" for mapping in (self.knew, *self.parts) for key, value in sorted(mapping.items())]
        return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True)
class Kept:
    """A decision that is in the file, and the ones it collides with."""

    decision_id: str
    against: tuple[str, ...] = ()


class Book:
    """The file of decisions in a folder of text files. Any number of processes may have it open."""

    def __init__(self, data: Path) -> None:
        """Put a torn end aside, if a process was killed while it wrote; `mended` says where it went.

        Where that can't be done the rest can still be read, and `trouble` says why nothing can be written.
        """
        self.path = data / FILE
        self.mended: Path | None = None
        self.trouble = ""
        self._mark: tuple[int, int, int] | None = None
        self._read = Read()
        try:
            if self.path.exists():
                with self._locked() as file:
                    self._mend(file)
        except OSError as error:
            self.trouble = f"{error.filename or self.path}: {error.strerror or error}"

    def read(self) -> Read:
        """What the file says now. Raises OSError if it can't be read."""
        try:
            seen = self.path.stat()
        except FileNotFoundError:
            return Read()
        if _mark(seen) != self._mark:
            self._read, self._mark = read(self.path.read_bytes()), _mark(seen)
        return self._read

    def standing(self) -> Standing:
        """What stands now."""
        return standing(self.read().decisions)

    def append(self, wish: Wish) -> Kept:
        """Write a decision down; when this returns, it is on the disk.

        One that was made without knowing of the last word about its candidates is kept all the same, marked with that
        in `against`, and does not stand. Raises DecisionError with the reason if it could not be written whole; then
        nothing of it is there.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._locked() as file:
                self._mend(file)
                return self._append(file, wish)
        except OSError as error:
            reason = error.strerror or str(error)
            raise DecisionError(f"{self.path}: {reason}; the decision is not kept, decide again when mended") from None

    def _append(self, file: int, wish: Wish) -> Kept:
        found = self._now(file)
        if any(each.id == wish.id for each in found.decisions):
            return Kept(wish.id, _against(wish.id, found))
        last = {candidate: each.id for each in found.decisions for candidate in each.candidates}
        against = tuple(sorted({last[each] for each, knew in wish.knew.items() if last.get(each, knew) != knew}))
        if found.header and (lost := [each for each in ABOUT if each not in found.header]):
            raise DecisionError(f"{self.path}: the header lacks {', '.join(lost)}; restore it")
        header = _header(found.header, wish)
        lines = _lines(wish, against, header)
        if header != found.header:
            lines = _line(list(header)) + lines
        self._write(file, lines.encode("utf-8"))
        self._read, self._mark = found.with_more(lines.encode("utf-8")), _mark(os.fstat(file))
        return Kept(wish.id, against)

    def _now(self, file: int) -> Read:
        """What the file says, read anew only if somebody else has written."""
        mark = _mark(os.fstat(file))
        if mark != self._mark:
            self._read, self._mark = read(_whole(file)), mark
        return self._read

    def _write(self, file: int, raw: bytes) -> None:
        before = os.fstat(file).st_size
        try:
            if os.write(file, raw) != len(raw):
                raise OSError(None, "the disk is full, the decision did not fit whole")
            os.fsync(file)
        except OSError:
            with suppress(OSError):  # what can't be taken back now is put aside at the next start
                os.ftruncate(file, before)
            raise

    def _mend(self, file: int) -> None:
        torn = self._now(file).torn
        if torn is None:
            return
        raw = _whole(file)
        aside = self.path.with_name(f"torn-{hashlib.sha256(raw[torn:]).hexdigest()[:8]}-{torn}.txt")
        with aside.open("wb") as kept:
            kept.write(raw[torn:])
            kept.flush()
            os.fsync(kept.fileno())
        os.ftruncate(file, torn)
        os.fsync(file)
        self.mended = aside

    @contextmanager
    def _locked(self) -> Iterator[int]:
        # A file of its own: the lock must hold even if somebody puts another version of the decisions in place.
        with FileLock(self.path.with_name("decisions.lock")):
            new = not self.path.exists()
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY, 0o644)
            try:
                if new:
                    _settle(self.path.parent)
                yield file
            finally:
                os.close(file)


def _mark(seen: os.stat_result) -> tuple[int, int, int]:
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def _settle(folder: Path) -> None:
    """Bring the name of a new file to the disk, too, where a folder can be opened for that."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _whole(file: int) -> bytes:
    size = os.fstat(file).st_size
    os.lseek(file, 0, os.SEEK_SET)
    parts: list[bytes] = []
    while (left := size - sum(map(len, parts))) > 0 and (part := os.read(file, left)):
        parts.append(part)
    return b"".join(parts)


def _header(known: tuple[str, ...], wish: Wish) -> tuple[str, ...]:
    """The columns that the lines of a wish are written by: those of the file, unless it is older and lacks some."""
    lacks = [each for each in COLUMNS if each not in known and _used(each, wish)]
    if not known:
        return COLUMNS
    return (*known, *(each for each in COLUMNS if each not in known)) if lacks else known


def _used(column: str, wish: Wish) -> bool:
    return any(part.get(column) for part in wish.parts)


def _against(decision_id: str, found: Read) -> tuple[str, ...]:
    kept: Decision = next(each for each in found.decisions if each.id == decision_id)
    return tuple(each for each in kept["against"].split(";") if each)


def as_decision(wish: Wish) -> Decision:
    """The decision that a wish would be if it were written down now."""
    return Decision(0, tuple(_rows(wish, ())))


def _rows(wish: Wish, against: Sequence[str]) -> Iterator[dict[str, str]]:
    told = {
        "decision_id": wish.id,
        "decided_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "editor": wish.editor,
        "action": wish.action,
        "reason": wish.reason,
        "document_id": wish.document_id,
        "candidate_ids": ";".join(wish.knew),
        "knew": ";".join(dict.fromkeys(each for each in wish.knew.values() if each)),
        "against": ";".join(against),
        "undoes": wish.undoes,
    }
    yield from ({**part, **told, "part": f"{at}/{len(wish.parts)}"} for at, part in enumerate(wish.parts, 1))


def _lines(wish: Wish, against: Sequence[str], header: Sequence[str]) -> str:
    return "".join(_line([row.get(name, "") for name in header]) for row in _rows(wish, against))


def _line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([UNSEEN.sub(" ", str(each))[:LONGEST].strip() for each in cells])
    return text.getvalue() + "\n"
