"""Which places does a text name?"""

from __future__ import annotations

import time

import pytest

from ccnt_dash.ingest.places import Places
from ccnt_dash.settings import ROOT

PLACES = Places(ROOT / "data")

CHINESE = [
    ("青海省海南州和海南藏族自治州、海南省", "青海省 630000, 海南州 632500, 海南藏族自治州 632500, 海南省 460000"),
    ("吉林市和吉林省", "吉林市 220200, 吉林省 220000"),
    ("河南蒙古族自治县、河南县、河南省、河南", "河南省 410000, 河南 410000"),
    ("山西、陕西", "山西 140000, 陕西 610000"),
    ("长白山、白山市、白山", "白山市 220600, 白山 220600"),
    ("中山路、中山市、东莞、中山及珠海", "中山市 442000, 东莞 441900, 中山 442000, 珠海 440400"),
    ("推进美丽江苏建设，推广西部经验", "江苏 320000"),
    ("黄河南岸、太湖北岸、太行山西麓", ""),
    ("日照时数、青岛、日照、烟台", "青岛 370200, 日照 371100, 烟台 370600"),
    ("朝阳区、朝阳市", "朝阳市 211300"),
    ("内蒙古自治区鄂尔多斯市", "内蒙古自治区鄂尔多斯市 150600"),
    ("国家电网、中国石化在中国", "中国 100000"),
    ("普通化学、武汉区域", "武汉 420100"),
]
ENGLISH = [
    ("Shanxi and Shaanxi", "Shanxi 140000, Shaanxi 610000"),
    ("Hainan, Hainan Prefecture", "Hainan 460000, Hainan Prefecture 632500"),
    ("Guangzhou/Guizhou", "Guangzhou 440100, Guizhou 520000"),
    ("Inner Mongolia, Mongolia, Tibetan, Tibet", "Inner Mongolia 150000, Tibet 540000"),
    ("GUANGDONG PROVINCE", "GUANGDONG PROVINCE 440000"),
    ("Chaoyang District of Beijing; Lhasa River", "Beijing 110000"),
    ("Suzhou; Anhui: Suzhou", "Suzhou 320500, Anhui 340000, Suzhou 341300"),
    ("China and the South China Sea", "China 100000"),
]


def told(text: str, lang: str, own: str = "") -> str:
    return ", ".join(f"{text[start:end]} {code}" for start, end, code in PLACES.find(text, lang, own))


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese_names_are_found_and_look_alikes_are_not(text: str, expected: str) -> None:
    assert told(text, "zh") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_names_are_found_and_look_alikes_are_not(text: str, expected: str) -> None:
    assert told(text, "en") == expected


def test_every_chinese_name_of_the_vocabulary_is_found() -> None:
    for region in PLACES.regions.values():
        if region["level"] != "municipal" or region["kind"] != "district":
            assert told(region["name_zh"], "zh") == f"{region['name_zh']} {region['region']}"


def test_a_name_that_the_page_cut_is_found_where_it_stands() -> None:
    text = "依据河北\n省石家 \n 庄市、北京 市。\n\n南京"
    assert [text[start:end] for start, end, _ in PLACES.find(text, "zh")] == ["河北\n省石家 \n 庄市", "北京 市", "南京"]
    assert PLACES.find("云\t南", "zh") == PLACES.find("云\n\n南", "zh") == []


def test_the_own_place_is_the_one_whose_document_it_is() -> None:
    assert told("全省与我市", "zh", "440300") == "全省 440000, 我市 440300"
    assert told("The province and the city", "en", "340100") == "The province 340000, the city 340100"
    assert told("全省与我市", "zh") == ""


def test_places_lie_in_places() -> None:
    assert PLACES.within("130100", "130000")
    assert PLACES.within("130100", "100000")
    assert PLACES.within("130000", "130000")
    assert not PLACES.within("130000", "130100")
    assert PLACES.province("130100") == "130000"
    assert PLACES.province("100000") == ""


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'; it should be en or zh"):
        PLACES.find("Paris", "fr")


def test_long_texts_take_little_time() -> None:
    text = "为贯彻落实国家和河北省石家庄市的部署，推动全省节能降碳，" * 40_000
    begun = time.process_time()
    assert len(PLACES.find(text, "zh")) == 40_000
    assert time.process_time() - begun < 5
