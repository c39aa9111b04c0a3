"""Where the notes for beginners point on the Negotiate page, and the work there that they must leave free."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sandgame.ui.negotiate_zones import NegotiateCentre, NegotiateDock


def coach_spot(spot: str, centre: NegotiateCentre, dock: NegotiateDock) -> QWidget | None:
    match spot:
        case "orders":
            return centre.orders.first_open()
        case "ask":
            return dock.ask.send if dock.ask.isVisible() else centre.ask
        case "pool":
            return centre.pool
        case "lend":
            return dock.tabs
        case "give":
            return dock.ask.give
        case "restate":
            return dock.answer.head.restate
        case "counter":
            return dock.answer.lines[0] if dock.answer.lines else None
        case "meeting":
            return dock.answer.foot.meet
        case "escalate":
            return dock.answer.foot.escalate
        case _:
            return None


def coach_work(spot: str, centre: NegotiateCentre, dock: NegotiateDock) -> QWidget | None:
    places: dict[str, QWidget] = {"answer": dock.answer, "ask": dock.ask, "give": dock.ask, "orders": centre.orders}
    return places.get(spot) or coach_spot(spot, centre, dock)
