"""A seat's view as it stood before this week's Deliver: for whoever tells the week step by step."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.sections import DeliverySection, Promise, View


def moved_in(promise: Promise, delivery: DeliverySection) -> bool:
    """Whether a week's Deliver had to do with it: something of it moved, or it was due and not all there.

    One that was kept in an earlier week, ahead of its due, is over and does not come back.
    """
    if promise.is_gone:
        return False
    if any(line.commitment == promise.commitment for line in (*delivery.shipped, *delivery.received)):
        return True
    return promise.state != "kept" and (promise.due == delivery.round or promise.state in ("overdue", "broken"))


def before_deliver(view: View) -> View:
    """Promises, figures and results as they stood at the end of Plan; the same view outside Deliver."""
    delivery = view.delivery
    if delivery is None or view.table.phase != "deliver" or delivery.round != view.table.round:
        return view
    week = delivery.round
    results = tuple(each for each in view.table.results if each.round < week)
    figures = tuple(each for each in view.me.figures if each.round < week)
    promises = tuple(_before(each, delivery) for each in view.threads.promises)
    return replace(
        view,
        table=replace(view.table, phase="plan", results=results),
        me=replace(view.me, figures=figures),
        threads=replace(view.threads, promises=promises),
    )


def _before(promise: Promise, delivery: DeliverySection) -> Promise:
    if not moved_in(promise, delivery):
        return promise
    lines = (*delivery.shipped, *delivery.received)
    useful = sum(x.units - x.bad - x.misfit for x in lines if x.commitment == promise.commitment)
    state = "overdue" if promise.due < delivery.round else "open"
    return replace(promise, delivered=promise.delivered - useful, state=state)
