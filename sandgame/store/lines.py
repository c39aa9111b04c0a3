"""A log as a text file, one event's body a line: the SHA-256 of the file is the log's own."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.ids import TABLE
from sandgame.store.records import Entry, Happened


class _Kind(msgspec.Struct):
    kind: str


_KIND = msgspec.json.Decoder(_Kind)


def file_of(bodies: Iterable[bytes]) -> bytes:
    return b"".join(body + b"\n" for body in bodies)


def read_lines(content: bytes) -> tuple[Entry, ...]:
    """The log in a file; a line that is no event raises FaultError with its number, counted from 1."""
    lines = content.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    entries: list[Entry] = []
    for seq, body in enumerate(lines or [b""]):
        try:
            kind = _KIND.decode(body).kind
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise FaultError(Fault.CORRUPT, f"0.{seq}") from error
        entries.append(Entry(0, seq, Happened(0, TABLE, None, kind, body)))
    return tuple(entries)
