"""Are texts and questions cut alike, in both languages, whatever is typed?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from ccnt_dash.filters import Filters
from ccnt_dash.terms import FULL, PAIR, asked, marked, worths


@pytest.mark.parametrize(
    ("one", "other"),
    [("storages", "storage"), ("policies", "policy"), ("Emissions", "emission"), ("renewables", "renewable"),
     ("peaking", "peak"), ("1,200", "1200"), ("Ürümqi", "urumqi")],
)  # fmt: skip
def test_inflections_are_one_term(one: str, other: str) -> None:
    assert asked(one)[1:] == asked(other)[1:]


@pytest.mark.parametrize("word", ["储能", "新型储能", "碳达峰", "碳中和", "非化石能源", "甲烷"])
def test_a_chinese_word_is_worth_more_than_its_pairs(word: str) -> None:
    found = worths(f"推动{word}工作")
    assert found[word] == FULL
    assert set(found) >= {word[at : at + 2] for at in range(len(word) - 1)}
    assert found[f"动{word[0]}"] == PAIR


def test_a_chinese_sentence_is_asked_for_by_its_words() -> None:
    assert asked("碳达峰的行动方案")[1:] == ("碳达", "达峰", '"碳达峰', "+碳达峰", "行动", "方案")


def test_a_word_that_the_dictionary_lacks_is_asked_for_as_it_stands() -> None:
    assert asked("蓝碳")[1:] == ("蓝碳",)


def test_numbers_phrases_and_beginnings() -> None:
    assert asked("by 2030")[1:] == ("2030",)
    assert asked("3.5%")[1:] == ("3.5",)
    assert asked("hydro*")[1:] == ("hydro*",)
    assert asked('"Wind Power"')[1:] == ("wind", "power", '"wind power')
    assert asked("“碳排放双控”")[-1] == '"碳排放双控'


def test_words_that_say_nothing_are_left_out_beside_others() -> None:
    assert asked("the storage of energy")[1:] == ("storag", "energi")
    assert asked("the")[1:] == ("the",)


@pytest.mark.parametrize(
    "text", ["%", "***", "' OR 1=1 --", "<script>", "\\", '"', "“”", "\U0001d7d9\U0001f30f", "+", "a*"]
)
def test_whatever_is_typed_is_cut(text: str) -> None:
    assert asked(text)[0] == text
    assert all(part.strip('+"*') for part in asked(text)[1:])


def test_a_long_question_stays_within_bounds() -> None:
    long = Filters.from_query("?search=" + "%E7%A2%B3" * 5000).search
    assert len(asked(long)) < 2 * len(long) + 4


def test_marks_stand_on_the_words_as_written() -> None:
    text = "Energy Storages: 新型储能 Ürümqi"
    found = [text[begin:end] for begin, end, _ in marked(text, asked("storage 新型储能 urumqi")[1:])]
    assert found == ["Storages", "新型储能", "Ürümqi"]


def test_threads_get_the_same_answers() -> None:
    words = [f"policies{letter} 绿色低碳{letter}发展" for letter in "abcdefgh"] * 40
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(asked.__wrapped__, words)) == [asked(word) for word in words]
