"""What is on the page of one policy?"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import frame, policy
from ccnt_dash.pages.address import Kind
from ccnt_dash.pages.page import Reading


def names(reading: Reading, code: str) -> str | None:
    """The title of a policy, None where there is no such policy."""
    if code not in reading.answers.vocabulary().policies:
        return None
    return str(reading.of("policies", code).drawn("policy")[0]["title"])


def tells(reading: Reading, code: str) -> str:
    """What a search engine is told of it."""
    return str(reading.of("policies", code).answers.sentence(reading.filters.set("policies", (code,))))


def document(reading: Reading, code: str) -> Component:
    """The page of a policy."""
    words = reading.words
    record = reading.of("policies", code).drawn("policy")[0]
    sections = [html.Section(policy.article(record, words), id="policy", className="card")]
    return frame.plain(
        reading,
        f"/policy/{code}",
        record["title"],
        frame.contents({"policy": words("policy.heading")}, words),
        sections,
    )


DOCUMENT = Kind(names, tells, document)
