"""On which page does a reader see a view, and in which part of it?"""

from __future__ import annotations

from ccnt_dash.filters import Filters
from ccnt_dash.views import View
from ccnt_dash.vocab import Vocabulary

# View -> the page that shows it, where that is not the overview.
FOLLOWING = {
    "path": "/targets",
    "due": "/targets",
    "progress": "/targets",
    "peers": "/compare",
    "slope": "/compare",
    "multiples": "/compare",
    "twin": "/compare",
    "by_sector": "/matrix",
    "by_doc_type": "/matrix",
    "by_indicator": "/matrix",
    "sums": "/consistency",
    "stairs": "/consistency",
    "disagreements": "/consistency",
    "outliers": "/consistency",
    "overdue": "/consistency",
}
# View -> the page and the part that shows it, whatever else was chosen.
TELLING = {
    "paces": "/cascade#pace",
    "cascades": "/cascade#list",
    "versions": "/changes#versions",
    "quality": "/about#quality",
    "coverage": "/about#coverage",
    "series": "/about#series",
    "sources": "/about#sources",
    "complaints": "/about#complaints",
    "left_out": "/about#complaints",
    "corrections": "/about#complaints",
    "dictionary": "/about#dictionary",
}
# View of one record -> the part of its page that shows it.
PARTS = {
    "headlines": "promises",
    "calendar": "calendar",
    "plans": "plans",
    "recent": "recent",
    "missing": "missing",
    "cities": "cities",
    "origins": "origins",
    "policy": "facts",
    "kin": "basis",
    "cascade": "cascade",
    "followers": "cascade",
    "network": "network",
    "citations": "network",
}
NATION = "100000"
OF_LEVEL = {"provincial": "province", "municipal": "city"}


def address(view: View, filters: Filters, vocabulary: Vocabulary) -> str:
    """Path, query and part of the page that shows these rows."""
    kept = Filters(lang=filters.lang, theme=filters.theme).to_query()
    if view.id in TELLING:
        path, _, part = TELLING[view.id].partition("#")
        return f"{path}{kept}#{part}"
    if view.of and (path := _record(view, filters, vocabulary)):
        return f"{path}{kept}#{PARTS[view.id]}"
    return f"{FOLLOWING.get(view.id, '/')}{filters.to_query()}"


def _record(view: View, filters: Filters, vocabulary: Vocabulary) -> str:
    """The path of the page of the one record that is chosen, "" where there is none or several are shown."""
    chosen = getattr(filters, view.of)
    if not chosen or (view.id == "policy" and len(chosen) > 1):
        return ""
    if view.of == "policies":
        return f"/policy/{chosen[0]}"
    code = chosen[0]
    return "/national" if code == NATION else f"/{OF_LEVEL[vocabulary['regions'][code]['level']]}/{code}"
