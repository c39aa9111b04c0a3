"""A `Play` without thread, store or bots: answers at once, the others take the default. For tests of windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import CaseCard, SessionCard, Setup, TableSetup
from sandgame.frames.seat import Answered, Holder, HostFrame, Seated, SeatHolder, ViewChanged
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.ids import TABLE, Phase, SeatId
from sandgame.rules.intents import FinishPhase, Intent, TimeUp
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import View
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from sandgame.scenario.package import Package

Listener = Callable[[HostFrame], None]
SECTIONS = View.__struct_fields__


@dataclass
class FakeSession:
    session: str
    setup: Setup
    package: Package
    state: State
    listener: Listener | None = None
    numbers: dict[SeatId, int] = field(default_factory=dict)
    asked: list[Intent] = field(default_factory=list)
    broken: bool = False
    """As if the disk were full: nothing is stored."""

    @property
    def seat(self) -> SeatId:
        return self.seats[0]

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return tuple(sorted(self.setup.people))

    def listen(self, listener: Listener) -> None:
        self.listener, self.numbers = listener, dict.fromkeys(self.seats, 0)
        for seat in self.seats:
            seen = view(self.state, seat)
            cast = self.package.cast(seat, (service.service for service in seen.board.services))
            listener(Seated(self.session, seat, cast, self._holders(), 0, seen, words=self.package.words_for(seen)))

    def submit(self, intent: Intent, seat: SeatId | None = None) -> str:
        who = self.seat if seat is None else seat
        self.asked.append(intent)
        name = f"fake-intent-{len(self.asked)}"
        if self.listener is None:
            return name
        outcome = decide(self.state, who, intent)
        if self.broken:
            self.listener(Answered(who, name, None, stored=False))
        elif isinstance(outcome, Refusal):
            self.listener(Answered(who, name, outcome, stored=True))
        else:
            before, self.state = self.state, fold(outcome, self.state)
            self._others()
            for each in self.seats:
                self._news(before, each)
            self.listener(Answered(who, name, None, stored=True))
        return name

    def go_to(self, week: int, phase: Phase) -> None:
        """As if everybody had been done at once, over and over; nobody may be listening yet."""
        while (self.state.round, self.state.phase) != (week, phase):
            now = self.state.round, self.state.phase
            for seat in self.seats:
                outcome = decide(self.state, seat, FinishPhase(round=now[0], phase=now[1]))
                if not isinstance(outcome, Refusal):
                    self.state = fold(outcome, self.state)
            self._others(time_up=now[1] == "plan")
            assert (self.state.round, self.state.phase) != now, "the game stands still"

    def close(self) -> None:
        self.listener = None

    def _holders(self) -> tuple[SeatHolder, ...]:
        held: dict[bool, Holder] = {True: "person", False: "bot"}
        return tuple(SeatHolder(seat, held[seat in self.seats]) for seat in self.state.seats)

    def _others(self, *, time_up: bool = False) -> None:
        """All who do not play are done as soon as the people are."""
        if self.state.phase != "over" and (time_up or set(self.seats) <= set(self.state.finished)):
            outcome = decide(self.state, TABLE, TimeUp(round=self.state.round, phase=self.state.phase))
            assert not isinstance(outcome, Refusal)
            self.state = fold(outcome, self.state)

    def _news(self, before: State, seat: SeatId) -> None:
        old, new = view(before, seat), view(self.state, seat)
        changed = {name: getattr(new, name) for name in SECTIONS if getattr(new, name) != getattr(old, name)}
        words = self.package.words_for(new)
        if words != self.package.words_for(old):
            changed["words"] = words
        if changed and self.listener is not None:
            self.numbers[seat] += 1
            self.listener(ViewChanged(seat, self.numbers[seat], **changed))


class FakePlay:
    def __init__(self, *packages: Package) -> None:
        self._packages = {package.id: package for package in packages}
        self.kept: dict[str, FakeSession] = {}
        self.broken: tuple[str, ...] = ()
        self._numbers = 0

    def cases(self) -> tuple[CaseCard, ...]:
        return tuple(package.card() for package in self._packages.values())

    def broken_cases(self) -> tuple[str, ...]:
        return self.broken

    def sessions(self) -> tuple[SessionCard, ...]:
        return tuple(card(number, session) for number, session in reversed([*enumerate(self.kept.values(), start=1)]))

    def start(self, setup: Setup) -> FakeSession:
        package = self._packages.get(setup.case)
        if package is None:
            raise FaultError(Fault.NO_SUCH_CASE, setup.case)
        benchmarks = package.benchmarks(setup.seed, setup.length)
        state = fold(start(package.scenario, package.fingerprint, setup.seed, setup.length, setup.talk, benchmarks))
        self._numbers += 1
        session = FakeSession(f"fake-{self._numbers}", setup, package, state)
        self.kept[session.session] = session
        return session

    def resume(self, session: str) -> FakeSession:
        if session not in self.kept:
            raise FaultError(Fault.NO_SUCH_SESSION, session)
        self.kept[session].close()
        return self.kept[session]

    def delete(self, session: str) -> None:
        if session not in self.kept:
            raise FaultError(Fault.NO_SUCH_SESSION, session)
        self.kept.pop(session).close()

    def close(self) -> None:
        for session in self.kept.values():
            session.close()


def card(number: int, session: FakeSession) -> SessionCard:
    return SessionCard(
        session=session.session,
        number=number,
        case=session.setup.case,
        title=session.package.text("title"),
        company=session.package.text("company"),
        started="2026-03-02T09:30:00+08:00",
        seat=session.seat,
        round=session.state.round,
        length=session.state.length,
        colleagues=session.setup.colleagues,
        seed=session.setup.seed,
        state="over" if session.state.phase == "over" else "playing",
        people=session.setup.people if isinstance(session.setup, TableSetup) else (),
        extras=session.setup.extras,
    )
