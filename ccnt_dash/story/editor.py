"""Where does somebody make a story of her own? The page around the scripts that do it, and a check of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from markupsafe import Markup

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.adding import EDITOR
from ccnt_dash.pages.embed import is_chart, plotly_of
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import tag
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.page import HOME, SCRIPTS, STYLES, held, page, spoken
from ccnt_dash.story.sent import answered, received
from ccnt_dash.story.story import KINDS, MARKS, MOST_MARKS, MOST_SLIDES, StoryError
from ccnt_dash.taking.extract import TAKEN
from ccnt_dash.texts import Words

CHECK = f"{HOME}/check"
PREFIX = "story.edit."
STYLED = ("present", "story_edit")
RUN = (
    "story_store", "present_marks", "present_slide", "story_edit", "story_edit_list", "story_edit_form",
    "story_edit_shows", "story_edit_stage", "story_edit_preview", "story_edit_marks", "story_edit_arrows",
    "story_edit_files", "story_edit_begin",
)  # fmt: skip


def serve_editor(server: Flask, answers: Answers, settings: Settings) -> None:
    """Answer /present/edit, and /present/check with what is wrong in a file; nothing is kept here."""
    plotly = plotly_of(settings.assets)

    def editor() -> str:
        filters = answers.understood(request.query_string.decode("utf-8", "replace"))
        return edited(Reading(answers, filters), settings.data, plotly)

    server.add_url_rule(EDITOR, view_func=editor, endpoint="story-editor")
    server.add_url_rule(CHECK, view_func=lambda: _checked(answers), endpoint="story-check", methods=["POST"])


def _checked(answers: Answers) -> Response:
    """The story of a file with what does not fit the data set; 422 with the lines that are wrong, 413 if too large."""
    found = received(request, request.args.get("name", "")[:80] or "story")
    if isinstance(found, Response):
        return found
    return answered({"record": found.record(), "misfits": shelf.misfits(found, answers)})


def edited(reading: Reading, data: Path, plotly: str) -> str:
    """The page where stories are made, for a reader; the scripts fill it."""
    words: Words = reading.words
    content = [
        tag("h2", words("story.edit.title"), class_="sentence"),
        tag("p", words("story.edit.hint"), class_="hint"),
        tag("noscript", tag("p", words("story.edit.noscript"), class_="failed")),
        tag("div", _shelf(words), _story(words), _bench(words), id="making", class_="making", hidden=True),
        held({"editor": _known(reading, data)}),
    ]
    return page(
        reading, content, words("story.edit.title"), scripts=(*SCRIPTS, plotly, *RUN), styles=(*STYLES, *STYLED)
    )


def _known(reading: Reading, data: Path) -> dict[str, Any]:
    """What the scripts know: texts, views, kinds, places, shipped stories."""
    words: Words = reading.words
    regions = words.vocabulary["regions"]
    return {
        "lang": words.lang,
        "untitled": words("story.add.untitled"),
        "kept": reading.kept,
        "theme": reading.filters.theme,
        "number": reading.answers.store.number(),
        "texts": {key.removeprefix(PREFIX): text for key, text in words.texts.items() if key.startswith(PREFIX)},
        "player": spoken(words),
        "views": [_view(reading, name) for name in TAKEN],
        "kinds": KINDS,
        "marks": MARKS,
        "most": {"slides": MOST_SLIDES, "marks": MOST_MARKS},
        "places": [{"code": code, "name": words.place(code)} for code in regions if code != "100000"],
        "shipped": _shipped(data, words.lang),
    }


def _view(reading: Reading, name: str) -> dict[str, Any]:
    """A view as it can be chosen: is it drawn as a chart, and are its marks places?"""
    view = TAKEN[name]
    chart = is_chart(reading.answers.drawn(view, Filters(lang=reading.filters.lang)))
    named = f"story.edit.view.{name}"  # charts are named where they stand by what they show, which changes
    told = {
        "view": name,
        "name": reading.words(named if named in reading.words.texts else f"view.{name}"),
        "chart": chart,
    }
    return {**told, "places": chart and view.writes == "regions", "of": view.of or ""}


def _shipped(data: Path, lang: str) -> list[dict[str, str]]:
    """The stories that come with the site; those that can't be read are told of where stories are listed."""
    found = []
    for name in shelf.names(data):
        try:
            told = shelf.find(data, name)
        except (StoryError, OSError):
            continue
        if told:
            found.append({"story": name, "title": told.title.of(lang)})
    return found


def _button(words: Words, name: str, **more: Any) -> Markup:
    return tag("button", words(f"story.edit.{name}"), type="button", class_="button plain", data_does=name, **more)


def _shelf(words: Words) -> Markup:
    """Which story, and what can be done with it as a whole."""
    choose = tag("select", id="story-choose", class_="button")
    ways = [
        _button(words, "fresh"),
        tag("label", words("story.edit.open"), class_="button plain", for_="story-open"),
        tag("input", type="file", id="story-open", accept=".json,application/json", class_="unseen"),
        tag("select", id="story-shipped", class_="button", aria_label=words("story.edit.shipped")),
    ]
    present = tag("a", words("story.edit.present"), id="story-present", class_="button clear", href=f"{HOME}/draft")
    takes = [present, *(_button(words, name) for name in ("download", "pptx", "remove"))]
    return tag(
        "section",
        tag("div", tag("label", words("story.edit.choose"), for_="story-choose"), choose, *ways, class_="row"),
        tag("div", *takes, class_="row", id="story-takes"),
        tag("div", id="story-said", class_="said", role="status"),
        tag("div", id="story-wrong", role="alert"),
        class_="card",
        aria_label=words("story.edit.stories"),
    )


def _story(words: Words) -> Markup:
    inner = tag("div", id="story-about", class_="fields")
    return tag("details", tag("summary", words("story.edit.about")), inner, class_="card", id="story-itself")


def _bench(words: Words) -> Markup:
    """The slides, and the one in hand."""
    kinds = [tag("option", words(f"story.edit.kind.{kind}"), value=kind) for kind in KINDS]
    add = tag("select", *kinds, id="slide-kind", class_="button", aria_label=words("story.edit.kind"))
    listed = tag(
        "section",
        tag("h2", words("story.edit.slides")),
        tag("ol", id="story-slides", class_="slides"),
        tag("p", words("story.edit.none"), id="story-none", class_="hint", hidden=True),
        tag("div", add, _button(words, "add"), class_="row"),
        class_="card",
    )
    preview = tag(
        "section",
        tag("h2", tag("span", id="slide-number"), tag("span", words("story.edit.preview"), class_="kicker")),
        tag("div", id="slide-preview", class_="preview"),
        tag("div", id="slide-trouble", role="status", class_="hint"),
        tag("div", id="mark-tools", class_="row", role="group", aria_label=words("story.edit.marks")),
        tag("div", id="slide-marks"),
        class_="card",
    )
    form = tag("section", id="slide-form", class_="card fields")
    return tag("div", listed, tag("div", preview, form, class_="hand"), class_="bench", id="story-bench")
