"""What is an amount as an English sentence prints it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """An amount as printed: its value with the scale, in `unit` ("" for one the vocabulary lacks, None without one).

    `start` and `end` are the whole amount, `figure` where its first digit stands, `noun` what is counted ("" else),
    `phrase` where its comparator begins. `attributive` for a size within a word ("49-ton trucks").
    """

    start: int
    end: int
    figure: int
    value: float
    source: float
    unit: str | None
    printed: str
    noun: str = ""
    sign: str = ""
    phrase: int = -1
    high: float | None = None
    high_sign: str = ""
    attributive: bool = False
