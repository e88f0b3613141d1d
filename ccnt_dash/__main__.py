"""What can be done from the command line? Each verb is one function of another module."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ccnt_dash.answer import Answers
from ccnt_dash.api.command import FORMATS, rows
from ccnt_dash.briefing.command import Asked, brief, keep
from ccnt_dash.briefing.command import options as of_brief
from ccnt_dash.build import BuildError, build, check
from ccnt_dash.diff import difference, opened, save, told
from ccnt_dash.export import export
from ccnt_dash.ingest.command import ingest
from ccnt_dash.ingest.command import options as of_ingest
from ccnt_dash.ingest.quality_report import measured
from ccnt_dash.noting import noted, whole
from ccnt_dash.release import release
from ccnt_dash.serve import ServeError, serve
from ccnt_dash.settings import ROOT, Settings, port
from ccnt_dash.store import Store, StoreError
from ccnt_dash.story.command import options as of_slides
from ccnt_dash.story.command import slides

# What DuckDB says when Ctrl-C stops a question.
INTERRUPTED = "Query interrupted"
PASSAGES = ROOT / "tests" / "golden" / "ingest"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0 only if it did all of it. What went wrong is printed on standard error."""
    try:
        settings = Settings.from_environment()
        options = _parser(settings).parse_args(arguments)
        return int(options.run(options, settings))
    except KeyboardInterrupt:
        return _cancelled()
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        return _cancelled()
    except BuildError as error:
        print(error, file=sys.stderr)
        print(f"not built: {_errors(error.complaints)}", file=sys.stderr)
    except (StoreError, ServeError, ValueError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        place = error.filename2 or error.filename or "file"
        print(f"{place}: {error.strerror or error}", file=sys.stderr)
    return 1


def _cancelled() -> int:
    print("cancelled; no file was left half-written", file=sys.stderr)
    return 130


def _errors(complaints: Sequence[object]) -> str:
    errors = sum(1 for each in complaints if getattr(each, "level", "error") == "error")
    return f"{errors} error{'' if errors == 1 else 's'}, {len(complaints) - errors} warnings"


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ccnt_dash", description="China's climate policies and targets on linked views."
    )
    verbs = parser.add_subparsers(title="verbs", required=True)
    for name, run, text in (
        ("build", _build, "make the database from the text files"),
        ("check", _check, "list what is wrong in the text files"),
        ("serve", _serve, "serve the dashboard"),
        ("export", _export, "write the whole data set as a data package: CSV, Parquet, DuckDB, dictionary"),
        ("rows", _rows, "print the rows of a view for the choices of a page, or write them into a file"),
        ("brief", _brief, "write a briefing on a period, or keep one with an editor's decisions"),
        ("slides", slides, "write a story as slides for PowerPoint, with charts that can be edited"),
        ("diff", _diff, "tell what was added, changed and removed between two versions of the data set"),
        ("release", _release, "give the present text files a number in the list of versions"),
        ("ingest", _ingest, "read documents and put what they promise before a person"),
        ("quality", _quality, "measure how well targets are found in passages that were read by eye"),
        ("bench", _bench, "measure speed, as ratios within one run"),
    ):
        verb = verbs.add_parser(name, help=text, description=text)
        verb.set_defaults(run=run)
        _shared(verb, name, settings)
        _options(verb, name, settings)
    return parser


def _shared(verb: argparse.ArgumentParser, name: str, settings: Settings) -> None:
    """What several verbs can be told."""
    if name in ("build", "export"):
        verb.add_argument("--open", action="store_true", help="only what sources with an open licence say")
    if name in ("build", "check", "serve", "export", "release", "brief", "slides", "quality"):
        verb.add_argument("--data", type=Path, default=settings.data, help="folder of the text files (%(default)s)")
    if name in ("build", "serve", "export", "rows", "brief", "slides"):
        verb.add_argument("--database", type=Path, default=settings.database, help="database file (%(default)s)")
    if name in ("quality", "bench"):
        verb.add_argument("--report", type=Path, help="also write the figures into this Markdown file")


def _options(verb: argparse.ArgumentParser, name: str, settings: Settings) -> None:
    """What one verb alone can be told."""
    if name == "export":
        verb.add_argument("out", type=Path, metavar="OUT", help="folder to write; an earlier export there is replaced")
    if name == "rows":
        verb.add_argument("view", metavar="VIEW", help="a view, as in the addresses of files: /take/VIEW.csv")
        verb.add_argument("query", metavar="QUERY", nargs="?", default="", help="what stands after the ? of a page")
        verb.add_argument("--format", default="csv", help=f"one of {', '.join(FORMATS)} (%(default)s)")
        verb.add_argument("--out", type=Path, help="file to write instead of printing")
    if name == "brief":
        of_brief(verb, settings)
    if name == "slides":
        of_slides(verb, settings)
    if name == "serve":
        verb.add_argument("--host", default=settings.host, help="address to listen on (%(default)s)")
        verb.add_argument("--port", default=str(settings.port), help="port to listen on (%(default)s)")
        verb.add_argument(
            "--build",
            action="store_true",
            help="build the database first if it is missing or older than the text files",
        )
    if name == "diff":
        verb.add_argument("old", type=Path, metavar="OLD", help="database file, or folder of an export")
        verb.add_argument("new", type=Path, metavar="NEW", help="database file, or folder of an export")
        verb.add_argument("--csv", type=Path, metavar="FILE", help="also write every value that differs as CSV")
        verb.add_argument("--json", type=Path, metavar="FILE", help="also write every value that differs as JSON")
    if name == "release":
        verb.add_argument("number", metavar="NUMBER", help="year.month.count, such as 2026.11.1")
        verb.add_argument("--en", required=True, help="what changed, in one English line")
        verb.add_argument("--zh", required=True, help="what changed, in one Chinese line")
    if name == "ingest":
        of_ingest(verb, settings.data, settings.inbox)
    if name == "quality":
        verb.add_argument("--passages", type=Path, default=PASSAGES, help="folder of the answers (%(default)s)")
    if name == "bench":
        verb.add_argument("--policies", type=int, default=100_000, help="size of the synthetic data set (%(default)s)")
        verb.add_argument("--only", choices=["search"], help="measure and report this part alone, without a browser")


def _build(options: argparse.Namespace, settings: Settings) -> int:
    made = build(options.data, options.database, settings.geometry, options.open)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    print(f"built {made.database}, version {made.version}, {len(made.warnings)} warnings")
    return 0


def _check(options: argparse.Namespace, settings: Settings) -> int:
    complaints = check(options.data, settings.geometry)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(_errors(complaints))
    return int(any(each.level == "error" for each in complaints))


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    chosen = replace(settings, data=options.data, database=options.database, host=options.host, port=port(options.port))
    serve(chosen, build_first=options.build)
    return 0


def _export(options: argparse.Namespace, settings: Settings) -> int:
    with TemporaryDirectory() as folder, noted(sys.stderr) as note:
        database = options.database
        if options.open:
            note("building the open data set")
            database = build(options.data, Path(folder) / "open.duckdb", settings.geometry, open_only=True).database
        tables = export(Store(database), options.out, note)
    print(f"wrote {tables} tables into {options.out}")
    return 0


def _diff(options: argparse.Namespace, settings: Settings) -> int:
    with noted(sys.stderr) as note:
        found = difference(opened(options.old), opened(options.new), note)
        for form, path in (("csv", options.csv), ("json", options.json)):
            if path:
                note(f"writing {path}")
                save(found, path, form)
    for line in told(found):
        print(line)
    return 0


def _release(options: argparse.Namespace, settings: Settings) -> int:
    checksum = release(options.data, options.number, options.en, options.zh, date.today())
    print(f"released {options.number}, checksum {checksum}; build the database again")
    return 0


def _brief(options: argparse.Namespace, settings: Settings) -> int:
    answers = Answers(Store(options.database, settings.threads), settings.assets, settings.language, settings.geometry)
    regions, sectors = tuple(options.regions), tuple(options.sectors)
    asked = Asked(options.start, options.end, regions, sectors, options.lang, options.save or options.issue)
    if options.save:
        print(keep(answers, options.data, asked, date.today()), file=sys.stderr)
    if not options.save or options.out:
        _given(brief(answers, options.data, asked, options.format, options.site), options.out)
    return 0


def _given(made: bytes, out: Path | None) -> None:
    if out:
        with whole(out) as beside:
            beside.write_bytes(made)
    else:
        sys.stdout.buffer.write(made)


def _rows(options: argparse.Namespace, settings: Settings) -> int:
    answers = Answers(Store(options.database, settings.threads), settings.assets, settings.language, settings.geometry)
    with noted(sys.stderr) as note:
        made = rows(answers, options.view, options.query, options.format, note)
    _given(made, options.out)
    return 0


def _ingest(options: argparse.Namespace, settings: Settings) -> int:
    return ingest(options)


def _quality(options: argparse.Namespace, settings: Settings) -> int:
    made = measured(options.passages, options.data)
    if options.report:
        options.report.write_text(made, encoding="utf-8")
    else:
        print(made)
    return 0


def _bench(options: argparse.Namespace, settings: Settings) -> int:
    # The bench drives a browser and is no part of an installation.
    if options.only:
        from tests.bench.searching import bench_search

        return int(bench_search(settings, options.policies, options.report))
    from tests.bench.run import bench

    return int(bench(settings, options.policies, options.report))


if __name__ == "__main__":
    sys.exit(main())
