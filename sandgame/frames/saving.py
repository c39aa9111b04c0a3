"""A report that is asked for from a window, and what the process that writes it says: a line of JSON each."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec
from msgspec import Struct

from sandgame.frames.fault import Fault
from sandgame.frames.papers import Format, Part

Tongue = Literal["zh", "en"]


class ReportWish(Struct, frozen=True):
    """`folder` is made if it is not there; files of the same names go only with `replace`."""

    session: str
    folder: str
    languages: tuple[Tongue, ...]
    formats: tuple[Format, ...]
    parts: tuple[Part, ...]
    logo: str = ""
    name: str = ""
    closing: str = ""
    replace: bool = False


class Hindrance(StrEnum):
    IN_THE_WAY = "in_the_way"  # a file of that name is there
    STOPPED = "stopped"  # asked to end; the folder is as it was
    NO_WEEK = "no_week"  # no week was played to its end
    LOGO = "logo"  # the picture cannot be read
    UNSOUND = "unsound"  # a page cannot be set
    FOLDER = "folder"  # the folder cannot be made or written to
    FULL = "full"  # no space left where it is
    DATA = "data"  # what was stored cannot be read: `fault`
    BROKEN = "broken"  # the process ended without a word; its complaints are in the file


class Reckoned(Struct, frozen=True, tag="reckoned"):
    """Tables that are worked out before anything is written."""

    done: int
    of: int


class Written(Struct, frozen=True, tag="written"):
    """Files."""

    done: int
    of: int


class Saved(Struct, frozen=True, tag="saved"):
    """The end: so many files lie there."""

    count: int
    folder: str


class NotSaved(Struct, frozen=True, tag="not_saved"):
    """The end: no file was written or changed. `place` is what it is about."""

    why: Hindrance
    place: str = ""
    fault: Fault | None = None


SavingNews = Reckoned | Written | Saved | NotSaved
_LINE: msgspec.json.Decoder[SavingNews] = msgspec.json.Decoder(SavingNews)


def as_line(news: SavingNews) -> str:
    return msgspec.json.encode(news).decode()


def read_line(line: bytes) -> SavingNews | None:
    """None for what is none of these: a library may have printed it."""
    try:
        return _LINE.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None
