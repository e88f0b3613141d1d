"""Which sentences does a record make? Templates of texts.csv filled with its fields, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ccnt_dash.briefing.issue import ACTIVITY, DUE, POLICY, TARGET, VALUE, Item, Quote, Sentence, Span, record
from ccnt_dash.briefing.period import date
from ccnt_dash.briefing.weigh import points
from ccnt_dash.filters import Filters
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row
from ccnt_dash.views.map import NATION
from ccnt_dash.views.progress import why

# More bodies than a sentence can name, more indicators than one can hold, and the longest quote shown.
MOST_BODIES, MOST_FIRST, LONGEST_QUOTE = 2, 3, 160
# Stands for a linked part while a template is filled; no text holds it.
MARK = "\ue000"
# Kinds that a statement by itself reads as.
PLAIN = ("target", "milestone")


def linked(text: str, *spans: Span) -> tuple[Span, ...]:
    """`text` cut at each mark, the spans put in their place."""
    parts = text.split(MARK)
    woven = [Span(parts[0])]
    for span, after in zip(spans, parts[1:], strict=True):
        woven += [span, Span(after)]
    return tuple(span for span in woven if span.text)


def document(row: Row, section: str, words: Words) -> Item:
    """A document: who issued it when, what it is about, whether it is the first, and its targets as bullets."""
    link = f"/policy/{row['key']}"
    own = record(POLICY, row["key"])
    title = Span(words.of(row, "title"), link)
    kind = words.lowered(words.name("doc_types", row["doc_type"]))
    template = "brief.acted" if row["unnamed"] else "brief.issued"
    told = words(template, who=_who(row, words), title=MARK, type=kind, date=date(row["published"], words))
    targets = row["targets"] or []
    sentences = [Sentence(linked(told, title), (own,))]
    if summary := words.of(row, "summary"):
        sentences.append(Sentence((Span(summary),), (own,)))
    sentences += _first(row, words)
    if targets:
        sentences.append(Sentence((Span(words("brief.says")),), (own,)))
    return Item(
        own,
        section,
        tuple(sentences),
        tuple(_bullet(target, f"{link}#targets", words) for target in targets),
        _quote(row, words) if section == "top" else None,
        _source(row["source_id"], words),
        stem="" if points(row) or section == "top" else str(row["title_stem"]),
        place=words.place(row["region"]),
        link=link,
    )


def _who(row: Row, words: Words) -> str:
    """The bodies that issued a document, or the place where none is known."""
    bodies = [words.name("issuers", code) for code in row["issuers"] or []]
    if not bodies:
        return words.place(row["region"])
    if row["further"]:
        return words("brief.further", first=words("list.comma").join(bodies[:MOST_BODIES]))
    if len(bodies) <= MOST_BODIES:
        return words.listed(bodies)
    return words("brief.bodies", first=bodies[0], more=len(bodies) - 1)


def _first(row: Row, words: Words) -> list[Sentence]:
    first = [target for target in row["targets"] or [] if target["is_first"]]
    names = list(dict.fromkeys(words.lowered(words.name("indicators", target["indicator"])) for target in first))
    if not names or len(names) > MOST_FIRST:
        return []
    told = words("brief.first", place=words.place(row["region"]), indicators=words.listed(names))
    records = tuple(record(TARGET, target["target_id"]) for target in first)
    return [Sentence((Span(told),), (record(POLICY, row["key"]), *records))]


def _bullet(target: dict[str, Any], link: str, words: Words) -> Sentence:
    said = words.of(target, "statement")
    if target["kind"] not in PLAIN:
        said = words("brief.kind", kind=words.name("target_kinds", target["kind"]), text=said)
    return Sentence((Span(said, link),), (record(TARGET, target["target_id"]),))


def _quote(row: Row, words: Words) -> Quote | None:
    """The first words of the source on a target that are short, in the reader's language and without quotes within."""
    for target in row["targets"] or []:
        text, lang = target["quote"], target["quote_lang"]
        if lang == words.lang and len(text) <= LONGEST_QUOTE and '"' not in text:
            return Quote(text, lang)
    return None


def _source(source_id: str, words: Words) -> str:
    source = words.vocabulary["sources"][source_id]
    return words("brief.source", title=words.of(source, "title"), publisher=source["publisher"])


def alike(items: Iterable[Item], row: Row, words: Words) -> Item:
    """Documents of the same name without targets, put together in one sentence; `row` is that of the first."""
    found = list(items)
    kind = words.lowered(words.name("doc_types", row["doc_type"]))
    places = words.listed(MARK for _ in found)
    title = words.of(row, "title")
    told = words("brief.alike", places=places, title=title, type=kind, date=date(row["published"], words))
    records = tuple(item.record for item in found)
    woven = linked(told, *(Span(item.place, item.link) for item in found))
    summary = words.of(row, "summary")
    sentences = (Sentence(woven, records), *([Sentence((Span(summary),), records)] if summary else []))
    return Item(records[0], found[0].section, sentences, source=found[0].source, link=found[0].link)


def activity(row: Row, section: str, words: Words) -> Item:
    """News, an event or a report: its title, who published it when, and what it is about."""
    own, link = record(ACTIVITY, row["key"]), row["url"] or home(row["region"])
    template = "brief.reported" if row["date"] else "brief.undated"
    told = words(template, title=MARK, publisher=row["publisher"], date=date(row["date"], words))
    summary = words.of(row, "summary")
    sentences = [Sentence(linked(told, Span(words.of(row, "title"), link)), (own,))]
    sentences += [Sentence((Span(summary),), (own,))] if summary else []
    return Item(own, section, tuple(sentences), source=_source(row["source_id"], words), link=link)


def home(region: str) -> str:
    """The page of a place."""
    if region == NATION:
        return "/national"
    return f"/{'province' if region.endswith('0000') else 'city'}/{region}"


def value(row: Row, words: Words) -> Item:
    """A yearly figure with what it was the year before, as a statistic of its place."""
    own = record(VALUE, row["key"])
    link = f"/{Filters(metric='observed', indicator=row['indicator'], at=row['year']).to_query()}"
    told = words(
        "brief.value",
        place=words.place(row["region"]),
        indicator=MARK,
        value=words.amount(row["shown"], row["shown_unit"]),
        year=row["year"],
        change=_change(row, words),
        basis=words(f"progress.{row['basis']}"),
    )
    name = words.lowered(words.name("indicators", row["indicator"]))
    sentence = Sentence(linked(told, Span(name, link)), (own,))
    return Item(own, "values", (sentence,), source=_source(row["source_id"], words), link=link)


def _change(row: Row, words: Words) -> str:
    if row["before"] is None:
        return ""
    difference = row["shown"] - row["before"]
    amount = words.amount(abs(difference), row["shown_unit"])
    if row["shown_unit"] == "percent":
        amount = words("brief.points", n=words.number(round(abs(difference), 2)))
    sign = "−" if difference < 0 else "+"
    return words("brief.change", amount=sign + amount, year=row["year"] - 1)


def due(row: Row, words: Words) -> Item:
    """A target that fell due, how it ended, and from which figures that is known."""
    own, link = record(DUE, row["key"]), f"/policy/{row['policy_id']}#targets"
    told = words(
        "brief.due.item",
        place=words.place(row["region"]),
        indicator=MARK,
        target=words.commitment(row),
        year=row["target_year"],
        state=words.lowered(words.name("progress_statuses", row["progress_status"])),
        why=why(row, words),
    )
    name = words.lowered(words.name("indicators", row["indicator"]))
    sentence = Sentence(linked(told, Span(name, link)), (own, record(TARGET, row["key"])))
    return Item(own, "due", (sentence,), source=_source(row["last_source"], words), link=link)


def owed(rows: list[Row], years: str, words: Words) -> Item | None:
    """How many targets fall due and of how many the result is known; None where none falls due."""
    if not rows or not rows[0]["due"]:
        return None
    counted = rows[0]
    some = counted["achieved"] + counted["missed"]
    told = words(
        "brief.due.some" if some else "brief.due.none",
        targets=words.counted("count.targets", counted["due"]),
        years=years,
        achieved=words.number(counted["achieved"]),
        missed=words.number(counted["missed"]),
    )
    own = record(DUE, years)
    return Item(own, "due", (Sentence((Span(told),), (own,)),), link="/targets")
