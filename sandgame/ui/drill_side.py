"""The right side of an opened table: lines to decide with both positions, the log, and a line for a note."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sandgame.present.drill import CasePicture, PositionPicture
from sandgame.present.drill_log import LogRow
from sandgame.present.messages import LONGEST
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import Button, LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, PanelHeader, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.tag import KeyCap
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows, drop
from sandgame.ui.scroller import Scroller

_MOST_ROWS = 120


class _Position(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, corner=6)
        self._badge = BadgeWidget(None, 18)
        self._text = Label("", "caption", wraps=True)
        across = row(self, margins=(8, 5, 8, 5), gap=8)
        across.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)

    def show_position(self, picture: PositionPicture) -> None:
        self._badge.set_picture(picture.badge, picture.name)
        self._text.setText(picture.text)
        self.setAccessibleName(f"{picture.name}: {picture.text}")


class CaseCard(QWidget, Themed):
    """One escalated line; its buttons rule at once."""

    ruled = Signal(int, int, object)
    """Sheet, line, and the terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: CasePicture | None = None
        self._title = Label("", "body", "negative", weight=700, icon="siren", wraps=True)
        self._week = Label("", "caption", "text_secondary")
        self._what = Label("", "label", weight=700, wraps=True)
        self._terms = Label("", "caption", "text_secondary", wraps=True)
        self._free = Label("", "caption", "text_secondary", wraps=True)
        self._truth_title = Label("", "caption", "text_secondary", icon="eye")
        self._truth = Label("", "body", weight=700, wraps=True)
        inside = column(self, margins=(14, 12, 14, 12), gap=5)
        head = row(gap=8)
        head.addWidget(self._title, 1)
        head.addWidget(self._week)
        inside.addLayout(head)
        inside.addWidget(self._what)
        inside.addWidget(self._terms)
        self._positions = Rows(inside, _Position, _Position.show_position)
        self._give = row(gap=6)
        self._buttons: list[Button] = []
        self._ruled = QWidget()
        self._ruled.setLayout(self._give)
        inside.addWidget(self._ruled)
        inside.addWidget(self._free)
        inside.addSpacing(4)
        inside.addWidget(self._truth_title)
        inside.addWidget(self._truth)
        # positions stand over the rulings
        inside.removeWidget(self._ruled)
        self._inside = inside

    def show_case(self, picture: CasePicture) -> None:
        if picture == self._picture:
            return
        before, self._picture = self._picture, picture
        self._title.setText(picture.title)
        self._week.setText(picture.week)
        self._what.setText(picture.what)
        self._terms.setText(picture.terms)
        self._place_positions(picture)
        self._free.setText(picture.free)
        self._truth_title.setText(picture.truth_title)
        self._truth.setText(picture.truth)
        if before is None or before.rulings != picture.rulings:
            self._make_rulings(picture)

    def _place_positions(self, picture: CasePicture) -> None:
        rows = self._positions
        rows.fill(picture.positions)
        at = self._inside.indexOf(self._terms) + 1
        for number, widget in enumerate(rows.widgets):
            self._inside.removeWidget(widget)
            self._inside.insertWidget(at + number, widget)
        self._inside.removeWidget(self._ruled)
        self._inside.insertWidget(at + len(rows.widgets), self._ruled)

    def _make_rulings(self, picture: CasePicture) -> None:
        for button in self._buttons:
            self._give.removeWidget(button)
            drop(button)
        self._buttons = []
        middle = 1 if len(picture.rulings) == 3 else -1
        for number, ruling in enumerate(picture.rulings):
            made: Button = (PrimaryButton if number == middle else SecondaryButton)(ruling.text, size="small")
            made.setToolTip(ruling.tip)
            made.setAccessibleDescription(ruling.tip)
            made.clicked.connect(partial(self._on_ruled, ruling.parts))
            self._give.addWidget(made, 1)
            made.show()
            self._buttons.append(made)
        self._ruled.setVisible(bool(self._buttons))

    def buttons(self) -> list[Button]:
        return self._buttons

    def _on_ruled(self, parts: object, _checked: bool = False) -> None:
        if self._picture is not None:
            self.ruled.emit(self._picture.sheet, self._picture.line, parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low = self._free.geometry().bottom() + 7
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(0, 0, self.width(), low + 12), 9, 9)
        painter.setClipRect(QRectF(0, 0, self.width(), low))
        painter.fillPath(ground, colour.negative_bg)
        painter.setClipping(False)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour.divider)


class LogLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: LogRow | None = None
        self._time = Label("", "caption", "text_secondary")
        self._badge = BadgeWidget(None, 18)
        self._text = Label("", "caption", wraps=True)
        self._mark = Icon("bookmark", 13, "caution")
        across = row(self, margins=(12, 4, 10, 4), gap=7)
        for widget in (self._time, self._badge):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        across.addWidget(self._mark)

    def show_row(self, picture: LogRow) -> None:
        if picture == self._row:
            return
        self._row = picture
        self._time.setText(picture.time)
        self._badge.set_picture(picture.badge)
        self._badge.setVisible(not picture.head)
        self._text.setText(f"**{picture.text}**" if picture.head else picture.text)
        self._mark.setVisible(picture.marked)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is not None and self._row.marked:
            QPainter(self).fillRect(self.rect(), current_look().colour.caution_bg)


class SidePanel(Card):
    ruled = Signal(int, int, object)
    filter_changed = Signal()
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all_of_it = False
        inner = QWidget()
        cases = column(inner, margins=(0, 0, 0, 0), gap=0)
        cases.addStretch(1)
        self._cases = Rows(cases, self._make_case, CaseCard.show_case)
        self._case_column = cases
        self._case_area = Scroller(inner)
        self._head = PanelHeader("", "history")
        self.filter = LinkButton("", size="small")
        self.filter.clicked.connect(self._on_filter)
        self._head.add(self.filter)
        lines = QWidget()
        self._lines = column(lines, margins=(0, 4, 0, 4), gap=0)
        self._empty = Label("", "caption", "text_secondary", wraps=True)
        self._empty.setContentsMargins(14, 8, 14, 0)
        self._lines.addWidget(self._empty)
        self._lines.addStretch(1)
        self._log = Rows(self._lines, LogLine, LogLine.show_row)
        self._log_area = Scroller(lines)
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST)
        set_ring(self.note, corner=7)
        self.note.returnPressed.connect(self._on_note)
        whole = column(self, margins=(1, 1, 1, 1), gap=0)
        whole.addWidget(self._case_area)
        whole.addWidget(self._head)
        whole.addWidget(self._log_area, 1)
        foot = row(margins=(12, 9, 12, 10), gap=8)
        foot.addWidget(self.note, 1)
        foot.addWidget(KeyCap("B"))
        whole.addLayout(foot)

    def _make_case(self) -> CaseCard:
        made = CaseCard()
        made.ruled.connect(self.ruled)
        return made

    def cases(self) -> list[CaseCard]:
        return self._cases.widgets

    def show_side(self, cases: Sequence[CasePicture], log: Sequence[LogRow], speech: Speech) -> None:
        say = speech.say
        self._cases.fill(cases)
        self._case_area.setVisible(bool(cases))
        self._head.set_texts(say("drill-log"))
        self.filter.setText(say("drill-log-key" if self.all_of_it else "drill-log-all"))
        bar = self._log_area.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self._log.fill(log[-_MOST_ROWS:])
        self._empty.setText(say("drill-log-empty"))
        self._empty.setVisible(not log)
        self.note.setPlaceholderText(say("drill-note-hint"))
        self.note.setAccessibleName(say("drill-note-hint"))
        self.fit()
        if at_end and self._log.widgets:
            self._log_area.reveal(self._log.widgets[-1])

    def fit(self) -> None:
        """What is to be decided takes the room it needs, at most three fifths."""
        needs = self._case_column.totalHeightForWidth(self.width() - 2) if self._cases.widgets else 0
        self._case_area.setFixedHeight(min(needs, self.height() * 3 // 5))

    def _on_filter(self) -> None:
        self.all_of_it = not self.all_of_it
        self.filter_changed.emit()

    def _on_note(self) -> None:
        text = self.note.text().strip()
        if text:
            self.note.clear()
            self.noted.emit(text)
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        self._cases.fill(())
        self._log.fill(())
        self.note.clear()
