"""Does the table of coverage count what is there, and name the reason where there is nothing?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.store import Store
from ccnt_dash.views import MATRICES, VIEWS
from ccnt_dash.views.matrix import MOST_INDICATORS
from tests.contract.invented import edit, invented

REASONS = ("none_found", "not_applicable", "not_published", "estimated")


def rows(answers: Answers, view: str, **fields: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """The cells by place and code."""
    return {(row["key"], row["code"]): row for row in answers.rows(VIEWS[view], Filters(**fields))}


def policies(answers: Answers, place: str) -> list[dict[str, Any]]:
    """What is collected of a place of province level and its cities, from the tables as they are loaded."""
    asked = "SELECT * FROM policies JOIN policy_sectors USING (policy_id) WHERE left(region, 2) = left($place, 2)"
    return answers.store.rows(asked, {"place": place})


@pytest.mark.parametrize("place", ["100000", "140000", "150000", "440000", "540000", "810000"])
def test_a_cell_counts_the_policies_of_a_place_and_its_cities(answers: Answers, place: str) -> None:
    found = policies(answers, place)
    for code in answers.vocabulary()["sectors"]:
        mine = {row["policy_id"]: row["published"] for row in found if row["sector"] == code}
        cell = rows(answers, "by_sector")[place, code]
        assert cell["n"] == len(mine)
        assert cell["first"] == min((date for date in mine.values() if date), default=None)
        assert cell["total"] == len({row["policy_id"] for row in found})
    for code in answers.vocabulary()["doc_types"]:
        wanted = {row["policy_id"] for row in found if row["doc_type"] == code}
        assert rows(answers, "by_doc_type")[place, code]["n"] == len(wanted)


def test_a_cell_counts_the_targets_with_a_value(answers: Answers) -> None:
    cells = rows(answers, "by_indicator")
    assert len({code for _, code in cells}) == MOST_INDICATORS
    asked = (
        "SELECT indicator, left(region, 2) AS place, count(*) AS n FROM targets "
        "WHERE kind = 'target' AND value IS NOT NULL GROUP BY ALL"
    )
    counted = {(row["place"] + "0000", row["indicator"]): row["n"] for row in answers.store.rows(asked, {})}
    for at, cell in cells.items():
        assert cell["n"] == counted.get(at, 0)


@pytest.mark.parametrize("place", ["100000", "150000", "310000"])
def test_a_cell_counts_what_its_address_shows(answers: Answers, place: str) -> None:
    for (region, code), cell in rows(answers, "by_sector").items():
        if region == place and cell["n"]:
            assert answers.numbers(Filters(regions=(place,), sectors=(code,)))["policies"] == cell["n"]
    for (region, code), cell in rows(answers, "by_indicator").items():
        if region == place and cell["n"]:
            chosen = Filters(regions=(place,), indicator=code)
            assert answers.drawn(VIEWS["progress"], chosen)["total"] == cell["n"]


def test_only_what_is_chosen_is_counted(answers: Answers) -> None:
    own = rows(answers, "by_sector", levels=("national", "provincial"), doc_types=("plan",))
    for cell in (own[place, "transport"] for place in ("140000", "320000", "440000")):
        wanted = {
            row["policy_id"]
            for row in policies(answers, cell["key"])
            if (row["level"], row["doc_type"], row["sector"]) == ("provincial", "plan", "transport")
        }
        assert cell["n"] == len(wanted)


@pytest.mark.parametrize("view", MATRICES, ids=lambda view: view.id)
def test_every_place_has_a_cell_for_every_column_and_every_empty_one_its_reason(answers: Answers, view: Any) -> None:
    found = answers.rows(view, Filters())
    places = {row["key"] for row in found}
    assert len(places) == 35
    assert len(found) == len(places) * len({row["code"] for row in found})
    for row in found:
        assert (row["reason"] is None) == (row["n"] > 0)
        if not row["n"]:
            assert (row["reason"] == "not_collected") == (not policies(answers, row["key"])) or row["searched"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Answers from a data set that knows of four kinds of absence in Qinghai, and of one where there is a policy."""
    folder = tmp_path_factory.mktemp("absences")
    data = invented(folder / "data")
    sectors = ("waste", "transport", "buildings", "industry")
    added = [
        {"region": "630000", "sector": sector, "reason": reason, "searched": "", "source_id": ""}
        for sector, reason in zip(sectors[1:], REASONS[1:], strict=True)
    ]
    edit(data / "absences.csv", lambda known: known.extend(added))
    made = build(data, folder / "told.duckdb", Settings().geometry)
    return Answers(Store(made.database), ROOT / "assets")


def test_each_kind_of_absence_is_told_apart(told: Answers) -> None:
    cells = rows(told, "by_sector")
    named = [cells["630000", sector]["reason"] for sector in ("waste", "transport", "buildings", "industry")]
    assert named == list(REASONS)
    assert cells["630000", "energy"]["reason"] == "none_among"
    assert cells["440000", "energy"]["reason"] == "not_collected"
    assert cells["630000", "land_use"]["reason"] is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Qinghai, Waste and circular economy: Searched and none found, 2024-05-01; source: "),
        ("zh", "青海，废弃物与循环经济：已检索未发现，2024-05-01；来源："),
    ],
)
def test_a_search_is_told_with_its_date_and_source(told: Answers, lang: str, said: str) -> None:
    records = told.drawn(VIEWS["by_sector"], Filters(lang=lang))["records"]
    qinghai = next(record for record in records if record["key"] == "630000")
    assert qinghai["cells"]["waste"]["told"].startswith(said)
    assert len(qinghai["cells"]["waste"]["told"]) > len(said)


def test_a_search_of_a_sector_holds_for_its_indicators(told: Answers) -> None:
    indicators = told.vocabulary()["indicators"]
    cells = {at: cell for at, cell in rows(told, "by_indicator").items() if at[0] == "630000" and not cell["n"]}
    assert cells
    for (_, code), cell in cells.items():
        known = rows(told, "by_sector")["630000", indicators[code]["sector"]]["reason"]
        assert cell["reason"] == (known or "none_among")


def test_each_reason_has_a_sign_of_its_own(answers: Answers) -> None:
    style = Path(ROOT / "assets" / "pages.css").read_text(encoding="utf-8")
    drawn = [
        "".join(line.split("{", 1)[1] for line in style.splitlines() if line.startswith(f".absent.{reason}"))
        for reason in answers.vocabulary()["absence_reasons"]
    ]
    assert all(drawn)
    assert len(set(drawn)) == len(drawn)
