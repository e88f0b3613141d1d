"""What does the verb `build` do? It makes the database from the text files."""

from __future__ import annotations

import argparse
import sys

from ccnt_dash.build import build
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    told.open_only(verb)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Build, and tell what was found wanting."""
    made = build(options.data, options.database, settings.geometry, options.open)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    print(f"built {made.database}, version {made.version}, {len(made.warnings)} warnings")
    return 0
