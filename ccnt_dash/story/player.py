"""What is on the page that presents a story, before its scripts draw the slides?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.written import tag
from ccnt_dash.story.page import HOME, PAGE, held, linked, spoken
from ccnt_dash.texts import LANGUAGES

STYLES = ("theme", "layout", "present", "present_bar", "present_print")
# In the order in which they are run; all of them also stand in the file that needs no network.
SCRIPTS = (
    "charts", "sheet", "present_deck", "present_marks", "present_slide", "present_player", "present_overview",
    "present_bar", "present_keys", "present_live", "present_speaker", "present_take",
)  # fmt: skip
BODY = "present"
# Chromium asks for an icon of its own again at every change of the address.
ICON = "data:,"


def player(
    answers: Answers, filters: Filters, title: str, decks: Sequence[dict[str, Any]], plotly: str, **way: str
) -> Markup:
    """The page of a story whose `decks` are those that stand in it already; `way` says where others come from.

    `way` may hold `deck`, the address of the deck in another language or theme, and `draft`, where a record is posted.
    """
    return PAGE.format(
        lang=LANGUAGES[answers.words(filters).lang],
        theme=filters.theme or "light",
        title=title,
        tells=title,
        head=linked(STYLES, (plotly, *SCRIPTS)),
        kind=BODY,
        icon=ICON,
        content=content(answers, filters, decks, way),
    )


def content(answers: Answers, filters: Filters, decks: Sequence[dict[str, Any]], way: dict[str, str]) -> Markup:
    """The body of the player: an empty stage, and what its scripts read."""
    words = {lang: spoken(answers.words(Filters(lang=lang))) for lang in LANGUAGES}
    lang = answers.words(filters).lang
    setup = {**way, "home": HOME, "lang": lang, "theme": filters.theme}
    main = tag("main", id="stage", tabindex="-1", aria_label=answers.words(filters)("nav.present"))
    lost = tag("noscript", tag("p", answers.words(filters)("site.noscript")))
    return Markup("\n").join(
        [main, lost, held({"present-setup": setup, "present-words": words, "present-decks": list(decks)})]
    )
