"""The facilitator's screen of the debrief: pages, live preview, what the big screen shows, notes, bookmarks, clock."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sandgame.frames.console import BookmarksTold
from sandgame.frames.debrief import PAUSE, VERSIONS, WHOLE_PAGE, DebriefNews, PageName
from sandgame.frames.marks import PRINCIPLES
from sandgame.present.debrief_lead import DebriefLead
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_page import DebriefPicture
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech
from sandgame.ui.debrief_view import DebriefView
from sandgame.ui.kit.buttons import BarButton, SecondaryButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.moment_sheet import MomentSheet, ScoresSheet
from sandgame.ui.presenter_controls import PageControls
from sandgame.ui.presenter_notes import notes_card, side_card
from sandgame.ui.presenter_pages import PageOrder, page_name
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller

_LEFT, _RIGHT = 236, 276
_TICK_MS = 1000
PEEK_MS = 20_000
"""How long notes are looked at on a shared screen before they are put away again."""


class PresenterScreen(QWidget):  # long: a control for each thing that is done to a page
    asked = Signal(object)
    """A TurnPage, to the host."""
    page_changed = Signal(object)
    """The picture for the big screen; what is looked at here may be another."""
    left = Signal()
    projector_asked = Signal()
    black_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()
    close_asked = Signal()
    """The debrief is done."""
    unshare_asked = Signal()
    report_asked = Signal()
    """Where the debrief is over, or by Ctrl+S at any time."""

    def __init__(
        self,
        speech: Speech,
        now: Callable[[], float] = time.monotonic,
        shuffle: Callable[[list[int]], None] = random.shuffle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lead = DebriefLead(speech)
        self._now, self._shuffle = now, shuffle
        self.begun: float | None = None
        """When the first page was turned by hand: not when this screen was opened, nor when it was come back to."""
        self._paused: float | None = None
        """When the pause for thought began here."""
        self._shown: DebriefPicture | None = None
        self.bar = ScreenBar()
        self.clock = Label(role="title", tone="on_top_bar")
        self.black, self.projector, self.end = (
            BarButton("", "square"),
            BarButton("", "monitor"),
            BarButton("", "log-out"),
        )
        self.order, self.view, self.controls = PageOrder(), DebriefView(), PageControls()
        self.prev, self.next = self.controls.prev, self.controls.next
        self.agreement, self.put_up = self.controls.agreement, self.controls.put_up
        self.cards, self.hide_page = self.controls.cards, self.controls.hide_page
        self.remove, self.down = self.order.remove, self.order.down
        self.report = SecondaryButton("", "save")
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        self.report.set_key(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self._moment: MomentSheet | None = None
        self._notes, self._side = Scroller(), Scroller()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._peek = QTimer(self, singleShot=True, interval=PEEK_MS)
        self._lay_out()
        self._connect()
        self.in_language(speech)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (self.clock, self.black, self.projector, self.end):
            self.bar.add(widget)
        lines.addWidget(self.bar)
        body = QWidget()
        across = row(body, margins=(10, 10, 10, 10), gap=10)
        self.order.setFixedWidth(_LEFT)
        across.addWidget(self.order)
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.view, 5)
        middle.addWidget(self.controls)
        middle.addWidget(self._notes, 2)
        across.addLayout(middle, 1)
        self._side.setFixedWidth(_RIGHT)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._side, 1)
        right.addWidget(self.report)
        across.addLayout(right)
        lines.addWidget(body, 1)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.left)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.end.clicked.connect(self.left)
        self.black.clicked.connect(self.black_asked)
        self.projector.clicked.connect(self.projector_asked)
        self.report.clicked.connect(self.report_asked)
        self._peek.timeout.connect(self.put_away)
        self.view.moment_asked.connect(self.open_moment)
        self.view.principle_asked.connect(self.choose_principle)
        order, page = self.order, self.controls
        order.page_asked.connect(lambda place: self._turn(self.lead.go(place)))
        order.version.index_changed.connect(lambda n: self._turn(self.lead.choose(sorted(VERSIONS)[n])))
        order.remove.clicked.connect(lambda: self._turn(self.lead.without()))
        order.up.clicked.connect(lambda: self._turn(self.lead.moved(-1)))
        order.down.clicked.connect(lambda: self._turn(self.lead.moved(1)))
        order.add.clicked.connect(self._on_add)
        page.prev.clicked.connect(lambda: self._turn(self.lead.back()))
        page.next.clicked.connect(self._on_next)
        page.close_class.clicked.connect(self._on_close)
        page.table.chosen_changed.connect(self._on_table)
        page.put_up.clicked.connect(lambda: self._turn(self.lead.showing()))
        page.link.chosen_changed.connect(self._on_link)
        page.hide_names.switch.toggled.connect(lambda on: self._turn(replace(self.lead, hidden_names=on)))
        page.hide_page.clicked.connect(lambda: self._turn(self.lead.hiding(WHOLE_PAGE)))
        for number, button in enumerate(page.cards, start=1):
            button.clicked.connect(lambda _on=False, number=number: self._turn(self.lead.hiding(number)))

    # what comes

    def begin(self) -> None:
        """The debrief begins, or goes on: the class is told where it stands, letters are dealt anew."""
        self._deal()
        if self.lead.at_pause and self._paused is None:
            self._paused = self._now()
        self._timer.start()
        self._tell()
        self.next.setFocus()
        if self.lead.moment and not self.lead.locked:
            # it was open when this window, or the host, was closed
            self._open_moment(self.lead.moment, self._shown.title if self._shown is not None else "")

    def stop(self) -> None:
        self._timer.stop()
        self.put_away()

    def _on_close(self) -> None:
        """That it is done is asked about first; that it goes on takes nothing away."""
        if self.lead.closed:
            self.close_debrief(closed=False)
        else:
            self.close_asked.emit()

    def close_debrief(self, *, closed: bool = True) -> None:
        self._turn(self.lead.closing(closed))

    def take(self, frame: DebriefNews) -> None:
        self.lead = self.lead.took(frame)
        if set(self.lead.deal) != set(self.lead.tables):
            self._deal()
        self._show()

    def mark(self, told: BookmarksTold) -> None:
        self.lead = self.lead.marked(told)
        self._show()

    def _deal(self) -> None:
        tables = sorted(self.lead.tables)
        self._shuffle(tables)
        self.lead = replace(self.lead, deal=tuple(tables))

    def in_language(self, speech: Speech) -> None:
        self.lead = self.lead.in_language(speech)
        self._show()

    @property
    def pages(self) -> list[RadioCard]:
        return self.order.cards

    @property
    def picture(self) -> DebriefPicture | None:
        return self._shown

    @property
    def shared(self) -> bool:
        return self.lead.shared

    @shared.setter
    def shared(self, shared: bool) -> None:
        if shared == self.lead.shared:
            return
        self.lead = replace(self.lead, shared=shared, peeking=False)
        if self.lead.locked:
            self.close_moment()
        self._show()

    def peek(self) -> None:
        """Notes and bookmarks, for a moment, on a shared screen."""
        self.lead = replace(self.lead, peeking=True)
        self._peek.start()
        self._show()

    def put_away(self) -> None:
        self._peek.stop()
        if self.lead.peeking:
            self.lead = replace(self.lead, peeking=False)
            self._show()

    # showing

    def _show(self) -> None:
        lead, say = self.lead, self.lead.speech.say
        scene = lead.scene
        title = say("debrief-screen") if scene is None else f"{say('debrief-screen')} · {scene.pick(scene.cast.title)}"
        self.bar.show_texts(title, say("debrief-presenter-line"), lead.speech)
        self.black.setText(say("debrief-presenter-black"))
        self.black.set_key(".")
        self.projector.setText(say("debrief-presenter-projector"))
        self.projector.set_key("F8")
        self.end.setText(say("debrief-presenter-end"))
        self.report.setText(say("saving-go"))
        self.report.setVisible(lead.over)
        self._shown = lead.picture()
        self.order.show_order(lead)
        self.controls.show_page(lead, self._shown)
        self.view.show_page(self._shown)
        self._notes.set_content(notes_card(lead, self.peek, self.unshare_asked.emit))
        self._side.set_content(side_card(lead, self._on_scores))
        self._tick()
        public = lead.public()
        if public is not None:
            self.page_changed.emit(public)

    def _tick(self) -> None:
        begun = self._paused if self.lead.at_pause else self.begun
        gone = int(self._now() - begun) if begun is not None else 0
        self.clock.setText(
            self.lead.speech.say("debrief-presenter-clock", gone=clock(gone), whole=clock(60 * self.lead.lasts))
        )

    # what is done here

    def _turn(self, lead: DebriefLead) -> None:
        self.lead = replace(lead, peeking=False)
        if self.begun is None and lead.pages != PAUSE:
            self.begun = self._now()
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.asked.emit(self.lead.turn())

    def _on_next(self) -> None:
        """What is left to do on the last page is to take the report home."""
        if self.lead.at_end:
            self.report_asked.emit()
        else:
            self._turn(self.lead.next())

    def _on_table(self, place: int) -> None:
        tables = sorted(self.lead.tables)
        self._turn(self.lead.looking(tables[place - 1] if place else 0))

    def _on_link(self, place: int) -> None:
        link = self.lead.tables[self.lead.table].links[place]
        self._turn(replace(self.lead, link=(link.provider, link.customer), revealed=False))

    def _on_add(self) -> None:
        menu = QMenu(self)
        for page in self.lead.to_add:
            menu.addAction(page_name(self.lead, page), partial(self._add_page, page))
        menu.aboutToHide.connect(menu.deleteLater)
        add = self.order.add
        menu.popup(add.mapToGlobal(add.rect().topLeft()))

    def _add_page(self, page: PageName) -> None:
        self._turn(self.lead.added(page))

    def open_moment(self, log: tuple[int, ...], said: str) -> None:
        """Here and on the big screen. Open until it is closed, also over a window or a host that is started again."""
        self._turn(self.lead.at_moment(log, said))
        self._open_moment(log, said)

    def show_moment(self, log: tuple[int, ...], said: str) -> None:
        """On the big screen, where it was asked for, and not here: on a mirrored screen this window would come up with
        what only who leads may see."""
        self._turn(self.lead.at_moment(log, said))

    def close_moment(self) -> None:
        if self._moment is not None:
            self._moment.reject()

    def hide_moment(self) -> None:
        """Wherever it was opened."""
        self.close_moment()
        if self.lead.moment:
            self._turn(self.lead.at_moment(()))

    def step_moment(self, number: int) -> None:
        """The big screen follows; laptops have a board of their own."""
        self.lead = self.lead.at_step(number)
        self._show()

    def _step_by(self, key: int) -> None:
        """While a moment lies on the big screen the arrows are its own: pages are turned by F9 and the page keys."""
        public = self.lead.public()
        board = public.moment.board if public is not None and public.moment is not None else None
        to = (board.last if key == Qt.Key.Key_Left else board.next) if board is not None else 0
        if to:
            self.step_moment(to)

    def choose_principle(self, principle: str) -> None:
        self.lead = replace(self.lead, focus=next((each for each in PRINCIPLES if each == principle), None))
        self._show()

    def _open_moment(self, log: tuple[int, ...], said: str) -> None:
        scene = self.lead.scene
        if scene is None:
            return
        self.close_moment()
        self.lead = self.lead.at_moment(log, said)
        found = moment(scene, self.lead.tables.get(self.lead.table), None, log, said)
        sheet = self._moment = MomentSheet(self, found, self.lead.speech)
        sheet.stepped.connect(self.step_moment)
        sheet.finished.connect(self._on_moment_closed)
        sheet.show_over()

    def _on_moment_closed(self) -> None:
        sheet, self._moment = self._moment, None
        if sheet is not None:
            sheet.deleteLater()
            self._turn(self.lead.at_moment(()))

    def _on_scores(self) -> None:
        sheet = ScoresSheet(self, self.lead.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Save) and self.lead.over:
            self.report.click()
        elif self.lead.moment and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step_by(key)
        elif key in (Qt.Key.Key_F9, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            # whoever pages by remote control does not open a sheet over the last page
            if key == Qt.Key.Key_F9 or not self.lead.at_end:
                self.next.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.prev.click()
        elif key == Qt.Key.Key_Period:
            self.black_asked.emit()
        elif key == Qt.Key.Key_F8:
            self.projector_asked.emit()
        elif key == Qt.Key.Key_Escape:
            # as at the console: what is open closes, and a hand that presses it once too often stays
            self.hide_moment()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(self.lead.pages):
            self._turn(self.lead.go(key - Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)
