"""Lending hours, dividing the pool, meeting: what each style gives, claims and agrees to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sandgame.bots.desk import Desk
from sandgame.bots.reckoning import shortage, spare
from sandgame.bots.styles import Style
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import PoolShare
from sandgame.rules.pool import GAINED_MAX, LENT_MAX, LOAN_MAX, LOAN_MIN, gain


def willing(desk: Desk) -> int:
    """Hours that the style would lend at this moment, before any limit."""
    match desk.style.lending:
        case "never":
            return 0
        case "three":
            return 3
        case "half_spare":
            return min(LENT_MAX, -short_of(desk)) // 2
        case "spare":
            return spare(desk) - desk.lent


def loan(lender: Desk, gained: int) -> int:
    """Hours of a loan to a seat that has gained `gained` hours so far; 0 if none can be."""
    hours = min(willing(lender), LOAN_MAX, LENT_MAX - lender.lent, lender.own_hours - lender.lent)
    while hours >= LOAN_MIN and gained + gain(hours, trained=lender.trained) > GAINED_MAX:
        hours -= 1
    return hours if hours >= LOAN_MIN else 0


def short_of(desk: Desk) -> int:
    """The shortage after what was lent and gained in this round."""
    return shortage(desk) + desk.lent - desk.gained


def claim(desk: Desk, pool: int) -> int:
    """Hours of the pool that the style claims."""
    short = max(0, short_of(desk))
    match desk.style.claim:
        case "all":
            return pool
        case "none":
            return 0
        case "half":
            return min(short, pool) // 2
        case "half_up":
            return min(pool, -(-short // 2)) if short else pool // 3
        case "shortage":
            return min(pool, short)


def division(claims: Mapping[SeatId, int], shortages: Mapping[SeatId, int], pool: int) -> tuple[PoolShare, ...]:
    """The largest claim first, equal ones by larger shortage, then by number; until nothing is left."""
    shares: list[PoolShare] = []
    for seat in by_claim(claims, shortages):
        hours = min(claims[seat], pool)
        pool -= hours
        shares.append(PoolShare(seat, hours))
    return tuple(sorted(shares, key=lambda share: share.seat))


def by_claim(claims: Mapping[SeatId, int], shortages: Mapping[SeatId, int]) -> list[SeatId]:
    return sorted(claims, key=lambda seat: (-claims[seat], -shortages.get(seat, 0), seat))


def borrowers(desks: Iterable[Desk]) -> list[Desk]:
    """Who is short before any loan and would borrow, largest shortage first."""
    short = [(short_of(desk), desk) for desk in desks if desk.style.borrows]
    short.sort(key=lambda pair: (-pair[0], pair[1].seat))
    return [desk for hours, desk in short if hours > 0]


def meets(desk: Desk) -> bool | None:
    """Whether the style gives an hour for a meeting; None if it leaves that unsaid."""
    match desk.style.meets:
        case "yes":
            return True
        case "free":
            return short_of(desk) < 0
        case "no":
            return False
        case "silent":
            return None


def bears(style: Style, hours: int, claimed: int) -> bool:
    """Whether the style agrees to a division that gives it so many of the hours it claimed."""
    if hours >= claimed:
        return True
    return style.yields and (style.offer != "half" or 2 * hours >= claimed)
