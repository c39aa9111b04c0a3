"""The queue of what waits for the facilitator, each with its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.present.console_queue import QueueItem, QueuePicture
from sandgame.ui.flow import Flow
from sandgame.ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import PanelHeader, column, row, stacked
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller

_LINGER_MS = 2000
"""For so long nothing moves under the hand that has just pressed a button."""
_MAIN = ("open", "stand_in", "answer", "more_time")
"""What is filled, if it stands first."""


class QueueRow(QWidget):
    asked = Signal(object, str)
    """An Alert, and what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: QueueItem | None = None
        self._icon = Icon("", 16)
        self._title = Label("", "body", weight=700, wraps=True)
        self._line = Label("", "caption", "text_secondary", wraps=True)
        self._buttons: list[Button] = []
        across = row(self, margins=(12, 11, 12, 11), gap=9)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = stacked(self._title, self._line, gap=1)
        words.addSpacing(7)
        self._acts = Flow(6)
        words.addWidget(self._acts)
        across.addLayout(words, 1)

    def show_item(self, item: QueueItem) -> None:
        if item == self._item:
            return
        before = self._item.acts if self._item is not None else ()
        self._item = item
        self._icon.set_icon(item.icon, "text_secondary" if item.tone == "plain" else item.tone)
        self._title.setText(item.title)
        self._title.set_tone("text_secondary" if item.quiet else "text")
        self.set_gone("")
        self._line.setText(item.line)
        self.setAccessibleName(item.spoken)
        if before != item.acts:
            self._make_buttons(item)

    def set_gone(self, handled: str) -> None:
        """It waits for nobody any more, and stands pale in its place until the hand has moved on."""
        gone = bool(handled)
        for button in self._buttons:
            button.setEnabled(not gone)
        if gone and self._item is not None:
            self._icon.set_icon("check", "text_secondary")
            self._title.set_tone("text_secondary")
            self._line.setText(handled)
            self.setAccessibleName(f"{handled} {self._item.title}")
        elif self._item is not None:
            self._line.setText(self._item.line)

    def _make_buttons(self, item: QueueItem) -> None:
        self._buttons = []
        for number, (act, text) in enumerate(item.acts):
            main = number == 0 and act in _MAIN
            button: Button = PrimaryButton(text, size="small") if main else SecondaryButton(text, size="small")
            button.setAccessibleName(f"{item.title} {text}")
            button.clicked.connect(partial(self._on_act, act))
            self._buttons.append(button)
        self._acts.fill(self._buttons)

    def _on_act(self, act: str, _checked: bool = False) -> None:
        if self._item is not None:
            self.asked.emit(self._item.alert, act)

    def buttons(self) -> list[Button]:
        return self._buttons

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_look().colour.divider)


class QueuePanel(QWidget):
    """Head and list; `asked` hands on what a row asks."""

    asked = Signal(object, str)
    main_asked = Signal()
    """The one thing that is left to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PanelHeader("", "inbox")
        self.count = Tag("", "negative")
        self.head.add(self.count)
        self._empty_title = Label("", "body", weight=700, wraps=True)
        self._empty = Label("", "caption", "text_secondary", wraps=True)
        inner = QWidget()
        self._column = column(inner, margins=(0, 0, 0, 0), gap=0)
        self._hollow = QWidget()
        hollow = column(self._hollow, margins=(14, 14, 14, 14), gap=2)
        hollow.addWidget(self._empty_title)
        hollow.addWidget(self._empty)
        self.main = PrimaryButton("", "presentation")
        self.main.clicked.connect(self.main_asked)
        self.main.hide()
        hollow.addSpacing(8)
        hollow.addWidget(self.main, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._hollow)
        self._column.addStretch(1)
        self._rows = Rows(self._column, self._make, QueueRow.show_item)
        self.area = Scroller(inner)
        self._shown: list[tuple[QueueItem, bool]] = []
        self._picture: QueuePicture | None = None
        self._over = False
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER_MS)
        self._linger.timeout.connect(self._follow)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(self.head)
        whole.addWidget(self.area, 1)

    def _make(self) -> QueueRow:
        made = QueueRow()
        made.asked.connect(self._on_asked)
        return made

    def _on_asked(self, alert: object, act: str) -> None:
        self._linger.start()
        self.asked.emit(alert, act)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        super().leaveEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self._picture is not None and not self._held:
            self.show_queue(self._picture)

    @property
    def _held(self) -> bool:
        """Somebody's hand is here: nothing moves up."""
        return self._over or self._linger.isActive()

    def tidy(self) -> None:
        """What was seen to goes at once."""
        self._linger.stop()
        self._over = False
        self._shown = []
        self._follow()

    def _arranged(self, items: Sequence[QueueItem]) -> list[tuple[QueueItem, bool]]:
        """Each with whether it is gone. Under a hand all keep their places, and what is new comes last."""
        if not self._held:
            return [(item, False) for item in items]
        now = {item.alert.key: item for item in items}
        kept = [(now.pop(old.alert.key), False) if old.alert.key in now else (old, True) for old, _ in self._shown]
        return [*kept, *((item, False) for item in now.values())]

    def show_queue(self, picture: QueuePicture) -> None:
        self._picture = picture
        self.head.set_texts(picture.title)
        self.count.setVisible(bool(picture.count))
        self.count.set_tag(picture.count, "negative")
        self._empty_title.setText(picture.empty[0])
        self._empty.setText(picture.empty[1])
        self.main.setText(picture.act)
        self.main.set_icon(picture.act_icon)
        self.main.setVisible(bool(picture.act))
        self.main.setEnabled(picture.can_act)
        self._shown = self._arranged(picture.items)
        self._rows.fill([item for item, _ in self._shown])
        for widget, (_, gone) in zip(self._rows.widgets, self._shown, strict=True):
            widget.set_gone(picture.handled if gone else "")
        self._hollow.setVisible(not self._shown)

    def rows(self) -> list[QueueRow]:
        return self._rows.widgets
