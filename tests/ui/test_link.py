"""Errands and frames cross from other threads to the window's, in order, and stop when they should."""

import threading
from collections.abc import Callable
from functools import partial
from typing import cast

from pytestqt.qtbot import QtBot

from sandgame.frames.seat import HostFrame
from sandgame.ui.link import Errands, Link
from sandgame.ui.ports import Session


def nothing(_what: object) -> None:
    """Nobody waits for it."""


def test_an_errand_runs_elsewhere_and_comes_back_here(qtbot: QtBot) -> None:
    errands = Errands()
    here, seen = threading.current_thread(), list[object]()
    errands.send(threading.current_thread, lambda there: seen.extend((there, threading.current_thread())), seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    errands.close()
    assert seen[0] is not here
    assert seen[1] is here


def test_errands_keep_their_order(qtbot: QtBot) -> None:
    errands, seen = Errands(), list[int]()
    for number in range(50):
        errands.send(partial(abs, number), seen.append, nothing)
    qtbot.waitUntil(lambda: len(seen) == 50)
    errands.close()
    assert seen == list(range(50))


def test_what_goes_wrong_comes_back_as_what_went_wrong(qtbot: QtBot) -> None:
    errands, faults = Errands(), list[Exception]()

    def fails() -> None:
        raise OSError("no room")

    errands.send(fails, nothing, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    errands.close()
    assert isinstance(faults[0], OSError)


def test_after_close_nothing_comes_back_but_all_was_done() -> None:
    errands, done, back = Errands(), list[int](), list[object]()
    errands.send(lambda: done.append(1), back.append, back.append)
    errands.close()
    assert done == [1]
    assert back == []


class Speaking:
    """A session that speaks from a thread of its own."""

    def __init__(self) -> None:
        self.tell: Callable[[HostFrame], None] = nothing

    def listen(self, listener: Callable[[HostFrame], None]) -> None:
        self.tell = listener

    def say(self, *frames: object) -> None:
        thread = threading.Thread(target=lambda: [self.tell(cast(HostFrame, frame)) for frame in frames])
        thread.start()
        thread.join()


def test_frames_arrive_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    link, session, seen = Link(), Speaking(), list[object]()
    link.frame_came.connect(lambda frame: seen.append((frame, threading.current_thread())))
    link.follow(cast(Session, session))
    session.say(1, 2, 3)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == [(number, threading.current_thread()) for number in (1, 2, 3)]


def test_a_closed_link_is_silent_even_for_what_was_under_way(qtbot: QtBot) -> None:
    link, session, seen = Link(), Speaking(), list[object]()
    link.frame_came.connect(seen.append)
    link.follow(cast(Session, session))
    session.say("late")
    link.close()
    qtbot.wait(1)
    assert seen == []
