"""What a provider could have offered on its own view: stock, hours before the due, inputs."""

import pytest

from sandgame.rules.intents import DeclineReason
from sandgame.rules.need import ToMake
from sandgame.scoring.feasible import Room, holds, is_ambiguous, overloaded, room
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, SPEC, Table, workshop


def table() -> Table:
    """Making: 14 hours a week (10 in week 3), parts for three; a PLAIN takes 3, and 2 to set up."""
    return Table(workshop(flawless=True)).until("negotiate")


def test_hours_bound_what_can_be_made_by_a_due_with_the_setup_taken_off() -> None:
    state = table().state
    assert room(state, MAKING, PLAIN, 1).by_hours == 4  # 14 − 2 = 12
    assert room(state, MAKING, PLAIN, 2).by_hours == 8  # 28 − 2 = 26


def test_inputs_bind_only_where_they_cannot_be_asked_for_in_time_any_more() -> None:
    played = table()
    assert room(played.state, MAKING, PLAIN, 1).by_inputs == 3  # parts come a week after they are asked for
    assert room(played.state, MAKING, PLAIN, 2).units == 8
    assert room(played.state, DESIGN, DRAWING, 1).units == 4  # specifications come at once


def test_what_is_promised_already_leaves_less_room_and_what_is_said_in_the_same_breath_too() -> None:
    played = table()
    spoken = [ToMake(None, PLAIN, 2, 1, 0)]
    assert room(played.state, MAKING, PLAIN, 1, spoken).by_hours == 2
    played.promise(SALES, PLAIN, 3, 1)
    assert room(played.state, MAKING, PLAIN, 1) == Room(0, 1, 0)


def test_a_promise_for_later_may_not_be_pushed_out_by_one_for_now() -> None:
    played = table()
    played.promise(SALES, PLAIN, 8, 2)
    assert room(played.state, MAKING, PLAIN, 1).by_hours == 0


def test_stock_is_ready_as_far_as_nobody_has_it_promised() -> None:
    played = table()
    assert room(played.state, BUYING, PARTS, 2).ready == 2
    played.promise(MAKING, PARTS, 1, 2)
    assert room(played.state, BUYING, PARTS, 2).ready == 1


def test_nothing_can_be_there_sooner_than_the_lead_or_after_the_end() -> None:
    state = table().state
    assert room(state, BUYING, PARTS, 1).units == 0
    assert room(state, MAKING, PLAIN, 5).units == 0


def test_overtime_widens_the_room_where_it_is_counted() -> None:
    state = table().state
    assert room(state, MAKING, PLAIN, 1, overtime=6).by_hours == 6


@pytest.mark.parametrize(
    ("reason", "found", "true"),
    [
        ("no_capacity", Room(0, 2, 9), True),
        ("no_capacity", Room(0, 9, 2), False),
        ("no_inputs", Room(1, 9, 2), True),
        ("no_inputs", Room(2, 9, 2), False),
        ("own_priorities", Room(0, 9, 9), True),
        ("own_priorities", Room(0, 2, 9), False),
        ("unclear", Room(0, 9, 9), False),
        ("other", Room(0, 0, 0), False),
    ],
)
def test_a_reason_holds_if_what_it_names_is_what_binds(reason: DeclineReason, found: Room, true: bool) -> None:
    assert holds(reason, found, 4, ambiguous=False) is true


def test_a_line_is_unclear_if_it_could_spoil_a_quarter_of_a_unit() -> None:
    state = Table(workshop()).until("negotiate").state
    assert is_ambiguous(state, SPEC, 1, 50)  # complexity 50
    assert not is_ambiguous(state, SPEC, 1, 70)
    assert is_ambiguous(state, SPEC, 2, 70)
    assert not is_ambiguous(state, PLAIN, 9, 50)


def test_promises_beyond_the_hours_are_at_risk_the_later_ones_first() -> None:
    played = table()
    first = played.promise(SALES, PLAIN, 4, 1)
    assert overloaded(played.state, MAKING) == frozenset()
    second = played.promise(SALES, PLAIN, 1, 1)
    assert overloaded(played.state, MAKING) == {second}
    assert first not in overloaded(played.state, MAKING)
