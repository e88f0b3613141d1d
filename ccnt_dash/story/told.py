"""How does a browser learn what a story shows? A deck as plain JSON, figures ready for Plotly."""

from __future__ import annotations

from typing import Any

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.embed import around
from ccnt_dash.pages.sheet import GRAPH
from ccnt_dash.store import parameters
from ccnt_dash.story.deck import Deck, Drawn, Leaf
from ccnt_dash.story.story import Mark
from ccnt_dash.story.table import Table
from ccnt_dash.taking.extract import TAKEN
from ccnt_dash.views import VIEWS
from ccnt_dash.views.base import bare

Told = dict[str, Any]
# What can be chosen while a slide is shown, and which view counts the options that are not always the same.
LIVE = ("regions", "sectors", "years", "indicator")
COUNTED = {"regions": "regions", "years": "years", "indicator": "indicators"}


def told(deck: Deck) -> Told:
    """A deck: {story, title, about, lang, theme, version, slides}, texts in its language.

    A slide is {kind, title, note, speaker, marks, sources, shows}; each of `shows` is {view, title, selection, credit,
    boundaries, page, query, data, writes, honours, stale, signs, figure or None, table or None}, with `height` in px
    where the figure wants one. `honours` are the fields of `LIVE` that the view follows.
    """
    return {
        "story": deck.story.story,
        "title": deck.title,
        "about": deck.about,
        "lang": deck.lang,
        "theme": deck.theme,
        "version": deck.version,
        "slides": [_slide(leaf) for leaf in deck.leaves],
    }


def _slide(leaf: Leaf) -> Told:
    return {
        "kind": leaf.slide.kind,
        "title": leaf.title,
        "note": leaf.note,
        "speaker": leaf.speaker,
        "marks": [_mark(mark, leaf.lang) for mark in leaf.marks],
        "sources": list(leaf.sources),
        "shows": [_show(each, leaf, at) for at, each in enumerate(leaf.shows)],
    }


def _mark(mark: Mark, lang: str) -> Told:
    return {**mark.record(), "text": mark.text.of(lang)}


def _show(each: Drawn, leaf: Leaf, at: int) -> Told:
    shown: Told = {
        "view": each.extract.view,
        "title": each.title,
        "selection": each.selection,
        "credit": each.credit,
        "boundaries": each.boundaries,
        "page": each.page,
        "query": each.filters.to_query(),
        "data": leaf.slide.shows[at].data,
        "writes": TAKEN[each.extract.view].writes or "",
        "honours": honours(each.extract.view, each.filters),
        "stale": each.stale,
        "signs": [dict(sign) for sign in each.signs],
        "figure": {**bare(each.figure), "config": GRAPH} if each.figure else None,
        "table": _table(each.table) if each.table else None,
    }
    height = around(each.figure).get("height")
    return {**shown, "height": height} if height else shown


def honours(view: str, filters: Filters) -> list[str]:
    """Which of the fields of `LIVE` the view asks or writes."""
    found = TAKEN[view]
    asked = parameters(found.asks(filters.metric))
    return [name for name in LIVE if name in asked or name == found.writes]


def _table(table: Table) -> Told:
    return {"headings": list(table.headings), "rows": [list(row) for row in table.rows], "more": table.more}


def choices(answers: Answers, lang: str) -> Told:
    """What can be chosen for each field of `LIVE` in the whole data set, as {field: [{value, label}]}."""
    filters = Filters(lang=lang)
    words = answers.words(filters)
    sectors = [{"value": code, "label": words.name("sectors", code)} for code in words.vocabulary["sectors"]]
    found = {field: answers.drawn(VIEWS[view], filters) for field, view in COUNTED.items()}
    counted = {
        field: [{"value": str(each["value"]), "label": each["label"]} for each in options if each["n"]]
        for field, options in found.items()
    }
    return {field: sectors if field == "sectors" else counted[field] for field in LIVE}
