"""Facts: what my department may share, with whom, and what was shared by whom in which week. They are true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sandgame.present.now import Question
from sandgame.present.phrases import badge, counted, service_times, week_short
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.events import Fact
from sandgame.rules.ids import TABLE, OrderId, SeatId, ServiceId
from sandgame.rules.intents import FactRef, ShareFact
from sandgame.rules.measures import in_force
from sandgame.rules.need import comes_due, free_hours, order_due, order_price
from sandgame.rules.sections import KnownFact
from sandgame.text import numbers

FREE_HOURS = FactRef("free_hours")


@dataclass(frozen=True, slots=True)
class OwnFact:
    """Something I may share. `shared` says to whom it is known already as it is now; then there is nothing to do."""

    ref: FactRef
    icon: str
    text: str
    line: str
    shared: str
    share: str
    spoken: str


@dataclass(frozen=True, slots=True)
class KnownPicture:
    """A fact that was shared: by whom, with whom, of which week."""

    badge: BadgePicture
    title: str
    text: str
    week: str
    spoken: str


@dataclass(frozen=True, slots=True)
class FactsPicture:
    """`to` is the department that the facts would go to, 0 for all."""

    note: str
    to_label: str
    targets: tuple[tuple[SeatId, BadgePicture, str], ...]
    to: SeatId
    mine_title: str
    mine: tuple[OwnFact, ...]
    heard_title: str
    heard: tuple[KnownPicture, ...]
    heard_empty: str
    told_title: str
    told: tuple[KnownPicture, ...]


@dataclass(frozen=True, slots=True)
class ChipPicture:
    """A fact that may go with a sheet or an answer."""

    ref: FactRef
    icon: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChipsPicture:
    """The first few, and the rest behind a button."""

    title: str
    proof: str
    chips: tuple[ChipPicture, ...]
    more: tuple[ChipPicture, ...]
    more_text: str


def others(scene: Scene) -> tuple[SeatId, ...]:
    return tuple(seat for seat in scene.view.table.seats if seat != scene.seat)


def first_target(scene: Scene) -> SeatId:
    """A department that I work with; all, where there is nobody else."""
    strangers = set(scene.view.board.strangers)
    known = (seat for seat in others(scene) if seat not in strangers)
    return next(known, next(iter(others(scene)), TABLE))


def shareable(scene: Scene) -> tuple[FactRef, ...]:
    """What an incident will do to me, free hours, orders that are open or foreknown, stock of what I have or make."""
    mine = {s.service for s in scene.view.board.services if s.provider == scene.seat}
    stocked = [s.service for s in scene.view.me.stock if s.units or s.service in mine]
    now, last = scene.view.table.round, scene.view.table.length
    orders = [o.order for o in scene.view.orders if o.state in ("open", "coming") and comes_due(o, last)]
    ahead = [place for place, one in enumerate(scene.view.me.incidents, start=1) if one.round >= now]
    return (
        *(FactRef("incident", place) for place in ahead),
        FREE_HOURS,
        *(FactRef("order", order) for order in orders),
        *(FactRef("stock", service) for service in stocked),
    )


def fact_of(scene: Scene, ref: FactRef) -> Fact:
    """The fact as it is at this moment."""
    now = scene.view.table.round
    if ref.about == "free_hours":
        return Fact("free_hours", now, units=free_hours(scene.view))
    if ref.about == "stock":
        units = next((s.units for s in scene.view.me.stock if s.service == ref.number), 0)
        return Fact("stock", now, service=ServiceId(ref.number), units=units)
    if ref.about == "incident":
        return _incident(scene, ref.number)
    order = next(o for o in scene.view.orders if o.order == ref.number)
    return Fact("order", now, order.order, order.service, order.rest, order_due(order), order_price(order))


def _incident(scene: Scene, place: int) -> Fact:
    now, me = scene.view.table.round, scene.view.me
    incident = me.incidents[place - 1]
    if incident.cost is not None:
        return Fact("incident", now, service=incident.service, due=incident.round, price=incident.cost)
    return Fact("incident", now, units=max(0, me.coming_hours[incident.round - now]), due=incident.round)


def facts_picture(scene: Scene, to: SeatId) -> FactsPicture:
    say = scene.speech.say
    targets = [(seat, badge(scene, seat), scene.name(seat)) for seat in others(scene)]
    if len(targets) > 1:
        targets.append((TABLE, BadgePicture(COMPANY_SLOT, "users"), say("facts-all")))
    known = scene.view.threads.facts
    kept_up = in_force(scene.view, "platform")
    return FactsPicture(
        note=say("facts-note-platform" if kept_up else "facts-note"),
        to_label=say("facts-to"),
        targets=tuple(targets),
        to=to,
        mine_title=say("facts-mine"),
        mine=tuple(_own(scene, ref, to) for ref in shareable(scene)),
        heard_title=say("facts-heard"),
        heard=tuple(_known(scene, each) for each in reversed(known) if each.seat != scene.seat),
        heard_empty=say("facts-heard-empty"),
        told_title=say("facts-told"),
        told=tuple(_known(scene, each) for each in reversed(known) if each.seat == scene.seat),
    )


def fact_chips(scene: Scene, to: SeatId, chosen: Iterable[FactRef], about: Iterable[ServiceId]) -> ChipsPicture:
    """Free hours and what concerns the sheet's services come first; what this department knows already is left out."""
    picked, concerned = set(chosen), set(about)
    refs = [ref for ref in shareable(scene) if ref in picked or not _knows(scene, fact_of(scene, ref), to)]
    refs.sort(key=lambda ref: (ref not in picked, not _concerns(scene, ref, concerned)))
    chips = [_chip(scene, ref, ref in picked) for ref in refs]
    first = max(2, len(picked))
    say = scene.speech.say
    return ChipsPicture(
        say("facts-with-it"), say("facts-verified"), tuple(chips[:first]), tuple(chips[first:]), say("facts-more")
    )


def share_intent(scene: Scene, to: SeatId, ref: FactRef) -> ShareFact:
    """At an open table it was said aloud already."""
    table = scene.view.table
    return ShareFact(round=table.round, phase=table.phase, to=to, fact=ref, told=table.talk == "open")


def sharing_with_all(scene: Scene, ref: FactRef) -> Question:
    say = scene.speech.say
    lines = (f"· {fact_text(scene, fact_of(scene, ref))}", say("facts-all-ask-line"))
    return Question(say("facts-all-ask"), lines, say("facts-all-go"), say("negotiate-go-back"))


def fact_text(scene: Scene, fact: Fact) -> str:
    say = scene.speech.say
    if fact.about == "free_hours":
        return say("facts-free", hours=fact.units)
    if fact.about == "incident" and fact.service is None:
        return say("facts-incident-hours", week=fact.due, hours=fact.units)
    assert fact.service is not None, "only free hours are about no service"
    if fact.about == "stock":
        return say("facts-stock", service=scene.service(fact.service), units=counted(scene, fact.service, fact.units))
    if fact.about == "incident":
        money = scene.pick(scene.cast.money)
        name = scene.service(fact.service)
        return say("facts-incident-cost", week=fact.due, service=name, cost=fact.price, money=money)
    what = service_times(scene, fact.service, fact.units)
    key = f"order.{fact.order}"
    client = scene.client(OrderId(fact.order or 0)) if key in scene.words else say("facts-order-plain")
    return say("facts-order", client=client, what=what, due=week_short(scene, fact.due))


def _own(scene: Scene, ref: FactRef, to: SeatId) -> OwnFact:
    say = scene.speech.say
    fact = fact_of(scene, ref)
    text, line = fact_text(scene, fact), _line(scene, ref, fact)
    knows = _knows(scene, fact, to)
    told = scene.view.table.talk == "open"
    return OwnFact(
        ref=ref,
        icon=_icon(ref),
        text=text,
        line=line,
        shared=say("facts-known") if knows else "",
        share=say("facts-told-them" if told else "facts-share"),
        spoken=f"{text} {line}".strip(),
    )


def _line(scene: Scene, ref: FactRef, fact: Fact) -> str:
    """What else goes with an order: its price; and that it is yet to come. Of an incident, what it is called."""
    if ref.about == "incident":
        text = scene.words.get(f"incident.{ref.number}")
        return scene.pick(text) if text is not None else ""
    if ref.about != "order":
        return ""
    say, money = scene.speech.say, scene.pick(scene.cast.money)
    order = next(o for o in scene.view.orders if o.order == ref.number)
    price = say("negotiate-price-named", price=fact.price, money=money)
    return f"{say('negotiate-order-coming', week=order.arrival)} · {price}" if order.state == "coming" else price


def _knows(scene: Scene, fact: Fact, to: SeatId) -> bool:
    """This very fact, of this week, was shared with it, or with all."""
    heard = (TABLE,) if to == TABLE else (to, TABLE)
    mine = (k for k in scene.view.threads.facts if k.seat == scene.seat and k.to in heard)
    return any(known.fact == fact for known in mine)


def _concerns(scene: Scene, ref: FactRef, services: set[ServiceId]) -> bool:
    if ref.about == "stock":
        return ref.number in services
    if ref.about == "order":
        return any(o.order == ref.number and o.service in services for o in scene.view.orders)
    return ref.about == "free_hours"


def _chip(scene: Scene, ref: FactRef, chosen: bool) -> ChipPicture:
    fact = fact_of(scene, ref)
    text = fact_text(scene, fact)
    if fact.about == "order":
        units, due = numbers.times(fact.units), week_short(scene, fact.due)
        text = scene.speech.say("facts-order-short", client=scene.client(OrderId(ref.number)), units=units, due=due)
    return ChipPicture(ref, _icon(ref), text, chosen)


def _icon(ref: FactRef) -> str:
    return {"free_hours": "clock", "stock": "package", "order": "store", "incident": "lock"}[ref.about]


def _known(scene: Scene, known: KnownFact) -> KnownPicture:
    say = scene.speech.say
    mine = known.seat == scene.seat
    all_of_us = known.to == TABLE
    if mine:
        title = say("facts-by-me-all") if all_of_us else say("facts-by-me", department=scene.name(known.to))
    else:
        key = "facts-by-them-all" if all_of_us else "facts-by-them"
        title = say(key, department=scene.name(known.seat))
    text, week = fact_text(scene, known.fact), week_short(scene, known.fact.round)
    who = known.to if mine else known.seat
    picture = BadgePicture(COMPANY_SLOT, "users") if who == TABLE else badge(scene, who)
    return KnownPicture(picture, title, text, week, f"{title}, {text}, {week}")
