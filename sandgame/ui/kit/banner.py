"""A band under the now bar: line down, paused, version differs; icon, bold line, plain line, a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, row, stacked
from sandgame.ui.kit.labels import Icon, Label


class Banner(Card):
    """Hidden until `set_texts` gives it something to say."""

    def __init__(self, icon: str = "wifi-off", parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="caution", corner=8)
        across = row(self, margins=(12, 8, 12, 8), gap=12)
        self._icon = Icon(icon, 18, "caution")
        self.title = Label("", "body", "caution", weight=700, wraps=True)
        self.line = Label("", "caption", "caution", wraps=True)
        self.button = SecondaryButton(size="small")
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(stacked(self.title, self.line), 1)
        across.addWidget(self.button)
        self.set_texts("")

    def set_texts(self, title: str, line: str = "", button: str = "") -> None:
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(title))
