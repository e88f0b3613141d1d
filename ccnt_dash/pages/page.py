"""What is an interactive page? An address, controls, and parts that follow the reader's choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash.dependencies import Output

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import WIDE_AND_LIGHT, Screen
from ccnt_dash.pages.controls import CONTROLS
from ccnt_dash.pages.ids import Names
from ccnt_dash.views import VIEWS


@dataclass(frozen=True)
class Reading:
    """One reader's view of the data: her choices, her screen, the control she looks at, the site's origin."""

    answers: Answers
    filters: Filters
    screen: Screen = WIDE_AND_LIGHT
    unfolded: str = ""
    origin: str = ""

    def drawn(self, view: str) -> Any:
        """What a view shows for these choices."""
        return self.answers.drawn(VIEWS[view], self.filters, self.screen)

    def of(self, field: str, code: str) -> Reading:
        """The same reader with one code chosen and nothing else."""
        return replace(self, filters=self.filters.cleared().set(field, (code,)))

    @property
    def kept(self) -> str:
        """The query that goes along to other pages: language and theme."""
        return Filters(lang=self.filters.lang, theme=self.filters.theme).to_query()

    @property
    def other_language(self) -> str:
        """The query of the same choices in the other language."""
        return self.filters.set("lang", "zh" if self.words.lang == "en" else "en").to_query()

    @property
    def words(self) -> Any:
        """The words of the reader's language."""
        return self.answers.words(self.filters)


@dataclass(frozen=True)
class Part:
    """A property of a component that follows the choices."""

    component: str
    property: str
    show: Callable[[Reading], Any]

    def output(self) -> Output:
        """The property as an output of a callback."""
        return Output(self.component, self.property)


@dataclass(frozen=True)
class Page:
    """A page at `path`: the fields it has controls for, the views that every answer asks, and its parts."""

    path: str
    names: Names
    fields: tuple[str, ...]
    asked: tuple[str, ...]
    parts: Mapping[str, Part]


def shown(page: Page, reading: Reading) -> dict[str, Any]:
    """Every part of the page as it is shown for these choices."""
    unfolded = CONTROLS[reading.unfolded].facet if reading.unfolded in page.fields else ""
    needed = page.asked + ((unfolded,) if unfolded else ()) + (("policy",) if reading.filters.policies else ())
    reading.answers.prepare((VIEWS[view] for view in needed), reading.filters)
    return {name: part.show(reading) for name, part in page.parts.items()}


def remembered(page: Page, reading: Reading) -> dict[str, Any]:
    """`shown`, kept for the next answer, which starts from what is on the page now."""
    key = ("shown", page.path, reading.answers.store.edition(), reading.filters, reading.screen, reading.unfolded)
    parts: dict[str, Any] = reading.answers.memory.get(key, lambda: shown(page, reading))
    return parts
