"""What is one page of the desk about: which document, which case, for whom, after which form?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from ccnt_dash.pages.page import Reading
from ccnt_dash.review.desk import Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.fit import Misfit
from ccnt_dash.review.known import Holdings
from ccnt_dash.texts import Words

HOME = "/review"


@dataclass(frozen=True)
class Sheet:
    """What one page of the desk is about: the reader, a document, the case in hand, and what was just sent."""

    reading: Reading
    dossier: Dossier
    case: Case
    holdings: Holdings
    editor: str = ""
    way: str = "accept"
    part: int | None = None
    sent: tuple[Cells, ...] = ()
    wrong: tuple[tuple[int, Misfit], ...] = ()
    said: str = ""
    reason: str = ""
    quote: str = ""
    becomes: str = "target"
    fresh: bool = False
    holes: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The words of the reader's language, with the indicators that decisions have made since the last build."""
        said: Words = self.reading.words
        return replace(said, vocabulary=self.holdings.vocabulary)

    @property
    def coins(self) -> bool:
        """Does the form make a new indicator, besides what stands already?"""
        return self.fresh or any(row.get("becomes") == "indicator" for row in self.sent)

    def address(self, **query: Any) -> str:
        """The address of the document with a query, language and theme kept."""
        filters = self.reading.filters
        kept = {"lang": filters.lang, "theme": filters.theme, **query}
        told = urlencode({name: each for name, each in kept.items() if each not in ("", None)})
        return f"{HOME}/{self.dossier.id}?{told}"
