"""By which rules is a document read? A checksum of all of them, so that a change of rules is noticed."""

from __future__ import annotations

import hashlib
from pathlib import Path

VOCABULARIES = ("doc_types", "indicators", "printed_units", "region_aliases", "regions", "sectors", "units")


def checksum(data: Path) -> str:
    """Sixteen signs for the rules in this package and the words in the folder `data`."""
    package = Path(__file__).resolve().parent
    files = [
        *sorted(package.rglob("*.py")),
        *sorted((data / "ingest").glob("*.csv")),
        *sorted((data / "issuers").glob("*.csv")),
        *(path for name in VOCABULARIES if (path := data / "vocab" / f"{name}.csv").is_file()),
    ]
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
