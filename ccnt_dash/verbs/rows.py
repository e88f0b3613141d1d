"""What does the verb `rows` do? It prints the rows of a view for the choices of a page, or writes them into a file."""

from __future__ import annotations

import argparse
import sys

from ccnt_dash.api.command import FORMATS, rows
from ccnt_dash.noting import noted
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.database(verb, settings)
    verb.add_argument("view", metavar="VIEW", help="a view, as in the addresses of files: /take/VIEW.csv")
    verb.add_argument("query", metavar="QUERY", nargs="?", default="", help="what stands after the ? of a page")
    verb.add_argument("--format", default="csv", help=f"one of {', '.join(FORMATS)} (%(default)s)")
    told.out(verb)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ask, and print or write what was found."""
    with noted(sys.stderr) as note:
        made = rows(told.answers(options, settings), options.view, options.query, options.format, note)
    told.given(made, options.out)
    return 0
