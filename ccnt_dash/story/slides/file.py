"""How does a deck become a file of an office program, with charts that can be edited there?"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.oxml.ns import qn

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import Screen, look
from ccnt_dash.story.deck import Deck
from ccnt_dash.story.slides.page import fill
from ccnt_dash.story.slides.pen import TONGUES, Ink, element, paragraphs
from ccnt_dash.story.slides.sheet import Sheet
from ccnt_dash.story.slides.theme import blank, numbered

NOTES = 14.0
# Pages of notes are paper, whatever the theme.
PAPER = Screen("light")


def pptx(deck: Deck, answers: Answers) -> bytes:
    """The deck as PPTX; `answers` are those it was made from, they know the look, the words and the boundaries.

    Raises OSError where boundaries can't be read.
    """
    geometry = answers.geometry or answers.assets / "geo"
    style = look(answers.assets, geometry, Screen(deck.theme, large=True), deck.lang)
    words = answers.words(Filters(lang=deck.lang))
    made = blank(style, deck.theme)
    for leaf in deck.leaves:
        slide = made.slides.add_slide(made.slide_layouts[0])
        fill(Sheet(slide, style, words), leaf, deck, geometry)
        if leaf.slide.kind != "cover":
            numbered(slide, deck.lang, style["muted"])
        if leaf.speaker:
            ink = look(answers.assets, geometry, PAPER, deck.lang)["ink"]
            _spoken(slide, leaf.speaker, Ink(NOTES, ink), deck.lang)
    core = made.core_properties
    core.title, core.subject, core.language = deck.title, deck.about, TONGUES[deck.lang]
    core.author, core.keywords, core.comments = words("site.title"), deck.version, ""
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _spoken(slide: Any, text: str, ink: Ink, lang: str) -> None:
    """Put what the speaker reads onto the page of notes."""
    body = slide.notes_slide.notes_text_frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for paragraph in list(element(f"<a:body>{paragraphs(text, ink, lang)}</a:body>")):
        body.append(paragraph)
