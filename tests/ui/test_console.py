"""The facilitator's console as a window: it can be read at every size, run by keys, and tells no secret when shared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    AskTable,
    CallTold,
    CardsTold,
    ConsoleTold,
    EndClass,
    JoinReason,
    LookAt,
    MakeSeatCode,
    MarkCount,
    ReceiptTold,
    Refused,
    SeatCodeMade,
    SetAbsence,
    SetPace,
    TableAnswered,
    TableRow,
    WatchTable,
)
from sandgame.frames.console import BookmarksTold
from sandgame.frames.debrief import BookmarkSeen, TurnPage
from sandgame.frames.line import HostEnded, LineBack, LineLost
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.class_help import class_help
from sandgame.present.console_deck import Receiver
from sandgame.rules import room_intents as r
from sandgame.rules.ids import SheetId
from sandgame.rules.intents import AnswerSheet, FinishPhase, Part, TimeUp
from sandgame.rules.reason import Reason, Refusal
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.console import ConsoleScreen
from sandgame.ui.console_card import CARD_MIME, CardGrid, TableCard
from sandgame.ui.console_menu import class_menu
from sandgame.ui.console_strip import ConsoleStrip
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from tests.kit import console as made
from tests.kit.looks import faults, picture, settle
from tests.kit.views import production, seated

SIZES = ((1366, 768), (1092, 614), (960, 540))


@dataclass
class Time:
    now: float = 1000.0


@dataclass
class Room:
    """A console in a window of its own; `asked` is what it sent."""

    screen: ConsoleScreen
    time: Time
    asked: list[Asked] = field(default_factory=list)

    def take(self, *frames: Told) -> None:
        for frame in frames:
            self.screen.take(frame)
        settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen, key)
        settle()

    def intents(self) -> list[tuple[int, r.RoomIntent]]:
        return [(frame.table, frame.intent) for frame in self.asked if isinstance(frame, AskTable)]

    def last(self) -> AskTable:
        return next(frame for frame in reversed(self.asked) if isinstance(frame, AskTable))

    def answer(self, frame: AskTable, refusal: Refusal | None = None, *tables: int) -> None:
        for table in tables or self.screen.seen.tables:
            self.take(TableAnswered(table, frame.id, refusal, stored=True))

    def button(self, text: str, within: QWidget | None = None) -> QAbstractButton:
        every = (within or self.screen).findChildren(QAbstractButton)
        return next(each for each in every if each.isVisible() and text in (each.text(), each.accessibleName()))

    def click(self, text: str, within: QWidget | None = None) -> None:
        QTest.mouseClick(self.button(text, within), Qt.MouseButton.LeftButton)
        settle()

    @property
    def dialog(self) -> Dialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, Dialog)
        return found

    def answer_dialog(self, answer: str) -> None:
        self.dialog.button(answer).click()
        settle()

    def words(self) -> str:
        """All that is written anywhere in the window, shown or not."""
        said: list[str] = []
        for widget in self.screen.findChildren(QWidget):
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                said.append(widget.text())
        return "\n".join(said)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Room:
    return open_room(qtbot, qapp)


def open_room(
    qtbot: QtBot,
    qapp: QApplication,
    rows: tuple[TableRow, ...] | None = None,
    *,
    language: Language = "zh",
    scheme: Scheme = "light",
    size: tuple[int, int] = (1366, 768),
    percent: int = 100,
    playing: bool = True,
) -> Room:
    apply_look(qapp, Look(scheme, language, percent, calm=True))
    time = Time()
    found = Room(ConsoleScreen(Speech(language), now=lambda: time.now), time)
    qtbot.addWidget(found.screen, before_close_func=lambda _screen: found.screen.stop())
    found.screen.asked.connect(found.asked.append)
    for frame in made.frames(rows, state="playing" if playing else "lobby"):
        found.screen.take(frame)
    found.screen.resize(*size)
    found.screen.show()
    settle()
    time.now += made.WHOLE - made.LEFT
    return found


def drill(room: Room, table: int = 3, **more: object) -> Room:
    room.screen.open_table(table)
    room.take(made.table_seen(table, **more))  # type: ignore[arg-type]
    return room


# how it looks


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_room(qtbot: QtBot, qapp: QApplication, language: Language, size: tuple[int, int]) -> None:
    room = open_room(qtbot, qapp, language=language, size=size)
    room.take(made.call())
    assert faults(room.screen) == []
    drill(room)
    assert faults(room.screen) == []
    assert (room.screen.width(), room.screen.height()) == size


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_room_in_large_type(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    room = open_room(qtbot, qapp, language=language, percent=130)
    assert faults(room.screen) == []
    assert faults(drill(room).screen) == []


@pytest.mark.parametrize("count", range(1, 13))
def test_one_to_twelve_tables_stand_side_by_side(qtbot: QtBot, qapp: QApplication, count: int) -> None:
    room = open_room(qtbot, qapp, tuple(made.row(number) for number in range(1, count + 1)))
    cards = room.screen.all.grid.cards
    columns = {card.x() for card in cards}
    assert len(columns) == min(count, 2 if count <= 2 else 3 if count <= 6 else 4)
    assert all(240 <= card.width() <= 340 for card in cards)
    assert faults(room.screen) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_its_zones_are_those_of_the_design(qtbot: QtBot, qapp: QApplication, scheme: Scheme, tmp_path: Path) -> None:
    room = open_room(qtbot, qapp, scheme=scheme)
    page, screen = room.screen.all, room.screen

    def zone(widget: QWidget) -> tuple[int, ...]:
        corner = widget.mapTo(screen, widget.rect().topLeft())
        return corner.x(), corner.y(), widget.width(), widget.height()

    wanted = {page.strip: (10, 64, 1036, 64), page.grid.cards[0]: (10, 138, 252, 305), screen.bar: (0, 0, 1366, 54)}
    for widget, place in wanted.items():
        assert all(abs(a - b) <= 4 for a, b in zip(zone(widget), place, strict=True)), (zone(widget), place)
    picture(screen, tmp_path, f"console-{scheme}")
    drill(room)
    sides = {screen.drill.seats: (10, 64, 252, 694), screen.drill.board: (272, 64, 758, 560),
             screen.drill.side: (1040, 64, 316, 694)}  # fmt: skip
    for widget, place in sides.items():
        assert all(abs(a - b) <= 4 for a, b in zip(zone(widget), place, strict=True)), (zone(widget), place)
    picture(screen, tmp_path, f"drill-{scheme}")


def test_before_the_first_frame_it_says_what_will_stand_there(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Look(calm=True))
    screen = ConsoleScreen(Speech("zh"))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    settle()
    assert "还没有收到各桌的情况" in [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert faults(screen) == []


def test_in_the_lobby_nothing_can_be_moved(qtbot: QtBot, qapp: QApplication) -> None:
    room = open_room(qtbot, qapp, playing=False)
    assert not room.screen.bar.next.isVisible()
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_3)
    assert room.intents() == []
    assert room.screen.table == 0


def test_a_switch_of_language_says_everything_again(room: Room) -> None:
    drill(room)
    room.screen.in_language(Speech("en"))
    settle()
    assert "Known to single departments" in room.words()
    room.press(Qt.Key.Key_Escape)
    assert "Needs you" in room.words()


# time


def test_space_pauses_and_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    room = open_room(qtbot, qapp, (made.row(1), made.row(2)))
    room.press(Qt.Key.Key_Space)
    assert isinstance(room.last().intent, r.PausePlay)
    assert room.last().table == 0
    room.take(made.frames((made.row(1, paused=True), made.row(2, paused=True)))[2])
    room.press(Qt.Key.Key_Space)
    assert isinstance(room.last().intent, r.ResumePlay)


def test_a_minute_more_and_a_minute_less(room: Room) -> None:
    room.click("+1 分钟")
    room.click("−1 分钟")
    assert [intent.seconds for _, intent in room.intents() if isinstance(intent, r.ChangeTime)] == [60, -60]


def test_moving_on_waits_unless_it_is_said_twice(room: Room) -> None:
    room.press(Qt.Key.Key_F9)
    assert "16" in "".join(label.text() for label in room.dialog.findChildren(QLabel))
    room.answer_dialog("back")
    assert room.intents() == []
    room.press(Qt.Key.Key_F9)
    room.answer_dialog("go")
    assert room.intents() == [(0, TimeUp(round=3, phase="negotiate"))]


def test_when_all_are_done_nothing_is_asked(qtbot: QtBot, qapp: QApplication) -> None:
    every = (made.SALES, made.DESIGN, made.BUYING, made.MAKING, made.QUALITY, made.LOGISTICS)
    room = open_room(qtbot, qapp, (made.row(1, done=every),))
    room.press(Qt.Key.Key_F9)
    assert isinstance(room.last().intent, TimeUp)


def test_the_clock_counts_on_by_itself(room: Room) -> None:
    room.time.now += 60
    room.screen.refresh()
    clock = room.screen.times()[1]
    assert (clock.left, clock.whole) == (0.0, made.WHOLE)
    room.take(made.frames((made.row(1, seconds=120.0),))[2])
    assert room.screen.times()[1].left == 120.0


# the queue


def queued(room: Room) -> list[str]:
    return [row.accessibleName() for row in room.screen.all.queue.rows()]


def test_a_stand_in_is_seated_from_the_queue(room: Room) -> None:
    room.click("第 6 桌 · 采购断线 电脑代班")
    frame = room.last()
    assert frame.table == 6
    assert frame.intent == r.SeatPlayer(round=3, phase="negotiate", seat=made.BUYING, player="stand_in")
    room.screen.all.queue.tidy()
    assert not [each for each in queued(room) if "断线" in each]


def test_a_line_that_is_left_to_the_two_goes_back_to_them_and_can_be_raised_again(room: Room) -> None:
    row = next(each for each in room.screen.seen.rows.values() if each.stuck)
    room.click(f"第 {row.table} 桌 · 裁决 让他们谈")
    assert room.last().table == row.table
    assert room.last().intent == r.DecideLine(round=3, phase="negotiate", sheet=SheetId(3), line=0)
    room.screen.all.queue.tidy()
    assert not [each for each in queued(room) if "裁决" in each]
    room.take(ConsoleTold((replace(row, stuck=(), escalated=0),)))
    room.take(ConsoleTold((row,)))
    assert [each for each in queued(room) if "裁决" in each], "the other side has raised it again"


def test_a_line_that_could_not_be_left_stays_in_the_queue(room: Room) -> None:
    row = next(each for each in room.screen.seen.rows.values() if each.stuck)
    room.click(f"第 {row.table} 桌 · 裁决 让他们谈")
    room.take(TableAnswered(row.table, room.last().id, None, stored=False))
    room.screen.all.queue.tidy()
    assert [each for each in queued(room) if "裁决" in each]


def test_what_observers_wrote_stands_among_the_notes_and_becomes_a_bookmark(room: Room) -> None:
    counts = (MarkCount("warned", 0, 1, 2, 0),)
    room.take(CardsTold(3, 3, counts, ("他们先问了一句",)))
    lines = room.screen.all.deck.note_lines()
    assert "第 3 桌 · 观察卡 3 张" in room.words()
    assert "晚之前先预警：清楚 2、部分 1" in room.words()
    lines[-1].keep.click()
    settle()
    mark = room.last()
    assert (mark.table, mark.intent) == (3, r.MarkMoment(round=3, phase="negotiate", note="观察卡：他们先问了一句"))
    room.take(BookmarksTold(3, (BookmarkSeen(3, 3, "negotiate", "观察卡：他们先问了一句", 40),)))
    assert not room.screen.all.deck.note_lines()[-1].keep.isEnabled(), "once is enough"
    room.screen.shared = True
    settle()
    assert "他们先问了一句" not in room.words()


def test_whoever_was_replaced_by_a_slip_is_put_back_by_one_click(room: Room) -> None:
    room.click("第 6 桌 · 采购断线 电脑代班")
    assert room.screen.undo.isVisible()
    room.click("第 6 桌 采购已由电脑代班 换回本人")
    assert room.last().intent == r.SeatPlayer(round=3, phase="negotiate", seat=made.BUYING, player="person")
    room.screen.all.queue.tidy()
    assert [each for each in queued(room) if "断线" in each]


def test_waiting_leaves_somebody_alone_for_a_minute_and_is_not_called_well(room: Room) -> None:
    room.screen.refresh()
    count = len(queued(room))
    room.click("第 6 桌 · 采购断线 再等等")
    room.screen.all.queue.tidy()
    assert [each for each in queued(room) if "断线" in each and "先等着" in each]
    assert room.screen.all.queue.count.text() == str(count - 1)
    assert "等一下再看" in room.screen.all.grid.cards[5].accessibleName()
    room.time.now += 61
    room.screen.refresh()
    assert [each for each in queued(room) if "断线" in each and "先等着" not in each]


def test_nothing_moves_up_under_the_hand_in_the_queue(room: Room) -> None:
    room.screen.refresh()
    before = queued(room)
    room.click("第 6 桌 · 采购断线 电脑代班")
    after = queued(room)
    assert len(after) == len(before)
    assert after[before.index(next(each for each in before if "断线" in each))].startswith("已处理")
    room.screen.all.queue.tidy()
    assert len(queued(room)) == len(before) - 1


def test_the_tabs_stand_still_whatever_waits(room: Room) -> None:
    before = room.screen.all.deck.tabs.mapTo(room.screen, QPoint(0, 0))
    room.take(made.call(1), made.call(2), made.call(4))
    assert room.screen.all.deck.tabs.mapTo(room.screen, QPoint(0, 0)) == before
    room.take(made.frames((made.row(1),))[2])
    assert room.screen.all.deck.tabs.mapTo(room.screen, QPoint(0, 0)) == before


def test_gone_seconds_count_on_between_the_hosts_words(room: Room) -> None:
    assert any("2:14" not in each for each in queued(room))
    room.time.now += 10
    room.screen.refresh()
    gone = next(each for each in queued(room) if "断线" in each)
    assert f"3:{64 + 160 - 180:02}" in gone


def test_a_table_is_reminded(room: Room) -> None:
    room.click("第 5 桌 · 没有动静 提醒这一桌")
    intent = room.last().intent
    assert room.last().table == 5
    assert isinstance(intent, r.TellTable)
    assert "讲师提醒" in intent.text


def test_a_decision_is_made_at_the_opened_table(room: Room) -> None:
    room.click("第 3 桌 · 裁决 现在裁定")
    assert room.screen.table == 3
    assert room.asked[-1] == WatchTable(3)


def test_a_code_for_another_laptop_is_shown_and_not_on_a_shared_screen(room: Room) -> None:
    room.click("第 6 桌 · 采购断线 座位码")
    assert room.asked[-1] == MakeSeatCode(6, made.BUYING)
    room.take(SeatCodeMade(6, made.BUYING, "QWERTY"))
    assert "加入一桌" in room.dialog.accessibleDescription()
    assert Speech("zh").say("join-seat-code") in room.dialog.accessibleDescription()
    assert "ABC–DEF" in [label.text() for label in room.dialog.findChildren(QLabel)]
    assert "QWE–RTY" in [label.text() for label in room.dialog.findChildren(QLabel)]
    room.answer_dialog("close")
    room.screen.shared = True
    room.take(SeatCodeMade(6, made.BUYING, "QWERTY"))
    assert QApplication.activeModalWidget() is None
    room.take(Refused(JoinReason.NO_SUCH_SEAT))
    assert "没有人坐" in room.screen.toasts.text()


def test_a_call_is_answered_to_its_seat(room: Room) -> None:
    room.take(made.call())
    room.click("第 2 桌 · 质量求助 回一句")
    field = room.dialog.findChildren(QLineEdit)[0]
    field.setText("先申请，再分")
    room.answer_dialog("go")
    assert room.intents() == [(2, r.TellTable(round=3, phase="negotiate", to=made.QUALITY, text="先申请，再分"))]
    room.screen.all.queue.tidy()
    assert not [each for each in queued(room) if "求助" in each]


# cards, measures, words


def test_a_card_is_dealt_by_enter_after_choosing_a_table(room: Room) -> None:
    thing = room.screen.all.deck.things()[0]
    thing.setFocus()
    QTest.keyClick(thing, Qt.Key.Key_Return)
    settle()
    assert "看全桌怎样给急事让路" in room.dialog.accessibleDescription()
    assert not room.dialog.button("go").isEnabled()
    room.click("第 4 桌", room.dialog)
    room.answer_dialog("go")
    assert room.intents() == [(4, r.DealCard(round=3, phase="negotiate", card=1))]
    room.answer(room.last(), None, 4)
    assert "第 4 桌" in (thing.accessibleDescription())


def test_a_card_that_is_too_early_says_so_and_does_nothing(room: Room) -> None:
    early = room.screen.all.deck.things()[1]
    early.setFocus()
    QTest.keyClick(early, Qt.Key.Key_Return)
    settle()
    assert room.intents() == []
    assert "第 4 周" in early.accessibleDescription()


def drop(on: TableCard | CardGrid | ConsoleStrip, card: int) -> None:
    data = QMimeData()
    data.setData(CARD_MIME, str(card).encode())
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    on.dropEvent(event)
    settle()


def test_a_card_is_dropped_on_a_table_or_on_the_class(room: Room) -> None:
    page = room.screen.all
    drop(page.grid.cards[1], 1)
    assert room.intents() == []
    assert "收不回来" in room.dialog.accessibleDescription()
    room.answer_dialog("back")
    assert room.intents() == []
    drop(page.grid.cards[1], 1)
    room.answer_dialog("go")
    assert room.last().table == 2
    drop(page.grid.cards[1], 2)
    assert len(room.intents()) == 1
    drop(page.strip, 1)
    room.answer_dialog("go")
    assert (room.last().table, room.last().intent) == (0, r.DealCard(round=3, phase="negotiate", card=1))


def test_a_card_beside_all_tables_is_dealt_to_nobody_and_says_so(room: Room) -> None:
    drop(room.screen.all.grid, 1)
    assert QApplication.activeModalWidget() is None
    assert room.intents() == []
    assert "没有发出" in room.screen.toasts.text()


def test_what_a_table_refuses_is_said_with_its_number(room: Room) -> None:
    drop(room.screen.all.strip, 1)
    room.answer_dialog("go")
    frame = room.last()
    room.answer(frame, None, 1, 2, 3, 4, 5, 6, 7)
    room.answer(frame, Refusal(Reason.CARD_DEALT, place=1), 8)
    assert "第 8 桌" in room.screen.toasts.text()


def test_who_called_and_was_answered_stays_the_one_who_is_spoken_to(room: Room) -> None:
    room.take(CallTold(3, 3, made.QUALITY, "检验排不开"))
    acts = room.screen.acts
    call = next(each for each in room.screen._alerts if each.kind == "call")
    acts.act(call, "answer")
    room.dialog.findChildren(QLineEdit)[0].setText("我来看看")
    room.answer_dialog("go")
    room.answer(room.last(), None, call.table)
    say = room.screen.all.say
    assert room.screen.seen.name(call.seats[0]) in say.to.text()
    say.edit.setText("再说一句")
    say.send.click()
    settle()
    intent = room.last().intent
    assert isinstance(intent, r.TellTable)
    assert (room.last().table, intent.to) == (call.table, call.seats[0])
    room.answer(room.last(), None, call.table)
    assert room.screen.seen.name(call.seats[0]) in say.to.text(), "one word leads to another"


def test_with_few_tables_the_lines_are_explained_and_nothing_is_sorted(qtbot: QtBot, qapp: QApplication) -> None:
    few = open_room(qtbot, qapp, (made.row(1), made.row(2)))
    assert few.screen.all.legend.isVisible()
    assert "红色点线" in few.screen.all.legend.accessibleName()
    assert not few.screen.all.strip.sort.isVisible()
    few.screen.shared = True
    settle()
    assert not few.screen.all.legend.isVisible()


def test_to_whom_something_is_said_stands_there_while_it_is_typed_and_is_the_class_again_once_sent(room: Room) -> None:
    say = room.screen.all.say
    room.screen.talk.say_to(Receiver(2))
    QTest.keyClicks(say.edit, "hurry")
    assert say.to.text() == "给：第 2 桌"
    say.send.click()
    settle()
    sent = room.last()
    assert sent.table == 2
    QTest.keyClicks(say.edit, " up")
    room.answer(sent, None, 2)
    assert (say.edit.text(), say.to.text()) == ("hurry up", "给：第 2 桌"), "what is typed meanwhile stays"
    say.edit.setText("now")
    say.send.click()
    room.answer(room.last(), None, 2)
    assert (say.edit.text(), say.to.text()) == ("", "给：全班")


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("language", LANGUAGES)
def test_choosing_to_whom_something_is_said_leaves_the_words_in_sight(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    room = open_room(qtbot, qapp, language=language)
    say = room.screen.all.say
    QTest.keyClicks(say.edit, "hurry")
    say.to.click()
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = QRect(say.edit.mapToGlobal(QPoint(0, 0)), say.edit.size())
    assert not menu.geometry().intersects(words)
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, Qt.Key.Key_Right)
    settle()
    inner = menu.actions()[-1].menu()
    assert isinstance(inner, QMenu)
    assert inner.isVisible()
    assert not inner.geometry().intersects(words)
    inner.close()
    menu.close()


def test_with_two_tables_the_side_takes_the_room_that_is_left(qtbot: QtBot, qapp: QApplication) -> None:
    two = open_room(qtbot, qapp, (made.row(1), made.row(2))).screen.all
    eight = open_room(qtbot, qapp).screen.all
    assert two.deck.width() > eight.deck.width() + 150


def test_the_words_of_the_game_can_be_looked_up_from_the_console() -> None:
    page = class_help(Speech("zh"), "console")
    assert {"口头", "公共工时", "协同成效"} <= {term.name for term in page.terms}


def test_words_to_all_come_with_a_receipt(room: Room) -> None:
    panel = room.screen.all.say
    panel.edit.setText("还有五分钟")
    QTest.keyClick(panel.edit, Qt.Key.Key_Return)
    settle()
    frame = room.last()
    assert (frame.table, frame.intent) == (0, r.TellTable(round=3, phase="negotiate", to=0, text="还有五分钟"))  # type: ignore[arg-type]
    room.answer(frame, None, 1, 2, 3)
    assert "3/8" in panel.receipt.text()
    room.answer(frame, None, 4, 5, 6, 7, 8)
    assert panel.edit.text() == ""
    panel.edit.setText("下一句")
    seats = room.screen.seen.seats
    room.take(*(ReceiptTold(table, frame.id, seats, seats[1:] if table == 5 else seats) for table in range(1, 9)))
    assert "47/48" in panel.receipt.text()
    assert "第 5 桌 销售" in panel.receipt.text()
    room.take(ReceiptTold(5, frame.id, seats, seats))
    assert "48/48" in panel.receipt.text()
    room.take(ReceiptTold(5, "another", seats, ()))
    assert "48/48" in panel.receipt.text(), "the receipt is of what was said last"
    assert panel.edit.text() == "下一句", "what is being written stays"


def test_words_that_did_not_come_stay_in_the_line(room: Room) -> None:
    panel = room.screen.all.say
    panel.edit.setText("还有五分钟")
    room.click("发送")
    frame = room.last()
    room.answer(frame, None, 1, 2, 3, 4, 5, 6, 7)
    room.take(TableAnswered(8, frame.id, None, stored=False))
    assert "第 8 桌" in panel.receipt.text()
    assert panel.edit.text() == "还有五分钟"


def test_a_bookmark_is_set_by_its_key_and_kept_in_sight(room: Room) -> None:
    room.press(Qt.Key.Key_B)
    room.dialog.findChildren(QLineEdit)[0].setText("急单来的时候没人说话")
    room.answer_dialog("go")
    note = "急单来的时候没人说话"
    assert (room.last().table, room.last().intent) == (
        0,
        r.MarkMoment(round=3, phase="negotiate", note=note, whole=True),
    )
    marks = [BookmarkSeen(table, 3, "negotiate", note, 40 + table, whole=True) for table in (1, 2)]
    room.take(*(BookmarksTold(mark.table, (mark,)) for mark in marks))
    assert len(room.screen.all.deck.note_lines()) == 1
    assert "全班 · 第 3 周 协商" in room.words()
    assert room.words().count("第 1 桌 · 第 3 周 协商") == 0
    assert note in room.words()


def test_a_console_that_is_opened_again_has_the_bookmarks_of_before(room: Room) -> None:
    told = BookmarksTold(3, (BookmarkSeen(3, 1, "deliver", "谁都没问", 40),))
    room.take(told, made.case())
    room.take(told)
    assert len(room.screen.all.deck.note_lines()) == 1
    assert "第 3 桌 · 第 1 周 交付" in room.words()


def test_a_bookmark_goes_with_what_was_rolled_back_and_the_others_keep_their_order(room: Room) -> None:
    one = BookmarkSeen(3, 1, "deliver", "第一条", 40)
    two, other = BookmarkSeen(3, 2, "plan", "第二条", 60), BookmarkSeen(1, 1, "review", "别桌的", 50)
    room.take(BookmarksTold(3, (one,)), BookmarksTold(1, (other,)), BookmarksTold(3, (one, two)))
    assert [mark.note for mark in room.screen.seen.marks] == ["第一条", "别桌的", "第二条"]
    room.take(BookmarksTold(3, (one,)))
    assert [mark.note for mark in room.screen.seen.marks] == ["第一条", "别桌的"]
    assert "第二条" not in room.words()


def test_keys_are_letters_while_something_is_typed(room: Room) -> None:
    room.screen.all.say.edit.setFocus()
    QTest.keyClicks(room.screen.all.say.edit, "b 3")
    settle()
    assert room.screen.table == 0
    assert room.intents() == []
    assert room.screen.all.say.edit.text() == "b 3"


# the class as a whole


def chosen(room: Room, *path: str) -> None:
    """A way through the class menu."""
    menu = class_menu(room.screen)
    for step in path[:-1]:
        found = next(action.menu() for action in menu.actions() if action.text() == step)
        assert found is not None
        menu = found  # type: ignore[assignment]
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()
    settle()


def test_pace_and_absence_are_chosen_in_the_menu(room: Room) -> None:
    chosen(room, "各桌节奏", "全班同步：到齐了一起进入下一阶段")
    chosen(room, "有人断线不回来", "先问我")
    assert room.asked == [SetPace("step"), SetAbsence("ask")]


def test_shortening_asks_first_and_is_shown(room: Room) -> None:
    chosen(room, "缩短这一场", "到第 4 周结束")
    room.answer_dialog("go")
    assert room.last().intent == r.ShortenSession(round=3, phase="negotiate", length=4)
    room.answer(room.last())
    room.take(ConsoleTold(tuple(replace(row, length=4) for row in made.rows())))
    assert room.screen.seen.length() == 4


def test_half_time_stops_the_class_and_turns_its_page(room: Room) -> None:
    opened: list[bool] = []
    room.screen.debrief_asked.connect(lambda: opened.append(True))
    chosen(room, "中场：看前半场…")
    assert room.intents() == []
    room.answer_dialog("go")
    assert isinstance(room.last().intent, r.PausePlay)
    assert TurnPage("half_time") not in room.asked, "no page before play stands still"
    room.answer(room.last())
    assert room.asked[-1] == TurnPage("half_time")
    assert opened == [True]


def test_all_go_back_only_when_their_number_is_typed(room: Room) -> None:
    chosen(room, "全班回到本阶段开始…")
    field = room.dialog.findChildren(QLineEdit)[0]
    field.setText("7")
    assert not room.dialog.button("go").isEnabled()
    field.setText("8")
    room.answer_dialog("go")
    assert [table for table, intent in room.intents() if isinstance(intent, r.RollBack)] == list(range(1, 9))


def test_a_trial_week_is_told_played_and_rolled_back(qtbot: QtBot, qapp: QApplication) -> None:
    room = open_room(qtbot, qapp, (made.row(1, week=1, index=()), made.row(2, week=1, index=())))
    chosen(room, "试玩周…")
    room.answer_dialog("go")
    told = room.last().intent
    assert isinstance(told, r.TellTable)
    assert "试玩" in told.text
    assert room.screen.all.strip.tag.isVisible()
    chosen(room, "试玩周…")
    room.answer_dialog("go")
    back = [
        (table, intent.to_round, intent.to_phase) for table, intent in room.intents() if isinstance(intent, r.RollBack)
    ]
    assert back == [(1, 1, "brief"), (2, 1, "brief")]
    assert not room.screen.all.strip.tag.isVisible()


def test_the_class_ends_only_after_the_question(room: Room) -> None:
    chosen(room, "结束这场课…")
    assert "第 3 周还没走完（协商）" in room.dialog.accessibleDescription()
    assert "复盘" in room.dialog.accessibleDescription()
    room.answer_dialog("back")
    assert room.asked == []
    chosen(room, "结束这场课…")
    room.answer_dialog("go")
    assert room.asked == [EndClass()]


# the line


def test_nothing_goes_out_while_the_line_is_cut(room: Room) -> None:
    room.take(LineLost(1.0, 90.0, 1))  # type: ignore[arg-type]
    assert room.screen.banner.isVisible()
    room.press(Qt.Key.Key_Space)
    room.click("第 5 桌 · 没有动静 提醒这一桌")
    assert room.asked == []
    assert room.screen.toasts.text()
    room.take(LineBack())  # type: ignore[arg-type]
    assert not room.screen.banner.isVisible()
    room.press(Qt.Key.Key_Space)
    assert len(room.asked) == 1


def test_a_host_that_stopped_is_told_in_full(room: Room) -> None:
    room.take(HostEnded(again=True))  # type: ignore[arg-type]
    assert "重新启动" in room.screen.banner.title.text()
    assert faults(room.screen) == []


def test_the_opened_table_is_watched_again_after_the_line_was_cut(room: Room) -> None:
    drill(room)
    room.take(LineLost(1.0, 90.0, 1), LineBack())  # type: ignore[arg-type]
    assert room.asked[-1] == WatchTable(3)


# one table


def test_digits_open_tables_arrows_step_and_escape_leads_back(room: Room) -> None:
    room.press(Qt.Key.Key_8)
    assert room.asked == [WatchTable(8)]
    room.press(Qt.Key.Key_Right)
    assert room.screen.table == 1
    room.press(Qt.Key.Key_Left)
    assert room.screen.table == 8
    room.press(Qt.Key.Key_Escape)
    assert (room.screen.table, room.asked[-1]) == (0, WatchTable(0))
    assert room.screen.all.grid.focused() == 8


def test_enter_on_a_card_opens_its_table(room: Room) -> None:
    card = room.screen.all.grid.cards[4]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    settle()
    assert room.screen.table == 5


def test_another_tables_secrets_are_not_shown_under_this_ones_name(room: Room) -> None:
    room.screen.open_table(4)
    room.take(made.table_seen(3))
    assert made.HIDDEN not in room.words()


def test_a_ruling_is_given_by_one_click(room: Room) -> None:
    drill(room)
    room.click("给 8")
    wanted = r.DecideLine(round=3, phase="negotiate", sheet=3, line=0, parts=(Part(8, 5),))  # type: ignore[arg-type]
    assert room.intents() == [(3, wanted)]


def test_the_bar_of_an_opened_table_is_that_tables(room: Room) -> None:
    drill(room)
    room.press(Qt.Key.Key_Space)
    assert (room.last().table, type(room.last().intent)) == (3, r.PausePlay)


def test_what_is_done_in_an_opened_table_names_that_table(room: Room) -> None:
    assert room.screen.bar.pause.text() == "暂停全班"
    drill(room)
    bar = room.screen.bar
    assert [each.text() for each in (bar.pause, bar.next)] == ["暂停这一桌", "这一桌进入计划"]
    assert "这一桌" in bar.more.accessibleName()
    assert "这一桌" in bar.less.accessibleName()


def test_a_call_is_seen_and_answered_at_the_opened_table(room: Room) -> None:
    drill(room)
    room.take(made.call(3, made.QUALITY))
    assert re.search(r"\d 件要处理", room.screen.bar.back.text())
    assert "求助" in room.screen.toasts.text()
    row = next(each for each in room.screen.drill.seats.rows() if "质量" in each.accessibleName())
    assert "我们不会用公共工时" in row.accessibleName()
    room.click("第 3 桌 · 质量求助 回一句")
    room.dialog.findChildren(QLineEdit)[0].setText("先申请，再分")
    room.answer_dialog("go")
    assert (room.last().table, room.last().intent.to) == (3, made.QUALITY)  # type: ignore[union-attr]
    assert "我们不会用公共工时" not in row.accessibleName()


def test_cards_are_listed_at_the_opened_table_with_their_week(room: Room) -> None:
    drill(room)
    room.screen.drill.tiles["event"].click()
    settle()
    assert "第 4 周起可以发" in room.dialog.accessibleDescription()
    room.answer_dialog("go")
    assert room.intents() == []
    assert "中间" not in room.dialog.accessibleDescription()
    assert "收不回来" in room.dialog.accessibleDescription()
    room.answer_dialog("go")
    assert room.intents() == [(3, r.DealCard(round=3, phase="negotiate", card=1))]


def test_a_phase_that_was_rolled_back_has_its_own_time_again(room: Room) -> None:
    room.take(made.frames((made.row(1, seconds=made.WHOLE, own_clock=True),))[2])
    clock = room.screen.times()[1]
    assert (clock.whole, clock.gone) == (made.WHOLE, 0.0)


def test_a_note_at_the_opened_table_is_its_bookmark(room: Room) -> None:
    drill(room)
    room.screen.drill.side.note.setText("谁都没问")
    QTest.keyClick(room.screen.drill.side.note, Qt.Key.Key_Return)
    settle()
    assert room.intents() == [(3, r.MarkMoment(round=3, phase="negotiate", note="谁都没问"))]


def test_the_log_shows_all_when_asked(room: Room) -> None:
    drill(room)
    assert "检验排不开" not in room.words()
    room.click("看全部")
    assert "检验排不开" in room.words()


def test_going_back_needs_the_tables_number(room: Room) -> None:
    drill(room)
    room.screen.drill_acts.act("back", None)
    settle()
    room.answer_dialog("go")
    field = room.dialog.findChildren(QLineEdit)[0]
    field.setText("3")
    room.answer_dialog("go")
    wanted = r.RollBack(round=3, phase="negotiate", to_round=3, to_phase="negotiate")
    assert room.intents() == [(3, wanted)]


def test_seats_are_swapped_at_half_time_only(room: Room) -> None:
    drill(room)
    assert not room.screen.drill.tiles["swap"].isVisible()
    room.take(made.table_seen(3, "review", may_swap=True, may_switch=True))
    assert faults(room.screen) == []
    room.screen.drill_acts.act("swap", None)
    settle()
    pills = [each for each in room.dialog.findChildren(QAbstractButton) if each.text() in ("销售", "质量")]
    pills[0].click()
    pills[3].click()
    room.answer_dialog("go")
    intent = room.last().intent
    assert isinstance(intent, r.SwapSeats)
    assert (intent.one, intent.other) == (made.SALES, made.QUALITY)


def test_a_bot_or_the_stand_in_takes_a_seat_and_a_person_gets_it_back(room: Room) -> None:
    drill(room)
    menu = room.screen.drill_acts.menu(made.SALES)
    sits = next(action.menu() for action in menu.actions() if action.text() == "谁来坐")
    assert sits is not None
    for action in sits.actions():  # type: ignore[attr-defined]
        action.trigger()
    players = [intent.player for _, intent in room.intents() if isinstance(intent, r.SeatPlayer)]
    assert players[:2] == ["person", "stand_in"]
    assert len(players) == 7


def test_a_phase_is_finished_and_a_line_answered_for_a_seat(room: Room) -> None:
    drill(room)
    acts = room.screen.drill_acts
    acts.finish_for(made.SALES)
    settle()
    room.answer_dialog("go")
    finish = FinishPhase(round=3, phase="negotiate")
    assert room.last().intent == r.ActFor(round=3, phase="negotiate", seat=made.SALES, intent=finish)
    acts.answer_for(made.MAKING)
    settle()
    room.answer_dialog("accept")
    intent = room.last().intent
    assert isinstance(intent, r.ActFor)
    assert isinstance(intent.intent, AnswerSheet)
    assert (intent.seat, intent.intent.sheet) == (made.MAKING, 3)


def test_through_a_seats_eyes_nothing_can_be_done(room: Room) -> None:
    drill(room)
    room.screen.drill_acts.look(made.MAKING)
    assert room.asked[-1] == LookAt(3, made.MAKING)
    told = seated(production())
    room.screen.look._at = (3, told.seat)  # the made view is another seat's
    room.take(told)
    shell = room.screen.look.shell
    assert shell is not None
    assert shell.is_watched
    sent = len(room.asked)
    QTest.keyClick(shell, Qt.Key.Key_F9)
    settle()
    assert len(room.asked) == sent
    room.click("回到这一桌")
    assert room.asked[-1] == LookAt(3, 0)  # type: ignore[arg-type]
    assert room.screen.look.shell is None
    assert room.screen.drill.isVisible()


# shared


def test_with_the_screen_shared_no_secret_is_anywhere(room: Room) -> None:
    room.take(made.call(2, text=made.HIDDEN))
    drill(room)
    assert made.HIDDEN in room.words()
    room.screen.shared = True
    settle()
    assert made.HIDDEN not in room.words()
    assert "KPI" not in room.words()
    assert room.screen.seen.seen is None
    assert room.screen.table == 0
    room.press(Qt.Key.Key_3)
    assert room.screen.table == 0
    assert "屏幕已共享" in room.screen.toasts.text()
    assert faults(room.screen) == []


def test_with_the_screen_shared_other_secrets_make_no_other_picture(qtbot: QtBot, qapp: QApplication) -> None:
    def pixels(*frames: Told, links: bool) -> object:
        rows = tuple(made.moved(row, links=row.links if links else ()) for row in made.rows())
        room = open_room(qtbot, qapp, rows)
        room.take(*frames)
        drill(room)
        room.screen.shared = True
        settle()
        return room.screen.grab().toImage()

    assert pixels(made.call(2, text="甲"), links=True) == pixels(made.call(2, text="乙"), links=False)


def test_what_was_asked_in_a_dialog_is_not_left_on_a_shared_screen(room: Room) -> None:
    room.screen.acts.deal(1)
    settle()
    assert room.dialog.isVisible()
    room.screen.shared = True
    settle()
    assert QApplication.activeModalWidget() is None
    assert room.intents() == []


def test_a_table_that_is_told_of_late_is_not_kept_on_a_shared_screen(room: Room) -> None:
    room.screen.open_table(3)
    room.screen.shared = True
    room.take(made.table_seen(3))
    assert room.screen.seen.seen is None
    assert made.HIDDEN not in room.words()
