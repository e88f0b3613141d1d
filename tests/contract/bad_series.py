"""Which rows break the checks of sql/checks_series.sql, and the rules of the tables beside the facts?"""

from __future__ import annotations

from tests.contract.bad_rows import NOTICE, OBSERVATIONS, POLICIES, TARGETS, Bad

RELATIONS = "policy_relations.csv"
JUMPS, REFERENCES, DECISIONS, LEFT_OUT = "jumps.csv", "reference_values.csv", "match_decisions.csv", "left_out.csv"

SERIES = [
    Bad("unexplained_jump", OBSERVATIONS, "value", "90", {"year": "2025"}, also="conversion", right="jumps.csv"),
    Bad("unexplained_jump", OBSERVATIONS, "value", "1.5", {"year": "2026"}, also="conversion", right="jumps.csv"),
    Bad("explained_nothing", JUMPS, "year", "2022"),
    Bad("explained_nothing", JUMPS, "year", "1999"),
    Bad("reference_missed", REFERENCES, "value", "520", {"origin_en": "Another yearbook"}, right="Another yearbook"),
    Bad("reference_missed", REFERENCES, "value", "501", {"year": "1999"}),
    Bad("reference_missed", REFERENCES, "value", "790", {"sum_of": "provinces", "origin_en": "A second yearbook"}),
    Bad("share_out_of_bounds", OBSERVATIONS, "value", "101", {"year": "2007"}, also="unexplained_jump conversion"),
    Bad(
        "share_out_of_bounds",
        TARGETS,
        "value",
        "116.5",
        {"value_aspired": "", "value_source": "16.5"},
        also="conversion",
    ),
    Bad("superseded_alone", POLICIES, "superseded_by", "", {"status": "superseded"}),
    Bad("superseded_alone", POLICIES, "superseded_by", "invented-taiyuan-rules", also="relation_unproved"),
    Bad(
        "superseded_alone",
        POLICIES,
        "superseded_by",
        "invented-national-plan",
        {"status": "superseded"},
        "relation_unproved",
        right="later",
    ),
    Bad("relation_unproved", POLICIES, "implements", "invented-taiyuan-rules"),
    Bad(
        "relation_unproved",
        RELATIONS,
        "other_policy",
        "invented-qinghai-draft",
        {"policy_id": "invented-national-plan"},
    ),
    Bad("wrong_word", RELATIONS, "relation", "cites", also="relation_unproved"),
    Bad(
        "wrong_word",
        RELATIONS,
        "quote_lang",
        "fr",
        {"policy_id": "invented-national-plan"},
        also="relation_unproved duplicate_key",
    ),
    Bad("unknown_code", POLICIES, "superseded_by", "invented-nowhere", also="superseded_alone relation_unproved"),
    Bad("period_not_in_title", POLICIES, "period_end", "", {"title_zh": "虚构灯笼方案（2023—2026年）"}, right="2026"),
    Bad("period_not_in_title", POLICIES, "period_end", "", {"title_zh": "虚构“十五五”灯笼规划"}),
    Bad("stale_status", POLICIES, "status", "ended"),
    Bad("stale_status", POLICIES, "status", "in_force", {"period_start": "2020", "period_end": "2021"}, right="ended"),
    Bad("wrong_word", REFERENCES, "sum_of", "cities", {"origin_en": "A third yearbook"}, also="reference_missed"),
    Bad("out_of_range", REFERENCES, "tolerance", "1.5", {"origin_en": "A fourth yearbook"}),
    Bad("out_of_range", DECISIONS, "score", "-0.5", {"row_no": "4"}),
    Bad("malformed_code", "vocab/progress_statuses.csv", "colour", "green", also="duplicate_key"),
    Bad("out_of_range", LEFT_OUT, "entries", "0"),
    Bad("unknown_code", DECISIONS, "policy_id", NOTICE + "s", {"row_no": "5"}, right=NOTICE),
    *(Bad("misnumbered_version", "versions.csv", "number", value) for value in ("1.0", "2026.13.1", "2026.06.1")),
    Bad("misnumbered_version", "versions.csv", "checksum", "latest", {"number": "2024.7.1"}),
    Bad("impossible_date", "versions.csv", "published", "1 July", {"number": "2024.7.2"}),
]
