"""How are the measured applications served? Each as a process of its own, on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from ccnt_dash.settings import ROOT

PATIENCE = 120


class BenchError(ValueError):
    """Something could not be measured; the message says what."""


@dataclass(frozen=True)
class Server:
    """An application that is being served."""

    address: str
    process: int

    def cpu(self) -> float:
        """ms of processor time its threads have used; 0 where the system does not tell."""
        told = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in told) / 1e6


@contextmanager
def served(kind: str, database: Path) -> Iterator[Server]:
    """The application `kind` (ours or plain) on `database`, served until the block ends."""
    port = _free_port()
    ours = ["ccnt_dash", "serve", "--port", str(port)]
    module = ours if kind == "ours" else ["tests.bench.plain", str(database), str(port)]
    command = [sys.executable, "-m", *module]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "CCNT_DATABASE": str(database)}, stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(process, address, kind)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str, kind: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise BenchError(f"the application {kind!r} did not start within {PATIENCE} s")
