"""What is new among the records that a reader cares for? Atom and JSON Feed, newest first."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Response, request

from ccnt_dash.answer import Answers
from ccnt_dash.api.reply import document, marked
from ccnt_dash.api.resources import RECORDS, sentence
from ccnt_dash.filters import Filters
from ccnt_dash.texts import LANGUAGES, Words
from ccnt_dash.views import VIEWS

FEEDS = tuple((name, form) for name in ("policies", "targets") for form in ("atom", "json"))
# Issues of the briefing are announced to everybody: no choice narrows them.
BRIEFINGS = tuple(("briefings", form) for form in ("atom", "json"))
MOST = 100
ATOM = "http://www.w3.org/2005/Atom"
TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
KEYS = {"policies": "policy_id", "targets": "target_id"}


def feed(answers: Answers, words: Words, filters: Filters, name: str, form: str) -> Response:
    """The newest records that the choices hold; those without a date can't be new and stay out."""
    view = RECORDS[name]
    found, total = answers.piece(view, filters, MOST, 0)
    kept = Filters(lang=filters.lang, theme=filters.theme).to_query()
    about = {
        "title": words(f"feed.{name}", site=words("site.title")),
        "told": sentence(answers, view, filters, total),
        "home": f"{request.host_url}{filters.without('indicator').to_query()}",
        "self": request.url,
    }
    entries = [_entry(row, words, name, kept) for row in found if row["published"]]
    if form == "json":
        return document(answers, _json(about, entries, words), form, mimetype=TYPES[form])
    return marked(Response(_atom(about, entries, words), mimetype=TYPES[form]), answers, form)


def announced(answers: Answers, words: Words, filters: Filters, form: str) -> Response:
    """The issues of the briefing that were kept, the newest first."""
    rows = answers.rows(VIEWS["issues"], filters)[:MOST]
    kept = Filters(lang=filters.lang, theme=filters.theme).to_query()
    about = {
        "title": words("feed.briefings", site=words("site.title")),
        "told": words("tells.briefings"),
        "home": f"{request.host_url}briefings{kept}",
        "self": request.url,
    }
    entries = [_issue(row, words, kept) for row in rows]
    if form == "json":
        return document(answers, _json(about, entries, words), form, mimetype=TYPES[form])
    return marked(Response(_atom(about, entries, words), mimetype=TYPES[form]), answers, form)


def _issue(row: dict[str, Any], words: Words, kept: str) -> dict[str, str]:
    title = words.of(row, "title")
    return {
        "id": _urn(f"briefings/{row['issue']}"),
        "title": title,
        "summary": words("briefings.tells", title=title),
        "link": f"{request.host_url}briefings/{row['issue']}{kept}",
        "published": moment(row["published"]),
    }


def _entry(row: dict[str, Any], words: Words, name: str, kept: str) -> dict[str, str]:
    title = words.of(row, "title")
    parts = [words.of(row, "summary")] if name == "policies" else [_year(row), title, row["quote"] or ""]
    shown = title if name == "policies" else words.of(row, "statement")
    return {
        "id": _urn(f"{name}/{row[KEYS[name]]}"),
        "title": words("feed.entry", place=words.place(row["region"]), title=shown),
        "summary": words("list.dot").join(part for part in parts if part) or title,
        "link": f"{request.host_url}policy/{row['policy_id']}{kept}",
        "published": moment(row["published"]),
    }


def _year(row: dict[str, Any]) -> str:
    return "" if row["target_year"] is None else str(row["target_year"])


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'china-climate-policy/{name}')}"


def moment(day: str) -> str:
    """A date as precise as its source (YYYY, YYYY-MM or YYYY-MM-DD) as the first moment of it."""
    return f"{day}{'-01-01'[len(day) - 4 :]}T00:00:00Z"


def _newest(entries: list[dict[str, str]]) -> str:
    return max((entry["published"] for entry in entries), default="1970-01-01T00:00:00Z")


def _json(about: dict[str, str], entries: list[dict[str, str]], words: Words) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about["title"],
        "description": about["told"],
        "home_page_url": about["home"],
        "feed_url": about["self"],
        "language": LANGUAGES[words.lang],
        "authors": [{"name": words("site.title")}],
        "items": [
            {
                "id": entry["id"],
                "url": entry["link"],
                "title": entry["title"],
                "content_text": entry["summary"],
                "date_published": entry["published"],
            }
            for entry in entries
        ],
    }


def _atom(about: dict[str, str], entries: list[dict[str, str]], words: Words) -> str:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGES[words.lang]})
    # The same choices in any order of their parameters and at any moment are the same feed.
    given = urlencode(sorted(request.args.to_dict().items()))
    _child(root, "id", _urn(f"{request.path}?{given}"))
    _child(root, "title", about["title"])
    _child(root, "subtitle", about["told"])
    _child(root, "updated", _newest(entries))
    _child(SubElement(root, "author"), "name", words("site.title"))
    SubElement(root, "link", {"rel": "self", "type": TYPES["atom"], "href": about["self"]})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": about["home"]})
    for entry in entries:
        item = SubElement(root, "entry")
        for tag in ("id", "title", "summary", "published"):
            _child(item, tag, entry[tag])
        _child(item, "updated", entry["published"])
        SubElement(item, "link", {"rel": "alternate", "type": "text/html", "href": entry["link"]})
    return '<?xml version="1.0" encoding="utf-8"?>\n' + str(tostring(root, encoding="unicode"))


def _child(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
