"""A piece of evidence in words: the key of its sentence, and its figures with their units and names."""

from __future__ import annotations

from typing import Protocol

from sandgame.frames.marks import Piece
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import whole

MONEY = frozenset({"worth", "best", "kpi", "done"})
UNITS = frozenset({"units", "came", "late", "fits", "taken", "offered", "above", "early"})
UNKNOWN = {"cut": 2, "amended": 2, "about": 0, "known": 1}
"""For pieces that were stored before they told it: their sentence names no case of its own."""


class Naming(Protocol):
    """Who says it: a page of the debrief, or a report."""

    @property
    def money(self) -> str: ...

    def say(self, key: str, **args: str | int) -> str: ...

    def name(self, seat: SeatId) -> str: ...

    def service(self, number: int) -> str: ...

    def units(self, service: int, count: int) -> str: ...

    def client(self, order: int) -> str:
        """Who ordered; "" where that is not known."""


def sentence(naming: Naming, piece: Piece) -> str:
    told: dict[str, str | int] = {**UNKNOWN, **dict(piece.numbers)}
    service = dict(piece.numbers).get("service")
    for name, number in piece.numbers:
        if name in MONEY:
            told[name] = f"{whole(number)} {naming.money}"
        elif name in UNITS and service is not None:
            told[name] = naming.units(service, number)
    if service is not None:
        told["service"] = naming.service(service)
    if "order" in told:
        told["order"] = order_name(naming, int(told["order"]))
    told |= {"seat": naming.name(piece.seat)}
    told |= {"provider": naming.name(piece.provider), "customer": naming.name(piece.customer)}
    return naming.say(f"score-{piece.indicator.lower()}-{piece.key}", **told)


def order_name(naming: Naming, number: int) -> str:
    """By who ordered; by its number where nobody knows."""
    client = naming.client(number)
    return naming.say("score-order-of", client=client) if client else naming.say("score-order", order=number)
