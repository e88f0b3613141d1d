"""Are targets found in awkward Chinese sentences, and nothing where there is none?"""

from __future__ import annotations

import time

import pytest

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.knowledge import Knowledge, read
from ccnt_dash.ingest.zh import found
from ccnt_dash.settings import ROOT

PLAN = "某省“十四五”能源发展规划"
OPINION = "关于推动绿色发展的意见"
Told = list[tuple[float | None, str, int | None, str]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read(ROOT / "data", "zh")


def told(knowledge: Knowledge, text: str, title: str = PLAN, kinds: tuple[str, ...] = ("target",)) -> Told:
    source = Source("a.txt", text, "zh", "370000", title)
    return [(c.value, c.unit, c.target_year, c.comparator) for c in found(source, knowledge) if c.kind in kinds]


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


def one(knowledge: Knowledge, text: str, region: str, title: str = PLAN) -> Candidate:
    (candidate,) = [each for each in found(Source("a", text, "zh", region, title), knowledge) if each.kind == "target"]
    return candidate


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("既有建筑节能改造每平方米最高补助50元。", [(50, "", None, "<=")]),
        (
            "对通过认定的企业分别给予30万、20万、10万元奖励。",
            [(3e5, "CNY", None, "="), (2e5, "CNY", None, "="), (1e5, "CNY", None, "=")],
        ),
        ("节能减碳项目按不超过项目总投资的15%控制。", [(15, "percent", None, "<=")]),
        ("按照2022年每吨标准煤900元标准给予补助。", [(900, "CNY_per_tce", 2022, "=")]),
    ],
)
def test_money_offered_has_the_unit_it_is_paid_for(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text, "节能专项资金管理办法", ("subsidy",)) == wanted


def test_places_that_share_a_value_get_it_each(knowledge: Knowledge) -> None:
    source = Source("a.txt", "到2025年，全省占比达到20%，其中济南和青岛市达到40%左右。", "zh", "370000", PLAN)
    assert [(c.value, c.region) for c in found(source, knowledge)] == [
        (20, "370000"),
        (40, "370100"),
        (40, "370200"),
    ]


def test_complete_steps_behind_the_first_clause_and_under_a_carried_year_are_milestones(knowledge: Knowledge) -> None:
    text = "到2025年，环境质量持续改善，生活垃圾分类处理系统基本建成。新增出租车全部使用新能源汽车。"
    source = Source("a.txt", text, "zh", "370000", OPINION)
    told_ = [(c.quote, c.target_year) for c in found(source, knowledge) if c.kind == "milestone"]
    assert told_ == [("生活垃圾分类处理系统基本建成", 2025), ("新增出租车全部使用新能源汽车", 2025)]


CUT_TABLES = {
    "a page cuts the table": (
        "指标\n2020年\n2025年\n属性\n3\n重污染天数比率\n（%）\n1\n0\n约束性\n4\n氮氧化物减排量\n（吨）\n—\n4000\n约束性\n",
        [(0, "percent", 2025, "="), (4000, "tonnes", 2025, "=")],
    ),
    "years without a gap": (
        "类别\n单位\n2020 年2025 年\n属性\n1.1\n风电\n万千瓦\n3785\n8900\n预期性\n1.2\n水电\n万千瓦\n24\n25\n预期性\n",
        [(89000, "MW", 2025, "="), (250, "MW", 2025, "=")],
    ),
    "a cumulative column": (
        "指标\n2020年\n2025年\n五年累计\n属性\n氨氮减排量（吨）\n—\n/\n[658]\n约束性\n森林覆盖率（%）\n56\n57\n/\n约束性\n",
        [(658, "tonnes", 2025, "="), (57, "percent", 2025, "=")],
    ),
    "a mark of a note is no value": (
        "指标\n2020年\n2025年\n属性\nPM2.5浓度（微克/立方米）\n1\n33\n30.5\n约束性\n森林覆盖率（%）\n15\n20\n约束性\n",
        [(30.5, "ug_per_m3", 2025, "="), (20, "percent", 2025, "=")],
    ),
    "a unit beside the number": (
        "指标\n2020年\n2025年\n属性\n整治村庄数量\n1400 个\n新增1600 个\n预期性\n森林覆盖率（%）\n15\n20\n约束性\n",
        [(1600, "count", 2025, "="), (20, "percent", 2025, "=")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CUT_TABLES.values(), ids=CUT_TABLES)
def test_tables_that_printing_has_mangled_are_read(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text) == wanted


def test_time_grows_no_faster_than_the_text(knowledge: Knowledge) -> None:
    rows = "正文说明，" * 20 + "。\n指标\n2020年\n2025年\n属性\n森林覆盖率（%）\n15\n20\n约束性\n"
    spent = []
    for many in (200, 1600):
        begun = time.perf_counter()
        told(knowledge, rows * many + "到2025年，占比达到20%。" * many)
        spent.append(time.perf_counter() - begun)
    assert spent[1] < 30 * spent[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("选择100个左右城市开展循环体系示范建设。", [(100, "count", None, "~")]),
        ("农田退水收集比例要提高至10%以上。", [(10, "percent", None, ">=")]),
        ("各类公共建筑（单体建筑面积5000平方米及以上）纳入核算。", []),
        ("对规模超过100个机架的数据中心登记造册。", []),
        ("我国纺织纤维加工总量已占全球的50%以上。", []),
    ],
)
def test_a_goal_without_a_year_is_told_from_a_definition(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text, OPINION) == wanted


FAMILIES: dict[str, tuple[str, Told]] = {
    "a value for each year of a range": (
        "2023至2025年新建住宅中装配式建筑占比分别达到20%、25%、30%。",
        [(20, "percent", 2023, "="), (25, "percent", 2024, "="), (30, "percent", 2025, "=")],
    ),
    "as many names as years of a range": (
        "2024—2025年，回收率、利用率分别达到60%、70%。",
        [(60, "percent", 2025, "="), (70, "percent", 2025, "=")],
    ),
    "all but reached, for two rates": (
        "到2025年，污水收集覆盖率、垃圾收运覆盖率基本达到100%。",
        [(100, "percent", 2025, "~"), (100, "percent", 2025, "~")],
    ),
    "about, with an upper end": ("到2025年，煤炭消费总量约2亿吨以内。", [(2e8, "tonnes", 2025, "<=")]),
    "a number before the noun that work is done on": (
        "到2025年，力争对800万千瓦左右煤电机组进行供热改造。",
        [(8000, "MW", 2025, "~")],
    ),
    "a size of what work is done on": ("重点对30万千瓦及以下煤电机组进行灵活性改造。", []),
    "a list that goes on in the next sentence": (
        "到2025年，争取新增支撑煤电600万千瓦。其中，自用煤电200万千瓦，外送煤电400万千瓦。",
        [(6000, "MW", 2025, "="), (2000, "MW", 2025, "="), (4000, "MW", 2025, "=")],
    ),
    "two works of one aim": (
        "到2025年，力争完成30万亩高效节水项目和6万亩水肥一体化试点。",
        [(2e8, "m2", 2025, "="), (4e7, "m2", 2025, "=")],
    ),
    "what becomes of the things counted": (
        "到2025年，水质明显改善。45个湖库水质优良，7个湖库水质得到提升。",
        [(45, "count", 2025, "="), (7, "count", 2025, "=")],
    ),
    "what became of the things counted": ("45个湖库已全部完成整治。", []),
    "a peak under the year of its paragraph": (
        "到2030年，能源利用效率明显提高。非化石能源消费比重达到25%，与全国同步实现碳达峰。",
        [(25, "percent", 2030, "="), (2030, "year", 2030, "=")],
    ),
    "a peak of what the document is not about": (
        "到2030年，结构持续优化。制定重点行业达峰方案，煤炭消费尽早达峰。",
        [],
    ),
    "the name of a standard": ("落实居住建筑节能75%的设计标准和公共建筑节能72%设计标准。", []),
    "persons for an area": (
        "到2025年，人口密度控制在每平方公里0.5万至0.8万人。",
        [(5000, "", 2025, "range")],
    ),
    "a flood that comes once in years": ("到2025年，城区防洪标准达到50年一遇。", [(50, "", 2025, "=")]),
    "a flood that a dam is designed for": ("水库设计洪水标准为500年一遇。", []),
    "so much a day": ("到2025年，新增污水处理能力200万立方米/日。", [(2e6, "", 2025, "=")]),
    "boilers that are meant": ("加快淘汰建成区35蒸吨/小时以下的燃煤锅炉。", []),
    "a share that does something": ("到2025年，超过30%的产能达到能效标杆水平。", [(30, "percent", 2025, ">")]),
    "a threshold of a share": ("支持比例超过30%的项目。", []),
    "floors": ("到2025年，新建住宅最高不超过18层。", [(18, "", 2025, "<=")]),
    "floors that say which houses are meant": ("落实12层以下的居住建筑应用太阳能。", []),
}


@pytest.mark.parametrize(("text", "wanted"), FAMILIES.values(), ids=FAMILIES)
def test_numbers_in_other_turns_of_speech_are_found(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text) == wanted


def test_all_of_something_is_found_in_a_sentence_without_a_digit(knowledge: Knowledge) -> None:
    text = "城镇新建建筑全部达到绿色建筑标准。全市新建建筑全面执行绿色建筑标准。工程全部完成。"
    assert told(knowledge, text, OPINION) == [(100, "percent", None, "=")]


def test_what_is_paid_at_most_by_a_measure_has_an_upper_end(knowledge: Knowledge) -> None:
    text = "最高按项目投资总额的20%给予补助，给予最高每吨标准煤500元的补贴。"
    wanted = [(20, "percent", None, "<="), (500, "CNY_per_tce", None, "<=")]
    assert told(knowledge, text, "节能专项资金管理办法", ("subsidy",)) == wanted


def test_a_ratio_of_one_to_less_is_the_part_that_is_added(knowledge: Knowledge) -> None:
    text = "示范项目给予不超过1:0.5的资金匹配。单个项目最高不超过80万元。"
    wanted = [(0.5, "ratio", None, "<="), (8e5, "CNY", None, "<=")]
    assert told(knowledge, text, "节能专项资金管理办法", ("subsidy",)) == wanted


def test_a_peak_of_enterprises_counts_where_the_document_is_about_them(knowledge: Knowledge) -> None:
    text = "到2030年，结构持续优化，国有企业二氧化碳排放量整体达到峰值。"
    wanted = [(2030, "year", 2030, "=")]
    assert told(knowledge, text, "国有企业绿色发展意见") == wanted
    assert told(knowledge, text, OPINION) == []


NAMES_FIRST = "指标\n2020年\n2025年\n属性\n生态质量\n污水集中处理率(%)\n粪污利用率(%)\n事故发生率\n(起/万枚)\n"


def test_names_that_stand_before_all_values_get_theirs_by_order(knowledge: Knowledge) -> None:
    values = "80\n≥85\n预期性\n70\n稳定在75\n约束性\n0\n0\n预期性\n"
    wanted = [(85, "percent", 2025, ">="), (75, "percent", 2025, "="), (0, "", 2025, "=")]
    assert told(knowledge, NAMES_FIRST + values) == wanted


def test_names_and_values_whose_counts_disagree_are_not_paired(knowledge: Knowledge) -> None:
    values = "80\n≥85\n预期性\n70\n稳定在75\n约束性\n"
    assert (75, "percent", 2025, "=") not in told(knowledge, NAMES_FIRST + values)


NO_TARGETS: dict[str, tuple[str, str]] = {
    "points of a score": ("垃圾箱普及率达到100%的得1分；社区内建设1个回收点得1分。", OPINION),
    "the works that a plan lists": ("共谋划175项重点工程。其中，包括大气污染防治工程14项、生态修复工程25项。", PLAN),
    "which enterprises are meant": ("督促年综合能耗1万吨标准煤以上或排放2.6万吨以上企业报送数据。", PLAN),
    "which projects are meant": ("新增年综合能耗超过5万吨标准煤“两高”项目，须报省级核准。", OPINION),
    "which machines are meant": ("推动60万千瓦亚临界煤电机组改造，开展10～50MW等级示范。", PLAN),
    "boilers that are no longer allowed": ("不再受理新建35蒸吨以下、其它地区新建10蒸吨以下燃煤锅炉项目。", PLAN),
    "departments that issued something": ("根据国家发展改革委等5部门有关要求推动节能降碳。", PLAN),
    "a factor of a calculation": ("水泥项目行业系数H为1.5，电力排放因子为7.88吨二氧化碳/万千瓦时。", OPINION),
    "shares of free allowances": ("钢铁、石化企业免费配额比例为96%。", "某省2021年度碳排放配额分配实施方案"),
    "who may apply": ("2.申报条件（1）社区内的住户须达到2000户以上。", OPINION),
    "whose savings are paid for": ("对年综合能源消费量下降200吨标准煤以上的，按节能量给予补贴。", OPINION),
}


@pytest.mark.parametrize(("text", "title"), NO_TARGETS.values(), ids=NO_TARGETS)
def test_numbers_that_only_say_what_is_meant_are_no_targets(knowledge: Knowledge, text: str, title: str) -> None:
    assert told(knowledge, text, title) == []


def test_a_year_for_which_something_is_prepared_is_not_carried(knowledge: Knowledge) -> None:
    text = "到2025年，工业绿色转型取得成效，为2030年工业领域碳达峰奠定坚实基础。单位工业增加值用水量降低16%。"
    assert told(knowledge, text) == [(16, "percent", 2025, "=")]


def test_what_can_not_be_exceeded_has_an_upper_end(knowledge: Knowledge) -> None:
    text = "全省“十四五”新增能耗总量不能突破3550万吨标煤。"
    assert told(knowledge, text) == [(3.55e7, "tce", 2025, "<=")]


def test_the_whole_of_an_allocation_is_a_target(knowledge: Knowledge) -> None:
    text = "确定2021年度纳入企业的配额总量为2.65亿吨，免费配额比例为96%。"
    assert told(knowledge, text, "某省2021年度碳排放配额分配实施方案") == [(2.65e8, "tCO2", 2021, "=")]


def test_a_table_of_what_was_achieved_holds_no_target(knowledge: Knowledge) -> None:
    text = "专栏1\n“十三五”能源发展主要成就\n指标\n2015 年\n2020 年\n年均/累计\n煤电（亿千瓦）\n9.0\n10.8\n3.7%\n"
    assert told(knowledge, text + "核电（亿千瓦）\n0.3\n0.5\n13.0%\n") == []


def test_a_count_for_each_ten_thousand_is_not_multiplied(knowledge: Knowledge) -> None:
    text = (
        "指标\n单位\n2020年\n2025年\n属性\n事故发生率（起/每万枚）\n1.5\n＜1\n预期性\n污水收集率\n%\n80\n88\n预期性\n"
    )
    assert told(knowledge, text) == [(1, "", 2025, "<"), (88, "percent", 2025, "=")]


ASSUMED: dict[str, tuple[str, str]] = {
    "a speed": ("预计海口至2023年建筑面积增加，增速按13%考虑。", PLAN),
    "a share": ("注：既有壁挂炉按50%更新到一级能效估算。", PLAN),
    "an error of a method": ("相对误差需不大于10%。", "林业碳票碳减排量计量方法（试行）"),
    "a gift": ("对捐资金额在10万元至100万元的企业颁发证书。", OPINION),
}


@pytest.mark.parametrize(("text", "title"), ASSUMED.values(), ids=ASSUMED)
def test_what_is_taken_for_granted_is_no_target(knowledge: Knowledge, text: str, title: str) -> None:
    assert told(knowledge, text, title) == []


NAMES = {
    "the noun behind a count": ("打造20个自然保护地融合发展示范村（镇）。", "打造自然保护地融合发展示范村"),
    "the noun behind a measure": ("推进赤峰120万千瓦抽水蓄能电站建设。", "推进赤峰抽水蓄能电站建设"),
    "at least": ("2023年底前，至少建成示范湿地不少于5处。", "至少建成示范湿地"),
    "what becomes of it": ("到2025年，船舶平均运距较2020年提升20%。", "船舶平均运距提升"),
    "a level that is reached": ("到2025年，草畜平衡率达到70%。", "草畜平衡率"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_what_has_no_code_gets_a_whole_name(knowledge: Knowledge, text: str, name: str) -> None:
    source = Source("a.txt", text, "zh", "370000", PLAN)
    assert [each.indicator for each in found(source, knowledge) if each.kind == "target"] == [f"new:{name}"]


def test_a_step_that_a_higher_level_has_set_is_a_milestone(knowledge: Knowledge) -> None:
    text = "到2025年，煤炭消费总量控制在省下达任务目标以内，与碳达峰相适应的绿色金融体系基本建立。"
    assert len(told(knowledge, text, PLAN, ("milestone",))) == 2
    assert told(knowledge, "2060年前实现碳中和奠定良好基础。", PLAN, ("milestone",)) == []


def test_so_many_for_each_so_many_holds_from_now_on(knowledge: Knowledge) -> None:
    assert told(knowledge, "配备保洁设施，每500人至少配备1名保洁员。") == [(1, "", None, ">=")]


def test_all_of_something_named_before_a_comma_is_found(knowledge: Knowledge) -> None:
    text = "城镇建设用地范围内的新建民用建筑，全部按照绿色建筑标准进行建设。"
    assert told(knowledge, text, OPINION) == [(100, "percent", None, "=")]


def test_what_is_only_dealt_with_is_not_counted(knowledge: Knowledge) -> None:
    assert told(knowledge, "通过规划环评，对近200个不符合要求的工程提出优化建议。") == []


def test_where_money_comes_from_is_no_target(knowledge: Knowledge) -> None:
    text = "规划总投资440亿元，其中国家及省级投资89.90亿元，占比20.43%；融资255.51亿元，占比58.06%。"
    assert told(knowledge, text) == []


def test_a_column_of_what_was_reached_in_five_years_is_not_the_next_aim(knowledge: Knowledge) -> None:
    head = "指标名称\n单位\n2020 年\n目标值\n五年\n累计\n目标值\n2020 年\n现状\n2020年\n完成\n情况\n"
    assert (
        told(knowledge, head + "总磷年排放量削减比例\n%\n-\n≥9.04\n9.90\n完成\n氨氮削减比例\n%\n-\n≥8.66\n8.94\n完成\n")
        == []
    )


SECOND_ROUND: dict[str, tuple[str, str, Told]] = {
    "a fraction": ("到2025年，外受电比例达到1/3以上。", OPINION, [(33.33, "percent", 2025, ">=")]),
    "a spoken fraction": ("到2025年，力争外受电比重超过三分之一。", OPINION, [(33.33, "percent", 2025, ">")]),
    "how many there are": (
        "到2025年，全市充（换）电站3000座、充电桩16万个以上。",
        OPINION,
        [(3000, "count", 2025, "="), (160000, "count", 2025, ">=")],
    ),
    "a word of work in brackets": (
        "新（改）建农村公厕100座，13个县（市、区）建成收运体系。",
        PLAN,
        [(100, "count", 2025, "="), (13, "count", 2025, "=")],
    ),
    "some of them named": (
        "2025年底前，永年区、肥乡区等7座垃圾焚烧发电厂建成投运。",
        OPINION,
        [(7, "count", 2025, "=")],
    ),
    "a deadline behind": (
        "重点城市完成削减替代燃煤140万吨（责任部门：大气处，完成时限：2022年底）。",
        "2021-2023年滚动实施方案",
        [(1.4e6, "tonnes", 2022, "=")],
    ),
    "half kilograms": ("到2025年，粮食产量达到30亿斤以上。", OPINION, [(1.5e6, "tonnes", 2025, ">=")]),
    "the class of a base": (
        "到2025年，打造滨海3000兆瓦级新能源基地。",
        OPINION,
        [(3000, "MW", 2025, "~")],
    ),
    "a list of unlike things": (
        "配备管护交通工具1000辆、林区监控设备500套，铺设管网10公里。",
        PLAN,
        [(1000, "vehicles", 2025, "="), (500, "count", 2025, "="), (10, "km", 2025, "=")],
    ),
    "what works can do": (
        "新建污水处理厂12座，处理能力18万立方米/日。",
        PLAN,
        [(12, "count", 2025, "="), (180000, "", 2025, "=")],
    ),
    "aims beside the general ones": (
        "（三）工作目标\n1.总体目标\n到2025年，绿电占比达到25%。\n2.专项目标\n电能占终端能源消费比重达到38%。",
        OPINION,
        [(25, "percent", 2025, "="), (38, "percent", 2025, "=")],
    ),
    "a far aim that is only looked at": (
        "展望2035年，生态环境根本好转。\n“十四五”时期生态环境保护主要目标。锚定2035年远景目标，努力实现以下目标。\n"
        "——环境改善。优良天数比率达到85.5%。",
        OPINION,
        [(85.5, "percent", 2025, "=")],
    ),
    "grades at the start of a line": (
        "到2022年，绿色建筑中绿色建材比例达到60%，获得绿色建筑\n一、二星级标识的项目分别达到70%、80%。",
        OPINION,
        [(60, "percent", 2022, "="), (70, "percent", 2022, "="), (80, "percent", 2022, "=")],
    ),
}


@pytest.mark.parametrize(("text", "title", "wanted"), SECOND_ROUND.values(), ids=SECOND_ROUND)
def test_more_turns_of_speech_are_found(knowledge: Knowledge, text: str, title: str, wanted: Told) -> None:
    assert told(knowledge, text, title) == wanted


NO_AIMS = {
    "the size of a project": ("推进某公司12万吨/年糠醛渣资源综合利用项目。", PLAN),
    "the size of plants": ("重点推动日产2500吨较小规模水泥熟料生产线改造提升。", PLAN),
    "who is meant, in a list": (
        "企业承包荒地造林2000亩以上、个人承包荒地造林100亩以上的，经验收合格后享受补助。",
        OPINION,
    ),
    "who is meant, one or the other": ("对年许可水量50万立方米以上或地下水5万立方米以上的用水户全部纳入监控。", PLAN),
    "who is meant, included": ("对日供水规模超过10万立方米（含）的水源地开展监控。", PLAN),
    "how steep": ("加大对坡度25度以上坡耕地的修复力度。", PLAN),
    "how long a well": ("实现超3000米水平段压裂装备的推广应用。", PLAN),
    "what one needs": ("每平方米建筑需要大约0.5立方米木构件。", PLAN),
    "a rate that is taken for granted": ("新开工建筑面积每年按2%的速率递减。", PLAN),
    "what a law asks for": ("每个区域须合理配置2台机组，利用率不低于90%。", "电力可靠性管理办法（暂行）"),
    "how many kinds are named": ("废铜、废铝等9种主要再生资源循环利用量继续增加。", PLAN),
    "what others have learnt": ("推广46个重点城市先行先试经验。", PLAN),
    "who may have something": (
        "对集中连片开展生态修复达到3000亩以上的经营主体，在办理审批手续前提下，可以利用不高于3%的治理面积。",
        OPINION,
    ),
    "all without a year": ("进出厂区大宗物料全部采用铁路运输。", PLAN),
}


@pytest.mark.parametrize(("text", "title"), NO_AIMS.values(), ids=NO_AIMS)
def test_sizes_and_rules_are_no_targets(knowledge: Knowledge, text: str, title: str) -> None:
    assert told(knowledge, text, title) == []


def test_a_list_of_conditions_is_known_by_the_paragraph_before_it(knowledge: Knowledge) -> None:
    text = (
        "第四条 符合下列条件的，应当列入名录：\n（一）属于覆盖行业；\n（二）年度排放量达到2.6万吨二氧化碳当量。\n"
        "第五条 到2025年，森林覆盖率达到40%。"
    )
    assert told(knowledge, text, OPINION) == [(40, "percent", 2025, "=")]
    assert [value for value, *_ in told(knowledge, text, OPINION, ("condition",))] == [26000]


def test_each_years_new_things_have_a_share_by_the_year_named(knowledge: Knowledge) -> None:
    text = "到2025年，每年新增及更新的公务用车中新能源汽车比例不低于60%。"
    assert told(knowledge, text, OPINION) == [(60, "percent", 2025, ">=")]


def test_a_rule_that_holds_from_a_day_on_is_a_milestone(knowledge: Knowledge) -> None:
    text = "2023年7月1日起，全面实施重型车国六排放标准。"
    assert [year for _, _, year, _ in told(knowledge, text, OPINION, ("milestone",))] == [2023]


def test_what_a_table_adds_up_beside_its_years_is_no_second_target(knowledge: Knowledge) -> None:
    text = (
        "指标\n2020年\n2025年\n累计\n属性\n（1）污水治理率（%）\n30\n≧40\n[10]\n预期性\n"
        "（2）森林覆盖率（%）\n50\n52\n[2]\n约束性\n"
    )
    assert told(knowledge, text) == [
        (40, "percent", 2025, ">="),
        (52, "percent", 2025, "="),
    ]


def test_a_unit_that_a_break_has_cut_is_read_whole(knowledge: Knowledge) -> None:
    text = (
        "指标\n2020年\n2025年目标\n属性\n1\n森林覆盖率（%）\n约束性\n50\n52\n2\n氮氧化物重点工程减排量（万\n吨）\n约束性\n—\n0.82\n"
        "3\n污水治理率（%）\n预期性\n30\n40\n"
    )
    assert (8200, "tonnes", 2025, "=") in told(knowledge, text)
