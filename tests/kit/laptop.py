"""A table laptop in a window, over a play without thread or disk: frames come queued, as they do over the line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.lobby import TableSetup
from sandgame.paint.look import Look
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.sections import View
from sandgame.rules.view import view
from sandgame.text.speech import Language, Speech
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.table_form import BadgeRow, FormPanel
from sandgame.ui.table_screen import TableScreen
from sandgame.ui.table_seat import SeatTurn
from tests.kit.looks import settle
from tests.kit.play import FakePlay, FakeSession
from tests.kit.shelf import shipped


class Line(QObject):
    """What is told arrives a turn of the loop later."""

    came = Signal(object)


class Laptop:
    """What hands do to it is counted: `taps` on the screen or the pad, `keys` on the keyboard."""

    def __init__(
        self,
        qtbot: QtBot,
        qapp: QApplication,
        people: tuple[int, ...] = (1, 2, 3),
        case: str = "starter",
        *,
        language: Language = "zh",
        look: Look | None = None,
        pins: Mapping[SeatId, str] | None = None,
        seconds: int = 60,
        drafts: Path | None = None,
        session: FakeSession | None = None,
        seed: int = 0,
        size: tuple[int, int] = (1366, 768),
        at: Phase = "brief",
        week: int = 1,
    ) -> None:
        """A new game is at that phase of that week already, with nothing done in it."""
        apply_look(qapp, look or Look(language=language, calm=True))
        package = shipped(case)
        setup = TableSetup(case, tuple(SeatId(seat) for seat in people), package.scenario.lengths[0], "mixed", seed)
        self.session = session or FakePlay(package).start(setup)
        if session is None:
            self.session.go_to(week, at)
        new = {} if session is not None else {"pins": dict(pins or {}), "seconds": seconds}
        self.screen = TableScreen(Speech(language), self.session.submit, drafts=drafts, **new)  # type: ignore[arg-type]
        qtbot.addWidget(self.screen, before_close_func=lambda _screen: self.screen.stop())
        self.line = Line()
        self.line.came.connect(self.screen.take, Qt.ConnectionType.QueuedConnection)
        self.screen.resize(*size)
        self.screen.show()
        self.session.listen(self.line.came.emit)
        self.taps = self.keys = 0
        settle()

    def view(self, seat: int) -> View:
        return view(self.session.state, SeatId(seat))

    @property
    def phase(self) -> str:
        return self.screen.phase

    @property
    def turn(self) -> SeatTurn:
        """Of the seat that has the laptop now."""
        assert self.screen.turn is not None
        return self.screen.turn

    @property
    def form(self) -> FormPanel:
        return self.screen.open.form

    # hands

    def tap(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible(), f"{widget} is not to be seen"
        assert widget.isEnabled(), f"{widget} does nothing now"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or QPoint())
        self.taps += 1
        settle()

    def type(self, widget: QWidget, text: str) -> None:
        QTest.keyClicks(widget, text)
        self.keys += len(text)
        settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen, key)
        self.keys += 1
        settle()

    # what they do with them

    def open_curtain(self, pin: str = "") -> None:
        """The seat that the curtain asks for opens it."""
        curtain = self.screen.curtain
        assert curtain.isVisible()
        if pin:
            self.type(curtain.pin, pin)
        else:
            self.tap(curtain.open)

    def choose(self, badges: BadgeRow, seat: int) -> None:
        pick = next(each for each in badges.picks if (choice := each.choice()) and choice.seat == seat)
        if not (choice := pick.choice()) or not choice.chosen:
            self.tap(pick)

    def set_number(self, stepper: Stepper, value: int) -> None:
        """By + and − where it is near, else by typing."""
        steps = value - stepper.value()
        if abs(steps) <= 2:
            for _ in range(abs(steps)):
                self.tap(stepper, QPoint(stepper.width() - 12 if steps > 0 else 12, stepper.height() // 2))
        else:
            self.tap(stepper)
            self.type(stepper, str(value))
        assert stepper.value() == value

    def fill(self, giver: int, taker: int, service: str, units: int, due: int) -> None:
        self.choose(self.form.giver, giver)
        self.choose(self.form.taker, taker)
        button = next(each for each in self.form.services.buttons if each.text() == service)
        if not button.isChecked():
            self.tap(button)
        self.set_number(self.form.units, units)
        self.set_number(self.form.due, due)

    def tap_badge(self, seat: int) -> None:
        tile = self.form.tile(seat)
        assert tile is not None
        self.tap(tile)

    def agree(self, giver: int, taker: int, service: str, units: int, due: int) -> None:
        self.fill(giver, taker, service, units, due)
        self.tap_badge(giver)
        self.tap_badge(taker)

    def through(self, *, pin: str = "") -> None:
        """Every seat takes its turn behind the curtain and does the least."""
        phase = self.phase
        while self.phase == phase:
            self.open_curtain(pin)
            self.finish_turn()

    def finish_turn(self) -> None:
        turn = self.turn
        for _ in range(3):
            if self.screen.turn is not turn:
                return
            turn.page.primary()
            settle()
        assert self.screen.turn is not turn

    def to(self, phase: str) -> None:
        """On to a phase, with nothing but defaults."""
        while self.phase != phase:
            if self.phase == "negotiate":
                self.screen.open.finish()
                settle()
            elif self.phase == "deliver":
                self.tap(self.screen.week.go)
            else:
                self.through()
