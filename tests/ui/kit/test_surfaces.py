"""Board, ledger, top bar, notes and dialogs; and that language, scheme and text size change live."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.present.pictures import (
    BadgePicture,
    BalancePicture,
    BoardPicture,
    BonusPicture,
    ChipPicture,
    ClockPicture,
    FlowPicture,
    HeaderBalancePicture,
    HoursPicture,
    IslandPicture,
    LedgerRow,
    RibbonPicture,
    StepPicture,
    TopBarPicture,
    blocks,
    in_groups,
)
from sandgame.ui.kit.balances import HeaderBalance, PlanBalance
from sandgame.ui.kit.banner import Banner
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.bonus_bar import BonusBar
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, PanelHeader
from sandgame.ui.kit.coach import CoachBubble
from sandgame.ui.kit.dialog import Choice, Dialog
from sandgame.ui.kit.hours import BlocksWidget, Tray
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.kit.mark import Mark, mark_icon
from sandgame.ui.kit.tag import KeyCap, Meter, Tag
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.kit.top_bar import TopBar
from tests.ui.kit.hands import CONTROL, click, heard, press

SALES, MAKING, BUYING = BadgePicture(1, "handshake"), BadgePicture(4, "factory"), BadgePicture(3, "shopping-cart")


KEPT: list[QWidget] = []  # qtbot holds windows weakly


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    apply_look(qapp, Look(calm=True))
    yield
    KEPT.clear()
    apply_look(qapp, Look())


def window_with(qtbot: QtBot, widget: QWidget, wide: int = 800, high: int = 500) -> QWidget:
    window = QWidget()
    KEPT.append(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    window.resize(wide, high)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def board() -> BoardPicture:
    return BoardPicture(
        own=4,
        islands=(
            IslandPicture(4, "生产", MAKING, "我的部门", "own", spoken="生产，我的部门"),
            IslandPicture(3, "采购", BUYING, "供我零件", "supplier", spoken="采购，供我零件"),
            IslandPicture(1, "销售", SALES, "等我的整机", "customer", spoken="销售，等我的整机"),
        ),
        ribbons=(RibbonPicture(1, 3, 4, 3, "零件", live=True), RibbonPicture(2, 4, 1, 4, "整机")),
        chips=(ChipPicture(70, 1, BUYING, "×10", "第3周", "risk", spoken="承诺，零件 10 套，有风险"),),
    )


def test_arrows_walk_the_board_and_enter_opens(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    islands, chips = heard(widget.island_asked), heard(widget.chip_asked)
    widget.setFocus()
    assert widget.spot() == ("island", 4)
    press(widget, Qt.Key.Key_Right)
    assert widget.spot() == ("island", 1)
    press(widget, Qt.Key.Key_Return)
    assert islands == [1]
    press(widget, Qt.Key.Key_Left)
    press(widget, Qt.Key.Key_Left)
    assert widget.spot() == ("chip", 70)
    press(widget, Qt.Key.Key_Space)
    assert chips == [70]


def test_each_place_on_the_board_is_told_to_assistive_tools(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    said = []
    for spot in widget.reading_order():
        widget.focus_spot(spot)
        said.append(widget.accessibleDescription())
    assert said == ["生产，我的部门", "采购，供我零件", "承诺，零件 10 套，有风险", "销售，等我的整机"]


def test_islands_and_chips_are_clicked(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    spies = {
        "island": heard(widget.island_asked),
        "chip": heard(widget.chip_asked),
    }
    plan = widget.plan()
    spots = {
        "island": (3, plan.islands[3].center()),
        "chip": (70, plan.placed.chips[70].center()),
    }
    for kind, (number, point) in spots.items():
        click(widget, point.toPoint())
        assert spies[kind][-1] == number


def test_the_board_is_zoomed_by_keys_between_its_limits(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    for _ in range(9):
        press(widget, Qt.Key.Key_Plus, holding=CONTROL)
    assert widget.zoom() == 1.5
    press(widget, Qt.Key.Key_0, holding=CONTROL)
    assert widget.zoom() == 1.0
    for _ in range(9):
        press(widget, Qt.Key.Key_Minus, holding=CONTROL)
    assert widget.zoom() == 0.8


def test_chips_keep_clear_of_controls_on_the_sand(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    before = widget.plan().placed.chips[70]
    control = SecondaryButton("提需求", "plus")
    control.setFixedSize(190, 380)
    widget.set_corner(control, "bottom_left")
    after = widget.plan().placed.chips[70]
    assert before.intersects(control.geometry())
    assert not after.intersects(control.geometry())


def test_a_place_that_is_gone_loses_the_keyboard(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    widget.focus_spot(("chip", 70))
    widget.set_picture(BoardPicture(islands=board().islands, own=4))
    assert widget.spot() is None


def test_units_arrive_at_once_when_motion_is_reduced(qtbot: QtBot) -> None:
    widget = BoardWidget(board())
    window_with(qtbot, widget)
    with qtbot.waitSignal(widget.played):
        widget.play([FlowPicture(2, 4, 6)])


def test_an_empty_board_can_be_shown_and_focused(qtbot: QtBot) -> None:
    widget = BoardWidget()
    window_with(qtbot, widget)
    widget.setFocus()
    press(widget, Qt.Key.Key_Right)
    press(widget, Qt.Key.Key_Return)
    assert widget.spot() is None


def ledger_row(line: str = "给销售") -> LedgerRow:
    return LedgerRow(8, SALES, "整机 ×8", line, "第3周", "risk", "有风险", spoken="承诺，整机 8 台，有风险")


def test_a_ledger_row_is_44_high_and_opened_by_space(qtbot: QtBot) -> None:
    row = LedgerRowWidget(ledger_row())
    window_with(qtbot, row, 230, 44)
    assert row.heightForWidth(230) == 44
    assert row.accessibleName() == "承诺，整机 8 台，有风险"
    with qtbot.waitSignal(row.clicked):
        press(row, Qt.Key.Key_Space)


def test_a_ledger_row_grows_rather_than_let_its_words_collide() -> None:
    row = LedgerRowWidget(ledger_row("采购预警：可能晚到，下周仍欠两台"))
    assert row.heightForWidth(230) > 44
    assert row.heightForWidth(600) == 44


def top_bar_picture(language: str) -> TopBarPicture:
    zh = ("简报", "协商", "计划", "交付", "互评")
    en = ("Brief", "Negotiate", "Plan", "Deliver", "Review")
    names = zh if language == "zh" else en
    steps = tuple(StepPicture("truck", name, "now" if n == 1 else "later") for n, name in enumerate(names))
    balance = HeaderBalancePicture(MAKING, 62, 31, "My KPI", "Company", "62", "31", "▲7", "▼4")
    return TopBarPicture("Qinghe Appliances · Table 3", "Week 3 of 6", 3, 6, steps, ClockPicture("04:32"), balance)


@pytest.mark.parametrize("wide", [960, 1024, 1366, 1920])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_in_the_top_bar_covers_anything(qtbot: QtBot, wide: int, language: str) -> None:
    bar = TopBar()
    bar.set_picture(top_bar_picture(language))
    window_with(qtbot, bar, wide, 54)
    parts = [bar.steps, bar.dots, bar.balance, bar.link, bar.help, bar.menu]
    boxes = [part.geometry() for part in parts]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
        assert bar.rect().contains(box)


def test_the_clock_tells_the_phase_and_the_time(qtbot: QtBot) -> None:
    bar = TopBar()
    bar.set_picture(top_bar_picture("zh"))
    window_with(qtbot, bar, 1366, 54)
    bar.set_clock(ClockPicture("00:24", "warn", spoken="还有 24 秒"))
    assert bar.steps.accessibleName() == "协商 还有 24 秒"


def test_the_buttons_of_the_top_bar_ask(qtbot: QtBot) -> None:
    bar = TopBar()
    bar.set_texts("连接", "帮助", "菜单")
    window_with(qtbot, bar, 1366, 54)
    for button, signal in ((bar.link, bar.link_asked), (bar.help, bar.help_asked), (bar.menu, bar.menu_asked)):
        with qtbot.waitSignal(signal):
            press(button, Qt.Key.Key_Space)
    assert bar.menu.accessibleName() == "菜单"


def test_notes_wait_for_one_another_and_go_by_a_click(qtbot: QtBot) -> None:
    window = window_with(qtbot, QWidget())
    toasts = Toasts(window)
    toasts.say("讲师延长了 1 分钟", "clock")
    toasts.say("已存")
    assert toasts.isVisible()
    assert toasts.text() == "讲师延长了 1 分钟"
    click(toasts)
    assert toasts.text() == "已存"
    toasts.next_note()
    assert not toasts.isVisible()


def question(parent: QWidget) -> Dialog:
    choices = [
        Choice("warn", "先预警研发", "aside", "bell"),
        Choice("back", "再看看"),
        Choice("go", "仍然提交", "go"),
    ]
    return Dialog("提交这份计划？", "有 1 项承诺兑现不了：**样机 ×1 → 研发**。", choices, parent, icon="triangle-alert")


def test_the_safe_answer_has_the_focus_and_escape_chooses_it(qtbot: QtBot) -> None:
    dialog = question(window_with(qtbot, QWidget()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.button("back")
    assert dialog.button("back").isDefault()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == "back"
    assert not dialog.isVisible()


def test_another_answer_must_be_pressed_on_purpose(qtbot: QtBot) -> None:
    dialog = question(window_with(qtbot, QWidget()))
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog.button("go"), Qt.Key.Key_Space)
    assert dialog.chosen == "go"


def test_what_goes_on_below_a_question_goes_on_to_be_seen(qtbot: QtBot) -> None:
    """A clock that stands still on the screen and runs in truth would deceive whoever thinks it over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    clock = Label("00:43", "numberLarge", parent=window)
    clock.move(0, 0)
    window.show()
    dialog = question(window)
    dialog.open()
    before = dialog.grab(clock.geometry()).toImage()
    clock.setText("00:24")
    dialog.look()
    assert dialog.grab(clock.geometry()).toImage() != before
    dialog.reject()


def test_a_dialog_is_at_most_480_wide_and_its_title_is_the_question(qtbot: QtBot) -> None:
    dialog = question(window_with(qtbot, QWidget()))
    qtbot.addWidget(dialog)
    dialog.show()
    card = dialog.findChild(Card)
    assert card is not None
    assert card.width() <= 480
    assert dialog.windowTitle() == "提交这份计划？"


@pytest.mark.parametrize("where", [(20, 60), (660, 60), (20, 440), (660, 440), (360, 20)])
def test_a_coach_note_stands_beside_its_control_and_never_over_it(qtbot: QtBot, where: tuple[int, int]) -> None:
    page = QWidget()
    window = window_with(qtbot, page)
    control = SecondaryButton("提需求", parent=page)
    control.setGeometry(QRect(QPoint(*where), control.sizeHint()))
    control.show()
    coach = CoachBubble(window)
    coach.set_texts("第一周提示", "有人在等你", "销售要 8 台整机，第 2 周到。", "做了就好", "不再提示")
    coach.point_at(control, 1, 3)
    assert window.rect().contains(coach.geometry())
    assert not coach.geometry().intersects(QRect(control.mapTo(window, QPoint(0, 0)), control.size()))
    said = heard(coach.hide_asked)
    press(coach.hide_button, Qt.Key.Key_Space)
    assert len(said) == 1


def test_a_banner_shows_itself_when_it_has_something_to_say(qtbot: QtBot) -> None:
    banner = Banner()
    window_with(qtbot, banner)
    assert not banner.isVisible()
    banner.set_texts("网络断了", "草稿已存", "现在重试")
    assert banner.isVisible()
    assert banner.button.isVisible()


def test_labels_break_or_ask_for_room_but_never_cut_their_words() -> None:
    text = "销售要 8 台整机，第 2 周到。虚线框是还没约定的意思。"
    wide = Label(text)
    assert wide.minimumSizeHint().width() >= current_look().width(text, "body")
    broken = Label(text, wraps=True)
    assert broken.heightForWidth(120) > broken.heightForWidth(600)


def test_emphasis_is_drawn_but_not_read_out() -> None:
    label = Label("有 1 项：**样机 ×1**")
    assert label.text() == "有 1 项：样机 ×1"
    assert label._marked == "有 1 项：**样机 ×1**"


def page_of_everything() -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    for widget in (
        PanelHeader("我答应别人的", "arrow-up-right", "3 项"),
        EmptyState("还没有人向你提需求", "你可以先问一句", "inbox", SecondaryButton("发消息", size="small")),
        Card(slot=3, strip=True),
        Card(ground="soft", slot=4),
        Card(ground="ask"),
        Tag("已同意", "positive", "check"),
        KeyCap("F9"),
        Meter(framed=True),
        BlocksWidget(HoursPicture(in_groups(blocks("neutral", 0, 12)))),
        Tray(HoursPicture(in_groups(blocks("solid", 1, 12)))),
        PlanBalance(BalancePicture(blocks("solid", 4, 9), blocks("solid", 1, 26), slot=4, legend="空心：剩余工时")),
        HeaderBalance(HeaderBalancePicture(MAKING, 62, 31, "我的 KPI", "公司", "62", "31", "▲7", "▼4")),
        BonusBar(BonusPicture(4, 90, 62, 10, 31, "我的 KPI 占 90%", "公司 10%", "我的奖金怎么算")),
        Mark(32),
        LedgerRowWidget(ledger_row()),
    ):
        layout.addWidget(widget)
    return page


@pytest.mark.parametrize("percent", [100, 115, 130])
def test_every_part_can_be_drawn_in_every_look(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    window = window_with(qtbot, page_of_everything(), 500, 1100)
    seen = set()
    for language in ("zh", "en"):
        for scheme in ("light", "dark"):
            apply_look(qapp, Look(scheme, language, percent))
            picture = window.grab().toImage()
            seen.add(picture.pixelColor(3, 3).name())
    assert seen == {Look("light").colour.window.name(), Look("dark").colour.window.name()}


def test_a_change_of_scheme_recolours_what_is_on_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    button = SecondaryButton("次要", "bell")
    window_with(qtbot, button, 200, 60)
    before = button.grab().toImage()
    apply_look(qapp, Look("dark"))
    after = button.grab().toImage()
    assert before.pixelColor(20, before.height() // 2) != after.pixelColor(20, after.height() // 2)
    assert after.pixelColor(8, 10) == QColor(Look("dark").colour.surface)


def test_a_larger_text_size_makes_room_for_itself(qtbot: QtBot, qapp: QApplication) -> None:
    row, button = LedgerRowWidget(ledger_row()), SecondaryButton("次要")
    window_with(qtbot, row)
    before = (row.heightForWidth(260), button.sizeHint().width())
    apply_look(qapp, Look(text_percent=130))
    assert row.heightForWidth(260) > before[0]
    assert button.sizeHint().width() > before[1]
    button.deleteLater()


def rings(window: QWidget) -> list[QWidget]:
    return [child for child in window.findChildren(QWidget) if type(child).__name__ == "_Ring" and child.isVisible()]


def test_whatever_has_the_keyboard_has_a_ring_around_it(qtbot: QtBot) -> None:
    page = QWidget()
    window = window_with(qtbot, page)
    first, second = SecondaryButton("一", parent=page), QLineEdit(page)
    first.setGeometry(20, 20, 80, 34)
    second.setGeometry(20, 80, 120, 36)
    for widget in (first, second):
        widget.show()
        widget.setFocus()
        assert [ring.geometry() for ring in rings(window)] == [widget.geometry().adjusted(-5, -5, 5, 5)]
    second.move(200, 80)
    assert rings(window)[0].geometry().left() == 195


def test_the_ring_goes_with_its_widget_and_vanishes_with_it(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    page.setFixedSize(300, 2000)
    area.setWidget(page)
    window = window_with(qtbot, area, 320, 400)
    button = SecondaryButton("一", parent=page)
    button.setGeometry(20, 300, 80, 34)
    button.show()
    button.setFocus()
    top = rings(window)[0].geometry().top()
    area.verticalScrollBar().setValue(100)
    assert rings(window)[0].geometry().top() == top - 100
    button.hide()
    assert not [ring for ring in rings(window) if ring.width() == button.width() + 10]


def test_the_window_has_an_icon_of_its_own() -> None:
    assert {size.width() for size in mark_icon().availableSizes()} >= {16, 32, 256}


def test_a_toast_lies_over_nothing_that_can_be_read_or_clicked(qtbot: QtBot) -> None:
    window = window_with(qtbot, QWidget())
    toasts = Toasts(window)
    toasts.say("生产提议了公共工时的分法", "bell")
    low = toasts.geometry()
    assert low.bottom() > window.height() - 60
    button, text = SecondaryButton("同意", parent=window), Label("全公司这一周多出来的工时", parent=window)
    for widget in (button, text):
        widget.setGeometry(low)
        widget.show()
        button.setEnabled(False)
        toasts.next_note()
        toasts.say("生产提议了公共工时的分法", "bell")
        assert not toasts.geometry().intersects(low)
        widget.hide()
    toasts.next_note()
    toasts.say("已存")
    assert toasts.geometry().bottom() == low.bottom()


def test_the_bonus_bar_explains_itself_on_a_click(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _spot, text, _owner: told.append(text))
    bar = BonusBar(BonusPicture(4, 90, 62, 10, 31, title="我的奖金怎么算", tip="奖金 = KPI 的 90% + 公司的 10%"))
    window_with(qtbot, bar, 300, 80)
    click(bar)
    assert told == ["奖金 = KPI 的 90% + 公司的 10%"]


class Witness(QWidget, Themed):
    """Notes whether Python would collect while it is told of a look."""

    def __init__(self) -> None:
        super().__init__()
        self.collecting: list[bool] = []

    def on_look_changed(self) -> None:
        self.collecting.append(gc.isenabled())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 Qt's name
        self.collecting.append(gc.isenabled())
        super().changeEvent(event)


def test_nothing_is_collected_while_every_widget_is_told_of_a_look(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt lists them by bare pointers: a window that went in the meantime ended the program."""
    witness = Witness()
    qtbot.addWidget(witness)
    witness.show()
    apply_look(qapp, Look(calm=True))
    witness.collecting.clear()
    apply_look(qapp, Look(scheme="dark", calm=True))
    assert len(witness.collecting) > 1, "by the style sheet and by the program"
    assert not any(witness.collecting)
    assert gc.isenabled()
