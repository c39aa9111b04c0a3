"""From nothing to the first painted window, and the memory it then holds: the program against a bare window."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.figure import put, runs

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = Path(__file__).with_name("windows.py")
MOMENTS = ("bare", "painted", "home", "listed")


class Run(NamedTuple):
    """Milliseconds from before the process was started to its end, and its peak of memory in MB."""

    took: float
    memory: float


def run(moment: str, data: str) -> Run:
    """One process up to a moment, without a screen, with a data folder of its own."""
    settings = {
        "QT_QPA_PLATFORM": "offscreen",
        "SANDGAME_DATA": data,
        "PYTHONPATH": str(ROOT),
        # compiled once, in the warm-up, as on every start but a user's first
        "PYTHONPYCACHEPREFIX": str(Path(data, "compiled")),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    command = [sys.executable, str(WINDOWS), moment]
    begun = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ | settings)
    _, status, usage = os.wait4(process, 0)
    took = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{moment}: ended with {os.waitstatus_to_exitcode(status)}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(took * 1e3, kilobytes / 1024)


def main() -> None:
    times = runs(9)
    with tempfile.TemporaryDirectory() as data:
        for moment in MOMENTS:
            run(moment, data)
        rounds = [{moment: run(moment, data) for moment in MOMENTS} for _ in range(times)]
    for moment in MOMENTS:
        put(f"start.{moment}", [one[moment].took for one in rounds], "ms")
        put(f"memory.{moment}", [one[moment].memory for one in rounds], "MB")
    for moment, time_aim, memory_aim in (
        ("painted", "1.5 or less", ""),
        ("home", "", "1.6 or less"),
        ("listed", "", ""),
    ):
        put(f"start.{moment}.ratio", [r[moment].took / r["bare"].took for r in rounds], "times", time_aim)
        put(f"memory.{moment}.ratio", [r[moment].memory / r["bare"].memory for r in rounds], "times", memory_aim)


if __name__ == "__main__":
    main()
