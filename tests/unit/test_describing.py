"""Does a document say what it is, whatever its page looks like?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.dates import dates, period, published
from ccnt_dash.ingest.describing import Describer
from ccnt_dash.ingest.document import Cited, Document
from ccnt_dash.ingest.heading import inner
from ccnt_dash.ingest.numbers import numbers
from ccnt_dash.ingest.pages import lines
from ccnt_dash.settings import ROOT

DESCRIBER = Describer(ROOT / "data")

NOTICE = """— 1 —

某某市人民政府文件
惠府〔２０２２〕１１号
惠州市人民政府关于印发惠州市加快建立健全绿色
低碳循环发展经济体系实施方案的通知
各区人民政府：
　　现将《惠州市加快建立健全绿色低碳循环发展经济体系实施方案》印发给你们。
惠州市人民政府
２０２２年３月２４日
— 2 —
惠州市加快建立健全绿色低碳循环发展经济体系实施方案
为贯彻落实《国务院关于加快建立健全绿色低碳循环发展经济体
系的指导意见》（国发〔2021〕4 号）和《广东省“十四五”节能减排实施方案》，推动工业、能源、交通绿色转型，制定本方案。
到2025年，全市钢铁、水泥等工业能耗下降13.5%。
"""
PLAN = """

青海省“十四五”可再生能源
发展规划
（征求意见稿）

2021 年12 月

目  录
第一章 现状................ 1
“十四五”时期，风电、光伏、水电等可再生能源装机……
"""


def said(text: str, lang: str = "zh", region: str = "") -> Document:
    return DESCRIBER.document(text, "1、一份文件.txt", lang, region)


def test_a_notice_hands_down_a_document() -> None:
    document = said(NOTICE)
    assert document.title == "惠州市加快建立健全绿色低碳循环发展经济体系实施方案"
    assert document.number == "惠府〔2022〕11号"
    assert document.issuers == ("惠州市人民政府",)
    assert document.published == "2022-03-24"
    assert (document.region, document.level) == ("441300", "municipal")
    assert document.doc_type == "implementation_plan"
    assert document.sectors[0] == "cross_cutting"
    assert document.cites == (
        Cited(
            "国务院关于加快建立健全绿色低碳循环发展经济体系的指导意见",
            "国发〔2021〕4号",
            "国务院",
        ),
        Cited("广东省“十四五”节能减排实施方案"),
    )


def test_a_plan_says_its_years() -> None:
    document = said(PLAN)
    assert document.title.startswith("青海省“十四五”可再生能源发展规划")
    assert (document.period_start, document.period_end) == (2021, 2025)
    assert document.published == "2021-12"
    assert (document.region, document.level, document.doc_type) == ("630000", "provincial", "plan")
    assert document.sectors[0] == "energy"


def test_a_document_of_the_nation() -> None:
    text = "国家发展改革委 国家能源局关于开展全国煤电机组\n改造升级的通知\n发改运行〔2021〕1519 号\n各省：\n"
    document = said(text)
    assert document.title == "国家发展改革委国家能源局关于开展全国煤电机组改造升级的通知"
    assert document.number == "发改运行〔2021〕1519号"
    assert document.issuers == ("ndrc", "nea")
    assert (document.region, document.level, document.doc_type) == ("100000", "national", "notice")


def test_the_issuer_counts_more_than_whom_it_is_about() -> None:
    text = "关于支持黄山市建设示范区的意见\n皖发〔2022〕5号\n安徽省人民政府\n2022年5月1日\n"
    assert said(text).region == "340000"
    assert said("青岛市应对气候变化规划\n青政字〔2021〕19号\n").region == "370200"
    assert said("加快发展的实施意见\n宁政发〔2021〕39 号\n自治区人民政府\n2021年12月31日\n").region == "640000"


def test_a_text_without_a_title_is_known_by_its_file() -> None:
    assert said("各单位注意节约用电。").title == "一份文件"
    assert said("各单位注意节约用电。", region="340100").region == "340100"
    assert said("\n\n").title == "一份文件"


def test_an_english_document() -> None:
    text = (
        "# Action Plan for Wind Power in [Anhui Province](#), 2025-2027\n\nIssued on 24 March 2025.\nMarch 24, 2025\n"
        "Wind power and solar power shall grow."
    )
    document = said(text, "en")
    assert document.title == "Action Plan for Wind Power in Anhui Province, 2025-2027"
    assert (document.region, document.level) == ("340000", "provincial")
    assert document.published == "2025-03-24"
    assert (document.period_start, document.period_end) == (2025, 2027)
    assert document.doc_type == "action_plan"
    assert document.sectors[0] == "energy"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二一年十月二十四日", "2021-10-24"),
        ("二○二二年三月三十一日", "2022-03-31"),
        ("2021 年3 月29 日", "2021-03-29"),
        ("2021年7月", "2021-07"),
        ("2023-05-06", "2023-05-06"),
        ("May 29, 2024", "2024-05-29"),
        ("2021年13月", ""),
    ],
)
def test_dates_in_their_forms(text: str, expected: str) -> None:
    assert [date for *_, date in dates(text)] == ([expected] if expected else [])


def test_a_date_counts_where_it_stands_alone() -> None:
    head = lines("本办法自2021年1月1日起施行。\n经2020年5月5日会议研究，决定如下。\n（2021年9月27日）\n")
    assert published(head, []) == "2021-09-27"
    assert published(lines("（2021 年9 月27 日某会第二十九次会议通过）"), []) == "2021-09-27"
    assert published(lines("办公室      2022 年1 月20 日印发"), []) == "2022-01-20"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国发〔2021〕23号", "国发〔2021〕23号"),
        ("川环发〔2021〕5 号", "川环发〔2021〕5号"),
        ("鲁发改能源[2021]   1097号", "鲁发改能源〔2021〕1097号"),
        ("琼府办﹝2021﹞36 号", "琼府办〔2021〕36号"),
        ("（皖政办发（2022）1号）", "皖政办发〔2022〕1号"),
        ("根据国办发【2020】39号", "国办发〔2020〕39号"),
        ("第12号公告", ""),
    ],
)
def test_numbers_in_their_brackets(text: str, number: str) -> None:
    assert [found for *_, found in numbers(text)] == ([number] if number else [])


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("行动计划（2021—2023年）", (2021, 2023)),
        ("行动方案（2021-2025年）", (2021, 2025)),
        ("“十五五”规划", (2026, 2030)),
        ("the 14th Five-Year Plan", (2021, 2025)),
        ("实施办法", None),
    ],
)
def test_years_of_a_title(title: str, years: tuple[int, int] | None) -> None:
    assert period(title) == years


@pytest.mark.parametrize(
    ("notice", "title"),
    [
        ("关于印发《某省规划》的通知", "某省规划"),
        ("某省人民政府关于印发某省规划的通知", "某省规划"),
        ("关于印发《贯彻〈某意见〉的方案》的通知", "贯彻《某意见》的方案"),
        ("某厅关于开展工作的通知", "某厅关于开展工作的通知"),
    ],
)
def test_what_a_notice_hands_down(notice: str, title: str) -> None:
    assert inner(notice) == title
