"""Logs of older formats, brought up to date as plain data while they are read; the file keeps what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.events import LOG_FORMAT, Event
from sandgame.rules.log import decode
from sandgame.store.records import Entry

Plain = dict[str, Any]
Step = Callable[[Plain], Plain]
"""Takes the body of one event, its kind among its fields, to the next format."""


def _as_it_was(plain: Plain) -> Plain:
    """Format 2 added events, and fields that are written only where they say something."""
    return plain


STEPS: Mapping[int, Step] = {1: _as_it_was}
"""From format n to n + 1."""


def upgraded(
    entries: Sequence[Entry], steps: Mapping[int, Step] = STEPS, newest: int = LOG_FORMAT
) -> tuple[Entry, ...]:
    """The log in the newest format; a log of that format is handed back untouched."""
    if not entries:
        return ()
    place = f"#{entries[0].game}"
    if any(entry.seq != number for number, entry in enumerate(entries)):
        raise FaultError(Fault.CORRUPT, place)
    first = _plain(entries[0], place)
    number = first.get("format")
    if not isinstance(number, int):
        raise FaultError(Fault.CORRUPT, place)
    if number > newest:
        raise FaultError(Fault.NEWER, place)
    if number == newest:
        return tuple(entries)
    return tuple(_taken_up(entry, [steps[n] for n in range(number, newest)], newest, place) for entry in entries)


def events_of(entries: Sequence[Entry]) -> tuple[Event, ...]:
    """The events of a log of today's format."""
    events: list[Event] = []
    for entry in entries:
        try:
            events.append(decode(entry.happened.body))
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            raise FaultError(Fault.CORRUPT, f"#{entry.game}.{entry.seq}") from error
    return tuple(events)


def _taken_up(entry: Entry, steps: Sequence[Step], newest: int, place: str) -> Entry:
    plain = _plain(entry, place)
    for step in steps:
        plain = step(plain)
    if entry.seq == 0:
        plain["format"] = newest
    happened = msgspec.structs.replace(entry.happened, kind=str(plain["kind"]), body=msgspec.json.encode(plain))
    return msgspec.structs.replace(entry, happened=happened)


def _plain(entry: Entry, place: str) -> Plain:
    try:
        plain: Plain = msgspec.json.decode(entry.happened.body, type=Plain)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise FaultError(Fault.CORRUPT, f"{place}.{entry.seq}") from error
    return plain
