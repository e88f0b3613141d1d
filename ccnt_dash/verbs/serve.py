"""What does the verb `serve` do? It serves the dashboard."""

from __future__ import annotations

import argparse
from dataclasses import replace

from ccnt_dash.serve import serve
from ccnt_dash.settings import Settings, port
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.data(verb, settings)
    told.database(verb, settings)
    verb.add_argument("--host", default=settings.host, help="address to listen on (%(default)s)")
    verb.add_argument("--port", default=str(settings.port), help="port to listen on (%(default)s)")
    verb.add_argument(
        "--build", action="store_true", help="build the database first if it is missing or older than the text files"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until it is stopped."""
    chosen = replace(settings, data=options.data, database=options.database, host=options.host, port=port(options.port))
    serve(chosen, build_first=options.build)
    return 0
