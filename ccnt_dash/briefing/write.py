"""In which formats can an issue be taken away?"""

from __future__ import annotations

from collections.abc import Callable

from ccnt_dash.briefing.issue import Issue
from ccnt_dash.briefing.mail import mail
from ccnt_dash.briefing.markdown import markdown
from ccnt_dash.briefing.paper import paper
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.briefing.word import word

Write = Callable[[Issue, Sheet], bytes]

# Format -> its media type and its writer.
FORMATS: dict[str, tuple[str, Write]] = {
    "md": ("text/markdown", markdown),
    "html": ("text/html", mail),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word),
    "pdf": ("application/pdf", paper),
}


def written(issue: Issue, form: str, sheet: Sheet) -> bytes:
    """The issue as a file of `form`; ValueError names a format that there is not."""
    if form not in FORMATS:
        raise ValueError(f"--format is {form!r}; it should be one of {', '.join(FORMATS)}")
    return FORMATS[form][1](issue, sheet)
