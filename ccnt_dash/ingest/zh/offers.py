"""Does a claim offer money, or say who may have it?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.claims import Claim

_PAID = re.compile(r"资金|拨付|下达|安排|经费")
_OFFER = re.compile(r"最高|每|给予|不超过|上限")
_COST = re.compile(r"投资|费用|成本|总额|支出")
_MONEY = re.compile(r"\d ?[万亿]?元|\d%")


class Offers:
    """Knows offers by the lists of words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the lists of words, and the units of money."""
        self._words = knowledge.words
        self._money = {unit.code for unit in knowledge.units.values() if unit.dimension.startswith("money")}

    def paid(self, claim: Claim) -> bool:
        """Money that is handed out, not offered."""
        near = claim.before[-16:]
        return claim.quantity.unit == "CNY" and bool(_PAID.search(near)) and not _OFFER.search(near)

    def kind(self, claim: Claim, sentence: str) -> str:
        """subsidy for money or a share of costs offered, condition for its threshold, "" for neither.

        What has a year of its own is neither, but for money.
        """
        money, percent = claim.quantity.unit in self._money, claim.quantity.unit == "percent"
        near = claim.before[-30:] + claim.after[:16]
        if any(word in near for word in self._words["money_offered"]):
            if claim.time:
                return "subsidy" if money and claim.sign not in (">=", ">") else ""
            return "subsidy" if (money or percent) and claim.sign not in (">=", ">") else "condition"
        if claim.time or not any(word in sentence for word in self._words["money_offered"]):
            return ""
        capped = percent and claim.sign == "<=" and _COST.search(claim.before[-16:])
        if capped or (money and claim.sign in ("=", "<=")):
            return "subsidy"
        return "condition" if claim.sign in (">=", ">") and _MONEY.search(sentence) else ""
