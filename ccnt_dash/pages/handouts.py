"""How does a briefing reach a reader as a file? At the address of its page, with the format at the end."""

from __future__ import annotations

from urllib.parse import quote

from flask import Flask, Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.briefing import FORMATS, Issue, briefed, of_issue, written
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.filters import Filters
from ccnt_dash.pages.briefings import HERE, asked


def serve_handouts(server: Flask, answers: Answers) -> None:
    """Serve /briefings.<format> for the period of the query, and /briefings/<issue>.<format>."""
    for form in FORMATS:
        server.add_url_rule(f"{HERE}.{form}", f"briefing-{form}", lambda form=form: _made(answers, form))
        server.add_url_rule(
            f"{HERE}/<name>.{form}", f"issue-{form}", lambda name, form=form: _saved(answers, name, form)
        )


def _filters(answers: Answers) -> Filters:
    return answers.understood(request.query_string.decode("utf-8", "replace"))


def _made(answers: Answers, form: str) -> Response:
    filters = _filters(answers)
    if not asked(filters):
        return _refused(answers, filters, "briefings.wrong", 400)
    issue = briefed(answers, filters)
    return _sent(answers, issue, form, f"briefing-{filters.start}-{filters.end}")


def _saved(answers: Answers, name: str, form: str) -> Response:
    filters = _filters(answers)
    found = of_issue(answers, name, answers.words(filters).lang)
    if found is None:
        return _refused(answers, filters, "error.lost", 404)
    return _sent(answers, found[0], form, f"briefing-{name}")


def _sent(answers: Answers, issue: Issue, form: str, name: str) -> Response:
    """The file; the e-mail opens in the browser, from where it is copied, the others are saved."""
    made = written(issue, form, Sheet.of(answers, issue.lang, request.host_url))
    kind = FORMATS[form][0]
    how = "inline" if form == "html" else "attachment"
    headers = {
        "Content-Disposition": f"{how}; filename=\"{name}.{form}\"; filename*=UTF-8''{quote(issue.title)}.{form}",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(made, headers=headers, mimetype=kind)


def _refused(answers: Answers, filters: Filters, key: str, status: int) -> Response:
    told = answers.words(filters)(key)
    return Response(f"{told}\n", status, {"X-Content-Type-Options": "nosniff"}, mimetype="text/plain")
