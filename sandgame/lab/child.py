"""A process of its own that outlives whoever started it, unless it heeds: what it says is read, its complaints go to a
file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import TextIOBase
from pathlib import Path
from typing import Any, TextIO

import sandgame

PROGRAM = (sys.executable, "-m", "sandgame")
LOG_LIMIT = 512 * 2**10
"""Bytes of complaints of one run; those of the run before are kept beside them."""
_STARTED: list[subprocess.Popen[bytes]] = []
"""Nobody waits for them; those that have ended are cleared away when another one starts."""


class Child:
    def __init__(self, words: Sequence[str], log: Path, *, heeds: bool = False) -> None:
        """OSError if it cannot be started. One that `heeds` ends when its input is closed: by `release`, or because
        whoever started it is gone."""
        _STARTED[:] = [process for process in _STARTED if process.poll() is None]
        if log.exists():
            log.replace(log.with_suffix(".before.log"))
        errors = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            self._process = subprocess.Popen(  # noqa: S603 the words are the program's own
                words,
                stdin=subprocess.PIPE if heeds else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_surroundings(),
                **_apart(),
            )
        finally:
            os.close(errors)
        _STARTED.append(self._process)

    def first_line(self, seconds: float) -> bytes:
        """What it says first; nothing if it has ended before, or says nothing in time and is ended for it."""
        assert self._process.stdout is not None
        impatient = threading.Timer(seconds, self._process.kill)
        impatient.start()
        try:
            with self._process.stdout as said:
                line: bytes = said.readline()
                return line
        finally:
            impatient.cancel()
            impatient.join()

    def lines(self) -> Iterator[bytes]:
        """All that it says, until it has ended."""
        assert self._process.stdout is not None
        with self._process.stdout as said:
            yield from said

    def release(self) -> None:
        """One that heeds is not wanted any more; also after it has ended."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        return self._process.wait()


def end(pid: int) -> None:
    """Asks it to end. Windows knows no such request and ends it at once: what was answered is stored."""
    with suppress(ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGTERM)


def clear_away() -> None:
    """Whatever has ended of what was started here is known to have ended."""
    for process in _STARTED:
        process.poll()


def _surroundings() -> dict[str, str]:
    """The same program, wherever it was started from."""
    home = str(Path(sandgame.__file__).resolve().parent.parent)
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}


def _apart() -> dict[str, Any]:
    """Not ended with the window or the terminal that it was started from, and without a terminal of its own."""
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined,unused-ignore] # Windows only
    return {"start_new_session": True}


class Limited(TextIOBase):
    """So much is written and no more: whatever goes wrong all the time must not fill the disk."""

    def __init__(self, out: TextIO, limit: int = LOG_LIMIT) -> None:
        self._out = out
        self._left = limit

    def write(self, text: str) -> int:
        if self._left > 0:
            self._out.write(text[: self._left])
            self._out.flush()
            self._left -= len(text)
        return len(text)

    def flush(self) -> None:
        self._out.flush()
