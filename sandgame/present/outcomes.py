"""What became of a week's plan, line by line: planned, done, what stopped it; and the largest stop in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.phrases import badge, counted, hours, listed, service_times, week_short
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture, CalloutPicture, Tone
from sandgame.present.recipe import own_work_name
from sandgame.present.scene import Scene
from sandgame.rules.ids import OrderId, ServiceId
from sandgame.rules.sections import DeliverySection, OwnOrder, Promise
from sandgame.text.numbers import whole

CHAIN, CUSTOMERS, BOOKS = 3, 4, 5
"""The step of Deliver in which a row is decided; aids are decided in step 2."""
AIDS = 2


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One line of the table; it is known from its `step` on. `service` is the chain's frame it belongs to, or 0."""

    badge: BadgePicture
    title: str
    planned: str
    done: str
    why: str
    tone: Tone
    step: int
    service: ServiceId

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.planned, self.done, self.why) if part)


def outcome_rows(scene: Scene, delivery: DeliverySection) -> tuple[OutcomeRow, ...]:
    """Promises I shipped or should have shipped, goods made for stock, orders, and own work."""
    rows = [*_promise_rows(scene, delivery), *_stock_rows(scene, delivery), *_order_rows(scene, delivery)]
    return (*rows, *_own_work_row(scene, delivery))


def _step(scene: Scene, service: ServiceId) -> int:
    aids = {seen.service for seen in scene.view.board.services if seen.aid}
    return AIDS if service in aids else CHAIN


def _promise_rows(scene: Scene, delivery: DeliverySection) -> list[OutcomeRow]:
    rows = []
    for promise in scene.view.threads.promises:
        if promise.provider != scene.seat:
            continue
        lines = [line for line in delivery.shipped if line.commitment == promise.commitment]
        if not lines and not is_short_now(promise, delivery.round):
            continue
        planned = sum(line.planned for line in lines)
        good = sum(line.units - line.bad - line.misfit for line in lines)
        broken = is_short_now(promise, delivery.round)
        later: Tone = "caution" if promise.due <= delivery.round else "plain"
        waits = promise.due > delivery.round and not good and _had_no_hours(delivery, promise.service)
        tone: Tone = "negative" if broken else "positive" if good >= planned else later
        title = scene.speech.say(
            "deliver-row-to",
            what=scene.service(promise.service),
            customer=scene.name(promise.customer),
            due=week_short(scene, promise.due),
        )
        rows.append(
            OutcomeRow(
                badge(scene, promise.customer),
                title,
                scene.speech.say("deliver-no-turn")
                if waits
                else scene.speech.say("deliver-planned", units=whole(planned)),
                "" if waits else scene.speech.say("deliver-done", units=whole(good)),
                _why_short(scene, delivery, promise),
                tone,
                _step(scene, promise.service),
                promise.service,
            )
        )
    return rows


def _had_no_hours(delivery: DeliverySection, service: ServiceId) -> bool:
    """No hour was left for another unit of it: a line that could not begin is no plan that failed."""
    return all(line.stop == "hours" for line in delivery.made if line.service == service)


def is_short_now(promise: Promise, week: int) -> bool:
    """Due by this week and not all there."""
    return promise.due <= week and promise.state in ("overdue", "broken", "lapsed")


def _why_short(scene: Scene, delivery: DeliverySection, promise: Promise) -> str:
    say = scene.speech.say
    lines = [line for line in delivery.shipped if line.commitment == promise.commitment]
    if not lines:
        return say("deliver-why-not-planned")
    unit = promise.service
    bad, misfit = sum(line.bad for line in lines), sum(line.misfit for line in lines)
    found = []
    if bad:
        found.append(say("deliver-why-bad", units=counted(scene, unit, bad)))
    if misfit:
        found.append(say("deliver-why-misfit", units=counted(scene, unit, misfit)))
    if promise.due > delivery.round and promise.lacking:
        found.append(say("deliver-why-later", rest=counted(scene, unit, promise.lacking)))
    elif any(line.stop == "stock" for line in lines):
        found.append(why_not_made(scene, delivery, promise.service))
    elif not found and promise.lacking and promise.due <= delivery.round:
        found.append(say("deliver-why-rest", units=counted(scene, unit, promise.lacking)))
    if promise.state == "late":
        found.append(say("deliver-why-late"))
    return say("game-list-comma").join(found) if found else say("deliver-why-all")


def why_not_made(scene: Scene, delivery: DeliverySection, service: ServiceId) -> str:
    """What kept my service from being made: hours, a missing input, or that nobody planned it."""
    say = scene.speech.say
    stops = {line.stop for line in delivery.made if line.service == service}
    if not stops:
        return say("deliver-why-not-made")
    if "inputs" in stops:
        return say("deliver-why-inputs", inputs=missing_inputs(scene, delivery, service))
    if "hours" in stops:
        return say("deliver-why-hours")
    return say("deliver-why-too-few")


def missing_inputs(scene: Scene, delivery: DeliverySection, service: ServiceId) -> str:
    """The inputs of a service that came short this week; all of them if none can be told apart."""
    seen = next((each for each in scene.view.board.services if each.service == service), None)
    names = [each.service for each in seen.inputs or ()] if seen else []
    owed = {
        promise.service
        for promise in scene.view.threads.promises
        if promise.customer == scene.seat and is_short_now(promise, delivery.round)
    }
    left = {each.service for each in scene.view.me.stock if each.units}
    short = [name for name in names if name in owed] or [name for name in names if name not in left] or names
    return listed(scene, [scene.service(name) for name in short])


def _stock_rows(scene: Scene, delivery: DeliverySection) -> list[OutcomeRow]:
    """Goods that were made and not shipped to anybody by a line of mine."""
    shipped = {line.service for line in delivery.shipped}
    rows = []
    for service in dict.fromkeys(line.service for line in delivery.made):
        if service in shipped:
            continue
        lines = [line for line in delivery.made if line.service == service]
        planned, made = sum(line.planned for line in lines), sum(line.units for line in lines)
        why = scene.speech.say("deliver-why-all") if made >= planned else why_not_made(scene, delivery, service)
        rows.append(
            OutcomeRow(
                badge(scene, scene.seat),
                scene.speech.say("deliver-row-stock", what=scene.service(service)),
                scene.speech.say("deliver-planned", units=whole(planned)),
                scene.speech.say("deliver-done", units=whole(made)),
                why,
                "positive" if made >= planned else "caution",
                _step(scene, service),
                service,
            )
        )
    return rows


def _order_rows(scene: Scene, delivery: DeliverySection) -> list[OutcomeRow]:
    rows = []
    charged = {line.order: line for line in delivery.charged}
    for order in scene.view.orders:
        lines = [line for line in delivery.order_lines if line.order == order.order]
        charge = charged.get(order.order)
        penalty = charge.late + charge.lost if charge else 0
        if not lines and not penalty:
            continue
        planned, done = sum(line.planned for line in lines), sum(line.units for line in lines)
        rows.append(
            OutcomeRow(
                BadgePicture(COMPANY_SLOT, "crown" if order.directive else "store"),
                scene.speech.say(
                    "deliver-row-order", client=client_name(scene, order.order), what=scene.service(order.service)
                ),
                scene.speech.say("deliver-planned", units=whole(planned)),
                scene.speech.say("deliver-done", units=whole(done)),
                _why_order(scene, order, delivery.round, bool(lines), planned - done, penalty),
                _order_tone(order, delivery.round, planned - done, penalty),
                CUSTOMERS,
                ServiceId(0),
            )
        )
    return rows


def client_name(scene: Scene, order: OrderId) -> str:
    """Who stands behind an order, if that was told."""
    return scene.client(order) if f"order.{order}" in scene.words else scene.speech.say("deliver-client")


def _order_tone(order: OwnOrder, week: int, short: int, penalty: int) -> Tone:
    if penalty:
        return "negative"
    if short > 0:
        return "caution" if is_due(order, week) else "plain"
    return "positive"


def _why_order(scene: Scene, order: OwnOrder, week: int, planned: bool, short: int, penalty: int) -> str:
    say = scene.speech.say
    found = []
    if not planned:
        found.append(say("deliver-why-not-planned"))
    elif short and not is_due(order, week):
        found.append(say("deliver-why-later", rest=counted(scene, order.service, short)))
    elif short:
        found.append(say("deliver-why-no-stock"))
    if penalty:
        key = "deliver-why-lost" if order.state == "expired" else "deliver-why-penalty"
        found.append(say(key, money=whole(penalty)))
    return say("game-list-comma").join(found) if found else say("deliver-why-all")


def _own_work_row(scene: Scene, delivery: DeliverySection) -> tuple[OutcomeRow, ...]:
    books = delivery.books
    if books is None:
        return ()
    say = scene.speech.say
    row = OutcomeRow(
        badge(scene, scene.seat),
        say("deliver-row-own", name=own_work_name(scene)),
        say("deliver-planned", units=hours(scene, books.set_aside)),
        say("deliver-done", units=hours(scene, books.own_work)),
        say("deliver-why-own", aside=books.set_aside, left=max(0, books.own_work - books.set_aside)),
        "plain",
        BOOKS,
        ServiceId(0),
    )
    return (row,)


def largest_stop(scene: Scene, delivery: DeliverySection) -> CalloutPicture:
    """What fell shortest of what was due, in one sentence, and what the hours left over went to.

    What was not due yet is told as still to go, never as a stop.
    """
    say = scene.speech.say
    stops, later = _made_short(scene, delivery)
    if not stops:
        more, rest = _orders_short(scene, delivery)
        stops, later = more, [*later, *rest]
    if stops:
        title = max(stops, key=lambda each: each[0])[1]
    elif later:
        title = say("deliver-stop-later", rest=max(later, key=lambda each: each[0])[1])
    else:
        title = say("deliver-stop-none" if delivery.made or delivery.order_lines else "deliver-stop-idle")
    books = delivery.books
    left = max(0, books.own_work - books.set_aside) if books else 0
    return CalloutPicture(scene.seat, title, say("deliver-left-over", hours=left) if left else "")


Short = list[tuple[int, str]]
"""How many units each, and the words for it."""


def _made_short(scene: Scene, delivery: DeliverySection) -> tuple[Short, Short]:
    """My services that stopped before their plan: those with something due, and those with nothing due yet."""
    say = scene.speech.say
    stops: Short = []
    later: Short = []
    for service in dict.fromkeys(line.service for line in delivery.made):
        lines = [x for x in delivery.made if x.service == service and x.stop in ("hours", "inputs")]
        short = sum(line.planned - line.units for line in lines)
        if not short:
            continue
        lacking = _lacking_now(scene, delivery, service)
        if not lacking:
            later.append((short, service_times(scene, service, short)))
            continue
        units = service_times(scene, service, min(short, lacking))
        inputs = missing_inputs(scene, delivery, service)
        by_hours = all(line.stop == "hours" for line in lines)
        text = (
            say("deliver-stop-hours", short=units)
            if by_hours
            else say("deliver-stop-inputs", inputs=inputs, short=units)
        )
        stops.append((min(short, lacking), text))
    return stops, later


def _orders_short(scene: Scene, delivery: DeliverySection) -> tuple[Short, Short]:
    """Orders that were to be shipped and were not: those due, and those with time left."""
    stops: Short = []
    later: Short = []
    for line in delivery.order_lines:
        short = line.planned - line.units
        if line.stop != "stock" or not short:
            continue
        order = next(each for each in scene.view.orders if each.order == line.order)
        units = service_times(scene, order.service, short)
        if is_due(order, delivery.round):
            stops.append((short, scene.speech.say("deliver-stop-stock", short=units)))
        else:
            later.append((short, units))
    return stops, later


def _lacking_now(scene: Scene, delivery: DeliverySection, service: ServiceId) -> int:
    """Units of a service of mine that should have been with its customers by this week and are not."""
    return sum(
        promise.units - promise.delivered
        for promise in scene.view.threads.promises
        if promise.provider == scene.seat and promise.service == service and is_short_now(promise, delivery.round)
    )


def is_due(order: OwnOrder, week: int) -> bool:
    """Whether the week that was chosen for it has come."""
    return order.option is not None and order.options[order.option].due <= week
