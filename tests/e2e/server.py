"""How does a browser test get a server? The dashboard in a process of its own, started as an installation starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from ccnt_dash.settings import ROOT

PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """A running server and the file that its output goes to."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def must_run(self) -> None:
        """Fail with what the server said if it has died."""
        if self.process.poll() is not None:
            pytest.fail(f"the server ended with {self.process.returncode}:\n{self.log.read_text()}", pytrace=False)

    def answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def serving(database: Path, log: Path, **more: Path) -> Iterator[Server]:
    """A server on `database` that answers, stopped at the end; `more` are other settings, such as CCNT_INBOX."""
    server = _started(database, log, more)
    try:
        _wait_for(server)
        yield server
        server.must_run()
    finally:
        server.process.terminate()
        server.process.wait(timeout=PATIENCE)


def _started(database: Path, log: Path, more: dict[str, Path]) -> Server:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CCNT_")}
    port = _free_port()
    command = [sys.executable, "-m", "ccnt_dash", "serve", "--port", str(port)]
    told = {**plain, "CCNT_DATABASE": str(database), **{name: str(path) for name, path in more.items()}}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=told, stdout=output, stderr=subprocess.STDOUT)
    return Server(process, port, log)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while not server.answers():
        server.must_run()
        if time.monotonic() > end:
            pytest.fail(f"the server did not answer within {PATIENCE} s:\n{server.log.read_text()}", pytrace=False)
        time.sleep(0.05)
