"""The big screen: a frameless window on a chosen screen, what it shows, and the sheet where that is chosen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import ConsoleTold, LobbyTold, TableRow
from sandgame.frames.console import CaseTold
from sandgame.frames.line import LineNews
from sandgame.present.debrief_page import DebriefPicture
from sandgame.present.projector import WISHES, Wish, projector_sheet
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.switch import SwitchRow
from sandgame.ui.projector_hint import ProjectorHint
from sandgame.ui.projector_page import ProjectorPage
from sandgame.ui.sheet import Sheet

_TICK_MS = 250
_ICONS: dict[Wish, str] = {"auto": "repeat-2", "lobby": "log-in", "board": "chart-column", "black": "square"}


class ProjectorWindow(QWidget):
    """Nothing but the page; Esc, F8 and a double click close it, the full stop is black. All other keys are for the
    page it covers on a mirrored screen."""

    closed = Signal()
    black_asked = Signal()
    key_pressed = Signal(object)
    """A QKeyEvent that means nothing to the window itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.page = ProjectorPage()
        self.hint = ProjectorHint(self, lambda: [box for _text, box, _size in self.page.written])
        self.page.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.page)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def open_on(self, screen: QScreen | None) -> None:
        if screen is not None:
            if isinstance(screen, QScreen):
                # its scale counts before its place
                self.setScreen(screen)
            self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.place()

    def _on_painted(self) -> None:
        if not self.hint.isHidden():
            self.hint.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.page.has_moment:
            self.page.moment_closed.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F8):
            self.close()
        elif event.key() == Qt.Key.Key_Period:
            self.black_asked.emit()
        else:
            self.key_pressed.emit(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class Projector(QObject):
    """Knows the class as far as all may see it, and keeps the big screen up to date."""

    changed = Signal()
    """It was opened or closed, or shows something else."""
    covered = Signal()
    """It is about to be opened on the screen that the console stands on: everybody sees that one."""
    key_pressed = Signal(object)
    """In the big screen, and not its own."""
    moment_asked = Signal(object, str)
    """A figure of the debrief was clicked there: its log numbers, and what it says."""
    step_asked = Signal(int)
    moment_closed = Signal()
    principle_asked = Signal(str)

    def __init__(
        self,
        speech: Speech,
        owner: QWidget,
        now: Callable[[], float] = time.monotonic,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(owner)
        self._speech, self._owner, self._now, self._screens = speech, owner, now, screens
        self._told: CaseTold | None = None
        self._lobby: LobbyTold | None = None
        self._rows: dict[int, TableRow] = {}
        self._at: dict[int, float] = {}
        self._before: Wish = "auto"
        self._chosen: QScreen | None = None
        self.wish: Wish = "auto"
        self._debrief: DebriefPicture | None = None
        self._closed = False
        self.window: ProjectorWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.refresh)
        self._on: QScreen | None = None
        """The screen that it was opened on."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.changed)
        app.screenRemoved.connect(self.lose)

    def lose(self, screen: QScreen) -> None:
        """A cable was pulled: the system would put the page over the console, so it closes."""
        if screen is self._on:
            self.close()
        if screen is self._chosen:
            self._chosen = None
        self.changed.emit()

    def forget(self) -> None:
        """Another class begins."""
        self.close()
        self._told, self._lobby, self._rows, self._at = None, None, {}, {}
        self._debrief, self._closed = None, False
        self.wish = self._before = "auto"

    def take(self, frame: Told | LineNews) -> None:
        if isinstance(frame, CaseTold):
            self._told = frame
        elif isinstance(frame, LobbyTold):
            self._lobby = frame
        elif isinstance(frame, ConsoleTold):
            for each in frame.tables:
                self._rows[each.table], self._at[each.table] = each, self._now()
        else:
            return
        self.refresh()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.refresh()

    def left(self, table: TableRow) -> float | None:
        if table.seconds is None:
            return None
        gone = self._now() - self._at[table.table] if table.running else 0.0
        return max(0.0, table.seconds - gone)

    def show_debrief(self, page: DebriefPicture | None) -> None:
        """A page of the debrief in place of all else, but for black; None ends it."""
        self._debrief = page
        self.refresh()

    def say_goodbye(self, closed: bool) -> None:
        """The debrief is done."""
        self._closed = closed
        self.refresh()

    def refresh(self) -> None:
        if self.window is None or self._told is None or self._lobby is None:
            return
        if self._debrief is not None and self.wish != "black":
            self.window.page.show_debrief(self._debrief, self._speech.language)
            return
        told, lobby = self._told, self._lobby
        sheet = projector_sheet(
            self._speech, told, lobby, self._rows, self.left, self.wish, closed=self._closed
        )  # fmt: skip
        self.window.page.show_sheet(sheet, self._speech.language)

    # where

    @property
    def is_open(self) -> bool:
        return self.window is not None

    def screens(self) -> Sequence[QScreen]:
        return self._screens()

    def own_screen(self) -> QScreen | None:
        return self._owner.window().screen()

    @property
    def screen(self) -> QScreen | None:
        """The one chosen; else the first that the console does not stand on."""
        known = list(self.screens())
        if self._chosen in known:
            return self._chosen
        own = self.own_screen()
        return next((screen for screen in known if screen is not own), own)

    def choose_screen(self, screen: QScreen) -> None:
        self._chosen = screen
        if self.window is not None:
            self.window.setWindowState(Qt.WindowState.WindowNoState)
            self._open_on(self.window, screen)
        self.changed.emit()

    def choose(self, wish: Wish) -> None:
        self.wish = wish
        self.refresh()
        self.changed.emit()

    def toggle_black(self) -> None:
        if self.wish == "black":
            self.choose(self._before)
        else:
            self._before = self.wish
            self.choose("black")

    def open(self) -> None:
        if self.window is None:
            window = self.window = ProjectorWindow()
            window.setWindowTitle(self._speech.say("projector-title"))
            window.closed.connect(self._on_closed)
            window.black_asked.connect(self.toggle_black)
            window.key_pressed.connect(self.key_pressed)
            window.page.moment_asked.connect(self.moment_asked)
            window.page.moment_closed.connect(self.moment_closed)
            window.page.step_asked.connect(self.step_asked)
            window.page.principle_asked.connect(self.principle_asked)
            self._timer.start()
        self.refresh()
        self._open_on(self.window, self.screen)
        if self._on is not self.own_screen():
            # the keys stay with the console
            self._owner.window().activateWindow()
        self.changed.emit()

    def _open_on(self, window: ProjectorWindow, screen: QScreen | None) -> None:
        self._on = screen
        own = screen is self.own_screen()
        if own:
            self.covered.emit()
        window.open_on(screen)
        window.hint.show_words(self._speech.say("projector-hint") if own else "")

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def toggle(self) -> None:
        self.close() if self.is_open else self.open()

    def _on_closed(self) -> None:
        window, self.window = self.window, None
        self._timer.stop()
        if window is not None:
            window.deleteLater()
            self._owner.window().activateWindow()
        self.changed.emit()


class ProjectorSheet(Sheet):
    """Each change counts at once."""

    wide = 560
    shared_changed = Signal(bool)

    def __init__(self, parent: QWidget, projector: Projector) -> None:
        super().__init__(parent)
        self._projector = projector
        self._speech: Speech | None = None
        self.line = Label(role="body", tone="text_secondary", wraps=True)
        self.one = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self.screen_title = Label(role="label", weight=700)
        self.screen_cards = [RadioCard(icon="monitor") for _ in projector.screens()]
        self.page_title = Label(role="label", weight=700)
        self.pages = {wish: RadioCard(icon=_ICONS[wish]) for wish in WISHES}
        self.shared = SwitchRow()
        self.switch = PrimaryButton("", "monitor")
        self.switch.set_key("F8")
        self.ready = SecondaryButton()
        self._lay_out()
        for card, screen in zip(self.screen_cards, projector.screens(), strict=True):
            card.clicked.connect(lambda _on=False, screen=screen: projector.choose_screen(screen))
        for wish, card in self.pages.items():
            card.clicked.connect(lambda _on=False, wish=wish: projector.choose(wish))
        self.shared.switch.toggled.connect(self.shared_changed)
        self.switch.clicked.connect(self._on_switch)
        self.ready.clicked.connect(self.accept)
        projector.changed.connect(self._refresh)

    def _lay_out(self) -> None:
        screens, pages = QWidget(), QWidget()
        for box, cards in ((screens, self.screen_cards), (pages, list(self.pages.values()))):
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(6)
            for card in cards:
                lines.addWidget(card)
        self._several = screens
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.ready)
        foot.addWidget(self.switch)
        for widget in (self.line, self.page_title, pages, self.screen_title, screens, self.one, self.shared):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_words(self, speech: Speech, *, shared: bool) -> None:
        self._speech = speech
        say = speech.say
        self.show_title(say("projector-title"), say("game-close"))
        self.line.setText(say("projector-line"))
        self.one.setText(say("projector-one"))
        self.screen_title.setText(say("projector-screen"))
        self.page_title.setText(say("projector-page"))
        for wish, card in self.pages.items():
            card.set_texts(say(f"projector-page-{wish}"), say(f"projector-page-{wish}-line"))
        self.shared.set_texts(say("projector-shared"), say("projector-shared-line"))
        self.show_shared(shared)
        self.ready.setText(say("projector-done-button"))
        self._refresh()

    def show_shared(self, shared: bool) -> None:
        self.shared.switch.blockSignals(True)
        self.shared.switch.setChecked(shared)
        self.shared.switch.blockSignals(False)

    def _refresh(self) -> None:
        if self._speech is None:
            return
        say, projector = self._speech.say, self._projector
        several = len(self.screen_cards) > 1
        self._several.setVisible(several)
        self.screen_title.setVisible(several)
        self.one.setVisible(not several)
        screens = list(projector.screens())
        for number, (card, screen) in enumerate(zip(self.screen_cards, screens, strict=False), start=1):
            size = screen.geometry()
            key = "projector-screen-this" if screen is projector.own_screen() else "projector-screen-is"
            card.set_texts(say(key, number=number, width=str(size.width()), height=str(size.height())))
            card.setChecked(screen is projector.screen)
        for wish, card in self.pages.items():
            card.setChecked(wish == projector.wish)
        self.switch.setText(say("projector-close" if projector.is_open else "projector-open"))
        self.body.activate()
        self.place()

    def let_go(self) -> None:
        """Before it goes: nothing is shown any more."""
        self._projector.changed.disconnect(self._refresh)

    def _on_switch(self) -> None:
        opens = not self._projector.is_open
        if opens:
            self.accept()
        self._projector.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self._on_switch()
        else:
            super().keyPressEvent(event)
