"""Beside the rounds: the map task, role questions, signs."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_events as re
from sandgame.rules.hours import own_hours
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.neighbours import asked_about, map_is_asked, served_by, serves
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.scenario import METRIC_KINDS, MetricKind
from sandgame.rules.state import State
from sandgame.rules.workload import to_make, work_due

Outcome = tuple[e.Event, ...] | Refusal
_OPTIONS = 4


def mark_map(state: State, seat: SeatId, intent: i.MarkMap) -> Outcome:
    if not map_is_asked(state, seat):
        return Refusal(Reason.NO_MAP_TASK)
    for marked in (*intent.serves, *intent.served_by):
        if marked not in state.seats:
            return Refusal(Reason.NO_SUCH_SEAT, place=marked)
        if marked == seat:
            return Refusal(Reason.SAME_SEAT)
    pairs = (
        (frozenset(intent.serves), serves(state.scenario, seat)),
        (frozenset(intent.served_by), served_by(state.scenario, seat)),
    )
    (mine, _), (theirs, _) = pairs
    return (
        re.MapMarked(
            seat=seat,
            serves=tuple(sorted(mine)),
            served_by=tuple(sorted(theirs)),
            found=sum(len(marked & true) for marked, true in pairs),
            missed=sum(len(true - marked) for marked, true in pairs),
            wrong=sum(len(marked - true) for marked, true in pairs),
        ),
    )


def answer_role(state: State, seat: SeatId, intent: i.AnswerRole) -> Outcome:
    if seat in state.roles or intent.about != asked_about(state, seat):
        return Refusal(Reason.NO_QUESTION, place=intent.about)
    return (
        re.RoleAnswered(
            seat=seat,
            about=intent.about,
            metric=intent.metric,
            limit=intent.limit,
            metric_right=intent.metric in heaviest(state, intent.about),
            limit_right=intent.limit == limit_of(state, intent.about),
        ),
    )


def heaviest(state: State, seat: SeatId) -> frozenset[MetricKind]:
    """What the seat is measured by most; several, if they weigh the same."""
    metrics = state.scenario.department(seat).metrics
    most = max((metric.weight for metric in metrics), default=0)
    return frozenset(metric.kind for metric in metrics if metric.weight == most)


def role_options(state: State, seat: SeatId) -> tuple[MetricKind, ...]:
    """Four metrics to choose from, in the order of all: what the seat is measured by most, and others beside it."""
    right = tuple(kind for kind in METRIC_KINDS if kind in heaviest(state, seat))[:_OPTIONS]
    others = [kind for kind in METRIC_KINDS if kind not in heaviest(state, seat)]
    # begins elsewhere for each seat and each time, and skips: neighbours in the list are easily told apart
    start = 5 * seat + 3 * state.round
    chosen = {others[(start + 4 * step) % len(others)] for step in range(_OPTIONS - len(right))}
    return tuple(kind for kind in METRIC_KINDS if kind in chosen or kind in right)


def limit_of(state: State, seat: SeatId) -> i.Limit:
    """What keeps a department from making what it has to by this round: the first that is so."""
    if work_due(state, seat, state.round) > own_hours(state, seat):
        return "hours"
    return "inputs" if _waits_for_inputs(state, seat) else "nothing"


def _waits_for_inputs(state: State, seat: SeatId) -> bool:
    """Whether something of it needs more than is in stock or promised to it by this round."""
    wanted: dict[ServiceId, int] = {}
    for item in to_make(state, seat):
        service = state.scenario.service(item.service)
        if item.due - service.lead <= state.round:
            for put in service.inputs:
                wanted[put.service] = wanted.get(put.service, 0) + item.units * put.units
    had = {service: stock.good + stock.bad for (owner, service), stock in state.stock.items() if owner == seat}
    for c in state.commitments.values():
        if c.is_open and c.customer == seat and c.due <= state.round:
            had[c.service] = had.get(c.service, 0) + c.lacking
    return any(units > had.get(service, 0) for service, units in wanted.items())


def show_signal(state: State, seat: SeatId, intent: i.ShowSignal) -> Outcome:
    if state.signals.get(seat) == intent.sign:
        return Refusal(Reason.ALREADY_SO)
    return (re.SignalShown(seat, intent.sign),)
