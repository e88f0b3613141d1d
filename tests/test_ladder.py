"""Does every file import only from lower rungs or from its own folder?"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from ccnt_dash.settings import ROOT

RUNGS = [
    {"settings", "filters", "terms", "noting"},
    {"store", "geography"},
    {"build", "vocab", "texts", "look"},
    {"views"},
    {"answer"},
    {"export", "taking", "briefing", "diff", "release", "ingest"},
    {"api", "review"},
    {"pages", "static", "boundaries"},
    {"story"},
    {"site", "serve"},
    {"verbs"},
    {"__main__"},
]
PACKAGE = ROOT / "ccnt_dash"
FILES = sorted(PACKAGE.rglob("*.py"))
ONLY_IN = {
    "duckdb": {"store", "build"},
    "rjieba": {"terms"},
    "Stemmer": {"terms"},
    "geopandas": {"geography"},
    "docx": {"briefing"},
    "pptx": {"story"},
    "typst": {"briefing"},
    "dash": {"pages", "site", "static"},
}


def room(path: Path) -> str:
    """The file or folder below the package that `path` is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Full names of the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rung(name: str) -> int:
    return next(number for number, rooms in enumerate(RUNGS) if name in rooms)


@pytest.mark.parametrize("path", [path for path in FILES if path.parent != PACKAGE or path.stem != "__init__"], ids=str)
def test_imports_go_down_the_ladder(path: Path) -> None:
    here = room(path)
    for module in imported(path):
        if module.startswith("ccnt_dash.") and (there := module.split(".")[1]) != here:
            assert rung(there) <= rung(here), f"{path.name} imports {module} from a higher rung"
            assert there not in RUNGS[rung(here)] or rung(here) in (2, 9), f"{path.name} imports {module} beside it"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_libraries_have_one_door(path: Path) -> None:
    for module in imported(path):
        doors = ONLY_IN.get(module.split(".")[0])
        assert doors is None or room(path) in doors, f"{path.name} imports {module}"


def test_a_view_sees_neither_store_nor_filters() -> None:
    seen = {
        module.split(".")[1]
        for path in (PACKAGE / "views").glob("*.py")
        for module in imported(path)
        if module.startswith("ccnt_dash.")
    }
    assert seen <= {"views", "texts", "look", "terms"}
