"""Has each version of the data set a number and a checksum?"""

from __future__ import annotations

from pathlib import Path

import pytest

from ccnt_dash.build import build, version_of
from ccnt_dash.store import Store
from tests.contract.invented import GEOMETRY, append, invented, put


@pytest.fixture
def data(folder: Path) -> Path:
    return invented(folder)


def edition(data: Path) -> tuple[str, str]:
    store = Store(build(data, data.parent / "ccnt.duckdb", GEOMETRY).database)
    return store.number(), store.version()


def test_the_checksum_covers_all_but_the_list_of_versions_and_the_words_of_the_finders(data: Path) -> None:
    before = version_of(data)
    put(data / "versions.csv", "2024.6.1", changes_en="Other facts.")
    (data / "ingest").mkdir(exist_ok=True)
    (data / "ingest" / "words_en.csv").write_text("list,word\npast,had\n", encoding="utf-8")
    assert version_of(data) == before
    put(data / "policies/invented.csv", "invented-qinghai-draft", published="2024")
    assert version_of(data) != before


def test_a_released_version_has_its_number_and_a_changed_one_a_plus(data: Path) -> None:
    assert edition(data)[0] == "2024.6.1+"
    checksum = version_of(data)
    append(data / "versions.csv", "2024.6.1", {"number": "2024.10.1", "checksum": checksum})
    append(data / "versions.csv", "2024.6.1", {"number": "2024.9.1"})
    assert edition(data) == ("2024.10.1", checksum)
    put(data / "policies/invented.csv", "invented-qinghai-draft", published="2024")
    assert edition(data)[0] == "2024.10.1+"


def test_before_the_first_release_there_is_no_number(data: Path) -> None:
    (data / "versions.csv").unlink()
    assert edition(data) == ("", version_of(data))
