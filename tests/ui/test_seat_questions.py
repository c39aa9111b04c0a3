"""Questions over a seat's page while the table goes on: answered in full, closed when overtaken, and said why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import FinishPhase, Intent
from sandgame.rules.sections import View
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import settle
from tests.kit.views import PRODUCTION, production, seated


class Seat:
    def __init__(self, qtbot: QtBot, language: Language = "zh") -> None:
        self.asked: list[Intent] = []
        self.shell = ShellScreen(Speech(language), self._submit, coach=False)
        qtbot.addWidget(self.shell, before_close_func=lambda _shell: self.shell.stop())
        self.shell.resize(1366, 768)
        self.shell.show()
        self.shell.activateWindow()

    def _submit(self, intent: Intent) -> str:
        self.asked.append(intent)
        return f"intent-{len(self.asked)}"

    def take(self, view: View) -> None:
        self.shell.take(seated(view))
        settle()

    def primary(self) -> Dialog:
        QTest.keyClick(self.shell, Qt.Key.Key_F9)
        settle()
        return self.dialogs()[0]

    def dialogs(self) -> list[Dialog]:
        return [each for each in self.shell.findChildren(Dialog) if each.isVisible()]

    def notes(self) -> list[str]:
        return [note.text for note in self.shell.toasts.kept.notes]


@pytest.fixture
def mine(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Seat]]:
    apply_look(qapp, Look(calm=True))
    yield lambda language="zh": Seat(qtbot, language)
    apply_look(qapp, Look(calm=True))


def at(view: View, phase: Phase, finished: tuple[SeatId, ...] = ()) -> View:
    return msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, phase=phase, finished=finished))


def unasked(view: View) -> View:
    """As it was before anybody asked anything of this seat."""
    sheets = tuple(each for each in view.threads.sheets if each.provider != PRODUCTION)
    return msgspec.structs.replace(view, threads=msgspec.structs.replace(view.threads, sheets=sheets))


def short() -> View:
    """With too few hours for what it promised."""
    return production(hours=4, own_hours=4)


def test_a_request_that_comes_while_one_is_asked_is_named_there_and_the_answer_still_counts(
    mine: Callable[..., Seat],
) -> None:
    """Also where what had the focus before the question is gone with what came."""
    seat = mine()
    seat.take(unasked(production()))
    page = seat.shell.page
    assert isinstance(page, NegotiatePage)
    page.desk.tabs.setFocus()
    page.desk.tabs.focusNextChild()
    dialog = seat.primary()
    seat.take(production())
    assert "刚刚：销售向你提了需求（2 行）" in dialog.accessibleDescription()
    dialog.button("go").click()
    settle()
    assert seat.asked == [FinishPhase(round=2, phase="negotiate")]


def test_what_comes_while_something_is_asked_leaves_the_buttons_where_they_are(mine: Callable[..., Seat]) -> None:
    seat = mine()
    seat.take(unasked(production()))
    dialog = seat.primary()
    places = [dialog.button(each).mapTo(dialog, QPoint()) for each in ("back", "go")]
    head = dialog.question.mapTo(dialog, QPoint())
    seat.take(production())
    assert dialog.question.mapTo(dialog, QPoint()).y() < head.y(), "it has grown"
    assert [dialog.button(each).mapTo(dialog, QPoint()) for each in ("back", "go")] == places
    seat.take(unasked(production()))
    assert [dialog.button(each).mapTo(dialog, QPoint()) for each in ("back", "go")] == places


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_about_the_plan_is_closed_with_its_phase_and_says_which_plan_counts(
    mine: Callable[..., Seat], language: Language
) -> None:
    seat, say = mine(language), Speech(language).say
    seat.take(short())
    seat.primary()
    seat.take(at(short(), "plan"))
    assert seat.dialogs() == []
    over = say("shell-asked-over", phase=say("game-phase-negotiate"), counts=say("line-counts-negotiate"))
    assert seat.notes() == [over]
    seat.primary()
    seat.take(at(short(), "review"))
    assert seat.dialogs() == []
    counts = say("line-counts-plan-default")
    assert seat.notes() == [say("shell-asked-over", phase=say("game-phase-plan"), counts=counts)]
    assert seat.asked == []


def test_a_question_of_the_page_itself_is_closed_with_its_phase(mine: Callable[..., Seat]) -> None:
    seat = mine()
    seat.take(production())
    page = seat.shell.page
    assert isinstance(page, NegotiatePage)
    panel = page.desk.answer
    assert page.key(Qt.Key.Key_D, True)
    for line in panel.lines:
        line.reasons.chosen_changed.emit(0)
    settle()
    panel.send.click()
    settle()
    assert len(seat.dialogs()) == 1
    seat.take(at(production(), "plan"))
    assert seat.dialogs() == []
    assert "协商阶段已经结束" in seat.notes()[0]


def test_who_was_done_and_is_called_back_reads_what_came_and_is_led_there(mine: Callable[..., Seat]) -> None:
    seat = mine()
    seat.take(at(unasked(production()), "negotiate", (PRODUCTION,)))
    seat.take(production())
    assert seat.notes() == ["有新情况，你又回到这个阶段：销售向你提了需求（2 行）"]
    page = seat.shell.page
    assert isinstance(page, NegotiatePage)
    page.to_tab("facts")
    seat.shell.toasts.kept.way.click()
    settle()
    assert seat.notes() == []
    assert page.answers.sheet == production().threads.sheets[0].sheet
    assert page.desk.answer.isVisible()


def test_who_went_back_by_themselves_is_told_nothing(mine: Callable[..., Seat]) -> None:
    seat = mine()
    seat.take(at(production(), "negotiate", (PRODUCTION,)))
    seat.shell.now.change.click()
    seat.take(production())
    assert seat.notes() == []


def test_the_strip_is_reached_and_left_by_keys(mine: Callable[..., Seat]) -> None:
    """After the now bar; Esc takes the newest note away."""
    seat = mine()
    seat.take(at(unasked(production()), "negotiate", (PRODUCTION,)))
    seat.take(production())
    seat.shell.now.primary.setFocus()
    QTest.keyClick(seat.shell, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is seat.shell.toasts.kept.way
    QTest.keyClick(seat.shell, Qt.Key.Key_Escape)
    settle()
    assert seat.notes() == []
    assert not seat.shell.toasts.kept.isVisible()
