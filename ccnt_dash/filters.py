"""What has the reader chosen? One frozen value, and the URL that is that value written down."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

Params = dict[str, str]
CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
MOST_CODES = 60
LONGEST_SEARCH = 120
YEARS = range(1949, 2101)


def _codes(text: str) -> tuple[str, ...]:
    found = (code for code in text.split(",") if CODE.fullmatch(code))
    return tuple(dict.fromkeys(found))[:MOST_CODES]


def _year(text: str) -> int | None:
    plausible = text.isascii() and text.isdigit() and len(text) == 4
    return int(text) if plausible and int(text) in YEARS else None


def _years(text: str) -> tuple[int, ...]:
    found = (_year(part) for part in text.split(","))
    return tuple(sorted({year for year in found if year is not None}))[:MOST_CODES]


def _search(text: str) -> str:
    printable = "".join(sign for sign in text if sign.isprintable())
    return " ".join(printable.split())[:LONGEST_SEARCH]


def month(text: str) -> str:
    """`text` if it names a month (YYYY-MM) of a plausible year, otherwise ""."""
    year, _, number = text.partition("-")
    return text if MONTH.fullmatch(text) and int(year) in YEARS and 1 <= int(number) <= 12 else ""


def _page(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


@dataclass(frozen=True)
class OneOf:
    """Reads one of the allowed texts; anything else is the first of them."""

    allowed: tuple[str, ...]

    def __call__(self, text: str) -> str:
        """`text` if it is allowed."""
        return text if text in self.allowed else self.allowed[0]


def _one_of(*allowed: str) -> OneOf:
    return OneOf(allowed)


def _code(text: str) -> str:
    return text if CODE.fullmatch(text) else ""


def _choice(default: Any, read: Callable[[str], Any], vocabulary: str = "", narrows: bool = True) -> Any:
    """A field: how its parameter is read, the table its codes are in, whether it narrows the records."""
    return field(default=default, metadata={"read": read, "vocabulary": vocabulary, "narrows": narrows})


SORTS = tuple(
    column + way
    for column in ("published", "title", "region", "sector", "doc_type", "targets", "relevance")
    for way in ("-desc", "-asc")
)


@dataclass(frozen=True)
class Filters:
    """The reader's choices. Tuples hold codes; an empty one means all.

    Fields that narrow decide which records are meant; the others decide how they are shown.
    """

    regions: tuple[str, ...] = _choice((), _codes, "regions")
    sectors: tuple[str, ...] = _choice((), _codes, "sectors")
    levels: tuple[str, ...] = _choice((), _codes, "levels")
    doc_types: tuple[str, ...] = _choice((), _codes, "doc_types")
    kinds: tuple[str, ...] = _choice((), _codes, "target_kinds")
    years: tuple[int, ...] = _choice((), _years)
    since: int | None = _choice(None, _year)
    until: int | None = _choice(None, _year)
    search: str = _choice("", _search)
    policies: tuple[str, ...] = _choice((), _codes, "policies")
    metric: str = _choice(
        "policies", _one_of("policies", "targets", "first", "value", "observed", "gap", "progress"), narrows=False
    )
    face: str = _choice("", _one_of("", "map", "tiles", "bars"), narrows=False)
    inside: str = _choice("", _code, "regions", narrows=False)
    indicator: str = _choice("", _code, "indicators", narrows=False)
    at: int | None = _choice(None, _year, narrows=False)
    order: str = _choice("ambition", _one_of("ambition", "value", "progress", "geography"), narrows=False)
    per: str = _choice("", _one_of("", "head", "area", "gdp"), narrows=False)
    alike: str = _choice("kind", _one_of("kind", "population", "income", "mix", "borders"), narrows=False)
    by: str = _choice("sector", _one_of("sector", "doc_type", "indicator"), narrows=False)
    cells: str = _choice("count", _one_of("count", "first"), narrows=False)
    missing: str = _choice("", _code, narrows=False)
    start: str = _choice("", month, narrows=False)
    end: str = _choice("", month, narrows=False)
    sort: str = _choice("", _one_of("", *SORTS), narrows=False)
    page: int = _choice(1, _page, narrows=False)
    lang: str = _choice("", _one_of("", "en", "zh"), narrows=False)
    theme: str = _choice("", _one_of("", "light", "dark"), narrows=False)

    @classmethod
    def from_query(cls, query: str) -> Filters:
        """The choices in a query string such as ``?regions=140000&years=2025``; what is not understood is dropped."""
        params = migrated(dict(parse_qsl(query.lstrip("?"), max_num_fields=100)) if len(query) < 20_000 else {})
        readers = {each.name: each.metadata["read"] for each in fields(cls)}
        return cls(**{name: read(params[name]) for name, read in readers.items() if name in params})

    def to_query(self) -> str:
        """The query string of these choices, defaults left out; ``""`` when all are default."""
        chosen = [
            (each.name, getattr(self, each.name)) for each in fields(self) if getattr(self, each.name) != each.default
        ]
        return "?" + urlencode([(name, _written(value)) for name, value in chosen], safe=",") if chosen else ""

    def params(self) -> dict[str, Any]:
        """Values to bind in SQL; an empty choice is None, which means all."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: (list(value) if isinstance(value, tuple) else value) or None for name, value in values.items()}

    def set(self, name: str, value: Any) -> Filters:
        """A copy with one field replaced; the table returns to its first page unless the page itself is set."""
        kept = name in ("page", "lang", "theme")
        changed: dict[str, Any] = {"page": self.page if kept else 1, name: value}
        return replace(self, **changed)

    def toggle(self, name: str, code: Any, add: bool = False) -> Filters:
        """Choose `code` alone, or, with `add`, beside the others; choosing it again un-chooses it."""
        now = getattr(self, name)
        if code in now:
            return self.set(name, tuple(each for each in now if each != code) if add or len(now) == 1 else (code,))
        return self.set(name, (*now, code) if add else (code,))

    def entered(self, province: str) -> Filters:
        """A copy whose map shows the cities of `province`, which is chosen; with "" the provinces, none chosen."""
        return self.set("inside", province).set("regions", (province,) if province else ())

    @property
    def sorted_as(self) -> str:
        """The order of the table: the one chosen, or else the best match first, or without a search the newest."""
        automatic = "relevance-desc" if self.search else SORTS[0]
        return automatic if not self.sort or (self.sort.startswith("relevance") and not self.search) else self.sort

    def without(self, name: str) -> Filters:
        """A copy with one field back at its default."""
        return self.set(name, type(self).__dataclass_fields__[name].default)

    def cleared(self) -> Filters:
        """Nothing narrowed; how things are shown stays."""
        defaults: dict[str, Any] = {each.name: each.default for each in fields(self) if each.metadata["narrows"]}
        return replace(self, **defaults, page=1)

    def narrowing(self) -> tuple[str, ...]:
        """Names of the fields that narrow the records now."""
        return tuple(
            each.name for each in fields(self) if each.metadata["narrows"] and getattr(self, each.name) != each.default
        )

    def known(self, vocabularies: Mapping[str, Container[str]]) -> Filters:
        """A copy without codes that their vocabulary (table -> codes) does not hold."""
        kept: dict[str, Any] = {}
        for each in fields(self):
            codes = vocabularies.get(each.metadata["vocabulary"])
            value = getattr(self, each.name)
            if codes is not None and value:
                kept[each.name] = (
                    tuple(c for c in value if c in codes)
                    if isinstance(value, tuple)
                    else value
                    if value in codes
                    else ""
                )
        return replace(self, **kept)


def _written(value: Any) -> str:
    return ",".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


def _period(params: Params) -> Params:
    """A period may be written as from and to, which can't be names of fields."""
    names = {"from": "start", "to": "end"}
    return {names.get(name, name): value for name, value in params.items()}


# Each migration takes the parameters of an older link and returns today's; links ever published
# stand in tests/contract/old_links.csv. Append, never change.
MIGRATIONS: tuple[Callable[[Params], Params], ...] = (_period,)


def migrated(params: Params) -> Params:
    """`params` of a link of any age in today's form."""
    for migrate in MIGRATIONS:
        params = migrate(params)
    return params
