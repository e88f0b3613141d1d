"""Does the API keep what its own description promises, whatever a machine makes of it?"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from ccnt_dash.api.resources import RECORDS, ROOT
from ccnt_dash.site import Site

# A code that fits the pattern of a long vocabulary and isn't in it is refused: the description doesn't list them all.
TOO_STRICT = "positive_data_acceptance"
# Asked within the process, it does not unpack what it says it accepts.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def description(app: Site) -> Any:
    return schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", app.server)


# Not by its own way into pytest: that one fails on pytest 9.2.
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
def test_every_answer_is_as_described(description: Any, mode: GenerationMode) -> None:
    asked = 0
    for found in description.get_all_operations():
        operation, checked = found.ok(), 0

        @seed(1)
        @settings(max_examples=6, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: schemathesis.Case) -> None:
            nonlocal checked
            checked += 1
            case.call_and_validate(headers=PLAIN, excluded_checks=CHECKS.get_by_names([TOO_STRICT]))

        try:
            holds()
        except Unsatisfiable:
            checked = 0
        asked += bool(checked)
    assert asked > (15 if mode is GenerationMode.POSITIVE else 10)


@pytest.mark.parametrize("name", RECORDS)
def test_every_column_is_explained(app: Site, name: str) -> None:
    client: FlaskClient = app.server.test_client()
    columns = client.get(f"{ROOT}/openapi.json").get_json()["components"]["schemas"][name]["properties"]
    row = client.get(f"{ROOT}/{name}?limit=1").get_json()["data"][0]
    assert set(row) == set(columns)
    assert all(column["type"] and len(column["description"]) > 5 for column in columns.values())


def test_the_description_follows_the_language(app: Site) -> None:
    client = app.server.test_client()
    said = [client.get(f"{ROOT}/openapi.json?lang={lang}").get_json()["info"]["title"] for lang in ("en", "zh")]
    assert said[0] != said[1]
