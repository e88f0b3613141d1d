"""Does the page speak one language, and keep the choices when it is changed?"""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import expect

from ccnt_dash.settings import ROOT
from ccnt_dash.texts import LANGUAGES
from tests.e2e import scripts
from tests.e2e.reader import Reader

pytestmark = pytest.mark.e2e

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
LATIN = re.compile(r"[A-Za-z]{2}")
HOLE = re.compile(r"\{\w+\}")
CHOICES = {"regions": ("140000",), "sectors": ("energy",), "metric": "targets"}


def test_the_language_is_switched_and_the_choices_stay(reader: Reader) -> None:
    other = "en" if reader.lang == "zh" else "zh"
    reader.open(**CHOICES)
    expect(reader.page.locator("html")).to_have_attribute("lang", LANGUAGES[reader.lang])
    reader.page.locator("#part-language").click()
    reader.page.wait_for_url(f"**lang={other}")
    reader.ready()
    reader.sees(**CHOICES, lang=other)
    expect(reader.page.locator("html")).to_have_attribute("lang", LANGUAGES[other])
    expect(reader.page.locator("h1")).to_have_text(reader.answers.words(reader.choices(lang=other))("site.title"))
    expect(reader.page).to_have_title(reader.answers.words(reader.choices(lang=other))("site.title"))


@pytest.mark.parametrize("lang", ["en"])
def test_no_chinese_is_left_in_the_english_page(reader: Reader) -> None:
    for text in _said(reader, but="zh"):
        assert not CHINESE.search(text)


@pytest.mark.parametrize("lang", ["zh"])
def test_no_english_text_of_the_interface_is_left_in_the_chinese_page(reader: Reader) -> None:
    patterns = _english_texts()
    for text in _said(reader, but="en"):
        assert not [pattern.pattern for pattern in patterns if pattern.fullmatch(text)]


def _said(reader: Reader, but: str) -> list[str]:
    """Texts of the page in several states: everything, a province with an opened policy, nothing found, a list."""
    policy = reader.most("table", "targets", regions=("140000",))
    found: list[str] = []
    for state in ({}, {"regions": ("140000",), "policies": (policy,), "metric": "value"}, {"search": "zzzzqqq"}):
        reader.open(**state)
        reader.sees(**state)
        found += reader.page.evaluate(scripts.TEXTS, but)
    reader.page.locator("#control-regions").click()
    expect(reader.page.locator(".dash-dropdown-content")).to_be_visible()
    return found + reader.page.evaluate(scripts.TEXTS, but)


def _english_texts() -> list[re.Pattern[str]]:
    """What the English texts look like with Chinese words or numbers in their holes; signs alone are no text."""
    with (ROOT / "data" / "texts.csv").open(encoding="utf-8", newline="") as table:
        texts = [row["en"] for row in csv.DictReader(table) if row["en"] != row["zh"]]
    return [
        re.compile("[^A-Za-z]*".join(map(re.escape, HOLE.split(text))))
        for text in texts
        if LATIN.search("".join(HOLE.split(text)))
    ]
