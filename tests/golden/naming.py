"""The case's names, and numbers as lines have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sandgame.rules import intents as i
from sandgame.rules.ids import ROOM, TABLE
from sandgame.scenario.package import Package

INDENT = " " * 6


class Names:
    """The case's English names by the game's numbers."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.brought: dict[int, int] = {}
        """Orders that cards have brought, each with its card."""

    def seat(self, seat: int) -> str:
        if seat in (TABLE, ROOM):
            return "the facilitator"
        return self._package.text(f"department.{self._package.departments[seat - 1]}.name").en

    def units(self, count: int, service: int) -> str:
        return f"{count} {self.service(service)}"

    def service(self, service: int) -> str:
        return self._package.text(f"service.{self._package.services[service - 1]}.name").en

    def card(self, card: int) -> str:
        return f"card {card} ({self._package.card_text(card, 'title').en})"

    def order(self, order: int) -> str:
        if order in self.brought:
            return f"order {order} (of {self.card(self.brought[order])})"
        return f"order {order} ({self._package.text(f'order.{self._package.orders[order - 1]}').en})"


def listed(items: Iterable[str], none: str = "nothing") -> str:
    return ", ".join(items) or none


def parts(terms: Iterable[i.Part]) -> str:
    return " + ".join(f"{part.units} by week {part.due}" for part in terms)


def fields(thing: Any, leave_out: str = "") -> str:
    """A Struct's numbers by name, without zeros."""
    shown = ((name, getattr(thing, name)) for name in thing.__struct_fields__ if name not in leave_out.split())
    return listed((f"{name} {value}" for name, value in shown if value), "all 0")
