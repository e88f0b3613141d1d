"""How fast is the same question in plain Dash? A callback per chart, pandas in memory, whole figures, nothing tuned."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import dash_ag_grid as dag
import duckdb
import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from waitress import serve

from ccnt_dash.settings import ROOT

ROWS, ORDER = 25, ["published", "policy_id"]
CHARTS = ("map", "sectors", "timeline", "compare")
CLICKS = [Input(name, "clickData") for name in CHARTS[:3]]
COLUMNS = ["title", "region", "doc_type", "published", "targets"]
POLICIES = "SELECT f.*, p.title_en AS title FROM policy_facts f JOIN policies p USING (policy_id)"
TARGETS = "SELECT f.*, t.value, t.statement_en AS statement FROM target_facts f JOIN targets t USING (target_id)"


class Frames(NamedTuple):
    """All policies, their sectors and all targets, in memory."""

    policies: pd.DataFrame
    sectors: pd.DataFrame
    targets: pd.DataFrame

    def chosen_targets(self, regions: list[str], sectors: list[str], years: list[int]) -> pd.DataFrame:
        """Targets in the selection; an empty list is all."""
        found = _placed(self.targets, regions)
        found = found[found["sector"].isin(sectors)] if sectors else found
        return found[found["target_year"].isin(years)] if years else found

    def chosen_policies(self, regions: list[str], sectors: list[str], years: list[int]) -> pd.DataFrame:
        """Policies in the selection; with years those that have such a target."""
        found = _placed(self.policies, regions)
        if sectors:
            listed = self.sectors.loc[self.sectors["sector"].isin(sectors), "policy_id"]
            found = found[found["policy_id"].isin(listed)]
        return found[found["policy_id"].isin(self.chosen_targets([], sectors, years)["policy_id"])] if years else found


def _placed(frame: pd.DataFrame, regions: list[str]) -> pd.DataFrame:
    return frame[frame["region"].isin(regions) | frame["province"].isin(regions)] if regions else frame


def read(database: Path) -> Frames:
    with duckdb.connect(str(database), read_only=True) as connection:
        return Frames(*(connection.execute(sql).df() for sql in (POLICIES, "FROM policy_sectors", TARGETS)))


def by_province(frames: Frames, sectors: list[str], years: list[int]) -> pd.Series:
    return frames.chosen_policies([], sectors, years).groupby("province").size()


def create(database: Path) -> Dash:
    frames = read(database)
    app = Dash("plain", assets_folder=str(ROOT / "assets"), assets_ignore=".*")
    grid = {"columnDefs": [{"field": name} for name in COLUMNS], "dashGridOptions": {"domLayout": "autoHeight"}}
    graphs = [dcc.Graph(id=name, config={"topojsonURL": "/assets/topo/"}) for name in CHARTS]
    app.layout = html.Div([*graphs, dag.AgGrid(id="grid", **grid)])
    _counted(app, frames, json.loads((ROOT / "assets" / "geo" / "provinces.geojson").read_text(encoding="utf-8")))
    _listed(app, frames)
    return app


def _counted(app: Dash, frames: Frames, shapes: Any) -> None:
    @app.callback(Output("map", "figure"), CLICKS)
    def _map(place: Any, sector: Any, year: Any) -> go.Figure:
        places, counts = [each["id"] for each in shapes["features"]], by_province(frames, _codes(sector), _codes(year))
        provinces = go.Choropleth(geojson=shapes, locations=places, z=[counts.get(code, 0) for code in places])
        return go.Figure(provinces).update_geos(fitbounds="locations", visible=False)

    @app.callback(Output("sectors", "figure"), CLICKS)
    def _sectors(place: Any, sector: Any, year: Any) -> go.Figure:
        found = frames.chosen_policies(_codes(place), [], _codes(year))
        listed = frames.sectors[frames.sectors["policy_id"].isin(found["policy_id"])]
        counts = listed.groupby("sector").size().reindex(frames.sectors["sector"].unique(), fill_value=0)
        return go.Figure(go.Bar(x=counts, y=counts.index, customdata=counts.index, orientation="h"))

    @app.callback(Output("timeline", "figure"), CLICKS)
    def _timeline(place: Any, sector: Any, year: Any) -> go.Figure:
        found = frames.chosen_targets(_codes(place), _codes(sector), [])
        rows = found.groupby(["sector", "level", "target_year"], as_index=False).size()
        sizes = {"size": 9 + rows["size"].clip(upper=140) ** 0.5 * 2}
        marks = {"x": rows["target_year"], "y": rows["sector"], "customdata": rows["target_year"], "text": rows["size"]}
        return go.Figure(go.Scatter(**marks, mode="markers+text", marker=sizes))


def _listed(app: Dash, frames: Frames) -> None:
    @app.callback(Output("compare", "figure"), CLICKS)
    def _compare(place: Any, sector: Any, year: Any) -> go.Figure:
        rows = frames.chosen_targets([], _codes(sector), _codes(year)).dropna(subset=["value"])
        if len(rows):
            rows = rows[rows["indicator"] == rows.groupby("indicator")["province"].nunique().idxmax()]
        rows = rows.sort_values("published").groupby(["province", "target_year"], as_index=False).last()
        colours = ["crimson" if region in _codes(place) else "steelblue" for region in rows["province"]]
        marks = {"x": rows["value"], "y": rows["province"], "hovertext": rows["statement"]}
        return go.Figure(go.Scatter(**marks, mode="markers", marker={"color": colours}))

    @app.callback(Output("grid", "rowData"), CLICKS)
    def _grid(place: Any, sector: Any, year: Any) -> list[dict[str, Any]]:
        found = frames.chosen_policies(_codes(place), _codes(sector), _codes(year))
        return found.sort_values(ORDER, ascending=[False, True]).head(ROWS)[COLUMNS].to_dict("records")


def _codes(click: Any) -> list[Any]:
    return [click["points"][0].get("location", click["points"][0].get("customdata"))] if click else []


if __name__ == "__main__":
    serve(create(Path(sys.argv[1])).server, host="127.0.0.1", port=int(sys.argv[2]), threads=8)
