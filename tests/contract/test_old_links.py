"""Does every link ever published still open the same view?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ccnt_dash.answer import Answers

LINKS = list(csv.DictReader((Path(__file__).parent / "old_links.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link["link"])
def test_an_old_link_opens_the_same_view(link: dict[str, str], answers: Answers) -> None:
    assert answers.understood(link["link"]).to_query() == link["means"]
