"""Dividing the pool, and the limits of loans."""

from __future__ import annotations

from collections.abc import Mapping

from sandgame.rules.ids import SeatId
from sandgame.rules.state import Loan, Pool, State

LOAN_MIN, LOAN_MAX = 2, 4
LENT_MAX, GAINED_MAX = 4, 4


def new_pool() -> Pool:
    return Pool({}, None, (), (), None, False, 0)


def divide(
    pool: Pool, hours: int, round_: int, seats: int, shortages: Mapping[SeatId, int] | None = None
) -> tuple[dict[SeatId, int], bool, int]:
    """At the end of Negotiate: hours by seat, whether by agreement (or because the claims fit), and hours lost.

    `shortages` are those that count under open allocation; None without it.
    """
    claims = {seat: claim for seat, claim in pool.claims.items() if claim > 0}
    if sum(claims.values()) <= hours:
        return claims, True, 0
    if pool.proposer is not None and set(claims) <= set(pool.agreed):
        return {share.seat: share.hours for share in pool.shares if share.hours}, True, 0
    if shortages is not None:
        return _allot(claims, hours, shortages), False, 0
    lost = -(-hours // 4)
    return _deal(claims, hours - lost, round_, seats), False, lost


def _deal(claims: dict[SeatId, int], hours: int, round_: int, seats: int) -> dict[SeatId, int]:
    """One hour each in turn, smallest claim first; equal claims: seat (round mod seats) + 1 first, then upwards."""
    first = round_ % seats + 1
    order = sorted(claims, key=lambda seat: (claims[seat], (seat - first) % seats))
    dealt = dict.fromkeys(order, 0)
    while hours and any(dealt[seat] < claims[seat] for seat in order):
        for seat in order:
            if hours and dealt[seat] < claims[seat]:
                dealt[seat] += 1
                hours -= 1
    return {seat: got for seat, got in dealt.items() if got}


def _allot(claims: Mapping[SeatId, int], hours: int, shortages: Mapping[SeatId, int]) -> dict[SeatId, int]:
    """The largest shortage first, equal ones by number; each claim counts up to the shortage."""
    allotted: dict[SeatId, int] = {}
    for seat in sorted(claims, key=lambda seat: (-shortages.get(seat, 0), seat)):
        got = min(claims[seat], shortages.get(seat, 0), hours)
        if got:
            allotted[seat] = got
            hours -= got
    return allotted


def gain(hours: int, *, trained: bool = False) -> int:
    """What the borrower gets of a loan: all of it where people are cross-trained."""
    return hours if trained else hours - 1


def lent_by(state: State, seat: SeatId) -> int:
    return sum(loan.hours for loan in state.loans.values() if loan.state == "agreed" and loan.lender == seat)


def gained_by(state: State, seat: SeatId) -> int:
    agreed = (loan for loan in state.loans.values() if loan.state == "agreed" and loan.borrower == seat)
    trained = state.holds("cross_training")
    return sum(gain(loan.hours, trained=trained) for loan in agreed)


def loan_fits(state: State, loan: Loan, own_hours: int) -> bool:
    """A round's limits: the lender's 4 hours and its own hours, the borrower's 4."""
    gained = gained_by(state, loan.borrower) + gain(loan.hours, trained=state.holds("cross_training"))
    return may_lend(state, loan, own_hours) and gained <= GAINED_MAX


def may_lend(state: State, loan: Loan, own_hours: int) -> bool:
    """The lender's side of the limits: all that it knows when it proposes."""
    return lent_by(state, loan.lender) + loan.hours <= min(LENT_MAX, own_hours)
