"""Frames of a class as bytes and back: what a laptop may send, what it may be told, the beacon, the host's note."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from sandgame.frames.classroom import Beacon, ClassAsk, ClassTold, HostNote
from sandgame.frames.console import BookmarksTold, CaseTold, TableSeen
from sandgame.frames.debrief import DebriefAsk, DebriefNews
from sandgame.frames.seat import ClientFrame, HostFrame
from sandgame.frames.wire import UnreadableError
from sandgame.rules.ids import Phase
from sandgame.rules.room_intents import (
    ChangeTime,
    MarkMoment,
    PausePlay,
    ResumePlay,
    RoomIntent,
    ShortenSession,
    TellTable,
)

Asked = ClassAsk | DebriefAsk | ClientFrame
Told = ClassTold | CaseTold | TableSeen | BookmarksTold | DebriefNews | HostFrame
T = TypeVar("T")

_ENCODER = msgspec.json.Encoder()
_ASKED: msgspec.json.Decoder[Asked] = msgspec.json.Decoder(Asked)
_TOLD: msgspec.json.Decoder[Told] = msgspec.json.Decoder(Told)
_BEACON = msgspec.json.Decoder(Beacon)
_NOTE = msgspec.json.Decoder(HostNote)


def encode(frame: Asked | Told | Beacon | HostNote) -> bytes:
    return _ENCODER.encode(frame)


def read_asked(data: bytes) -> Asked:
    return _read(_ASKED, data)


def read_told(data: bytes) -> Told:
    return _read(_TOLD, data)


def read_beacon(data: bytes) -> Beacon:
    return _read(_BEACON, data)


def read_note(data: bytes) -> HostNote:
    return _read(_NOTE, data)


def _read(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UnreadableError from error


_WHEREVER = (PausePlay, ResumePlay, ChangeTime, TellTable, MarkMoment, ShortenSession)
"""What means the same in every stage of a game."""


def said_to(intent: RoomIntent, round_: int, phase: Phase) -> RoomIntent:
    """What is asked of all tables at once, as it is asked of one that stands here. Whatever else is meant for one
    stage alone: a table that has gone on by itself must not go on twice, or back, or be dealt a card of then.
    """
    return msgspec.structs.replace(intent, round=round_, phase=phase) if isinstance(intent, _WHEREVER) else intent
