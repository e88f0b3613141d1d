"""Appends decisions until it is killed, torn or out of room; run in processes of their own by test_never_lost.py.

python -m tests.contract.appending FOLDER SEED ROUNDS WAY   prints the acknowledged ids of each round as JSON lines
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ccnt_dash.review.decisions import Book, DecisionError, Wish

ROW = {"becomes": "target", "quote": "到2025年，单位地区生产总值能耗比2020年下降14%" * 8}


def forever(folder: Path, name: str, tell: int) -> None:
    """Append decisions of one and two parts, and tell the id of each as soon as it is acknowledged."""
    book, at = Book(folder), 0
    while True:
        wish = Wish("Li", "accept", "doc", {f"{name}-{at}": ""}, [ROW] * (1 + at % 2))
        os.write(tell, f"{book.append(wish).decision_id}\n".encode())
        at += 1


def torn(chance: random.Random) -> None:
    """From now on a write may end anywhere, and the process with it."""
    write = os.write

    def half(file: int, raw: bytes) -> int:
        if len(raw) > 200 and chance.random() < 0.2:
            write(file, raw[: chance.randrange(len(raw))])
            os.kill(os.getpid(), signal.SIGKILL)
        return write(file, raw)

    os.write = half  # type: ignore[assignment]


def full(folder: Path) -> None:
    """From now on there is room for few more bytes, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path = folder / "review" / "decisions.csv"
    size = path.stat().st_size if path.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY))


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does the work, and where it tells of it."""
    hear, tell = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(hear)
        try:
            work(tell)
        except DecisionError as error:
            os.write(tell, f"! {error}\n".encode())
        os._exit(0)
    os.close(tell)
    return process, hear


def heard(hear: int) -> list[str]:
    with os.fdopen(hear) as told:
        return [line.strip() for line in told if line.endswith("\n")]


def round_of(folder: Path, number: int, chance: random.Random, way: str) -> list[str]:
    seed = chance.random()

    def work(tell: int, name: str) -> None:
        if way == "torn":
            torn(random.Random(seed))
        if way == "full":
            full(folder)
        forever(folder, f"{way}-{number}-{name}", tell)

    children = [child(lambda tell, name=name: work(tell, name)) for name in "ab"[: 2 if way == "killed" else 1]]
    if way == "killed":
        time.sleep(chance.uniform(0.005, 0.06))
        for process, _ in children:
            os.kill(process, signal.SIGKILL)
    told = [line for _, hear in children for line in heard(hear)]
    for process, _ in children:
        os.waitpid(process, 0)
    return told


def main(folder: Path, seed: int, rounds: int, way: str) -> None:
    chance = random.Random(seed)
    for number in range(rounds):
        print(json.dumps(round_of(folder, number, chance, way)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
