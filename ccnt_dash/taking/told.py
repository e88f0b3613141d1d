"""What does a question from the command line hold, written down as a file of the same name would be?"""

from __future__ import annotations

from dataclasses import fields
from urllib.parse import parse_qsl

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.taking.files import FILES, Parcel

# Boundaries are added where a server has them.
FORMATS = tuple(form for form in FILES if form != "geojson")


def rows(answers: Answers, view: str, query: str, form: str) -> bytes:
    """All rows of `view` for the choices in `query` (as after the question mark of a page), as a file of `form`.

    Raises ValueError naming what is wrong, its value and what would be right; unlike a page, nothing is dropped.
    """
    if view not in TAKEN:
        raise ValueError(f"VIEW is {view!r}; it should be one of {', '.join(TAKEN)}")
    if form not in FORMATS:
        raise ValueError(f"--format is {form!r}; it should be one of {', '.join(FORMATS)}")
    filters = answers.understood(query)
    _whole(query, filters)
    found = extract(answers, TAKEN[view], filters)
    return FILES[form][1](Parcel(found, answers.words(filters), "", {}))


def _whole(query: str, filters: Filters) -> None:
    """Complain if a part of the query was not understood."""
    known = {each.name: each.default for each in fields(Filters)}
    kept = dict(parse_qsl(filters.to_query().lstrip("?")))
    for name, value in parse_qsl(query.lstrip("?"), keep_blank_values=True):
        if name not in known:
            raise ValueError(f"QUERY has {name!r}; it should be one of {', '.join(known)}")
        wanted = {part for part in value.split(",") if part}
        if wanted - set(kept.get(name, str(known[name])).split(",")):
            raise ValueError(f"{name} is {value!r}; of that only {kept.get(name, '')!r} was understood")
