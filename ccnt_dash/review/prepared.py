"""Which rows does an editor find in the form of a case, before she decides?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccnt_dash.build.decisions import FIELDS, FOUND
from ccnt_dash.filters import Filters
from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.review import coined, drafts
from ccnt_dash.review.desk import ACCEPTED, REJECTED, Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.fit import Misfit, misfits
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.quotes import flat, language_of
from ccnt_dash.review.suggest import SAME
from ccnt_dash.texts import Words

# A quote of two candidates holds what stands between them if that is no longer.
LONGEST_BETWEEN = 200
# No rule translates: a title in the other language corrects nothing.
TRANSLATED = ("title_en", "title_zh")
# Columns of each kind of row; a mention keeps nothing of what a new policy would have needed.
OF_BECOMES = {
    "": ("becomes",),
    "mention": ("becomes", "policy_id", "source_id", "quote", "quote_lang", "locator"),
    "policy": ("becomes", *FIELDS),
    "source": ("becomes", *FIELDS),
    "indicator": ("becomes", *coined.TEXTS, "additive", "quote"),
}
# Follows from the place and the title of a policy, once they are given.
FOLLOWING = ("policy_id", "level", "issuers")
# What a candidate gives to another that it is merged into, where that has nothing.
GIVEN = ("base_year", "base_value", "target_year", "indicator", "sector")


@dataclass(frozen=True)
class Prepared:
    """A case as it lies before the editor: what was found, and what the form shows, part by part."""

    case: Case
    found: tuple[Cells, ...]
    shown: tuple[Cells, ...]


def prepared(dossier: Dossier, case: Case, holdings: Holdings, way: str = "accept") -> Prepared:
    """The rows of a case; `way` is accept, split (the row twice) or merge (with the next candidate)."""
    found = drafted(dossier, case, holdings)
    if way == "merge" and (following := dossier.beside(case, 1)) and following.candidate and case.candidate:
        merged = _merged(case.candidate, following.candidate, dossier)
        found = drafted(dossier, replace(case, candidate=merged), holdings)
    shown = found
    if case.state == ACCEPTED and case.decision and way == "accept":
        shown = tuple({name: part.get(name, "") for name in ("becomes", *FIELDS)} for part in case.decision.parts)
    return Prepared(case, found, (*shown, *shown) if way == "split" and len(shown) == 1 else shown)


def around(dossier: Dossier, holdings: Holdings) -> drafts.Around:
    """What was decided on the document itself, or what it would be called."""
    document = dossier.item.document
    decision = dossier.case(dossier.id).decision
    parts = {part["becomes"]: part for part in decision.parts if part.get("becomes")} if decision else {}
    named = parts.get("source", parts.get("policy", parts.get("mention", {}))).get("source_id", "")
    own = parts.get("policy", parts.get("mention", {})).get("policy_id", "")
    source_id = named or holdings.source_of(document.sha256) or f"doc_{dossier.id}"
    return drafts.Around(holdings.vocabulary, source_id, own)


def drafted(dossier: Dossier, case: Case, holdings: Holdings) -> tuple[Cells, ...]:
    """The rows as the rules found them: source and policy of a document, a policy it names, or a target."""
    at, item = around(dossier, holdings), dossier.item
    if case.candidate is None:
        source = drafts.source(item.document, at)
        policy = _known(drafts.policy(item.document, at), holdings)
        if not item.document.doc_type and policy["becomes"] == "policy":
            policy["becomes"] = ""  # a newsletter names policies and is none
        if policy["becomes"] == "mention":
            known = holdings.policies()[policy["policy_id"]]
            source |= {name: source.get(name) or str(known[name]) for name in ("title_en", "title_zh")}
        return (policy,) if at.source_id in holdings.vocabulary["sources"] else (source, policy)
    if case.candidate.kind == "policy":
        return (_known(_titled(drafts.named(case.candidate, item, at), dossier, holdings), holdings),)
    row = drafts.target(case.candidate, item, at)
    named = _of_title(case.candidate.policy, row["region"], dossier, holdings) if case.candidate.policy else ""
    row["policy_id"] = named or row["policy_id"] or _before(case, row["region"], dossier, holdings)
    return (row,)


def _before(case: Case, region: str, dossier: Dossier, holdings: Holdings) -> str:
    """In a newsletter, the policy of that place in the last paragraph before that names any."""
    named = [each for each in dossier.cases if each.candidate and each.candidate.kind == "policy"]
    at = max(case.start, case.candidate.figure if case.candidate else -1)
    before = [each for each in named if each.start <= at and each.state != REJECTED]
    for each in reversed(before):
        if "\n\n" in dossier.item.text[each.start : before[-1].start]:
            return ""
        if _place(each, holdings) in ("", region):
            return each.decision["policy_id"] if each.decision else _of_title(each.id, region, dossier, holdings)
    return ""


def _place(named: Case, holdings: Holdings) -> str:
    """The place of a policy that is named: where it was decided on, that of the policy it became."""
    known = holdings.policies().get(named.decision["policy_id"]) if named.decision else None
    return str(known["region"]) if known else named.candidate.region if named.candidate else ""


def blank(dossier: Dossier, holdings: Holdings, quote: str, becomes: str = "target") -> Cells:
    """The row of a target or policy that no rule has found, before an editor fills it."""
    if becomes == "policy":
        made = drafts.titled(quote, "", "", dossier.item, around(dossier, holdings))
        return {**_titled(made, dossier, holdings), **dict.fromkeys(FOLLOWING, "")}
    told = {"kind": "target", "strictness": "unstated", "confidence": "high", "region": dossier.item.document.region}
    return {**told, "becomes": "target", "quote": quote, "policy_id": around(dossier, holdings).policy_id}


def _known(row: Cells, holdings: Holdings) -> Cells:
    """The row of a policy, or a mention of the one in the data set that it surely is."""
    best = next(iter(holdings.alike(row)), None)
    if best is None or best[1] < SAME or best[0] not in holdings.vocabulary.policies:
        return row
    return {**row, "becomes": "mention", "policy_id": best[0]}


def _titled(row: Cells, dossier: Dossier, holdings: Holdings) -> Cells:
    """The row of a policy of which only the title is known, with what that says and what follows from its place."""
    lang = row["title_original"]
    told = {**row, **holdings.titled(row.get(f"title_{lang}", ""), lang)}
    told |= drafts.status(told, dossier.item.document.read_at[:4])
    own = f"gov-{row['region']}"  # stands, too, where only a place is named
    return {**told, "issuers": own} if own in holdings.vocabulary["issuers"] else told


def _of_title(title: str, region: str, dossier: Dossier, holdings: Holdings) -> str:
    """The policy that a candidate names by id or title: the id of a known one, else ""."""
    named = next((case for case in dossier.cases if case.id == title), None)
    if named and named.decision and named.decision.parts:
        return named.decision["policy_id"]
    if named and named.candidate:
        title = flat(named.candidate.policy or named.candidate.quote)
    lang = language_of(title)
    best = next(iter(holdings.alike({f"title_{lang}": title, "region": region})), None)
    return best[0] if best and best[1] >= SAME else ""


def _merged(one: Candidate, other: Candidate, dossier: Dossier) -> Candidate:
    first, second = sorted((one, other), key=lambda each: each.start)
    end = max(first.end, second.end)
    text = dossier.item.text
    if second.start - first.end > LONGEST_BETWEEN:
        end = first.end
    given = {name: getattr(one, name) or getattr(other, name) for name in GIVEN}
    aspired = one.value_aspired
    if aspired is None and other.value is not None and (one.indicator, one.unit) == (other.indicator, other.unit):
        aspired = other.value
    return replace(one, start=first.start, end=end, quote=text[first.start : end], value_aspired=aspired, **given)


def filled(row: Cells, case_id: str, part: int, words: dict[str, Words]) -> Cells:
    """A row with what follows from the rest of it: its id, and sentences where the editor wrote none."""
    if row.get("becomes") != "target":
        return {name: value for name, value in row.items() if name in OF_BECOMES.get(row.get("becomes", ""), ())}
    said = {name: text for name, text in drafts.statements(row, words).items() if not row.get(name)}
    return {**row, **said, "target_id": drafts.target_id(row, case_id, part)}


def wrong(rows: Sequence[Cells], holdings: Holdings) -> list[tuple[int, Misfit]]:
    """What keeps filled rows out of the data set, as far as the review can tell, with the number of the part.

    `holdings` know nothing yet of the indicators that the rows make.
    """
    codes = {row.get("indicator", "") for row in rows if row.get("becomes") == "target"}
    fresh = [row for row in rows if row.get("becomes") == "indicator"]
    full = holdings.proposing(fresh, holdings.anew).vocabulary if fresh else holdings.vocabulary
    made = [row["policy_id"] for row in [*holdings.made("policy"), *rows] if row.get("becomes") == "policy"]
    sources = {*holdings.sources(), *(row["source_id"] for row in rows if row.get("becomes") == "source")}
    found = [
        (at, each)
        for at, row in enumerate(rows, 1)
        for each in misfits(row, holdings.vocabulary if row.get("becomes") == "indicator" else full, made)
    ]
    for at, row in enumerate(rows, 1):
        if row.get("becomes") == "indicator" and row.get("indicator") and row["indicator"] not in codes:
            found.append((at, Misfit("indicator", "unused")))
        if row.get("becomes") and row.get("source_id") and row["source_id"] not in sources:
            found.append((at, Misfit("source_id", "document")))
    return found


def differences(found: Cells, kept: Cells) -> dict[str, tuple[str, str]]:
    """Columns that rules fill and that the editor kept otherwise: what was found, what is kept."""
    becomes = kept.get("becomes", "")
    columns = (
        [name for name in FOUND if name in OF_BECOMES.get(becomes, FOUND)] if found.get("becomes") == becomes else []
    )
    told = {name: (found.get(name, ""), kept.get(name, "")) for name in columns}
    return {name: each for name, each in told.items() if each[0] != each[1] and (each[0] or name not in TRANSLATED)}


def both(holdings: Holdings) -> dict[str, Words]:
    """The words of both languages."""
    words = {lang: holdings.answers.words(Filters(lang=lang)) for lang in ("en", "zh")}
    return {lang: replace(each, vocabulary=holdings.vocabulary) for lang, each in words.items()}
