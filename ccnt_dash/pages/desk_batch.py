"""Which candidates are so sure that they can be accepted together, once the list has been looked through?"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ccnt_dash.pages.desk_sheet import HOME
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.written import tag
from ccnt_dash.review.decisions import Wish
from ccnt_dash.review.desk import WAITING, Case, Dossier
from ccnt_dash.review.drafts import Cells
from ccnt_dash.review.known import Holdings
from ccnt_dash.review.prepared import both, drafted, filled, wrong
from ccnt_dash.review.wishes import Asked, wish
from ccnt_dash.texts import Words

SURE = 0.9
# Two candidates of one document that agree in these say the same, or contradict each other.
SAME = ("region", "indicator", "scope_en", "base_year", "target_year")


def sure_of(asked: str) -> float:
    """The least confidence that is asked for; SURE where none is understood."""
    try:
        return min(1.0, max(0.0, float(asked)))
    except ValueError:
        return SURE


def obvious(dossier: Dossier, holdings: Holdings, sure: float) -> tuple[list[tuple[Case, Cells]], int]:
    """The waiting targets of at least that confidence, each with its row, and how many more a person must look at.

    Those that lack something, collide with what is known or were decided on twice are left out.
    """
    words, found, left = both(holdings), [], 0
    said: set[tuple[str, ...]] = set()
    for case in dossier.cases:
        candidate = case.candidate
        if (
            case.state != WAITING
            or candidate is None
            or candidate.kind in ("policy", "fact")
            or candidate.confidence < sure
        ):
            continue
        row = filled(drafted(dossier, case, holdings)[0], case.id, 1, words)
        place = tuple(row.get(name, "") for name in SAME)
        if case.conflicts or place in said or wrong([row], holdings) or holdings.collisions(row):
            left += 1
        else:
            found.append((case, row))
            said.add(place)
    return found, left


def batch(dossier: Dossier, holdings: Holdings, reading: Reading, editor: str, sure: float) -> list[Markup]:
    """The content of the page that lists what would be accepted."""
    words = reading.words
    found, left = obvious(dossier, holdings, sure)
    about = dossier.item.document
    back = tag("a", words("desk.do.back"), href=f"{HOME}/{dossier.id}{reading.kept}", class_="button")
    asks = _threshold(sure, reading)
    told = [tag("p", words("desk.batch.found", n=words.number(len(found)), sure=f"{sure:.0%}"))]
    if left:
        told.append(tag("p", words("desk.batch.left", n=words.number(left)), class_="hint"))
    return [
        tag("h2", words("desk.batch"), class_="sentence"),
        tag("div", back, tag("span", about.title or about.file), class_="bar"),
        tag("section", asks, *told, _listed(found, editor, words) if found else None, class_="card"),
    ]


def _threshold(sure: float, reading: Reading) -> Markup:
    words, filters = reading.words, reading.filters
    kept = [
        tag("input", type="hidden", name=name, value=value)
        for name, value in (("lang", filters.lang), ("theme", filters.theme))
        if value
    ]
    field = tag(
        "div",
        tag("label", words("desk.batch.sure"), for_="sure"),
        tag("input", type="number", id="sure", name="sure", min="0", max="1", step="0.01", value=f"{sure:g}"),
        class_="field",
    )
    return tag(
        "form",
        *kept,
        tag("div", field, tag("button", words("desk.batch.show"), class_="button"), class_="bar"),
        method="get",
    )


def _listed(found: list[tuple[Case, Cells]], editor: str, words: Words) -> Markup:
    heads = ("take", "statement", "quote", "rule", "confidence")
    head = tag("tr", *(tag("th", words(f"desk.head.{each}"), scope="col") for each in heads))
    rows = [_row(case, row, words) for case, row in found]
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    who = tag(
        "div",
        tag("label", words("desk.editor"), for_="editor"),
        tag("input", type="text", id="editor", name="editor", value=editor, required=True),
        class_="field",
    )
    accept = tag("button", words("desk.batch.accept"), type="submit", class_="button first")
    scrolls = tag("div", table, class_="scrolls", tabindex="0", role="region", aria_label=words("desk.batch"))
    return tag("form", scrolls, tag("div", accept, who, class_="acts"), method="post")


def _row(case: Case, row: Cells, words: Words) -> Markup:
    candidate = case.candidate
    label = words("desk.batch.take", what=row[f"statement_{words.lang}"])
    ticked = tag("input", type="checkbox", name="take", value=f"{case.id}={case.last}", checked=True, aria_label=label)
    told = (
        row[f"statement_{words.lang}"],
        row["quote"],
        candidate.rule if candidate else "",
        f"{candidate.confidence:.0%}" if candidate else "",
    )
    return tag("tr", tag("td", ticked), *(tag("td", each) for each in told))


def wishes(dossier: Dossier, holdings: Holdings, taken: Mapping[str, str], editor: str) -> list[Wish]:
    """The decisions that accept the cases of `taken` (id -> what the editor knew) as found; WishError as in `wish`."""
    found = []
    for key, knew in taken.items():
        case = dossier.case(key)
        asked = Asked("accept", editor, knew={key: knew}, rows=drafted(dossier, case, holdings))
        found.append(wish(asked, dossier, case, holdings))
    return found
