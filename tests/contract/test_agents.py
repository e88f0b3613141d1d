"""Do the tools for programs answer as the pages do, with sources and quotes, and refuse with a sentence?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import create_app
from ccnt_dash.taking.extract import TAKEN, extract


@pytest.fixture(scope="module")
def client(answers: Answers) -> Any:
    return create_app(Settings(database=Path(answers.store.path), assets=ROOT / "assets")).server.test_client()


def ask(client: Any, method: str, **params: Any) -> dict[str, Any]:
    told = {"Accept": "application/json, text/event-stream"}
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    answer = client.post("/_mcp", json=message, headers=told)
    assert answer.status_code == 200
    return dict(answer.get_json())


def call(client: Any, tool: str, **arguments: Any) -> dict[str, Any]:
    return dict(ask(client, "tools/call", name=tool, arguments=arguments)["result"])


def test_only_the_tools_are_offered_and_each_says_what_it_does(client: Any) -> None:
    tools = ask(client, "tools/list")["result"]["tools"]
    assert {tool["name"] for tool in tools} == {"list_views", "rows_of_view", "find", "read_policies"}
    assert all(len(tool["description"]) > 40 for tool in tools)
    assert ask(client, "resources/list")["result"]["resources"] == []


@pytest.mark.parametrize("view", ["map", "table", "peers", "progress"])
def test_rows_are_those_of_the_extract(view: str, client: Any, answers: Answers) -> None:
    filters = Filters(regions=("140000",))
    found = extract(answers, TAKEN[view], filters)
    told = call(client, "rows_of_view", view=view, query=filters.to_query(), limit=5)["structuredContent"]["result"]
    assert told["total"] == len(found.rows)
    assert told["rows"] == json.loads(json.dumps([dict(row) for row in found.rows[:5]]))
    assert {each["source_id"] for each in told["sources"]} == {each["source_id"] for each in found.sources}
    assert told["version"] == found.version


def test_a_policy_comes_with_its_quotes(client: Any, answers: Answers) -> None:
    policy = answers.store.rows("SELECT policy_id FROM targets ORDER BY policy_id LIMIT 1")[0]["policy_id"]
    told = call(client, "read_policies", policies=policy)["structuredContent"]["result"]["policies"][0]
    assert told["targets"]
    assert all(target["quote"] for target in told["targets"])


def test_places_are_found_by_name(client: Any) -> None:
    told = call(client, "find", text="鄂尔多斯")["structuredContent"]["result"]["found"]
    assert told[0]["code"] == "150600"


@pytest.mark.parametrize(
    ("tool", "arguments", "right"),
    [
        ("rows_of_view", {"view": "nothing"}, "it should be one of"),
        ("rows_of_view", {"view": "map", "query": 5}, "it should be text"),
        ("read_policies", {"policies": "nothing"}, "it should be the policy_id"),
        ("find", {"text": ["a"]}, "it should be text"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    tool: str, arguments: dict[str, Any], right: str, client: Any
) -> None:
    told = call(client, tool, **arguments)
    assert told["isError"]
    assert right in told["content"][0]["text"]
