"""How does a story open without a network? One file with its slides in both languages and themes, and all they need."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ccnt_dash.answer import Answers
from ccnt_dash.boundaries import boundaries
from ccnt_dash.filters import Filters
from ccnt_dash.pages.embed import plotly_of
from ccnt_dash.pages.written import inside, tag
from ccnt_dash.story.deck import Worn, deck
from ccnt_dash.story.page import PAGE, packed
from ccnt_dash.story.player import BODY, ICON, SCRIPTS, STYLES, content
from ccnt_dash.story.story import Story
from ccnt_dash.story.told import told
from ccnt_dash.texts import LANGUAGES

THEMES = ("light", "dark")
END = re.compile(r"</(?=script|style)", re.IGNORECASE)
# Plotly looks here before it asks a server; what is drawn on the world's outline has none.
GIVEN = "window.PlotlyGeoAssets = "


@dataclass(frozen=True)
class Place:
    """Where the parts of the file lie, and the site that its links lead to ("" for none)."""

    assets: Path
    geometry: Path
    origin: str = ""


def bundle(answers: Answers, story: Story, place: Place, filters: Filters | None = None) -> bytes:
    """The story as one file of HTML in UTF-8, which begins in the language and theme of `filters`.

    The story must fit the data set (`shelf.misfits`). Raises OSError where an asset or boundaries can't be read.
    """
    chosen = filters or Filters()
    chosen = chosen.set("lang", answers.words(chosen).lang)
    decks = [told(deck(answers, story, Worn(lang, theme, place.origin))) for lang in LANGUAGES for theme in THEMES]
    assets = {"topojson": _topology(place.assets), **_shapes(decks, place.geometry)}
    scripts = [_script(f"{GIVEN}{packed(assets)};"), *(_script(text) for text in _scripts(place.assets))]
    body = content(answers, chosen, decks, {"offline": "yes"})
    return str(
        PAGE.format(
            lang=LANGUAGES[chosen.lang],
            theme=chosen.theme or "light",
            title=story.title.of(chosen.lang),
            tells=story.about.of(chosen.lang),
            head=inside(tag("style", Markup(_whole(text))) for text in _styles(place.assets)),
            kind=BODY,
            icon=ICON,
            content=Markup("\n").join([body, *scripts]),
        )
    ).encode()


def _script(text: str) -> Markup:
    return tag("script", Markup(_whole(text)))


def _whole(text: str) -> str:
    """A text that does not end the element it stands in."""
    return END.sub(r"<\\/", text)


def _styles(assets: Path) -> Iterator[str]:
    return ((assets / f"{name}.css").read_text("utf-8") for name in STYLES)


def _scripts(assets: Path) -> Iterator[str]:
    names = (plotly_of(assets).removeprefix("/assets/"), *(f"{name}.js" for name in SCRIPTS))
    return ((assets / name).read_text("utf-8") for name in names)


def _topology(assets: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((assets / "topo").glob("*.json"))}


def _shapes(decks: Sequence[dict[str, Any]], geometry: Path) -> dict[str, Any]:
    """The boundaries that the figures name, by their addresses."""
    named = {
        trace["geojson"]
        for each in decks
        for slide in each["slides"]
        for shown in slide["shows"]
        for trace in (shown["figure"] or {"data": ()})["data"]
        if isinstance(trace.get("geojson"), str)
    }
    return {address: json.loads(boundaries(geometry, address)) for address in sorted(named)}
