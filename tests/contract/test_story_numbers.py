"""Are the numbers of a story, wherever it is taken, those that the API gives for the same choices?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import create_app
from ccnt_dash.story import shelf
from ccnt_dash.story.bundle import Place, bundle
from ccnt_dash.story.deck import Drawn, Worn, deck
from ccnt_dash.story.slides import pptx
from ccnt_dash.story.story import Shown, Slide, Story, Text

DATA = ROOT / "data"
NAMES = shelf.names(DATA)
DECKS = re.compile(r'<script[^>]* id="present-decks"[^>]*>(.*?)</script>', re.S)


@pytest.fixture(scope="module")
def client(answers: Answers) -> Any:
    return create_app(Settings(database=Path(answers.store.path), assets=ROOT / "assets")).server.test_client()


def from_api(client: Any, view: str, query: str) -> list[dict[str, Any]]:
    """The rows that the API gives."""
    mark = "&" if query else "?"
    answer = client.get(f"/api/v1/views/{view}{query}{mark}limit=1000")
    assert answer.status_code == 200
    rows: list[dict[str, Any]] = answer.get_json()["data"]
    return rows


def shown(answers: Answers, name: str, lang: str) -> Iterator[Drawn]:
    told = shelf.find(DATA, name)
    assert told is not None
    return (each for leaf in deck(answers, told, Worn(lang)).leaves for each in leaf.shows)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_a_slide_is_drawn_from_the_rows_of_the_api(client: Any, answers: Answers, name: str, lang: str) -> None:
    for each in shown(answers, name, lang):
        rows = json.loads(json.dumps([dict(row) for row in each.extract.rows], default=str))
        assert from_api(client, each.extract.view, each.filters.to_query()) == rows[:1000], each.title


@pytest.mark.parametrize("name", NAMES)
def test_the_offline_file_holds_the_sentences_and_figures_of_those_slides(answers: Answers, name: str) -> None:
    told = shelf.find(DATA, name)
    assert told is not None
    text = bundle(answers, told, Place(ROOT / "assets", ROOT / "assets" / "geo")).decode()
    found = DECKS.search(text)
    assert found is not None
    held = {(each["lang"], each["theme"]): each for each in json.loads(found[1])}
    for lang in ("en", "zh"):
        slides = [each for slide in held[lang, "light"]["slides"] for each in slide["shows"]]
        for kept, each in zip(slides, shown(answers, name, lang), strict=True):
            assert kept["selection"] == each.selection
            assert kept["query"] == each.filters.to_query()
            if each.figure:
                assert kept["figure"]["data"] == json.loads(json.dumps(each.figure["data"], default=str))
            else:
                assert [tuple(row) for row in kept["table"]["rows"]] == list(each.table.rows if each.table else ())


@pytest.mark.parametrize("query", ["", "?metric=targets", "?metric=targets&regions=140000", "?sectors=energy"])
def test_bars_of_slides_hold_the_counts_of_the_api(client: Any, answers: Answers, query: str) -> None:
    story = Story("bars", Text("Bars"), slides=(Slide("view", shows=(Shown("sectors", query),)),))
    file = Presentation(BytesIO(pptx(deck(answers, story, Worn("en")), answers)))
    (chart,) = [shape.chart for shape in file.slides[0].shapes if shape.has_chart]
    counted = "targets" if "metric=targets" in query else "policies"
    words = answers.words(Filters(lang="en"))
    wanted = {
        words.name("sectors", row["key"]): row[counted] for row in from_api(client, "sectors", query) if row[counted]
    }
    held = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert {name.replace("\n", " "): value for name, value in held.items() if value} == wanted
