"""What a bot says in Review: ratings by what came and how clear it was, thanks for what was kept, why it failed."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.bots.styles import Blame
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Cause, GiveCause, RateProvider, ThankProvider
from sandgame.rules.sections import Promise
from sandgame.rules.seen import Seen

MOST_THANKS = 3


def ratings(view: Seen, me: SeatId) -> list[RateProvider]:
    """Each provider with commitments to me that are due in this round or overdue; at the end these are broken."""
    now, overdue = view.table.round, ("overdue", "broken") if view.table.round == view.table.length else ("overdue",)
    due: dict[SeatId, list[Promise]] = {}
    for p in view.threads.promises:
        if p.customer == me and not p.is_gone and (p.due == now or p.state in overdue):
            due.setdefault(p.provider, []).append(p)
    return [_rating(view, seat, due[seat]) for seat in sorted(due) if seat in view.review.to_rate]


def _rating(view: Seen, provider: SeatId, promises: list[Promise]) -> RateProvider:
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


def thanks(view: Seen) -> list[ThankProvider]:
    """The first three providers by number that kept a commitment to me in this round."""
    left = MOST_THANKS - len(view.review.thanked)
    to_thank = [s for s in sorted(view.review.to_thank) if s not in view.review.thanked][: max(0, left)]
    return [ThankProvider(round=view.table.round, phase="review", provider=seat) for seat in to_thank]


def causes(view: Seen, blames: Blame) -> Iterator[GiveCause]:
    """For each failure that it is asked about and has not yet spoken on."""
    promises = {p.commitment: p for p in view.threads.promises}
    for failed in view.review.why if blames != "none" else ():
        if failed.cause is None:
            cause = _cause(view, promises[failed.commitment], blames)
            yield GiveCause(round=view.table.round, phase="review", commitment=failed.commitment, cause=cause)


def _cause(view: Seen, promise: Promise, blames: Blame) -> Cause:
    mine = promise.provider == view.me.seat
    if blames == "itself":
        return "could_not"
    if blames == "other":
        return "unclear" if mine else "could_not"
    return _logged(view, promise, mine)


def _logged(view: Seen, promise: Promise, mine: bool) -> Cause:
    """What Deliver says of it, as far as this side sees that. Hours spent on own work are other priorities."""
    delivery = view.delivery
    if delivery is None:
        return "could_not"
    lines = delivery.shipped if mine else delivery.received
    if any(line.misfit for line in lines if line.commitment == promise.commitment):
        return "unclear"
    if not mine:
        return "could_not"
    stops = {made.stop for made in delivery.made if made.service == promise.service}
    if "hours" in stops:
        return "could_not"
    if "inputs" in stops:
        return "third_party"
    return "other_priorities" if delivery.books is not None and delivery.books.own_work else "could_not"
