"""Deliver and the end, open to all round the laptop: what flowed on the board, the result and why, in large type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.charts import draw_signed_bars, signed_bars_height
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.present.charts import SignedBar, SignedBarsPicture
from sandgame.present.pictures import FlowPicture
from sandgame.present.table_form_picture import BadgeChoice
from sandgame.present.table_week import MovedRow, WeekPicture
from sandgame.ui.chart import Chart
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller
from sandgame.ui.table_form import BadgeRow
from sandgame.ui.table_open import BOARD_ZOOM, WIDE
from sandgame.ui.table_rows import cut_name

_BADGE = 29.0
_HIGH = 44
_BELOW, _PAIRED_FROM = 4, 1200
"""As many have room one below the other; and how wide the window is from which two have room side by side."""
_BETWEEN = "; "
_LARGE = 150
_SETTLED_MS = 400
"""Until the page stands and has its size."""


class MovedLine(QWidget, Themed):
    """One promise, or two side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[MovedRow, ...] = ()
        self._paired = False

    def show_rows(self, pictures: tuple[MovedRow | None, ...]) -> None:
        """None leaves the place beside the last one free."""
        self._rows, self._paired = tuple(filter(None, pictures)), len(pictures) > 1
        self.setAccessibleName(self.text())
        self.setToolTip(self.text().replace(_BETWEEN, "\n"))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return _BETWEEN.join(picture.spoken for picture in self._rows)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(600, round(current_look().scaled(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / 2 if self._paired else self.width()
        for place, picture in enumerate(self._rows):
            came = picture.parts if self._paired else picture.came
            self._draw(painter, picture, came, QRectF(place * wide, 0, wide, self.height()), look)

    def _draw(self, painter: QPainter, picture: MovedRow, came: str, box: QRectF, look: Look) -> None:
        middle, left, gap = box.center().y(), box.left() + 18, 6 if self._paired else 9
        draw_badge(painter, picture.giver, QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE), look)
        left += _BADGE + gap
        draw_icon(painter, "arrow-right", QRectF(left, middle - 9, 18, 18), look.colour.text_secondary)
        left += 18 + gap
        draw_badge(painter, picture.taker, QRectF(left, middle - _BADGE / 2, _BADGE, _BADGE), look)
        left += _BADGE + 2 * gap
        tone = look.named(picture.tone) if picture.tone != "plain" else look.colour.text_secondary
        draw_icon(painter, picture.icon, QRectF(box.right() - 36, middle - 11, 22, 22), tone)
        right = box.right() - 44 - look.width(came, "heading", 400)
        put_line_at(painter, came, right, middle, look, "heading", look.colour.text_secondary, 400)
        what = cut_name(picture.what, right - 8 - left, look)
        put_line_at(painter, what, left, middle, look, "heading", look.colour.text, 700)


def _order_line() -> Label:
    return Label("", "heading", weight=400, wraps=True)


class WeekPage(QWidget):
    """`go_asked` is the one button; at the end `seat_asked` opens a seat's own page behind the curtain."""

    go_asked = Signal()
    seat_asked = Signal(int)
    again_asked = Signal()
    home_asked = Signal()
    """From the end, where the one button leads to the debrief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._played = ""
        self._flows: tuple[FlowPicture, ...] = ()
        self._moved_rows: tuple[MovedRow, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED_MS)
        self._soon.timeout.connect(self._on_settled)
        self.sentence = Label("", "heading", wraps=True)
        self.go = PrimaryButton(icon="arrow-right", size="table")
        self.go.set_key("F9")
        self.again = SecondaryButton(icon="rotate-ccw", size="table")
        self.home = SecondaryButton(icon="home", size="table")
        self.board = BoardWidget()
        self.title = Label("", "numberLarge", wraps=True)
        self.result_label, self.index_label, self.money_title = (
            Label("", "heading", "text_secondary", weight=400, wraps=True) for _ in range(3)
        )
        self.result, self.index = Label("", "debriefTitle"), Label("", "debriefTitle")
        self.change = Label("", "heading")
        self.index_note = Label("", "heading", "text_secondary", weight=400, wraps=True)
        self.why = Label("", "heading", wraps=True)
        self.money: Chart[SignedBarsPicture] = Chart(_draw_money, _money_height)
        self.orders_title = Label("", "heading")
        self.rows_title = Label("", "heading")
        self.none = Label("", "heading", "text_tertiary", weight=400, wraps=True)
        self.who = BadgeRow()
        self._build()
        self.go.clicked.connect(self.go_asked)
        self.again.clicked.connect(self.again_asked)
        self.home.clicked.connect(self.home_asked)
        self.who.chosen.connect(self.seat_asked)
        for keys in ("F9", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go.click)

    def _build(self) -> None:
        bar = Card(corner=0)
        across = row(bar, margins=(18, 6, 18, 6), gap=14)
        across.addWidget(Icon("users", 24))
        across.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.again)
        across.addWidget(self.home)
        across.addWidget(self.go)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.board, 3)
        left.addWidget(self._moved(), 2)
        sides = row(margins=(10, 10, 10, 10), gap=10)
        sides.addLayout(left, 6)
        sides.addWidget(self._result(), 5)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(bar)
        whole.addLayout(sides, 1)

    def _result(self) -> Scroller:
        company = Card(ground="sand", corner=12)
        lines = column(company, margins=(22, 14, 22, 14), gap=6)
        lines.addWidget(self.title)
        boxes = row(gap=20)
        figures = ((self.result_label, self.result, None), (self.index_label, self.index, self.change))
        for label, number, more in figures:
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(label)
            line = row(gap=12)
            line.addWidget(number)
            if more is not None:
                line.addWidget(more)
            line.addStretch(1)
            box.addLayout(line)
            boxes.addLayout(box, 1)
        lines.addLayout(boxes)
        for widget in (self.why, self.index_note):
            lines.addWidget(widget)
        lines.addSpacing(4)
        lines.addWidget(self.money_title)
        lines.addWidget(self.money)
        lines.addSpacing(4)
        lines.addWidget(self.orders_title)
        lines.addLayout(self._served())
        lines.addStretch(1)
        lines.addWidget(self.who)
        return Scroller(company)

    def _served(self) -> QVBoxLayout:
        """A line of its own for each order that was served."""
        lines = QVBoxLayout()
        self._orders: Rows[str, Label] = Rows(lines, _order_line, Label.setText)
        return lines

    def _moved(self) -> Card:
        moved = Card(corner=12)
        lines = column(moved, margins=(0, 0, 0, 0), gap=0)
        head = row(margins=(18, 8, 18, 8), gap=12)
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
        self._rows: Rows[tuple[MovedRow | None, ...], MovedLine] = Rows(inside, MovedLine, MovedLine.show_rows)
        self._none_box = QWidget()
        column(self._none_box, margins=(18, 12, 18, 12)).addWidget(self.none)
        lines.addWidget(self._none_box)
        lines.addWidget(Scroller(inner), 1)
        return moved

    @property
    def orders(self) -> list[Label]:
        return self._orders.widgets

    @property
    def rows(self) -> list[MovedLine]:
        return self._rows.widgets

    def show_week(
        self, picture: WeekPicture, own_title: str, people: tuple[BadgeChoice, ...], again: str, debrief: str = ""
    ) -> None:
        """`people`, `again`: at the end only; `debrief` is where the end leads as soon as there is one."""
        self.sentence.setText(picture.sentence)
        self.go.setText(debrief or picture.go)
        self.go.set_icon("presentation" if debrief else "home" if people else "arrow-right")
        self.again.setText(again)
        self.again.setVisible(bool(again))
        self.home.setText(picture.go)
        self.home.setVisible(bool(debrief))
        self.title.setText(picture.title)
        self.result_label.setText(picture.result_label)
        self.result.setText(picture.result)
        self.index_label.setText(picture.index_label)
        self.index.setText(picture.index)
        self.change.setText(picture.change)
        self.change.set_tone(
            {"positive": "positive", "negative": "negative"}.get(picture.change_tone, "text_secondary")
        )
        for label, text in (
            (self.index_note, picture.index_note),
            (self.why, picture.why),
            (self.money_title, picture.money_title),
            (self.orders_title, picture.orders_title if picture.orders else ""),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._orders.fill(picture.orders)
        bars = SignedBarsPicture(tuple(SignedBar(each.name, each.value, each.text) for each in picture.money))
        self.money.set_picture(bars, ", ".join(f"{each.name} {each.text}" for each in picture.money))
        self.money.setVisible(bool(picture.money))
        self.rows_title.setText(picture.rows_title)
        self.none.setText(picture.rows_none)
        self._none_box.setVisible(not picture.rows)
        self._moved_rows = picture.rows
        self._fill_rows()
        self.who.show_badges(own_title, people)
        self._show_board(picture)

    def _show_board(self, picture: WeekPicture) -> None:
        self.board.set_picture(picture.board)
        if picture.title != self._played:
            # what went where this week travels once
            self._played, self._flows = picture.title, picture.flows
            self._soon.start()

    @property
    def lines(self) -> list[MovedLine]:
        return self._rows.widgets

    def _fill_rows(self) -> None:
        """Two side by side where one below the other they would have to be scrolled."""
        rows: tuple[MovedRow | None, ...] = self._moved_rows
        if len(rows) > _BELOW and self.width() >= _PAIRED_FROM:
            rows = (*rows, *(None,) * (len(rows) % 2))
            self._rows.fill(list(zip(rows[::2], rows[1::2], strict=True)))
        else:
            self._rows.fill([(row,) for row in rows])

    def _on_settled(self) -> None:
        self.board.play(self._flows)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_rows()
        self.board.set_zoom(BOARD_ZOOM * min(1.0, self.width() / WIDE))


def _large(look: Look) -> Look:
    """Charts are set in body type; here they are read from a metre away."""
    return replace(look, text_percent=_LARGE)


def _draw_money(painter: QPainter, picture: SignedBarsPicture, box: QRectF, look: Look) -> None:
    draw_signed_bars(painter, picture, box, _large(look))


def _money_height(picture: SignedBarsPicture, look: Look) -> float:
    return signed_bars_height(picture, _large(look))
