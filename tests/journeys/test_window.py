"""A class from the facilitator's window: its host is killed in the middle of a phase, and everybody plays on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sandgame.frames.classroom import (
    AskTable,
    ClassSetup,
    ConsoleTold,
    EndClass,
    LobbyTold,
    SeatGiven,
    Seconds,
    StartClass,
    TableAnswered,
    TakeSeat,
)
from sandgame.frames.console import CaseTold, PastClass
from sandgame.frames.line import HostEnded, LineBack, LineLost
from sandgame.frames.seat import Answered, Seated, ViewChanged
from sandgame.lab.replay import replay
from sandgame.net.keeper import Keeper
from sandgame.net.laptop import Laptop
from sandgame.net.lessons import LanLessons
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import FinishPhase
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_intents import ResumePlay
from sandgame.rules.sections import TableSection
from sandgame.store.folder import open_classes
from sandgame.store.records import Entry
from sandgame.store.upgrade import events_of, upgraded
from tests.kit.listening import Listening

CASE = "first-steps"
SEATS = (SeatId(1), SeatId(2))
SETUP = ClassSetup(CASE, 1, 2, seconds=Seconds(600, 600, 600, 600, 600, 100))
BRIEF = FinishPhase(round=1, phase="brief")
TALK = FinishPhase(round=1, phase="negotiate")


@contextmanager
def window(folder: Path) -> Iterator[LanLessons]:
    lessons = LanLessons(folder, pace=0.1)
    try:
        yield lessons
    finally:
        lessons.close()


class Trainee:
    """One of them hears the host by its code, the other types its address."""

    def __init__(self, lessons: LanLessons, seat: SeatId, told: CaseTold) -> None:
        self.seat = seat
        self.heard = Listening()
        self.line: Laptop = lessons.join(told.code, f"127.0.0.1:{told.port}" if seat == SEATS[1] else "")
        self.line.listen(self.heard)
        self.line.ask(TakeSeat(1, seat))
        self.heard.wait(SeatGiven)
        self.accepted: list[str] = []

    def done(self, intent: FinishPhase) -> str:
        return self.line.submit(intent, self.seat)

    def answered(self, name: str) -> Refusal | None:
        answer = self.heard.wait(Answered, lambda told: told.id == name)
        assert answer.stored
        if answer.refusal is None:
            self.accepted.append(name)
        return answer.refusal

    def is_in(self, phase: Phase) -> None:
        self.heard.wait(ViewChanged, lambda told: isinstance(told.table, TableSection) and told.table.phase == phase)


def kill_host(lessons: LanLessons) -> None:
    note = lessons._keeper.note
    assert note is not None
    os.kill(note.process, signal.SIGKILL)


def test_a_killed_host_is_up_again_by_itself_and_everybody_plays_on(tmp_path: Path) -> None:
    home = tmp_path / "facilitator"
    try:
        with ExitStack() as open_windows:
            lessons = open_windows.enter_context(window(home))
            laptops = [open_windows.enter_context(window(tmp_path / f"laptop-{seat}")) for seat in SEATS]
            trainees = lesson(lessons, laptops)
            past = lessons.past()
        check(home, past, [name for trainee in trainees for name in trainee.accepted])
    finally:
        Keeper(home).end()


def lesson(lessons: LanLessons, laptops: list[LanLessons]) -> list[Trainee]:
    lead, heard = lessons.found(SETUP), Listening()
    lead.listen(heard)
    told = heard.wait(CaseTold)
    trainees = [Trainee(laptop, seat, told) for laptop, seat in zip(laptops, SEATS, strict=True)]
    lead.ask(StartClass())
    for trainee in trainees:
        trainee.heard.wait(Seated)
    assert trainees[0].answered(trainees[0].done(BRIEF)) is None

    # what is sent now may have been stored, or not: sent again by the same id it counts once
    under_way = trainees[1].done(BRIEF)
    kill_host(lessons)
    assert heard.wait(HostEnded).again
    for each in (heard, *(trainee.heard for trainee in trainees)):
        each.wait(LineLost)
        each.wait(LineBack)
    again = [heard.told.index(LineBack()), *(trainee.heard.told.index(LineBack()) for trainee in trainees)]
    assert heard.wait(CaseTold, since=again[0]).code == told.code
    heard.wait(LobbyTold, lambda lobby: [seat.chair for seat in lobby.tables[0].seats[:2]] == ["here"] * 2, again[0])
    heard.wait(ConsoleTold, lambda rows: rows.tables[0].paused, again[0])
    refused = trainees[1].answered(under_way)

    lead.ask(AskTable(1, "resume-it-once", ResumePlay(round=1, phase="brief")))
    assert heard.wait(TableAnswered).refusal is None
    for trainee, since in zip(trainees, again[1:], strict=True):
        assert trainee.heard.wait(Seated, since=since).seat == trainee.seat
    if refused is not None:
        assert refused.reason == Reason.PAUSED, "it was not stored, and play stood still when it came again"
        assert trainees[1].answered(trainees[1].done(BRIEF)) is None
    for trainee in trainees:
        trainee.is_in("negotiate")
        assert trainee.answered(trainee.done(TALK)) is None
    lead.ask(EndClass())
    for each in (heard, *(trainee.heard for trainee in trainees)):
        each.wait(LobbyTold, lambda lobby: lobby.state == "over")
    assert len(heard.all(HostEnded)) == 1
    lead.close()
    return trainees


def check(home: Path, past: tuple[PastClass, ...], accepted: list[str]) -> None:
    """Everything that was answered is in the log, once."""
    assert [(each.state, each.people) for each in past] == [("over", 2)]
    store = open_classes(home)
    try:
        log: tuple[Entry, ...] = store.read(store.kept_class(past[0].session).games[0])
    finally:
        store.close()
    assert replay(events_of(upgraded(log))).differs == ()
    intents = [entry.happened.intent for entry in log if entry.happened.intent is not None]
    assert len(accepted) == 4
    assert [intents.count(name) for name in accepted] == [1] * 4
