"""The stand-in keeps a seat's promises, gives nothing away, and leaves a note; and what bots make for the boss."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.bots.book import Book
from sandgame.bots.desk import Desk
from sandgame.bots.planning import plan
from sandgame.bots.player import Bot
from sandgame.bots.standing_in import WeekStoodIn, note
from sandgame.bots.styles import NAMES, STAND_IN, STYLES, row_of
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import TABLE, CommitmentId, SeatId, SheetId
from sandgame.rules.scenario import MeasureOffer, OrderDef, OrderOption, Scenario
from sandgame.rules.view import view
from tests.kit.cases import package
from tests.kit.sweeps import MOST_SWEEPS, BotsBeside
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, SPEC, workshop


def standing_in(*seats: SeatId, scenario: Scenario | None = None) -> BotsBeside:
    """A table of people in its first Negotiate, with a stand-in in these seats; it sat down only now."""
    table = BotsBeside(dict.fromkeys(seats, "collaborating"), scenario or workshop(flawless=True))
    table.until("negotiate")
    for seat in seats:
        table.bots[seat].style = STAND_IN
    return table


def taken(table: BotsBeside, seat: SeatId, player: str) -> None:
    table.done(TABLE, r.SeatPlayer, seat=seat, player=player)


def made(table: BotsBeside, seat: SeatId) -> list[i.MakeLine]:
    return list(table.state.plans[seat].make)


def test_what_the_person_had_promised_is_made_and_shipped() -> None:
    table = BotsBeside({}, workshop(flawless=True))
    table.until("negotiate")
    number = table.promise(SALES, PLAIN, 3, 1)
    table.until("plan")
    stand_in = Bot(STAND_IN, MAKING, Book.of(table.state.scenario), 0)
    (submitted,) = stand_in.act(view(table.state, MAKING))
    assert isinstance(submitted, i.SubmitPlan)
    table.done(MAKING, i.SubmitPlan, plan=submitted.plan)
    table.until("review")
    assert table.state.commitments[CommitmentId(number)].state == "kept"


def test_it_plans_answers_and_asks_like_a_colleague_who_works_with_the_others() -> None:
    told = []
    for style in (STAND_IN, STYLES["collaborating"]):
        table = standing_in(MAKING)
        table.bots[MAKING].style = style
        table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 20, 2),))
        table.sweep()
        turn = table.state.sheets[SheetId(1)].lines[0].turns[-1]
        asked = [(s.provider, [x.wanted for x in s.lines]) for s in table.state.sheets.values() if s.customer == MAKING]
        told.append((turn, asked, plan(Desk(view(table.state, MAKING), style, table.bots[MAKING].book))))
    assert told[0] == told[1]
    assert told[0][0].answer == "counter"


def test_it_lends_nothing_and_still_asks_for_what_it_lacks() -> None:
    table = standing_in(BUYING, MAKING)
    table.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=2)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 6, 3),))
    table.sweep()
    assert [(x.lender, x.state) for x in table.state.loans.values() if x.borrower == SALES] == [(BUYING, "refused")]
    assert any(s.customer == MAKING and s.provider == BUYING for s in table.state.sheets.values())


@pytest.mark.parametrize(("style", "expected"), [(STAND_IN, "declined"), (STYLES["collaborating"], "agreed")])
def test_other_terms_at_the_price_of_a_gift_are_declined(style: object, expected: str) -> None:
    table = standing_in(DESIGN)
    table.bots[DESIGN].style = style  # type: ignore[assignment]
    table.done(DESIGN, i.SendSheet, provider=SALES, lines=(i.WantedLine(SPEC, 2, 1),))
    counter = (i.Counter(0, (i.Part(1, 2),)),)
    table.done(SALES, i.AnswerSheet, sheet=1, answers=counter, give=i.GiveHours(2))
    table.sweep()
    assert table.state.sheets[SheetId(1)].lines[0].state == expected
    assert bool(table.state.loans) == (expected == "agreed")


def test_what_others_give_it_for_a_line_is_taken() -> None:
    table = standing_in(SALES)
    table.done(DESIGN, i.SendSheet, provider=SALES, lines=(i.WantedLine(SPEC, 1, 1),), give=i.GiveHours(2))
    table.sweep()
    assert table.state.sheets[SheetId(1)].lines[0].state == "agreed"


def test_it_sends_no_word_no_sign_and_no_thanks_and_names_no_cause_but_what_was_logged() -> None:
    measures = (MeasureOffer("platform", 10, 1, held=False),)
    table = standing_in(MAKING, scenario=replace(workshop(flawless=True), measures=measures))
    table.promise(MAKING, PARTS, 1, 2)
    table.promise(MAKING, DRAWING, 1, 1)
    table.sweep()
    table.until("review")
    acts = table.acts(MAKING)
    assert not [x for x in acts if isinstance(x, i.ThankProvider | i.Vote | i.SendMessage | i.ShowSignal)]
    assert [x.cause for x in acts if isinstance(x, i.GiveCause)] == ["could_not"]
    table.sweep()
    assert not table.state.messages
    assert not table.state.signals


@pytest.mark.parametrize("case", ["first-steps", "starter"])
def test_stand_ins_alone_bring_a_game_to_its_end(case: str) -> None:
    scenario = package(case).scenario
    table = BotsBeside(dict.fromkeys(scenario.seats, "collaborating"), scenario, 1, max(scenario.lengths))
    for bot in table.bots.values():
        bot.style = STAND_IN
    assert table.sweep() < MOST_SWEEPS
    assert table.state.phase == "over"
    assert not table.refused


def test_every_player_that_is_no_person_has_its_row() -> None:
    assert [row_of(name).name for name in (*NAMES, "stand_in")] == [*NAMES, "stand_in"]
    assert row_of("of a later version").name == "collaborating"
    assert row_of(None).name == "collaborating"


# the note


def test_the_note_tells_what_the_stand_in_did_and_only_that() -> None:
    table = standing_in(MAKING)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 1),))
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    taken(table, MAKING, "stand_in")
    wanted = (i.WantedLine(PLAIN, 1, 2), i.WantedLine(PLAIN, 60, 2))
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted)
    table.sweep()
    asked = sum(len(s.lines) for s in table.state.sheets.values() if s.customer == MAKING)
    table.until("plan")
    table.sweep()
    table.until("negotiate", 2)
    taken(table, MAKING, "person")
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(i.WantedLine(PARTS, 1, 3),))
    first, second = note(table.log, MAKING)
    assert first == WeekStoodIn(1, answered=2, promised=1, countered=1, asked=asked, planned=True)
    assert second == WeekStoodIn(2)
    assert note(table.log, SALES) == ()


def test_the_note_counts_orders_and_terms_that_were_taken() -> None:
    table = standing_in(SALES)
    taken(table, SALES, "stand_in")
    table.sweep()
    sheet = next(s.sheet for s in table.state.sheets.values() if s.customer == SALES)
    lines = table.state.sheets[sheet].lines
    answers = (i.Counter(0, (i.Part(1, 3),)), *(i.Decline(n, "other") for n in range(1, len(lines))))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=answers)
    table.sweep()
    (week,) = note(table.log, SALES)
    assert (week.orders, week.taken, week.answered, week.asked) == (2, 1, 0, len(lines))


def test_what_the_facilitator_did_for_the_seat_is_not_in_the_note() -> None:
    table = standing_in(MAKING)
    taken(table, MAKING, "stand_in")
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 1),))
    answer = i.AnswerSheet(round=1, phase="negotiate", sheet=1, answers=(i.Decline(0, "other"),))  # type: ignore[arg-type]
    table.done(TABLE, r.ActFor, seat=MAKING, intent=answer)
    assert note(table.log, MAKING) == (WeekStoodIn(1),)


def test_what_was_rolled_back_is_not_in_the_note_but_the_stand_in_stays() -> None:
    table = standing_in(MAKING)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 2),))
    taken(table, MAKING, "stand_in")
    table.sweep()
    assert note(table.log, MAKING)[0].answered == 1
    table.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    assert note(table.log, MAKING) == (WeekStoodIn(1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 2),))
    table.sweep()
    assert note(table.log, MAKING)[0].answered == 1


# what the boss asks of a department's own


def test_a_directive_for_what_a_department_makes_itself_is_made_by_bots() -> None:
    plain = workshop(flawless=True)
    wish = OrderDef(MAKING, PLAIN, 2, 1, (OrderOption(1, 40),), 4, 2, 8, directive=True)
    for style in NAMES:
        table = BotsBeside({MAKING: style}, replace(plain, orders=(wish,)))
        table.until("negotiate")
        table.sweep()
        table.until("plan")
        table.sweep()
        assert made(table, MAKING)[0] == i.MakeLine(PLAIN, 2)
        table.until("deliver")
        assert table.state.orders[1].state == "done"  # type: ignore[index]


def test_a_bot_promises_no_stock_that_the_boss_waits_for() -> None:
    plain = workshop(flawless=True)
    wish = OrderDef(BUYING, PARTS, 2, 1, (OrderOption(1, 40),), 4, 2, 8, directive=True)
    table = standing_in(BUYING, scenario=replace(plain, orders=(wish,)))
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(i.WantedLine(PARTS, 2, 2),))
    table.sweep()
    table.until("plan")
    table.sweep()
    assert i.MakeLine(PARTS, 2) in made(table, BUYING)
