"""What does the desk tell an editor beside the fields: which policy, place and indicator, what is known already?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.pages.written import tag
from ccnt_dash.review.desk import Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.quotes import flat, language_of
from ccnt_dash.review.suggest import SAME, Known, places
from ccnt_dash.texts import Words

# More targets of the same place and indicator than an editor reads through.
MOST = 6
# Signs before a candidate in which a place that is named may be its own.
AROUND = 240
# Documents that one cites and that are looked up: each takes a moment.
CITED = 12


@dataclass(frozen=True)
class Hints:
    """Suggested codes by column, which stand first in their choices, and the list of all suggestions."""

    shown: Markup
    first: Mapping[str, Sequence[str]] = field(default_factory=dict)


NONE = Hints(Markup(""))


@dataclass(frozen=True)
class Hinting:
    """What is asked of what is known, for a case whose first row is `row`, and how it is told."""

    holdings: Holdings
    dossier: Dossier
    case: Case
    row: Cells
    words: Words
    kept: str

    def hints(self) -> Hints:
        """All that is suggested."""
        found, candidate = self._alike(), self.case.candidate
        first: dict[str, Sequence[str]] = {"policy_id": [*(key for key, _ in found), *self._of_document()]}
        content = [_section(self.words("desk.hint.policies"), [self._policy(key, score) for key, score in found])]
        if candidate is None:
            above = self._cited()
            first["implements"] = above
            content.append(_section(self.words("desk.hint.implements"), [self._above(key) for key in above]))
        if candidate is not None and candidate.kind != "policy":
            near = [key for key, _ in self.holdings.indicators(flat(candidate.quote), self.row.get("unit", ""))]
            near_by = self._places(candidate)
            first |= {"indicator": near, "region": near_by}
            known = [self._known(each) for each in self.holdings.collisions(self.row)[:MOST]]
            content.insert(0, _section(self.words("desk.hint.known"), known))
            chosen = {"indicator": self.row.get("indicator", ""), "region": self.row.get("region", "")}
            others = [] if chosen["indicator"] in near[:1] else near
            content.append(
                _section(self.words("desk.hint.indicators"), [self._code("indicator", key) for key in others])
            )
            elsewhere = [key for key in near_by if key != chosen["region"]]
            content.append(_section(self.words("desk.hint.places"), [self._code("region", key) for key in elsewhere]))
        shown = [each for each in content if each is not None]
        return Hints(tag("div", *shown, class_="hints") if shown else Markup(""), first)

    def _alike(self) -> list[tuple[str, float]]:
        candidate, about, row = self.case.candidate, self.dossier.item.document, self.row
        if candidate is not None and candidate.kind != "policy":
            title = candidate.policy
            asked = {f"title_{language_of(title)}": title, "region": row.get("region")}
            return self.holdings.alike(asked) if title else []
        own = candidate is None
        asked = {
            **row,
            "region": row.get("region") or about.region,
            "published": row.get("published") or (about.published if own else ""),
            "document_number": row.get("document_number") or (about.number if own else ""),
        }
        return self.holdings.alike(asked)

    def _cited(self) -> list[str]:
        """Known policies that the document cites, which it may carry out."""
        found = [self.holdings.alike({"title_zh": each.title}) for each in self.dossier.item.document.cites[:CITED]]
        surely = [best[0][0] for best in found if best and best[0][1] >= SAME]
        own = self.row.get("policy_id", "")
        return [key for key in dict.fromkeys(surely) if key != own][:MOST]

    def _above(self, key: str) -> Markup:
        name = self.words.of(self.holdings.policies()[key], "title")
        return tag("li", self._link(key), " ", self._use("implements", key, name))

    def _of_document(self) -> list[str]:
        """Policies that were decided on in this document."""
        decisions = [case.decision for case in self.dossier.cases if case.decision]
        parts = [part for each in decisions for part in each.parts if part.get("becomes") in ("policy", "mention")]
        return list(dict.fromkeys(part["policy_id"] for part in parts if part.get("policy_id")))

    def _use(self, column: str, value: str, name: str, becomes: str = "") -> Markup:
        """A button that puts a suggestion into its field; assets/review.js does it."""
        words, part = self.words, 2 if self.row.get("becomes") == "source" else 1
        told = {"data_fills": f"p{part}.{column}", "data_value": value, "data_becomes": becomes or None}
        label = words("desk.use.named", name=name)
        return tag("button", words("desk.use"), type="button", class_="button", aria_label=label, **told)

    def _policy(self, key: str, score: float) -> Markup:
        row, words = self.holdings.policies()[key], self.words
        when = str(row.get("published") or words("absent.date"))
        told = (words.place(str(row["region"])), when, words("desk.alike", share=f"{min(1.0, score):.0%}"))
        becomes = "mention" if key in self.holdings.vocabulary.policies else "policy"
        said = tag("span", words("list.dot").join(told), class_="kicker")
        named = self.case.candidate is None or self.case.candidate.kind == "policy"
        use = self._use("policy_id", key, words.of(row, "title"), becomes if named else "")
        return tag("li", self._link(key), " ", said, " ", use)

    def _link(self, key: str) -> Markup:
        title = self.words.of(self.holdings.policies().get(key, {}), "title") or key
        if key in self.holdings.vocabulary.policies:
            return tag("a", title, href=f"/policy/{key}{self.kept}")
        return tag("span", title)

    def _places(self, candidate: Candidate) -> list[str]:
        """The place that was found, those that are named around it, and that of the document."""
        text = self.dossier.item.text[max(0, candidate.start - AROUND) : candidate.end + AROUND // 4]
        named = places(text, self.holdings.vocabulary["regions"])
        codes = (self.row.get("region", ""), *named, self.dossier.item.document.region)
        return list(dict.fromkeys(code for code in codes if code))

    def _code(self, column: str, key: str) -> Markup:
        name = self.words.name(f"{column}s", key)
        return tag("li", tag("span", name), " ", self._use(column, key, name))

    def _known(self, each: Known) -> Markup:
        row, words = each.target, self.words
        sign = words.vocabulary["comparators"].get(row.get("comparator") or "", {}).get("sign", "")
        value = words.amount(float(row["value"]), str(row["unit"]))
        told = f" {sign} {value} ({row['target_year']}) "
        link = self._link(str(row["policy_id"]))
        how = tag("strong", words(f"desk.known.{each.how}"))
        said = tag("blockquote", words.of(row, "statement"))
        return tag("li", how, told, link, said, self._is_known(str(row["target_id"])), class_="warns")

    def _is_known(self, target_id: str) -> Markup:
        """A button that writes the reason for rejecting what is known already."""
        told = {"data_fills": "reason", "data_value": self.words("desk.known.reason", id=target_id)}
        return tag("button", self.words("desk.known.use"), type="button", class_="button", **told)


def _section(title: str, items: Sequence[Markup]) -> Markup | None:
    return tag("div", tag("h3", title), tag("ul", *items)) if items else None
