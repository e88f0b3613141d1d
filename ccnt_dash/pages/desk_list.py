"""What came in, what waits, and how far are the rules to be trusted?"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ccnt_dash.pages.desk_sheet import HOME
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import tag
from ccnt_dash.review.desk import ACCEPTED, REJECTED, WAITING, Desk, Dossier
from ccnt_dash.review.tally import Tally, tallies
from ccnt_dash.texts import Words

# Rows that are accepted, and the command that puts them on the site.
BUILD = "python -m ccnt_dash build"
# Where the drawing of the rules has its scale, in units of its own.
LEFT, RIGHT, ROW, TOP = 200, 700, 26, 34


def overview(desk: Desk, reading: Reading) -> list[Markup]:
    """The content of the page with all documents."""
    words = reading.words
    found = list(desk.dossiers())
    dossiers = [each for each in found if isinstance(each, Dossier)]
    return [
        tag("h2", words("desk.title"), class_="sentence"),
        _troubles(desk, [each for each in found if isinstance(each, str)], words),
        tag(
            "section", tag("h2", words("desk.documents")), *_documents(dossiers, reading), class_="card", id="documents"
        ),
        tag("section", tag("h2", words("desk.rules")), *_rules(dossiers, words), class_="card", id="rules"),
    ]


def _troubles(desk: Desk, spoiled: Sequence[str], words: Words) -> Markup:
    """What is wrong with the files, said before anybody decides."""
    told = [*spoiled, *(str(each) for each in desk.book.read().complaints)]
    if desk.book.mended:
        told.append(words("desk.mended", file=desk.book.mended))
    if desk.book.trouble:
        told.append(words("desk.trouble", reason=desk.book.trouble))
    return tag("ul", *(tag("li", each) for each in told), class_="said trouble", role="alert") if told else Markup("")


def _documents(dossiers: Sequence[Dossier], reading: Reading) -> list[Markup]:
    words = reading.words
    if not dossiers:
        return [tag("p", words("desk.empty")), tag("pre", tag("code", "python -m ccnt_dash ingest PATH..."))]
    waiting = sum(each.count(WAITING) for each in dossiers)
    accepted = sum(each.count(ACCEPTED) for each in dossiers)
    told = words("desk.sum", documents=words.number(len(dossiers)), waiting=words.number(waiting))
    build = tag("p", words("desk.build", n=words.number(accepted)), " ", tag("code", BUILD))
    ordered = sorted(
        dossiers, key=lambda each: (each.count(WAITING) == 0, -each.count(WAITING), each.item.document.file)
    )
    heads = ("document", "place", "read", WAITING, ACCEPTED, REJECTED, "conflicts")
    numbers = heads[3:]
    head = [
        tag("th", words(f"desk.head.{each}"), scope="col", class_="number" if each in numbers else None)
        for each in heads
    ]
    rows = [_row(each, reading) for each in ordered]
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows))
    return [tag("p", told), build, _scrolls(table, words("desk.documents"))]


def _scrolls(table: Markup, name: str) -> Markup:
    return tag("div", table, class_="scrolls", tabindex="0", role="region", aria_label=name)


def _row(dossier: Dossier, reading: Reading) -> Markup:
    words, about = reading.words, dossier.item.document
    known = about.region in words.vocabulary["regions"]
    conflicts = sum(1 for case in dossier.cases if case.conflicts)
    link = tag(
        "a",
        about.title or about.file,
        href=f"{HOME}/{dossier.id}{reading.kept}",
        lang="zh-CN" if about.language == "zh" else "en",
    )
    counts = [dossier.count(WAITING), dossier.count(ACCEPTED), dossier.count(REJECTED), conflicts]
    cells = [tag("td", link), tag("td", words.place(about.region) if known else ""), tag("td", about.read_at[:10])]
    return tag("tr", *cells, *(tag("td", words.number(each), class_="number") for each in counts))


def _rules(dossiers: Sequence[Dossier], words: Words) -> list[Markup]:
    found = tallies(dossiers)
    if not found:
        return [tag("p", words("desk.rules.empty"))]
    heads = ("rule", "candidates", WAITING, "unchanged", "changed", REJECTED, "confidence", "share")
    head = [
        tag("th", words(f"desk.head.{each}"), scope="col", class_="number" if each != "rule" else None)
        for each in heads
    ]
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *(_rule(each, words) for each in found)))
    decided = [each for each in found if each.decided]
    chart = [_chart(decided, words)] if decided else [tag("p", words("desk.rules.undecided"), class_="hint")]
    return [tag("p", words("desk.rules.hint"), class_="hint"), *chart, _scrolls(table, words("desk.rules"))]


def _rule(tally: Tally, words: Words) -> Markup:
    counts = (tally.candidates, tally.waiting, tally.unchanged, tally.changed, tally.rejected)
    interval = tally.interval
    share = (
        words("desk.reach", share=f"{tally.share or 0:.0%}", low=f"{interval[0]:.0%}", high=f"{interval[1]:.0%}")
        if interval
        else "–"
    )
    cells = [*map(words.number, counts), f"{tally.confidence:.0%}", share]
    return tag("tr", tag("th", tally.rule, scope="row"), *(tag("td", each, class_="number") for each in cells))


def _chart(found: Sequence[Tally], words: Words) -> Markup:
    """For each rule the share accepted unchanged with its interval, and how sure the rule was of the same ones."""
    height = TOP + ROW * len(found) + 6
    parts: list[Markup] = []
    for tick in (0, 25, 50, 75, 100):
        x = _x(tick / 100)
        parts.append(tag("line", x1=x, x2=x, y1=TOP - 8, y2=height - 4, class_="grid"))
        parts.append(tag("text", f"{tick}%", x=x, y=TOP - 14, text_anchor="middle", class_="muted"))
    for at, tally in enumerate(found):
        parts += _line(tally, TOP + ROW * at + ROW // 2, words)
    told = tag(
        "svg",
        tag("title", words("desk.chart")),
        *parts,
        viewBox=f"0 0 {RIGHT + 90} {height}",
        role="img",
        aria_label=words("desk.chart"),
    )
    key = tag(
        "p",
        tag("span", "━●━ ", words("desk.chart.share")),
        " ",
        tag("span", "◇ ", words("desk.chart.sure")),
        class_="found",
    )
    return tag("figure", tag("figcaption", words("desk.chart"), class_="chart-title"), told, key)


def _line(tally: Tally, y: int, words: Words) -> list[Markup]:
    low, high = tally.interval or (0.0, 1.0)
    sure, share = _x(tally.expected or 0.0), _x(tally.share or 0.0)
    return [
        tag("text", tally.rule[:28], x=LEFT - 14, y=y + 4, text_anchor="end"),
        tag("line", x1=_x(low), x2=_x(high), y1=y, y2=y, class_="reach"),
        tag("circle", cx=share, cy=y, r=5, class_="share"),
        tag("path", d=f"M{sure - 6} {y}l6 -6l6 6l-6 6z", class_="sure", fill_opacity="0"),
        tag("text", words("desk.chart.n", n=words.number(tally.decided)), x=RIGHT + 14, y=y + 4, class_="muted"),
    ]


def _x(share: float) -> int:
    return round(LEFT + share * (RIGHT - LEFT))
