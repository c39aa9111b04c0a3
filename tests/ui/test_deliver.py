"""Deliver by hand: the replay runs, steps, skips; the result is hidden until it has ended."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.deliver import deliver
from sandgame.present.ledger import ledger
from sandgame.present.shell import balance
from sandgame.rules.intents import FinishPhase
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.kit.labels import Label
from sandgame.ui.replay import StepTrack, frame_ms
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.ui.stage import Stage

WEEK, SALES = 2, 1


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Stage:
    stage = Stage(qtbot, qapp, DeliverPage())
    stage.page.show(moment(WEEK, "deliver", SALES))
    settle()
    return stage


def said(stage: Stage, text: str) -> bool:
    return bool(stage.found(Label, lambda label: text in label.text()))


def sentence() -> str:
    page = deliver(moment(WEEK, "deliver", SALES))
    assert page is not None
    return page.fact


def test_the_result_comes_after_the_replay(stage: Stage) -> None:
    assert not said(stage, sentence())
    stage.page.primary()
    settle()
    assert said(stage, sentence())
    assert stage.page.now().primary == "继续"


def test_one_button_leads_to_the_result_and_in_a_pause_the_replay_has_it(stage: Stage) -> None:
    """The now bar has one; where it is off, or is another's, the replay offers its own."""

    def ways() -> int:
        return len(stage.found(QAbstractButton, lambda each: each.text() == "直接看结果"))

    assert ways() == 0
    shown = moment(WEEK, "deliver", SALES)
    room = msgspec.structs.replace(shown.view.room, paused=True)
    stage.page.show(replace(shown, view=msgspec.structs.replace(shown.view, room=room)))
    settle()
    assert ways() == 1
    stage.click(stage.button("直接看结果"))
    assert said(stage, sentence())
    assert ways() == 0


def test_the_primary_shows_the_result_first_and_goes_on_then(stage: Stage) -> None:
    stage.page.primary()
    assert stage.asked == []
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=WEEK, phase="deliver")]


def test_the_first_press_after_the_replay_goes_on(stage: Stage) -> None:
    assert isinstance(stage.page, DeliverPage)
    stage.page.replay.ended.emit(False)
    stage.page.grace.stop()
    settle()
    assert said(stage, sentence())
    assert stage.page.now().primary == "继续"
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=WEEK, phase="deliver")]


def test_a_press_just_after_the_replay_ended_by_itself_does_nothing(stage: Stage) -> None:
    assert isinstance(stage.page, DeliverPage)
    stage.page.replay.ended.emit(False)
    stage.page.primary()
    assert stage.asked == []
    assert said(stage, sentence())
    stage.page.grace.stop()
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=WEEK, phase="deliver")]


def test_nothing_outside_tells_the_end_before_the_replay_does(stage: Stage) -> None:
    shown, plan = moment(WEEK, "deliver", SALES), moment(WEEK, "plan", SALES)
    known = stage.page.known(shown)
    assert ledger(known) == replace(ledger(plan), hours=ledger(known).hours, stock=ledger(known).stock)
    assert balance(known) == balance(plan)
    stage.page.primary()
    assert stage.page.known(shown) is shown


def test_end_skips_to_the_result(stage: Stage) -> None:
    QTest.keyClick(stage.window, Qt.Key.Key_End)
    settle()
    assert said(stage, sentence())


def test_stepping_forward_stops_the_replay_and_ends_with_the_result(stage: Stage) -> None:
    assert isinstance(stage.page, DeliverPage)
    replay = stage.page.replay
    assert replay.is_playing()
    forward = stage.button("下一步")
    while forward.isEnabled():
        assert not said(stage, sentence())
        stage.click(forward)
        assert not replay.is_playing()
    assert said(stage, sentence())


def test_stepping_back_hides_nothing_that_is_out(stage: Stage) -> None:
    stage.page.primary()
    stage.click(stage.button("上一步"))
    assert said(stage, sentence())
    assert said(stage, "第 4 步")


def test_pausing_and_playing(stage: Stage) -> None:
    assert isinstance(stage.page, DeliverPage)
    stage.click(stage.button("暂停"))
    assert not stage.page.replay.is_playing()
    stage.click(stage.button("播放"))
    assert stage.page.replay.is_playing()


def test_a_click_on_a_step_goes_there(stage: Stage) -> None:
    track = stage.found(StepTrack)[0]
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() * 7 // 10, 5))
    settle()
    assert said(stage, "第 4 步")


def test_an_outcome_is_told_when_its_step_has_been_shown(stage: Stage) -> None:
    page = deliver(moment(WEEK, "deliver", SALES))
    assert page is not None
    own = page.rows[-1]
    assert not said(stage, own.why)
    stage.page.primary()
    assert said(stage, own.why)


def test_steps_take_four_seconds_levels_two_and_empty_ones_less() -> None:
    page = deliver(moment(WEEK, "deliver", SALES))
    assert page is not None
    times = {(frame.step, frame.quiet): frame_ms(frame) for frame in page.frames}
    assert times[(3, False)] == 2000
    assert times[(4, False)] == 4000
    assert times[(1, True)] < 2000


def test_leaving_stops_the_clock(stage: Stage) -> None:
    assert isinstance(stage.page, DeliverPage)
    stage.page.leave()
    assert not stage.page.replay.is_playing()


def test_the_language_changes_where_the_replay_stands(stage: Stage) -> None:
    stage.click(stage.button("下一步"))
    stage.page.show(moment(WEEK, "deliver", SALES, "en"))
    settle()
    assert said(stage, "Step 2 of 5")
    assert stage.page.now().primary == "Skip to result"


def test_the_next_week_plays_from_the_start(stage: Stage) -> None:
    stage.page.primary()
    stage.page.show(moment(WEEK + 1, "deliver", SALES))
    settle()
    assert said(stage, "第 1 步")
    assert stage.page.now().primary == "直接看结果"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seat", [1, 2, 3])
def test_deliver_can_be_read(qtbot: QtBot, qapp: QApplication, seat: int, language: Language, scheme: Scheme) -> None:
    stage = Stage(qtbot, qapp, DeliverPage(), look=Look(scheme, language, calm=True))
    for week in (1, 3):
        stage.page.show(moment(week, "deliver", seat, language))
        settle()
        assert faults(stage.window) == []
        stage.page.primary()
        settle()
        assert faults(stage.window) == []
