"""How do tests make slides of a view or a story, and read back what is in them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.embed import is_chart
from ccnt_dash.settings import ROOT
from ccnt_dash.story.deck import Deck, Drawn, Worn, deck
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.slides.axis import number
from ccnt_dash.story.story import Shown, Slide, Story, Text
from ccnt_dash.taking.extract import TAKEN

ORIGIN = "https://example.org"
SOFFICE = "soffice"
DATA = ROOT / "data"
OF = {"regions": "?regions=140000", "policies": "?policies=cn-6200be71"}
# A map, tiles and a table of cells are shapes and tables; all other figures are native charts.
NO_CHARTS = ("map", "calendar")
CHARTS = [
    *("map", "sectors", "timeline", "compare", "path", "due", "peers", "slope"),
    *("multiples", "cascade", "network", "paces", "calendar"),
]


def told(view: str, query: str = "", **parts: Any) -> Story:
    slide = Slide("view", Text("What is seen", "所见"), Text("A note", "说明"), shows=(Shown(view, query),), **parts)
    return Story("lanterns", Text("Lanterns", "灯笼"), Text("On lanterns", "关于灯笼"), (slide,))


def made(answers: Answers, story: Story, lang: str = "en", theme: str = "light") -> tuple[Deck, Any]:
    found = deck(answers, story, Worn(lang, theme, ORIGIN))
    return found, Presentation(BytesIO(pptx(found, answers)))


def shapes(holder: Any) -> Iterator[Any]:
    for shape in holder.shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes(shape)


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in shapes(slide) if getattr(shape, "has_chart", False)]


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in shapes(slide) if shape.has_text_frame)


def around(answers: Answers, lang: str) -> set[str]:
    """The names of series that are texts and lines of axes."""
    words = answers.words(Filters(lang=lang))
    return {words(f"slides.{name}") for name in ("grid", "axis.x", "axis.y", "signs")}


def points(found: list[Any], around: set[str]) -> Counter[tuple[float, float]]:
    """The points of XY charts, without the texts and lines of axes."""
    every: Counter[tuple[float, float]] = Counter()
    for chart in found:
        if chart.chart_type.name.startswith("XY"):
            for series in chart._chartSpace.iter(qn("c:ser")):
                if series.find(f".//{qn('c:tx')}//{qn('c:v')}").text not in around:
                    xs, ys = (_values(series.find(qn(tag))) for tag in ("c:xVal", "c:yVal"))
                    every.update((round(xs[at], 6), round(ys[at], 6)) for at in ys)
    return every


def _values(held: Any) -> dict[int, float]:
    return {int(point.get("idx")): float(point.find(qn("c:v")).text) for point in held.iter(qn("c:pt"))}


def drawn_points(drawn: Drawn) -> Counter[tuple[float, float]]:
    """The points of the figure, without upright ticks, which become lines."""
    every: Counter[tuple[float, float]] = Counter()
    for trace in (drawn.figure or {})["data"]:
        if trace["type"] == "scatter" and trace.get("marker", {}).get("symbol") != "line-ns-open":
            pairs = zip(trace["x"], trace["y"], strict=True)
            every.update((round(number(x) or 0, 6), round(number(y) or 0, 6)) for x, y in pairs if y is not None)
    return every


def lines(drawn: Drawn) -> int:
    """How many lines and upright ticks the figure has."""
    figure = drawn.figure or {}
    ticks = [trace for trace in figure["data"] if trace.get("marker", {}).get("symbol") == "line-ns-open"]
    return len(figure["layout"].get("shapes", ())) + sum(len(trace["x"]) for trace in ticks)


def views(answers: Answers) -> list[str]:
    queries = {name: answers.understood(OF.get(view.of, "")) for name, view in TAKEN.items()}
    return [name for name, filters in queries.items() if is_chart(answers.drawn(TAKEN[name], filters))]
