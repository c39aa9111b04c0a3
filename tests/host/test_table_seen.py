"""A whole table as the facilitator sees it: laws held against played games, and what an escalated line shows."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from sandgame.frames import class_wire
from sandgame.frames.console import TableSeen
from sandgame.host.glance import AtTable, row_of
from sandgame.host.table_seen import table_seen
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.figures import captured_so_far
from sandgame.rules.ids import PHASES, TABLE, SeatId, SheetId
from sandgame.rules.intents import Part
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import EscalationAnswered, RolledBack, SessionShortened
from sandgame.rules.room_intents import AnyIntent, DecideLine, RollBack, SwapSeats, SwitchMeasure
from sandgame.rules.scenario import Benchmarks
from sandgame.rules.state import State
from sandgame.store.lines import read_lines
from sandgame.store.upgrade import events_of, upgraded
from tests.kit.cases import CASES

LOGS = Path(__file__).parents[1] / "golden" / "logs"
SAL, LOG = SeatId(1), SeatId(6)


class Moment(NamedTuple):
    state: State
    seen: TableSeen
    events: tuple[Event, ...]


@cache
def log_of(case: str) -> tuple[Event, ...]:
    return events_of(upgraded(read_lines((LOGS / f"{case}.2.jsonl").read_bytes())))


def seen_after(case: str, count: int) -> Moment:
    """The table after so many events of a played game."""
    events = log_of(case)[:count]
    state = fold(events)
    row = row_of(1, state, AtTable())
    return Moment(state, table_seen(row, state, events, range(count), CASES.package(case)), events)


def course(case: str, every: int = 13) -> Iterator[Moment]:
    """A played game, looked at again and again, and at its end."""
    last = len(log_of(case))
    return (seen_after(case, count) for count in (*range(2, last, every), last))


def allowed(state: State, intent: AnyIntent) -> bool:
    return not isinstance(decide(state, TABLE, intent), Refusal)


def escalated() -> Moment:
    """The factory, where two could not agree on a line and have both said why."""
    events = log_of("factory-class")
    return seen_after("factory-class", 1 + next(n for n, e in enumerate(events) if isinstance(e, EscalationAnswered)))


@pytest.mark.parametrize("case", ["first-steps", "starter", "factory-class"])
def test_what_is_offered_to_the_facilitator_is_what_the_rules_allow(case: str) -> None:
    for state, seen, _ in course(case):
        here, phase = state.round, state.phase
        starts = [(week, begun) for week in range(1, state.length + 1) for begun in PHASES]
        assert list(seen.undo_to) == [
            (week, begun)
            for week, begun in starts
            if allowed(state, RollBack(round=here, phase=phase, to_round=week, to_phase=begun))
        ]
        assert seen.may_swap == allowed(state, SwapSeats(round=here, phase=phase, one=SAL, other=SeatId(2)))
        offers = [offer.measure for offer in state.scenario.measures]
        assert seen.may_switch == any(
            allowed(state, SwitchMeasure(round=here, phase=phase, measure=measure)) for measure in offers
        )


@pytest.mark.parametrize("case", ["first-steps", "starter", "factory-class", "factory"])
def test_every_table_crosses_the_wire_and_shows_all_that_is_open(case: str) -> None:
    for state, seen, _ in course(case, 23):
        assert class_wire.read_told(class_wire.encode(seen)) == seen
        promised = {chip.commitment for chip in seen.chips if chip.commitment}
        assert {c.commitment for c in state.commitments.values() if c.is_open} <= promised
        asked = {(chip.sheet, chip.line) for chip in seen.chips if not chip.commitment}
        lines = [(s.sheet, at, line) for s in state.sheets.values() for at, line in enumerate(s.lines)]
        assert {(sheet, at) for sheet, at, line in lines if line.state == "open"} <= asked
        words = {word.key for word in seen.words}
        secrets = [secret for seat in seen.seats for secret in seat.secrets]
        assert words >= {f"order.{secret.order}" for secret in secrets if secret.order}
        assert all(word.text.zh and word.text.en for word in seen.words)
        assert [seat.seat for seat in seen.seats] == list(state.seats)
        assert all(0 <= seat.free <= seat.hours for seat in seen.seats)


def test_moments_are_those_of_this_week_and_the_last_and_none_of_what_was_rolled_back() -> None:
    events = log_of("factory-class")
    back = max(n for n, event in enumerate(events) if isinstance(event, RolledBack))
    _, seen, _ = seen_after("factory-class", back + 1)
    assert {moment.round for moment in seen.moments} == {1}
    assert [moment.kind for moment in seen.moments if moment.number > 1] == ["rolled_back"]
    for state, later, _ in course("factory-class", 41):
        assert {moment.round for moment in later.moments} <= {state.round, state.round - 1}
        assert [moment.at for moment in later.moments] == [moment.number for moment in later.moments]


def test_an_escalated_line_shows_both_sides_the_truth_and_what_may_be_ruled() -> None:
    state, seen, _ = escalated()
    (card,) = seen.escalations
    assert (card.customer, card.provider, card.turns, card.clarity) == (SAL, LOG, 2, 50)
    assert (card.asked, card.offered) == ((Part(2, 5),), ())
    assert [(position.seat, position.reason) for position in card.positions] == [
        (SAL, "the fair will not wait"),
        (LOG, "no boxes until next week"),
    ]
    assert (card.need, card.free) == (5, 8)
    assert card.rulings == (Part(1, 5), Part(2, 5))
    for ruling in card.rulings:
        decision = DecideLine(
            round=state.round, phase=state.phase, sheet=SheetId(card.sheet), line=card.line, parts=(ruling,)
        )
        assert allowed(state, decision)
    open_chips = [(chip.sheet, chip.line) for chip in seen.chips if chip.state == "open"]
    assert (card.sheet, card.line) in open_chips, "it lies on the table though it was refused"
    row = row_of(1, state, AtTable())
    assert [(link.state, link.customer) for link in row.links if link.provider == LOG] == [("stuck", SAL)]
    assert [(stuck.sheet, stuck.units) for stuck in row.stuck] == [(card.sheet, 2)]
    assert row.index == (-7, 0, -7)
    assert (row.kept, row.matured) == (21, 21)


def test_a_session_that_is_cut_measures_the_weeks_told_before_by_the_weeks_it_has_now() -> None:
    """Else a table that had delivered stands beside one that delivers later as if it were far behind."""
    state = escalated().state
    short = Benchmarks(best=9000, silo=100, silo_path=(0, 50, 100), reference_path=(0, 0, 0))
    cut = apply(state, SessionShortened(3, short))
    told = [figures.money.result for figures in state.published]
    assert row_of(1, cut, AtTable()).index == tuple(
        captured_so_far(short, result, week) for week, result in enumerate(told, start=1)
    )
    assert row_of(1, cut, AtTable()).index != row_of(1, state, AtTable()).index


def test_a_best_that_is_beaten_is_shown_as_beaten() -> None:
    state = escalated().state
    low = Benchmarks(best=1000, silo=900, silo_path=(0, 0, 0), reference_path=(0, 0, 0))
    cut = apply(state, SessionShortened(3, low))
    assert max(row_of(1, cut, AtTable()).index) > 100


def test_a_secret_says_to_whom_it_was_told() -> None:
    told: dict[int, tuple[SeatId, ...]] = {}
    for _, seen, _ in course("starter", 3):
        told |= {secret.order: secret.told for seat in seen.seats for secret in seat.secrets if secret.order}
    assert any(told.values())
