"""What is begun and not sent outlives the program: closed or killed, a seat taken up again looks as it was left."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.rules.ids import OrderId
from sandgame.rules.intents import SendSheet
from sandgame.rules.sections import PoolSection, View
from sandgame.text.speech import Speech
from sandgame.ui import drafts
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.plan import PlanPage
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import settle
from tests.kit.seat import at
from tests.kit.views import production, sales, seated

POOL = PoolSection(3, 0, (), None, (), (), None, False, 0, ())
Open = Callable[[View], ShellScreen]


@pytest.fixture
def take_up(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Open:
    """Opens the same session again, in a new window."""
    apply_look(qapp, Look(calm=True))

    def opened(view: View) -> ShellScreen:
        shell = ShellScreen(Speech("zh"), lambda _intent: "intent-1", drafts=tmp_path)
        qtbot.addWidget(shell, before_close_func=lambda _shell: shell.stop())
        shell.resize(1366, 768)
        shell.show()
        shell.take(seated(view))
        settle()
        return shell

    return opened


def negotiate(shell: ShellScreen) -> NegotiatePage:
    assert isinstance(shell.page, NegotiatePage)
    return shell.page


def kill(shell: ShellScreen) -> None:
    """The last second's rest is over; then the program is gone without a word."""
    shell.drafts.keep()
    shell.hide()


def test_a_sheet_an_option_and_a_claim_that_were_not_sent_are_there_again(take_up: Open) -> None:
    view = sales(pool=POOL)
    page = negotiate(shell := take_up(view))
    page.to_tab("ask")
    page.desk.ask.lines[0].units.step(3)
    page.desk.ask.note.setFocus()
    QTest.keyClicks(page.desk.ask.note, "please hurry")
    page.table.orders.cards[0].options[1].click()
    page.table.pool.claim.step(2)
    settle()
    kill(shell)
    again = negotiate(take_up(view))
    assert again.desk.ask.isVisible()
    assert again.asks.asks == page.asks.asks
    assert again.desk.ask.note.text() == "please hurry"
    assert again.table.orders.cards[0].options[1].isChecked()
    assert again.table.pool.claim.value() == 2


def test_answers_that_were_not_sent_are_there_again(take_up: Open) -> None:
    page = negotiate(shell := take_up(production()))
    lines = page.desk.answer.lines
    lines[0].choose("counter")
    settle()
    lines[0].parts[0].due.step(1)
    lines[1].choose("decline")
    settle()
    lines[1].reasons.chosen_changed.emit(1)
    settle()
    kill(shell)
    again = negotiate(take_up(production())).desk.answer
    assert again.send.isEnabled()
    assert [part.part() for part in again.lines[0].parts] == [part.part() for part in lines[0].parts]
    assert again.lines[1].reasons.chosen() == 1


def test_leaving_keeps_what_was_begun_a_moment_ago(take_up: Open) -> None:
    shell = take_up(sales())
    negotiate(shell).table.orders.cards[0].options[2].click()
    shell.stop()
    assert negotiate(take_up(sales())).table.orders.cards[0].options[2].isChecked()


def test_a_plan_that_the_host_has_not_been_sent_is_there_again(take_up: Open) -> None:
    view = at(production(), "plan")
    page = (shell := take_up(view)).page
    assert isinstance(page, PlanPage)
    page.table.own_work.hours.step(2)
    settle()
    kill(shell)
    again = take_up(view).page
    assert isinstance(again, PlanPage)
    assert again.table.own_work.hours.value() == 2
    assert again.now().can_undo


def test_what_was_sent_or_settled_is_no_draft_any_more(take_up: Open, tmp_path: Path) -> None:
    shell = take_up(sales())
    page = negotiate(shell)
    page.to_tab("ask")
    page.desk.ask.lines[0].units.step(1)
    page.table.orders.cards[0].options[0].click()
    kill(shell)
    assert list(tmp_path.iterdir())
    provider = page.asks.provider
    assert provider is not None
    page.asks.stored(SendSheet(round=2, phase="negotiate", provider=provider, lines=(), channel="quick", note=""))
    page.orders.restore({"choices": []})
    shell.take(seated(sales(orders=tuple(o for o in sales().orders if o.order != OrderId(3)))))
    kill(shell)
    assert not list(tmp_path.iterdir())


def test_a_draft_is_worth_nothing_in_another_phase_or_week(take_up: Open) -> None:
    shell = take_up(sales())
    negotiate(shell).table.orders.cards[0].options[1].click()
    kill(shell)
    assert shell.drafts.kept(2, "negotiate") is not None
    assert shell.drafts.kept(2, "plan") is None
    assert shell.drafts.kept(3, "negotiate") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        json.dumps({"week": 2, "phase": "negotiate", "draft": 3}),
        json.dumps({"week": 2, "phase": "negotiate", "draft": {"asks": {"asks": [[99, "shout", 1, [[1]]]]}}}),
        json.dumps({"week": 2, "phase": "negotiate", "draft": {"answers": [], "orders": {"choices": [1]}, "pool": 1}}),
    ],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_passed_over(take_up: Open, tmp_path: Path, text: str) -> None:
    drafts.file_of(tmp_path, "s1").write_text(text, encoding="utf-8")
    page = negotiate(take_up(sales()))
    assert page.draft() is None
    assert page.desk.isVisible()


def test_the_draft_goes_with_its_session(take_up: Open, tmp_path: Path) -> None:
    shell = take_up(sales())
    negotiate(shell).table.orders.cards[0].options[1].click()
    kill(shell)
    drafts.forget(tmp_path, "s1")
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_while_nothing_is_begun(take_up: Open, tmp_path: Path) -> None:
    shell = take_up(sales())
    QTest.keyClick(shell, Qt.Key.Key_F6)
    kill(shell)
    assert not list(tmp_path.iterdir())
