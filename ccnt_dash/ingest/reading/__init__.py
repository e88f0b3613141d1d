"""What text is in a file? Text, Markdown, HTML, PDF with a text layer and DOCX, each within fixed bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ccnt_dash.ingest.reading.bounds import LIMITS, Limits, ReadError
from ccnt_dash.ingest.reading.docx import from_docx
from ccnt_dash.ingest.reading.html import from_html
from ccnt_dash.ingest.reading.pdf import from_pdf
from ccnt_dash.ingest.reading.plain import from_markdown, from_text

__all__ = ["LIMITS", "READERS", "Limits", "ReadError", "read"]

Reader = Callable[[bytes, Limits], str]

READERS: Mapping[str, Reader] = {
    ".txt": from_text,
    ".text": from_text,
    ".md": from_markdown,
    ".markdown": from_markdown,
    ".html": from_html,
    ".htm": from_html,
    ".xhtml": from_html,
    ".pdf": from_pdf,
    ".docx": from_docx,
}
# What a file is counts more than what it is called.
BEGINNINGS: Mapping[bytes, Reader] = {b"%PDF-": from_pdf, b"PK\x03\x04": from_docx}
HINTS = {
    ".doc": "save it as DOCX",
    ".rtf": "save it as DOCX",
    ".wps": "save it as DOCX",
    ".odt": "save it as DOCX",
    ".ofd": "save it as PDF with text",
    ".zip": "unpack it",
    ".rar": "unpack it",
}


def read(path: Path, limits: Limits = LIMITS) -> str:
    """The text of the file `path`, a line of a table as one line with its cells parted by tabs.

    Raises ReadError: a sentence that names the file, what is wrong and what would be right. This bounds what is read;
    time and memory are bounded by the process that it runs in (`workers.py`).
    """
    try:
        text = _reader(path)(_content(path, limits), limits)
    except ReadError as error:
        raise ReadError(f"{path.name}: {error}") from None
    if not text.strip():
        raise ReadError(f"{path.name}: holds no text")
    if len(text) > limits.characters:
        raise ReadError(
            f"{path.name}: has {len(text):,} characters; at most {limits.characters:,} are read, so split it"
        )
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise ReadError("is a folder; give a file")
        if not path.exists():
            raise ReadError("there is no such file")
        if not path.is_file():
            raise ReadError("is no plain file")
        if (size := path.stat().st_size) > limits.bytes:
            raise ReadError(f"has {size / 1e6:,.0f} MB; at most {limits.bytes / 1e6:,.0f} MB are read, so split it")
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(f"can't be read ({error.strerror or error}); check its permissions") from None
    if not content.strip():
        raise ReadError("is empty")
    return content


def _reader(path: Path) -> Reader:
    ending = path.suffix.lower()
    try:
        with path.open("rb") as file:
            begin = file.read(8)
    except OSError:
        begin = b""  # `_content` says why
    by_content = next((reader for magic, reader in BEGINNINGS.items() if begin.startswith(magic)), None)
    if ending not in READERS and not path.is_dir() and path.exists():
        hint = HINTS.get(ending, f"give {', '.join(READERS)}")
        raise ReadError(f"files ending in {ending!r} are not read; {hint}" if ending else f"has no ending; {hint}")
    return by_content or READERS.get(ending, from_text)
