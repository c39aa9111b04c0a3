"""The host in a thread of its own: order, faults that reach the caller, and nothing left behind."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.seat import HostFrame
from sandgame.host.cases import Cases
from sandgame.host.players import at_once
from sandgame.host.thread import LocalPlay
from sandgame.rules.intents import FinishPhase
from sandgame.store.folder import DATABASE
from tests.host.test_session import BRIEF, SETUP
from tests.kit.cases import CASES
from tests.kit.hearing import Hearing


@pytest.fixture
def play(tmp_path: Path) -> LocalPlay:
    return LocalPlay(tmp_path, hold=at_once, cases=CASES)


def test_a_case_that_cannot_be_read_keeps_no_other_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandgame.host.cases.shipped", lambda: (str(tmp_path), "starter"))
    play = LocalPlay(tmp_path, cases=Cases())
    try:
        assert [card.case for card in play.cases()] == ["starter"]
        assert play.broken_cases() == (str(tmp_path),)
    finally:
        play.close()


def test_frames_come_in_order_from_one_other_thread(play: LocalPlay) -> None:
    threads: list[str] = []
    done = threading.Event()

    def listen(_frame: HostFrame) -> None:
        threads.append(threading.current_thread().name)
        if len(threads) == 12:
            done.set()

    session = play.start(SETUP)
    session.listen(listen)
    for _ in range(12):
        session.submit(FinishPhase(round=2, phase="review"))
    assert done.wait(timeout=30)
    play.close()
    assert set(threads) == {"sandgame-host"}


def test_a_listener_may_ask_and_leave(play: LocalPlay) -> None:
    left = threading.Event()
    session = play.start(SETUP)

    def listen(_frame: HostFrame) -> None:
        session.submit(BRIEF)
        session.close()
        left.set()

    session.listen(listen)
    assert left.wait(timeout=30)
    play.close()


def test_nothing_is_left_behind(play: LocalPlay, tmp_path: Path) -> None:
    Hearing(play.start(SETUP)).ask(BRIEF)
    Hearing(play.start(SETUP))
    play.close()
    assert "sandgame-host" not in {thread.name for thread in threading.enumerate()}
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]
    # an unclosed loop or database would warn here, and a warning fails the test
    gc.collect()


def test_a_play_that_was_closed_can_be_asked_again(play: LocalPlay) -> None:
    session = play.start(SETUP).session
    play.close()
    assert [card.session for card in play.sessions()] == [session]
    play.close()


def test_who_sits_down_again_takes_the_place_over(play: LocalPlay) -> None:
    first = Hearing(play.start(SETUP))
    first.drained()
    second = Hearing(play.resume(first.session.session))
    first.drained()
    assert second.ask(BRIEF).refusal is None
    first.session.submit(BRIEF)
    assert first.drained() == []
    play.close()


def test_what_was_answered_is_stored_even_if_nobody_says_goodbye(play: LocalPlay, tmp_path: Path) -> None:
    hearing = Hearing(play.start(SETUP))
    assert hearing.ask(BRIEF).stored
    other = LocalPlay(tmp_path, hold=at_once, cases=CASES)
    again = Hearing(other.resume(hearing.session.session))
    assert SETUP.seat in again.seen.table.finished or again.seen.table.phase == "negotiate"
    other.close()
    play.close()


def test_two_windows_on_one_session_cannot_spoil_its_log(play: LocalPlay, tmp_path: Path) -> None:
    one = Hearing(play.start(SETUP))
    other = LocalPlay(tmp_path, hold=at_once, cases=CASES)
    one.ask(BRIEF)
    one.until("negotiate")
    two = Hearing(other.resume(one.session.session))
    finish = FinishPhase(round=1, phase="negotiate")
    assert one.ask(finish).stored
    one.until("plan")
    answer = two.ask(finish)
    assert not answer.stored
    assert two.seen.table.phase == "negotiate"
    other.close()
    play.close()


def test_a_fault_of_the_store_reaches_who_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    play = LocalPlay(tmp_path / "file" / "data", cases=CASES)
    with pytest.raises(FaultError) as caught:
        play.start(SETUP)
    assert caught.value.fault is Fault.FOLDER
    assert play.sessions() == ()
    play.close()


def test_a_window_that_only_looks_needs_no_database_and_no_thread(tmp_path: Path) -> None:
    code = (
        "import sys, threading; from pathlib import Path; from sandgame.host.thread import LocalPlay\n"
        f"play = LocalPlay(Path({str(tmp_path / 'none')!r}))\n"
        "assert play.sessions() == ()\n"
        "play.close()\n"
        "heavy = {'sqlalchemy', 'pydantic', 'ruamel', 'PySide6', 'platformdirs'} & set(sys.modules)\n"
        "print(sorted(heavy), threading.active_count())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] 1"
    assert not (tmp_path / "none").exists()
