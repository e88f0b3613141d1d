"""Which address of the API gives what?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from ccnt_dash.answer import Answers
from ccnt_dash.api.agents import told
from ccnt_dash.api.asked import Asked, asked
from ccnt_dash.api.feeds import BRIEFINGS, FEEDS, announced, feed
from ccnt_dash.api.openapi import described
from ccnt_dash.api.problem import ProblemError
from ccnt_dash.api.reply import data, document, form_of, listing, unchanged
from ccnt_dash.api.resources import CODES, RECORDS, ROOT, Piece, accepted, narrowing, of_view, records
from ccnt_dash.api.search import PARAMETERS, search
from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, title
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS

FORMS = ("json", "csv", "parquet")
LANG = ("lang",)
OURS = (f"{ROOT}/", "/feeds/")
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count",
    "Access-Control-Max-Age": "86400",
}
Make = Callable[[Answers, str, Asked, str], Piece]


def serve_api(server: Flask, answers: Answers, pages: Mapping[str, str]) -> None:
    """Serve the API, the feeds and llms.txt; `pages` are the addresses of the site with their names."""
    api = Blueprint("api", __name__)
    _lists(api, answers)
    _records(api, answers)
    _around(api, answers, pages)
    api.register_error_handler(ProblemError, lambda problem: problem.response(_words(answers)))
    server.register_blueprint(api)
    server.register_error_handler(MethodNotAllowed, lambda error: _refused(error, answers))
    server.after_request(_open)


def _lists(api: Blueprint, answers: Answers) -> None:
    for name, view in RECORDS.items():
        _add(api, f"{ROOT}/{name}", lambda name=name, view=view: _list(answers, name, accepted(view), records))
    api.add_url_rule(f"{ROOT}/vocabularies/<table>", "vocabulary", lambda table: _codes(answers, table))
    api.add_url_rule(f"{ROOT}/views/<view>", "view", lambda view: _view(answers, view))


def _records(api: Blueprint, answers: Answers) -> None:
    api.add_url_rule(f"{ROOT}/policies/<policy>", "policy", lambda policy: _policy(answers, policy))
    _add(api, f"{ROOT}/vocabularies", lambda: _plain(answers, LANG, lambda _: _vocabularies(answers)))
    _add(api, f"{ROOT}/views", lambda: _plain(answers, LANG, lambda words: _views(answers, words)))
    _add(api, f"{ROOT}/search", lambda: _search(answers))


def _around(api: Blueprint, answers: Answers, pages: Mapping[str, str]) -> None:
    _add(api, f"{ROOT}/", lambda: _plain(answers, LANG, _index))
    _add(api, f"{ROOT}/openapi.json", lambda: _openapi(answers))
    for name, form in FEEDS:
        _add(api, f"/feeds/{name}.{form}", lambda name=name, form=form: _feed(answers, name, form))
    for name, form in BRIEFINGS:
        _add(api, f"/feeds/{name}.{form}", lambda form=form: _announced(answers, form))
    _add(api, "/llms.txt", lambda: told(answers, _words(answers), pages))
    for root in OURS:
        _add(api, f"{root}<path:rest>", _lost)


def _add(api: Blueprint, address: str, answer: Callable[..., Response]) -> None:
    api.add_url_rule(address, address.replace(".", "-"), answer, strict_slashes=False)


def _understood(answers: Answers, names: Collection[str]) -> tuple[Asked, Words]:
    given = asked(request.args.to_dict(flat=False), names, answers.vocabulary())
    return given, answers.words(given.filters)


def _words(answers: Answers) -> Words:
    """The words for an error: the language of the address, if it is one."""
    return answers.words(Filters.from_query(f"lang={request.args.get('lang', '')[:2]}"))


def _list(answers: Answers, name: str, names: Collection[str], make: Make) -> Response:
    given, words = _understood(answers, names)
    form = form_of(given.format, FORMS)
    return unchanged(answers, form) or listing(answers, words, make(answers, name, given, form), given, form)


def _plain(answers: Answers, names: Collection[str], make: Callable[[Words], Any]) -> Response:
    _, words = _understood(answers, names)
    form = form_of("", ("json",))
    return unchanged(answers, form) or data(answers, words, make(words))


def _codes(answers: Answers, table: str) -> Response:
    if table not in CODES:
        raise ProblemError(404, "record", value=table[:200], right=", ".join(CODES))
    return _list(answers, table, (*LANG, "limit", "offset", "fields", "format"), records)


def _view(answers: Answers, view: str) -> Response:
    if view not in TAKEN:
        raise ProblemError(404, "record", value=view[:200], right=", ".join(TAKEN))
    return _list(answers, view, accepted(None), of_view)


def _policy(answers: Answers, policy: str) -> Response:
    given, words = _understood(answers, LANG)
    if policy not in answers.vocabulary().policies:
        raise ProblemError(404, "record", value=policy[:200], right=f"{ROOT}/policies?fields=policy_id")
    form = form_of("", ("json",))
    if found := unchanged(answers, form):
        return found
    row = dict(answers.rows(VIEWS["policy"], given.filters.set("policies", (policy,)))[0])
    row = {name: value for name, value in row.items() if name not in ("key", "chosen")}
    targets = row["targets"] or []
    named = [row["source_id"], *(each["source_id"] for each in (*(row["further"] or []), *targets))]
    sources = [words.vocabulary["sources"][code] for code in dict.fromkeys(named)]
    return data(answers, words, {**row, "targets": targets}, sources=sources)


def _vocabularies(answers: Answers) -> list[dict[str, Any]]:
    known = answers.vocabulary()
    return [{"table": name, "codes": len(known[name]), "url": f"{ROOT}/vocabularies/{name}"} for name in CODES]


def _views(answers: Answers, words: Words) -> list[dict[str, Any]]:
    named = {name: title(answers, view, Filters(lang=words.lang)) for name, view in TAKEN.items()}
    return [{"view": name, "name": named[name], "url": f"{ROOT}/views/{name}"} for name in TAKEN]


def _search(answers: Answers) -> Response:
    given, words = _understood(answers, PARAMETERS)
    return search(answers, given, words)


def _index(words: Words) -> dict[str, Any]:
    lists = {name: f"{ROOT}/{name}" for name in (*RECORDS, "vocabularies", "views", "search")}
    return {**lists, "openapi": f"{ROOT}/openapi.json", "page": "/api", "agents": "/llms.txt"}


def _openapi(answers: Answers) -> Response:
    _, words = _understood(answers, LANG)
    form = form_of("", ("json",))
    return unchanged(answers, form) or document(answers, described(answers, words))


def _feed(answers: Answers, name: str, form: str) -> Response:
    given, words = _understood(answers, (*narrowing(RECORDS[name]), *LANG, "theme"))
    return unchanged(answers, form) or feed(answers, words, given.filters, name, form)


def _announced(answers: Answers, form: str) -> Response:
    given, words = _understood(answers, (*LANG, "theme"))
    return unchanged(answers, form) or announced(answers, words, given.filters, form)


def _lost(rest: str) -> Response:
    raise ProblemError(404, "address", value=request.path[:200], right=f"{ROOT}/")


def _refused(error: MethodNotAllowed, answers: Answers) -> Response | HTTPException:
    if not request.path.startswith(OURS):
        return error
    response = ProblemError(405, "method", value=request.method[:20], right="GET, HEAD, OPTIONS").response(
        _words(answers)
    )
    response.headers["Allow"] = "GET, HEAD, OPTIONS"
    return response


def _open(response: Response) -> Response:
    """Pages of other sites may read what programs may."""
    if request.path.startswith(OURS):
        response.headers.update(CORS)
    return response
