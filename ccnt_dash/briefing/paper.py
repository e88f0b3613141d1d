"""How does an issue look on paper? A PDF set by Typst with the font in assets/fonts; no font has to be installed."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from ccnt_dash.briefing.issue import Issue, Item, Sentence
from ccnt_dash.briefing.sheet import Sheet

TEMPLATE = Path(__file__).parent / "issue.typ"
COLOURS = ("ink", "muted", "accent", "line")


def paper(issue: Issue, sheet: Sheet) -> bytes:
    """The issue as PDF, A4, tagged as PDF/UA-1 asks, so that a screen reader finds its headings, lists and links."""
    told = json.dumps(_told(issue, sheet), ensure_ascii=False)
    return typst.compile(
        str(TEMPLATE),
        font_paths=[str(sheet.fonts)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"issue": told},
        pdf_standards="ua-1",
    )


def _told(issue: Issue, sheet: Sheet) -> dict[str, Any]:
    """What the template fills in: plain texts, whole addresses, colours."""
    return {
        "title": issue.title,
        "lang": issue.lang,
        "joint": issue.joint,
        "colours": {name: sheet.look[name] for name in COLOURS},
        "lead": [_spans(each, issue, sheet) for each in issue.lead],
        "tiles": asdict(issue.tiles) if issue.tiles else None,
        "bars": [asdict(bars) for bars in issue.bars],
        "sections": [
            {"part": section.part, "name": section.name, "items": [_item(item, issue, sheet) for item in section.items]}
            for section in issue.sections
        ],
        "about": issue.about,
        "sources": issue.sources,
        "words": dict(issue.words),
        "address": sheet.address(f"/briefings{issue.query}", issue.lang),
    }


def _item(item: Item, issue: Issue, sheet: Sheet) -> dict[str, Any]:
    return {
        "sentences": [_spans(each, issue, sheet) for each in item.sentences],
        "bullets": [_spans(each, issue, sheet) for each in item.bullets],
        "quote": item.quote.text if item.quote else "",
        "edited": item.state == "rewritten",
    }


def _spans(sentence: Sentence, issue: Issue, sheet: Sheet) -> list[dict[str, str]]:
    return [{"text": span.text, "link": sheet.address(span.link, issue.lang)} for span in sentence.spans]
