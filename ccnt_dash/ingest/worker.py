"""What does a child process do with a file? It reads it, tells what it is, and finds candidates, within its bounds."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from ccnt_dash.ingest.inbox import told
from ccnt_dash.ingest.reader import Asked, Reader
from ccnt_dash.ingest.reading import Limits, ReadError


def main() -> int:
    """Answer each line of standard input, a task, with a line on standard output, until it ends."""
    answers = _own_output()
    setup = json.loads(sys.stdin.readline())
    limits = Limits(**setup["limits"])
    _bounded(limits)
    reader = Reader(Path(setup["data"]), limits)
    asked = Asked(setup["region"], setup["language"], setup["rules"])
    _say(answers, {"ready": True})
    for line in sys.stdin:
        answer = _answer(reader, asked, json.loads(line), limits)
        _say(answers, answer)
        if answer.get("last"):
            return 1
    return 0


def _answer(reader: Reader, asked: Asked, task: dict[str, str], limits: Limits) -> dict[str, Any]:
    try:
        return told(reader.item(Path(task["path"]), task["file"], asked))
    except ReadError as error:
        return {"error": str(error).removeprefix(f"{Path(task['path']).name}: ")}
    except MemoryError:
        return {"error": f"needs more than {limits.memory / 1e9:,.1f} GB of memory; split it", "last": True}
    except RecursionError:
        return {"error": "is nested too deeply; save it as text", "last": True}


def _own_output() -> TextIO:
    """Standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace", newline="\n")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message, ensure_ascii=False) + "\n")
    answers.flush()


def _bounded(limits: Limits) -> None:
    """Bound the memory of this process where the system can (Linux, macOS); elsewhere only its time is bounded."""
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
