"""Does the search box find what is meant, in either language, and survive whatever is typed?"""

from __future__ import annotations

from typing import Any

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.filters import Filters
from ccnt_dash.pages.address import place
from ccnt_dash.pages.frame import FIND, PAGES
from ccnt_dash.pages.page import Reading
from ccnt_dash.site import KINDS, Site
from ccnt_dash.store import Store
from ccnt_dash.views import VIEWS

KINDS_IN_ORDER = ("place", "indicator", "policy", "page")


def find(answers: Answers, text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Kind and code of what is found."""
    drawn = answers.drawn(VIEWS["find"], Filters.from_query("").set("search", text).set("lang", lang))
    return [(each["kind"], each["code"]) for each in drawn]


def asked(app: Site, **args: str) -> Any:
    """The answer of the server, which must be well."""
    answer = app.server.test_client().get(FIND, query_string=args)
    assert answer.status_code == 200
    return answer.get_json()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Macau", ("place", "820000")),
        ("macao", ("place", "820000")),
        ("澳门", ("place", "820000")),
        ("鄂尔多斯", ("place", "150600")),
        ("ordos", ("place", "150600")),
        ("  ORDOS ", ("place", "150600")),
        ("Shanxi", ("place", "140000")),
        ("Shaanxi", ("place", "610000")),
        ("hainan", ("place", "460000")),
        ("xian", ("place", "610100")),
        ("Xi’an", ("place", "610100")),
        ("Ürümqi", ("place", "650100")),
        ("China", ("place", "100000")),
        ("全国", ("place", "100000")),
        ("compare", ("page", "compare")),
        ("一致性", ("page", "consistency")),
    ],
)
def test_what_is_meant_stands_first(answers: Answers, text: str, first: tuple[str, str], lang: str) -> None:
    assert find(answers, text, lang)[0] == first


@pytest.mark.parametrize("text", ["storage", "储能"])
def test_an_indicator_is_found_by_a_word_of_its_name(answers: Answers, text: str) -> None:
    found = find(answers, text)
    assert found[0][0] == "indicator"
    assert ("indicator", "new_energy_storage_capacity") in found


def test_both_places_of_one_name_are_found_and_the_province_stands_first(answers: Answers) -> None:
    assert find(answers, "Hainan")[:2] == [("place", "460000"), ("place", "632500")]


def test_a_name_that_begins_so_stands_before_one_that_contains_it(answers: Answers) -> None:
    rows = answers.rows(VIEWS["find"], Filters(search="shan"))
    ranks = [row["rank"] for row in rows if row["kind"] == "place"]
    assert ranks == sorted(ranks)
    assert ranks[0] == 1


def test_all_words_of_a_title_must_occur_in_any_order_and_language(answers: Answers, store: Store) -> None:
    title = store.rows("SELECT policy_id, title_en, title_zh FROM policies WHERE title_zh LIKE '%“十四五”%' LIMIT 1")[0]
    words = title["title_en"].split()
    assert ("policy", title["policy_id"]) in find(answers, " ".join(reversed(words)))
    assert ("policy", title["policy_id"]) in find(answers, title["title_zh"].replace("“", "").replace("”", ""))
    assert find(answers, f"{title['title_en']} zzzz") == []


def test_kinds_are_not_mixed_and_none_crowds_out_the_others(answers: Answers) -> None:
    found = [kind for kind, _ in find(answers, "energy")]
    assert len(found) == 12
    assert list(dict.fromkeys(found)) == sorted(set(found), key=found.index)
    assert {"indicator", "policy"} <= set(found)


def test_everything_that_is_found_has_a_page(app: Site, answers: Answers) -> None:
    reading = Reading(answers, Filters())
    for text in ("Shanxi", "ordos", "China", "storage", "targets", "about", "plan"):
        for group in asked(app, q=text, lang="en", theme="dark")["groups"]:
            for option in group["options"]:
                path, _, query = option["href"].partition("?")
                assert place(path, reading, KINDS) is not None
                assert Filters.from_query(query).theme == "dark"
    codes = {row["code"] for row in answers.store.rows("SELECT code FROM findable WHERE kind = 'page'")}
    assert codes == set(PAGES.values())


def test_the_nation_is_found_once(app: Site) -> None:
    options = [option for group in asked(app, q="China")["groups"] for option in group["options"]]
    assert [option["href"] for option in options].count("/national") == 1


def test_results_are_told_in_the_language_of_the_reader(app: Site) -> None:
    assert asked(app, q="Macau", lang="zh") == {
        "told": "1条结果",
        "groups": [
            {
                "name": "地区",
                "options": [
                    {
                        "name": "澳门特别行政区",
                        "other": "Macao Special Administrative Region",
                        "other_lang": "en",
                        "detail": "",
                        "href": "/province/820000?lang=zh",
                    }
                ],
            }
        ],
    }
    assert asked(app, q="zzzz", lang="zh") == {"told": "没有找到“zzzz”。", "groups": []}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "''",
        "“”",
        "-",
        "%",
        "_%_",
        "a' OR 1=1 --",
        "\x00\x07",
        "<script>",
        "\\",
        "[",
        "𝟙🌏",
        "山" * 5_000,
        "x" * 30_000,
    ],
)
def test_whatever_is_typed_is_answered(app: Site, text: str) -> None:
    answer = asked(app, q=text, lang="zh")
    assert sum(len(group["options"]) for group in answer["groups"]) <= 12
    assert asked(app, q="山西", lang=text, theme=text)["groups"]


def test_bytes_that_are_no_text_and_no_question_are_answered(app: Site) -> None:
    client = app.server.test_client()
    for query in ("", "q=%ff%fe", "q=%ed%a0%80", "q=a&q=b", "lang=zh"):
        assert client.get(f"{FIND}?{query}").status_code == 200
    assert client.get(FIND).get_json() == {"told": "", "groups": []}
