"""Which targets does a Chinese document set?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.clean import clean
from ccnt_dash.ingest.knowledge import Knowledge, read
from ccnt_dash.ingest.zh.prose import Prose
from ccnt_dash.ingest.zh.tables import Tables


def found(source: Source, knowledge: Knowledge) -> list[Candidate]:
    """Candidates of a Chinese document, in the order in which their numbers stand."""
    return _found(source, Prose(knowledge), Tables(knowledge))


def finder(data: Path) -> Callable[[Source], list[Candidate]]:
    """What finds the candidates of a Chinese text, knowing the words in the folder `data`."""
    knowledge = read(data, "zh")
    prose, tables = Prose(knowledge), Tables(knowledge)
    return lambda source: _found(source, prose, tables)


def _found(source: Source, prose: Prose, tables: Tables) -> list[Candidate]:
    page = prose.page(source, clean(source.text))
    return sorted([*prose.candidates(page), *tables.candidates(page)], key=lambda each: (each.start, each.figure))
