"""What a trainee is told in a class without asking: the facilitator's words, what was done to the seat, and the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ChairState, ClockTold, LobbyTold, SeatGiven
from sandgame.frames.debrief import PageTurned, TableDebriefTold
from sandgame.frames.line import JoinFailed, NoWay
from sandgame.frames.seat import Seated
from sandgame.present.room_words import is_reminder, ready_text, told_text
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.room_intents import ReadyWords
from sandgame.rules.sections import ToldByRoom
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.plan import PlanPage
from tests.kit.debriefs import debriefed
from tests.kit.factory_week import PRODUCTION, busy
from tests.kit.lesson import ADDRESS, given, held_seat, lobby, welcome
from tests.kit.looks import faults, picture, settle
from tests.kit.trainee import Class


@pytest.fixture
def trainee(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Class:
    return Class(qtbot, qapp, tmp_path, held=True)


def at(
    seated: Seated, *, phase: Phase | None = None, paused: bool = False, said: tuple[str | ReadyWords, ...] = ()
) -> Seated:
    """The same seat, told more."""
    view = seated.view
    told = (*view.beside.told, *(_told(view.table.round, each) for each in said))
    table = view.table if phase is None else replace(view.table, phase=phase, finished=())
    room = replace(view.room, paused=paused)
    return replace(seated, view=replace(view, table=table, room=room, beside=replace(view.beside, told=told)))


def _told(week: int, said: str | ReadyWords) -> ToldByRoom:
    return ToldByRoom(week, True, said) if isinstance(said, str) else ToldByRoom(week, True, "Reminder", said)


def notes(mine: Class) -> list[str]:
    return [note.text for note in mine.shell.toasts.kept.notes]


def test_what_stays_until_it_was_read_holds_nothing_else_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    toasts = Toasts(window)
    lines = QVBoxLayout(window)
    page = QLabel("盘面", window)
    lines.addWidget(toasts.kept)
    lines.addWidget(page, 1)
    settle()
    above = page.y()
    for text in ("一", "二", "三", "四"):
        toasts.say(text, "megaphone", stays=True)
    toasts.say("已存")
    assert toasts.text() == "已存"
    assert [note.text for note in toasts.kept.notes] == ["四", "三", "二", "一"]
    settle()
    assert (toasts.kept.words.text(), toasts.kept.count.text()) == ("四", "+3")
    assert page.y() > above, "what stands below makes room"
    assert not toasts.kept.geometry().intersects(page.geometry())
    assert toasts.read()
    assert [note.text for note in toasts.kept.notes] == ["三", "二", "一"]
    QTest.mouseClick(toasts.kept, Qt.MouseButton.LeftButton)
    toasts.kept.close_button.click()
    assert [note.text for note in toasts.kept.notes] == ["一"]
    assert toasts.read()
    settle()
    assert page.y() == above


def test_a_reminder_replaces_the_one_before_and_goes_with_its_phase(trainee: Class) -> None:
    seated = trainee.play()
    say = Speech("zh").say
    second = say("console-remind-unanswered", count=2)
    said = at(
        seated, said=("大家好", ReadyWords("remind_unanswered", count=3), ReadyWords("remind_unanswered", count=2))
    )
    trainee.tell(said)
    assert notes(trainee) == [second, "讲师：大家好"]
    trainee.tell(at(said, phase="plan"))
    assert second not in notes(trainee)
    assert "讲师：大家好" in notes(trainee)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_words_are_said_in_the_language_of_each_laptop(language: Language) -> None:
    """Whatever language they were sent from."""
    speech, other = Speech(language), Speech("en" if language == "zh" else "zh")
    reminder = ReadyWords("remind_unanswered", count=2)
    told = ToldByRoom(2, True, ready_text(other, reminder), reminder)
    assert told_text(speech, told) == speech.say("console-remind-unanswered", count=2)
    assert is_reminder(told)
    typed = ToldByRoom(2, True, ready_text(other, reminder))
    assert told_text(speech, typed) == typed.text, "what was typed stays as it was"
    assert not is_reminder(typed)


def test_a_phase_that_was_pushed_on_says_what_counts_now(trainee: Class) -> None:
    seated = trainee.play()
    trainee.tell(at(seated, phase="plan"))
    assert notes(trainee) == [
        "讲师让这一桌往下走了，现在是计划。谈成的算承诺；没答复的下周还能再答一次，没发出的不算。"
    ]


def test_time_that_ran_out_is_said_as_such(trainee: Class) -> None:
    seated = trainee.play(seconds=60.0)
    table = seated.view.table
    trainee.tell(ClockTold(3, table.round, table.phase, 1.0, running=True), at(seated, phase="plan"))
    assert notes(trainee)[0].startswith("时间到，现在是计划。")


def test_who_was_done_is_told_nothing_of_the_next_phase(trainee: Class) -> None:
    seated = trainee.play()
    table = replace(seated.view.table, finished=(PRODUCTION,))
    trainee.tell(replace(seated, view=replace(seated.view, table=table)), at(seated, phase="plan"))
    assert notes(trainee) == []


def set_back(seated: Seated) -> Seated:
    table = seated.view.table
    return replace(seated, view=replace(seated.view, table=replace(table, rolled_back=table.rolled_back + 1)))


def test_a_table_that_was_set_back_says_where_it_stands_and_that_what_came_after_is_void(trainee: Class) -> None:
    seated = trainee.play(at(busy("negotiate"), phase="plan"))
    trainee.tell(set_back(at(seated, phase="negotiate")))
    assert "退回到第 3 周协商的开头" in notes(trainee)[0]


def test_back_at_the_start_of_the_same_phase_what_was_placed_is_gone_and_no_time_was_given(trainee: Class) -> None:
    seated = trainee.play(at(busy("plan"), phase="plan"), seconds=50.0)
    page = trainee.shell.page
    assert isinstance(page, PlanPage)
    first = page.table.own_work.hours.value()
    page.table.own_work_changed.emit(first + 1)
    assert page.table.own_work.hours.value() == first + 1
    table = seated.view.table
    trainee.tell(set_back(seated), ClockTold(3, table.round, table.phase, 240.0, running=True))
    assert page.table.own_work.hours.value() == first
    assert ["退回到第 3 周计划的开头" in note for note in notes(trainee)] == [True]
    assert "秒" not in trainee.shell.toasts.text()


def test_a_session_that_was_cut_says_until_when_it_goes_and_what_counts_no_more(trainee: Class) -> None:
    seated = trainee.play()
    length = seated.view.table.length
    trainee.tell(replace(seated, view=replace(seated.view, table=replace(seated.view.table, length=length - 1))))
    assert f"到第 {length - 1} 周结束" in notes(trainee)[0]
    trainee.tell(at(seated, phase="plan"))
    assert any(f"到第 {length - 1} 周结束" in note for note in notes(trainee))


def test_that_play_was_moved_on_is_no_news_in_the_phase_after(trainee: Class) -> None:
    seated = trainee.play()
    trainee.tell(at(seated, phase="plan"))
    assert "现在是计划" in notes(trainee)[0]
    trainee.tell(at(seated, phase="deliver"))
    assert not [note for note in notes(trainee) if "现在是计划" in note]


def test_who_was_moved_reads_it_while_waiting_and_in_play(trainee: Class) -> None:
    trainee.sit(seat=2)
    trainee.tell(SeatGiven(3, SeatId(PRODUCTION), "1" * 32, SeatId(2)), lobby((3, PRODUCTION)))
    assert trainee.way.pages.waiting is not None
    assert "换到了第 3 桌" in trainee.way.pages.waiting.moved.text()
    trainee.tell(lobby((3, PRODUCTION), state="playing"), busy("negotiate"))
    assert "换到了第 3 桌" in notes(trainee)[0]


def test_in_a_pause_the_time_left_is_shown_and_nothing_that_sends_can_be_pressed(trainee: Class) -> None:
    seated = trainee.play(seconds=198.0)
    table = seated.view.table
    trainee.tell(at(seated, paused=True), ClockTold(3, table.round, table.phase, 198.0, running=False))
    assert "已暂停 3:18" in trainee.clock() or "3:18" in trainee.clock()
    page = trainee.shell.page
    assert page is not None
    zones = [zone for zone in (page.centre, page.dock) if zone is not None]
    shown = [each for zone in zones for each in zone.findChildren(PrimaryButton) if each.isVisible()]
    assert shown
    assert not [each for each in shown if each.isEnabled() or "暂停" not in each.toolTip()]
    assert "暂停" in trainee.shell.now.primary.toolTip()
    trainee.tell(at(seated), ClockTold(3, table.round, table.phase, 198.0, running=True))
    assert not [each for each in shown if "暂停" in each.toolTip()]


def test_a_laptop_without_a_line_shows_at_the_others(trainee: Class) -> None:
    seated = trainee.play()
    other = next(seat for seat in seated.view.table.seats if seat != PRODUCTION)
    told = lobby((3, PRODUCTION), state="playing")
    gone = tuple(
        replace(table, seats=tuple(replace(each, chair="away") if each.seat == other else each for each in table.seats))
        for table in told.tables
    )
    finished = replace(seated.view.table, finished=tuple(seat for seat in seated.view.table.seats if seat != other))
    trainee.tell(replace(told, tables=gone), replace(seated, view=replace(seated.view, table=finished)))
    assert "（断线了）" in trainee.shell.now.sentence.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_the_class_ends_the_last_result_stays_and_the_first_page_leads_back_to_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    mine = Class(qtbot, qapp, tmp_path, language, held=True)
    seated = mine.play()
    kpi = seated.view.me.figures[-1].figures.kpi
    mine.tell(at(seated, said=("大家好", "五分钟后休息", "请看大屏", "回来吧")))
    settle()
    picture(mine.window, tmp_path, f"notes-{language}")
    assert faults(mine.window) == []
    mine.tell(lobby(state="over"))
    gone = mine.way.pages.gone
    assert gone is not None
    assert str(kpi) in gone.facts[0][1].text()
    assert not gone.own.isVisible()
    assert faults(mine.window) == []
    picture(mine.window, tmp_path, f"over-{language}")
    assert not gone.code.isVisible()
    gone.home.click()
    assert mine.window.currentWidget() is mine.window.home
    assert mine.lessons.forgotten == []
    assert mine.window.classes is not None
    link = mine.window.classes.link
    qtbot.waitUntil(lambda: link.held is not None)
    mine.window.home._side.back_tile.click()
    qtbot.waitUntil(lambda: len(mine.lessons.rooms) == 2)
    made, turned = debriefed(), PageTurned("guess", 1, 4, False, 0, (0, 0), ("guess", "value"), False)
    table = TableDebriefTold(made.debrief, made.own, made.cast, made.words)
    # in the order in which a host tells who comes back
    mine.tell(welcome(), lobby((3, PRODUCTION), state="over"), turned, given(3, PRODUCTION), seated, table)
    debrief = mine.way.play.debrief
    assert mine.window.currentWidget() is debrief
    assert debrief is not None
    assert debrief.known.turned == turned
    mine.tell(lobby((3, PRODUCTION), state="over"))
    assert mine.window.currentWidget() is debrief, "others who come back throw nobody out"
    debrief.left.emit()
    assert gone.own.isVisible()
    assert gone.own.hasFocus()


def own_away(state: str, chair: ChairState) -> LobbyTold:
    """A lobby in which only the seat that is held is anybody's."""
    held = held_seat()
    told = lobby((held.table, held.seat), state=state)
    tables = tuple(
        replace(table, seats=tuple(replace(place, chair=chair) if place.people else place for place in table.seats))
        for table in told.tables
    )
    return replace(told, tables=tables)


@pytest.mark.parametrize(
    ("state", "chair"), [("over", "here"), ("over", "away"), ("playing", "away"), ("lobby", "away")]
)
def test_the_code_of_the_class_leads_back_to_the_own_seat(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, state: str, chair: ChairState
) -> None:
    mine = Class(qtbot, qapp, tmp_path, held=True)
    assert mine.window.classes is not None
    link = mine.window.classes.link
    link.refresh()
    qtbot.waitUntil(lambda: link.held is not None)
    mine.join()
    mine.tell(welcome(), own_away(state, chair))
    qtbot.waitUntil(lambda: len(mine.lessons.rooms) == 2)
    assert mine.lessons.calls[-1][1] == ADDRESS, "back to the seat, and not the code once more"


def test_the_code_shows_the_seats_where_another_window_sits_in_the_own(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    mine = Class(qtbot, qapp, tmp_path, held=True)
    assert mine.window.classes is not None
    link = mine.window.classes.link
    link.refresh()
    qtbot.waitUntil(lambda: link.held is not None)
    mine.join()
    mine.tell(welcome(), own_away("playing", "here"))
    assert mine.window.currentWidget() is mine.way.pages.seats


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_debrief_whose_host_is_off_says_so_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    mine = Class(qtbot, qapp, tmp_path, language, held=True)
    over = replace(held_seat(), over=True)
    mine.lessons._held = over
    assert mine.window.classes is not None
    link = mine.window.classes.link
    link.refresh()
    qtbot.waitUntil(lambda: link.held == over)
    mine.window.classes.come_back()
    qtbot.waitUntil(lambda: len(mine.lessons.rooms) == 1)
    mine.tell(JoinFailed(NoWay.NO_ANSWER))
    assert mine.way.pages.join is not None
    said = [label.text() for label in mine.way.pages.join.findChildren(QLabel) if label.isVisible()]
    assert Speech(language).say("join-no-over") in said
    assert faults(mine.window) == []
    picture(mine.window, tmp_path, f"off-{language}")
    link.refresh()
    mine.window.classes.come_back()
    qtbot.waitUntil(lambda: len(mine.lessons.rooms) == 2)
    assert mine.lessons.forgotten == []


def test_a_question_that_was_open_when_the_table_was_pushed_on_is_closed_with_one_sentence_for_both(
    trainee: Class,
) -> None:
    seated = trainee.play(at(busy("plan"), phase="plan"))
    page = trainee.shell.page
    assert isinstance(page, PlanPage)
    page.table.own_work.hours.step(12)
    trainee.shell.on_primary()
    settle()
    assert [each for each in trainee.shell.window().findChildren(Dialog) if each.isVisible()]
    trainee.tell(at(seated, phase="review"))
    assert not [each for each in trainee.shell.window().findChildren(Dialog) if each.isVisible()]
    assert len(notes(trainee)) == 1
    assert notes(trainee)[0].startswith("讲师让这一桌往下走了，现在是互评。")
