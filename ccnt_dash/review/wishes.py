"""What does an editor wish who has sent a form?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ccnt_dash.build.decisions import FIELDS, FOUND
from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.review import coined, drafts
from ccnt_dash.review.decisions import Wish
from ccnt_dash.review.desk import Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.fit import Misfit
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.prepared import both, differences, drafted, filled, prepared, wrong
from ccnt_dash.review.quotes import flat, text_of

FIELD = re.compile(r"p([1-9])\.([a-z0-9_]+)")
ADDED = ("indicator", "value", "target_year")
POSTED = ("becomes", *FIELDS)
SPACE = re.compile(r"\s+")


class WishError(Exception):
    """The form can't be followed; `misfits` names fields by part, or `key` is the end of the text that says why."""

    def __init__(self, key: str = "", misfits: tuple[tuple[int, Misfit], ...] = (), **holes: str) -> None:
        """Keep what is wrong; `holes` are those of the text."""
        super().__init__(key or ", ".join(each.column for _, each in misfits))
        self.key, self.misfits, self.holes = key, misfits, holes


@dataclass(frozen=True)
class Asked:
    """A form as it was sent: what is to be done with which case, by whom, why, and the rows of it, part by part."""

    action: str
    editor: str
    reason: str = ""
    knew: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Cells, ...] = ()

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Asked:
        """The form with the fields `p1.value`, `knew.<case>` and others."""
        rows: dict[int, Cells] = {}
        for name, value in form.items():
            met = FIELD.fullmatch(name)
            if met and met[2] in POSTED:
                rows.setdefault(int(met[1]), {})
                rows[int(met[1])] = {**rows[int(met[1])], met[2]: value.replace("\r", "").strip()}
        knew = {name.removeprefix("knew."): value for name, value in form.items() if name.startswith("knew.")}
        told = {name: form.get(name, "").strip() for name in ("action", "editor", "reason")}
        return cls(**told, knew=knew, rows=tuple(rows[at] for at in sorted(rows)))


def wish(asked: Asked, dossier: Dossier, case: Case | None, holdings: Holdings) -> Wish:
    """The decision that the form stands for. Raises WishError where a field, the reason or the name is missing."""
    if not asked.editor:
        raise WishError("editor")
    if asked.action == "add":
        return _added(asked, dossier, holdings)
    if case is None:
        raise WishError("gone")
    knew = {case.id: asked.knew.get(case.id, "")}
    if asked.action == "undo":
        return _undone(asked, dossier, case)
    if asked.action == "reject":
        if not asked.reason:
            raise WishError("reason")
        return Wish(
            asked.editor, "reject", dossier.id, knew, (_about(case, drafted(dossier, case, holdings)[0]),), asked.reason
        )
    if asked.action not in ("accept", "split", "merge"):
        raise WishError("action")
    if asked.action == "merge":
        following = dossier.beside(case, 1)
        if following is None or not asked.knew.keys() >= {following.id}:
            raise WishError("gone")
        knew[following.id] = asked.knew[following.id]
    return _accepted(asked, dossier, case, knew, holdings)


def _accepted(asked: Asked, dossier: Dossier, case: Case, knew: dict[str, str], holdings: Holdings) -> Wish:
    ready = prepared(dossier, case, holdings, asked.action)
    sent, fresh = coined.named(asked.rows)
    if not sent or len(fresh) > 1 or (asked.action == "split") != (len(sent) > len(ready.found)):
        raise WishError("action")
    before = [ready.found[min(at, len(ready.found) - 1)] for at in range(len(sent))]
    known = holdings.proposing((), case.decision)
    said = [drafts.statements(shown, both(holdings)) for shown in ready.shown]
    kept = _filled(sent, before, said, case.id, known.proposing(fresh, case.decision))
    kept += [filled(row, case.id, 1, {}) for row in fresh]
    if misfits := wrong(kept, known):
        raise WishError(misfits=tuple(misfits))
    before += [{} for _ in fresh]
    changes = [differences(_coined(old, fresh), row) for old, row in zip(before, kept, strict=True)]
    action = "change" if asked.action == "accept" and any(changes) else asked.action
    parts = tuple(
        {**row, **_about(case, old), **_kept(row), "changed": _told(change)}
        for row, old, change in zip(kept, before, changes, strict=True)
    )
    return Wish(asked.editor, action, dossier.id, knew, parts, asked.reason)


def _coined(found: Cells, fresh: Sequence[Cells]) -> Cells:
    """A rule that found a new indicator is not corrected by the one that is made for it."""
    new = fresh and found.get("indicator", "").startswith(coined.NEW)
    return {**found, "indicator": fresh[0].get("indicator", "")} if new else found


def _filled(
    sent: Sequence[Cells], before: Sequence[Cells], said: Sequence[Cells], case: str, holdings: Holdings
) -> list[Cells]:
    """The rows as they were sent, with what no form asks for and what follows from the rest.

    `said` are the sentences that were written for the rows that the form showed.
    """
    words, made = both(holdings), []
    for at, (old, row) in enumerate(zip(before, sent, strict=True), 1):
        written = said[min(at, len(said)) - 1]
        stale = {name: "" for name, text in written.items() if row.get(name) == text}  # follows a change of the value
        made.append(filled({**_fixed(old), **row, **stale}, case, at, words))
    titles = {name: row[name] for row in made for name in ("title_en", "title_zh") if row.get(name)}
    return [{**titles, **_filled_in(row)} if row.get("becomes") == "source" else row for row in made]


def _filled_in(row: Cells) -> Cells:
    return {name: value for name, value in row.items() if value}


def _fixed(row: Cells) -> Cells:
    """What no form asks for."""
    return {name: row.get(name, "") for name in ("becomes", "source_id", "quote_lang", "locator", "sha256")}


def _kept(row: Cells) -> Cells:
    """The quote of a row, where it has one of its own."""
    return {"quote": row["quote"]} if row.get("quote") else {}


def _about(case: Case, found: Cells) -> Cells:
    """Where the case stands in the text, what found it, and what was found."""
    candidate = case.candidate
    told = {f"was_{name}": found.get(name, "") for name in FOUND}
    if candidate is None:
        return told
    place = {"start": str(candidate.start), "end": str(candidate.end), "quote": flat(candidate.quote)}
    return {
        **told,
        **place,
        "rule": candidate.rule,
        "sure": text_of(candidate.confidence),
    }


def _told(change: Mapping[str, tuple[str, str]]) -> str:
    return "; ".join(f"{name}: {old or '–'} → {new or '–'}" for name, (old, new) in change.items())


def _undone(asked: Asked, dossier: Dossier, case: Case) -> Wish:
    taken = case.conflicts[-1] if case.conflicts else case.decision
    if taken is None:
        raise WishError("nothing")
    knew = {each: asked.knew.get(each) or _last(dossier, each) for each in taken.candidates}
    return Wish(asked.editor, "undo", dossier.id, knew, ({},), asked.reason, undoes=taken.id)


def _last(dossier: Dossier, case_id: str) -> str:
    return next((case.last for case in dossier.cases if case.id == case_id), "")


def _added(asked: Asked, dossier: Dossier, holdings: Holdings) -> Wish:
    sent, fresh = coined.named(asked.rows)
    row = sent[0] if sent else {}
    if len(fresh) > 1:
        raise WishError("action")
    place = located(dossier.item.text, row.get("quote", ""))
    if place is None:
        raise WishError(misfits=((1, Misfit("quote", "place")),))
    start, end = place
    policy = row.get("becomes", "target") != "target"
    given = ("becomes", "policy_id", "title_en", "title_zh", "region") if policy else ADDED
    told = [dossier.id, start, end, *(row.get(name, "") for name in given)]
    digest = hashlib.sha256(" ".join(map(str, told)).encode())
    key = f"a{digest.hexdigest()[:11]}"
    quote = dossier.item.text[start:end]
    case = Case(key, Candidate("policy" if policy else "target", start, end, quote, region=row.get("region", "")))
    found = drafted(dossier, case, holdings)[0]
    follows = _following(row, holdings) if row.get("becomes") == "policy" else {}
    words = both(holdings.proposing(fresh))
    kept = [filled({**_fixed(found), **row, **follows, "quote": flat(quote)}, key, 1, words)]
    kept += [filled(each, key, 1, {}) for each in fresh]
    if misfits := wrong(kept, holdings):
        raise WishError(misfits=tuple(misfits))
    parts = tuple({**each, "start": str(start), "end": str(end), "quote": flat(quote)} for each in kept)
    last = holdings.standing.last.get(key)  # taken back before, perhaps
    return Wish(asked.editor, "add", dossier.id, {key: last.id if last else ""}, parts, asked.reason)


def _following(row: Cells, holdings: Holdings) -> Cells:
    """What follows from place and title of a policy, where the editor left it empty."""
    known = holdings.vocabulary
    place, code = known["regions"].get(row.get("region", "")), f"gov-{row.get('region', '')}"
    made = {
        "policy_id": drafts.policy_id(row, known),
        "level": str(place["level"]) if place else "",
        "issuers": code if code in known["issuers"] else "not-stated",
    }
    return {name: value for name, value in made.items() if not row.get(name)}


def located(text: str, quote: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text`, whatever the white space; None if it doesn't."""
    bare = SPACE.sub("", quote)
    if not bare:
        return None
    met = re.search(r"\s*".join(map(re.escape, bare)), text)
    return (met.start(), met.end()) if met else None
