"""What a department does, in a company of bots that collaborate, to look better than it plays: one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import ClassVar
from unittest import mock

from sandgame.bots.answering import answer
from sandgame.bots.desk import Desk
from sandgame.bots.reckoning import Ask, asks, fit, offer
from sandgame.bots.table import BotTable, Conduct, sheet_intent
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.intents import Accept, AnswerTerms, Counter, Part, ProposeTerms
from sandgame.rules.sections import Thread

Ploy = Callable[[SeatId], AbstractContextManager[object]]
"""While it is entered, one seat of every table of bots that is played does something that the others do not."""


def _promising(units: Callable[[int], int] = lambda units: units, later: int = 0) -> Ploy:
    """It answers as if so many units had been asked for, so many weeks later."""

    def ploy(seat: SeatId) -> AbstractContextManager[object]:
        def offered(desk: Desk, service: ServiceId, wanted: int, due: int, worth: int = 0) -> tuple[Part, ...]:
            if desk.seat != seat:
                return offer(desk, service, wanted, due, worth)
            return offer(desk, service, units(wanted), min(desk.last, due + later), worth)

        return mock.patch("sandgame.bots.answering.offer", offered)

    return ploy


def _half_of_what_fits(seat: SeatId) -> AbstractContextManager[object]:
    def fits(desk: Desk, service: ServiceId, due: int) -> int:
        return fit(desk, service, due) // (2 if desk.seat == seat else 1)

    return mock.patch("sandgame.bots.reckoning.fit", fits)


def _asking(ask: Callable[[Desk, ServiceId, list[Ask]], list[Ask]]) -> Ploy:
    """It asks for other lines than it should."""

    def ploy(seat: SeatId) -> AbstractContextManager[object]:
        def asked(desk: Desk, service: ServiceId, seed: int, spoken_for: int = 0) -> list[Ask]:
            lines = asks(desk, service, seed, spoken_for)
            return ask(desk, service, lines) if desk.seat == seat else lines

        return mock.patch("sandgame.bots.table.asks", asked)

    return ploy


def _and_trivia(desk: Desk, service: ServiceId, lines: list[Ask]) -> list[Ask]:
    """And a unit more each week, that nobody waits for."""
    craft = desk.crafts[service]
    return (
        lines if craft.aid is not None or desk.now + craft.lead > desk.last else [*lines, Ask(service, 1, desk.last, 0)]
    )


def _in_pieces(desk: Desk, _service: ServiceId, lines: list[Ask]) -> list[Ask]:
    """Unit by unit."""
    return [line._replace(units=1) for line in lines for _ in range(line.units)]


class _Latecomer(BotTable):
    """One seat says nothing in the week in which it is asked: it sees first what all others do."""

    seat: ClassVar[SeatId]

    def _withdraw(self, asking: Desk, provider: SeatId, services: tuple[ServiceId, ...]) -> Conduct:
        if provider == self.seat:
            for sheet in asking.view.threads.sheets:
                if (sheet.customer, sheet.provider, sheet.round) == (asking.seat, provider, self.now - 1):
                    yield from self._answer_late(asking, sheet, services)
        else:
            yield from super()._withdraw(asking, provider, services)

    def _answer_late(self, asking: Desk, sheet: Thread, services: tuple[ServiceId, ...]) -> Conduct:
        desk = self.desks[self.seat]
        lines = [Ask(line.wanted.service, line.wanted.units, line.wanted.due, line.worth) for line in sheet.lines]
        for at, line in enumerate(sheet.lines):
            if line.state != "open" or line.wanted.service not in services:
                continue
            reply, parts = answer(desk, at, line.wanted.service, line.terms, line.worth, may_counter=True)
            for part in parts:
                asking.promised(line.wanted.service, part.units, part.due)
            yield from self._answer(self.seat, desk, sheet.sheet, [reply], lines)
            if isinstance(reply, Counter):
                yield from self._answer(asking.seat, desk, sheet.sheet, [Accept(line=at)], lines)

    def _settle_sheet(self, asking: Desk, answering: Desk, lines: list[Ask]) -> Conduct:
        if answering.seat == self.seat and self.now < answering.last:
            yield asking.seat, sheet_intent(self.now, asking.style, answering.seat, lines)
        else:
            yield from super()._settle_sheet(asking, answering, lines)


class _Backslider(BotTable):
    """One seat takes back half of what it promised as soon as it may, and everybody lets it."""

    seat: ClassVar[SeatId]

    def _choose_options(self) -> Conduct:
        for promise in self.look(self.seat).threads.promises:
            lead = self.desks[self.seat].crafts[promise.service].lead
            early = promise.round < self.now <= promise.due - lead
            if promise.provider == self.seat and promise.state == "open" and early and promise.lacking > 1:
                less = (Part(promise.lacking // 2, promise.due),)
                now, number = self.now, promise.commitment
                yield self.seat, ProposeTerms(round=now, phase="negotiate", commitment=number, parts=less)
                yield promise.customer, AnswerTerms(round=now, phase="negotiate", commitment=number, agree=True)
        self._sit_down()
        yield from super()._choose_options()


def _at_a_table(kind: type[_Latecomer | _Backslider]) -> Ploy:
    def ploy(seat: SeatId) -> AbstractContextManager[object]:
        return mock.patch("sandgame.lab.play.BotTable", type(kind.__name__, (kind,), {"seat": seat}))

    return ploy


PLAYED: Mapping[str, Ploy] = {
    "low_baller": _promising(lambda units: max(1, units // 3)),
    "half_baller": _promising(lambda units: max(1, units // 2)),
    "half_of_what_fits": _half_of_what_fits,
    "postponer": _promising(later=2),
    "latecomer": _at_a_table(_Latecomer),
    "backslider": _at_a_table(_Backslider),
    "trivia": _asking(_and_trivia),
    "splitter": _asking(_in_pieces),
}
