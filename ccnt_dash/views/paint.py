"""How are places painted, whatever their shape: in which colour, with which pattern, and what does the legend say?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, column
from ccnt_dash.views.classes import Class, classes
from ccnt_dash.views.classes import place as class_of
from ccnt_dash.views.measures import OF_AN_INDICATOR

# Why there is no value, or none that was measured -> the pattern of its places, as Plotly names it for bars.
PATTERNS = {"not_collected": "/", "none_found": "-", "not_applicable": "x", "not_published": "\\", "estimated": "|"}


@dataclass(frozen=True)
class Paint:
    """The classes of a measure in the colours of a look; states have a class and a colour of their own each."""

    rows: Rows
    steps: list[Class]
    colours: list[str]
    words: Words
    look: Look

    @classmethod
    def of(cls, rows: Rows, words: Words, look: Look) -> Paint:
        """Mixed for `rows`, the parts and not the whole."""
        parts = [row for row in rows if not row["whole"]]
        known = [row["measure"] for row in parts if row["measure"] is not None]
        if parts and parts[0]["metric"] == "progress":
            steps = [Class(value, value) for value in sorted(set(known))]
            states = {row["sort"]: row["colour"] for row in words.vocabulary["progress_statuses"].values()}
            return cls(parts, steps, [states[int(step.low)] for step in steps], words, look)
        steps = classes(known)
        return cls(parts, steps, look.sequence(len(steps)), words, look)

    def step(self, row: Row) -> int | None:
        """The number of the class of a row; None without a value."""
        return None if row["measure"] is None else class_of(row["measure"], self.steps)

    def colour(self, row: Row) -> str:
        """The fill of a place."""
        step = self.step(row)
        return self.look["land"] if step is None else self.colours[step]

    def pattern(self, row: Row) -> str:
        """The reason that a place is patterned for, or ""."""
        shown = row["absence"] if row["measure"] is None or row["absence"] == "estimated" else None
        return shown or ""

    def legend(self) -> list[dict[str, Any]]:
        """Classes from low to high, then places without a value: label, colour, pattern, codes of the places."""
        entries = [
            self._entry(self._label(step), colour, "", [row for row in self.rows if self.step(row) == at])
            for at, (step, colour) in enumerate(zip(self.steps, self.colours, strict=True))
        ]
        plain = [row for row in self.rows if row["measure"] is None and not self.pattern(row)]
        entries.append(self._entry(self.words(f"legend.without.{self._kind()}"), self.look["land"], "", plain))
        for reason in PATTERNS:
            places = [row for row in self.rows if self.pattern(row) == reason]
            observed = reason == "not_collected" and self._kind() == "observed"
            told = self.words("legend.not_observed") if observed else self.words.name("absence_reasons", reason)
            entries.append(self._entry(told, self.look["land"], reason, places))
        return [entry for entry in entries if entry["keys"]]

    def _kind(self) -> str:
        metric = self.rows[0]["metric"] if self.rows else ""
        return {"value": "target", "gap": "gap", "progress": "target", "observed": "observed"}.get(metric, "found")

    def _entry(self, label: str, colour: str, pattern: str, places: Rows) -> dict[str, Any]:
        return {"label": label, "colour": colour, "pattern": pattern, "keys": column(places, "key")}

    def _label(self, step: Class) -> str:
        row = next(row for row in self.rows if row["measure"] is not None)
        if row["metric"] == "progress":
            statuses = self.words.vocabulary["progress_statuses"].items()
            code = next(code for code, status in statuses if status["sort"] == step.low)
            return self.words.name("progress_statuses", code)
        if row["metric"] == "first":
            low, high = f"{step.low:.0f}", f"{step.high:.0f}"
        else:
            low = self.words.number(step.low)
            units = row["metric"] in OF_AN_INDICATOR
            high = self.words.amount(step.high, row["shown_unit"]) if units else self.words.number(step.high)
        return high if step.low == step.high else f"{low}–{high}"


def title(row: Row, words: Words) -> str:
    """What the map shows, with unit and year."""
    if row["metric"] not in OF_AN_INDICATOR:
        return words(f"map.title.{row['metric']}")
    if not row["indicator"]:
        return words("map.title.no_indicator")
    year = words("map.of_year", year=row["year"]) if row["year"] else ""
    return words(f"map.title.{row['metric']}", indicator=words.name("indicators", row["indicator"]), year=year)


def said(row: Row, words: Words) -> str:
    """The measure of a place in words, or ""."""
    if row["measure"] is None:
        return ""
    if row["metric"] in ("value", "observed"):
        return words.commitment(row)
    if row["metric"] == "gap":
        return words.amount(row["measure"], row["shown_unit"])
    if row["metric"] == "progress":
        return words.name("progress_statuses", row["progress_status"])
    return str(row["measure"]) if row["metric"] == "first" else words.number(row["measure"])


def told(row: Row, words: Words) -> str:
    """What a hover box says of a place."""
    lines = [f"<b>{words.name('regions', row['key'])}</b>"]
    if row["metric"] == "observed":
        estimate = words("map.estimate") if row["absence"] == "estimated" else ""
        return "<br>".join([*lines, (said(row, words) or words("legend.not_observed")) + estimate])
    if row["metric"] in ("gap", "progress"):
        return "<br>".join([*lines, *_aim(row, words)])
    if row["absence"] and row["measure"] is None and not row["policies"]:
        return "<br>".join([*lines, words.name("absence_reasons", row["absence"])])
    if row["metric"] == "value":
        lines.append(said(row, words) or words("map.no_value"))
        lines += [words("map.newest_of", n=row["documents"])] if row["documents"] > 1 else []
    if row["metric"] == "first" and row["measure"] is not None:
        lines.append(words("map.first", year=row["measure"]))
    counts = (words.counted("count.policies", row["policies"]), words.counted("count.targets", row["targets"]))
    return "<br>".join([*lines, *counts])


def _aim(row: Row, words: Words) -> list[str]:
    """Target, last value and what is left to do."""
    if row["shown"] is None:
        return [words("map.no_value")]
    value = words.commitment(row)
    lines = [words("peers.by", value=value, year=row["target_year"]) if row["target_year"] else value]
    if row["seen"] is not None:
        lines.append(words("peers.seen", value=words.amount(row["seen"], row["shown_unit"]), year=row["last_year"]))
    if row["metric"] == "gap" and row["measure"] is not None:
        lines.append(words("map.gap", value=words.amount(row["measure"], row["shown_unit"])))
    return [*lines, words.name("progress_statuses", row["progress_status"])]
