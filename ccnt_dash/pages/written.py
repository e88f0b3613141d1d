"""How does a page become plain HTML, which needs no Dash in the browser?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

# Elements that have no end.
VOID = frozenset(["br", "hr", "img", "input", "meta", "link"])
# What Dash calls otherwise than HTML.
NAMES = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "tabIndex": "tabindex", "colSpan": "colspan"}
Child = Any


def tag(name: str, /, *children: Child, **told: Any) -> Markup:
    """An element. Texts are escaped; an attribute that is None or False is left out, True stands without a value.

    `_` in the name of an attribute is `-`, one at the end is dropped: `class_`, `aria_label`.
    """
    made = [Markup("<"), Markup(name)]
    for key, value in told.items():
        made.append(_attribute(key.removesuffix("_").replace("_", "-"), value))
    made.append(Markup(">"))
    if name not in VOID:
        made += [inside(children), Markup(f"</{name}>")]
    return Markup("").join(made)


def inside(children: Iterable[Child]) -> Markup:
    """Children one after the other: texts, elements, components of Dash, lists of them; None is left out."""
    return Markup("").join(_child(each) for each in children)


def _child(child: Child) -> Markup:
    if child is None:
        return Markup("")
    if isinstance(child, Component):
        return component(child)
    if isinstance(child, list | tuple):
        return inside(child)
    return escape(child)


def component(made: Component) -> Markup:
    """A component of Dash's HTML as an element; ValueError for one that needs a script."""
    told = made.to_plotly_json()
    if told["namespace"] != "dash_html_components":
        raise ValueError(f"{told['type']} is no element of HTML")
    props = {NAMES.get(name, name): value for name, value in told["props"].items() if name != "children"}
    children = told["props"].get("children")
    return _element(told["type"].lower(), children if isinstance(children, list | tuple) else [children], props)


def _element(name: str, children: Iterable[Child], props: dict[str, Any]) -> Markup:
    made = Markup("").join(_attribute(key, value) for key, value in props.items())
    begin = Markup("<{}{}>").format(Markup(name), made)
    return begin if name in VOID else begin + inside(children) + Markup(f"</{name}>")


def _attribute(name: str, value: Any) -> Markup:
    if value is None or value is False:
        return Markup("")
    if value is True:
        return Markup(" {}").format(Markup(name))
    return Markup(' {}="{}"').format(Markup(name), value)
