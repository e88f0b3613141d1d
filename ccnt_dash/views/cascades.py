"""Which documents of the nation were followed by provinces and cities, and how fast?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, figure, wrapped
from ccnt_dash.views.cascade import DOWN
from ccnt_dash.views.followed import lag, told, typical

# Documents drawn, and the height of each and of what stands around them in px.
MOST, LANE, AROUND = 12, 44, 60
# Longest title beside a lane, in signs.
WIDE, NARROW = 34, 20

SQL = f"""
WITH {DOWN}, citing AS (
    SELECT cited_policy AS root, count(DISTINCT policy_id) AS citing FROM policy_references
    WHERE cited_policy IS NOT NULL GROUP BY ALL
)
SELECT d.root AS key, s.title_en, s.title_zh, s.published, s.source_id, count(*) AS followers, max(d.depth) AS depth,
       count(DISTINCT f.province) FILTER (p.level <> 'national') AS provinces,
       count(*) FILTER (p.level = 'municipal') AS cities, coalesce(max(c.citing), 0) AS citing,
       list(struct_pack(key := p.policy_id, title_en := p.title_en, title_zh := p.title_zh, region := p.region,
                        level := p.level, published := p.published) ORDER BY p.published, p.policy_id) AS followed
FROM down d JOIN policies s ON s.policy_id = d.root JOIN policies p ON p.policy_id = d.policy_id
JOIN policy_facts f ON f.policy_id = d.policy_id LEFT JOIN citing c ON c.root = d.root
WHERE s.level = 'national' GROUP BY ALL ORDER BY provinces DESC, followers DESC, s.published, d.root
"""


def listed(rows: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """A record per document: how many follow it in how many provinces, the first and the middle lag in days."""
    return [_record(row, words) for row in rows]


def _record(row: Row, words: Words) -> dict[str, Any]:
    known = typical(lags(row))
    return {
        "key": row["key"],
        "title": words.of(row, "title"),
        "published": row["published"] or words("absent.date"),
        **{name: row[name] for name in ("provinces", "cities", "followers", "citing")},
        "first": known[0] if known else None,
        "middle": round(known[1]) if known else None,
    }


def lags(row: Row) -> list[tuple[int, str] | None]:
    """How long after the document each follower came."""
    return [lag(row["published"], each["published"]) for each in row["followed"]]


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A lane per document with its followers by lag; only those whose lag is known to the day."""
    known = [(row, found) for row in rows if (found := _days(row))][:MOST]
    shown = {each["level"] for _, found in known for _, each in found}
    levels = [
        {"label": words.name("levels", code), "marker": row["marker"]}
        for code, row in words.vocabulary["levels"].items()
        if code in shown
    ]
    meta = {"title": words("cascades.title"), "height": LANE * len(known) + AROUND, "levels": levels}
    if not known:
        return blank(words("cascade.none"), look, meta)
    room = NARROW if look.narrow else WIDE
    names = [_short(words.of(row, "title"), room, 1 if look.large else 2) for row, _ in known]
    return figure(
        _middles([found for _, found in known], look),
        *(_dots(at, row, found, words, look) for at, (row, found) in enumerate(known)),
        meta=meta,
        xaxis={"side": "top", "rangemode": "tozero", "title": {"text": words("cascades.axis"), "standoff": 4}},
        yaxis={"tickvals": list(range(len(known))), "ticktext": names, "range": [len(known) - 0.4, -0.6]},
        margin={"l": look.room(names), "r": 14, "t": 44, "b": 8},
    )


Followed = list[tuple[int, dict[str, Any]]]


def _days(row: Row) -> Followed:
    pairs = zip(lags(row), row["followed"], strict=True)
    return [(found[0], each) for found, each in pairs if found and found[1] == "days"]


def _short(title: str, room: int, most: int) -> str:
    """A title in at most that many lines."""
    lines = wrapped(title, room).split("<br>")
    if len(lines) <= most:
        return "<br>".join(lines)
    return "<br>".join([*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}…"])


def _middles(lanes: list[Followed], look: Look) -> dict[str, Any]:
    """An upright line at the middle lag of each lane."""
    found = [typical([(days, "days") for days, _ in lane]) for lane in lanes]
    middles = [(at, each[1]) for at, each in enumerate(found) if each]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for _, middle in middles for x in (middle, middle, None)],
        "y": [y for at, _ in middles for y in (at - 0.32, at + 0.32, None)],
        "line": {"color": look["accent"], "width": 2},
        "hoverinfo": "skip",
    }


def _dots(at: int, row: Row, found: Followed, words: Words, look: Look) -> dict[str, Any]:
    """A mark per follower, which opens its page."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [days for days, _ in found],
        "y": [at] * len(found),
        "customdata": [each["key"] for _, each in found],
        "marker": {
            "size": 10,
            "opacity": 0.75,
            "symbol": [words.vocabulary["levels"][each["level"]]["marker"] for _, each in found],
            "color": [look[each["level"]] for _, each in found],
        },
        "hovertext": [_hover(each, days, words) for days, each in found],
        "hoverinfo": "text",
    }


def _hover(each: dict[str, Any], days: int, words: Words) -> str:
    named = f"<b>{words.place(each['region'])}</b> · {each['published']} · {told((days, 'days'), words)}"
    return "<br>".join([named, wrapped(words.of(each, "title"))])


VIEW = View("paces", SQL, draw, tables=("policies",))
LISTED = View("cascades", SQL, listed, tables=("policies",))
