"""What do all writers need to know besides the issue: where the site is, its colours, its font?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ccnt_dash.answer import Answers
from ccnt_dash.look import Look, Screen, look


@dataclass(frozen=True)
class Sheet:
    """`origin` is scheme and host of the site; colours are those of the light theme, `dark` those of the other."""

    origin: str
    look: Look
    dark: Look
    fonts: Path

    @classmethod
    def of(cls, answers: Answers, lang: str, origin: str) -> Sheet:
        """For a language of the site at `origin`."""
        geometry = answers.geometry or answers.assets / "geo"
        light, dark = (look(answers.assets, geometry, Screen(theme), lang) for theme in ("light", "dark"))
        return cls(origin.rstrip("/"), light, dark, answers.assets / "fonts")

    def address(self, link: str, lang: str) -> str:
        """The whole address of a link, in the language of the issue; "" stays ""."""
        if not link.startswith("/"):
            return link
        path, hash_, part = link.partition("#")
        joint = "&" if "?" in path else "?"
        return f"{self.origin}{path}{joint}lang={lang}{hash_}{part}"
