"""How is an answer sent: as JSON with its context, as CSV or as Parquet, marked with the version it comes from?"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import Asked, columns_of
from ccnt_dash.api.problem import ProblemError
from ccnt_dash.api.resources import Piece, python_types, size
from ccnt_dash.taking.extract import flat
from ccnt_dash.taking.files import columnar, separated
from ccnt_dash.texts import Words

PACKAGE = Path(__file__).parents[1]
TYPES = {"json": "application/json", "csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def form_of(asked: str, offered: tuple[str, ...]) -> str:
    """The form that the address asks for, or else the Accept header; Problem 406 where nothing offered will do."""
    if asked:
        return asked
    types = {TYPES[form]: form for form in offered}
    best = request.accept_mimetypes.best_match(list(types)) if request.accept_mimetypes else TYPES["json"]
    if best is None:
        raise ProblemError(406, "form", value=str(request.accept_mimetypes)[:200], right=", ".join(types))
    return types[best]


def unchanged(answers: Answers, form: str) -> Response | None:
    """Status 304 where the program has this very answer: it can only change with the data set or the program."""
    known = request.if_none_match.contains_weak(mark(answers, form))
    return marked(Response(status=304), answers, form) if known else None


def mark(answers: Answers, form: str) -> str:
    """What an answer depends on, as an entity tag."""
    parts = (_program(), answers.store.edition(), answers.language, request.host_url, request.full_path, form)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


@cache
def _program() -> str:
    """What the program is made of: another release may answer otherwise from the same data."""
    made = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.*")):
        if path.suffix in (".py", ".sql"):
            made.update(path.read_bytes())
    return made.hexdigest()


def marked(response: Response, answers: Answers, form: str) -> Response:
    """The response with its entity tag, to be asked for again each time."""
    response.set_etag(mark(answers, form), weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept")
    return response


def listing(answers: Answers, words: Words, piece: Piece, asked: Asked, form: str) -> Response:
    """A piece of rows in the form asked for."""
    names = columns_of(asked, piece.columns)
    after = _next(asked, piece, size(asked, form))
    headers = {"X-Total-Count": str(piece.total), **({"Link": f'<{after}>; rel="next"'} if after else {})}
    if form == "json":
        rows = [{name: row[name] for name in names} for row in piece.rows]
        shown = {"total": piece.total, "limit": size(asked, form), "offset": asked.offset, "next": after}
        return data(
            answers, words, rows, form, **shown, sentence=piece.sentence, sources=piece.sources, headers=headers
        )
    cells = [{name: flat(row[name]) for name in names} for row in piece.rows]
    told = {"sentence": piece.sentence, "sources": piece.sources, "version": answers.store.edition()}
    types = python_types(piece.columns, names)
    body = separated(names, cells) if form == "csv" else columnar(types, cells, told, {})
    name = request.path.rsplit("/", 1)[-1]
    headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return marked(Response(body, headers=headers, mimetype=TYPES[form]), answers, form)


def data(
    answers: Answers, words: Words, found: Any, form: str = "json", headers: dict[str, str] | None = None, **more: Any
) -> Response:
    """What was found as JSON, with the version of the data set and the terms."""
    told = {"data": found, **more, "version": answers.store.version(), "licence": words("about.licence")}
    return document(answers, told, form, headers)


def document(
    answers: Answers,
    told: Any,
    form: str = "json",
    headers: dict[str, str] | None = None,
    mimetype: str = TYPES["json"],
) -> Response:
    """Anything as JSON."""
    body = json.dumps(told, ensure_ascii=False, default=str, allow_nan=False) + "\n"
    return marked(Response(body, headers=headers, mimetype=mimetype), answers, form)


def _next(asked: Asked, piece: Piece, limit: int) -> str | None:
    """The address of the rows that come after these, None where there are none."""
    if not piece.rows or asked.offset + limit >= piece.total:
        return None
    given = {**request.args.to_dict(), "offset": str(asked.offset + limit)}
    return f"{request.path}?{urlencode(given, safe=',')}"
