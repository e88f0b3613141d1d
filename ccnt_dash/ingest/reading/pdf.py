"""What does the text layer of a PDF say, line by line as it is printed?"""

from __future__ import annotations

import re

import pypdfium2

from ccnt_dash.ingest.reading.bounds import Limits, ReadError

# Fewer signs than this on a page: a scanned picture with a stamp or a page number.
FEW = 8
HYPHEN = re.compile("[\ufffe\u00ad\x02]\n?")


def from_pdf(content: bytes, limits: Limits) -> str:
    """The text of a PDF, pages parted by a form feed on a line of its own."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is locked by a password; give it without") from None
        raise ReadError("is no whole PDF file; download it again") from None
    try:
        return _pages(document, limits)
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> str:
    count = len(document)
    if count > limits.pages:
        raise ReadError(f"has {count:,} pages; at most {limits.pages:,} are read, so split it")
    texts: list[str] = []
    length = broken = 0
    for number in range(count):
        try:
            texts.append(_page(document, number))
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        length += len(texts[-1])
        if length > limits.characters:
            raise ReadError(f"has more than {limits.characters:,} characters; split it")
    if count and broken == count:
        raise ReadError(f"none of its {count} pages can be read; download it again")
    if sum(len(text.strip()) >= FEW for text in texts) == 0:
        pages = f"{count} page{'s' if count != 1 else ''}"
        raise ReadError(f"has no text layer ({pages} of pictures); give a PDF with text or run OCR first")
    return "\n\f\n".join(texts)


def _page(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    layer = page.get_textpage()
    try:
        text = str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()
    return HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
