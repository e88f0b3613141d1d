"""How long do the parts take that no browser sees: building the data, and asking all views of a click?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.build import build
from ccnt_dash.filters import Filters
from ccnt_dash.pages.overview import OVERVIEW
from ccnt_dash.pages.page import Reading, shown
from ccnt_dash.settings import Settings
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS


def building(settings: Settings, folder: Path, times: int) -> tuple[Path, list[float]]:
    """The shipped data set built in `folder` so many times, and the seconds of each."""
    database, seconds = folder / "shipped.duckdb", []
    for _ in range(times):
        start = time.perf_counter()
        build(settings.data, database, settings.geometry)
        seconds.append(time.perf_counter() - start)
    return database, seconds


def asking(settings: Settings, database: Path, places: Sequence[str]) -> list[float]:
    """ms to ask the views of the first page for the choice of each place, one after the other, nothing remembered."""
    store, found = Store(database, settings.threads), []
    for place in places:
        answers, filters = Answers(store, settings.assets), Filters(regions=(place,))
        answers.vocabulary()
        start = time.perf_counter()
        for view in OVERVIEW.asked:
            answers.rows(VIEWS[view], filters)
        found.append((time.perf_counter() - start) * 1000)
    return found


def answering(settings: Settings, database: Path, places: Sequence[str]) -> list[float]:
    """ms to ask and draw all parts of the page after a click on each place; the page before it is remembered."""
    answers, found = Answers(Store(database, settings.threads), settings.assets), []
    shown(OVERVIEW, Reading(answers, Filters()))
    for place in places:
        start = time.perf_counter()
        shown(OVERVIEW, Reading(answers, Filters(regions=(place,))))
        found.append((time.perf_counter() - start) * 1000)
    return found


def clickable(database: Path, most: int) -> list[tuple[str, str]]:
    """Up to `most` provinces with most policies, each with a sector of its own policies, in turn."""
    found = Store(database).rows(
        "SELECT province, list(DISTINCT sector ORDER BY sector) AS sectors "
        "FROM policy_facts JOIN policy_sectors USING (policy_id) WHERE province <> '100000' "
        "GROUP BY province ORDER BY count(DISTINCT policy_id) DESC, province"
    )
    return [(row["province"], row["sectors"][turn % len(row["sectors"])]) for turn, row in enumerate(found[:most])]
