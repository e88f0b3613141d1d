"""What can a reader do on the page, and what does she see there?"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Locator, Page, Request, Route, expect

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import Screen
from ccnt_dash.texts import Words
from ccnt_dash.views import VIEWS
from tests.e2e import scripts

PATIENCE = 15_000
NARROW = 900
UPDATE = "_dash-update-component"
Point = tuple[float, float]


@dataclass
class Reader:
    """A reader before a page. Fields of Filters are named where a choice is meant; her language is added."""

    page: Page
    address: str
    answers: Answers
    lang: str = "en"
    updates: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.updates.append(request) if UPDATE in request.url else None)

    # Choices and the answers to them

    def choices(self, **fields: Any) -> Filters:
        return replace(Filters(lang="zh" if self.lang == "zh" else ""), **fields)

    @property
    def words(self) -> Words:
        return self.answers.words(self.choices())

    def drawn(self, view: str, **fields: Any) -> Any:
        """The answer of the server for these choices, on a screen of this size."""
        size = self.page.viewport_size
        screen = Screen(narrow=size is not None and size["width"] <= NARROW)
        return self.answers.drawn(VIEWS[view], self.choices(**fields), screen)

    def most(self, view: str, column: str, **fields: Any) -> Any:
        """Key of the row that has the most in a column."""
        return max(self.answers.rows(VIEWS[view], self.choices(**fields)), key=lambda row: row[column])["key"]

    # Going

    def open(self, **fields: Any) -> None:
        self.visit(self.choices(**fields).to_query())

    def visit(self, query: str) -> None:
        """Go to an address as it is typed."""
        self.page.goto(f"{self.address}/{query}")
        self.ready()

    def ready(self) -> None:
        for view in ("map", "sectors"):
            self.page.wait_for_selector(f"#graph-{view} [data-key]", state="attached")
        self.page.wait_for_selector("#grid .ag-root")

    # Doing

    def choose_province(self, code: str, add: bool = False) -> None:
        self.click_mark("map", code, add)

    def click_mark(self, view: str, key: str, add: bool = False) -> None:
        """Point at a mark with the mouse until the chart has noticed, and click."""
        self.page.evaluate(scripts.QUIET, view)
        self.page.mouse.move(1, 1)  # what is told of a mark from before a chart was drawn anew is no answer to a click
        self.page.wait_for_function(scripts.UNHOVERED, arg=view)
        x, y = self.point(view, key)
        self.page.mouse.move(x - 1, y)
        self.page.mouse.move(x, y)
        self.page.wait_for_function(scripts.HOVERED, arg=[view, key])
        if add:
            self.page.keyboard.down("Shift")
        self.page.mouse.down()
        self.page.mouse.up()
        if add:
            self.page.keyboard.up("Shift")

    def point(self, view: str, key: str) -> Point:
        """Where a mark can be hit, in CSS pixels of the window."""
        self.mark(view, key).scroll_into_view_if_needed()
        found = self.page.evaluate(scripts.POINT, [view, key])
        assert found, f"{key} can't be hit in {view}"
        return found[0], found[1]

    def open_row(self, key: str) -> None:
        self.page.locator(f'.ag-row[row-id="{key}"] [col-id="title"]').click()

    def tick(self, control: str, value: str) -> None:
        self.option(control, value).click()

    def pick(self, control: str, value: str) -> None:
        """Open a dropdown and choose one of its options with the mouse."""
        self.page.locator(f"#control-{control}").click()
        self.page.locator(f'.dash-dropdown-option:has(input[value="{value}"])').click()

    @contextmanager
    def unanswered(self) -> Iterator[None]:
        """What is done within happens before the server answers any of it."""
        held: list[Route] = []
        released = False

        def pass_on(route: Route) -> None:
            route.continue_() if released else held.append(route)

        self.page.route(f"**/{UPDATE}*", pass_on)
        yield
        self.until(lambda: bool(held), True)
        released = True
        for route in held:
            route.continue_()

    # Seeing

    @property
    def sentence(self) -> Locator:
        return self.page.locator("#part-sentence")

    @property
    def counters(self) -> Locator:
        return self.page.locator("#part-counters")

    @property
    def chips(self) -> Locator:
        return self.page.locator("#part-chips .chip")

    @property
    def policies(self) -> Locator:
        return self.page.locator(".opened .policy")

    def option(self, control: str, value: str) -> Locator:
        return self.page.locator(f'#control-{control} input[value="{value}"]')

    def mark(self, view: str, key: str) -> Locator:
        return self.page.locator(f'#graph-{view} [data-key="{key}"]').first

    def labels(self, view: str) -> list[str]:
        """What each mark of a chart says of itself; in the map each place twice, for it is in the inset too."""
        found: list[str] = self.page.evaluate(scripts.LABELS, view)
        return sorted(found)

    def colours(self, view: str) -> list[str]:
        found: list[str] = self.page.evaluate(scripts.COLOURS, view)
        return found

    def map_rows(self) -> list[str]:
        return self.labels("map")

    def outlined(self) -> set[str]:
        """Codes of the places with an outline in the map."""
        return set(self.page.evaluate(scripts.OUTLINED))

    def titles(self) -> list[str]:
        """Titles in the table, from top to bottom."""
        found: list[str] = self.page.evaluate(scripts.TITLES)
        return found

    def focused(self) -> str | None:
        """Key of the mark that has the focus."""
        key: str | None = self.page.evaluate("document.activeElement.dataset.key || null")
        return key

    # Waiting and comparing

    def wait_settled(self, **fields: Any) -> None:
        """Wait until address and sentence are those of the choices."""
        wanted = self.choices(**fields)
        self.until(lambda: self.page.url, f"{self.address}/{wanted.to_query()}")
        expect(self.sentence).to_have_text(self.answers.sentence(wanted))

    def sees(self, **fields: Any) -> None:
        """Address, sentence, chips, outlines, charts and table are the answers to the choices."""
        wanted = self.choices(**fields)
        self.wait_settled(**fields)
        expect(self.chips).to_have_count(len(wanted.narrowing()))
        self.until(self.outlined, set(filter(self.is_province, wanted.regions)))
        for view in ("map", "sectors", "timeline", "compare"):
            self.until(lambda view=view: self.labels(view), self.drawn_labels(view, **fields))
        self.until(self.titles, [row["title"] for row in self.drawn("table", **fields)["rows"]])

    def is_province(self, code: str) -> bool:
        return bool(self.words.vocabulary["regions"][code]["level"] == "provincial")

    def drawn_labels(self, view: str, **fields: Any) -> list[str]:
        traces = [trace for trace in self.drawn(view, **fields)["data"] if trace["hoverinfo"] == "text"]
        return sorted(_plain(text) for trace in traces for text in trace["hovertext"])

    def until(self, probe: Callable[[], Any], wanted: Any) -> None:
        """Ask again until the probe gives what is wanted."""
        end = time.monotonic() + PATIENCE / 1000
        while probe() != wanted and time.monotonic() < end:
            self.page.wait_for_timeout(25)
        found = probe()
        assert found == wanted


def _plain(text: str) -> str:
    return re.sub("<[^>]*>", "", text.replace("<br>", ", "))
