"""Has every policy a page that can be drawn, with all that is promised on it?"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from typing import Any

from ccnt_dash.filters import Filters
from ccnt_dash.pages.document import DOCUMENT
from ccnt_dash.pages.page import Reading
from ccnt_dash.site import Site

OPINIONS = "cn-6200be71"


def layout(app: Site, path: str) -> str:
    answer = app.server.test_client().get("/_dash-layout", headers={"Referer": f"http://here.example{path}"})
    assert answer.status_code == 200
    return json.dumps(answer.get_json(), ensure_ascii=False)


def ids(drawn: Any) -> list[str]:
    found = [drawn.id] if getattr(drawn, "id", None) else []
    children = getattr(drawn, "children", None)
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child, "to_plotly_json"):
            found += ids(child)
    return found


def test_every_policy_has_a_page(app: Site) -> None:
    def draw(code: str, lang: str) -> None:
        reading = Reading(app.answers, Filters(lang=lang), origin="http://here.example")
        assert DOCUMENT.names(reading, code)
        found = ids(DOCUMENT.draw(reading, code))
        assert len(found) == len(set(found)), code
        assert {"facts", "sources", "cite", "correct"} <= set(found), code

    # In turns: both languages of each would take twice as long and go the same ways through the code.
    with ThreadPoolExecutor(2) as several:
        list(several.map(draw, sorted(app.answers.vocabulary().policies), cycle(("en", "zh"))))


def test_the_page_is_served_with_both_titles_and_its_address(app: Site) -> None:
    text = layout(app, f"/policy/{OPINIONS}?lang=zh&theme=dark")
    assert "关于完整准确全面贯彻新发展理念做好碳达峰碳中和工作的意见" in text
    assert "Working Guidance for Carbon Dioxide Peaking" in text
    assert f"http://here.example/policy/{OPINIONS}" in text
    assert "/policy/hebei-2022-dual-carbon-opinions?lang=zh&theme=dark" in text
    assert app.answers.store.version() in text
    assert '"/cascade?lang=zh&theme=dark"' in text


def test_what_is_not_known_is_said(app: Site) -> None:
    text = layout(app, f"/policy/{OPINIONS}")
    assert "From no source at hand is it known which document it carries out" in text
    assert "No target has been collected from this document" not in text


def test_a_link_upwards_tells_from_what_it_is_known(app: Site) -> None:
    text = layout(app, "/policy/anhui-2022-fuyang-key-fields-technical-transformation")
    assert "Names the national document and this one" in text
    assert "严格能效约束" in text
    assert "Carried out by the document above." in text


def test_a_target_leads_to_its_path(app: Site) -> None:
    assert "/targets?regions=100000&indicator=forest_coverage" in layout(app, f"/policy/{OPINIONS}")
