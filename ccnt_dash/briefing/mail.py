"""How does an issue look as an e-mail? One file of tables with their styles in each cell, which any mail program draws.

No script, no picture file, nothing fetched: the map and the charts are cells with a ground. A style sheet in the head
gives the dark theme to programs that read one; the others show the light colours, each with its ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ccnt_dash.briefing.issue import Bar, Bars, Issue, Item, Sentence, Tile, Tiles
from ccnt_dash.briefing.sheet import Sheet
from ccnt_dash.texts import LANGUAGES

WIDTH = 640
# Class -> the token of its colour or ground, for the style sheet of the dark theme.
DARK = {"paper": ("background-color", "paper"), "card": ("background-color", "card"), "ink": ("color", "ink"),
        "muted": ("color", "muted"), "accent": ("color", "accent")}  # fmt: skip
# A table that only puts things in place.
PLAIN = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
<style>
@media (prefers-color-scheme: dark) {{ {dark} }}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:{paper};">
<table {plain} class="paper" width="100%" style="background-color:{paper};">
<tr><td align="center" style="padding:16px 8px;">
<table {plain} class="card" width="{width}" style="width:100%;max-width:{width}px;background-color:{card};">
{rows}
</table>
</td></tr>
</table>
</body>
</html>
"""


def mail(issue: Issue, sheet: Sheet) -> bytes:
    """The issue as one HTML file for the body of an e-mail."""
    colours = {name: sheet.look[name] for name in ("paper", "card")}
    dark = " ".join(f".{name} {{ {kind}: {sheet.dark[token]} !important; }}" for name, (kind, token) in DARK.items())
    made = Mail(issue, sheet)
    told = {"lang": LANGUAGES[issue.lang], "title": escape(issue.title), "dark": dark, "width": WIDTH, "plain": PLAIN}
    return PAGE.format(rows="\n".join(made.rows()), **told, **colours).encode()


class Mail:
    """One issue in the colours and fonts of one sheet, row after row of the table that holds it."""

    def __init__(self, issue: Issue, sheet: Sheet) -> None:
        """Prepare the styles that every text wears."""
        self.issue, self.sheet = issue, sheet
        self.font = "font-family:" + sheet.look.font.replace('"', "'") + ";"
        # On each cell: some programs don't hand it down from the body.
        self.text = f"{self.font}font-size:15px;line-height:1.5;color:{sheet.look['ink']};"

    def rows(self) -> Iterator[str]:
        """Every row, from the title to the sources."""
        issue = self.issue
        yield self._row(f"<h1 {self._style('ink', 24, 'margin:0;line-height:1.25;')}>{escape(issue.title)}</h1>", 24)
        yield self._row(self._paragraph(issue.lead))
        if issue.tiles:
            yield self._row(self._caption(issue.tiles.title) + self._tiles(issue.tiles))
        for bars in issue.bars:
            yield self._row(self._caption(bars.title) + self._bars(bars))
        part = ""
        for section in issue.sections:
            if section.part != part:
                part = section.part
                yield self._row(self._heading(part, 2), 18)
            if section.name:
                yield self._row(self._heading(section.name, 3))
            for item in section.items:
                yield self._row(self._item(item))
        yield self._row(self._heading(issue.word("about"), 2), 18)
        for line in issue.about:
            yield self._row(self._small(escape(line)))
        yield self._row(self._small(escape(issue.word("sources")) + ": " + escape("; ".join(issue.sources))))
        yield self._row(self._link(issue.word("open"), f"/briefings{issue.query}"), 20)

    def _row(self, content: str, room: int = 6) -> str:
        return f'<tr><td class="ink" style="{self.text}padding:{room}px 24px 6px;">{content}</td></tr>'

    def _style(self, token: str, size: int, more: str = "") -> str:
        return f'class="{token}" style="font-size:{size}px;color:{self.sheet.look[token]};{more}"'

    def _heading(self, text: str, level: int) -> str:
        size, token = (19, "accent") if level == 2 else (15, "ink")
        return f"<h{level} {self._style(token, size, 'margin:0;line-height:1.3;')}>{escape(text)}</h{level}>"

    def _caption(self, text: str) -> str:
        return f'<p style="margin:0;"><b>{escape(text)}</b></p>'

    def _small(self, content: str) -> str:
        return f"<p {self._style('muted', 12, 'margin:0;line-height:1.5;')}>{content}</p>"

    def _paragraph(self, sentences: tuple[Sentence, ...], before: str = "") -> str:
        told = self.issue.joint.join(self._sentence(each) for each in sentences)
        return f'<p style="margin:0;">{before}{told}</p>'

    def _sentence(self, sentence: Sentence) -> str:
        return "".join(self._link(each.text, each.link) for each in sentence.spans)

    def _link(self, text: str, link: str, token: str = "accent", more: str = "") -> str:
        if not link:
            return escape(text)
        address = escape(self.sheet.address(link, self.issue.lang))
        style = f'class="{token}" style="color:{self.sheet.look[token]};{more}"'
        return f'<a href="{address}" {style}>{escape(text)}</a>'

    def _item(self, item: Item) -> str:
        edited = f"<em>{escape(self.issue.word('edited'))}</em> · " if item.state == "rewritten" else ""
        told = self._paragraph(item.sentences, edited)
        if item.bullets:
            told += self._list(item.bullets)
        if item.quote:
            style = self._style("muted", 14, "margin:8px 0 0;padding:0 0 0 12px;line-height:1.5;")
            told += f'<blockquote lang="{LANGUAGES[item.quote.lang]}" {style}>“{escape(item.quote.text)}”</blockquote>'
        return told

    def _list(self, bullets: tuple[Sentence, ...]) -> str:
        """Bullets whose text is the link, without the look of one, so that a list of targets stays quiet."""
        lines = []
        for each in bullets:
            quiet = (self._link(span.text, span.link, "ink", "text-decoration:none;") for span in each.spans)
            lines.append(f'<li style="margin:0 0 3px;">{"".join(quiet)}</li>')
        return f'<ul style="margin:6px 0 0;padding:0 0 0 22px;">{"".join(lines)}</ul>'

    def _tiles(self, tiles: Tiles) -> str:
        """The tile map as a table of cells; the caption tells what the colours mean."""
        by_place = {(tile.x, tile.y): tile for tile in tiles.tiles}
        across, down = max(x for x, _ in by_place) + 1, max(y for _, y in by_place) + 1
        lines = []
        for y in range(down):
            cells = "".join(self._cell(by_place.get((x, y))) for x in range(across))
            lines.append(f"<tr>{cells}</tr>")
        ink = self.sheet.look["on-light"]
        legend = " ".join(
            f'<span style="background-color:{colour};color:{ink};">&nbsp;{sign or "&nbsp;"}&nbsp;</span> '
            f"{escape(label)}&nbsp;&nbsp;"
            for colour, sign, label in tiles.legend
        )
        table = (
            f'<table role="img" aria-label="{escape(self._said(tiles))}" cellpadding="0" cellspacing="2" border="0">'
        )
        return f"{table}{''.join(lines)}</table>{self._small(legend)}"

    def _said(self, tiles: Tiles) -> str:
        return tiles.title + ": " + ", ".join(f"{tile.name} {tile.count}" for tile in tiles.tiles if tile.count)

    def _cell(self, tile: Tile | None) -> str:
        if tile is None:
            return '<td width="46"></td>'
        size = f"{self.font}font-size:11px;line-height:1.2;padding:5px 1px;"
        count = f"<br><b>{tile.mark or '&nbsp;'}</b>"
        style = f"width:46px;background-color:{tile.ground};color:{tile.ink};{size}"
        return f'<td width="46" align="center" bgcolor="{tile.ground}" style="{style}">{escape(tile.short)}{count}</td>'

    def _bars(self, bars: Bars) -> str:
        longest = max(bar.length for bar in bars.bars)
        lines = "".join(self._bar(bar, bar.length / longest) for bar in bars.bars)
        return f'<table {PLAIN} width="100%">{lines}</table>'

    def _bar(self, bar: Bar, share: float) -> str:
        """A row: name, a table whose first cell is as wide as the bar is long, and the number after it."""
        wide = f'width="{max(1, round(78 * share))}%"'
        name = f'<td width="34%" {self._style("ink", 13, "padding:2px 8px 2px 0;")}>{escape(bar.name)}</td>'
        ground = f'bgcolor="{bar.colour}" style="background-color:{bar.colour};font-size:12px;"'
        label = f"<td {self._style('ink', 13, 'padding:0 0 0 6px;')}>{escape(bar.label)}</td>"
        drawn = f'<table {PLAIN} width="100%"><tr><td {wide} {ground}>&nbsp;</td>{label}</tr></table>'
        return f'<tr>{name}<td style="padding:2px 0;">{drawn}</td></tr>'
