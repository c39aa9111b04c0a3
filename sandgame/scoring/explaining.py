"""A mark explained: what each piece gives or takes, exactly to the points, and which pieces say most."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.marks import Piece
from sandgame.scoring.estimate import PSEUDO, UNIT

STRONGEST = 3
WORTH_SAYING = 50
"""Hundredths of a point from which on a piece is listed."""
FINE = 1_000_000
"""Parts of a hundredth in which effects are reckoned before they are rounded."""


def moves(piece: Piece, weight: int, prior: int) -> int:
    """What a piece moves its indicator's estimate by, away from the prior, in millionths of millionths.

    x − x0 = Σ w·(f − x0) / (Σ w + m): each piece has its own summand, so that they add up.
    """
    return piece.weight * (piece.credit - prior) * UNIT * 1_000 // (weight + PSEUDO * 1_000)


def apportioned(shares: Sequence[int], total: int) -> list[int]:
    """Whole numbers that add up to `total`, each next to its share; shares in FINE parts, and nearly adding up to it.

    By the largest remainder: rounded down, then one more for those that lost most by it; equal ones: the earlier. What
    the shares themselves lack of the total is spread over all alike.
    """
    if not shares:
        return []
    missing = total * FINE - sum(shares)
    spread, odd = divmod(missing, len(shares))
    exact = [share + spread + (at < odd) for at, share in enumerate(shares)]
    rounded = [share // FINE for share in exact]
    in_turn = sorted(range(len(exact)), key=lambda at: (-(exact[at] % FINE), at))
    for at in in_turn[: total - sum(rounded)]:
        rounded[at] += 1
    return rounded


def strongest(pieces: Sequence[Piece], sign: int) -> tuple[int, ...]:
    """The places of the three pieces that say most for (sign 1) or against (−1).

    Half a point at least; not two of the same two seats in the same week; two indicators at least, where there are two.
    """
    ranked = sorted(range(len(pieces)), key=lambda at: (-sign * pieces[at].effect, at))
    chosen: list[int] = []
    for at in ranked:
        piece = pieces[at]
        if sign * piece.effect < WORTH_SAYING or len(chosen) == STRONGEST:
            break
        if _is_new(piece, [pieces[other] for other in chosen]):
            chosen.append(at)
    if len(chosen) == STRONGEST and len({pieces[at].indicator for at in chosen}) == 1:
        kept = [pieces[at] for at in chosen[:-1]]
        other = next(
            (
                at
                for at in ranked
                if sign * pieces[at].effect >= WORTH_SAYING
                and pieces[at].indicator != kept[0].indicator
                and _is_new(pieces[at], kept)
            ),
            None,
        )
        if other is not None:
            chosen[-1] = other
    return tuple(chosen)


def _is_new(piece: Piece, chosen: Sequence[Piece]) -> bool:
    return all((piece.provider, piece.customer, piece.round) != (o.provider, o.customer, o.round) for o in chosen)
