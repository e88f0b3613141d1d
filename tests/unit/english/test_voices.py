"""Do the rules for English tell promises from forecasts, wholes from parts, offers from targets?"""

from __future__ import annotations

import pytest

from tests.unit.english.found import read, told


def of_kind(kind: str, text: str, **more: str) -> list[str]:
    return [told(each) for each in read(text, **more) if each.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "China's solar market is projected to add 240 GW a year by 2028, Wood Mackenzie said. Over the next decade, "
        "deployments are expected to total 3 TW. Storage is anticipated to reach 400 GWh by 2030.",
        "Analysts at a consultancy expect 600 GW of new wind by 2030. The country is likely to install 90 GW in 2027.",
        "Longi plans to build a 20 GW factory by 2026. The company expects sales of 50 GW in 2026.",
        "China's power demand is expected to grow by 6% in 2026.",
        "The goal is weak, said an economist at a think tank, and would allow emissions to rise by 4% by 2030.",
        "Wind power hit 1,206 GW in July, six years ahead of the 2030 target of 1,200 GW.",
        "Enterprises using more than 5,000 tonnes of coal a year must complete audits by 2026.",
        "Up to 30 percent of the investment, but no more than 5 million yuan, will be subsidised.",
        "If approved, the project would cut emissions by 2 million tonnes by 2030.",
    ],
)
def test_a_forecast_is_no_target(text: str) -> None:
    assert of_kind("target", text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what is expected without an analyst is promised
        ("By 2035, net emissions are expected to fall by 7% to 10% from their peak.", ["range 7-10 percent 2035"]),
        ("According to a report from the energy regulator, 9 GW will be added in 2026.", ["= 9000 MW 2026"]),
        ("By 2027 the share should exceed 20%. Intensity would be cut by 12%.", ["> 20 percent 2027", "= 12 "
         "percent 2027"]),
        # a part has a year of its own
        ("Fujian will build 20 GW of sea wind, of which 8 GW by 2027.", ["= 20000 MW -", "= 8000 MW 2027"]),
        ("In the north 9 GW will be built, with 4 GW to be running by 2026.", ["= 9000 MW -", "= 4000 MW 2026"]),
        # years that name a goal lead it, and a title ends where its sentence does
        ("Guangxi's draft sets a 2025 goal of 8 GW of hydropower and a 2030 goal of 20 GW.",
         ["= 8000 MW 2025", "= 20000 MW 2030"]),
        ("Zhejiang issued the Implementation Opinions on Green Transport. By 2027, buses will use 95% clean energy.",
         ["= 95 percent 2027"]),
        ("Energy use per unit of GDP fell 2.6% in 2023. For 2024, a reduction of 2.5% is targeted.",
         ["= 2.5 percent 2024"]),
        ("By 2027, PM2.5 should be down to 35 ug/m3.", ["= 35 ug_per_m3 2027"]),
        # multiples
        ("Wind output is to double by 2027 compared to 2022 levels, implying it should reach 90 TWh.", ["= 2 "
         "ratio 2027"]),
        ("Hebei will double its wind capacity to 60 GW by 2030.", ["= 60000 MW 2030"]),
        # ways of printing
        ("The plan targets 300+ charging stations and 25%+ of sales by 2027.", [">= 300 count 2027", ">= 25 "
         "percent 2027"]),
        ("Coal use will be kept below 2.9 bn tsce by 2027.", ["< 2900000000 tce 2027"]),
        ("Output will be cut to 4-5 tonnes on a per capita basis by 2030.", ["range 4-5 ? 2030"]),
        ("Intensity will fall by 40% by 2030, which is equivalent to 15% to 20% absolute reduction.",
         ["= 40 percent 2030", "range 15-20 percent 2030"]),
        ("Targets by 2027:\n\n- 30%+ reuse of newly generated slag\n", [">= 30 percent 2027"]),
        ("By 2027 it will make 700 units of wind turbines a year.", ["= 700 devices 2027"]),
        # peaks
        ("By 2029, Hubei's carbon emissions will reach their peak.", ["<= 2029 year 2029"]),
        ("The plan aims to peak industrial emissions before 2029.", ["< 2029 year 2029"]),
        ("Oil use in transport will strive to peak by 2031.", ["<= 2031 year 2031"]),
        ("The share is to reach 30% by 2027, and the goal of carbon peaking by 2029 will be achieved.",
         ["= 30 percent 2027", "<= 2029 year 2029"]),
    ],
)  # fmt: skip
def test_a_promise_is_read(text: str, wanted: list[str]) -> None:
    assert of_kind("target", text) == wanted


def test_what_is_aimed_for_beyond_a_floor_is_aspired_to() -> None:
    found = read("Hunan strives to double its storage by 2027, with a minimum of 5 GW and a target of 6 GW.")
    assert [(each.unit, each.value, each.value_aspired) for each in found] == [("ratio", 2, None), ("MW", 5000, 6000)]


def test_what_the_nation_promises_dates_nothing_of_a_province() -> None:
    text = "China is to end its subsidies before 2030.\n\nIn the east, 7 GW of wind farms will be built."
    assert of_kind("target", text, region="440000") == ["= 7000 MW -"]


def test_offers_are_expected_and_their_caps_bind() -> None:
    text = (
        "Buyers will get a subsidy of 12% of the price, capped at 20,000 yuan per vehicle. "
        "Stations will be granted 10 yuan per kilogram of hydrogen."
    )
    found = [(each.kind, each.value, each.unit, each.strictness) for each in read(text)]
    assert found == [
        ("subsidy", 12, "percent", "expected"),
        ("subsidy", 20000, "CNY_per_vehicle", "binding"),
        ("subsidy", 10, "", "expected"),
    ]


def test_the_share_of_storage_a_project_must_have_is_a_condition() -> None:
    for text in (
        "Storage must be configured at no less than 10% of installed capacity in new wind projects.",
        "New solar projects shall be equipped with storage of at least 10% of their capacity.",
    ):
        assert of_kind("condition", text) == [">= 10 percent -"]
        assert of_kind("target", text) == []


def test_goals_that_a_sentence_lists_are_steps() -> None:
    text = (
        "Key goals for 2027 include establishing a carbon database, completing first standards, and raising the "
        "rate to 22%."
    )
    assert [each.quote for each in read(text) if each.kind == "milestone"] == [
        "establishing a carbon database", "completing first standards"]  # fmt: skip


def test_what_is_not_binding_is_expected() -> None:
    text = "Targets, all of which are anticipatory (i.e. non-binding) for 2027, include:\n\n- generating 90 TWh "
    "from wind\n"
    assert [each.strictness for each in read(text)] == ["expected"]


@pytest.mark.parametrize(
    ("text", "region", "wanted"),
    [
        ("Hainan Province released [Action Plan for a Clean Island \\(2024-2027\\)](#). The *Plan* proposes "
         "that by 2027, "
         "the share of clean energy will exceed 78% and that of electric cars will exceed 60%.", "460000",
         ["> 78 percent 2027", "> 60 percent 2027"]),
        ("Guizhou issued [*Work Plan for New Energy Storage in Guizhou Province*](#). By 2025, 4,000 megawatts/8,500 "
         "megawatt-hours of new energy storage will be completed. In 2027, this number will grow to 9,000 "
         "megawatts/19,500 "
         "megawatt-hours.", "520000", ["= 4000 MW 2025", "= 8500 MWh 2025", "= 9000 MW 2027", "= 19500 MWh 2027"]),
        ("[*Plan for Equipment Renewals in Hunan Province*](#) proposes that by 2026, the digital design tool "
         "coverage rate "
         "and the numerical control rate will exceed 85% and 70%, respectively.", "430000",
         ["> 85 percent 2026", "> 70 percent 2026"]),
        ("Qinghai Province issued [Climate Change Adaptation Plan \\(2024-2035\\)](#). Targets include:\n\n- By "
         "2025, more "
         "than 35% of the built-up area will fit the criteria.\n- By 2035, annual water usage will be limited to 3.6 "
         "billion cubic meters, with the per capita park green area no less than 13 square meters.", "630000",
         ["> 35 percent 2025", "<= 3600000000 m3 2035", ">= 13 m2_per_person 2035"]),
        ("[*Energy Conservation Plan of Shaanxi Province (2024-2025)*](#) requires that in 2025, energy use per "
         "unit of GDP "
         "will decrease by 13% (striving to decrease 14%) compared to 2020.", "610000", ["= 13 percent 2025"]),
        ("[*Hydrogen Plan of Sichuan Province \\(2024-2030\\)*](#) proposes that:\n\n- By 2027, over 60 "
         "hydrogen refueling "
         "stations will be built, and the number of fuel cell vehicles will exceed 6,000.", "510000",
         ["> 60 count 2027", "> 6000 vehicles 2027"]),
        ("Jiangxi Province issued [Notice on New Energy in Jiangxi](#). The *Notice* sets the lower limit for the "
         "utilization rate of new energy at 91%.", "360000", [">= 91 percent -"]),
        ("[*Methane Control Plan of Henan Province*](#) proposes that by 2030, the utilization rate of "
         "livestock manure will "
         "exceed 85%.", "410000", ["> 85 percent 2030"]),
        ("By the end of June, Yunnan's solar capacity reached 27.6 GW. The province plans to bring it to 45 GW "
         "by 2027.",
         "530000", ["= 45000 MW 2027"]),
        ("The city of Tangshan (Hebei Province) released [Plan for the Steel Industry](#), which proposes that "
         "by 2025, over "
         "80% of steel capacity will complete retrofits. Carbon emissions of the industry will peak by 2028.", "130200",
         ["> 80 percent 2025", "<= 2028 year 2028"]),
    ],
)  # fmt: skip
def test_a_newsletter_on_another_province_is_read(text: str, region: str, wanted: list[str]) -> None:
    assert of_kind("target", text) == wanted
    assert {each.region for each in read(text) if each.kind == "target"} == {region}
