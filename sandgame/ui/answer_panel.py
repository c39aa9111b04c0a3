"""The dock's sheets: which ones there are, the open one from top to bottom, its answers, and what they would need."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.answering import AnswerLinePicture, LoadPicture, RestatePicture, SheetPicture, SheetTab
from sandgame.present.shell import NOBODY
from sandgame.text.speech import Speech
from sandgame.ui.answer_line import AnswerLine
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag, TurnPips
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows, drop
from sandgame.ui.scrolls import Scroll
from sandgame.ui.tabs_of_badges import BadgeTabs

_LOW = 470


class LoadBar(QWidget):
    """A week: hours that the answers need, hours still free."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=2)
        head = row(gap=6)
        self.week = Label("", "caption", "text_secondary")
        self.text = Label("", "caption", weight=700)
        self.short = Label("", "caption", "caution", weight=600)
        self.bar = Meter(thick=8, framed=True)
        head.addWidget(self.week)
        head.addStretch(1)
        head.addWidget(self.text)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.short)

    def show_load(self, load: LoadPicture) -> None:
        self.week.setText(load.week)
        self.text.setText(load.text)
        self.text.set_tone("caution" if load.short else "text")
        self.short.setText(load.short)
        self.short.setVisible(bool(load.short))
        self.bar.set_value(load.needed, max(load.free, load.needed, 1), tone="caution" if load.short else "primary")
        self.setAccessibleName(f"{load.week} {load.text} {load.short}")


class LoadGrid(QWidget):
    """Two weeks a row, so that the figures have room."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self.bars: list[LoadBar] = []

    def show_loads(self, loads: tuple[LoadPicture, ...]) -> None:
        while len(self.bars) > len(loads):
            drop(self.bars.pop())
        while len(self.bars) < len(loads):
            at = len(self.bars)
            bar = LoadBar()
            self.bars.append(bar)
            self._grid.addWidget(bar, at // 2, at % 2)
        for bar, load in zip(self.bars, loads, strict=True):
            bar.show_load(load)
        self.setVisible(bool(loads))


class RestateCard(Card):
    """Saying a need in one's own words, or confirming it: one line to write, one or two buttons."""

    said = Signal(str)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="info", corner=8)
        layout = column(self, margins=(11, 8, 11, 8), gap=6)
        self.text = Label("", "caption", wraps=True, icon="repeat-2")
        self.quote = Label("", "body", weight=600, wraps=True)
        self.edit = QLineEdit()
        self.edit.setMaxLength(200)
        buttons = row(gap=8)
        self.yes = PrimaryButton(size="small")
        self.no = SecondaryButton(size="small")
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        for widget in (self.text, self.quote, self.edit):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._mode = ""
        self._correcting = False
        self._sheet = 0
        self._texts: dict[str, str] = {}
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.edit.returnPressed.connect(self._on_yes)

    def show_restate(self, sheet: int, picture: RestatePicture, speech: Speech) -> None:
        say = speech.say
        if (sheet, picture.mode) != (self._sheet, self._mode):
            self._correcting = False
            self.edit.setText(picture.draft)
            self.edit.setCursorPosition(0)
        self._sheet, self._mode = sheet, picture.mode
        self._texts = {
            "say": say("negotiate-restate-send"),
            "confirm": picture.button,
            "no": say("negotiate-restated-no"),
            "correct": say("negotiate-restated-correct"),
        }
        self.text.setText(picture.text)
        self.quote.setText(picture.quote)
        self.quote.setVisible(bool(picture.quote))
        self.edit.setPlaceholderText(say("negotiate-restated-hint") if picture.mode == "confirm" else "")
        self.edit.setAccessibleName(picture.text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        writing = self._mode == "say" or self._correcting
        self.edit.setVisible(writing)
        self.yes.setVisible(self._mode in ("say", "confirm"))
        self.yes.setText(self._texts["correct" if self._correcting else self._mode] if self._mode != "done" else "")
        self.no.setVisible(self._mode == "confirm" and not self._correcting)
        self.no.setText(self._texts["no"])

    def _on_yes(self) -> None:
        if self._mode == "say":
            self.said.emit(self.edit.text().strip())
        else:
            self.confirmed.emit(self.edit.text().strip() if self._correcting else "")

    def _on_no(self) -> None:
        self._correcting = True
        self.edit.clear()
        self._show_buttons()
        self.edit.setFocus()


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
        layout.addLayout(self._head())
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

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(12, 9, 12, 9)
        head.setSpacing(6)
        upper = row(gap=6)
        self.customer, self.provider = BadgeWidget(NOBODY, 22), BadgeWidget(NOBODY, 22)
        self.arrow = Label("", "caption", "text_secondary", icon="arrow-right")
        self.title = Label("", "label", weight=700)
        self.turn = Tag()
        for widget in (self.customer, self.arrow, self.provider, self.title):
            upper.addWidget(widget)
        upper.addStretch(1)
        upper.addWidget(self.turn)
        lower = row(gap=8)
        self.channel = Label("", "caption", "text_secondary", icon="mail")
        self.clarity = Label("", "caption", "text_secondary")
        self.meter = Meter(thick=8)
        self.meter.setFixedWidth(46)
        self.pips = TurnPips()
        for part in (self.channel, self.clarity, self.meter):
            lower.addWidget(part)
        lower.addStretch(1)
        turns = row(gap=8)
        self.ends = Label("", "caption", "text_secondary")
        turns.addWidget(self.ends)
        turns.addStretch(1)
        turns.addWidget(self.pips)
        for line in (upper, turns, lower):
            head.addLayout(line)
        return head

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
        buttons = row(gap=8)
        self.send = PrimaryButton("", "send")
        self.accept_all = SecondaryButton()
        self.more = SecondaryButton(icon="ellipsis")
        self.send.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.accept_all.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        buttons.addWidget(self.send, 1)
        buttons.addWidget(self.accept_all)
        buttons.addWidget(self.more)
        self.feasible = QWidget()
        feasible = column(self.feasible, margins=(0, 0, 0, 0), gap=5)
        feasible.addWidget(self.loads_title)
        feasible.addWidget(self.loads)
        self._inside = inside
        inside.addWidget(self.feasible)
        inside.addWidget(self.fault)
        inside.addLayout(buttons)
        inside.addWidget(self.hint)
        layout.addLayout(inside)
        self.foot = foot
        self.send.clicked.connect(self.send_asked)
        self.accept_all.clicked.connect(self.accept_all_asked)
        self.more.clicked.connect(self._on_more)
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
        self.tabs.show_tabs([(tab.sheet, tab.badge, tab.text, tab.waits_for_me) for tab in tabs], picture.sheet)
        self.tabs.setVisible(len(tabs) > 1)
        self.customer.set_picture(picture.customer)
        self.provider.set_picture(picture.provider)
        self.title.setText(picture.title)
        self.ends.setText(picture.ends)
        self.turn.set_tag(picture.turn, picture.turn_tone)
        self.turn.setToolTip(picture.pips_tip)
        self.channel.setText(picture.channel)
        self.channel.set_icon(picture.channel_icon)
        self.clarity.setText(picture.clarity_text)
        self.clarity.setToolTip(picture.clarity_tip)
        self.meter.set_value(picture.clarity)
        self.meter.setToolTip(picture.clarity_tip)
        self.pips.set_pips(picture.pips, picture.pips_tip)
        self.pips.setVisible(bool(picture.pips))
        self.pips.setToolTip(picture.pips_tip)
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
        self.more.setToolTip(picture.decline_all)
        self.more.setAccessibleName(picture.decline_all)
        self.hint.setText(picture.hint)
        self.hint.setVisible(bool(picture.hint))
        self._decline_all = picture.decline_all

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

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(self._decline_all, partial(self.decline_all_asked.emit))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
