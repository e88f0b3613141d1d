"""Does a briefing hold what its period brought, and say nothing that no record says?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ccnt_dash.answer import Answers
from ccnt_dash.briefing import Issue, briefed, of_issue
from ccnt_dash.briefing.issue import Item
from ccnt_dash.briefing.period import date as said_date
from ccnt_dash.filters import Filters
from ccnt_dash.site import Site
from ccnt_dash.views import VIEWS
from tests.unit.test_briefing import DAY

# The two newsletters that the data set restates.
NEWSLETTERS = ("newsletter_subnational_2024", "newsletter_2024")
NAMED = """
SELECT 'policy:' || policy_id AS record FROM policies WHERE source_id = $source
UNION SELECT 'policy:' || policy_id FROM policy_sources WHERE source_id = $source
UNION SELECT 'policy:' || policy_id FROM targets WHERE source_id = $source
UNION SELECT 'target:' || target_id FROM targets WHERE source_id = $source
UNION SELECT 'activity:' || activity_id FROM activities WHERE source_id = $source
"""
SUMMER = Filters(start="2024-05", end="2024-08")


def months(answers: Answers, source: str) -> tuple[str, str]:
    row = answers.vocabulary()["sources"][source]
    return row["covers_from"], row["covers_until"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("source", NEWSLETTERS)
def test_the_period_of_a_newsletter_brings_all_that_it_names(answers: Answers, source: str, lang: str) -> None:
    start, end = months(answers, source)
    issue = briefed(answers, Filters(start=start, end=end, lang=lang))
    named = {row["record"] for row in answers.store.rows(NAMED, {"source": source})}
    assert len(named) > 60
    assert named <= set(issue.records)


@pytest.mark.parametrize("source", NEWSLETTERS)
def test_an_issue_is_kept_of_the_period_of_each_newsletter(answers: Answers, source: str) -> None:
    rows = answers.rows(VIEWS["issues"], Filters())
    kept = next(row["issue"] for row in rows if (row["starts"], row["ends"]) == months(answers, source))
    found = of_issue(answers, kept, "en")
    assert found is not None
    named = {row["record"] for row in answers.store.rows(NAMED, {"source": source})}
    assert named <= set(found[0].records)


def sentences(issue: Issue) -> list[tuple[Item, str]]:
    return [(item, each.text) for item in issue.items for each in (*item.sentences, *item.bullets)]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_number_of_a_document_is_one_of_its_record(app: Site, answers: Answers, lang: str) -> None:
    client = app.server.test_client()
    for item in briefed(answers, replace(SUMMER, lang=lang)).items:
        kind, _, code = item.record.partition(":")
        if kind != "policy" or len(item.sentences[0].records) > 1:
            continue
        told = client.get(f"/api/v1/policies/{code}?lang={lang}").get_json()["data"]
        fields = ("title_en", "title_zh", "published", "summary_en", "summary_zh")
        known = [*(str(told[name]) for name in fields), str(len(told["issuers"]) - 1)]
        shown = numbers(" ".join(each.text for each in item.sentences))
        assert {each.lstrip("0") for each in shown} <= {each.lstrip("0") for each in numbers(" ".join(known))}, (
            item.text
        )
        rows = client.get(f"/api/v1/targets?policies={code}&limit=1000").get_json()["data"]
        statements = {f"target:{row['target_id']}": row[f"statement_{lang}"] for row in rows}
        assert {each.records[0] for each in item.bullets} == set(statements)
        for each in item.bullets:
            assert each.text.endswith(statements[each.records[0]])


def test_every_figure_is_that_of_the_api(app: Site, answers: Answers) -> None:
    client, words = app.server.test_client(), answers.words(SUMMER)
    found = [item for item in briefed(answers, SUMMER).items if item.record.startswith("value:")]
    assert len(found) >= 5
    for item in found:
        indicator, region, year, source = item.record.removeprefix("value:").split("/")
        query = f"regions={region}&indicator={indicator}&years={year}"
        rows = client.get(f"/api/v1/observations?{query}").get_json()["data"]
        row = next(row for row in rows if row["source_id"] == source)
        entry, units = words.vocabulary["indicators"][indicator], words.vocabulary["units"]
        value = row["value"] * units[row["unit"]]["factor"] / units[entry["display_unit"]]["factor"]
        assert f" {words.amount(value, entry['display_unit'])} in {year}" in item.text


def test_a_target_that_fell_due_has_the_value_of_the_api(app: Site, answers: Answers) -> None:
    client, filters = app.server.test_client(), Filters(start="2025-01", end="2025-12")
    found = [item for item in briefed(answers, filters).items if item.record.startswith("due:") and item.source]
    assert found
    rows = {row["target_id"]: row for row in client.get("/api/v1/targets?years=2025&limit=1000").get_json()["data"]}
    words = answers.words(filters)
    for item in found:
        row = rows[item.record.removeprefix("due:")]
        entry, units = words.vocabulary["indicators"][row["indicator"]], words.vocabulary["units"]
        value = row["value"] * units[row["unit"]]["factor"] / units[entry["display_unit"]]["factor"]
        assert words.number(value) in item.text
        assert words.lowered(words.name("progress_statuses", row["progress_status"])) in item.text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_item_rests_on_a_record_and_leads_to_a_page(app: Site, answers: Answers, lang: str) -> None:
    client = app.server.test_client()
    issue = briefed(answers, replace(SUMMER, lang=lang))
    links = {span.link for item in issue.items for each in (*item.sentences, *item.bullets) for span in each.spans}
    for item in issue.items:
        assert item.link
        assert all(each.records for each in (*item.sentences, *item.bullets))
    for link in {link.partition("#")[0] for link in links - {""}}:
        assert link.startswith("http") or client.get(link).status_code == 200, link


def test_documents_stand_in_the_order_of_the_rule(answers: Answers) -> None:
    issue = briefed(answers, SUMMER)
    local = next(section for section in issue.sections if section.code == "local-industry")
    assert local.items[0].record == "policy:shanghai-2024-green-low-carbon-transition"
    counts = [len(item.bullets) for item in local.items]
    assert counts[0] == max(counts)
    assert issue.sections[0].code == "top"


def test_documents_of_the_same_name_are_told_in_one_sentence(answers: Answers) -> None:
    issue = briefed(answers, Filters(start="2024-07", end="2024-11"))
    (together,) = [item for item in issue.items if "policy:fujian-2024-consumer-trade-in" in item.sentences[0].records]
    assert len(together.sentences[0].records) == 5
    assert sum(1 for span in together.sentences[0].spans if span.link) == 5


def test_a_choice_narrows_an_issue(answers: Answers) -> None:
    issue = briefed(answers, replace(SUMMER, regions=("140000",), sectors=("energy",)))
    policies = [record for record in issue.records if record.startswith("policy:")]
    assert policies == ["policy:shanxi-2024-energy-sector-carbon-reduction"]
    assert "Shanxi" in issue.lead[1].text


def test_a_period_without_documents_says_so(answers: Answers) -> None:
    issue = briefed(answers, Filters(start="1995-01", end="1995-02"))
    assert issue.lead[0].text == answers.words(Filters())("brief.nothing")
    assert issue.tiles is None


def test_a_long_period_is_cut_and_says_how_much_is_left(answers: Answers) -> None:
    issue = briefed(answers, Filters(start="2010-01", end="2026-12"))
    assert any("more of this period" in each.text for each in issue.lead)


@pytest.mark.parametrize(("day", "en", "zh"), DAY)
def test_a_date_is_as_precise_as_its_source(answers: Answers, day: str | None, en: str, zh: str) -> None:
    assert said_date(day, answers.words(Filters(lang="en"))) == en
    assert said_date(day, answers.words(Filters(lang="zh"))) == zh
