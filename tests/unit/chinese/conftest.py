"""The words and rules by which Chinese documents are read."""

from __future__ import annotations

import pytest

from ccnt_dash.ingest.knowledge import Knowledge, read
from ccnt_dash.settings import ROOT


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Read once for all."""
    return read(ROOT / "data", "zh")
