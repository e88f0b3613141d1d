"""What does a question from the command line hold, written down as a file of the same name would be?"""

from __future__ import annotations

from urllib.parse import parse_qs

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import FIELDS, asked
from ccnt_dash.api.problem import ProblemError
from ccnt_dash.noting import Note, quiet
from ccnt_dash.taking.extract import TAKEN, extract
from ccnt_dash.taking.files import FILES
from ccnt_dash.taking.parcel import Parcel

# Boundaries are added where a server has them.
FORMATS = tuple(form for form in FILES if form != "geojson")


def rows(answers: Answers, view: str, query: str, form: str, note: Note = quiet) -> bytes:
    """All rows of `view` for the choices in `query` (as after the question mark of a page), as a file of `form`.

    `note` is told what is done. Raises ValueError naming what is wrong, its value and what would be right, as the
    API does.
    """
    if view not in TAKEN:
        raise ValueError(f"VIEW is {view!r}; it should be one of {', '.join(TAKEN)}")
    if form not in FORMATS:
        raise ValueError(f"--format is {form!r}; it should be one of {', '.join(FORMATS)}")
    try:
        filters = asked(parse_qs(query.lstrip("?"), keep_blank_values=True), FIELDS, answers.vocabulary()).filters
    except ProblemError as problem:
        raise ValueError(problem.sentence(answers.words(answers.understood("")))) from None
    note(f"asking for {view}")
    found = extract(answers, TAKEN[view], filters)
    note(f"writing {len(found.rows):,} rows as {form}")
    return FILES[form][1](Parcel(found, answers.words(filters), "", {}))
