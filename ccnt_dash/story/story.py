"""What is a story? Slides in an order, each with what it says in both languages and the views it shows.

A story is one JSON object, in a file of `data/stories/` or on somebody's own disk. Every part is a frozen value; what
can't be understood is told with its place, its value and what would be right, all of it at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("en", "zh")
# Kind of slide -> how many views it shows: at least, at most.
KINDS = {"cover": (0, 0), "statement": (0, 0), "view": (1, 1), "pair": (2, 2), "table": (1, 1), "sources": (0, 0)}
MARKS = ("arrow", "label", "region")
MOST_SLIDES, MOST_MARKS, LONGEST = 60, 12, 4000

Record = dict[str, Any]


@dataclass(frozen=True)
class Text:
    """The same in both languages; a language in which nothing was written shows the other."""

    en: str = ""
    zh: str = ""

    def of(self, lang: str) -> str:
        """What a reader of `lang` reads."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)

    def record(self) -> Record:
        """As it stands in a file."""
        return {"en": self.en, "zh": self.zh}


@dataclass(frozen=True)
class Shown:
    """A view with the choices of the page it was taken from; `data` is the version of the data it was seen with."""

    view: str
    query: str = ""
    data: str = ""

    def record(self) -> Record:
        """As it stands in a file."""
        return {"view": self.view, "query": self.query, "data": self.data}


@dataclass(frozen=True)
class Mark:
    """Something pointed at on a slide.

    `on` counts the views of the slide from 0. Of an arrow (x, y) is where it begins and (to_x, to_y) its head, of a
    label its middle: shares of the width and the height of that view, from its left top. A region is highlighted by
    its code in `region`, where the marks of the view are places.
    """

    kind: str
    on: int = 0
    x: float = 0.0
    y: float = 0.0
    to_x: float = 0.0
    to_y: float = 0.0
    region: str = ""
    text: Text = Text()

    def record(self) -> Record:
        """As it stands in a file, without what its kind does not have."""
        told: Record = {"kind": self.kind, "on": self.on}
        if self.kind == "region":
            return told | {"region": self.region}
        told |= {"x": self.x, "y": self.y}
        if self.kind == "arrow":
            told |= {"to_x": self.to_x, "to_y": self.to_y}
        return told | {"text": self.text.record()}


@dataclass(frozen=True)
class Slide:
    """One slide: what it says, to the audience and to who speaks, and what it shows."""

    kind: str
    title: Text = Text()
    note: Text = Text()
    speaker: Text = Text()
    shows: tuple[Shown, ...] = ()
    marks: tuple[Mark, ...] = ()

    def record(self) -> Record:
        """As it stands in a file."""
        told: Record = {"kind": self.kind}
        told |= {name: getattr(self, name).record() for name in ("title", "note", "speaker")}
        return told | {"shows": [each.record() for each in self.shows], "marks": [each.record() for each in self.marks]}


@dataclass(frozen=True)
class Story:
    """A title, one sentence on what it is about, and slides; `story` is its name in addresses and files."""

    story: str
    title: Text
    about: Text = Text()
    slides: tuple[Slide, ...] = ()

    def record(self) -> Record:
        """As it stands in a file."""
        slides = [slide.record() for slide in self.slides]
        return {"story": self.story, "title": self.title.record(), "about": self.about.record(), "slides": slides}


class StoryError(ValueError):
    """A story that can't be read; one line for each thing that is wrong."""


@dataclass
class Reader:
    """Reads a record and notes what is wrong, each line beginning with the place."""

    wrong: list[str] = field(default_factory=list)

    def note(self, place: str, value: Any, right: str) -> None:
        """Note that at `place` stands `value` and what would be right."""
        told = repr(value)
        self.wrong.append(f"{place} is {told[:80]}{'…' if len(told) > 80 else ''}; it should be {right}")

    def fields(self, record: Any, place: str, known: tuple[str, ...]) -> Record:
        """`record` if it is an object; what is in it and not known is noted."""
        if not isinstance(record, dict):
            self.note(place, record, "an object")
            return {}
        for name in record:
            if name not in known:
                self.note(f"{place}.{name}", record[name], f"left out; known are {', '.join(known)}")
        return record

    def line(self, record: Record, name: str, place: str) -> str:
        """A text, "" where there is none."""
        value = record.get(name, "")
        if isinstance(value, str) and len(value) <= LONGEST:
            return value
        self.note(f"{place}.{name}", value, f"a text of at most {LONGEST} signs")
        return ""

    def text(self, record: Record, name: str, place: str) -> Text:
        """A text in both languages."""
        place = f"{place}.{name}"
        told = self.fields(record.get(name, {}), place, LANGUAGES)
        return Text(*(self.line(told, lang, place) for lang in LANGUAGES))

    def share(self, record: Record, name: str, place: str) -> float:
        """A share of a width or a height."""
        value = record.get(name, 0)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        self.note(f"{place}.{name}", value, "a number from 0 to 1")
        return 0.0

    def many(self, record: Record, name: str, place: str, most: int) -> list[tuple[str, Any]]:
        """The parts of a list with the place of each."""
        value = record.get(name, [])
        if isinstance(value, list) and len(value) <= most:
            return [(f"{place}.{name}[{at}]", each) for at, each in enumerate(value, 1)]
        self.note(f"{place}.{name}", value, f"a list of at most {most}")
        return []


def story(record: Any, name: str = "story") -> Story:
    """The story that a record tells; StoryError with every line that is wrong. `name` begins each place."""
    reader = Reader()
    told = reader.fields(record, name, ("story", "title", "about", "slides"))
    slides = [_slide(reader, each, place) for place, each in reader.many(told, "slides", name, MOST_SLIDES)]
    found = Story(
        reader.line(told, "story", name),
        reader.text(told, "title", name),
        reader.text(told, "about", name),
        tuple(slides),
    )
    if reader.wrong:
        raise StoryError("\n".join(reader.wrong))
    return found


def _slide(reader: Reader, record: Any, place: str) -> Slide:
    told = reader.fields(record, place, ("kind", "title", "note", "speaker", "shows", "marks"))
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        reader.note(f"{place}.kind", kind, f"one of {', '.join(KINDS)}")
        kind = "statement"
    shows = tuple(_shown(reader, each, at) for at, each in reader.many(told, "shows", place, 2))
    least, most = KINDS[kind]
    if not least <= len(shows) <= most and told.get("kind") == kind:
        reader.note(f"{place}.shows", [each.view for each in shows], f"{least} views, because its kind is {kind}")
    marks = tuple(_mark(reader, each, at, len(shows)) for at, each in reader.many(told, "marks", place, MOST_MARKS))
    title, note, speaker = (reader.text(told, name, place) for name in ("title", "note", "speaker"))
    return Slide(str(kind), title, note, speaker, shows, marks)


def _shown(reader: Reader, record: Any, place: str) -> Shown:
    told = reader.fields(record, place, ("view", "query", "data"))
    return Shown(*(reader.line(told, name, place) for name in ("view", "query", "data")))


def _mark(reader: Reader, record: Any, place: str, views: int) -> Mark:
    told = reader.fields(record, place, ("kind", "on", "x", "y", "to_x", "to_y", "region", "text"))
    kind, on = told.get("kind"), told.get("on", 0)
    if kind not in MARKS:
        reader.note(f"{place}.kind", kind, f"one of {', '.join(MARKS)}")
    if on not in range(views):
        reader.note(f"{place}.on", on, f"the number of a view of this slide, from 0; it shows {views}")
    x, y, to_x, to_y = (reader.share(told, name, place) for name in ("x", "y", "to_x", "to_y"))
    return Mark(str(kind), on, x, y, to_x, to_y, reader.line(told, "region", place), reader.text(told, "text", place))
