"""Who finds candidates in a text of which language?"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ccnt_dash.ingest.candidate import Candidate, Source

Finder = Callable[[Source], list[Candidate]]
LANGUAGES = ("en", "zh")


def finders(data: Path) -> dict[str, Finder]:
    """Language -> what finds candidates in its texts, knowing the words and rules in the folder `data`.

    Each language is a package beside this module with a function `finder(data)`.
    """
    names = {lang: f"{__package__}.{lang}" for lang in LANGUAGES}
    return {lang: import_module(name).finder(data) for lang, name in names.items() if find_spec(name)}
