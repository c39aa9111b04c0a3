"""Dividing the pool, and the limits of loans."""

from __future__ import annotations

from sandgame.rules.ids import SeatId
from sandgame.rules.state import Loan, Pool, State

LOAN_MIN, LOAN_MAX = 2, 4
LENT_MAX, GAINED_MAX = 4, 4


def new_pool() -> Pool:
    return Pool({}, None, (), (), None, False, 0)


def divide(pool: Pool, hours: int, round_: int, seats: int) -> tuple[dict[SeatId, int], bool, int]:
    """At the end of Negotiate: hours by seat, whether by agreement (or because the claims fit), and hours lost."""
    claims = {seat: claim for seat, claim in pool.claims.items() if claim > 0}
    if sum(claims.values()) <= hours:
        return claims, True, 0
    if pool.proposer is not None and set(claims) <= set(pool.agreed):
        return {share.seat: share.hours for share in pool.shares if share.hours}, True, 0
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


def gain(hours: int) -> int:
    """What the borrower gets of a loan."""
    return hours - 1


def lent_by(state: State, seat: SeatId) -> int:
    return sum(loan.hours for loan in state.loans.values() if loan.state == "agreed" and loan.lender == seat)


def gained_by(state: State, seat: SeatId) -> int:
    agreed = (loan for loan in state.loans.values() if loan.state == "agreed" and loan.borrower == seat)
    return sum(gain(loan.hours) for loan in agreed)


def loan_fits(state: State, loan: Loan, own_hours: int) -> bool:
    """A round's limits: the lender's 4 hours and its own hours, the borrower's 4."""
    lent = lent_by(state, loan.lender) + loan.hours
    gained = gained_by(state, loan.borrower) + gain(loan.hours)
    return lent <= min(LENT_MAX, own_hours) and gained <= GAINED_MAX
