"""The form of the open page without a window: what it offers, whose taps it wants, and what they ask of the host."""

from __future__ import annotations

from sandgame.present.table_form import FormDraft, between, complete, dues, service_of, tapped, why_not, with_terms
from sandgame.present.table_form_picture import form_picture
from sandgame.present.table_open import done_question, open_board
from sandgame.present.table_scene import TableScene
from sandgame.present.table_steps import steps_of
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import AnswerSheet, SendSheet, WithdrawLine
from sandgame.rules.sections import View
from tests.kit.views import ENGINEERING, LAMP, PRODUCTION, SALES, promise, scene, thread, threads, view, wanted


def table(*views: View) -> TableScene:
    shown = views or tuple(view(seat) for seat in (SALES, ENGINEERING, PRODUCTION))
    return TableScene({each.me.seat: scene(each) for each in shown})


def draft(round_table: TableScene, giver: SeatId = PRODUCTION, taker: SeatId = SALES) -> FormDraft:
    return between(round_table, FormDraft(), giver, taker)


def test_a_pair_takes_the_first_service_that_one_has_for_the_other() -> None:
    made = draft(table())
    assert (made.giver, made.taker, made.service, made.due) == (PRODUCTION, SALES, LAMP, 2)


def test_nobody_agrees_with_itself() -> None:
    made = between(table(), draft(table()), PRODUCTION, PRODUCTION)
    assert made.pair is None


def test_a_due_lies_between_what_can_be_made_and_the_last_week() -> None:
    shown = table()
    assert dues(shown, service_of(shown, draft(shown))) == (2, 4)


def test_people_have_to_tap_on_both_sides_and_a_bot_taps_by_itself() -> None:
    shown = table()
    half = tapped(draft(shown), SALES)
    assert not complete(shown, half)
    assert complete(shown, tapped(half, PRODUCTION))
    alone = table(view(SALES))
    assert complete(alone, tapped(draft(alone), SALES))
    states = {tap.seat: tap.state for tap in form_picture(alone, draft(alone)).taps}
    assert states == {PRODUCTION: "bot", SALES: "free"}


def test_terms_that_change_void_the_taps_for_the_old_ones() -> None:
    made = tapped(draft(table()), SALES)
    assert with_terms(made, made.units, made.due) == made
    assert with_terms(made, made.units + 1, made.due).tapped == frozenset()


def test_a_bot_is_not_asked_for_what_it_would_ask_itself() -> None:
    alone = table(view(PRODUCTION))
    assert why_not(alone, draft(alone)) != ""
    assert all(tap.state == "off" for tap in form_picture(alone, draft(alone)).taps)


def test_two_taps_ask_for_a_request_then_its_acceptance_and_know_the_way_back() -> None:
    sheet = thread(9, SALES, PRODUCTION, wanted(LAMP, 1, 2))
    shown = table(*(view(seat, threads=threads((sheet,))) for seat in (SALES, PRODUCTION)))
    steps = steps_of(shown, draft(shown))
    asked = [step(shown) for step in steps.do]
    assert steps.undo is not None
    (taker, request), (giver, acceptance), (back, withdrawal) = *asked, steps.undo(shown)
    assert (taker, giver, back) == (SALES, PRODUCTION, SALES)
    assert isinstance(request, SendSheet)
    assert (request.provider, request.lines[0].service) == (PRODUCTION, LAMP)
    assert isinstance(acceptance, AnswerSheet)
    assert acceptance.sheet == 9
    assert isinstance(withdrawal, WithdrawLine)


def test_nothing_is_given_in_return_before_its_rule_is_open() -> None:
    closed = table(*(view(seat, rules=("pool",)) for seat in (SALES, PRODUCTION)))
    assert form_picture(closed, draft(closed)).give_button == ""
    assert form_picture(table(), draft(table())).give_button != ""


def test_the_board_shows_every_department_and_only_what_is_agreed() -> None:
    assert len(open_board(table()).islands) == 3
    assert open_board(table()).ribbons == ()
    agreed = threads((), (promise(1, SALES, PRODUCTION, LAMP, 3, 2),))
    board = open_board(table(view(SALES, threads=agreed), view(PRODUCTION, threads=agreed)))
    assert [(ribbon.provider, ribbon.customer, ribbon.label) for ribbon in board.ribbons] == [(PRODUCTION, SALES, "")]
    assert [chip.units for chip in board.chips] == ["×3"]
    assert not any(island.hours or island.hours_line for island in board.islands)


def test_departments_without_an_entry_are_named_before_the_talk_ends() -> None:
    agreed = threads((), (promise(1, SALES, PRODUCTION, LAMP, 3, 2, round=2),))
    shown = table(view(SALES, threads=agreed), view(ENGINEERING), view(PRODUCTION, threads=agreed))
    question = done_question(shown)
    assert question.lines == ("这些部门本周一条也没有记：研发。",)
