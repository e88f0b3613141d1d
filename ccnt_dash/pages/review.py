"""How is the desk reached, and what happens to the forms that come from it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Request, Response, redirect, request

from ccnt_dash.answer import Answers
from ccnt_dash.pages import desk_batch, desk_list
from ccnt_dash.pages.desk import document, waiting_first
from ccnt_dash.pages.desk_page import page, refused, trouble
from ccnt_dash.pages.desk_sheet import HOME, Sheet
from ccnt_dash.pages.gate import COOKIE, admitted, is_token, same_origin, seal
from ccnt_dash.pages.page import Reading
from ccnt_dash.review import coined
from ccnt_dash.review.decisions import DecisionError, Wish, as_decision
from ccnt_dash.review.desk import Case, Desk, Dossier
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.wishes import Asked, WishError, wish
from ccnt_dash.settings import Settings
from ccnt_dash.texts import Words

EDITOR = "review_editor"
WAYS = ("accept", "split", "merge", "add")
YEAR = 365 * 24 * 3600


class Reviewing:
    """The addresses of the desk."""

    def __init__(self, answers: Answers, settings: Settings) -> None:
        """Nothing is read before somebody asks."""
        self.answers, self.token, self.settings = answers, settings.review_token, settings
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """Made when somebody first comes: a torn end of the decisions is then put aside."""
        if self._desk is None:
            self._desk = Desk(self.settings.inbox, self.settings.data)
        return self._desk

    def home(self) -> Response:
        """All documents, and the rules."""
        reading = self._reading()
        return page(reading, desk_list.overview(self.desk, reading))

    def document(self, document_id: str) -> Response:
        """One document with the case that is asked for, or what a form has decided about it."""
        dossier = self._dossier(document_id)
        if isinstance(dossier, Response):
            return dossier
        if request.method == "POST":
            return self._decide(dossier)
        return self._shown(self._sheet(dossier, request.args.get("at", "")))

    def batch(self, document_id: str) -> Response:
        """What can be accepted together, or what was."""
        reading, dossier = self._reading(), self._dossier(document_id)
        if isinstance(dossier, Response):
            return dossier
        sure, editor = desk_batch.sure_of(request.args.get("sure", "")), request.cookies.get(EDITOR, "")
        if request.method == "GET":
            return page(reading, desk_batch.batch(dossier, self._holdings(), reading, editor, sure))
        taken = dict(each.partition("=")[::2] for each in request.form.getlist("take"))
        editor = request.form.get("editor", "").strip()
        try:
            wanted = desk_batch.wishes(dossier, self._holdings(), taken, editor)
            kept = [self.desk.book.append(each) for each in wanted]
        except (WishError, DecisionError, KeyError) as error:
            again = desk_batch.batch(self.desk.dossier(dossier.id), self._holdings(), reading, editor, sure)
            return page(reading, [trouble(_why(error, reading.words)), *again], 422)
        return _named(
            redirect(
                self._sheet(dossier, "").address(said="conflict" if any(each.against for each in kept) else "batch"),
                303,
            ),
            editor,
        )

    def login(self) -> Response:
        """Take the token from the form, and keep its seal in a cookie of these pages only."""
        words = self._reading().words
        if not is_token(request.form.get("token", ""), self.token):
            return refused(self._reading(), words("desk.gate.wrong"), bool(self.token))
        answer: Any = redirect(HOME + self._reading().kept, 303)
        answer.set_cookie(
            COOKIE, seal(self.token), path=HOME, httponly=True, samesite="Strict", secure=request.is_secure
        )
        entered: Response = answer
        return entered

    def guarded(self, view: Callable[..., Response]) -> Callable[..., Response]:
        """`view` for those who may come; all others get a sentence."""

        def seen(**told: Any) -> Response:
            reading = self._reading()
            if request.method == "POST" and not same_origin(request, self.token):
                return refused(reading, reading.words("desk.gate.origin"), False)
            if view != self.login and not admitted(request, self.token):
                why = "token" if self.token else "local"
                return refused(reading, reading.words(f"desk.gate.{why}"), bool(self.token))
            try:
                return view(**told)
            except OSError as error:
                return page(reading, [trouble(f"{error.filename}: {error.strerror}")], 500)

        return seen

    def _reading(self) -> Reading:
        return Reading(self.answers, self.answers.understood(request.query_string.decode("utf-8", "replace")))

    def _holdings(self) -> Holdings:
        return Holdings(self.answers, self.desk.book.standing(), self.desk.describer, self.desk.coined())

    def _dossier(self, document_id: str) -> Dossier | Response:
        reading = self._reading()
        try:
            return self.desk.dossier(document_id)
        except KeyError:
            return page(reading, [trouble(reading.words("desk.lost", id=document_id))], 404)
        except ValueError as error:
            return page(reading, [trouble(str(error))], 500)

    def _sheet(self, dossier: Dossier, at: str, **told: Any) -> Sheet:
        case = next((each for each in dossier.cases if each.id == at), waiting_first(dossier))
        way, part = request.args.get("way", ""), request.args.get("part", "")
        asked = {
            "way": way if way in WAYS else "accept",
            "part": int(part) if part.isascii() and part.isdigit() and len(part) < 6 else None,
            "editor": request.cookies.get(EDITOR, ""),
            "said": request.args.get("said", "")
            if request.args.get("said") in ("kept", "conflict", "undone", "batch")
            else "",
            "quote": request.args.get("quote", "")[:2_000],
            "fresh": request.args.get("new") == "indicator",
            "becomes": "policy" if request.args.get("what") == "policy" else "target",
        }
        return Sheet(self._reading(), dossier, case, self._holdings(), **{**asked, **told})

    def _shown(self, sheet: Sheet, status: int = 200) -> Response:
        return page(sheet.reading, document(sheet), status)

    def _decide(self, dossier: Dossier) -> Response:
        asked, case_id, way = _asked(request)
        case: Case | None = next((each for each in dossier.cases if each.id == case_id), None)
        try:
            wanted = wish(asked, dossier, case, self._holdings())
            self._strands(wanted)
            kept = self.desk.book.append(wanted)
        except WishError as error:
            said = f"wrong.{error.key}" if error.key else ""
            told = {"way": way, "sent": asked.rows, "wrong": error.misfits, "said": said, "editor": asked.editor}
            sheet = self._sheet(dossier, case_id, **told, reason=asked.reason, holes=error.holes)
            return self._shown(sheet, 422)
        except DecisionError as error:
            told = {
                "way": way,
                "sent": asked.rows,
                "said": "wrong.disk",
                "editor": asked.editor,
                "reason": asked.reason,
            }
            answer = self._shown(self._sheet(dossier, case_id, **told), 507)
            answer.set_data(answer.get_data(as_text=True).replace("</main>", f"{trouble(str(error))}</main>"))
            return answer
        after = self.desk.dossier(dossier.id)
        said = "conflict" if kept.against else "undone" if asked.action == "undo" else "kept"
        return _named(redirect(self._next(after, case_id, said), 303), asked.editor)

    def _strands(self, wanted: Wish) -> None:
        """Refuse what takes away a new indicator that targets of other decisions have."""
        coined_only = self.desk.coined()
        known = set(self.answers.vocabulary()["indicators"]) - coined_only
        lost = coined.stranded(self.desk.book.read().decisions, as_decision(wanted), known)
        if lost:
            codes, targets = ", ".join(sorted(set(lost.values()))), ", ".join(sorted(lost))
            raise WishError("stranded", codes=codes, targets=targets)

    def _next(self, after: Dossier, case_id: str, said: str) -> str:
        """After a decision the next one that waits; what was taken back or collided is looked at again."""
        sheet = self._sheet(after, case_id)
        stays = said in ("conflict", "undone")
        further = None if stays else after.next_waiting(sheet.case)
        return sheet.address(at=(further or sheet.case).id, said=said)


def _asked(sent: Request) -> tuple[Asked, str, str]:
    """What a form asks for, about which case, and in which way it was shown."""
    form = {name: ";".join(sent.form.getlist(name)) for name in sent.form}
    case_id = form.get("case", "")
    if form.get("undo"):  # the last decision on this document, from the page of another case
        case_id, form = form["undo"], {**form, "action": "undo"}
        form.pop(f"knew.{case_id}", None)
    way = form.get("way", "")
    return Asked.of(form), case_id, way if way in WAYS else "accept"


def _why(error: Exception, words: Words) -> str:
    if isinstance(error, KeyError):
        return words("desk.said.wrong.gone")
    return words(f"desk.said.wrong.{error.key}") if isinstance(error, WishError) and error.key else str(error)


def _named(answer: Any, editor: str) -> Response:
    answer.set_cookie(EDITOR, editor, path=HOME, max_age=YEAR, samesite="Strict", httponly=True)
    named: Response = answer
    return named


def serve_review(server: Flask, answers: Answers, settings: Settings) -> None:
    """Answer /review and what is below it."""
    desk = Reviewing(answers, settings)
    both = ["GET", "POST"]
    for path, view, methods in (
        ("", desk.home, ["GET"]),
        ("/login", desk.login, ["POST"]),
        ("/<document_id>", desk.document, both),
        ("/<document_id>/batch", desk.batch, both),
    ):
        server.add_url_rule(
            f"{HOME}{path}", endpoint=f"review-{view.__name__}", view_func=desk.guarded(view), methods=methods
        )
