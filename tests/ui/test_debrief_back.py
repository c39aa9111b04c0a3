"""What was handed in during a debrief is there again when its laptop, the program or the host comes back."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import (
    PAUSE,
    Estimate,
    Guess,
    HalfTimeTold,
    KeepDebrief,
    NextWeek,
    OwnSaid,
    PageTurned,
    TakeAway,
    Vote,
)
from sandgame.paint.look import Look
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.debrief_vote import VoteWork
from sandgame.ui.debrief_work import GuessWork, HalfTimeWork, PlusDeltaWork, WordWork
from sandgame.ui.kit.theme import apply_look
from tests.kit.debriefs import debriefed
from tests.kit.looks import settle, shown
from tests.ui.test_debrief import SEAT, kept_by, told, turned, work
from tests.ui.test_debrief_pages import gathered

CARD = TakeAway("Numbers by Monday", "on my desk", "A call before noon", "he says so", "Say it the same day")


def said() -> OwnSaid:
    links = [(link.provider, link.customer) for link in debriefed().debrief.links]
    best, weakest = ((SeatId(one), SeatId(other)) for one, other in (links[0], links[3]))
    return OwnSaid(
        SEAT,
        word="busy",
        slider=25,
        guess=Guess(65, best, weakest),
        plus="trust",
        delta="needs",
        votes=(Vote(0, 1),),
        estimates=(Estimate(1, 250),),
        take_away=CARD,
        next_week=NextWeek("stock by Monday", "no surprise"),
    )


def come_back(qtbot: QtBot, qapp: QApplication) -> DebriefScreen:
    apply_look(qapp, Look(language="en", calm=True))
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.take(replace(told(), said=(said(),)))
    screen.take(gathered(debriefed().debrief))
    shown(screen)
    return screen


def test_what_was_handed_in_at_a_page_stands_there_again(qtbot: QtBot, qapp: QApplication) -> None:
    screen = come_back(qtbot, qapp)
    kept = kept_by(screen)
    word = work(screen, "one_word")
    assert isinstance(word, WordWork)
    assert (word.word.text(), word.scale.value(), word.done.isVisible()) == ("busy", 2, True)
    guess = work(screen, "guess")
    assert isinstance(guess, GuessWork)
    assert (guess.best.chosen(), guess.weakest.chosen(), guess.share.value()) == (0, 3, 65)
    both = work(screen, "principles")
    assert isinstance(both, PlusDeltaWork)
    assert (both.plus.chosen() >= 0, both.delta.chosen() >= 0, both.done.isVisible()) == (True, True, True)
    votes = work(screen, "moments")
    assert isinstance(votes, VoteWork)
    assert votes.votes[0].chosen() == 1
    assert votes.guesses[1].text() == "250"
    assert [line.isVisible() for line in votes.handed_in] == [True, True, False]
    card = work(screen, "take_away")
    assert isinstance(card, TakeAwayWork)
    assert (card.card(), card.done.isVisible()) == (CARD, True)
    assert kept == [], "nothing goes out again by itself"
    assert screen.view.page is not None
    assert "Numbers by Monday" in str(screen.view.page)


def test_who_comes_back_after_the_reveal_reads_the_own_guess(qtbot: QtBot, qapp: QApplication) -> None:
    screen = come_back(qtbot, qapp)
    screen.take(turned("guess", revealed=True))
    settle()
    made = screen.desk.works["guess", SEAT]
    assert isinstance(made, GuessWork)
    assert "65" in made.mine.text()


def test_what_is_being_written_is_not_written_over(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.meet(debriefed().cast)
    shown(screen)
    word, card = work(screen, "one_word"), work(screen, "take_away")
    assert isinstance(word, WordWork)
    assert isinstance(card, TakeAwayWork)
    QTest.keyClicks(word.word.edit, "calm")
    QTest.keyClicks(card.fields["rule"].edit, "Ask first")
    screen.take(replace(told(), said=(said(),)))
    work(screen, "one_word")
    work(screen, "take_away")
    assert word.word.text() == "calm"
    assert card.card() == TakeAway(rule="Ask first")


def test_the_sentence_of_half_time_is_there_again_while_the_pause_lasts(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.meet(debriefed().cast)
    screen.take(HalfTimeTold(3, 2, (), said=(said(),)))
    screen.take(PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False))
    made = screen.desk.works["half_time", SEAT]
    assert isinstance(made, HalfTimeWork)
    assert (made.request.text(), made.promise.text()) == ("stock by Monday", "no surprise")


def test_a_card_that_is_left_in_the_middle_of_a_sentence_is_kept(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.take(told())
    shown(screen)
    kept = kept_by(screen)
    made = work(screen, "take_away")
    assert isinstance(made, TakeAwayWork)
    made.fields["request"].set_text("tell me")
    screen.hide()
    assert kept == [KeepDebrief(SEAT, take_away=TakeAway("tell me"))]


def guessing(qtbot: QtBot, seats: tuple[SeatId, ...]) -> DebriefScreen:
    screen = DebriefScreen(Speech("en"), seats, led=True, at_table=len(seats) > 1)
    qtbot.addWidget(screen)
    screen.take(told())
    shown(screen)
    work(screen, "guess")
    return screen


def test_a_whole_guess_that_nobody_handed_in_is_handed_in_when_the_facts_come(qtbot: QtBot, qapp: QApplication) -> None:
    screen = guessing(qtbot, (SEAT,))
    kept, made = kept_by(screen), screen.desk.works["guess", SEAT]
    assert isinstance(made, GuessWork)
    made.best.set_chosen(0)
    made.weakest.set_chosen(1)
    for _ in range(2):
        screen.take(turned("guess", revealed=True))
    assert [frame.guess is not None for frame in kept] == [True]
    assert Speech("en").say("debrief-do-guess-none") not in made.mine.text()


def test_a_guess_that_is_not_whole_stays_ones_own_and_goes_nowhere(qtbot: QtBot, qapp: QApplication) -> None:
    screen = guessing(qtbot, (SEAT,))
    kept, made = kept_by(screen), screen.desk.works["guess", SEAT]
    assert isinstance(made, GuessWork)
    made.best.set_chosen(0)
    screen.take(turned("guess", revealed=True))
    assert kept == []
    links = debriefed().debrief.links
    scene = screen.known.scene
    assert scene is not None
    assert scene.name(links[0].provider) in made.mine.text()


def test_round_one_laptop_the_guess_of_each_seat_is_handed_in(qtbot: QtBot, qapp: QApplication) -> None:
    seats = (SEAT, SeatId(2))
    screen = guessing(qtbot, seats)
    kept = kept_by(screen)
    screen.desk.seat_asked.emit(1)
    for seat in seats:
        made = screen.desk.works["guess", seat]
        assert isinstance(made, GuessWork)
        made.best.set_chosen(0)
        made.weakest.set_chosen(2)
    screen.take(turned("guess", revealed=True))
    assert {frame.seat for frame in kept if frame.guess is not None} == {*seats}


def test_a_figure_in_a_field_that_was_never_left_counts_when_the_estimate_comes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.take(told())
    shown(screen)
    made = work(screen, "moments")
    assert isinstance(made, VoteWork)
    kept = kept_by(screen)
    made.guesses[0].set_text("180")
    screen.take(turned("moments", revealed=True))
    assert [frame.estimate for frame in kept] == [Estimate(0, 180)]


def test_at_the_last_page_the_survey_is_offered_until_it_was_handed_in(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT,), led=True)
    qtbot.addWidget(screen)
    screen.take(told())
    shown(screen)
    work(screen, "value")
    assert not screen.about_me.isVisible()
    work(screen, "take_away")
    assert screen.about_me.isVisible()
    screen.about_me.click()
    assert screen.survey.isVisible()
    for _ in range(3):
        screen.survey.next.click()
    screen.survey.skip.click()
    assert not screen.about_me.isVisible()
