"""How does the desk ask for the rows that come of a case? Fields with names, known codes as choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ccnt_dash.build.decisions import LINKS
from ccnt_dash.pages.written import tag
from ccnt_dash.review.fit import FEW, Misfit
from ccnt_dash.review.quotes import LONGEST, shortest
from ccnt_dash.texts import Words

Row = Mapping[str, str]
# Column -> vocabulary of its codes.
CHOICES = {
    "kind": "target_kinds",
    "region": "regions",
    "sector": "sectors",
    "indicator": "indicators",
    "comparator": "comparators",
    "unit": "units",
    "display_unit": "units",
    "strictness": "strictness_levels",
    "confidence": "confidences",
    "level": "levels",
    "doc_type": "doc_types",
    "status": "statuses",
    "status_reason": "status_reasons",
}
WORDS = {**FEW, "title_original": ("en", "zh")}
# Asked for by an id of which the known ones are offered.
LISTED = ("policy_id", *LINKS)
LONG = (
    *("quote", "statement_en", "statement_zh", "note", "citation", "title_en", "title_zh", "summary_en", "summary_zh"),
    *("definition_en", "definition_zh", *LINKS.values()),
)
NUMERIC = ("value", "value_high", "value_aspired", "base_value", "base_year", "target_year")
# What is seen at once; what is folded away while it is empty and right; what is folded away while it is right.
FIELDS: dict[str, tuple[str, ...]] = {
    "target": (
        *("policy_id", "region", "indicator", "sector", "kind", "comparator", "value", "unit", "target_year"),
        *("base_year", "value_source", "unit_source", "strictness", "quote", "statement_en", "statement_zh"),
    ),
    "policy": (
        *("policy_id", "title_en", "title_zh", "region", "level", "doc_type", "published", "document_number"),
        *("period_start", "period_end", "sectors", "issuers", "implements", "implements_reason"),
    ),
    "source": ("source_id", "publisher", "rating", "url"),
    "indicator": (
        *("indicator", "name_en", "name_zh", "sector", "unit", "display_unit", "better", "additive"),
        *("definition_en", "definition_zh"),
    ),
}
FOLDED: dict[str, tuple[str, ...]] = {
    "target": ("value_high", "value_aspired", "base_value", "scope_en", "scope_zh", "note"),
    "policy": ("superseded_by", "superseded_reason", "summary_en", "summary_zh", "url", "note"),
    "source": ("note",),
    "indicator": (),
}
TUCKED: dict[str, tuple[str, ...]] = {
    "target": ("confidence",),
    "policy": ("status", "status_reason", "title_original", "quote", "confidence"),
    "source": ("title_en", "title_zh", "published", "licence", "citation", "accessed"),
    "indicator": (),
}


def fields(
    rows: Sequence[Row],
    words: Words,
    wrong: Sequence[tuple[int, Misfit]],
    first: Mapping[str, Sequence[str]],
    fresh: bool = False,
) -> list[Markup]:
    """The fields of each part; `first` has the suggested codes of a column, `wrong` what was refused.

    A new indicator comes first, and where it is `fresh`, what is typed goes into it.
    """
    made: list[Markup] = []
    targets = sum(1 for row in rows if row.get("becomes") == "target")
    for at, row in enumerate(rows, 1):
        problems = {each.column: each for part, each in wrong if part == at}
        many = targets > 1 and row.get("becomes") == "target"
        shown = Part(at, row, words, problems, first, fresh).fields(str(at) if many else "")
        made.insert(0 if row.get("becomes") == "indicator" else len(made), shown)
    return made


@dataclass(frozen=True)
class Part:
    """The form of one row: its number, its cells, what was refused in them, which codes are suggested."""

    at: int
    row: Row
    words: Words
    problems: Mapping[str, Misfit]
    first: Mapping[str, Sequence[str]]
    fresh: bool = False

    @property
    def form(self) -> str:
        """Which fields are asked for."""
        becomes = self.row.get("becomes", "")
        return becomes if becomes in ("target", "source", "indicator") else "policy"

    def fields(self, number: str) -> Markup:
        """All fields, those that are empty and right folded away; `number` tells parts of one kind apart."""
        form = self.form
        folded = [name for name in FOLDED[form] if not self.row.get(name)] + [*TUCKED[form]]
        unsure = self.row.get("confidence") not in ("", None, *list(self.words.vocabulary["confidences"])[:1])
        missed = ("quote",) if not self.row.get("quote") else ()
        folded = [name for name in folded if name not in (*self.problems, *missed)]
        folded = [name for name in folded if not (unsure and form == "target" and name == "confidence")]
        seen = [name for name in (*FIELDS[form], *FOLDED[form], *TUCKED[form]) if name not in folded]
        more = tag("div", *map(self._field, folded), class_="fields")
        return tag(
            "fieldset",
            tag("legend", f"{self.words(f'desk.part.{form}')} {number}".strip()),
            self._becomes(form),
            tag("p", self.words("desk.coin.hint"), class_="hint") if form == "indicator" else None,
            tag("p", self._said(self.problems["source_id"]), class_="wrong") if self._homeless(form) else None,
            *map(self._field, seen),
            tag("details", tag("summary", self.words("desk.more")), more) if folded else None,
            class_="fields",
        )

    def _homeless(self, form: str) -> bool:
        return form != "source" and "source_id" in self.problems

    def _becomes(self, form: str) -> Markup:
        name, value = f"p{self.at}.becomes", self.row.get("becomes", "")
        if form != "policy":
            return tag("input", type="hidden", name=name, value=value)
        told = {"policy": "new", "mention": "known", "": "none"}
        options = [
            tag("option", self.words(f"desk.becomes.{word}"), value=each, selected=value == each)
            for each, word in told.items()
        ]
        return self._labelled("becomes", tag("select", *options, id=name, name=name))

    def _field(self, column: str) -> Markup:
        name, value = f"p{self.at}.{column}", self.row.get(column, "")
        told: dict[str, Any] = {"id": name, "name": name}
        if column in self.problems:
            told |= {"aria_invalid": "true", "aria_describedby": f"{name}.wrong"}
        coded = column == "indicator" and self.form == "indicator"
        if coded and self.fresh:
            told["autofocus"] = True
        if column in CHOICES and not coded:
            return self._labelled(column, tag("select", *self._options(column, value), **told))
        if column in WORDS:
            named = {each: self.words(f"desk.word.{each}") for each in WORDS[column]}
            named = named if value in named else {"": "–", **named}
            return self._labelled(column, tag("select", *_chosen(named, value), **told))
        if column == "sectors":
            named = {code: self.words.name("sectors", code) for code in self.words.vocabulary["sectors"]}
            return self._labelled(column, tag("select", *_chosen(named, value), multiple=True, size=4, **told))
        if column in LONG:
            return self._labelled(
                column, tag("textarea", value, rows=2, placeholder=self.row.get(f"would_{column}"), **told)
            )
        listed = f"{name}.known" if column in LISTED else None
        numeric = "decimal" if column in NUMERIC else None
        line = tag("input", type="text", value=value, inputmode=numeric, list=listed, autocomplete="off", **told)
        known = [tag("option", value=code) for code in self.first.get(column, ())]
        return self._labelled(column, line + (tag("datalist", *known, id=listed) if listed else Markup("")))

    def _options(self, column: str, value: str) -> list[Markup]:
        known = self.words.vocabulary[CHOICES[column]]
        first = [code for code in self.first.get(column, ()) if code in known]
        named = {code: self._name(column, code) for code in known}
        lost = {value: value} if value and value not in known else {}  # what was found and no vocabulary has
        made = _chosen({"": "–", **lost}, value)
        near = _chosen({code: named.pop(code) for code in first}, value)
        if not near:
            return [*made, *_chosen(named, value)]
        groups = {"suggested": near, "all": _chosen(named, value)}
        return [
            *made,
            *(tag("optgroup", *each, label=self.words(f"desk.group.{name}")) for name, each in groups.items()),
        ]

    def _name(self, column: str, code: str) -> str:
        name = self.words.name(CHOICES[column], code)
        if column in ("unit", "region"):
            return f"{name} · {code}"
        return f"{self.words.vocabulary['comparators'][code]['sign']} {name}" if column == "comparator" else name

    def _labelled(self, column: str, control: Markup) -> Markup:
        name = f"p{self.at}.{column}"
        own = "code" if column == "indicator" and self.form == "indicator" else column
        label = tag("label", self.words(f"desk.field.{own}"), for_=name)
        problem = self.problems.get(column)
        told = tag("p", self._said(problem), class_="wrong", id=f"{name}.wrong") if problem else None
        wide = column in LONG or column in LISTED
        long = self._long() if column == "quote" else None
        return tag("div", label, control, told, long, class_="field wide" if wide else "field")

    def _long(self) -> Markup | None:
        """Too long for a quote: said, with the part of it that has the figures."""
        quote, words = self.row.get("quote", ""), self.words
        if len(quote) <= LONGEST:
            return None
        told = tag("p", words("desk.quote.long", n=words.number(len(quote)), most=LONGEST), class_="hint")
        short = shortest(quote, self.row)
        fills = {"data_fills": f"p{self.at}.quote", "data_value": short, "aria_label": words("desk.quote.use")}
        use = tag("button", words("desk.use"), type="button", class_="button", **fills)
        return tag("div", told, *([tag("blockquote", short), use] if short else []), class_="warns")

    def _said(self, wrong: Misfit) -> str:
        return self.words(f"desk.wrong.{wrong.wrong}", right=wrong.right)


def _chosen(named: Mapping[str, str], value: str) -> list[Markup]:
    chosen = value.split(";")
    return [tag("option", name, value=code, selected=code in chosen) for code, name in named.items()]
