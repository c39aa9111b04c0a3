"""Behind the curtain in Negotiate: what a department knows and may have said aloud, to be ticked with who heard it."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.facts import fact_of, fact_text, shareable
from sandgame.present.now import NowBar
from sandgame.present.phrases import badge, service_times
from sandgame.present.pictures import BadgePicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import FactRef, Intent, ShareFact
from sandgame.rules.need import comes_due, order_due

Picks = frozenset[tuple[FactRef, SeatId]]


@dataclass(frozen=True, slots=True)
class Hearer:
    """A department that may have heard it, or all (0); `told` it is on the log already."""

    seat: SeatId
    badge: BadgePicture
    name: str
    picked: bool
    told: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    fact: FactRef
    icon: str
    text: str
    hearers: tuple[Hearer, ...]


@dataclass(frozen=True, slots=True)
class ToldPicture:
    title: str
    line: str
    rows: tuple[FactRow, ...]


def facts_of(scene: Scene) -> tuple[tuple[FactRef, str, str], ...]:
    """Each fact with its icon and words: what an incident will do, orders that have come or are foreknown, free hours,
    what lies in stock."""
    say = scene.speech.say
    ahead = [ref for ref in shareable(scene) if ref.about == "incident"]
    found = [(ref, "lock", fact_text(scene, fact_of(scene, ref))) for ref in ahead]
    found += [
        (
            FactRef("order", order.order),
            "calendar" if order.state == "coming" else "clipboard-list",
            say(
                "table-fact-coming" if order.state == "coming" else "table-fact-order",
                client=scene.client(order.order),
                what=service_times(scene, order.service, order.rest),
                due=say("game-week", week=order_due(order)),
            ),
        )
        for order in scene.view.orders
        if order.state in ("open", "coming") and comes_due(order, scene.view.table.length)
    ]
    found.append((FactRef("free_hours"), "hourglass", say("table-fact-hours")))
    found += [
        (
            FactRef("stock", own.service),
            "package",
            say("table-fact-stock", what=service_times(scene, own.service, own.units)),
        )
        for own in scene.view.me.stock
        if own.units
    ]
    return tuple(found)


def told_picture(scene: Scene, picks: Picks) -> ToldPicture:
    say = scene.speech.say
    return ToldPicture(
        title=say("table-told-title"),
        line=say("table-told-line"),
        rows=tuple(FactRow(fact, icon, text, _hearers(scene, fact, picks)) for fact, icon, text in facts_of(scene)),
    )


def _hearers(scene: Scene, fact: FactRef, picks: Picks) -> tuple[Hearer, ...]:
    told = already(scene, fact)
    seats = (TABLE, *(seat for seat in scene.view.table.seats if seat != scene.seat))
    return tuple(
        Hearer(
            seat,
            badge(scene, seat) if seat != TABLE else BadgePicture(0, "users"),
            scene.name(seat) if seat != TABLE else scene.speech.say("table-told-all"),
            (fact, seat) in picks,
            seat in told or TABLE in told,
        )
        for seat in seats
    )


def already(scene: Scene, fact: FactRef) -> set[SeatId]:
    """Whom it was told this week."""
    if fact.about == "incident":
        mine = (known for known in scene.view.threads.facts if known.seat == scene.seat)
        return {known.to for known in mine if known.fact == fact_of(scene, fact)}
    now = scene.view.table.round
    return {
        known.to
        for known in scene.view.threads.facts
        if known.seat == scene.seat
        and known.fact.round == now
        and known.fact.about == fact.about
        and (known.fact.order or known.fact.service or 0) in (fact.number, 0 if fact.about == "free_hours" else -1)
    }


def picked(picks: Picks, fact: FactRef, seat: SeatId) -> Picks:
    """Ticked or unticked; all and single ones leave each other out."""
    if (fact, seat) in picks:
        return picks - {(fact, seat)}
    others = {pick for pick in picks if pick[0] == fact and (seat == TABLE or pick[1] == TABLE)}
    return (picks - others) | {(fact, seat)}


def shares(scene: Scene, picks: Picks) -> tuple[Intent, ...]:
    table = scene.view.table
    facts = [fact for fact, _icon, _text in facts_of(scene)]
    ordered = sorted(picks, key=lambda pick: (facts.index(pick[0]), pick[1]))
    return tuple(
        ShareFact(round=table.round, phase=table.phase, to=seat, fact=fact, told=True) for fact, seat in ordered
    )


def told_now(scene: Scene, picks: Picks) -> NowBar:
    say = scene.speech.say
    primary = say("table-told-put", count=len(picks)) if picks else say("table-told-close")
    return NowBar(say("table-told-sentence"), primary=primary)
