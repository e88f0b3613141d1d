"""What must be sent so that the page shows the new answer instead of the old one?"""

from __future__ import annotations

from typing import Any

import orjson
from dash import Patch, no_update


def changes(old: dict[str, Any] | None, new: dict[str, Any]) -> dict[str, Any]:
    """For each part: no_update where nothing changed, a patch for a figure, otherwise the new value.

    With `old` None everything is sent whole.
    """
    return {name: _change(name, None if old is None else old[name], value, old is None) for name, value in new.items()}


def _change(name: str, before: Any, after: Any, whole: bool) -> Any:
    if whole:
        return after
    if name.startswith("figure."):
        return figure_change(before, after)
    return no_update if before is after or _same(before, after) else after


def _same(before: Any, after: Any) -> bool:
    return _written(before) == _written(after)


def _written(value: Any) -> bytes:
    return orjson.dumps(value, default=lambda component: component.to_plotly_json(), option=orjson.OPT_SORT_KEYS)


def figure_change(before: dict[str, Any], after: dict[str, Any]) -> Any:
    """The attributes of traces and layout that differ, as whole values, so that a patch never builds on another.

    A figure with other traces than before is sent whole.
    """
    if before is after or before == after:
        return no_update
    if [trace.get("type") for trace in before["data"]] != [trace.get("type") for trace in after["data"]]:
        return after
    patch = Patch()
    for index, (old, new) in enumerate(zip(before["data"], after["data"], strict=True)):
        _assign(patch["data"][index], old, new)
    _assign(patch["layout"], before["layout"], after["layout"])
    return patch


def _assign(patch: Patch, old: dict[str, Any], new: dict[str, Any]) -> None:
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            patch[name] = new.get(name)
