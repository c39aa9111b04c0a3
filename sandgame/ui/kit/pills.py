"""One of a few as pills that wrap to the width: causes, giver and taker, tables."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.lettering import put_line_at
from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed, current_look

_GAP = 8


class Pill(QAbstractButton, Themed):
    """28 high, round; a badge may stand before the word."""

    def __init__(self, text: str, badge: BadgePicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = badge
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=14)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        lead = 22 if self._badge is not None else 0
        return QSize(round(look.width(self.text(), "body", 600) + 26 + lead), round(look.scaled(28)))

    def minimumSizeHint(self) -> QSize:
        # its round ends give way before its word does
        hint = self.sizeHint()
        return QSize(hint.width() - 14, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = control_painter(self)
        on = self.isChecked()
        painter.setBrush(colour.primary if on else colour.surface_subtle if self.underMouse() else colour.surface)
        painter.setPen(QPen(colour.primary if on else colour.control_border, 1))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), half - 0.5, half - 0.5)
        lead = 22 if self._badge is not None else 0
        left = (self.width() - look.width(self.text(), "body", 600 if on else 400) - lead) / 2
        if self._badge is not None:
            draw_badge(painter, self._badge, QRectF(left, half - 9, 18, 18), look)
        ink = colour.on_primary if on else colour.text
        put_line_at(painter, self.text(), left + lead, half, look, "body", ink, 600 if on else 400)


class PillChoice(QWidget):
    """Nothing is chosen at first; arrows move, Space chooses."""

    chosen_changed = Signal(int)

    def __init__(self, options: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen_changed)
        high_as_needed(self)
        self._said: tuple[tuple[str, ...], tuple[BadgePicture, ...]] | None = None
        self.set_options(options)

    def set_options(self, options: Sequence[str], badges: Sequence[BadgePicture] = ()) -> None:
        said = (tuple(options), tuple(badges))
        if said != self._said:
            self._said = said
            self._make(options, badges)
        self.updateGeometry()
        self._arrange(self.width())

    def _make(self, options: Sequence[str], badges: Sequence[BadgePicture]) -> None:
        """The focus stays at its place: a widget that is taken away would give it to whatever comes next."""
        chosen = self._group.checkedId()
        held = next((self._group.id(button) for button in self._group.buttons() if button.hasFocus()), -1)
        old = self._group.buttons()
        for button in old:
            self._group.removeButton(button)
        for number, text in enumerate(options):
            pill = Pill(text, badges[number] if badges else None, self)
            self._group.addButton(pill, number)
            pill.setChecked(number == chosen)
            pill.show()
            if number == held:
                pill.setFocus()
        for button in old:
            button.hide()
            button.deleteLater()

    def chosen(self) -> int:
        """The place of the chosen one, -1 = none."""
        return self._group.checkedId()

    def set_chosen(self, chosen: int) -> None:
        """Without a signal."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == chosen)
        self._group.setExclusive(True)

    def _boxes(self, width: int) -> list[QRect]:
        left, top = 0, 0
        boxes = []
        for button in self._group.buttons():
            hint = button.sizeHint()
            size = QSize(max(button.minimumSizeHint().width(), min(hint.width(), width)), hint.height())
            if left > 0 and left + size.width() > width:
                left, top = 0, top + size.height() + _GAP
            boxes.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + _GAP
        return boxes

    def _arrange(self, width: int) -> None:
        for button, box in zip(self._group.buttons(), self._boxes(width), strict=True):
            button.setGeometry(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=28)

    def sizeHint(self) -> QSize:
        boxes = self._boxes(100_000)
        wide = boxes[-1].right() + 1 if boxes else 40
        return QSize(min(wide, 520), self.heightForWidth(min(wide, 520)))

    def minimumSizeHint(self) -> QSize:
        widest = max((button.minimumSizeHint().width() for button in self._group.buttons()), default=40)
        return QSize(widest, 28)
