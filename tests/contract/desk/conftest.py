"""A desk with an invented inbox, an editor at it, and the book of her decisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ccnt_dash.review.decisions import Book
from ccnt_dash.settings import Settings
from ccnt_dash.site import create_app
from tests.contract.desk.sitting import (
    Editor,
)
from tests.contract.invented_inbox import inbox


@pytest.fixture
def place(settings: Settings, tmp_path: Path) -> Settings:
    """The shipped data set, with an inbox and decisions of its own."""
    return replace(settings, data=tmp_path / "data", inbox=inbox(tmp_path / "inbox"))


@pytest.fixture
def editor(place: Settings) -> Editor:
    return Editor(create_app(place).server.test_client())


@pytest.fixture
def book(place: Settings) -> Book:
    return Book(place.data)
