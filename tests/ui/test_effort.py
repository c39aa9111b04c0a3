"""How much a change on a page sets going, counted: no machine's speed decides."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from sandgame.frames.seat import Seated
from sandgame.paint.look import Look
from sandgame.present.board import SHEET_CHIPS
from sandgame.rules.ids import Phase
from sandgame.text.speech import Speech
from sandgame.ui.kit import board_widget
from sandgame.ui.kit.balances import HeaderBalance
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.top_bar import PhaseSteps, TopBar
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.page import Page
from sandgame.ui.plan import PlanPage
from sandgame.ui.plan_line import PlanLineCard
from sandgame.ui.shell import ShellScreen
from tests.kit.factory_week import busy
from tests.kit.looks import settle


class Painted(QObject):
    """Counts the paintings of each kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: Counter[type[QObject]] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
        if event.type() == QEvent.Type.Paint:
            self.kinds[type(watched)] += 1
        return False


def painted(qapp: QApplication, act: Callable[[], object]) -> Counter[type[QObject]]:
    """What is painted because of an act."""
    eyes = Painted()
    qapp.installEventFilter(eyes)
    act()
    settle()
    qapp.removeEventFilter(eyes)
    return eyes.kinds


Opened = Callable[[Seated], ShellScreen]
Kind = TypeVar("Kind", bound=Page)


def close(shell: ShellScreen) -> None:
    shell.stop()
    shell.close()
    shell.deleteLater()
    settle()


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Opened]:
    apply_look(qapp, Look(calm=True))
    shells: weakref.WeakSet[ShellScreen] = weakref.WeakSet()

    def open_shell(frame: Seated) -> ShellScreen:
        shell = ShellScreen(Speech("zh"), lambda _intent: "intent", coach=False)
        shells.add(shell)
        shell.resize(1366, 768)
        shell.take(frame)
        shell.show()
        settle()
        return shell

    yield open_shell
    for shell in list(shells):
        if isValid(shell):
            close(shell)
    apply_look(qapp, Look())


def page_of(shell: ShellScreen, kind: type[Kind]) -> Kind:
    page = shell.page
    assert isinstance(page, kind)
    return page


def chips(shell: ShellScreen) -> list[QPoint]:
    """Where the chips of promises lie."""
    placed = page_of(shell, NegotiatePage).table.board.plan().placed.chips
    return [box.center().toPoint() for number, box in sorted(placed.items()) if number < SHEET_CHIPS]


def test_a_click_on_a_chip_paints_the_two_rows_it_marks_and_leaves_the_bars_alone(
    qapp: QApplication, opened: Opened
) -> None:
    shell = opened(busy("negotiate"))
    board, spots = page_of(shell, NegotiatePage).table.board, chips(shell)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spots[0])
    settle()
    kinds = painted(qapp, lambda: QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=spots[1]))
    assert kinds[BoardWidget] >= 1
    assert kinds[LedgerRowWidget] <= 2
    assert not {TopBar, PhaseSteps, HeaderBalance, NowBarPanel} & set(kinds)


def test_what_is_marked_on_the_board_is_drawn_over_a_board_that_stays(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = opened(busy("negotiate"))
    page = page_of(shell, NegotiatePage)
    drawn: list[str] = []
    for name in ("draw_ground", "lay_out"):
        monkeypatch.setattr(board_widget, name, lambda *_each, name=name: drawn.append(name))
    before = page.table.board.grab().toImage()
    for spot in chips(shell)[:2]:
        QTest.mouseClick(page.table.board, Qt.MouseButton.LeftButton, pos=spot)
        settle()
    assert drawn == []
    assert page.table.board.grab().toImage() != before


def test_a_changed_plan_stands_where_it_will_stay_before_the_next_event(opened: Opened) -> None:
    shell = opened(busy("plan"))
    table = page_of(shell, PlanPage).table
    for units in (0, 1):
        table.units_changed.emit(0, units)
        at_once = [each.geometry() for card in table.lines for each in (card, card.tray, card.verdict)]
        settle()
        assert at_once == [each.geometry() for card in table.lines for each in (card, card.tray, card.verdict)]


def test_a_page_that_is_shown_again_as_it_was_paints_nothing(qapp: QApplication, opened: Opened) -> None:
    shell = opened(busy("plan"))
    page = page_of(shell, PlanPage)
    assert shell.scene is not None
    page.show(shell.scene)
    settle()
    kinds = painted(qapp, lambda: page.show(shell.scene))  # type: ignore[arg-type]
    assert not {PlanLineCard, LedgerRowWidget, TopBar, NowBarPanel} & set(kinds)


@pytest.mark.parametrize("phase", ["brief", "negotiate", "plan", "deliver", "review"])
def test_nothing_of_a_seat_outlives_its_window(opened: Opened, phase: Phase) -> None:
    shell = opened(busy(phase))
    gone = weakref.ref(shell)
    close(shell)
    del shell
    gc.collect()
    assert gone() is None
