"""Do the rules for English read news and translated plans as an editor would?"""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.unit.english.found import read, told


def targets(text: str, **more: str) -> list[str]:
    return [told(each) for each in read(text, **more) if each.kind == "target" and each.value is not None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # amounts as news prints them
        ("By 2030, 12GW of offshore wind will be built.", ["= 12000 MW 2030"]),
        ("Wind and solar capacity will reach 2.5TW by 2030.", ["= 2500000 MW 2030"]),
        (
            "By 2027 mines will use 4bn m³ of gas and plant 3m ha of trees.",
            ["= 4000000000 m3 2027", "= 30000000000 m2 2027"],
        ),
        ("By 2027 four billion cubic meters of gas will be used.", ["= 4000000000 m3 2027"]),
        ("The number of NEVs will hit two million by 2026.", ["= 2000000 vehicles 2026"]),
        ("Renewables should cover about 2/3 of new demand by 2027.", ["~ 66.666667 percent 2027"]),
        ("By 2030, capacity will be over five times the 2020 level.", ["> 5 ratio 2030"]),
        ("By 2026, water use per 10,000 yuan of GDP will drop by 6%.", ["= 6 percent 2026"]),
        ("Carbon dioxide emissions will fall by 30 million tonnes by 2026.", ["= 30000000 tCO2 2026"]),
        (
            "In 2026 Gansu, Hubei and Anhui will add 7, 5 and 3 GW, respectively.",
            ["= 7000 MW 2026", "= 5000 MW 2026", "= 3000 MW 2026"],
        ),
        ("It will raise the share from 11% to about 16% by 2027.", ["~ 16 percent 2027"]),
        ("The plan caps coal use at 80 million tonnes in 2026.", ["<= 80000000 tonnes 2026"]),
        # years that the day of writing tells
        ("Energy use per unit of GDP will be cut by 2.1 percent this year.", ["= 2.1 percent 2024"]),
        ("Over the next three years, Hunan will build 40 zero-carbon villages.", ["= 40 count 2027"]),
        ("By the end of this decade, Fujian aims to have 9 GW of wind power.", ["= 9000 MW 2030"]),
        ("Renewals will reach RMB 2 trillion over 2024-27.", ["= 2000000000000 CNY 2027"]),
        ("Both in 2025 and 2026, savings will come to 9 million tonnes of standard coal.", ["= 9000000 tce 2026"]),
        # where the year stands
        ("Intensity will drop by 40% from the 2005 level, by 2030, to help the climate.", ["= 40 percent 2030"]),
        ("The plan calls for a share of 20% by 2026, compared to the 15% target for 2020.", ["= 20 percent 2026"]),
        (
            "It aims to cut A and B by 2% and 4%, respectively, in 2026, under the plan for 2024-2025.",
            ["= 2 percent 2026", "= 4 percent 2026"],
        ),
        # what was promised may be told in the past, or of a total
        ("The plan says that by 2027, the share reached 30%.", ["= 30 percent 2027"]),
        ("The ministry said that by 2027 the country would build 30 GW.", ["= 30000 MW 2027"]),
        ("We will build storage stations with a scale of more than 2 GW by 2027.", ["> 2000 MW 2027"]),
        ("According to the energy bureau, 5 GW will be added in 2026.", ["= 5000 MW 2026"]),
        (
            "By 2026 the rate will exceed 80% (this was announced in 2021), and by 2030, 90%.",
            ["> 80 percent 2026", "= 90 percent 2030"],
        ),
    ],
)  # fmt: skip
def test_a_promise_is_read(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Germany aims to install 200 GW of solar by 2030.",
        "BloombergNEF expects China to add 200 GW of wind by 2030.",
        "The RMB 20 billion fund will support research.",
        "The plan lists 27 specific tasks and 10 key projects to be finished by 2027.",
        "Leaders doubled down on the plan to reach the 2030 goals.",
        "Storage capacity surged 130% year on year to 44 GW in 2024.",
        "By 2027, five GW-class bases will be planned.",
        "The scheme is one of 75 worldwide, covering 24% of emissions.",
    ],
)
def test_what_is_no_promise_is_no_target(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("BEIJING, May 29 (Xinhua) -- China will add 5 GW by 2027.", ["100000"]),
        (
            "WUHAN -- By 2027, east China's Jiangsu Province will add 5 GW. Jiangsu also plans 6 GW by 2028.",
            ["320000", "320000"],
        ),
        ("China has a plan. Under it, Beijing has pledged to add 5 GW by 2027.", ["100000"]),
        ("Beijing Municipality plans to add 5 GW by 2027.", ["110000"]),
        ("The Energy Bureau of Hubei province issued a plan.\n\nIt says that by 2027, 5 GW will be added.", ["420000"]),
        ("By 2027, Gansu and Hubei will add 5 and 6 GW, respectively.", ["620000", "420000"]),
    ],
)  # fmt: skip
def test_a_target_belongs_to_whom_the_news_is_about(text: str, regions: list[str]) -> None:
    assert [each.region for each in read(text) if each.kind == "target"] == regions


def test_a_headline_counts_only_where_the_text_does_not_say_it_again() -> None:
    head = "Hebei to have 42 GW of wind power by 2027\n\n"
    assert targets(head + "The province issued a plan.") == ["= 42000 MW 2027"]
    assert targets(head + "By 2027, Hebei will have 42 GW of wind power.") == ["= 42000 MW 2027"]


def test_a_year_is_carried_to_goals_and_paragraphs_that_go_on() -> None:
    text = "The targets aim to reshape growth by 2035.\n\nKey goals include:\n\n- Raising the share to over 30%"
    assert targets(text) == ["> 30 percent 2035"]
    text = "China will cut emissions by 8% by 2035.\n\nIt will also raise forest stock to 24 billion cubic meters."
    assert targets(text) == ["= 8 percent 2035", "= 24000000000 m3 2035"]
    text = "The 15th Five-Year Plan will set goals.\n\nThe share is to rise to 25%."
    assert targets(text) == ["= 25 percent 2030"]


def test_a_subsidy_that_may_be_had_is_one() -> None:
    (only,) = read("Each station can receive a grant of up to 200,000 yuan.")
    assert (only.kind, told(only)) == ("subsidy", "<= 200000 CNY -")


@pytest.mark.parametrize("line", ["1\n", "1, 2 and 3, ", "By 2030, ", "(5% ", "up to ", '"A B ', "Beijing, China, "])
def test_the_time_grows_with_the_length_of_odd_text(line: str) -> None:
    begun = perf_counter()
    read(line * 2000)
    assert perf_counter() - begun < 20
