"""On or off: a sliding switch, and the row of title, line and switch."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.ui.kit.cards import row, stacked
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look


class Switch(QAbstractButton):
    """38×22 drawn, 28 high to hit; Space toggles."""

    def __init__(self, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=12)

    def sizeHint(self) -> QSize:
        return QSize(38, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = control_painter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.primary if self.isChecked() else colour.control_border)
        painter.drawRoundedRect(QRectF(0, 3, 38, 22), 11, 11)
        painter.setBrush(colour.on_primary if self.isChecked() else colour.surface)
        painter.drawEllipse(QPointF(27 if self.isChecked() else 11, 14), 8, 8)


class SwitchRow(QWidget):
    """A title, a plain line below it, and the switch at the right."""

    def __init__(self, title: str = "", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch()
        self.title = Label(title, "bodyLarge", wraps=True)
        self.line = Label(line, "caption", "text_secondary", wraps=True)
        across = row(self, margins=(0, 6, 0, 6), gap=12)
        words = stacked(self.title, self.line)
        across.addLayout(words, 1)
        across.addWidget(self.switch)
        self.set_texts(title, line)

    def set_texts(self, title: str, line: str = "") -> None:
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.switch.setAccessibleName(title)
        self.switch.setAccessibleDescription(line)
