"""Deliver and the end for all at the table: what flowed, orders served, the company's result and why; no KPI."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.present.ledger import state_of
from sandgame.present.money import MoneyLine, money_lines
from sandgame.present.phrases import service_times
from sandgame.present.pictures import (
    BadgePicture,
    BoardPicture,
    ChipPicture,
    FlowPicture,
    IslandPicture,
    RibbonPicture,
    Tone,
)
from sandgame.present.table_scene import TableScene
from sandgame.rules.before import week_money
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.sections import Promise
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class MovedRow:
    """What a promise of this week became: promised, and what came of it."""

    giver: BadgePicture
    giver_name: str
    taker: BadgePicture
    taker_name: str
    what: str
    came: str
    parts: str
    """What came of it in short."""
    icon: str
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """`why` says what moved the week's result; `orders` what went to customers, a line each."""

    title: str
    sentence: str
    board: BoardPicture
    flows: tuple[FlowPicture, ...]
    result_label: str
    result: str
    index_label: str
    index: str
    change: str
    change_tone: Tone
    index_note: str
    why: str
    money_title: str
    money: tuple[MoneyLine, ...]
    orders_title: str
    orders: tuple[str, ...]
    rows_title: str
    rows: tuple[MovedRow, ...]
    rows_none: str
    go: str


def week_page(table: TableScene) -> WeekPicture:
    say, scene = table.speech.say, table.any
    results = table.table.results
    last = results[-1] if results else None
    before = results[-2] if len(results) > 1 else None
    index = last.index if last is not None else None
    change = index - (before.index or 0) if index is not None and before is not None else 0
    over = table.table.phase == "over"
    week = last.round if last is not None else table.table.round
    money = () if over else _money(table)
    moved = _moved(table)
    board, flows = _board(table, moved)
    unit = scene.pick(scene.cast.money)
    return WeekPicture(
        title=say("table-over-title") if over else say("table-week-title", week=week),
        sentence=say("table-over-sentence") if over else say("table-week-sentence"),
        board=board,
        flows=flows,
        result_label=say("shell-company-money", money=unit),
        result=numbers.whole(last.result) if last is not None else say("shell-none"),
        index_label=say("table-index"),
        index=numbers.percent(index) if index is not None else say("shell-none"),
        change=numbers.delta(change),
        change_tone="positive" if change > 0 else "negative" if change < 0 else "plain",
        index_note=say("table-index-note") if index is not None and before is None else "",
        why=_why(table, money, [promise for promise, _ in moved]),
        money_title=say("deliver-money", money=unit) if money else "",
        money=money,
        orders_title=say("table-orders-served"),
        orders=() if over else _orders(table),
        rows_title=say("table-moved"),
        rows=tuple(_row(table, promise, came) for promise, came in moved),
        rows_none=say("table-moved-none"),
        go=say("table-home") if over else say("table-go-on"),
    )


def _moved(table: TableScene) -> tuple[tuple[Promise, int], ...]:
    """Every promise that was due or of which something was shipped this week, and how much, as they were made."""
    shipped: dict[CommitmentId, int] = {}
    week = 0
    for scene in table.scenes.values():
        delivery = scene.view.delivery
        if delivery is None:
            continue
        week = delivery.round
        for line in (*delivery.received, *delivery.shipped):
            good = line.units - line.bad - line.misfit
            if good > 0:
                shipped[line.commitment] = good
    return tuple(
        (promise, shipped.get(promise.commitment, 0))
        for promise in table.promises()
        if promise.commitment in shipped or (promise.due == week and not promise.is_gone)
    )


def _board(table: TableScene, moved: tuple[tuple[Promise, int], ...]) -> tuple[BoardPicture, tuple[FlowPicture, ...]]:
    """Every department, a ribbon between two where something moved or should have, and what travels on it."""
    scene = table.any
    islands = tuple(
        IslandPicture(
            seat, table.name(seat), table.badge(seat), place=(scene.department(seat).x, scene.department(seat).y),
            spoken=table.name(seat),
        )
        for seat in table.table.seats
    )  # fmt: skip
    pairs = sorted({(promise.provider, promise.customer) for promise, _ in moved})
    ways = {pair: number for number, pair in enumerate(pairs, start=1)}
    slots = {pair: scene.department(pair[0]).slot for pair in pairs}
    live = {(promise.provider, promise.customer) for promise, came in moved if came}
    ribbons = tuple(RibbonPicture(n, *pair, slots[pair], live=pair in live) for pair, n in ways.items())
    chips = tuple(_chip(table, promise, ways[promise.provider, promise.customer], came) for promise, came in moved)
    flows = tuple(
        FlowPicture(ways[pair], slots[pair], sum(n for p, n in moved if (p.provider, p.customer) == pair))
        for pair in pairs
        if pair in live
    )
    return BoardPicture(islands, ribbons=ribbons, chips=chips, layout="places"), flows


def _chip(table: TableScene, promise: Promise, ribbon: int, came: int) -> ChipPicture:
    row = _row(table, promise, came)
    parts = numbers.parts(promise.delivered, promise.units)
    return ChipPicture(
        promise.commitment, ribbon, row.giver, parts, "", state_of(promise), spoken=row.spoken, tip=row.spoken
    )


def _money(table: TableScene) -> tuple[MoneyLine, ...]:
    """What the company's week came from: the same for whoever looks."""
    scene = table.any
    delivery = scene.view.delivery
    return money_lines(scene, week_money(scene.view, delivery)) if delivery is not None else ()


def _why(table: TableScene, money: tuple[MoneyLine, ...], moved: list[Promise]) -> str:
    """What brought most, what took most, and how many promises broke, in a sentence."""
    if not money:
        return ""
    say, whole = table.speech.say, sum(line.value for line in money)
    most, least = max(money, key=lambda line: line.value), min(money, key=lambda line: line.value)
    texts = [say("table-why-week", result=numbers.signed(whole))]
    if most.value > 0:
        texts.append(say("table-why-most", name=most.name, value=most.text))
    if least.value < 0:
        texts.append(say("table-why-least", name=least.name, value=least.text))
    broken = sum(promise.due <= table.table.round and promise.delivered < promise.units for promise in moved)
    if broken:
        texts.append(say("table-why-broken", count=broken))
    return say("game-list-comma").join(texts) + say("table-why-end")


def _orders(table: TableScene) -> tuple[str, ...]:
    """What left for customers this week, as those who sold it know."""
    say, told = table.speech.say, []
    for scene in table.scenes.values():
        delivery = scene.view.delivery
        known = {order.order: order for order in scene.view.orders}
        for line in delivery.order_lines if delivery is not None else ():
            if line.units:
                order = known[line.order]
                what = service_times(scene, order.service, line.units)
                revenue = numbers.signed(line.revenue)
                told.append(say("table-order-served", client=scene.client(order.order), what=what, revenue=revenue))
    return tuple(told) or (say("table-orders-none"),)


def _row(table: TableScene, promise: Promise, came: int) -> MovedRow:
    say = table.speech.say
    what = _what(table, promise.service, promise.provider, promise.customer, promise.units)
    whole = promise.delivered >= promise.units
    week = table.table.round
    tone: Tone = "positive" if whole else "negative" if promise.due <= week else "info"
    icon = {"positive": "circle-check", "negative": "circle-x"}.get(tone, "truck")
    parts = numbers.parts(promise.delivered, promise.units)
    told = say("table-came", parts=parts, now=came)
    giver, taker = table.name(promise.provider), table.name(promise.customer)
    due = say("game-week", week=promise.due)
    return MovedRow(
        table.badge(promise.provider), giver, table.badge(promise.customer), taker, what, told, parts, icon, tone,
        say("table-row-spoken", giver=giver, taker=taker, what=what, due=due, state=told),
    )  # fmt: skip


def _what(table: TableScene, service: ServiceId, giver: SeatId, taker: SeatId, units: int) -> str:
    return f"{table.service(service, giver, taker)} {numbers.times(units)}"
