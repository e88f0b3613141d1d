"""Does every address of a file or citation answer with it, or with one clear sentence?"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccnt_dash.site import Site
from ccnt_dash.taking.extract import TAKEN
from ccnt_dash.taking.files import FILES

LOST = ["/take/nothing.csv", "/take/table.exe", "/take/table", "/take/table.geojson", "/cite/table.csv", "/cite/x.bib",
        "/policy/nobody.bib", "/policy/nobody.csv", "/take/../table.csv", "/take/table.csv/"]  # fmt: skip
NAMED_BY_PLACE = ("path", "peers", "slope", "multiples")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("address", LOST)
def test_what_is_not_there_is_said_in_a_sentence(app: Site, address: str, lang: str) -> None:
    answer = app.server.test_client().get(f"{address}?lang={lang}")
    assert answer.status_code == 404
    if answer.mimetype == "text/plain":
        said = answer.get_data(as_text=True)
        assert said.count("\n") == 1
        assert "<" not in said
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("view", TAKEN)
def test_a_file_is_called_by_view_and_version(app: Site, view: str) -> None:
    named = app.server.test_client().get(f"/take/{view}.csv?lang=zh").headers["Content-Disposition"]
    version = f"{app.answers.store.number()}-{app.answers.store.version()}"
    assert f'filename="ccnt-{view}-{version}.csv"' in named
    assert f"filename*=UTF-8''ccnt-{view}-{quote(version)}-%E" in named or view in NAMED_BY_PLACE
    assert named.isascii()


def test_a_file_of_a_record_is_that_record(app: Site) -> None:
    client = app.server.test_client()
    told = client.get("/policy/cn-5637c624.json?regions=140000&sectors=waste").get_json()
    assert [row["key"] for row in told["data"]] == ["cn-5637c624"]
    assert client.get("/policy/cn-5637c624.csv").data.startswith(b"\xef\xbb\xbfkey,")


TEXT = st.text(max_size=30)
FIELDS = st.sampled_from(["regions", "sectors", "years", "metric", "indicator", "at", "inside", "face", "policies",
                          "search", "since", "lang", "alike", "per", "by", "order", "page", "sort"])  # fmt: skip
VALUES = TEXT | st.sampled_from(["140000", "100000", "energy", "2030", "gap", "progress", "observed", "value", "zh",
                                 "cn-5637c624", "hydro_capacity", "tiles", "head", "0", "-1", "'", "%00"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([*TAKEN, "x"]) | TEXT,
    st.sampled_from([*FILES, "bib", "ris", "txt", "csl.json"]) | TEXT,
    st.sampled_from(["take", "cite", "policy"]),
    st.dictionaries(FIELDS, VALUES, max_size=5),
)
def test_whatever_is_asked_the_server_does_not_fail(
    app: Site, view: str, form: str, kind: str, query: dict[str, str]
) -> None:
    answer = app.server.test_client().get(f"/{kind}/{quote(view)}.{quote(form)}", query_string=query)
    assert answer.status_code in (200, 301, 308, 404)
