"""How does an issue look as Markdown?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccnt_dash.briefing.issue import Bars, Issue, Item, Sentence, Tiles
from ccnt_dash.briefing.sheet import Sheet

SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(issue: Issue, sheet: Sheet) -> bytes:
    """The issue with headings, lists and links; a comment names the record of each item for an editor."""
    return ("\n\n".join(_parts(issue, sheet)) + "\n").encode()


def _parts(issue: Issue, sheet: Sheet) -> Iterator[str]:
    yield f"# {_plain(issue.title)}"
    yield issue.joint.join(_sentence(each, issue, sheet) for each in issue.lead)
    if issue.tiles:
        yield _map(issue.tiles)
    for bars in issue.bars:
        yield _bars(bars)
    part = ""
    for section in issue.sections:
        if section.part != part:
            part = section.part
            yield f"## {_plain(part)}"
        if section.name:
            yield f"### {_plain(section.name)}"
        for item in section.items:
            yield _item(item, issue, sheet)
    yield f"## {_plain(issue.word('about'))}"
    yield "\n".join(f"- {_plain(line)}" for line in issue.about)
    yield f"{_plain(issue.word('sources'))}\n\n" + "\n".join(f"- {_plain(line)}" for line in issue.sources)
    yield f"[{_plain(issue.word('open'))}]({sheet.address(f'/briefings{issue.query}', issue.lang)})"


def _item(item: Item, issue: Issue, sheet: Sheet) -> str:
    edited = f"*{_plain(issue.word('edited'))}* " if item.state == "rewritten" else ""
    lines = [f"<!-- {item.record} -->"]
    lines += [edited + issue.joint.join(_sentence(each, issue, sheet) for each in item.sentences)]
    if item.bullets:
        lines += ["", *(f"- {_sentence(each, issue, sheet)}" for each in item.bullets)]
    if item.quote:
        lines += ["", f"> “{_plain(item.quote.text)}”"]
    return "\n".join(lines)


def _sentence(sentence: Sentence, issue: Issue, sheet: Sheet) -> str:
    return "".join(
        f"[{_plain(span.text)}]({sheet.address(span.link, issue.lang)})" if span.link else _plain(span.text)
        for span in sentence.spans
    )


def _map(tiles: Tiles) -> str:
    """The counts of the map as one line: Markdown has no map."""
    counted = [tile for tile in tiles.tiles if tile.count]
    counted.sort(key=lambda tile: -tile.count)
    return f"**{_plain(tiles.title)}:** " + " · ".join(f"{_plain(tile.name)} {tile.count}" for tile in counted)


def _bars(bars: Bars) -> str:
    return f"**{_plain(bars.title)}:** " + " · ".join(f"{_plain(bar.name)} {bar.label}" for bar in bars.bars)


def _plain(text: str) -> str:
    """Text whose signs mean nothing to Markdown."""
    return SIGNS.sub(r"\\\1", text)
