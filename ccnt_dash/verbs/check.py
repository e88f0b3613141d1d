"""What does the verb `check` do? It lists what is wrong in the text files and in the stories."""

from __future__ import annotations

import argparse
import sys

from ccnt_dash.build import check, counted
from ccnt_dash.settings import Settings
from ccnt_dash.story import shelf
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Check, and print every complaint; stories also against the database where it is one of just these files."""
    complaints = check(options.data, settings.geometry)
    stories = shelf.checked(options.data, options.database, settings.assets)
    for line in (*complaints, *stories):
        print(line, file=sys.stderr)
    print(counted(complaints) + (f", {len(stories)} wrong in stories" if stories else ""))
    return int(bool(stories) or any(each.level == "error" for each in complaints))
