"""Parts of an open sheet: its head, and what its answers would need of my hours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.tokens import icon_for
from sandgame.present.answer_course import TurnPicture
from sandgame.present.answering import LoadPicture, SheetPicture
from sandgame.present.pictures import Answer
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag, TurnPips
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows, drop

_ACROSS, _GAP, _LINE_GAP = 2, 14, 5


class SheetHead(QWidget):
    """Who asks whom, whose turn it is, how it was said and how clearly; the need can be restated from here."""

    def __init__(self) -> None:
        super().__init__()
        head = column(self, margins=(12, 9, 12, 9), gap=6)
        upper = row(gap=6)
        self.customer, self.provider = BadgeWidget(NOBODY, 22), BadgeWidget(NOBODY, 22)
        self.arrow = Label("", "caption", "text_secondary", icon="arrow-right")
        self.title = Label("", "label", weight=700)
        self.turn = Tag()
        for widget in (self.customer, self.arrow, self.provider, self.title):
            upper.addWidget(widget)
        upper.addStretch(1)
        upper.addWidget(self.turn)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(8)
        said = row(gap=8)
        self.channel = Label("", "caption", "text_secondary", icon="mail")
        self.clarity = Label("", "caption", "text_secondary")
        self.meter = Meter(thick=8)
        self.restate = SecondaryButton("", "repeat-2", size="small")
        for part in (self.channel, self.clarity):
            said.addWidget(part)
        said.addWidget(self.meter, 1)
        self._lower.addLayout(said, 1)
        self._lower.addWidget(self.restate)
        head.addLayout(upper)
        head.addLayout(self._lower)

    def show_sheet(self, picture: SheetPicture) -> None:
        self.customer.set_picture(picture.customer)
        self.provider.set_picture(picture.provider)
        self.title.setText(picture.title)
        for widget in (self.customer, self.arrow, self.provider, self.title):
            widget.setToolTip(picture.ends)
        self.turn.set_tag(picture.turn, picture.turn_tone)
        self.turn.setToolTip(picture.pips_tip)
        self.channel.setText(picture.channel)
        self.channel.set_icon(picture.channel_icon)
        self.clarity.setText(picture.clarity_text)
        self.clarity.setToolTip(picture.clarity_tip)
        self.meter.set_value(picture.clarity)
        self.meter.setToolTip(picture.clarity_tip)

    def show_restate(self, text: str, tip: str, name: str) -> None:
        """The button, "" for none; where its row is too narrow it stands below."""
        self.restate.setText(text)
        self.restate.setToolTip(tip)
        self.restate.setAccessibleName(name)
        self.restate.setVisible(bool(text))
        self._make_room()

    def _make_room(self) -> None:
        parts = (self.channel, self.clarity, self.restate)
        needed = sum(part.sizeHint().width() + 8 for part in parts) + self.meter.minimumWidth() + 24
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(down if self.restate.text() and needed > self.width() else across)

    def minimumSizeHint(self) -> QSize:
        """Where the button stands below it does not add to the width: else the head would keep its place wide."""
        said = sum(part.sizeHint().width() + 8 for part in (self.channel, self.clarity)) + self.meter.minimumWidth()
        upper = (self.customer, self.arrow, self.provider, self.title, self.turn)
        over = sum(part.sizeHint().width() + 6 for part in upper)
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        sides = margins.left() + margins.right()
        return QSize(max(said, over, self.restate.sizeHint().width()) + sides, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class TurnsRow(QWidget):
    """Who wants it and who gives it; who has spoken, as pips; a click opens what was said before."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=4)
        head = row(gap=8)
        self.pips = TurnPips()
        self.ends = Label("", "caption", "text_secondary", wraps=True)
        self.toggle = FlatButton("", "chevron-down", size="small")
        self.toggle.setCheckable(True)
        head.addWidget(self.pips)
        head.addWidget(self.ends, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.toggle)
        layout.addLayout(head)
        self._turns: Rows[TurnPicture, TurnLine] = Rows(layout, TurnLine, TurnLine.show_turn)
        self._shown: tuple[TurnPicture, ...] = ()
        self.toggle.toggled.connect(self._on_toggled)

    @property
    def turns(self) -> list[TurnLine]:
        return self._turns.widgets

    def show_sheet(self, picture: SheetPicture) -> None:
        self.pips.set_pips(picture.pips, picture.pips_tip)
        self.pips.setToolTip(picture.pips_tip)
        self._shown = picture.turns
        self.ends.setText(picture.ends)
        self.toggle.setToolTip(picture.turns_text)
        self.toggle.setAccessibleName(picture.turns_text)
        self.toggle.setVisible(bool(picture.turns))
        self.pips.setVisible(bool(picture.pips))
        self.show()
        self._on_toggled()

    def fold(self) -> None:
        self.toggle.setChecked(False)

    def _on_toggled(self) -> None:
        self.toggle.set_icon("chevron-up" if self.toggle.isChecked() else "chevron-down")
        self._turns.fill(self._shown if self.toggle.isChecked() else ())


class TurnLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        layout = row(self, gap=6)
        self.badge = BadgeWidget(NOBODY, 18)
        self.text = Label("", "caption", "text_secondary", wraps=True)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)

    def show_turn(self, turn: TurnPicture) -> None:
        self.badge.set_picture(turn.badge)
        self.text.setText(f"**{turn.title}**  {turn.text}")


class SendButton(PrimaryButton):
    """Sends the answers, and says how many of each there are."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[tuple[Answer, int], ...] = ()

    def set_counts(self, counts: tuple[tuple[Answer, int], ...]) -> None:
        self._counts = counts
        self._refresh()

    def _parts(self) -> list[tuple[str, float]]:
        look = current_look()
        return [*super()._parts(), *((kind, look.width(str(n), "label", 600) + 18) for kind, n in self._counts)]

    def _draw_parts(self, painter: QPainter, left: float, middle: float) -> None:
        look, ink, counts = current_look(), self.ink(), dict(self._counts)
        for name, width in self._parts():
            kind: Answer | None = next((each for each in counts if each == name), None)
            if kind is None:
                put_line_at(painter, self.text(), left, middle, look, "label", ink, 600)
            else:
                draw_icon(painter, icon_for(kind), QRectF(left, middle - 7, 14, 14), ink)
                put_line_at(painter, str(counts[kind]), left + 18, middle, look, "label", ink, 600)
            left += width + 8


class LoadBar(QWidget):
    """Through a week: hours that the answers need, and below what is free for them."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=2)
        head = row(gap=6)
        self.week = Label("", "caption", "text_secondary")
        self.text = Label("", "caption", weight=700)
        self.left = Label("", "caption", "text_secondary")
        self.bar = Meter(thick=8, framed=True)
        head.addWidget(self.week)
        head.addStretch(1)
        head.addWidget(self.text)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.left)

    def show_load(self, load: LoadPicture) -> None:
        self.week.setText(load.week)
        self.text.setText(load.text)
        self.text.set_tone("caution" if load.short else "text")
        self.left.setText(load.left)
        self.left.set_tone("caution" if load.short else "text_secondary")
        self.bar.set_value(load.needed, max(load.free, load.needed, 1), tone="caution" if load.short else "primary")
        self.setAccessibleName(f"{load.week} {load.text} {load.left}")


class LoadGrid(QWidget):
    """Two weeks a row, where they have room for their words side by side; a single week does not fill the whole row."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[LoadBar] = []
        high_as_needed(self)

    def show_loads(self, loads: tuple[LoadPicture, ...]) -> None:
        while len(self.bars) > len(loads):
            drop(self.bars.pop())
        while len(self.bars) < len(loads):
            bar = LoadBar()
            bar.setParent(self)
            self.bars.append(bar)
            bar.show()
        for bar, load in zip(self.bars, loads, strict=True):
            bar.show_load(load)
        self.setVisible(bool(loads))
        self._again()

    def _boxes(self, width: int) -> list[QRect]:
        across = _ACROSS if self._widest() * _ACROSS + _GAP <= width else 1
        wide = (width - _GAP * (across - 1)) // across
        high = max((bar.minimumSizeHint().height() for bar in self.bars), default=0)
        spots = (divmod(at, across) for at in range(len(self.bars)))
        return [QRect(place * (wide + _GAP), line * (high + _LINE_GAP), wide, high) for line, place in spots]

    def _widest(self) -> int:
        return max((bar.minimumSizeHint().width() for bar in self.bars), default=0)

    def _again(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        for bar, box in zip(self.bars, self._boxes(self.width()), strict=True):
            bar.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = self._widest() * _ACROSS + _GAP
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)
