"""Who has come how far, and who asks more of itself, among places that may fairly be compared?"""

from __future__ import annotations

from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Figure, Row, Rows, View, blank, figure

LEAST_ROWS = 6

SQL = """
WITH subject AS (SELECT coalesce($indicator, leading_comparison($sectors)) AS indicator),
nation AS (FROM standing_targets WHERE region = '100000' AND indicator = (FROM subject) AND turn = 1),
worth AS (SELECT region, arg_max(value, year) AS cny FROM observations WHERE indicator = 'gdp_current' GROUP BY region),
latest AS (
    SELECT o.region, arg_max(struct_pack(year := o.year, value := o.value, source_id := o.source_id), o.year) AS o
    FROM observations o WHERE o.base_year IS NULL AND o.indicator IN (FROM series_of((FROM subject)))
    GROUP BY o.region
), earlier AS (
    SELECT f.region, f.target_year, f.base_year, arg_max(f.shown, coalesce(f.published, '')) AS shown
    FROM target_facts f WHERE f.standing = 'earlier' AND f.indicator = (FROM subject) GROUP BY ALL
)
SELECT c.region AS key, c.reason, r.kind, r.sort,
       (FROM subject) AS indicator, i.additive, i.better, i.display_unit, people_of(c.region) AS persons,
       w.cny, coalesce(l.o.year, if(s.last_source IS NULL, NULL, s.last_year)) AS seen_year,
       coalesce(l.o.value, if(s.last_source IS NULL, NULL, s.last_value)) * u.factor / d.factor AS seen,
       coalesce(l.o.source_id, s.last_source) AS source_id,
       s.* EXCLUDE (region, kind, indicator), e.shown AS before, $per AS per, $order AS sorted_by,
       if(i.additive OR c.region = '100000', NULL, n.shown) AS nation, n.target_year AS nation_year
FROM peers_of($regions, (FROM subject)) c JOIN regions r USING (region)
JOIN indicators i ON i.indicator = (FROM subject)
JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
LEFT JOIN standing_targets s ON s.region = c.region AND s.indicator = (FROM subject) AND s.turn = 1
LEFT JOIN latest l ON l.region = c.region LEFT JOIN worth w ON w.region = c.region LEFT JOIN nation n ON true
LEFT JOIN earlier e ON e.region = c.region AND e.target_year = s.target_year
                   AND e.base_year IS NOT DISTINCT FROM s.base_year
ORDER BY r.sort, s.target_id
"""


def draw(rows: Rows, words: Words, look: Look) -> Figure:
    """A bar per place for its last value and a mark for its target; why these places, in meta."""
    if not rows:
        return blank(words("compare.empty"), look, {"title": words("compare.title.none"), "why": "", "sources": []})
    places = ordered(rows)
    names = [words.place(row["key"]) for row in places]
    heights = list(range(len(places), 0, -1))
    nation = next((row["nation"] for row in rows if row["nation"] is not None), None)
    farthest = max(_end(row) for row in places) or 1
    name, unit = words.name("indicators", rows[0]["indicator"]), _unit(rows[0], words)
    return figure(
        *_traces(places, words, look),
        meta={
            "title": words("compare.title", indicator=name, unit=unit),
            "why": _why(rows, words),
            "sources": list(dict.fromkeys(row["source_id"] for row in rows if row["source_id"])),
        },
        shapes=[_reference(nation, look)] if nation is not None else [],
        bargap=0.45,
        xaxis={"range": [0, farthest * (1.75 if look.narrow else 1.45)]},
        yaxis={
            "tickvals": heights,
            "ticktext": names,
            "showgrid": False,
            "range": [len(places) + 0.3 - max(len(places), LEAST_ROWS), len(places) + 0.7],
        },
        margin={"l": look.room(names), "r": 16, "t": 8, "b": 28},
    )


def _traces(places: Rows, words: Words, look: Look) -> list[dict[str, Any]]:
    """Bars of the last values, marks of the targets and of what is striven for, and their labels."""
    heights = {row["key"]: len(places) - at for at, row in enumerate(places)}

    def drawn(rows: Rows, value: str) -> dict[str, Any]:
        return {
            "x": [scaled(row, row[value]) for row in rows],
            "y": [heights[row["key"]] for row in rows],
            "hovertext": [_hover(row, words) for row in rows],
            "hoverinfo": "text",
        }

    aims = [row for row in places if row["shown"] is not None]
    striving = [row for row in aims if row["shown_aspired"] is not None]
    mark = {"type": "scatter", "mode": "markers"}
    sign = {"size": 22, "symbol": "line-ns-open", "line": {"width": 3}}
    labels = {
        "type": "scatter",
        "mode": "text",
        "x": [_end(row) for row in aims],
        "y": [heights[row["key"]] for row in aims],
        "text": [f"   {_label(row, words)}" for row in aims],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return [
        {"type": "bar", "orientation": "h", **drawn(places, "seen"), "marker": {"color": look["seq-4"]}},
        {**mark, **drawn(aims, "shown"), "marker": {**sign, "color": look["ink"]}},
        {**mark, **drawn(striving, "shown_aspired"), "marker": {**sign, "color": look["muted"], "opacity": 0.6}},
        labels,
    ]


def _end(row: Row) -> float:
    """The farthest of what is drawn for a place."""
    values = (scaled(row, row[name]) for name in ("seen", "shown", "shown_aspired"))
    return max([value for value in values if value is not None], default=0.0)


def ordered(rows: Rows) -> Rows:
    """The places in the order that the reader has chosen; what is not known stands last."""
    by = rows[0]["sorted_by"]
    sign = -1 if rows[0]["better"] == "less" else 1
    measures = {
        "ambition": ambition,
        "value": lambda row: None if row["seen"] is None else sign * (scaled(row, row["seen"]) or 0),
        "progress": lambda row: None if row["seen"] is None or not row["shown"] else sign * row["seen"] / row["shown"],
        "geography": lambda row: -row["sort"],
    }
    known = [(measures[by](row), row) for row in rows]
    return [row for measure, row in sorted(known, key=lambda each: (each[0] is None, -(each[0] or 0), each[1]["sort"]))]


def ambition(row: Row) -> float | None:
    """The change a year that the target asks for: of a share in points, of an amount in per cent of the last value."""
    if row["required_rate"] is None:
        return None
    asked = float(row["direction"] * row["required_rate"] * row["factor"])
    return asked if not row["additive"] else 100 * asked / row["seen"] if row["seen"] else None


def _divides(row: Row) -> bool:
    """Whether amounts are to be divided: a share stays what it is."""
    return bool(row["per"]) and row["additive"]


def scaled(row: Row, value: float | None) -> float | None:
    """A value as it is, per million people, or per 100 billion yuan of GDP."""
    if value is None or not _divides(row):
        return value
    whole = row["persons"] if row["per"] == "head" else row["cny"]
    return None if not whole else value / whole * (1e6 if row["per"] == "head" else 1e11)


def _unit(row: Row, words: Words) -> str:
    unit = words.name("units", row["display_unit"])
    return words(f"peers.per.{row['per']}", unit=unit) if _divides(row) else unit


def _why(rows: Rows, words: Words) -> str:
    """Why these places stand side by side, and what to do where that is not fair."""
    if rows[0]["reason"] == "peer":
        return words("peers.why.kind", kind=words.lowered(words.name("region_kinds", rows[0]["kind"])))
    kinds = {row["kind"] for row in rows}
    return words(
        "peers.why.mixed" if len(kinds) > 1 and rows[0]["additive"] and not rows[0]["per"] else "peers.why.chosen"
    )


def _label(row: Row, words: Words) -> str:
    plain = {**row, "shown_aspired": None}  # it has a mark of its own
    value = words.commitment(plain) if not _divides(row) else words.number(round(scaled(row, row["shown"]) or 0, 3))
    return words("peers.by", value=value, year=row["target_year"])


def _hover(row: Row, words: Words) -> str:
    lines = [f"<b>{words.place(row['key'])}</b>"]
    if row["seen"] is not None:
        lines.append(words("peers.seen", value=words.amount(row["seen"], row["display_unit"]), year=row["seen_year"]))
    if row["shown"] is not None:
        lines.append(f"{_label(row, words)} · {words.name('progress_statuses', row['progress_status'])}")
    lines += [text for text in (against(row, "nation", words), against(row, "before", words)) if text]
    return "<br>".join(lines)


def against(row: Row, which: str, words: Words) -> str:
    """Whether the target asks more or less than the nation's, or than the place's own earlier one."""
    other = row[which]
    if other is None or row["shown"] is None or row["better"] == "none":
        return ""
    step = (row["shown"] - other) * (1 if row["better"] == "more" else -1)
    way = "same" if step == 0 else "stricter" if step > 0 else "looser"
    return words(f"peers.{which}.{way}", value=words.amount(other, row["display_unit"]))


def _reference(value: float, look: Look) -> dict[str, Any]:
    line = {"color": look["national"], "width": 1.2, "dash": "dot"}
    return {"type": "line", "x0": value, "x1": value, "yref": "paper", "y0": 0, "y1": 1, "line": line}


VIEW = View("peers", SQL, draw)
