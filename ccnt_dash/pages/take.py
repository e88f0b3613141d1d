"""How do files and citations reach the reader? At addresses with the same query as the page they belong to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.taking.citations import CITED, Work, record, work
from ccnt_dash.taking.context import address
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.taking.files import FILES, called, formats
from ccnt_dash.taking.parcel import Parcel
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

LONGEST_NAME = 80


def serve_files(server: Flask, answers: Answers) -> None:
    """Serve /take/<view>.<format>, /cite/<view>.<format> and, for one record, /policy/<id>.<format>."""
    server.add_url_rule("/take/<path:name>", "take", lambda name: _taken(answers, name))
    server.add_url_rule("/cite/<path:name>", "cite", lambda name: _cited(answers, name))
    for form in (*CITED, *(form for form in FILES if form != "geojson")):
        server.add_url_rule(
            f"/policy/<code>.{form}", f"policy-{form}", lambda code, form=form: _recorded(answers, code, form)
        )


def _filters(answers: Answers) -> Filters:
    return answers.understood(request.query_string.decode("utf-8", "replace"))


def _origin() -> str:
    return request.host_url.rstrip("/")


def _taken(answers: Answers, name: str) -> Response:
    view, _, form = name.partition(".")
    filters = _filters(answers)
    return _refused(answers.words(filters), view, form, formats(view)) or _file(answers, view, form, filters)


def _file(answers: Answers, view: str, form: str, filters: Filters) -> Response:
    found = extract(answers, TAKEN[view], filters)
    shapes = _shapes(answers, filters) if form == "geojson" else {}
    kind, write = FILES[form]
    made = write(Parcel(found, answers.words(filters), _origin(), shapes))
    name = called(found.view, found.version)
    return _sent(made, kind, _disposed("attachment", name, form, found.title))


def _cited(answers: Answers, name: str) -> Response:
    view, _, form = name.partition(".")
    filters = _filters(answers)
    words = answers.words(filters)
    refused = _refused(words, view, form, CITED)
    if refused:
        return refused
    found = extract(answers, TAKEN[view], filters)
    return _citation(
        work(found, words, address(found, _origin())), form, words, called(found.view, found.version), found.title
    )


def _recorded(answers: Answers, code: str, form: str) -> Response:
    """A policy as rows, with its targets, or as a citation."""
    asked = _filters(answers)
    words = answers.words(asked)
    if code not in answers.vocabulary().policies:
        return _lost(words("take.lost.policy", name=code))
    filters = Filters(policies=(code,), lang=asked.lang)
    if form in FILES:
        return _file(answers, "policy", form, filters)
    found = extract(answers, VIEWS["policy"], filters)
    cited = record(found.rows[0], words, found.version, found.read, f"{_origin()}/policy/{code}")
    return _citation(cited, form, words, called(code, found.version), cited.title)


def _citation(cited: Work, form: str, words: Words, name: str, title: str) -> Response:
    kind, write = CITED[form]
    how = "inline" if form == "txt" else "attachment"
    return _sent(write(cited, words).encode(), kind, _disposed(how, name, form, title))


def _refused(words: Words, view: str, form: str, known: Iterable[str]) -> Response | None:
    """What is said of a view or format that isn't there, None where both are."""
    if view not in TAKEN:
        return _lost(words("take.lost.view", name=view, names=words("list.comma").join(TAKEN)))
    if form not in known:
        return _lost(words("take.lost.format", name=view, format=form, names=words("list.comma").join(known)))
    return None


def _lost(sentence: str) -> Response:
    return _guarded(Response(sentence + "\n", 404, mimetype="text/plain"))


def _sent(data: bytes, kind: str, disposition: str) -> Response:
    answer = Response(data, mimetype=kind)
    answer.headers["Content-Disposition"] = disposition
    answer.headers["Cache-Control"] = "no-cache"
    return _guarded(answer)


def _disposed(how: str, name: str, form: str, title: str) -> str:
    """A file under its ASCII name and, for browsers that read it, one with the title in the reader's language."""
    told = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in title)
    long = " ".join(told.split())[:LONGEST_NAME].replace(" ", "-")
    return f"{how}; filename=\"{name}.{form}\"; filename*=UTF-8''{quote(f'{name}-{long}.{form}')}"


def _guarded(answer: Response) -> Response:
    answer.headers["X-Content-Type-Options"] = "nosniff"  # what is text is never run
    return answer


def _shapes(answers: Answers, filters: Filters) -> dict[str, Any]:
    """The areas of the boundary set by code of the place, of the nation's provinces or of one province's cities."""
    folder = answers.geometry or answers.assets / "geo"
    path = folder / (f"cities/{filters.inside}.geojson" if filters.inside else "provinces.geojson")
    if not path.is_file():
        return {}
    return {str(each["id"]): each["geometry"] for each in json.loads(path.read_text(encoding="utf-8"))["features"]}
