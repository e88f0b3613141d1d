"""Does the API give what the pages show, and does it refuse with a sentence what it can't understand?"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from ccnt_dash.answer import Answers
from ccnt_dash.api.asked import FIELDS, PAGING
from ccnt_dash.api.feeds import FEEDS
from ccnt_dash.api.resources import CODES, RECORDS, ROOT, accepted
from ccnt_dash.filters import Filters
from ccnt_dash.pages.frame import PAGES
from ccnt_dash.site import Site
from ccnt_dash.taking.extract import TAKEN, extract, flat
from ccnt_dash.texts import words

LISTS = [
    *(f"{ROOT}/{name}" for name in RECORDS),
    *(f"{ROOT}/vocabularies/{table}" for table in CODES),
    *(f"{ROOT}/views/{view}" for view in TAKEN),
]
ONES = [f"{ROOT}/", f"{ROOT}/vocabularies", f"{ROOT}/views", f"{ROOT}/search?q=storage", f"{ROOT}/openapi.json"]
SAME = {
    "nothing": Filters(),
    "place": Filters(regions=("140000",), sectors=("energy",), lang="zh"),
    "indicator": Filters(metric="value", indicator="new_energy_storage_capacity", at=2025, years=(2025,)),
}


@pytest.fixture(scope="module")
def client(app: Site) -> FlaskClient:
    return app.server.test_client()


@pytest.mark.parametrize("address", LISTS)
def test_a_list_says_what_it_holds(client: FlaskClient, address: str) -> None:
    told = client.get(f"{address}?limit=2").get_json()
    assert {"data", "total", "limit", "offset", "next", "version", "sentence", "sources", "licence"} == set(told)
    assert len(told["data"]) == min(2, told["total"])
    assert (told["next"] is None) == (told["total"] <= 2)


@pytest.mark.parametrize("address", LISTS)
def test_the_forms_hold_the_same_rows(client: FlaskClient, address: str, tmp_path: Path) -> None:
    rows = client.get(f"{address}?limit=7").get_json()["data"]
    text = client.get(f"{address}?limit=7&format=csv")
    assert text.mimetype == "text/csv"
    read = list(csv.DictReader(io.StringIO(text.get_data(as_text=True))))
    assert read == [{name: _cell(value) for name, value in row.items()} for row in rows]
    file = tmp_path / "rows.parquet"
    file.write_bytes(client.get(f"{address}?limit=7&format=parquet").data)
    with duckdb.connect() as reader:
        found = reader.read_parquet(str(file))
        names = found.columns
        kept = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert kept == [{name: flat(value) for name, value in row.items()} for row in rows]


def _cell(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(flat(value))


@pytest.mark.parametrize("filters", SAME.values(), ids=SAME)
@pytest.mark.parametrize("view", TAKEN)
def test_page_and_program_get_the_same_rows(client: FlaskClient, answers: Answers, view: str, filters: Filters) -> None:
    found = extract(answers, TAKEN[view], filters)
    mark = "&" if filters.to_query() else "?"
    told = client.get(f"{ROOT}/views/{view}{filters.to_query()}{mark}limit=1000").get_json()
    assert told["data"] == json.loads(json.dumps([*found.rows[:1000]], default=str))
    assert told["total"] == len(found.rows)
    assert told["sentence"] == found.sentence
    assert {column.name for column in found.columns} <= set(
        client.get(f"{ROOT}/views/{view}{filters.to_query()}{mark}format=csv")
        .get_data(as_text=True)
        .split("\r\n")[0]
        .split(",")
    )


@pytest.mark.parametrize("filters", [*SAME.values(), Filters(since=2022, kinds=("target",))])
def test_records_are_those_the_page_counts(client: FlaskClient, answers: Answers, filters: Filters) -> None:
    query = Filters(**{name: getattr(filters, name) for name in filters.narrowing()}).to_query()
    numbers = answers.numbers(filters)
    for name in ("policies", "targets"):
        assert client.get(f"{ROOT}/{name}{query}").get_json()["total"] == numbers[name]


def test_pages_follow_one_another(client: FlaskClient) -> None:
    address, found = f"{ROOT}/regions?levels=provincial&limit=10&fields=region", []
    while address:
        told = client.get(address).get_json()
        found += [row["region"] for row in told["data"]]
        address = told["next"]
    assert len(found) == len(set(found)) == told["total"]


def test_a_file_holds_all_rows(client: FlaskClient) -> None:
    total = client.get(f"{ROOT}/observations?limit=1").get_json()["total"]
    answer = client.get(f"{ROOT}/observations?format=csv&fields=region,year")
    assert answer.get_data(as_text=True).count("\r\n") == total + 1
    assert answer.headers["X-Total-Count"] == str(total)


def test_a_policy_comes_with_targets_and_sources(client: FlaskClient) -> None:
    target = client.get(f"{ROOT}/targets?limit=1").get_json()["data"][0]
    told = client.get(f"{ROOT}/policies/{target['policy_id']}").get_json()
    assert told["data"]["targets"]
    assert {source["source_id"] for source in told["sources"]} >= {told["data"]["source_id"]}


@pytest.mark.parametrize("address", [*LISTS, *ONES, "/llms.txt", *(f"/feeds/{name}.{form}" for name, form in FEEDS)])
def test_an_answer_is_sent_once(client: FlaskClient, address: str) -> None:
    first = client.get(address, headers={"Accept-Encoding": "br"})
    assert first.status_code == 200
    again = client.get(address, headers={"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"") or address == "/llms.txt"
    assert first.headers["Cache-Control"] == "no-cache"
    assert first.headers.get("Access-Control-Allow-Origin") == "*" or address == "/llms.txt"


@pytest.mark.parametrize("address", [f"{ROOT}/targets?format=csv", "/take/table.csv", "/feeds/targets.json"])
def test_a_table_is_sent_compressed(client: FlaskClient, address: str) -> None:
    sent = client.get(address, headers={"Accept-Encoding": "br"})
    assert sent.headers["Content-Encoding"] == "br"
    assert len(sent.data) < len(client.get(address).data) / 3


WRONG: list[tuple[str, int, str | None, Any]] = [
    ("policies?regoins=140000", 400, "regoins", None),
    ("policies?regions=14", 400, "regions", "14"),
    ("policies?regions=", 400, "regions", ""),
    ("policies?indicator=nothing", 400, "indicator", "nothing"),
    ("policies?since=abc", 400, "since", "abc"),
    ("policies?since=1900", 400, "since", "1900"),
    ("targets?years=2025,20", 400, "years", "20"),
    ("targets?kinds=target,wish", 400, "kinds", "wish"),
    ("policies?limit=0", 400, "limit", "0"),
    ("policies?limit=1001", 400, "limit", "1001"),
    ("policies?offset=-1", 400, "offset", "-1"),
    ("policies?fields=nothing", 400, "fields", "nothing"),
    ("policies?format=xls", 400, "format", "xls"),
    ("policies?lang=fr", 400, "lang", "fr"),
    ("policies?limit=1&limit=2", 400, "limit", None),
    ("policies?search=%00", 400, "search", "\x00"),
    (f"policies?search={'a' * 121}", 400, "search", "a" * 121),
    (f"policies?regions={'140000,' * 60}140000", 400, "regions", 61),
    ("observations?doc_types=plan", 400, "doc_types", None),
    ("views/map?metric=wishes", 400, "metric", "wishes"),
    ("views/numbers", 404, None, "numbers"),
    ("vocabularies/texts", 404, None, "texts"),
    ("policies/nothing", 404, None, "nothing"),
    ("nothing", 404, None, f"{ROOT}/nothing"),
    ("search", 400, "q", None),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("wrong", WRONG, ids=[each[0][:40] for each in WRONG])
def test_what_is_wrong_is_said(client: FlaskClient, lang: str, wrong: tuple[str, int, str | None, Any]) -> None:
    asked, status, parameter, value = wrong
    more = "" if "lang=" in asked else f"{'&' if '?' in asked else '?'}lang={lang}"
    answer = client.get(f"{ROOT}/{asked}{more}")
    told = answer.get_json()
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert told.get("parameter") == parameter
    assert value is None or told["value"] == value
    assert len(told["detail"]) > 10
    assert told["right"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("address", ["policies", "views/map", "nothing", "search"])
def test_it_only_reads(client: FlaskClient, method: str, address: str) -> None:
    answer = client.open(f"{ROOT}/{address}", method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_it_may_be_asked_before_and_without_the_body(client: FlaskClient) -> None:
    assert client.options(f"{ROOT}/policies").headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    answer = client.head(f"{ROOT}/policies")
    assert (answer.status_code, answer.data, answer.headers["X-Total-Count"] > "0") == (200, b"", True)


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/html,*/*;q=0.8", "application/json"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("image/png", "application/problem+json"),
    ],
)
def test_the_form_may_be_asked_by_header(client: FlaskClient, accept: str, type_: str) -> None:
    answer = client.get(f"{ROOT}/regions", headers={"Accept": accept})
    assert answer.mimetype == type_
    assert answer.status_code == (406 if type_.endswith("problem+json") else 200)


VALUES = some.one_of(
    some.text(max_size=30),
    some.sampled_from(
        ["140000", "energy", "plan", "target", "2025", "2025,2030", "value", "zh", "csv", "1", "solar_capacity"]
    ),
)
NAMES = some.sampled_from([*FIELDS, *PAGING, "q", "x"])


@settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    some.sampled_from([*LISTS, f"{ROOT}/search", "/feeds/targets.atom"]), some.dictionaries(NAMES, VALUES, max_size=4)
)
def test_nothing_that_is_asked_breaks_it(client: FlaskClient, address: str, params: dict[str, str]) -> None:
    answer = client.get(address, query_string=params)
    assert answer.status_code in (200, 400)
    assert answer.status_code == 200 or answer.get_json()["detail"]


def test_the_page_of_a_program_names_every_parameter(answers: Answers) -> None:
    said = words(answers.store, "en")
    assert all(said(f"api.param.{name}") for name in accepted(None))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_agents_are_told_of_every_page_and_table(client: FlaskClient, lang: str) -> None:
    told = client.get(f"/llms.txt?lang={lang}").get_data(as_text=True)
    assert told.startswith("# ")
    assert all(f"http://localhost{path})" in told for path in PAGES)
    assert all(f"\n- {name}: " in told for name in RECORDS)
