"""What does a browser send that has a story of its own, and in which form is it answered?"""

from __future__ import annotations

import json
from typing import Any

from flask import Request, Response

from ccnt_dash.answer import Answers
from ccnt_dash.story import shelf
from ccnt_dash.story.story import Story, StoryError

# A story of the most slides and the longest texts is smaller, in bytes.
LARGEST = 1_000_000


def received(asked: Request, name: str = "story") -> Story | Response:
    """The story in the body of a request, or the answer with every line that is wrong: 422, or 413 if too large."""
    asked.max_content_length = LARGEST
    if (asked.content_length or 0) > LARGEST:
        return answered({"wrong": [f"{name} has {asked.content_length} bytes; it should be at most {LARGEST}"]}, 413)
    try:
        return shelf.understood(asked.get_data(), name)
    except StoryError as error:
        return answered({"wrong": str(error).splitlines()}, 422)


def fitting(asked: Request, answers: Answers) -> Story | Response:
    """The story that is sent if it fits the data set, otherwise the answer that says what is wrong."""
    found = received(asked)
    if isinstance(found, Response):
        return found
    wrong = shelf.misfits(found, answers)
    return answered({"wrong": wrong}, 422) if wrong else found


def answered(value: Any, status: int = 200) -> Response:
    """A value as JSON, which is asked for anew each time."""
    answer = Response(json.dumps(value, ensure_ascii=False), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def attached(data: bytes, kind: str, name: str) -> Response:
    """A file to keep."""
    answer = Response(data, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
