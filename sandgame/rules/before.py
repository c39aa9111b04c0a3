"""A seat's view as it stood before this week's Deliver: for whoever tells the week step by step."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.events import CompanyMoney
from sandgame.rules.ids import ServiceId
from sandgame.rules.sections import DeliverySection, OwnInLead, OwnOrder, OwnStock, Promise, View
from sandgame.rules.state import Record


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
    """Promises, stock, figures and results as they stood at the end of Plan; the same view in any other week or phase.

    In Review nothing of it has changed since Deliver, but in the last one, where what was overdue has been broken.
    """
    delivery = view.delivery
    if delivery is None or view.table.phase not in ("deliver", "review") or delivery.round != view.table.round:
        return view
    week = delivery.round
    results = tuple(each for each in view.table.results if each.round < week)
    figures = tuple(each for each in view.me.figures if each.round < week)
    promises = tuple(_before(each, delivery) for each in view.threads.promises)
    return replace(
        view,
        table=replace(view.table, phase="plan", results=results),
        me=replace(
            view.me,
            figures=figures,
            stock=_stock_before(view, delivery),
            in_lead=_in_lead_before(view, delivery),
            record=_record_before(view, delivery),
        ),
        orders=tuple(_order_before(each, delivery) for each in view.orders),
        threads=replace(view.threads, promises=promises),
    )


def week_money(view: View, delivery: DeliverySection) -> CompanyMoney:
    """The company's week, with what was paid for measures since the week before: so it is the change of the result."""
    paid = {each.round: each.money.measures for each in view.table.results}
    before = paid.get(delivery.round - 1, 0)
    return replace(delivery.money, measures=paid.get(delivery.round, before) - before)


def _before(promise: Promise, delivery: DeliverySection) -> Promise:
    if not moved_in(promise, delivery):
        return promise
    lines = (*delivery.shipped, *delivery.received)
    useful = sum(x.units - x.bad - x.misfit for x in lines if x.commitment == promise.commitment)
    state = "overdue" if promise.due < delivery.round else "open"
    return replace(promise, delivered=promise.delivered - useful, state=state)


def _in_lead_before(view: View, delivery: DeliverySection) -> tuple[OwnInLead, ...]:
    """On its way: what arrived this week still is, what was begun this week is not yet."""
    week, leads = delivery.round, {seen.service: seen.lead or 0 for seen in view.board.services}
    begun = {(made.service, week + leads[made.service]) for made in delivery.made if leads[made.service]}
    came = tuple(OwnInLead(each.service, week, each.units) for each in delivery.arrived)
    return came + tuple(each for each in view.me.in_lead if (each.service, each.ready) not in begun)


def _record_before(view: View, delivery: DeliverySection) -> Record:
    """What the KPI had counted: the week's books taken off again."""
    books, now = delivery.books, view.me.record
    if books is None:
        return now
    return replace(
        now,
        own_work=now.own_work - books.own_work,
        overtime_paid=now.overtime_paid - books.overtime_paid,
        setups=now.setups - books.setups,
        worked=now.worked - books.worked,
        had=now.had - view.me.hours - books.aid,
        cost=now.cost - books.cost - books.fees,
        standard=now.standard - books.standard,
        holding=now.holding - books.holding,
        bad_found=now.bad_found - sum(line.bad + line.misfit for line in delivery.shipped),
    )


def _order_before(order: OwnOrder, delivery: DeliverySection) -> OwnOrder:
    """Open again where this week shipped to it or charged for it."""
    shipped = sum(line.units for line in delivery.order_lines if line.order == order.order)
    touched = shipped or any(charged.order == order.order for charged in delivery.charged)
    return replace(order, shipped=order.shipped - shipped, state="open") if touched else order


def _stock_before(view: View, delivery: DeliverySection) -> tuple[OwnStock, ...]:
    """What lay in stock before the week: what is there now, without what came and with what went."""
    units = {each.service: each.units for each in view.me.stock}
    services = {seen.service: seen for seen in view.board.services}
    aids = {number for number, seen in services.items() if seen.aid}
    orders = {order.order: order.service for order in view.orders}

    def add(service: ServiceId, count: int) -> None:
        units[service] = units.get(service, 0) + count

    for arrived in delivery.arrived:
        add(arrived.service, -arrived.units)
    for made in delivery.made:
        seen = services[made.service]
        if not seen.lead:
            add(made.service, -made.units)
        for part in seen.inputs or ():
            add(part.service, part.units * made.units)
    for line in delivery.shipped:
        add(line.service, line.units)
    for line in delivery.received:
        add(line.service, line.bad + line.misfit - line.units)
    for sold in delivery.order_lines:
        add(orders[sold.order], sold.units)
    # an aid is never kept: what nobody wanted of it is gone, what came of it became hours
    return tuple(OwnStock(service, count) for service, count in sorted(units.items()) if count and service not in aids)
