"""Controls by hand and by keyboard: what a user presses and what comes of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.present.pictures import CheckPicture
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.fields import CodeField, TextField
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.rating import AllThree, RatingRow
from sandgame.ui.kit.segmented import Segmented, SegmentedAnswer
from sandgame.ui.kit.sign_bar import SignBar
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.switch import Switch, SwitchRow
from sandgame.ui.kit.tabs import Tab, TabStrip
from sandgame.ui.kit.tag import CheckItem
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.tips import term_tip
from tests.ui.kit.hands import CONTROL, click, heard, press

Shown = Callable[[QWidget], QWidget]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    apply_look(qapp, Look())


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Puts a widget into a window and gives it the keyboard."""
    windows = []  # qtbot holds them weakly

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        QVBoxLayout(window).addWidget(widget)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        widget.setFocus()
        return widget

    return show


def test_a_stepper_counts_by_keys_and_stops_at_both_ends(shown: Shown) -> None:
    stepper = Stepper(0, 2, 1)
    shown(stepper)
    said = heard(stepper.value_changed)
    press(stepper, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert said == [2, 1, 0]


def test_a_number_can_be_typed_into_a_stepper(shown: Shown) -> None:
    stepper = Stepper(0, 40, 3)
    shown(stepper)
    press(stepper, Qt.Key.Key_1, Qt.Key.Key_4)
    assert stepper.value() == 14
    press(stepper, Qt.Key.Key_Backspace)
    assert stepper.value() == 1


def test_a_typed_number_beyond_the_range_starts_anew(shown: Shown) -> None:
    stepper = Stepper(0, 12, 0)
    shown(stepper)
    press(stepper, Qt.Key.Key_1, Qt.Key.Key_9)
    assert stepper.value() == 9


def test_a_stepper_is_pushed_at_its_ends_by_the_mouse(shown: Shown) -> None:
    stepper = Stepper(0, 9, 4)
    shown(stepper)
    middle = stepper.height() // 2
    click(stepper, QPoint(stepper.width() - 10, middle))
    assert stepper.value() == 5
    click(stepper, QPoint(10, middle))
    click(stepper, QPoint(10, middle))
    assert stepper.value() == 3
    click(stepper, QPoint(stepper.width() // 2, middle))
    assert stepper.value() == 3


def turn_wheel(widget: QWidget) -> None:
    spot = QPointF(widget.rect().center())
    event = QWheelEvent(
        spot,
        QPointF(widget.mapToGlobal(spot.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_turns_a_stepper_only_when_it_has_the_focus(shown: Shown) -> None:
    stepper = Stepper(0, 9, 4)
    shown(stepper)
    turn_wheel(stepper)
    assert stepper.value() == 5
    stepper.clearFocus()
    turn_wheel(stepper)
    assert stepper.value() == 5


def test_a_stepper_writes_its_value_as_told() -> None:
    stepper = Stepper(0, 40, 9)
    stepper.set_pattern("{} 工时")
    assert stepper.text() == "9 工时"
    stepper.set_words({9: "第6周"})
    assert stepper.text() == "第6周"


@pytest.mark.parametrize(("key", "answer"), [("a", "accept"), ("c", "counter"), ("d", "decline")])
def test_a_line_is_answered_by_one_letter(shown: Shown, key: str, answer: str) -> None:
    answers = SegmentedAnswer()
    shown(answers)
    said = heard(answers.answer_changed)
    press(answers, key)
    assert answers.answer() == answer
    assert said == [answer]


def test_an_answer_can_be_shown_and_taken_away_without_a_signal() -> None:
    answers = SegmentedAnswer()
    said = heard(answers.answer_changed)
    answers.set_answer("counter")
    assert answers.answer() == "counter"
    answers.set_answer(None)
    assert answers.answer() is None
    assert not said


def test_segments_are_clicked_and_named(shown: Shown) -> None:
    answers = SegmentedAnswer()
    answers.set_texts("接受", "改条件", "拒绝")
    shown(answers)
    click(answers.childAt(80, 16))
    assert answers.answer() == "decline"
    first = answers.childAt(15, 16)
    assert first is not None
    assert first.accessibleName() == "接受"


def test_one_of_two_ways_keeps_its_place_when_the_language_changes(shown: Shown) -> None:
    ways = Segmented([("自己试一场", "user"), ("一台电脑，几个部门", "laptop")])
    shown(ways)
    ways.set_index(1)
    ways.set_options([("Try alone", "user"), ("One laptop", "laptop")])
    assert ways.index() == 1
    said = heard(ways.index_changed)
    click(ways.childAt(20, ways.height() // 2))
    assert said == [0]


def test_arrows_move_between_tabs_and_open_them(shown: Shown) -> None:
    tabs = TabStrip([Tab("需求单", "1", "negative"), Tab("事实"), Tab("消息", "2")])
    shown(tabs)
    said = heard(tabs.index_changed)
    first = tabs.childAt(10, 10)
    assert first is not None
    first.setFocus()
    press(first, Qt.Key.Key_Right)
    assert tabs.index() == 1
    assert said == [1]
    tabs.set_tabs([Tab("Requests"), Tab("Facts"), Tab("Messages")])
    assert tabs.index() == 1


def test_space_turns_a_switch(shown: Shown) -> None:
    row = SwitchRow("计时", "关着就想多久都行")
    shown(row)
    row.switch.setFocus()
    press(row.switch, Qt.Key.Key_Space)
    assert row.switch.isChecked()
    assert row.switch.accessibleName() == "计时"


def test_one_of_several_cards_is_chosen_by_arrows(shown: Shown) -> None:
    box = QWidget()
    layout = QVBoxLayout(box)
    cards = [RadioCard(title, "一句话") for title in ("混着来", "都肯协作", "都只顾自己")]
    for card in cards:
        layout.addWidget(card)
    shown(box)
    cards[0].setFocus()
    press(cards[0], Qt.Key.Key_Space)
    assert [card.isChecked() for card in cards] == [True, False, False]
    press(cards[0], Qt.Key.Key_Down)
    assert [card.isChecked() for card in cards] == [False, True, False]


@pytest.mark.parametrize("value", [1, 2, 3, 4, 5])
def test_a_rating_is_given_by_its_digit(shown: Shown, value: int) -> None:
    rating = RatingRow("说到做到")
    shown(rating)
    press(rating, str(value))
    assert rating.value() == value


def test_a_rating_is_moved_by_arrows_and_taken_back_by_delete(shown: Shown) -> None:
    rating = RatingRow("答复及时")
    shown(rating)
    press(rating, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert rating.value() == 2
    press(rating, Qt.Key.Key_Delete)
    assert rating.value() == 0


def test_a_disc_is_clicked(shown: Shown) -> None:
    rating = RatingRow("懂我要什么")
    shown(rating)
    click(rating, QPoint(rating.width() - 20, rating.height() // 2))
    assert rating.value() == 5


def test_all_three_sets_all_and_shows_a_value_only_while_they_are_equal(shown: Shown) -> None:
    rows = [RatingRow(text) for text in ("说到做到", "答复及时", "懂我要什么")]
    all_three = AllThree("三项都给", rows)
    shown(all_three)
    press(all_three, "4")
    assert [row.value() for row in rows] == [4, 4, 4]
    rows[0].choose(2)
    assert all_three.value() == 0
    assert [row.value() for row in rows] == [2, 4, 4]
    press(all_three, "3")
    assert {row.value() for row in rows} == {3}
    for row in rows:
        row.deleteLater()


def test_a_cause_starts_unchosen_and_is_chosen_by_space(shown: Shown) -> None:
    causes = PillChoice(["没说清", "做不到", "被第三方卡住", "先做了别的"])
    shown(causes)
    assert causes.chosen() == -1
    said = heard(causes.chosen_changed)
    second = causes.findChildren(QWidget)[1]
    second.setFocus()
    press(second, Qt.Key.Key_Space)
    assert causes.chosen() == 1
    assert said == [1]
    causes.set_chosen(-1)
    assert causes.chosen() == -1


def test_pills_that_do_not_fit_go_to_the_next_line(shown: Shown) -> None:
    causes = PillChoice(["Not made clear", "Could not be done", "Held up by a third", "Did other things first"])
    assert causes.heightForWidth(240) > causes.heightForWidth(2000)
    shown(causes)
    causes.resize(240, causes.heightForWidth(240))
    assert all(pill.geometry().right() <= 240 for pill in causes.findChildren(QWidget))


def test_a_sign_is_asked_for_by_its_button(shown: Shown) -> None:
    bar = SignBar()
    bar.set_texts("我的状态", ("平稳", "吃紧", "卡住", "顺心"))
    shown(bar)
    said = heard(bar.sign_asked)
    buttons = [child for child in bar.findChildren(QWidget) if child.accessibleName() == "卡住"]
    buttons[0].setFocus()
    press(buttons[0], Qt.Key.Key_Space)
    assert said == ["stuck"]


def test_a_sign_is_named_in_words_where_the_keyboard_or_the_pointer_is(shown: Shown) -> None:
    bar = SignBar()
    bar.set_texts("我的状态", ("平稳", "吃紧", "卡住", "顺心"))
    shown(bar)
    bar.setFocus()
    assert bar.word() == "我的状态"
    next(child for child in bar.findChildren(QAbstractButton) if child.accessibleName() == "吃紧").setFocus()
    assert bar.word() == "吃紧"
    bar.set_sign("stuck")
    bar.clearFocus()
    next(child for child in bar.findChildren(QAbstractButton) if child.accessibleName() == "吃紧").clearFocus()
    assert bar.word() == "卡住"


def test_the_sign_that_is_shown_is_taken_away_by_the_same_button(shown: Shown) -> None:
    bar = SignBar()
    bar.set_texts("我的状态", ("平稳", "吃紧", "卡住", "顺心"))
    bar.set_sign("stuck")
    shown(bar)
    said = heard(bar.sign_asked)
    button = next(child for child in bar.findChildren(QAbstractButton) if child.accessibleName() == "卡住")
    press(button, Qt.Key.Key_Space)
    assert said == [None]
    # it stays up until the table has it
    assert button.isChecked()


def test_a_join_code_leaves_out_what_can_be_mistaken(shown: Shown) -> None:
    field = CodeField()
    shown(field)
    for sign in "k0o1il7":
        press(field, sign)
    assert field.code() == "K7"


def test_pasting_fills_all_boxes_of_a_join_code_and_enter_hands_it_over(qtbot: QtBot, shown: Shown) -> None:
    field = CodeField()
    shown(field)
    QGuiApplication.clipboard().setText(" k7p-q4x ")
    press(field, Qt.Key.Key_V, holding=CONTROL)
    assert field.code() == "K7PQ4X"
    with qtbot.waitSignal(field.code_entered) as entered:
        press(field, Qt.Key.Key_Return)
    assert entered.args == ["K7PQ4X"]
    press(field, Qt.Key.Key_Backspace)
    assert field.code() == "K7PQ4"


def test_a_click_on_a_whole_code_selects_it_and_the_next_sign_begins_a_new_one(shown: Shown) -> None:
    field = CodeField()
    shown(field)
    field.set_code("K7PQ4X")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(12, 20))
    press(field, "m")
    assert field.code() == "M"


def test_two_clicks_on_a_box_mend_its_sign_alone(shown: Shown) -> None:
    field = CodeField()
    shown(field)
    field.set_code("K7PQ4X")
    QTest.mouseDClick(field, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    press(field, "m")
    assert field.code() == "KMPQ4X"


def test_backspace_and_delete_empty_a_selected_code(shown: Shown) -> None:
    field = CodeField()
    shown(field)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        field.set_code("K7PQ4X")
        field.select_all()
        press(field, key)
        assert field.code() == ""


def test_a_sign_that_no_code_has_is_told_and_so_are_empty_boxes_at_enter(qtbot: QtBot, shown: Shown) -> None:
    field = CodeField()
    shown(field)
    with qtbot.waitSignal(field.sign_refused):
        press(field, "1")
    with qtbot.assertNotEmitted(field.sign_refused):
        press(field, "k")
        press(field, "-")
    with qtbot.waitSignal(field.fell_short):
        press(field, Qt.Key.Key_Return)
    assert field.code() == "K"


def test_a_fault_stands_beside_its_field_until_it_is_mended(shown: Shown) -> None:
    field = TextField("数量")
    shown(field)
    field.set_fault("最多 12：工时只够 12 台")
    assert field.fault.isVisible()
    assert field.fault.text() == "最多 12：工时只够 12 台"
    field.set_fault("")
    assert not field.fault.isVisible()


def test_buttons_are_pressed_by_space_and_named_by_their_text(qtbot: QtBot, shown: Shown) -> None:
    button = PrimaryButton("我看完了", "check")
    button.set_key("F9")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Space)
    assert button.accessibleName() == "我看完了"
    button.setText("I've read it")
    assert button.accessibleName() == "I've read it"


@pytest.mark.parametrize(
    "make",
    [
        lambda: PrimaryButton("继续"),
        lambda: CheckItem(CheckPicture(1, "做")),
        lambda: RadioCard("混着来"),
        Switch,
    ],
)
def test_enter_presses_what_has_the_focus(qtbot: QtBot, shown: Shown, make: Callable[[], QAbstractButton]) -> None:
    button = make()
    shown(button)
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Return)


class Opener(QPushButton):
    """A button for which Enter means something of its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        self.setText("opened" if event.key() == Qt.Key.Key_Return else "")


def test_a_button_with_keys_of_its_own_is_left_alone(shown: Shown) -> None:
    opener = Opener()
    pressed = heard(opener.clicked)
    shown(opener)
    press(opener, Qt.Key.Key_Return)
    assert opener.text() == "opened"
    assert not pressed


def test_a_stepper_says_its_value_to_assistive_tools() -> None:
    stepper = Stepper(0, 40, 9)
    stepper.set_pattern("{} 工时")
    stepper.step(1)
    assert stepper.accessibleDescription() == "10 工时"


def test_a_term_is_explained_in_plain_text_whatever_is_in_it() -> None:
    assert "a &lt; b" in term_tip("承诺", "a < b")


def test_a_name_given_to_a_button_outlives_its_texts() -> None:
    button = SecondaryButton(icon="ellipsis")
    button.setAccessibleName("更多")
    button.setText("x")
    assert button.accessibleName() == "更多"


def test_a_thing_to_do_leads_to_its_place(qtbot: QtBot, shown: Shown) -> None:
    item = CheckItem(CheckPicture(3, "答复需求单 1"))
    shown(item)
    with qtbot.waitSignal(item.clicked):
        press(item, Qt.Key.Key_Space)
    item.set_picture(CheckPicture(3, "答复需求单", done=True))
    assert item.accessibleName() == "答复需求单"


@pytest.mark.parametrize(
    "make",
    [
        lambda: PrimaryButton("继续", "check"),
        lambda: SecondaryButton("小", size="small"),
        lambda: SecondaryButton(icon="ellipsis", size="small"),
        Stepper,
        Switch,
        lambda: CheckItem(CheckPicture(1, "做")),
        lambda: RatingRow("说到做到"),
    ],
)
def test_what_is_to_be_hit_is_at_least_28_px(make: Callable[[], QWidget]) -> None:
    hint = make().sizeHint()
    assert hint.width() >= 28
    assert hint.height() >= 28
