"""How does the present data set become a numbered version?"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from ccnt_dash.build import VERSIONS, version_of

NUMBER = re.compile(r"20\d\d\.([1-9]|1[0-2])\.[1-9]\d?", re.ASCII)
COLUMNS = ("number", "published", "checksum", "changes_en", "changes_zh")


def release(data: Path, number: str, changes_en: str, changes_zh: str, day: date) -> str:
    """Append the present text files in `data` to the list of versions; their checksum.

    Raises ValueError where `number` is none, is not above the last one, or the files are released already, and
    OSError where the list can't be written.
    """
    if not NUMBER.fullmatch(number):
        raise ValueError(f"{number!r} is no number of a version; write year.month.count, such as 2026.11.1")
    path, checksum = data / VERSIONS, version_of(data)
    known = _known(path)
    for each in known:
        if each["checksum"] == checksum:
            raise ValueError(f"{path}: these text files are released already, as {each['number']}")
        if _order(each["number"]) >= _order(number):
            raise ValueError(f"{path}: {each['number']} is released already; choose a number above it")
    row = dict(zip(COLUMNS, (number, day.isoformat(), checksum, changes_en, changes_zh), strict=True))
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*known, row])
    return checksum


def _known(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
