"""The host process of this computer, as the facilitator's window keeps it: started, found again, restarted, ended."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from sandgame.frames.classroom import ClassSetup, HostNote
from sandgame.frames.fault import Fault, FaultError
from sandgame.host.process import LOCK, NOTE, alone, read_note
from sandgame.lab.child import PROGRAM, Child, clear_away, end

SETUP = "class-setup.json"
LOG = "host.log"
PATIENCE = 60.0
"""Seconds in which a host must have said that it is ready, or must have ended when it was asked to."""
STEP = 0.05


class Keeper:
    """All of it may take a second or two: to be called where nobody waits. Raises FaultError."""

    def __init__(self, folder: Path, program: Sequence[str] = PROGRAM) -> None:
        self._folder = folder
        self._program = program
        self._asked = 0
        """The process that was asked to end last."""

    @property
    def hosted(self) -> bool:
        """Whether a host runs here, whoever started it."""
        clear_away()
        if not (self._folder / LOCK).exists():
            return False
        try:
            with alone(self._folder):
                return False
        except FaultError:
            return True

    @property
    def note(self) -> HostNote | None:
        """Of the host that runs, or of one that was broken off."""
        return read_note(self._folder)

    @property
    def ending(self) -> bool:
        """Whether the host that runs here was asked to end: nobody can go back to it any more. It takes its note along
        before it is gone."""
        note = self.note
        return bool(self._asked) and (note is None or note.process == self._asked) and self.hosted

    @property
    def log(self) -> Path:
        return self._folder / LOG

    def found(self, setup: ClassSetup) -> None:
        """A host for a new class."""
        path = self._folder / SETUP
        write_setup(path, setup)
        self._start(["--setup", str(path)])

    def resume(self, session: str = "", port: int | None = None) -> None:
        """A host for a class that was hosted here before: on the same port, its laptops come back at once. On another
        one they hear it."""
        words = ["--resume"]
        if session:
            words += ["--session", session]
        try:
            self._start(words if port is None else [*words, "--port", str(port)])
        except FaultError as error:
            if error.fault != Fault.PORT or port is None:
                raise
            self._start(words)

    def ask_to_end(self) -> bool:
        """Every answer was stored before it was given, so nothing is lost however it ends. Whether one runs."""
        note = self.note
        if note is None or not self.hosted:
            return False
        self._asked = note.process
        end(note.process)
        if os.name == "nt":
            # ended at once, it does not take its note along
            (self._folder / NOTE).unlink(missing_ok=True)
        return True

    def end(self) -> None:
        """The same, and waits for it."""
        self.ask_to_end()
        until = time.monotonic() + PATIENCE
        while self.hosted:
            if time.monotonic() > until:
                raise FaultError(Fault.HOSTED, str(self._folder))
            time.sleep(STEP)
        (self._folder / NOTE).unlink(missing_ok=True)

    def _start(self, words: Sequence[str]) -> None:
        self._asked, log = 0, self.log
        program = [*self._program, "--data", str(self._folder), "host", *words]
        try:
            child = Child(program, log)
        except OSError as error:
            raise FaultError(Fault.HOST, str(log)) from error
        said = _read(child.first_line(PATIENCE))
        if "code" in said:
            return
        child.wait()
        if said.get("fault") in set(Fault):
            raise FaultError(Fault(said["fault"]), str(said.get("place", "")))
        raise FaultError(Fault.HOST, str(log))


def write_setup(path: Path, setup: ClassSetup) -> None:
    """For the host that is about to be started."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(msgspec.json.format(msgspec.json.encode(setup)))
    except OSError as error:
        raise FaultError(Fault.FOLDER, str(path)) from error


def read_setup(path: Path) -> ClassSetup | None:
    """None if it is none. Raises OSError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=ClassSetup)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _read(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
