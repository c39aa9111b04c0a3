"""A whole table of bots: plays one round in the order that docs/bots gives, one intent at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping

from sandgame.bots import sharing
from sandgame.bots.answering import answer
from sandgame.bots.book import Book
from sandgame.bots.desk import Craft, Desk, crafts_of
from sandgame.bots.planning import plan
from sandgame.bots.rating import ratings, thanks
from sandgame.bots.reckoning import Ask, asks, choose, leaves_unanswered
from sandgame.bots.styles import Style
from sandgame.rules.events import Event, LoanProposed, NegotiationClosed, SheetAnswered, SheetSent
from sandgame.rules.ids import TABLE, CommitmentId, LoanId, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import (
    MAX_LINES,
    Accept,
    AgreePool,
    AnswerLoan,
    AnswerSheet,
    Channel,
    ChooseOption,
    ClaimPool,
    ConfirmRestatement,
    Counter,
    DeclineOrder,
    FactRef,
    FinishPhase,
    Intent,
    LineAnswer,
    Part,
    ProposeLoan,
    ProposePool,
    RestateNeed,
    SendSheet,
    ShareFact,
    SubmitPlan,
    WantedLine,
    WithdrawLine,
)
from sandgame.rules.measures import in_force
from sandgame.rules.pool import GAINED_MAX, gain
from sandgame.rules.seen import Seen

Conduct = Generator[tuple[SeatId, Intent], tuple[Event, ...], None]
"""Yields what a seat asks for; whoever runs it sends back the events that came of it."""


class BotTable:
    """Bots in all seats. `look` gives a seat's present view; every decision is made from the decider's own.

    Among themselves bots always say what a line is worth, in writing or not.
    """

    def __init__(self, book: Book, styles: Mapping[SeatId, Style], seed: int, look: Callable[[SeatId], Seen]) -> None:
        self.book, self.styles, self.seed, self.look = book, styles, seed, look
        self.seats = tuple(sorted(styles))
        self.desks: dict[SeatId, Desk] = {}
        self.now = 0
        self.rules: tuple[str, ...] = ()
        self._crafts: dict[SeatId, dict[ServiceId, Craft]] = {}
        self._told: dict[int, int] = {}
        self._asked: dict[int, tuple[SeatId, SeatId, list[Ask]]] = {}
        self._links = _links(book)

    def round(self, now: int) -> Conduct:
        """One round from its Brief to its Review."""
        self.now = now
        yield from self._finish("brief")
        self._sit_down()
        yield from self._choose_options()
        for provider, customer, services in self._links:
            yield from self._ask(provider, customer, services)
        if "lend" in self.rules:
            yield from self._lend()
        if "pool" in self.rules:
            yield from self._divide_pool()
        yield from self._finish("negotiate")
        for seat in self.seats:
            yield seat, SubmitPlan(round=now, phase="plan", plan=plan(self.desks[seat]))
        yield from self._finish("deliver")
        yield from self._review()
        yield from self._finish("review")

    def _sit_down(self) -> None:
        for seat in self.seats:
            view = self.look(seat)
            if seat not in self._crafts:
                self._crafts[seat] = crafts_of(view.board)
            self.desks[seat] = Desk(view, self.styles[seat], self.book, self._crafts[seat], self._told)
            self.rules = view.table.rules

    def _finish(self, phase: str) -> Conduct:
        intent = _FINISH[phase](self.now)
        for seat in self.seats:
            events = yield seat, intent
            for event in events:
                if isinstance(event, NegotiationClosed):
                    self._close(event)

    def _close(self, event: NegotiationClosed) -> None:
        """Hours as they were fixed, and what a service standard has agreed where nobody answered."""
        for own in event.hours:
            self.desks[own.seat].hours = own.hours
        for agreed in event.by_standard:
            customer, provider, lines = self._asked[agreed.sheet]
            line, part = lines[agreed.line], agreed.part
            self._told[agreed.commitment] = line.worth
            self.desks[provider].agreed(CommitmentId(agreed.commitment), line.service, part, line.worth)
            self.desks[customer].promised(line.service, part.units, part.due)

    def _choose_options(self) -> Conduct:
        waiting = [
            (order.order, seat)
            for seat, desk in self.desks.items()
            for order in desk.orders
            if order.state == "open" and not order.chosen
        ]
        for number, seat in sorted(waiting):
            desk = self.desks[seat]
            option = choose(desk, next(o for o in desk.orders if o.order == number))
            desk.chose(number, option)
            yield seat, option_intent(self.now, number, option)

    def _ask(self, provider: SeatId, customer: SeatId, services: tuple[ServiceId, ...]) -> Conduct:
        asking, answering = self.desks[customer], self.desks[provider]
        yield from self._withdraw(asking, provider, services)
        lines = [line for service in services for line in asks(asking, service, self.seed)]
        while lines:
            yield from self._settle_sheet(asking, answering, lines[:MAX_LINES])
            lines = lines[MAX_LINES:]

    def _withdraw(self, asking: Desk, provider: SeatId, services: tuple[ServiceId, ...]) -> Conduct:
        """What was never answered is taken back before it is asked for again."""
        for sheet in asking.view.threads.sheets:
            if sheet.customer == asking.seat and sheet.provider == provider and sheet.round == self.now - 1:
                for at, line in enumerate(sheet.lines):
                    if line.state == "open" and line.wanted.service in services:
                        yield asking.seat, WithdrawLine(round=self.now, phase="negotiate", sheet=sheet.sheet, line=at)

    def _settle_sheet(self, asking: Desk, answering: Desk, lines: list[Ask]) -> Conduct:
        """Ask, answer line by line, accept every counter; each line is settled before the next is answered."""
        events = yield asking.seat, sheet_intent(self.now, asking.style, answering.seat, lines)
        sheet = next(e.sheet for e in events if isinstance(e, SheetSent))
        self._asked[sheet] = asking.seat, answering.seat, lines
        promised = False
        answers: list[LineAnswer] = []
        for at, line in enumerate(lines):
            if leaves_unanswered(answering, asking.seat, line.service, line.due, self.seed):
                continue
            terms = (Part(line.units, line.due),)
            reply, parts = answer(answering, at, line.service, terms, line.worth, may_counter="counter" in self.rules)
            for part in parts:
                asking.promised(line.service, part.units, part.due)
                promised = True
            answers.append(reply)
            if isinstance(reply, Counter):
                # commitments are numbered as they are agreed: settled before the next line is looked at
                yield from self._answer(answering.seat, answering, sheet, answers, lines)
                yield from self._answer(asking.seat, answering, sheet, [Accept(line=at)], lines)
                answers = []
        if answers:
            yield from self._answer(answering.seat, answering, sheet, answers, lines)
        if promised and answering.style.restates and "restate" in self.rules:
            yield answering.seat, RestateNeed(round=self.now, phase="negotiate", sheet=sheet)
            yield asking.seat, ConfirmRestatement(round=self.now, phase="negotiate", sheet=sheet)

    def _answer(
        self, seat: SeatId, provider: Desk, sheet: SheetId, answers: list[LineAnswer], lines: list[Ask]
    ) -> Conduct:
        events = yield seat, AnswerSheet(round=self.now, phase="negotiate", sheet=sheet, answers=tuple(answers))
        for event in events:
            if isinstance(event, SheetAnswered):
                for agreed in event.agreed:
                    line = lines[agreed.line]
                    self._told[agreed.commitment] = line.worth
                    provider.number(agreed.commitment, line.service, agreed.part)

    def _lend(self) -> Conduct:
        for borrower in sharing.borrowers(self.desks.values()):
            lenders = [d for d in self.desks.values() if d is not borrower]
            lenders.sort(key=lambda d: (sharing.short_of(d), d.seat))
            for lender in lenders:
                if sharing.short_of(borrower) <= 0 or borrower.gained >= GAINED_MAX:
                    break
                hours = sharing.loan(lender, borrower.gained)
                if hours:
                    yield from self._settle_loan(lender, borrower, hours)

    def _settle_loan(self, lender: Desk, borrower: Desk, hours: int) -> Conduct:
        lender.lent += hours
        borrower.gained += gain(hours, trained=lender.trained)
        events = yield (
            borrower.seat,
            ProposeLoan(round=self.now, phase="negotiate", lender=lender.seat, borrower=borrower.seat, hours=hours),
        )
        loan = next(e.loan for e in events if isinstance(e, LoanProposed))
        yield lender.seat, AnswerLoan(round=self.now, phase="negotiate", loan=LoanId(loan), agree=True)

    def _divide_pool(self) -> Conduct:
        pool = self.desks[self.seats[0]].view.table.pool
        claims = {seat: sharing.claim(desk, pool) for seat, desk in self.desks.items()}
        claims = {seat: hours for seat, hours in claims.items() if hours}
        if in_force(self.desks[self.seats[0]].view, "open_allocation"):
            for seat in claims:
                yield seat, free_hours_intent(self.now)
        for seat, hours in claims.items():
            yield seat, ClaimPool(round=self.now, phase="negotiate", hours=hours)
        if sum(claims.values()) <= pool or any(not self.styles[seat].yields for seat in claims):
            return
        shortages = {seat: sharing.short_of(self.desks[seat]) for seat in claims}
        first, *others = sharing.by_claim(claims, shortages)
        shares = sharing.division(claims, shortages, pool)
        yield first, ProposePool(round=self.now, phase="negotiate", shares=shares)
        for seat in others:
            yield seat, AgreePool(round=self.now, phase="negotiate")

    def _review(self) -> Conduct:
        for seat in self.seats:
            view = self.look(seat)
            for rating in ratings(view, seat):
                yield seat, rating
            if self.styles[seat].thanks:
                for thank in thanks(view):
                    yield seat, thank


_FINISH: dict[str, Callable[[int], Intent]] = {
    "brief": lambda now: FinishPhase(round=now, phase="brief"),
    "negotiate": lambda now: FinishPhase(round=now, phase="negotiate"),
    "deliver": lambda now: FinishPhase(round=now, phase="deliver"),
    "review": lambda now: FinishPhase(round=now, phase="review"),
}


def _links(book: Book) -> list[tuple[SeatId, SeatId, tuple[ServiceId, ...]]]:
    """Who is asked by whom for what, in the reverse of the sweep; neighbours in it between the same two go together."""
    links: list[tuple[SeatId, SeatId, tuple[ServiceId, ...]]] = []
    for provider, receivers, services in _runs(book):
        links += [(provider, customer, services) for customer in receivers]
    return links


def _runs(book: Book) -> Iterator[tuple[SeatId, tuple[SeatId, ...], tuple[ServiceId, ...]]]:
    run: list[ServiceId] = []
    for service in reversed(book.sweep):
        same = run and (book.providers[service], book.receivers[service]) == (
            book.providers[run[0]],
            book.receivers[run[0]],
        )
        if run and not same:
            yield book.providers[run[0]], book.receivers[run[0]], tuple(run)
            run = []
        run.append(service)
    if run:
        yield book.providers[run[0]], book.receivers[run[0]], tuple(run)


def option_intent(now: int, order: OrderId, option: int | None) -> Intent:
    if option is None:
        return DeclineOrder(round=now, phase="negotiate", order=order)
    return ChooseOption(round=now, phase="negotiate", order=order, option=option)


def free_hours_intent(now: int) -> ShareFact:
    return ShareFact(round=now, phase="negotiate", to=TABLE, fact=FactRef("free_hours"))


def sheet_intent(now: int, style: Style, provider: SeatId, lines: list[Ask]) -> SendSheet:
    wanted = tuple(WantedLine(line.service, line.units, line.due) for line in lines)
    channel: Channel = "written" if style.written else "quick"
    return SendSheet(round=now, phase="negotiate", provider=provider, lines=wanted, channel=channel)
