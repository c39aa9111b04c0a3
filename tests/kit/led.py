"""What the facilitator's window is told, made by hand: a class in its lobby, tables at a glance, a line that asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    ChairState,
    ClassSetup,
    ClassState,
    LobbySeat,
    LobbyTable,
    LobbyTold,
    Pace,
    TableRow,
)
from sandgame.frames.console import CaseTold, PastClass
from sandgame.rules.ids import TABLE, Phase, SeatId, ServiceId
from tests.kit.shelf import shipped

CASE = "factory-class"
CODE, ADDRESS, PORT = "K7P4QX", "192.168.1.20", 47_800


def case_told(tables: int = 8, case: str = CASE, **changes: object) -> CaseTold:
    """What is told to who leads, of a shipped case."""
    package = shipped(case)
    scenario = package.scenario
    length = sorted(scenario.lengths)[len(scenario.lengths) // 2]
    setup = ClassSetup(case, tables, length, **changes)  # type: ignore[arg-type]
    services = (ServiceId(n) for n in range(1, len(scenario.services) + 1))
    cast = package.cast(TABLE, services)
    return CaseTold(setup, cast, package.cards(), (), scenario.lengths, CODE, ADDRESS, PORT)


def lobby_told(
    tables: int = 8,
    *,
    state: ClassState = "lobby",
    case: str = CASE,
    chair: Callable[[int, int], ChairState] = lambda _table, _seat: "here",
    name: Callable[[int, int], str] = lambda _table, _seat: "",
    pace: Pace = "each",
) -> LobbyTold:
    """`chair` and `name` by table and seat."""
    seats = shipped(case).scenario.seats
    return LobbyTold(
        state,
        pace,
        tuple(
            LobbyTable(
                table,
                tuple(
                    LobbySeat(SeatId(seat), chair(table, seat), name(table, seat), int(chair(table, seat) != "free"))
                    for seat in seats
                ),
            )
            for table in range(1, tables + 1)
        ),
    )


def row(
    table: int,
    phase: Phase = "negotiate",
    week: int = 3,
    *,
    seconds: float | None = 210.0,
    paused: bool = False,
    index: tuple[int, ...] = (12, 30),
    done: tuple[int, ...] = (1, 2),
) -> TableRow:
    held = tuple(SeatId(seat) for seat in done)
    return TableRow(table, week, phase, paused, waiting=False, done=held, bots=(), result=0, unanswered=2, escalated=1,
                    calls=1, index=index, kept=3, matured=5, seconds=seconds, running=not paused)  # fmt: skip


class FakeLink(QObject):
    """A `ClassLink` without thread or network: what is asked is kept, what is told is put in."""

    told = Signal(object)
    failed = Signal(object, object)
    checked = Signal(object)
    held_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self.founded: list[ClassSetup] = []
        self.led: list[str] = []
        self.deleted: list[str] = []
        self.hung_up = 0
        self.held = None
        self.past: tuple[PastClass, ...] = ()
        self.running = False

    def found(self, setup: ClassSetup) -> None:
        self.founded.append(setup)

    def lead_again(self, session: str = "") -> None:
        self.led.append(session)

    def ask(self, frame: Asked) -> None:
        self.asked.append(frame)

    def say(self, *frames: Told) -> None:
        for frame in frames:
            self.told.emit(frame)

    def hang_up(self) -> None:
        self.hung_up += 1

    def refresh(self) -> None:
        self.held_changed.emit()

    def know(self, card: PastClass) -> None:
        self.past = (card, *(other for other in self.past if other.session != card.session))
        self.running = card.state != "over"
        self.held_changed.emit()

    def delete(self, session: str) -> None:
        self.deleted.append(session)
