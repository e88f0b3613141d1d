"""Cases of the briefing that need no data set."""

from __future__ import annotations

import pytest

from ccnt_dash.briefing.decide import Decision, decided
from ccnt_dash.briefing.issue import Item, Sentence, Span
from ccnt_dash.briefing.say import MARK, linked

DAY = [
    (None, "date not stated", "日期未注明"),
    ("2024", "2024, month not stated", "2024年，月份未注明"),
    ("2024-05", "May 2024", "2024年5月"),
    ("2024-05-06", "6 May 2024", "2024年5月6日"),
]


def item(record: str, section: str = "top") -> Item:
    return Item(record, section, (Sentence((Span(record),), (record,)),), link=f"/x/{record}")


def test_links_take_the_place_of_marks() -> None:
    spans = linked(f"{MARK} and {MARK}.", Span("a", "/a"), Span("b", "/b"))
    assert spans == (Span("a", "/a"), Span(" and "), Span("b", "/b"), Span("."))


def test_decisions_order_drop_and_hold() -> None:
    decisions = [
        Decision("c", "top", 10, "kept"),
        Decision("a", "news", 20, "rewritten", "Mine.\n- Point.", "我的。"),
        Decision("b", "top", 30, "dropped"),
        Decision("gone", "top", 5, "kept"),
        Decision("policy:held", "top", 40, "locked", "Held.", "保留。"),
    ]
    found = decided([item("a"), item("b"), item("c"), item("d")], decisions, "en", "More")
    assert [(each.record, each.section, each.state) for each in found] == [
        ("c", "top", "kept"),
        ("a", "news", "rewritten"),
        ("policy:held", "top", "locked"),
        ("d", "top", "new"),
    ]
    assert found[1].text == "Mine. More\n- Point."
    assert found[2].link == "/policy/held"
    assert found[3].text == "d"


@pytest.mark.parametrize(("column", "value"), [("state", "lost"), ("place", "first"), ("place", "-1")])
def test_a_decision_that_cannot_be_is_refused(column: str, value: str) -> None:
    row = {"record": "a", "section": "top", "place": "10", "state": "kept", column: value}
    with pytest.raises(ValueError, match=value):
        Decision.of(row)
