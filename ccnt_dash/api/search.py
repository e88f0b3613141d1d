"""What does a search find: policies, best first and with the reason of each, and places and indicators of that name?"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import Asked
from ccnt_dash.api.problem import ProblemError
from ccnt_dash.api.reply import data, form_of, unchanged
from ccnt_dash.api.resources import ROOT, narrowing
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS
from ccnt_dash.views.base import Row
from ccnt_dash.views.table import PAGE_SIZE
from ccnt_dash.views.why import Part, reasons, title

# `q` is `search` by the name that programs expect.
PARAMETERS = ("q", *(name for name in narrowing(VIEWS["table"]) if name != "search"))
COLUMNS = ("title_en", "title_zh", "region", "sector_list", "doc_type", "published", "targets", "url", "relevance")


def search(answers: Answers, given: Asked, words: Words) -> Response:
    """A page of the policies that a text and the other choices find, and what else is called so."""
    filters = given.filters
    if not filters.search:
        raise ProblemError(400, "missing", parameter="q", right=f"{ROOT}/search?q=storage")
    form = form_of("", ("json",))
    if found := unchanged(answers, form):
        return found
    rows = answers.rows(VIEWS["table"], filters)
    total, page = (rows[0]["total"], rows[0]["page"]) if rows else (0, 1)
    return data(
        answers, words, [_told(row, words) for row in rows], form,
        total=total, page=page, pages=-(-total // PAGE_SIZE) or 1, next=_next(total, page),
        names=answers.drawn(VIEWS["find"], filters), sentence=answers.sentence(filters),
    )  # fmt: skip


def _told(row: Row, words: Words) -> dict[str, Any]:
    named = {"field": words("table.title"), "lang": words.lang, "parts": title(row, words)}
    why = [
        {"field": each["field"], "lang": each["lang"], **_marked(each["parts"])}
        for each in (named, *reasons(row, words))
    ]
    return {"policy_id": row["key"], **{name: row[name] for name in COLUMNS}, "why": why}


def _marked(parts: list[Part]) -> dict[str, Any]:
    """A text and where in it, as [from, to], stands what was searched for."""
    text, marks = "", []
    for part, hit in parts:
        if hit:
            marks.append([len(text), len(text) + len(part)])
        text += part
    return {"text": text, "marks": marks}


def _next(total: int, page: int) -> str | None:
    if page * PAGE_SIZE >= total:
        return None
    return f"{request.path}?{urlencode({**request.args.to_dict(), 'page': str(page + 1)}, safe=',')}"
