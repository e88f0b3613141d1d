"""Does the page wear the theme that was chosen, or that the screen prefers, with charts that can be read?"""

from __future__ import annotations

import pytest

from tests.e2e import scripts
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

READABLE = 4.5


@pytest.mark.parametrize("lang", ["en"])
def test_a_chosen_theme_is_worn_by_page_and_charts_and_kept_in_the_address(reader: Reader) -> None:
    reader.open()
    light = _worn(reader, "light")
    reader.tick("theme", "dark")
    reader.wait_settled(theme="dark")
    assert _worn(reader, "dark") != light
    reader.page.reload()
    reader.ready()
    assert _worn(reader, "dark") != light
    reader.tick("theme", "light")
    reader.wait_settled(theme="light")
    assert _worn(reader, "light") == light


@pytest.mark.parametrize("lang", ["zh"])
@pytest.mark.parametrize("scheme", ["dark"])
def test_a_screen_that_prefers_dark_gets_dark_without_being_asked(reader: Reader) -> None:
    reader.open()
    dark = _worn(reader, "dark")
    reader.page.emulate_media(color_scheme="light")
    reader.page.reload()
    reader.ready()
    assert _worn(reader, "light") != dark


def _worn(reader: Reader, theme: str) -> str:
    """The background of the page, once everything wears the theme and can be read on it."""
    reader.until(lambda: reader.page.evaluate("document.documentElement.dataset.theme"), theme)
    reader.until(lambda: [text for text, ratio in reader.page.evaluate(scripts.CONTRAST) if ratio < READABLE], [])
    background: str = reader.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return background
