"""What does the verb `slides` do? It writes a story as slides for PowerPoint, or as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from ccnt_dash.filters import Filters
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.story.printed import printed
from ccnt_dash.story.slides import pptx
from ccnt_dash.verbs import told

PPTX, PDF = ".pptx", ".pdf"


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    told.story(verb)
    verb.add_argument("out", type=Path, metavar="OUT", help=f"file to write ({PPTX}; {PDF}, which a browser prints)")
    verb.add_argument("--lang", default=settings.language, choices=("en", "zh"), help="language (%(default)s)")
    verb.add_argument("--theme", default="light", choices=("light", "dark"), help="colours (%(default)s)")
    told.site(verb, settings)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Draw the story and write the file whole or not at all."""
    form = options.out.suffix.lower()
    if form not in (PPTX, PDF):
        raise ValueError(f"OUT is {str(options.out)!r}; it should end in {PPTX} or {PDF}")
    answers = told.answers(options, settings)
    found = shelf.fitting(options.data, options.story, answers)
    if form == PDF:
        place = Place(settings.assets, settings.geometry, options.site)
        made = printed(bundle(answers, found, place, Filters(lang=options.lang, theme=options.theme)))
    else:
        made = pptx(deck(answers, found, Worn(options.lang, options.theme, options.site)), answers)
    told.given(made, options.out)
    print(f"wrote {options.out}")
    return 0
