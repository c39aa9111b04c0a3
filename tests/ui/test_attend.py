"""A trainee's way through a class in the window, with the far end of the line in the test's hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import (
    ClockTold,
    JoinReason,
    LeaveSeat,
    Observe,
    Refused,
    ReturnByCode,
    StandInTold,
    TakeSeat,
    WatchGiven,
    WeekOfStandIn,
)
from sandgame.frames.line import Cause, Diagnosis, JoinFailed, LineBack, LineLost, NoWay
from sandgame.frames.seat import Answered
from sandgame.rules.ids import ROOM, SeatId
from sandgame.rules.intents import SendMessage
from sandgame.rules.sections import ToldByRoom as RoomSaid
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.class_waiting import GoneScreen
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.fields import CodeField
from sandgame.ui.notice import NoticeScreen
from sandgame.ui.seat_list import SeatListScreen
from sandgame.ui.shell import ShellScreen
from tests.kit.factory_week import PRODUCTION, busy
from tests.kit.lesson import ADDRESS, CODE, findings, given, held_seat, lobby, welcome
from tests.kit.looks import faults, picture, settle
from tests.kit.trainee import SIZES, Class
from tests.kit.windows import open_window


def answer_open(answer: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.button(answer).click()
    settle()


@pytest.fixture
def trainee(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Class:
    return Class(qtbot, qapp, tmp_path)


# the code


def test_a_pasted_code_fills_all_boxes_and_enter_joins(trainee: Class, qtbot: QtBot) -> None:
    code = trainee.window.home.findChild(CodeField)
    assert code is not None
    QGuiApplication.clipboard().setText(" k7p-4qx ")
    code.setFocus()
    QTest.keySequence(code, "Ctrl+V")
    assert code.code() == CODE
    QTest.keyClick(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls == [(CODE, "")])


def test_signs_that_can_be_mistaken_are_not_taken_and_letters_become_capitals(trainee: Class) -> None:
    assert trainee.window.classes is not None
    trainee.window.classes.join()
    page = trainee.way.pages.join
    assert page is not None
    QTest.keyClicks(page.code, "k0o1il7p4qx")
    assert page.code.code() == CODE
    assert page.go.isEnabled()


def test_the_language_can_be_changed_on_the_page_of_the_code(trainee: Class) -> None:
    assert trainee.window.classes is not None
    trainee.window.classes.join()
    page = trainee.way.pages.join
    assert page is not None
    page.language.click()
    assert page.title.text() == "Join a table"


def test_an_address_goes_along_and_a_wrong_one_is_said_beside_it(trainee: Class, qtbot: QtBot) -> None:
    assert trainee.window.classes is not None
    trainee.window.classes.join()
    page = trainee.way.pages.join
    assert page is not None
    page.code.set_code(CODE)
    page.show_address()
    page.address.set_text("the big screen")
    page.join()
    assert page.fault.text()
    assert trainee.lessons.calls == []
    page.address.set_text(ADDRESS)
    page.join()
    qtbot.waitUntil(lambda: trainee.lessons.calls == [(CODE, ADDRESS)])


def test_after_a_code_that_failed_the_next_sign_begins_another_and_enter_tries_that(
    trainee: Class, qtbot: QtBot
) -> None:
    page = trainee.join()
    trainee.tell(JoinFailed(NoWay.NOT_HEARD))
    assert page.code.hasFocus()
    page.check()
    qtbot.waitUntil(lambda: trainee.lessons.checker is not None)
    assert trainee.lessons.checker is not None
    trainee.lessons.checker(Diagnosis(findings("ok", "failed"), Cause.WRONG_CODE))
    qtbot.waitUntil(lambda: len(page.panel.lines) == 3)
    typing = trainee.window.focusWidget()
    assert typing is page.code
    QTest.keyClicks(typing, "bc2")
    QTest.keyClick(typing, Qt.Key.Key_Return)
    assert page.code_fault.text() == "还差 3 位。"
    QTest.keyClicks(typing, "34f")
    assert not page.code_fault.isVisible()
    QTest.keyClick(typing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls[-1] == ("BC234F", ""))
    assert page.code.hasFocus(), "while it is tried nothing else has the keyboard"


def test_a_code_that_is_only_looked_for_does_not_read_as_found(trainee: Class) -> None:
    page = trainee.join()
    assert CODE[:3] not in page.wire._wire.stations[2].line  # type: ignore[union-attr]


def test_signs_that_no_code_has_are_told_beside_the_boxes(trainee: Class) -> None:
    home = trainee.window.home._side.join_card
    assert home is not None
    plain = home.line.text()
    QTest.keyClicks(home.code, "k1")
    assert "没有 0、O、1、I、L" in home.line.text()
    QTest.keyClicks(home.code, "7")
    assert home.line.text() == plain
    assert trainee.window.classes is not None
    trainee.window.classes.join()
    page = trainee.way.pages.join
    assert page is not None
    QTest.keyClicks(page.code, "o")
    assert page.code_fault.isVisible()


def test_join_with_signs_missing_keeps_them_and_says_how_many(trainee: Class) -> None:
    card = trainee.window.home._side.join_card
    assert card is not None
    QTest.keyClicks(card.code, CODE[:5])
    card.go.click()
    assert trainee.window.currentWidget() is trainee.window.home
    assert (card.code.code(), card.line.text()) == (CODE[:5], "还差 1 位。")
    assert card.code.hasFocus()
    trainee.window.home._side._language.click()
    assert card.line.text() == "One more sign."


def test_another_language_leaves_the_code_and_the_keyboard_where_they_were(trainee: Class) -> None:
    card = trainee.window.home._side.join_card
    assert card is not None
    card.code.setFocus()
    QTest.keyClicks(card.code, "k7p")
    QTest.mouseClick(trainee.window.home._side._language, Qt.MouseButton.LeftButton)
    assert card.title.text() == "Join a table"
    typing = trainee.window.focusWidget()
    assert typing is card.code
    QTest.keyClicks(typing, "4qx")
    assert card.code.code() == CODE


def test_an_old_code_is_not_in_the_boxes_when_the_first_page_is_seen_again(trainee: Class, qtbot: QtBot) -> None:
    card = trainee.window.home._side.join_card
    assert card is not None
    QTest.keyClicks(card.code, CODE)
    QTest.keyClick(card.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls == [(CODE, "")])
    trainee.way.leave()
    assert trainee.window.currentWidget() is trainee.window.home
    assert card.code.code() == ""


def test_a_seat_code_typed_as_a_class_code_moves_to_boxes_of_its_own_and_both_lead_to_the_seat(
    trainee: Class, qtbot: QtBot
) -> None:
    page = trainee.join()
    trainee.tell(JoinFailed(NoWay.NOT_HEARD))
    assert "我有座位码" in page.trouble_do.text()
    page.by_seat.click()
    assert (page.code.code(), page.seat.field.code()) == ("", CODE)
    assert not page.trouble.isVisible()
    assert page.code.hasFocus()
    QTest.keyClicks(page.code, "bc234f")
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls[-1] == ("BC234F", "") and len(trainee.lessons.rooms) == 2)
    trainee.tell(welcome(), lobby((1, 1)))
    assert trainee.asked(ReturnByCode) == [ReturnByCode(CODE)], "only after the class proved its own code"
    trainee.tell(given(3, PRODUCTION))
    assert trainee.way.pages.waiting is not None
    assert trainee.window.currentWidget() is trainee.way.pages.waiting


def test_a_code_for_watching_goes_the_same_way_and_a_wrong_one_is_told(trainee: Class, qtbot: QtBot) -> None:
    assert trainee.window.classes is not None
    trainee.window.classes.join()
    page = trainee.way.pages.join
    assert page is not None
    page.by_seat.click()
    page.code.set_code(CODE)
    QTest.keyClicks(page.seat.field, "bc2")
    page.join()
    assert page.seat.fault.text() == "还差 3 位。"
    assert trainee.lessons.calls == []
    QTest.keyClicks(page.seat.field, "34f")
    QTest.keyClick(page.seat.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls == [(CODE, "")] and bool(trainee.lessons.rooms))
    trainee.tell(welcome(), lobby((1, 1)), Refused(JoinReason.UNKNOWN_CODE))
    assert trainee.asked(Observe) == [Observe("BC234F")]
    trainee.tell(Refused(JoinReason.UNKNOWN_CODE))
    seats = trainee.way.pages.seats
    assert seats is not None
    assert trainee.window.currentWidget() is seats
    assert "座位码不对" in seats.trouble.text()


def test_a_failed_join_says_why_and_the_check_opens_by_itself(trainee: Class, qtbot: QtBot) -> None:
    page = trainee.join()
    trainee.tell(JoinFailed(NoWay.NO_ANSWER))
    assert page.trouble.isVisible()
    assert page.trouble_do.text()
    assert page._soon.isActive()
    assert page._soon.interval() == 3000
    page._soon.timeout.emit()
    qtbot.waitUntil(lambda: trainee.lessons.checker is not None)
    assert trainee.lessons.checker is not None
    trainee.lessons.checker(Diagnosis(findings("ok", "ok", "failed"), Cause.FIREWALL))
    qtbot.waitUntil(lambda: len(page.panel.lines) == 4)
    assert page.line.text() == "讲师电脑在，防火墙没有放行。"
    page.copy.click()
    assert "防火墙" in QGuiApplication.clipboard().text()


def test_an_address_typed_in_the_check_is_tried_at_once(trainee: Class, qtbot: QtBot) -> None:
    page = trainee.join()
    trainee.tell(JoinFailed(NoWay.NOT_HEARD))
    page.check()
    qtbot.waitUntil(lambda: trainee.lessons.checker is not None)
    assert trainee.lessons.checker is not None
    trainee.lessons.checker(Diagnosis(findings("ok", "failed"), Cause.NOT_HEARD))
    qtbot.waitUntil(lambda: bool(page.panel.fields))
    field = page.panel.fields[0]
    field.set_text(ADDRESS)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trainee.lessons.calls[-1] == (CODE, ADDRESS))


# seat, notice, waiting


def test_a_seat_is_taken_after_the_notice_and_with_what_was_chosen(trainee: Class, qtbot: QtBot) -> None:
    seats = trainee.to_seats()
    next(each for each in seats.tiles if each.isEnabled()).click()
    seats.on_people(1)
    seats.sit()
    assert isinstance(trainee.window.currentWidget(), NoticeScreen)
    assert trainee.way.pages.notice is not None
    assert not trainee.asked(TakeSeat)
    trainee.way.pages.notice.box.click()
    trainee.way.pages.notice.go.click()
    qtbot.waitUntil(lambda: bool(trainee.asked(TakeSeat)))
    assert trainee.asked(TakeSeat) == [TakeSeat(table=1, seat=SeatId(3), scored=False, people=2)]


def test_taken_seats_cannot_be_chosen(trainee: Class) -> None:
    seats = trainee.to_seats()
    taken = [each for each in seats.tiles if not each.isEnabled()]
    assert [each.picture.spot for each in taken if each.picture is not None] == [(1, 1), (1, 2)]


def test_who_was_too_slow_chooses_again_and_reads_why(trainee: Class) -> None:
    trainee.sit()
    seats = trainee.way.pages.seats
    assert seats is not None
    trainee.way.stage = "sitting"
    trainee.way._seats = ()
    trainee.tell(Refused(JoinReason.SEAT_TAKEN))
    assert trainee.window.currentWidget() is seats
    assert "刚被别人坐了" in seats.trouble.text()


def test_a_laptop_for_the_whole_table_takes_every_free_seat_of_it(trainee: Class, qtbot: QtBot) -> None:
    seats = trainee.to_seats(whole=True)
    next(each for each in seats.tiles if each.isEnabled()).click()
    seats.sit()
    assert trainee.way.pages.notice is not None
    trainee.way.pages.notice.go.click()
    qtbot.waitUntil(lambda: len(trainee.asked(TakeSeat)) == 4)
    trainee.tell(*(given(1, seat) for seat in (3, 4, 5, 6)))
    assert trainee.way.pages.waiting is not None
    assert trainee.window.currentWidget() is trainee.way.pages.waiting


def test_a_second_department_on_the_same_laptop_passes_behind_the_curtain(trainee: Class, qtbot: QtBot) -> None:
    trainee.sit()
    other = PRODUCTION + 1
    assert trainee.way.pages.waiting is not None
    trainee.way.pages.waiting.more.click()
    seats = trainee.way.pages.seats
    assert seats is not None
    assert {tile.picture.spot[0] for tile in seats.tiles if tile.picture is not None} == {3}, "at the same table"
    next(each for each in seats.tiles if each.picture is not None and each.picture.spot == (3, other)).click()
    seats.sit()
    qtbot.waitUntil(lambda: len(trainee.asked(TakeSeat)) == 2)
    assert not trainee.asked(LeaveSeat)
    trainee.tell(given(3, other), lobby((3, PRODUCTION), (3, other), (3, 1), state="playing"))
    frames = [busy("plan", SeatId(seat)) for seat in (PRODUCTION, other)]
    people = tuple(replace(each, holder="person") for each in frames[0].holders)
    trainee.tell(*(replace(each, holders=people) for each in frames))
    table = trainee.way.play.table
    assert table is not None, "though others of the table sit elsewhere"
    assert trainee.window.currentWidget() is table
    assert table.stack.currentWidget() is table.curtain
    assert table.table.people == (PRODUCTION, other)


def test_another_seat_gives_the_first_one_back(trainee: Class) -> None:
    trainee.sit()
    assert trainee.way.pages.waiting is not None
    trainee.way.pages.waiting.change.click()
    assert not trainee.asked(LeaveSeat), "it is asked first"
    answer_open("go")
    assert trainee.asked(LeaveSeat) == [LeaveSeat(PRODUCTION)]
    assert isinstance(trainee.window.currentWidget(), SeatListScreen)


def test_enter_on_the_waiting_page_gives_no_seat_away(trainee: Class) -> None:
    trainee.sit()
    waiting = trainee.way.pages.waiting
    assert waiting is not None
    typing = trainee.window.focusWidget()
    assert typing is waiting
    QTest.keyClick(typing, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    waiting.change.click()
    answer_open("back")
    assert not trainee.asked(LeaveSeat)
    assert trainee.window.currentWidget() is waiting


def test_a_question_about_the_seat_ends_when_play_begins(trainee: Class) -> None:
    trainee.sit()
    assert trainee.way.pages.waiting is not None
    trainee.way.pages.waiting.change.click()
    trainee.tell(lobby((3, PRODUCTION), state="playing"), busy("negotiate"))
    assert QApplication.activeModalWidget() is None
    assert trainee.window.currentWidget() is trainee.shell
    assert not trainee.asked(LeaveSeat)


def test_who_chose_not_to_be_scored_need_not_choose_it_again_for_another_seat(trainee: Class, qtbot: QtBot) -> None:
    seats = trainee.to_seats()
    next(each for each in seats.tiles if each.isEnabled()).click()
    seats.sit()
    notice = trainee.way.pages.notice
    assert notice is not None
    assert not notice.box.isChecked()
    notice.box.click()
    notice.back.click()
    seats.sit()
    assert notice.box.isChecked()
    notice.go.click()
    qtbot.waitUntil(lambda: bool(trainee.asked(TakeSeat)))
    trainee.tell(given(1, 3), lobby((1, 1), (1, 2), (1, 3)))
    assert trainee.way.pages.waiting is not None
    trainee.way.pages.waiting.change.click()
    answer_open("go")
    next(each for each in seats.tiles if each.isEnabled()).click()
    seats.sit()
    assert notice.box.isChecked()


@pytest.mark.parametrize("watch", [False, True])
def test_a_seat_code_leads_to_the_seat_or_only_to_its_view(trainee: Class, watch: bool) -> None:
    trainee.to_seats()
    trainee.way._on_seat_code_typed(CODE, watch)
    settle()
    assert len(trainee.asked(Observe if watch else ReturnByCode)) == 1
    if watch:
        trainee.tell(WatchGiven(3, PRODUCTION, "0" * 32), busy("negotiate"))
        assert trainee.shell.is_watched
        assert not trainee.shell.ledger.isVisible()
        assert trainee.shell.page is not None
        trainee.shell.page.primary()
        assert trainee.lessons.room.submitted == []


# play


def test_play_begins_by_itself_with_the_table_and_the_clock_in_the_top_bar(trainee: Class) -> None:
    trainee.play()
    assert trainee.window.currentWidget() is trainee.shell
    assert "第 3 桌" in trainee.shell.top._picture.title  # type: ignore[union-attr]
    assert "03:18" in trainee.clock() or "03:17" in trainee.clock()
    assert trainee.shell.top.link.isVisible()


def test_who_comes_late_reads_first_what_the_bot_did_and_then_takes_over(trainee: Class) -> None:
    trainee.sit(state="playing")
    trainee.tell(busy("negotiate"))
    late = trainee.way.play.late
    assert late is not None
    assert trainee.window.currentWidget() is late
    assert "电脑坐在这里" in late.by_bot.text()
    assert late.mine.rows.widgets
    assert late.owed.rows.widgets
    assert late.now.text() == trainee.shell.now.sentence.text()
    assert [cell.text() for cell in late.weeks.cells if cell.isVisible()][:3] == ["周", "1", "2"]
    late.go.click()
    assert trainee.window.currentWidget() is trainee.shell
    assert trainee.way.play.late is None
    trainee.tell(busy("plan"))
    assert trainee.window.currentWidget() is trainee.shell, "it is told once"


def test_who_comes_back_by_code_was_no_bot_and_goes_straight_to_the_seat(trainee: Class) -> None:
    trainee.to_seats(state="playing")
    trainee.way._on_seat_code_typed(CODE, False)
    trainee.tell(given(3, PRODUCTION), busy("negotiate"))
    assert trainee.window.currentWidget() is trainee.shell


def test_at_the_end_of_time_inputs_lock_until_the_next_phase(trainee: Class) -> None:
    seated = trainee.play()
    table = seated.view.table
    trainee.tell(ClockTold(3, table.round, table.phase, 0.0, running=True))
    assert "正在收取" in trainee.clock()
    assert not trainee.shell.desk.isEnabled()
    trainee.tell(ClockTold(3, table.round, table.phase, 60.0, running=True))
    assert trainee.shell.desk.isEnabled()


def test_given_time_is_said(trainee: Class) -> None:
    seated = trainee.play(seconds=60.0)
    table = seated.view.table
    trainee.tell(ClockTold(3, table.round, table.phase, 180.0, running=True))
    assert "讲师加了 120 秒" in trainee.shell.toasts.text()


def test_while_the_line_is_down_nothing_goes_out_and_the_banner_says_how_long_the_seat_waits(trainee: Class) -> None:
    trainee.play()
    round_ = trainee.way.play.round
    assert round_ is not None
    trainee.tell(LineLost(4.0, 61.0, 2))
    assert round_.banner.isVisible()
    assert round_.banner.grace.text() == "61 秒"
    assert not trainee.shell.now.primary.isEnabled()
    trainee.shell.post(SendMessage(round=3, phase="negotiate", to=ROOM, text="x"))
    assert trainee.lessons.room.submitted == []
    assert trainee.shell.toasts.text()
    round_.banner.retry.click()
    assert trainee.lessons.room.retries == 1
    trainee.tell(LineBack())
    assert not round_.banner.isVisible()
    assert trainee.shell.now.primary.isEnabled()


def test_from_a_game_the_check_opens_and_leads_back_to_it(trainee: Class) -> None:
    trainee.play()
    trainee.shell.top.link.click()
    page = trainee.way.pages.join
    assert page is not None
    assert trainee.window.currentWidget() is page
    page.back.click()
    assert trainee.window.currentWidget() is trainee.shell


def test_who_comes_back_reads_what_the_stand_in_did(trainee: Class) -> None:
    trainee.play()
    trainee.tell(StandInTold(3, PRODUCTION, (WeekOfStandIn(2, 3, 2, 1, 0, 0, 0, 0, 0, True),)))
    note = QApplication.activeModalWidget()
    assert isinstance(note, Dialog)
    assert "答复了 3 行" in note.accessibleDescription()
    note.accept()


def test_what_the_facilitator_says_stays_until_it_was_read(trainee: Class) -> None:
    seated = trainee.play()
    view = seated.view
    told = (*view.beside.told, RoomSaid(view.table.round, True, "五分钟后休息"))
    trainee.tell(replace(seated, view=replace(view, beside=replace(view.beside, told=told))))
    toasts = trainee.shell.toasts
    assert toasts.text() == "讲师：五分钟后休息"
    assert not toasts._timer.isActive()
    QTest.keyClick(trainee.shell, Qt.Key.Key_Escape)
    assert toasts.text() == ""


def test_a_quiet_call_goes_to_the_facilitator_and_is_confirmed(trainee: Class) -> None:
    seated = trainee.play()
    assert trainee.shell.in_class is not None
    trainee.shell.in_class.on_call()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.button("send").click()
    intent, seat = trainee.lessons.room.submitted[-1]
    assert isinstance(intent, SendMessage)
    assert (intent.to, seat, intent.text) == (ROOM, seated.seat, "请过来一下")
    name = f"fake-intent-{len(trainee.lessons.room.submitted)}"
    trainee.tell(Answered(seated.seat, name, None, stored=True))
    assert trainee.shell.toasts.text() == "已经告诉讲师了，你可以接着做"


def test_a_table_that_waits_for_the_others_says_so(trainee: Class) -> None:
    seated = trainee.play()
    table, view = seated.view.table, seated.view
    trainee.tell(
        replace(seated, view=replace(view, room=replace(view.room, paused=True))),
        ClockTold(3, table.round, table.phase, 198.0, running=False, waiting=True),
    )
    assert "等其他桌" in trainee.clock()
    assert trainee.shell.now._notes.widgets[0].text().startswith("你们先到了")
    assert not trainee.shell.now.primary.isEnabled()


# the end of the way


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_seat_taken_up_elsewhere_leaves_nothing_of_it_on_this_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    mine = Class(qtbot, qapp, tmp_path, language)
    mine.play()
    mine.tell(Refused(JoinReason.SEATED_ELSEWHERE, closing=True))
    assert isinstance(mine.window.currentWidget(), GoneScreen)
    assert mine.way.play.shell is None
    assert mine.window.findChildren(ShellScreen) == []
    assert faults(mine.window) == []


def test_a_class_that_was_ended_says_so(trainee: Class) -> None:
    trainee.play()
    trainee.tell(lobby(state="over"))
    assert trainee.way.pages.gone is not None
    assert trainee.way.pages.gone.title.text() == "这场课结束了"


def test_leaving_keeps_the_seat_and_the_first_page_leads_back(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    mine = Class(qtbot, qapp, tmp_path, held=True)
    mine.play()
    mine.shell.left.emit()
    assert mine.window.currentWidget() is mine.window.home
    assert mine.window.classes is not None
    link = mine.window.classes.link
    qtbot.waitUntil(lambda: link.held is not None)
    tile = mine.window.home._side.back_tile
    assert tile.text() == "回到第 3 桌·生产"
    tile.click()
    qtbot.waitUntil(lambda: len(mine.lessons.rooms) == 2)
    mine.tell(welcome(), lobby((3, PRODUCTION), state="playing"), given(3, PRODUCTION), busy("negotiate"))
    assert mine.window.currentWidget() is mine.way.play.shell


def test_a_seat_that_cannot_be_had_back_is_forgotten(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    mine = Class(qtbot, qapp, tmp_path, held=True)
    assert mine.window.classes is not None
    mine.window.classes.link.refresh()
    qtbot.waitUntil(lambda: mine.window.classes is not None and mine.window.classes.link.held is not None)
    mine.window.classes.come_back()
    mine.tell(welcome(), Refused(JoinReason.UNKNOWN_TOKEN))
    assert isinstance(mine.window.currentWidget(), GoneScreen)
    qtbot.waitUntil(lambda: mine.lessons.forgotten == [held_seat()])


def test_without_classes_the_first_page_offers_none(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    assert window.home._side.join_card is None
    assert not window.home._side.run_tile.isVisible()
    assert window.home._side.table_tile.isVisible()


# looks


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_way_can_be_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, width: int, height: int, percent: int
) -> None:
    mine = Class(qtbot, qapp, tmp_path, language, held=True)
    with mine.sized(width, height, percent):
        found: dict[str, list[str]] = {}

        def look(name: str) -> None:
            settle()
            if said := faults(mine.window):
                found[name] = said

        assert mine.window.classes is not None
        mine.window.classes.link.refresh()
        qtbot.waitUntil(mine.window.home._side.back_tile.isVisible)
        look("home")
        page = mine.join()
        look("join")
        mine.tell(JoinFailed(NoWay.SHUT))
        page.show_address()
        look("trouble")
        page.show_seat()
        look("seat code")
        page.check()
        qtbot.waitUntil(lambda: mine.lessons.checker is not None)
        assert mine.lessons.checker is not None
        mine.lessons.checker(Diagnosis(findings("ok", "ok", "failed"), Cause.FIREWALL))
        qtbot.waitUntil(lambda: len(page.panel.lines) == 4)
        look("check")
        mine.way.leave()
        seats = mine.to_seats()
        look("seats")
        seats.on_anywhere()
        seats.sit()
        look("notice")
        assert mine.way.pages.notice is not None
        mine.way.pages.notice.go.click()
        qtbot.waitUntil(lambda: bool(mine.asked(TakeSeat)))
        mine.tell(given(1, 3), lobby((1, 1), (1, 2), (1, 3)))
        look("waiting")
        mine.tell(LineLost(4.0, 61.0, 2))
        look("waiting without a line")
        mine.way.leave()
        mine.sit(state="playing")
        mine.tell(busy("negotiate"))
        look("late")
        picture(mine.window, tmp_path, f"late-{language}-{width}-{percent}")
    assert found == {}
