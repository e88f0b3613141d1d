"""What do title, headings and paragraph say of a Chinese sentence: is it of a goal, of what was done, of others?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh.judge import Setting
from ccnt_dash.ingest.zh.making import Page
from ccnt_dash.ingest.zh.regions import NATION
from ccnt_dash.ingest.zh.sentences import Sentence
from ccnt_dash.ingest.zh.times import Era, Time, times
from ccnt_dash.ingest.zh.tone import Tone

# How much a sentence weighs besides its paragraph.
_OF_ITSELF = 0.7
_HEAD = 160
_SPEAKER = re.compile(r"(?:总书记|主席).{0,60}(?:宣布|宣示|提出|承诺|强调)|(?:我国|中国)(?:郑重)?(?:承诺|宣布|宣示)")


class Surroundings:
    """Reads what stands around sentences, by the words a `Knowledge` has."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the words of headings and titles, and what weighs paragraphs."""
        self._words, self._tone = knowledge.words, Tone(knowledge)
        self._progress = re.compile("|".join(map(re.escape, knowledge.words["progress_heading"])))
        self._weak = re.compile("|".join(map(re.escape, knowledge.words["progress_weak"])))

    def tones(self, page: Page, read: Sequence[Sentence]) -> dict[int, float]:
        """How much each paragraph of a document (by its number) tells of what was done."""
        return self._tone.weigh(read, page.era)

    def setting(self, page: Page, sentence: Sentence, carried: Time | None, tone: float) -> Setting:
        """What stands around `sentence`: the time `carried` to it, the `tone` of its paragraph, title and headings."""
        return Setting(
            sentence.text,
            carried,
            self.looks_back(sentence) or self._titled(page, "past_title"),
            page.era,
            self._titled(page, "call_title") or self._headed_as_call(page),
            page.own != NATION and _SPEAKER.search(sentence.text) is not None,
            tone + self._tone.of(sentence.text, page.era) * _OF_ITSELF,
            bool(sentence.headings),
            self._titled(page, "rule_title"),
            page.source.title.rstrip("（试行暂）() ").endswith(self._words["law_title"]),
            any(word in heading for word in self._words["who_heading"] for heading in sentence.headings[-2:]),
        )

    def heading_time(self, sentence: Sentence, now: Era) -> Time | None:
        """The year of a goal that the lowest heading with one names."""
        for heading in reversed(sentence.headings):
            for time in times(heading, now):
                if time.kind in ("by", "period"):
                    return time
        return None

    def looks_back(self, sentence: Sentence) -> bool:
        """Whether the lowest heading that says so tells of what was done, not of what is to be done."""
        for heading in reversed(sentence.headings):
            if self._progress.search(heading):
                return True
            goal = any(word in heading for word in self._words["goal_heading"])
            if not goal and self._weak.search(heading):
                return True
            if goal:
                return False
        return False

    def _headed_as_call(self, page: Page) -> bool:
        """Whether the first lines of a document say that it calls for applications, whatever title was found."""
        return any(word in page.clean.text[:_HEAD] for word in self._words["call_head"])

    def _titled(self, page: Page, words: str) -> bool:
        return any(word in page.source.title for word in self._words[words])
