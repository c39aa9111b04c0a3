"""What a bot says in Review: ratings by what came and how clear it was, thanks for what was kept."""

from __future__ import annotations

from sandgame.rules.ids import SeatId
from sandgame.rules.intents import RateProvider, ThankProvider
from sandgame.rules.sections import Promise, View

MOST_THANKS = 3


def ratings(view: View) -> list[RateProvider]:
    """Each provider with commitments to me that are due in this round or overdue."""
    due: dict[SeatId, list[Promise]] = {}
    for p in view.threads.promises:
        if p.customer == view.me.seat and (p.due == view.table.round or p.state == "overdue"):
            due.setdefault(p.provider, []).append(p)
    return [_rating(view, seat, due[seat]) for seat in sorted(due) if seat in view.review.to_rate]


def _rating(view: View, provider: SeatId, promises: list[Promise]) -> RateProvider:
    share = 100 * sum(p.delivered for p in promises) // sum(p.units for p in promises)
    clarity = sum(p.clarity for p in promises) // len(promises)
    kept, understood = 1 + (share + 12) // 25, 1 + (clarity + 12) // 25
    return RateProvider(
        round=view.table.round,
        phase="review",
        provider=provider,
        reliability=kept,
        responsiveness=kept,
        empathy=understood,
    )


def thanks(view: View) -> list[ThankProvider]:
    """The first three providers by number that kept a commitment to me in this round."""
    left = MOST_THANKS - len(view.review.thanked)
    to_thank = [s for s in sorted(view.review.to_thank) if s not in view.review.thanked][: max(0, left)]
    return [ThankProvider(round=view.table.round, phase="review", provider=seat) for seat in to_thank]
