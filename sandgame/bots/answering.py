"""A bot's word on a line that waits for it: accept, counter or decline; and on new terms of a promise."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.bots.desk import Desk
from sandgame.bots.reckoning import offer
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import MAX_PARTS, Accept, Counter, Decline, LineAnswer, Part
from sandgame.rules.sections import Promise


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


def agrees(desk: Desk, promise: Promise) -> bool:
    """Whether the style agrees to the new terms that the other side offers; the desk then counts them as promised.

    A customer takes them as it takes every counter; a competing one only if it gets as much as early.
    """
    mine = promise.provider == desk.seat
    if desk.style.terms == "less":
        return all(_until(promise, week, mine) for week in range(desk.now, desk.last + 1))
    if not mine:
        return True
    before = list(desk.owes)
    desk.take_back([owed for owed in before if owed.commitment != promise.commitment])
    reply, _ = answer(desk, 0, promise.service, merged(promise.offered), promise.worth, may_counter=False)
    if isinstance(reply, Accept):
        return True
    desk.take_back(before)
    return False


def _until(promise: Promise, week: int, mine: bool) -> bool:
    """By this week the new terms ask no more of the provider, or give no less to the customer, than the old ones."""
    new = sum(part.units for part in promise.offered if part.due <= week)
    old = promise.lacking if promise.due <= week else 0
    return new <= old if mine else new >= old


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """One part for each due, in the order in which they first came."""
    units: dict[int, int] = {}
    for part in parts:
        units[part.due] = units.get(part.due, 0) + part.units
    return tuple(Part(count, due) for due, count in units.items())
