"""What does the verb `release` do? It gives the present text files a number in the list of versions."""

from __future__ import annotations

import argparse
from datetime import date

from ccnt_dash.release import release
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    verb.add_argument("number", metavar="NUMBER", help="year.month.count, such as 2026.11.1")
    verb.add_argument("--en", required=True, help="what changed, in one English line")
    verb.add_argument("--zh", required=True, help="what changed, in one Chinese line")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Add the version to the list."""
    checksum = release(options.data, options.number, options.en, options.zh, date.today())
    print(f"released {options.number}, checksum {checksum}; build the database again")
    return 0
