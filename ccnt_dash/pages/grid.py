"""How does the table of policies look, and what does it tell the server?"""

from __future__ import annotations

from typing import Any

import dash_ag_grid as dag
from dash.development.base_component import Component

from ccnt_dash.pages import ids
from ccnt_dash.texts import Words

# Column -> least width in px. The server sorts and pages; dashAgGridFunctions.js tells it what was clicked.
COLUMNS = {"published": 120, "title": 420, "region": 130, "sector": 220, "doc_type": 170, "targets": 110, "source": 240}
SAMENESS = {"sortable": True, "resizable": True, "suppressMovable": True, "sortingOrder": ["desc", "asc"]}
LISTENERS = {
    "cellClicked": ["chooseRow(params)"],
    "cellKeyDown": ["chooseRow(params)"],
    "sortChanged": ["chooseSort(params)"],
}


def grid(parts: dict[str, Any], words: Words) -> Component:
    """The grid with the rows of one page."""
    made: Component = dag.AgGrid(
        id=ids.GRID,
        rowData=parts["rows"],
        columnState=parts["sort"],
        columnDefs=[_column(name, width, words) for name, width in COLUMNS.items()],
        defaultColDef={**SAMENESS, "comparator": {"function": "keepOrder()"}},
        getRowId="params.data.key",
        rowClassRules={"chosen": "params.data.chosen"},
        eventListeners=LISTENERS,
        dashGridOptions={
            "domLayout": "autoHeight",
            "animateRows": False,
            "tooltipShowDelay": 600,
            "localeText": {"noRowsToShow": words("table.empty")},
        },
    )
    return made


def _column(name: str, width: int, words: Words) -> dict[str, Any]:
    column = {"field": name, "headerName": words(f"table.{name}"), "width": width, "minWidth": width}
    if name == "source":
        return {**column, "cellRenderer": "SourceLink", "sortable": False}
    return {**column, "tooltipField": name, "flex": 3 if name == "title" else 0}
