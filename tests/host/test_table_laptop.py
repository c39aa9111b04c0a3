"""People round one laptop: all their seats in one session, told apart by the frames, stored and taken up again."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

import pytest

from sandgame.frames.lobby import TableSetup
from sandgame.frames.seat import Answered, HostFrame, Seated, ViewChanged, merged
from sandgame.host.players import at_once
from sandgame.host.thread import LocalPlay
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Accept, AnswerSheet, FinishPhase, Intent, SendSheet, WantedLine
from sandgame.rules.reason import Reason
from sandgame.rules.sections import View
from sandgame.ui.ports import Play, Session
from tests.kit.cases import CASES
from tests.kit.rooms import onward

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)
SETUP = TableSetup("starter", (SALES, PRODUCTION), 3, "collaborating", 0)


class Laptop:
    """A listener for all seats of a session, with the view of each."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.views: dict[SeatId, View] = {}
        self.told: list[HostFrame] = []
        self._queue: queue.Queue[HostFrame] = queue.Queue()
        session.listen(self._queue.put)
        while set(self.views) != set(session.seats):
            self.next()

    def next(self) -> HostFrame:
        frame = self._queue.get(timeout=30)
        self.told.append(frame)
        if isinstance(frame, Seated):
            self.views[frame.seat] = frame.view
        elif isinstance(frame, ViewChanged):
            self.views[frame.seat] = merged(self.views[frame.seat], frame)
        return frame

    def ask(self, seat: SeatId, intent: Intent) -> Answered:
        name = self.session.submit(intent, seat)
        while True:
            frame = self.next()
            if isinstance(frame, Answered) and frame.id == name:
                assert frame.seat == seat
                return frame

    def on(self) -> None:
        """All who sit here are done with the phase."""
        phase = self.phase
        for seat in self.session.seats:
            if seat not in self.views[seat].table.finished and self.phase == phase:
                assert self.ask(seat, onward(self.views[seat])).refusal is None
        while self.phase == phase:
            self.next()
        while any(view.table.phase != self.phase for view in self.views.values()):
            self.next()

    @property
    def phase(self) -> str:
        return self.views[self.session.seats[0]].table.phase


def test_each_seat_is_told_its_own_picture_and_nothing_of_the_other(anew: Callable[[], Play]) -> None:
    laptop = Laptop(anew().start(SETUP))
    assert laptop.session.seats == (SALES, PRODUCTION)
    assert laptop.session.seat == SALES
    first = [frame for frame in laptop.told if isinstance(frame, Seated)]
    assert [(frame.seat, frame.view.me.seat) for frame in first] == [(SALES, SALES), (PRODUCTION, PRODUCTION)]
    for frame in first:
        assert {(held.seat, held.holder) for held in frame.holders} == {(1, "person"), (2, "bot"), (3, "person")}
        assert frame.view.table.talk == "open"
    assert first[0].view.orders
    assert not first[1].view.orders


def test_a_request_and_its_acceptance_come_from_two_seats_of_one_laptop(anew: Callable[[], Play]) -> None:
    laptop = Laptop(anew().start(SETUP))
    laptop.on()
    assert laptop.phase == "negotiate"
    service = next(s for s in laptop.views[SALES].board.services if s.provider == PRODUCTION)
    asked = SendSheet(
        round=1, phase="negotiate", provider=PRODUCTION, lines=(WantedLine(service.service, 1, 1 + service.lead),)
    )
    assert laptop.ask(SALES, asked).refusal is None
    sheet = next(s for s in laptop.views[PRODUCTION].threads.sheets if s.customer == SALES)
    accepted = AnswerSheet(round=1, phase="negotiate", sheet=sheet.sheet, answers=(Accept(0),))
    assert laptop.ask(PRODUCTION, accepted).refusal is None
    for view in laptop.views.values():
        promised = [(p.provider, p.customer, p.service, p.units) for p in view.threads.promises]
        assert (PRODUCTION, SALES, service.service, 1) in promised


def test_nobody_here_speaks_for_a_seat_that_is_not_held_here(tmp_path: Path) -> None:
    play = LocalPlay(tmp_path, hold=at_once, cases=CASES)
    laptop = Laptop(play.start(SETUP))
    name = laptop.session.submit(FinishPhase(round=1, phase="brief"), ENGINEERING)
    while True:
        frame = laptop.next()
        if isinstance(frame, Answered) and frame.id == name:
            break
    assert frame.refusal is not None
    assert frame.refusal.reason is Reason.NOT_YOUR_SEAT
    play.close()


def test_a_phase_waits_for_all_who_sit_here(anew: Callable[[], Play]) -> None:
    laptop = Laptop(anew().start(SETUP))
    assert laptop.ask(PRODUCTION, FinishPhase(round=1, phase="brief")).refusal is None
    assert laptop.phase == "brief"
    laptop.on()
    assert laptop.phase == "negotiate"


def test_a_table_laptop_is_listed_as_one_and_goes_on_where_it_was_left(anew: Callable[[], Play]) -> None:
    play = anew()
    laptop = Laptop(play.start(SETUP))
    for _ in range(3):
        laptop.on()
    left = {seat: (view.table.phase, view.me) for seat, view in laptop.views.items()}
    play = anew()
    (card,) = play.sessions()
    assert (card.people, card.seat, card.round, card.state) == (SETUP.people, SALES, 1, "playing")
    assert card.setup() == SETUP
    again = Laptop(play.resume(card.session))
    assert again.session.seats == (SALES, PRODUCTION)
    assert {seat: (view.table.phase, view.me) for seat, view in again.views.items()} == left


def test_a_table_plays_to_its_end(anew: Callable[[], Play]) -> None:
    play = anew()
    laptop = Laptop(play.start(TableSetup("starter", (SALES, ENGINEERING, PRODUCTION), 3, "mixed", 0)))
    while laptop.phase != "over":
        laptop.on()
    assert len(laptop.views[SALES].table.results) == 3
    (card,) = play.sessions()
    assert card.state == "over"


def test_seats_that_are_not_there_make_no_session(tmp_path: Path) -> None:
    play = LocalPlay(tmp_path, hold=at_once, cases=CASES)
    for people in ((), (SeatId(7),), (SALES, SeatId(7))):
        with pytest.raises(ValueError, match="has no seats"):
            play.start(TableSetup("starter", people, 3, "mixed", 0))
    assert play.sessions() == ()
    play.close()
