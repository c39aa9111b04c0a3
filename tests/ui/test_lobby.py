"""The lobby under its facilitator's hands: seats moved by mouse and key, names dealt, week 1 begun."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import ChairState, JoinReason, MoveSeat, Refused, ReserveSeats, StartClass
from sandgame.paint.look import Look
from sandgame.paint.tokens import Scheme
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Language, Speech
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.lobby import LobbyScreen
from sandgame.ui.lobby_tables import Spot
from tests.kit.led import case_told, lobby_told
from tests.kit.looks import faults, picture, settle, shown


def some(table: int, seat: int) -> ChairState:
    return "away" if (table, seat) == (2, 2) else "free" if seat > 4 else "here"


class Lobby:
    """The screen with what it asked for."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, tables: int = 2, look: Look | None = None) -> None:
        look = look or Look(calm=True)
        apply_look(qapp, look)
        self.screen = LobbyScreen(Speech(look.language))
        self.asked: list[Asked] = []
        self.screen.asked.connect(self.asked.append)
        self.screen.take(case_told(tables))
        self.screen.take(lobby_told(tables, chair=some))
        qtbot.addWidget(self.screen)
        shown(self.screen)

    def spot(self, table: int, seat: int) -> Spot:
        return next(
            spot for spot in self.screen.tables.spots if spot.picture and spot.picture.spot == (table, SeatId(seat))
        )

    def dialog(self) -> Dialog:
        settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        return dialog

    def answer(self, answer: str) -> None:
        self.dialog().button(answer).click()
        settle()


def test_a_person_is_dragged_to_another_seat(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    start, end = lobby.spot(1, 1), lobby.spot(2, 6)
    way = end.mapTo(lobby.screen, end.rect().center()) - start.mapTo(lobby.screen, QPoint())
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=start.rect().center())
    QTest.mouseMove(start, start.rect().center() + QPoint(20, 0))
    QTest.mouseMove(start, way)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=way)
    assert lobby.asked == [MoveSeat(1, SeatId(1), 2, SeatId(6))]


def test_let_go_beside_all_seats_it_stays(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    start = lobby.spot(1, 1)
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=start.rect().center())
    QTest.mouseMove(start, QPoint(0, -60))
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=QPoint(0, -60))
    assert lobby.asked == []
    assert not lobby.screen.tables.aims


def test_a_click_picks_up_and_another_one_puts_down(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    QTest.mouseClick(lobby.spot(1, 2), Qt.MouseButton.LeftButton)
    assert "第 1 桌" in lobby.screen.hint.text()
    QTest.mouseClick(lobby.spot(1, 5), Qt.MouseButton.LeftButton)
    assert lobby.asked == [MoveSeat(1, SeatId(2), 1, SeatId(5))]


def test_the_same_by_keyboard_and_escape_lets_go(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    first = lobby.spot(1, 1)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not lobby.screen.tables.aims
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(lobby.spot(1, 2), Qt.Key.Key_Return)
    assert lobby.asked == [MoveSeat(1, SeatId(1), 1, SeatId(2))]


def test_after_a_drag_the_focus_is_where_the_person_went(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    start, end = lobby.spot(1, 1), lobby.spot(2, 6)
    way = end.mapTo(lobby.screen, end.rect().center()) - start.mapTo(lobby.screen, QPoint())
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=start.rect().center())
    QTest.mouseMove(start, start.rect().center() + QPoint(20, 0))
    QTest.mouseMove(start, way)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=way)
    assert lobby.screen.focusWidget() is end


def test_who_leaves_is_said_for_a_while(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    assert lobby.screen.news.isHidden()
    lobby.screen.take(lobby_told(2, chair=lambda t, s: "free" if (t, s) == (1, 1) else some(t, s)))
    assert lobby.screen.news.text() == "第 1 桌·销售离开了座位"
    assert lobby.screen.news.isVisible()
    lobby.screen.end_news()
    assert lobby.screen.news.isHidden()


@pytest.mark.parametrize(
    ("tables", "language", "named"),
    [(8, "zh", True), (12, "zh", True), (2, "en", True), (12, "en", False)],
)
def test_every_badge_says_its_department(
    qtbot: QtBot, qapp: QApplication, tables: int, language: Language, named: bool
) -> None:
    lobby = Lobby(qtbot, qapp, tables, Look("light", language, 100, calm=True))
    first = lobby.screen.tables.boxes[0].spots
    labels = [spot.label() for spot in first]
    whole = [spot.picture.department for spot in first if spot.picture is not None]
    assert (labels == whole) is named
    assert len(set(labels)) == len(labels)
    assert all(name.startswith(label) for name, label in zip(whole, labels, strict=True))
    assert lobby.screen.side.legend.texts() == whole


def test_an_empty_seat_cannot_be_picked_up(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    QTest.mouseClick(lobby.spot(1, 6), Qt.MouseButton.LeftButton)
    assert not lobby.screen.tables.aims


def test_tab_reaches_the_seats_once(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    reached = [s for s in lobby.screen.tables.spots if s.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(reached) == 1


def test_week_1_begins_after_a_question_while_somebody_is_missing(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    QTest.keyClick(lobby.screen, Qt.Key.Key_F9)
    lobby.answer("back")
    assert lobby.asked == []
    lobby.screen.start.click()
    lobby.answer("go")
    assert lobby.asked == [StartClass()]


def test_the_question_before_week_1_counts_who_comes_while_it_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    lobby.screen.take(lobby_told(2, chair=lambda _table, _seat: "free"))
    lobby.screen.start.click()
    dialog = lobby.dialog()
    assert dialog.question.text() == "还没有人坐下，现在开始吗？"
    lobby.screen.take(lobby_told(2, chair=lambda table, _seat: "here" if table == 1 else "free"))
    assert dialog.question.text() == "还差 6 人，现在开始吗？"
    lobby.screen.take(lobby_told(2))
    assert not dialog.isVisible()
    assert "人到齐了，可以开始" in lobby.screen.news.text()
    assert lobby.asked == [], "who comes begins nothing"


def test_with_all_here_it_begins_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    lobby.screen.take(lobby_told(2))
    lobby.screen.start.click()
    assert lobby.asked == [StartClass()]


def test_random_tables_ask_first_when_people_sit(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp, 4)
    lobby.screen.shuffle.click()
    lobby.answer("go")
    assert lobby.asked
    assert all(isinstance(each, MoveSeat) for each in lobby.asked)


def test_a_pasted_list_is_shown_as_it_would_be_seated_and_then_reserved(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    lobby.screen.open_names()
    sheet = lobby.screen.names_sheet
    assert sheet is not None
    sheet.field.setPlainText("A\nB\nC\nD\nE")
    settle()
    assert "E" in sheet.excess.text()
    sheet.use.click()
    settle()
    asked = lobby.asked[-1]
    assert isinstance(asked, ReserveSeats)
    assert [(each.table, int(each.seat), each.name) for each in asked.names] == [
        (1, 5, "A"), (1, 6, "B"), (2, 5, "C"), (2, 6, "D"),
    ]  # fmt: skip
    assert lobby.screen.names_sheet is None


def test_a_wrong_line_is_said_by_its_number_beside_the_list(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    lobby.screen.open_names()
    sheet = lobby.screen.names_sheet
    assert sheet is not None
    sheet.field.setPlainText("A, 1\nB, two")
    assert sheet.fault.text().startswith("第 2 行")
    assert not sheet.use.isEnabled()
    sheet.reject()
    settle()


def test_a_list_from_a_file_can_be_changed_by_hand(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("姓名,桌号,部门\nAnn,2,物流\nBob,,\n", encoding="utf-8")
    lobby = Lobby(qtbot, qapp)
    lobby.screen.open_names()
    sheet = lobby.screen.names_sheet
    assert sheet is not None
    sheet._ask = lambda *_args: str(file)
    sheet.file.click()
    assert sheet.field.toPlainText().splitlines() == ["Ann, 2, 物流", "Bob, , "]
    sheet.field.appendPlainText("Cid")
    sheet.use.click()
    settle()
    asked = lobby.asked[-1]
    assert isinstance(asked, ReserveSeats)
    assert {each.name: (each.table, int(each.seat)) for each in asked.names}["Ann"] == (2, 6)
    assert {each.name for each in asked.names} == {"Ann", "Bob", "Cid"}


def test_what_the_host_would_not_do_is_said_there(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp)
    lobby.screen.take(Refused(JoinReason.OTHER_TABLE))
    assert lobby.screen.trouble.isVisible()
    assert "没换成" in lobby.screen.trouble.text()


def test_the_code_is_76_pixels_high_and_the_zones_stand_as_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    lobby = Lobby(qtbot, qapp, 8)
    screen = lobby.screen
    assert Look().font("joinCode").pixelSize() == 76
    assert abs(screen.side.width() - 520) <= 4
    box = screen.tables.boxes[0]
    at = box.mapTo(screen, QPoint())
    for value, wanted in ((at.x(), 540), (at.y(), 116), (box.width(), 397), (box.height(), 108)):
        assert abs(value - wanted) <= 4, (value, wanted)


@pytest.mark.parametrize("tables", [1, 8, 12])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1092, 614), (960, 540)])
def test_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, tables: int, language: Language, scheme: Scheme,
    width: int, height: int,
) -> None:  # fmt: skip
    lobby = Lobby(qtbot, qapp, tables, Look(scheme, language, 100, calm=True))
    lobby.screen.resize(width, height)
    settle()
    assert faults(lobby.screen) == []
    picture(lobby.screen, tmp_path, f"lobby-{tables}-{language}-{scheme}-{width}")
