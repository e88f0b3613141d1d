"""Is an English amount money or a share of a cost that somebody is given?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.en.amount import Amount
from ccnt_dash.ingest.en.lexicon import Lexicon

# "12% up to ¥20,000".
CAPPED = re.compile(r",?\s(?:up to|capped at|with (?:a )?caps? of|to a maximum of)\s(?:RMB|CNY|¥|￥|\d)", re.IGNORECASE)
MONEY = re.compile(r"yuan|RMB|CNY|[¥￥]", re.IGNORECASE)
SHARES = re.compile(r"\b(?:cost|price|investment|purchase|toll|expens|subsid|reward|fee)", re.IGNORECASE)


class Offers:
    """Knows what is offered to somebody."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the pattern once."""
        self._lexicon = lexicon
        self._subsidy = lexicon.pattern("subsidy")

    def made(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence offers something."""
        return bool(self._subsidy.search(text, start, end))

    def paid(self, text: str, start: int, end: int, amount: Amount) -> bool:
        """Whether an amount is money or a share of a cost that somebody is given."""
        if not self._subsidy.search(text, start, end):
            return False
        dimension = self._lexicon.dimension(amount.unit or "")
        if dimension.startswith("money") or MONEY.search(amount.printed) or amount.printed.startswith("fully"):
            return True
        around = max(start, amount.start - 60), min(end, amount.end + 60)
        capped = CAPPED.match(text, amount.end, end)
        return dimension == "percent" and bool(capped or SHARES.search(text, *around))
