from __future__ import annotations

import re

import pytest

from ccnt_dash.pages.frame import PAGES
from ccnt_dash.settings import Settings
from ccnt_dash.site import INTERACTIVE, Site, create_app


@pytest.mark.parametrize(
    ("query", "lang", "title"),
    [("", "en", "China Climate"), ("?lang=zh", "zh-CN", "中国"), ("?lang=xx", "en", "China")],
)
def test_the_page_is_served_in_the_language_of_its_address(app: Site, query: str, lang: str, title: str) -> None:
    page = app.server.test_client().get(f"/{query}").get_data(as_text=True)
    assert f'<html lang="{lang}"' in page
    assert re.search(f"<title>[^<]*{title}", page)
    assert "__" not in re.sub(
        r"__reactContainer|__dash|_dash\w*|__\w+__(?==)", "", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    )


def test_the_first_layout_shows_the_view_of_the_address(app: Site) -> None:
    client = app.server.test_client()
    layout = client.get("/_dash-layout", headers={"Referer": "http://localhost/?regions=140000&lang=zh"}).get_data(
        as_text=True
    )
    assert '"query":"?regions=140000&lang=zh"' in layout
    assert "山西" in layout


def test_two_applications_stand_side_by_side(settings: Settings) -> None:
    one, other = create_app(settings), create_app(settings)
    ours = [
        client.get("/_dash-dependencies").get_json()
        for client in (one.server.test_client(), other.server.test_client())
    ]
    assert len(ours[0]) == len(ours[1]) == 3 * len(INTERACTIVE)


def test_dash_leaves_out_what_nothing_uses(app: Site) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert "polyfill" not in page
    assert "dash_table/" not in page
    assert "/assets/vendor/plotly-" in page


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_files_are_sent_packed_and_kept(app: Site, encoding: str) -> None:
    client = app.server.test_client()
    first = client.get("/assets/geo/provinces.geojson", headers={"Accept-Encoding": encoding})
    assert first.headers["Content-Encoding"] == encoding
    assert len(first.data) < 60_000
    again = client.get(
        "/assets/geo/provinces.geojson", headers={"Accept-Encoding": encoding, "If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304
    script = re.search(r'src="(/assets/events[^"]+)"', client.get("/").get_data(as_text=True))
    assert script is not None
    assert "immutable" in client.get(script[1]).headers["Cache-Control"]


def test_no_browser_keeps_the_layout_of_a_page(app: Site) -> None:
    answer = app.server.test_client().get("/_dash-layout", headers={"Referer": "http://localhost/about"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_server_tells_that_it_is_well(app: Site) -> None:
    assert app.server.test_client().get("/health").status_code == 200


@pytest.mark.parametrize("query", ["", "?lang=zh", "?regions=140000&policies=nowhere", "?regions=999999&page=99"])
@pytest.mark.parametrize("path", [path for path in PAGES if path != "/present"])
def test_every_page_is_drawn(app: Site, path: str, query: str) -> None:
    client = app.server.test_client()
    answer = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}{query}"})
    assert answer.status_code == 200
    drawn = answer.get_data(as_text=True)
    assert "No page here" not in drawn
    assert "此处没有页面" not in drawn
    page = client.get(f"{path}{query}")
    assert page.status_code == 200
    assert re.search('<meta name="description" content="[^"]{10,}">', page.get_data(as_text=True))


@pytest.mark.parametrize("path", ["/province/140000", "/city/150600", "/policy/invented-national-plan"])
def test_a_record_has_a_page_with_its_name(app: Site, path: str) -> None:
    client = app.server.test_client()
    page = client.get(path).get_data(as_text=True)
    title = re.search("<title>([^<]*) · ", page)
    assert title is not None
    layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}"}).get_data(as_text=True)
    assert title[1] in layout.replace("\\u002f", "/")


@pytest.mark.parametrize(
    "path",
    [
        "/province/150600",
        "/city/140000",
        "/province/100000",
        "/policy/nothing",
        "/briefings/nothing",
        "/province/",
        "/x/1",
    ],
)
def test_an_address_without_a_record_says_so(app: Site, path: str) -> None:
    client = app.server.test_client()
    assert client.get(path).status_code == 404
    assert "No page here" in client.get("/_dash-layout", headers={"Referer": f"http://localhost{path}"}).get_data(
        as_text=True
    )
