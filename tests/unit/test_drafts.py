"""Does a draft keep what is printed, on one line and in plain digits?"""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.pages.desk_text import STRETCH, stretch, stretches
from ccnt_dash.review.drafts import status
from ccnt_dash.review.quotes import flat, printed, shortest, text_of
from ccnt_dash.review.wishes import located


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (14.0, "14"), (14.5, "14.5"), (2e8, "200000000"), (1e-05, "0.00001"), (2030, "2030"), ("x", "x")],
)
def test_numbers_are_written_in_plain_digits(value: float | str | None, written: str) -> None:
    assert text_of(value) == written


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("能耗下\n降14%", "能耗下降14%"),
        ("下降 \r\n14%左右", "下降14%左右"),
        ("more than\n  90% of", "more than 90% of"),
        ("  a b  ", "a b"),
        ("Replace over 300 **power batteries** for", "Replace over 300 power batteries for"),
        ("Load response** will be", "Load response will be"),
        ("[*Plan of Jiangsu \\(2024-2035\\)*](#)\n\n[and more](https://a.b/c)", "Plan of Jiangsu (2024-2035) and more"),
        ("面积2*3*4米", "面积2*3*4米"),
        ("respectively. *", "respectively."),
    ],
)
def test_a_quote_stands_on_one_line(quote: str, line: str) -> None:
    assert flat(quote) == line


@pytest.mark.parametrize(
    ("quote", "number", "value", "wanted"),
    [
        ("reach 2,000 megawatts.", "2,000", 2000.0, "2,000"),
        ("达到1,200万千瓦", "1,200", 1200.0, "1,200"),
        ("超过90%。", "90", 90.0, "90"),
        ("降低百分之二十", "二十", 20.0, "二十"),
        ("reach 5.", "5.", 5.0, "5"),
        ("at least five cities", "five", 5.0, "five"),
    ],
)
def test_the_number_is_kept_as_it_is_printed(quote: str, number: str, value: float, wanted: str) -> None:
    found = Candidate("target", 10, 10 + len(quote), quote, 10 + quote.index(number), value=value, value_source=value)
    assert printed(found, quote) == wanted


@pytest.mark.parametrize(
    ("quote", "row", "wanted"),
    [
        ("甲" * 300 + "。到2030年，降14%，乙", {"value_source": "14", "target_year": "2030"}, "到2030年，降14%"),
        ("A, " * 99 + "1,200 MW by 2025. B", {"value_source": "1,200", "target_year": "2025"}, "1,200 MW by 2025."),
        ("达到5%" + "甲" * 300 + "到2030年", {"value_source": "5", "target_year": "2030"}, ""),
        ("达到5%，" + "甲" * 300 + "，到2030年", {"value_source": "5", "target_year": "2030"}, "达到5%"),
        ("甲" * 400, {"value_source": "5"}, ""),
        ("甲15，" * 99, {"value_source": "5"}, ""),
    ],
)  # fmt: skip
def test_the_shortest_stretch_with_the_figures_is_found(quote: str, row: dict[str, str], wanted: str) -> None:
    assert shortest(quote, row) == wanted


def test_without_a_place_the_number_is_looked_for() -> None:
    quote = "从10提高到2,000"
    assert printed(Candidate("target", 0, len(quote), quote, value=2000.0, value_source=2000.0), quote) == "2,000"


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("", "", "no_period"),
        ("2021", "2025", "period_ended"),
        ("2026", "2030", "period_running"),
        ("2027", "2030", "not_started"),
    ],
)
def test_the_status_follows_the_period(start: str, end: str, reason: str) -> None:
    assert status({"period_start": start, "period_end": end}, "2026")["status_reason"] == reason


def test_a_text_is_cut_at_ends_of_lines_and_nothing_is_lost() -> None:
    text = ("一" * 700 + "\n") * 40
    parts = stretches(text)
    assert "".join(text[each.begin : each.end] for each in parts) == text
    assert all(text[each.end - 1] == "\n" and each.end - each.begin <= 2 * STRETCH for each in parts)
    assert stretch(text, 20_000).begin <= 20_000 < stretch(text, 20_000).end
    assert stretch(text, 0, 2).number == 2
    assert stretch(text, 0, 99).number == 0
    assert stretches("") == [stretch("", 0)]


def test_a_text_without_lines_is_cut_all_the_same() -> None:
    assert len(stretches("一" * 100_000)) > 10


def test_a_copied_sentence_is_found_whatever_its_white_space() -> None:
    assert located("到 2030\n年达到27%", "2030年 达到27%") == (2, 13)
    assert located("abc", "d") is None
    assert located("abc", "  ") is None
