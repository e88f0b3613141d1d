"""Which targets does an English text set?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.en.reader import Reader


def found(source: Source, reader: Reader) -> list[Candidate]:
    """Candidates of an English text, in the order in which they stand."""
    return reader.found(source)


def finder(data: Path) -> Callable[[Source], list[Candidate]]:
    """What finds the candidates of an English text, knowing the words in the folder `data`."""
    return Reader(data).found
