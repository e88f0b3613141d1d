"""Are lists of counts, cells with brackets, notes and sizes in Chinese documents read as what they are?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Candidate, Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found

PLAN = "某省“十四五”生态环境规划"
OPINION = "关于推动绿色发展的意见"
Told = list[tuple[float | None, str, int | None, str]]


def targets(knowledge: Knowledge, text: str, title: str = PLAN) -> list[Candidate]:
    return [each for each in found(Source("a.txt", text, "zh", "370000", title), knowledge) if each.kind == "target"]


def told(knowledge: Knowledge, text: str, title: str = PLAN) -> Told:
    return [(each.value, each.unit, each.target_year, each.comparator) for each in targets(knowledge, text, title)]


SENTENCES: dict[str, tuple[str, Told]] = {
    "counts after commas": (
        "力争培育8家企业技术中心，6家检验检测平台，3家新型研发机构。",
        [(8, "count", 2025, "="), (6, "count", 2025, "="), (3, "count", 2025, "=")],
    ),
    "counts after commas, at least": (
        "培育20家以上龙头企业，200家以上骨干企业和500家以上配套企业，创建50家以上绿色工厂。",
        [(20, "count", 2025, ">="), (200, "count", 2025, ">="), (500, "count", 2025, ">="), (50, "count", 2025, ">=")],
    ),
    "rivers": (
        "到2025年，完成沙河等7条河流、白山等4个自然保护地登记工作。",
        [(7, "count", 2025, "="), (4, "count", 2025, "=")],
    ),
    "for each of several": (
        "在甲县、乙县、丙县建立绿肥种植示范基地各600公顷，继续推广。",
        [(6e6, "m2", 2025, "=")],
    ),
    "all have something": ("规模养殖场全部配套治污设施。", [(100, "percent", 2025, "=")]),
    "kilometres in letters": ("到2025年，修复河岸的长度达到36.5km。", [(36.5, "km", 2025, "=")]),
    "works behind commas": (
        "力争完成12处用房标准化建设、升级改造林区道路85公里，有效管护湿地3万公顷。",
        [(12, "count", 2025, "="), (85, "km", 2025, "="), (3e8, "m2", 2025, "=")],
    ),
    "once more in another unit": (
        "到2025年，湿地修复面积达到20平方公里（约3万亩）以上。",
        [(2e7, "m2", 2025, ">=")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_lists_and_counts_are_read(knowledge: Knowledge, text: str, wanted: Told) -> None:
    assert told(knowledge, text) == wanted


NO_AIMS: dict[str, str] = {
    "what a calculation starts from": "1 以2025年全省用电量6000亿千瓦时、外来电量700亿千瓦时计。",
    "how large an area is": "区域湿地面积为120平方公里，其中东县50平方公里，西县70平方公里。",
    "what a note explains": "3 指自然恢复和人工修复的面积，其中人工修复面积不低于15公顷。",
    "a size in brackets": "列出2021—2035年拟投产的重大项目（年用电量5000万千瓦时以上）清单。",
    "who has which part": "“十四五”期间，新投用机组的能源增量，60%由市级统筹，40%留给所在县。",
    "what the nation has decided": "2030年前力争碳达峰、2060年前实现碳中和目标，是党中央作出的重大战略决策。",
    "what is weighed among other things": "综合考虑远景目标和力争2060年前实现碳中和等因素，编制评估报告。",
    "a cell with a formula": "指标\n单位\n2020年\n2025年\n属性\nB=A×年度下降系数\n%\n2\n3\n预期性\n",
    "all use what there is": "进出厂区大宗物料全部采用铁路运输。",
}


@pytest.mark.parametrize("text", NO_AIMS.values(), ids=NO_AIMS)
def test_notes_and_sizes_are_no_targets(knowledge: Knowledge, text: str) -> None:
    assert told(knowledge, text) == []


def test_a_second_count_that_does_something_is_no_part_of_the_list(knowledge: Knowledge) -> None:
    assert told(knowledge, "培育10家龙头企业，3家企业入选国家名单。") == [(10, "count", 2025, "=")]


def test_all_have_something_without_a_year(knowledge: Knowledge) -> None:
    text = "推动规模养殖场全部配备治污设施。"
    assert told(knowledge, text, OPINION) == [(100, "percent", None, "=")]


def test_a_density_says_what_it_is_for_each_of(knowledge: Knowledge) -> None:
    [made] = targets(knowledge, "县城人口密度应控制在每平方公里0.7万至1.2万人。", OPINION)
    assert (made.value, made.value_high, made.unit, made.unit_source) == (7000, 12000, "", "万人/平方公里")


def test_a_cell_may_have_a_bracket_on_its_own_line(knowledge: Knowledge) -> None:
    text = (
        "序号\n指标\n单位\n2020年现状\n2025年目标\n属性\n"
        "1\n湿地修复面积\n公顷\n300.5\n（湿地现状面积）\n420.5\n（新增120）\n预期性\n"
        "2\n自然岸线保有率\n%\n60\n≥62\n约束性\n"
    )
    assert told(knowledge, text) == [
        (4205000, "m2", 2025, "="),
        (1200000, "m2", 2025, "="),
        (62, "percent", 2025, ">="),
    ]
