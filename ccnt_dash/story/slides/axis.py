"""From where to where does an axis of a figure go, and what stands at it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, log10
from typing import Any

from ccnt_dash.story.slides.pen import plain

# Day 0 of spreadsheets.
EPOCH = date(1899, 12, 30)
# Room that Plotly leaves at the ends of an axis without a range, as a share of what is drawn.
FREE = 0.06
NICE = (1, 2, 5, 10)
TICKS = 6
# Room in the corner where the numbers of two axes meet, as a share of the axis.
CORNER = 0.03


@dataclass(frozen=True)
class Axis:
    """One axis in numbers (days for dates).

    `ticks` are places with texts of their own, where the axis has such; otherwise it is numbered every `unit` in the
    number format `form`. `low` stands at the left or below, and is the greater number where the axis runs backwards.
    `far` is an axis at the top.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    unit: float = 1.0
    form: str = "General"
    shown: bool = True
    grid: bool = True
    far: bool = False
    title: str = ""

    @property
    def backwards(self) -> bool:
        """Does it run from the greater number to the smaller?"""
        return self.low > self.high

    @property
    def ends(self) -> tuple[float, float]:
        """The smallest and the greatest number."""
        return min(self.low, self.high), max(self.low, self.high)

    def share(self, value: float) -> float:
        """Where a number stands, as a share of the axis from its low end."""
        return (value - self.low) / ((self.high - self.low) or 1)


def number(value: Any) -> float | None:
    """A value as a number; dates as days, None where there is none."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return float((date.fromisoformat(value[:10]) - EPOCH).days)
    return float(value)


def axis(told: dict[str, Any], values: Iterable[float]) -> Axis:
    """The axis that a layout tells of, for the values that are drawn along it."""
    low, high = _range(told, list(values))
    shown = told.get("visible", True)
    ticks = tuple(_ticks(told, low, high)) if shown else ()
    unit = float(told["dtick"]) if isinstance(told.get("dtick"), int | float) else _unit(abs(high - low), told)
    if shown and not ticks:  # office programs number an axis from its beginning
        low, high = (floor(low / unit + 1e-9) * unit, high) if low <= high else (low, floor(high / unit) * unit)
    return Axis(
        low,
        high,
        ticks,
        unit,
        _form(told, unit),
        shown and told.get("showticklabels", True),
        shown and told.get("showgrid", True),
        told.get("side") in ("top", "right"),
        plain((told.get("title") or {}).get("text", "")),
    )


def lettered(told: dict[str, Any], found: Axis, values: Iterable[float]) -> Axis:
    """The same axis with its numbers as texts, from where the figure begins it to where it ends."""
    low, high = _range(told, list(values))
    low -= CORNER * (high - low)
    first, last = ceil(min(low, high) / found.unit - 1e-9), floor(max(low, high) / found.unit + 1e-9)
    places = [step * found.unit for step in range(first, last + 1)]
    suffix = str(told.get("ticksuffix", ""))
    return replace(found, low=low, high=high, ticks=tuple((at, f"{at:g}{suffix}") for at in places))


def _range(told: dict[str, Any], values: Sequence[float]) -> tuple[float, float]:
    if "range" in told:
        low, high = (number(each) or 0.0 for each in told["range"])
        return low, high
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = ((high - low) or abs(high) or 1) * FREE
    zero = told.get("rangemode") == "tozero" and low >= 0
    low, high = (0.0 if zero else low - room), high + room
    return (high, low) if told.get("autorange") == "reversed" else (low, high)


def _ticks(told: dict[str, Any], low: float, high: float) -> Iterable[tuple[float, str]]:
    if "tickvals" in told:
        texts = told.get("ticktext") or [f"{value:g}" for value in told["tickvals"]]
        return [(number(at) or 0.0, plain(str(text))) for at, text in zip(told["tickvals"], texts, strict=True)]
    months = str(told.get("dtick", ""))
    if told.get("type") == "date" and months.startswith("M"):
        return _months(int(months[1:]), told.get("tickformat", "%Y-%m"), *sorted((low, high)))
    return []


def _months(step: int, form: str, first: float, last: float) -> list[tuple[float, str]]:
    """The first day of every so many months, counted from January."""
    begin = date.fromordinal(EPOCH.toordinal() + floor(first))
    found, month = [], begin.year * 12
    while (day := date(month // 12, month % 12 + 1, 1)).toordinal() - EPOCH.toordinal() <= last:
        at = float(day.toordinal() - EPOCH.toordinal())
        if at >= first:
            found.append((at, day.strftime(form)))
        month += step
    return found


def _unit(span: float, told: dict[str, Any]) -> float:
    """A round step that gives few numbers."""
    rough = span / max(2, min(told.get("nticks", TICKS), TICKS)) or 1.0
    size = 10.0 ** floor(log10(rough))
    return next(step * size for step in NICE if step * size >= rough * 0.999)


def _form(told: dict[str, Any], unit: float) -> str:
    """The number format: as many decimals as the step needs, years without separators."""
    places = max(0, ceil(-log10(unit) - 1e-9)) if unit < 1 else 0
    whole = "0" if _are_years(told) else "#,##0"
    suffix = str(told.get("ticksuffix", "")).replace('"', "")
    return whole + ("." + "0" * places if places else "") + (f'"{suffix}"' if suffix else "")


def _are_years(told: dict[str, Any]) -> bool:
    return "range" in told and all(1800 < (number(each) or 0) < 2200 for each in told["range"])
