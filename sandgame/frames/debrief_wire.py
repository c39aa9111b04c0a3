"""What was made of a table's log as bytes and back: as it is stored, and as it crosses to a laptop of one's own."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from sandgame.frames.debrief import (
    GatheredTold,
    Gone,
    Guess,
    HalfTimeTold,
    KeepDebrief,
    MadeDebrief,
    NextWeek,
    OwnSaid,
    PageTurned,
    Survey,
    TableDebriefTold,
    TakeAway,
    Vote,
)
from sandgame.frames.marks import Principle, Worths
from sandgame.frames.wire import UnreadableError

OwnNews = TableDebriefTold | GatheredTold | HalfTimeTold
"""What a seat is told of the debrief where there is no class."""
Spans = tuple[tuple[int, int], ...]
Answer = str | int | bool | Guess | Vote | TakeAway | NextWeek | Survey | OwnSaid | Spans
T = TypeVar("T")

_ENCODER = msgspec.json.Encoder()
_MADE = msgspec.json.Decoder(MadeDebrief)
_GONE = msgspec.json.Decoder(Gone)
_WORTHS = msgspec.json.Decoder(Worths)
_NEWS: msgspec.json.Decoder[OwnNews] = msgspec.json.Decoder(OwnNews)
_KEEP = msgspec.json.Decoder(KeepDebrief)


def encode(what: MadeDebrief | Gone | Worths | OwnNews | KeepDebrief | PageTurned | Answer) -> bytes:
    return _ENCODER.encode(what)


def read_made(data: bytes) -> MadeDebrief:
    return _read(_MADE, data)


def read_gone(data: bytes) -> Gone:
    return _read(_GONE, data)


def read_worths(data: bytes) -> Worths:
    return _read(_WORTHS, data)


def read_news(data: bytes) -> OwnNews:
    return _read(_NEWS, data)


def read_keep(data: bytes) -> KeepDebrief:
    return _read(_KEEP, data)


def read_page(data: bytes) -> PageTurned:
    return _read(msgspec.json.Decoder(PageTurned), data)


def read_next_week(data: bytes) -> NextWeek:
    return _read(msgspec.json.Decoder(NextWeek), data)


def read_spans(data: bytes) -> Spans:
    return _read(msgspec.json.Decoder(Spans), data)


def read_word(data: bytes) -> str:
    return _read(msgspec.json.Decoder(str), data)


def read_number(data: bytes) -> int:
    return _read(msgspec.json.Decoder(int), data)


def read_survey(data: bytes) -> Survey:
    return _read(msgspec.json.Decoder(Survey), data)


def read_said(data: bytes) -> OwnSaid:
    return _read(msgspec.json.Decoder(OwnSaid), data)


def read_consent(data: bytes) -> bool:
    return _read(msgspec.json.Decoder(bool), data)


def read_principle(data: bytes) -> Principle:
    return _read(_PRINCIPLE, data)


def read_guess(data: bytes) -> Guess:
    return _read(msgspec.json.Decoder(Guess), data)


def read_take_away(data: bytes) -> TakeAway:
    return _read(msgspec.json.Decoder(TakeAway), data)


_PRINCIPLE: msgspec.json.Decoder[Principle] = msgspec.json.Decoder(Principle)


def _read(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UnreadableError from error
