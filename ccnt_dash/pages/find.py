"""What does the search box show for what is typed, and where does each result lead?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.pages.frame import PAGES
from ccnt_dash.pages.page import Reading
from ccnt_dash.texts import LANGUAGES

# Level of a place -> where its page is.
PLACES = {"national": "/national", "provincial": "/province/{code}", "municipal": "/city/{code}"}
ADDRESSES = {path_of: path for path, path_of in PAGES.items()}


def found(reading: Reading) -> dict[str, Any]:
    """Results by kind, each with the address it leads to in the reader's language and theme, and how many there are."""
    words = reading.words
    groups: dict[str, list[dict[str, str]]] = {}
    met: set[str] = set()
    for each in reading.drawn("find"):
        address = _address(each, reading.filters)
        if address not in met:  # the nation is a place and a page
            groups.setdefault(each["kind"], []).append(_option(each, address, reading))
            met.add(address)
    told = words.counted("find.found", len(met)) if met else words("find.nothing", text=reading.filters.search)
    return {
        "told": told if reading.filters.search else "",
        "groups": [{"name": words(f"find.{kind}"), "options": options} for kind, options in groups.items()],
    }


def _option(each: dict[str, str], address: str, reading: Reading) -> dict[str, str]:
    other = LANGUAGES["zh" if reading.words.lang == "en" else "en"]
    told = {"name": each["name"], "detail": each.get("detail", ""), "href": address}
    return {**told, "other": each.get("other", ""), "other_lang": other}


def _address(each: dict[str, str], filters: Filters) -> str:
    kept, code = Filters(lang=filters.lang, theme=filters.theme), each["code"]
    if each["kind"] == "indicator":
        return f"/targets{kept.set('indicator', code).to_query()}"
    form = {
        "policy": "/policy/{code}",
        "page": ADDRESSES.get(code, "/"),
        "place": PLACES.get(each.get("level", ""), "/"),
    }
    return f"{form[each['kind']].format(code=code)}{kept.to_query()}"
