"""What can several verbs be told, and what do they do with it?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.noting import whole
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store


def data(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """--data."""
    verb.add_argument("--data", type=Path, default=settings.data, help="folder of the text files (%(default)s)")


def database(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """--database."""
    verb.add_argument("--database", type=Path, default=settings.database, help="database file (%(default)s)")


def open_only(verb: argparse.ArgumentParser) -> None:
    """--open."""
    verb.add_argument("--open", action="store_true", help="only what sources with an open licence say")


def report(verb: argparse.ArgumentParser) -> None:
    """--report."""
    verb.add_argument("--report", type=Path, help="also write the figures into this Markdown file")


def story(verb: argparse.ArgumentParser) -> None:
    """STORY."""
    verb.add_argument("story", metavar="STORY", help="the name of a story in data/stories, or the path of a file")


def site(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """--site."""
    address = f"http://{settings.host}:{settings.port}"
    verb.add_argument("--site", default=address, metavar="URL", help="where links lead to (%(default)s)")


def out(verb: argparse.ArgumentParser) -> None:
    """--out."""
    verb.add_argument("--out", type=Path, help="file to write instead of printing")


def answers(options: argparse.Namespace, settings: Settings) -> Answers:
    """The answers of the database that was named."""
    store = Store(options.database, settings.threads)
    return Answers(store, settings.assets, settings.language, settings.geometry)


def given(made: bytes, path: Path | None) -> None:
    """Write into the file that was named, or print."""
    if path:
        with whole(path) as beside:
            beside.write_bytes(made)
    else:
        sys.stdout.buffer.write(made)
