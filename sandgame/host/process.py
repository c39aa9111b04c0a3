"""The host as a process: alone on its folder, with a note there by which the facilitator's window finds it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sandgame.frames import class_wire
from sandgame.frames.classroom import HostNote
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.wire import UnreadableError

NOTE = "host.json"
LOCK = "host.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No other host runs on this folder meanwhile; one that was killed does not count. FaultError if one does."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(file)
        except OSError as error:
            raise FaultError(Fault.HOSTED, str(folder)) from error
        yield
    finally:
        os.close(file)


def _lock(file: int) -> None:
    """Given back by the system when the process ends, however it ends."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore] # Windows only
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def noted(folder: Path, note: HostNote) -> Iterator[None]:
    """The note lies there while the host runs, for its owner's eyes only: it holds the key."""
    path, half = folder / NOTE, folder / f"{NOTE}.new"
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(class_wire.encode(note))
    half.replace(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def read_note(folder: Path) -> HostNote | None:
    """None if there is none, or none that can be read. It may be left by a host that was killed."""
    try:
        return class_wire.read_note((folder / NOTE).read_bytes())
    except (OSError, UnreadableError):
        return None
