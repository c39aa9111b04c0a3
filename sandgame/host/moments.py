"""What happened at a table, for whoever runs the room: the log's events read as moments, each with who and what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sandgame.frames.console import MomentKind, MomentSeen
from sandgame.rules import events as e
from sandgame.rules import room_events as r
from sandgame.rules.ids import Phase, SheetId
from sandgame.rules.intents import Accept, Counter
from sandgame.rules.rollback import live
from sandgame.rules.state import Commitment, State


class What(NamedTuple):
    """A moment without its place in the log."""

    kind: MomentKind
    seat: int = 0
    other: int = 0
    service: int = 0
    units: int = 0
    due: int = 0
    key: bool = False
    note: str = ""


def moments(state: State, events: Sequence[e.Event], times: Sequence[int]) -> tuple[MomentSeen, ...]:
    """Those of this week and the last, of the events that count; `times` are in milliseconds."""
    first = max(1, state.round - 1)
    round_, phase = 0, state.phase
    seen: list[MomentSeen] = []
    loans: dict[int, e.LoanProposed] = {}
    for number, event in live(events):
        if isinstance(event, e.PhaseStarted):
            round_, phase = event.round, event.phase
        elif isinstance(event, e.LoanProposed):
            loans[event.loan] = event
        if round_ < first:
            continue
        whats = _loan(loans, event) if isinstance(event, e.LoanAnswered) else _read(state, event)
        # what lay there from the beginning was written down when the class was set up, and not when it began
        at = times[number] if times[number] > times[0] else 0
        seen += (_moment(number, at, round_, phase, what) for what in whats)
    return tuple(seen)


def _moment(number: int, at: int, round_: int, phase: Phase, what: What) -> MomentSeen:
    return MomentSeen(
        number=number,
        at=at,
        round=round_,
        phase=phase,
        kind=what.kind,
        seat=what.seat,
        other=what.other,
        service=what.service,
        units=what.units,
        due=what.due,
        key=what.key,
        marked=what.kind == "bookmark",
        note=what.note,
    )


def _loan(loans: dict[int, e.LoanProposed], event: e.LoanAnswered) -> Iterator[What]:
    asked = loans.get(event.loan)
    if asked is not None:
        answering = asked.borrower if asked.seat == asked.lender else asked.lender
        yield What("loan_agreed" if event.agree else "loan_refused", answering, asked.seat, units=asked.hours)


def _read(state: State, event: e.Event) -> Iterator[What]:
    read = _READ.get(type(event))
    return iter(()) if read is None else read(state, event)


def _phase_started(state: State, event: e.PhaseStarted) -> Iterator[What]:
    yield What("phase_started")
    for order in state.orders.values() if event.phase == "brief" else ():
        terms = order.terms
        dues = [option.due for option in terms.options if option.due <= state.length]
        if terms.arrival == event.round and dues and not terms.card:
            yield What("order_come", terms.owner, 0, terms.service, terms.units, dues[0], key=True)


def _option_chosen(state: State, event: e.OptionChosen) -> Iterator[What]:
    terms = state.orders[event.order].terms
    yield What("option_chosen", terms.owner, 0, terms.service, terms.units, terms.options[event.option].due)


def _order_declined(state: State, event: e.OrderDeclined) -> Iterator[What]:
    terms = state.orders[event.order].terms
    yield What("order_declined", terms.owner, 0, terms.service, terms.units, key=True)


def _sheet_sent(_state: State, event: e.SheetSent) -> Iterator[What]:
    for line in event.lines:
        yield What("sheet_sent", event.customer, event.provider, line.service, line.units, line.due, key=True)


def _line(state: State, kind: MomentKind, number: SheetId, at: int, *, key: bool = True) -> What:
    """What its customer does on a line, or meets."""
    sheet = state.sheets[number]
    wanted = sheet.lines[at].wanted
    return What(kind, sheet.customer, sheet.provider, wanted.service, wanted.units, wanted.due, key)


def _withdrawn(state: State, event: e.LineWithdrawn) -> Iterator[What]:
    yield _line(state, "withdrawn", event.sheet, event.line, key=False)


def _sheet_answered(state: State, event: e.SheetAnswered) -> Iterator[What]:
    sheet = state.sheets[event.sheet]
    other = sheet.customer if event.seat == sheet.provider else sheet.provider
    for answer in event.answers:
        wanted = sheet.lines[answer.line].wanted
        if isinstance(answer, Accept):
            for agreed in (each for each in event.agreed if each.line == answer.line):
                yield What("accepted", event.seat, other, wanted.service, agreed.part.units, agreed.part.due, key=True)
        elif isinstance(answer, Counter):
            units, due = sum(part.units for part in answer.parts), answer.parts[-1].due
            yield What("countered", event.seat, other, wanted.service, units, due, key=True)
        else:
            yield What("declined", event.seat, other, wanted.service, wanted.units, wanted.due, key=True)


def _closed(state: State, event: e.NegotiationClosed) -> Iterator[What]:
    """Who did not answer acts by that."""
    for ref in (*event.unanswered, *event.lapsed):
        line = _line(state, "unanswered", ref.sheet, ref.line)
        yield line._replace(seat=line.other, other=line.seat)
    for new in event.by_standard:
        line = _line(state, "by_standard", new.sheet, new.line)
        yield line._replace(seat=line.other, other=line.seat, units=new.part.units, due=new.part.due)


def _restated(state: State, event: e.NeedRestated) -> Iterator[What]:
    sheet = state.sheets[event.sheet]
    yield What("restated", sheet.provider, sheet.customer)


def _confirmed(state: State, event: e.RestatementConfirmed) -> Iterator[What]:
    sheet = state.sheets[event.sheet]
    yield What("confirmed", sheet.customer, sheet.provider)


def _meeting_proposed(_state: State, event: e.MeetingProposed) -> Iterator[What]:
    yield What("meeting_proposed", event.seat, event.other)


def _meeting_answered(_state: State, event: e.MeetingAnswered) -> Iterator[What]:
    yield What("meeting_agreed" if event.agree else "meeting_refused", event.seat, event.other)


def _fact_shared(_state: State, event: e.FactShared) -> Iterator[What]:
    fact = event.fact
    yield What("fact_shared", event.seat, event.to, fact.service or 0, fact.units, fact.due, key=True)


def _message_sent(_state: State, event: e.MessageSent) -> Iterator[What]:
    yield What("message_sent", event.seat, event.to, note=event.text)


def _signal_shown(_state: State, event: r.SignalShown) -> Iterator[What]:
    if event.sign is not None:
        yield What("signal_shown", event.seat, note=event.sign)


def _pool_claimed(_state: State, event: e.PoolClaimed) -> Iterator[What]:
    yield What("pool_claimed", event.seat, units=event.hours)


def _pool_proposed(_state: State, event: e.PoolProposed) -> Iterator[What]:
    yield What("pool_proposed", event.seat)


def _pool_agreed(_state: State, event: e.PoolAgreed) -> Iterator[What]:
    yield What("pool_agreed", event.seat)


def _loan_proposed(_state: State, event: e.LoanProposed) -> Iterator[What]:
    other = event.borrower if event.seat == event.lender else event.lender
    yield What("loan_proposed", event.seat, other, units=event.hours)


def _promise(kind: MomentKind, promise: Commitment, seat: int, *, key: bool = True) -> What:
    """What a side of a promise does."""
    other = promise.customer if seat == promise.provider else promise.provider
    return What(kind, seat, other, promise.service, promise.units, promise.due, key)


def _warned(state: State, event: e.PromiseWarned) -> Iterator[What]:
    promise = state.commitments[event.commitment]
    yield _promise("warned", promise, promise.provider)._replace(units=event.units)


def _terms_proposed(state: State, event: e.TermsProposed) -> Iterator[What]:
    units, due = sum(part.units for part in event.parts), event.parts[-1].due
    yield _promise("terms_proposed", state.commitments[event.commitment], event.seat)._replace(units=units, due=due)


def _terms_answered(state: State, event: e.TermsAnswered) -> Iterator[What]:
    kind: MomentKind = "terms_agreed" if event.agreed else "terms_refused"
    yield _promise(kind, state.commitments[event.commitment], event.seat, key=bool(event.agreed))


def _released(state: State, event: e.PromiseReleased) -> Iterator[What]:
    promise = state.commitments[event.commitment]
    yield _promise("released", promise, promise.customer)


def _escalated(state: State, event: r.LineEscalated) -> Iterator[What]:
    yield _by_side(_line(state, "escalated", event.sheet, event.line), event.seat)


def _escalation_answered(state: State, event: r.EscalationAnswered) -> Iterator[What]:
    yield _by_side(_line(state, "escalation_answered", event.sheet, event.line), event.seat)


def _by_side(line: What, seat: int) -> What:
    return line if line.seat == seat else line._replace(seat=line.other, other=line.seat)


def _decided(state: State, event: r.LineDecided) -> Iterator[What]:
    line = _line(state, "decided" if event.agreed else "left_open", event.sheet, event.line)
    if event.agreed:
        line = line._replace(units=sum(new.part.units for new in event.agreed), due=event.agreed[-1].part.due)
    yield line


def _finished(_state: State, event: e.SeatFinished) -> Iterator[What]:
    yield What("finished_by_default" if event.default else "finished", event.seat)


def _plan(_state: State, event: e.PlanSubmitted) -> Iterator[What]:
    yield What("plan_by_default" if event.default else "plan_submitted", event.seat, key=event.default)


def _delivered(state: State, event: e.Delivered) -> Iterator[What]:
    for moved in event.commitments:
        kind = _ENDED.get(moved.state)
        if kind is not None:
            promise = state.commitments[moved.commitment]
            yield _promise(kind, promise, promise.provider, key=kind != "kept")


def _rated(_state: State, event: e.ProviderRated) -> Iterator[What]:
    yield What("rated", event.customer, event.provider)


def _thanked(_state: State, event: e.ProviderThanked) -> Iterator[What]:
    yield What("thanked", event.customer, event.provider, key=True)


def _apologised(state: State, event: e.Apologised) -> Iterator[What]:
    promise = state.commitments[event.commitment]
    yield _promise("apologised", promise, promise.provider)


def _change_promised(_state: State, event: e.ChangePromised) -> Iterator[What]:
    yield What("change_promised", event.provider, event.customer, due=event.by)


def _voted(_state: State, event: r.MeasureVoted) -> Iterator[What]:
    yield What("voted", event.seat, note=event.measure or "")


def _adopted(_state: State, event: r.MeasureAdopted) -> Iterator[What]:
    yield What("measure_adopted", units=event.votes, due=event.round, key=True, note=event.measure)


def _map_marked(_state: State, event: r.MapMarked) -> Iterator[What]:
    yield What("map_marked", event.seat)


def _role_answered(_state: State, event: r.RoleAnswered) -> Iterator[What]:
    yield What("role_answered", event.seat, event.about)


def _acted_for(_state: State, event: r.ActedFor) -> Iterator[What]:
    yield What("acted_for", 0, event.seat, key=True)


def _seat_taken(_state: State, event: r.SeatTaken) -> Iterator[What]:
    yield What("seat_taken", event.seat, note=event.player, key=True)


def _room_told(_state: State, event: r.TableTold) -> Iterator[What]:
    yield What("room_told", 0, event.to, note=event.text)


def _card_dealt(_state: State, event: r.CardDealt) -> Iterator[What]:
    yield What("card_dealt", units=event.card, due=event.round, key=True)


def _shortened(_state: State, event: r.SessionShortened) -> Iterator[What]:
    yield What("shortened", due=event.length, key=True)


def _swapped(_state: State, event: r.SeatsSwapped) -> Iterator[What]:
    yield What("swapped", event.one, event.other, due=event.round, key=True)


def _rolled_back(_state: State, event: r.RolledBack) -> Iterator[What]:
    yield What("rolled_back", due=event.round, key=True, note=event.phase)


def _paused(_state: State, _event: r.PlayPaused) -> Iterator[What]:
    yield What("paused")


def _resumed(_state: State, _event: r.PlayResumed) -> Iterator[What]:
    yield What("resumed")


def _time_changed(_state: State, event: r.TimeChanged) -> Iterator[What]:
    yield What("time_changed", units=event.seconds)


def _marked(_state: State, event: r.MomentMarked) -> Iterator[What]:
    yield What("bookmark", key=True, note=event.note)


_ENDED: dict[e.CommitmentState, MomentKind] = {
    "kept": "kept",
    "late": "late",
    "overdue": "overdue",
    "lapsed": "lapsed",
    "broken": "broken",
}
_READ: dict[type, Callable[[State, Any], Iterator[What]]] = {
    e.PhaseStarted: _phase_started,
    e.OptionChosen: _option_chosen,
    e.OrderDeclined: _order_declined,
    e.SheetSent: _sheet_sent,
    e.LineWithdrawn: _withdrawn,
    e.SheetAnswered: _sheet_answered,
    e.NegotiationClosed: _closed,
    e.NeedRestated: _restated,
    e.RestatementConfirmed: _confirmed,
    e.MeetingProposed: _meeting_proposed,
    e.MeetingAnswered: _meeting_answered,
    e.FactShared: _fact_shared,
    e.MessageSent: _message_sent,
    e.PoolClaimed: _pool_claimed,
    e.PoolProposed: _pool_proposed,
    e.PoolAgreed: _pool_agreed,
    e.LoanProposed: _loan_proposed,
    e.PromiseWarned: _warned,
    e.TermsProposed: _terms_proposed,
    e.TermsAnswered: _terms_answered,
    e.PromiseReleased: _released,
    e.SeatFinished: _finished,
    e.PlanSubmitted: _plan,
    e.Delivered: _delivered,
    e.ProviderRated: _rated,
    e.ProviderThanked: _thanked,
    e.Apologised: _apologised,
    e.ChangePromised: _change_promised,
    r.SignalShown: _signal_shown,
    r.LineEscalated: _escalated,
    r.EscalationAnswered: _escalation_answered,
    r.LineDecided: _decided,
    r.MeasureVoted: _voted,
    r.MeasureAdopted: _adopted,
    r.MapMarked: _map_marked,
    r.RoleAnswered: _role_answered,
    r.ActedFor: _acted_for,
    r.SeatTaken: _seat_taken,
    r.TableTold: _room_told,
    r.CardDealt: _card_dealt,
    r.SessionShortened: _shortened,
    r.SeatsSwapped: _swapped,
    r.RolledBack: _rolled_back,
    r.PlayPaused: _paused,
    r.PlayResumed: _resumed,
    r.TimeChanged: _time_changed,
    r.MomentMarked: _marked,
}
