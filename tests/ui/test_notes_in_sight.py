"""Notes that come while somebody works cover nothing of what they read or press, in windows of three sizes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.cast import Word
from sandgame.frames.seat import Seated, SeatHolder
from sandgame.paint.look import Look
from sandgame.rules.ids import Phase
from sandgame.text.speech import Speech
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.toast_place import controls_shown
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import settle
from tests.kit.played import moment

SIZES = ((1366, 768), (1092, 614), (960, 540))
BUSY = 4
NOTE = "物流答应了：标准冰箱 2 批 · 第3周 + 4 批 · 第5周"


@pytest.fixture(autouse=True)
def _calm(qapp: QApplication) -> Iterator[None]:
    apply_look(qapp, Look(calm=True))
    yield
    apply_look(qapp, Look(calm=True))


def shell_of(qtbot: QtBot, phase: Phase, size: tuple[int, int], seat: int = 4) -> ShellScreen:
    scene = moment(BUSY, phase, seat, "zh", case="factory", length=8)
    holders = tuple(SeatHolder(seat, holder) for seat, holder in scene.holders.items())
    words = tuple(Word(key, text) for key, text in scene.words.items())
    shell = ShellScreen(Speech("zh"), lambda _intent: "", coach=False)
    qtbot.addWidget(shell)
    shell.resize(*size)
    shell.take(Seated("s" * 8, scene.seat, scene.cast, holders, scene.number, scene.view, words))
    shell.show()
    settle()
    return shell


def box_of(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", ["negotiate", "brief", "deliver"])
def test_a_note_lies_on_the_sand_and_covers_nothing_to_read_or_to_press(
    qtbot: QtBot, phase: Phase, size: tuple[int, int]
) -> None:
    shell = shell_of(qtbot, phase, size)
    shell.toasts.say(NOTE, "bell")
    settle()
    note = shell.toasts.geometry()
    read = [box_of(each, shell) for each in shell.findChildren(Label) if each.isVisible()]
    assert not [each for each in (*controls_shown(shell), *read) if each.intersects(note)]
    zones = (shell.now, shell.top, shell.desk.rail, shell.ledger, shell.desk.dock)
    shown = [each for each in zones if each is not None and each.isVisible()]
    assert not [each for each in shown if box_of(each, shell).intersects(note)]
    assert shell.rect().contains(note)
    shell.stop()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", ["plan", "review"])
def test_where_there_is_no_sand_a_note_still_lies_on_no_button(
    qtbot: QtBot, phase: Phase, size: tuple[int, int]
) -> None:
    shell = shell_of(qtbot, phase, size)
    shell.toasts.say(NOTE, "bell")
    settle()
    note = shell.toasts.geometry()
    assert not [each for each in controls_shown(shell) if each.intersects(note)]
    assert not note.intersects(box_of(shell.now, shell))
    shell.stop()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", ["negotiate", "plan", "deliver", "review"])
def test_what_stays_until_it_was_read_has_room_of_its_own_in_every_phase(
    qtbot: QtBot, phase: Phase, size: tuple[int, int]
) -> None:
    """Under the now bar; the page moves down, and its buttons stay in sight."""
    shell = shell_of(qtbot, phase, size)
    for text in (NOTE, "讲师：五分钟后休息，请先把手上的事存好"):
        shell.toasts.say(text, "megaphone", stays=True)
    settle()
    assert (shell.width(), shell.height()) == size, "the window does not grow by it"
    strip = box_of(shell.toasts.kept, shell)
    assert strip.top() >= box_of(shell.now, shell).bottom()
    assert strip.bottom() <= box_of(shell.desk, shell).top()
    assert shell.rect().contains(box_of(shell.desk, shell))
    assert shell.now.primary.isVisible()
    assert shell.toasts.kept.count.text() == "还有 1 条"
    shell.stop()
