"""How much room does a text take? A guess that holds for every font that may stand in for the one that is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Shares of the size: what a Chinese sign, a capital and any other sign is wide, and how far lines are apart.
FULL, CAPITAL, PLAIN, THIN, APART = 1.0, 0.72, 0.56, 0.29, 1.22
# Bold letters fill a line with so many fewer.
BOLD = 0.92
# The share of its width that a line surely fills, in whatever font.
SURE = 0.94
SLIM = set("iljtf.,:;|'!()[] ·")
PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")


@dataclass(frozen=True)
class Box:
    """A part of a slide; all in points from its left top."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    def part(self, x: tuple[float, float], y: tuple[float, float]) -> Box:
        """The part between two shares of the width, and of the height from above."""
        return Box(self.x + x[0] * self.w, self.y + y[0] * self.h, (x[1] - x[0]) * self.w, (y[1] - y[0]) * self.h)


def width(text: str, size: float) -> float:
    """Width in points of the widest line of a text of `size` points."""
    return max((sum(map(_sign, line)) for line in text.split("\n")), default=0.0) * size


def _sign(sign: str) -> float:
    if sign > "\u2e80":
        return FULL
    return CAPITAL if sign.isupper() or sign in "%&@—→" else THIN if sign in SLIM else PLAIN


def lines(text: str, size: float, room: float) -> int:
    """How many lines a text of `size` points takes in `room` points of width."""
    return sum(_broken(line, size, room) for line in text.split("\n"))


def _broken(text: str, size: float, room: float) -> int:
    found, used = 1, 0.0
    for piece in PIECES.findall(text):
        wide = width(piece, size)
        if used and used + width(piece.rstrip(), size) > room:
            found, used = found + 1, 0.0
        found += int(wide // room) if wide > room else 0
        used += wide % room if wide > room else wide
    return found


def height(text: str, size: float, room: float) -> float:
    """How high a text stands in `room` points of width."""
    return lines(text, size, room) * size * APART if text else 0.0


def fitting(text: str, sizes: tuple[float, ...], room: float, most: int) -> float:
    """The first of some sizes, which fall, in which a text takes at most so many lines; the last if none does."""
    return next((size for size in sizes if lines(text, size, room) <= most), sizes[-1])


def cut(text: str, size: float, room: float, most: int = 1) -> str:
    """`text`, cut at its end if it would take more lines."""
    if lines(text, size, room) <= most:
        return text
    while text and lines(f"{text}…", size, room) > most:
        text = text[:-1]
    return f"{text.rstrip()}…"
