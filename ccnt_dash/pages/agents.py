"""What can a program ask that reads on somebody's behalf? A few read-only tools, on Dash's own MCP server at /_mcp."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash.mcp import configure_mcp_server, mcp_enabled

from ccnt_dash.answer import Answers
from ccnt_dash.filters import LONGEST_SEARCH, Filters
from ccnt_dash.taking.extract import TAKEN, extract, title
from ccnt_dash.views import VIEWS

MOST_ROWS = 200
Record = dict[str, Any]
Tool = Callable[..., Record]


def offer(answers: Answers) -> None:
    """Offer the tools, and nothing of pages and callbacks, to the application that is made next.

    Dash keeps tools in a list of the process: of several applications the last one answers.
    """
    configure_mcp_server(
        include_layout=False, include_callbacks=False, include_clientside_callbacks=False, include_pages=False
    )
    for tool in (_list_views(answers), _rows_of_view(answers), _find(answers), _read_policies(answers)):
        mcp_enabled(tool, name=tool.__name__, expose_docstring=True)


def _list_views(answers: Answers) -> Tool:
    def list_views(query: str = "") -> Record:
        """The views that rows_of_view can be asked for, each with its title for the choices in `query`."""
        filters = answers.understood(_text("query", query))
        return {"views": [{"view": code, "title": title(answers, view, filters)} for code, view in TAKEN.items()]}

    return list_views


def _rows_of_view(answers: Answers) -> Tool:
    def rows_of_view(view: str, query: str = "", limit: int = MOST_ROWS, offset: int = 0) -> Record:
        """Rows of a view of climate policies, targets or observed values of China's nation, provinces and cities.

        `query` is the query string of the page, such as "regions=140000&sectors=energy&lang=en": regions are six-digit
        GB/T 2260 codes (100000 is the nation). Every row has the units of its columns in the column meanings; sources
        with their terms and the version of the data set come along and should be passed on.
        """
        if view not in TAKEN:
            raise ValueError(f"view is {view!r}; it should be one of {', '.join(TAKEN)}")
        found = extract(answers, TAKEN[view], answers.understood(_text("query", query)))
        first, most = max(0, int(offset)), max(1, min(int(limit), MOST_ROWS))
        return {
            "title": found.title,
            "choices": found.sentence,
            "total": len(found.rows),
            "rows": [dict(row) for row in found.rows[first : first + most]],
            "columns": {column.name: column.meaning for column in found.columns},
            "sources": [_source(dict(each)) for each in found.sources],
            "version": found.version,
        }

    return rows_of_view


def _find(answers: Answers) -> Tool:
    def find(text: str, lang: str = "en") -> Record:
        """Places, indicators, policies and pages by name, in English or Chinese: their codes for other questions."""
        filters = Filters(search=_text("text", text)[:LONGEST_SEARCH], lang="zh" if lang == "zh" else "")
        return {"found": answers.drawn(VIEWS["find"], filters)}

    return find


def _read_policies(answers: Answers) -> Tool:
    def read_policies(policies: str, lang: str = "en") -> Record:
        """Everything known of up to six policies (codes separated by commas): facts, targets, quoted sentences."""
        known = answers.vocabulary().policies
        wanted = [code.strip() for code in _text("policies", policies).split(",") if code.strip()]
        for code in wanted:
            if code not in known:
                raise ValueError(f"policies has {code!r}; it should be the policy_id of a policy, such as find tells")
        filters = Filters(policies=tuple(wanted), lang="zh" if lang == "zh" else "")
        return {"policies": answers.drawn(VIEWS["policy"], filters), "version": answers.store.version()}

    return read_policies


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is {value!r}; it should be text")
    return value


def _source(source: Record) -> Record:
    return {
        name: source[name] for name in ("source_id", "publisher", "title_en", "title_zh", "url", "licence", "citation")
    }
