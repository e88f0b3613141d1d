"""Do the rules for English read newspapers and briefings of writers they have never met?"""

from __future__ import annotations

import pytest

from tests.unit.english.found import read, told


def targets(text: str, **more: str) -> list[str]:
    return [told(each) for each in read(text, **{"region": "100000", "published": "", **more}) if each.kind == "target"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a year that stands above, before or behind
        (
            "By 2027\n\n1. Clean air\n\nThe share of heavy smog days will fall to 2%.\n\n2. Clean power\n\n"
            "Wind will supply 30% of all power.",
            ["= 2 percent 2027", "= 30 percent 2027"],
        ),
        ("2028 key indicators include\n\n- recycling rate of film reaching 81 percent", ["= 81 percent 2028"]),
        ("The county plans to raise its wind capacity to over 7 GW as of 2029.", ["> 7000 MW 2029"]),
        (
            "By 2028, the city will build 70 parks.\n\nIn the meantime, 12 million tonnes of scrap will be used.",
            ["= 70 count 2028", "= 12000000 tonnes 2028"],
        ),
        (
            "China aims to become carbon neutral before 2060, to plant 3 million hectares of trees and to add 90 GW "
            "of wind power by 2031.",
            ["= 30000000000 m2 2031", "= 90000 MW 2031", "< 2060 year 2060"],
        ),
        (
            "It will produce up to 40,000 tonnes per year of hydrogen, a clean fuel, by 2029, but wants more later.",
            ["<= 40000 t_per_year 2029"],
        ),
        (
            "Railways will reach 60,000 km in 2029, up from 51,000 km in 2024, and serve 96 percent of cities.",
            ["= 60000 km 2029", "= 96 percent 2029"],
        ),
        (
            "It will restore 2 million hectares of sand from 2026 to 2030 and 6 million hectares in the decade ending "
            "2035.",
            ["= 20000000000 m2 2030", "= 60000000000 m2 2035"],
        ),
        (
            "Storage will rise from 12.5 GW at the end of last year to more than 44 GW by 2028.",
            ["> 44000 MW 2028"],
        ),
        (
            "In 2027 and 2028, the cuts will save 9 Mt of sand and 4 GW.",
            ["= 9000000 tonnes 2028", "= 4000 MW 2028"],
        ),
        # units
        ("By 2028, the fleet of fuel cell cars should reach 8,000 units.", ["= 8000 vehicles 2028"]),
        ("By 2028, leading firms in the trade will reach 20-25.", ["range 20-25 count 2028"]),
        (
            "By 2028, water use per 10,000 yuan (about 1,400 dollars) of GDP will be below 40 cubic meters.",
            ["< 40 ? 2028"],
        ),
        ("By 2028 the vehicle-to-pile ratio will be below 2.4:1.", ["< 2.4 ratio 2028"]),
        ("It has set a target of 60,000 t/yr of hydrogen by 2028.", ["= 60000 t_per_year 2028"]),
        ("By 2028, it targets 3 million electric car sales a year.", ["= 3000000 vehicles 2028"]),
        ("The works will draw investment of RMB90 billion by 2028.", ["= 90000000000 CNY 2028"]),
        ("By 2028, a minimum 3-million-sq-m of old halls should be renovated.", [">= 3000000 m2 2028"]),
        # one amount for several
        (
            "Emissions of nitrogen oxides and VOCs will fall by over 9% by 2028.",
            ["> 9 percent 2028", "> 9 percent 2028"],
        ),
        (
            "The utilization rate of both slag and rubble is set to reach 66 percent by 2028.",
            ["= 66 percent 2028", "= 66 percent 2028"],
        ),
        # lists and orders
        ("Key tasks for 2028:\n\nBuild 900 supercharging stations in 2028.", ["= 900 count 2028"]),
        ("Goals\n\nAchieving carbon peak by 2029", ["<= 2029 year 2029"]),
        ("The town has set a goal to achieve carbon peaking before 2029.", ["< 2029 year 2029"]),
    ],
)
def test_strange_texts_promise(text: str, wanted: list[str]) -> None:
    assert sorted(targets(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Of these, 21 local governments set 2028 targets for stations, totaling more than 900 sites.",
        "12 provinces plan to add 400 GW. In total, the provinces have pledged to add 410 GW by 2028.",
        "It reached its 2025 goal of 30 GW two years early.",
        "The ministry met its goals, including cutting waste by 9%, in 2020.",
        "The 4.4 GW Silver Creek Pumped Storage Power Station will help by 2028.",
        "The 90 billion yuan investment commitment will matter by 2028.",
        "It wants chargers, each capable of delivering at least 90 kilowatts, by 2028.",
        "Silverleaf Holdings, one of China's largest operators, pledged to use 80% green power by 2028.",
        "It is expected that power demand in the country will climb by 12 percent by 2028.",
        "The Three-Year Doubling initiative will run until 2028.",
        "The goal of a carbon peak before 2030 and of becoming carbon neutral by 2060 is known.",
        "PM 2.5 levels will be watched until 2028.",
    ],
)
def test_strange_texts_tell_without_a_promise(text: str) -> None:
    assert targets(text) == []


def test_what_was_before_is_no_target() -> None:
    assert targets("By 2028 the use of manure should reach 82 percent from 77.5 percent.") == ["= 82 percent 2028"]
    assert targets("By 2028, 75 percent of buses will be new, an improvement from 66.2 percent.") == [
        "= 75 percent 2028"
    ]


def test_the_year_of_a_headline_or_of_the_day_helps_where_a_text_has_none() -> None:
    assert targets("Wind power will reach 6 GW.", title="Hunan to have 6 GW of wind by 2027") == ["= 6000 MW 2027"]
    assert targets("Oct 26, 2024\n\nEnergy use will be cut by 2.2 percent this year.") == ["= 2.2 percent 2024"]


def test_the_years_of_a_peak_are_not_carried() -> None:
    text = "The aim is carbon neutrality before 2060.\n\nThe country will build 45 GW of wind power."
    assert "= 45000 MW -" in targets(text)


def test_the_same_amount_told_twice_counts_once() -> None:
    text = "China aims to have 3,100 GW of wind and sun by 2034.\n\nThe capacity will come to 3,100 GW by 2034."
    assert targets(text) == ["= 3100000 MW 2034"]


def test_places_in_passing_own_nothing() -> None:
    text = (
        "Help will go to towns in Northeast China, Hubei and Hunan. By 2028, the share of clean power will reach 41%. "
        "In the new mining areas of Shanxi, Shaanxi and Gansu, the share of rail should reach 88%; at ports, it will "
        "be 77%."
    )
    assert {each.region for each in read(text) if each.kind == "target"} == {"100000"}


def test_a_semicolon_parts_the_places() -> None:
    text = "By 2028 freight by rail will grow by 11%; in Gansu, the share of wind power will be 40%."
    assert [each.region for each in read(text)] == ["100000", "620000"]


def test_a_dateline_and_beijing_for_the_nation() -> None:
    assert read("BEIJING: Wind power will reach 900 GW by 2029.")[0].region == "100000"
    assert read("Beijing aims to lift China's wind power to 900 GW by 2029.", region="")[0].region == "100000"
