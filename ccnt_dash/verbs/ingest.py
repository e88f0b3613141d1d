"""What does the verb `ingest` do? It reads documents and puts what they promise before a person."""

from __future__ import annotations

import argparse

from ccnt_dash.ingest.command import ingest
from ccnt_dash.ingest.command import options as of_ingest
from ccnt_dash.settings import Settings


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    of_ingest(verb, settings.data, settings.inbox)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Read all of them."""
    return ingest(options)
