"""What do the verbs of stories do? They write a story as a file that can be carried away."""

from __future__ import annotations

import argparse
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.noting import whole
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.story.story import Story, StoryError


def of_bundle(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """Add what the verb `bundle` can be told."""
    verb.add_argument("story", metavar="STORY", help="the name of a story in data/stories, or the path of a file")
    verb.add_argument("out", type=Path, metavar="OUT", help="file to write (.html), or a folder for STORY.html")
    address = f"http://{settings.host}:{settings.port}"
    verb.add_argument("--site", default=address, metavar="URL", help="where links lead to (%(default)s)")


def told(answers: Answers, data: Path, name: str) -> Story:
    """The story of that name or path, which fits the data set.

    Raises StoryError with every line that is wrong, OSError where the file can't be read.
    """
    found = shelf.find(data, name) if shelf.NAME.fullmatch(name) else shelf.read(Path(name))
    if found is None:
        known = ", ".join(shelf.names(data)) or "none"
        raise StoryError(f"STORY is {name!r}; it should be one of {known}, or the path of a file")
    wrong = shelf.misfits(found, answers)
    if wrong:
        raise StoryError("\n".join(wrong))
    return found


def write_bundle(answers: Answers, settings: Settings, name: str, out: Path, origin: str) -> Path:
    """Write the story as one file without network, whole or not at all; the path of the file."""
    found = told(answers, settings.data, name)
    path = out if out.suffix == ".html" else out / f"{found.story}.html"
    made = bundle(answers, found, Place(settings.assets, settings.geometry, origin))
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as beside:
        beside.write_bytes(made)
    return path
