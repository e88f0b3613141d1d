from __future__ import annotations

from typing import Any

from dash import Patch, html, no_update

from ccnt_dash.pages.changes import changes, figure_change

FIGURE: dict[str, Any] = {
    "data": [{"type": "bar", "x": [1, 2], "y": ["a", "b"]}],
    "layout": {"title": "t", "xaxis": {"range": [0, 1]}},
}


def operations(patch: Any) -> dict[tuple[Any, ...], Any]:
    assert isinstance(patch, Patch)
    told = patch.to_plotly_json()["operations"]
    assert {each["operation"] for each in told} == {"Assign"}
    return {tuple(each["location"]): each["params"]["value"] for each in told}


def test_nothing_is_sent_for_what_stays() -> None:
    assert figure_change(FIGURE, FIGURE) is no_update
    assert changes({"a": html.P("x")}, {"a": html.P("x")}) == {"a": no_update}


def test_a_patch_holds_whole_values_of_what_differs() -> None:
    after = {"data": [{**FIGURE["data"][0], "x": [5, 6]}], "layout": {"xaxis": {"range": [0, 9]}, "new": 1}}
    assert operations(figure_change(FIGURE, after)) == {
        ("data", 0, "x"): [5, 6],
        ("layout", "xaxis"): {"range": [0, 9]},
        ("layout", "new"): 1,
        ("layout", "title"): None,
    }


def test_a_figure_of_other_traces_is_sent_whole() -> None:
    after = {"data": [{"type": "scatter"}], "layout": {}}
    assert figure_change(FIGURE, after) == after


def test_without_an_old_answer_everything_is_sent() -> None:
    assert changes(None, {"figure.map": FIGURE, "n": 1}) == {"figure.map": FIGURE, "n": 1}
    assert changes({"n": 1}, {"n": 2}) == {"n": 2}
