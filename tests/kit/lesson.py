"""Classes without a network: a laptop's line that the test holds at the far end, and what the window asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import ClassSetup, LobbySeat, LobbyTable, LobbyTold, SeatGiven, Welcome
from sandgame.frames.console import PastClass
from sandgame.frames.line import Diagnosis, Finding, HeldSeat, LineNews, Step
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.ui.ports import ClassListener
from tests.kit.shelf import shipped

CODE, ADDRESS = "K7P4QX", "10.20.4.11:47800"
CASE = "factory-class"
PRODUCTION = SeatId(3)


@dataclass
class FakeRoom:
    """`tell` is what the host or the line says."""

    asked: list[Asked] = field(default_factory=list)
    submitted: list[tuple[Intent, SeatId]] = field(default_factory=list)
    listener: ClassListener | None = None
    retries: int = 0
    closed: bool = False

    def listen(self, listener: ClassListener) -> None:
        self.listener = listener

    def ask(self, frame: Asked) -> None:
        self.asked.append(frame)

    def submit(self, intent: Intent, seat: SeatId) -> str:
        self.submitted.append((intent, seat))
        return f"fake-intent-{len(self.submitted)}"

    def retry(self) -> None:
        self.retries += 1

    def close(self) -> None:
        self.closed = True

    def tell(self, *frames: Told | LineNews) -> None:
        for frame in frames:
            assert self.listener is not None, "nobody listens yet"
            self.listener(frame)


class FakeLessons:
    """`rooms` are all lines that were asked for, the newest last; `calls` what they were asked by."""

    def __init__(self, held: HeldSeat | None = None) -> None:
        self.rooms: list[FakeRoom] = []
        self.calls: list[tuple[str, str]] = []
        self.checks: list[tuple[str, str]] = []
        self.forgotten: list[HeldSeat] = []
        self.checker: Callable[[Diagnosis], None] | None = None
        self._held = held

    @property
    def room(self) -> FakeRoom:
        return self.rooms[-1]

    def join(self, code: str, address: str = "") -> FakeRoom:
        self.calls.append((code, address))
        return self._room()

    def held(self) -> HeldSeat | None:
        return self._held

    def come_back(self, held: HeldSeat) -> FakeRoom:
        self.calls.append((held.code, f"{held.host}:{held.port}"))
        return self._room()

    def forget(self, held: HeldSeat) -> None:
        self.forgotten.append(held)
        self._held = None

    def examine(self, code: str, address: str, listener: Callable[[Diagnosis], None]) -> Callable[[], None]:
        self.checks.append((code, address))
        self.checker = listener

        def stop() -> None:
            self.checker = None

        return stop

    def found(self, setup: ClassSetup) -> FakeRoom:
        return self._room()

    def running(self) -> bool:
        return False

    def lead_again(self, session: str = "") -> FakeRoom:
        return self._room()

    def past(self) -> tuple[PastClass, ...]:
        return ()

    def delete(self, session: str) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        for room in self.rooms:
            room.close()

    def _room(self) -> FakeRoom:
        self.rooms.append(FakeRoom())
        return self.rooms[-1]


def welcome(*, whole: bool = False, session: str = "class-1") -> Welcome:
    card = shipped(CASE).card()
    return Welcome(session, "1.0", card, 6, "open" if whole else "desk", "table" if whole else "seat")


def lobby(
    *taken: tuple[int, int], tables: int = 3, state: str = "lobby", names: dict[int, str] | None = None
) -> LobbyTold:
    """`taken` are table and seat; `names` those who are meant for the seats of table 1."""
    seats = tuple(each.seat for each in shipped(CASE).card().departments)
    made = tuple(
        LobbyTable(
            number,
            tuple(
                LobbySeat(
                    seat,
                    "here" if (number, seat) in taken else "free",
                    (names or {}).get(seat, "") if number == 1 else "",
                    1 if (number, seat) in taken else 0,
                )
                for seat in seats
            ),
        )
        for number in range(1, tables + 1)
    )
    return LobbyTold(state, "each", made)  # type: ignore[arg-type]


def given(table: int = 3, seat: int = PRODUCTION) -> SeatGiven:
    return SeatGiven(table, SeatId(seat), "0" * 32)


def held_seat(table: int = 3) -> HeldSeat:
    return HeldSeat(
        session="class-1", code=CODE, host="10.20.4.11", port=47800, fingerprint="f" * 64, table=table,
        seat=PRODUCTION, token="0" * 32, title_zh="旺季之前", title_en="Before the peak", at=0,
        name_zh="生产", name_en="Production",
    )  # fmt: skip


def findings(*states: str, facts: Mapping[Step, tuple[tuple[str, str], ...]] | None = None) -> tuple[Finding, ...]:
    """The steps in order; those without a state wait."""
    told = [*states, *["waiting"] * (len(Step) - len(states))]
    return tuple(
        Finding(step, state, (facts or {}).get(step, ()))  # type: ignore[arg-type]
        for step, state in zip(Step, told, strict=True)
    )
