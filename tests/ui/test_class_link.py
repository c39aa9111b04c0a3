"""The window's line to a class: what is told comes in order and not after hanging up; what is asked early waits."""

import pytest
from pytestqt.qtbot import QtBot

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import TakeSeat
from sandgame.frames.line import Cause, Diagnosis
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase
from sandgame.ui.class_link import ClassLink
from tests.kit.lesson import CODE, FakeLessons, findings, held_seat, lobby, welcome
from tests.kit.looks import settle


def opened(qtbot: QtBot, lessons: FakeLessons) -> tuple[ClassLink, list[object]]:
    link, told = ClassLink(lambda: lessons), list[object]()
    link.told.connect(told.append)
    link.join(CODE)
    qtbot.waitUntil(lambda: bool(lessons.rooms) and lessons.room.listener is not None)
    return link, told


def test_what_is_told_comes_in_order(qtbot: QtBot) -> None:
    lessons = FakeLessons()
    link, told = opened(qtbot, lessons)
    said: list[Told] = [welcome(), lobby(), lobby((1, 1)), lobby((1, 1), (1, 2))]
    lessons.room.tell(*said)
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == said
    link.close()


def test_nothing_is_told_of_a_line_that_was_hung_up(qtbot: QtBot) -> None:
    lessons = FakeLessons()
    link, told = opened(qtbot, lessons)
    first = lessons.room
    first.tell(welcome())
    link.hang_up()
    first.tell(lobby())
    qtbot.waitUntil(lambda: first.closed)
    settle()
    assert told == []
    link.close()


def test_what_is_asked_before_there_is_a_line_goes_out_when_there_is_one(qtbot: QtBot) -> None:
    lessons = FakeLessons()
    link = ClassLink(lambda: lessons)
    link.join(CODE)
    ask = TakeSeat(table=1, seat=SeatId(2))
    link.ask(ask)
    qtbot.waitUntil(lambda: bool(lessons.rooms) and lessons.room.asked == [ask])
    link.close()


def test_an_intent_goes_out_for_its_seat_and_gives_its_id(qtbot: QtBot) -> None:
    lessons = FakeLessons()
    link, _told = opened(qtbot, lessons)
    intent = FinishPhase(round=1, phase="brief")
    assert link.submit(intent, SeatId(2)) == "fake-intent-1"
    assert lessons.room.submitted == [(intent, 2)]
    link.close()


def test_only_the_check_asked_for_last_is_heard(qtbot: QtBot) -> None:
    lessons = FakeLessons()
    link, checked = ClassLink(lambda: lessons), list[object]()
    link.checked.connect(checked.append)
    link.examine(CODE)
    qtbot.waitUntil(lambda: lessons.checker is not None)
    old = lessons.checker
    link.examine(CODE, "10.0.0.1:47800")
    qtbot.waitUntil(lambda: len(lessons.checks) == 2)
    assert old is not None
    old(Diagnosis(findings("failed"), Cause.NO_NETWORK))
    assert lessons.checker is not None
    lessons.checker(Diagnosis(findings("ok"), None))
    qtbot.waitUntil(lambda: bool(checked))
    assert checked == [Diagnosis(findings("ok"), None)]
    link.close()


def test_what_cannot_be_opened_is_told_with_a_way_to_try_again(qtbot: QtBot) -> None:
    def broken() -> FakeLessons:
        raise OSError

    link, faults = ClassLink(broken), list[object]()
    link.failed.connect(lambda fault, _again: faults.append(fault))
    link.join(CODE)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], OSError)
    with pytest.raises(RuntimeError, match="without a class"):
        link.submit(FinishPhase(round=1, phase="brief"), SeatId(1))
    link.close()


def test_a_seat_held_on_this_laptop_is_known_after_a_look(qtbot: QtBot) -> None:
    link = ClassLink(lambda: FakeLessons(held_seat()))
    with qtbot.waitSignal(link.held_changed):
        link.refresh()
    assert link.held == held_seat()
    link.close()
