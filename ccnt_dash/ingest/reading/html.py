"""What does a web page say, without what only makes it look good?"""

from __future__ import annotations

import re

from lxml import etree

from ccnt_dash.ingest.reading.bounds import NO_MEMORY, Limits, ReadError
from ccnt_dash.ingest.reading.plain import decoded

CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# What is no part of the text, and what begins a line of its own.
# fmt: off
SILENT = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "nav", "form", "button", "select",
    "title",
])
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table",
    "tr", "ul",
])
# fmt: on
PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "article", "section"])
CELLS = frozenset(["td", "th"])
# A line ends here; several together are one.
LINE = "\x1e"
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")


def from_html(content: bytes, limits: Limits) -> str:
    """The text of a page: its title unless a heading says the same, then a line per paragraph and row."""
    if len(content) > limits.characters * 10:
        raise ReadError(f"has more than {limits.characters * 10 / 1e6:,.0f} MB; split it")
    said = CHARSET.search(content[:4_000])
    text = decoded(content, said.group(1).decode("ascii") if said else "")
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if error.code in NO_MEMORY:
            raise MemoryError from None
        raise ReadError(f"is no web page ({error.msg}); give the page as it was saved") from None
    if root is None:
        raise ReadError("holds no text")
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise ReadError("has elements nested deeper than 256; save the page as text")
    lines = _lines(root)
    title = SPACES.sub(" ", root.findtext(".//title") or "").strip()
    return f"{title}\n\n{lines}" if title and title not in SPACES.sub(" ", lines) else lines


def _lines(root: etree._Element) -> str:
    out: list[str] = []
    silent = cells = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            silent += name in SILENT
            cells += name in CELLS
            out.append(_opening(name, element, cells))
            if not silent and element.text:
                out.append(SPACES.sub(" ", element.text))
        else:
            silent -= name in SILENT
            cells -= name in CELLS
            out.append(_closing(name, cells))
            if not silent and element.tail:
                out.append(SPACES.sub(" ", element.tail))
    return _tidy("".join(out))


def _opening(name: str, element: etree._Element, cells: int) -> str:
    if name in CELLS:
        return "\t" if cells == 1 and element.getprevious() is not None else " "
    if name in BLOCKS or name == "br":
        return " " if cells else LINE
    return ""


def _closing(name: str, cells: int) -> str:
    if name not in BLOCKS:
        return ""
    return " " if cells else "\n\n" if name in PARAGRAPHS else LINE


def _tidy(text: str) -> str:
    """No spaces around tabs and breaks, one empty line between paragraphs."""
    text = re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", text))
    text = re.sub(rf"[{LINE} ]*\n[{LINE} \n]*", "\n\n", text)
    return re.sub(rf"[{LINE} ]*{LINE}[{LINE} ]*", "\n", text).strip() + "\n"
