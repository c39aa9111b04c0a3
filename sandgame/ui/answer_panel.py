"""The dock's sheets: which ones there are, the open one from top to bottom, its answers, and what they would need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.answering import AnswerLinePicture, SheetPicture, SheetTab
from sandgame.text.speech import Speech
from sandgame.ui.answer_line import AnswerLine
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Divider, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.sheet_parts import LoadGrid, RestateCard, SheetHead
from sandgame.ui.tabs_of_badges import BadgeTabs

_LOW = 470


class AnswerPanel(QWidget):
    """One sheet at a time. Signals carry what was asked for; drafts live with the page."""

    sheet_asked = Signal(int)
    answer_changed = Signal(int, object)
    withdraw_asked = Signal(int)
    send_asked = Signal()
    accept_all_asked = Signal()
    decline_all_asked = Signal()
    restated = Signal(str)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._speech: Speech | None = None
        self._restating: int | None = None
        self._sheet = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tabs = BadgeTabs()
        layout.addWidget(self.tabs)
        self.head = SheetHead()
        layout.addWidget(self.head)
        layout.addWidget(Divider())
        self.area = Scroll(margins=(12, 10, 12, 10), gap=6)
        self.note = Label("", "body", "text_secondary", wraps=True)
        self.restate = SecondaryButton("", size="small")
        self.restate.set_icon("repeat-2")
        self.restate.clicked.connect(self._on_restate)
        self.restate_card = RestateCard()
        for at, widget in enumerate((self.note, self.restate, self.restate_card)):
            self.area.column.insertWidget(at, widget)
        self._lines: Rows[AnswerLinePicture, AnswerLine] = Rows(self.area.column, self._make_line, self._show_line)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._foot())
        self.tabs.chosen.connect(self.sheet_asked)
        self.restate_card.said.connect(self.restated)
        self.restate_card.confirmed.connect(self.confirmed)

    def _foot(self) -> QWidget:
        foot = QWidget()
        layout = column(foot, margins=(0, 0, 0, 0), gap=0)
        layout.addWidget(Divider())
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(7)
        self.loads_title = Label("", "caption", "text_secondary", wraps=True)
        self.loads = LoadGrid()
        self.hint = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.fault = FaultLine()
        self.send = PrimaryButton("", "send")
        self.accept_all = SecondaryButton("", "check", size="small")
        self.decline_all = SecondaryButton("", "x", size="small")
        at_once = row(gap=8)
        for button in (self.send, self.accept_all, self.decline_all):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        at_once.addWidget(self.accept_all, 1)
        at_once.addWidget(self.decline_all, 1)
        self.feasible = QWidget()
        feasible = column(self.feasible, margins=(0, 0, 0, 0), gap=5)
        feasible.addWidget(self.loads_title)
        feasible.addWidget(self.loads)
        self._inside = inside
        inside.addWidget(self.feasible)
        inside.addWidget(self.fault)
        inside.addWidget(self.hint)
        inside.addLayout(at_once)
        # last, so that it stays where it is whatever comes and goes above
        inside.addWidget(self.send)
        layout.addLayout(inside)
        self.foot = foot
        self.send.clicked.connect(self.send_asked)
        self.accept_all.clicked.connect(self.accept_all_asked)
        self.decline_all.clicked.connect(self.decline_all_asked)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low dock the hours scroll with the lines, so that the buttons stay."""
        super().resizeEvent(event)
        low = event.size().height() < current_look().scaled(_LOW)
        holder = self.area.widget() if low else self.foot
        if self.feasible.parentWidget() is not holder:
            if low:
                self.area.column.insertWidget(self.area.column.count() - 1, self.feasible)
            else:
                self._inside.insertWidget(0, self.feasible)

    @property
    def lines(self) -> list[AnswerLine]:
        return self._lines.widgets

    def show_sheet(self, tabs: tuple[SheetTab, ...], picture: SheetPicture, speech: Speech) -> None:
        self._speech = speech
        if picture.sheet != self._sheet:
            self._restating = None
            self.fault.set_fault("")
        self._sheet = picture.sheet
        shown = [(tab.sheet, tab.badge, tab.text, tab.waits_for_me) for tab in tabs]
        self.tabs.show_tabs(shown, picture.sheet, [tab.what for tab in tabs])
        self.tabs.setVisible(len(tabs) > 1)
        self.head.show_sheet(picture)
        self._show_restate(picture, speech)
        self.note.setText(f"“{picture.note}”" if picture.note else "")
        self.note.setVisible(bool(picture.note))
        self._lines.fill(picture.lines)
        self._show_foot(picture, speech)

    def _show_restate(self, picture: SheetPicture, speech: Speech) -> None:
        restate = picture.restate
        say_it = restate is not None and restate.mode == "say"
        self.restate.setVisible(say_it and self._restating != picture.sheet)
        if restate is None:
            self.restate_card.hide()
            return
        self.restate.setText(restate.button)
        self.restate.setToolTip(restate.text)
        self.restate_card.setVisible(not say_it or self._restating == picture.sheet)
        self.restate_card.show_restate(picture.sheet, restate, speech)

    def _show_foot(self, picture: SheetPicture, speech: Speech) -> None:
        self.foot.setVisible(picture.asks_me)
        self.loads_title.setText(picture.loads_title)
        self.feasible.setVisible(bool(picture.loads))
        self.loads.show_loads(picture.loads)
        self.send.setText(picture.send)
        self.send.setEnabled(picture.can_send)
        self.accept_all.setText(picture.accept_all)
        self.decline_all.setText(picture.decline_all)
        self.hint.setText(picture.hint)
        self.hint.setVisible(bool(picture.hint))

    def reveal(self, index: int) -> None:
        """Brings a line into sight with all that it has opened."""
        if index < len(self.lines):
            self.area.reveal(self.lines[index])

    def focus_first(self) -> None:
        """The first thing of the sheet that can be answered."""
        for line in self.lines:
            first = line.first_answer()
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def focused_line(self) -> AnswerLine | None:
        """The line that has the focus, else the first that waits for an answer."""
        focus = QApplication.focusWidget()
        for line in self.lines:
            if focus is not None and line.isAncestorOf(focus):
                return line
        return self.lines[0] if self.lines else None

    def _make_line(self) -> AnswerLine:
        made = AnswerLine()
        made.answer_changed.connect(self.answer_changed)
        made.withdraw_asked.connect(self.withdraw_asked)
        return made

    def _show_line(self, widget: AnswerLine, picture: AnswerLinePicture) -> None:
        assert self._speech is not None
        widget.show_line(picture, self._speech)

    def _on_restate(self) -> None:
        self._restating = self._sheet
        self.restate.hide()
        self.restate_card.show()
        self.restate_card.edit.setFocus()
