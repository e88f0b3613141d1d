"""Which versions of the data set were released, when, and what changed in each?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Rows, View


def _draw(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    return [{**row, "changes": words.of(row, "changes")} for row in rows]


VIEW = View(
    "versions",
    """
SELECT number AS key, number, published, checksum, changes_en, changes_zh FROM versions
ORDER BY string_split(number, '.')::INTEGER[] DESC
""",
    _draw,
    tables=("versions",),
    own=True,
)
