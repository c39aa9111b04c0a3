"""A machine tries to cheat: random intents of all seats in every phase, and the laws that hold whatever happens."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sandgame.rules import intents as i
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Delivered, Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.log import decode, encode
from sandgame.rules.reason import Refusal
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.chance import asked
from tests.kit.tables import BENCHMARKS, workshop


def made_and_gone(log: list[Event], state: State) -> dict[int, tuple[int, int]]:
    """Units of each service that came into the world, and where they are or how they left it."""
    born = dict.fromkeys(range(1, len(state.scenario.services) + 1), 0)
    found = dict.fromkeys(born, 0)
    for seat in state.seats:
        for item in state.scenario.department(seat).stock:
            born[item.service] += item.units
    for event in log:
        if not isinstance(event, Delivered):
            continue
        for made in event.made:
            born[made.service] += made.units
            for used in state.scenario.service(made.service).inputs:
                found[used.service] += used.units * made.units
        for line in event.shipped:
            found[line.service] += line.bad + line.misfit
        for order_line in event.order_lines:
            found[state.orders[order_line.order].terms.service] += order_line.units
    for (_, service), stock in state.stock.items():
        found[service] += stock.good + stock.bad
    for lead in state.in_lead:
        found[lead.service] += lead.good + lead.bad
    aids = {n for n in born if state.scenario.service(n).aid is not None}  # type: ignore[arg-type]
    return {n: (born[n], found[n]) for n in born if n not in aids}


class Cheat(RuleBasedStateMachine):
    """Four seats ask for anything at any time."""

    @initialize(seed=st.integers(0, 3), length=st.sampled_from([3, 4]))
    def begin(self, seed: int, length: int) -> None:
        self.log: list[Event] = list(start(workshop(), "workshop", seed, length, "desk", BENCHMARKS))
        self.state = fold(self.log)

    @rule(data=st.data(), seat=st.integers(0, 5))
    def somebody_asks(self, data: st.DataObject, seat: int) -> None:
        intent = data.draw(asked(self.state, SeatId(min(4, max(1, seat)))))
        outcome = decide(self.state, SeatId(seat), intent)
        if isinstance(outcome, Refusal):
            return  # that nothing changed is seen when the log is replayed
        assert outcome, "what is accepted makes at least one event"
        self.happen(outcome)

    @precondition(lambda self: self.state.phase != "over")
    @rule()
    def time_is_up(self) -> None:
        outcome = decide(self.state, TABLE, i.TimeUp(round=self.state.round, phase=self.state.phase))
        assert not isinstance(outcome, Refusal)
        self.happen(outcome)

    def happen(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.state = apply(self.state, event)
            self.log.append(event)
            if isinstance(event, Delivered):
                self.books_balance(event)

    def books_balance(self, event: Delivered) -> None:
        """Hours in are hours out, and every unit of money has its line."""
        for book in event.books:
            had = self.state.hours[book.seat].hours + book.overtime + book.aid
            left = had - book.worked - book.set_aside
            assert left >= 0
            assert book.own_work == max(0, book.set_aside + left - book.overtime)
        money = event.money
        assert money.purchases == sum(b.cost + b.fees for b in event.books)
        assert money.overtime == sum(b.overtime for b in event.books) * 6
        assert money.own_work == sum(b.own_work for b in event.books) * 2
        assert money.revenue == sum(line.revenue for line in event.order_lines)

    def teardown(self) -> None:
        """Replay equals play: no refusal, view or fold has changed anything behind the log's back."""
        assert fold(decode(encode(event)) for event in self.log) == self.state

    @invariant()
    def nothing_appears_or_vanishes(self) -> None:
        for service, (born, found) in made_and_gone(self.log, self.state).items():
            assert born == found, f"service {service}"

    @invariant()
    def nothing_is_below_zero(self) -> None:
        state = self.state
        assert all(stock.good >= 0 and stock.bad >= 0 for stock in state.stock.values())
        assert all(0 <= order.shipped <= order.terms.units for order in state.orders.values())
        assert all(0 <= c.delivered <= c.units for c in state.commitments.values())
        assert all(h.hours >= 0 and h.own >= 0 for h in state.hours.values())

    @invariant()
    def limits_of_a_round_hold(self) -> None:
        agreed = [loan for loan in self.state.loans.values() if loan.state == "agreed"]
        for seat in self.state.seats:
            assert sum(loan.hours for loan in agreed if loan.lender == seat) <= 4
            assert sum(loan.hours - 1 for loan in agreed if loan.borrower == seat) <= 4
        divided = self.state.pool.divided or ()
        assert sum(share.hours for share in divided) + self.state.pool.lost <= self.state.scenario.pool
        assert all(share.hours <= self.state.pool.claims.get(share.seat, 0) for share in divided)
        assert all(len(line.turns) <= 5 for sheet in self.state.sheets.values() for line in sheet.lines)

    @invariant()
    def every_seat_has_a_view(self) -> None:
        for seat in self.state.seats:
            seen = view(self.state, seat)
            assert seen.me.seat == seat
            assert all(seat in (p.customer, p.provider) for p in seen.threads.promises)


TestCheat = Cheat.TestCase
TestCheat.settings = settings(max_examples=50, stateful_step_count=40)
