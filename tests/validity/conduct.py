"""Styles as people act them: bots that also do in talk and review what their style would, and bots leave undone.

By the two-dimensional model of conflict (assertive: for oneself, cooperative: for the other; Thomas & Kilmann). What is
done for the other's sake goes with being cooperative, what is demanded for oneself with being assertive, and what is
said unasked for others needs both; who is halfway in both does it half of the time. Requests, answers and plans stay
the bots' own. Everything is an intent that the rules allow, decided from the seat's own view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal
from unittest import mock

from msgspec.structs import replace as changed

from sandgame.bots.desk import UNNUMBERED, Desk
from sandgame.bots.rating import causes, ratings, thanks
from sandgame.bots.reckoning import Ask
from sandgame.bots.sharing import borrowers
from sandgame.bots.styles import Offer, Row, Style
from sandgame.bots.table import BotTable, Conduct
from sandgame.rules.draw import draw
from sandgame.rules.events import Event, NeedRestated
from sandgame.rules.ids import TABLE, CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import (
    Apologise,
    FactKind,
    FactRef,
    PromiseChange,
    RateProvider,
    SendMessage,
    ShareFact,
    Warn,
)

Population = Literal["acted", "halved"]
Rates = Literal["facts", "half", "kind", "middle", "low"]
ALWAYS, HALF, NEVER = 100, 50, 0
A_WISH = 2
"""With an item rated so low a customer may ask for a change."""
WEEKS = 2
"""So long somebody acts on a wish."""
SCALE: Mapping[Rates, int] = {"kind": 5, "middle": 3, "low": 2}
"""What those give who do not look at the facts."""


@dataclass(frozen=True, slots=True)
class Acts:
    """How often, in percent. Fixed before any of it was marked.

    restates: says a request that it takes on in its own words. asked: tells what it is asked for: free hours when
    somebody is short of hours, the order behind a request that was restated. tells: of its own accord, each order as
    soon as it knows of it and each week its free stock, to its direct partner. presses: tells its dearest order of the
    week. warns: of promises that its hours will not bear. apologises: for what it did not keep. rates: by the facts, by
    them half of the time (else the middle), or everybody 5, 3 or 2. wishes: asks for a change where it rates low.
    promises: a change that it is asked for. carries: out, what it so promised: for two weeks it promises no more than
    its own hours bear and puts its own work last. writes: a request, and so what it is for; as the bot does, if None.
    """

    restates: int
    asked: int
    tells: int
    presses: int
    warns: int
    apologises: int
    rates: Rates
    wishes: int
    promises: int
    carries: int
    writes: int | None = None


ACTS: Mapping[Row, Acts] = {
    "competing": Acts(
        restates=NEVER, asked=NEVER, tells=NEVER, presses=ALWAYS, warns=NEVER, apologises=NEVER, rates="low",
        wishes=ALWAYS, promises=NEVER, carries=NEVER,
    ),
    "avoiding": Acts(
        restates=NEVER, asked=NEVER, tells=NEVER, presses=NEVER, warns=NEVER, apologises=NEVER, rates="middle",
        wishes=NEVER, promises=NEVER, carries=NEVER,
    ),
    "accommodating": Acts(
        restates=ALWAYS, asked=ALWAYS, tells=NEVER, presses=NEVER, warns=NEVER, apologises=ALWAYS, rates="kind",
        wishes=NEVER, promises=ALWAYS, carries=HALF,
    ),
    "compromising": Acts(
        restates=HALF, asked=HALF, tells=HALF, presses=HALF, warns=HALF, apologises=HALF, rates="half",
        wishes=HALF, promises=HALF, carries=HALF,
    ),
    "collaborating": Acts(
        restates=ALWAYS, asked=ALWAYS, tells=ALWAYS, presses=ALWAYS, warns=ALWAYS, apologises=ALWAYS, rates="facts",
        wishes=ALWAYS, promises=ALWAYS, carries=ALWAYS,
    ),
}  # fmt: skip
HALVED: Mapping[Row, Acts] = {**ACTS, "compromising": replace(ACTS["compromising"], writes=HALF)}
"""Added after `ACTS` had been marked, to see why openness does not tell compromising: its bot writes every request."""


class ActedTable(BotTable):
    """Bots in all seats, each with the acts of its style beside what the bot does."""

    acts: ClassVar[Mapping[Row, Acts]] = ACTS

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.rows = dict(self.styles)
        self.carried: dict[SeatId, int] = {}
        """Until which round a seat acts on a wish."""
        self.told: set[OrderId] = set()
        self.warned: set[int] = set()

    def _acts(self, seat: SeatId) -> Acts:
        return self.acts[self.rows[seat].name]

    def _does(self, seat: SeatId, act: str, *what: object) -> bool:
        """Each occasion is drawn once, by its own key."""
        share: int = getattr(self._acts(seat), act)
        return draw(":".join(map(str, (self.seed, act, seat, *what)))) % 100 < share

    def _sit_down(self) -> None:
        acting = {seat for seat, until in self.carried.items() if until >= self.now}
        self.styles = {seat: careful(row) if seat in acting else row for seat, row in self.rows.items()}
        super()._sit_down()

    def _choose_options(self) -> Conduct:
        for seat in self.seats:
            yield from self._answer_wishes(seat)
        self._sit_down()
        yield from self._tell_hours()
        for seat in self.seats:
            yield from self._tell_orders(seat)
            yield from self._tell_stock(seat)
        yield from super()._choose_options()

    def _answer_wishes(self, seat: SeatId) -> Conduct:
        """Last week's: what it does not promise at once, it never does."""
        for asked in self.look(seat).review.asked_of_me:
            what = (asked.customer, asked.round)
            by = self.now + 1
            if asked.round != self.now - 1 or by > self.desks[seat].last or not self._does(seat, "promises", *what):
                continue
            yield (
                seat,
                PromiseChange(round=self.now, phase="negotiate", customer=asked.customer, asked=asked.round, by=by),
            )
            if self._does(seat, "carries", *what):
                self.carried[seat] = asked.round + WEEKS

    def _tell_hours(self) -> Conduct:
        """Whoever is short asks the table; who has hours left this week tells the one most in want."""
        short = borrowers(self.desks.values())
        for asker in short:
            yield asker.seat, SendMessage(round=self.now, phase="negotiate", to=TABLE, text="hours?")
        for seat in self.seats:
            others = [asker.seat for asker in short if asker.seat != seat]
            if others and _free(self.desks[seat]) > 0 and self._does(seat, "asked", self.now):
                yield self._share(seat, others[0], "free_hours")

    def _tell_orders(self, seat: SeatId) -> Conduct:
        """Each as soon as it is known; or, to press for it, the dearest that has come."""
        desk = self.desks[seat]
        for order in desk.orders:
            if order.order not in self.told and self._does(seat, "tells", "order", order.order):
                yield from self._tell_order(seat, order.order, desk.crafts[order.service].provider)
        come = [order for order in desk.orders if order.state == "open" and order.order not in self.told]
        if come and self._does(seat, "presses", self.now):
            dearest = max(come, key=lambda order: (order.price, -order.order))
            yield from self._tell_order(seat, dearest.order, desk.crafts[dearest.service].provider)

    def _tell_order(self, seat: SeatId, order: OrderId, to: SeatId) -> Conduct:
        self.told.add(order)
        if to != seat:
            yield self._share(seat, to, "order", order)

    def _tell_stock(self, seat: SeatId) -> Conduct:
        """What it has made and owes to nobody."""
        desk = self.desks[seat]
        for service in desk.view.board.services:
            free = desk.stock.get(service.service, 0) - desk.lacking(service.service)
            if service.provider == seat and free > 0 and self._does(seat, "tells", self.now, service.service):
                for receiver in service.receivers:
                    yield self._share(seat, receiver, "stock", service.service)

    def _share(
        self, seat: SeatId, to: SeatId, about: FactKind, number: OrderId | ServiceId | None = None
    ) -> tuple[SeatId, ShareFact]:
        return seat, ShareFact(round=self.now, phase="negotiate", to=to, fact=FactRef(about, number or 0))

    def _settle_sheet(self, asking: Desk, answering: Desk, lines: list[Ask]) -> Conduct:
        """The provider asks back or not; asked, the customer tells which order is behind."""
        restated = False
        with self._as_acted(asking, answering, lines):
            conduct = super()._settle_sheet(asking, answering, lines)
            events: tuple[Event, ...] | None = None
            while True:
                try:
                    step = next(conduct) if events is None else conduct.send(events)
                except StopIteration:
                    break
                events = yield step
                restated |= any(isinstance(event, NeedRestated) for event in events)
        if restated:
            yield from self._tell_behind(asking, answering.seat, {line.service for line in lines})

    @contextmanager
    def _as_acted(self, asking: Desk, answering: Desk, lines: list[Ask]) -> Iterator[None]:
        """Both sides' traits as they are for this sheet."""
        what = (self.now, asking.seat, *(line.service for line in lines), lines[0].due)
        before = asking.style, answering.style
        if self._acts(asking.seat).writes is not None:
            asking.style = replace(asking.style, written=self._does(asking.seat, "writes", *what))
        answering.style = replace(answering.style, restates=self._does(answering.seat, "restates", *what))
        yield
        asking.style, answering.style = before

    def _tell_behind(self, asking: Desk, provider: SeatId, services: set[ServiceId]) -> Conduct:
        for order in asking.orders:
            behind = order.state == "open" and order.service in services and order.order not in self.told
            if behind and self._does(asking.seat, "asked", "order", order.order):
                yield from self._tell_order(asking.seat, order.order, provider)

    def _finish(self, phase: str) -> Conduct:
        if phase == "negotiate":
            for seat in self.seats:
                yield from self._warn(seat)
        yield from super()._finish(phase)

    def _warn(self, seat: SeatId) -> Conduct:
        for commitment, units in _beyond(self.desks[seat]):
            if commitment not in self.warned and self._does(seat, "warns", commitment):
                self.warned.add(commitment)
                yield seat, Warn(round=self.now, phase="negotiate", commitment=commitment, units=units)

    def _review(self) -> Conduct:
        for seat in self.seats:
            view, style = self.look(seat), self.rows[seat]
            for rating in ratings(view, seat):
                yield seat, self._rated(seat, rating)
            if style.thanks:
                for thank in thanks(view):
                    yield seat, thank
            for commitment in view.review.to_apologise:
                if self._does(seat, "apologises", commitment):
                    yield seat, Apologise(round=self.now, phase="review", commitment=commitment)
            for cause in causes(view, style.blames):
                yield seat, cause

    def _rated(self, seat: SeatId, rating: RateProvider) -> RateProvider:
        """As the seat would give it, with a wish if it is low enough for one and the seat would ask."""
        what = (self.now, rating.provider)
        rates = self._acts(seat).rates
        if rates == "half":
            rates = "facts" if draw(f"{self.seed}:rates:{seat}:{self.now}:{rating.provider}") % 2 else "middle"
        if rates != "facts":
            same = SCALE[rates]
            rating = changed(rating, reliability=same, responsiveness=same, empathy=same)
        low = min(rating.reliability, rating.responsiveness, rating.empathy) <= A_WISH
        return changed(rating, please_change=low and self._does(seat, "wishes", *what))


class HalvedTable(ActedTable):
    """The same, where compromising seats write only half of their requests."""

    acts = HALVED


_TABLES: Mapping[Population, type[ActedTable]] = {"acted": ActedTable, "halved": HalvedTable}


def careful(style: Style) -> Style:
    """As it plays while it carries out a wish: it promises what its own hours bear, and these go to its promises."""
    offer: Offer = "spread" if style.offer == "spread" else "fit"
    return replace(
        style, own_work=0, offer=offer, overtime_counts=0, helped=False, overtime="due", overtime_limit=100
    )  # fmt: skip


def _free(desk: Desk) -> int:
    """Hours of this week that nothing due by now needs."""
    effort, setups = desk.work(desk.now)
    return desk.own_hours - effort - setups


def _beyond(desk: Desk) -> Iterator[tuple[CommitmentId, int]]:
    """Numbered promises not yet due that its hours, overtime included, will not bear, with the units to be made."""
    spent, started = 0, set[ServiceId]()
    for item in sorted(desk.items, key=lambda item: (item.time, item.commitment)):
        spent += item.units * item.craft.effort + (0 if item.craft.service in started else item.craft.setup)
        started.add(item.craft.service)
        weeks = max(0, item.time - desk.now) + 1
        hours = sum(desk.coming_hours[:weeks]) + desk.gained - desk.lent + weeks * desk.overtime_limit
        if item.due > desk.now and item.commitment < UNNUMBERED and spent > hours:
            yield CommitmentId(item.commitment), item.units


def acted(population: Population = "acted") -> AbstractContextManager[object]:
    """While it is entered, every table of bots that is played acts its styles."""
    return mock.patch("sandgame.lab.play.BotTable", _TABLES[population])
