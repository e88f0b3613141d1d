"""Do the views still give the rows that were looked at and found right?

After a change that is meant, run once with CCNT_GOLDEN=write and read the difference before committing it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS, View
from tests.contract.invented import invented

HERE = Path(__file__).parent
QUERIES = (
    "?metric=observed",
    "",
    "?regions=140000",
    "?sectors=energy&years=2030",
    "?kinds=subsidy&metric=targets",
    "?search=zzzz",
    "?policies=invented-national-plan",
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Answers from the invented data set."""
    folder = tmp_path_factory.mktemp("invented")
    made = build(invented(folder / "data"), folder / "small.duckdb", Settings().geometry)
    return Answers(Store(made.database), ROOT / "assets")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_rows_are_as_found_right(view: View, small: Answers) -> None:
    lines = []
    for query in QUERIES:
        lines.append(f"# {query or 'everything'}")
        rows = small.rows(view, Filters.from_query(query))
        # Codes of a vocabulary that nothing was found for would fill the file without telling anything.
        told = [row for row in rows if any(row.get(name) for name in ("policies", "targets", "n")) or len(rows) < 10]
        lines += [json.dumps(row, ensure_ascii=False, default=str) for row in told]
    text = "\n".join(lines) + "\n"
    golden = HERE / f"{view.id}.jsonl"
    if os.environ.get("CCNT_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
