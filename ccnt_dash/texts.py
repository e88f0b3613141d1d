"""How is it said in the reader's language? Interface texts, names of codes, numbers with units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ccnt_dash.store import Store
from ccnt_dash.vocab import Vocabulary, vocabulary

LANGUAGES = {"en": "en", "zh": "zh-CN"}


@dataclass(frozen=True)
class Words:
    """One language: call it with the key of a text and its holes; KeyError for a key that texts.csv lacks."""

    lang: str
    texts: Mapping[str, str]
    vocabulary: Vocabulary

    def __call__(self, key: str, **holes: Any) -> str:
        """The text `key` with its holes filled."""
        return self.texts[key].format(**holes)

    def counted(self, key: str, n: int) -> str:
        """The text `key`.one or `key`.many with its number."""
        return self(f"{key}.{'one' if n == 1 else 'many'}", n=self.number(n))

    def name(self, table: str, code: str, form: str = "name") -> str:
        """The name of a code, `form` being the column without its language: name, short, definition, symbol."""
        return str(self.vocabulary[table][code][f"{form}_{self.lang}"])

    def of(self, row: Mapping[str, Any], column: str) -> str:
        """The column of a record in this language, in the other one where this is empty, or ""."""
        other = "zh" if self.lang == "en" else "en"
        return str(row.get(f"{column}_{self.lang}") or row.get(f"{column}_{other}") or "")

    def place(self, region: str) -> str:
        """Short name of a place."""
        return self.name("regions", region, "short")

    def lowered(self, name: str) -> str:
        """A name within a sentence: English names of codes begin with a small letter there."""
        return name[:1].lower() + name[1:] if name[1:2].islower() else name

    def number(self, value: float) -> str:
        """A number with at most five significant digits and separated thousands."""
        if value == int(value):
            return f"{int(value):,}"
        return f"{value:,.{max(0, 4 - len(str(int(abs(value)))) + 1)}f}".rstrip("0").rstrip(".")

    def amount(self, value: float, unit: str) -> str:
        """A number with the symbol of its unit, or the number alone where the symbol is a dash."""
        symbol = self.name("units", unit, "symbol")
        number = self.number(value) if self.vocabulary["units"][unit]["grouped"] else f"{value:.0f}"
        gap = "" if self.lang == "zh" or symbol == "%" else "\u202f"
        return number + (gap + symbol if symbol != "–" else "")

    def commitment(self, row: Mapping[str, Any]) -> str:
        """Comparator, value, range, aspiration and baseline of a target row with shown_* columns.

        A row without a value gives "".
        """
        if row["shown"] is None:
            return ""
        sign = self.vocabulary["comparators"][row["comparator"]]["sign"]
        unit = row["shown_unit"]
        if row["comparator"] == "range":
            text = f"{self.number(row['shown'])}–{self.amount(row['shown_high'], unit)}"
        else:
            text = (f"{sign} " if sign != "=" else "") + self.amount(row["shown"], unit)
        if row["shown_aspired"] is not None:
            text += self("target.aspired", value=self.amount(row["shown_aspired"], unit))
        if row["base_year"] is not None:
            text += self("target.baseline", year=row["base_year"])
        return text

    def listed(self, parts: Iterable[str]) -> str:
        """Names joined as a sentence joins them: "a, b and c"."""
        names = list(parts)
        if len(names) < 2:
            return "".join(names)
        return self("list.last", first=self("list.comma").join(names[:-1]), last=names[-1])


def words(store: Store, lang: str) -> Words:
    """The words of `lang` (en or zh) in the data set that `store` serves now."""
    return _read(store, store.version(), lang)


@lru_cache(maxsize=8)
def _read(store: Store, version: str, lang: str) -> Words:
    return Words(
        lang, {row["key"]: row[lang] for row in store.rows("SELECT key, en, zh FROM texts")}, vocabulary(store)
    )
