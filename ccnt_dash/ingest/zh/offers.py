"""Does a claim offer money, or say who may have it?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.claims import Claim

_PAID = re.compile(r"资金|拨付|下达|安排|经费")
_OFFER = re.compile(r"最高|每|给予|不超过|上限")
_SUMS = ("万", "亿", "百万", "千万")
_COST = re.compile(r"总投资|投资额|投资总额|费用|成本|总经费|支出")
_MONEY = re.compile(r"\d ?[万亿]?元|\d%|投资")


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
        """subsidy for money or a share of costs offered, condition for its threshold, none for another number there.

        "" where no money is offered. What has a year of its own is "", but for money.
        """
        if self._shares_costs(claim):
            return "subsidy"
        near = claim.before[-30:] + claim.after[:16]
        if any(word in near for word in self._words["money_offered"]):
            return self._near(claim, sentence)
        if claim.time or not any(word in sentence for word in self._words["money_offered"]):
            return ""
        if self._is_money(claim) and claim.sign in ("=", "<="):
            return "subsidy"
        return "condition" if claim.sign in (">=", ">") and _MONEY.search(sentence) else ""

    def _near(self, claim: Claim, sentence: str) -> str:
        """The kind of a number beside words of giving."""
        money = self._is_money(claim)
        if claim.sign not in (">=", ">") and (
            money or (not claim.time and claim.quantity.unit in ("percent", "ratio"))
        ):
            return "subsidy"
        if claim.time or not _MONEY.search(sentence):
            return ""
        return "condition" if claim.sign != "=" else "none"

    def _is_money(self, claim: Claim) -> bool:
        """Money, also for a unit of something that has no unit of the vocabulary (元/桩)."""
        printed = claim.quantity.unit_printed
        return claim.quantity.unit in self._money or "元/" in printed or printed in _SUMS

    def _shares_costs(self, claim: Claim) -> bool:
        """不超过项目总投资的30%: a share of costs that is borne at most."""
        capped = claim.quantity.unit == "percent" and claim.sign == "<=" and not claim.time
        return capped and _COST.search(claim.before[-16:]) is not None
