"""Which titles are policies, and which of them does a text announce?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Source
from ccnt_dash.ingest.named import Named
from ccnt_dash.settings import ROOT

NAMED = Named(ROOT / "data")


def found(text: str, lang: str = "en", region: str = "", title: str = "") -> list[tuple[str, str]]:
    return [(each.policy, each.region) for each in NAMED.found(Source("a", text, lang, region, title))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anhui released [Overall Plan for Wind Power](#), following *Villages Harnessing the Wind Program*.",
         [("Overall Plan for Wind Power", "340000")]),
        ("[*Action Plan for Storage in Hebei \\(2024-2025\\)*](#) proposes that by 2025:",
         [("Action Plan for Storage in Hebei (2024-2025)", "130000")]),
        ("The NDRC jointly issued the [Supplementary Notice on Buses and](#)\n\n[Power Batteries](#) to use bonds.",
         [("Supplementary Notice on Buses and Power Batteries", "100000")]),
        ("The State Council issued the Opinions on Accelerating the Green Transition of the Economy.",
         [("Opinions on Accelerating the Green Transition of the Economy", "100000")]),
        ("According to the *Measures for Carbon Trading*, firms report.", []),
        ("The *Plan* proposes much, says [China Daily](#). It was held under the 14th Five-Year Plan.", []),
        ("[*Real-world Use Cases for Buses in Chinese Cities*](#) (a think tank)", []),
    ],
)  # fmt: skip
def test_titles_in_english(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "市政府印发《合肥市绿色建筑发展规划》，根据《国家碳达峰行动方案》要求推进。",
            [("合肥市绿色建筑发展规划", "340100")],
        ),
        ("《浙江省绿色低碳转型\n促进条例》正式出台。", [("浙江省绿色低碳转型促进条例", "330000")]),
        ("严格执行《民用建筑节能标准》，学习《人民日报》。", []),
    ],
)
def test_titles_in_chinese(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text, "zh") == wanted


def test_a_document_does_not_announce_itself() -> None:
    assert found("现印发《湖南省规划》。", "zh", "430000", "湖南省规划") == []
