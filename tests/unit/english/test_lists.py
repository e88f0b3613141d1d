"""Does each amount of an English list keep its own year, sign, place, indicator and kind?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.named import Named
from ccnt_dash.settings import ROOT
from tests.unit.english.found import read, reader, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # "and over" goes on to the next amount
        (
            "By 2027, it will build roughly 300 parks and over 2,400 factories.",
            ["~ 300 count 2027", "> 2400 count 2027"],
        ),
        ("By 2027, the city will retire 700 boilers and above.", [">= 700 count 2027"]),
        ("By 2027, savings will reach 40 million tce or more.", [">= 40000000 tce 2027"]),
        # two years, two amounts, and what is only striven for
        (
            "By 2026 and 2030, coal use in Hebei will fall by 3% from 2024 and by 9% (striving for 11%) from 2020.",
            ["= 3 percent 2026", "= 9 percent 2030"],
        ),
        (
            "By 2026 and 2031, wind capacity will reach 20 GW and over 40 GW and solar capacity 30 GW and 60 GW.",
            ["= 20000 MW 2026", "> 40000 MW 2031", "= 30000 MW 2026", "= 60000 MW 2031"],
        ),
        # the first word of what is counted is no unit
        ("By 2027, 60,000 household stoves will be replaced.", ["= 60000 count 2027"]),
        ("By 2027, 60,000 household appliances will be renewed.", ["= 60000 devices 2027"]),
        ("In 2026, exports of electric cars will reach 300,000.", ["= 300000 vehicles 2026"]),
        ("By 2026, 70 standards will be issued.", ["= 70 count 2026"]),
        ("By 2027, 60,000 households will be connected.", ["= 60000 households 2027"]),
    ],
)
def test_amounts_of_a_list_keep_their_sign_year_and_unit(text: str, wanted: list[str]) -> None:
    assert [told(each) for each in read(text) if each.kind == "target"] == wanted


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (
            "By 2025, shops will sell over 20,000 trucks and 9,000 buses, with a year-on-year growth of 7% in repairs.",
            [None, None, 2024],
        ),
        ("In 2025, wind output will grow by 12% year-on-year.", [2024]),
    ],
)
def test_a_yearly_growth_gives_its_base_to_no_neighbour(text: str, bases: list[int | None]) -> None:
    assert [each.base_year for each in read(text) if each.kind == "target"] == bases


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "By 2026, Hunan will retire and replace over 900 trucks, 80 buses and more than 7,000 passenger vehicles.",
            ["trucks_replaced", "buses_replaced", "passenger_vehicles_replaced"],
        ),
        (
            "By 2026, shops will sell more than 6,000 home appliances and 4,000 electric bicycles.",
            ["household_appliances_sold", "electric_bicycles_sold"],
        ),
        (
            "By 2026, Hunan will scrap 9,000 passenger vehicles and replace about 5,000 of them.",
            ["passenger_vehicles_scrapped", "passenger_vehicles_replaced"],
        ),
        (
            "By 2027, the utilization rates of straw and livestock manure will both reach 88%.",
            ["straw_utilisation", "manure_utilisation"],
        ),
        (
            "By 2027, wind and solar utilization rates will both stay above 91%.",
            ["wind_utilisation_rate", "solar_utilisation_rate"],
        ),
        (
            "By 2031, wind capacity will reach 20 GW and solar capacity 30 GW and 60 GW.",
            ["wind_capacity", "solar_capacity", "solar_capacity"],
        ),
        ("By 2027, the share of new energy buses will reach 77%.", ["ne_bus_share"]),
        ("By 2027, new energy buses will make up a share of 77% of newly bought buses.", ["ne_bus_share_new"]),
        ("By 2027, rural and urban waste recycling rates will reach 60%.", ["waste_recycling_rate"]),
        (
            "A subsidy of 70,000 yuan and 30,000 yuan will be paid for new energy buses and their batteries, "
            "respectively.",
            ["subsidy_bus_renewal", "subsidy_bus_battery"],
        ),
    ],
)
def test_an_amount_of_a_list_is_of_its_own_subject(text: str, wanted: list[str]) -> None:
    assert [each.indicator for each in read(text)] == wanted


def test_a_pronoun_takes_nothing_from_the_paragraph_before() -> None:
    text = (
        "Buyers of NEVs registered before June 2019 will be served.\n\n"
        "Hunan will in 2025:\n\n- It will add over 300 sedans.\n"
    )
    assert [each.indicator for each in read(text) if each.value == 300] == ["new:sedans"]


def test_a_cap_belongs_to_those_who_set_it() -> None:
    text = (
        "Hubei Province, Hunan Province and Gansu Province issued like plans. These plans give amounts – Hubei "
        "and Hunan will pay a subsidy of up to 9,000 yuan per car while Gansu will pay a subsidy of up to 5,000 yuan "
        "per car."
    )
    assert [(each.value, each.region) for each in read(text) if each.kind == "subsidy"] == [
        (9000, "420000"), (9000, "430000"), (5000, "620000"),
    ]  # fmt: skip


def test_a_subsidy_says_who_gets_it_how_much_and_at_most_how_much() -> None:
    text = (
        "The plan proposes that:\n\n- For retrofit projects that save over 900 tons of standard coal, a reward of "
        "150 yuan is granted for each ton of standard coal saved, with a cap of 3 million yuan per project.\n"
    )
    assert [(each.kind, each.value, each.unit) for each in read(text)] == [
        ("condition", 900, "tce"), ("subsidy", 150, "CNY_per_tce"), ("subsidy", 3000000, "CNY"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("By 2027, a carbon emissions accounting system will be established.", "cross_cutting"),
        ("By 2027, an emission factor database for steel products will be completed.", "cross_cutting"),
        ("By 2027, all ports in the delta will be established as green ports.", "transport"),
        ("By 2027, a car sharing scheme will be established in the city.", "transport"),
    ],
)
def test_a_dated_step_has_the_sector_of_its_words(text: str, sector: str) -> None:
    assert [each.sector for each in read(text)][:1] == [sector]


def test_a_step_of_another_document_takes_no_year_from_the_one_before() -> None:
    text = (
        "The Opinions propose that by 2031 the rate of straw use will exceed 90%. The Plan proposes that a training "
        "system for farmers should be established."
    )
    assert [each.kind for each in read(text)] == ["target"]
    on = text.replace("The Plan proposes", "The Opinions also propose")
    assert [each.target_year for each in read(on)] == [2031, 2031]


@pytest.mark.parametrize(
    "text",
    [
        "Nearly two-thirds of the provinces published rules, plans and details to promote renewals.",
        "Gansu's plan sets the lower limit of wind use at 88% by 2027. A study by a newspaper told that it is hard to "
        "ensure the 94% rate.",
    ],
)
def test_news_of_others_is_no_target_under_the_title_of_a_newsletter(text: str) -> None:
    assert [each.value for each in read(text, title="Carbon News, Issue 4") if each.kind == "target"] in ([], [88])


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 60% of the counties issued climate plans, aiming to cut emissions by 2030.",
        "Twelve cities released plans to promote heat pumps by 2030.",
        "It will be difficult for Gansu to keep the 96% rate in 2026.",
    ],
)
def test_who_issued_something_and_what_is_doubted_is_no_target(text: str) -> None:
    assert not [each for each in read(text) if each.value is not None]


def test_rules_of_both_languages_are_named_alike() -> None:
    rules = {each.rule for each in read("By 2027, 30 parks will be built. A platform will be set up by 2026.")}
    assert rules == {"en.sentence_year", "en.milestone"}
    named = Named(ROOT / "data", reader()._lexicon.places)
    text = "Gansu issued the *Action Plan for Wind Power in Gansu Province*."
    assert {each.rule for each in named.found(Source("a.txt", text, "en"))} == {"en.named"}
