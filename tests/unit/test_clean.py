"""Does cleaning take away the dirt of printing, and does it still know where each sign stood?"""

from __future__ import annotations

import time

import pytest

from ccnt_dash.ingest.clean import clean, plain_signs

CASES = {
    "odd commas and full-width digits": ("到２０３０年ꎬ达到４０００万千瓦ꎮ", "到2030年，达到4000万千瓦。"),
    "line broken within a word and a unit": (
        "城市生活垃圾回收利用率达到30\n万吨。",
        "城市生活垃圾回收利用率达到30万吨。",
    ),
    "decimal at the beginning of a line": (
        "可再生能源年发电量达到\n3.3 万亿千瓦时。",
        "可再生能源年发电量达到3.3万亿千瓦时。",
    ),
    "page number with dashes": ("水资源刚性约束\n\n \n—  25  —\n制度基本建立", "水资源刚性约束制度基本建立"),
    "page number over three lines": ("灵活性调节、\n—\n９\n—\n\n电网支撑", "灵活性调节、电网支撑"),
    "bare page numbers between empty lines": (
        "2025 年非化\n\n8 \n \n石 \n\n9 \n \n能源消费占比",
        "2025年非化石能源消费占比",
    ),
    "lines of one sign": ("协同推进趋\n于 \n完善，开展试点", "协同推进趋于完善，开展试点"),
    "numbered paragraphs stay apart": ("（一）主要目标。\n（二）重点任务。", "（一）主要目标。\n（二）重点任务。"),
    "letters keep their spaces": ("发展 LNG station 建设", "发展LNG station建设"),
    "thousands": ("投资1，234 万元", "投资1,234万元"),
    "full stop written as a point": ("产值达1200 亿元.建设一批", "产值达1200亿元。建设一批"),
}


@pytest.mark.parametrize(("raw", "wanted"), CASES.values(), ids=CASES)
def test_dirt_is_taken_away(raw: str, wanted: str) -> None:
    assert clean(raw).text == wanted


@pytest.mark.parametrize("raw", [raw for raw, _ in CASES.values()], ids=list(CASES))
def test_each_sign_knows_where_it_stood(raw: str) -> None:
    cleaned, plain = clean(raw), plain_signs(raw)
    for index, sign in enumerate(cleaned.text):
        assert sign == plain[cleaned.raw(index)] or sign == "\n"


def test_cells_of_a_table_keep_their_lines() -> None:
    table = "指标\n2020 年\n2025 年\n属性\n森林覆盖率（%）\n7.5\n8.0\n约束性\n湿地保护率（%）\n64.31\n≥66\n约束性"
    cleaned = clean("主要目标如下，各地各部门要结合实际认真贯彻执行，确保完成规划确定的目标任务。\n" + table)
    (span,) = cleaned.tables
    assert cleaned.text[slice(*span)].split("\n")[4:8] == ["森林覆盖率（%）", "7.5", "8.0", "约束性"]


@pytest.mark.parametrize("text", ["", " \n\n", "\x00" * 50, "〇" * 10])
def test_odd_texts_are_cleaned_without_complaint(text: str) -> None:
    assert clean(text).text.strip("\n") == plain_signs(text).strip()


@pytest.mark.parametrize("text", ["1234567890" * 200_000, "12 " * 300_000, "12\n\n" * 200_000, "—\n" * 300_000])
def test_long_dirt_takes_seconds_not_hours(text: str) -> None:
    begun = time.perf_counter()
    clean(text)
    assert time.perf_counter() - begun < 20
