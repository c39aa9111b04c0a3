"""Thank-you cards: whom I may thank and whom not, and the line in which I say why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.present.review import ReviewPicture, ThankChip
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look

LONGEST_REASON = 80


class FlowerDisc(QWidget):
    """The sign of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(44, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour.sand_mid)
        painter.setPen(QPen(colour.hour_neutral_lip, 1.5))
        painter.drawEllipse(QRectF(1, 1, 42, 42))
        draw_icon(painter, "flower-2", QRectF(11, 11, 22, 22), colour.hour_neutral_lip)


class ThanksCard(Card):
    """`thank_asked` with a provider and the reason given."""

    thank_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech: Speech | None = None
        self._addressee: SeatId | None = None
        self._buttons: dict[SeatId, SecondaryButton] = {}
        across = row(self, margins=(14, 12, 14, 12), gap=14)
        across.addWidget(FlowerDisc(), 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        across.addLayout(self._lines, 1)
        self._title = Label("", "label", weight=700)
        self._note = Label("", "caption", "text_secondary", wraps=True)
        self._lines.addWidget(self._title)
        self._lines.addWidget(self._note)
        self._chips = QWidget()
        self._chip_lines = column(self._chips, margins=(0, 0, 0, 0), gap=6)
        self._lines.addWidget(self._chips)
        self._writing = QWidget()
        written = column(self._writing, margins=(0, 0, 0, 0), gap=6)
        self._to = Label("", "body", weight=700)
        self._reason = TextField(longest=LONGEST_REASON)
        self._send = PrimaryButton("", "send")
        self._send.clicked.connect(self._on_send)
        self._reason.edit.returnPressed.connect(self._on_send)
        for part in (self._to, self._reason):
            written.addWidget(part)
        written.addWidget(self._send, 0, Qt.AlignmentFlag.AlignRight)
        self._lines.addWidget(self._writing)
        self._writing.hide()

    def set_picture(self, page: ReviewPicture, speech: Speech) -> None:
        say = speech.say
        self._speech = speech
        self._title.setText(page.thank_title)
        self._note.setText(page.thank_note)
        self._reason.set_texts("", page.reason_hint)
        self._send.setText(say("review-thank-send"))
        while (item := self._chip_lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons = {}
        for chip in page.thanks:
            self._chip_lines.addWidget(self._chip(chip))
        if not page.thanks:
            self._chip_lines.addWidget(Label(say("review-thank-none"), "body", "text_secondary", wraps=True))
        if self._addressee is not None and self._addressee not in self._buttons:
            self._addressee = None
            self._writing.hide()
            self._reason.set_text("")

    def _chip(self, chip: ThankChip) -> QWidget:
        """A button while the card may be sent, else what became of it or why not."""
        made = QWidget()
        line = row(made, gap=8)
        line.addWidget(BadgeWidget(chip.badge, 22))
        if chip.state == "may":
            button = SecondaryButton(chip.text, "flower-2", size="small")
            button.clicked.connect(lambda: self.choose(chip.seat))
            self._buttons[chip.seat] = button
            line.addWidget(button)
            line.addStretch(1)
        elif chip.state == "sent":
            line.addWidget(Tag(chip.text, "positive", "check"))
            line.addStretch(1)
        else:
            line.addWidget(Label(chip.text, "body", "text_secondary", wraps=True), 1)
        return made

    def may_thank(self) -> tuple[SeatId, ...]:
        return tuple(self._buttons)

    def addressee(self) -> SeatId | None:
        """Whom the card that is being written is for."""
        return self._addressee

    def reason(self) -> str:
        return self._reason.text().strip()

    def choose(self, seat: SeatId) -> None:
        """Opens the line for the reason."""
        if seat not in self._buttons or self._speech is None:
            return
        self.take_up(seat, self._reason.text())
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_up(self, seat: SeatId, reason: str) -> None:
        """The line for the reason with what is in it, without the focus."""
        if seat in self._buttons:
            self._addressee = seat
            self._to.setText(self._buttons[seat].text())
            self._reason.set_text(reason)
            self._writing.show()

    def _on_send(self) -> None:
        if self._addressee is not None:
            self.thank_asked.emit(self._addressee, self.reason())
