"""Which rows of the data set come from the review? Those of the decisions that stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ccnt_dash.build.complaint import Complaint
from ccnt_dash.build.decisions import BECOMES, FILE, LINKS, Cells, Decision, read, sort_in, standing


def decided(folder: Path, tables: dict[str, pd.DataFrame]) -> list[Complaint]:
    """Put what was accepted in the review beside the rows of the text files, in place; what could not be read.

    Each row keeps the place of its decision in `_file` and `_line`, so that every check names it.
    """
    path = folder / FILE
    if not path.is_file():
        return []
    found = read(path.read_bytes())
    rows: dict[str, list[dict[str, str | int]]] = {}
    for decision in standing(found.decisions).in_force():
        for table, row in _rows(decision):
            rows.setdefault(table, []).append(row)
    fit = {"policy_sources": _unknown, "indicators": _sorted}
    for table, made in rows.items():
        fresh = fit[table](made, tables) if table in fit else made
        columns = list(tables[table].columns)
        frame = pd.DataFrame(fresh, columns=columns, dtype=object)
        frame = frame.where(frame.notna() & (frame != ""), None)
        tables[table] = pd.concat([tables[table], frame], ignore_index=True)
        tables[table]["_line"] = tables[table]["_line"].astype("int64")
    return [*found.complaints, *([_torn()] if found.torn is not None else [])]


def _torn() -> Complaint:
    wrong = "ends within a decision that was never confirmed; that part is left out"
    return Complaint(FILE, 0, "", "", wrong, "open the review once: it puts the rest aside", "decisions", "warning")


def _rows(decision: Decision) -> Iterator[tuple[str, dict[str, str | int]]]:
    for at, part in enumerate(decision.parts):
        table = BECOMES.get(part.get("becomes", ""))
        if table:
            placed: dict[str, str | int] = {**_named(part), "_file": FILE, "_line": decision.line + at}
            yield table, placed
            yield from (("policy_relations", {**placed, **link}) for link in _links(part))


def _links(part: Cells) -> Iterator[dict[str, str]]:
    """What a policy says of others, each with what the line of policy_relations.csv says beside."""
    for relation, reason in LINKS.items():
        if part.get("becomes") == "policy" and part.get(relation):
            told = {"relation": relation, "other_policy": part[relation], "reason_en": part.get(reason, "")}
            yield {**told, "quote": "", "quote_lang": ""}  # the quote of the policy is its own title


def _named(part: Cells) -> dict[str, str]:
    return {name: value for name, value in part.items() if not name.startswith("was_")}


def _sorted(rows: list[dict[str, str | int]], tables: dict[str, pd.DataFrame]) -> list[dict[str, str | int]]:
    """New indicators, each behind the others of its sector."""
    known = tables["indicators"]
    places = zip(known["sector"], pd.to_numeric(known["sort"], errors="coerce").fillna(0).astype(int), strict=True)
    taken, placed = [(str(sector), int(sort)) for sector, sort in places], []
    for row in rows:
        sort = sort_in(str(row["sector"]), taken)
        taken.append((str(row["sector"]), sort))
        placed.append({**row, "sort": str(sort)})
    return placed


def _unknown(rows: list[dict[str, str | int]], tables: dict[str, pd.DataFrame]) -> list[dict[str, str | int]]:
    """The mentions that tell anything new: a newsletter may name one policy many times."""
    known = {pair for table in ("policies", "policy_sources") for pair in _pairs(tables[table])}
    fresh: dict[tuple[str, str], dict[str, str | int]] = {}
    for row in rows:
        pair = (str(row["policy_id"]), str(row["source_id"]))
        if pair not in known:
            fresh.setdefault(pair, row)
    return list(fresh.values())


def _pairs(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(frame["policy_id"].astype(str), frame["source_id"].astype(str), strict=True)
