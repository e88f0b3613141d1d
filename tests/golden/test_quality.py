"""Is what the documentation says of the quality of ingest what a run of today measures?"""

from __future__ import annotations

from ccnt_dash.ingest.quality_report import measured
from ccnt_dash.settings import ROOT


def test_the_committed_report_is_what_a_run_says() -> None:
    fresh = measured(ROOT / "tests" / "golden" / "ingest", ROOT / "data")
    told = (ROOT / "docs" / "ingest_quality.md").read_text(encoding="utf-8")
    assert told == fresh, "run: python -m ccnt_dash quality --report docs/ingest_quality.md"
