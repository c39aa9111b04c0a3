"""Thank-you cards: whom I may thank and whom not, and the line in which I say why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.present.pictures import BadgePicture
from sandgame.present.review import MOST_THANKS, ReviewPicture, ThankChip
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look

LONGEST_REASON = 80
_ROOM = 520


class FlowerDisc(QWidget):
    """A card as a disc; once it was sent it wears the badge of whoever got it."""

    def __init__(self, receiver: BadgePicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receiver = receiver
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(50, 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour.sand_mid)
        painter.setPen(QPen(colour.hour_neutral_lip, 2 if self._receiver is not None else 1.2))
        painter.drawEllipse(QRectF(1, 1, 42, 42))
        draw_icon(painter, "flower-2", QRectF(11, 11, 22, 22), colour.hour_neutral_lip)
        if self._receiver is not None:
            draw_badge(painter, self._receiver, QRectF(28, 26, 20, 20), look)


class ThanksCard(Card):
    """A tap on a provider thanks it, a second one takes that back; `cards` go out with the review, and by `thank_asked`
    one goes at once, with the reason given."""

    thank_asked = Signal(int, str)
    written = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech: Speech | None = None
        self._addressee: SeatId | None = None
        self._cards: dict[SeatId, str] = {}
        """Reasons of those that are to go out."""
        self._left = 0
        self._shown: tuple[object, ...] = ()
        self._buttons: dict[SeatId, SecondaryButton] = {}
        across = row(self, margins=(14, 12, 14, 12), gap=14)
        self._discs = QWidget()
        self._disc_row = row(self._discs, gap=2)
        across.addWidget(self._discs, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        across.addLayout(self._lines, 1)
        self._title = Label("", "label", weight=700)
        self._note = Label("", "caption", "text_secondary", wraps=True)
        self._note.setContentsMargins(0, 2, 0, 0)
        self._head = row(gap=10)
        self._head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._note, 1)
        self._lines.addLayout(self._head)
        self._chips = Flow()
        self._lines.addWidget(self._chips)
        self._writing = QWidget()
        written = column(self._writing, margins=(0, 0, 0, 0), gap=6)
        self._to = Label("", "body", weight=700)
        self._reason = TextField(longest=LONGEST_REASON)
        self._send = PrimaryButton("", "send")
        self._send.clicked.connect(self._on_send)
        self._reason.edit.returnPressed.connect(self._on_send)
        self._reason.edit.textEdited.connect(self.written)
        for part in (self._to, self._reason):
            written.addWidget(part)
        written.addWidget(self._send, 0, Qt.AlignmentFlag.AlignRight)
        self._lines.addWidget(self._writing)
        self._lines.addStretch(1)
        self._writing.hide()

    def set_picture(self, page: ReviewPicture, speech: Speech) -> None:
        say = speech.say
        self._speech = speech
        self._title.setText(page.thank_title)
        self._note.setText(page.thank_note)
        self._reason.set_texts("", page.reason_hint)
        self._send.setText(say("review-thank-send"))
        if self._shown != (page.thanks, speech.language):
            self._shown = (page.thanks, speech.language)
            self._show_chips(page.thanks, say("review-thank-none"))
        self._left = MOST_THANKS - sum(chip.state == "sent" for chip in page.thanks)
        for seat in [seat for seat in self._cards if seat not in self._buttons]:
            self._drop(seat)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside a single provider there is no room for title and note in one line."""
        super().resizeEvent(event)
        beside = event.size().width() > current_look().scaled(_ROOM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._head.direction() != direction:
            self._head.setDirection(direction)
            self._head.setSpacing(10 if beside else 2)

    def _show_chips(self, chips: tuple[ThankChip, ...], none: str) -> None:
        self._buttons = {}
        made = [self._chip(chip) for chip in chips]
        self._chips.fill(made or [Label(none, "body", "text_secondary", wraps=True)])
        while (item := self._disc_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        sent = [chip.badge for chip in chips if chip.state == "sent"]
        for disc in [FlowerDisc(receiver) for receiver in sent] or [FlowerDisc()]:
            self._disc_row.addWidget(disc)

    def _chip(self, chip: ThankChip) -> QWidget:
        """A button while the card may be sent, else what became of it or why not."""
        if chip.state == "may":
            button = SecondaryButton(chip.text, "flower-2", size="small")
            button.setCheckable(True)
            button.clicked.connect(lambda: self.choose(chip.seat))
            self._buttons[chip.seat] = button
            return button
        if chip.state == "sent":
            return Tag(chip.text, "positive", "check")
        made = Card(dashed=True, ground="none", corner=11)
        line = row(made, margins=(6, 2, 10, 2), gap=6)
        line.addWidget(BadgeWidget(chip.badge, 18))
        line.addWidget(Label(chip.text, "caption", "text_secondary", wraps=True), 1)
        return made

    def may_thank(self) -> tuple[SeatId, ...]:
        return tuple(self._buttons)

    def reason(self) -> str:
        return self._reason.text().strip()

    def cards(self) -> dict[SeatId, str]:
        """All that are to go out, each with its reason."""
        if self._addressee is not None:
            self._cards[self._addressee] = self.reason()
        return dict(self._cards)

    def choose(self, seat: SeatId) -> None:
        """Thanks it and opens the line for the reason; the second time takes it back."""
        if seat not in self._buttons or self._speech is None:
            return
        if seat in self._cards:
            self._drop(seat)
        elif len(self._cards) < self._left:
            self.take_up(seat, "")
            self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()
        self.written.emit()

    def take_up(self, seat: SeatId, reason: str) -> None:
        """The line for the reason with what is in it, without the focus."""
        if seat in self._buttons:
            self._cards = self.cards() | {seat: reason}
            self._addressee = seat
            self._reason.set_text(reason)
            self._show_chosen()

    def _drop(self, seat: SeatId) -> None:
        self._cards = {each: reason for each, reason in self.cards().items() if each != seat}
        if self._addressee == seat:
            self._addressee = next(reversed(self._cards), None)
            self._reason.set_text(self._cards.get(self._addressee, "") if self._addressee is not None else "")

    def _show_chosen(self) -> None:
        for seat, button in self._buttons.items():
            button.setChecked(seat in self._cards)
            button.setEnabled(seat in self._cards or len(self._cards) < self._left)
        if self._addressee is not None and self._speech is not None:
            self._to.setText(f"{self._buttons[self._addressee].text()} · {self._speech.say('review-thank-goes')}")
        self._writing.setVisible(self._addressee is not None)

    def _on_send(self) -> None:
        """At once; what is not sent so goes out with the review."""
        if self._addressee is not None:
            self.thank_asked.emit(self._addressee, self.reason())
