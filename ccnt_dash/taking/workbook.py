"""How do the rows of an extract become a workbook: sheets of data, of what they are, and of what their codes mean?"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

from ccnt_dash.taking.parcel import Parcel, harmless

LONGEST_CELL = 32_767  # of a spreadsheet
# A fixed day, so that the same rows make the same file.
MADE = datetime(2000, 1, 1)
# A vocabulary of more codes is told only as far as the rows use it.
MOST_CODES = 40
CODES = ("vocabulary", "code", "name_en", "name_zh", "definition")
# Told with their terms on the sheet before.
TOLD_ELSEWHERE = ("sources",)


def as_xlsx(parcel: Parcel) -> bytes:
    """A sheet of data, one that says what was chosen, from where, on which terms, and one of the codes used."""
    file = io.BytesIO()
    # Texts stay texts: nothing becomes a formula, a link or a number by how it looks.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": parcel.found.title, "comments": parcel.found.sentence, "created": MADE})
    bold, wraps = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    _data(book.add_worksheet(parcel.words("take.sheet.data")), parcel, bold)
    _readme(book.add_worksheet(parcel.words("take.sheet.readme")), parcel, bold, wraps)
    _codes(book.add_worksheet(parcel.words("take.sheet.codes")), parcel, bold, wraps)
    book.close()
    return file.getvalue()


def _data(sheet: Any, parcel: Parcel, bold: Any) -> None:
    meanings = {column.name: column.meaning for column in parcel.found.columns}
    for at, name in enumerate(parcel.names):
        sheet.write_string(0, at, name, bold)
        if meanings[name]:
            sheet.write_comment(0, at, meanings[name])
        longest = max((len(str(row[name])) for row in parcel.found.rows if row[name] is not None), default=0)
        sheet.set_column(at, at, max(len(name), min(longest, 50)) + 2)
    for line, row in enumerate(parcel.found.rows, 1):
        for at, name in enumerate(parcel.names):
            _cell(sheet, line, at, row[name])
    sheet.freeze_panes(1, 1)
    if parcel.names:
        sheet.autofilter(0, 0, max(1, len(parcel.found.rows)), len(parcel.names) - 1)


def _cell(sheet: Any, line: int, at: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, at, value)
    elif value is not None:
        sheet.write_string(line, at, harmless(value)[:LONGEST_CELL])


def _readme(sheet: Any, parcel: Parcel, bold: Any, wraps: Any) -> None:
    told, words = parcel.told, parcel.words
    said = ("title", "selection", "address", "version", "sources_read_until", "licence", "citation")
    lines = [(words(f"take.readme.{name}"), told[name], "") for name in said]
    lines += [(words("take.readme.notes"), words("take.readme.formulas"), "")]
    lines += [(words("take.readme.sources"), "", "")]
    lines += [
        (each["source_id"], f"{each['title']} ({each['publisher']}) {each['url']}", each["licence"])
        for each in told["sources"]
    ]
    lines += [(words("take.readme.columns"), "", "")]
    lines += [(each["name"], each["meaning"], "") for each in told["columns"]]
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 2, 50)
    for line, (name, *values) in enumerate(lines):
        sheet.write_string(line, 0, name, bold)
        for at, value in enumerate(values, 1):
            sheet.write_string(line, at, harmless(value), wraps)


def _codes(sheet: Any, parcel: Parcel, bold: Any, wraps: Any) -> None:
    """What the codes in the columns mean, in both languages."""
    for at, name in enumerate(CODES):
        sheet.write_string(0, at, parcel.words(f"take.codes.{name}"), bold)
        sheet.set_column(at, at, (20, 28, 40, 40, 90)[at])
    for line, row in enumerate(_used(parcel), 1):
        for at, name in enumerate(CODES):
            sheet.write_string(line, at, harmless(row[name]), wraps)
    sheet.freeze_panes(1, 2)


def _used(parcel: Parcel) -> Iterator[dict[str, str]]:
    """The codes of each vocabulary that a column has codes of, in the order of the vocabulary."""
    words, used = parcel.words, _by_vocabulary(parcel)
    for table, codes in used.items():
        known = words.vocabulary[table]
        for code, row in known.items():
            if code in codes or len(known) <= MOST_CODES:
                names = {name: str(row[name] or "") for name in ("name_en", "name_zh")}
                yield {"vocabulary": table, "code": code, **names, "definition": _defined(row, words.lang)}


def _by_vocabulary(parcel: Parcel) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for column in parcel.found.columns:
        if column.codes and column.codes not in TOLD_ELSEWHERE:
            held = (str(row[column.name]) for row in parcel.found.rows if row[column.name] is not None)
            found.setdefault(column.codes, set()).update(code for value in held for code in value.split(";"))
    return found


def _defined(row: Mapping[str, Any], lang: str) -> str:
    """The definition of a code, of a unit its symbol, of a sign how it is written."""
    told = (row.get(name) for name in (f"definition_{lang}", f"symbol_{lang}", "sign"))
    return next((str(each) for each in told if each), "")
