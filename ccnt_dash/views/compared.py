"""Which places are compared on what, on which terms, and what does the comparison say?"""

from __future__ import annotations

from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows

# Each place with its last value, the standing target that is due next, and the nation's nearest in time that counts
# from the same base year. What may be added up is never set against the nation's.
SQL = """
WITH subject AS (SELECT coalesce($indicator, leading_comparison($sectors, $regions)) AS indicator),
nation AS (FROM standing_targets WHERE region = '100000' AND indicator = (FROM subject)),
latest AS (
    SELECT o.region, arg_max(struct_pack(year := o.year, value := o.value, source_id := o.source_id), o.year) AS o
    FROM observations o WHERE o.base_year IS NULL AND o.indicator IN (FROM series_of((FROM subject)))
    GROUP BY o.region
), earlier AS (
    SELECT f.region, f.target_year, f.base_year, arg_max(f.shown, coalesce(f.published, '')) AS shown
    FROM target_facts f WHERE f.standing = 'earlier' AND f.indicator = (FROM subject) GROUP BY ALL
), own AS (
    SELECT c.reason, r.sort, a.*, s.* EXCLUDE (region, kind, indicator)
    FROM peers_of($regions, (FROM subject), $alike) c JOIN regions r USING (region) JOIN likenesses a USING (region)
    LEFT JOIN standing_targets s ON s.region = c.region AND s.indicator = (FROM subject) AND s.turn = 1
), against AS (
    SELECT own.region, min_by(struct_pack(shown := n.shown, year := n.target_year),
                              coalesce(abs(n.target_year - own.target_year), 0)) AS n
    FROM own JOIN nation n ON n.base_year IS NOT DISTINCT FROM own.base_year
    WHERE own.region <> '100000' GROUP BY ALL
)
SELECT own.policy_id AS key, own.*, (FROM subject) AS indicator, i.additive, i.better, i.display_unit,
       coalesce(l.o.year, if(own.last_source IS NULL, NULL, own.last_year)) AS seen_year,
       coalesce(l.o.value, if(own.last_source IS NULL, NULL, own.last_value)) * u.factor / d.factor AS seen,
       coalesce(l.o.source_id, own.last_source) AS source_id, u.factor / d.factor AS scale,
       if(i.additive, NULL, n.n.shown) AS nation, n.n.year AS nation_year, e.shown AS before,
       (SELECT shown FROM nation WHERE NOT i.additive ORDER BY turn LIMIT 1) AS reference,
       $per AS per, $order AS sorted_by, $alike AS alike
FROM own JOIN indicators i ON i.indicator = (FROM subject)
JOIN units u ON u.unit = i.unit JOIN units d ON d.unit = i.display_unit
LEFT JOIN latest l ON l.region = own.region LEFT JOIN against n ON n.region = own.region
LEFT JOIN earlier e ON e.region = own.region AND e.target_year IS NOT DISTINCT FROM own.target_year
                   AND e.base_year IS NOT DISTINCT FROM own.base_year
ORDER BY own.sort, own.target_id
"""
# What the columns mean: those of the target before those of the place.
TABLES = ("standing_targets", "progress", "likenesses", "indicators")
# By what an amount may be divided -> the column that holds it, and per how many of its units.
DIVISORS = {"head": ("persons", 1e6), "area": ("square_km", 1e4), "gdp": ("cny", 1e11)}


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
    if row["required_rate"] is None or row["direction"] is None:
        return None
    asked = float(row["direction"] * row["required_rate"] * row["factor"])
    return asked if not row["additive"] else 100 * asked / row["seen"] if row["seen"] else None


def divides(row: Row) -> bool:
    """Whether amounts are to be divided: a share stays what it is."""
    return bool(row["per"]) and row["additive"]


def scaled(row: Row, value: float | None) -> float | None:
    """A value as it is, or per million people, 10,000 km² or 100 billion yuan of GDP."""
    if value is None or not divides(row):
        return value
    divisor, portion = DIVISORS[row["per"]]
    return value / row[divisor] * portion if row[divisor] else None


def title(row: Row, words: Words) -> str:
    """The indicator and the unit in which it is compared."""
    unit = words.name("units", row["display_unit"])
    told = words(f"peers.per.{row['per']}", unit=unit) if divides(row) else unit
    return words("compare.title", indicator=words.name("indicators", row["indicator"]), unit=told)


def why(rows: Rows, words: Words) -> str:
    """Why these places stand side by side, and what to do where that is not fair."""
    if rows[0]["reason"] == "chosen":
        kinds = {row["kind"] for row in rows}
        mixed = len(kinds) > 1 and rows[0]["additive"] and not rows[0]["per"]
        return words("peers.why.mixed" if mixed else "peers.why.chosen")
    anchor = next(row for row in rows if row["reason"] == "anchor")
    place = words.place(anchor["region"])
    if len(rows) == 1:
        return words("peers.why.alone", place=place)
    kind = words.lowered(words.name("region_kinds", anchor["kind"]))
    return words(f"peers.why.{anchor['alike']}", place=place, kind=kind)


def amount(row: Row, value: float, words: Words) -> str:
    """A value of the comparison in words, divided if the reader wants that."""
    if not divides(row):
        return words.amount(value, row["display_unit"])
    divided = scaled(row, value)
    return words.number(round(divided, 3)) if divided is not None else "–"


def aim(row: Row, words: Words) -> str:
    """The target of a row without what is striven for, and its year."""
    value = amount(row, row["shown"], words) if divides(row) else words.commitment({**row, "shown_aspired": None})
    return words("peers.by", value=value, year=row["target_year"]) if row["target_year"] else value


def against_nation(row: Row, words: Words) -> str:
    """Whether a target asks more or less than the nation's, where that can be said."""
    if row["nation"] is None or row["shown"] is None or row["better"] == "none":
        return ""
    value = words.amount(row["nation"], row["display_unit"])
    other = words("peers.by", value=value, year=row["nation_year"]) if row["nation_year"] else value
    return words(f"peers.nation.{_verdict(row)}", value=other)


def _verdict(row: Row) -> str:
    """The same value earlier is stricter, and so is a higher one no later; a higher one later can't be told."""
    step = (row["shown"] - row["nation"]) * (1 if row["better"] == "more" else -1)
    years = (row["target_year"], row["nation_year"])
    sooner = years[1] - years[0] if None not in years else 0
    if step == sooner == 0:
        return "same"
    return "stricter" if step >= 0 and sooner >= 0 else "looser" if step <= 0 and sooner <= 0 else "unlike"


def against_before(row: Row, words: Words) -> str:
    """Whether a target asks more or less than the earlier one of the same place for the same year."""
    if row["before"] is None or row["shown"] is None or row["better"] == "none":
        return ""
    step = (row["shown"] - row["before"]) * (1 if row["better"] == "more" else -1)
    way = "same" if step == 0 else "stricter" if step > 0 else "looser"
    return words(f"peers.before.{way}", value=words.amount(row["before"], row["display_unit"]))


def told(row: Row, words: Words) -> str:
    """What a hover box says of a place."""
    lines = [f"<b>{words.place(row['region'])}</b>"]
    if row["seen"] is not None:
        lines.append(words("peers.seen", value=amount(row, row["seen"], words), year=row["seen_year"]))
    if row["shown"] is not None:
        lines.append(f"{aim(row, words)} · {words.name('progress_statuses', row['progress_status'])}")
    return "<br>".join([*lines, *(text for text in (against_nation(row, words), against_before(row, words)) if text)])
