"""Is nothing lost when the reader is faster than the server?"""

from __future__ import annotations

import pytest

from tests.e2e import scripts
from tests.e2e.reader import UPDATE, Reader

pytestmark = pytest.mark.e2e

SHANXI, JILIN = "140000", "220000"


@pytest.mark.parametrize("lang", ["en"])
def test_a_second_click_before_the_answer_to_the_first_loses_nothing(reader: Reader) -> None:
    reader.open()
    with reader.unanswered():
        reader.choose_province(SHANXI)
        reader.choose_province(JILIN, add=True)
    reader.sees(regions=(SHANXI, JILIN))


@pytest.mark.parametrize("lang", ["zh"])
def test_two_boxes_ticked_at_once_are_both_chosen(reader: Reader) -> None:
    reader.open()
    with reader.unanswered():
        reader.tick("sectors", "energy")
        reader.tick("sectors", "industry")
    reader.sees(sectors=("energy", "industry"))


@pytest.mark.parametrize("lang", ["en"])
def test_a_box_ticked_while_the_answer_to_a_click_is_being_read_is_chosen_too(reader: Reader) -> None:
    reader.page.add_init_script(scripts.SLOW_BODIES)
    reader.open()
    with reader.page.expect_response(lambda response: UPDATE in response.url):
        reader.choose_province(SHANXI)
    reader.tick("sectors", "energy")
    reader.sees(regions=(SHANXI,), sectors=("energy",))


@pytest.mark.parametrize("lang", ["zh"])
def test_a_click_while_the_answer_to_a_ticked_box_is_being_read_is_not_lost(reader: Reader) -> None:
    reader.page.add_init_script(scripts.SLOW_BODIES)
    reader.open()
    with reader.page.expect_response(lambda response: UPDATE in response.url):
        reader.tick("sectors", "energy")
    reader.choose_province(SHANXI)
    reader.sees(regions=(SHANXI,), sectors=("energy",))
