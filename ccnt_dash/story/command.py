"""What does the verb `slides` do? It writes a story of the data folder, or of a file, as slides."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.noting import whole
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store
from ccnt_dash.story import shelf
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.story import Story, StoryError

SUFFIX = ".pptx"


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """Add what the verb can be told."""
    verb.add_argument("story", metavar="STORY", help="name of a story in data/stories, or a story file")
    verb.add_argument("out", type=Path, metavar="OUT", help=f"file to write, ending in {SUFFIX}")
    verb.add_argument("--lang", default=settings.language, choices=("en", "zh"), help="language (%(default)s)")
    verb.add_argument("--theme", default="light", choices=("light", "dark"), help="colours (%(default)s)")
    address = f"http://{settings.host}:{settings.port}"
    verb.add_argument("--site", default=address, metavar="URL", help="where links lead to (%(default)s)")


def slides(told: argparse.Namespace, settings: Settings) -> int:
    """Write the file that was asked for; 0.

    Raises ValueError naming what is wrong and what would be right, OSError where a file can't be read or written.
    """
    if told.out.suffix.lower() != SUFFIX:
        raise ValueError(f"OUT is {str(told.out)!r}; it should end in {SUFFIX}")
    chosen = replace(settings, data=told.data, database=told.database)
    answers = Answers(Store(chosen.database, chosen.threads), chosen.assets, chosen.language, chosen.geometry)
    made = pptx(deck(answers, asked(told.story, chosen.data, answers), Worn(told.lang, told.theme, told.site)), answers)
    with whole(told.out) as beside:
        beside.write_bytes(made)
    return 0


def asked(name: str, data: Path, answers: Answers) -> Story:
    """The story of that name or in that file; StoryError where there is none or it does not fit the data set."""
    path = Path(name)
    found = shelf.read(path) if path.suffix == ".json" else shelf.find(data, name)
    if found is None:
        known = ", ".join(shelf.names(data)) or "none yet"
        raise StoryError(f"STORY is {name!r}; it should be a story file (.json) or one of {known}")
    lost = shelf.misfits(found, answers)
    if lost:
        raise StoryError("\n".join(lost))
    return found
