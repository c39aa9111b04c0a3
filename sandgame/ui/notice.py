"""Before one sits down: what is kept, why, who sees it, for how long; and whether one wants to be scored."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.sand import sand_pixmap
from sandgame.present.class_waiting import notice
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.check_box import CheckBox
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.scroller import Scroller

_WIDE = 700


class OnSand(QWidget):
    """A card in the middle of bare sand; where it is taller than the window, it scrolls."""

    def __init__(self, parent: QWidget | None = None, wide: int = _WIDE) -> None:
        super().__init__(parent)
        self.card = Card(corner=12)
        self.card.setMaximumWidth(wide)
        inner = QWidget()
        around = column(inner, margins=(24, 20, 24, 20), gap=0)
        around.addStretch(1)
        across = row()
        across.addStretch(1)
        across.addWidget(self.card, 100)
        across.addStretch(1)
        around.addLayout(across)
        around.addStretch(1)
        outer = column(self, margins=(0, 0, 0, 0))
        outer.addWidget(Scroller(inner))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), current_look()))


class NoticeScreen(OnSand):
    go_asked = Signal(bool)
    """Whether to be scored."""
    back_asked = Signal()
    language_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="heading", weight=700, wraps=True)
        self.language = FlatButton("", "languages")
        self._items: list[tuple[Icon, Label, Label]] = []
        self.box = CheckBox()
        self.unscored = Label(role="label", weight=700, wraps=True)
        self.unscored_line = Label(role="body", tone="text_secondary", wraps=True)
        self.back = SecondaryButton("", "arrow-left")
        self.go = PrimaryButton("", "check")
        self.go.set_key("F9")
        inside = column(self.card, margins=(28, 20, 28, 22), gap=0)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addSpacing(12)
        for _ in range(4):
            inside.addLayout(self._item())
            inside.addSpacing(12)
        inside.addWidget(Divider())
        inside.addSpacing(12)
        choice = row(gap=10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.unscored)
        words.addWidget(self.unscored_line)
        choice.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        choice.addLayout(words, 1)
        inside.addLayout(choice)
        inside.addSpacing(16)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        inside.addLayout(buttons)
        self.back.clicked.connect(self.back_asked)
        self.go.clicked.connect(self._on_go)
        self.language.clicked.connect(self.language_asked)

    def _item(self) -> QVBoxLayout:
        icon, title, line = Icon("info", 20), Label(role="label", weight=700), Label(role="body", wraps=True)
        self._items.append((icon, title, line))
        across = row(gap=12)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(line)
        across.addLayout(words, 1)
        outer = QVBoxLayout()
        outer.addLayout(across)
        return outer

    def begin(self, speech: Speech, *, scored: bool = True) -> None:
        """Nothing is ticked beforehand, but what was chosen here before."""
        self.box.setChecked(not scored)
        self.in_language(speech)

    @property
    def scored(self) -> bool:
        return not self.box.isChecked()

    def in_language(self, speech: Speech) -> None:
        page = notice(speech)
        self.title.setText(page.title)
        self.language.setText(speech.say("join-language"))
        self.language.setToolTip(speech.say("join-language-tip"))
        for (icon, title, line), (name, bold, plain) in zip(self._items, page.items, strict=True):
            icon.set_icon(name)
            title.setText(bold)
            line.setText(plain)
        self.unscored.setText(page.unscored)
        self.unscored_line.setText(page.unscored_line)
        self.box.setAccessibleName(page.unscored)
        self.box.setAccessibleDescription(page.unscored_line)
        self.back.setText(page.back)
        self.go.setText(page.go)
        self.setAccessibleName(page.title)

    def focus_first(self) -> None:
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go(self) -> None:
        self.go_asked.emit(self.scored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9:
            self._on_go()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
