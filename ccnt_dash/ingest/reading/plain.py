"""What text do bytes hold, whatever their encoding, and what does Markdown say?"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ccnt_dash.ingest.reading.bounds import Limits, ReadError

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Encodings that no mark tells: of the mainland, of Taiwan and Hong Kong, of Windows in the West.
OTHERS = ["gb18030", "big5", "cp1252"]
SAMPLE = 200_000
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
BREAK = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b]")
ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)
RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-{3,}[ \t:|-]*\|?[ \t]*\n", re.MULTILINE)
CELLS = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")


def from_text(content: bytes, limits: Limits) -> str:
    """The text in `content`. ReadError if these bytes are no text."""
    if len(content) > limits.characters * 4:
        raise ReadError(f"has more than {limits.characters:,} characters; split it")
    return BREAK.sub("\n", decoded(content))


def from_markdown(content: bytes, limits: Limits) -> str:
    """The text in `content`; rows of tables are lines with tabs, all else stays as written."""
    text = RULE.sub(lambda met: met.group() if "|" not in met.group() else "", from_text(content, limits))
    return ROW.sub(lambda met: CELLS.sub("\t", met.group(1).strip()), text)


def decoded(content: bytes, hint: str = "") -> str:
    """`content` as text; `hint` is an encoding that the document itself names. ReadError if it is no text."""
    text = _decoded(content, hint)
    odd = len(CONTROL.findall(text[:SAMPLE])) + text[:SAMPLE].count("\x00")
    if odd > max(len(text[:SAMPLE]) // 50, 3):
        raise ReadError("is no text but binary; give a text in UTF-8 or GB18030")
    return CONTROL.sub(" ", text)


def _decoded(content: bytes, hint: str) -> str:
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and "\x00" not in text[:SAMPLE]:
        return text
    if name := _wide(content, 5 if text else 100):
        return content.decode(name, "replace")
    return text or _guessed(content, hint)


def _wide(content: bytes, seldom: int) -> str:
    """UTF-16 without a mark: every other byte of digits, Latin letters is zero, one in `seldom` or more."""
    sample = content[:SAMPLE]
    low, high = sample[1::2].count(0), sample[::2].count(0)
    least = max(len(sample) // seldom, 1)
    if low >= least and high * 20 < low:
        return "utf-16-le"
    return "utf-16-be" if high >= least and low * 20 < high else ""


def _guessed(content: bytes, hint: str) -> str:
    try:
        if hint and codecs.lookup(hint).name not in ("utf-8", "ascii"):
            return content.decode("gb18030" if codecs.lookup(hint).name.startswith("gb") else hint, "replace")
    except LookupError:
        pass  # a document may name any encoding
    best = from_bytes(content[:SAMPLE], cp_isolation=OTHERS).best()
    if best is None and content[:SAMPLE].count(0) == 0 and len(content) > SAMPLE:
        best = from_bytes(content[: SAMPLE - 1], cp_isolation=OTHERS).best()
    if best is None:
        raise ReadError("is no text in an encoding that is known; give a text in UTF-8 or GB18030")
    return content.decode(best.encoding, "replace")
