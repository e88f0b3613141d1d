"""Which places does an English amount belong to?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.en.owners import NATION, Mention, Owners
from ccnt_dash.ingest.en.reading import Reading
from ccnt_dash.ingest.en.subjects import RESPECTIVELY

# A longer list of places tells who issued something alike, not whose one target it is.
MOST_PLACES = 3
# "In the new mining areas of Shanxi and Shaanxi": one target for them together, whoever sets it.
AREAS = re.compile(r"\b(?:areas|regions|zones|bases|ports|parts)\s(?:of|in)\s$", re.IGNORECASE)


class Placing:
    """Shares amounts out among the places of a sentence, or those carried into it."""

    def __init__(self, owners: Owners) -> None:
        """Take what reads places as owners."""
        self._owners = owners

    def at(self, reading: Reading, at: int) -> tuple[str, ...]:
        """The places that what stands at position `at` belongs to."""
        begin, end = _clause(reading, at)
        places = [each for each in reading.places if begin <= each.start and each.end <= end] or []
        owner = self._owners.owner(reading.text, at, places) or self._led(reading, begin, at)
        if owner and len(owner.codes) > 1 and AREAS.search(reading.text, max(0, owner.start - 40), owner.start):
            owner = None
        if owner and (NATION not in owner.codes or not reading.state.local or owner.start == reading.sentence.start):
            return owner.codes
        carried = reading.state.regions
        behind = self._owners.behind(reading.text, at, places)
        if behind and all(code != NATION and self._owners.within(code, carried[0]) for code in behind.codes):
            return behind.codes
        return carried if len(carried) <= MOST_PLACES else (reading.state.source.region or NATION,)

    def _led(self, reading: Reading, begin: int, at: int) -> Mention | None:
        """The place that leads a sentence, for what stands in its later clauses; the nation for all of them."""
        led = [each for each in reading.places if each.end <= begin]
        first = reading.sentence.start
        led = led or [
            each for each in reading.places if each.start == first and NATION in each.codes and each.end <= at
        ]
        return self._owners.subject(reading.text, first, led[:1])

    def of_amount(self, reading: Reading, number: int) -> tuple[str, ...]:
        """The places of an amount; the one of its own where each has one: "A and B will add 5 and 6 GW"."""
        regions = self.at(reading, reading.amounts[number].start)
        same = [each for each, one in enumerate(reading.amounts) if one.unit == reading.amounts[number].unit]
        paired = RESPECTIVELY.search(reading.text, reading.sentence.start, reading.sentence.end)
        if len(regions) > 1 and len(same) == len(regions) and paired:
            return (regions[same.index(number)],)
        return regions


def _clause(reading: Reading, at: int) -> tuple[int, int]:
    """The stretch between semicolons around a position."""
    begin = reading.text.rfind(";", reading.sentence.start, at)
    end = reading.text.find(";", at, reading.sentence.end)
    return (reading.sentence.start if begin < 0 else begin + 1), (reading.sentence.end if end < 0 else end)
