"""What is wrong, where, and what would be right?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccnt_dash.noting import ToldError


@dataclass(frozen=True, order=True)
class Complaint:
    """One thing that is wrong in a text file of the data set.

    `line` counts from 1 with the header; 0 means the file as a whole.
    """

    file: str
    line: int
    column: str
    value: str
    wrong: str
    right: str
    check: str
    level: str = "error"

    def __str__(self) -> str:
        """One line: level, place, value, what is wrong, what would be right, and the check that found it."""
        place = ":".join(part for part in (self.file, str(self.line or ""), self.column) if part)
        value = f" {self.value!r}" if self.value else ""
        return f"{self.level}: {place}:{value} {self.wrong}; {self.right} [{self.check}]"


class BuildError(ToldError):
    """The data set has errors; `complaints` holds all of them, the text ends with how many they are."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        """Keep the complaints in the order of their places."""
        self.complaints = tuple(sorted(complaints))
        super().__init__("\n".join([*map(str, self.complaints), f"not built: {counted(self.complaints)}"]))


def counted(complaints: Sequence[Complaint]) -> str:
    """How many errors and warnings they are."""
    errors = sum(1 for each in complaints if each.level == "error")
    return f"{errors} error{'' if errors == 1 else 's'}, {len(complaints) - errors} warnings"
