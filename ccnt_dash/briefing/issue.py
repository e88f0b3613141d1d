"""What is an issue of the briefing made of? Parts, items, and sentences that know the records they rest on."""

from __future__ import annotations

from dataclasses import dataclass

# Kinds of record, as in "policy:cn-074d5d92".
POLICY, TARGET, ACTIVITY, VALUE, DUE = "policy", "target", "activity", "value", "due"


@dataclass(frozen=True)
class Span:
    """A piece of text; `link` is an address of this site ("/policy/…"), a whole address, or ""."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence in spans, with the records that it was made from."""

    spans: tuple[Span, ...]
    records: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence without its links."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Quote:
    """The words of a source, in the language they are in."""

    text: str
    lang: str


@dataclass(frozen=True)
class Item:
    """What is told of one record: sentences, bullets, perhaps a quote, and the source in one line.

    `section` is the code of the section it stands in, `state` what an editor decided; `stem` is what other documents
    of the same name have in common, "" where there is nothing to put together.
    """

    record: str
    section: str
    sentences: tuple[Sentence, ...]
    bullets: tuple[Sentence, ...] = ()
    quote: Quote | None = None
    source: str = ""
    state: str = "kept"
    stem: str = ""
    place: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """The item as plain text, bullets as lines of their own."""
        paragraph = " ".join(sentence.text for sentence in self.sentences)
        return "\n".join([paragraph, *(f"- {bullet.text}" for bullet in self.bullets)])


@dataclass(frozen=True)
class Section:
    """Items under one name; sections that stand one after the other in a `part` share its heading."""

    code: str
    part: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Tile:
    """A place in the tile map: its square, short name, count, the colours of ground and text.

    `mark` is what stands below the name: the count, the sign of a reason why there is none, or "".
    """

    x: int
    y: int
    short: str
    name: str
    count: int
    mark: str
    ground: str
    ink: str


@dataclass(frozen=True)
class Tiles:
    """A map of tiles of one size; `legend` holds (colour, sign, label)."""

    title: str
    tiles: tuple[Tile, ...]
    legend: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Bar:
    """A bar: its name, how long it is, what stands at its end, its colour."""

    name: str
    length: float
    label: str
    colour: str


@dataclass(frozen=True)
class Bars:
    """Bars from one line, the longest being as long as there is room."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Issue:
    """An issue for one reader's language; `query` is the address of the page that makes the same."""

    name: str
    title: str
    lang: str
    lead: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    tiles: Tiles | None
    bars: tuple[Bars, ...]
    about: tuple[str, ...]
    sources: tuple[str, ...]
    query: str
    words: tuple[tuple[str, str], ...]

    @property
    def joint(self) -> str:
        """What stands between two sentences."""
        return "" if self.lang == "zh" else " "

    def word(self, key: str) -> str:
        """A text that the writers need besides, by its name."""
        return dict(self.words)[key]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the issue."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def records(self) -> tuple[str, ...]:
        """Every record that a sentence rests on, each once, in the order of the issue."""
        sentences = [each for item in self.items for each in (*item.sentences, *item.bullets)]
        return tuple(dict.fromkeys(record for each in sentences for record in each.records))


def record(kind: str, code: str) -> str:
    """A record as items name it."""
    return f"{kind}:{code}"
