"""Which rows break which check? At least one for each query of sql/checks.sql and sql/checks_facts.sql.

Those of sql/checks_series.sql stand in bad_series.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.contract.invented import Row, append

POLICIES, TARGETS, OBSERVATIONS = "policies/invented.csv", "targets/invented.csv", "observations/invented.csv"
ACTIVITIES, SOURCES, SECTORS = "activities/invented.csv", "policy_sources/invented.csv", "vocab/sectors.csv"
REGIONS, INDICATORS, UNITS, TEXTS = "vocab/regions.csv", "vocab/indicators.csv", "vocab/units.csv", "texts.csv"
NOTICE, FALL, STEP = "invented-shanxi-notice", "invented-shanxi-notice.01", "invented-shanxi-notice.03"
LIKE = {
    POLICIES: NOTICE,
    TARGETS: FALL,
    OBSERVATIONS: "140000",
    ACTIVITIES: "invented-lantern-fair",
    SECTORS: "energy",
    REGIONS: "140100",
    INDICATORS: "forest_coverage",
    UNITS: "percent",
    TEXTS: "site.title",
    "absences.csv": "630000",
    SOURCES: "invented-national-plan",
    "policy_references/invented.csv": NOTICE,
    "merges.csv": "invented-national-plan",
    "versions.csv": "2024.6.1",
    "policy_relations.csv": NOTICE,
    "vocab/progress_statuses.csv": "achieved",
    "jumps.csv": "140000",
    "reference_values.csv": "140000",
    "match_decisions.csv": "2",
    "left_out.csv": "Invented rumours",
    "issues.csv": "invented-summer",
    "briefings/invented-summer.csv": "invented-summer",
}
# Their first column is a code of another table, or no code: a bad row keeps it.
ITEMS = "briefings/invented-summer.csv"
KEPT = [
    OBSERVATIONS,
    SOURCES,
    ITEMS,
    *(name for name in LIKE if "/" not in name and name not in (TEXTS, "left_out.csv", "issues.csv")),
]
NUMBERS = ["1e5", "nan", "inf", "-inf", "１４", "１４．５", "0x10", "1,000", "14,5", ".5", "5.", "+5", "--5", "1_0"]
TWICE = "140000 · forest_coverage · 2023 · invented_yearbook"
NUMBER = "values_reversed share_out_of_bounds conversion"  # what a misread number breaks besides
LONG = "lantern " * 40 + "end"


@dataclass(frozen=True)
class Bad:
    """A copy of the row `like` with other `cells`; `check` complains about `column`, and `also` may do so."""

    check: str
    file: str
    column: str
    value: str
    cells: Row = field(default_factory=dict)
    also: str = ""
    like: str = ""
    written: str | None = None
    right: str = ""

    def __str__(self) -> str:
        return f"{self.check}-{Path(self.file).parent.name}-{self.column}-{self.value[:24]!a}"

    def put(self, folder: Path, at: int) -> int:
        """Write the row into its file; its line."""
        written = self.value if self.written is None else self.written
        cells = self.cells if "+" in self.column else {self.column: written, **self.cells}
        if self.file.endswith(".toml"):
            return self._passport(folder, cells)
        like = self.like or LIKE[self.file]
        key = (folder / self.file).read_text(encoding="utf-8-sig").split(",", 1)[0]
        fresh = {} if self.file in KEPT else {key: f"bad-{at}"}
        if self.file == POLICIES:
            fresh["implements"] = ""  # a link needs a line that proves it
        return append(folder / self.file, like, {**fresh, **cells})

    def _passport(self, folder: Path, cells: Row) -> int:
        (folder / self.file).parent.mkdir()
        lines = (folder / "sources/invented_2024/source.toml").read_text(encoding="utf-8").splitlines()
        lines = [line for line in lines if line.split(" = ")[0] not in cells]
        lines += [f'{name} = "{value}"' for name, value in cells.items() if value]
        (folder / self.file).write_text("\n".join(lines), encoding="utf-8")
        return 0


def passport(check: str, column: str, value: str) -> Bad:
    return Bad(check, f"sources/bad_{column}_{check}/source.toml", column, value, also="unused_source")


ROWS = [
    Bad("missing_value", POLICIES, "title_zh", ""),
    Bad("missing_value", POLICIES, "policy_id", ""),
    passport("missing_value", "accessed", ""),
    Bad("missing_list", POLICIES, "sectors", ""),
    Bad("missing_list", POLICIES, "issuers", ""),
    *(Bad("wrong_type", TARGETS, "value", value, also=NUMBER) for value in [*NUMBERS, "9" * 16]),
    *(
        Bad("wrong_type", TARGETS, "target_year", value)
        for value in ["2025.0", "02025", "二〇二五", "２０２５", "2025年"]
    ),
    Bad("wrong_type", UNITS, "factor", "ten"),
    Bad("wrong_type", OBSERVATIONS, "is_estimate", "TRUE", {"year": "2001"}),
    Bad("wrong_type", OBSERVATIONS, "value", "20.5%", {"year": "2002"}),
    Bad("unknown_code", POLICIES, "region", "Shanxi", right="write 140000"),
    Bad("unknown_code", POLICIES, "region", "140001", right="perhaps one of: 14"),
    Bad("unknown_code", POLICIES, "doc_type", "pln", right="one of: plan, "),
    Bad(
        "unknown_code",
        POLICIES,
        "implements",
        "invented-nowhere",
        also="relation_unproved",
        right="perhaps one of: invented-",
    ),
    Bad("unknown_code", POLICIES, "sectors", "enrgy", written="industry;enrgy", right="one of: energy, "),
    Bad("unknown_code", POLICIES, "sectors", "", written="industry;"),
    Bad("unknown_code", POLICIES, "sectors", " industry", written="energy; industry", right="one of: industry, "),
    Bad("unknown_code", POLICIES, "issuers", "invented-offices", right="one of: invented-office, "),
    Bad("unknown_code", TARGETS, "policy_id", "nowhere"),
    Bad("unknown_code", TARGETS, "region", "140000;630000"),
    Bad("unknown_code", TARGETS, "sector", "Energy", right="one of: energy, "),
    Bad("unknown_code", TARGETS, "unit", "per cent", also="wrong_unit", right="perhaps one of: percent, "),
    Bad("unknown_code", TARGETS, "comparator", "≥", right="one of: "),
    Bad("unknown_code", ACTIVITIES, "topics", "hydrogn", written="energy;hydrogn", right="perhaps one of: hydrogen, "),
    Bad("unknown_code", ACTIVITIES, "regions", "999999", written="140100;999999"),
    Bad("unknown_code", "policy_references/invented.csv", "cited_policy", "nowhere"),
    Bad("unknown_code", "merges.csv", "kept", "nowhere", {"dropped": "invented-lost-plan"}),
    Bad("duplicate_key", TARGETS, "target_id", FALL),
    Bad("duplicate_key", OBSERVATIONS, "region+indicator+year+source_id", TWICE),
    Bad("duplicate_list_code", POLICIES, "sectors", "energy", written="energy;industry;energy"),
    Bad("duplicate_list_code", ACTIVITIES, "topics", "energy", written="energy;energy"),
    *(
        Bad("malformed_code", POLICIES, "policy_id", value)
        for value in ("Bad-id", "bad/../id", "bad_id", "坏", "bad id")
    ),
    Bad("malformed_code", TARGETS, "target_id", "bad 1"),
    Bad("malformed_code", ACTIVITIES, "activity_id", "bad.fair"),
    Bad("malformed_code", REGIONS, "region", "914000", also="misplaced_region"),
    Bad("malformed_code", SECTORS, "colour", "red"),
    passport("malformed_code", "sha256", "1.2E+60x"),
    *(
        Bad("impossible_link", POLICIES, "url", value)
        for value in (
            "www.example.org",
            "javascript:alert(1)",
            "https://",
            "https://example.org/a b",
            "file:///etc/passwd",
        )
    ),
    passport("impossible_link", "url", "example.org"),
    Bad("wrong_word", POLICIES, "title_original", "cn"),
    Bad("wrong_word", POLICIES, "quote_lang", "English"),
    Bad("wrong_word", TARGETS, "quote_lang", "EN"),
    Bad("wrong_word", SOURCES, "quote_lang", "zh-CN", {"source_id": "invented_2024"}),
    Bad("wrong_word", OBSERVATIONS, "quote_lang", "e", {"year": "2003"}),
    Bad("wrong_word", ACTIVITIES, "quote_lang", "fr"),
    Bad("wrong_word", INDICATORS, "better", "up"),
    passport("wrong_word", "rating", "gold"),
    *(
        Bad("impossible_date", POLICIES, "published", value)
        for value in ["2024/5/1", "45413", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2101", "2100-01", "1066"]
    ),
    *(
        Bad("impossible_date", POLICIES, "published", value)
        for value in (
            "2024-5",
            "24",
            "May 2024",
            "2024-05-01 00:00:00",
            "01.05.2024",
            "２０２４",
            "2024年5月1日",
            "2024-0５",
        )
    ),
    passport("impossible_date", "accessed", "2024-06-31"),
    Bad("impossible_date", ACTIVITIES, "date", "27 June 2024"),
    Bad("impossible_date", "absences.csv", "searched", "yesterday", {"sector": "energy"}),
    *(Bad("impossible_year", TARGETS, "target_year", value, like=STEP) for value in ["2101", "20250", "45413"]),
    *(
        Bad("impossible_year", TARGETS, "target_year", value, like=STEP, also="target_before_policy")
        for value in ["0", "-2025", "1948"]
    ),
    Bad("impossible_year", OBSERVATIONS, "year", "45413"),
    Bad("impossible_year", POLICIES, "period_start", "1848"),
    Bad("years_reversed", POLICIES, "period_end", "2025", {"period_start": "2030"}),
    Bad("years_reversed", TARGETS, "target_year", "2025", {"base_year": "2026"}),
    Bad("circular_implements", POLICIES, "implements", "bad-self", {"policy_id": "bad-self"}, also="relation_unproved"),
    Bad("circular_implements", POLICIES, "implements", "bad-egg", {"policy_id": "bad-hen"}, also="relation_unproved"),
    Bad("circular_implements", POLICIES, "implements", "bad-hen", {"policy_id": "bad-egg"}, also="relation_unproved"),
    Bad("merged_again", "merges.csv", "dropped", "invented-qinghai-draft"),
    Bad("target_before_policy", TARGETS, "target_year", "2023", like=STEP),
    Bad("wrong_unit", TARGETS, "unit", "MW", right="convert to percent"),
    Bad("wrong_unit", OBSERVATIONS, "unit", "ratio", {"year": "2004"}, right="convert to percent"),
    Bad("impossible_factor", UNITS, "factor", "0"),
    Bad("impossible_factor", UNITS, "factor", "-1.5"),
    Bad("wrong_dimension", INDICATORS, "display_unit", "MW"),
    *(Bad("bare_value", TARGETS, column, "") for column in ["unit", "comparator", "indicator", "unit_source", "value"]),
    Bad("bare_value", TARGETS, "value_high", "16"),
    Bad("bare_value", TARGETS, "value_high", "", {"comparator": "range"}),
    Bad("bare_value", TARGETS, "base_year", "", {"base_value": "0.5"}),
    Bad("values_reversed", TARGETS, "value_aspired", "12.5"),
    Bad("values_reversed", TARGETS, "value_high", "5000", like="invented-national-plan.04"),
    Bad("values_reversed", TARGETS, "value_aspired", "1.3", like="invented-national-plan.03"),
    Bad("bare_quote", POLICIES, "quote_lang", ""),
    Bad("bare_quote", POLICIES, "quote_lang", "zh"),
    Bad("bare_quote", TARGETS, "quote_lang", "en", like="invented-taiyuan-rules.01"),
    *(
        Bad("value_not_in_quote", TARGETS, "value_source", value, also="conversion")
        for value in ["15", "4.5", "14", "5", "6.5"]
    ),
    Bad("value_not_in_quote", OBSERVATIONS, "value_source", "0.5", {"year": "2005"}, also="conversion"),
    Bad("level_mismatch", POLICIES, "level", "national", right="write provincial"),
    Bad("foreign_target", TARGETS, "region", "440000"),
    Bad("misplaced_region", REGIONS, "parent", "150000", {"region": "149900"}, right="write 140000"),
    Bad("misplaced_region", REGIONS, "parent", "", {"region": "149800"}, right="write 140000"),
    Bad("misplaced_region", REGIONS, "level", "provincial", {"region": "149700"}, right="write municipal"),
    *(
        Bad("hidden_sign", POLICIES, "title_en", value)
        for value in (
            "No\u00a0break",
            "blank ",
            " blank",
            "tab\there",
            "zero\u200bwidth",
            "\ufeffmark",
            "line\u2028end",
            "nul\0",
        )
    ),
    Bad("hidden_sign", POLICIES, "title_zh", "虚构通知\u3000"),
    *(Bad("broken_encoding", POLICIES, "title_en", value) for value in ("InventÃ©", "Itâ€™s", "lost \ufffd")),
    Bad("broken_encoding", POLICIES, "title_zh", "锟斤拷烫烫烫"),
    *(
        Bad("mangled_by_spreadsheet", POLICIES, "document_number", value)
        for value in ["######", "#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!", "Jan-25", "25-Jan", "1.2E+05", "-1E-7"]
    ),
    Bad("mangled_by_spreadsheet", TARGETS, "value", "1.2E+05", also="wrong_type " + NUMBER),
    Bad("mangled_by_spreadsheet", TARGETS, "value_source", "15-Jan", also="value_not_in_quote"),
    Bad("wrong_language", POLICIES, "title_en", "Invented 通知"),
    Bad("wrong_language", POLICIES, "title_zh", "Invented Notice"),
    Bad("text_holes", TEXTS, "zh", "{m}个灯笼", {"en": "{n} lanterns"}),
    Bad("text_holes", TEXTS, "en", "{n} lanterns }", {"zh": "{n}个灯笼"}),
    Bad("unknown_code", "issues.csv", "regions", "14"),
    Bad("duplicate_list_code", "issues.csv", "sectors", "energy", written="energy;energy"),
    Bad("impossible_month", "issues.csv", "starts", "2024-13"),
    Bad("impossible_month", "issues.csv", "starts", "2024-09", {"ends": "2024-08"}),
    Bad("impossible_month", "issues.csv", "ends", "2024-1"),
    Bad("malformed_code", "issues.csv", "issue", "Bad Summer"),
    *(passport("impossible_month", name, "2024") for name in ("covers_from", "covers_until")),
    Bad("wrong_word", ITEMS, "state", "lost", {"record": "policy:bad-1"}),
    Bad("misplaced_item", ITEMS, "section", "front", {"record": "policy:bad-2"}),
    Bad("misplaced_item", ITEMS, "state", "rewritten", {"record": "policy:bad-3", "text_zh": "虚构。"}),
    Bad("conversion", TARGETS, "value", "6.5", like="invented-national-plan.06", right="write 6500"),
    Bad("long_quote", POLICIES, "quote", LONG[:60] + "…", written=LONG),
    Bad("unused_source", "sources/bad_unused/source.toml", "source_id", "bad_unused", {"source_id": ""}, written=""),
]
