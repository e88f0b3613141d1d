from __future__ import annotations

import re
from typing import Any

import pytest

from ccnt_dash.settings import ROOT
from ccnt_dash.store import Store
from ccnt_dash.texts import Words, words

SOURCES = [*(ROOT / "ccnt_dash").rglob("*.py")]
KEY = re.compile(r"""["']([a-z_]+(?:\.[a-z_]+)+|quoted)["']""")
# Keys put together from a name at run time: the part before the hole.
BUILT = re.compile(r"""f["']([a-z_]*\.?[a-z_]*\.)\{""")


@pytest.fixture(params=["en", "zh"])
def say(request: pytest.FixtureRequest, store: Store) -> Words:
    return words(store, request.param)


def used() -> tuple[set[str], set[str]]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    return set(KEY.findall(text)), set(BUILT.findall(text))


def test_no_text_is_unused(store: Store) -> None:
    whole, prefixes = used()
    for row in store.rows("SELECT key FROM texts"):
        key = row["key"]
        plain = key.removesuffix(".one").removesuffix(".many")
        built = any(key.startswith(prefix) for prefix in prefixes) or re.fullmatch(r"[a-z]+\.(heading)", key)
        assert plain in whole or built, f"{key} is used nowhere"


def test_every_key_in_the_code_exists(store: Store) -> None:
    keys = {row["key"] for row in store.rows("SELECT key FROM texts")}
    groups = {key.split(".")[0] for key in keys}
    for key in used()[0]:
        if key.split(".")[0] in groups - {"policies", "table"}:
            assert key in keys or f"{key}.one" in keys, f"{key} is not in texts.csv"


def test_a_missing_key_is_an_error(say: Words) -> None:
    with pytest.raises(KeyError):
        say("no.such.key")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (7, "7"),
        (1234567, "1,234,567"),
        (14.5, "14.5"),
        (1.25, "1.25"),
        (0.5, "0.5"),
        (13.8, "13.8"),
        (23.456789, "23.457"),
        (-2.0, "-2"),
        (1e9, "1,000,000,000"),
    ],
)
def test_numbers(say: Words, value: float, written: str) -> None:
    assert say.number(value) == written


ROW: dict[str, Any] = {
    "shown": 14.5,
    "shown_high": None,
    "shown_aspired": None,
    "shown_unit": "percent",
    "comparator": "=",
    "base_year": None,
}


@pytest.mark.parametrize(
    ("row", "en", "zh"),
    [
        ({}, "14.5%", "14.5%"),
        ({"comparator": ">="}, "≥ 14.5%", "≥ 14.5%"),
        (
            {"shown_aspired": 16.5, "base_year": 2020},
            "14.5%, striving for 16.5% vs 2020",
            "14.5%，力争16.5%（较2020年）",
        ),
        ({"shown": 6.5, "shown_unit": "GW"}, "6.5\u202fGW", "6.5吉瓦"),
        ({"comparator": "range", "shown": 10, "shown_high": 140}, "10–140%", "10–140%"),
        ({"shown": None}, "", ""),
        ({"comparator": "<", "shown": 1.25, "shown_unit": "ratio"}, "< 1.25", "< 1.25"),
    ],
)
def test_commitments_are_written_out(store: Store, row: dict[str, Any], en: str, zh: str) -> None:
    assert words(store, "en").commitment({**ROW, **row}) == en
    assert words(store, "zh").commitment({**ROW, **row}) == zh


def test_lists_are_joined_as_a_sentence_joins_them(store: Store) -> None:
    en, zh = words(store, "en"), words(store, "zh")
    assert [en.listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert zh.listed(["甲", "乙", "丙"]) == "甲、乙和丙"
