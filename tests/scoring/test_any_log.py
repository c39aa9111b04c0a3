"""Whatever seats and the room do, sensible or not: the log can be marked, and the laws of marks hold."""

from __future__ import annotations

import pytest

from sandgame.frames.marks import Anchor, Anchors, Worth, Worths
from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import RolledBack
from sandgame.rules.scenario import Talk
from sandgame.rules.start import start
from sandgame.scoring.indicators import INDICATORS
from sandgame.scoring.marks import marks
from tests.kit.chance import ask_for
from tests.kit.dice import dice
from tests.kit.evidence import said
from tests.kit.room_chance import EXTRAS, SHORTER, equipped, room_asks_for
from tests.kit.tables import BENCHMARKS

STEPS = 500
SEATS = tuple(SeatId(seat) for seat in range(1, 5))
SCALE = Anchors(
    1, 4, tuple(Anchor(seat, indicator, 200, 800, 500, 1_500) for seat in SEATS for indicator in INDICATORS)
)
WORTHS = Worths(
    tuple(Worth(week, seat, "free_hours", 40 * week) for week in (1, 2, 3, 4) for seat in SEATS)
    + tuple(Worth(week, SeatId(1), "order", 100, number=week) for week in (1, 2, 3))
)


def played(seed: int) -> list[Event]:
    """A log by chance; every few steps time ends, and now and then whoever runs the room has its say."""
    talk: Talk = "open" if seed % 4 == 3 else "desk"
    log = list(start(equipped(), "f" * 64, 0, 4, talk, BENCHMARKS, shorter=SHORTER, extras=EXTRAS))
    state = fold(log)
    for step in range(STEPS):
        chance = dice(seed, step)
        if state.phase == "over":
            break
        who = chance.randrange(20)
        if who == 0:
            seat, intent = TABLE, i.TimeUp(round=state.round, phase=state.phase)
        elif who == 1 and seed % 2:
            seat, intent = TABLE, room_asks_for(chance, state)
        else:
            seat = SEATS[who % len(SEATS)]
            intent = ask_for(chance, state, seat)
        outcome = decide(state, seat, intent)
        if not isinstance(outcome, Refusal):
            log += outcome
            back = any(isinstance(event, RolledBack) for event in outcome)
            state = fold(log) if back else fold(outcome, state)
    return log


@pytest.mark.parametrize("seed", range(24))
def test_any_log_can_be_marked_and_its_marks_add_up(seed: int) -> None:
    found = marks(played(seed), WORTHS, SCALE)
    for mark in found.marks:
        if mark.points is not None:
            assert mark.base + sum(piece.effect for piece in mark.pieces) == mark.points
            assert mark.low is not None
            assert mark.high is not None
            assert 0 <= mark.low <= mark.points <= mark.high <= 10_000
    pieces = [piece for fact in found.facts for piece in said(fact.pieces)]
    assert all(0 <= piece.credit <= 1_000 for piece in pieces)


def test_a_log_that_breaks_off_anywhere_can_be_marked() -> None:
    log = played(1)
    for end in range(3, len(log), 25):
        if not isinstance(log[end - 1], RolledBack):
            marks(log[:end], WORTHS, SCALE)
