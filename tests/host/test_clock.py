"""The clock of a phase: monotonic, stopped by pauses, blind to sleep, taken up again after a crash."""

from dataclasses import dataclass

import pytest

from sandgame.frames.classroom import Seconds
from sandgame.host.clock import PhaseClock, allowed, spent
from sandgame.rules.events import Event, PhaseStarted, SeatFinished
from sandgame.rules.ids import SeatId
from sandgame.rules.room_events import PlayPaused, PlayResumed, RolledBack, TimeChanged


class Now:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def passing(clock: PhaseClock, now: Now, seconds: int) -> None:
    for _ in range(seconds):
        now.at += 1
        assert clock.left is None or clock.left <= 1000


def test_it_counts_while_it_runs() -> None:
    now = Now()
    clock = PhaseClock(now)
    clock.start(10)
    passing(clock, now, 5)
    assert clock.left == 10
    clock.run()
    passing(clock, now, 11)
    assert clock.left == -1
    assert not clock.over
    passing(clock, now, 1)
    assert clock.over


def test_sleep_takes_no_time_from_anybody() -> None:
    now = Now()
    clock = PhaseClock(now)
    clock.start(60)
    clock.run()
    now.at += 3600
    assert clock.left == 55


def test_a_phase_without_time_is_never_over() -> None:
    now = Now()
    clock = PhaseClock(now)
    clock.start(None)
    clock.run()
    now.at += 1000
    assert clock.left is None
    assert not clock.over


def test_more_time_counts_from_now_when_it_has_run_out() -> None:
    now = Now()
    clock = PhaseClock(now)
    clock.start(1)
    clock.run()
    passing(clock, now, 2)
    clock.change(30)
    assert clock.left == 30


@pytest.mark.parametrize(("round_", "left"), [(1, 180), (2, 120)])
def test_the_first_week_is_longer(round_: int, left: float) -> None:
    assert allowed(Seconds(), round_, "brief") == left


def test_nothing_is_timed_at_zero_nor_after_the_end() -> None:
    assert allowed(Seconds(brief=0), 1, "brief") is None
    assert allowed(Seconds(), 2, "over") is None


@dataclass
class At:
    at: int


def test_the_time_used_is_read_off_the_log() -> None:
    log: list[tuple[At, Event]] = [
        (At(1_000), PhaseStarted(1, "brief")),
        (At(2_000), PhaseStarted(1, "negotiate")),
        (At(12_000), SeatFinished(SeatId(1), default=False)),
        (At(15_000), PlayPaused()),
        (At(95_000), PlayResumed()),
        (At(96_000), TimeChanged(60)),
        (At(100_000), SeatFinished(SeatId(2), default=False)),
    ]
    assert spent(log) == (18.0, 60)
    assert spent([*log, (At(101_000), RolledBack(1, "brief", 0, 0, 0, ()))]) == (0.0, 0)
