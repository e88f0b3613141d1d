"""What would a candidate become, as rows of the data set, if it were accepted as it is?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ccnt_dash.ingest.candidate import Candidate
from ccnt_dash.ingest.document import Document
from ccnt_dash.ingest.inbox import Item
from ccnt_dash.review.quotes import amount, flat, language_of, printed, text_of
from ccnt_dash.texts import Words
from ccnt_dash.vocab import Vocabulary

Cells = dict[str, str]
# Blanks that keep number and unit together on a page; in a text file nobody sees them.
NARROW = re.compile("[\u00a0\u2009\u202f]")
NAMELESS = re.compile(r"[^a-z0-9]+")
# Shares of right candidates from which on a row is of the first, and of the second, confidence of the vocabulary.
SURE = (0.9, 0.6)
LICENCE = "Official document; facts restated, short quotes"


@dataclass(frozen=True)
class Around:
    """What the draft of a row has to know of the rest: codes, and what was decided on its document."""

    vocabulary: Vocabulary
    source_id: str
    policy_id: str = ""


def target(candidate: Candidate, item: Item, around: Around) -> Cells:
    """The row of a target that a candidate makes. What is not known is ""."""
    quote = flat(candidate.quote)
    made = {
        "becomes": "target",
        "policy_id": around.policy_id,
        "source_id": around.source_id,
        "kind": "" if candidate.kind == "fact" else candidate.kind,  # a person must say what else it is
        "region": candidate.region or item.document.region,
        "sector": candidate.sector or _sector(candidate.indicator, around.vocabulary),
        "indicator": _indicator(candidate),
        "comparator": candidate.comparator if candidate.value is not None else "",
        "unit": candidate.unit if candidate.value is not None else "",
        "value_source": (number := printed(candidate, quote)),
        "unit_source": flat(candidate.unit_source).removeprefix(number).strip() if number else "",
        "strictness": candidate.strictness,
        "quote": quote,
        "quote_lang": language_of(quote),
        "confidence": confidence(candidate.confidence, around.vocabulary),
        "locator": locator(candidate, item.document),
    }
    for name in ("value", "value_high", "value_aspired", "base_year", "base_value", "target_year"):
        made[name] = text_of(getattr(candidate, name))
    return made


def confidence(share: float, vocabulary: Vocabulary) -> str:
    """The code for how sure a rule is: the first of the vocabulary where it is right nearly always, and so on."""
    codes = list(vocabulary["confidences"])
    return codes[min(sum(share < each for each in SURE), len(codes) - 1)]


def _sector(indicator: str, vocabulary: Vocabulary) -> str:
    row = vocabulary["indicators"].get(indicator)
    return str(row["sector"]) if row else ""


def _indicator(candidate: Candidate) -> str:
    """A dated step without a number needs no indicator that the vocabulary lacks."""
    unneeded = candidate.value is None and candidate.indicator.startswith("new:")
    return "" if unneeded else candidate.indicator


def locator(candidate: Candidate, document: Document) -> str:
    """Where in the document it stands."""
    return f"{document.file}: signs {candidate.start}-{candidate.end} of the text"


def policy(document: Document, around: Around) -> Cells:
    """The row of the policy that a document is."""
    title = flat(document.title)
    lang = language_of(title) if title else document.language
    made = {
        "becomes": "policy",
        "source_id": around.source_id,
        f"title_{lang}": title,
        "title_original": lang,
        "region": document.region,
        "level": _level(document.region, around.vocabulary) or document.level,
        "doc_type": document.doc_type,
        "document_number": document.number,
        "published": document.published,
        "period_start": text_of(document.period_start),
        "period_end": text_of(document.period_end),
        "sectors": ";".join(document.sectors),
        "issuers": ";".join(issuers(document.issuers, around.vocabulary)),
        "quote": title,
        "quote_lang": lang,
        "confidence": "high",
    }
    return {**made, **status(made, document.read_at[:4]), "policy_id": policy_id(made, around.vocabulary)}


def named(candidate: Candidate, item: Item, around: Around) -> Cells:
    """The row of a policy that a document names."""
    title = flat(candidate.policy or candidate.quote).strip("《》“”\"' ")
    made = titled(title, candidate.region, candidate.sector, item, around)
    printed_so = flat(candidate.quote)
    quote = title if title in printed_so else printed_so
    return {**made, "quote": quote, "quote_lang": language_of(quote), "locator": locator(candidate, item.document)}


def titled(title: str, region: str, sector: str, item: Item, around: Around) -> Cells:
    """The row of a policy of which a document says no more than title, region and sector, each "" where unknown."""
    document = item.document
    known = Document(
        document.document_id,
        document.file,
        title=title,
        region=region or document.region,
        sectors=(sector,) if sector else (),
        language=document.language,
        read_at=document.read_at,
    )
    return {**policy(known, around), "confidence": "medium"}


def _level(region: str, vocabulary: Vocabulary) -> str:
    row = vocabulary["regions"].get(region)
    return str(row["level"]) if row else ""


def issuers(names: tuple[str, ...], vocabulary: Vocabulary) -> list[str]:
    """The codes of issuers that are given as codes or names; "not-stated" where none is known."""
    known = vocabulary["issuers"]
    by_name = {row[column]: code for code, row in known.items() for column in ("name_en", "name_zh", "short_en")}
    codes = [name if name in known else by_name.get(name, "") for name in names]
    found = list(dict.fromkeys(code for code in codes if code))
    return found or (["not-stated"] if "not-stated" in known else [])


def status(row: Mapping[str, str], year: str) -> Cells:
    """Status and its reason, as the period tells them in a year."""
    begins, ends = row.get("period_start", ""), row.get("period_end", "")
    if not ends:
        return {"status": "in_force", "status_reason": "no_period"}
    if ends < year:
        return {"status": "ended", "status_reason": "period_ended"}
    if begins > year:
        return {"status": "in_force", "status_reason": "not_started"}
    return {"status": "in_force", "status_reason": "period_running"}


def policy_id(row: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """An id for a policy, from place, year and title: the same policy gets the same one again."""
    title = row.get("title_zh") or row.get("title_en") or ""
    place = vocabulary["regions"].get(row.get("region", ""))
    name = NAMELESS.sub("-", str(place["short_en"]).lower()).strip("-") if place else "cn"
    year = row.get("published", "")[:4] or row.get("period_start", "")
    digest = hashlib.sha256("".join(title.split()).encode()).hexdigest()[:8]
    return "-".join(part for part in ("cn" if name == "china" else name, year, digest) if part)


def target_id(row: Mapping[str, str], case: str, part: int = 1) -> str:
    """An id for a target, from its policy and the candidate it comes of."""
    return f"{row.get('policy_id', '')}.{case}" + (f".{part}" if part > 1 else "")


def source(document: Document, around: Around) -> Cells:
    """The row of the source that a document is."""
    known = around.vocabulary["issuers"]
    codes = [code for code in issuers(document.issuers, around.vocabulary) if code != "not-stated"]
    publisher = "; ".join(str(known[code]["name_en"]) for code in codes) or "; ".join(document.issuers)
    title = flat(document.title)
    lang = language_of(title) if title else document.language
    return {
        "becomes": "source",
        "source_id": around.source_id,
        "publisher": publisher,
        f"title_{lang}": title,
        "published": document.published,
        "accessed": document.read_at[:10],
        "licence": LICENCE,
        "rating": "amber",
        "citation": ", ".join(part for part in (publisher, title, document.number, document.published) if part),
        "sha256": document.sha256,
    }


def statements(row: Mapping[str, str], words: Mapping[str, Words]) -> Cells:
    """A sentence in each language for what a target row says, in the order of the interface's own texts."""
    return {f"statement_{lang}": _statement(row, say) for lang, say in words.items()}


def _statement(row: Mapping[str, str], say: Words) -> str:
    known = say.vocabulary
    if row.get("indicator") not in known["indicators"] or row.get("region") not in known["regions"]:
        return ""
    subject = say("desk.statement", place=say.place(row["region"]), what=say.name("indicators", row["indicator"]))
    if amount(row.get("value", "")) is None or row.get("unit") not in known["units"]:
        value = ""
    else:
        numbers = {name: amount(row.get(name, "")) for name in ("value", "value_high", "value_aspired", "base_year")}
        value = say.commitment(
            {
                "shown": numbers["value"],
                "shown_high": numbers["value_high"] or 0.0,
                "shown_aspired": numbers["value_aspired"],
                "shown_unit": row["unit"],
                "comparator": row["comparator"] if row.get("comparator") in known["comparators"] else "=",
                "base_year": row.get("base_year") or None,
            }
        )
    year = say("desk.statement.year", year=row["target_year"]) if row.get("target_year") else ""
    said = say("desk.statement.whole", subject=subject, value=value, year=year)
    return NARROW.sub(" ", said).strip()
