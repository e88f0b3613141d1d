"""How do tests sit at the desk, and what do they find there?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient

from ccnt_dash.review.decisions import Book
from tests.contract.invented_inbox import letter, plan

HERE = {"Origin": "http://localhost"}
TITLE = "Lantern Saving Plan of Shanxi (2026-2030)"


class Form(HTMLParser):
    """The fields of the form of a case, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self._inside = self._area = ""
        self._select: tuple[str, bool] = ("", False)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = told.get("id", "")
        if self._inside != "decide":
            return
        if tag == "input" and "name" in told:
            self.fields[told["name"]] = told.get("value", "")
        if tag == "textarea":
            self._area = told["name"]
            self.fields[self._area] = ""
        if tag == "select":
            self._select = (told["name"], "multiple" in told)
            self.fields[told["name"]] = [] if "multiple" in told else ""
        if tag == "option" and "selected" in told and self._select[0]:
            name, many = self._select
            self.fields[name] = [*self.fields[name], told["value"]] if many else told["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = ""
        if tag == "textarea":
            self._area = ""
        if tag == "select":
            self._select = ("", False)


@dataclass
class Editor:
    """Somebody at the desk, with a browser of her own."""

    client: FlaskClient
    name: str = "Li"

    def page(self, path: str = "", **told: Any) -> str:
        answer = self.client.get(f"/review{path}", **told)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_data(as_text=True)

    def form(self, document: str, case: str, way: str = "") -> dict[str, Any]:
        return Form(self.page(f"/{document}?at={case}&way={way}")).fields

    def send(self, document: str, form: dict[str, Any], action: str, **told: Any) -> Any:
        sent = {**form, "editor": self.name, "action": action, **told}
        return self.client.post(f"/review/{document}", data=sent, headers=HERE)

    def decide(self, document: str, case: str, action: str = "accept", way: str = "", **told: Any) -> Any:
        answer = self.send(document, self.form(document, case, way), action, **told)
        assert answer.status_code == 303, re.findall(r'class="wrong"[^<]*<|alert[^<]*<', answer.get_data(as_text=True))
        return answer


PLAN, LETTER = plan(), letter()
ID = PLAN.document.document_id
FACT, FALL, REACH, FOREST, LATER, NAMED, MONEY = PLAN.candidates


def own(editor: Editor) -> None:
    """The document is decided on: a source and a policy of its own."""
    editor.decide(ID, ID, **{"p2.title_en": TITLE})


def last(book: Book) -> Any:
    return book.read().decisions[-1]
