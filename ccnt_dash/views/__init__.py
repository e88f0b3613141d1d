"""The views, in the order of the page. A new one is a file here and a line in one of these lists."""

from ccnt_dash.views import (
    cascade,
    cascades,
    compare,
    due,
    find,
    kin,
    lanes,
    map,
    multiples,
    network,
    numbers,
    path,
    peers,
    policy,
    progress,
    sectors,
    slope,
    table,
    timeline,
    twin,
    used,
    versions,
)
from ccnt_dash.views.about import ABOUT
from ccnt_dash.views.base import View
from ccnt_dash.views.briefing import BRIEFING
from ccnt_dash.views.consistency import CONSISTENCY
from ccnt_dash.views.facets import FACETS
from ccnt_dash.views.matrix import MATRICES
from ccnt_dash.views.profile import PROFILE
from ccnt_dash.views.records import TABLES

CHARTS: tuple[View, ...] = (map.VIEW, sectors.VIEW, timeline.VIEW, compare.VIEW)
PROMISES: tuple[View, ...] = (path.VIEW, due.VIEW, peers.VIEW, slope.VIEW, multiples.VIEW)
RECORDS: tuple[View, ...] = (
    numbers.VIEW,
    table.VIEW,
    policy.VIEW,
    progress.VIEW,
    twin.VIEW,
    find.VIEW,
    used.VIEW,
    versions.VIEW,
)
# Around one document: what it is bound to, what followed it, what it cites.
BOUND: tuple[View, ...] = (kin.VIEW, kin.TIED, cascade.VIEW, lanes.VIEW, network.VIEW, network.CITATIONS)
CASCADES: tuple[View, ...] = (cascades.VIEW, cascades.LISTED)
VIEWS: dict[str, View] = {
    view.id: view
    for view in (
        *CHARTS,
        *PROMISES,
        *RECORDS,
        *BOUND,
        *CASCADES,
        *FACETS,
        *ABOUT,
        *CONSISTENCY,
        *MATRICES,
        *PROFILE,
        *TABLES,
        *BRIEFING,
    )
}

__all__ = [
    "ABOUT",
    "BOUND",
    "BRIEFING",
    "CASCADES",
    "CHARTS",
    "CONSISTENCY",
    "FACETS",
    "MATRICES",
    "PROFILE",
    "PROMISES",
    "RECORDS",
    "TABLES",
    "VIEWS",
    "View",
]
