"""Does the search of the API find what the page finds, with the places of its words, page by page?"""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from ccnt_dash.answer import Answers
from ccnt_dash.api.resources import ROOT
from ccnt_dash.filters import Filters
from ccnt_dash.site import Site
from ccnt_dash.views import VIEWS


@pytest.fixture
def client(app: Site) -> FlaskClient:
    """A program that asks the API of the shipped data set."""
    return app.server.test_client()


@pytest.mark.parametrize(("asked", "lang"), [("storage", "en"), ("储能", "zh"), ('"energy storage"', "en")])
def test_a_search_tells_policies_best_first_with_the_places_of_its_words(
    client: FlaskClient, answers: Answers, asked: str, lang: str
) -> None:
    told = client.get(f"{ROOT}/search", query_string={"q": asked, "lang": lang, "levels": "provincial"}).get_json()
    page = answers.rows(VIEWS["table"], Filters(search=asked, lang=lang, levels=("provincial",)))
    assert [row["policy_id"] for row in told["data"]] == [row["key"] for row in page]
    assert told["total"] == page[0]["total"] > 0
    assert told["data"][0]["relevance"] == 100
    for row in told["data"]:
        assert [each["text"][start:end] for each in row["why"] for start, end in each["marks"]], row["policy_id"]


def test_a_search_is_turned_page_by_page(client: FlaskClient) -> None:
    address, seen = f"{ROOT}/search?q=energy&sectors=energy", []
    while address:
        told = client.get(address).get_json()
        seen += [row["policy_id"] for row in told["data"]]
        address = told["next"]
    assert told["page"] == told["pages"] > 1
    assert len(set(seen)) == len(seen) == told["total"]


def test_a_search_finds_places_and_indicators_by_name(client: FlaskClient) -> None:
    told = client.get(f"{ROOT}/search?q=ordos").get_json()
    assert told["names"][0]["code"] == "150600"
