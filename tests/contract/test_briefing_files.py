"""Do the files of a briefing hold the whole issue, open with the programs that people have, and fetch nothing?"""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import feedparser
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from ccnt_dash.answer import Answers
from ccnt_dash.briefing import FORMATS, Issue, briefed, written
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.filters import Filters
from ccnt_dash.site import Site

ORIGIN = "https://example.org"
SOFFICE = "soffice"


@pytest.fixture(scope="module", params=["en", "zh"])
def issue(request: pytest.FixtureRequest, answers: Answers) -> Issue:
    return briefed(answers, Filters(start="2024-05", end="2024-08", lang=request.param))


@pytest.fixture(scope="module")
def files(issue: Issue, answers: Answers) -> dict[str, bytes]:
    sheet = Sheet.of(answers, issue.lang, ORIGIN)
    return {form: written(issue, form, sheet) for form in FORMATS}


def told(issue: Issue) -> list[str]:
    """Every sentence and bullet, without blanks: each format breaks lines its own way."""
    found = [each.text for item in issue.items for each in (*item.sentences, *item.bullets)]
    return [squeezed(text) for text in (issue.title, *found, *issue.about, *issue.sources)]


def squeezed(text: str) -> str:
    """Text without blanks and without the hyphens that a line may end in."""
    return re.sub(r"[\s\u00ad\u200b\ufffe-]+", "", text)


def holds(text: str, issue: Issue) -> None:
    plain = squeezed(text)
    assert [each for each in told(issue) if each not in plain] == []


class Seen(HTMLParser):
    """Text, tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "background")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_markdown_holds_every_sentence_and_names_its_record(files: dict[str, bytes], issue: Issue) -> None:
    text = files["md"].decode()
    bare = re.sub(r"\]\([^)\s]*\)", "", re.sub(r"\\([\\`*_\[\]<>#|])", r"\1", text).replace("[", ""))
    holds(bare, issue)
    for item in issue.items:
        assert f"<!-- {item.record} -->" in text


def test_an_email_is_one_file_of_tables_that_fetches_nothing(files: dict[str, bytes], issue: Issue) -> None:
    seen = Seen()
    seen.feed(files["html"].decode())
    holds("".join(seen.text), issue)
    assert not {"script", "img", "link", "iframe", "svg", "form", "video"} & set(seen.tags)
    assert all(link.startswith((f"{ORIGIN}/", "https://")) for link in seen.links)
    assert "max-width:640px" in files["html"].decode()
    assert "prefers-color-scheme: dark" in files["html"].decode()
    assert "url(" not in files["html"].decode()


def test_a_document_has_its_own_styles_with_chinese_fonts(files: dict[str, bytes], issue: Issue) -> None:
    document = Document(BytesIO(files["docx"]))
    holds("\n".join(paragraph.text for paragraph in document.paragraphs), issue)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    parts = [section.part for section in issue.sections]
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [*dict.fromkeys(parts), issue.word("about")]
    assert len(document.tables) == 1 + len(issue.bars)


def test_an_office_program_opens_the_document(files: dict[str, bytes], issue: Issue, tmp_path: Path) -> None:
    (tmp_path / "issue.docx").write_bytes(files["docx"])
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    told = [SOFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "issue.docx")]
    subprocess.run(told, check=True, capture_output=True, timeout=180)
    text = read((tmp_path / "issue.pdf").read_bytes())
    assert squeezed(issue.title) in squeezed(text)
    assert squeezed(issue.items[-1].sentences[0].text) in squeezed(text)


def read(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_print_holds_every_sentence_and_its_own_font(files: dict[str, bytes], issue: Issue) -> None:
    made = files["pdf"]
    document = pypdfium2.PdfDocument(made)
    assert document.get_metadata_value("Title") == issue.title
    assert b"NotoSansSCBriefing" in made
    assert b"pdfuaid" in made
    # Without the page numbers between, which may stand within a sentence.
    text = re.sub(r"\b\d+ / \d+\b", "", read(made))
    plain = squeezed(text)
    lost = [each for each in told(issue) if each not in plain]
    assert len(lost) <= len(document), lost


def test_the_map_counts_what_the_issue_tells(issue: Issue) -> None:
    assert issue.tiles is not None
    local = [record for record in issue.records if record.startswith("policy:") and not record.startswith("policy:cn-")]
    assert sum(tile.count for tile in issue.tiles.tiles) == len(local)
    assert {tile.mark for tile in issue.tiles.tiles if tile.name in ("Macau", "澳门")} == {"×"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["/briefings/2024-autumn", "/briefings"])
def test_a_file_is_served_beside_its_page(app: Site, name: str, form: str) -> None:
    answer = app.server.test_client().get(f"{name}.{form}?from=2024-07&to=2024-07&lang=zh")
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[form][0]
    assert answer.headers["Content-Disposition"].isascii()


@pytest.mark.parametrize(
    ("path", "status"),
    [("/briefings/nothing.md", 404), ("/briefings.md", 400), ("/briefings.pdf?from=2024-09&to=2024-08", 400)],
)
def test_what_is_not_there_is_said_in_a_sentence(app: Site, path: str, status: int) -> None:
    answer = app.server.test_client().get(path)
    assert answer.status_code == status
    assert answer.get_data(as_text=True).count("\n") == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_feeds_announce_the_issues_that_were_kept(app: Site, lang: str) -> None:
    client = app.server.test_client()
    read = feedparser.parse(client.get(f"/feeds/briefings.atom?lang={lang}").data)
    items = client.get(f"/feeds/briefings.json?lang={lang}").get_json()["items"]
    assert not read.bozo
    assert [each.link for each in read.entries] == [each["url"] for each in items]
    assert {"2024-autumn", "2024-subnational"} <= {each["url"].rpartition("/")[2].split("?")[0] for each in items}
    for each in items:
        assert client.get(each["url"]).status_code == 200
    page = client.get(f"/briefings?lang={lang}").get_data(as_text=True)
    assert f"/feeds/briefings.atom?lang={lang}" in page.replace("&amp;", "&")
    assert client.get("/feeds/briefings.atom?regions=140000").status_code == 400
