"""Can a feed reader follow what is new, and does it find what the page has?"""

from __future__ import annotations

import re

import feedparser
import pytest
from flask.testing import FlaskClient

from ccnt_dash.api.feeds import moment
from ccnt_dash.api.resources import ROOT
from ccnt_dash.site import Site

QUERIES = ("", "?regions=140000", "?regions=140000&lang=zh", "?search=zzzzqqqq", "?indicator=solar_capacity")
NAMES = ("policies", "targets")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.fixture(scope="module")
def client(app: Site) -> FlaskClient:
    return app.server.test_client()


def address(name: str, form: str, query: str) -> str:
    return f"/feeds/{name}.{form}{query if name == 'targets' or 'indicator' not in query else ''}"


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", NAMES)
def test_atom_is_read_by_a_parser(client: FlaskClient, name: str, query: str) -> None:
    answer = client.get(address(name, "atom", query))
    read = feedparser.parse(answer.data, response_headers={"content-type": answer.headers["Content-Type"]})
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title
    assert read.feed.author
    assert MOMENT.fullmatch(read.feed.updated)
    assert [each.updated for each in read.entries] == sorted((each.updated for each in read.entries), reverse=True)
    assert len({each.id for each in read.entries}) == len(read.entries) <= 100
    for each in read.entries:
        assert each.id.startswith("urn:uuid:")
        assert each.title
        assert each.summary
    assert bool(read.entries) == ("zzzz" not in query)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("name", NAMES)
def test_both_forms_tell_the_same(client: FlaskClient, name: str, query: str) -> None:
    answer = client.get(address(name, "json", query))
    assert answer.mimetype == "application/feed+json"
    told = answer.get_json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"].endswith(address(name, "json", query))
    read = feedparser.parse(client.get(address(name, "atom", query)).data)
    items = [(each["id"], each["url"], each["title"], each["date_published"]) for each in told["items"]]
    assert items == [(each.id, each.link, each.title, each.published) for each in read.entries]


@pytest.mark.parametrize("name", NAMES)
def test_the_newest_come_first_and_lead_to_their_page(client: FlaskClient, name: str) -> None:
    items = client.get(f"/feeds/{name}.json?regions=140000&lang=zh").get_json()["items"]
    rows = client.get(f"{ROOT}/{name}?regions=140000").get_json()["data"]
    for item, row in list(zip(items, rows, strict=False))[:10]:
        assert item["url"].endswith(f"/policy/{row['policy_id']}?lang=zh")
        assert item["date_published"] == moment(row["published"])
    assert client.get(items[0]["url"]).status_code == 200


def test_what_it_cannot_understand_it_refuses(client: FlaskClient) -> None:
    assert client.get("/feeds/policies.atom?regions=14").status_code == 400
    assert client.get("/feeds/policies.rss").status_code == 404


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_names_the_feeds_of_its_choices(client: FlaskClient, lang: str) -> None:
    page = client.get(f"/?regions=140000&lang={lang}&metric=value").get_data(as_text=True)
    links = re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)"', page)
    assert len(links) == 4
    for link in links:
        assert "regions=140000" in link
        assert client.get(link.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize(
    ("day", "first"),
    [("2021", "2021-01-01"), ("2021-05", "2021-05-01"), ("2021-05-06", "2021-05-06")],
)
def test_a_date_is_no_later_than_its_source_says(day: str, first: str) -> None:
    assert moment(day) == f"{first}T00:00:00Z"
