"""What is on the page about the data: how much, how good, from where, what is missing, what each column means?"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from ccnt_dash.pages import cited, frame
from ccnt_dash.pages.grid import Column, matrix
from ccnt_dash.pages.page import Reading
from ccnt_dash.pages.pieces import Children
from ccnt_dash.pages.taken import take
from ccnt_dash.texts import Words

# More complaints than a page can tell: the build lists them all.
MOST_COMPLAINTS = 50


def about(reading: Reading) -> Component:
    """The page in the reader's language."""
    words = reading.words
    contents = {
        "quality": _quality(reading),
        "coverage": [_coverage(reading), _taken("coverage", reading)],
        "series": [_series(reading), _taken("series", reading)],
        "sources": [_sources(reading), _taken("sources", reading)],
        "complaints": _complaints(reading),
        "dictionary": [_dictionary(reading), _taken("dictionary", reading)],
        "take": _take(reading),
    }
    sections = [
        frame.Section(name, words(f"about.{name}"), content, words(f"about.{name}.hint"))
        for name, content in contents.items()
    ]
    return frame.sectioned(reading, "/about", words("nav.about"), sections)


def _taken(view: str, reading: Reading) -> Component:
    return take(view, reading.words, query=reading.kept)


def _quality(reading: Reading) -> Children:
    row, words = reading.drawn("quality"), reading.words
    counts = [
        (words("about.policies"), words.number(row["policies"])),
        (words("about.targets"), words.number(row["targets"])),
        (words("about.observations"), words.number(row["observations"])),
        (words("about.sources"), words.number(row["sources"])),
        (words("about.collected"), row["collected"]),
    ]
    shares = [
        ("quoted_targets", "targets"),
        ("linked_policies", "policies"),
        ("linked_targets", "targets"),
        ("dated_policies", "policies"),
        ("sure_policies", "policies"),
        ("sure_targets", "targets"),
        ("open_observations", "observations"),
        ("estimated_observations", "observations"),
    ]
    parts = [
        (words(f"about.{name}"), words("about.share", share=words.number(round(100 * row[name] / max(1, row[whole]))),
                                       n=words.number(row[name]), of=words.number(row[whole])))
        for name, whole in shares
    ]  # fmt: skip
    checked = words(
        "about.checked",
        jumps=words.number(row["jumps"]),
        references=words.number(row["reference_values"]),
        corrections=words.number(row["corrections"]),
    )
    return [html.P(words("about.lead")), _facts(counts), _facts(parts), html.P(checked), _taken("quality", reading)]


def _facts(pairs: list[tuple[str, str]]) -> Component:
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in pairs], className="facts measured")


def _coverage(reading: Reading) -> Component:
    words = reading.words
    names = [Column("place", words("about.place"), 150), Column("level", words("control.levels"), 120)]
    counts = [Column(code, words.name("sectors", code), 104, counts=True) for code in words.vocabulary["sectors"]]
    return matrix("coverage", reading.drawn("coverage"), [*names, *counts], words)


def _series(reading: Reading) -> Component:
    words, records = reading.words, reading.drawn("series")
    names = [
        Column("name", words("control.indicator"), 300),
        Column("sector", words("control.sectors"), 150),
        Column("years", words("about.years"), 110),
    ]
    seen = {name for record in records for name in record}
    places = [code for code in words.vocabulary["regions"] if code in seen]
    return matrix(
        "series", records, [*names, *(Column(code, words.place(code), 76, counts=True) for code in places)], words
    )


def _sources(reading: Reading) -> Component:
    words = reading.words
    columns = [
        Column("source", words("about.sources"), 320, wraps=True, links=True),
        Column("publisher", words("about.publisher"), 200, wraps=True),
        Column("rating", words("about.rating"), 130, wraps=True),
        Column("licence", words("about.terms"), 300, wraps=True),
        *(Column(name, words(f"about.{name}"), 96, counts=True) for name in ("policies", "targets", "observations")),
        Column("accessed", words("about.accessed"), 120),
    ]
    records = [
        {**record, "source": record["title"], "link": record["url"], "rating": words(f"rating.{record['rating']}")}
        for record in reading.drawn("sources")
    ]
    return matrix("sources", records, columns, words)


def _complaints(reading: Reading) -> Children:
    words, found = reading.words, reading.drawn("complaints")
    left = [
        html.Li(f"{each['entry']} ({words.number(each['entries'])}): {each['reason']}")
        for each in reading.drawn("left_out")
    ]
    open_ones = [
        html.Li(f"{each['file']}:{each['line']} {each['value']} {each['wrong']}; {each['right_is']}", lang="en")
        for each in found[:MOST_COMPLAINTS]
    ]
    mended = reading.drawn("corrections")
    columns = [
        Column(name, words(f"about.correction.{name}"), width, wraps=True)
        for name, width in (("key", 200), ("column_name", 130), ("was", 190), ("now", 220), ("reason_en", 420))
    ]
    records = [{**each, "key": f"{each['key']}·{each['column_name']}"} for each in mended]
    return [
        html.H3(words("about.open")),
        *([html.Ul(open_ones), _taken("complaints", reading)] if open_ones else [html.P(words("about.none_open"))]),
        html.H3(words("about.left_out")),
        html.Ul(left),
        _taken("left_out", reading),
        html.H3(words("about.mended", n=words.number(len(mended)))),
        matrix("corrections", records, columns, words),
        _taken("corrections", reading),
    ]


def _dictionary(reading: Reading) -> Component:
    words = reading.words
    columns = [
        Column("table", words("column.table"), 170),
        Column("column", words("column.column"), 170),
        Column("type", words("column.type"), 190, wraps=True),
        Column("meaning", words("column.meaning"), 560, wraps=True),
    ]
    return matrix("dictionary", [_column(each, words) for each in reading.drawn("dictionary")], columns, words)


def _column(each: dict[str, Any], words: Words) -> dict[str, Any]:
    refers = words("column.refers", table=each["refers"]) if each["refers"] else ""
    required = words("column.required") if each["required"] else ""
    type_ = words("list.comma").join(part for part in (each["type"], refers, required) if part)
    return {**each, "key": f"{each['table']}.{each['column']}", "type": type_}


def _take(reading: Reading) -> Children:
    words, version = reading.words, reading.answers.store.edition()
    collected = reading.drawn("quality")["collected"]
    return [
        html.P(words("about.cite", version=version, date=collected), className="citation", id="citation"),
        html.Div(cited.copy("citation", words)),
        html.P(html.A(words("nav.changes"), href=f"/changes{reading.kept}")),
        html.P(words("about.licence")),
        html.Pre(html.Code("python -m ccnt_dash export OUT\npython -m ccnt_dash export OUT --open")),
    ]
