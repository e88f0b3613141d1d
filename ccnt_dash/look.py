"""What do charts look like? The tokens of assets/theme.css as a Plotly template."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"(:root|\[data-theme=\"dark\"\])\s*\{([^}]*)\}")
TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
STEPS = 7


@dataclass(frozen=True)
class Screen:
    """What a reader's screen is like: the theme it prefers, whether it is narrow, and whether it is read from afar."""

    theme: str = "light"
    narrow: bool = False
    large: bool = False

    @classmethod
    def read(cls, told: str | None) -> Screen:
        """From what events.js tells, such as "dark narrow"; what is not understood is left out."""
        words = (told or "").replace("-", " ").split()
        return cls("dark" if "dark" in words else "light", "narrow" in words, "large" in words)

    def __str__(self) -> str:
        """As events.js tells it."""
        return self.theme + (" narrow" if self.narrow else "") + (" large" if self.large else "")


WIDE_AND_LIGHT = Screen()


@dataclass(frozen=True)
class Furniture:
    """What every map of the country shows beside its regions: the dashes of the South China Sea and named islands.

    Coordinates are degrees (WGS84); None in `lon` and `lat` lifts the pen between two dashes. `source` names the
    boundary set in each language.
    """

    lon: tuple[float | None, ...]
    lat: tuple[float | None, ...]
    islands: tuple[dict[str, str], ...]
    source: dict[str, str]


@dataclass(frozen=True)
class Look:
    """The tokens of one theme, with the fonts of one language."""

    tokens: dict[str, str]
    lang: str
    furniture: Furniture
    narrow: bool = False
    large: bool = False

    def __getitem__(self, token: str) -> str:
        """The value of a token of theme.css, named without its dashes."""
        return self.tokens[token]

    @property
    def font(self) -> str:
        """CSS font family of charts."""
        return self.tokens[f"font-{self.lang}"]

    @property
    def size(self) -> int:
        """Font size of charts, in px."""
        return int(self.tokens["text-slide" if self.large else "text-chart"].removesuffix("px"))

    def room(self, labels: Iterable[str]) -> int:
        """Width in px that the widest of some axis labels may take, in any font of the family."""
        lines = (line for label in labels for line in label.split("<br>"))
        widths = (sum(1.02 if sign > "\u2e80" else 0.72 if sign.isupper() else 0.62 for sign in line) for line in lines)
        return int(max(widths, default=0) * self.size) + 12

    def sequence(self, steps: int) -> list[str]:
        """`steps` (1 to 7) colours from low to high, as far apart as they can be."""
        picked = [round(2 + place * (STEPS - 2) / max(1, steps - 1)) for place in range(steps)]
        return [self.tokens[f"seq-{number}"] for number in (picked if steps < STEPS else range(1, STEPS + 1))]

    def readable(self, ground: str) -> str:
        """The darker or lighter ink, whichever is easier to read on a colour (#rrggbb)."""
        inks = (self["on-light"], self["on-dark"])
        return max(inks, key=lambda ink: contrast(ink, ground))

    @cached_property
    def template(self) -> dict[str, Any]:
        """Fonts, backgrounds, axes and hover boxes of all charts."""
        axis = {
            "gridcolor": self["grid"],
            "linecolor": self["line"],
            "zeroline": False,
            "ticks": "",
            # Plotly would draw each chart twice to find room for the labels, and measure every label once more.
            "automargin": False,
            "ticklabeloverflow": "allow",
            "ticklabelstandoff": 5,
            "fixedrange": True,
        }
        font = {"family": self.font, "color": self["ink"]}
        layout = {
            "font": {**font, "size": self.size},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {"bgcolor": self["card"], "bordercolor": self["line"], "align": "left", "font": font},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
        }
        return {"layout": layout}


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (#rrggbb) as WCAG 2 defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=8)
def look(assets: Path, geometry: Path, screen: Screen, lang: str) -> Look:
    """The look on a screen in a language (en or zh), with the furniture of the map in the folder `geometry`.

    Raises OSError if theme.css can't be read.
    """
    blocks = BLOCK.findall((assets / "theme.css").read_text(encoding="utf-8"))
    wanted = (block for name, block in blocks if name == ":root" or screen.theme == "dark")
    tokens = {name: value.strip() for block in wanted for name, value in TOKEN.findall(block)}
    return Look(tokens, lang, furniture(geometry), screen.narrow, screen.large)


@lru_cache(maxsize=2)
def furniture(folder: Path) -> Furniture:
    """Dashes from lines.geojson, islands.csv and source.csv in `folder`; OSError if one can't be read."""
    lines = json.loads((folder / "lines.geojson").read_text(encoding="utf-8"))["features"]
    dashes = [
        dash for line in lines if line["properties"]["kind"] == "dashes" for dash in line["geometry"]["coordinates"]
    ]
    points = [point for dash in dashes for point in (*dash, (None, None))]
    with (folder / "islands.csv").open(encoding="utf-8", newline="") as text:
        islands = tuple(csv.DictReader(text))
    with (folder / "source.csv").open(encoding="utf-8", newline="") as text:
        source = next(csv.DictReader(text))
    return Furniture(tuple(lon for lon, _ in points), tuple(lat for _, lat in points), islands, source)
