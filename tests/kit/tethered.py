"""A program that ends with whoever started it: a test run that is broken off leaves nobody behind who holds its pipes.

python -m tests.kit.tethered MODULE [WORD ...]: the module as its own program, until standard input is closed.
"""

import os
import runpy
import subprocess
import sys
import threading
from collections.abc import Sequence

from tests.house.tree import ROOT


def started(module: str, words: Sequence[str]) -> subprocess.Popen[str]:
    """Its output is to be read; its input stays open as long as whoever started it lives."""
    program = [sys.executable, "-m", "tests.kit.tethered", module, *words]
    return subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def close_pipes(process: subprocess.Popen[str]) -> None:
    """Of one that has ended."""
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        pipe.close()


def watch() -> None:
    # not by sys.stdin: a thread that holds it keeps a program from ending in order
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=watch, daemon=True).start()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
