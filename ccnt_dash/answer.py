"""What is the answer to the reader's choices? The one door to everything a reader sees."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from threading import Lock
from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.look import WIDE_AND_LIGHT, Look, Screen, look
from ccnt_dash.store import Store, parameters
from ccnt_dash.terms import asked
from ccnt_dash.texts import Words, words
from ccnt_dash.views import VIEWS, View
from ccnt_dash.views.base import Rows
from ccnt_dash.vocab import Vocabulary, vocabulary

REMEMBERED = 2_000
# Where a question is narrowed by a search, it gives the macros of sql/search.sql what the search finds.
NARROWING = "search := $search"
# Whole bytes of bits: others would be filled up in front.
MOST = "SELECT coalesce(max(policy_no), 0) // 8 * 8 + 7 AS most FROM policy_facts"
FOUND = "SELECT found FROM found_by($said, $most)"
# Threads that ask: most of a question's time is spent in the database, which lets others run meanwhile.
ASKING = ThreadPoolExecutor(4, "asking")


@dataclass
class Memory:
    """The last answers, by what they depend on; a new data set asks anew because its version is part of that."""

    kept: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer remembered under `key`, made now if there is none."""
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        made = make()
        with self.lock:
            self.kept[key] = made
            while len(self.kept) > REMEMBERED:
                self.kept.popitem(last=False)
        return made


@dataclass(frozen=True)
class Answers:
    """Answers from one data set in the look of one site.

    `geometry` is the folder of another map than its own, `previous` an older data set to compare with.
    """

    store: Store
    assets: Path
    language: str = "en"
    geometry: Path | None = None
    previous: Path | None = None
    memory: Memory = field(default_factory=Memory)

    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the data set served now."""
        return vocabulary(self.store)

    def words(self, filters: Filters) -> Words:
        """The words of the reader's language."""
        return words(self.store, filters.lang or self.language)

    def understood(self, query: str) -> Filters:
        """The choices in a query string, without codes that the data set does not know."""
        return self.known(Filters.from_query(query))

    def known(self, filters: Filters) -> Filters:
        """`filters` without codes that the data set does not know."""
        return filters.known(self.vocabulary().known())

    def rows(self, view: View, filters: Filters) -> Rows:
        """Rows of a view with `chosen` in each; the field that the view writes does not narrow them."""
        question = view.asks(filters.metric)
        key = ("rows", self.store.edition(), question, _key(question, filters))
        rows = self.memory.get(key, lambda: self.store.rows(question, self._bound(question, filters)))
        return _chosen(rows, view, filters)

    def whole(self, view: View, filters: Filters) -> Rows:
        """All rows of a view, where `rows` are those of one page. Not remembered: they may be many."""
        if not view.whole:
            return self.rows(view, filters)
        return _chosen(self.store.rows(view.whole, self._bound(view.whole, filters)), view, filters)

    def columns(self, view: View, filters: Filters) -> dict[str, str]:
        """Column -> type in the database, of all rows of a view."""
        question = view.whole or view.asks(filters.metric)
        key = ("columns", self.store.edition(), question)
        told: dict[str, str] = self.memory.get(
            key, lambda: self.store.columns(question, self._bound(question, filters))
        )
        return told

    def piece(self, view: View, filters: Filters, limit: int, offset: int) -> tuple[Rows, int]:
        """At most `limit` rows of a view from `offset` on, and how many there are. Not remembered: they may be many."""
        return self.store.piece(view.sql, self._bound(view.sql, filters), limit, offset)

    def prepare(self, views: Iterable[View], filters: Filters) -> None:
        """Ask for the rows of several views at once: the database answers them side by side, each question once."""
        questions = {view.asks(filters.metric): view for view in views}
        for question in questions:
            self._bound(question, filters)  # what a search finds is looked for once, before all ask
        list(ASKING.map(lambda view: self.rows(view, filters), questions.values()))

    def drawn(self, view: View, filters: Filters, screen: Screen = WIDE_AND_LIGHT) -> Any:
        """What a view shows: a figure {data, layout}, or what else its drawing makes. Remembered: not to be changed."""
        worn = replace(screen, theme=filters.theme or screen.theme)
        reader = self.words(filters)
        style = look(self.assets, self.geometry or self.assets / "geo", worn, reader.lang)
        asked = (_key(view.asks(filters.metric), filters), _picked(view, filters))
        key = ("drawn", self.store.edition(), view.id, filters.metric, asked, reader.lang, worn)
        return self.memory.get(key, lambda: _styled(view.draw(self.rows(view, filters), reader, style), style))

    def _bound(self, question: str, filters: Filters) -> dict[str, Any]:
        """The values that a question names."""
        params = filters.params()
        if filters.search:
            params["search"] = self.searched(filters.search, NARROWING in question)
        return {name: params[name] for name in parameters(question)}

    def searched(self, text: str, narrowing: bool = True) -> dict[str, Any]:
        """What is bound for a search: what it says and, where it narrows, what it finds."""
        said = list(asked(text))
        return {"said": said, "found": self._found(said) if narrowing else None}

    def _found(self, said: list[str]) -> bytes:
        """One bit for each policy: does the search find it? Looked for once, however many views ask."""
        edition = self.store.edition()
        most = self.memory.get(("most", edition), lambda: self.store.rows(MOST)[0]["most"])
        bound = {"said": said, "most": most}
        return bytes(self.memory.get(("found", edition, *said), lambda: self.store.rows(FOUND, bound)[0]["found"]))

    def numbers(self, filters: Filters) -> dict[str, int]:
        """Policies, targets, policies with targets and provinces in the selection."""
        row = self.rows(VIEWS["numbers"], filters)[0]
        return {name: row[name] for name in ("policies", "targets", "with_targets", "provinces")}

    def sentence(self, filters: Filters) -> str:
        """One sentence that says what is selected and how much it is."""
        say, numbers = self.words(filters), self.numbers(filters)
        said = [
            label if name in ("regions", "policies", "search") or not at else say.lowered(label)
            for at, (name, label) in enumerate(self.chips(filters))
        ]
        subject = say("list.dot").join(said) or say("sentence.everything")
        found = say.counted("count.targets", numbers["targets"])
        where = say.counted("count.policies", numbers["with_targets"])
        if set(filters.narrowing()) & {"years", "kinds"}:
            return say("sentence.targets", subject=subject, targets=found, policies=where)
        policies = say.counted("count.policies", numbers["policies"])
        if numbers["policies"] == numbers["with_targets"] or not numbers["targets"]:
            return say("sentence.all", subject=subject, policies=policies, targets=found)
        return say("sentence.policies", subject=subject, policies=policies, targets=found, with_targets=where)

    def chips(self, filters: Filters) -> list[tuple[str, str]]:
        """Each field that narrows the records, with its choice in words."""
        say = self.words(filters)
        return [(name, _choice(name, filters, say, self.store)) for name in filters.narrowing()]

    def ways_out(self, filters: Filters) -> list[tuple[str, str, int]]:
        """For an empty selection: each choice that could be dropped, in words, and the policies that would show."""
        return [(name, label, self.numbers(filters.without(name))["policies"]) for name, label in self.chips(filters)]


def _chosen(rows: Rows, view: View, filters: Filters) -> Rows:
    picked = _picked(view, filters)
    return [{**row, "chosen": row.get("key") in picked} for row in rows]


def _key(question: str, filters: Filters) -> Hashable:
    return tuple((name, getattr(filters, name)) for name in sorted(parameters(question)))


def _styled(drawing: Any, style: Look) -> Any:
    """A figure with the fonts and axes of the look; anything else as it is."""
    if not isinstance(drawing, dict) or "layout" not in drawing:
        return drawing
    return {"data": drawing["data"], "layout": {**drawing["layout"], "template": style.template}}


def _picked(view: View, filters: Filters) -> tuple[Any, ...]:
    value = getattr(filters, view.writes) if view.writes else ()
    return value if isinstance(value, tuple) else (value,)


def _choice(name: str, filters: Filters, say: Words, store: Store) -> str:
    value = getattr(filters, name)
    if name == "policies":
        titles = store.rows(
            "SELECT title_en, title_zh FROM policies WHERE list_contains($policies, policy_id)",
            {"policies": list(value)},
        )
        return say.listed(say("quoted", text=say.of(row, "title")) for row in titles)
    if not isinstance(value, tuple):
        return say(f"choice.{name}", value=value)
    table = next(each.metadata["vocabulary"] for each in fields(Filters) if each.name == name)
    form = "short" if table == "regions" else "name"
    named = say.listed(say.name(table, code, form) if table else str(code) for code in value)
    return say(f"choice.{name}", value=named)
