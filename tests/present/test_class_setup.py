"""How a class is set up: what follows what, what the plan adds up to, and why a class did not open."""

from dataclasses import replace
from math import floor

import pytest

from sandgame.frames.classroom import Seconds
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import CaseCard
from sandgame.present.class_setup import ClassChoice, choice_time_page, class_page, host_trouble
from sandgame.present.class_time import ClassTime, minutes_and_seconds, whole_minutes
from sandgame.text.speech import Language, Speech
from tests.kit.shelf import SHELF, shipped

ZH = Speech("zh")


def card(case: str = "factory-class") -> CaseCard:
    return shipped(case).card()


def choice(case: str = "factory-class") -> ClassChoice:
    return ClassChoice.first(card(case))


def test_talk_follows_the_laptops_until_it_is_chosen() -> None:
    begun = choice()
    assert begun.talk == "desk"
    assert replace(begun, laptops="table").talk == "open"
    assert replace(begun, laptops="table", own_talk="desk").talk == "desk"


def test_another_case_keeps_what_is_not_about_the_case() -> None:
    begun = replace(choice(), tables=7, pace="clock", absence="ask", halves=(2, 2, 2, 2, 2))
    other = begun.on(card("starter"))
    assert (other.tables, other.pace, other.absence) == (7, "clock", "ask")
    assert other.length in card("starter").lengths
    assert other.halves is None


def test_two_departments_have_no_mixed_colleagues() -> None:
    assert choice().on(card("first-steps")).colleagues == "collaborating"


def test_the_next_class_gets_orders_that_were_not_played_yet() -> None:
    assert ClassChoice.first(card(), [0, 1, 2]).seed == 3


def test_an_extra_that_the_length_cannot_have_is_not_in_the_class() -> None:
    wish = replace(choice("starter"), extras=("map_task", "role_questions"))
    assert wish.lasting(4).setup().extras == ("map_task", "role_questions")
    assert wish.lasting(3).setup().extras == ("map_task",)


@pytest.mark.parametrize("case", SHELF)
def test_the_sums_shown_are_those_of_the_clock_that_the_host_gets(case: str) -> None:
    begun = choice(case)
    seconds = begun.setup().seconds
    week = seconds.brief + seconds.negotiate + seconds.plan + seconds.deliver + seconds.review
    whole = week * seconds.first_week / 100 + week * (begun.length - 1)
    assert floor(whole / 60 + 0.5) == begun.time.play
    assert choice_time_page(ZH, begun).total[-1] == minutes_and_seconds(whole / 60)
    assert choice_time_page(ZH, begun).sums[0][1] == minutes_and_seconds(whole / 60)


def test_half_minutes_are_shown_in_the_plan_and_round_up_in_every_sentence() -> None:
    assert minutes_and_seconds(14.5) == "14:30"
    assert [whole_minutes(minutes) for minutes in (14.5, 43.5, 44.49)] == [15, 44, 44]


def test_the_pace_goes_by_the_same_names_as_in_the_guide() -> None:
    names = [
        [option.title for option in class_page(speech, choice(), ()).pace.options] for speech in (ZH, Speech("en"))
    ]
    assert names == [["各桌自走", "全班同步", "按钟走"], ["Each table", "All in step", "By the clock"]]


def test_without_a_clock_no_phase_has_time() -> None:
    begun = choice()
    quiet = begun.timing(replace(begun.time, timed=False))
    assert quiet.setup().seconds == Seconds(0, 0, 0, 0, 0, 150)
    page = class_page(ZH, quiet, [card()])
    assert "不计时" in page.time
    assert "不计时" in page.foot


def test_a_plan_longer_than_the_lesson_says_by_how_much_and_offers_shorter_lengths() -> None:
    begun = choice().lasting(8)
    long = begun.timing(replace(begun.time, lesson=120))
    page = choice_time_page(ZH, long)
    over = begun.lesson_of(8) - 120
    assert str(over) in page.over
    assert [weeks for weeks, _ in page.shorter] == [5]
    assert str(over) in class_page(ZH, long, [card()]).over


def test_a_plan_that_was_changed_stays_while_the_length_changes() -> None:
    begun = choice()
    own = begun.timing(begun.time.with_phase(1, 20))
    assert own.lasting(8).time.halves[1] == 20
    back = own.timing(ClassTime.of(card(), own.length))
    assert back.halves is None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("fault", list(Fault))
def test_why_a_class_did_not_open_is_said_with_what_to_do(language: Language, fault: Fault) -> None:
    trouble = host_trouble(Speech(language), FaultError(fault, "somewhere"))
    assert trouble.title
    assert trouble.do
    assert "somewhere" in trouble.place


def test_a_fault_nobody_knows_still_says_what_holds() -> None:
    assert host_trouble(ZH, OSError()).do
