"""How much of a file is read, and what is said of one that can't be?"""

from __future__ import annotations

from dataclasses import dataclass

# What the XML library says where it got no memory: that, or an error without a number.
NO_MEMORY = (None, 0, 1, 2)


class ReadError(ValueError):
    """A file can't be read; the message is a sentence for the person who gave it."""


@dataclass(frozen=True)
class Limits:
    """Bounds for one file: bytes on disk, bytes unpacked, pages, characters, seconds, bytes of memory."""

    bytes: int = 100_000_000
    unpacked: int = 60_000_000
    pages: int = 3_000
    characters: int = 4_000_000
    seconds: float = 180
    memory: int = 2_000_000_000


LIMITS = Limits()
