"""What does the verb `diff` do? It tells what was added, changed and removed between two versions of the data set."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ccnt_dash.diff import difference, opened, save
from ccnt_dash.diff import told as lines
from ccnt_dash.noting import noted
from ccnt_dash.settings import Settings


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    verb.add_argument("old", type=Path, metavar="OLD", help="database file, or folder of an export")
    verb.add_argument("new", type=Path, metavar="NEW", help="database file, or folder of an export")
    verb.add_argument("--csv", type=Path, metavar="FILE", help="also write every value that differs as CSV")
    verb.add_argument("--json", type=Path, metavar="FILE", help="also write every value that differs as JSON")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Compare, print and write."""
    with noted(sys.stderr) as note:
        found = difference(opened(options.old), opened(options.new), note)
        for form, path in (("csv", options.csv), ("json", options.json)):
            if path:
                note(f"writing {path}")
                save(found, path, form)
    for line in lines(found):
        print(line)
    return 0
