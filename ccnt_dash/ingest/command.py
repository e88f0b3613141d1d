"""How are documents fed in from the command line, with progress, and again only where something changed?"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ccnt_dash.ingest import contract
from ccnt_dash.ingest.inbox import Inbox, Item, save, understood
from ccnt_dash.ingest.ledger import Entry, Ledger
from ccnt_dash.ingest.places import Places
from ccnt_dash.ingest.reading import LIMITS, Limits
from ccnt_dash.ingest.rules import checksum
from ccnt_dash.ingest.workers import Workers

WORKER = "ccnt_dash.ingest.worker"


def options(verb: argparse.ArgumentParser, data: Path, inbox: Path) -> None:
    """Add what the verb understands; `data` and `inbox` are used where nothing else is said."""
    verb.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a document, or a folder of documents")
    verb.add_argument("--json", type=Path, metavar="OUT_DIR", help="write JSON lines there instead of the inbox")
    verb.add_argument("--region", default="", metavar="CODE", help="six-digit code of the place they are of")
    verb.add_argument("--language", default="auto", choices=("en", "zh", "auto"), help="(%(default)s)")
    verb.add_argument("--inbox", type=Path, default=inbox, help="folder that the review reads (%(default)s)")
    verb.add_argument("--data", type=Path, default=data, help="folder of the text files (%(default)s)")
    verb.add_argument("--workers", type=int, default=os.cpu_count() or 2, help="how many processes (%(default)s)")


@dataclass
class Run:
    """One call of the command: what was asked, where results go, and how far it is."""

    chosen: argparse.Namespace
    limits: Limits = LIMITS
    total: int = 0
    read: int = 0
    same: int = 0
    candidates: int = 0
    failed: list[str] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        """Refuse a region or a number of processes that can't be."""
        self.folder: Path = self.chosen.json or self.chosen.inbox
        known = Places(self.chosen.data).regions
        if self.chosen.region and self.chosen.region not in known:
            raise ValueError(
                f"--region is {self.chosen.region!r}; it should be a six-digit code of data/vocab/regions.csv, "
                "such as 440000 for Guangdong"
            )
        if self.chosen.workers < 1:
            raise ValueError(f"--workers is {self.chosen.workers}; it should be 1 or more")
        self.rules = checksum(self.chosen.data)
        self.asked = f"{self.rules} {self.chosen.region} {self.chosen.language}"
        self.ledger = Ledger(self.folder)
        self.units = contract.Units(self.chosen.data)

    def done(self) -> int:
        """How many files are dealt with."""
        return self.read + self.same + len(self.failed)


def ingest(chosen: argparse.Namespace) -> int:
    """Read all documents that `options` names; 0 if each could be read, else 1. Progress goes to standard error."""
    run = Run(chosen)
    files = list(_files(chosen.paths, run.folder))
    run.total = len(files)
    setup = {
        "data": str(chosen.data.resolve()),
        "region": chosen.region,
        "language": chosen.language,
        "rules": run.rules,
    }
    workers = Workers(WORKER, setup, chosen.workers, run.limits)
    for task, answer in workers.run(list(_tasks(run, files))):
        if "error" in answer:
            _failed(run, task["file"], answer["error"])
        else:
            _kept(run, task, understood(answer))
    _summary(run)
    return int(bool(run.failed))


def _files(paths: Sequence[Path], out: Path) -> Iterator[tuple[Path, str]]:
    """Each document once, with the name that it is known by: its place below the folder that was named."""
    seen: set[Path] = set()
    for given in paths:
        inside = sorted(given.rglob("*")) if given.is_dir() else [given]
        for path in inside:
            name = path.relative_to(given).as_posix() if given.is_dir() else path.name
            hidden = given.is_dir() and any(part.startswith((".", "~$")) for part in name.split("/"))
            if hidden or path.resolve() in seen or (given.is_dir() and not path.is_file()):
                continue
            if given.is_dir() and path.resolve().is_relative_to(out.resolve()) and out.resolve() != given.resolve():
                continue  # results of an earlier run
            seen.add(path.resolve())
            yield path, name


def _tasks(run: Run, files: Sequence[tuple[Path, str]]) -> Iterator[dict[str, Any]]:
    """What is left to do: what was read unchanged by the same rules is only counted."""
    for path, name in files:
        sha256, place = _sha256(path, run.limits), str(path.resolve())
        entry = run.ledger.known(place, sha256, run.asked) if sha256 else None
        if entry:
            run.same += 1
            run.candidates += entry.candidates
        else:
            yield {"path": str(path), "file": name, "place": place, "sha256": sha256}


def _sha256(path: Path, limits: Limits) -> str:
    """The checksum of a file, or "" where it can't be read; the reader then says why."""
    try:
        if not path.is_file() or path.stat().st_size > limits.bytes:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _kept(run: Run, task: dict[str, Any], made: Item) -> None:
    if run.chosen.json:
        output = run.ledger.name(task["place"], task["file"])
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in contract.rows(made, run.units))
        save(run.folder / output, "".join(lines))
    else:
        output = _into_inbox(Inbox(run.folder), made)
    run.ledger.add(Entry(task["file"], task["place"], task["sha256"], run.asked, output, len(made.candidates)))
    run.read += 1
    run.candidates += len(made.candidates)
    _progress(run, f"{task['file']}: {len(made.candidates)} candidates")


def _into_inbox(inbox: Inbox, made: Item) -> str:
    """The same text under two names is one document, known by the first of them."""
    try:
        other = inbox.read(made.document.document_id).document
    except (KeyError, ValueError):
        other = made.document
    if other.file < made.document.file and other.rules == made.document.rules:
        return f"{other.document_id}.json"
    return inbox.write(made).name


def _failed(run: Run, file: str, error: str) -> None:
    run.failed.append(file)
    _progress(run, f"not read: {file}: {error}")


def _progress(run: Run, told: str) -> None:
    rate = (run.read + len(run.failed)) / max(time.monotonic() - run.begun, 0.001)
    line = f"{run.done()}/{run.total} ({rate:.1f} per second) {told}"
    if sys.stderr.isatty() and not told.startswith("not read") and run.done() < run.total:
        print(f"\r\x1b[K{line[:120]}", end="", file=sys.stderr, flush=True)
    else:
        print(f"\r\x1b[K{line}" if sys.stderr.isatty() else line, file=sys.stderr, flush=True)


def _summary(run: Run) -> None:
    where = f"{run.folder}{'' if run.chosen.json else ', for review'}"
    print(f"{run.read} read, {run.same} unchanged, {len(run.failed)} not read; {run.candidates} candidates in {where}")
    if run.failed:
        print(f"not read: {', '.join(run.failed[:20])}{' …' if len(run.failed) > 20 else ''}", file=sys.stderr)
