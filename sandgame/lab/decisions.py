"""How much there is to decide in a game: a department's decisions, counted by lines (docs/scenario-format)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from sandgame.rules import events as e
from sandgame.rules.ids import LoanId, SeatId
from sandgame.rules.state import State

Decided = tuple[SeatId, int]
"""Who decided, and how many lines of it."""


class Known(NamedTuple):
    """A game at its end, and the loans proposed so far: they last a round, and their numbers come again."""

    state: State
    loans: dict[LoanId, e.LoanProposed]


def _option(game: Known, event: e.OptionChosen) -> Decided:
    return game.state.orders[event.order].terms.owner, 0 if event.default else 1


def _order_declined(game: Known, event: e.OrderDeclined) -> Decided:
    return game.state.orders[event.order].terms.owner, 1


def _asked(_: Known, event: e.SheetSent) -> Decided:
    return event.customer, len(event.lines)


def _withdrawn(game: Known, event: e.LineWithdrawn) -> Decided:
    return game.state.sheets[event.sheet].customer, 1


def _answered(_: Known, event: e.SheetAnswered) -> Decided:
    return event.seat, len(event.answers)


def _loan_answered(game: Known, event: e.LoanAnswered) -> Decided:
    loan = game.loans[event.loan]
    return (loan.borrower if loan.seat == loan.lender else loan.lender), 1


def _released(game: Known, event: e.PromiseReleased) -> Decided:
    return game.state.commitments[event.commitment].customer, 1


def _planned(_: Known, event: e.PlanSubmitted) -> Decided:
    """What to make, each service once however often it is listed, overtime, and own work set aside."""
    plan = event.plan
    lines = len({line.service for line in plan.make}) + (plan.overtime > 0) + (plan.own_work > 0)
    return event.seat, 0 if event.default else lines


def _by_seat(
    _: Known,
    event: e.PoolClaimed | e.PoolProposed | e.PoolAgreed | e.LoanProposed | e.MeetingProposed | e.MeetingAnswered
    | e.TermsProposed | e.TermsAnswered,
) -> Decided:  # fmt: skip
    return event.seat, 1


COUNTED: dict[type[Any], Callable[[Known, Any], Decided]] = {
    e.OptionChosen: _option,
    e.OrderDeclined: _order_declined,
    e.SheetSent: _asked,
    e.LineWithdrawn: _withdrawn,
    e.SheetAnswered: _answered,
    e.PoolClaimed: _by_seat,
    e.PoolProposed: _by_seat,
    e.PoolAgreed: _by_seat,
    e.LoanProposed: _by_seat,
    e.LoanAnswered: _loan_answered,
    e.MeetingProposed: _by_seat,
    e.MeetingAnswered: _by_seat,
    e.TermsProposed: _by_seat,
    e.TermsAnswered: _by_seat,
    e.PromiseReleased: _released,
    e.PlanSubmitted: _planned,
}
"""What settles units, dues or hours. Talk, ratings and thanks do not; what is shipped follows from the promises."""


def decisions(state: State, events: Iterable[e.Event]) -> tuple[int, ...]:
    """Of each seat, over a whole game; `state` is its end. What time decided for a seat is not its decision."""
    game = Known(state, {})
    counted: Counter[SeatId] = Counter()
    for event in events:
        if isinstance(event, e.LoanProposed):
            game.loans[event.loan] = event
        rule = COUNTED.get(type(event))
        if rule is not None:
            seat, lines = rule(game, event)
            counted[seat] += lines
    return tuple(counted[seat] for seat in state.seats)
