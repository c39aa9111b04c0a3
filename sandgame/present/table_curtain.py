"""The curtain between two seats: whose turn it is, and who has been; nothing of what anybody saw."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import SeatId

QueueState = Literal["done", "now", "later", "bot"]


@dataclass(frozen=True, slots=True)
class QueuePlace:
    seat: SeatId
    badge: BadgePicture
    state: QueueState
    spoken: str


@dataclass(frozen=True, slots=True)
class CurtainPicture:
    badge: BadgePicture
    slot: int
    title: str
    line: str
    pin: bool
    pin_name: str
    open: str
    queue: tuple[QueuePlace, ...]
    foot: str
    cancel: str
    clock: str
    pin_short: str = ""
    pin_empty: str = ""
    """Said to who opens it without one, and with a wrong one."""
    pin_wrong: str = ""
    why: str = ""
    """Why it fell by itself."""


def queue(table: TableScene, now: SeatId | None, done: Collection[SeatId]) -> tuple[QueuePlace, ...]:
    """In seat order, always."""

    def place(seat: SeatId) -> QueuePlace:
        state: QueueState = "later"
        if not table.is_person(seat):
            state = "bot"
        elif seat == now:
            state = "now"
        elif seat in done:
            state = "done"
        spoken = table.speech.say("game-list-comma").join((table.name(seat), table.speech.say(f"table-queue-{state}")))
        return QueuePlace(seat, table.badge(seat), state, spoken)

    return tuple(place(seat) for seat in table.table.seats)


def curtain(
    table: TableScene, seat: SeatId, done: Collection[SeatId], *, pin: bool, visit: bool = False
) -> CurtainPicture:
    """`visit`: the seat only comes to look something up, and can be sent away again."""
    say, name = table.speech.say, table.name(seat)
    phase = say(f"game-phase-{table.table.phase}")
    return CurtainPicture(
        badge=table.badge(seat),
        slot=table.any.department(seat).slot,
        title=say("table-curtain-title", department=name),
        line=say("table-curtain-first" if _is_first(table, done) else "table-curtain-line", department=name),
        pin=pin,
        pin_name=say("table-curtain-pin"),
        open=say("table-curtain-open", department=name),
        queue=() if visit else queue(table, seat, done),
        foot=say("table-curtain-visit") if visit else say("table-curtain-foot", phase=phase),
        cancel=say("table-curtain-cancel") if visit else "",
        clock=say("table-clock-stopped"),
        pin_short=say("table-setup-pin") if pin else "",
        pin_empty=say("table-curtain-pin-empty") if pin else "",
        pin_wrong=say("table-curtain-wrong") if pin else "",
    )


def _is_first(table: TableScene, done: Collection[SeatId]) -> bool:
    """Nobody has been behind it yet in this session."""
    return (table.table.round, table.table.phase) == (1, "brief") and not done


def waiting(table: TableScene, done: Collection[SeatId]) -> CurtainPicture:
    """Nobody's turn: what was entered is being put away, or bots still have to finish."""
    say = table.speech.say
    return CurtainPicture(
        badge=BadgePicture(COMPANY_SLOT, "building-2"),
        slot=COMPANY_SLOT,
        title=say("table-curtain-wait"),
        line="",
        pin=False,
        pin_name="",
        open="",
        queue=queue(table, None, done),
        foot="",
        cancel="",
        clock=say("table-clock-stopped"),
    )


def debrief_curtain(scene: DebriefScene, seat: SeatId, *, pin: bool) -> CurtainPicture:
    """After play, before a seat's own page: there is no queue, and whoever has asked can be sent away again."""
    say, shown = scene.say, scene.hiding(False)
    name = shown.name(seat)
    return CurtainPicture(
        badge=shown.badge(seat),
        slot=shown.slot(seat),
        title=say("table-curtain-title", department=name),
        line=say("debrief-owns-curtain", department=name),
        pin=pin,
        pin_name=say("table-curtain-pin"),
        open=say("table-curtain-open", department=name),
        queue=(),
        foot=say("debrief-owns-foot"),
        cancel=say("table-curtain-cancel"),
        clock="",
        pin_short=say("table-setup-pin") if pin else "",
        pin_empty=say("table-curtain-pin-empty") if pin else "",
        pin_wrong=say("table-curtain-wrong") if pin else "",
    )
