"""What does a Word document say? Paragraphs, rows, notes; with what was inserted, without what was struck."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from ccnt_dash.ingest.reading.bounds import NO_MEMORY, Limits, ReadError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# What older programs show in place of a text box: the same text once more.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
BROKEN = "is no whole Word document ({}); save it as DOCX again"


def from_docx(content: bytes, limits: Limits) -> str:
    """The text of a DOCX file. ReadError if it is broken, locked, or grows beyond the bounds when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            if PARTS[0] not in names:
                raise ReadError("is a ZIP file but no Word document; unpack it, or save the document as DOCX")
            parts = [_unpacked(packed, name, limits) for name in PARTS if name in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(BROKEN.format(error)) from None
    return "\n".join(_text(part) for part in parts)


def _unpacked(packed: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    with packed.open(name) as part:
        content = part.read(limits.unpacked + 1)
    if len(content) > limits.unpacked:
        raise ReadError(
            f"unpacks to more than {limits.unpacked / 1e6:,.0f} MB, as no document does; check where it is from"
        )
    return content


def _text(part: bytes) -> str:
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", part, re.IGNORECASE):
        raise ReadError(BROKEN.format("it declares entities, as Word never does"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        if error.code in NO_MEMORY:
            raise MemoryError from None
        raise ReadError(BROKEN.format(error.msg)) from None
    for twice in list(root.iter(FALLBACK)):
        twice.clear(keep_tail=True)
    out: list[str] = []
    cells = 0  # how many cells of tables stand around
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag).removeprefix(WORD).removeprefix(STRICT)
        cells += (event == "start") - (event == "end") if name == "tc" else 0
        out.append(_piece(event, name, element, cells))
    return re.sub(r"[ \t]+\n", "\n", re.sub(r" +\t", "\t", "".join(out)))


def _piece(event: str, name: str, element: etree._Element, cells: int) -> str:
    if event == "start":
        if name == "t":
            return element.text or ""
        return {"tab": "\t" if not cells else " ", "br": "\n" if not cells else " ", "noBreakHyphen": "-"}.get(name, "")
    ends = {"p": ("\n", " "), "tc": ("\t", " "), "tr": ("\n", " ")}
    return ends.get(name, ("", ""))[bool(cells)]
