"""How is each file read in a process of its own, so that no file can take the run down?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from queue import Empty, Queue
from typing import Any

from ccnt_dash.ingest.reading.bounds import Limits
from ccnt_dash.settings import ROOT

Message = dict[str, Any]


class Workers:
    """Child processes that do one task after another within `limits` of time and memory.

    A task and its answer are JSON objects. Where a child breaks off, takes too long or needs too much memory, the
    answer is `{"error": sentence}`, and a new child does the next task.
    """

    def __init__(self, module: str, setup: Mapping[str, Any], count: int, limits: Limits) -> None:
        """Run `module` in `count` children at most; each is told `setup` first."""
        self._command = [sys.executable, "-m", module]
        self._setup = {**setup, "limits": asdict(limits)}
        self._count, self._limits = max(count, 1), limits
        self._children: set[subprocess.Popen[bytes]] = set()

    def run(self, tasks: Iterable[Message]) -> Iterator[tuple[Message, Message]]:
        """Each of `tasks` with its answer, as they get done. Children end when all is done or the caller stops."""
        waiting: Queue[Message] = Queue()
        done: Queue[tuple[Message, Message]] = Queue()
        for task in tasks:
            waiting.put(task)
        number = waiting.qsize()
        for _ in range(min(self._count, number)):
            threading.Thread(target=self._work, args=(waiting, done), daemon=True).start()
        try:
            for _ in range(number):
                yield done.get()
        finally:
            with suppress(Empty):
                while True:
                    waiting.get_nowait()
            for child in list(self._children):
                child.kill()

    def _work(self, waiting: Queue[Message], done: Queue[tuple[Message, Message]]) -> None:
        child: subprocess.Popen[bytes] | None = None
        while True:
            try:
                task = waiting.get_nowait()
            except Empty:
                break
            try:
                child = child or self._child()
                answer = self._asked(child, task)
            except OSError as error:
                answer = {"error": f"no process can be started to read it ({error.strerror or error})"}
            if "error" in answer and child and (answer.get("last") or child.poll() is not None):
                self._ended(child)
                child = None
            done.put((task, answer))
        if child:
            self._ended(child)

    def _child(self) -> subprocess.Popen[bytes]:
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        child = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
        )
        self._children.add(child)
        with suppress(BrokenPipeError):  # a child that broke off is told of when it is asked
            self._said(child, self._setup)
            child.stdout.readline()  # type: ignore[union-attr]
        return child

    def _asked(self, child: subprocess.Popen[bytes], task: Message) -> Message:
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        clock = threading.Timer(self._limits.seconds, stop)
        clock.start()
        try:
            self._said(child, task)
            line = child.stdout.readline()  # type: ignore[union-attr]
        except BrokenPipeError:
            line = b""
        finally:
            clock.cancel()
        if late.is_set():
            return {"error": f"took longer than {self._limits.seconds:,g} seconds; split it", "last": True}
        if not line.endswith(b"\n"):
            return {"error": f"the process that read it broke off ({_end(child)}); save it anew", "last": True}
        return dict(json.loads(line))

    def _said(self, child: subprocess.Popen[bytes], message: Mapping[str, Any]) -> None:
        child.stdin.write(json.dumps(message).encode("ascii") + b"\n")  # type: ignore[union-attr]
        child.stdin.flush()  # type: ignore[union-attr]

    def _ended(self, child: subprocess.Popen[bytes]) -> None:
        with suppress(BrokenPipeError):
            child.stdin.close()  # type: ignore[union-attr]
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        child.stdout.close()  # type: ignore[union-attr]
        self._children.discard(child)


def _end(child: subprocess.Popen[bytes]) -> str:
    code = child.wait(5)
    return f"signal {-code}" if code < 0 else f"code {code}"
