"""What does a policy cite, and what cites it?"""

from __future__ import annotations

from math import sqrt
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, figure, wrapped

# Documents drawn on each side; all stand in the list.
MOST = 12
# Height of a line and of what stands around them, in px.
LINE, AROUND = 30, 30
# Longest titles in signs, where a Chinese sign counts twice.
LONGEST, FROM_AFAR, NARROW, FULL, CENTRE = 44, 34, 42, 104, 28
SIDES = ("cites", "cited_by")
TABLES = ("policy_references", "policies")

SQL = """
WITH subject AS (SELECT unnest($policies[:1]) AS policy_id),
every AS (SELECT policy_id, cited_title, cited_policy, source_id, coalesce(cited_policy, cited_title) AS document
          FROM policy_references),
counted AS (SELECT document, count(DISTINCT policy_id) AS times FROM every GROUP BY ALL),
ties AS (
    SELECT 'cites' AS way, cited_policy AS key, if(cited_policy IS NULL, cited_title, NULL) AS cited_title, source_id,
           document
    FROM every SEMI JOIN subject USING (policy_id)
    UNION
    SELECT 'cited_by', policy_id, NULL, source_id, policy_id FROM every
    WHERE cited_policy IN (FROM subject) AND policy_id NOT IN (FROM subject)
)
SELECT t.key, t.way, t.source_id, coalesce(p.title_en, t.cited_title) AS title_en,
       coalesce(p.title_zh, t.cited_title) AS title_zh, p.region, p.level, p.published, coalesce(c.times, 0) AS times,
       p.policy_id IS NOT NULL AS held, s.title_en AS subject_en, s.title_zh AS subject_zh
FROM ties t LEFT JOIN policies p ON p.policy_id = t.key LEFT JOIN counted c USING (document)
LEFT JOIN policies s ON s.policy_id = (FROM subject)
ORDER BY t.way DESC, held DESC, times DESC, p.published DESC NULLS LAST, title_zh
"""


def listed(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """A record per document that the policy cites, and per document that cites it."""
    return [
        {
            "key": f"{at}",
            "policy": row["key"] or "",
            "way": words(f"network.{row['way']}"),
            "title": words.of(row, "title"),
            "place": words.place(row["region"]) if row["held"] else "",
            "published": row["published"] or ("" if not row["held"] else words("absent.date")),
            "times": row["times"],
        }
        for at, row in enumerate(rows)
    ]


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """What is cited left, what cites right, the policy between them.

    Where the screen is narrow or one side empty, all stand one below the other.
    """
    sides = {way: [row for row in rows if row["way"] == way] for way in SIDES}
    meta = {"title": _title(sides, words), "sources": sorted({row["source_id"] for row in rows})}
    if not rows:
        return blank(words("network.none"), look, {**meta, "height": AROUND})
    drawn = {way: _lines(found, words) for way, found in sides.items()}
    draw_sides = _stacked if look.narrow or not all(sides.values()) else _facing
    return draw_sides(rows[0], drawn, meta, words, look)


def _title(sides: dict[str, Rows], words: Words) -> str:
    parts = [words(f"network.title.{way}", documents=words.counted("count.documents", len(found)))
             for way, found in sides.items() if found]  # fmt: skip
    return words("list.dot").join(parts)


def _lines(rows: Rows, words: Words) -> Rows:
    """The first of them, and a line that tells how many more there are."""
    more = len(rows) - MOST
    if more <= 1:
        return rows
    rest = {"key": None, "held": False, "times": 0, "more": words("network.more", n=words.number(more))}
    return [*rows[:MOST], rest]


def _facing(subject: Row, sides: dict[str, Rows], meta: dict[str, Any], words: Words, look: Look) -> Figure:
    most = max(len(rows) for rows in sides.values())
    traces = []
    for way, side in zip(SIDES, (-1, 1), strict=True):
        rows = sides[way]
        heights = [(len(rows) - 1) / 2 - at for at in range(len(rows))]
        traces += [
            _ties(side, heights, look),
            _marks(
                _labelled(rows, FROM_AFAR if look.large else LONGEST, words),
                (side * 0.3, heights),
                side > 0,
                words,
                look,
            ),
        ]
    middle = _cut(words.of(subject, "subject"), 3 * CENTRE)
    text = {"text": f"<b>{wrapped(middle, CENTRE)}</b>", "x": 0, "y": 0, "showarrow": False, "bgcolor": look["card"],
            "bordercolor": look["accent"], "borderpad": 6, "font": {"color": look["ink"]}}  # fmt: skip
    axis = {"visible": False}
    return figure(
        *traces,
        meta={**meta, "height": LINE * max(most, 3) + AROUND},
        annotations=[text],
        xaxis={**axis, "range": [-1, 1]},
        yaxis={**axis, "range": [-max(most, 3) / 2, max(most, 3) / 2]},
    )


def _ties(side: int, heights: list[float], look: Look) -> dict[str, Any]:
    """Bent lines from the middle to each document of a side."""
    steps = [step / 8 for step in range(9)]
    ease = [step * step * (3 - 2 * step) for step in steps]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for _ in heights for x in (*(side * 0.3 * step for step in steps), None)],
        "y": [y for height in heights for y in (*(height * share for share in ease), None)],
        "line": {"color": look["line"], "width": 1.2},
        "hoverinfo": "skip",
    }


def _stacked(subject: Row, sides: dict[str, Rows], meta: dict[str, Any], words: Words, look: Look) -> Figure:
    room = NARROW if look.narrow else FULL
    cites, cited_by = (_labelled(sides[way], room, words) for way in SIDES)
    lines = len(cites) + len(cited_by) + 2
    above = [float(lines - 1 - at) for at in range(len(cites))]
    below = [float(len(cited_by) - 1 - at) for at in range(len(cited_by))]
    spine = {"type": "scatter", "mode": "lines", "x": [0, 0], "y": [above[0] if above else len(below) + 0.5, 0],
             "line": {"color": look["line"], "width": 1.2}, "hoverinfo": "skip"}  # fmt: skip
    middle = _cut(words.of(subject, "subject"), (2 if look.narrow else 1) * (room - 4))
    text = {"text": f"<b>{wrapped(middle, room - 4)}</b>", "x": 0, "y": len(cited_by) + 0.5, "showarrow": False,
            "xanchor": "left", "align": "left", "bgcolor": look["card"], "bordercolor": look["accent"], "borderpad": 4,
            "font": {"color": look["ink"]}}  # fmt: skip
    return figure(
        spine,
        _marks(cites, (0.0, above), True, words, look),
        _marks(cited_by, (0.0, below), True, words, look),
        meta={**meta, "height": LINE * lines + AROUND},
        annotations=[text],
        xaxis={"visible": False, "range": [-0.06, 1]},
        yaxis={"visible": False, "range": [-0.6, lines - 0.4]},
    )


def _marks(rows: Rows, at: tuple[float, list[float]], rightwards: bool, words: Words, look: Look) -> dict[str, Any]:
    """A mark per document, filled and a link where it is in the data set, the larger the more cite it."""
    held = [row["held"] for row in rows]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [at[0]] * len(rows),
        "y": at[1],
        "customdata": [row["key"] if row["held"] else None for row in rows],
        "text": [f"  {row['label']}  " for row in rows],
        "textposition": "middle right" if rightwards else "middle left",
        "textfont": {"color": [look["ink"] if each else look["muted"] for each in held]},
        "marker": {
            "size": [1 if "more" in row else min(18, 7 + 2 * sqrt(row["times"])) for row in rows],
            "symbol": ["circle" if each else "circle-open" for each in held],
            "color": [look[row["level"]] if row["held"] else look["muted"] for row in rows],
        },
        "hovertext": [row.get("more") or _hover(row, words) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _labelled(rows: Rows, room: int, words: Words) -> Rows:
    return [{**row, "label": row.get("more") or _label(row, room, words)} for row in rows]


def _label(row: Row, room: int, words: Words) -> str:
    place = "" if not row["held"] or row["level"] == "national" else words.place(row["region"]) + words("list.dot")
    year = f" ({row['published'][:4]})" if row["published"] else ""
    return f"{place}{_cut(words.of(row, 'title'), room - _width(place + year))}{year}"


def _hover(row: Row, words: Words) -> str:
    title = f"<b>{wrapped(words.of(row, 'title'))}</b>"
    if not row["held"]:
        return "<br>".join([title, words("network.not_held")])
    told = f"{words.place(row['region'])} · {row['published'] or words('absent.date')}"
    times = [words("network.times", documents=words.counted("count.documents", row["times"]))] if row["times"] else []
    return "<br>".join([title, told, *times])


def _width(text: str) -> int:
    return sum(2 if sign > "\u2e80" else 1 for sign in text)


def _cut(text: str, room: int) -> str:
    """`text` cut to a width, in signs of Latin script."""
    if _width(text) <= room:
        return text
    kept = ""
    for sign in text:
        if _width(kept + sign) > room - 1:
            break
        kept += sign
    return kept.rstrip() + "…"


VIEW = View("network", SQL, draw, tables=TABLES, of="policies")
CITATIONS = View("citations", SQL, listed, tables=TABLES, of="policies")
