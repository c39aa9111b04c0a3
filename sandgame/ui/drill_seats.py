"""The left side of an opened table: its seats with what they do, its figures, and what single departments know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.console_queue import QueueItem
from sandgame.present.drill import SeatPicture, TablePicture
from sandgame.text.speech import Speech
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller


class NeedLine(QWidget):
    """What a seat needs of the facilitator, with its buttons."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: QueueItem | None = None
        self._line = Label("", "caption", weight=600, wraps=True, icon="bell-ring")
        self._acts = Flow(6)
        inside = column(self, margins=(0, 2, 0, 2), gap=4)
        inside.addWidget(self._line)
        inside.addWidget(self._acts)

    def show_need(self, item: QueueItem) -> None:
        before = self._item.acts if self._item is not None else ()
        self._item = item
        self._line.setText(item.line)
        self._line.set_icon(item.icon)
        self._line.set_tone("text_secondary" if item.tone == "plain" else item.tone)
        if item.acts == before:
            return
        buttons = [SecondaryButton(text, size="small") for _, text in item.acts]
        for button, (act, text) in zip(buttons, item.acts, strict=True):
            button.setAccessibleName(f"{item.title} {text}")
            button.clicked.connect(partial(self._on_act, act))
        self._acts.fill(buttons)

    def _on_act(self, act: str, _checked: bool = False) -> None:
        if self._item is not None:
            self.asked.emit(self._item.alert, act)


class SeatRow(QWidget):
    menu_asked = Signal(int, object)
    """The seat, and the button that its menu hangs from."""
    need_asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: SeatPicture | None = None
        self._badge = BadgeWidget(None, 26)
        self._name = Label("", "body", weight=700)
        self._tag = Tag()
        self._tag.setFixedHeight(18)
        self._line = Label("", "caption", "text_secondary", wraps=True)
        self._kpi_title = Label("", "caption", "text_secondary")
        self._kpi = Label("", "body", weight=700)
        self.more = FlatButton("", "ellipsis", size="small")
        self.more.clicked.connect(self._on_more)
        whole = column(self, margins=(12, 4, 6, 5), gap=0)
        across = row(gap=6)
        whole.addLayout(across)
        across.addWidget(self._badge)
        words = QVBoxLayout()
        words.setSpacing(0)
        head = row(gap=4)
        head.addWidget(self._name)
        head.addWidget(self._tag)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self._line)
        across.addLayout(words, 1)
        across.addWidget(self._kpi_title)
        across.addWidget(self._kpi)
        across.addWidget(self.more)
        below = QVBoxLayout()
        below.setContentsMargins(32, 0, 0, 0)
        whole.addLayout(below)
        self._needs = Rows(below, self._make_need, NeedLine.show_need)
        self.setMinimumHeight(46)

    def show_seat(self, picture: SeatPicture, speech: Speech | None = None) -> None:
        if picture == self._picture:
            return
        self._picture = picture
        self._badge.set_picture(picture.badge)
        self._name.setText(picture.name)
        self._tag.setVisible(bool(picture.tag))
        if picture.tag:
            self._tag.set_tag(picture.tag, "plain")
        self._line.setText(picture.line)
        self._line.set_tone("text_secondary" if picture.tone == "plain" else picture.tone)
        self._kpi_title.setText(picture.kpi_title)
        self._kpi.setText(picture.kpi)
        self.setAccessibleName(picture.spoken)
        self._needs.fill(picture.needs)

    def _make_need(self) -> NeedLine:
        made = NeedLine()
        made.asked.connect(self.need_asked)
        return made

    def name_menu(self, text: str) -> None:
        self.more.setAccessibleName(text)
        self.more.setToolTip(text)

    def _on_more(self) -> None:
        if self._picture is not None:
            self.menu_asked.emit(self._picture.seat, self.more)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_look().colour.divider)


class SeatsPanel(Card):
    menu_asked = Signal(int, object)
    need_asked = Signal(object, str)
    word_asked = Signal()
    person_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PanelHeader("", "users")
        self._this = Label("", "caption", "text_secondary")
        self._figures = tuple((Label("", "caption", "text_secondary"), Label("", "heading", weight=700)) for _ in "ab")
        self._secrets_title = Label("", "caption", "text_secondary", weight=700, icon="lock")
        self.word = SecondaryButton("", "message-square", size="small")
        self.person = SecondaryButton("", "bot", size="small")
        self.word.clicked.connect(self.word_asked)
        self.person.clicked.connect(self.person_asked)
        inner = QWidget()
        inside = column(inner, margins=(0, 0, 0, 0), gap=0)
        seats = QVBoxLayout()
        seats.setSpacing(0)
        inside.addLayout(seats)
        self._rows = Rows(seats, self._make, SeatRow.show_seat)
        inside.addLayout(self._sums())
        inside.addWidget(Divider())
        self._secrets = QVBoxLayout()
        self._secrets.setContentsMargins(14, 10, 12, 10)
        self._secrets.setSpacing(6)
        self._secrets.addWidget(self._secrets_title)
        inside.addLayout(self._secrets)
        inside.addStretch(1)
        self._secret_rows = Rows(self._secrets, self._note, Label.setText)
        self._area = Scroller(inner)
        whole = column(self, margins=(1, 1, 1, 1), gap=0)
        whole.addWidget(self._head)
        whole.addWidget(self._area, 1)
        whole.addWidget(Divider())
        foot = row(margins=(12, 9, 12, 9), gap=8)
        for button in (self.word, self.person):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        foot.addWidget(self.word, 1)
        foot.addWidget(self.person, 1)
        whole.addLayout(foot)

    def _sums(self) -> QVBoxLayout:
        sums = column(margins=(14, 10, 14, 10), gap=4)
        sums.addWidget(self._this)
        across = row(gap=10)
        for title, value in self._figures:
            pair = QVBoxLayout()
            pair.setSpacing(1)
            pair.addWidget(title)
            pair.addWidget(value)
            across.addLayout(pair, 1)
        sums.addLayout(across)
        return sums

    def _make(self) -> SeatRow:
        made = SeatRow()
        made.menu_asked.connect(self.menu_asked)
        made.need_asked.connect(self.need_asked)
        return made

    def _note(self) -> Label:
        return Label("", "caption", wraps=True)

    def show_picture(self, picture: TablePicture, secrets: Sequence[str], speech: Speech) -> None:
        say = speech.say
        self._head.set_texts(picture.title)
        self._rows.fill(picture.seats)
        for widget, seat in zip(self._rows.widgets, picture.seats, strict=True):
            widget.name_menu(say("drill-menu", department=seat.name))
        self._this.setText(picture.company_title)
        figures = ((picture.index_title, picture.index), (picture.kept_title, picture.kept))
        for (title, value), (name, figure) in zip(self._figures, figures, strict=True):
            title.setText(name)
            value.setText(figure)
        self._secrets_title.setText(say("drill-secrets"))
        self._secret_rows.fill(secrets or (say("drill-secrets-none"),))
        for button, key in ((self.word, "drill-word"), (self.person, "drill-person")):
            button.setText(say(key))

    def rows(self) -> list[SeatRow]:
        return self._rows.widgets

    def clear(self) -> None:
        self._rows.fill(())
        self._secret_rows.fill(())
        for _, value in self._figures:
            value.setText("")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
