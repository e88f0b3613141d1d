"""What does the verb `quality` do? It measures how well targets are found in passages that were read by eye."""

from __future__ import annotations

import argparse
from pathlib import Path

from ccnt_dash.ingest.quality_report import measured
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.verbs import told

PASSAGES = ROOT / "tests" / "golden" / "ingest"


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.report(verb)
    verb.add_argument("--passages", type=Path, default=PASSAGES, help="folder of the answers (%(default)s)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Measure, and print or write the report."""
    made = measured(options.passages, options.data)
    if options.report:
        options.report.write_text(made, encoding="utf-8")
    else:
        print(made)
    return 0
