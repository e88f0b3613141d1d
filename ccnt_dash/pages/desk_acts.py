"""What can an editor do with a case, by button and by key?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from ccnt_dash.pages import desk_form
from ccnt_dash.pages.desk_hints import Hints
from ccnt_dash.pages.desk_sheet import Sheet
from ccnt_dash.pages.written import tag
from ccnt_dash.review import coined
from ccnt_dash.review.desk import Case
from ccnt_dash.review.drafts import Cells
from ccnt_dash.texts import Words

# The keys of the desk, in the order of its help; assets/review.js knows what they press.
KEYS = {
    "a": "accept",
    "e": "edit",
    "r": "reject",
    "s": "split",
    "m": "merge",
    "n": "add",
    "p": "add_policy",
    "i": "indicator",
    "u": "undo",
    "j": "next",
    "k": "previous",
    "w": "waiting",
    "?": "help",
}


def form(sheet: Sheet, rows: Sequence[Cells], hints: Hints) -> Markup:
    """The form of a case: its rows, what is to be done, who does it and why."""
    words, case, dossier = sheet.words, sheet.case, sheet.dossier
    following = dossier.beside(case, 1)
    knew = [case, *([following] if sheet.way == "merge" and following else [])]
    hidden = [
        tag("input", type="hidden", name=f"knew.{each.id}", value=each.last) for each in knew if sheet.way != "add"
    ]
    hidden.append(tag("input", type="hidden", name="case", value=case.id))
    hidden.append(tag("input", type="hidden", name="way", value=sheet.way))
    named = {
        "name": "editor",
        "id": "editor",
        "type": "text",
        "value": sheet.editor,
        "autocomplete": "name",
        "required": True,
    }
    who = tag("div", tag("label", words("desk.editor"), for_="editor"), tag("input", **named), class_="field")
    why = tag(
        "div", tag("label", words("desk.reason"), for_="reason"),
        tag("input", type="text", id="reason", name="reason", value=sheet.reason, autocomplete="off"), class_="field",
    )  # fmt: skip
    acts = tag("div", *_acts(sheet, rows, following), who, why, class_="acts")
    filled_in = desk_form.fields(rows, words, sheet.wrong, hints.first, sheet.fresh)
    return tag(
        "form",
        *hidden,
        acts,
        hints.shown,
        *filled_in,
        method="post",
        action=sheet.address(),
        id="decide",
        novalidate=True,
    )


def _acts(sheet: Sheet, rows: Sequence[Cells], following: Case | None) -> list[Markup | None]:
    words, case, dossier = sheet.words, sheet.case, sheet.dossier
    previous = dossier.beside(case, -1)
    accept = _button(words(f"desk.do.{sheet.way}"), "a", class_="button first", name="action", value=sheet.way)
    if sheet.coins:
        return [accept, _go(words, "back", _address(sheet), "")]
    if sheet.way != "accept":
        return [accept, _coin(sheet, rows), _go(words, "back", sheet.address(at=case.id), "")]
    is_target = case.candidate is not None and case.candidate.kind != "policy"
    undoable = _undoable(sheet)
    return [
        accept,
        _coin(sheet, rows),
        _do(words, "reject", "r"),
        _go(words, "split", sheet.address(at=case.id, way="split"), "s") if is_target else None,
        _go(words, "merge", sheet.address(at=case.id, way="merge"), "m") if is_target and following else None,
        _go(words, "add", sheet.address(at=case.id, way="add"), "n"),
        _go(words, "add_policy", sheet.address(at=case.id, way="add", what="policy"), "p"),
        undoable,
        _go(words, "previous", sheet.address(at=previous.id), "k") if previous else None,
        _go(words, "next", sheet.address(at=following.id), "j") if following else None,
    ]


def _coin(sheet: Sheet, rows: Sequence[Cells]) -> Markup | None:
    """Leads to the same form with a new indicator in it, where a target has one that the vocabulary lacks."""
    lacks = any(coined.is_new(row, sheet.holdings.vocabulary) for row in rows)
    return _go(sheet.words, "indicator", _address(sheet, new="indicator"), "i") if lacks else None


def _address(sheet: Sheet, **query: str) -> str:
    """The address of the form in hand."""
    way = "" if sheet.way == "accept" else sheet.way
    return sheet.address(at=sheet.case.id, way=way, quote=sheet.quote, **query)


def _undoable(sheet: Sheet) -> Markup | None:
    """Takes back what was decided on the case in hand, or else the editor's last decision on this document."""
    words, case = sheet.words, sheet.case
    if case.decision or case.conflicts:
        return _do(words, "undo", "u")
    mine = [each for each in sheet.dossier.cases if each.decision and each.decision["editor"] == sheet.editor]
    if not mine:
        return None
    last = max(mine, key=lambda each: each.decision.line if each.decision else 0)
    return _button(words("desk.do.undo_last"), "u", name="undo", value=last.id, formnovalidate=True)


def _do(words: Words, what: str, key: str) -> Markup:
    return _button(words(f"desk.do.{what}"), key, name="action", value=what, formnovalidate=True)


def _button(label: str, key: str, **told: Any) -> Markup:
    shown = tag("kbd", key, aria_hidden="true")
    return tag("button", label, " ", shown, type="submit", data_key=key, **{"class_": "button", **told})


def _go(words: Words, what: str, address: str, key: str) -> Markup:
    shown = [" ", tag("kbd", key, aria_hidden="true")] if key else []
    return tag("a", words(f"desk.do.{what}"), *shown, href=address, class_="button", data_key=key or None)


def keys(words: Words) -> Markup:
    """The keys and what they do: as a list that unfolds, and as a dialog."""
    rows = [
        part
        for key, name in KEYS.items()
        for part in (tag("dt", tag("kbd", key)), tag("dd", words(f"desk.key.{name}")))
    ]
    close = tag("form", tag("button", words("desk.close"), class_="button"), method="dialog")
    dialog = tag(
        "dialog",
        tag("h2", words("desk.keys")),
        tag("dl", *rows, class_="keys"),
        close,
        id="help",
        aria_label=words("desk.keys"),
    )
    listed = tag("details", tag("summary", words("desk.keys")), tag("dl", *rows, class_="keys"), class_="card help")
    return tag("div", listed, dialog)
