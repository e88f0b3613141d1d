"""What stands around the content of every page: skip link, name, ways to the other pages, settings, footer?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import ids
from ccnt_dash.pages.adding import stories
from ccnt_dash.pages.cited import cited, line
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children, attributes
from ccnt_dash.texts import Words

# Address of a page that stands for itself -> the end of the text keys that name and describe it.
PAGES = {
    "/": "overview",
    "/national": "national",
    "/targets": "targets",
    "/compare": "compare",
    "/matrix": "matrix",
    "/cascade": "cascade",
    "/consistency": "consistency",
    "/briefings": "briefings",
    "/present": "present",
    "/about": "about",
    "/api": "api",
    "/changes": "changes",
}
# Where the search box asks; assets/search.js makes the box.
FIND = "/find"
# Pages that the header does not list, because other ways lead there.
UNLISTED = ("/national", "/cascade", "/api", "/changes")


def skip(words: Words) -> Component:
    """The link past everything that stands before the content."""
    return html.A(words("site.skip"), href=f"#{ids.MAIN}", className="skip")


def header(reading: Reading, here: str, *settings: Component) -> Component:
    """Name of the site, the pages with the one that is `here`, and the settings."""
    words = reading.words
    names = html.Div([html.H1(words("site.title")), html.P(words("site.tagline"))], className="names")
    links = [
        html.A(words(f"nav.{page}"), href=f"{path}{reading.kept}", **_current(path == here), className="page-link")
        for path, page in PAGES.items()
        if path not in UNLISTED
    ]
    return html.Header(
        [
            names,
            _search(words),
            html.Div(list(settings), className="settings"),
            html.Nav(links, className="pages", **attributes({"aria-label": words("nav.label")})),
        ],
        className="top",
    )


def _search(words: Words) -> Component:
    told = {name: words(f"find.{name}") for name in ("label", "hint", "failed")}
    asks = attributes({"data-find": FIND, **{f"data-{name}": text for name, text in told.items()}})
    return html.Div(className="find", role="search", **asks)


def _current(yes: bool) -> Any:
    return {"aria-current": "page"} if yes else {}


def language(reading: Reading, **props: Any) -> Component:
    """The link to the same page in the other language."""
    other = "zh-CN" if reading.words.lang == "en" else "en"
    return html.A(
        reading.words("site.language"), href=reading.other_language, lang=other, hrefLang=other,
        className="button plain", **props,
    )  # fmt: skip


def footer(reading: Reading, *cite: Component) -> Component:
    """How to cite the page, version of the data, credit, and what quotes and borders mean."""
    words, version = reading.words, reading.answers.store.edition()
    data = words("footer.data", version=version, sources=words.number(len(words.vocabulary["sources"])))
    changes = html.A(words("nav.changes"), href=f"/changes{reading.kept}")
    api = html.A(words("footer.api"), href=f"/api{reading.kept}")
    told = [words(f"footer.{name}") for name in ("credit", "quote", "position")]
    adding = stories(words, reading.answers.store.number(), reading.kept)
    return html.Footer(
        [*cite, _taking(words), adding, html.P([data, " ", changes]), *(html.P(text) for text in told), html.P(api)]
    )


def _taking(words: Words) -> Component:
    """Where assets/download.js says how far it is with the files that are being fetched."""
    holes = {"done": "{done}", "all": "{all}"}  # the script fills them
    names = ("begun", "done", "of", "drawing", "cancel", "cancelled")
    told = {**{name: words(f"taking.{name}", **holes) for name in names}, "failed": words("take.failed")}
    shown: Any = {"aria-live": "polite", **{f"data-{name}": text for name, text in told.items()}}
    return html.Div(id="taking", className="taking", **shown)


def lost(reading: Reading) -> Component:
    """What is shown at an address that has no page."""
    words = reading.words
    told = html.Section(
        [html.H2(words("nav.lost"), className="sentence"), html.P(words("error.lost"))], className="card"
    )
    return html.Div(
        [
            skip(words),
            header(reading, "", language(reading)),
            html.Main(told, id=ids.MAIN, tabIndex="-1"),
            footer(reading),
        ],
        className="page",
    )


def plain(
    reading: Reading, here: str, title: str, listed: Component, sections: Sequence[Component], *, cites: bool = True
) -> Component:
    """The page without a callback at the path `here`: its sections beside what is `listed`.

    Without `cites` it tells itself how to cite it.
    """
    cite = [cited(reading, here, html.Span(line(reading, title)))] if cites else []
    heading = html.H2(title, className="sentence")
    body = html.Div([listed, html.Div(list(sections), className="sections")], className="about")
    return html.Div(
        [
            skip(reading.words),
            header(reading, here, theme(reading), language(reading)),
            html.Main([heading, body], id=ids.MAIN, tabIndex="-1"),
            footer(reading, *cite),
        ],
        className="page",
    )


@dataclass(frozen=True)
class Section:
    """A part of a page that has a name of its own, a hint how to read it, and a count where it is a list."""

    id: str
    name: str
    content: Children
    hint: str = ""
    count: str = ""


def sectioned(reading: Reading, here: str, title: str, sections: Sequence[Section], *, cites: bool = True) -> Component:
    """The page without a callback at the path `here`: its sections beside the list of them."""
    items = html.Ul([html.Li(html.A(each.name, href=f"#{each.id}")) for each in sections])
    label = attributes({"aria-label": reading.words("about.contents")})
    drawn = [html.Section([*_headed(each), *each.content], id=each.id, className="card") for each in sections]
    return plain(reading, here, title, html.Nav(items, className="contents card", **label), drawn, cites=cites)


def _headed(section: Section) -> Children:
    count = [html.Span(section.count, className="count")] if section.count else []
    hint = [html.P(section.hint, className="hint")] if section.hint else []
    return [html.H2([html.Span(section.name), *count]), *hint]


def theme(reading: Reading) -> Component:
    """The link to the same page in the other colours."""
    other = "light" if reading.filters.theme == "dark" else "dark"
    return html.A(
        reading.words(f"site.theme.{other}"),
        href=reading.filters.set("theme", other).to_query(),
        className="button plain",
    )
