"""Shared fixtures: the shipped data set built once, a store on it, its answers, and an application."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.site import Site, create_app
from ccnt_dash.store import Store

ASSETS = ROOT / "assets"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an installation whose database is built from the shipped data."""
    made = Settings(database=tmp_path_factory.mktemp("shipped") / "ccnt.duckdb")
    build(made.data, made.database, made.geometry)
    return made


@pytest.fixture(scope="session")
def store(settings: Settings) -> Store:
    """The shipped data set."""
    return Store(settings.database)


@pytest.fixture(scope="session")
def answers(store: Store) -> Answers:
    """Answers from the shipped data set."""
    return Answers(store, ASSETS)


@pytest.fixture(scope="session")
def app(settings: Settings) -> Site:
    """An application on the shipped data set."""
    return create_app(settings)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for a data set of the test's own."""
    return tmp_path / "data"
