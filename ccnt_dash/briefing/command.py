"""What does the verb `brief` do? It writes an issue as a file, or keeps it with an editor's decisions."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.briefing import FORMATS
from ccnt_dash.briefing.decide import known, save
from ccnt_dash.briefing.make import briefed, chosen, items
from ccnt_dash.briefing.period import period
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.briefing.write import written
from ccnt_dash.filters import Filters, month
from ccnt_dash.settings import Settings
from ccnt_dash.texts import LANGUAGES


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line; "" and () where nothing was."""

    start: str = ""
    end: str = ""
    regions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    lang: str = "en"
    name: str = ""


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """Add what the verb can be told."""
    verb.add_argument("--from", dest="start", default="", metavar="MONTH", help="first month, such as 2024-05")
    verb.add_argument("--to", dest="end", default="", metavar="MONTH", help="last month, such as 2024-08")
    for name, table in (("region", "regions"), ("sector", "sectors")):
        verb.add_argument(
            f"--{name}", dest=table, action="append", default=[], help=f"a code of {table}; may be repeated"
        )
    verb.add_argument("--lang", default=settings.language, choices=("en", "zh"), help="language (%(default)s)")
    verb.add_argument("--format", default="md", help=f"one of {', '.join(FORMATS)} (%(default)s)")
    verb.add_argument("--out", type=Path, help="file to write instead of printing")
    verb.add_argument("--issue", default="", metavar="ID", help="an issue that was kept, with its period and decisions")
    verb.add_argument(
        "--save", default="", metavar="ID", help="keep the issue in data/briefings/ID.csv, or renew it there"
    )


def brief(answers: Answers, data: Path, asked: Asked, form: str, origin: str) -> bytes:
    """The issue asked for as a file of `form`, with the decisions about it if it has a name.

    Raises ValueError naming what is wrong and what would be right, OSError where a file can't be read.
    """
    row, decisions = known(data, asked.name) if asked.name else ({}, [])
    filters = _filters(answers, asked, row)
    title = answers.words(filters).of(row, "title")
    return written(briefed(answers, filters, decisions, title), form, Sheet.of(answers, asked.lang, origin))


def keep(answers: Answers, data: Path, asked: Asked, today: date) -> str:
    """Keep the issue in the text files, or renew it there with every decision; what was done, in one line.

    Raises ValueError naming what is wrong and what would be right, OSError where a file can't be read or written.
    """
    row, decisions = known(data, asked.name)
    filters = _filters(answers, asked, row)
    found = {lang: items(answers, replace(filters, lang=lang), decisions) for lang in LANGUAGES}
    new = save(data, _row(answers, filters, asked.name, row, today), found, decisions)
    held = sum(1 for each in decisions if each.state not in ("new", "kept"))
    told = f"{len(found['en'])} items, {len(new)} of them new, {held} decisions kept"
    return f"wrote {data / 'briefings' / asked.name}.csv: {told}; build the database again to show it"


def _filters(answers: Answers, asked: Asked, row: dict[str, str]) -> Filters:
    """The choices asked for; what was not asked for is as it was kept."""
    kept = chosen(row, asked.lang) if row else Filters(lang=asked.lang)
    given = {name: getattr(asked, name) for name in ("start", "end", "regions", "sectors") if getattr(asked, name)}
    filters = replace(kept, **given)
    for name, value in (("--from", filters.start), ("--to", filters.end)):
        if not month(value):
            raise ValueError(f"{name} is {value!r}; it should be a month such as 2024-05")
    if filters.start > filters.end:
        raise ValueError(f"--from is {filters.start!r}; it should not be after --to, which is {filters.end!r}")
    _must_know(answers, "--region", "regions", filters.regions)
    _must_know(answers, "--sector", "sectors", filters.sectors)
    return filters


def _must_know(answers: Answers, option: str, table: str, codes: Sequence[str]) -> None:
    for code in codes:
        if code not in answers.vocabulary()[table]:
            raise ValueError(f"{option} is {code!r}; it should be a code of the table {table}, as in data/vocab")


def _row(answers: Answers, filters: Filters, name: str, row: dict[str, str], today: date) -> dict[str, str]:
    """The row of the issue; its titles and the day it was first kept stay."""
    titles = {}
    for lang in LANGUAGES:
        words = answers.words(replace(filters, lang=lang))
        plain = words("brief.title", period=period(filters.start, filters.end, words))
        titles[f"title_{lang}"] = row.get(f"title_{lang}") or plain
    return {
        "issue": name,
        **titles,
        "starts": filters.start,
        "ends": filters.end,
        "regions": ";".join(filters.regions),
        "sectors": ";".join(filters.sectors),
        "published": row.get("published") or today.isoformat(),
    }
