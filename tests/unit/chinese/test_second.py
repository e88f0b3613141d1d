"""Are sizes, rules and conditions told from targets, and what tables and deadlines say read whole?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.knowledge import Knowledge
from tests.unit.chinese.found import OPINION, PLAN, Told, told

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
