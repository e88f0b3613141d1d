"""Which places does an English amount belong to?"""

from __future__ import annotations

from ccnt_dash.ingest.en.owners import NATION, Owners
from ccnt_dash.ingest.en.reading import Reading
from ccnt_dash.ingest.en.subjects import RESPECTIVELY

# A longer list of places tells who issued something alike, not whose one target it is.
MOST_PLACES = 3


class Placing:
    """Shares amounts out among the places of a sentence, or those carried into it."""

    def __init__(self, owners: Owners) -> None:
        """Take what reads places as owners."""
        self._owners = owners

    def at(self, reading: Reading, at: int) -> tuple[str, ...]:
        """The places that what stands at position `at` belongs to."""
        owner = self._owners.owner(reading.text, at, reading.places)
        if owner and (NATION not in owner.codes or not reading.state.local or owner.start == reading.sentence.start):
            return owner.codes
        carried = reading.state.regions
        behind = self._owners.behind(reading.text, at, reading.places)
        if behind and all(code != NATION and self._owners.within(code, carried[0]) for code in behind.codes):
            return behind.codes
        return carried if len(carried) <= MOST_PLACES else (reading.state.source.region or NATION,)

    def of_amount(self, reading: Reading, number: int) -> tuple[str, ...]:
        """The places of an amount; the one of its own where each has one: "A and B will add 5 and 6 GW"."""
        regions = self.at(reading, reading.amounts[number].start)
        same = [each for each, one in enumerate(reading.amounts) if one.unit == reading.amounts[number].unit]
        paired = RESPECTIVELY.search(reading.text, reading.sentence.start, reading.sentence.end)
        if len(regions) > 1 and len(same) == len(regions) and paired:
            return (regions[same.index(number)],)
        return regions
