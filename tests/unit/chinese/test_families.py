"""Are numbers in other turns of speech found, and those that only say what is meant left?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found
from tests.unit.chinese.found import OPINION, PLAN, Told, told

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
