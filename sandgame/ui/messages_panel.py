"""The dock's messages: a tab a thread, what was said with the newest last, and a line to write."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sandgame.present.messages import LONGEST, MessagesPicture, SaidPicture
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.tabs_of_badges import BadgeTabs


class SaidCard(Card):
    """One message; mine stand a little to the right."""

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._layout = column(self, margins=(10, 7, 10, 8), gap=2)
        head = row(gap=6)
        self.badge = BadgeWidget(NOBODY, 18)
        self.who = Label("", "caption", weight=700)
        self.week = Label("", "caption", "text_secondary")
        head.addWidget(self.badge)
        head.addWidget(self.who)
        head.addStretch(1)
        head.addWidget(self.week)
        self.text = Label("", "body", wraps=True)
        self._layout.addLayout(head)
        self._layout.addWidget(self.text)

    def show_said(self, picture: SaidPicture) -> None:
        self.badge.set_picture(picture.badge)
        self.who.setText(picture.who)
        self.week.setText(picture.week)
        # what people write is shown as written: two stars in it set nothing bold
        self.text.setText(picture.text.replace("**", "*\u2060*"))
        self.set_ground("info" if picture.mine else "subtle")
        self.setAccessibleName(picture.spoken)


class MessagesPanel(QWidget):
    hearer_chosen = Signal(int)
    text_changed = Signal(str)
    send_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.tabs = BadgeTabs((12, 9, 12, 8))
        layout.addWidget(self.tabs)
        layout.addWidget(Divider())
        self.area = Scroll(margins=(12, 9, 12, 10), gap=6)
        self.empty = EmptyState("", "", "message-square")
        body = QVBoxLayout()
        body.setSpacing(6)
        self._said: Rows[SaidPicture, SaidCard] = Rows(body, SaidCard, SaidCard.show_said)
        self.area.column.insertWidget(0, self.empty)
        self.area.column.insertLayout(1, body)
        layout.addWidget(self.area, 1)
        layout.addWidget(Divider())
        foot = column(margins=(12, 8, 12, 10), gap=6)
        self.note = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.fault = FaultLine()
        across = row(gap=6)
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        set_ring(self.edit, corner=7)
        self.send = PrimaryButton("", "send")
        across.addWidget(self.edit, 1)
        across.addWidget(self.send)
        foot.addWidget(self.note)
        foot.addWidget(self.fault)
        foot.addLayout(across)
        layout.addLayout(foot)
        self._count = (0, 0)
        self.tabs.chosen.connect(self.hearer_chosen)
        self.edit.textEdited.connect(self.text_changed)
        self.edit.returnPressed.connect(self.send_asked)
        self.send.clicked.connect(self.send_asked)

    @property
    def said(self) -> list[SaidCard]:
        return self._said.widgets

    def show_messages(self, picture: MessagesPicture, text: str) -> None:
        tabs = [(tab.hearer, tab.badge, tab.name, bool(tab.unread)) for tab in picture.tabs]
        self.tabs.show_tabs(tabs, picture.hearer)
        self._said.fill(picture.said)
        self.empty.set_texts(picture.empty_title, picture.empty_line)
        self.empty.setVisible(not picture.said)
        self.note.setText(picture.note)
        self.edit.setPlaceholderText(picture.hint)
        self.edit.setAccessibleName(picture.hint)
        self.edit.setEnabled(picture.can_write)
        if self.edit.text() != text:
            self.edit.setText(text)
        self.send.setAccessibleName(picture.send)
        self.send.setToolTip(picture.send)
        self.send.setEnabled(picture.can_write)
        if (count := (int(picture.hearer), len(picture.said))) != self._count:
            self._count = count
            # after the layout has taken the new ones in
            QTimer.singleShot(0, self, self._to_newest)

    def focus_first(self) -> bool:
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _to_newest(self) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())
