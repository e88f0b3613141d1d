"""Who speaks in an English sentence: a policy and its authority, or somebody who only tells?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.en.lexicon import Lexicon

ACCORDING = re.compile(r"\baccording to\b(?:\s+(?:the|a|an))?(?P<gap>\s*)", re.IGNORECASE)
# A government's report on its work promises; other reports tell.
OWN_REPORT = re.compile(r"(?:the|this) report", re.IGNORECASE)
WORK_REPORT = re.compile(r"\b(?:work|government) report\b|\breport on the work\b", re.IGNORECASE)
# As many spaces as this stand where the title of a policy stood.
TITLE_GAP = 8
GAP = re.compile(rf" {{{TITLE_GAP}}}")
# "According to a report from the state planner".
REPORT_OF = re.compile(
    r"(?:a|the|this|new)?\s?(?:report|study|analysis)\s(?:from|of|by|released by|issued by)\b", re.IGNORECASE
)


class Voices:
    """Tells what analysts and companies say from what a policy says."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the patterns once."""
        self._study = lexicon.pattern("study", "project")
        self._told_by = lexicon.pattern("document", "authority")
        self._supposed = lexicon.pattern("supposed")

    def tells(self, clause: str) -> bool:
        """Whether a clause names who studies something, or a project."""
        return bool(self._study.search(clause))

    def told(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence tells what others say or what a project yields, and not what a policy says."""
        study = self._study.search(text, start, end)
        if study and not (OWN_REPORT.fullmatch(study.group()) and WORK_REPORT.search(text, max(0, start - 3000), end)):
            return not self._official(text, study.start(), end)
        met = ACCORDING.search(text, start, end)
        if not met or len(met["gap"]) >= TITLE_GAP or GAP.search(text, met.end(), min(end, met.end() + 60)):
            return False
        return not self._told_by.search(text, met.end(), min(end, met.end() + 90))

    def _official(self, text: str, at: int, end: int) -> bool:
        """Whether a report is one of an authority: "according to a report from the state planner"."""
        met = REPORT_OF.match(text, at, end)
        return bool(met and self._told_by.search(text, met.end(), min(end, met.end() + 60)))

    def hears(self, text: str, start: int, end: int, before: bool) -> bool:
        """Whether after this sentence analysts speak: they do until an authority or document is named."""
        return self.told(text, start, end) or (
            before and not (self._told_by.search(text, start, end) or GAP.search(text, start, end))
        )

    def foretold(self, text: str, start: int, end: int) -> bool:
        """Whether what analysts told goes on: "The market is expected to double"."""
        return bool(self._supposed.search(text, start, end)) and not self._told_by.search(text, start, end)
