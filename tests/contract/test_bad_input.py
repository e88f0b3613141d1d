"""Does the command line tell in one clear line what is wrong, and leave the served database alone?"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from ccnt_dash.__main__ import main
from ccnt_dash.build import build
from ccnt_dash.settings import ROOT, Settings
from tests.contract.invented import GEOMETRY, invented, put

Done = subprocess.CompletedProcess[str]

# Verb and options, variables, and the one line told. {braces} stand for what the place below holds.
TOLD = {
    "missing database": ("serve --database {place}/none.duckdb", {}, "{place}/none.duckdb: no database there"),
    "database cut short": ("serve --database {place}/half.duckdb", {}, "{place}/half.duckdb: not a readable database"),
    "text as database": ("serve --database {place}/text.csv", {}, "{place}/text.csv: not a readable database"),
    "old database": ("serve --database {place}/old.duckdb", {}, "{place}/old.duckdb: made for schema 0, this program"),
    "port in use": ("serve --database {place}/served.duckdb --port {busy}", {}, "127.0.0.1:{busy} can't"),
    "bad port": ("serve --port http", {}, "--port is 'http'; it should be a number from 1 to 65535"),
    "bad port outside": ("check", {"CCNT_PORT": "x"}, "CCNT_PORT is 'x'; it should be a number from 1 to 65535"),
    "no data to build": ("build --data {place}/none --database {place}/served.duckdb", {}, "{place}/none: is no"),
}
# The same asked within this process, which is quicker.
TOLD_HERE = {
    "port too high": ("serve --port 70000", {}, "--port is '70000'; it should be a number from 1 to 65535"),
    "bad language": ("check", {"CCNT_LANGUAGE": "fr"}, "CCNT_LANGUAGE is 'fr'; it should be en or zh"),
    "no data to check": ("check", {"CCNT_DATA": "{place}/none"}, "{place}/none: is no folder"),
    "no data to serve": ("serve --build --data {place}/none --database {place}/new.duckdb", {}, "{place}/none: is no"),
    "no room": ("build --data {place}/data --database {place}/text.csv/x.duckdb", {}, "{place}/text.csv: "),
    "folder as database": ("build --data {place}/data --database {place}/data", {}, "{place}/data: Is a directory"),
    "no such address": (
        "serve --database {place}/served.duckdb --host 999.1.1.1",
        {},
        "999.1.1.1:8050 can't be listened",
    ),
    "port in use": (
        "serve",
        {"CCNT_DATABASE": "{place}/served.duckdb", "CCNT_PORT": "{busy}"},
        "127.0.0.1:{busy} can't be listened on (Address already in use); choose another --host or --port",
    ),
}
OTHERS = {
    "build": "build --data {place}/data --database {place}/new/ccnt.duckdb",
    "check": "check --data {place}/data",
    "build bad": "build --data {place}/bad --database {place}/served.duckdb",
    "check bad": "check --data {place}/bad",
    "serve bad": "serve --build --data {place}/bad --database {place}/served.duckdb --port {busy}",
    "unknown verb": "bild",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good, warned and bad data, a served database, and files that are none."""
    place = tmp_path_factory.mktemp("place")
    build(invented(place / "data"), place / "served.duckdb", GEOMETRY)
    put(invented(place / "bad") / "policies/invented.csv", "invented-qinghai-draft", published="2024-02-30")
    put(
        invented(place / "warned") / "policies/invented.csv", "invented-qinghai-draft", quote="x" * 301, quote_lang="en"
    )
    whole = (place / "served.duckdb").read_bytes()
    (place / "half.duckdb").write_bytes(whole[: len(whole) // 2])
    shutil.copy(place / "data" / "texts.csv", place / "text.csv")
    shutil.copy(place / "served.duckdb", place / "old.duckdb")
    with duckdb.connect(str(place / "old.duckdb")) as old:
        old.execute("UPDATE about SET value = '0' WHERE key = 'schema'")
    return place


@pytest.fixture(scope="module")
def served(place: Path) -> bytes:
    return (place / "served.duckdb").read_bytes()


@pytest.fixture(scope="module")
def busy() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def done(place: Path, served: bytes, busy: int) -> dict[str, Done]:
    """All commands, run side by side because most of their time is starting Python."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CCNT_")}

    def run(words: str, variables: dict[str, str]) -> Done:
        command = [sys.executable, "-m", "ccnt_dash", *words.format(place=place, busy=busy).split()]
        return subprocess.run(
            command, cwd=ROOT, env={**plain, **variables}, capture_output=True, text=True, timeout=300, check=False
        )

    wanted = {name: (words, variables) for name, (words, variables, _) in TOLD.items()}
    wanted |= {name: (words, {}) for name, words in OTHERS.items()}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(wanted, pool.map(lambda each: run(*each), wanted.values()), strict=True))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command within this process, with variables set or settings put in place of theirs."""

    def ask(words: str, variables: dict[str, str], settings: Settings | None = None) -> Done:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        if settings:
            monkeypatch.setattr(Settings, "from_environment", lambda: settings)
        code = main(words.split())
        return Done(words, code, *capsys.readouterr())

    return ask


@pytest.mark.parametrize("name", TOLD)
def test_what_is_wrong_is_told_in_one_line(name: str, done: dict[str, Done], place: Path, busy: int) -> None:
    assert done[name].returncode == 1
    assert done[name].stderr.count("\n") == 1, done[name].stderr
    assert done[name].stderr.startswith(TOLD[name][2].format(place=place, busy=busy))
    assert done[name].stdout == ""


@pytest.mark.parametrize("name", TOLD_HERE)
def test_what_else_is_wrong_is_told_in_one_line(
    name: str, asked: Callable[..., Done], place: Path, served: bytes, busy: int
) -> None:
    words, variables, told = TOLD_HERE[name]
    filled = {key: value.format(place=place, busy=busy) for key, value in variables.items()}
    answer = asked(words.format(place=place, busy=busy), filled)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert answer.stderr.startswith(told.format(place=place, busy=busy))
    assert (place / "served.duckdb").read_bytes() == served


def test_the_served_database_stays(done: dict[str, Done], place: Path, served: bytes) -> None:
    assert done
    assert (place / "served.duckdb").read_bytes() == served
    assert not [path for path in place.iterdir() if path.name.startswith(".")]
    assert not (place / "new.duckdb").exists()


def test_a_build_says_what_it_made(done: dict[str, Done], place: Path) -> None:
    assert done["build"].returncode == 0, done["build"].stderr
    assert re.fullmatch(rf"built {place}/new/ccnt\.duckdb, version [0-9a-f]{{12}}, 0 warnings\n", done["build"].stdout)
    assert done["build"].stderr == ""
    assert [path.name for path in (place / "new").iterdir()] == ["ccnt.duckdb"]


def test_a_build_lists_its_warnings(asked: Callable[..., Done], place: Path) -> None:
    answer = asked(f"build --data {place}/warned --database {place}/warned.duckdb", {})
    assert answer.returncode == 0
    assert answer.stdout.endswith(", 1 warnings\n")
    assert answer.stderr.startswith("warning: policies/invented.csv:5:quote: ")


def test_good_data_pass_the_check(done: dict[str, Done]) -> None:
    assert (done["check"].returncode, done["check"].stdout, done["check"].stderr) == (0, "0 errors, 0 warnings\n", "")


COMPLAINT = (
    "error: policies/invented.csv:5:published: '2024-02-30' is not a date; "
    "write YYYY, YYYY-MM or YYYY-MM-DD [impossible_date]\n"
)


@pytest.mark.parametrize(
    ("name", "out", "last"),
    [
        ("build bad", "", "not built: 1 error, 0 warnings\n"),
        ("serve bad", "", "not built: 1 error, 0 warnings\n"),
        ("check bad", "1 error, 0 warnings\n", ""),
    ],
)
def test_bad_data_are_told_with_place_value_and_what_is_right(
    name: str, out: str, last: str, done: dict[str, Done]
) -> None:
    assert (done[name].returncode, done[name].stdout, done[name].stderr) == (1, out, COMPLAINT + last)


def test_an_unknown_verb_ends_with_two(done: dict[str, Done]) -> None:
    assert done["unknown verb"].returncode == 2
    assert done["unknown verb"].stderr.startswith("usage: ")
    assert "Traceback" not in done["unknown verb"].stderr


@pytest.mark.parametrize("words", ["", "build --fast", "check --fast"])
def test_what_no_verb_understands_ends_with_two(words: str, asked: Callable[..., Done]) -> None:
    with pytest.raises(SystemExit) as ended:
        asked(words, {})
    assert ended.value.code == 2


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A copy of the assets that may be spoiled."""
    return shutil.copytree(ROOT / "assets", tmp_path / "assets", ignore=shutil.ignore_patterns("vendor", "cities"))


@pytest.mark.parametrize(
    "case",
    [
        ("serve", "theme.css", Path.unlink),
        ("serve", "theme.css", lambda path: (path.unlink(), path.mkdir())),
        ("serve", "theme.css", lambda path: path.write_bytes(b"\xff\xfe:root")),
        ("serve", "theme.css", lambda path: path.write_text("")),
        ("serve", "geo/provinces.geojson", Path.unlink),
        ("serve", "geo/lines.geojson", Path.unlink),
        ("serve", "geo/lines.geojson", lambda path: path.write_text("{")),
        ("serve", "geo/islands.csv", Path.unlink),
        ("build", "geo/provinces.geojson", Path.unlink),
        ("build", "geo/provinces.geojson", lambda path: path.write_text("{")),
        (
            "check",
            "geo/provinces.geojson",
            lambda path: path.write_text('{"type": "FeatureCollection", "features": []}'),
        ),
    ],
)
def test_a_spoiled_asset_is_told(
    case: tuple[str, str, Callable[[Path], object]], assets: Path, place: Path, asked: Callable[..., Done]
) -> None:
    verb, name, spoil = case
    spoil(assets / name)
    here = Settings(data=place / "data", database=place / "served.duckdb", assets=assets, geometry=assets / "geo")
    before = here.database.read_bytes()
    answer = asked(verb, {}, here)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert answer.stderr.startswith(str(assets))
    assert here.database.read_bytes() == before
