"""The strip of outside orders below the board: a card an order, its options as radio rows, what is covered as a bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.orders import CoverPicture, OptionPicture, OrderPicture, OrdersPicture
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.tag import Meter, Tag
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import drop
from sandgame.ui.scrolls import Scroll

_WIDE = 400
_TITLE, _TITLE_ZH = 11, 86
"""How many letters, and how many px of Chinese, a card's title has on a line at least."""
_BESIDE, _BELOW = 8, 4
_LEAST, _ALL = 132, 10_000
"""How much of the list is shown at least, px: what stands on a card before its options; and all of it."""


class CoverBar(QWidget):
    """In stock, promised, lacking: one bar and two short texts."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=3)
        self.bar = Meter(thick=10, framed=True)
        self.have = Label("", "caption", "text_secondary", wraps=True)
        self.lack = Label("", "caption", weight=600)
        words = row(gap=6)
        words.addWidget(self.have, 1)
        words.addWidget(self.lack, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.bar)
        layout.addLayout(words)

    def show_cover(self, cover: CoverPicture) -> None:
        whole = cover.stock + cover.promised + cover.lacking
        self.bar.set_parts([(cover.stock, "hour_neutral"), (cover.promised, cover.slot)], max(1, whole))
        self.have.setText(cover.text)
        self.lack.setText(cover.lacking_text)
        self.lack.set_tone(cover.tone)
        self.setAccessibleName(f"{cover.text}, {cover.lacking_text}")


class OrderHead(QWidget):
    """Title and state side by side; the state below where it would not leave the title the width of its words."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "body", weight=700, wraps=True)
        self.state = Tag()
        for part in (self.title, self.state):
            part.setParent(self)
        high_as_needed(self)

    def _word(self) -> int:
        """The narrowest that the title can be set in."""
        look = current_look()
        words = [look.width(word, "body", 700) for word in self.title.text().split() if word.isascii()]
        return round(max(look.width("0" * _TITLE, "body", 700), *words) if words else look.scaled(_TITLE_ZH)) + 1

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        state = self.state.sizeHint()
        room = width - _BESIDE - state.width()
        if room >= self._word():
            high = self.title.heightForWidth(room)
            return QRect(0, 0, room, high), QRect(QPoint(room + _BESIDE, 0), state)
        high = self.title.heightForWidth(width)
        return QRect(0, 0, width, high), QRect(QPoint(0, high + _BELOW), state)

    def _place(self) -> None:
        for part, box in zip((self.title, self.state), self._boxes(self.width()), strict=True):
            part.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(box.bottom() + 1 for box in self._boxes(width))

    def sizeHint(self) -> QSize:
        wide = self.title.sizeHint().width() + _BESIDE + self.state.sizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._word(), self.state.sizeHint().width()), self.state.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)


class OrderCard(Card):
    choice_changed = Signal(int, int)
    settle_asked = Signal(int)
    share_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._order = 0
        self._share_text = ""
        self._options: list[tuple[OptionPicture, RadioCard]] = []
        layout = column(self, margins=(12, 10, 12, 10), gap=6)
        self._head = OrderHead()
        self.title, self.state = self._head.title, self._head.state
        layout.addWidget(self._head)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        layout.addWidget(self.line)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(5)
        layout.addLayout(self.choices)
        foot = row(gap=12)
        self.cover = CoverBar()
        self.settle = PrimaryButton(size="small")
        self.share = FlatButton("", "share-2", size="small")
        foot.addWidget(self.cover, 1)
        foot.addWidget(self.share, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(foot)
        self.fault = FaultLine()
        layout.addWidget(self.fault)
        self.settle.clicked.connect(self._on_settle)
        self.share.clicked.connect(self._on_share)

    @property
    def order(self) -> int:
        return self._order

    @property
    def options(self) -> list[RadioCard]:
        return [card for _, card in self._options]

    def show_order(self, picture: OrderPicture) -> None:
        if picture.order != self._order:
            self.fault.set_fault("")
        self._order = picture.order
        self.title.setText(picture.title)
        self.title.set_tone("text_secondary" if picture.muted else "text")
        self.line.setText(picture.line)
        self.state.set_tag(picture.state, picture.tone, picture.state_icon)
        self._show_options(picture)
        if picture.cover is not None:
            self.cover.show_cover(picture.cover)
        self.cover.setVisible(picture.cover is not None)
        self.settle.setText(picture.settle)
        self.settle.setVisible(bool(picture.settle))
        self.share.setToolTip(picture.share)
        self.share.setAccessibleName(f"{picture.share} {picture.title}")
        self._set_share(picture.share if picture.settle else "")
        self.share.setVisible(bool(picture.share))
        self.settle.setEnabled(picture.choice is not None)
        self.set_dashed(picture.muted)
        self.set_ground("subtle" if picture.muted else "surface")
        self.setAccessibleName(picture.spoken)

    def _show_options(self, picture: OrderPicture) -> None:
        """Cards are kept where they are; a new one counts at once, not only in the next turn of the loop."""
        while len(self._options) > len(picture.options):
            drop(self._options.pop()[1])
        for at, option in enumerate(picture.options):
            if at == len(self._options):
                card = RadioCard(mark="left")
                card.setAutoExclusive(False)
                card.clicked.connect(partial(self._on_choice, at))
                self.choices.addWidget(card)
                card.show()
                self._options.append((option, card))
            card = self._options[at][1]
            self._options[at] = (option, card)
            card.set_texts(option.text, value=option.price)
            card.setEnabled(bool(picture.settle))
            card.setChecked(option.choice == picture.choice)

    def _on_choice(self, at: int) -> None:
        self.choice_changed.emit(self._order, self._options[at][0].choice)

    def _set_share(self, text: str) -> None:
        """In words only on a card that is wide enough for them beside all else."""
        self._share_text = text
        self.share.setText(text if self.width() >= current_look().scaled(_WIDE) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_share(self._share_text)

    def _on_settle(self) -> None:
        self.settle_asked.emit(self._order)

    def _on_share(self) -> None:
        self.share_asked.emit(self._order)


class OrdersPanel(Card):
    """Cards in as many columns as fit; the list scrolls, title and foot stay."""

    choice_changed = Signal(int, int)
    settle_asked = Signal(int)
    share_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(corner=12)
        layout = column(self, margins=(14, 10, 4, 8), gap=6)
        head = row(margins=(0, 0, 10, 0), gap=10)
        self.title = Label("", "label", weight=700)
        self.note = Label("", "caption", "text_secondary", wraps=True)
        self.foot = Label("", "caption", "text_secondary", wraps=True, icon="info")
        head.addWidget(self.title)
        head.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.foot, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        self._head = head
        self.area = Scroll(fits=True, margins=(0, 0, 8, 2), least=_LEAST)
        across = row(gap=10)
        self._open, self._settled = QVBoxLayout(), QVBoxLayout()
        for side in (self._open, self._settled):
            side.setSpacing(8)
            side.addStretch(1)
        across.addLayout(self._open, 3)
        across.addLayout(self._settled, 2)
        self._across = across
        self.area.column.addLayout(across)
        layout.addWidget(self.area, 1)
        self.cards: list[OrderCard] = []
        self._whole = False
        self._arranged: tuple[list[OrderCard], list[OrderCard]] = ([], [])

    def hasHeightForWidth(self) -> bool:
        # else the whole list would count as the least that the panel can do with, and it would lie on the board
        return False

    def sizeHint(self) -> QSize:
        return self._high(self.area.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._high(self.area.minimumSizeHint())

    def set_whole(self, whole: bool) -> None:
        """On a page that scrolls the list stands there with all its cards."""
        if whole != self._whole:
            self._whole = whole
            self.area.set_least(_ALL if whole else _LEAST)
            self.updateGeometry()

    def least_height(self) -> int:
        """With the list folded to its first lines."""
        area = self.area.minimumSizeHint()
        return self._high(QSize(area.width(), min(_LEAST, self.area.sizeHint().height()))).height()

    def _high(self, area: QSize) -> QSize:
        """The head at the width there is, and this much of the list."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        inner = max(self.width() - margins.left() - margins.right(), 1)
        high = margins.top() + self._head.totalHeightForWidth(inner) + layout.spacing() + area.height()
        return QSize(layout.totalMinimumSize().width(), high + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_orders(self, picture: OrdersPicture) -> None:
        self.title.setText(picture.title)
        self.note.setText(picture.note)
        self.note.setVisible(bool(picture.note))
        self.foot.setText(picture.foot)
        while len(self.cards) > len(picture.cards):
            drop(self.cards.pop())
        while len(self.cards) < len(picture.cards):
            card = OrderCard()
            card.choice_changed.connect(self.choice_changed)
            card.settle_asked.connect(self.settle_asked)
            card.share_asked.connect(self.share_asked)
            self.cards.append(card)
        for card, order in zip(self.cards, picture.cards, strict=True):
            card.show_order(order)
        self._arrange(picture)

    def focus_first(self) -> None:
        """The first option that can be chosen."""
        for card in self.cards:
            if card.options and card.options[0].isEnabled():
                card.options[0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def first_open(self) -> OrderCard | None:
        """The first card that waits for a choice."""
        return next((card for card in self.cards if not card.settle.isHidden()), None)

    def card(self, order: int) -> OrderCard | None:
        return next((card for card in self.cards if card.order == order), None)

    def _arrange(self, picture: OrdersPicture) -> None:
        """What is to be decided stands left and large; the rest beside it, or in both columns if nothing is."""
        to_decide = [card for card, order in zip(self.cards, picture.cards, strict=True) if order.settle]
        others = [card for card in self.cards if card not in to_decide]
        if (to_decide, others) == self._arranged:
            return
        self._arranged = (to_decide, others)
        if to_decide and others:
            left, right = to_decide, others
        else:
            half = (len(self.cards) + 1) // 2
            left, right = self.cards[:half], self.cards[half:]
        for side, cards in ((self._open, left), (self._settled, right)):
            for card in self.cards:
                side.removeWidget(card)
            for number, card in enumerate(cards):
                side.insertWidget(number, card)
                card.show()
        uneven = bool(to_decide and others)
        self._across.setStretch(0, 3 if uneven else 1)
        self._across.setStretch(1, 2 if uneven else 1 if right else 0)
