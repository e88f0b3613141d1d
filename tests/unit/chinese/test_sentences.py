"""Are targets found in awkward Chinese sentences, and nothing where there is none?"""

from __future__ import annotations

import time

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found
from tests.unit.chinese.found import OPINION, PLAN, Told, one, told

SENTENCES: dict[str, tuple[str, Told]] = {
    "about": ("到2025年，非化石能源消费占比达到20%左右。", [(20, "percent", 2025, "~")]),
    "at least, behind": ("到2025年，新能源装机达到3200万千瓦以上。", [(32000, "MW", 2025, ">=")]),
    "at most": ("到2025年，用水总量控制在124亿立方米以内。", [(12.4e9, "m3", 2025, "<=")]),
    "more than": ("2025年底，光伏装机超过500万千瓦。", [(5000, "MW", 2025, ">")]),
    "less than": ("到2025年，电网线损率低于4%。", [(4, "percent", 2025, "<")]),
    "range": ("到2025年，备用率保持在10-15%。", [(10, "percent", 2025, "range")]),
    "strives for more": ("到2025年，单位地区生产总值能耗下降14.5%，力争下降16.5%。", [(14.5, "percent", 2025, "=")]),
    "one after the other": (
        "到2025年，单位增加值能耗、碳排放、水耗分别下降10%、12.5%、11%以上。",
        [(10, "percent", 2025, ">="), (12.5, "percent", 2025, ">="), (11, "percent", 2025, ">=")],
    ),
    "percentage points": ("到2025年，占比较2020年提高5个百分点。", [(5, "pp", 2025, "=")]),
    "twice": ("“十四五”期间，风电发电量实现翻番。", [(2, "ratio", 2025, "=")]),
    "four times": ("2025年绿色债发行规模较2020年翻两番。", [(4, "ratio", 2025, "=")]),
    "spoken percentage": ("到2025年，覆盖率达到百分之三十五。", [(35, "percent", 2025, "=")]),
    "two years in one sentence": (
        "到2025年，占比达到20%；到2030年，占比达到25%。",
        [(20, "percent", 2025, "="), (25, "percent", 2030, "=")],
    ),
    "the year of the plan": ("水泥散装率达到75%以上。", [(75, "percent", 2025, ">=")]),
    "every year": ("每年推动200万平方米以上的建筑节能改造。", [(2e6, "m2", None, ">=")]),
    "two things counted": (
        "到2025年，建成500家绿色工厂和50个绿色园区。",
        [(500, "count", 2025, "="), (50, "count", 2025, "=")],
    ),
    "list without verbs": (
        "到2025年，新增装机500万千瓦，其中风电200万千瓦、光伏300万千瓦。",
        [(5000, "MW", 2025, "="), (2000, "MW", 2025, "="), (3000, "MW", 2025, "=")],
    ),
    "as many values as years": (
        "2025年、2030年，非化石能源消费比重分别达到20%、25%左右。",
        [(20, "percent", 2025, "~"), (25, "percent", 2030, "~")],
    ),
    "a list of years": (
        "2022年造林10万亩，2023年造林20万亩。",
        [(66666666.6667, "m2", 2022, "="), (133333333.333, "m2", 2023, "=")],
    ),
    "what describes the thing counted": ("到2025年，建成装机100万千瓦的抽水蓄能电站2座。", [(2, "count", 2025, "=")]),
    "what stands before a colon": (
        "新能源公交车比例：2025年达到80%，2030年达到100%。",
        [(80, "percent", 2025, "="), (100, "percent", 2030, "=")],
    ),
    "coal equivalent in the subject": ("到2025年，节约标准煤30万吨。", [(3e5, "tce", 2025, "=")]),
    "ratio without unit": ("到2025年，数据中心电能利用效率降到1.3以下。", [(1.3, "ratio", 2025, "<=")]),
    "per kilowatt-hour": ("到2025年，供电煤耗降至297克标准煤/千瓦时。", [(297, "gce_per_kWh", 2025, "=")]),
    "thousand watts are no thousand": ("到2025年，人均用电量达到1200千瓦时。", [(1200, "", 2025, "=")]),
    "all": ("到2025年，城镇新建建筑全部达到绿色建筑标准。", [(100, "percent", 2025, "=")]),
    "peak": ("力争2028年前实现碳达峰。", [(2028, "year", 2028, "<")]),
    "change from a level": ("到2025年，绿化率由30%提高到50%。", [(50, "percent", 2025, "=")]),
    "unit printed once": (
        "到2025年，回收率、处理率、利用率分别达到60、70和80%。",
        [(60, "percent", 2025, "="), (70, "percent", 2025, "="), (80, "percent", 2025, "=")],
    ),
    "interim year in brackets": (
        "到2025年，绿色建筑占比达到70%以上（其中，2022年达到60%），绿色建材占比达到20%以上。",
        [(70, "percent", 2025, ">="), (60, "percent", 2022, "="), (20, "percent", 2025, ">=")],
    ),
    "two rates with one value": (
        "到2025年，受污染耕地、污染地块安全利用率达到95%以上。",
        [(95, "percent", 2025, ">="), (95, "percent", 2025, ">=")],
    ),
    "one rate of two things": (
        "到2025年，公共机构、厂房屋顶光伏覆盖率达到50%。",
        [(50, "percent", 2025, "=")],
    ),
    "a task as measure": ("2025年全省营造林任务600万亩。", [(4e9, "m2", 2025, "=")]),
    "several years of work": ("集中用5年左右时间，完成造林1000公顷。", [(1e7, "m2", 2025, "=")]),
    "peak of a goal fulfilled": ("2030年前支持我省碳达峰目标顺利实现。", [(2030, "year", 2030, "<")]),
    "carbon dioxide": ("到2025年，碳排放总量控制在4亿吨以内。", [(4e8, "tCO2", 2025, "<=")]),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_targets_are_found(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text) == wanted


NOTHING = {
    "past result": "2020年，全省非化石能源消费占比达到18%。",
    "until": "截至2020年底，光伏装机达到500万千瓦。",
    "done": "目前已建成10个污水处理厂，处理能力40万吨/日。",
    "last period": "“十三五”期间，森林覆盖率达到60%。",
    "threshold": "将年综合能耗超过1万吨标准煤的数据中心纳入监测。",
    "small plants": "有序推进单机容量30万千瓦以下煤电机组关停整合。",
    "what the document counts": "共设置重点指标15项，提出25项举措。",
    "article": "按照《节约能源法》第三十条和国发〔2021〕4号文件执行。",
    "telephone": "联系电话：0731-84586771，2025年1月30日前报送。",
    "standard": "新建居住建筑执行75%节能设计标准。",
    "money handed out": "2025年度拨付专项资金2310万元。",
    "distance": "推动黄河岸线1公里范围内企业入园。",
    "level of water": "水质达到Ⅲ类标准，等级达到4A级以上。",
    "announced by the head of state": "总书记进一步提出，到2030年非化石能源占比将达到25%左右。",
    "radius": "完成热电厂供热半径15公里范围内燃煤锅炉关停。",
    "a goal named": "为实现2030年前碳达峰目标奠定基础。",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_target_does_not_become_one(knowledge: Knowledge, text: str) -> None:
    assert told(knowledge, text) == []


def test_what_was_done_is_told_by_the_heading(knowledge: Knowledge) -> None:
    text = "第一节 取得的成效\n清洁取暖率达到80%。\n第二节 主要目标\n清洁取暖率达到90%。"
    assert told(knowledge, text) == [(90, "percent", 2025, "=")]
    assert told(knowledge, text, kinds=("fact",)) == [(80, "percent", None, "=")]


def test_a_year_is_carried_to_later_sentences_and_bullets(knowledge: Knowledge) -> None:
    text = "到2030年，主要目标是：\n——能源绿色转型。非化石能源消费占比达到25%。\n——能效提升。森林覆盖率达到30%。"
    assert told(knowledge, text, OPINION) == [(25, "percent", 2030, "="), (30, "percent", 2030, "=")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("对节能项目按照每吨标准煤500元给予补助。", [(500, "CNY_per_tce", None, "=")]),
        ("给予一次性奖励，最高奖励150万元。", [(1.5e6, "CNY", None, "<=")]),
    ],
)
def test_money_offered_is_a_subsidy(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text, "节能专项资金管理办法", ("subsidy",)) == wanted
    assert told(knowledge, text, "节能专项资金管理办法") == []


def test_a_threshold_for_support_is_a_condition(knowledge: Knowledge) -> None:
    text = "整体上架率低于50%的，不支持新建数据中心。"
    assert told(knowledge, text, OPINION, ("condition",)) == [(50, "percent", None, ">=")]


TABLES = {
    "pipes of a web page": (
        "| 指标 | 单位 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- | --- |\n"
        "| 森林覆盖率 | % | 20.1 | 22.5 | 约束性 |\n| 用水总量 | 亿立方米 | 10 | 12 | 预期性 |\n"
        "| 新能源装机 | 万千瓦 | 100 | 200 | 预期性 |",
        [(22.5, "percent", 2025, "="), (12e8, "m3", 2025, "="), (2000, "MW", 2025, "=")],
    ),
    "unit of a group": (
        "指标\n2020 年\n2025 年\n属性\n主要污染物减排量（吨）\n化学需氧量\n—\n[10031]\n约束性\n氨氮\n—\n[658]\n约束性",
        [(10031, "tonnes", 2025, "="), (658, "tonnes", 2025, "=")],
    ),
    "cells one by one": (
        "指标\n2020 年\n2025 年\n年均\n增速\n属性\n用电量（亿千瓦时）\n382.55\n711.13\n13.20%\n预期性\n"
        "火电装机（万千\n瓦）\n——\n2600\n从无到有\n预期性",
        [(711.13e5, "MWh", 2025, "="), (26000, "MW", 2025, "=")],
    ),
    "property before the values": (
        "序号\n指标名称\n属性\n2020 年\n2025 年\n1\n森林覆盖率（%）\n约束性\n42.78\n46.7\n"
        "2\n湿地保护率（%）\n预期性\n-\n≥52",
        [(46.7, "percent", 2025, "="), (52, "percent", 2025, ">=")],
    ),
    "cut years and decimals": (
        "指标\n2020\n年\n2025\n年\n属性\n森林覆盖率（%）\n25.\n6\n26.\n1\n约束性\n湿地保护率（%）\n60\n62 以上\n预期性",
        [(26.1, "percent", 2025, "="), (62, "percent", 2025, ">=")],
    ),
    "an aim without a year": (
        "序号\n分类\n单位\n规划目标\n指标属性\n1\n装配式建筑比例\n%\n>80\n约束性\n2\n示范城市\n个\n2\n预期性",
        [(80, "percent", 2025, ">"), (2, "count", 2025, "=")],
    ),
    "three values in a cell": (
        "指标\n单位\n2020 年\n2025 年\n属性\n示范县/示范镇/示范村数量\n个\n0/1/1\n3/10/100\n预期性",
        [(3, "count", 2025, "="), (10, "count", 2025, "="), (100, "count", 2025, "=")],
    ),
    "what was reached": (
        "“十三五”规划指标完成情况\n指标\n2015 年\n2020 年目标\n2020 年完成\n属性\n"
        "森林覆盖率（%）\n40\n42\n43\n约束性\n湿地保护率（%）\n50\n52\n52\n约束性",
        [],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TABLES.values(), ids=TABLES)
def test_broken_tables_are_read(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text) == wanted


def test_properties_of_a_table_say_how_firm_a_target_is(knowledge: Knowledge) -> None:
    text = "指标\n2020 年\n2025 年\n属性\n森林覆盖率（%）\n7.5\n8.0\n约束性\n湿地保护率（%）\n64\n66\n预期性"
    assert [each.strictness for each in found(Source("a", text, "zh", "630000", PLAN), knowledge)] == [
        "binding",
        "expected",
    ]


@pytest.mark.parametrize(
    ("text", "region", "wanted"),
    [
        ("在海南州积极建设清洁能源基地，到2030年并网规模达到4000万千瓦。", "630000", "632500"),
        ("到2030年，青海光热电站装机规模达到300万千瓦。", "630000", "630000"),
        ("到2025年，全国用水总量控制在6400亿立方米以内。", "370000", "100000"),
        ("在济南、青岛、烟台等市，到2025年开展示范项目20个。", "370000", "370000"),
        ("到2025年，建成全国林下经济示范县3个。", "370000", "370000"),
    ],
)
def test_the_place_is_that_of_the_clause(knowledge: Knowledge, text: str, region: str, wanted: str) -> None:
    assert one(knowledge, text, region).region == wanted


def test_the_place_in_the_title_of_a_national_document(knowledge: Knowledge) -> None:
    title = "支持宁夏建设黄河流域生态保护和高质量发展先行区实施方案"
    assert one(knowledge, "到2025年，城市生活污水集中收集率达到70%以上。", "100000", title).region == "640000"


def test_what_is_striven_for_beyond_and_the_base_year(knowledge: Knowledge) -> None:
    target = one(knowledge, "到2025年，单位地区生产总值能耗比2020年下降14.5%，力争下降16.5%。", "370000")
    assert (target.value_aspired, target.base_year, target.indicator) == (16.5, 2020, "energy_intensity_reduction")


def test_quotes_are_those_of_the_raw_text(knowledge: Knowledge) -> None:
    text = "到２０２５年ꎬ农村自来\n水普及率达到\n\n— 9 —\n８８％。"
    target = one(knowledge, text, "370000")
    assert text[target.start : target.end] == target.quote
    assert text[target.figure :].startswith("８８")


@pytest.mark.parametrize("text", ["1234567890" * 100_000, "2025年" * 100_000, "（" * 200_000, "占比达到" * 50_000])
def test_senseless_texts_take_seconds(knowledge: Knowledge, text: str) -> None:
    begun = time.perf_counter()
    found(Source("a", text, "zh"), knowledge)
    assert time.perf_counter() - begun < 30
