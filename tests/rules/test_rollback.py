"""Going back: the game stands as it stood, what was void stays on the log, and no number is used twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.ids import TABLE, Phase, SeatId
from sandgame.rules.log import decode, encode
from sandgame.rules.rollback import NoWayBackError, live
from sandgame.rules.room_events import RolledBack
from sandgame.rules.state import State, Voided
from sandgame.rules.view import view
from tests.kit.chance import asked
from tests.kit.tables import BUYING, MAKING, PARTS, PLAIN, SALES, Table


def back(table: Table, round_: int, phase: Phase) -> RolledBack:
    event = table.done(TABLE, r.RollBack, to_round=round_, to_phase=phase)[0]
    assert isinstance(event, RolledBack)
    return event


def as_it_stood(state: State) -> State:
    return replace(state, voided=Voided())


def begun(log: list[Event], round_: int, phase: str) -> State:
    """The state when the phase began first."""
    last = next(n for n, x in enumerate(log) if isinstance(x, PhaseStarted) and (x.round, x.phase) == (round_, phase))
    return fold(log[: last + 1])


def lend(table: Table) -> int:
    table.done(BUYING, i.ProposeLoan, lender=BUYING, borrower=MAKING, hours=2)
    return max(table.state.loans)


@pytest.mark.parametrize(("at", "round_"), [("plan", 1), ("review", 1), ("brief", 2), ("plan", 2)])
def test_a_trial_week_is_played_looked_at_and_taken_back(at: str, round_: int) -> None:
    table = Table().until("negotiate")
    table.promise(SALES, PLAIN, 3, 2)
    table.until(at, round_)
    back(table, 1, "brief")
    assert as_it_stood(table.state) == as_it_stood(begun(table.log, 1, "brief"))
    assert table.until("over").state.round == 4


@pytest.mark.parametrize("phase", ["brief", "negotiate", "plan", "deliver", "review"])
def test_the_game_stands_again_where_a_phase_of_the_last_week_began(phase: Phase) -> None:
    table = Table().until("negotiate")
    table.promise(MAKING, PARTS, 3, 2)
    table.until("negotiate", 2).promise(SALES, PLAIN, 2, 3)
    table.until("review", 3)
    back(table, 2, phase)
    assert as_it_stood(table.state) == as_it_stood(begun(table.log, 2, phase))


def test_the_whole_log_tells_the_same_as_play_did() -> None:
    table = Table().until("plan")
    back(table, 1, "negotiate")
    table.promise(SALES, PLAIN, 3, 2)
    table.until("review", 2)
    back(table, 1, "plan")
    table.until("over")
    assert fold([decode(encode(event)) for event in table.log]) == table.state


def test_numbers_of_sheets_and_promises_are_not_used_again() -> None:
    table = Table().until("negotiate")
    assert table.promise(SALES, PLAIN, 3, 2) == 1
    event = back(table, 1, "negotiate")
    assert (event.sheets, event.commitments) == (1, 1)
    assert table.state.sheets == {}
    assert table.promise(SALES, PLAIN, 2, 2) == 2
    assert list(table.state.sheets) == [2]
    # also when play goes back to before what was void already
    back(table, 1, "brief")
    assert table.until("negotiate").promise(SALES, PLAIN, 1, 2) == 3


def test_numbers_of_loans_are_not_used_again_in_either_of_the_weeks() -> None:
    table = Table().until("negotiate")
    first = [lend(table), lend(table)]
    table.until("negotiate", 2)
    second = [lend(table)]
    assert (first, second) == ([1, 2], [1])
    back(table, 1, "negotiate")
    first.append(lend(table))
    table.until("negotiate", 2)
    second.append(lend(table))
    back(table, 2, "negotiate")
    second.append(lend(table))
    back(table, 1, "plan")
    table.until("negotiate", 2)
    second.append(lend(table))
    assert len(first) == len(set(first))
    assert len(second) == len(set(second))


def test_numbers_of_loans_are_not_used_again_by_who_goes_back_step_by_step() -> None:
    table = Table().until("negotiate")
    first = [lend(table), lend(table), lend(table)]
    lend(table.until("negotiate", 2))
    back(table, 2, "brief")
    back(table, 1, "negotiate")
    assert lend(table) > max(first)


def test_loans_are_numbered_anew_each_week_as_long_as_nobody_goes_back() -> None:
    table = Table().until("negotiate")
    assert [lend(table), lend(table)] == [1, 2]
    assert lend(table.until("negotiate", 2)) == 1


def test_who_goes_back_twice_to_the_same_place_stands_there_again() -> None:
    table = Table().until("negotiate")
    stood = table.state
    table.promise(SALES, PLAIN, 3, 2)
    back(table, 1, "negotiate")
    table.promise(SALES, PLAIN, 3, 2)
    back(table, 1, "negotiate")
    assert as_it_stood(table.state) == stood
    assert table.state.voided.commitments == 2


def test_each_way_back_is_counted_and_everybody_sees_how_many_there_were() -> None:
    table = Table().until("plan", 2)
    counts = [view(table.state, SALES).table.rolled_back]
    # the second goes back to before the first, which is void with all the rest
    ways: tuple[tuple[int, Phase], ...] = ((2, "negotiate"), (1, "brief"), (1, "brief"))
    for round_, phase in ways:
        back(table, round_, phase)
        counts.append(view(table.state, SALES).table.rolled_back)
    assert counts == [0, 1, 2, 3]
    assert fold(table.log).voided.times == 3


def test_only_what_counts_is_left_of_a_log_each_with_its_number() -> None:
    table = Table().until("plan")
    at = len(table.log)
    back(table, 1, "negotiate")
    kept = live(table.log)
    assert [number for number, _ in kept] == [0, 1, *[n for n, _ in kept if 1 < n < at], at]
    assert [event for _, event in kept if isinstance(event, PhaseStarted)] == [
        PhaseStarted(1, "brief"), PhaseStarted(1, "negotiate"),
    ]  # fmt: skip


def test_a_log_that_goes_back_to_what_never_was_is_no_log() -> None:
    log = Table().log
    with pytest.raises(NoWayBackError) as caught:
        fold([*log, RolledBack(2, "plan", 0, 0, 0, ())])
    assert caught.value.seq == len(log)


@settings(max_examples=25, deadline=None)
@given(data=st.data(), length=st.sampled_from([3, 4]))
def test_whatever_a_table_does_it_can_be_taken_back(data: st.DataObject, length: int) -> None:
    table = Table(length=length)
    used: set[tuple[str, int]] = set()
    for _ in range(4 * length):
        for _ in range(data.draw(st.integers(0, 6))):
            seat = SeatId(data.draw(st.integers(1, 4)))
            intent = data.draw(asked(table.state, seat))
            fields: dict[str, Any] = {name: getattr(intent, name) for name in intent.__struct_fields__}
            if (fields.pop("round"), fields.pop("phase")) == (table.state.round, table.state.phase):
                before = table.state
                table.ask(seat, type(intent), **fields)
                made: set[tuple[str, int]] = {("sheet", n) for n in table.state.sheets.keys() - before.sheets.keys()}
                made |= {("promise", n) for n in table.state.commitments.keys() - before.commitments.keys()}
                assert not made & used
                used |= made
        if data.draw(st.integers(0, 3)) == 0:
            to_round = data.draw(st.integers(1, length))
            to_phase: Phase = data.draw(st.sampled_from(["brief", "negotiate", "plan", "deliver", "review"]))
            table.ask(TABLE, r.RollBack, to_round=to_round, to_phase=to_phase)
            assert fold(table.log) == table.state
        table.hurry()
    assert fold(table.log) == table.state
