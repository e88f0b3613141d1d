"""Are offers, mangled tables and goals without a year read for what they are?"""

from __future__ import annotations

import time

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found
from tests.unit.chinese.found import OPINION, PLAN, Told, told


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
