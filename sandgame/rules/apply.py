"""A state and an event give the next state: copies what is said, decides nothing."""  # long: a fold for each event

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from sandgame.rules import events as e
from sandgame.rules.board import board_of, sweep_order
from sandgame.rules.clarity import pair_of
from sandgame.rules.folds import FOLDS, entered, take_by_standard
from sandgame.rules.ids import CommitmentId, LoanId, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Accept, Counter, Give, GiveHours, Part, ProposePool, RateProvider, WriteNote
from sandgame.rules.pool import new_pool
from sandgame.rules.rollback import live
from sandgame.rules.state import (
    Accounts,
    Commitment,
    Line,
    Loan,
    Meeting,
    Order,
    RatedAt,
    Record,
    SaidAt,
    Sheet,
    State,
    Stock,
    Turn,
    Voided,
)
from sandgame.rules.variants import vary


def fold(events: Iterable[e.Event], state: State | None = None) -> State:
    """The state after all of a log's events; the first of them must be `GameStarted` if no state is given.

    Of a whole log what was rolled back is left out. Raises ValueError for what is no log.
    """
    counted = events if state is not None else (event for _, event in live(events))
    for event in counted:
        state = apply(state, event)
    if state is None:
        raise ValueError("no events")
    return state


def apply(state: State | None, event: e.Event) -> State:
    if state is None:
        if not isinstance(event, e.GameStarted):
            raise ValueError(type(event).__name__)
        return _game_started(event)
    return _APPLY[type(event)](state, event)


def _game_started(event: e.GameStarted) -> State:  # long: names every field of the state
    scenario = vary(event.scenario, event.seed)
    sweep = sweep_order(scenario)
    stock: dict[tuple[SeatId, ServiceId], Stock] = {}
    for seat in scenario.seats:
        for item in scenario.department(seat).stock:
            stock[seat, item.service] = Stock(item.units, 0)
    defects = {ServiceId(n): s.defect_start for n, s in enumerate(scenario.services, start=1) if s.defect_start}
    return State(
        scenario=scenario,
        as_written=event.scenario,
        fingerprint=event.fingerprint,
        seed=event.seed,
        length=event.length,
        talk=event.talk,
        benchmarks=event.benchmarks,
        sweep=sweep,
        boards={seat: board_of(scenario, sweep, seat) for seat in scenario.seats},
        round=0,
        phase="brief",
        rules=(),
        finished=frozenset(),
        orders={OrderId(n): Order(o, None, 0, "coming") for n, o in enumerate(scenario.orders, start=1)},
        sheets={},
        commitments={},
        loans={},
        meetings={},
        pool=new_pool(),
        hours={},
        plans={},
        drafts={},
        stock=stock,
        in_lead=(),
        accounts={service: Accounts(start, 0) for service, start in defects.items()},
        fatigue={},
        records={seat: Record() for seat in scenario.seats},
        money=e.CompanyMoney(),
        facts=(),
        messages=(),
        ratings=(),
        past_ratings=(),
        will_do=(),
        apologies=frozenset(),
        causes=(),
        notes=(),
        thanks=(),
        past_thanks=(),
        delivered=None,
        published=(),
        shorter=event.shorter,
        extras=event.extras,
        measures={offer.measure: 1 for offer in scenario.measures if offer.held},
    )


def _phase_started(state: State, event: e.PhaseStarted) -> State:
    if event.phase == "brief":
        state = _round_started(state, event.round)
    elif event.phase == "over":
        state = _reviewed(state)
    return replace(state, round=event.round, phase=event.phase, finished=frozenset(), drafts={}, kept={})


def _round_started(state: State, round_: int) -> State:
    """Arrivals, fatigue of last round's overtime (less one hour for thanks), a fresh pool."""
    orders = dict(state.orders)
    for number, order in state.orders.items():
        terms = order.terms
        if terms.arrival == round_ and any(option.due <= state.length for option in terms.options):
            orders[number] = replace(order, state="open")
    thanked = {provider for _, provider in state.thanks}
    books = state.delivered.books if state.delivered is not None else ()
    fatigue = {b.seat: max(0, b.fatigue - (1 if b.seat in thanked else 0)) for b in books if b.fatigue}
    state = _reviewed(state)
    return replace(
        state,
        rules=state.scenario.open_rules(round_),
        orders=orders,
        fatigue=fatigue,
        pool=new_pool(),
        loans={},
        meetings={},
        hours={},
        plans={},
        votes={},
        roles={},
        voided=_loans_numbered_anew(state),
    )


def _loans_numbered_anew(state: State) -> Voided:
    """After a roll-back they are numbered on and on: what was void may have had numbers of several rounds."""
    used = len(state.loans) + state.voided.loans
    if state.voided.times:
        return replace(state.voided, loans=used, loans_before=0)
    return replace(state.voided, loans_before=used)


def _reviewed(state: State) -> State:
    """The Review is over: its ratings reach the rated seats and count for their satisfaction."""
    records = dict(state.records)
    for r in state.ratings:
        old = records[r.provider]
        rated, total = old.rated + len(r.items), old.rating_sum + sum(r.items)
        records[r.provider] = replace(old, rated=rated, rating_sum=total)
    past = state.past_ratings + tuple(RatedAt(state.round, r) for r in state.ratings)
    return replace(
        state, records=records, past_ratings=past, ratings=(), past_thanks=state.past_thanks + state.thanks, thanks=()
    )


def _seat_finished(state: State, event: e.SeatFinished) -> State:
    return replace(state, finished=state.finished | {event.seat})


def _seat_resumed(state: State, event: e.SeatResumed) -> State:
    return replace(state, finished=state.finished - {event.seat})


def _option_chosen(state: State, event: e.OptionChosen) -> State:
    order = replace(state.orders[event.order], option=event.option)
    return replace(state, orders={**state.orders, event.order: order})


def _order_declined(state: State, event: e.OrderDeclined) -> State:
    order = replace(state.orders[event.order], state="declined")
    return replace(state, orders={**state.orders, event.order: order})


def _sheet_sent(state: State, event: e.SheetSent) -> State:
    lines: list[Line] = []
    for wanted, worth in zip(event.lines, event.worths, strict=True):
        asked = Turn(event.customer, state.round, "ask", (Part(wanted.units, wanted.due),), None)
        lines.append(Line(wanted, worth, (asked,), "open", False))
    sheet = Sheet(
        SheetId(event.sheet),
        event.customer,
        event.provider,
        state.round,
        event.channel,
        event.note,
        tuple(lines),
        None,
        False,
        _met(state, event.customer, event.provider),
        event.give,
        False,
    )
    return replace(state, sheets={**state.sheets, sheet.sheet: sheet})


def _met(state: State, one: SeatId, other: SeatId) -> bool:
    meeting = state.meetings.get(pair_of(one, other))
    return meeting is not None and meeting.state == "agreed"


def _with_lines(state: State, sheet_id: SheetId, changes: dict[int, Line]) -> State:
    sheet = state.sheets[sheet_id]
    lines = tuple(changes.get(at, line) for at, line in enumerate(sheet.lines))
    return replace(state, sheets={**state.sheets, sheet_id: replace(sheet, lines=lines)})


def _line_withdrawn(state: State, event: e.LineWithdrawn) -> State:
    line = state.sheets[event.sheet].lines[event.line]
    return _with_lines(state, event.sheet, {event.line: replace(line, state="withdrawn")})


def _sheet_answered(state: State, event: e.SheetAnswered) -> State:
    sheet = state.sheets[event.sheet]
    changes: dict[int, Line] = {}
    for answer in event.answers:
        line = sheet.lines[answer.line]
        if isinstance(answer, Accept):
            turn = Turn(event.seat, state.round, "accept", line.terms, None)
            changes[answer.line] = replace(line, turns=(*line.turns, turn), state="agreed")
        elif isinstance(answer, Counter):
            turn = Turn(event.seat, state.round, "counter", answer.parts, None)
            changes[answer.line] = replace(line, turns=(*line.turns, turn), unanswered=False)
        else:
            turn = Turn(event.seat, state.round, "decline", line.terms, answer.reason)
            changes[answer.line] = replace(line, turns=(*line.turns, turn), state="declined")
    state = _with_lines(state, event.sheet, changes)
    if event.give is not None:
        state = _with_sheet(state, event.sheet, give=event.give)
    if not event.agreed:
        return state
    commitments = dict(state.commitments)
    for agreed in event.agreed:
        line = sheet.lines[agreed.line]
        commitments[agreed.commitment] = Commitment(
            commitment=CommitmentId(agreed.commitment),
            sheet=sheet.sheet,
            line=agreed.line,
            customer=sheet.customer,
            provider=sheet.provider,
            service=line.wanted.service,
            units=agreed.part.units,
            due=agreed.part.due,
            worth=line.worth,
            round=state.round,
            clarity=None,
            delivered=0,
            state="open",
        )
    state = replace(state, commitments=commitments)
    if event.given is not None:
        state = _given(state, sheet, event.give or sheet.give, event.given)
    return state


def _with_sheet(state: State, sheet_id: SheetId, **changes: Any) -> State:
    return replace(state, sheets={**state.sheets, sheet_id: replace(state.sheets[sheet_id], **changes)})


def _given(state: State, sheet: Sheet, give: Give | None, given: e.Given) -> State:
    """What was given in return becomes a loan or a commitment of its own."""
    state = _with_sheet(state, sheet.sheet, given=True)
    if isinstance(give, GiveHours):
        number = LoanId(given.loan)
        loan = Loan(number, sheet.customer, sheet.customer, sheet.provider, give.hours, "agreed")
        return replace(state, loans={**state.loans, number: loan})
    if give is None:
        return state
    commitment = Commitment(
        commitment=CommitmentId(given.commitment),
        sheet=sheet.sheet,
        line=0,
        customer=sheet.provider,
        provider=sheet.customer,
        service=give.service,
        units=give.units,
        due=given.due,
        worth=0,
        round=state.round,
        clarity=None,
        delivered=0,
        state="open",
    )
    return replace(state, commitments={**state.commitments, commitment.commitment: commitment})


def _meeting_proposed(state: State, event: e.MeetingProposed) -> State:
    pair = pair_of(event.seat, event.other)
    return replace(state, meetings={**state.meetings, pair: Meeting(*pair, event.seat, "open")})


def _meeting_answered(state: State, event: e.MeetingAnswered) -> State:
    """Once agreed it covers every sheet between the two; what was agreed in earlier rounds keeps its own clarity."""
    pair = pair_of(event.seat, event.other)
    meeting = replace(state.meetings[pair], state="agreed" if event.agree else "refused")
    state = replace(state, meetings={**state.meetings, pair: meeting})
    if not event.agree:
        return state
    between = [s for s in state.sheets.values() if pair_of(s.customer, s.provider) == pair]
    return replace(state, sheets={**state.sheets, **{s.sheet: replace(s, met=True) for s in between}})


def _need_restated(state: State, event: e.NeedRestated) -> State:
    sheet = replace(state.sheets[event.sheet], restated=event.text)
    return replace(state, sheets={**state.sheets, event.sheet: sheet})


def _restatement_confirmed(state: State, event: e.RestatementConfirmed) -> State:
    sheet = replace(state.sheets[event.sheet], confirmed=True)
    return replace(state, sheets={**state.sheets, event.sheet: sheet})


def _pool_claimed(state: State, event: e.PoolClaimed) -> State:
    """A changed claim ends the proposal on the table."""
    pool = state.pool
    changed = pool.claims.get(event.seat, 0) != event.hours
    claims = {**pool.claims, event.seat: event.hours}
    if changed:
        pool = replace(pool, proposer=None, shares=(), agreed=())
    return replace(state, pool=replace(pool, claims=claims))


def _pool_proposed(state: State, event: e.PoolProposed) -> State:
    pool = replace(state.pool, proposer=event.seat, shares=event.shares, agreed=(event.seat,))
    return entered(replace(state, pool=pool), event.seat, ProposePool)


def _pool_agreed(state: State, event: e.PoolAgreed) -> State:
    return replace(state, pool=replace(state.pool, agreed=(*state.pool.agreed, event.seat)))


def _loan_proposed(state: State, event: e.LoanProposed) -> State:
    loan = Loan(LoanId(event.loan), event.seat, event.lender, event.borrower, event.hours, "open")
    return replace(state, loans={**state.loans, loan.loan: loan})


def _loan_answered(state: State, event: e.LoanAnswered) -> State:
    loan = replace(state.loans[event.loan], state="agreed" if event.agree else "refused")
    return replace(state, loans={**state.loans, event.loan: loan})


def _moved(before: State, number: CommitmentId, **changes: Any) -> State:
    commitment = replace(before.commitments[number], **changes)
    return replace(before, commitments={**before.commitments, number: commitment})


def _promise_warned(state: State, event: e.PromiseWarned) -> State:
    return _moved(state, event.commitment, warned=state.round, missing=event.units, warning=event.note)


def _terms_proposed(state: State, event: e.TermsProposed) -> State:
    return _moved(state, event.commitment, offered=(event.seat, event.parts))


def _terms_answered(state: State, event: e.TermsAnswered) -> State:
    old = state.commitments[event.commitment]
    if not event.agreed:
        return _moved(state, event.commitment, offered=None)
    commitments = {**state.commitments, event.commitment: replace(old, state="replaced", offered=None)}
    for new in event.agreed:
        commitments[new.commitment] = replace(
            old,
            commitment=new.commitment,
            units=new.part.units,
            due=new.part.due,
            round=state.round,
            delivered=0,
            state="open",
            warned=0,
            missing=0,
            warning="",
            offered=None,
        )
    return replace(state, commitments=commitments)


def _promise_released(state: State, event: e.PromiseReleased) -> State:
    return _moved(state, event.commitment, state="broken" if event.broken else "released", offered=None)


def _fact_shared(state: State, event: e.FactShared) -> State:
    return replace(state, facts=(*state.facts, event))


def _message_sent(state: State, event: e.MessageSent) -> State:
    return replace(state, messages=(*state.messages, SaidAt(state.round, event.seat, event.to, event.text)))


def _negotiation_closed(state: State, event: e.NegotiationClosed) -> State:
    if event.by_standard:
        state = take_by_standard(state, event.by_standard)
    for ref in event.unanswered:
        line = replace(state.sheets[ref.sheet].lines[ref.line], unanswered=True)
        state = _with_lines(state, ref.sheet, {ref.line: line})
    for ref in event.lapsed:
        line = replace(state.sheets[ref.sheet].lines[ref.line], state="lapsed")
        state = _with_lines(state, ref.sheet, {ref.line: line})
    commitments = dict(state.commitments)
    for fixed in event.clarity:
        commitments[fixed.commitment] = replace(commitments[fixed.commitment], clarity=fixed.clarity)
    for number, commitment in state.commitments.items():
        if commitment.offered is not None:
            commitments[number] = replace(commitments[number], offered=None)
    pool = replace(state.pool, divided=event.pool, by_agreement=event.pool_agreed, lost=event.pool_lost)
    return replace(state, commitments=commitments, pool=pool, hours={h.seat: h for h in event.hours})


def _plan_submitted(state: State, event: e.PlanSubmitted) -> State:
    drafts = {seat: plan for seat, plan in state.drafts.items() if seat != event.seat}
    return replace(
        state,
        plans={**state.plans, event.seat: event.plan},
        drafts=drafts,
        finished=state.finished | {event.seat},
    )


def _draft_kept(state: State, event: e.DraftKept) -> State:
    return replace(state, drafts={**state.drafts, event.seat: event.plan})


def _delivered(state: State, event: e.Delivered) -> State:
    orders = dict(state.orders)
    for line in event.order_lines:
        orders[line.order] = replace(orders[line.order], shipped=orders[line.order].shipped + line.units)
    for charge in event.charged:
        if charge.state != "open":
            orders[charge.order] = replace(orders[charge.order], state=charge.state)
    commitments = dict(state.commitments)
    for moved in event.commitments:
        old = commitments[moved.commitment]
        commitments[moved.commitment] = replace(old, delivered=moved.delivered, state=moved.state)
    return replace(
        state,
        orders=orders,
        commitments=commitments,
        stock={(s.seat, s.service): Stock(s.good, s.bad) for s in event.stock},
        in_lead=event.in_lead,
        accounts={a.service: Accounts(a.defect, a.misfit) for a in event.accounts},
        records=_recorded(state, event),
        money=_added(state.money, event.money),
        delivered=event,
    )


def _recorded(state: State, event: e.Delivered) -> dict[SeatId, Record]:
    bad: dict[SeatId, int] = {}
    for line in event.shipped:
        bad[line.seat] = bad.get(line.seat, 0) + line.bad + line.misfit
    records = dict(state.records)
    for b in event.books:
        old = records[b.seat]
        records[b.seat] = replace(
            old,
            own_work=old.own_work + b.own_work,
            overtime_paid=old.overtime_paid + b.overtime_paid,
            setups=old.setups + b.setups,
            worked=old.worked + b.worked,
            had=old.had + state.hours[b.seat].hours + b.aid,
            cost=old.cost + b.cost + b.fees,
            standard=old.standard + b.standard,
            holding=old.holding + b.holding,
            bad_found=old.bad_found + bad.get(b.seat, 0),
        )
    return records


def _added(a: e.CompanyMoney, b: e.CompanyMoney) -> e.CompanyMoney:
    return e.CompanyMoney(*(getattr(a, name) + getattr(b, name) for name in e.CompanyMoney.__struct_fields__))


def _provider_rated(state: State, event: e.ProviderRated) -> State:
    kept = tuple(r for r in state.ratings if (r.customer, r.provider) != (event.customer, event.provider))
    state = replace(state, ratings=(*kept, event))
    return entered(state, event.customer, RateProvider, event.provider)


def _change_promised(state: State, event: e.ChangePromised) -> State:
    return replace(state, will_do=(*state.will_do, event))


def _apologised(state: State, event: e.Apologised) -> State:
    return replace(state, apologies=state.apologies | {event.commitment})


def _cause_given(state: State, event: e.CauseGiven) -> State:
    """A seat may change its mind while the Review lasts."""
    others = tuple(c for c in state.causes if (c.seat, c.commitment) != (event.seat, event.commitment))
    return replace(state, causes=(*others, event))


def _note_written(state: State, event: e.NoteWritten) -> State:
    others = tuple(n for n in state.notes if (n.seat, n.round) != (event.seat, event.round))
    return entered(replace(state, notes=(*others, event)), event.seat, WriteNote)


def _provider_thanked(state: State, event: e.ProviderThanked) -> State:
    return replace(state, thanks=(*state.thanks, (event.customer, event.provider)))


def _figures_published(state: State, event: e.FiguresPublished) -> State:
    return replace(state, published=(*state.published, event))


_APPLY: dict[type, Callable[[State, Any], State]] = {
    e.PhaseStarted: _phase_started,
    e.SeatFinished: _seat_finished,
    e.SeatResumed: _seat_resumed,
    e.OptionChosen: _option_chosen,
    e.OrderDeclined: _order_declined,
    e.SheetSent: _sheet_sent,
    e.LineWithdrawn: _line_withdrawn,
    e.SheetAnswered: _sheet_answered,
    e.MeetingProposed: _meeting_proposed,
    e.MeetingAnswered: _meeting_answered,
    e.NeedRestated: _need_restated,
    e.RestatementConfirmed: _restatement_confirmed,
    e.PoolClaimed: _pool_claimed,
    e.PoolProposed: _pool_proposed,
    e.PoolAgreed: _pool_agreed,
    e.LoanProposed: _loan_proposed,
    e.LoanAnswered: _loan_answered,
    e.PromiseWarned: _promise_warned,
    e.TermsProposed: _terms_proposed,
    e.TermsAnswered: _terms_answered,
    e.PromiseReleased: _promise_released,
    e.FactShared: _fact_shared,
    e.MessageSent: _message_sent,
    e.NegotiationClosed: _negotiation_closed,
    e.PlanSubmitted: _plan_submitted,
    e.DraftKept: _draft_kept,
    e.Delivered: _delivered,
    e.ProviderRated: _provider_rated,
    e.ChangePromised: _change_promised,
    e.Apologised: _apologised,
    e.CauseGiven: _cause_given,
    e.NoteWritten: _note_written,
    e.ProviderThanked: _provider_thanked,
    e.FiguresPublished: _figures_published,
    **FOLDS,
}
