"""What is said to a program that asked for something that can't be answered? Problem details after RFC 9457."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from flask import Response

from ccnt_dash.texts import Words

TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that can't be answered: its status, what is wrong (key of a text) and where."""

    def __init__(self, status: int, wrong: str, **told: Any) -> None:
        """`told` fills the holes of the text; `parameter`, `value` and `right` are told apart as well."""
        super().__init__(wrong)
        self.status = status
        self.wrong = wrong
        self.told = told

    def sentence(self, words: Words) -> str:
        """What is wrong, where, and what would be right."""
        return words(f"problem.{self.wrong}", **self.told)

    def response(self, words: Words) -> Response:
        """The answer in the reader's language."""
        body: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.sentence(words),
            **{name: self.told[name] for name in ("parameter", "value", "right") if name in self.told},
        }
        return Response(json.dumps(body, ensure_ascii=False) + "\n", self.status, mimetype=TYPE)
