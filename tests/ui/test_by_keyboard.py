"""A whole week of the factory without a mouse: once by keys alone, once with the board as a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.lobby import SoloSetup
from sandgame.paint.look import Look
from sandgame.present import negotiate
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.brief import BriefPage
from sandgame.ui.brief_cards import ReadTile
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.help import TermSheet
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.tag import CheckItem
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.orders_panel import OrderCard
from sandgame.ui.plan import PlanPage
from sandgame.ui.preferences import Preferences
from sandgame.ui.review import ReviewPage
from sandgame.ui.shell import ShellScreen
from tests.kit.keys import Fingers, Key, Mod
from tests.kit.neighbours import Neighbours

SALES, PRODUCTION = SeatId(1), SeatId(4)


@pytest.fixture
def sit(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[..., Fingers]:
    """Sits down at the factory, with no hand on a mouse."""

    def sat(seat: SeatId, *, as_list: bool = False) -> Fingers:
        apply_look(qapp, Look(calm=True))
        preferences = Preferences(tmp_path / "settings.ini")
        preferences.set_board_as_list(as_list)
        table = Neighbours(SoloSetup("factory", seat, 8, "collaborating", 0))
        shell = ShellScreen(Speech("zh"), table.submit, preferences=preferences)
        qtbot.addWidget(shell, before_close_func=lambda _shell: shell.stop())
        shell.resize(1366, 768)
        shell.show()
        shell.activateWindow()
        return Fingers(shell, table)

    return sat


# the phases, each as somebody at the keyboard goes through it


def brief(me: Fingers) -> None:
    assert isinstance(me.page, BriefPage)
    if me.phase[0] == 1:
        me.primary()  # from the role card to the week
    while unread := [tile for tile in me.page.centre.findChildren(ReadTile) if tile.isVisible() and not tile.is_read()]:
        me.tab_to(lambda at: at in unread)
        me.press(Key.Key_Return)
    assert all(check.done for check in me.page.now().checks)
    me.primary()


def open_checks(me: Fingers) -> list[int]:
    return [check.id for check in me.page.now().checks if not check.done]


def to_check(me: Fingers, item: int) -> None:
    """From anywhere to the place where a must-do is done."""
    me.press(Key.Key_1, Mod.ControlModifier)
    me.tab_to(lambda at: isinstance(at, CheckItem) and at.picture().id == item)
    me.press(Key.Key_Return)


def choose_orders(me: Fingers) -> None:
    page = me.page
    assert isinstance(page, NegotiatePage)
    while (card := page.table.orders.first_open()) is not None:
        assert isinstance(card, OrderCard)
        me.tab_to(lambda at: isinstance(at, RadioCard) and card.isAncestorOf(at))
        me.press(Key.Key_Space)
        me.press_button(card.settle)
        me.confirm()


def send_requests(me: Fingers) -> None:
    page = me.page
    assert isinstance(page, NegotiatePage)
    me.press_button(page.desk.ask.send)
    me.confirm()


def answer_sheets(me: Fingers) -> None:
    """All of the sheet is accepted; where it asks whether what was restated is meant so, it is."""
    page = me.page
    assert isinstance(page, NegotiatePage)
    sheet = page.answers.open_sheet()
    if sheet is not None and sheet.customer == me.table.seat and sheet.restated is not None and not sheet.confirmed:
        me.press(Key.Key_4, Mod.ControlModifier)
        yes = Speech("zh").say("negotiate-restated-yes")
        me.tab_to(lambda at: isinstance(at, QAbstractButton) and at.text() == yes)
        me.press(Key.Key_Space)
    else:
        me.press(Key.Key_A, Mod.ShiftModifier)


def share_pool(me: Fingers) -> None:
    """An hour is claimed; a division that is proposed is agreed to."""
    page = me.page
    assert isinstance(page, NegotiatePage)
    if isinstance(me.focus(), QAbstractButton):
        me.press(Key.Key_Space)
        return
    me.press(Key.Key_Plus)
    me.tab_to(lambda at: isinstance(at, QAbstractButton) and page.table.pool.isAncestorOf(at))
    me.press(Key.Key_Space)


_DOES = {
    negotiate.CHECK_ANSWER: answer_sheets,
    negotiate.CHECK_ORDERS: choose_orders,
    negotiate.CHECK_ASK: send_requests,
    negotiate.CHECK_POOL: share_pool,
}


def settle_week(me: Fingers) -> None:
    """Every must-do of Negotiate, as the now bar lists them."""
    for _ in range(30):
        todo = [item for item in open_checks(me) if item in _DOES]
        if not todo:
            break
        to_check(me, todo[0])
        _DOES[todo[0]](me)
    assert [item for item in open_checks(me) if item in _DOES] == []


def talk(me: Fingers) -> None:
    settle_week(me)
    me.primary()


def plan(me: Fingers) -> None:
    page = me.page
    assert isinstance(page, PlanPage)
    if page.table.lines:
        me.tab_to(lambda at: at is page.table.lines[0].units)
        units = page.table.lines[0].units.value()
        me.press(Key.Key_Minus)
        assert page.table.lines[0].units.value() == units - 1
        me.press(Key.Key_Z, Mod.ControlModifier)
        assert page.table.lines[0].units.value() == units
    me.primary()


def watch(me: Fingers) -> None:
    assert isinstance(me.page, DeliverPage)
    for _ in range(3):
        if me.phase[1] == "deliver":
            me.primary()


def rate(me: Fingers) -> None:
    page = me.page
    assert isinstance(page, ReviewPage)
    week, wanted = me.phase[0], set(me.table.view.review.to_rate)
    for _ in wanted:
        me.press(Key.Key_4)
    me.primary()
    rated = {each.provider for each in me.table.asked if isinstance(each, i.RateProvider) and each.round == week}
    assert rated == wanted


PHASES = {"brief": brief, "negotiate": talk, "plan": plan, "deliver": watch, "review": rate}


def play_week(me: Fingers) -> None:
    week = me.phase[0]
    while me.phase[0] == week and me.phase[1] != "over":
        phase = me.phase[1]
        PHASES[phase](me)
        assert me.phase != (week, phase), f"{phase} does not end"
        assert me.table.refused == []


@pytest.mark.parametrize("seat", [SALES, PRODUCTION])
def test_two_weeks_of_the_factory_are_played_by_keyboard_alone(sit: Callable[..., Fingers], seat: SeatId) -> None:
    me = sit(seat)
    play_week(me)
    first = me.pressed
    play_week(me)
    assert me.phase == (3, "brief")
    asked = {type(intent) for intent in me.table.asked}
    assert asked >= {i.FinishPhase, i.ClaimPool, i.SendSheet, i.SubmitPlan}
    print(f"seat {seat}: {first} keys in week 1, {me.pressed - first} in week 2")


# with the board as a list


def row(me: Fingers, wanted: Callable[[str], bool], most: int = 60) -> bool:
    """Down the list until a row says what is wanted; False if none does."""
    shown = me.shell.boards.shown()
    assert shown is not None
    me.press(Key.Key_3, Mod.ControlModifier)
    me.tab_to(lambda at: at is shown)
    me.press(Key.Key_Home)
    for _ in range(most):
        if wanted(str(shown.currentIndex().data())):
            return True
        before = shown.currentIndex()
        me.press(Key.Key_Down)
        if shown.currentIndex() == before:
            return False
    return False


def begins(words: str) -> Callable[[str], bool]:
    return lambda text: text.startswith(words)


def talk_by_list(me: Fingers) -> None:
    """Orders, requests and answers from their rows of the list; the pool lies beside the board."""
    page = me.page
    assert isinstance(page, NegotiatePage)
    say = me.shell.scene.speech.say if me.shell.scene else Speech("zh").say
    for _ in range(30):
        todo = [item for item in open_checks(me) if item in _DOES]
        if not todo:
            break
        match todo[0]:
            case negotiate.CHECK_ORDERS:
                assert row(me, lambda text: text.startswith((say("shell-outside"), say("shell-boss"))))
                me.press(Key.Key_Return)
            case negotiate.CHECK_ANSWER:
                if row(me, lambda text: text.endswith(say("shell-chip-mine"))):
                    me.press(Key.Key_Return)
                else:
                    # agreed on, and only its wording is still asked about: no chip on the board either
                    to_check(me, todo[0])
            case negotiate.CHECK_ASK:
                assert row(me, lambda text: text.endswith(say("shell-chip-draft")))
                me.press(Key.Key_Return)
            case _:
                to_check(me, todo[0])
        _DOES[todo[0]](me)
    assert [item for item in open_checks(me) if item in _DOES] == []
    me.primary()


@pytest.mark.parametrize("seat", [SALES, PRODUCTION])
def test_a_week_is_played_with_the_board_as_a_list(
    sit: Callable[..., Fingers], seat: SeatId, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = sit(seat, as_list=True)
    monkeypatch.setitem(PHASES, "negotiate", talk_by_list)
    seen: set[str] = set()
    while me.phase[0] == 1:
        phase = me.phase[1]
        for board in me.page.centre.findChildren(BoardWidget):
            if board.isVisible():
                assert not board.hasFocus()
                assert me.shell.boards.shown() is not None
                seen.add(phase)
        PHASES[phase](me)
        assert me.table.refused == []
    assert "negotiate" in seen
    assert "deliver" in seen
    print(f"seat {seat}: {me.pressed} keys in week 1 with the list")


def test_r_on_a_department_of_the_list_drafts_a_sheet_to_it(sit: Callable[..., Fingers]) -> None:
    me = sit(PRODUCTION, as_list=True)
    brief(me)
    page = me.page
    assert isinstance(page, NegotiatePage)
    assert me.shell.scene is not None
    for seat in page.asks.asks:
        assert row(me, begins(me.shell.scene.name(seat)))
        me.press(Key.Key_R)
        assert page.asks.provider == seat


def test_control_l_goes_from_the_sand_to_the_list_and_back_and_is_remembered(
    sit: Callable[..., Fingers], tmp_path: Path
) -> None:
    me = sit(PRODUCTION)
    brief(me)
    page = me.page
    assert isinstance(page, NegotiatePage)
    assert me.shell.boards.shown() is None
    me.press(Key.Key_L, Mod.ControlModifier)
    shown = me.shell.boards.shown()
    assert shown is not None
    assert me.focus() is shown
    assert Preferences(tmp_path / "settings.ini").board_as_list
    me.press(Key.Key_Down)
    assert page.table.board.spot() == shown.what()
    assert any(text.startswith(page.table.board.accessibleDescription()) for text in shown.texts())
    me.press(Key.Key_L, Mod.ControlModifier)
    assert me.shell.boards.shown() is None
    assert me.focus() is page.table.board
    assert not Preferences(tmp_path / "settings.ini").board_as_list


def test_the_focus_stands_on_the_sentence_when_a_phase_begins_and_comes_back_from_a_question(
    sit: Callable[..., Fingers],
) -> None:
    me = sit(SALES)
    assert me.focus() is me.shell.now.sentence
    brief(me)
    assert me.focus() is me.shell.now.sentence
    me.press(Key.Key_4, Mod.ControlModifier)
    before = me.focus()
    me.press(Key.Key_F9)
    asked = me.dialog()
    assert asked is not None
    me.press(Key.Key_Escape)
    assert me.dialog() is None
    assert me.focus() is before
    assert not [intent for intent in me.table.asked if isinstance(intent, i.FinishPhase) and intent.phase != "brief"]


def test_shift_f1_lists_the_terms_and_finds_one(sit: Callable[..., Fingers]) -> None:
    me = sit(SALES)
    me.press(Key.Key_F1, Mod.ShiftModifier)
    sheet = next(each for each in me.shell.findChildren(TermSheet) if each.isVisible())
    everything = sheet.found()
    sheet.field.set_text("疲劳")
    assert sheet.found()
    assert len(sheet.found()) < len(everything)
    me.press(Key.Key_Escape)
    assert me.shell.findChildren(TermSheet) == []
    assert me.focus() is me.shell.now.sentence
