"""Which orders a view names, and which services beyond those of its board: a measure or an escalation brings up any."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import GiveUnits
from sandgame.rules.sections import CompanySection, OwnOrder, ThreadsSection, View


def orders_named(view: View) -> Iterator[OwnOrder]:
    """The seat's own, and in a coordination meeting everybody's; its own may come twice then."""
    yield from view.orders
    if view.company is not None:
        yield from (each.order for each in view.company.orders)


def services_named(view: View) -> tuple[ServiceId, ...]:
    """In the order of their numbers."""
    known = {seen.service for seen in view.board.services}
    named = {link.service for link in view.board.network}
    named |= {seen.service for seen in view.room.escalations}
    named |= set(_told(view.threads))
    if view.company is not None:
        named |= set(_met(view.company))
    return tuple(sorted(named - known))


def _told(threads: ThreadsSection) -> Iterator[ServiceId]:
    for known in threads.facts:
        if known.fact.service is not None:
            yield known.fact.service
    for sheet in threads.sheets:
        if isinstance(sheet.give, GiveUnits):
            yield sheet.give.service
    for promise in threads.promises:
        yield promise.service


def _met(company: CompanySection) -> Iterator[ServiceId]:
    for each in company.orders:
        yield each.order.service
    for line in company.lines:
        yield line.service
    for warning in company.warnings:
        yield warning.service
