"""Do the examples on the page of the API work as they stand there?

The one for Excel is only asked for its address: its form is that of Power Query, which runs in Excel alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
from waitress.server import create_server

from ccnt_dash.api.examples import EXAMPLES, example
from ccnt_dash.site import Site


@pytest.fixture(scope="module")
def origin(app: Site) -> Iterator[str]:
    """Where a server of the shipped data set stands."""
    server = create_server(app.server, host="127.0.0.1", port=0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(10)


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=cwd)
    return done.stdout


def test_the_example_for_the_shell_works(origin: str) -> None:
    told = json.loads(run("sh", "-c", example("curl", origin)))
    assert told["data"]
    assert all(row["target_year"] == 2030 for row in told["data"])


def test_the_example_for_python_works(origin: str) -> None:
    told = run(sys.executable, "-X", "utf8", "-c", example("python", origin)).splitlines()
    assert "Shanxi" in told[0]
    assert len(told) > 2


def test_the_example_for_r_works(origin: str, tmp_path: Path) -> None:
    run("Rscript", "-e", example("r", origin), cwd=tmp_path)
    assert (tmp_path / "Rplots.pdf").stat().st_size


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_address_of_an_example_has_rows(origin: str, name: str) -> None:
    address = re.findall(r'"(http[^"]+)"', example(name, origin))
    assert len(address) == 1
    with urlopen(address[0]) as answer:
        text = answer.read().decode()
    if "format=csv" in address[0]:
        rows = list(csv.DictReader(io.StringIO(text)))
        assert name != "r" or {"year", "value"} <= set(rows[0])
    else:
        rows = json.loads(text)["data"]
    assert rows
