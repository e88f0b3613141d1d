"""What stands around a view: its legend, what was chosen, its sources and address, and what points at it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ccnt_dash.story.deck import Drawn
from ccnt_dash.story.slides.measure import APART, SURE, Box, cut, height, width
from ccnt_dash.story.slides.pen import filled, stroke
from ccnt_dash.story.slides.sheet import Sheet
from ccnt_dash.story.slides.theme import HEIGHT, NUMBER, WIDTH
from ccnt_dash.story.story import Mark

# Letters in points: read from the back of a room, and, at the foot, by who has the file.
NOTE, KEY, CHOICE, SOURCE = 18.0, 14.0, 12.0, 10.0
FOOT, LINE = HEIGHT - 16, KEY * 1.45
SIGN, AFTER, BETWEEN = 12.0, 8.0, 22.0
# Lines that sources take below a wide view and below one of two.
LINES = {True: 2, False: 4}

Row = list[tuple[float, dict[str, str]]]


def wide(sign: dict[str, str]) -> float:
    """The width of a sign with its text."""
    return SIGN + AFTER + width(sign["label"], KEY)


def rowed(signs: Sequence[dict[str, str]], room: float) -> list[Row]:
    """The signs of a legend with their places from the left, in rows as far as they fit."""
    rows: list[Row] = []
    used = room + 1
    for sign in signs:
        if used + wide(sign) > room:
            rows.append([])
            used = 0.0
        rows[-1].append((used, sign))
        used += wide(sign) + BETWEEN
    return rows


def legend(sheet: Sheet, rows: Sequence[Row], box: Box) -> None:
    """Signs with what they mean."""
    group = sheet.group(sheet.words("slides.legend"))
    for line, row in enumerate(rows):
        middle = box.y + (line + 0.5) * LINE
        for left, sign in row:
            group.swatch(sign, Box(box.x + left, middle - SIGN / 2, SIGN * (1 if sign["marker"] else 1.25), SIGN))
            place = Box(box.x + left + SIGN + AFTER, middle - KEY * 0.65, width(sign["label"], KEY) + 8, KEY * 1.3)
            group.text(sign["label"], place, sheet.ink(KEY), anchor="middle", broken=False)


def footed(sheet: Sheet, drawn: Drawn, cell: Box) -> float:
    """What was chosen, the sources and the address, at the foot of a view; where it begins."""
    room = cell.w - (NUMBER.w + 8 if cell.right > NUMBER.x else 0)
    stale = sheet.words("present.say.stale", version=drawn.stale) if drawn.stale else ""
    credit = "\n".join(part for part in (_credit(sheet, drawn, cell.w), drawn.boundaries, stale) if part)
    selection = cut(drawn.selection, CHOICE, cell.w * SURE, 2)
    told, chosen = height(credit, SOURCE, cell.w * SURE), height(selection, CHOICE, cell.w * SURE)
    link = FOOT - SOURCE * APART
    page = Box(cell.x, link, room, SOURCE * APART)
    sheet.text(cut(drawn.page, SOURCE, room * SURE), page, sheet.ink(SOURCE, "provincial"), "address", link=drawn.page)
    sheet.text(credit, Box(cell.x, link - told, cell.w, told), sheet.ink(SOURCE, "muted"), "credit")
    top = link - told - chosen - 3
    sheet.text(selection, Box(cell.x, top, cell.w, chosen), sheet.ink(CHOICE), "selection")
    return top - AFTER


def _credit(sheet: Sheet, drawn: Drawn, room: float) -> str:
    """Sources and version: as many sources by name as there is room for, version and day always."""
    most = LINES[room > WIDTH / 2]
    every = list(_credits(sheet, drawn))
    return next((told for told in every if height(told, SOURCE, room * SURE) <= most * SOURCE * APART + 0.1), every[-1])


def _credits(sheet: Sheet, drawn: Drawn) -> Iterator[str]:
    yield drawn.credit
    words, held = sheet.words, drawn.extract
    titles = [words.of(source, "title") for source in held.sources]
    for most in (3, 2, 1):
        left = len(titles) - most
        named = [*titles[:most], *([words("take.more_sources", n=words.number(left))] if left > 0 else [])]
        if titles:
            yield words(
                "take.credit",
                sources=words("list.dot").join(named),
                site=words("site.title"),
                version=held.version,
                date=held.read,
            )


def marked(sheet: Sheet, mark: Mark, lang: str, frame: Box) -> None:
    """An arrow from a text, or a text alone, at its shares of a frame."""
    ends = ((mark.x, mark.y), (mark.to_x, mark.to_y))
    at, to = ((frame.x + x * frame.w, frame.y + y * frame.h) for x, y in ends)
    text = mark.text.of(lang)
    ink = sheet.ink(NOTE, "accent", bold=True, align="center")
    across, high = width(text, NOTE) * 1.1 + 14, NOTE * 1.5
    left, top = min(max(at[0] - across / 2, 4), WIDTH - across - 4), at[1] - high / 2
    if mark.kind == "arrow":
        sheet.arrow(at, to, sheet.look["accent"], text or mark.kind)
        # The text stands at the end that has no head, away from the line.
        top = at[1] - high - 1 if to[1] >= at[1] else at[1] + 1
    if text:
        shape = sheet.form("", Box(left, top, across, high), text, filled(sheet.look["card"], 0.85), stroke(None))
        sheet.write(shape, text, ink, anchor="middle", broken=False)
