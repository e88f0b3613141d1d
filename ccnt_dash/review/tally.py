"""How sure were the rules, and how often did people correct them?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from ccnt_dash.build.decisions import Decision
from ccnt_dash.review.desk import Dossier

# For an interval that holds the true share in 95 of 100 cases.
WIDTH = 1.96


@dataclass
class Tally:
    """What became of the candidates of one rule. `sure` holds the confidence of each."""

    rule: str
    waiting: int = 0
    unchanged: int = 0
    changed: int = 0
    rejected: int = 0
    sure: list[float] = field(default_factory=list)
    sure_decided: list[float] = field(default_factory=list)

    @property
    def candidates(self) -> int:
        """All candidates of the rule."""
        return len(self.sure)

    @property
    def decided(self) -> int:
        """Those that were decided on."""
        return self.unchanged + self.changed + self.rejected

    @property
    def confidence(self) -> float:
        """Mean confidence of all its candidates, 0 to 1."""
        return sum(self.sure) / len(self.sure) if self.sure else 0.0

    @property
    def share(self) -> float | None:
        """Share of the decided ones that were accepted unchanged; None before the first decision."""
        return self.unchanged / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies, as far as so few decisions tell (Wilson, 95 %)."""
        if not self.decided:
            return None
        n, share, z = self.decided, self.unchanged / self.decided, WIDTH
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def expected(self) -> float | None:
        """Mean confidence of the decided ones: what the share should be if the rule knew how sure it is."""
        return sum(self.sure_decided) / len(self.sure_decided) if self.sure_decided else None

    def add(self, confidence: float, decision: Decision | None) -> None:
        """Count one candidate."""
        self.sure.append(confidence)
        if decision is None:
            self.waiting += 1
            return
        self.sure_decided.append(confidence)
        became = {"accept": "unchanged", "reject": "rejected"}.get(decision["action"], "changed")
        setattr(self, became, getattr(self, became) + 1)


def tallies(dossiers: Iterable[Dossier]) -> list[Tally]:
    """One for each rule that found anything, the one with most candidates first."""
    found: dict[str, Tally] = {}
    for dossier in dossiers:
        for case in dossier.cases:
            if case.candidate and case.candidate.rule:
                tally = found.setdefault(case.candidate.rule, Tally(case.candidate.rule))
                tally.add(case.candidate.confidence, case.decision)
    return sorted(found.values(), key=lambda each: (-each.candidates, each.rule))
