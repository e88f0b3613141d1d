"""Is what was done told apart from what is to be done, without a heading that says so?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.knowledge import Knowledge
from ccnt_dash.ingest.zh import found

PLAN = "某市“十四五”生态环境保护规划"
DONE = {
    "a war that was won": "污染防治攻坚取得成效。全市先后淘汰燃煤锅炉220台，化解钢铁行业过剩产能280万吨，居全省前列。",
    "a first time": "扎实推进电网建设，首次实现场馆100%绿电供应，成为全国应用比例最高的城市。",
    "a problem that remains": "结构性问题仍然突出，农村生活污水治理率为10%，尚未实现全覆盖。",
    "compared with the plan before": "林木覆盖率达26.6%，较2015年提高1.1个百分点，新增绿美村庄184个。",
}
TO_DO = {
    "an order": "加强污染治理，淘汰燃煤锅炉220台，推动钢铁行业压减产能280万吨。",
    "a level at most": "主要任务：全市用水总量控制在12亿立方米以内，森林覆盖率较2020年提高2个百分点。",
    "a list of works": "水环境治理工程。完成污水管网改造216公里，新建污水处理厂3座。",
}


def values(knowledge: Knowledge, text: str) -> list[float | None]:
    source = Source("a.txt", text, "zh", "370000", PLAN)
    return [each.value for each in found(source, knowledge) if each.kind == "target"]


@pytest.mark.parametrize("text", DONE.values(), ids=DONE)
def test_a_paragraph_that_tells_of_what_was_done_holds_no_target(knowledge: Knowledge, text: str) -> None:
    assert values(knowledge, text) == []


@pytest.mark.parametrize("text", TO_DO.values(), ids=TO_DO)
def test_a_paragraph_that_tells_of_what_is_to_be_done_holds_its_targets(knowledge: Knowledge, text: str) -> None:
    assert len(values(knowledge, text)) == 2


def test_a_year_to_come_stands_against_a_paragraph_that_looks_back(knowledge: Knowledge) -> None:
    text = "全市先后淘汰燃煤锅炉220台，取得显著成效。到2025年，森林覆盖率达到40%。"
    assert values(knowledge, text) == [40]


def test_a_neighbour_tells_how_a_neutral_paragraph_is_meant(knowledge: Knowledge) -> None:
    neutral = "新增湿地面积120公顷。\n"
    past = "“十三五”以来，全市先后取缔企业122家，取得成效，在全省率先完成监测站点建设。\n"
    assert values(knowledge, neutral) == [1.2e6]
    assert values(knowledge, past + neutral) == []
