"""A request beside its need: what is asked above it or sooner, however it is put on sheets."""

import pytest

from sandgame.rules import intents as i
from sandgame.rules.events import SheetSent
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.scoring.need import Asked
from sandgame.scoring.record import Record
from tests.kit.cases import game
from tests.kit.tables import DESIGN, DRAWING, HELP, MAKING, PLAIN, SALES, SPEC, SPECIAL, Table, workshop


def asked(table: Table, customer: SeatId, *lines: tuple[ServiceId, int, int]) -> tuple[Asked, ...]:
    """Send a sheet; what it says beside what was needed."""
    provider = table.state.scenario.service(lines[0][0]).provider
    table.done(customer, i.SendSheet, provider=provider, lines=tuple(i.WantedLine(*line) for line in lines))
    record = Record(table.log)
    sheet = max(table.state.sheets)
    return tuple(record.lines[sheet, at].need for at in range(len(lines)))


def table() -> Table:
    """Sales wants four PLAIN by week 1, or 2, and knows of five more by week 3."""
    return Table(workshop(flawless=True)).until("negotiate")


@pytest.mark.parametrize(
    ("units", "due", "above", "early"),
    [(4, 1, 0, 0), (4, 2, 0, 0), (9, 3, 0, 0), (9, 2, 0, 5), (6, 1, 0, 2), (12, 3, 3, 0), (12, 1, 3, 5)],
)
def test_units_above_the_need_and_sooner_than_it_are_told_apart(units: int, due: int, above: int, early: int) -> None:
    (need,) = asked(table(), SALES, (PLAIN, units, due))
    assert (need.units, need.above, need.early) == (units, above, early)


def test_the_order_of_the_lines_on_a_sheet_makes_no_difference() -> None:
    later, first = asked(table(), SALES, (PLAIN, 5, 3), (PLAIN, 4, 1))
    assert (later.above, later.early, first.above, first.early) == (0, 0, 0, 0)


def test_what_is_asked_for_already_is_not_needed_again() -> None:
    played = table()
    asked(played, SALES, (PLAIN, 9, 3))
    (again,) = asked(played, SALES, (PLAIN, 2, 3))
    assert (again.above, again.needed, again.worth) == (2, 0, 0)


def test_a_need_carries_the_price_of_the_best_order_behind_it_also_where_nobody_told_it() -> None:
    played = table()
    (first,) = asked(played, SALES, (SPECIAL, 2, 2))
    assert first.worth == 130
    played.done(MAKING, i.AnswerSheet, sheet=max(played.state.sheets), answers=(i.Accept(0),))
    (drawing,) = asked(played, MAKING, (DRAWING, 2, 2))
    assert (drawing.worth, drawing.above, drawing.early) == (130, 0, 0)
    played.done(DESIGN, i.AnswerSheet, sheet=max(played.state.sheets), answers=(i.Accept(0),))
    (spec,) = asked(played, DESIGN, (SPEC, 2, 2))
    assert spec.worth == 130


def test_an_aid_is_needed_as_far_as_work_passes_hours() -> None:
    played = table()
    (idle,) = asked(played, MAKING, (HELP, 1, 1))
    assert idle.above == 1
    played = table()
    played.promise(SALES, PLAIN, 9, 3)  # 27 hours and a setup, where there are 14
    (busy,) = asked(played, MAKING, (HELP, 2, 1))
    assert (busy.above, busy.worth) == (0, 20)


@pytest.mark.parametrize("case", ["factory", "starter"])
def test_honest_bots_never_ask_above_their_need_or_sooner_and_padding_ones_do(case: str) -> None:
    def wrong(style: str) -> int:
        found = Record(game(case, style, 1).events)
        assert len(found.lines) == sum(len(e.lines) for _, e in found.of(SheetSent))
        return sum(bool(story.need.above or story.need.early) for story in found.lines.values())

    assert wrong("collaborating") == 0
    assert wrong("competing") > 3
