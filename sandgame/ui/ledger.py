"""The ledger panel: two lists of promises under headers that never scroll away, bonus bar, hours and stock."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.ledger import LedgerPicture
from sandgame.present.pictures import BadgePicture, LedgerRow
from sandgame.ui.kit.bonus_bar import BonusBar
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, PanelHeader, row
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.kit.themed import current_look
from sandgame.ui.kit.tips import TermLabel
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll

_LOW = 330
_LEAST = 44
EMPTY_ROW = LedgerRow(0, BadgePicture(0, "building-2"), "", "", "", "open", "")


class LedgerHalf(QWidget):
    """One of the two lists."""

    row_asked = Signal(int, bool)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.header = PanelHeader("", icon)
        self.area = Scroll(fits=True, margins=(9, 8, 8, 8), gap=7, least=_LEAST)
        self.empty = EmptyState("", "")
        self.area.column.addWidget(self.empty)
        self._rows: Rows[LedgerRow, LedgerRowWidget] = Rows(self.area.column, self._make, LedgerRowWidget.set_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.area)

    @property
    def rows(self) -> list[LedgerRowWidget]:
        return self._rows.widgets

    def fill(self, title: str, count: str, rows: tuple[LedgerRow, ...], empty: str) -> None:
        self.header.set_texts(title, count)
        self.empty.set_texts("", empty)
        self.empty.setVisible(not rows)
        self._rows.fill(rows)
        self.setAccessibleName(f"{title} {count}")

    def needed(self, crowded: bool) -> int:
        """The height of all its rows."""
        gap, (top, bottom) = (4, (5, 5)) if crowded else (7, (8, 8))
        self.area.column.setSpacing(gap)
        self.area.column.setContentsMargins(9, top, 8, bottom)
        return self.area.sizeHint().height()

    def _make(self) -> LedgerRowWidget:
        made = LedgerRowWidget(EMPTY_ROW)
        made.clicked.connect(partial(self._on_clicked, made))
        return made

    def _on_clicked(self, widget: LedgerRowWidget) -> None:
        self.row_asked.emit(widget.row().id, widget.row().sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((n for n, widget in enumerate(self.rows) if widget.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self.rows):
            super().keyPressEvent(event)
            return
        self.rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)


class LedgerPanel(Card):
    row_asked = Signal(int, bool)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.promised = LedgerHalf("arrow-up-right")
        self.owed = LedgerHalf("arrow-down-left")
        self.bonus = BonusBar()
        self.hours = TermLabel("caption", "text_secondary", icon="clock")
        self.stock = TermLabel("caption", "text_secondary", wraps=True, icon="package")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.promised)
        layout.addWidget(Divider())
        layout.addWidget(self.owed)
        self.all = FlatButton("", "history", size="small")
        self.all.clicked.connect(self.all_asked)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        layout.addWidget(Divider())
        inside = row(margins=(12, 10, 12, 10))
        inside.addWidget(self.bonus)
        layout.addLayout(inside)
        layout.addWidget(Divider())
        self.foot = QWidget()
        foot = row(self.foot, margins=(12, 8, 12, 9), gap=10)
        foot.addWidget(self.hours, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.stock, 1)
        layout.addWidget(self.foot)
        for half in (self.promised, self.owed):
            half.row_asked.connect(self.row_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a very low drawer the promises come first: hours and stock stand on the pages that use them."""
        super().resizeEvent(event)
        self.foot.setVisible(event.size().height() >= current_look().scaled(_LOW))
        self._share_room()

    def _share_room(self) -> None:
        """Where both lists do not fit, the bonus bar gives way, and a short list leaves its room to a long one."""
        fixed = sum(half.header.sizeHint().height() for half in (self.promised, self.owed)) + 4
        fixed += 20 + (self.foot.sizeHint().height() if self.foot.isVisibleTo(self) else 0)
        fixed += 0 if self.all.isHidden() else self.all.sizeHint().height()
        room = self.height() - fixed
        halves = (self.promised, self.owed)
        crowded = sum(half.needed(False) for half in halves) + self.bonus.full_height() > room
        self.bonus.set_short(crowded)
        needs = [half.needed(crowded) for half in halves]
        room -= self.bonus.short_height() if crowded else self.bonus.full_height()
        for need, other, half in zip(needs, reversed(needs), halves, strict=True):
            share = max(room // 2, room - other) if crowded else need
            half.area.setMaximumHeight(max(_LEAST, min(need, share)))

    def show_ledger(self, picture: LedgerPicture) -> None:
        self.promised.fill(picture.promised_title, picture.promised_count, picture.promised, picture.promised_empty)
        self.owed.fill(picture.owed_title, picture.owed_count, picture.owed, picture.owed_empty)
        self.all.setText(picture.all_text)
        self.all.setVisible(bool(picture.all_text))
        self.bonus.set_picture(picture.bonus)
        self.hours.setText(picture.hours)
        self.stock.setText(picture.stock)
        self.hours.set_term(*picture.hours_term)
        self.stock.set_term(*picture.stock_term)
        self._share_room()
