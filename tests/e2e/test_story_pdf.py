"""Does a browser print a story with a slide on each page?"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.settings import ROOT, Settings
from ccnt_dash.story import shelf


@pytest.mark.e2e
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_story_is_printed_with_a_slide_on_each_page(settings: Settings, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "story.pdf"
    assert main(["slides", "one-plus-n", str(out), "--lang", lang, "--database", str(settings.database)]) == 0
    story = shelf.read(ROOT / "data" / "stories" / "one-plus-n.json")
    pages = pypdfium2.PdfDocument(out)
    assert len(pages) == len(story.slides)
    plain = "".join(pages[0].get_textpage().get_text_bounded().split())
    assert "".join(story.slides[0].title.of(lang).split()) in plain
    pages.close()
