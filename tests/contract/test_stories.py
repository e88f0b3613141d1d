"""Are stories listed, drawn and refused at their addresses, whatever is sent to them?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as some

from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import Site, create_app
from ccnt_dash.story import shelf
from ccnt_dash.story.story import KINDS, MARKS, Shown, Slide, Story, Text
from ccnt_dash.story.told import LIVE
from ccnt_dash.taking.extract import TAKEN

NAMES = shelf.names(ROOT / "data")


@pytest.fixture(scope="module")
def client(app: Site) -> FlaskClient:
    return app.server.test_client()


def posted(client: FlaskClient, record: Any, query: str = "") -> Any:
    return client.post(f"/present/deck{query}", data=json.dumps(record), content_type="application/json")


def one(view: str, query: str = "", kind: str = "view") -> dict[str, Any]:
    return Story("one", Text("One", "一"), slides=(Slide(kind, Text("A", "甲"), shows=(Shown(view, query),)),)).record()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_story_is_listed_presented_and_taken(client: FlaskClient, lang: str) -> None:
    listed = client.get(f"/present?lang={lang}").get_data(as_text=True)
    assert 'id="drafts"' in listed
    assert "/present/edit" in listed
    for name in NAMES:
        assert f'href="/present/{name}?lang={lang}"' in listed
        assert client.get(f"/present/{name}?lang={lang}").status_code == 200
        assert client.get(f"/present/{name}.json").get_data(as_text=True) == (
            ROOT / "data" / "stories" / f"{name}.json"
        ).read_text("utf-8")


@pytest.mark.parametrize("form", ["html", "pptx"])
@pytest.mark.parametrize("name", NAMES)
def test_a_story_can_be_carried_away(client: FlaskClient, name: str, form: str) -> None:
    answer = client.get(f"/present/{name}.{form}?lang=zh&theme=dark")
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK" if form == "pptx" else b"<!DOCTYPE html>")
    assert f".{form}" in answer.headers["Content-Disposition"]
    assert client.get(f"/present/nothing.{form}").status_code == 404


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_told_as_json(client: FlaskClient, name: str, lang: str, theme: str) -> None:
    made = client.get(f"/present/{name}/deck?lang={lang}&theme={theme}").get_json()
    assert (made["story"], made["lang"], made["theme"]) == (name, lang, theme)
    same = posted(client, client.get(f"/present/{name}.json").get_json(), f"?lang={lang}&theme={theme}").get_json()
    assert same == made
    for slide in made["slides"]:
        assert len(slide["shows"]) >= KINDS[slide["kind"]][0]
        for shown in slide["shows"]:
            assert (shown["figure"] is None) != (shown["table"] is None)
            assert Filters.from_query(shown["query"]).lang == lang


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_can_be_chosen_on_a_slide_is_told(client: FlaskClient, lang: str) -> None:
    told = client.get(f"/present/choices?lang={lang}").get_json()
    assert list(told) == list(LIVE)
    for name, options in told.items():
        for option in options:
            kept = getattr(Filters.from_query(f"?{name}={option['value']}"), name)
            assert kept, option
            assert option["label"]


@pytest.mark.parametrize("view", TAKEN)
def test_every_view_can_stand_on_a_slide(client: FlaskClient, view: str) -> None:
    for query in ("", "?regions=140000", "?regions=999999&years=1"):
        answer = posted(client, one(view, query))
        assert answer.status_code in (200, 422)
    shown = posted(client, one(view)).get_json()["slides"][0]["shows"][0]
    assert (shown["figure"] is None) != (shown["table"] is None)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ([], "story is []; it should be an object"),
        (one("moon"), "one.slides[1].shows[1].view is 'moon'"),
        (one("map", kind="video"), "story.slides[1].kind is 'video'"),
        (one("map", kind=["view"]), "story.slides[1].kind is ['view']"),  # type: ignore[arg-type]
        (one("sectors", "?regions=999999"), "one.slides[1].shows[1].query names ['999999'] as regions"),
    ],
)
def test_what_is_wrong_with_a_story_is_answered(client: FlaskClient, record: Any, told: str) -> None:
    answer = posted(client, record)
    assert answer.status_code == 422
    assert any(line.startswith(told) for line in answer.get_json()["wrong"]), answer.get_json()


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 10_000, b'"\\ud800"'])
def test_what_is_no_story_is_answered(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/present/deck", data=body)
    assert answer.status_code == 422
    assert len(answer.get_json()["wrong"]) == 1


def test_what_is_too_large_is_not_read(client: FlaskClient) -> None:
    assert client.post("/present/deck", data=b" " * 1_000_001).status_code == 413


@pytest.mark.parametrize("path", ["nothing", "nothing/deck", "nothing.json", "..%2Fversions", "UPPER"])
def test_a_story_that_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(f"/present/{path}").status_code == 404


def test_a_story_that_is_wrong_says_what_and_spoils_no_other(settings: Settings, tmp_path: Path) -> None:
    copytree(ROOT / "data" / "stories", tmp_path / "stories")
    (tmp_path / "stories" / "torn.json").write_text("{", "utf-8")
    moon = one("moon") | {"story": "moon"}
    (tmp_path / "stories" / "moon.json").write_text(json.dumps(moon), "utf-8")
    client = create_app(replace(settings, data=tmp_path)).server.test_client()
    listed = client.get("/present").get_data(as_text=True)
    assert "torn.json, line 1" in listed
    assert all(f'href="/present/{name}"' in listed for name in NAMES)
    for name, told in (("torn", "line 1"), ("moon", "moon.slides[1].shows[1].view is &#39;moon&#39;")):
        answer = client.get(f"/present/{name}")
        assert answer.status_code == 500
        assert told in answer.get_data(as_text=True)
        assert client.get(f"/present/{name}/deck").status_code == 422


ANY = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def mostly(right: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    return some.one_of(right, right, right, ANY)


def parts(**fields: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    return mostly(some.fixed_dictionaries({}, optional={name: mostly(field) for name, field in fields.items()}))


SHARE = some.floats(0, 1)
TEXT = parts(en=some.text(max_size=9), zh=some.text(max_size=9))
MARK = parts(
    kind=some.sampled_from(MARKS), on=some.integers(0, 1), x=SHARE, y=SHARE, to_x=SHARE, to_y=SHARE,
    region=some.sampled_from(["140000", "1", ""]), text=TEXT,
)  # fmt: skip
QUERY = some.dictionaries(
    some.sampled_from(["regions", "sectors", "metric", "years", "indicator", "search", "policies", "sort", "page"]),
    some.text(max_size=9) | some.sampled_from(["140000", "energy", "targets", "2030", "gap"]),
    max_size=4,
).map(lambda fields: "?" + "&".join(f"{name}={value}" for name, value in fields.items()))
SHOWN = parts(view=some.sampled_from(sorted(TAKEN)), query=QUERY, data=some.text(max_size=9))
SLIDE = parts(
    kind=some.sampled_from(list(KINDS)), title=TEXT, note=TEXT, speaker=TEXT, shows=some.lists(SHOWN, max_size=2),
    marks=some.lists(MARK, max_size=2),
)  # fmt: skip
STORY = parts(story=some.text(max_size=9), title=TEXT, about=TEXT, slides=some.lists(SLIDE, max_size=2))


@given(STORY)
def test_nothing_that_is_sent_breaks_it(client: FlaskClient, record: Any) -> None:
    answer = posted(client, record)
    assert answer.status_code in (200, 422)
    assert answer.status_code == 200 or all(answer.get_json()["wrong"])
