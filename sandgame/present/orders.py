"""The strip of outside orders: what to promise whom, what each option brings, and what is covered so far."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.now import Question
from sandgame.present.phrases import badge, counted, week_short
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.present.scene import Scene
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.need import comes_due, order_due
from sandgame.rules.sections import OwnOrder
from sandgame.text import numbers

DECLINE = -1
"""The choice of no option at all."""


@dataclass(frozen=True, slots=True)
class OptionPicture:
    choice: int
    text: str
    price: str


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """Of an order's rest: in stock, promised to me, still lacking. `slot` is the department that promises."""

    stock: int
    promised: int
    lacking: int
    slot: int
    text: str
    lacking_text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class OrderPicture:
    """A card. `options` is empty once the order is settled; `choice` what is marked, None for nothing yet."""

    order: OrderId
    badge: BadgePicture
    title: str
    line: str
    private: str
    state: str
    state_icon: str
    tone: Tone
    options: tuple[OptionPicture, ...]
    choice: int | None
    settle: str
    share: str
    cover: CoverPicture | None
    muted: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class OrdersPicture:
    title: str
    note: str
    cards: tuple[OrderPicture, ...]
    foot: str


def orders_strip(scene: Scene, choices: dict[OrderId, int]) -> OrdersPicture | None:
    """None for a seat without outside customers."""
    if not scene.view.orders:
        return None
    say = scene.speech.say
    shown = [o for o in scene.view.orders if o.state in ("open", "coming")]
    ordered = sorted(shown, key=lambda o: (_rank(scene, o), order_due(o), o.order))
    wanted = sum(o.state == "open" and in_reach(scene, o) for o in shown)
    covers = _covers(scene)
    return OrdersPicture(
        title=say("negotiate-orders", count=wanted, money=scene.pick(scene.cast.money)),
        note=say("negotiate-orders-note") if to_choose(scene) else "",
        cards=tuple(_card(scene, order, choices.get(order.order), covers.get(order.order)) for order in ordered),
        foot=say("negotiate-orders-foot"),
    )


def to_choose(scene: Scene) -> tuple[OwnOrder, ...]:
    """Orders that arrived and wait for an option or a refusal."""
    return tuple(o for o in scene.view.orders if o.state == "open" and o.option is None and in_reach(scene, o))


def in_reach(scene: Scene, order: OwnOrder) -> bool:
    """Whether anything of it is still due: a session that was shortened may end before."""
    return comes_due(order, scene.view.table.length)


def last_chance(scene: Scene, order: OwnOrder) -> int:
    """The week after which what is missing is lost: the game's last one at the latest."""
    return min(order.expiry, scene.view.table.length)


def beyond(scene: Scene, due: int) -> str:
    """Said behind a week that the game does not reach."""
    return scene.speech.say("game-after-end") if due > scene.view.table.length else ""


def declining(scene: Scene, order: OwnOrder) -> Question:
    say = scene.speech.say
    what = say(
        "negotiate-order-decline-line",
        client=scene.client(order.order),
        service=scene.service(order.service),
        units=counted(scene, order.service, order.units),
    )
    return Question(
        say("negotiate-order-decline-title"),
        (what, say("negotiate-order-decline-over")),
        say("negotiate-order-decline-go"),
        say("negotiate-go-back"),
        grave=True,
    )


def _rank(scene: Scene, order: OwnOrder) -> int:
    if not in_reach(scene, order):
        return 3
    if order.state == "coming":
        return 2
    return 0 if order.option is None else 1


def _covers(scene: Scene) -> dict[OrderId, tuple[int, int]]:
    """Units of stock and of promises that reach each open order, earliest due first."""
    stock: dict[ServiceId, int] = {s.service: s.units for s in scene.view.me.stock}
    promised: dict[ServiceId, int] = {}
    for p in scene.view.threads.promises:
        if p.is_open and p.customer == scene.seat:
            promised[p.service] = promised.get(p.service, 0) + p.lacking
    found: dict[OrderId, tuple[int, int]] = {}
    wanting = (o for o in scene.view.orders if o.state == "open" and in_reach(scene, o))
    for order in sorted(wanting, key=lambda o: (order_due(o), o.order)):
        here = min(order.rest, stock.get(order.service, 0))
        coming = min(order.rest - here, promised.get(order.service, 0))
        stock[order.service] = stock.get(order.service, 0) - here
        promised[order.service] = promised.get(order.service, 0) - coming
        found[order.order] = (here, coming)
    return found


def _card(scene: Scene, order: OwnOrder, choice: int | None, covered: tuple[int, int] | None) -> OrderPicture:
    say = scene.speech.say
    rest = numbers.times(order.rest)
    title = say(
        "negotiate-order-title", client=scene.client(order.order), service=scene.service(order.service), units=rest
    )
    reached = in_reach(scene, order)
    undecided = order.state == "open" and order.option is None and reached
    state, icon, tone = _state(scene, order)
    line = _line(scene, order)
    options = _options(scene, order) if undecided else ()
    settle = say("negotiate-order-decline-go") if choice == DECLINE else say("negotiate-order-settle")
    return OrderPicture(
        order=order.order,
        badge=BadgePicture(0, "crown" if order.directive else "store"),
        title=title,
        line=line,
        private=say("negotiate-private") if undecided else "",
        state=state,
        state_icon=icon,
        tone=tone,
        options=options,
        choice=choice,
        settle=settle if undecided else "",
        share=say("negotiate-order-share") if reached and len(scene.view.table.seats) > 1 else "",
        cover=_cover(scene, order, covered) if covered and order.state == "open" else None,
        muted=order.state == "coming" or not reached,
        spoken=f"{title}, {line}, {state}",
    )


def _line(scene: Scene, order: OwnOrder) -> str:
    """What is still to know of it: penalties while it is open to choice, the terms once they are set or foreknown.

    Of an order that is due after the end, what becomes of it.
    """
    say, money = scene.speech.say, scene.pick(scene.cast.money)
    if not in_reach(scene, order):
        return say("negotiate-order-closes", week=scene.view.table.length)
    if order.state == "coming":
        terms = (
            say("negotiate-coming-option", week=o.due, price=o.price, money=money) + beyond(scene, o.due)
            for o in order.options
        )
        return " · ".join(terms)
    if order.option is not None:
        chosen = order.options[order.option]
        text = say("negotiate-order-chosen", week=chosen.due, price=chosen.price, money=money)
        return text + beyond(scene, chosen.due)
    end = last_chance(scene, order)
    return say("negotiate-order-line", late=order.late, expiry=end, lost=order.lost, money=money)


def _options(scene: Scene, order: OwnOrder) -> tuple[OptionPicture, ...]:
    """All options, and the choice of none; one that is due after the end says what becomes of it."""
    say, money, last = scene.speech.say, scene.pick(scene.cast.money), scene.view.table.length
    given = tuple(
        OptionPicture(
            n,
            say("negotiate-option" if option.due <= last else "negotiate-option-beyond", week=option.due),
            say("negotiate-option-price", price=option.price, money=money),
        )
        for n, option in enumerate(order.options)
    )
    return (*given, OptionPicture(DECLINE, say("negotiate-order-decline"), ""))


def _state(scene: Scene, order: OwnOrder) -> tuple[str, str, Tone]:
    say = scene.speech.say
    if not in_reach(scene, order):
        return say("negotiate-order-beyond"), "calendar", "plain"
    if order.state == "coming":
        return say("negotiate-order-coming", week=order.arrival), "calendar", "plain"
    if order.option is None:
        return say("negotiate-order-choose"), "circle-dashed", "caution"
    if order.options[order.option].due < scene.view.table.round:
        return say("negotiate-order-overdue"), "circle-alert", "negative"
    return say("negotiate-order-settled"), "check", "positive"


def _cover(scene: Scene, order: OwnOrder, covered: tuple[int, int]) -> CoverPicture:
    say = scene.speech.say
    stock, promised = covered
    lacking = order.rest - stock - promised
    texts = [say("negotiate-cover-stock", units=stock)] if stock else []
    texts += [say("negotiate-cover-promised", units=promised)] if promised else []
    text = " · ".join(texts) if texts else say("negotiate-cover-none")
    lack_text = say("negotiate-cover-lacking", units=numbers.whole(lacking)) if lacking else say("negotiate-cover-full")
    slot = badge(scene, _provider(scene, order)).slot
    return CoverPicture(stock, promised, lacking, slot, text, lack_text, "caution" if lacking else "positive")


def _provider(scene: Scene, order: OwnOrder) -> SeatId:
    """Who makes what the order is for: mostly another department, sometimes the seat itself."""
    services = scene.view.board.services
    return next((seen.provider for seen in services if seen.service == order.service), scene.seat)


def due_text(scene: Scene, order: OwnOrder) -> str:
    return week_short(scene, order_due(order))
