"""The open page of Negotiate: its bar, the board with what is agreed and nothing else, and the week's agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.ledger import state_of
from sandgame.present.now import Question
from sandgame.present.orders import to_choose
from sandgame.present.phrases import listed
from sandgame.present.pictures import (
    BadgePicture,
    BoardPicture,
    ChipPicture,
    IslandPicture,
    RibbonPicture,
    State,
    StepPicture,
)
from sandgame.present.scene import Scene
from sandgame.present.shell import company_title, steps
from sandgame.present.table_scene import OpenLine, TableScene
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.intents import GiveHours
from sandgame.rules.sections import Promise
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class TableBarPicture:
    """The top bar of a page for all: week, phase, what the company has made of working together; no KPI."""

    title: str
    week: str
    steps: tuple[StepPicture, ...]
    index_label: str
    index: str


def table_bar(table: TableScene) -> TableBarPicture:
    scene, say = table.any, table.speech.say
    results = table.table.results
    index = results[-1].index if results else None
    alone = bool(results) and index is None
    label = say("shell-company-money", money=scene.pick(scene.cast.money)) if alone else say("table-index")
    value = (
        numbers.whole(results[-1].result)
        if alone
        else numbers.percent(index)
        if index is not None
        else say("shell-none")
    )
    return TableBarPicture(
        title=company_title(scene),
        week=say("shell-week-of", week=table.table.round, weeks=table.table.length),
        steps=steps(scene),
        index_label=label,
        index=value,
    )


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One line of the list. `kind`: agreed, or asked and waiting for a badge here; `id` is the commitment's number, or
    the place among the waiting."""

    kind: Literal["agreed", "asked"]
    id: int
    giver: BadgePicture
    giver_name: str
    taker: BadgePicture
    taker_name: str
    what: str
    due: str
    icon: str
    tone: str
    mark: str
    chosen: bool
    spoken: str
    change: str
    """What a click does."""


@dataclass(frozen=True, slots=True)
class OrdersWay:
    """A department that has orders to decide, and the button that leads to them."""

    seat: SeatId
    text: str


WayKind = Literal["look", "told", "orders", "record"]


@dataclass(frozen=True, slots=True)
class SeatWay:
    """One line of the menu that a department's tile opens."""

    kind: WayKind
    text: str


@dataclass(frozen=True, slots=True)
class OpenPicture:
    sentence: str
    hint: str
    told: str
    done: str
    board: BoardPicture
    rows_title: str
    rows_count: str
    rows_none: str
    rows: tuple[AgreementRow, ...]
    orders: tuple[OrdersWay, ...]


def open_page(table: TableScene, chosen: CommitmentId | None) -> OpenPicture:
    say = table.speech.say
    agreed, waiting = table.agreements(), table.waiting()
    rows = [_row(table, promise, chosen=promise.commitment == chosen) for promise in agreed]
    rows += [_asked(table, place, line) for place, line in enumerate(waiting)]
    return OpenPicture(
        sentence=say("table-open-sentence"),
        hint=say("table-open-hint"),
        told=say("table-told"),
        done=say("table-done"),
        board=open_board(table),
        rows_title=say("table-rows"),
        rows_count=say("table-rows-count", count=len(agreed)),
        rows_none=say("table-rows-none"),
        rows=tuple(rows),
        orders=_orders(table),
    )


def _orders(table: TableScene) -> tuple[OrdersWay, ...]:
    """How many are to be decided, and nothing of what they are; decided ones can still be looked at."""
    return tuple(
        OrdersWay(seat, _orders_text(table, seat)) for seat, scene in table.scenes.items() if has_orders(scene)
    )


def _orders_text(table: TableScene, seat: SeatId) -> str:
    say, count = table.speech.say, len(to_choose(table.scenes[seat]))
    if count:
        return say("table-orders-ask", department=table.name(seat), count=count)
    return say("table-orders-look", department=table.name(seat))


def has_orders(scene: Scene) -> bool:
    return any(order.state in ("open", "coming") for order in scene.view.orders)


def seat_ways(table: TableScene, seat: SeatId) -> tuple[SeatWay, ...]:
    """What a department's tile leads to; a bot's page is nobody's to see."""
    say, name = table.speech.say, table.name(seat)
    record = SeatWay("record", say("table-way-record", department=name))
    if not table.is_person(seat):
        return (record,)
    orders = (SeatWay("orders", _orders_text(table, seat)),) if has_orders(table.scenes[seat]) else ()
    look, told = (SeatWay(kind, say(f"table-way-{kind}", department=name)) for kind in ("look", "told"))
    return (look, *orders, told, record)


_MARKS: dict[State, tuple[str, str]] = {
    "agreed": ("circle-check", "positive"),
    "kept": ("circle-check", "positive"),
    "risk": ("triangle-alert", "caution"),
    "broken": ("circle-x", "negative"),
}


def _row(table: TableScene, promise: Promise, *, chosen: bool) -> AgreementRow:
    say = table.speech.say
    state: State = "risk" if promise.is_open and promise.warned else state_of(promise)
    icon, tone = _MARKS.get(state, ("circle-check", "positive"))
    mark = say("table-mark-offered") if promise.offered else say(f"game-state-{state}")
    what = f"{table.service(promise.service, promise.provider, promise.customer)} {numbers.times(promise.units)}"
    giver, taker, due = table.name(promise.provider), table.name(promise.customer), say("game-week", week=promise.due)
    return AgreementRow(
        "agreed", promise.commitment, table.badge(promise.provider), giver, table.badge(promise.customer), taker,
        what, due, "pencil" if promise.offered else icon, "info" if promise.offered else tone, mark, chosen,
        say("table-row-spoken", giver=giver, taker=taker, what=what, due=due, state=mark),
        say("table-row-change") if promise.is_open else "",
    )  # fmt: skip


def _asked(table: TableScene, place: int, open_line: OpenLine) -> AgreementRow:
    """Somebody's request that waits for a badge here."""
    say, sheet, line = table.speech.say, open_line.sheet, open_line.line
    part = line.terms[0]
    what = f"{table.service(line.wanted.service, sheet.provider, sheet.customer)} {numbers.times(part.units)}"
    if isinstance(sheet.give, GiveHours):
        what = say("table-what-for-hours", what=what, hours=sheet.give.hours)
    giver, taker, due = table.name(sheet.provider), table.name(sheet.customer), say("game-week", week=part.due)
    mark = say("table-waits-for", department=table.name(open_line.speaker))
    spoken = say("table-row-spoken", giver=giver, taker=taker, what=what, due=due, state=mark)
    return AgreementRow(
        "asked", place, table.badge(sheet.provider), giver, table.badge(sheet.customer), taker, what, due,
        "circle-dashed", "info", mark, False, spoken, say("table-row-answer"),
    )  # fmt: skip


def open_board(table: TableScene) -> BoardPicture:
    """Every department, and a ribbon only where something is agreed: no hours, no stock, nothing else of the map."""
    scene = table.any
    islands = tuple(_island(table, seat) for seat in table.table.seats)
    owed = [promise for promise in table.agreements() if promise.is_open or promise.round == table.table.round]
    pairs = sorted({(promise.provider, promise.customer) for promise in owed})
    ways = {pair: number for number, pair in enumerate(pairs, start=1)}
    ribbons = tuple(
        RibbonPicture(number, giver, taker, scene.department(giver).slot, live=True)
        for (giver, taker), number in ways.items()
    )
    chips = tuple(_chip(table, promise, ways[promise.provider, promise.customer]) for promise in owed)
    return BoardPicture(islands, ribbons=ribbons, chips=chips, layout="places")


def _island(table: TableScene, seat: SeatId) -> IslandPicture:
    department = table.any.department(seat)
    name = table.name(seat)
    tip = table.speech.say("table-tile-tip")
    return IslandPicture(seat, name, table.badge(seat), place=(department.x, department.y), spoken=name, tip=tip)


def _chip(table: TableScene, promise: Promise, ribbon: int) -> ChipPicture:
    row = _row(table, promise, chosen=False)
    return ChipPicture(
        promise.commitment, ribbon, row.giver, numbers.times(promise.units), "", state_of(promise),
        spoken=row.spoken, tip=row.spoken,
    )  # fmt: skip


def done_question(table: TableScene) -> Question:
    """Asked before the talk ends for all: with the departments that have no entry yet, and what still waits."""
    say, missing, waiting = table.speech.say, table.without_entry(), table.waiting()
    lines: list[str] = []
    if missing:
        lines.append(say("table-done-missing", departments=listed(table.any, [table.name(seat) for seat in missing])))
    if waiting:
        lines.append(say("table-done-waiting", count=len(waiting)))
    if not lines:
        lines.append(say("table-done-all"))
    return Question(say("table-done-title"), tuple(lines), say("table-done-yes"), say("table-done-no"))
