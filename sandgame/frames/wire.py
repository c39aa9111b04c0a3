"""Frames as bytes and back: JSON, the same in process and over a socket."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Raw

from sandgame.frames.seat import ClientFrame, HostFrame
from sandgame.rules.ids import SeatId

_ENCODER = msgspec.json.Encoder()
_CLIENT: msgspec.json.Decoder[ClientFrame] = msgspec.json.Decoder(ClientFrame)
_HOST: msgspec.json.Decoder[HostFrame] = msgspec.json.Decoder(HostFrame)


class UnreadableError(Exception):
    """Bytes that are no frame."""


def encode(frame: ClientFrame | HostFrame) -> bytes:
    return _ENCODER.encode(frame)


def read_client(data: bytes) -> ClientFrame:
    try:
        return _CLIENT.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UnreadableError from error


def read_host(data: bytes) -> HostFrame:
    try:
        return _HOST.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UnreadableError from error


def section(value: object) -> bytes:
    """One section of a view, encoded once for all who get it."""
    return _ENCODER.encode(value)


def view_changed(seat: SeatId, number: int, sections: dict[str, bytes]) -> bytes:
    """A `ViewChanged` put together from sections that are encoded already."""
    frame: dict[str, Any] = {"kind": "view_changed", "seat": seat, "number": number}
    frame |= {name: Raw(data) for name, data in sections.items()}
    return _ENCODER.encode(frame)
