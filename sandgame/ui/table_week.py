"""Deliver and the end, open to all round the laptop: the company's result and what moved, in large type."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.present.table_form_picture import BadgeChoice
from sandgame.present.table_week import MovedRow, WeekPicture
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller
from sandgame.ui.table_form import BadgeRow

_BADGE = 29.0
_HIGH = 48


class MovedLine(QWidget, Themed):
    def __init__(self) -> None:
        super().__init__()
        self._row: MovedRow | None = None

    def show_row(self, picture: MovedRow) -> None:
        self._row = picture
        self.setAccessibleName(picture.spoken)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._row.spoken if self._row is not None else ""

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(600, round(current_look().scaled(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._row
        if picture is None:
            return
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        draw_badge(painter, picture.giver, QRectF(18, middle - _BADGE / 2, _BADGE, _BADGE), look)
        draw_icon(painter, "arrow-right", QRectF(56, middle - 9, 18, 18), look.colour.text_secondary)
        draw_badge(painter, picture.taker, QRectF(83, middle - _BADGE / 2, _BADGE, _BADGE), look)
        put_line_at(painter, picture.what, 128, middle, look, "heading", look.colour.text, 700)
        tone = look.named(picture.tone) if picture.tone != "plain" else look.colour.text_secondary
        came = self.width() - 54 - look.width(picture.came, "heading", 400)
        put_line_at(painter, picture.came, came, middle, look, "heading", look.colour.text_secondary, 400)
        draw_icon(painter, picture.icon, QRectF(self.width() - 42, middle - 11, 22, 22), tone)


class WeekPage(QWidget):
    """`go_asked` is the one button; at the end `seat_asked` opens a seat's own page behind the curtain."""

    go_asked = Signal()
    seat_asked = Signal(int)
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label("", "heading", wraps=True)
        self.go = PrimaryButton(icon="arrow-right", size="table")
        self.go.set_key("F9")
        self.again = SecondaryButton(icon="rotate-ccw", size="table")
        self.title = Label("", "numberLarge")
        self.result_label, self.result = Label("", "heading", "text_secondary", weight=400), Label("", "debriefTitle")
        self.index_label, self.index = Label("", "heading", "text_secondary", weight=400), Label("", "debriefTitle")
        self.change = Label("", "heading")
        self.rows_title = Label("", "heading")
        self.none = Label("", "heading", "text_tertiary", weight=400, wraps=True)
        self.who = BadgeRow()
        self._build()
        self.go.clicked.connect(self.go_asked)
        self.again.clicked.connect(self.again_asked)
        self.who.chosen.connect(self.seat_asked)
        for keys in ("F9", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go.click)

    def _build(self) -> None:
        bar = Card(corner=0)
        across = row(bar, margins=(18, 6, 18, 6), gap=14)
        across.addWidget(Icon("users", 24))
        across.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.again)
        across.addWidget(self.go)
        company = Card(ground="sand", corner=12)
        left = column(company, margins=(26, 22, 26, 22), gap=4)
        left.addWidget(self.title)
        left.addSpacing(14)
        left.addWidget(self.result_label)
        left.addWidget(self.result)
        left.addSpacing(14)
        left.addWidget(self.index_label)
        side = row(gap=16)
        side.addWidget(self.index)
        side.addWidget(self.change)
        side.addStretch(1)
        left.addLayout(side)
        left.addStretch(1)
        left.addWidget(self.who)
        moved = Card(corner=12)
        lines = column(moved, margins=(0, 0, 0, 0), gap=0)
        head = row(margins=(18, 11, 18, 11), gap=12)
        head.addWidget(Icon("truck", 24))
        head.addWidget(self.rows_title)
        head.addStretch(1)
        lines.addLayout(head)
        lines.addWidget(Divider())
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 2, 0, 6)
        inside.setSpacing(0)
        inside.addStretch(1)
        self._rows: Rows[MovedRow, MovedLine] = Rows(inside, MovedLine, MovedLine.show_row)
        self._none_box = QWidget()
        column(self._none_box, margins=(18, 12, 18, 12)).addWidget(self.none)
        lines.addWidget(self._none_box)
        lines.addWidget(Scroller(inner), 1)
        sides = row(margins=(10, 10, 10, 10), gap=10)
        sides.addWidget(company, 2)
        sides.addWidget(moved, 3)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(bar)
        whole.addLayout(sides, 1)

    @property
    def rows(self) -> list[MovedLine]:
        return self._rows.widgets

    def show_week(self, picture: WeekPicture, own_title: str, people: tuple[BadgeChoice, ...], again: str) -> None:
        """`people`, `again`: at the end only."""
        self.sentence.setText(picture.sentence)
        self.go.setText(picture.go)
        self.go.set_icon("home" if people else "arrow-right")
        self.again.setText(again)
        self.again.setVisible(bool(again))
        self.title.setText(picture.title)
        self.result_label.setText(picture.result_label)
        self.result.setText(picture.result)
        self.index_label.setText(picture.index_label)
        self.index.setText(picture.index)
        self.change.setText(picture.change)
        self.change.set_tone(
            {"positive": "positive", "negative": "negative"}.get(picture.change_tone, "text_secondary")
        )
        self.rows_title.setText(picture.rows_title)
        self.none.setText(picture.rows_none)
        self._none_box.setVisible(not picture.rows)
        self._rows.fill(picture.rows)
        self.who.show_badges(own_title, people)
