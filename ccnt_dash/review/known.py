"""What is known already, in the data set and from the review, that decisions are weighed against?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.build.decisions import Cells, Decision, Standing
from ccnt_dash.filters import Filters
from ccnt_dash.ingest.describing import Describer
from ccnt_dash.review import coined
from ccnt_dash.review.suggest import Known, Likeness, Row, collisions, indicators, policies
from ccnt_dash.views import VIEWS
from ccnt_dash.vocab import Vocabulary

ALL = Filters()


@dataclass(frozen=True)
class Holdings:
    """Policies, targets and sources of the data set, and of the decisions that stand, whether built or not.

    `coined` are the codes of indicators that only decisions ever made: they count while one of these stands. `proposed`
    are new indicators of a form, `anew` is the decision that would no longer stand if the form were kept.
    """

    answers: Answers
    standing: Standing
    describer: Describer | None = None
    coined: frozenset[str] = frozenset()
    proposed: tuple[Cells, ...] = ()
    anew: Decision | None = None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Codes of the data set, with the indicators that decisions have made since."""
        made = [*self.made("indicator"), *self.proposed]
        return coined.with_more(self.answers.vocabulary(), made, self.coined)

    def proposing(self, rows: Sequence[Cells], anew: Decision | None = None) -> Holdings:
        """The same if a form is kept that makes these indicators and takes the place of a decision."""
        return replace(self, proposed=tuple(rows), anew=anew)

    def made(self, becomes: str) -> list[Cells]:
        """Rows of one kind that the review has made."""
        standing = (each for each in self.standing.in_force() if self.anew is None or each.id != self.anew.id)
        parts = (part for decision in standing for part in decision.parts)
        return [part for part in parts if part.get("becomes") == becomes]

    def policies(self) -> dict[str, Row]:
        """All policies by id."""
        held = {row["policy_id"]: row for row in self.answers.rows(VIEWS["all_policies"], ALL)}
        return {**{row["policy_id"]: row for row in self.made("policy")}, **held}

    def source_of(self, sha256: str) -> str:
        """The source that is the file with this checksum, "" where there is none."""
        rows: list[Mapping[str, Any]] = [*self.vocabulary["sources"].values(), *self.made("source")]
        return next((str(row["source_id"]) for row in rows if sha256 and row.get("sha256") == sha256), "")

    def sources(self) -> set[str]:
        """Ids of all sources."""
        return {*self.vocabulary["sources"], *(row["source_id"] for row in self.made("source"))}

    def titled(self, title: str, lang: str) -> Cells:
        """What a title says of its policy: type, sectors and period, as far as it does."""
        if self.describer is None:
            return {}
        said = self.describer.titled(title, lang)
        start, end = said.period or ("", "")
        told = {"doc_type": said.doc_type, "sectors": ";".join(said.sectors)}
        told |= {"period_start": str(start), "period_end": str(end)}
        return {name: value for name, value in told.items() if value}

    def alike(self, asked: Row) -> list[tuple[str, float]]:
        """Policies that a title may mean, with how alike they are."""
        known = self.policies()
        titles: Likeness = self.answers.memory.get(
            ("titles", self.answers.store.edition(), frozenset(known)),
            lambda: Likeness.of({key: (row.get("title_en"), row.get("title_zh")) for key, row in known.items()}),
        )
        return policies(asked, known, titles)

    def indicators(self, quote: str, unit: str) -> list[tuple[str, float]]:
        """Indicators that a quote may mean: by their names, and by the quotes of targets that have them."""
        known = self.vocabulary["indicators"]

        def index() -> Likeness:
            said: dict[str, list[str | None]] = {key: [row["name_en"], row["name_zh"]] for key, row in known.items()}
            for row in self.answers.rows(VIEWS["all_targets"], ALL):
                if row["indicator"] in said:
                    said[row["indicator"]].append(row["quote"])
            for cells in self.made("indicator"):
                said[cells["indicator"]].append(cells.get("quote"))
            return Likeness.of(said)

        key = ("said", self.answers.store.edition(), frozenset(known) & self.coined)
        said: Likeness = self.answers.memory.get(key, index)
        return indicators(quote, unit, known, said)

    def collisions(self, row: Cells) -> list[Known]:
        """Targets that a row repeats or contradicts."""
        known = self.vocabulary["indicators"].get(row.get("indicator", ""))
        if known is None:
            return []
        asked = Filters(regions=(row["region"],) if row.get("region") else (), indicator=row["indicator"])
        held = {each["target_id"]: each for each in self.answers.rows(VIEWS["all_targets"], asked)}
        rows = {**{each["target_id"]: each for each in self.made("target")}, **held}
        others = [each for key, each in rows.items() if key != row.get("target_id")]
        return collisions(row, others, str(known["better"]))
