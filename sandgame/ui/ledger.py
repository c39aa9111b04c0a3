"""The ledger panel: two lists of promises under headers that never scroll away, bonus bar, hours and stock."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.present.ledger import LedgerPicture
from sandgame.present.pictures import BadgePicture, LedgerRow
from sandgame.ui.kit.bonus_bar import BonusBar
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, PanelHeader, column, row
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.kit.themed import current_look
from sandgame.ui.kit.tips import TermLabel
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll

_LOW = 330
_LEAST = 44
_LEFT, _RIGHT = 9, 8
EMPTY_ROW = LedgerRow(0, BadgePicture(0, "building-2"), "", "", "", "open", "")


class _Air(NamedTuple):
    """Between the rows of a list, and above and below all of them."""

    gap: int
    rim: int


_AIR = {False: _Air(7, 8), True: _Air(4, 5)}
"""By whether the list is crowded."""


class LedgerHalf(QWidget):
    """One of the two lists."""

    row_asked = Signal(int, bool)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.header = PanelHeader("", icon)
        self.area = Scroll(fits=True, least=_LEAST)
        self._crowded: bool | None = None
        self.set_crowded(False)
        self.empty = EmptyState("", "")
        self.area.column.addWidget(self.empty)
        self._rows: Rows[LedgerRow, LedgerRowWidget] = Rows(self.area.column, self._make, LedgerRowWidget.set_row)
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
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
        """The height of all its rows, as wide as they are where nothing has to be scrolled."""
        air, wide = _AIR[crowded], max(40, self.area.width() - _LEFT - _RIGHT)
        if not self.rows:
            return _height(self.empty, wide) + 2 * air.rim
        high = sum(widget.heightForWidth(wide) for widget in self.rows)
        return high + (len(self.rows) - 1) * air.gap + 2 * air.rim

    def set_crowded(self, crowded: bool) -> None:
        """Its rows move closer together."""
        if crowded == self._crowded:
            return
        self._crowded = crowded
        air = _AIR[crowded]
        self.area.column.setSpacing(air.gap)
        self.area.column.setContentsMargins(_LEFT, air.rim, _RIGHT, air.rim)

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


def _height(widget: QWidget, wide: int) -> int:
    """With its texts wrapped at this width."""
    high = widget.heightForWidth(wide)
    return high if high >= 0 else widget.sizeHint().height()


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
        layout = column(self, margins=(1, 1, 1, 1), gap=0)
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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._share_room)
        for half in (self.promised, self.owed):
            half.row_asked.connect(self.row_asked)
            half.area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that has become wider or narrower needs another height."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a very low drawer the promises come first: hours and stock stand on the pages that use them."""
        super().resizeEvent(event)
        self.foot.setVisible(event.size().height() >= current_look().scaled(_LOW))
        self._share_room()

    def _share_room(self) -> None:
        """Where both lists do not fit, the bonus bar gives way, and a short list leaves its room to a long one."""
        fixed = sum(half.header.sizeHint().height() for half in (self.promised, self.owed)) + 4
        fixed += 20 + (_height(self.foot, self.width() - 2) if self.foot.isVisibleTo(self) else 0)
        fixed += 0 if self.all.isHidden() else self.all.sizeHint().height()
        room = self.height() - fixed
        halves = (self.promised, self.owed)
        crowded = sum(half.needed(False) for half in halves) + self.bonus.full_height() > room
        self.bonus.set_short(crowded)
        needs = [half.needed(crowded) for half in halves]
        for half in halves:
            half.set_crowded(crowded)
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
