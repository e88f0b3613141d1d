"""What stands under a chart or table, so that a reader can take it away and cite it?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages.adding import add
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.taking.citations import CITED
from ccnt_dash.taking.files import formats
from ccnt_dash.texts import Words

PICTURES = ("png", "svg")
# The picture asks for it, readers have its content in every other format.
UNLISTED = ("context.json",)


def take(view: str, words: Words, picture: bool = False, query: str | None = None) -> Component:
    """Files, pictures and citations of a view, and the way into a story, for the choices of `query`.

    Without one for those in the address, which assets/take.js gives the links when they are used.
    """
    files = [_link(f"/take/{view}.{form}{query or ''}", form, words) for form in formats(view) if form not in UNLISTED]
    cited = [_link(f"/cite/{view}.{form}{query or ''}", form, words) for form in CITED]
    drawn = [_button(words(f"take.format.{form}"), {"data-picture": form}) for form in PICTURES] if picture else []
    told = {"data-take": view, "data-copied": words("take.copied"), "data-failed": words("take.failed")}
    told |= {} if query is None else {"data-query": query}
    groups = [
        _group(words("take.picture"), drawn),
        _group(words("take.data"), files),
        _group(words("take.cite"), [_button(words("take.copy"), {"data-cites": view}), *cited]),
    ]
    said = html.P(className="hint said", **attributes({"aria-live": "polite"}))
    menu = html.Details(
        [
            html.Summary(words("take.label")),
            *(group for group, some in zip(groups, (drawn, files, cited), strict=True) if some),
            said,
        ],
        className="take",
        **attributes(told),
    )
    return html.Div([menu, add(view, words, picture, query)], className="ways")


def record(code: str, words: Words, query: str) -> Component:
    """Files and citations of one policy; its address holds no choices."""
    forms = [*CITED, *(form for form in formats("policy") if form not in UNLISTED)]
    links = [html.A(_name(form, words), href=f"/policy/{code}.{form}{query}") for form in forms]
    return html.Div(links, className="row take")


def _group(name: str, ways: list[Component]) -> Component:
    return html.Div([html.Span(name, className="kicker"), *ways], className="row")


def _link(address: str, form: str, words: Words) -> Component:
    return html.A(_name(form, words), href=address)


def _name(form: str, words: Words) -> str:
    return words(f"take.format.{form.replace('.', '_').replace('-', '_')}")


def _button(name: str, told: dict[str, str]) -> Component:
    return html.Button(name, type="button", className="button plain", **attributes(told))
