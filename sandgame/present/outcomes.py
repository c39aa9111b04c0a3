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
        tone: Tone = "negative" if broken else "positive" if good >= planned else "caution"
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
                scene.speech.say("deliver-planned", units=whole(planned)),
                scene.speech.say("deliver-done", units=whole(good)),
                _why_short(scene, delivery, promise),
                tone,
                _step(scene, promise.service),
                promise.service,
            )
        )
    return rows


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
    if any(line.stop == "stock" for line in lines):
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
                    "deliver-row-order", client=_client(scene, order.order), what=scene.service(order.service)
                ),
                scene.speech.say("deliver-planned", units=whole(planned)),
                scene.speech.say("deliver-done", units=whole(done)),
                _why_order(scene, order, bool(lines), done < planned, penalty),
                "negative" if penalty else "caution" if done < planned else "positive",
                CUSTOMERS,
                ServiceId(0),
            )
        )
    return rows


def _client(scene: Scene, order: OrderId) -> str:
    return scene.client(order) if f"order.{order}" in scene.words else scene.speech.say("deliver-client")


def _why_order(scene: Scene, order: OwnOrder, planned: bool, short: bool, penalty: int) -> str:
    say = scene.speech.say
    found = []
    if not planned:
        found.append(say("deliver-why-not-planned"))
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
    """The line that fell shortest, in one sentence, and what the hours left over went to."""
    say = scene.speech.say
    best: tuple[int, str] = (0, "")
    for line in delivery.made:
        short = line.planned - line.units
        if line.stop in ("hours", "inputs") and short > best[0]:
            units = service_times(scene, line.service, short)
            if line.stop == "hours":
                best = (short, say("deliver-stop-hours", short=units))
            else:
                inputs = missing_inputs(scene, delivery, line.service)
                best = (short, say("deliver-stop-inputs", inputs=inputs, short=units))
    if not best[0]:
        for order in delivery.order_lines:
            short = order.planned - order.units
            if order.stop == "stock" and short > best[0]:
                mine = next(each for each in scene.view.orders if each.order == order.order)
                best = (short, say("deliver-stop-stock", short=service_times(scene, mine.service, short)))
    busy = delivery.made or delivery.order_lines
    title = best[1] or say("deliver-stop-none" if busy else "deliver-stop-idle")
    books = delivery.books
    left = max(0, books.own_work - books.set_aside) if books else 0
    return CalloutPicture(scene.seat, title, say("deliver-left-over", hours=left) if left else "")
