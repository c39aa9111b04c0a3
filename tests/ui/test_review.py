"""Review by hand: one tap rates all three, items change by themselves, digits go from card to card, thanks are sent."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.scene import Scene
from sandgame.rules.events import ProviderRated
from sandgame.rules.intents import FinishPhase, RateProvider, ThankProvider
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.rating import RatingRow
from sandgame.ui.provider_card import ProviderPanel
from sandgame.ui.review import ReviewPage
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.kit.views import ENGINEERING, PRODUCTION, SALES, reviewing, sales, scene
from tests.ui.stage import Stage

OPEN = reviewing((ENGINEERING, PRODUCTION), (PRODUCTION,))


def shown(language: Language = "zh", **changes: object) -> Scene:
    return scene(sales(phase="review", review=msgspec.structs.replace(OPEN, **changes)), language)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Stage:
    stage = Stage(qtbot, qapp, ReviewPage())
    stage.page.show(shown())
    settle()
    return stage


def panels(stage: Stage) -> list[ProviderPanel]:
    return stage.found(ProviderPanel)


def items(panel: ProviderPanel) -> list[RatingRow]:
    return [row for row in panel.findChildren(RatingRow) if row is not panel.all]


def test_one_tap_gives_all_three_in_one_rating(stage: Stage) -> None:
    panels(stage)[1].all.choose(4)
    settle()
    assert stage.asked == [
        RateProvider(round=2, phase="review", provider=PRODUCTION, reliability=4, responsiveness=4, empathy=4)
    ]


def test_an_item_changed_afterwards_is_a_new_rating(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    items(panel)[2].choose(2)
    settle()
    last = stage.asked[-1]
    assert isinstance(last, RateProvider)
    assert (last.reliability, last.responsiveness, last.empathy) == (4, 4, 2)
    assert panel.all.value() == 0


def test_nothing_goes_out_until_all_three_are_set(stage: Stage) -> None:
    first, second, third = items(panels(stage)[0])
    first.choose(5)
    second.choose(4)
    settle()
    assert stage.asked == []
    third.choose(3)
    settle()
    assert len(stage.asked) == 1


def test_digits_rate_one_provider_after_the_other(stage: Stage) -> None:
    first, second = panels(stage)
    stage.window.activateWindow()
    stage.page.go(1)
    settle()
    stage.press(first.all, Qt.Key.Key_3)
    assert second.all.hasFocus()
    stage.press(second.all, Qt.Key.Key_5)
    assert [intent.reliability for intent in stage.asked if isinstance(intent, RateProvider)] == [3, 5]


def test_a_digit_without_a_focus_rates_the_next_one(stage: Stage) -> None:
    assert stage.page.key(Qt.Key.Key_2, False)
    settle()
    assert isinstance(stage.asked[0], RateProvider)
    assert stage.asked[0].provider == ENGINEERING


def test_a_comment_goes_with_the_rating(stage: Stage) -> None:
    panel = panels(stage)[0]
    field = panel.findChildren(QLineEdit)[0]
    field.setText("开周就报数")
    field.editingFinished.emit()
    settle()
    assert stage.asked == []
    panel.all.choose(3)
    settle()
    assert isinstance(stage.asked[0], RateProvider)
    assert stage.asked[0].comment == "开周就报数"


def test_a_rating_that_could_not_be_stored_can_be_given_again(stage: Stage) -> None:
    panel = panels(stage)[0]
    panel.all.choose(3)
    settle()
    stage.page.not_stored(stage.asked[0])
    panel.draft_changed.emit()
    assert len(stage.asked) == 2


def test_what_is_half_given_outlives_the_news_of_others(stage: Stage) -> None:
    items(panels(stage)[0])[0].choose(5)
    settle()
    given = (ProviderRated(SALES, PRODUCTION, 4, 4, 4, None, None, "", False),)
    stage.page.show(shown(given=given))
    settle()
    assert [row.value() for row in items(panels(stage)[0])] == [5, 0, 0]
    assert [row.value() for row in items(panels(stage)[1])] == [4, 4, 4]


def test_half_given_marks_outlive_a_change_of_language(stage: Stage) -> None:
    items(panels(stage)[0])[0].choose(5)
    settle()
    stage.page.show(shown("en"))
    settle()
    assert [row.value() for row in items(panels(stage)[0])] == [5, 0, 0]


def test_a_thank_you_card_is_sent_with_its_reason(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    field = stage.found(QLineEdit, lambda each: "为什么" in each.placeholderText())[0]
    field.setText("当天就到")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.asked == [ThankProvider(round=2, phase="review", provider=PRODUCTION, reason="当天就到")]


def test_t_opens_the_line_for_a_thank_you_card(stage: Stage) -> None:
    assert stage.page.key(Qt.Key.Key_T, False)
    settle()
    assert stage.button("送出").isVisible()


def test_finishing_says_so(stage: Stage) -> None:
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=2, phase="review")]


def test_words_still_in_their_field_go_out_before_the_review_is_finished(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    panel.findChildren(QLineEdit)[0].setText("开周就报数")
    stage.page.primary()
    *_, rated, finished = stage.asked
    assert isinstance(rated, RateProvider)
    assert rated.comment == "开周就报数"
    assert finished == FinishPhase(round=2, phase="review")


def test_a_card_with_words_goes_out_before_the_review_is_finished(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    stage.found(QLineEdit, lambda each: "为什么" in each.placeholderText())[0].setText("当天就到")
    stage.page.primary()
    card = ThankProvider(round=2, phase="review", provider=PRODUCTION, reason="当天就到")
    assert stage.asked == [card, FinishPhase(round=2, phase="review")]


def test_a_card_without_words_is_asked_about(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    question = stage.page.now().question
    assert question is not None
    assert any("感谢卡" in line for line in question.lines)


def test_a_card_that_was_sent_is_not_sent_again(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    stage.click(stage.button("送出"))
    stage.page.primary()
    assert [type(intent) for intent in stage.asked] == [ThankProvider, FinishPhase]


def test_nothing_goes_out_once_the_phase_is_over(stage: Stage) -> None:
    panel = panels(stage)[1]
    panel.all.choose(4)
    settle()
    stage.asked.clear()
    stage.page.leave()
    field = panel.findChildren(QLineEdit)[0]
    field.setText("太晚了")
    field.editingFinished.emit()
    settle()
    assert stage.asked == []


def test_what_is_being_written_outlives_a_change_of_language(stage: Stage) -> None:
    panels(stage)[0].findChildren(QLineEdit)[0].setText("开周就报数")
    stage.click(stage.button("感谢生产"))
    stage.found(QLineEdit, lambda each: "为什么" in each.placeholderText())[0].setText("当天就到")
    stage.page.show(shown("en"))
    settle()
    assert {field.text() for field in stage.found(QLineEdit)} >= {"开周就报数", "当天就到"}


def test_the_field_of_a_card_is_wide_enough_to_write_in(stage: Stage) -> None:
    stage.click(stage.button("感谢生产"))
    assert stage.found(QLineEdit, lambda each: "为什么" in each.placeholderText())[0].width() >= 240


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_review_can_be_read(qtbot: QtBot, qapp: QApplication, language: Language, scheme: Scheme) -> None:
    stage = Stage(qtbot, qapp, ReviewPage(), look=Look(scheme, language, calm=True))
    stage.page.show(shown(language))
    settle()
    assert faults(stage.window) == []
    stage.page.key(Qt.Key.Key_T, False)
    settle()
    assert faults(stage.window) == []
    for seat in (1, 2, 3):
        stage.page.show(moment(3, "review", seat, language))
        settle()
        assert faults(stage.window) == []
