"""What text is in a file, and what is said of one that can't be read?"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from ccnt_dash.ingest.reading import LIMITS, Limits, ReadError, read

CHINESE = "到2025年，森林覆盖率达到24.1%。\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, begin: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "word/document.xml", f'{begin}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    return made.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str) -> bytes:
    """A PDF with a line of Latin text on each page; an empty string is a page without text."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode("latin-1")


def told(folder: Path, name: str, content: bytes, limits: Limits = LIMITS) -> str:
    path = folder / name
    path.write_bytes(content)
    return read(path, limits)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    assert told(tmp_path, "a.txt", CHINESE.encode(encoding)) == CHINESE


def test_other_encodings(tmp_path: Path) -> None:
    taiwan = "為貫徹落實國家二氧化碳排放達峰目標，到2025年，森林覆蓋率達到24.1%。"
    assert told(tmp_path, "a.txt", taiwan.encode("big5")) == taiwan
    assert told(tmp_path, "b.txt", "A café saves 5 % – by 2025".encode("cp1252")) == "A café saves 5 % – by 2025"
    assert told(tmp_path, "c.txt", "一\r\n二\r三\u2028四".encode()) == "一\n二\n三\n四"


def test_rows_of_markdown_are_lines_with_tabs(tmp_path: Path) -> None:
    text = "# Plan\n\n| Goal | 2025 |\n|---|---:|\n| Forest | 24.1% |\n\n---\n"
    assert told(tmp_path, "a.md", text.encode()) == "# Plan\n\nGoal\t2025\nForest\t24.1%\n\n---\n"


def test_a_page_is_read_without_what_makes_it_look_good(tmp_path: Path) -> None:
    page = (
        "<html><head><meta charset=gb2312><title>方案</title><style>p{}</style></head><body><nav>首页</nav>"
        "<h1>某市方案</h1><p>到2025年，\n达到<b>24.1</b>%&nbsp;。</p><script>var x=1</script>"
        "<table><tr><th>指标</th><th>2025年</th></tr>"
        "<tr><td><p>覆盖率</p></td><td><p>24.1</p></td></tr></table>完<ul><li>一<li>二</ul></body></html>"
    )
    text = told(tmp_path, "a.html", page.encode("gb18030"))
    assert "首页" not in text
    assert "x=1" not in text
    assert text.split("\n\n")[:2] == ["某市方案", "到2025年， 达到24.1% 。"]
    assert "指标\t2025年\n覆盖率\t24.1" in text
    assert text.endswith("完\n一\n二\n")


def test_a_word_document_is_read_with_its_tables(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("覆盖率", "24.1"))
    struck = "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    body = paragraph("方案") + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>" + struck
    assert told(tmp_path, "a.docx", docx(body)) == "方案\n覆盖率\t24.1\n覆盖率\t24.1\n新\n"


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    assert told(tmp_path, "a.pdf", pdf("By 2025, 24.1%", "and more")) == "By 2025, 24.1%\n\f\nand more"
    assert "24.1%" in told(tmp_path, "a.txt", pdf("By 2025, 24.1%")), "what a file is counts more than its name"


BOMB = docx(paragraph("0" * 70_000_000))
REFUSED = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\t", "is empty"),
    ("blank.html", b"<html><body> </body></html>", "holds no text"),
    ("binary.txt", bytes(range(256)) * 40, "no text"),
    ("zeros.txt", bytes(100_000), "no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + os.urandom(20_000), "no text"),
    ("old.doc", b"\xd0\xcf\x11\xe0", "'.doc' are not read; save it as DOCX"),
    ("table.xlsx", b"PK\x03\x04", "'.xlsx' are not read; give .txt"),
    ("README", b"text", "has no ending"),
    ("cut.docx", docx(paragraph("方案" * 900))[:200], "is no whole Word document"),
    ("other.docx", b"PK\x05\x06" + bytes(18), "no whole Word document|no Word document"),
    ("fake.docx", b"plain text", "is no whole Word document"),
    ("bomb.docx", BOMB, "unpacks to more than 60 MB"),
    ("entities.docx", docx(paragraph("&a;"), '<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "declares entities"),
    ("deep.docx", docx("<w:p>" * 5_000 + "</w:p>" * 5_000), "no whole Word document"),
    ("cut.pdf", pdf("By 2025")[:60], "is no whole PDF"),
    ("fake.pdf", b"plain text", "is no whole PDF"),
    ("scan.pdf", pdf("", "", ""), r"has no text layer \(3 pages of pictures\); give a PDF with text or run OCR first"),
    ("deep.html", b"<div>" * 500_000 + b"text", "nested deeper than 256"),
    ("digits.txt", b"7" * 10_000_000, "has 10,000,000 characters; at most 4,000,000 are read, so split it"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_cant_be_read_is_told_in_a_sentence(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as met:
        told(tmp_path, name, content)
    assert str(met.value).startswith(f"{name}: ")


def test_bounds_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"has 4 pages; at most 3 are read, so split it"):
        told(tmp_path, "a.pdf", pdf(*["text of page"] * 4), Limits(pages=3))
    with pytest.raises(ReadError, match=r"has 2 MB; at most 1 MB are read"):
        told(tmp_path, "a.txt", b"a" * 2_000_000, Limits(bytes=1_000_000))


def test_folders_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"b\.txt: there is no such file"):
        read(tmp_path / "b.txt")
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(ReadError, match=r"c\.txt: is a folder"):
        read(tmp_path / "c.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match=r"a\.txt: can't be read .* check its permissions"):
        read(path)


def test_zero_bytes_and_lone_surrogates_do_not_come_through(tmp_path: Path) -> None:
    assert told(tmp_path, "a.txt", b"By 2025\x00 and more words") == "By 2025  and more words"
    assert "\ud800" not in told(tmp_path, "a.html", b"<p>text &#xD800; more</p>")
