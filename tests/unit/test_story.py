"""Is a story read as it was written, and told what is wrong with it, place by place?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.settings import ROOT
from ccnt_dash.story import shelf
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.story.story import Mark, Shown, Slide, Story, StoryError, Text, story

DATA = ROOT / "data"
TOLD = Story(
    "lanterns",
    Text("Lanterns", "灯笼"),
    Text("What was promised.", "承诺了什么。"),
    (
        Slide("cover", Text("Lanterns", "灯笼")),
        Slide(
            "pair",
            Text("Two views", "两个视图"),
            shows=(Shown("map", "?metric=targets", "2026.11.2"), Shown("sectors")),
            marks=(Mark("region", region="140000"), Mark("arrow", 1, 0.1, 0.2, 0.3, 0.4, text=Text("Here", "这里"))),
        ),
        Slide("sources", Text("Sources", "资料来源")),
    ),
)


def changed(**parts: Any) -> dict[str, Any]:
    """The record of the story with other parts of its second slide."""
    record = TOLD.record()
    record["slides"][1] |= parts
    return record


def test_a_story_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "stories" / "lanterns.json"
    path.parent.mkdir()
    path.write_text(shelf.write(TOLD), "utf-8")
    assert shelf.names(tmp_path) == ["lanterns"]
    assert shelf.find(tmp_path, "lanterns") == TOLD
    assert shelf.find(tmp_path, "../lanterns") is None


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"kind": "video"}, "s.slides[2].kind is 'video'; it should be one of cover"),
        ({"kind": "view"}, "s.slides[2].shows is ['map', 'sectors']; it should be 1 views"),
        ({"title": "Two"}, "s.slides[2].title is 'Two'; it should be an object"),
        ({"title": {"fr": "Deux"}}, "s.slides[2].title.fr is 'Deux'; it should be left out"),
        ({"marks": [{"kind": "arrow", "on": 2}]}, "s.slides[2].marks[1].on is 2; it should be the number of a view"),
        ({"marks": [{"kind": "label", "x": 7}]}, "s.slides[2].marks[1].x is 7; it should be a number from 0 to 1"),
        ({"shows": "map"}, "s.slides[2].shows is 'map'; it should be a list of at most 2"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(parts: dict[str, Any], told: str) -> None:
    with pytest.raises(StoryError) as error:
        story(changed(**parts), "s")
    assert any(line.startswith(told) for line in str(error.value).splitlines()), str(error.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1: Expecting property name"),
        ("[]", "is []; it should be an object"),
        (json.dumps(TOLD.record() | {"story": "edit"}), "'edit'; it should not be one of check"),
        (json.dumps(TOLD.record() | {"story": "other"}), "'other'; it should be the name of the file, 'lanterns'"),
    ],
)
def test_a_file_that_is_no_story_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "lanterns.json"
    path.write_text(text, "utf-8")
    with pytest.raises(StoryError) as error:
        shelf.read(path)
    assert str(error.value).startswith(str(path))
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"shows": [{"view": "moon"}, {"view": "map"}], "marks": []}, "shows[1].view is 'moon'; it should be one of"),
        ({"shows": [{"view": "map", "query": "?sectors=lamps"}, {"view": "map"}]}, "names ['lamps'] as sectors"),
        (
            {"kind": "table", "shows": [{"view": "map"}], "marks": []},
            "shows[1].view is 'map'; it should be one that is",
        ),
        ({"marks": [{"kind": "region", "on": 1, "region": "140000"}]}, "on the view 'sectors'"),
        ({"marks": [{"kind": "region", "region": "149999"}]}, "region is '149999'; it should be a code"),
    ],
)
def test_what_does_not_fit_the_data_is_told(answers: Answers, parts: dict[str, Any], told: str) -> None:
    found = shelf.misfits(story(changed(**parts)), answers)
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize("name", shelf.names(DATA))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_shipped_story_fits_and_is_told_in_both_languages(answers: Answers, name: str, lang: str) -> None:
    told = shelf.read(DATA / "stories" / f"{name}.json")
    assert shelf.misfits(told, answers) == []
    made = deck(answers, told, Worn(lang))
    assert len(made.leaves) == len(told.slides)
    assert all(getattr(slide.title, lang) for slide in told.slides)
    for leaf in made.leaves:
        assert [each.extract.lang for each in leaf.shows] == [lang] * len(leaf.slide.shows)
        assert all((each.figure is None) != (each.table is None) and each.credit for each in leaf.shows)


def test_a_highlighted_region_is_chosen_in_its_view_alone(answers: Answers) -> None:
    chosen = [each.filters.regions for each in deck(answers, TOLD, Worn()).leaves[1].shows]
    assert chosen == [("140000",), ()]


def test_a_view_of_other_data_than_the_story_was_made_with_says_so(answers: Answers) -> None:
    old = Slide("view", shows=(Shown("map", data="2001.1.1"),))
    assert deck(answers, Story("old", Text(), slides=(old,)), Worn()).leaves[0].shows[0].stale == "2001.1.1"
