"""What stands where on a slide of each kind?"""

from __future__ import annotations

from pathlib import Path

from pptx.util import Pt

from ccnt_dash.story.deck import Deck, Drawn, Leaf
from ccnt_dash.story.slides.drawing import drawing
from ccnt_dash.story.slides.margin import CHOICE, FOOT, LINE, NOTE, SOURCE, footed, legend, marked, rowed, wide
from ccnt_dash.story.slides.measure import BOLD, Box, fitting, height
from ccnt_dash.story.slides.pen import filled, stroke
from ccnt_dash.story.slides.sheet import Sheet
from ccnt_dash.story.slides.tables import listed
from ccnt_dash.story.slides.theme import EDGE, HEIGHT, NUMBER, TITLE, WIDTH

# Letters in points: read from the back of a room, and, at the foot, by who has the file.
TITLES, GREAT, HEADING = (28.0, 25.0, 22.0), (44.0, 40.0, 36.0, 32.0), (18.0, 16.0, 14.0)
BETWEEN, APART_VIEWS = 6.0, 28.0
# Width of a map for its height here, and of its frame in the browser.
MAP, SHOWN = 1.55, 2.7


def fill(sheet: Sheet, leaf: Leaf, deck: Deck, folder: Path) -> None:
    """Fill a slide with what a leaf says and shows; boundaries lie in `folder`."""
    {"cover": _cover, "statement": _statement, "sources": _sources}.get(leaf.slide.kind, _views)(
        sheet, leaf, deck, folder
    )


def _cover(sheet: Sheet, leaf: Leaf, deck: Deck, folder: Path) -> None:
    bar = Box(EDGE, 150, 72, 6)
    sheet.form("", bar, sheet.words("slides.rule"), filled(sheet.look["accent"]), stroke(None))
    _said(sheet, leaf, 172)
    site = sheet.words("site.title")
    told = sheet.words("list.dot").join((site, deck.version))
    sheet.text(told, Box(EDGE, HEIGHT - 52, WIDTH - 2 * EDGE, 18), sheet.ink(13, "muted"))


def _statement(sheet: Sheet, leaf: Leaf, deck: Deck, folder: Path) -> None:
    room = WIDTH - 2 * EDGE
    size = fitting(leaf.title, GREAT, room * BOLD, 3)
    tall = height(leaf.title, size, room * BOLD) + (24 + height(leaf.note, 24, room) if leaf.note else 0)
    _said(sheet, leaf, max(60.0, (HEIGHT - tall) / 2 - 20))


def _said(sheet: Sheet, leaf: Leaf, top: float) -> None:
    """A title in large letters from `top` on, and the note below it."""
    room = WIDTH - 2 * EDGE
    size = fitting(leaf.title, GREAT, room * BOLD, 3)
    tall = height(leaf.title, size, room * BOLD)
    _title(sheet, leaf.title, Box(EDGE, top, room, tall + 4), size)
    if leaf.note:
        below = Box(EDGE, top + tall + 22, room, HEIGHT - 70 - top - tall - 22)
        letters = next((each for each in (24.0, 22.0, 20.0, 18.0) if height(leaf.note, each, room) <= below.h), 16.0)
        sheet.text(leaf.note, below, sheet.ink(letters, "muted"), "note", after=6)


def _title(sheet: Sheet, text: str, box: Box, size: float, anchor: str = "top") -> None:
    """The title in its placeholder, so that outlines and screen readers find it."""
    shape = sheet.slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (Pt(each) for each in (box.x, box.y, box.w, box.h))
    sheet.write(shape, text, sheet.ink(size, bold=True), anchor=anchor)


def _headed(sheet: Sheet, leaf: Leaf) -> float:
    """Title and note at the top; where what is shown may begin."""
    size = fitting(leaf.title, TITLES, TITLE.w * BOLD, 1)
    tall = height(leaf.title, size, TITLE.w * BOLD)
    _title(sheet, leaf.title, Box(TITLE.x, TITLE.y, TITLE.w, tall + 2), size)
    top = TITLE.y + tall + 6
    if leaf.note:
        high = height(leaf.note, NOTE, TITLE.w)
        sheet.text(leaf.note, Box(TITLE.x, top, TITLE.w, high), sheet.ink(NOTE, "muted"), "note")
        top += high + 2
    return top + BETWEEN


def _sources(sheet: Sheet, leaf: Leaf, deck: Deck, folder: Path) -> None:
    top = _headed(sheet, leaf)
    told = "\n".join(leaf.sources)
    room = Box(EDGE, top, WIDTH - 2 * EDGE, FOOT - 20 - top)
    sizes = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
    gap = len(leaf.sources) * 5
    size = next((each for each in sizes if height(told, each, room.w) + gap <= room.h), sizes[-1])
    sheet.text(told, room, sheet.ink(size), sheet.words("about.sources"), after=5)
    version = sheet.words("list.dot").join((sheet.words("site.title"), deck.version))
    sheet.text(version, Box(EDGE, FOOT - 14, NUMBER.x - EDGE, 14), sheet.ink(SOURCE, "muted"), "version")


def _views(sheet: Sheet, leaf: Leaf, deck: Deck, folder: Path) -> None:
    top, n = _headed(sheet, leaf), len(leaf.shows)
    wide = (WIDTH - 2 * EDGE - (n - 1) * APART_VIEWS) / n
    cells = [Box(EDGE + at * (wide + APART_VIEWS), top, wide, FOOT - top) for at in range(n)]
    # Two views begin and end at one height, whatever stands above and below each.
    bottom = min((footed(sheet, drawn, cell) for drawn, cell in zip(leaf.shows, cells, strict=True)), default=FOOT)
    titles = [drawn.title if drawn.title != leaf.title or n > 1 else "" for drawn in leaf.shows]
    sizes = [fitting(title, HEADING, cell.w * BOLD, 1) for title, cell in zip(titles, cells, strict=True)]
    size = min(sizes, default=HEADING[0])
    high = max((height(title, size, cell.w * BOLD) for title, cell in zip(titles, cells, strict=True)), default=0.0)
    for at, (drawn, cell) in enumerate(zip(leaf.shows, cells, strict=True)):
        if titles[at]:
            sheet.text(titles[at], Box(cell.x, top, cell.w, high), sheet.ink(size, bold=True), "heading")
        begin = top + high + (BETWEEN if high else 0)
        frame = _view(sheet, drawn, Box(cell.x, begin, cell.w, bottom - begin), folder)
        for mark in leaf.marks:
            if mark.on == at:
                marked(sheet, mark, leaf.lang, frame)


def _view(sheet: Sheet, drawn: Drawn, cell: Box, folder: Path) -> Box:
    """A view with its legend; returns the frame of what is drawn."""
    if drawn.table:
        return _table(sheet, drawn, cell)
    if drawn.signs and _is_map(drawn) and cell.w > MAP * cell.h:
        return _beside(sheet, drawn, cell, folder)
    rows = rowed(drawn.signs, cell.w)
    key = len(rows) * LINE
    frame = Box(cell.x, cell.y, cell.w, cell.h - key - (BETWEEN if rows else 0))
    drawing(sheet, drawn, frame, folder)
    if rows:
        legend(sheet, rows, Box(cell.x, cell.bottom - key, cell.w, key))
    return frame


def _is_map(drawn: Drawn) -> bool:
    traces = (drawn.figure or {"data": []})["data"]
    return any(trace["type"] == "choropleth" or "width" in trace for trace in traces)


def _beside(sheet: Sheet, drawn: Drawn, cell: Box, folder: Path) -> Box:
    """A map as high as may be, its legend beside it; returns the frame that shares of its annotations mean."""
    rows = rowed(drawn.signs, 1)
    key = max(wide(sign) for row in rows for _, sign in row) + 20
    room = min(cell.w - key, cell.h * MAP)
    begin = cell.x + (cell.w - room - key) / 2
    frame = Box(begin + key, cell.y, room, cell.h)
    drawing(sheet, drawn, frame, folder)
    tall = len(rows) * LINE
    legend(sheet, rows, Box(begin, cell.bottom - tall, key, tall))
    # Arrows were drawn in the wide frame of the browser, in whose middle the map stands, too.
    return Box(frame.x + (frame.w - SHOWN * cell.h) / 2, frame.y, SHOWN * cell.h, cell.h)


def _table(sheet: Sheet, drawn: Drawn, room: Box) -> Box:
    held = drawn.table
    if held is None or not held.rows:
        sheet.text(sheet.words("embed.empty"), room, sheet.ink(NOTE, "muted"))
        return room
    frame = Box(room.x, room.y, room.w, room.h - CHOICE * 1.8)
    rows, bottom = listed(sheet, held.headings, held.rows, frame, drawn.title)
    left = held.more + len(held.rows) - rows
    if left > 0:
        more, link = sheet.words("embed.more", n=sheet.words.number(left)), drawn.page
        sheet.text(more, Box(room.x, bottom + 4, room.w, CHOICE * 1.3), sheet.ink(CHOICE, "provincial"), link=link)
    return frame
