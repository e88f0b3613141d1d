"""What happens when the program is called from the command line? One verb runs, and what went wrong is told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from ccnt_dash.noting import ToldError
from ccnt_dash.settings import Settings
from ccnt_dash.verbs import VERBS

# What DuckDB says when Ctrl-C stops a question.
INTERRUPTED = "Query interrupted"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0 only if it did all of it. What went wrong is printed on standard error."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        settings = Settings.from_environment()
        options = _parser(given, settings).parse_args(given)
        return int(options.run(options, settings))
    except KeyboardInterrupt:
        return _cancelled()
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        return _cancelled()
    except (ToldError, ValueError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        place = error.filename2 or error.filename or "file"
        print(f"{place}: {error.strerror or error}", file=sys.stderr)
    return 1


def _cancelled() -> int:
    print("cancelled; no file was left half-written", file=sys.stderr)
    return 130


def _parser(given: Sequence[str], settings: Settings) -> argparse.ArgumentParser:
    """Knows all verbs, and of the one that is asked for what it can be told."""
    parser = argparse.ArgumentParser(
        prog="python -m ccnt_dash", description="China's climate policies and targets on linked views."
    )
    verbs = parser.add_subparsers(title="verbs", required=True)
    asked = next((each for each in given if each in VERBS), "")
    for name, text in VERBS.items():
        verb = verbs.add_parser(name, help=text, description=text)
        if name == asked:
            module = import_module(f"ccnt_dash.verbs.{name}")
            verb.set_defaults(run=module.run)
            module.options(verb, settings)
    return parser


if __name__ == "__main__":
    sys.exit(main())
