"""Which page does an address mean, how is it named, and what is said of it where it is linked?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from ccnt_dash.pages.frame import PAGES
from ccnt_dash.pages.page import Reading


@dataclass(frozen=True)
class Kind:
    """Pages of one kind of record, at /<kind>/<code>.

    `names` says how the page of a code is called, None where there is none; `tells` what a search engine is told of it.
    """

    names: Callable[[Reading, str], str | None]
    tells: Callable[[Reading, str], str]
    draw: Callable[[Reading, str], Component]


@dataclass(frozen=True)
class Place:
    """What an address means: a page of its own, or the page of a record; `name` and `tells` in the reader's words."""

    path: str
    name: str
    tells: str
    kind: str = ""
    code: str = ""


def place(path: str, reading: Reading, kinds: Mapping[str, Kind]) -> Place | None:
    """What the address `path` means, None where there is no page."""
    words = reading.words
    if path in PAGES:
        return Place(path, words(f"nav.{PAGES[path]}"), words(f"tells.{PAGES[path]}"))
    _, _, rest = path.partition("/")
    kind, _, code = rest.partition("/")
    name = kinds[kind].names(reading, code) if kind in kinds and code else None
    return Place(path, name, kinds[kind].tells(reading, code), kind, code) if name else None
