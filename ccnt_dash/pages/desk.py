"""How does the desk look before one document: its text on the left, what is to be decided on the right?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ccnt_dash.build.decisions import Decision
from ccnt_dash.pages import desk_text
from ccnt_dash.pages.desk_acts import form, keys
from ccnt_dash.pages.desk_hints import NONE, Hinting
from ccnt_dash.pages.desk_sheet import HOME, Sheet
from ccnt_dash.pages.written import tag
from ccnt_dash.review import coined
from ccnt_dash.review.desk import STATES, WAITING, Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.prepared import Prepared, blank, both, filled, prepared
from ccnt_dash.texts import Words


def document(sheet: Sheet) -> list[Markup]:
    """The content of the page."""
    dossier, words = sheet.dossier, sheet.words
    about = dossier.item.document
    ready = prepared(dossier, sheet.case, sheet.holdings, sheet.way)
    title = about.title or about.file
    lang = "zh-CN" if about.language == "zh" else "en"
    return [
        tag("h2", tag("span", title, lang=lang), class_="sentence"),
        _bar(sheet),
        _said(sheet),
        tag("div", _left(sheet), _right(sheet, ready), class_="split-view"),
        keys(words),
    ]


def _bar(sheet: Sheet) -> Markup:
    words, dossier, reading = sheet.words, sheet.dossier, sheet.reading
    about = dossier.item.document
    known = words.vocabulary["regions"]
    told = [words.place(about.region) if about.region in known else "", about.number, about.published, about.file]
    counts = [words(f"desk.count.{state}", n=words.number(dossier.count(state))) for state in STATES]
    waiting = dossier.next_waiting(sheet.case)
    links = [
        tag("a", words("desk.all_documents"), href=f"{HOME}{reading.kept}", class_="button"),
        tag("a", words("desk.batch"), href=f"{HOME}/{dossier.id}/batch{reading.kept}", class_="button"),
        tag("a", words("desk.waiting_next"), href=sheet.address(at=waiting.id), class_="button", data_key="w")
        if waiting
        else None,
    ]
    return tag("div", *links, *(tag("span", each) for each in [*told, *counts] if each), class_="bar")


def _said(sheet: Sheet) -> Markup:
    """What became of the last form, for eyes and ears."""
    words = sheet.words
    trouble = bool(sheet.wrong) or sheet.said.startswith("wrong.")
    text = (
        words("desk.said.misfits", n=len(sheet.wrong))
        if sheet.wrong
        else words(f"desk.said.{sheet.said}", **sheet.holes)
        if sheet.said
        else ""
    )
    return tag(
        "p",
        text,
        role="alert" if trouble else "status",
        class_=f"said{' trouble' if trouble else ''}" if text else "unseen",
    )


def _left(sheet: Sheet) -> Markup:
    dossier, words = sheet.dossier, sheet.words
    part = desk_text.stretch(dossier.item.text, sheet.case.start, sheet.part)
    body = desk_text.shown(dossier, sheet.case, part, lambda case: sheet.address(at=case.id), words)
    around = {"earlier": part.number - 1, "later": part.number + 1}
    steps = [
        tag("a", words(f"desk.text.{name}"), href=sheet.address(at=sheet.case.id, part=at), class_="button")
        for name, at in around.items()
        if 0 <= at < part.of
    ]
    told = tag("span", words("desk.text.part", n=part.number + 1, of=part.of)) if part.of > 1 else None
    above, below = tag("div", *steps, told, class_="bar"), tag("div", *steps, class_="bar")
    named = {"class_": "card document", "tabindex": "0", "aria_label": words("desk.text")}
    return tag("section", tag("h2", words("desk.text")), above, body, below, **named)


def _right(sheet: Sheet, ready: Prepared) -> Markup:
    words, case = sheet.words, sheet.case
    said = both(sheet.holdings)
    rows: tuple[Cells, ...] = sheet.sent or ready.shown
    if sheet.way == "add" and not sheet.sent:
        rows = (blank(sheet.dossier, sheet.holdings, sheet.quote, sheet.becomes),)
    rows = tuple({**row, **_sentences(row, said)} for row in rows)
    lacking = [row for row in rows if coined.is_new(row, sheet.holdings.vocabulary)]
    if sheet.fresh and lacking and not sheet.sent:
        rows = (*rows, coined.drafted(lacking[0], sheet.holdings.vocabulary))
    hinting = Hinting(sheet.holdings, sheet.dossier, case, rows[0], words, sheet.reading.kept)
    hints = NONE if sheet.way == "add" else hinting.hints()
    number, of = sheet.dossier.cases.index(case), len(sheet.dossier.cases) - 1
    title = words("desk.case.document") if case.candidate is None else words("desk.case", n=number, of=of)
    if sheet.way != "accept":
        title = words(f"desk.way.{sheet.way}")
    content = [
        tag("h2", title, " ", tag("span", words(f"desk.state.{case.state}"), class_=f"flag {case.state}")),
        _found(sheet) if sheet.way != "add" else tag("p", words("desk.add.hint"), class_="hint"),
        _conflicts(case, words),
        form(sheet, rows, hints),
    ]
    return tag("section", *content, class_="card", id="case", data_case=f"{case.id}.{case.last}.{sheet.way}")


def _sentences(row: Cells, said: Mapping[str, Words]) -> Cells:
    """What would be written if the editor writes nothing there."""
    written = filled(row, "x", 1, dict(said))
    return {f"would_{name}": written[name] for name in ("statement_en", "statement_zh") if name in written}


def _found(sheet: Sheet) -> Markup:
    words, candidate = sheet.words, sheet.case.candidate
    if candidate is None:
        return tag("p", words("desk.document.hint"), class_="hint")
    told = [
        words("desk.rule", rule=candidate.rule) if candidate.rule else words("desk.by_hand"),
        words("desk.sure", share=f"{candidate.confidence:.0%}"),
        words(f"desk.kind.{candidate.kind}"),
    ]
    decided = [_decided(sheet.case.decision, words)] if sheet.case.decision else []
    return tag("p", *(tag("span", each) for each in [*told, *decided]), class_="found")


def _decided(decision: Decision, words: Words) -> str:
    told = words(
        "desk.decided",
        action=words(f"desk.action.{decision['action']}"),
        editor=decision["editor"],
        when=decision["decided_at"],
    )
    return words("desk.because", told=told, reason=decision["reason"]) if decision["reason"] else told


def _conflicts(case: Case, words: Words) -> Markup | None:
    if not case.conflicts:
        return None
    told = [tag("li", _decided(each, words)) for each in case.conflicts]
    return tag("div", tag("p", words("desk.conflict")), tag("ul", *told), class_="said trouble", role="alert")


def waiting_first(dossier: Dossier) -> Case:
    """The case that a document is opened with: the first that waits."""
    return next((each for each in dossier.cases if each.state == WAITING), dossier.cases[0])
