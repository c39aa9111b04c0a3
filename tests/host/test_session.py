"""What every `Play` and `Session` does, whether a host stands behind it or nothing."""

import itertools
from collections.abc import Callable

import pytest

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import SoloSetup
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, KeepDraft, Plan, SubmitPlan
from sandgame.rules.reason import Reason
from sandgame.ui.ports import Play
from tests.kit.hearing import Hearing
from tests.kit.rooms import onward

SETUP = SoloSetup(case="first-steps", seat=SeatId(1), length=2, colleagues="collaborating", seed=0)
BRIEF = FinishPhase(round=1, phase="brief")


def test_the_first_frame_is_the_whole_picture_of_the_seat(anew: Callable[[], Play]) -> None:
    hearing = Hearing(anew().start(SETUP))
    seated = hearing.seated
    assert (seated.session, seated.seat, seated.number) == (hearing.session.session, SETUP.seat, 0)
    assert hearing.session.seat == SETUP.seat
    assert seated.view.me.seat == SETUP.seat
    assert {(holder.seat, holder.holder) for holder in seated.holders} == {(1, "person"), (2, "bot")}
    assert seated.cast.case == "first-steps"
    assert {service.service for service in seated.cast.services} == {
        service.service for service in seated.view.board.services
    }
    assert any(word.key.startswith("brief.1") for word in seated.words)


def test_what_is_accepted_shows_in_the_view_before_it_is_answered(anew: Callable[[], Play]) -> None:
    hearing = Hearing(anew().start(SETUP))
    answered = hearing.ask(BRIEF)
    assert (answered.seat, answered.stored, answered.refusal) == (SETUP.seat, True, None)
    table = hearing.seen.table
    assert SETUP.seat in table.finished or table.phase == "negotiate"


def test_what_is_refused_changes_nothing_and_says_why(anew: Callable[[], Play]) -> None:
    hearing = Hearing(anew().start(SETUP))
    hearing.drained()
    for wrong, reason in (
        (FinishPhase(round=2, phase="brief"), Reason.WRONG_PHASE),
        (SubmitPlan(round=1, phase="brief", plan=Plan()), Reason.WRONG_PHASE),
    ):
        answered = hearing.ask(wrong)
        assert answered.stored
        assert answered.refusal is not None
        assert answered.refusal.reason is reason
    assert hearing.seen.table.phase == "brief"
    assert hearing.seen.me == hearing.seated.view.me


def test_every_intent_has_its_own_name(anew: Callable[[], Play]) -> None:
    hearing = Hearing(anew().start(SETUP))
    names = [hearing.ask(FinishPhase(round=2, phase="brief")).id for _ in range(5)]
    assert len(set(names)) == 5


def test_a_session_can_be_played_to_its_end(anew: Callable[[], Play]) -> None:
    play = anew()
    hearing = Hearing(play.start(SETUP))
    for week, phase in itertools.product((1, 2), ("brief", "negotiate", "plan", "deliver", "review")):
        hearing.until(phase)
        assert hearing.seen.table.round == week
        assert hearing.ask(onward(hearing.seen)).refusal is None
    hearing.until("over")
    assert len(hearing.seen.table.results) == 2
    answered = hearing.ask(FinishPhase(round=2, phase="review"))
    assert answered.refusal is not None
    assert answered.refusal.reason is Reason.GAME_OVER
    (card,) = play.sessions()
    assert (card.state, card.round, card.length) == ("over", 2, 2)


def test_who_has_left_hears_nothing_more(anew: Callable[[], Play]) -> None:
    hearing = Hearing(anew().start(SETUP))
    hearing.session.submit(BRIEF)
    hearing.session.close()
    told = len(hearing.drained())
    hearing.session.submit(BRIEF)
    hearing.session.close()
    assert told >= 1
    assert hearing.drained() == []


def test_a_session_goes_on_where_it_was_left(anew: Callable[[], Play]) -> None:
    play = anew()
    hearing = Hearing(play.start(SETUP))
    hearing.ask(BRIEF)
    hearing.until("negotiate")
    hearing.ask(FinishPhase(round=1, phase="negotiate"))
    hearing.until("plan")
    draft = Plan(own_work=1)
    assert hearing.ask(KeepDraft(round=1, phase="plan", plan=draft)).refusal is None
    left = hearing.seen
    play = anew()
    (card,) = play.sessions()
    assert (card.session, card.case, card.seat, card.round, card.state) == (
        hearing.session.session,
        "first-steps",
        SETUP.seat,
        1,
        "playing",
    )
    again = Hearing(play.resume(card.session))
    assert again.seen.me.draft == draft
    assert (again.seen.table.phase, again.seen.threads, again.seen.me) == (left.table.phase, left.threads, left.me)
    assert again.ask(onward(again.seen)).refusal is None


def test_sessions_are_listed_newest_first(anew: Callable[[], Play]) -> None:
    play = anew()
    assert play.sessions() == ()
    sessions = [play.start(SETUP).session for _ in range(3)]
    cards = play.sessions()
    assert [card.session for card in cards] == sessions[::-1]
    assert [card.number for card in cards] == [3, 2, 1]
    assert cards[0].title.zh
    assert cards[0].title.en


def test_a_deleted_session_is_gone(anew: Callable[[], Play]) -> None:
    play = anew()
    hearing = Hearing(play.start(SETUP))
    play.delete(hearing.session.session)
    hearing.drained()
    assert play.sessions() == ()
    for ask in (play.delete, play.resume):
        with pytest.raises(FaultError) as caught:
            ask(hearing.session.session)
        assert caught.value.fault is Fault.NO_SUCH_SESSION
    hearing.session.submit(BRIEF)
    hearing.session.close()
    assert hearing.drained() == []


def test_a_case_that_is_not_there_is_named(anew: Callable[[], Play]) -> None:
    play = anew()
    with pytest.raises(FaultError) as caught:
        play.start(SoloSetup(case="nowhere", seat=SeatId(1), length=2, colleagues="mixed", seed=0))
    assert (caught.value.fault, caught.value.place) == (Fault.NO_SUCH_CASE, "nowhere")


def test_the_cases_on_offer_start_with_the_easiest(anew: Callable[[], Play]) -> None:
    cards = anew().cases()
    assert cards[0].case == "first-steps"
    assert all(len(card.minutes) == len(card.lengths) for card in cards)


def test_closing_twice_is_harmless(anew: Callable[[], Play]) -> None:
    play = anew()
    session = play.start(SETUP)
    session.close()
    session.close()
    play.close()
    play.close()
