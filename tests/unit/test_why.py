"""Does a snippet show the words that were searched for, as they are written?"""

from __future__ import annotations

import pytest

from ccnt_dash.terms import asked
from ccnt_dash.views.why import LENGTH, snippet

LONG = "Nothing of interest is told here for a while. " * 5


@pytest.mark.parametrize(
    ("text", "question", "hits"),
    [("By 2025, storages reach 5 GW.", "storage 2025", ["2025", "storages"]),
     (LONG + "Then comes wind power." + LONG, "wind", ["wind"]),
     ("到2025年，新型储能装机达到500万千瓦。", "新型储能", ["新型储能"]),
     ("<b>wind</b>", "wind", ["wind"])],
)  # fmt: skip
def test_a_snippet_marks_what_was_searched_for(text: str, question: str, hits: list[str]) -> None:
    told = snippet(text, list(asked(question)[1:]))
    assert [piece for piece, hit in told if hit] == hits
    assert len("".join(piece for piece, _ in told)) <= LENGTH + 4
    assert "".join(piece for piece, _ in told).strip("… ") in text
