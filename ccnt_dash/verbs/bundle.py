"""What does the verb `bundle` do? It writes a story as one file that opens in a browser without a network."""

from __future__ import annotations

import argparse
from pathlib import Path

from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    told.story(verb)
    verb.add_argument("out", type=Path, metavar="OUT", help="file to write (.html), or a folder for STORY.html")
    told.site(verb, settings)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Draw the story in both languages and themes, and write the file whole or not at all."""
    answers = told.answers(options, settings)
    found = shelf.fitting(options.data, options.story, answers)
    path = options.out if options.out.suffix == ".html" else options.out / f"{found.story}.html"
    made = bundle(answers, found, Place(settings.assets, settings.geometry, options.site))
    path.parent.mkdir(parents=True, exist_ok=True)
    told.given(made, path)
    print(f"wrote {path}")
    return 0
