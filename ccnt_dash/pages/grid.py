"""How does the table of policies look, and what does it tell the server?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import ids
from ccnt_dash.pages.ids import Names
from ccnt_dash.pages.pieces import attributes
from ccnt_dash.texts import Words

# Column -> least width in px. The server sorts and pages; dashAgGridFunctions.js tells it what was clicked.
COLUMNS = {
    "published": 120, "title": 420, "relevance": 115, "region": 130, "sector": 220, "doc_type": 170, "targets": 110,
    "source": 240,
}  # fmt: skip
# Values are shown as they come: guessing their type from the first rows, the grid would leave out a date that is known
# to the year only.
AS_THEY_COME = {"cellDataType": False}
SAMENESS = {
    "sortable": True, "resizable": True, "suppressMovable": True, "sortingOrder": ["desc", "asc"], **AS_THEY_COME,
}  # fmt: skip
LISTENERS = {
    "cellClicked": ["chooseRow(params)"],
    "cellKeyDown": ["chooseRow(params)"],
    "sortChanged": ["chooseSort(params)"],
}


def grid(names: Names, parts: dict[str, Any], words: Words) -> Component:
    """The grid with the rows of one page."""
    made: Component = dag.AgGrid(
        id=names.grid,
        rowData=parts["rows"],
        columnState=parts["sort"],
        columnDefs=[_column(name, width, words) for name, width in COLUMNS.items()],
        defaultColDef={**SAMENESS, "comparator": {"function": "keepOrder()"}},
        getRowId="params.data.key",
        rowClassRules={"chosen": "params.data.chosen"},
        eventListeners=LISTENERS,
        dashGridOptions=behaviour(words, tooltipShowDelay=600),
    )
    return made


def behaviour(words: Words, **more: Any) -> dict[str, Any]:
    """What all tables have in common."""
    common = {"domLayout": "autoHeight", "animateRows": False, "tooltipShowDelay": 300}
    return {**common, "localeText": {"noRowsToShow": words("table.empty")}, **more}


def _column(name: str, width: int, words: Words) -> dict[str, Any]:
    column = {"field": name, "headerName": words(f"table.{name}"), "width": width, "minWidth": width}
    if name == "source":
        return {**column, "cellRenderer": "SourceLink", "sortable": False}
    if name == "title":
        return {**column, "cellRenderer": "FoundTitle", "autoHeight": True, "tooltipField": name, "flex": 3}
    if name == "relevance":
        return {**column, "headerTooltip": words("table.relevance.hint"), "hide": True}
    return {**column, "tooltipField": name, "flex": 0}


# Shades of a count: the class of layout.css and the least value that wears it.
SHADES = {"shade-1": "params.value >= 1", "shade-2": "params.value >= 5", "shade-3": "params.value >= 20"}


# A table of more records scrolls within its frame.
SHORT = 9


@dataclass(frozen=True)
class Column:
    """A column of a table that only tells: its field, heading and width in px, and what its cells hold.

    `counts` are shaded by size, `wraps` breaks long texts into lines, `links` opens the record's `link` in a new
    window, `turns` its `page` of this site; without `sorts` the heading doesn't sort.
    """

    field: str
    heading: str
    width: int
    counts: bool = False
    wraps: bool = False
    links: bool = False
    turns: bool = False
    sorts: bool = True

    def definition(self) -> dict[str, Any]:
        """As AG Grid wants it."""
        made: dict[str, Any] = {"field": self.field, "headerName": self.heading, "width": self.width}
        if not self.sorts:
            made["sortable"] = False
        if self.counts:
            made |= {"type": "numericColumn", "cellClassRules": SHADES, "headerTooltip": self.heading}
        if self.wraps:
            made |= {"wrapText": True, "autoHeight": True, "cellClass": "wraps"}
        shown = "SourceLink" if self.links else "PageLink" if self.turns else ""
        return made | ({"cellRenderer": shown} if shown else {})


def matrix(name: str, records: list[dict[str, Any]], columns: list[Column], words: Words) -> Component:
    """A table of records, each with a `key`; all columns can be sorted, the first stays when the others scroll."""
    first, *others = [column.definition() for column in columns]
    ways = ["desc", "asc", None] if columns[-1].counts else ["asc", "desc", None]
    made: Component = dag.AgGrid(
        id=ids.matrix(name),
        rowData=records,
        columnDefs=[{**first, "pinned": "left"} if columns[-1].counts else first, *others],
        defaultColDef={"sortable": True, "suppressMovable": True, "sortingOrder": ways, "minWidth": 60, **AS_THEY_COME},
        getRowId="params.data.key",
        eventListeners={"cellKeyDown": ["followLink(params)"]},
        dashGridOptions=behaviour(words, domLayout="autoHeight" if len(records) <= SHORT else "normal"),
    )
    frame = "frame table matrix" + (" short" if len(records) <= SHORT else "")
    return html.Div(made, className=frame, **attributes({"data-open": words("table.open_link")}))


def listing(names: Names, columns: list[Column], parts: dict[str, Any], words: Words) -> Component:
    """Records that follow the reader's choices, with every figure they rest on; a row opens its policy."""
    made: Component = dag.AgGrid(
        id=names.grid,
        rowData=parts["rows"],
        columnDefs=[{**column.definition(), "tooltipField": column.field} for column in columns],
        defaultColDef={"sortable": False, "resizable": True, "suppressMovable": True, **AS_THEY_COME},
        getRowId="params.data.key",
        rowClassRules={"chosen": "params.data.chosen"},
        eventListeners={"cellClicked": ["choosePolicy(params)"], "cellKeyDown": ["choosePolicy(params)"]},
        dashGridOptions=behaviour(words, tooltipShowDelay=600),
    )
    return made
