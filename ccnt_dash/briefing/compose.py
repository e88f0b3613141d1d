"""In which sections and order do the items of an issue stand, and what is said before and after them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ccnt_dash.briefing import say
from ccnt_dash.briefing.issue import ACTIVITY, POLICY, Issue, Item, Section, Sentence, Span, record
from ccnt_dash.briefing.period import period
from ccnt_dash.briefing.weigh import sections, weighed
from ccnt_dash.filters import Filters
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Rows
from ccnt_dash.views.map import NATION

# The parts of an issue in their order; those of documents have a section for each sector.
PARTS = ("top", "news", "national", "local", "values", "due", "reports")
# Texts that stand around the items in every format.
AROUND = ("edited", "about", "contents", "open", "sources")


@dataclass(frozen=True)
class Found:
    """The rows of the four questions that an issue is made from."""

    documents: Rows
    activities: Rows
    values: Rows
    due: Rows


def drafted(found: Found, filters: Filters, words: Words) -> list[Item]:
    """An item for each record, section after section, the one that matters most first."""
    rows = weighed(found.documents, words)
    stands = sections(rows, words)
    items = [say.document(row, stands[row["key"]], words) for row in rows]
    items += [say.activity(row, _kind(row["kind"]), words) for row in found.activities]
    items += [say.value(row, words) for row in found.values]
    owed = say.owed(found.due, _years(filters), words)
    items += [owed] if owed else []
    items += [say.due(row, words) for row in found.due if row["key"]]
    order = _order(words)
    return sorted(items, key=lambda item: order.get(item.section, len(order)))


def _kind(kind: str) -> str:
    return "reports" if kind == "report" else "news"


def _years(filters: Filters) -> str:
    return "–".join(dict.fromkeys(month[:4] for month in (filters.start, filters.end) if month))


def _order(words: Words) -> dict[str, int]:
    """Code of a section -> its place in the issue."""
    sectors = words.vocabulary["sectors"]
    codes = [f"{part}-{sector}" for part in ("national", "local") for sector in sectors]
    named = [*PARTS[:2], *codes, *PARTS[4:]]
    return {code: at for at, code in enumerate(named)}


@dataclass(frozen=True)
class Around:
    """What an issue is called ("" for its period), what it is narrowed to, and the edition of the data set."""

    named: str
    chosen: str
    edition: str


def composed(items: Sequence[Item], found: Found, filters: Filters, words: Words, around: Around) -> Issue:
    """The issue: items in their sections, and what is said before and after them."""
    told = period(filters.start, filters.end, words)
    order = _order(words)
    known = sorted((item for item in items if item.section in order), key=lambda item: order[item.section])
    return Issue(
        filters.start + "_" + filters.end,
        around.named or words("brief.title", period=told),
        words.lang,
        (*_lead(known, found, words), *_narrowed(around.chosen, words), *_left(found, filters, words)),
        tuple(
            _section(code, _together(list(group), found, words), words)
            for code, group in groupby(known, key=lambda item: item.section)
        ),
        None,
        (),
        _about(known, words, around.edition),
        tuple(dict.fromkeys(item.source for item in known if item.source)),
        filters.to_query(),
        tuple((name, words(f"brief.word.{name}")) for name in AROUND),
    )


def _section(code: str, items: Iterable[Item], words: Words) -> Section:
    part, _, sector = code.partition("-")
    name = words.name("sectors", sector) if sector else ""
    return Section(code, words(f"brief.part.{part}"), name, tuple(items))


def _lead(items: Sequence[Item], found: Found, words: Words) -> list[Sentence]:
    """How many documents of whom with how many targets are told."""
    told = {item.record for item in items}
    rows = [row for row in found.documents if record(POLICY, row["key"]) in told]
    local = [row for row in rows if row["region"] != NATION]
    if not rows:
        return [Sentence((Span(words("brief.nothing")),), ())]
    places = {f"{row['region'][:2]}0000" for row in local}
    national = len(local) < len(rows)
    said = words(
        "brief.lead.both" if local and national else "brief.lead.local" if local else "brief.lead.national",
        documents=words.counted("count.documents", len(rows)),
        targets=words.counted("count.targets", sum(len(row["targets"] or []) for row in rows)),
        national=words.number(len(rows) - len(local)),
        local=words.number(len(local)),
        places=words.counted("count.provinces", len(places)),
    )
    return [Sentence((Span(said),), tuple(record(POLICY, row["key"]) for row in rows))]


def _narrowed(chosen: str, words: Words) -> list[Sentence]:
    return [Sentence((Span(words("brief.narrowed", choices=chosen)),), ())] if chosen else []


def _left(found: Found, filters: Filters, words: Words) -> list[Sentence]:
    """How many more documents there are than an issue tells."""
    left = found.documents[0]["total"] - len(found.documents) if found.documents else 0
    if not left:
        return []
    since, until = int(filters.start[:4]), int(filters.end[:4])
    there = replace(Filters(since=since, until=until), regions=filters.regions, sectors=filters.sectors)
    said = words("brief.left", documents=words.counted("count.documents", left))
    return [Sentence((Span(said, f"/{there.to_query()}"),), ())]


def _together(items: list[Item], found: Found, words: Words) -> list[Item]:
    """The items, those that an editor left as they are put together where only their place differs."""
    rows = {record(POLICY, row["key"]): row for row in found.documents}
    stems: dict[str, list[Item]] = {}
    for item in items:
        if item.stem and item.record in rows:
            stems.setdefault(item.stem, []).append(item)
    made, done = [], set()
    for item in items:
        group = stems.get(item.stem, []) if item.record in rows else []
        if len(group) < 2:
            made.append(item)
        elif item.stem not in done:
            done.add(item.stem)
            made.append(say.alike(group, rows[group[0].record], words))
    return made


def _about(items: Sequence[Item], words: Words, edition: str) -> tuple[str, ...]:
    """How the issue was made, from which data set, on which terms."""
    kinds = {item.record.partition(":")[0] for item in items}
    lines = [words("brief.about.made")]
    lines += [words("brief.about.dates")] if kinds & {POLICY, ACTIVITY} else []
    lines += [words("brief.about.edited")] if any(item.state == "rewritten" for item in items) else []
    lines += [words("brief.about.data", site=words("site.title"), version=edition), words("about.licence")]
    return tuple(lines)
