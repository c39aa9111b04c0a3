"""The board of a debrief is the one that lay there: after every number of the log, chip by chip."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sandgame.debrief.board import board_then, chips
from sandgame.frames.board import ChipSeen, ChipThen
from sandgame.rules.apply import fold
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.room_events import RolledBack
from sandgame.scoring.record import Record
from tests.kit.cases import game

GAMES = (("factory", "mixed"), ("factory", "collaborating"), ("starter", "competing"))


def seen(chip: ChipThen) -> ChipSeen:
    return ChipSeen(*(getattr(chip, name) for name in ChipSeen.__struct_fields__))


def in_order(lying: Sequence[ChipSeen]) -> list[ChipSeen]:
    return sorted(lying, key=lambda chip: (chip.commitment, chip.sheet, chip.line))


@pytest.mark.parametrize(("case", "style"), GAMES)
def test_at_every_number_there_lies_what_the_state_held_then(case: str, style: str) -> None:
    record = Record(game(case, style, 3).events)
    then = board_then(record)
    for step in record.steps:
        lay = in_order([seen(chip) for chip in then.at(step.number)])
        assert lay == in_order(list(chips(step.after))), step.number
    assert any(then.at(step.number) for step in record.steps)


def test_a_promise_lies_there_as_a_request_then_as_agreed_and_in_its_last_week_as_what_became_of_it() -> None:
    record = Record(game("factory", "mixed", 3).events)
    then = board_then(record)
    story = next(each for each in record.promises.values() if each.ended and record.promise(each).state == "kept")
    promise = record.promise(story)
    assert story.ended is not None

    def looks(number: int) -> list[str]:
        return [
            chip.state
            for chip in then.at(number)
            if (chip.commitment == promise.commitment)
            or (chip.commitment == 0 and (chip.sheet, chip.line) == (promise.sheet, promise.line))
        ]

    assert looks(story.made.number - 1) == ["open"]
    assert looks(story.made.number) == ["agreed"]
    assert looks(story.ended.number) == ["kept"]
    gone = record.begun[story.ended.round + 1, "brief"].number
    assert looks(gone) == []


def test_what_deliver_brings_is_told_as_deliver_and_the_rest_by_the_phase_in_which_it_was_done() -> None:
    record = Record(game("factory", "mixed", 3).events)
    then = board_then(record)
    for round_, step in record.delivered.items():
        at = then.phase(step.number)
        assert at is not None
        assert (at.round, at.phase) == (round_, "deliver")
    sent = record.begun[2, "negotiate"].number + 1
    at = then.phase(sent)
    assert at is not None
    assert (at.round, at.phase) == (2, "negotiate")
    assert then.phase(0) is None


def test_what_was_rolled_back_lies_there_no_more() -> None:
    events: list[Event] = list(game("starter", "collaborating", 3).events)
    plan = next(at for at, event in enumerate(events) if isinstance(event, PhaseStarted) and event.phase == "plan")
    state = fold(events[: plan + 1])
    back = RolledBack(1, "brief", len(state.sheets), len(state.commitments), len(state.loans), ())
    log = [*events[: plan + 1], back]
    then = board_then(Record(log))
    assert Record(events[: plan + 1]).end.commitments
    assert all(not then.at(number) for number in range(len(log)))
