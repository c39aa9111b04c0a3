"""A machine tries to cheat: random intents of all seats and of the room in every phase, and the laws that hold whatever
happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import Outcome, decide
from sandgame.rules.ids import TABLE, Phase, SeatId, ServiceId
from sandgame.rules.log import decode, encode
from sandgame.rules.need import default_plan
from sandgame.rules.plans import bounds_of, plan_fault
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.rollback import live
from sandgame.rules.room_events import CardDealt, LineDecided, MeasureAdopted, RolledBack
from sandgame.rules.room_intents import AnyIntent, RollBack, ShortenSession
from sandgame.rules.scenario import MeasureName, Talk
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.chance import ask_for
from tests.kit.dice import dice, numbers, some_seat
from tests.kit.room_chance import EXTRAS, SHORTER, equipped, held_measures, room_asks_for
from tests.kit.tables import BENCHMARKS, BUYING, DESIGN, MAKING, PLAIN, SALES, Table


def made_and_gone(log: Iterable[e.Event], state: State) -> dict[int, tuple[int, int]]:
    """Units of each service that came into the world, and where they are or how they left it."""
    born = dict.fromkeys(range(1, len(state.scenario.services) + 1), 0)
    found = dict.fromkeys(born, 0)
    for seat in state.seats:
        for item in state.scenario.department(seat).stock:
            born[item.service] += item.units
    for event in log:
        if not isinstance(event, e.Delivered):
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


def numbers_of(event: e.Event) -> Iterator[tuple[str, int]]:
    """What an event numbers for the first time."""
    if isinstance(event, e.SheetSent):
        yield "sheet", event.sheet
    elif isinstance(event, e.SheetAnswered):
        yield from (("commitment", new.commitment) for new in event.agreed)
        if event.given is not None:
            yield from (("commitment", n) for n in (event.given.commitment,) if n)
            yield from (("loan", n) for n in (event.given.loan,) if n)
    elif isinstance(event, e.TermsAnswered | LineDecided):
        yield from (("commitment", new.commitment) for new in event.agreed)
    elif isinstance(event, e.NegotiationClosed):
        yield from (("commitment", new.commitment) for new in event.by_standard)
    elif isinstance(event, e.LoanProposed):
        yield "loan", event.loan


class Cheat(RuleBasedStateMachine):
    """Four seats and whoever runs the room ask for anything at any time."""

    @initialize(
        seed=st.integers(0, 3),
        length=st.sampled_from([4, 3, 4]),
        held=held_measures,
        talk=st.sampled_from(["desk", "open"]),
    )
    def begin(self, seed: int, length: int, held: frozenset[MeasureName], talk: Talk) -> None:
        case = equipped(held)
        events = start(case, "workshop", seed, length, talk, BENCHMARKS, shorter=SHORTER, extras=EXTRAS)
        self.log: list[e.Event] = []
        self.begun: list[tuple[int, Phase, State, int]] = []
        self.counted: list[e.Event] = []
        self.numbered: set[tuple[str, int, int]] = set()
        self.state = fold(events[:1])
        self.log.append(events[0])
        self.happen(events[1:])

    @rule(number=numbers)
    def a_while(self, number: int) -> None:
        """Seats and the room ask in turn, as the dice fall; then the phase ends, or not yet."""
        chance = dice(number, len(self.log))
        for _ in range(chance.randint(0, 30 if self.state.phase == "negotiate" else 10)):
            if chance.randrange(3 if self.state.paused else 8) == 0:
                self.ask(TABLE, room_asks_for(chance, self.state))
                continue
            seat = some_seat(chance, self.state)
            self.ask(seat, ask_for(chance, self.state, seat if seat in self.state.seats else SeatId(1)))
        if chance.randrange(2) and self.state.phase != "over":
            ended = self.ask(TABLE, i.TimeUp(round=self.state.round, phase=self.state.phase))
            assert not isinstance(ended, Refusal)

    def ask(self, seat: SeatId, intent: AnyIntent) -> Outcome:
        """That a refusal has changed nothing is seen when the log is replayed."""
        outcome = decide(self.state, seat, intent)
        if not isinstance(outcome, Refusal):
            assert outcome, "what is accepted makes at least one event"
            self.happen(outcome)
        return outcome

    def happen(self, events: tuple[e.Event, ...]) -> None:
        for event in events:
            self.no_number_twice(event)
            if isinstance(event, RolledBack):
                self.go_back(event)
            self.state = apply(self.state, event)
            self.log.append(event)
            self.counted.append(event)
            if isinstance(event, e.PhaseStarted):
                self.begun.append((event.round, event.phase, self.state, len(self.counted)))
            elif isinstance(event, e.NegotiationClosed):
                self.hours_add_up(event)
            elif isinstance(event, e.Delivered):
                self.books_balance(event)

    def go_back(self, back: RolledBack) -> None:
        """To the very state that was carried along then; what came after counts no more."""
        while self.begun[-1][:2] != (back.round, back.phase):
            self.begun.pop()
        _, _, self.state, count = self.begun[-1]
        del self.counted[count:]

    def no_number_twice(self, event: e.Event) -> None:
        """Not even for what was rolled back since; loans within a round."""
        for kind, number in numbers_of(event):
            mark = (kind, number, self.state.round if kind == "loan" else 0)
            assert mark not in self.numbered, mark
            self.numbered.add(mark)

    def hours_add_up(self, event: e.NegotiationClosed) -> None:
        """Loans lose an hour each unless people are trained; the pool gives no more than it has."""
        loans = [loan for loan in self.state.loans.values() if loan.state == "agreed"]
        lost = 0 if self.state.holds("cross_training") else len(loans)
        assert sum(h.lent for h in event.hours) == sum(loan.hours for loan in loans)
        assert sum(h.gained for h in event.hours) == sum(loan.hours for loan in loans) - lost
        assert sum(h.pool for h in event.hours) + event.pool_lost <= self.state.scenario.pool
        for h in event.hours:
            changes = [
                x.hours for x in self.state.scenario.incidents if (x.seat, x.round) == (h.seat, self.state.round)
            ]
            given = self.state.scenario.department(h.seat).hours + sum(changes)
            assert h.own == max(0, given - h.fatigue - h.meetings)
            assert h.hours == max(0, h.own - h.lent + h.gained + h.pool)

    def books_balance(self, event: e.Delivered) -> None:
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
        assert money.late == sum(charge.late for charge in event.charged)
        assert money.lost == sum(charge.lost for charge in event.charged)
        assert money.measures == 0

    def teardown(self) -> None:
        """Replay equals play: no refusal, view or fold has changed anything behind the log's back."""
        replayed = [decode(encode(event)) for event in self.log]
        assert fold(replayed) == self.state
        assert [event for _, event in live(replayed)][1:] == self.counted

    @invariant()
    def nothing_appears_or_vanishes(self) -> None:
        for service, (born, found) in made_and_gone(self.counted, self.state).items():
            assert born == found, f"service {service}"

    @invariant()
    def every_sum_of_money_has_its_event(self) -> None:
        delivered = [event.money for event in self.counted if isinstance(event, e.Delivered)]
        adopted = [event for event in self.counted if isinstance(event, MeasureAdopted)]
        money = self.state.money
        assert money.measures == sum(event.price for event in adopted)
        assert money.result == sum(each.result for each in delivered) - money.measures
        prices = {offer.measure: offer.price for offer in self.state.scenario.measures}
        assert all(event.price == prices[event.measure] for event in adopted)
        assert len({event.measure for event in adopted}) == len(adopted)

    @invariant()
    def cards_bring_what_they_say_and_no_more(self) -> None:
        dealt = [event for event in self.counted if isinstance(event, CardDealt)]
        assert [(card.card, card.round) for card in dealt] == [(d.card, d.round) for d in self.state.dealt]
        assert len({card.card for card in dealt}) == len(dealt)
        brought = sum(len(card.orders) for card in dealt)
        assert len(self.state.orders) == len(self.state.as_written.orders) + brought
        assert sorted(self.state.orders) == list(range(1, len(self.state.orders) + 1))

    @invariant()
    def nothing_is_below_zero(self) -> None:
        state = self.state
        assert all(stock.good >= 0 and stock.bad >= 0 for stock in state.stock.values())
        assert all(0 <= order.shipped <= order.terms.units for order in state.orders.values())
        assert all(0 <= c.delivered <= c.units and c.units for c in state.commitments.values())
        assert all(h.hours >= 0 and h.own >= 0 for h in state.hours.values())
        assert 0 < state.round <= state.length

    @invariant()
    def limits_of_a_round_hold(self) -> None:
        state = self.state
        lost = 0 if state.holds("cross_training") else 1
        agreed = [loan for loan in state.loans.values() if loan.state == "agreed"]
        for seat in state.seats:
            assert sum(loan.hours for loan in agreed if loan.lender == seat) <= 4
            assert sum(loan.hours - lost for loan in agreed if loan.borrower == seat) <= 4
        divided = state.pool.divided or ()
        assert sum(share.hours for share in divided) + state.pool.lost <= state.scenario.pool
        assert all(share.hours <= state.pool.claims.get(share.seat, 0) for share in divided)
        assert all(len(line.turns) <= 5 for sheet in state.sheets.values() for line in sheet.lines)
        escalated = [(each.seat, each.round) for each in state.escalations]
        assert len(set(escalated)) == len(escalated)

    @invariant()
    def every_seat_has_a_view_and_a_valid_default_plan(self) -> None:
        for seat in self.state.seats:
            seen = view(self.state, seat)
            assert seen.me.seat == seat
            assert all(seat in (p.customer, p.provider) for p in seen.threads.promises)
            if self.state.phase == "plan":
                assert plan_fault(bounds_of(self.state, seat), default_plan(seen)) is None


TestCheat = Cheat.TestCase
TestCheat.settings = settings(max_examples=60, stateful_step_count=40)


# what it has found


def test_a_give_of_a_service_that_does_not_exist_is_refused() -> None:
    table = Table(equipped()).until("negotiate")
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 2, 3), i.WantedLine(PLAIN, 1, 3)))
    answers = (i.Accept(0), i.Counter(1, (i.Part(1, 4),)))
    outcome = table.ask(MAKING, i.AnswerSheet, sheet=1, answers=answers, give=i.GiveUnits(ServiceId(7), 1, 3))
    assert outcome == Refusal(Reason.NOT_YOUR_SERVICE, place=7)


def test_a_loan_of_next_week_has_no_number_of_one_that_is_void() -> None:
    """Also where just as many of the week gone back to still count."""
    loan = {"lender": DESIGN, "borrower": MAKING, "hours": 2}
    table = Table(equipped()).until("negotiate")
    table.done(DESIGN, i.ProposeLoan, **loan)
    table.until("brief", 3).done(TABLE, RollBack, to_round=2, to_phase="negotiate")
    table.done(DESIGN, i.ProposeLoan, **loan)
    (void,) = table.state.loans
    table.done(TABLE, RollBack, to_round=1, to_phase="deliver")
    table.until("negotiate", 2).done(DESIGN, i.ProposeLoan, **loan)
    assert void not in table.state.loans


def test_who_offers_hours_is_not_told_that_the_other_has_enough() -> None:
    table = Table(equipped()).until("negotiate")
    for number, lender in enumerate((DESIGN, BUYING), start=1):
        table.done(lender, i.ProposeLoan, lender=lender, borrower=MAKING, hours=3)
        table.done(MAKING, i.AnswerLoan, loan=number, agree=True)
    table.done(SALES, i.ProposeLoan, lender=SALES, borrower=MAKING, hours=2)
    assert table.ask(MAKING, i.AnswerLoan, loan=3, agree=True) == Refusal(Reason.LOAN_LIMIT, limit=4, place=3)


def test_an_order_that_will_never_come_is_not_told_as_of_a_week_to_come() -> None:
    table = Table(equipped(["platform"])).until("negotiate")
    table.done(SALES, i.ShareFact, to=TABLE, fact=i.FactRef("order", 4))
    (before,) = view(table.state, MAKING).threads.facts
    table.done(TABLE, ShortenSession, length=2)
    assert view(table.state, MAKING).threads.facts == (before,)
    assert before.fact.round == 1
