"""What is a file of an extract made of, and which texts could do harm in it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ccnt_dash.taking.context import context
from ccnt_dash.taking.extract import Extract
from ccnt_dash.texts import Words

# A text that begins with one of these may be taken for a formula, which could send data away.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Shapes = Mapping[str, Any]


@dataclass(frozen=True)
class Parcel:
    """What a file is made of: rows, the words of the reader, where the site stands, boundaries by code of the place."""

    found: Extract
    words: Words
    origin: str
    shapes: Shapes

    @property
    def told(self) -> dict[str, Any]:
        """Everything about the rows."""
        return context(self.found, self.words, self.origin)

    @property
    def names(self) -> list[str]:
        """Names of the columns."""
        return [column.name for column in self.found.columns]


def harmless(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula: an apostrophe before the sign; anything else as it is.

    A sign alone, such as the comparator "=", is none.
    """
    return f"'{value}" if isinstance(value, str) and len(value) > 1 and value.startswith(FORMULA) else value
