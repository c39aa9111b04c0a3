"""The frame around the pages by hand: phases change, answers come back, zones and keys work, words change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.seat import ViewChanged
from sandgame.paint.look import Look
from sandgame.present.negotiate import CHECK_ANSWER, CHECK_ORDERS
from sandgame.present.shell import steps
from sandgame.rules.intents import FinishPhase, KeepDraft, KeepEntry, ProposePool, ResumePhase, SubmitPlan
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sections import View
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.drafts import Draft
from sandgame.ui.help import PhaseHelpSheet
from sandgame.ui.kit.coach import _Lead
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.toast_place import controls_shown
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.pages import PAGES
from sandgame.ui.plan import PlanPage
from sandgame.ui.preferences import Preferences
from sandgame.ui.reading import controls
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import faults, settle
from tests.kit.seat import Seat, at
from tests.kit.views import DRAWING, LAMP, PRODUCTION, SALES, order, production, promise, sales, seated, threads


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication) -> Callable[[View], Seat]:
    apply_look(qapp, Look(calm=True))
    return lambda view: Seat(qtbot, view)


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_look(qapp, Look(calm=True))


def test_a_seat_sees_phase_task_and_both_promises_at_once(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    assert mine.shell.now.sentence.text() == "协商：把本周的约定谈清楚"
    assert mine.shell.ledger.promised.rows[0].row().title == "需求单 2 行"
    assert mine.shell.ledger.owed.rows[0].row().title == "图纸 ×1"
    assert mine.page is mine.shell.pages["negotiate"]


def test_the_page_follows_the_phase(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.shell.take(ViewChanged(PRODUCTION, 2, table=at(production(), "plan").table))
    settle()
    assert mine.page is mine.shell.pages["plan"]
    assert mine.page.centre.isVisible()
    assert not mine.shell.pages["negotiate"].centre.isVisible()
    assert set(mine.shell.pages) == {"negotiate", "plan"}, "no page is made before its phase"


def test_finishing_with_open_things_asks_once(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.press(Qt.Key.Key_F9)
    assert mine.asked == []
    mine.dialog().button("back").click()
    settle()
    assert mine.asked == []
    mine.press(Qt.Key.Key_F9)
    mine.dialog().button("go").click()
    settle()
    assert mine.asked == [FinishPhase(round=2, phase="negotiate")]


def test_who_is_done_sees_for_whom_and_can_go_on(seat: Callable[[View], Seat]) -> None:
    mine = seat(at(sales(), "plan", (SALES,)))
    bar = mine.shell.now
    assert "研发、生产" in bar.sentence.text()
    assert not bar.primary.isVisible()
    mine.press(Qt.Key.Key_F9)
    assert mine.asked == []
    bar.change.click()
    assert mine.asked == [ResumePhase(round=2, phase="plan")]


def test_a_refusal_says_why(seat: Callable[[View], Seat]) -> None:
    mine = seat(at(sales(), "plan"))
    mine.page.primary()
    assert isinstance(mine.asked[-1], SubmitPlan)
    mine.answer(Refusal(Reason.WRONG_PHASE))
    assert mine.shell.toasts.text()
    mine.shell.toasts.next_note()


def test_what_was_not_stored_is_sent_again_by_hand(seat: Callable[[View], Seat]) -> None:
    mine = seat(at(sales(), "plan"))
    mine.page.primary()
    mine.answer(stored=False)
    assert mine.shell.banner.isVisible()
    mine.shell.banner.button.click()
    assert mine.asked[0] == mine.asked[1]
    assert not mine.shell.banner.isVisible()
    mine.answer()
    assert not mine.shell.banner.isVisible()


def test_a_draft_that_was_not_kept_asks_for_nothing(seat: Callable[[View], Seat]) -> None:
    mine = seat(at(production(), "plan"))
    plan = mine.shell.pages["plan"]
    mine.press(Qt.Key.Key_F6)
    plan.centre.findChildren(type(mine.shell.now.primary))
    mine.shell.pages["plan"].undo()
    assert not any(isinstance(intent, KeepDraft) for intent in mine.asked)


def test_every_zone_is_reached_by_key(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    for number, zone in enumerate(("now", "ledger", "centre", "dock", "top"), start=1):
        mine.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert zone_of(mine) == zone
    mine.press(Qt.Key.Key_F6)
    assert zone_of(mine) == "now"
    mine.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert zone_of(mine) == "top"


def test_tab_goes_through_the_zones_in_reading_order(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    visited: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if not visited or visited[-1] != zone_of(mine):
            visited.append(zone_of(mine))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if len(visited) > 5:
            break
    assert visited[:6] == ["now", "ledger", "centre", "dock", "top", "now"]


def zone_of(seat: Seat) -> str:
    shell, focus = seat.shell, QApplication.focusWidget()
    assert focus is not None
    zones = {
        "now": shell.now,
        "ledger": shell.ledger,
        "centre": seat.page.centre,
        "dock": seat.page.dock,
        "top": shell.top,
    }
    return next(name for name, zone in zones.items() if zone is not None and zone.isAncestorOf(focus))


def test_leaving_asks_once(seat: Callable[[View], Seat], qtbot: QtBot) -> None:
    mine = seat(production())
    mine.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(mine.shell.left):
        mine.dialog().button("go").click()
    settle()


def test_escape_closes_what_is_open_before_it_asks_to_leave(seat: Callable[[View], Seat]) -> None:
    view = production()
    mine = seat(msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, round=1)))
    assert mine.shell.coach.bubble.isVisible()
    mine.press(Qt.Key.Key_Escape)
    assert not mine.shell.coach.bubble.isVisible()
    assert not mine.shell.findChildren(Dialog)
    assert isinstance(mine.page, NegotiatePage)
    note = mine.page.desk.ask.note
    mine.page.to_tab("ask")
    if not mine.page.desk.ask.lines:
        mine.page.desk.ask.line_added.emit(DRAWING)
    settle()
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Escape)
    settle()
    assert not note.hasFocus()
    assert not mine.shell.findChildren(Dialog)
    mine.press(Qt.Key.Key_Escape)
    assert not mine.page.desk.ask.isVisible()
    assert not mine.shell.findChildren(Dialog)
    mine.press(Qt.Key.Key_Escape)
    assert mine.dialog().isVisible()


def test_escape_closes_a_drawer_first(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.shell.resize(1100, 640)
    settle()
    mine.shell.desk.open_drawer("ledger")
    mine.press(Qt.Key.Key_Escape)
    assert mine.shell.desk.drawer == ""
    assert not mine.shell.findChildren(Dialog)


def test_help_says_what_to_do_and_which_keys(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.press(Qt.Key.Key_F1)
    page = next(each for each in mine.shell.findChildren(PhaseHelpSheet) if each.isVisible())
    assert any("需求单" in label.text() for label in page.findChildren(Label))
    page.reject()
    settle()


def test_words_change_while_the_page_is_open(seat: Callable[[View], Seat], qapp: QApplication) -> None:
    mine = seat(production())
    apply_look(qapp, Look(language="en", calm=True))
    mine.shell.in_language(Speech("en"))
    settle()
    assert mine.shell.now.sentence.text() == "Negotiate: settle this week's promises"
    assert mine.shell.ledger.promised.rows[0].row().title == "Request 2 lines"


PLAIN = [(1366, 768, 100), (1366, 690, 100), (1024, 600, 100), (960, 540, 100)]
SIZES = [*PLAIN, (1366, 768, 130), (1092, 614, 130), (960, 540, 130)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot, qapp: QApplication, language: Language, width: int, height: int, percent: int
) -> None:
    apply_look(qapp, Look(language=language, text_percent=percent, calm=True))
    for view in (production(), sales()):
        for phase in ("negotiate", "plan"):
            mine = Seat(qtbot, at(view, phase), {"negotiate": NegotiatePage(), "plan": PlanPage()})
            mine.shell.in_language(Speech(language))
            mine.shell.resize(width, height)
            settle()
            assert faults(mine.shell) == []
            mine.shell.stop()
            mine.shell.hide()


def test_a_small_window_keeps_the_ledger_within_reach(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.shell.resize(1024, 600)
    settle()
    assert not mine.shell.ledger.isVisible()
    mine.shell.desk.rail.promised.click()
    settle()
    assert mine.shell.ledger.isVisible()
    mine.shell.ledger.promised.rows[0].click()
    settle()
    assert not mine.shell.ledger.isVisible()


def rest(widget: QWidget, *, here: bool) -> None:
    """The pointer comes to rest on a widget, or leaves it: told as Qt tells it, wherever the real one stands."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, here)
    spot = QPointF(4, 4)
    QApplication.sendEvent(widget, QEnterEvent(spot, spot, spot) if here else QEvent(QEvent.Type.Leave))


def test_the_ledger_opens_under_a_resting_pointer_and_closes_when_it_leaves(
    seat: Callable[[View], Seat], qtbot: QtBot
) -> None:
    mine = seat(production())
    mine.shell.resize(1092, 614)
    settle()
    desk = mine.shell.desk
    rest(desk.rail, here=True)
    qtbot.waitUntil(desk.ledger.isVisible)
    rest(desk.ledger, here=True)
    rest(desk.rail, here=False)
    qtbot.waitUntil(lambda: not desk._peek.isActive())
    assert desk.ledger.isVisible()
    rest(desk.ledger, here=False)
    qtbot.waitUntil(lambda: not desk.ledger.isVisible())
    rest(desk.rail, here=True)
    qtbot.waitUntil(desk.ledger.isVisible)
    QTest.mouseClick(desk.rail.promised, Qt.MouseButton.LeftButton)
    settle()
    assert desk.drawer == "ledger"
    desk.open_drawer("")


def test_alone_the_present_step_says_that_no_time_runs(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    assert "不计时" in mine.shell.top.steps.accessibleName()
    mine.shell.resize(960, 540)
    settle()
    assert faults(mine.shell) == []


def test_what_has_passed_says_that_there_is_no_way_back(seat: Callable[[View], Seat]) -> None:
    mine = seat(at(production(), "plan"))
    assert mine.shell.scene is not None
    tips = [step.tip for step in steps(mine.shell.scene)]
    assert ["不能回去" in tip for tip in tips] == [True, True, False, False, False]


def test_in_a_very_small_window_negotiate_scrolls_and_all_orders_stand_there(seat: Callable[[View], Seat]) -> None:
    choices = [order(n, LAMP, 4, 2, (2, 60), (3, 56)) for n in (1, 2, 3)]
    mine = seat(sales(orders=tuple(choices)))
    mine.shell.resize(960, 540)
    settle()
    page = mine.page
    assert isinstance(page, NegotiatePage)
    assert page.table.board.height() >= 250
    area = page.table.orders.area
    content = area.widget()
    assert content is not None
    assert content.height() <= area.viewport().height()
    assert page.table.verticalScrollBar().maximum() > 0
    page.go(CHECK_ORDERS)
    settle()
    first = page.table.orders.cards[0].options[0]
    corner = first.mapTo(page.table.viewport(), QPoint(0, 0))
    assert page.table.viewport().rect().contains(QRect(corner, first.size()))
    mine.shell.resize(1366, 768)
    settle()
    assert page.table.verticalScrollBar().maximum() == 0


def test_the_rail_shows_the_worst_state_and_as_many_badges_as_fit(seat: Callable[[View], Seat]) -> None:
    promises = tuple(promise(n, SALES, PRODUCTION, LAMP, 2, 3, warned=2 if n == 4 else 0) for n in range(1, 13))
    mine = seat(production(threads=threads((), promises)))
    mine.shell.resize(1092, 614)
    settle()
    half = mine.shell.desk.rail.promised
    assert half.accessibleName() == "我答应别人的 12, 有风险"
    assert half.worst is not None
    assert half.worst.state == "risk"
    assert 0 < half.shown_badges() < 12
    assert mine.shell.desk.rail.owed.worst is None


def test_a_letter_brings_its_place_in_the_dock_into_sight(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    frame = seated(production())
    people = tuple(msgspec.structs.replace(each, holder="person") for each in frame.holders)
    mine.shell.take(msgspec.structs.replace(frame, holders=people))
    mine.shell.resize(960, 540)
    settle()
    desk, page = mine.shell.desk, mine.page
    assert isinstance(page, NegotiatePage)
    places = (page.desk.facts, page.desk.messages, page.desk.ask)
    for key, place in zip((Qt.Key.Key_F, Qt.Key.Key_M, Qt.Key.Key_R), places, strict=True):
        desk.open_drawer("")
        page.table.board.setFocus()
        mine.press(key)
        assert desk.drawer == "dock"
        assert place.isVisible()


def test_what_is_done_in_the_centre_is_not_covered_by_the_dock(seat: Callable[[View], Seat]) -> None:
    mine = seat(sales())
    mine.shell.resize(960, 540)
    settle()
    mine.shell.now.check_asked.emit(CHECK_ORDERS)
    settle()
    assert mine.shell.desk.dock is not None
    assert not mine.shell.desk.dock.isVisible()
    mine.shell.now.check_asked.emit(CHECK_ANSWER)
    settle()
    assert mine.shell.desk.dock.isVisible()


def test_the_coach_points_at_what_waits_until_it_is_hidden(seat: Callable[[View], Seat]) -> None:
    first = msgspec.structs.replace(production().table, round=1)
    mine = seat(msgspec.structs.replace(production(), table=first))
    bubble = mine.shell.coach.bubble
    assert bubble.isVisible()
    row = mine.shell.ledger.promised.rows[0]
    assert not bubble.geometry().contains(row.mapTo(mine.shell, row.rect().center()))
    assert faults(mine.shell) == []
    bubble.hide_asked.emit()
    mine.take(msgspec.structs.replace(production(), table=first))
    assert not bubble.isVisible()


@pytest.mark.parametrize("phase", ["negotiate", "plan"])
def test_a_coach_note_lies_over_nothing_that_can_be_used(seat: Callable[[View], Seat], phase: str) -> None:
    for view in (production(), sales()):
        mine = seat(msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, round=1, phase=phase)))
        bubble = mine.shell.coach.bubble
        assert bubble.isVisible()
        own = bubble.hide_button.geometry()
        used = [each for each in controls_shown(mine.shell) if each != own]
        assert not [each for each in used if each.intersects(bubble.geometry())]


def test_a_note_of_the_coach_goes_with_its_phase_and_leaves_no_ring(seat: Callable[[View], Seat]) -> None:
    quiet = production(rules=(), threads=threads((), production().threads.promises))
    others = tuple(seat for seat in quiet.table.seats if seat != quiet.me.seat)
    mine = seat(msgspec.structs.replace(quiet, table=msgspec.structs.replace(quiet.table, round=1, finished=others)))
    bubble = mine.shell.coach.bubble
    assert bubble.isVisible()
    bubble.hide_asked.emit()
    for size in ((1092, 614), (1366, 768)):
        mine.shell.resize(*size)
        settle()
        assert coach_signs(mine.shell) == [], "a window that changes brings nothing back"
    mine.shell.coach.again()
    settle()
    assert bubble.isVisible()
    mine.shell.take(ViewChanged(PRODUCTION, 2, table=at(mine_view(mine), "plan").table))
    assert coach_signs(mine.shell) == [], "not even until the new page has come to rest"


def coach_signs(shell: ShellScreen) -> list[str]:
    """What of the coach is to be seen: note, its button, its ring."""
    parts = [shell.coach.bubble, shell.coach.bubble.hide_button, *shell.findChildren(_Lead)]
    return [type(part).__name__ for part in parts if part.isVisible()]


def mine_view(mine: Seat) -> View:
    assert mine.shell.scene is not None
    return mine.shell.scene.view


def test_the_coach_is_gone_in_the_second_week(seat: Callable[[View], Seat]) -> None:
    assert not seat(production()).shell.coach.bubble.isVisible()


def test_a_paused_play_says_so_in_the_present_step_and_nowhere_else(seat: Callable[[View], Seat]) -> None:
    view = production()
    mine = seat(view)
    assert "暂停" not in mine.shell.top.steps.accessibleName()
    calm = mine.shell.top.steps.sizeHint().width()
    mine.take(msgspec.structs.replace(view, room=msgspec.structs.replace(view.room, paused=True)))
    assert "已暂停" in mine.shell.top.steps.accessibleName()
    assert mine.shell.top.steps.sizeHint().width() > calm


def test_a_draft_at_the_host_is_said_to_be_kept_until_something_else_is_drafted(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    drafts: list[Draft | None] = [{"note": "a"}]
    mine.page.draft = lambda: drafts[0]  # type: ignore[method-assign]
    kept = KeepEntry(round=2, phase="negotiate", entry=ProposePool(round=2, phase="negotiate", shares=()))
    mine.page.intent_asked.emit(kept)
    assert mine.shell.now.kept.text() == ""
    mine.answer()
    assert mine.shell.now.kept.text() == "已存"
    drafts[0] = {"note": "b"}
    mine.page.now_changed.emit()
    assert mine.shell.now.kept.text() == ""
    mine.page.intent_asked.emit(kept)
    mine.answer(stored=False)
    assert mine.shell.now.kept.text() == "未存"
    assert not mine.shell.banner.isVisible()


def test_the_whole_history_of_promises_is_one_click_away(seat: Callable[[View], Seat]) -> None:
    view = production()
    past = (*view.threads.promises, promise(9, SALES, PRODUCTION, LAMP, 2, 1, state="kept", delivered=2))
    mine = seat(production(threads=msgspec.structs.replace(view.threads, promises=past)))
    ids = [row.row().id for row in mine.shell.ledger.promised.rows]
    assert 9 not in ids
    mine.shell.ledger.all.click()
    settle()
    assert 9 in [row.row().id for row in mine.shell.ledger.promised.rows]
    mine.shell.ledger.all.click()
    settle()
    assert [row.row().id for row in mine.shell.ledger.promised.rows] == ids


def test_the_coach_can_be_switched_off_for_good(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    apply_look(qapp, Look(calm=True))
    preferences = Preferences(tmp_path / "settings.ini")
    preferences.set_coach(False)
    shell = ShellScreen(Speech("zh"), lambda _intent: "", preferences=preferences)
    qtbot.addWidget(shell, before_close_func=lambda _shell: shell.stop())
    shell.resize(1366, 768)
    shell.show()
    first = msgspec.structs.replace(production().table, round=1)
    shell.take(seated(msgspec.structs.replace(production(), table=first)))
    settle()
    assert not shell.coach.bubble.isVisible()
    preferences.set_coach(True)
    shell.in_language(Speech("zh"))
    settle()
    assert shell.coach.bubble.isVisible()


def test_a_new_rule_is_pointed_at_in_the_week_it_opens(seat: Callable[[View], Seat]) -> None:
    mine = seat(production(new_rules=("pool",)))
    assert mine.shell.coach.bubble.isVisible()
    assert "公共工时" in mine.shell.coach.bubble.accessibleName()


def test_what_was_read_of_the_new_rules_does_not_come_again(seat: Callable[[View], Seat]) -> None:
    """And the next one does; nobody has to try a rule to be rid of its note."""
    mine = seat(production(new_rules=("pool", "counter")))
    bubble = mine.shell.coach.bubble
    first = bubble.accessibleName()
    assert bubble.hide_button.text() == "知道了"
    bubble.hide_button.click()
    settle()
    assert bubble.accessibleName() != first or not bubble.isVisible()
    mine.take(production(new_rules=("pool", "counter")))
    assert bubble.accessibleName() != first or not bubble.isVisible()


def test_the_coach_leaves_the_dock_to_what_is_to_be_answered_there(seat: Callable[[View], Seat]) -> None:
    mine = seat(production(new_rules=("pool",)))
    page = mine.page
    assert isinstance(page, NegotiatePage)
    assert page.coach_grounds() == (page.table.board,)
    page.to_tab("facts")
    assert page.coach_grounds() == (page.table.board, page.desk)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_the_board_as_a_list_is_whole_in_any_window(
    seat: Callable[[View], Seat], qapp: QApplication, language: Language, width: int, height: int, percent: int
) -> None:
    mine = seat(production())
    apply_look(qapp, Look(language=language, text_percent=percent, calm=True))
    mine.shell.in_language(Speech(language))
    mine.shell.resize(width, height)
    settle()
    mine.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shown = mine.shell.boards.shown()
    assert shown is not None
    assert [fault for fault in faults(mine.shell) if "BoardList" in fault or "_Sand" in fault] == []
    for number in range(shown.model().rowCount()):
        index = shown.model().index(number, 0)
        assert shown.visualRect(index).height() >= 28
        assert shown.visualRect(index).width() <= shown.viewport().width()


def test_there_is_a_page_for_every_phase_and_the_end() -> None:
    assert set(PAGES) == {"brief", "negotiate", "plan", "deliver", "review", "over"}


def test_a_note_of_the_coach_points_at_its_own_control_however_far(seat: Callable[[View], Seat]) -> None:
    quiet = production(rules=(), threads=threads((), production().threads.promises))
    others = tuple(seat for seat in quiet.table.seats if seat != quiet.me.seat)
    done = msgspec.structs.replace(quiet, table=msgspec.structs.replace(quiet.table, round=1, finished=others))
    mine = seat(done)
    for size in ((1366, 768), (1092, 614)):
        mine.shell.resize(*size)
        settle()
        bubble, primary = mine.shell.coach.bubble, mine.shell.now.primary
        assert bubble.isVisible()
        place = QRect(primary.mapTo(mine.shell, QPoint(0, 0)), primary.size())
        assert place.adjusted(-20, -20, 20, 20).contains(bubble.aim())
        assert faults(mine.shell) == []


def test_the_company_s_figure_in_the_top_bar_is_explained_on_tab(seat: Callable[[View], Seat]) -> None:
    mine = seat(production())
    mine.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    balance = mine.shell.top.balance
    assert balance in controls(mine.shell.top)
    assert "各自为政" in balance.toolTip()
    assert "各自为政" in balance.accessibleDescription()
