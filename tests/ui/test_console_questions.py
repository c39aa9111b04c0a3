"""What the console asks is about the tables as they stood then: it keeps fresh, and is not put to another stage."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import AwaySeat, ConsoleTold, TableRow
from sandgame.rules import room_intents as r
from sandgame.rules.ids import Phase
from sandgame.rules.intents import TimeUp
from tests.kit import console as made
from tests.ui.test_console import Room, chosen, drill, drop, open_room

EVERY = (made.SALES, made.DESIGN, made.BUYING, made.MAKING, made.QUALITY, made.LOGISTICS)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Room:
    return open_room(qtbot, qapp)


@pytest.fixture
def pair(qtbot: QtBot, qapp: QApplication) -> Room:
    return open_room(qtbot, qapp, brief())


def brief(**more: Any) -> tuple[TableRow, ...]:
    return tuple(made.row(number, phase="brief", week=3, **more) for number in (1, 2))


def went(room: Room, *tables: int, phase: Phase = "negotiate", week: int = 3, **more: Any) -> None:
    """Tables go on by themselves."""
    room.take(ConsoleTold(tuple(made.row(table, phase=phase, week=week, **more) for table in tables)))
    room.screen.refresh()


def asked(room: Room) -> str:
    return "".join(label.text() for label in room.dialog.findChildren(QLabel))


def is_open() -> bool:
    return QApplication.activeModalWidget() is not None


def test_a_question_closes_with_a_word_when_all_its_tables_have_moved_on(pair: Room) -> None:
    pair.press(Qt.Key.Key_F9)
    assert "进入协商？" in asked(pair)
    went(pair, 1, 2)
    assert not is_open()
    assert pair.intents() == []
    assert "第 1 桌、第 2 桌已经自己往下走" in pair.screen.toasts.text()


def test_what_was_asked_in_a_stage_ends_that_stage_and_never_the_next(pair: Room) -> None:
    pair.press(Qt.Key.Key_F9)
    went(pair, 1)
    assert is_open(), "one table is still meant"
    pair.answer_dialog("go")
    assert pair.intents() == [(0, TimeUp(round=3, phase="brief"))]


def test_a_class_held_by_its_clock_begins_without_a_question_and_skips_nothing(
    qtbot: QtBot, qapp: QApplication
) -> None:
    rows = tuple(made.row(table, waiting=True, paused=True) for table in (1, 2))
    room = open_room(qtbot, qapp, rows)
    room.take(made.lobby(2, pace="clock"))
    room.screen.refresh()
    room.press(Qt.Key.Key_F9)
    assert not is_open()
    assert room.intents() == [(table, TimeUp(round=3, phase="brief")) for table in (1, 2)]


def test_an_open_question_counts_who_is_left(pair: Room) -> None:
    pair.press(Qt.Key.Key_F9)
    assert "12 个部门" in asked(pair)
    went(pair, 1, phase="brief", done=EVERY[:4])
    assert "8 个部门" in asked(pair)
    went(pair, 2, phase="negotiate")
    assert "2 个部门" in asked(pair)
    assert "第 2 桌" not in asked(pair)
    went(pair, 1, phase="brief", done=EVERY)
    assert "大家都已完成" in asked(pair)


def test_at_one_table_the_question_names_departments_and_no_seats_of_the_computer(room: Room) -> None:
    row = made.row(3, done=(made.SALES, made.DESIGN, made.QUALITY, made.LOGISTICS), bots=(made.BUYING,))
    drill(room)
    room.take(ConsoleTold((row,)))
    room.press(Qt.Key.Key_F9)
    assert "还有 1 个部门没完成：生产。" in asked(room)


def test_moving_one_table_on_is_of_the_stage_it_was_asked_in(room: Room) -> None:
    drill(room)
    room.press(Qt.Key.Key_F9)
    went(room, 3, phase="plan")
    assert not is_open()
    assert room.intents() == []


def test_a_card_is_dealt_from_the_week_that_was_said_or_not_at_all(pair: Room) -> None:
    drop(pair.screen.all.strip, 1)
    went(pair, 1)
    assert is_open(), "in Negotiate it still holds from week 3"
    went(pair, 1, phase="plan")
    assert "全班" not in asked(pair)
    pair.answer_dialog("go")
    assert pair.intents() == [(2, r.DealCard(round=3, phase="brief", card=1))]
    drop(pair.screen.all.grid.cards[1], 1)
    went(pair, 2, phase="plan")
    assert not is_open()


def test_a_card_chosen_for_a_table_is_not_dealt_there_in_another_week(pair: Room) -> None:
    pair.screen.acts.deal(1)
    pair.click("第 1 桌", pair.dialog)
    went(pair, 1, phase="plan")
    pair.answer_dialog("go")
    assert pair.intents() == []


def test_a_class_in_two_stages_is_dealt_a_card_table_by_table(pair: Room) -> None:
    went(pair, 1)
    drop(pair.screen.all.strip, 1)
    pair.answer_dialog("go")
    assert pair.intents() == [
        (1, r.DealCard(round=3, phase="negotiate", card=1)),
        (2, r.DealCard(round=3, phase="brief", card=1)),
    ]


def test_a_measure_is_of_the_review_it_was_offered_in(qtbot: QtBot, qapp: QApplication) -> None:
    room = open_room(qtbot, qapp, tuple(made.row(number, phase="review", week=3) for number in (1, 2)))
    room.screen.acts.switch("coordination")
    went(room, 1, 2, phase="brief", week=4)
    assert not is_open()
    assert room.intents() == []


def test_going_back_is_from_where_it_was_asked(pair: Room) -> None:
    chosen(pair, "全班回到本阶段开始…")
    pair.dialog.findChildren(QLineEdit)[0].setText("2")
    went(pair, 1)
    pair.answer_dialog("go")
    back = [(table, intent.phase) for table, intent in pair.intents() if isinstance(intent, r.RollBack)]
    assert back == [(1, "brief"), (2, "brief")], "table 1 refuses: what it has played since stays"


def test_one_table_goes_back_only_from_the_stage_it_was_asked_in(room: Room) -> None:
    drill(room)
    room.screen.drill_acts.act("back", None)
    room.answer_dialog("go")
    went(room, 3, phase="plan")
    assert not is_open()
    assert room.intents() == []


def test_shortening_to_a_week_that_has_come_meanwhile_is_not_asked_any_more(pair: Room) -> None:
    chosen(pair, "缩短这一场", "到第 4 周结束")
    went(pair, 1, 2)
    assert is_open(), "another stage of week 3 changes nothing"
    went(pair, 1, phase="brief", week=4)
    assert not is_open()


def test_the_end_says_where_the_tables_are_now(pair: Room) -> None:
    chosen(pair, "结束这场课…")
    assert "准备" in asked(pair) or "第 3 周还没走完" in asked(pair)
    went(pair, 1, 2, phase="plan")
    assert "第 3 周还没走完（计划）" in asked(pair)


def test_nobody_is_replaced_who_has_come_back_meanwhile(room: Room) -> None:
    drill(room)
    gone = made.row(3, away=(AwaySeat(made.BUYING, 64, True),))
    room.take(ConsoleTold((gone,)))
    room.screen.drill_acts.who_sits(made.BUYING)
    room.take(ConsoleTold((replace(gone, away=()),)))
    room.screen.refresh()
    assert not is_open()
    assert room.intents() == []


def test_a_phase_is_not_finished_for_a_seat_that_has_finished_it_or_in_the_next_one(room: Room) -> None:
    drill(room)
    room.screen.drill_acts.finish_for(made.SALES)
    went(room, 3, phase="negotiate", done=(made.SALES,))
    assert not is_open()
    room.screen.drill_acts.finish_for(made.MAKING)
    went(room, 3, phase="plan")
    assert not is_open()
    assert room.intents() == []


def test_a_line_is_not_answered_for_a_seat_that_has_answered_it(room: Room) -> None:
    drill(room)
    room.screen.drill_acts.answer_for(made.MAKING)
    assert is_open()
    answered = made.table_seen(3)
    room.take(replace(answered, seats=tuple(replace(seat, waits_for=()) for seat in answered.seats)))
    room.screen.refresh()
    assert not is_open()


def test_an_overtaken_question_speaks_english_too(qtbot: QtBot, qapp: QApplication) -> None:
    room = open_room(qtbot, qapp, brief(), language="en")
    room.press(Qt.Key.Key_F9)
    went(room, 1, 2)
    assert "Moved on already: Table 1, Table 2." in room.screen.toasts.text()


def test_who_sits_there_now_is_marked(room: Room) -> None:
    drill(room)
    menu = room.screen.drill_acts.menu(made.SALES)
    sits = next(action.menu() for action in menu.actions() if action.text() == "谁来坐")
    assert sits is not None
    marked = [action.text() for action in sits.actions() if action.isChecked()]  # type: ignore[attr-defined]
    assert marked == ["本人（现在）"]
