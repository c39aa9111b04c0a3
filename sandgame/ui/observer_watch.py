"""What an observer sees beside the card: the seat's page, the table after Deliver, and what could be heard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sandgame.present.observer import HeardLine, TablePicture
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.observer_card import CardPanel
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller
from sandgame.ui.text_grid import TextGrid

_TALL = 470
"""In a lower window what could be heard is a third way to look, not a strip below."""
_STRIP = 176
"""Of a seat's page the page itself is looked at first."""
_NO_LIMIT = 16_777_215


class _Heard(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._badge = BadgeWidget(NOBODY, 20)
        self.text = Label("", "body", wraps=True)
        self.go = LinkButton("", "link", size="small")
        across = row(self, margins=(0, 3, 0, 3), gap=8)
        across.addWidget(self._badge)
        across.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.go)

    def show_heard(self, line: HeardLine, go: str) -> None:
        self._badge.set_picture(line.badge)
        self.text.setText(line.text)
        self.go.setText(go)
        self.go.setAccessibleName(f"{go}: {line.text}")


class HeardPanel(Card):
    """What could be heard this week; a line goes to the card as evidence."""

    picked = Signal(str)

    def __init__(self, *, marks: bool = True) -> None:
        """Without `marks` there is no card that a line could go to."""
        super().__init__()
        self._marks = marks
        self.title = Label("", "label", weight=700, wraps=True)
        self.do = Label("", "caption", "text_secondary")
        self.none = Label("", "body", "text_secondary", wraps=True)
        self._go = ""
        inner = QWidget()
        lines = column(inner, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(self.none)
        self.rows: Rows[HeardLine, _Heard] = Rows(lines, self._make, lambda row_, line: row_.show_heard(line, self._go))
        lines.addStretch(1)
        inside = column(self, margins=(14, 8, 10, 8), gap=4)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.do)
        inside.addLayout(head)
        inside.addWidget(Scroller(inner), 1)

    def show_heard(self, lines: tuple[HeardLine, ...], go: str, none: str) -> None:
        self._go = go
        self.rows.fill(lines)
        self.none.setText(none)
        self.none.setVisible(not lines)
        self.do.setVisible(bool(lines) and self._marks)

    def _make(self) -> _Heard:
        made = _Heard()
        made.go.clicked.connect(lambda: self.picked.emit(made.text.text()))
        made.go.setVisible(self._marks)
        return made


class TablePanel(Card):
    """The company as all its seats know it."""

    def __init__(self) -> None:
        super().__init__(ground="sand")
        self.title = Label("", "heading", weight=700, wraps=True, icon="scale")
        self.none = Label("", "bodyLarge", "text_secondary", wraps=True)
        self.facts = Label("", "body", wraps=True)
        self._weeks = TextGrid(32, 4)
        inside = column(self, margins=(20, 16, 20, 16), gap=10)
        inside.addWidget(self.title)
        inside.addWidget(self.none)
        across = row()
        across.addLayout(self._weeks)
        across.addStretch(1)
        inside.addLayout(across)
        inside.addWidget(self.facts)
        inside.addStretch(1)

    def show_table(self, picture: TablePicture) -> None:
        self.title.setText(picture.title)
        self.none.setText(picture.none)
        self.none.setVisible(bool(picture.none))
        self.facts.setText(" ".join(picture.facts))
        self.facts.setVisible(bool(picture.facts))
        self._weeks.show_texts((picture.heads, *picture.weeks) if picture.weeks else ())


class WatchCentre(QWidget):
    """The seat's page, or the table; below it, or in its place, what could be heard."""

    def __init__(self, *, marks: bool = True) -> None:
        super().__init__()
        self.ways = Segmented()
        self.line = Label("", "caption", "text_secondary", wraps=True, icon="eye")
        self.stack = QStackedWidget()
        self.table = TablePanel()
        self.heard = HeardPanel(marks=marks)
        self.stack.addWidget(self.table)
        self._seat: QWidget | None = None
        self._texts: tuple[str, ...] = ()
        head = row(gap=12)
        head.addWidget(self.ways)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._lines = column(self, margins=(0, 0, 0, 0), gap=8)
        self._lines.addLayout(head)
        self._lines.addWidget(self.stack, 3)
        self._lines.addWidget(self.heard, 1)
        self._low = False

    @property
    def at_table(self) -> bool:
        return self.ways.index() == 1

    def show_seat(self, centre: QWidget) -> None:
        """Another page's middle."""
        if centre is not self._seat:
            if self._seat is not None:
                self.stack.removeWidget(self._seat)
                self._seat.hide()
            self._seat = centre
            self.stack.addWidget(centre)
        self.arrange()

    def show_ways(self, texts: tuple[str, str], heard_: str) -> None:
        wanted = (*texts, heard_) if self._low else texts
        if wanted != self._texts:
            self._texts = wanted
            self.ways.set_options([(text, "") for text in wanted])

    def arrange(self) -> None:
        low_way = self._low and self.ways.index() == 2
        self.stack.setVisible(not low_way)
        self.heard.setVisible(not self._low or low_way)
        strip = round(current_look().scaled(_STRIP)) if not self._low and not self.at_table else _NO_LIMIT
        self.heard.setMaximumHeight(strip)
        shown = self.table if self.at_table else self._seat
        if shown is not None:
            self.stack.setCurrentWidget(shown)
            shown.show()

    def is_low(self) -> bool:
        """Whether this has changed with the size."""
        before, self._low = self._low, self.height() < _TALL
        return before != self._low


class WatchSide(Card):
    """The card, and behind a tab what the seat works on."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Segmented()
        self.stack = QStackedWidget()
        self.card = CardPanel()
        self.stack.addWidget(self.card)
        self._dock: QWidget | None = None
        lines = column(self, margins=(1, 6, 1, 1), gap=6)
        lines.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.stack, 1)
        self.tabs.index_changed.connect(self.arrange)

    def show_dock(self, dock: QWidget | None) -> None:
        if dock is not self._dock:
            if self._dock is not None:
                self.stack.removeWidget(self._dock)
                self._dock.hide()
            self._dock = dock
            if dock is not None:
                self.stack.addWidget(dock)
        self.tabs.setVisible(dock is not None)
        self.arrange()

    def arrange(self) -> None:
        shown = self._dock if self._dock is not None and self.tabs.index() == 1 else self.card
        self.stack.setCurrentWidget(shown)
        shown.show()
