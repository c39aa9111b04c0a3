"""How phases end and what follows by itself: defaults, the pool, Deliver, figures, the next round, the end."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules.apply import apply
from sandgame.rules.clarity import clarity
from sandgame.rules.deliver import deliver
from sandgame.rules.facts import tells_free_hours
from sandgame.rules.figures import publish
from sandgame.rules.folds import take_by_standard
from sandgame.rules.hours import seat_hours
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import PoolShare
from sandgame.rules.kept import entered_by_end
from sandgame.rules.measures import adopted_by_vote
from sandgame.rules.need import default_plan
from sandgame.rules.plans import bounds_of, plan_fault
from sandgame.rules.pool import divide
from sandgame.rules.sight import Sight
from sandgame.rules.standard import agreed_by_standard
from sandgame.rules.state import State
from sandgame.rules.workload import shortage


class _Turn:
    """Events of one intent, each folded at once so that the next is decided on the state it meets."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[e.Event] = []

    def emit(self, event: e.Event) -> None:
        self.state = apply(self.state, event)
        self.events.append(event)


def finish(state: State, events: tuple[e.Event, ...]) -> tuple[e.Event, ...]:
    """A seat's last word in a phase; if it was the last seat, the phase ends."""
    turn = _Turn(state)
    for event in events:
        turn.emit(event)
    if len(turn.state.finished) == len(state.seats):
        _enter_kept(turn)
        _NEXT[state.phase](turn)
    return tuple(turn.events)


def end_phase(state: State) -> tuple[e.Event, ...]:
    """Time is up: whoever has not finished gets the default, logged as such; then the phase ends."""
    turn = _Turn(state)
    for seat in state.seats:
        if seat not in state.finished:
            turn.emit(_by_default(state, seat))
    _enter_kept(turn)
    _NEXT[state.phase](turn)
    return tuple(turn.events)


def _enter_kept(turn: _Turn) -> None:
    for seat in turn.state.seats:
        for event in entered_by_end(turn.state, seat):
            turn.emit(event)


def _by_default(state: State, seat: SeatId) -> e.Event:
    """In Plan the last kept draft counts as entered, or a submitted plan that was reopened; else the default plan."""
    if state.phase != "plan":
        return e.SeatFinished(seat, default=True)
    draft = state.drafts.get(seat) or state.plans.get(seat)
    if draft is not None and plan_fault(bounds_of(state, seat), draft) is None:
        return e.PlanSubmitted(seat, draft, default=False)
    return e.PlanSubmitted(seat, default_plan(Sight(state, seat)), default=True)


def _after_brief(turn: _Turn) -> None:
    turn.emit(e.PhaseStarted(turn.state.round, "negotiate"))


def _after_negotiate(turn: _Turn) -> None:
    for number, order in turn.state.orders.items():
        if order.state == "open" and order.option is None:
            turn.emit(e.OptionChosen(number, 0, default=True))
    turn.emit(_closing(turn.state, agreed_by_standard(turn.state)))
    turn.emit(e.PhaseStarted(turn.state.round, "plan"))


def _closing(state: State, by_standard: tuple[e.AgreedByStandard, ...]) -> e.NegotiationClosed:
    """All but what the standard has agreed is settled on the state that it leaves."""
    if by_standard:
        state = take_by_standard(state, by_standard)
    unanswered: list[e.LineRef] = []
    lapsed: list[e.LineRef] = []
    for sheet in state.sheets.values():
        for at, line in enumerate(sheet.lines):
            if line.state == "open":
                (lapsed if line.unanswered else unanswered).append(e.LineRef(sheet.sheet, at))
    fixed = tuple(
        e.ClarityFixed(c.commitment, clarity(state, state.sheets[c.sheet]))
        for c in state.commitments.values()
        if c.clarity is None
    )
    pool = state.scenario.pool if "pool" in state.rules else 0
    divided, by_agreement, lost = divide(state.pool, pool, state.round, len(state.seats), _shortages(state))
    return e.NegotiationClosed(
        unanswered=tuple(unanswered),
        lapsed=tuple(lapsed),
        clarity=fixed,
        pool=tuple(PoolShare(seat, hours) for seat, hours in sorted(divided.items())),
        pool_agreed=by_agreement,
        pool_lost=lost,
        hours=tuple(seat_hours(state, seat, divided.get(seat, 0)) for seat in state.seats),
        by_standard=by_standard,
    )


def _shortages(state: State) -> dict[SeatId, int] | None:
    """Under open allocation, those of the claimants who have shared their free hours."""
    if not state.holds("open_allocation"):
        return None
    open_handed = (seat for seat, claim in state.pool.claims.items() if claim and tells_free_hours(state, seat))
    return {seat: shortage(state, seat) for seat in open_handed}


def _after_plan(turn: _Turn) -> None:
    turn.emit(deliver(turn.state))
    turn.emit(publish(turn.state, final=False))
    turn.emit(e.PhaseStarted(turn.state.round, "deliver"))


def _after_deliver(turn: _Turn) -> None:
    turn.emit(e.PhaseStarted(turn.state.round, "review"))


def _after_review(turn: _Turn) -> None:
    for adopted in adopted_by_vote(turn.state):
        turn.emit(adopted)
    if turn.state.round < turn.state.length:
        turn.emit(e.PhaseStarted(turn.state.round + 1, "brief"))
        return
    turn.emit(e.PhaseStarted(turn.state.round, "over"))
    turn.emit(publish(turn.state, final=True))


_NEXT = {
    "brief": _after_brief,
    "negotiate": _after_negotiate,
    "plan": _after_plan,
    "deliver": _after_deliver,
    "review": _after_review,
}
