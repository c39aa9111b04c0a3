"""What is asked of a department is the same, read off the state or off its own view: lack, work to do, free hours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from sandgame.bots.styles import StyleName
from sandgame.lab.play import company, mixed, play
from sandgame.rules import intents as i
from sandgame.rules import need, workload
from sandgame.rules.apply import apply
from sandgame.rules.events import Event, FactShared, PhaseStarted, SheetAnswered, SheetSent
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.scenario import OrderDef, OrderOption
from sandgame.rules.sight import Sight
from sandgame.rules.state import State
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.kit.tables import DESIGN, DRAWING, MAKING, PLAIN, SALES, SPECIAL, Table, workshop


def states(events: tuple[Event, ...]) -> Iterator[State]:
    """Those in which a phase has begun, and those of the talk in which somebody has just asked or answered."""
    state: State | None = None
    for number, event in enumerate(events):
        state = apply(state, event)
        talk = isinstance(event, SheetSent | SheetAnswered) and number % 3 == 0
        if state.round and (talk or isinstance(event, PhaseStarted)):
            yield state


def both_sides_agree(state: State) -> None:
    for seat in state.seats:
        sight = Sight(state, seat)
        assert [replace(item, worth=0) for item in need.to_make(sight)] == [
            replace(item, worth=0) for item in workload.to_make(state, seat)
        ]
        assert need.free_hours(sight) == workload.free_hours(state, seat)
        lacks: dict[ServiceId, int] = {}
        for line in need.needs(sight):
            lacks[line.service] = lacks.get(line.service, 0) + line.units
        for number, service in enumerate(state.scenario.services, start=1):
            in_time = state.round + service.lead <= state.length
            if seat in service.receivers and service.aid is None and in_time:
                lacked = workload.lack(state, seat, ServiceId(number))
                assert lacked == lacks.get(ServiceId(number), 0), (state.round, state.phase, seat, number)


@pytest.mark.parametrize("case", ["factory", "factory-class", "starter"])
@pytest.mark.parametrize("style", ["collaborating", "accommodating", "mixed"])
def test_in_games_of_bots_every_department_lacks_what_its_screen_would_ask_for(
    case: str, style: StyleName | str
) -> None:
    found = load(find(case))
    assert isinstance(found, Package)
    scenario = found.scenario
    styles = mixed(scenario, 3) if style == "mixed" else company(scenario, style)  # type: ignore[arg-type]
    game = play(scenario, found.fingerprint, 3, max(scenario.lengths), styles)
    for state in states(game.events):
        both_sides_agree(state)


def wish(owner: SeatId, service: ServiceId, units: int, due: int) -> OrderDef:
    return OrderDef(owner, service, units, 1, (OrderOption(due, 30),), 0, 4, 0, directive=True)


def wished() -> Table:
    """The general manager wants special products of Production itself, who also owes plain ones."""
    orders = (*workshop().orders, wish(MAKING, SPECIAL, 3, 2), wish(MAKING, PLAIN, 1, 1))
    return Table(replace(workshop(flawless=True), orders=orders)).until("negotiate")


def test_what_the_boss_wants_of_a_departments_own_is_work_and_needs_inputs_on_both_sides() -> None:
    table = wished()
    table.promise(SALES, PLAIN, 2, 1)
    both_sides_agree(table.state)
    assert workload.lack(table.state, MAKING, DRAWING) == 3
    # two plain promised, one plain for the boss, and the setup: 3 × 3 + 2 of 14 hours
    assert workload.free_hours(table.state, MAKING) == 14 - 11
    # the special ones, due next week, and their setup come to it
    assert workload.shortage(table.state, MAKING) == 11 + 3 * 4 + 3 - 14
    table.until("plan", 2)
    both_sides_agree(table.state)


def test_hours_that_were_lent_are_free_no_more() -> None:
    table = Table().until("negotiate")
    table.done(DESIGN, i.ProposeLoan, lender=DESIGN, borrower=SALES, hours=4)
    table.done(SALES, i.AnswerLoan, loan=1, agree=True)
    (shared,) = table.done(DESIGN, i.ShareFact, to=TABLE, fact=i.FactRef("free_hours"))
    assert isinstance(shared, FactShared)
    assert shared.fact.units == 12 - 4
    both_sides_agree(table.state)


def test_a_decline_is_logged_with_the_hours_that_are_free_then() -> None:
    table = Table().until("negotiate")
    table.promise(SALES, PLAIN, 2, 1)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 1),))
    declined = table.done(MAKING, i.AnswerSheet, sheet=2, answers=(i.Decline(0, "no_capacity"),))[0]
    assert isinstance(declined, SheetAnswered)
    assert declined.free_hours == 14 - (2 * 3 + 2)
