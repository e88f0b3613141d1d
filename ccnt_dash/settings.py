"""Where do data, database, address and language come from?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """What differs between one installation and another; see README, "Settings"."""

    data: Path = ROOT / "data"
    database: Path = ROOT / "build" / "ccnt.duckdb"
    assets: Path = ROOT / "assets"
    host: str = "127.0.0.1"
    port: int = 8050
    language: str = "en"
    map_approval: str = ""
    geometry: Path = ROOT / "assets" / "geo"
    previous: Path | None = None
    inbox: Path = ROOT / "build" / "inbox"
    threads: int = 2
    review_token: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read CCNT_DATA, CCNT_DATABASE, CCNT_HOST, CCNT_PORT, CCNT_LANGUAGE, CCNT_GEOMETRY, CCNT_MAP_APPROVAL,
        CCNT_PREVIOUS, CCNT_INBOX, CCNT_REVIEW_TOKEN.

        Raises ValueError naming the variable, its value and what would be right.
        """
        plain = cls()
        return cls(
            data=Path(environment.get("CCNT_DATA", plain.data)),
            database=Path(environment.get("CCNT_DATABASE", plain.database)),
            host=environment.get("CCNT_HOST", plain.host),
            port=port(environment.get("CCNT_PORT", str(plain.port)), "CCNT_PORT"),
            language=language(environment.get("CCNT_LANGUAGE", plain.language), "CCNT_LANGUAGE"),
            geometry=Path(environment.get("CCNT_GEOMETRY", plain.geometry)),
            previous=Path(environment["CCNT_PREVIOUS"]) if environment.get("CCNT_PREVIOUS") else None,
            inbox=Path(environment.get("CCNT_INBOX", plain.inbox)),
            review_token=environment.get("CCNT_REVIEW_TOKEN", plain.review_token),
            map_approval=environment.get("CCNT_MAP_APPROVAL", plain.map_approval),
        )


def port(value: str, place: str = "--port") -> int:
    """The TCP port in `value`; ValueError names `place` if it is none."""
    if not value.isascii() or not value.isdigit() or not 0 < int(value) < 65536:
        raise ValueError(f"{place} is {value!r}; it should be a number from 1 to 65535")
    return int(value)


def language(value: str, place: str) -> str:
    """`value` if it is a language of the site; ValueError names `place` if not."""
    if value not in ("en", "zh"):
        raise ValueError(f"{place} is {value!r}; it should be en or zh")
    return value
