"""How is a view or a record cited: as text, BibTeX, RIS and CSL-JSON, in the reader's language?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ccnt_dash.taking.extract import Extract
from ccnt_dash.texts import LANGUAGES, Words

# What TeX takes for a command -> how it is written as a sign.
TEX = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True)
class Work:
    """What is cited. `issued` and `read` are dates as precise as known: YYYY, YYYY-MM, YYYY-MM-DD or "".

    `report` tells a document from an extract of the data set; `authors` are bodies, named in whole.
    """

    id: str
    title: str
    authors: tuple[str, ...]
    issued: str
    read: str
    publisher: str
    version: str
    url: str
    note: str
    lang: str
    report: bool = False


def work(found: Extract, words: Words, address: str) -> Work:
    """An extract of the data set as a work; `address` shows it again."""
    site = words("site.title")
    return Work(
        f"ccnt-{found.view}-{found.version}",
        words("cite.title", title=found.title, selection=found.sentence),
        (site,),
        found.read[:4],
        found.read,
        site,
        found.version,
        address,
        words("cite.note", version=found.version, date=found.read),
        found.lang,
    )


def record(row: Mapping[str, Any], words: Words, version: str, read: str, address: str) -> Work:
    """A policy as a work: its own title, issuers and date, with the record that it was found in; `row` is extracted."""
    issuers = tuple(words.name("issuers", code) for code in (row["issuers"] or "").split(";") if code)
    place = words.name("regions", row["region"])
    return Work(
        row["key"],
        words.of(row, "title"),
        issuers or (place,),
        row["published"] or "",
        read,
        words("site.title"),
        version,
        row["url"] or address,
        words("cite.record", record=row["key"], version=version, address=address),
        words.lang,
        report=True,
    )


def text(cited: Work, words: Words) -> str:
    """One line to paste."""
    authors = words.listed(cited.authors)
    date = cited.issued or words("absent.date")
    kind = "report" if cited.report else "data"
    # A record without an address of its own document is known by that of its page, which the note has.
    url = "" if cited.url in cited.note else cited.url
    said = words(f"cite.text.{kind}", authors=authors, date=date, title=cited.title, note=cited.note, address=url)
    return _line(said)


def bibtex(cited: Work, words: Words) -> str:
    """An entry for LaTeX, in UTF-8; titles and bodies are braced so that no style lowers or splits them."""
    year, _, month = cited.issued.partition("-")
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in cited.authors),
        "year": year,
        "month": month[:2],
        "institution" if cited.report else "howpublished": "" if cited.report else _tex(cited.publisher),
        "version": _tex(cited.version),
        "url": cited.url,
        "urldate": cited.read,
        "note": _tex(cited.note),
        "langid": "english" if cited.lang == "en" else "chinese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9-]+", "-", cited.id)
    return "\n".join([f"@{'techreport' if cited.report else 'misc'}{{{key},", *lines, "}", ""])


def _tex(value: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in _line(value))


def ris(cited: Work, words: Words) -> str:
    """A record for reference managers; its lines end as the format wants."""
    tags = [
        ("TY", "RPRT" if cited.report else "DATA"),
        ("ID", cited.id),
        ("TI", cited.title),
        *(("AU", f"{name},") for name in cited.authors),
        ("PY", cited.issued[:4]),
        ("DA", "/".join([*cited.issued.split("-"), "", ""][:3]) + "/" if cited.issued else ""),
        ("PB", cited.publisher),
        ("ET", cited.version),
        ("UR", cited.url),
        ("Y2", cited.read.replace("-", "/") + "/" if cited.read else ""),
        ("N1", cited.note),
        ("LA", LANGUAGES[cited.lang]),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def csl(cited: Work, words: Words) -> str:
    """A list of one item after the CSL-JSON schema, as citation processors read it."""
    item = {
        "id": cited.id,
        "type": "report" if cited.report else "dataset",
        "title": cited.title,
        "author": [{"literal": name} for name in cited.authors],
        "issued": _date(cited.issued),
        "accessed": _date(cited.read),
        "publisher": cited.publisher,
        "version": cited.version,
        "URL": cited.url,
        "note": cited.note,
        "language": LANGUAGES[cited.lang],
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _date(written: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in written.split("-")]]} if written else {}


def _line(value: str) -> str:
    return " ".join(value.split())


# Format -> its media type and how it is written.
CITED: dict[str, tuple[str, Callable[[Work, Words], str]]] = {
    "txt": ("text/plain", lambda cited, words: text(cited, words) + "\n"),
    "bib": ("application/x-bibtex", bibtex),
    "ris": ("application/x-research-info-systems", ris),
    "csl.json": ("application/vnd.citationstyles.csl+json", csl),
}
