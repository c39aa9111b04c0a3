"""What the first page says: at once, at the first run, and to who comes back."""

import msgspec
import pytest

from sandgame.frames.cast import Texts
from sandgame.frames.lobby import SessionCard
from sandgame.present.home import home_page, past_session
from sandgame.present.idea import idea_board
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from tests.kit.lesson import held_seat
from tests.kit.shelf import CASES as SHELF
from tests.kit.shelf import shipped

CASES = tuple(shipped(case).card() for case in SHELF)
ZH, EN = Speech("zh"), Speech("en")


def session(number: int, state: str = "playing", case: str = "starter") -> SessionCard:
    card = SessionCard(
        session=f"s{number}",
        number=number,
        case=case,
        title=Texts("餐车上街", "Carts to the Street"),
        company=Texts("街角", "Corner"),
        started="2026-11-20T14:05:00+08:00",
        seat=SeatId(1),
        round=2,
        length=4,
        colleagues="mixed",
        seed=0,
        state="playing",
    )
    return msgspec.structs.replace(card, state=state)


def test_the_page_is_complete_before_cases_and_sessions_are_known() -> None:
    page = home_page(ZH, None, ())
    assert (page.title, page.try_alone.title) == ("同桌", "自己试一场")
    assert page.go_on is None
    assert page.recent == ()


def test_who_comes_for_the_first_time_is_told_where_to_begin() -> None:
    page = home_page(ZH, None, ())
    assert "入门案例" in page.try_alone.second_line
    assert page.recent_none


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize(("speech", "where"), [(ZH, "讲师的电脑"), (EN, "facilitator’s computer")])
def test_who_sat_in_a_class_is_not_told_that_nothing_was_played(speech: Speech, where: str, over: bool) -> None:
    page = home_page(speech, None, (), classes=True, held=msgspec.structs.replace(held_seat(), over=over))
    assert page.seat_back is not None
    assert where in page.recent_none
    assert page.recent_none != home_page(speech, None, (), classes=True).recent_none


def test_who_comes_back_is_told_that_sessions_are_on_their_way() -> None:
    page = home_page(ZH, None, (), loading=True)
    assert page.try_alone.second_line == ""
    assert "正在打开" in page.recent_none


def test_the_newest_unfinished_session_can_be_gone_on_with_at_one_click() -> None:
    page = home_page(ZH, CASES, (session(9, "over"), session(8), session(7)))
    assert page.go_on is not None
    assert page.go_on.session == "s8"
    assert "餐车上街" in page.go_on.line
    assert page.go_on.second_line == "停在第 2 周，共 4 周"
    assert [past.session for past in page.recent] == ["s9", "s7"]
    assert page.try_alone.second_line == ""


def test_a_session_says_its_department_its_week_and_its_day() -> None:
    past = past_session(EN, session(7), CASES)
    seat = CASES[1].departments[0]
    assert past.title == f"Carts to the Street · {seat.name.en}"
    assert (past.line, past.when, past.number) == ("Week 2 · go on", "20 Nov, 14:05", "Session 7")
    assert not past.over


def test_a_session_of_a_case_that_is_gone_still_has_its_title() -> None:
    past = past_session(EN, session(7, "over", case="gone"), CASES)
    assert past.title == "Carts to the Street"
    assert past.over
    assert "session 7" in past.delete_title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_painting_shows_the_idea_and_no_case(language: Language) -> None:
    board = idea_board(Speech(language))
    names = {island.name for island in board.islands}
    numbers = {island.id for island in board.islands}
    assert len(names) == len(numbers) == 5
    assert all({ribbon.provider, ribbon.customer} <= numbers for ribbon in board.ribbons)
    assert {chip.state for chip in board.chips} == {"agreed", "kept", "open"}
