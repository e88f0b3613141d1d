"""How does a table of places against something look, whose cells lead to what they count?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import dash_ag_grid as dag
from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import ids
from ccnt_dash.pages.grid import SHORT, behaviour
from ccnt_dash.texts import Words

# Class of layout.css -> the least number of records that wears it.
SHADES = {"shade-1": 1, "shade-2": 5, "shade-3": 20}
# Least width in px: of a number, of a date, and of the long name of an indicator.
NUMBER, DATE, NAME = 78, 92, 124
# More columns than there are sectors or types are indicators.
FEW = 14


@dataclass(frozen=True)
class Crossing:
    """Records with a cell per column; `lead` is what a cell says first and is sorted by: count or first.

    A column has its `code`, its `name`, and the address `to` that ends with the place; `own` ends the address of the
    page of a place.
    """

    columns: list[dict[str, str]]
    records: list[dict[str, Any]]
    lead: str
    total: str
    own: str


def crossing(table: Crossing, words: Words) -> Component:
    """The grid; the first column stays when the others scroll."""
    width = NAME if len(table.columns) > FEW else DATE if table.lead == "first" else NUMBER
    made: Component = dag.AgGrid(
        id=ids.matrix("crossing"),
        rowData=table.records,
        style={"height": "100%", "width": "100%"},  # of the frame in layout.css, not the fixed height it has by itself
        columnDefs=[_place(table, words), _total(table), *(_cell(each, table.lead, width) for each in table.columns)],
        defaultColDef={
            "sortable": True,
            "suppressMovable": True,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
            "sortingOrder": ["asc", "desc", None] if table.lead == "first" else ["desc", "asc", None],
        },
        getRowId="params.data.key",
        rowClassRules={"chosen": "params.data.chosen"},
        eventListeners={"cellKeyDown": ["followCell(params)"]},
        dashGridOptions=behaviour(
            words,
            domLayout="autoHeight" if len(table.records) <= SHORT else "normal",
            tabToNextCell={"function": "leaveGrid()"},
        ),
    )
    return html.Div(made, className="frame table crossing" + (" short" if len(table.records) <= SHORT else ""))


def _place(table: Crossing, words: Words) -> dict[str, Any]:
    return {
        "colId": "place", "field": "place", "headerName": words("about.place"), "width": 112, "pinned": "left",
        "cellClass": "named", "sortingOrder": ["asc", "desc", None], "comparator": {"function": "byName()"},
        "cellRenderer": "PlaceLink", "cellRendererParams": {"to": table.own},
    }  # fmt: skip


def _total(table: Crossing) -> dict[str, Any]:
    return {
        "colId": "total", "field": "total", "headerName": table.total, "width": 66, "type": "numericColumn",
        "sortingOrder": ["desc", "asc", None],
    }  # fmt: skip


def _cell(column: dict[str, str], lead: str, width: int) -> dict[str, Any]:
    cell = f"cells.{column['code']}"
    return {
        "colId": column["code"],
        "field": f"{cell}.first" if lead == "first" else f"{cell}.n",
        "tooltipField": f"{cell}.told",
        "headerName": column["name"],
        "headerTooltip": column["name"],
        "flex": 1,
        "minWidth": width,
        "comparator": {"function": "emptyLast()"},
        "cellRenderer": "CoverCell",
        "cellRendererParams": {"to": column["to"], "lead": lead},
        "headerClass": "covers",
        "cellClass": "covers",
        "cellClassRules": {name: f"params.data.{cell}.n >= {least}" for name, least in SHADES.items()},
    }
