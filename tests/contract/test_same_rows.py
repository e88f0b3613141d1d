"""Do page, program, file and command line give the same rows to the same question?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import create_app
from ccnt_dash.taking.extract import TAKEN

CHOICES = {
    "nothing": Filters(),
    "one": Filters(regions=("140000",), sectors=("energy",)),
    "a record": Filters(regions=("140000",), policies=("cn-6200be71",)),
    "others": Filters(
        levels=("provincial",), years=(2025, 2030), lang="zh", metric="value", indicator="forest_coverage"
    ),
}


@pytest.fixture(scope="module")
def client(answers: Answers) -> Any:
    return create_app(Settings(database=Path(answers.store.path), assets=ROOT / "assets")).server.test_client()


@pytest.fixture
def printed(
    answers: Answers, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[[str, str], Any]:
    """What the command line prints of a view; the database is opened once for all questions."""
    monkeypatch.setattr("ccnt_dash.verbs.told.Store", lambda *_: answers.store)

    def rows(view: str, query: str) -> Any:
        assert main(["rows", view, query, "--format", "json"]) == 0
        return json.loads(capfdbinary.readouterr().out)

    return rows


@pytest.mark.parametrize("filters", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("view", TAKEN)
def test_four_ways_give_the_same_rows(
    view: str, filters: Filters, client: Any, answers: Answers, printed: Callable[[str, str], Any]
) -> None:
    query = filters.to_query().lstrip("?")
    page = answers.whole(TAKEN[view], filters)
    program = client.get(f"/api/v1/views/{view}?{query}{'&' if query else ''}limit=1000").get_json()
    file = client.get(f"/take/{view}.json?{query}").get_json()
    told = printed(view, query)
    assert file["data"] == told["data"]
    assert program["data"] == file["data"][:1000]
    assert program["total"] == len(file["data"]) == len(page)
    assert [row.get("key") for row in file["data"]] == [_plain(row.get("key")) for row in page]


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize(
    ("arguments", "right"),
    [
        (["rows", "nothing"], "it should be one of map, "),
        (["rows", "map", "--format", "doc"], "it should be one of csv, "),
        (["rows", "map", "colour=red"], "There is no parameter colour here; there are "),
        (["rows", "map", "regions=999999"], 'regions can\'t be "999999"; right would be: '),
    ],
)
def test_a_question_without_sense_is_refused(
    arguments: list[str], right: str, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--database", str(answers.store.path)]) == 1
    assert right in capsys.readouterr().err
