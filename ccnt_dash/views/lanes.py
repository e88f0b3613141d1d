"""When did each place follow a document?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, figure, wrapped
from ccnt_dash.views.cascade import SQL, linked
from ccnt_dash.views.followed import lag, told, typical

# Height of a lane and of what stands above and below them, in px.
LANE, AROUND = 26, 64
# Marks of a lane that are nearer than this are moved apart, by this share of its height.
NEAR, APART = 24, 0.24
# Room at the right for the last lag, as a share of the years shown.
ROOM = 0.16


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A lane per province with its followers by date; what stands around it, levels and height, in meta."""
    dated = [row for row in rows if row["published"]]
    meta: dict[str, Any] = {"title": _title(rows, words), "undated": len(rows) - len(dated), "levels": []}
    if not dated:
        return blank(words("cascade.undated" if rows else "cascade.none"), look, {**meta, "height": AROUND})
    marks = _placed(dated)
    places = list(dict.fromkeys(row["province"] for row in marks))
    names = [words.place(place) for place in places]
    shown = {row["level"] for row in marks}
    meta["levels"] = [
        {"label": words.name("levels", code), "marker": row["marker"]}
        for code, row in words.vocabulary["levels"].items()
        if code in shown
    ]
    since = rows[0]["since"]
    return figure(
        _ways(marks, since, look),
        _spans(marks, look),
        *(_marks([row for row in marks if row["way"] == way], words, look) for way in ("cites", "follows")),
        _lags(marks, words, look),
        meta={**meta, "height": LANE * len(places) + AROUND},
        shapes=_begin(since, look),
        annotations=_begun(since, words, look),
        xaxis={"type": "date", "range": _range(marks, since), "side": "top", **_ticks(marks, look)},
        yaxis={
            "tickvals": list(range(len(places))),
            "ticktext": names,
            "range": [len(places) - 0.4, -0.8],
            "showgrid": True,
        },
        margin={"l": look.room(names), "r": 8, "t": look.size * 10 // 3, "b": 8},
    )  # fmt: skip


def _title(rows: Rows, words: Words) -> str:
    following = [row for row in rows if row["way"] == "follows"]
    if not following:
        return words("cascade.title.cites", documents=words.counted("count.documents", len(rows)))
    places = len({row["province"] for row in following if row["level"] != "national"})
    counted = words("cascade.title", documents=words.counted("count.documents", len(following)),
                    places=words.counted("count.provinces", places))  # fmt: skip
    known = typical([lag(row["since"], row["published"]) for row in following])
    if known is None:
        return counted
    return counted + words("cascade.title.lag", first=words.number(known[0]), middle=words.number(round(known[1])))


def span(published: str) -> tuple[date, date]:
    """The first and the last day that a date may mean."""
    if len(published) == 10:
        return date.fromisoformat(published), date.fromisoformat(published)
    year = int(published[:4])
    if len(published) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(published[5:7])
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def middle(published: str) -> date:
    """The day in the middle of a date."""
    first, last = span(published)
    return first + (last - first) / 2


def _placed(rows: Rows) -> Rows:
    """Rows with their day and their height: lanes in the order of their first follower, near marks moved apart."""
    ordered = sorted(rows, key=lambda row: (row["way"] == "cites", middle(row["published"])))
    lanes = {place: at for at, place in enumerate(dict.fromkeys(row["province"] for row in ordered))}
    placed: Rows = []
    last: dict[str, tuple[date, int]] = {}
    for row in sorted(rows, key=lambda row: middle(row["published"])):
        day, place = middle(row["published"]), row["province"]
        before, turn = last.get(place, (None, 0))
        turn = (turn + 1) % 3 if before and (day - before).days < NEAR else 0
        last[place] = (day, turn)
        placed.append({**row, "day": day, "y": lanes[place] + APART * (0, 1, -1)[turn]})
    return sorted(placed, key=lambda row: (lanes[row["province"]], row["day"]))


def _range(marks: Rows, since: str | None) -> list[str]:
    days = [row["day"] for row in marks] + ([middle(since)] if since else [])
    first, last = min(days), max(days)
    room = max(timedelta(days=90), (last - first) * ROOM)
    return [(first - room / 3).isoformat(), (last + room).isoformat()]


def _ticks(marks: Rows, look: Look) -> dict[str, str]:
    """Years over a long time, quarters or half years over a short one."""
    days = [row["day"] for row in marks]
    years = (max(days) - min(days)).days / 365
    if years > (2 if look.narrow else 4):
        return {"tickformat": "%Y", "dtick": "M12"}
    return {"tickformat": "%Y-%m", "dtick": "M6" if years > 1.5 or look.narrow else "M3"}


def _begin(since: str | None, look: Look) -> list[dict[str, Any]]:
    if not since:
        return []
    day = middle(since).isoformat()
    line = {"color": look["accent"], "width": 1.5}
    return [{"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "line": line}]


def _begun(since: str | None, words: Words, look: Look) -> list[dict[str, Any]]:
    if not since:
        return []
    place = {"x": middle(since).isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "left"}
    told = {"text": words("cascade.begin", date=since), "showarrow": False, "font": {"color": look["accent"]}}
    return [{**place, **told, "yshift": look.size * 3 // 2}]  # above the years of the axis


def _ways(marks: Rows, since: str | None, look: Look) -> dict[str, Any]:
    """Lines from the document to each that carries it out: their length is the lag."""
    following = [row for row in marks if row["way"] == "follows" and since]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for row in following for day in (middle(str(since)).isoformat(), row["day"].isoformat(), None)],
        "y": [height for row in following for height in (row["y"], row["y"], None)],
        "line": {"color": look["line"], "width": 1.5},
        "hoverinfo": "skip",
    }


def _spans(marks: Rows, look: Look) -> dict[str, Any]:
    """A bar over the days that a date known to the month or year may mean."""
    wide = [(row, span(row["published"])) for row in marks if len(row["published"]) < 10]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for _, (first, last) in wide for day in (first.isoformat(), last.isoformat(), None)],
        "y": [height for row, _ in wide for height in (row["y"], row["y"], None)],
        "line": {"color": look["hatch"], "width": 4},
        "opacity": 0.55,
        "hoverinfo": "skip",
    }


def _marks(marks: Rows, words: Words, look: Look) -> dict[str, Any]:
    """A mark per follower, hollow where it only cites; it opens the page of the document."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["day"].isoformat() for row in marks],
        "y": [row["y"] for row in marks],
        "customdata": [row["key"] for row in marks],
        "marker": {
            "size": [8 if row["way"] == "cites" else 11 for row in marks],
            "symbol": [_symbol(row, words) for row in marks],
            "color": [look[row["level"]] for row in marks],
            "line": {"width": 1, "color": [look[row["level"]] for row in marks]},
        },
        "hovertext": [_hover(row, words) for row in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _symbol(row: Row, words: Words) -> str:
    marker = words.vocabulary["levels"][row["level"]]["marker"]
    return f"{marker}-open" if row["way"] == "cites" else str(marker)


def _hover(row: Row, words: Words) -> str:
    late = told(lag(row["since"], row["published"]), words)
    named = f"<b>{words.place(row['region'])}</b> · {row['published']} · {late}"
    return "<br>".join([named, wrapped(words.of(row, "title")), wrapped(linked(row, words))])


def _lags(marks: Rows, words: Words, look: Look) -> dict[str, Any]:
    """The lag beside the last mark of a lane, where nothing else stands."""
    last = {row["province"]: row for row in marks}
    told_of = [(row, late) for row in last.values() if row["way"] == "follows"
               and (late := lag(row["since"], row["published"]))]  # fmt: skip
    return {
        "type": "scatter",
        "mode": "text",
        "x": [row["day"].isoformat() for row, _ in told_of],
        "y": [row["y"] for row, _ in told_of],
        "text": [f"   {words(f'lag.short.{unit}', n=words.number(n))}" for _, (n, unit) in told_of],
        "textposition": "middle right",
        "textfont": {"size": look.size - 1, "color": look["muted"]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


VIEW = View("cascade", SQL, draw, tables=("policies",), of="policies")
