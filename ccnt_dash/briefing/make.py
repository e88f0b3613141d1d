"""How does a period and a choice become an issue? The rows of four views, an editor's decisions, the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ccnt_dash.answer import Answers
from ccnt_dash.briefing import pictures
from ccnt_dash.briefing.compose import Around, Found, composed, drafted
from ccnt_dash.briefing.decide import Decision, decided
from ccnt_dash.briefing.issue import POLICY, Issue, Item
from ccnt_dash.filters import Filters
from ccnt_dash.look import WIDE_AND_LIGHT, look
from ccnt_dash.views import VIEWS


def items(answers: Answers, filters: Filters, decisions: Sequence[Decision] = ()) -> list[Item]:
    """The items of an issue, one for each record, in the editor's order and words."""
    words = answers.words(filters)
    return decided(drafted(_found(answers, filters), filters, words), decisions, words.lang, words("brief.record"))


def briefed(answers: Answers, filters: Filters, decisions: Sequence[Decision] = (), named: str = "") -> Issue:
    """The issue for the period, places, sectors and language of `filters`; without decisions as the rule orders it."""
    words, found = answers.words(filters), _found(answers, filters)
    told = items(answers, filters, decisions)
    if not decisions:
        told = [replace(item, state="kept") for item in told]
    chosen = words("list.dot").join(label for _, label in answers.chips(_narrow(filters)))
    issue = composed(told, found, filters, words, Around(named, chosen, answers.store.edition()))
    return _illustrated(answers, issue, filters)


def of_issue(answers: Answers, name: str, lang: str) -> tuple[Issue, Filters] | None:
    """A saved issue of the data set, and the choices that it was made with; None where there is none of that name."""
    row = next((row for row in answers.rows(VIEWS["issues"], Filters()) if row["issue"] == name), None)
    if row is None:
        return None
    filters = answers.known(chosen(row, lang))
    saved = [Decision.of(each) for each in answers.rows(VIEWS["briefings"], Filters()) if each["issue"] == name]
    return briefed(answers, filters, saved, answers.words(filters).of(row, "title")), filters


def chosen(row: dict[str, str], lang: str) -> Filters:
    """The choices that an issue of the list was made with, in a language."""
    regions, sectors = (tuple((row[name] or "").split(";")) if row[name] else () for name in ("regions", "sectors"))
    return Filters(regions=regions, sectors=sectors, start=row["starts"], end=row["ends"], lang=lang)


def pictured(issue: Issue, filters: Filters) -> Filters:
    """The choices under which the views show the documents of an issue and nothing else."""
    codes = tuple(each.partition(":")[2] for each in issue.records if each.startswith(f"{POLICY}:"))
    return Filters(policies=codes, lang=filters.lang, theme=filters.theme)


def _narrow(filters: Filters) -> Filters:
    return Filters(regions=filters.regions, sectors=filters.sectors, lang=filters.lang)


def _found(answers: Answers, filters: Filters) -> Found:
    asked = replace(_narrow(filters), start=filters.start, end=filters.end)
    views = [VIEWS[f"brief_{name}"] for name in ("documents", "activities", "values", "due")]
    answers.prepare(views, asked)
    return Found(*(answers.rows(view, asked) for view in views))


def _illustrated(answers: Answers, issue: Issue, filters: Filters) -> Issue:
    """The issue with its map and charts, in the colours of the light theme, which paper and mail have."""
    words, shown = answers.words(filters), pictured(issue, filters)
    if not shown.policies:
        return issue
    style = look(answers.assets, answers.geometry or answers.assets / "geo", WIDE_AND_LIGHT, words.lang)
    rows = {name: answers.rows(VIEWS[name], shown) for name in ("map", "sectors", "timeline")}
    bars = (pictures.sectors(rows["sectors"], words), pictures.years(rows["timeline"], words, style))
    return replace(
        issue, tiles=pictures.tiles(rows["map"], words, style), bars=tuple(each for each in bars if each.bars)
    )
