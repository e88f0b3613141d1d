"""What does somebody at a terminal see: how far long work is, what went wrong, and never a half-written file?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

# Takes a few words on what is done now.
Note = Callable[[str], None]
CLEAR = "\r\x1b[K"


class ToldError(Exception):
    """What went wrong, in words for who asked: its text names the place and what would be right."""


def quiet(told: str) -> None:
    """Say nothing."""


@contextmanager
def noted(stream: TextIO) -> Iterator[Note]:
    """A line of `stream` that is written anew with each note and vanishes in the end; nothing where nobody watches."""
    if not stream.isatty():
        yield quiet
        return
    try:
        yield lambda told: print(f"{CLEAR}{told} …", end="", file=stream, flush=True)
    finally:
        print(CLEAR, end="", file=stream, flush=True)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write to, which becomes `path` when all has been written, and vanishes when not.

    Raises OSError that names `path` if it can't be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe is written as it is
        yield path
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None
    finally:
        beside.unlink(missing_ok=True)
