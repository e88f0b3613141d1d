from __future__ import annotations

import re

import pytest

from ccnt_dash.look import STEPS, Screen, contrast, look
from ccnt_dash.settings import ROOT
from ccnt_dash.store import Store

ASSETS = ROOT / "assets"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    worn = look(ASSETS, ASSETS / "geo", Screen(theme), "en")
    assert contrast(worn[ink], worn[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("steps", range(1, STEPS + 1))
def test_a_scale_goes_one_way_and_away_from_the_ground(theme: str, steps: int) -> None:
    worn = look(ASSETS, ASSETS / "geo", Screen(theme), "en")
    shades = [contrast(colour, worn["card"]) for colour in worn.sequence(steps)]
    assert len(set(worn.sequence(steps))) == steps
    assert shades == sorted(shades)


def test_both_themes_define_the_same_colours() -> None:
    css = (ASSETS / "theme.css").read_text(encoding="utf-8")
    light, dark = (set(re.findall(r"--([\w-]+):", block)) for block in re.findall(r"\{([^}]*)\}", css)[:2])
    assert light == dark


def test_colours_stand_only_in_the_theme_and_the_vocabularies() -> None:
    files = [
        *(ROOT / "ccnt_dash").rglob("*.py"),
        *(path for path in (ROOT / "assets").glob("*.css") if path.name != "theme.css"),
        *(ROOT / "assets").glob("*.js"),
    ]
    for path in files:
        assert not re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8")), path.name


def test_the_ten_sectors_have_ten_colours(store: Store) -> None:
    colours = [row["colour"] for row in store.rows("SELECT colour FROM sectors")]
    assert len(set(colours)) == len(colours) == 10


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_on_every_class_can_be_read(theme: str) -> None:
    worn = look(ASSETS, ASSETS / "geo", Screen(theme), "en")
    for colour in (*worn.sequence(STEPS), worn["land"]):
        assert contrast(worn.readable(colour), colour) >= 4.5
