"""What is settled before week 1, and what is asked at all."""

import msgspec
import pytest

from sandgame.frames.lobby import SoloSetup
from sandgame.present.seat_choice import SeatChoice, seat_page
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.shelf import CASES, shipped

FIRST, STARTER = (shipped(case).card() for case in CASES)
DRAWN = msgspec.structs.replace(STARTER, seeds=(0, 5, 9))


def test_one_begins_with_the_longest_length_among_mixed_colleagues() -> None:
    choice = SeatChoice.first(STARTER)
    assert (choice.length, choice.colleagues) == (max(STARTER.lengths), "mixed")
    assert choice.setup() == SoloSetup("starter", choice.seat, 4, "mixed", 0)


def test_a_single_colleague_is_one_thing_or_the_other_and_helps_unless_told_otherwise() -> None:
    choice = SeatChoice.first(FIRST)
    assert choice.colleagues == "collaborating"
    options = seat_page(Speech("zh"), choice).temper.options
    assert [(option.title, option.chosen) for option in options] == [("肯协作", True), ("只顾自己", False)]


def test_the_teaching_case_begins_with_colleagues_who_help() -> None:
    teaching = msgspec.structs.replace(STARTER, purpose="teaching")
    choice = SeatChoice.first(teaching)
    assert choice.colleagues == "collaborating"
    assert len(seat_page(Speech("en"), choice).temper.options) == 3


def test_the_same_again_has_everything_chosen_as_it_was() -> None:
    setup = SoloSetup("starter", SeatId(2), 3, "competing", 5)
    choice = SeatChoice.again(DRAWN, setup, (5, 9))
    assert choice.setup() == setup
    (chosen,) = [option.value for option in seat_page(Speech("zh"), choice).draw.options if option.chosen]
    assert chosen == "same"


def test_every_choice_reaches_the_setup() -> None:
    choice = SeatChoice.first(STARTER).sitting(SeatId(2)).among("competing").lasting(3)
    assert choice.setup() == SoloSetup("starter", SeatId(2), 3, "competing", 0)


def test_new_orders_are_those_never_seen_then_those_longest_ago() -> None:
    assert [SeatChoice.first(DRAWN, played).seed for played in ((), (0,), (0, 5), (0, 5, 9), (5, 9, 0, 5))] == [
        0, 5, 9, 0, 9,
    ]  # fmt: skip


def test_the_same_orders_are_those_of_last_time() -> None:
    assert SeatChoice.first(DRAWN, (0, 5)).drawing("same").seed == 5
    assert SeatChoice.first(DRAWN, (77,)).drawing("same").seed == 0


def test_what_has_no_alternative_is_not_asked() -> None:
    page = seat_page(Speech("zh"), SeatChoice.first(FIRST, (0,)))
    assert (page.length.options, page.draw.options) == ((), ())
    assert seat_page(Speech("zh"), SeatChoice.first(DRAWN)).draw.options == ()
    assert [option.value for option in seat_page(Speech("zh"), SeatChoice.first(DRAWN, (0,))).draw.options] == [
        "new",
        "same",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_shows_who_sits_where_and_nothing_between_them(language: Language) -> None:
    choice = SeatChoice.first(STARTER).sitting(SeatId(3))
    board = seat_page(Speech(language), choice).board
    assert board.ribbons == ()
    assert [island.id for island in board.islands if island.holder and island.holder.mine] == [3]
    assert all(island.pips in (1, 2, 3) for island in board.islands)


def test_no_seed_is_shown() -> None:
    page = seat_page(Speech("en"), SeatChoice.first(msgspec.structs.replace(STARTER, seeds=(0, 987)), (0,)))
    assert "987" not in str(page)


def test_the_minutes_follow_the_length() -> None:
    page = seat_page(Speech("zh"), SeatChoice.first(STARTER).lasting(3))
    assert str(STARTER.minutes[STARTER.lengths.index(3)]) in page.foot


def test_extras_are_offered_where_there_is_something_to_find_out_and_reach_the_setup() -> None:
    assert seat_page(Speech("zh"), SeatChoice.first(FIRST)).extras == ()
    choice = SeatChoice.first(STARTER).with_extra("role_questions", on=True).with_extra("map_task", on=True)
    assert choice.setup().extras == ("map_task", "role_questions")
    assert choice.lasting(3).setup().extras == ("map_task",)
    assert choice.with_extra("map_task", on=False).setup().extras == ("role_questions",)


def test_the_same_again_has_its_extras_again() -> None:
    setup = SoloSetup("starter", SeatId(2), 4, "mixed", 5, ("map_task",))
    assert SeatChoice.again(DRAWN, setup).setup() == setup
