"""What is a document: its title, issuers, number, date, place, sectors, kind, period and what it cites?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cited:
    """A document that another names: title as printed, its number and who issued it, "" where not said."""

    title: str
    number: str = ""
    issuer: str = ""


@dataclass(frozen=True)
class Document:
    """What is known of a document; "", None or () where it does not say.

    `document_id` comes from its text, `file` is the name it was read from. `issuers` are codes of the table of issuers,
    or names as printed; `published` is YYYY, YYYY-MM or YYYY-MM-DD; `region`, `level`, `sectors` and `doc_type` are
    codes of the vocabulary, the weightiest sector first. `sha256` is of the file, `read_at` when it was read (UTC, to
    the second), `rules` a checksum of the rules by which it was read.
    """

    document_id: str
    file: str
    title: str = ""
    number: str = ""
    issuers: tuple[str, ...] = ()
    published: str = ""
    region: str = ""
    level: str = ""
    sectors: tuple[str, ...] = ()
    doc_type: str = ""
    period_start: int | None = None
    period_end: int | None = None
    cites: tuple[Cited, ...] = ()
    language: str = ""
    sha256: str = ""
    read_at: str = ""
    rules: str = ""
