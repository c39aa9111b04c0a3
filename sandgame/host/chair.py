"""A seat of a class that a person took: by which token, on which laptop, and since when nobody sits in it."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Protocol

from sandgame.frames.class_wire import Told
from sandgame.host.telling import Place
from sandgame.rules.ids import SeatId


class Laptop(Protocol):
    """Who sits there, as the table knows it."""

    def tell(self, data: bytes) -> None: ...

    def say(self, frame: Told) -> None: ...


@dataclass
class Chair:
    """`origin` is the seat that was taken; swaps may have moved its person to another since.

    `out` says that the facilitator put a bot in, though the person is there.
    """

    origin: SeatId
    token: str
    laptop: Laptop | None = None
    place: Place | None = None
    left: float = field(default=0.0)
    given_up: bool = False
    out: bool = False


def new_token() -> str:
    return secrets.token_hex(16)


def kept_as(token: str) -> str:
    """What the store keeps of a token: nobody who reads it can take a seat by it. 128 bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
