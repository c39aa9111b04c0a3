"""A log as a text file, one row a line: what a session leaves for others to read, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Raw, Struct

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.ids import SeatId
from sandgame.store.records import Entry, Happened


class Row(Struct, forbid_unknown_fields=True):
    """The body stands in the line as it stands in the store, byte for byte."""

    seq: int
    at: int
    seat: int
    intent: str | None
    kind: str
    body: Raw


_ROW = msgspec.json.Decoder(Row)


def line_of(entry: Entry) -> bytes:
    """Without the line feed at its end."""
    h = entry.happened
    return msgspec.json.encode(Row(entry.seq, h.at, h.seat, h.intent, h.kind, Raw(h.body)))


def read_lines(lines: Iterable[bytes]) -> tuple[Entry, ...]:
    """The rows of a file; a line that is none raises FaultError with its number, counted from 1."""
    entries: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        try:
            row = _ROW.decode(line)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise FaultError(Fault.CORRUPT, str(number)) from error
        if row.seq != number - 1:
            raise FaultError(Fault.CORRUPT, str(number))
        happened = Happened(row.at, SeatId(row.seat), row.intent, row.kind, bytes(row.body))
        entries.append(Entry(0, row.seq, happened))
    if not entries:
        raise FaultError(Fault.CORRUPT, "1")
    return tuple(entries)
