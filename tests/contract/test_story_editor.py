"""Does every view offer the way into a story, and is a file that is opened checked without being kept?"""

from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from ccnt_dash.pages.embed import is_chart
from ccnt_dash.settings import ROOT
from ccnt_dash.site import Site
from ccnt_dash.store import Store
from ccnt_dash.story import shelf
from ccnt_dash.story.editor import RUN
from ccnt_dash.story.sent import LARGEST
from ccnt_dash.taking.extract import TAKEN

DATA = ROOT / "data"
ASSETS = ROOT / "assets"
PATHS = ("/", "/targets", "/compare", "/matrix", "/matrix?by=doc_type", "/matrix?by=indicator", "/cascade",
         "/consistency", "/about", "/changes", "/national", "/province/140000", "/city/150600",
         "/policy/cn-5637c624", "/policy/anhui-2022-energy-efficiency-constraints")  # fmt: skip
# Listed only where the checks found something, which they did not in the shipped data.
NOWHERE = {"complaints"}


def offered(part: Any) -> list[dict[str, Any]]:
    """The properties of every part of a layout that takes a view away or adds it to a story, in their order."""
    if isinstance(part, list):
        return [each for child in part for each in offered(child)]
    if not isinstance(part, dict):
        return []
    props = part.get("props", {})
    here = [props] if {"data-take", "data-adds"} & props.keys() else []
    return here + offered(props.get("children"))


def on_pages(app: Site) -> list[dict[str, Any]]:
    client, found = app.server.test_client(), []
    for path in PATHS:
        layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}"}).get_json()
        found += offered(layout)
    return found


def test_every_view_that_can_be_taken_from_a_page_can_be_put_into_a_story(app: Site) -> None:
    found = on_pages(app)
    menus = [each for each in pairwise(found) if "data-take" in each[0]]
    for take, add in menus:
        assert add["data-adds"] == take["data-take"]
        assert add.get("data-query") == take.get("data-query")
    assert {each["data-adds"] for each in found if "data-adds" in each} == TAKEN.keys() - NOWHERE


def test_a_chart_becomes_a_slide_of_one_view_and_a_list_a_table(app: Site) -> None:
    for each in on_pages(app):
        if (view := each.get("data-adds")) and view != "policy":
            chart = is_chart(app.answers.drawn(TAKEN[view], app.answers.understood(each.get("data-query") or "")))
            assert each["data-kind"] == ("view" if chart else "table"), view


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_is_whole_without_a_script_and_asks_for_one(app: Site, lang: str) -> None:
    page = app.server.test_client().get(f"/present/edit?lang={lang}").get_data(as_text=True)
    assert app.answers.words(app.answers.understood(f"?lang={lang}"))("story.edit.noscript") in page
    assert all(f"/assets/{name}.js" in page and (ASSETS / f"{name}.js").is_file() for name in RUN)


def test_scripts_of_the_editor_burden_no_other_page(app: Site) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert "story_edit" not in page
    assert "story_list" not in page
    assert "/assets/story_store" in page


def said(text: str) -> set[str]:
    """What a script says: the names of texts that it asks for, as they stand or chosen between."""
    return set(re.findall(r"say\(\s*'([a-z_.]+)'", text)) | set(re.findall(r"'([a-z_]+)'", text))


def test_the_texts_of_the_editor_are_those_that_it_says(store: Store) -> None:
    scripts = "".join((ASSETS / f"{name}.js").read_text("utf-8") for name in RUN if name.startswith("story_edit"))
    python = (ROOT / "ccnt_dash" / "story" / "editor.py").read_text("utf-8")
    rows = store.rows("SELECT key FROM texts WHERE key LIKE 'story.edit.%'")
    texts = {row["key"].removeprefix("story.edit.") for row in rows}
    asked = set(re.findall(r"say\('([a-z_.]+)'", scripts))
    assert asked - {"more", "stale"} <= texts
    spoken = (
        said(scripts) | set(re.findall(r'"([a-z_]+)"', python)) | set(re.findall(r"story\.edit\.([a-z_]+)", python))
    )
    assert {name for name in texts if name.split(".")[0] not in ("kind", "view")} <= spoken | {
        "place_arrow",
        "place_label",
    }


@pytest.mark.parametrize("name", shelf.names(DATA))
def test_a_shipped_file_is_opened_as_it_is(app: Site, name: str) -> None:
    written = (DATA / "stories" / f"{name}.json").read_bytes()
    answer = app.server.test_client().post(f"/present/check?name={name}.json", data=written)
    assert answer.status_code == 200
    assert answer.get_json() == {"record": json.loads(written), "misfits": []}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (b"", "x.json, line 1: Expecting value; it should be JSON"),
        (b"\xff\xfe{", "x.json: is not UTF-8"),
        (b"[" * 200_000, "x.json: is nested too deeply"),
        (b'{"slides": [{"kind": "video"}]}', "x.json.slides[1].kind is 'video'; it should be one of cover"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_line_by_line(app: Site, body: bytes, line: str) -> None:
    answer = app.server.test_client().post("/present/check?name=x.json", data=body)
    assert answer.status_code == 422
    assert any(each.startswith(line) for each in answer.get_json()["wrong"]), answer.get_json()


def test_a_file_of_other_data_is_opened_and_told_of(app: Site) -> None:
    slide = {"kind": "view", "shows": [{"view": "map", "query": "?regions=999999"}]}
    answer = app.server.test_client().post("/present/check", json={"story": "x", "slides": [slide]})
    assert answer.status_code == 200
    assert "999999" in answer.get_json()["misfits"][0]


def test_a_file_that_is_too_large_is_refused(app: Site) -> None:
    assert app.server.test_client().post("/present/check", data=b" " * (LARGEST + 1)).status_code == 413


JSON = st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8), lambda inner:
    st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["story", "title", "about", "slides", "kind", "shows", "marks", "view", "query", "on", "en"]),
        inner | st.sampled_from(["map", "cover", "view", "region", "140000"]), max_size=4), max_leaves=12)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_nothing_that_is_sent_breaks_the_check(app: Site, value: Any) -> None:
    assert app.server.test_client().post("/present/check", json=value).status_code in (200, 422)


def test_wrong_stories_are_told_with_their_file(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "good.json").write_bytes(b'{"story": "good", "slides": []}')
    (folder / "bad.json").write_bytes(b'{"story": "bad", "slides": 7}')
    (folder / "Not a name.json").write_bytes(b"{}")
    found = shelf.checked(tmp_path, tmp_path / "none.duckdb", ASSETS)
    assert len(found) == 2
    assert found[0].startswith(f"{folder}/Not a name.json is no name of a story")
    assert found[1].startswith(f"{folder}/bad.json.slides is 7; it should be a list")


def test_a_story_that_is_sent_comes_back_as_slides(app: Site) -> None:
    record = json.loads((DATA / "stories" / f"{shelf.names(DATA)[0]}.json").read_bytes())
    record["slides"] = record["slides"][:3]
    client = app.server.test_client()
    answer = client.post("/present/deck.pptx?lang=zh&theme=dark", json=record)
    assert answer.status_code == 200
    assert len(Presentation(BytesIO(answer.data)).slides) == 3
    assert client.post("/present/deck.pptx", json={"slides": 7}).status_code == 422
