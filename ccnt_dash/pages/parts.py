"""Which parts of the page follow the reader's choices, and what does each show for them?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from dash.dependencies import Output

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.look import WIDE_AND_LIGHT, Screen
from ccnt_dash.pages import ids, pieces, policy
from ccnt_dash.pages.controls import CONTROLS, chosen_label, options, shown_value
from ccnt_dash.views import CHARTS, VIEWS

SUGGESTIONS = 5
# Views that every answer needs, slowest first.
ASKED = ("compare", "timeline", "map", "table", "sectors", "numbers", "kinds", "levels")


@dataclass(frozen=True)
class Reading:
    """One reader's view of the data: her choices, her screen, and the control whose options she looks at."""

    answers: Answers
    filters: Filters
    screen: Screen = WIDE_AND_LIGHT
    unfolded: str = ""

    def drawn(self, view: str) -> Any:
        """What a view shows for these choices."""
        return self.answers.drawn(VIEWS[view], self.filters, self.screen)

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


def _figure(reading: Reading, view: str) -> Any:
    figure = reading.drawn(view)
    return {**figure, "layout": {name: value for name, value in figure["layout"].items() if name != "meta"}}


def _meta(reading: Reading, view: str) -> dict[str, Any]:
    meta: dict[str, Any] = reading.drawn(view)["layout"].get("meta", {})
    return meta


def _title(reading: Reading, view: str) -> str:
    return str(_meta(reading, view)["title"])


def _value(reading: Reading, field: str) -> Any:
    return shown_value(CONTROLS[field], reading.filters)


def _options(reading: Reading, field: str) -> Any:
    """All options with their counts; of a dropdown that is folded only the chosen ones, which it shows."""
    control = CONTROLS[field]
    value = shown_value(control, reading.filters)
    chosen = [each for each in (value if control.many else [value]) if each]
    if control.form == "dropdown" and field != reading.unfolded:
        return [{"value": each, "label": chosen_label(control, each, reading.words)} for each in chosen]
    counted = reading.drawn(control.facet)
    present = {each["value"] for each in counted}
    lost = [each for each in chosen if each not in present]
    # A chosen year that nothing is found for now stays among the options, so that it can be un-chosen.
    return options(
        control,
        [*counted, *({"value": value, "label": str(value), "n": 0, "chosen": True} for value in lost)],
        reading.words,
    )


def _sector_options(reading: Reading) -> Any:
    rows, words = reading.answers.rows(VIEWS["sectors"], reading.filters), reading.words
    counted = [
        {"value": row["key"], "label": words.name("sectors", row["key"]), "n": row["policies"], "chosen": row["chosen"]}
        for row in reversed(rows)
    ]
    return options(CONTROLS["sectors"], counted, words)


def _legend(reading: Reading) -> Any:
    return pieces.legend(_meta(reading, "map")["legend"], reading.words)


def _places(reading: Reading) -> Any:
    rows = reading.answers.rows(VIEWS["map"], reading.filters)
    small = [(row["key"], row["chosen"]) for row in rows if row["small"]]
    return pieces.places(_meta(reading, "map")["nation"], small, reading.words)


def _empty(reading: Reading) -> Any:
    if reading.answers.numbers(reading.filters)["policies"]:
        return []
    found = reading.answers.ways_out(reading.filters)
    alone = reading.filters.narrowing() == ("regions",)
    places = reading.words.listed(reading.words.place(code) for code in reading.filters.regions) if alone else ""
    return pieces.ways_out(found, places, reading.words)


def _compare_note(reading: Reading) -> Any:
    compared = {row["key"] for row in reading.answers.rows(VIEWS["compare"], reading.filters)}
    missing = [code for code in reading.filters.regions if code not in compared]
    if not missing:
        return []
    counted = sorted((each for each in reading.drawn("indicators") if each["n"]), key=lambda each: -each["n"])
    return pieces.compare_note(missing, counted[:SUGGESTIONS], reading.words)


def _timeline_note(reading: Reading) -> str:
    dated = sum(row["targets"] for row in reading.answers.rows(VIEWS["timeline"], reading.filters))
    undated = reading.answers.numbers(reading.filters.set("years", ()))["targets"] - dated
    told = reading.words.counted("count.targets", undated)
    return str(reading.words("timeline.undated", targets=told)) if undated else ""


def _leading(reading: Reading) -> str:
    """What the indicator control says while nothing is chosen there: the indicator that is shown."""
    words, leading = reading.words, reading.answers.rows(VIEWS["map"], reading.filters)[0]["indicator"]
    return str(words("control.automatic", value=words.name("indicators", leading)) if leading else words("control.any"))


def _moment(reading: Reading) -> str:
    """What the year control says while nothing is chosen there: the year that is shown."""
    year = reading.answers.rows(VIEWS["map"], reading.filters)[0]["year"]
    return str(reading.words("control.automatic", value=year) if year else reading.words("control.any"))


def _sort(reading: Reading) -> list[dict[str, str]]:
    column, way = reading.filters.sort.split("-")
    return [{"colId": column, "sort": way}]


def _around() -> dict[str, Part]:
    """What stands around charts and controls."""
    return {
        "sentence": Part(ids.part("sentence"), "children", lambda r: r.answers.sentence(r.filters)),
        "counters": Part(ids.part("counters"), "children", lambda r: pieces.counters(r.drawn("numbers"))),
        "chips": Part(ids.part("chips"), "children", lambda r: pieces.chips(r.answers.chips(r.filters), r.words)),
        "empty": Part(ids.part("empty"), "children", _empty),
        "map_sources": Part(
            ids.part("map_sources"), "children", lambda r: pieces.terms(_meta(r, "map")["sources"], r.words)
        ),
        "legend": Part(ids.part("legend"), "children", _legend),
        "places": Part(ids.part("places"), "children", _places),
        "compare_note": Part(ids.part("compare_note"), "children", _compare_note),
        "timeline_note": Part(ids.part("timeline_note"), "children", _timeline_note),
        "levels": Part(ids.part("levels"), "children", lambda r: pieces.levels(_meta(r, "timeline")["levels"])),
        "placeholder.indicator": Part(ids.control("indicator"), "placeholder", _leading),
        "placeholder.at": Part(ids.control("at"), "placeholder", _moment),
        "rows": Part(ids.GRID, "rowData", lambda r: r.drawn("table")["rows"]),
        "sort": Part(ids.GRID, "columnState", _sort),
        "pager": Part(ids.part("pager"), "children", lambda r: pieces.pager(r.drawn("table"), r.words)),
        "policy": Part(
            ids.part("policy"),
            "children",
            lambda r: policy.opened(r.drawn("policy"), r.words) if r.filters.policies else [],
        ),
        "language": Part(ids.part("language"), "href", lambda r: r.other_language),
    }


def _charts() -> dict[str, Part]:
    found = {}
    for view in CHARTS:
        found[f"figure.{view.id}"] = Part(ids.graph(view.id), "figure", partial(_figure, view=view.id))
        found[f"title.{view.id}"] = Part(ids.part(f"title-{view.id}"), "children", partial(_title, view=view.id))
    return found


def _controls() -> dict[str, Part]:
    found = {}
    for control in CONTROLS.values():
        found[f"value.{control.field}"] = Part(
            ids.control(control.field), "value", partial(_value, field=control.field)
        )
        if control.facet:
            show = _sector_options if control.field == "sectors" else partial(_options, field=control.field)
            found[f"options.{control.field}"] = Part(ids.control(control.field), "options", show)
    return found


PARTS: dict[str, Part] = {**_around(), **_charts(), **_controls()}


def shown(reading: Reading) -> dict[str, Any]:
    """Every part as it is shown for these choices."""
    unfolded = CONTROLS[reading.unfolded].facet if reading.unfolded in CONTROLS else ""
    needed = ASKED + ((unfolded,) if unfolded else ()) + (("policy",) if reading.filters.policies else ())
    reading.answers.prepare((VIEWS[view] for view in needed), reading.filters)
    return {name: part.show(reading) for name, part in PARTS.items()}


def remembered(reading: Reading) -> dict[str, Any]:
    """`shown`, kept for the next answer, which starts from what is on the page now."""
    key = ("shown", reading.answers.store.version(), reading.filters, reading.screen, reading.unfolded)
    parts: dict[str, Any] = reading.answers.memory.get(key, lambda: shown(reading))
    return parts
