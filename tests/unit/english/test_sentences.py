"""Do the rules for English read sentences as an editor would? Each line is a form that newsletters and plans use."""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Candidate
from tests.unit.english.found import read


def told(each: Candidate) -> str:
    """A candidate in one line: comparator, value, unit, year."""
    amount = f"{each.value:.15g}" + (f"..{each.value_high:.15g}" if each.value_high is not None else "")
    aspired = f" ({each.value_aspired:.15g})" if each.value_aspired is not None else ""
    return f"{each.comparator} {amount}{aspired} {each.unit} {each.target_year or '-'}"


def targets(text: str, **more: str) -> list[str]:
    return [told(each) for each in read(text, **{"published": "", **more}) if each.kind == "target"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # amounts
        ("By 2026, 2.5 GW/5 GWh of new energy storage will be built.", ["= 2500 MW 2026", "= 5000 MWh 2026"]),
        ("Hebei will plant 1.2 million mu of trees in 2026.", ["= 800000000 m2 2026"]),
        ("Green loans will exceed RMB 1.5 trillion by 2027.", ["> 1500000000000 CNY 2027"]),
        ("By 2025, wind capacity will reach 30 million kilowatts.", ["= 30000 MW 2025"]),
        ("By 2030 around two thirds of buses will be electric.", ["~ 66.6666666667 percent 2030"]),
        ("By 2030, renewables will account for half of the power mix.", ["= 50 percent 2030"]),
        ("The plan aims to double storage capacity by 2027.", ["= 2 ratio 2027"]),
        ("By 2027 the city will build at least five zero-carbon parks.", [">= 5 count 2027"]),
        ("By 2027, the number of public chargers will exceed 40,000.", ["> 40000 count 2027"]),
        ("By 2027, the PUE of new data centers will be kept below 1.2.", ["< 1.2 ratio 2027"]),
        ("By 2026, 20 power transmission and transformation projects will be completed.", ["= 20 count 2026"]),
        ("By 2026, 150 green (low-carbon) factories will be built.", ["= 150 count 2026"]),
        ("By 2030 fuel use of new cars will fall to 3.2 liters per 100 km.", ["= 3.2 L_per_100km 2030"]),
        ("By 2035, per capita park green space will reach 15 square meters.", ["= 15 m2_per_person 2035"]),
        ("One million households will switch to heat pumps by 2030.", ["= 1000000 households 2030"]),
        ("By 2025, 5 clusters worth over 10 billion yuan each will form.", ["= 5 count 2025"]),
        ("The 2024 plan calls for 300 buses by 2026.", ["= 300 vehicles 2026"]),
        ("A and B will fall by 8% and 8%, respectively, by 2025.", ["= 8 percent 2025", "= 8 percent 2025"]),
        # ranges and aspirations
        ("The share of electricity will reach 30% to 35% by 2030.", ["range 30..35 percent 2030"]),
        ("By 2027, 300-400 MW of rooftop solar will be added.", ["range 300..400 MW 2027"]),
        ("By 2027 between 10 and 15 percent of trucks will be electric.", ["range 10..15 percent 2027"]),
        ("By 2027, 2 to 3 million tonnes of scrap will be recycled.", ["range 2000000..3000000 tonnes 2027"]),
        (
            "Energy intensity will fall by 14% (striving for 15%) by 2025 compared with 2020.",
            ["= 14 (15) percent 2025"],
        ),
        ("It will cut coal use by 5% by 2025, and strive for 6%.", ["= 5 (6) percent 2025"]),
        ("Tibet aims to have 10 million kW by 2025, and strives for 15 million kW.", ["= 10000 (15000) MW 2025"]),
        # a change from one value to another is one target
        ("Fujian will raise its share of NEVs from 25% in 2023 to 45% by 2027.", ["= 45 percent 2027"]),
        ("Coverage will grow from 20% to 25% by 2027.", ["= 25 percent 2027"]),
        # comparators
        ("By 2025, water use shall not exceed 12 billion cubic meters.", ["<= 12000000000 m3 2025"]),
        ("By 2025, the rate must be no lower than 95%.", [">= 95 percent 2025"]),
        ("By 2025, storage of 30 gigawatts or more will be installed.", [">= 30000 MW 2025"]),
        ("The notice sets the lower limit of the utilization rate of wind power at 92%.", [">= 92 percent -"]),
        ("By 2025 A and B will exceed 90% and 75%, respectively.", ["> 90 percent 2025", "> 75 percent 2025"]),
        # years
        ("Coverage will reach 50% by 2025, 100% by 2030.", ["= 50 percent 2025", "= 100 percent 2030"]),
        (
            "By 2030 and 2035, the rate will rise to about 35% and more than 40%, respectively.",
            ["~ 35 percent 2030", "> 40 percent 2035"],
        ),
        (
            "China will cut carbon intensity by over 65% from the 2005 level and bring wind and solar capacity to over "
            "1.2 billion kilowatts by 2030.",
            ["> 65 percent 2030", "> 1200000 MW 2030"],
        ),
        ("During the 14th Five-Year Plan period, 40 GW of hydropower will be added.", ["= 40000 MW 2025"]),
        ("Over 95% of green power will be consumed from 2024 to 2025.", ["> 95 percent 2025"]),
        ("By the end of June 2026, 300 stations will be built.", ["= 300 count 2026"]),
        ("The region's 2025 targets include a utilization rate of 90%.", ["= 90 percent 2025"]),
        ("By 2026, 20 GW must be retrofitted, of which 5 GW in 2024.", ["= 20000 MW 2026", "= 5000 MW 2024"]),
        # the year of a peak
        ("China aims to peak carbon emissions before 2030.", ["< 2030 year 2030"]),
        ("Hainan strives to achieve net zero emissions by around 2050.", ["~ 2050 year 2050"]),
    ],
)  # fmt: skip
def test_a_promise_is_read(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "By the end of 2020, renewable capacity reached 934 GW.",
        "In 2023, wind and solar capacity exceeded 1,000 GW, up 37% year-on-year.",
        "The province has built 362 charging stations since 2021.",
        "At present, new energy vehicles account for 15% of the fleet.",
        "On May 16th, over 1,400 vehicles took part in a demonstration.",
        "The 550-kilometer-long line has 11 swap stations.",
        "According to analysts at the institute, capacity is expected to reach 300 GW in 2025.",
        "A study finds that Guangdong could reach 150 GW of solar by 2030.",
        "Costs can be reduced by 25% if tolls are waived.",
        "Enterprises with an annual use of more than 10,000 tons of standard coal must be audited by 2026.",
        "From 2026, new buildings larger than 20,000 square meters must have solar roofs.",
        "The notice covers grid projects of 500 kV and above.",
        "It was issued by the NDRC and seven other departments, see No. 12 of 2024.",
        "The first half of the year saw PM2.5 at 1+N levels.",
        "Over one-third of provincial regions issued plans to promote renewals.",
        "As China mobilizes to meet its goal of peaking carbon emissions before 2030, provinces act.",
        "Once completed, the plant will produce 500 GWh a year.",
        "Call 010-6655 1234 or write to room 15.",
    ],
)
def test_what_is_no_promise_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_an_earlier_or_national_value_is_no_target_of_the_province() -> None:
    text = (
        "Ningxia relaxes the rate\n\nNingxia issued a [Notice on the Use of New Energy in Ningxia](#). It sets "
        "the rate at no less than 90% by 2026, down from 95% (the national target is 92% by 2026)."
    )
    assert targets(text) == [">= 90 percent 2026"]


def test_a_list_takes_year_place_and_firmness_from_the_line_above() -> None:
    text = (
        "Gansu Province will in 2027:\n\n- Replace over 3,000 **trucks** and 200 buses.\n- Add 2 GW of storage.\n\n"
        "Qinghai strives to, by 2028:\n\n- Build 30 stations."
    )
    found = read(text)
    assert [(told(each), each.region, each.strictness) for each in found] == [
        ("> 3000 vehicles 2027", "620000", "expected"),
        ("= 200 vehicles 2027", "620000", "expected"),
        ("= 2000 MW 2027", "620000", "expected"),
        ("= 30 count 2028", "630000", "aspirational"),
    ]


def test_a_year_is_carried_within_a_paragraph_and_a_list_but_not_beyond() -> None:
    text = (
        "By 2027, wind capacity will reach 5 GW. Solar capacity will exceed 8 GW.\n\n"
        "The plan requires storage of 1 GW.\n\n"
        "It proposes that:\n\n- By 2028, 20 parks will be built.\n- The recycling rate will reach 60%."
    )
    assert targets(text) == [
        "= 5000 MW 2027", "> 8000 MW 2027", "= 1000 MW 2027", "= 20 count 2028", "= 60 percent 2028",
    ]  # fmt: skip


def test_the_period_of_a_plan_gives_the_year_where_nothing_else_does() -> None:
    plan = {"region": "510000", "title": "Action Plan for Storage in Sichuan Province (2024-2027)"}
    assert targets("1. Build 50 green factories.", **plan) == ["= 50 count 2027"]
    assert targets("In 2022, capacity of 50 MW.", **plan) == []


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Shanxi Province will add 5 GW of wind power by 2027.", "140000"),
        ("Shaanxi Province will add 5 GW of wind power by 2027.", "610000"),
        ("By 2027, 5 hydrogen stations will be built in Dezhou.", "371400"),
        ("The city of Ordos (Inner Mongolia Autonomous Region) will build 5 stations by 2027.", "150600"),
        (
            "[*Work Plan for Equipment in Henan Province*](#) proposes that by 2027, 500 factories will be built.",
            "410000",
        ),
        ("Following China's national drive, Anhui Province plans to add 2 GW of wind power by 2026.", "340000"),
        ("Gansu will send 20 TWh of green power to Shandong in 2026.", "620000"),
        ("The National Energy Administration will add 5 GW of storage by 2027.", "100000"),
    ],
)
def test_a_target_belongs_to_its_place(text: str, region: str) -> None:
    assert [each.region for each in read(text) if each.kind == "target"] == [region]


def test_a_newsletter_tells_of_many_places_and_promises_nothing_by_its_title() -> None:
    text = (
        "Newsletter (2024-2025)\n\n[*Work Plan for Equipment in Shanxi Province*](#) proposes that by 2027, 30 parks "
        "will be built.\n\n[*Work Plan for Storage in Henan Province*](#) proposes that by 2027, 30 parks will be "
        "built.\n\nA demonstration of 50 vehicles in the city."
    )
    found = read(text, region="140000", title="Newsletter (2024-2025)")
    assert [(told(each), each.region) for each in found] == [
        ("= 30 count 2027", "140000"), ("= 30 count 2027", "410000"),
    ]  # fmt: skip


def test_a_target_of_two_places_is_one_of_each() -> None:
    text = "Under the agreement, Qinghai and Gansu will each build 5 GW of solar power by 2027."
    assert [each.region for each in read(text)] == ["630000", "620000"]


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("A subsidy of 60,000 yuan will be paid per bus.", "subsidy", "= 60000 CNY_per_vehicle -"),
        ("The province will give a reward of RMB 0.5 million to each green factory.", "subsidy", "= 500000 CNY -"),
        ("The subsidy is capped at 30% of the investment.", "subsidy", "<= 30 percent -"),
        ("The toll will be fully refunded.", "subsidy", "= 100 percent -"),
        ("Projects with an investment of over RMB 50 million are eligible.", "condition", "> 50000000 CNY -"),
        ("In 2023, 5 GW of wind power was built in Gansu.", "fact", "= 5000 MW 2023"),
    ],
)
def test_money_offered_and_thresholds_are_kinds_of_their_own(text: str, kind: str, line: str) -> None:
    assert [(each.kind, told(each)) for each in read(text)] == [(kind, line)]


def test_a_dated_step_without_number_is_a_milestone() -> None:
    (only,) = read("By 2030, hydrogen made with renewable power will become the main source of supply in Jiangsu.")
    assert (only.kind, only.target_year, only.region, only.value) == ("milestone", 2030, "320000", None)
    assert read("By 2030, the level of services will be further and significantly enhanced.") == []


def test_base_years_are_those_printed_or_the_year_before() -> None:
    text = "By 2025, A and B will fall by 13.5% and 18%, respectively, compared with 2020, and C by 3% year-on-year."
    assert [each.base_year for each in read(text)] == [2020, 2020, 2024]


def test_an_indicator_has_the_dimension_of_its_amount() -> None:
    found = read("By 2026, 2 GW/4 GWh of new energy storage and 300 charging piles will be built.")
    assert [each.indicator for each in found] == [
        "new_energy_storage_capacity", "new_energy_storage_energy", "charging_points",
    ]  # fmt: skip
    assert read("By 2026, 40 whale sanctuaries will be built.")[0].indicator == "new:whale sanctuaries"


def test_what_is_said_twice_is_found_once_and_reports_promise_nothing() -> None:
    twice = "By 2027, forest coverage will reach 25%. By 2027, forest coverage will be 25%."
    text = twice + "\n\nPerspectives\n\nBy 2030, 5 GW will be built."
    assert targets(text) == ["= 25 percent 2027"]


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "1" * 200_000, "a " * 100_000, "(" * 50_000, "[*" * 20_000, "- " * 50_000]
)
def test_odd_texts_end_soon_with_nothing(text: str) -> None:
    assert read(text) == []


def test_a_table_gives_a_target_for_each_year_to_come() -> None:
    table = (
        "Table 1 Main targets\n\n| Indicator | 2020 | 2025 | Type |\n|---|---|---|---|\n"
        "| Wind capacity (GW) | 21 | 30 | expected |\n"
        "| Forest coverage (%) | 23.2 | ≥24.1 | binding |\n| Services | weak | better | |\n"
    )
    found = read(table, region="450000", title="Plan for Guangxi (2021-2025)")
    assert [(told(each), each.strictness, each.base_year, each.base_value) for each in found] == [
        ("= 30000 MW 2025", "expected", 2020, 21000),
        (">= 24.1 percent 2025", "binding", 2020, 23.2),
    ]
    lines = "Indicator\t2027\t2030\nCharging points (10,000 units)\t5\t8\nWind power\t30 GW\t50 GW\n"
    assert targets(lines) == ["= 50000 count 2027", "= 80000 count 2030", "= 30000 MW 2027", "= 50000 MW 2030"]
