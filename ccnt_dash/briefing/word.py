"""How does an issue look as a document of a word processor? Its own styles, links, and charts as tables."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ccnt_dash.briefing.issue import Bars, Issue, Item, Sentence, Tile, Tiles
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.texts import LANGUAGES

# Fonts that every office program has or replaces well: of Latin letters, and of Chinese signs.
LATIN, CHINESE = "Arial", "Microsoft YaHei"
STYLES = {"Normal": 10.5, "Title": 22, "Heading 1": 15, "Heading 2": 12, "List Bullet": 10.5, "Quote": 10}
ACROSS = 16.0  # cm between the margins


def word(issue: Issue, sheet: Sheet) -> bytes:
    """The issue as DOCX."""
    made = Writer(issue, sheet)
    made.write()
    out = BytesIO()
    made.document.save(out)
    return out.getvalue()


class Writer:
    """A document that grows part by part."""

    def __init__(self, issue: Issue, sheet: Sheet) -> None:
        """An empty document with the styles of the issue's language."""
        self.issue, self.sheet = issue, sheet
        self.document: Any = Document()
        page = self.document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
        for name, size in STYLES.items():
            self._style(self.document.styles[name], size)
        core = self.document.core_properties
        core.title, core.language, core.author = issue.title, LANGUAGES[issue.lang], ""

    def _style(self, style: Any, size: float) -> None:
        style.font.size, style.font.name = Pt(size), LATIN
        heading = style.name.startswith("Heading")
        style.font.color.rgb = self._colour("accent" if heading else "muted" if style.name == "Quote" else "ink")
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for border in style.element.xpath("./w:pPr/w:pBdr"):
            border.getparent().remove(border)
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
        for name, font in (("w:ascii", LATIN), ("w:hAnsi", LATIN), ("w:cs", LATIN), ("w:eastAsia", CHINESE)):
            fonts.set(qn(name), font)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "zh-CN")
        style.element.get_or_add_rPr().append(language)

    def _colour(self, token: str) -> Any:
        return RGBColor.from_string(self.sheet.look[token].removeprefix("#").upper())

    def write(self) -> None:
        """Everything, from the title to the sources."""
        issue, document = self.issue, self.document
        document.add_paragraph(issue.title, style="Title")
        self._paragraph(issue.lead)
        if issue.tiles:
            self._tiles(issue.tiles)
        for bars in issue.bars:
            self._bars(bars)
        part = ""
        for section in issue.sections:
            if section.part != part:
                part = section.part
                document.add_heading(part, 1)
            if section.name:
                document.add_heading(section.name, 2)
            for item in section.items:
                self._item(item)
        document.add_heading(issue.word("about"), 1)
        for line in issue.about:
            document.add_paragraph(line)
        document.add_heading(issue.word("sources"), 2)
        for line in issue.sources:
            document.add_paragraph(line, style="List Bullet")
        self._link(document.add_paragraph(), issue.word("open"), f"/briefings{issue.query}")

    def _item(self, item: Item) -> None:
        edited = f"{self.issue.word('edited')} · " if item.state == "rewritten" else ""
        self._paragraph(item.sentences, before=edited)
        for bullet in item.bullets:
            self._paragraph((bullet,), "List Bullet")
        if item.quote:
            self.document.add_paragraph(f"“{item.quote.text}”", style="Quote")

    def _paragraph(self, sentences: tuple[Sentence, ...], style: str = "Normal", before: str = "") -> None:
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(3 if style == "List Bullet" else 6)
        if before:
            paragraph.add_run(before).italic = True
        for at, sentence in enumerate(sentences):
            if at:
                paragraph.add_run(self.issue.joint)
            for span in sentence.spans:
                if span.link:
                    self._link(paragraph, span.text, span.link, quiet=style == "List Bullet")
                else:
                    paragraph.add_run(span.text)

    def _link(self, paragraph: Any, text: str, link: str, quiet: bool = False) -> None:
        """A link; a quiet one looks like the text around it."""
        address = self.sheet.address(link, self.issue.lang)
        anchor = OxmlElement("w:hyperlink")
        anchor.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(text)
        if not quiet:
            run.font.color.rgb, run.font.underline = self._colour("accent"), True
        anchor.append(run._r)
        paragraph._p.append(anchor)

    def _caption(self, text: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(text).bold = True
        paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.space_before = True, Pt(8)

    def _tiles(self, tiles: Tiles) -> None:
        self._caption(tiles.title)
        by_place = {(tile.x, tile.y): tile for tile in tiles.tiles}
        across, down = max(x for x, _ in by_place) + 1, max(y for _, y in by_place) + 1
        table = self.document.add_table(down, across)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        table._tbl.tblPr.append(_gaps(self.sheet.look["card"]))
        cells = table._cells
        for (x, y), tile in by_place.items():
            self._tile(cells[y * across + x], tile)
        for cell in cells:
            cell.width = Cm(ACROSS / across)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        legend = self.document.add_paragraph()
        for colour, sign, label in tiles.legend:
            _shade(legend.add_run(sign.center(3) if sign else "\u2003"), colour)
            legend.add_run(f" {label}   ").font.size = Pt(9)

    def _tile(self, cell: Any, tile: Tile) -> None:
        _ground(cell, tile.ground)
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(f"{tile.short}\n{tile.mark or ' '}")
        run.font.size, run.font.color.rgb = Pt(7.5), RGBColor.from_string(tile.ink.removeprefix("#").upper())

    def _bars(self, bars: Bars) -> None:
        """A row for each bar: its name, and signs of its colour as many as it is long, before the number."""
        self._caption(bars.title)
        longest = max(bar.length for bar in bars.bars)
        table = self.document.add_table(len(bars.bars), 2)
        table.autofit = False
        cells = table._cells
        for at, bar in enumerate(bars.bars):
            name, drawn = cells[2 * at].paragraphs[0], cells[2 * at + 1].paragraphs[0]
            name.add_run(bar.name).font.size = Pt(9)
            _shade(drawn.add_run("\u2002" * max(1, round(36 * bar.length / longest))), bar.colour)
            drawn.add_run(f" {bar.label}").font.size = Pt(9)
            cells[2 * at].width, cells[2 * at + 1].width = Cm(5), Cm(ACROSS - 5)
            for paragraph in (name, drawn):
                paragraph.paragraph_format.space_after = Pt(2)


def _ground(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_shading(colour))


def _gaps(colour: str) -> Any:
    """Borders of the colour of the paper, which part the tiles."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "12"), ("space", "0"), ("color", colour.removeprefix("#"))):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders


def _shade(run: Any, colour: str) -> None:
    run.font.size = Pt(9)
    run._r.get_or_add_rPr().append(_shading(colour))


def _shading(colour: str) -> Any:
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour.removeprefix("#").upper())):
        shading.set(qn(name), value)
    return shading
