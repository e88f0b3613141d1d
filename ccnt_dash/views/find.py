"""Which places, indicators, policies and pages are meant by what a reader types into the search box?"""

from __future__ import annotations

from ccnt_dash.look import Look
from ccnt_dash.texts import Words
from ccnt_dash.views.base import Row, Rows, View

MOST = 12

# Each kind gets its best matches in turn, so that many policies don't crowd out an indicator. A kind whose best
# match only contains what was typed stands behind those with a name that begins so.
SQL = f"""
WITH asked AS (
    SELECT plain($search.said[1]) AS text
), ranked AS (
    SELECT kind, code, sort, list_position(['place', 'indicator', 'policy', 'page'], kind) AS kind_sort,
           CASE WHEN list_contains(forms, text) THEN 0
                WHEN len(list_filter(forms, lambda form: starts_with(form, text))) > 0 THEN 1
                WHEN len(list_filter(forms, lambda form: contains(form, ' ' || text))) > 0 THEN 2
                WHEN len(list_filter(forms, lambda form: contains(form, text))) > 0 THEN 3
                ELSE 4 END AS rank
    FROM findable, asked WHERE text <> '' AND found(haystack, text)
), in_turn AS (
    SELECT *, row_number() OVER (PARTITION BY kind ORDER BY rank, sort, code) AS turn,
           min(rank) OVER (PARTITION BY kind) > 1 AS loose
    FROM ranked QUALIFY turn <= {MOST} ORDER BY turn, kind_sort LIMIT {MOST}
)
SELECT f.kind || '-' || f.code AS key, f.kind, f.code, f.rank, p.title_en, p.title_zh, p.region, p.published
FROM in_turn f LEFT JOIN policies p ON f.kind = 'policy' AND p.policy_id = f.code
ORDER BY loose, kind_sort, turn
"""


def draw(rows: Rows, words: Words, look: Look) -> list[dict[str, str]]:
    """What was found, best first within its kind: kind, code and level, name, what tells it from others.

    `other` is the name in the other language, where it is short.
    """
    return [{"kind": row["kind"], "code": row["code"], **TELLERS[row["kind"]](row, words)} for row in rows]


def _place(row: Row, words: Words) -> dict[str, str]:
    region = words.vocabulary["regions"][row["code"]]
    within = words.place(region["parent"]) if region["level"] == "municipal" else ""
    other = region["name_zh" if words.lang == "en" else "name_en"]
    return {"name": words.of(region, "name"), "other": other, "detail": within, "level": region["level"]}


def _indicator(row: Row, words: Words) -> dict[str, str]:
    sector = words.vocabulary["indicators"][row["code"]]["sector"]
    return {"name": words.name("indicators", row["code"]), "detail": words.name("sectors", sector)}


def _policy(row: Row, words: Words) -> dict[str, str]:
    told = (words.place(row["region"]), row["published"] or words("absent.date"))
    return {"name": words.of(row, "title"), "detail": words("list.dot").join(told)}


def _page(row: Row, words: Words) -> dict[str, str]:
    return {"name": words(f"nav.{row['code']}")}


TELLERS = {"place": _place, "indicator": _indicator, "policy": _policy, "page": _page}

VIEW = View("find", SQL, draw)
