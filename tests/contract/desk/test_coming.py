"""Who may come to the desk, in which language is it, and what is told when something is spoiled?"""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest

from ccnt_dash.pages.gate import HEADER
from ccnt_dash.review.decisions import Book
from ccnt_dash.settings import Settings
from ccnt_dash.site import create_app
from tests.contract.desk.sitting import (
    FACT,
    FALL,
    HERE,
    ID,
    LETTER,
    PLAN,
    Editor,
    Form,
    own,
)
from tests.contract.invented_inbox import inbox, plan


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_desk_is_said_in_both_languages(editor: Editor, lang: str) -> None:
    own(editor)
    for path in (
        "",
        f"/{ID}",
        f"/{ID}?at={FALL}",
        f"/{ID}?at={FALL}&way=split",
        f"/{ID}?at={FALL}&way=merge",
        f"/{ID}?at={FALL}&way=add",
        f"/{ID}/batch",
        f"/{LETTER.document.document_id}",
    ):
        page = editor.page(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}"' in page


def test_nothing_on_the_desk_is_markup_of_the_document(editor: Editor, place: Settings) -> None:
    text = PLAN.text.replace("一、总体要求", "<script>alert(1)</script>")
    made = plan(text, "<b>file</b>")
    inbox(place.inbox, made)
    for path in ("", f"/{made.document.document_id}"):
        page = editor.page(path)
        assert "<script>alert" not in page
        assert "<b>file" not in page


# Who may come


def test_only_this_machine_may_come(editor: Editor) -> None:
    for told in (
        {"environ_base": {"REMOTE_ADDR": "10.0.0.7"}},
        {"headers": {"X-Forwarded-For": "10.0.0.7"}},
        {"headers": {"Host": "example.org"}},
    ):
        answer = editor.client.get("/review", **told)  # type: ignore[arg-type]
        assert answer.status_code == 403
        assert "only answers on the machine" in answer.get_data(as_text=True)
        assert PLAN.document.title not in answer.get_data(as_text=True)


def test_with_a_token_only_who_has_it_may_come(place: Settings) -> None:
    client = create_app(replace(place, review_token="lantern")).server.test_client()
    refused = client.get("/review")
    assert (refused.status_code, "enter the token" in refused.get_data(as_text=True)) == (403, True)
    far = {"REMOTE_ADDR": "10.0.0.7"}
    assert client.get("/review", headers={HEADER: "lantern"}, environ_base=far).status_code == 200
    assert client.get("/review", headers={HEADER: "lamp"}).status_code == 403
    assert client.post("/review/login", data={"token": "lamp"}, headers=HERE).status_code == 403
    entered = client.post("/review/login", data={"token": "lantern"}, headers=HERE)
    cookie = entered.headers["Set-Cookie"]
    assert all(part in cookie for part in ("Path=/review", "HttpOnly", "SameSite=Strict"))
    assert "lantern" not in cookie
    assert client.get("/review", environ_base=far).status_code == 200


@pytest.mark.parametrize("origin", [None, "http://example.org", "null", "http://localhost:1"])
def test_a_form_from_elsewhere_decides_nothing(editor: Editor, book: Book, origin: str | None) -> None:
    form = {**editor.form(ID, FACT), "editor": "Li", "action": "reject", "reason": "x"}
    headers = {"Origin": origin} if origin else {}
    assert editor.client.post(f"/review/{ID}", data=form, headers=headers).status_code == 403
    assert not book.read().decisions


def test_the_other_pages_know_nothing_of_the_desk(editor: Editor) -> None:
    assert "review.js" not in editor.client.get("/").get_data(as_text=True)
    layout = editor.client.get("/_dash-layout", headers={"Referer": "http://localhost/review"}).get_data(as_text=True)
    assert PLAN.document.title not in layout


def test_an_unknown_document_and_a_spoiled_one_are_told(editor: Editor, place: Settings) -> None:
    assert editor.client.get("/review/000000000000").status_code == 404
    (place.inbox / f"{ID}.json").write_text("{")
    assert "is no item of the inbox" in editor.page()
    assert editor.client.get(f"/review/{ID}").status_code == 500


def test_a_full_disk_is_told_and_the_form_stays(editor: Editor, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    form = editor.form(ID, FACT)
    monkeypatch.setattr("ccnt_dash.review.decisions.os.fsync", full)
    answer = editor.send(ID, form, "reject", reason="a fact")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 507
    assert "No space left on device; the decision is not kept" in page
    assert Form(page).fields["reason"] == "a fact"
    assert not book.read().decisions


def test_decisions_that_can_not_be_read_are_told(editor: Editor, place: Settings) -> None:
    place.data.mkdir()
    (place.data / "review").write_text("a file where a folder should be")
    answer = editor.client.get(f"/review/{ID}")
    assert answer.status_code == 500
    assert "Not a directory" in answer.get_data(as_text=True)
