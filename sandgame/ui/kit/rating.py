"""Ratings of one to five: discs with digits, a row each, and the row that sets all at once."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

Fit = Literal["wide", "tight", "stacked"]
"""How a row takes its place: words beside the discs, the same with smaller words and gaps, or words above the discs."""
FITS: tuple[Fit, ...] = ("wide", "tight", "stacked")
_GAP: dict[Fit, float] = {"wide": 5, "tight": 4, "stacked": 4}
_LEAD: dict[Fit, float] = {"wide": 8, "tight": 4, "stacked": 0}
_WIDEST_PITCH = 42


class RatingRow(QWidget, Themed):
    """A label and discs; keys 1..5, arrows, Delete for none. Value 0 = not rated."""

    value_changed = Signal(int)

    def __init__(self, label: str = "", count: int = 5, parent: QWidget | None = None, *, disc: int = 28) -> None:
        super().__init__(parent)
        self._label, self._count, self._disc, self._value = label, count, disc, 0
        self._label_weight = 400
        self._fit: Fit = "wide"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        set_ring(self, corner=10)

    def set_label(self, label: str) -> None:
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Without a signal; 0 = none."""
        self._value = min(max(value, 0), self._count)
        self.setAccessibleDescription(str(self._value) if self._value else "")
        self.update()

    def choose(self, value: int) -> None:
        """As by the user."""
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(self._value)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self.updateGeometry()
        self.update()

    def needed(self, fit: Fit) -> int:
        """The width that it takes in this way."""
        words = self._words_width(fit)
        discs = self._discs_width(_GAP[fit])
        across = max(words, discs) if fit == "stacked" else words + _LEAD[fit] + discs
        return round(across + 2 * self._inset() + 0.5)

    def _words_width(self, fit: Fit) -> float:
        return current_look().width(self._label, self._role(fit), self._label_weight)

    def _role(self, fit: Fit) -> str:
        return "caption" if fit == "tight" and self._label_weight < 600 else "body"

    def _discs_width(self, gap: float) -> float:
        return self._count * self._disc + (self._count - 1) * gap

    def _gap(self) -> float:
        """Stacked discs spread over the width that there is."""
        if self._fit != "stacked":
            return _GAP[self._fit]
        room = (self.width() - 2 * self._inset() - self._count * self._disc) / max(1, self._count - 1)
        return min(max(room, _GAP["stacked"]), _WIDEST_PITCH - self._disc)

    def _inset(self) -> float:
        return 5.0

    def _middle(self) -> float:
        """Where the discs stand."""
        if self._fit != "stacked":
            return self.height() / 2
        return self.height() - self._disc / 2 - self._border()

    def _border(self) -> float:
        return 1.0

    def _disc_box(self, number: int) -> QRectF:
        gap = self._gap()
        begin = self._inset() if self._fit == "stacked" else self.width() - self._inset() - self._discs_width(gap)
        return QRectF(
            begin + (number - 1) * (self._disc + gap), self._middle() - self._disc / 2, self._disc, self._disc
        )

    def sizeHint(self) -> QSize:
        look = current_look()
        if self._fit == "stacked":
            high = look.line("body") + 2 + self._disc + 2 * self._border()
        else:
            high = max(self._disc + 2 * self._border(), look.scaled(30))
        return QSize(self.needed(self._fit), round(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.needed(fit) for fit in FITS), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0.value
        if 1 <= digit <= self._count:
            self.choose(digit)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self.choose(min(self._count, self._value + 1))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.choose(max(1, self._value - 1))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(1, self._count + 1):
            if self._disc_box(number).adjusted(-2, -2, 2, 2).contains(event.position()):
                self.choose(number)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stacked = self._fit == "stacked"
        middle = self._border() + look.line("body") / 2 if stacked else self.height() / 2
        label_ink = colour.text if self._label_weight >= 600 else colour.text_secondary
        role = self._role(self._fit)
        put_line_at(painter, self._label, self._inset(), middle, look, role, label_ink, self._label_weight)
        for number in range(1, self._count + 1):
            box = self._disc_box(number).adjusted(0.5, 0.5, -0.5, -0.5)
            ink = colour.text_secondary
            painter.setPen(Qt.PenStyle.NoPen)
            if number == self._value:
                painter.setBrush(colour.primary)
                ink = colour.on_primary
            elif number < self._value:
                painter.setBrush(colour.info_bg)
                ink = colour.primary
            else:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour.control_border, 1))
            painter.drawEllipse(box)
            put_line(painter, str(number), box, look, "body", ink, align=CENTRE, weight=600)


class AllThree(RatingRow):
    """Sets all bound rows at once; shows a value only while they are equal."""

    def __init__(self, label: str = "", rows: Sequence[RatingRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent, disc=27)
        self._label_weight = 700
        self._rows: list[RatingRow] = []
        self.value_changed.connect(self._on_set_all)
        self.bind(rows)

    def bind(self, rows: Sequence[RatingRow]) -> None:
        self._rows = list(rows)
        for each in self._rows:
            each.value_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Looks at the rows again (after they were set from outside)."""
        values = {each.value() for each in self._rows}
        self.set_value(values.pop() if len(values) == 1 else 0)

    def _on_set_all(self, value: int) -> None:
        for each in self._rows:
            each.choose(value)
        self.refresh()

    def _border(self) -> float:
        return 5.5

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour.sand_mid)
        painter.setPen(QPen(colour.sand_border, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()
        super().paintEvent(event)
