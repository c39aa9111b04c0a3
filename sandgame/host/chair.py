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
    """Whoever is told something at a table."""

    def tell(self, data: bytes) -> None: ...

    def say(self, frame: Told) -> None: ...


class Sitter(Laptop, Protocol):
    """Who sits in a chair, as the table knows it."""

    @property
    def seats_held(self) -> int: ...

    def yields(self, chair: Chair) -> None:
        """The seat was taken up on another laptop."""

    def moved(self, table: int, chair: Chair, token: str, was: SeatId) -> None:
        """The facilitator has put its people in another seat."""


@dataclass
class Chair:
    """`origin` is the seat that was taken; swaps may have moved its person to another since.

    `gone` is since when nobody is at its laptop, `left` since when the grace counts: a pause takes nothing from it;
    `late` says that it is over. `out` says that the facilitator put a bot in, though the person is there.
    """

    origin: SeatId
    token: str
    people: int = 1
    scored: bool = True
    laptop: Sitter | None = None
    place: Place | None = None
    left: float = field(default=0.0)
    gone: float = field(default=0.0)
    late: bool = False
    out: bool = False
    secret: bytes = field(default=b"", repr=False)
    """Opens what its people sealed; made of their token when they come, never stored."""
    words: int = 0
    """How many words of whoever runs the room have come to its laptop, as that has said."""


@dataclass
class Onlooker:
    """Somebody without a seat, who sees what a seat sees. `token` is the hash of what they come back by."""

    seat: SeatId
    laptop: Laptop
    place: Place | None = None
    token: str = ""


def new_token() -> str:
    return secrets.token_hex(16)


def kept_as(token: str) -> str:
    """What the store keeps of a token: nobody who reads it can take a seat by it. 128 bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
