"""Which documents lie on the desk of a test? A plan of Shanxi, a newsletter, and a plan of 200 pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.document import Document
from ccnt_dash.ingest.identity import document_id
from ccnt_dash.ingest.inbox import Inbox, Item, item

PLAN = """山西省灯笼节能实施方案（2026—2030年）

一、总体要求。到2025年底，全省已建成灯笼馆120座。

二、主要目标。到2030年，单位地区生产总值能耗较2025年下降
14%左右；非化石能源消费比重达到20%以上，力争22%。到2028年，森林覆盖率达到26%，到2030年达到27%。

三、落实《虚构全国灯笼与电力规划（2021—2030年）》。对每座灯笼补贴不超过500元。
"""
LETTER = """Shanxi issued a lantern plan. It will bring its forest coverage to at least 26 percent by 2030.
"""
READ = "2026-11-22T08:00:00Z"
GIVEN: dict[str, Any] = {
    "region": "140000",
    "unit": "percent",
    "unit_source": "%",
    "target_year": 2030,
    "confidence": 0.95,
}


def found(text: str, quote: str, figure: str = "", **told: Any) -> Candidate:
    """What a rule found in a text: its quote, and the number in it."""
    start = text.index(quote)
    at = text.index(figure, start) if figure else -1
    value = {"value": float(figure), "value_source": float(figure), "comparator": "="} if figure else {}
    place = {"start": start, "end": start + len(quote), "quote": quote, "figure": at}
    return Candidate(**{"kind": "target", **place, **GIVEN, **value, **told})


def plan(text: str = PLAN, file: str = "plan.pdf") -> Item:
    """A plan with a fact, targets in several states of repair, a named policy and a subsidy."""
    about = Document(
        document_id(text),
        file,
        "山西省灯笼节能实施方案（2026—2030年）",
        "晋灯发〔2026〕3号",
        ("山西省人民政府",),
        "2026-05-16",
        "140000",
        "provincial",
        ("energy",),
        "implementation_plan",
        2026,
        2030,
        (),
        "zh",
        "ab" * 32,
        READ,
        "invented",
    )
    candidates = [
        found(
            text,
            "全省已建成灯笼馆120座",
            "120",
            kind="fact",
            unit="count",
            unit_source="座",
            target_year=2025,
            rule="zh.fact",
            confidence=0.6,
        ),
        found(
            text,
            "单位地区生产总值能耗较2025年下降\n14%左右",
            "14",
            comparator="~",
            base_year=2025,
            indicator="energy_intensity_reduction",
            sector="energy",
            rule="zh.fall",
        ),
        found(
            text,
            "非化石能源消费比重达到20%以上，力争22%",
            "20",
            comparator=">=",
            value_aspired=22.0,
            indicator="non_fossil_share_energy",
            sector="energy",
            rule="zh.reach",
            confidence=0.97,
        ),
        found(
            text,
            "森林覆盖率达到26%",
            "26",
            indicator="forest_coverage",
            sector="land_use",
            target_year=2028,
            rule="zh.reach",
            confidence=0.9,
        ),
        found(
            text,
            "到2030年达到27%",
            "27",
            indicator="forest_coverage",
            sector="land_use",
            rule="zh.reach",
            confidence=0.55,
        ),
        found(
            text,
            "《虚构全国灯笼与电力规划（2021—2030年）》",
            kind="policy",
            policy="虚构全国灯笼与电力规划（2021—2030年）",
            region="100000",
            rule="zh.named",
            unit="",
            unit_source="",
        ),
        found(
            text,
            "补贴不超过500元",
            "500",
            kind="subsidy",
            comparator="<=",
            unit="CNY",
            unit_source="元",
            indicator="new:subsidy per lantern",
            target_year=None,
            rule="zh.money",
            confidence=0.5,
        ),
    ]
    return item(about, text, candidates)


def letter() -> Item:
    """A newsletter, which is no policy itself."""
    about = Document(document_id(LETTER), "letter.md", "Lantern Letter", language="en", sha256="cd" * 32, read_at=READ)
    one = found(
        LETTER,
        "forest coverage to at least 26 percent by 2030",
        "26",
        comparator=">=",
        unit_source="percent",
        indicator="forest_coverage",
        sector="land_use",
        rule="en.reach",
    )
    return item(about, LETTER, [one])


def long() -> Item:
    """A document of 200 pages with 800 candidates."""
    page = "第{n}页。到2030年，第{n}县森林覆盖率达到{share}%。" + "一般性的说明文字，没有目标。" * 30 + "\n"
    text = "".join(page.format(n=n, share=10 + n % 70) for n in range(800))
    quotes = [f"第{n}县森林覆盖率达到{10 + n % 70}%" for n in range(800)]
    candidates = [
        found(text, quote, str(10 + n % 70), indicator="forest_coverage", sector="land_use", rule="zh.reach")
        for n, quote in enumerate(quotes)
    ]
    return item(Document(document_id(text), "long.pdf", "长规划", language="zh", read_at=READ), text, candidates)


def inbox(folder: Path, *items: Item) -> Path:
    """`folder` with these items, or the plan and the newsletter."""
    for each in items or (plan(), letter()):
        Inbox(folder).write(each)
    return folder
