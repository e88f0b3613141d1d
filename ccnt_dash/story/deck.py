"""What does each slide of a story show? Its texts, and of its views charts or tables with their filters and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import Screen
from ccnt_dash.pages.embed import around, is_chart, signs
from ccnt_dash.story.story import Mark, Slide, Story
from ccnt_dash.story.table import Table, subject, table
from ccnt_dash.taking.context import context
from ccnt_dash.taking.extract import TAKEN, Extract, extract
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure

MOST_SOURCES = 14


@dataclass(frozen=True)
class Worn:
    """In what a story is shown: language, theme, and scheme and host of the site for its addresses."""

    lang: str = "en"
    theme: str = "light"
    origin: str = ""


@dataclass(frozen=True)
class Drawn:
    """A view as it stands on a slide: a figure as `answers.drawn` makes it, or a table.

    `filters` are those of the story with the regions that are highlighted; `selection` says in words what was chosen,
    `credit` names sources and version, `page` is the address on this site that shows the same, `signs` say what colours
    mean, and `stale` is the version that the story was made with where that is another.
    """

    extract: Extract
    filters: Filters
    title: str
    selection: str
    credit: str
    page: str
    boundaries: str
    signs: tuple[dict[str, str], ...]
    figure: Figure | None
    table: Table | None
    stale: str


@dataclass(frozen=True)
class Leaf:
    """A slide in one language; `marks` are arrows and labels, `sources` stand on slides of that kind."""

    slide: Slide
    lang: str
    title: str
    note: str
    speaker: str
    shows: tuple[Drawn, ...]
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """A story in one language and one theme, of one version of the data set."""

    story: Story
    lang: str
    theme: str
    title: str
    about: str
    version: str
    leaves: tuple[Leaf, ...]


def deck(answers: Answers, story: Story, worn: Worn) -> Deck:
    """The slides of a story that fits the data set."""
    lang = worn.lang
    filled = [[drawn(answers, slide, at, worn) for at in range(len(slide.shows))] for slide in story.slides]
    words = answers.words(Filters(lang=lang))
    every = _sources((each for shows in filled for each in shows), words)
    leaves = tuple(_leaf(slide, shows, lang, every) for slide, shows in zip(story.slides, filled, strict=True))
    return Deck(story, lang, worn.theme, story.title.of(lang), story.about.of(lang), answers.store.edition(), leaves)


def _leaf(slide: Slide, shows: Sequence[Drawn], lang: str, sources: tuple[str, ...]) -> Leaf:
    marks = tuple(mark for mark in slide.marks if mark.kind != "region")
    title = slide.title.of(lang) or (shows[0].title if shows else "")
    told = sources if slide.kind == "sources" else ()
    return Leaf(slide, lang, title, slide.note.of(lang), slide.speaker.of(lang), tuple(shows), marks, told)


def drawn(answers: Answers, slide: Slide, at: int, worn: Worn) -> Drawn:
    """The view number `at` of a slide, from 0."""
    shown = slide.shows[at]
    view = TAKEN[shown.view]
    filters = _filters(answers, slide, at, worn)
    found = extract(answers, view, filters)
    words = answers.words(filters)
    picture = answers.drawn(view, filters, Screen(worn.theme, narrow=len(slide.shows) > 1, large=True))
    chart = is_chart(picture)
    meta = around(picture)
    return Drawn(
        extract=found,
        filters=filters,
        title=found.title + subject(found, filters, words),
        selection=found.sentence,
        credit=context(found, words, worn.origin)["credit"],
        page=f"{worn.origin}{found.page}",
        boundaries=words("map.source", source=meta["boundaries"]) if meta.get("boundaries") else "",
        signs=tuple(signs(meta)),
        figure=picture if chart else None,
        table=None if chart else table(found, picture, filters, words),
        stale="" if shown.data in ("", found.version, answers.store.number()) else shown.data,
    )


def _filters(answers: Answers, slide: Slide, at: int, worn: Worn) -> Filters:
    marked = tuple(mark.region for mark in slide.marks if mark.kind == "region" and mark.on == at)
    filters = answers.understood(slide.shows[at].query).set("lang", worn.lang).set("theme", worn.theme)
    return filters.set("regions", tuple(dict.fromkeys((*filters.regions, *marked)))) if marked else filters


def _sources(shows: Iterable[Drawn], words: Words) -> tuple[str, ...]:
    """Title, publisher and terms of each source of the story, those of most slides first."""
    counted: dict[str, int] = {}
    for each in shows:
        for source in each.extract.sources:
            line = f"{words.of(source, 'title')} ({source['publisher']}; {source['licence'] or words('about.licence')})"
            counted[line] = counted.get(line, 0) + 1
    named = sorted(counted, key=lambda line: -counted[line])
    more = len(named) - MOST_SOURCES
    return tuple(named[:MOST_SOURCES]) + ((words("take.more_sources", n=words.number(more)),) if more > 0 else ())
