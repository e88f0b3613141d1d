"""What is on the page of one place: the nation, a province, a city?"""

from __future__ import annotations

from collections.abc import Callable

from dash.development.base_component import Component

from ccnt_dash.pages import frame
from ccnt_dash.pages.address import Kind
from ccnt_dash.pages.page import Reading

NATION = "100000"


def _names(level: str) -> Callable[[Reading, str], str | None]:
    def names(reading: Reading, code: str) -> str | None:
        row = reading.words.vocabulary["regions"].get(code)
        return reading.words.of(row, "name") if row and row["level"] == level else None

    return names


def tells(reading: Reading, code: str) -> str:
    """What a search engine is told of the page."""
    return reading.answers.sentence(reading.of("regions", code).filters)


def national(reading: Reading) -> Component:
    """The page of the nation."""
    return profile(reading, NATION)


def profile(reading: Reading, code: str) -> Component:
    """The page of a place."""
    words = reading.words
    return frame.plain(
        reading, "/national" if code == NATION else "", words.name("regions", code), frame.contents({}, words), []
    )


PROVINCE = Kind(_names("provincial"), tells, profile)
CITY = Kind(_names("municipal"), tells, profile)
