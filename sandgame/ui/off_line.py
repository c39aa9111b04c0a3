"""While the line is down: the stand-in's plan over the dock, what is unsent, a veil on the board, send buttons off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QGraphicsColorizeEffect, QHBoxLayout, QVBoxLayout, QWidget

from sandgame.present.off_line import StandInPlan, UnsentList, UnsentPicture
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller

_PART = 0.42
"""A note takes no more of its zone than this; where that is too little, it says less."""
_LEAST = 300
"""What a page's own panel needs; where that is not left, the banner alone says why nothing can be sent."""
_SIDE_BY_SIDE = 2
_DRAINED = 0.4
"""How much of its colour a board loses that is not the present any more."""
_SENDING = ("accept_all", "agree", "apologise", "claim_button", "no", "propose", "refuse", "release", "send", "share")
"""Names of buttons on the pages' panels that send something, though they are not the panel's first."""


class Shy(Card):
    """A note beside a zone; there only while it has something to say and its zone is in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._says = False
        self._allowed = True
        self.hide()

    def say(self, says: bool) -> None:
        self._says = says
        self.setVisible(says and self._allowed)

    def allow(self, allowed: bool) -> None:
        self._allowed = allowed
        self.setVisible(self._says and allowed)

    def height_for(self, width: int, room: int) -> int:
        """What it takes of a zone of this height; 0: there is no room for it."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0


class StandInCard(Shy):
    """When the stand-in sits in, what it would do and leave, and why nothing can be sent till then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", "label", weight=700, wraps=True, icon="bot")
        self.line = Label("", "body", wraps=True)
        self._more = QWidget()
        self.does = [Label("", "body", wraps=True, icon="check", icon_tone="positive") for _ in range(2)]
        self.leaves = Label("", "body", wraps=True, icon="x", icon_tone="text_secondary")
        self.why = Label("", "body", "caution", wraps=True, icon="wifi-off", icon_tone="caution")
        more = column(self._more, margins=(0, 0, 0, 0), gap=4)
        for label in (self.line, *self.does, self.leaves):
            more.addWidget(label)
        inside = column(self, margins=(12, 9, 12, 10), gap=6)
        inside.addWidget(self.title)
        inside.addWidget(self._more)
        self._divider = Divider()
        inside.addWidget(self._divider)
        inside.addWidget(self.why)

    def show_plan(self, plan: StandInPlan | None) -> None:
        if plan is not None:
            self.title.setText(plan.title)
            self.line.setText(plan.line)
            for label, text in zip(self.does, plan.does, strict=True):
                label.setText(text)
            self.leaves.setText(plan.leaves)
            self.why.setText(plan.why)
            self.setAccessibleName(f"{plan.title} {plan.line} {plan.why}")
        self.say(plan is not None)

    def height_for(self, width: int, room: int) -> int:
        heads, more = (self.title,), (self.line, *self.does, self.leaves)
        inner, most = width - 24, round(room * _PART)
        # reckoned by hand: a layout's own figure lags behind what was hidden just now
        needed = 19 + self.why.heightForWidth(inner)
        headed = needed + 13 + _high(heads, inner)
        whole = headed + 6 + _high(more, inner) + 4 * (len(more) - 1)
        self.title.setVisible(headed <= most)
        self._divider.setVisible(headed <= most)
        self._more.setVisible(whole <= most)
        if room - needed < _LEAST:
            return 0
        return next((high for high in (whole, headed) if high <= most), needed)


def _high(labels: Sequence[Label], width: int) -> int:
    return sum(label.heightForWidth(width) for label in labels)


class _Unsent(Card):
    def __init__(self) -> None:
        super().__init__(dashed=True, corner=8)
        self.title = Label("", "body", weight=700, wraps=True, icon="pencil", icon_tone="caution")
        self.line = Label("", "body", "text_secondary", wraps=True)
        self.go = SecondaryButton("", size="small")
        self.picture: UnsentPicture | None = None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        across = row(self, margins=(10, 5, 8, 5), gap=8)
        across.addLayout(words, 1)
        across.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_unsent(self, picture: UnsentPicture, go: str) -> None:
        self.picture = picture
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.go.setText(go)
        self.go.setAccessibleName(f"{go}: {picture.spoken}")


class UnsentCards(Shy):
    """What is written and not sent. Each card leads to its place; it is sent there, by hand."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Label("", "label", weight=700)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.close_button = FlatButton("", "x")
        self._go = ""
        inner = QWidget()
        self._columns: list[QVBoxLayout] = []
        across = QHBoxLayout(inner)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        self._rows: list[Rows[UnsentPicture, _Unsent]] = []
        for _ in range(_SIDE_BY_SIDE):
            lines = QVBoxLayout()
            lines.setSpacing(6)
            lines.addStretch(1)
            across.addLayout(lines, 1)
            self._rows.append(Rows(lines, self._make, self._show))
        head = row(gap=8)
        head.addWidget(self.title)
        head.addWidget(self.line, 1)
        head.addWidget(self.close_button)
        inside = column(self, margins=(14, 6, 10, 10), gap=6)
        inside.addLayout(head)
        self._inner = inner
        self._scroller = Scroller(inner)
        inside.addWidget(self._scroller, 1)
        self.close_button.clicked.connect(self.closed)

    @property
    def cards(self) -> list[_Unsent]:
        return [card for rows in self._rows for card in rows.widgets]

    def show_list(self, picture: UnsentList | None, close: str) -> None:
        if picture is not None:
            self._go = picture.go
            self.title.setText(picture.title)
            self.line.setText(picture.line)
            self.close_button.setAccessibleName(close)
            self.close_button.setToolTip(close)
            for place, rows in enumerate(self._rows):
                rows.fill(picture.cards[place::_SIDE_BY_SIDE])
        self.close_button.setVisible(bool(close))
        self.say(picture is not None)

    def height_for(self, width: int, room: int) -> int:
        head = max(self.close_button.sizeHint().height(), self.line.heightForWidth(max(100, width - 240)))
        layout = self._inner.layout()
        rows = layout.totalHeightForWidth(width - 24) if layout is not None else 0
        return min(head + rows + 24, room // 3)

    def _make(self) -> _Unsent:
        made = _Unsent()
        made.go.clicked.connect(partial(self._on_go, made))
        return made

    def _show(self, card: _Unsent, picture: UnsentPicture) -> None:
        card.show_unsent(picture, self._go)

    def _on_go(self, card: _Unsent) -> None:
        if card.picture is not None:
            self.asked.emit(card.picture)


class BoardVeil(Card):
    """A board that is not the present any more: less colour, and the time at which it stopped."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board, corner=17)
        self._board = board
        self.label = Label("", "body", icon="history")
        row(self, margins=(16, 7, 16, 7)).addWidget(self.label)
        self.setProperty("floats", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        effect = QGraphicsColorizeEffect(board)
        effect.setColor(QColor("black"))
        effect.setStrength(_DRAINED)
        board.setGraphicsEffect(effect)
        self.hide()

    @staticmethod
    def over(centre: QWidget) -> BoardVeil | None:
        board = next((each for each in centre.findChildren(BoardWidget) if each.isVisible()), None)
        return BoardVeil(board) if board is not None else None

    def say(self, text: str) -> None:
        self.label.setText(text)
        self.adjustSize()
        self.move((self._board.width() - self.width()) // 2, 12)
        self.show()
        self.raise_()

    def lift(self) -> None:
        self._board.setGraphicsEffect(None)  # type: ignore[arg-type]
        self.hide()
        self.deleteLater()


class SendLock(QObject):
    """Keeps the buttons off that send, whatever the pages say of them meanwhile, and gives the reason with each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: dict[QAbstractButton, tuple[bool, str]] = {}
        """Whether its page wants it on, and the tip it had."""

    def hold(self, zones: tuple[QWidget | None, ...], why: str) -> None:
        for button in (each for zone in zones if zone is not None for each in _senders(zone)):
            if button in self._held:
                continue
            self._held[button] = not button.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled), button.toolTip()
            button.setEnabled(False)
            button.setToolTip(why)
            button.setAccessibleDescription(why)
            button.installEventFilter(self)

    def release(self) -> None:
        held, self._held = self._held, {}
        for button, (wanted, tip) in held.items():
            if shiboken6.isValid(button):
                button.removeEventFilter(self)
                button.setToolTip(tip)
                button.setAccessibleDescription("")
                button.setEnabled(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QAbstractButton):
            on = not watched.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
            if on and watched in self._held:
                self._held[watched] = True, self._held[watched][1]
                watched.setEnabled(False)
        return False


def _senders(zone: QWidget) -> list[QAbstractButton]:
    named = [getattr(panel, name, None) for panel in (zone, *zone.findChildren(QWidget)) for name in _SENDING]
    found = [button for button in named if isinstance(button, SecondaryButton | PrimaryButton)]
    return [*{id(button): button for button in (*zone.findChildren(PrimaryButton), *found)}.values()]
