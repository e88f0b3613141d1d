"""What does the verb `brief` do? It writes a briefing on a period, or keeps one with an editor's decisions."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from ccnt_dash.briefing.command import Asked, brief, keep
from ccnt_dash.briefing.command import options as of_brief
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    of_brief(verb, settings)
    told.site(verb, settings)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Keep the issue if it was asked for, and write it."""
    answers = told.answers(options, settings)
    regions, sectors = tuple(options.regions), tuple(options.sectors)
    asked = Asked(options.start, options.end, regions, sectors, options.lang, options.save or options.issue)
    if options.save:
        print(keep(answers, options.data, asked, date.today()), file=sys.stderr)
    if not options.save or options.out:
        told.given(brief(answers, options.data, asked, options.format, options.site), options.out)
    return 0
