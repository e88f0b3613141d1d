"""Does the page of every place tell what the data hold of it, and say so where that is little?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import Site, create_app
from ccnt_dash.views import VIEWS
from ccnt_dash.views.profile import MOST_TARGETS


@pytest.fixture(scope="module")
def site(answers: Answers) -> Site:
    return create_app(Settings(database=Path(answers.store.path), assets=ROOT / "assets"))


def test_the_page_of_every_place_is_drawn(site: Site, answers: Answers) -> None:
    client = site.server.test_client()
    regions = answers.vocabulary()["regions"]
    collected = {row["region"] for row in answers.store.rows("SELECT DISTINCT region FROM policies")}
    for at, (code, row) in enumerate(regions.items()):
        lang = ("en", "zh")[at % 2]
        if row["level"] == "municipal" and code not in collected:
            continue
        path = {"national": "/national", "provincial": f"/province/{code}", "municipal": f"/city/{code}"}[row["level"]]
        answer = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}?lang={lang}"})
        assert answer.status_code == 200, path
        text = answer.get_data(as_text=True)
        assert row[f"name_{lang}"] in text, path
        assert ("nothing has been collected here" in text.lower() or "尚未收集到内容" in text) == (
            answers.numbers(Filters(regions=(code,)))["policies"] == 0
        ), path


def test_headlines_are_standing_targets_of_the_place_itself(answers: Answers) -> None:
    told = answers.drawn(VIEWS["headlines"], Filters(regions=("140000",)))
    standing = {
        row["policy_id"]: row["region"]
        for row in answers.store.rows(
            "SELECT policy_id, region FROM targets WHERE standing <> 'earlier' AND region = '140000'"
        )
    }
    assert {each["policy"] for each in told} <= set(standing)
    for horizon in {each["horizon"] for each in told}:
        shown = [each for each in told if each["horizon"] == horizon]
        assert len(shown) == min(shown[0]["total"], MOST_TARGETS)
    assert all(each["year"] <= 2025 for each in told if each["horizon"] == "2025")
    assert all(2025 < each["year"] <= 2030 for each in told if each["horizon"] == "2030")


def test_what_is_missing_is_really_missing(answers: Answers) -> None:
    missing = answers.drawn(VIEWS["missing"], Filters(regions=("140000",)))
    have = answers.store.rows(
        "SELECT DISTINCT sector AS code FROM policy_sectors JOIN policies USING (policy_id) WHERE region = '140000' "
        "UNION SELECT indicator FROM standing_targets WHERE region = '140000'"
    )
    assert missing
    assert not {each["key"] for each in missing} & {row["code"] for row in have}
    assert all(each["places"] >= 5 for each in missing if each["what"] == "indicator")


def test_the_calendar_counts_each_policy_in_each_of_its_sectors(answers: Answers) -> None:
    drawn = answers.drawn(VIEWS["calendar"], Filters(regions=("440000",)))["data"][0]
    counted = sum(n or 0 for line in drawn["z"] for n in line)
    expected = answers.store.rows(
        "SELECT count(*) AS n FROM policy_sectors JOIN policies USING (policy_id) WHERE region = '440000' "
        "AND published IS NOT NULL"
    )[0]["n"]
    assert counted == expected


def test_news_and_events_stand_among_what_is_recent(answers: Answers) -> None:
    recent = answers.drawn(VIEWS["recent"], Filters(regions=("140000",)))
    assert any(each["activity"] for each in recent)
    dates = [each["published"] for each in recent]
    assert dates == sorted(dates, reverse=True)


def test_no_address_is_left_open(site: Site) -> None:
    text = site.server.test_client().get("/province/140000?lang=zh").get_data(as_text=True)
    assert re.search("<title>山西省 · [^<]+</title>", text)
