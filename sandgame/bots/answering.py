"""A bot's word on a line that waits for it: accept, counter or decline."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.bots.desk import Desk
from sandgame.bots.reckoning import offer
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import MAX_PARTS, Accept, Counter, Decline, LineAnswer, Part


def answer(
    desk: Desk, at: int, service: ServiceId, terms: tuple[Part, ...], worth: int, *, may_counter: bool
) -> tuple[LineAnswer, tuple[Part, ...]]:
    """The answer to line `at` of a sheet, and what it promises; the desk counts that as promised.

    The same terms are an acceptance, others a counter, none a decline. Where no counter may be made, it is all or
    nothing.
    """
    before = list(desk.owes)
    parts = merged(part for wanted in terms for part in offer(desk, service, wanted.units, wanted.due, worth))
    if parts == terms:
        return Accept(line=at), parts
    if parts and may_counter and len(parts) <= MAX_PARTS:
        return Counter(line=at, parts=parts), parts
    desk.take_back(before)
    return Decline(line=at, reason=desk.style.declines), ()


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """One part for each due, in the order in which they first came."""
    units: dict[int, int] = {}
    for part in parts:
        units[part.due] = units.get(part.due, 0) + part.units
    return tuple(Part(count, due) for due, count in units.items())
