"""Seats see views and nothing else: two states that differ only in what a seat may not know look the same to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules import view as views
from sandgame.rules.decide import decide
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import TableSection, View
from sandgame.rules.state import State
from tests.kit.chance import asked
from tests.kit.tables import Table
from tests.kit.twins import twin


def played(data: st.DataObject, steps: int) -> Table:
    """A table after some random play."""
    table = Table(seed=data.draw(st.integers(0, 2)))
    for _ in range(steps):
        if table.state.phase == "over":
            break
        seat = SeatId(data.draw(st.integers(1, 4)))
        intent = data.draw(asked(table.state, seat))
        fields = {name: getattr(intent, name) for name in intent.__struct_fields__ if name not in ("round", "phase")}
        table.ask(seat, type(intent), **fields)
        if data.draw(st.integers(0, 4)) == 0:
            table.hurry()
    return table


def twins(data: st.DataObject) -> tuple[State, State, SeatId]:
    state = played(data, data.draw(st.integers(4, 40))).state
    seat = SeatId(data.draw(st.integers(1, 4)))
    return state, twin(state, seat, lambda: data.draw(st.integers(1, 3))), seat


@settings(max_examples=50)
@given(data=st.data())
def test_twins_look_the_same_to_a_seat(data: st.DataObject) -> None:
    state, other, seat = twins(data)
    assert views.view(state, seat) == views.view(other, seat)


@settings(max_examples=50)
@given(data=st.data())
def test_twins_refuse_the_same_with_the_same_words(data: st.DataObject) -> None:
    state, other, seat = twins(data)
    intent = data.draw(asked(state, seat))
    if isinstance(intent, i.AnswerLoan):
        return  # whether the other side may still lend or gain is what the answer is about
    outcome, same = decide(state, seat, intent), decide(other, seat, intent)
    if isinstance(outcome, Refusal) or isinstance(same, Refusal):
        assert outcome == same


def _leak_hours(state: State, seen: View) -> View:
    total = sum(state.scenario.department(seat).hours for seat in state.seats)
    return replace(seen, me=replace(seen.me, base_hours=total))


def _leak_orders(state: State, seen: View) -> View:
    return replace(seen, table=replace(seen.table, best=sum(order.terms.units for order in state.orders.values())))


def _leak_seed(state: State, seen: View) -> View:
    table: TableSection = replace(seen.table, foreknown=state.seed)
    return replace(seen, table=table)


def _leak_best(state: State, seen: View) -> View:
    best = None if state.benchmarks is None else state.benchmarks.best
    return replace(seen, table=replace(seen.table, best=best))


@pytest.mark.parametrize("leak", [_leak_hours, _leak_orders, _leak_seed, _leak_best])
def test_a_planted_leak_is_found(leak: Callable[[State, View], View]) -> None:
    found: list[bool] = []

    @settings(max_examples=8, database=None)
    @given(data=st.data())
    def compare(data: st.DataObject) -> None:
        state, other, seat = twins(data)
        found.append(leak(state, views.view(state, seat)) != leak(other, views.view(other, seat)))

    compare()
    assert any(found)
