"""What do the parts that every page may have show: charts, controls, the opened policy, the language?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from ccnt_dash.pages import pieces, policy
from ccnt_dash.pages.cited import following
from ccnt_dash.pages.controls import CONTROLS, chosen_label, options, shown_value
from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.page import Part, Reading
from ccnt_dash.views import VIEWS
from ccnt_dash.views.base import bare, notes


def _figure(reading: Reading, view: str) -> Any:
    return bare(reading.drawn(view))


def meta(reading: Reading, view: str) -> dict[str, Any]:
    """What stands around the figure of a chart: title, legend, notes."""
    return notes(reading.drawn(view))


def _title(reading: Reading, view: str) -> str:
    return str(meta(reading, view)["title"])


def _chips(reading: Reading, page: str) -> Any:
    words = reading.words
    return pieces.chips(reading.answers.chips(reading.filters), words(f"choose.{page}"), words)


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


def around(names: Names) -> dict[str, Part]:
    """Sentence, choices, opened policies and language: what stands around the charts of any page."""
    return {
        "sentence": Part(names.part("sentence"), "children", lambda r: r.answers.sentence(r.filters)),
        "chips": Part(names.part("chips"), "children", partial(_chips, page=names.page or "overview")),
        "policy": Part(
            names.part("policy"),
            "children",
            lambda r: policy.opened(r.drawn("policy"), r.words) if r.filters.policies else [],
        ),
        "cite": Part(names.part("cite"), "children", partial(following, page=names.page or "overview")),
        "language": Part(names.part("language"), "href", lambda r: r.other_language),
    }


def charts(names: Names, views: Iterable[str]) -> dict[str, Part]:
    """Figure and title of each chart."""
    found = {}
    for view in views:
        found[f"figure.{view}"] = Part(names.graph(view), "figure", partial(_figure, view=view))
        found[f"title.{view}"] = Part(names.part(f"title-{view}"), "children", partial(_title, view=view))
    return found


def controls(names: Names, fields: Iterable[str]) -> dict[str, Part]:
    """Value and, where there are any, options of each control."""
    found = {}
    for field in fields:
        found[f"value.{field}"] = Part(names.control(field), "value", partial(_value, field=field))
        if CONTROLS[field].facet:
            show = _sector_options if field == "sectors" else partial(_options, field=field)
            found[f"options.{field}"] = Part(names.control(field), "options", show)
    return found
