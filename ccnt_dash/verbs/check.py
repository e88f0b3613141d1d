"""What does the verb `check` do? It lists what is wrong in the text files."""

from __future__ import annotations

import argparse
import sys

from ccnt_dash.build import check, counted
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Check, and print every complaint."""
    complaints = check(options.data, settings.geometry)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(counted(complaints))
    return int(any(each.level == "error" for each in complaints))
