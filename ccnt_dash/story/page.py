"""What stands on the pages of stories: the list of them, and the page that presents one?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ccnt_dash.pages import ids
from ccnt_dash.pages.adding import EDITOR
from ccnt_dash.pages.frame import footer, header, language, skip, theme
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import inside, tag
from ccnt_dash.story import shelf
from ccnt_dash.story.story import Story, StoryError
from ccnt_dash.story.told import LIVE
from ccnt_dash.texts import LANGUAGES, Words

HOME = "/present"
STYLES = ("theme", "layout", "header", "pages", "present_list")
SCRIPTS = ("search", "download")
PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{tells}">
<link rel="icon" href="{icon}">
{head}
</head>
<body class="{kind}">
{content}
</body>
</html>
""")
# Texts that the player's scripts say, by the end of their keys.
SAID = (
    "back", "black", "choose", "clock", "close", "current", "error", "fullscreen", "help", "keys",
    "kiosk", "language", "last", "live", "loading", "more", "needs_site", "next", "notes", "no_notes", "overview",
    "pause", "planned", "planned_told", "png", "previous", "print", "reset", "slide", "sources", "speaker",
    "stale", "start", "svg", "theme", "timer", "unsaid", "blocked", "leave", "version", "filtered", "as_planned",
)  # fmt: skip


def page(
    reading: Reading,
    content: Sequence[Any],
    title: str,
    *,
    tells: str = "",
    scripts: Sequence[str] = SCRIPTS,
    styles: Sequence[str] = STYLES,
) -> Markup:
    """A page in plain HTML with the frame of the site around its content; `scripts` and `styles` are of assets/."""
    words: Words = reading.words
    around = [skip(words), header(reading, HOME, theme(reading), language(reading))]
    main = tag("main", *content, id=ids.MAIN, tabindex="-1")
    return PAGE.format(
        lang=LANGUAGES[words.lang],
        theme=reading.filters.theme,
        title=f"{title} · {words('site.title')}",
        tells=tells or title,
        head=linked(styles, scripts),
        kind="present-list",
        icon="/assets/favicon.svg",
        content=tag("div", *around, main, footer(reading), class_="page"),
    )


def linked(styles: Sequence[str], scripts: Sequence[str]) -> Markup:
    """Links to styles and scripts of assets/; a script may be named by its whole address."""
    sheets = [tag("link", rel="stylesheet", href=f"/assets/{name}.css") for name in styles]
    run = [tag("script", src=name if "/" in name else f"/assets/{name}.js", defer=True) for name in scripts]
    return inside([each, "\n"] for each in (*sheets, *run))


def shelved(reading: Reading, data: Path) -> Markup:
    """The page that lists the stories of the data set, and those of this browser."""
    words = reading.words
    cards = [_card(reading, data, name) for name in shelf.names(data)]
    drafts = _drafts(reading)
    make = tag("p", tag("a", words("present.make"), href=f"{EDITOR}{reading.kept}", class_="button"))
    content = [
        tag("h2", words("present.title"), class_="sentence"),
        tag("p", words("present.about"), class_="hint"),
        tag("div", cards, class_="stories"),
        drafts,
        make,
    ]
    scripts = (*SCRIPTS, "story_store", "story_list")
    return page(reading, content, words("nav.present"), tells=words("tells.present"), scripts=scripts)


def _drafts(reading: Reading) -> Markup:
    """Where assets/story_list.js shows the stories of the browser."""
    words, kept = reading.words, reading.kept
    texts = {
        "lang": words.lang,
        "untitled": words("story.add.untitled"),
        "one": words("present.slides.one", n="{n}"),
        "many": words("present.slides.many", n="{n}"),
        "present": words("present.go"),
        "edit": words("story.add.open"),
        "presents": f"{HOME}/draft{kept}",
        "edits": f"{EDITOR}{kept}",
    }
    listed = [tag("h2", words("story.edit.stories"), class_="sentence"), tag("div", class_="stories")]
    return tag("section", *listed, id="drafts", hidden=True, **{f"data_{name}": text for name, text in texts.items()})


def _card(reading: Reading, data: Path, name: str) -> Markup:
    try:
        told = shelf.find(data, name)
    except (StoryError, OSError) as error:
        return tag("section", tag("h3", name), trouble(reading.words("present.wrong"), str(error)), class_="card")
    return tag("section", _described(told, reading), class_="card") if told else Markup("")


def _described(told: Story, reading: Reading) -> list[Markup]:
    words, kept, lang = reading.words, reading.kept, reading.words.lang
    there = f"{HOME}/{told.story}"
    files = [
        tag("a", words(f"present.form.{form}"), href=f"{there}.{form}{kept}", class_="button plain", download=True)
        for form in ("pptx", "html", "json")
    ]
    ways = [
        tag("a", words("present.go"), href=f"{there}{kept}", class_="button clear"),
        tag(
            "a",
            words("present.say.speaker"),
            href=f"{there}{kept}{'&' if kept else '?'}speaker=1",
            target="_blank",
            class_="button plain",
        ),
    ]
    return [
        tag("h3", tag("a", told.title.of(lang), href=f"{there}{kept}")),
        tag("p", told.about.of(lang)),
        tag("p", words.counted("present.slides", len(told.slides)), class_="hint"),
        tag("div", ways, class_="row"),
        tag("div", files, class_="row take"),
    ]


def trouble(sentence: str, lines: str) -> Markup:
    """What is wrong, with a line for each thing."""
    listed = tag("ul", [tag("li", line) for line in lines.splitlines()])
    return tag("div", tag("p", sentence), listed, class_="failed", role="alert")


def spoken(words: Words) -> dict[str, Any]:
    """What the player says, in one language."""
    said: dict[str, Any] = {name: words(f"present.say.{name}", **_holes(name)) for name in SAID}
    return said | {
        "fields": {name: words(f"control.{name}") for name in LIVE},
        "any": words("control.any"),
        "site": words("site.title"),
    }


def _holes(name: str) -> dict[str, str]:
    """The scripts fill these themselves."""
    return {hole: f"{{{hole}}}" for hole in ("n", "of", "version", "seconds", "title")}


def packed(value: Any) -> Markup:
    """A value as JSON that can stand within an element of HTML."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def held(names: Mapping[str, Any]) -> Markup:
    """Values that scripts read from the page, each in an element of that id."""
    return inside(
        [tag("script", packed(value), type="application/json", id=name), "\n"] for name, value in names.items()
    )
