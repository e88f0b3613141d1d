"""What stands around everything the desk shows, and how does it say no?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Response
from markupsafe import Markup

from ccnt_dash.pages import ids
from ccnt_dash.pages.desk_sheet import HOME
from ccnt_dash.pages.frame import footer, header, language, skip, theme
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import inside, tag
from ccnt_dash.texts import LANGUAGES, Words

STYLES = ("theme", "layout", "header", "pages", "review")
SCRIPTS = ("search", "review")
PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
{styles}
{scripts}
</head>
<body class="desk">
{content}
</body>
</html>
""")


def trouble(told: str) -> Markup:
    """What is wrong, said at once."""
    return tag("p", told, class_="said trouble", role="alert")


def refused(reading: Reading, why: str, asks: bool) -> Response:
    """Why somebody may not come; `asks` for the token."""
    words: Words = reading.words
    field = tag("input", type="password", name="token", id="token", autocomplete="current-password", required=True)
    label = tag("label", words("desk.gate.label"), for_="token")
    enter = tag("button", words("desk.gate.enter"), class_="button first")
    form = tag(
        "form", tag("div", label, field, class_="field"), enter, method="post", action=f"{HOME}/login{reading.kept}"
    )
    content = [tag("h2", words("desk.title"), class_="sentence"), trouble(why)]
    return page(reading, [*content, tag("section", form, class_="card") if asks else Markup("")], 403)


def page(reading: Reading, content: Sequence[Any], status: int = 200) -> Response:
    """The content within the frame of the site, as plain HTML that is kept nowhere."""
    words: Words = reading.words
    around = [skip(words), header(reading, "", theme(reading), language(reading))]
    main = tag("main", *content, id=ids.MAIN, tabindex="-1")
    body = tag("div", *around, main, footer(reading), class_="page")
    filled = PAGE.format(
        lang=LANGUAGES[words.lang],
        theme=reading.filters.theme,
        title=f"{words('desk.title')} · {words('site.title')}",
        styles=inside(tag("link", rel="stylesheet", href=f"/assets/{name}.css") for name in STYLES),
        scripts=inside(tag("script", src=f"/assets/{name}.js") for name in SCRIPTS),
        content=body,
    )
    answer = Response(filled, status, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
