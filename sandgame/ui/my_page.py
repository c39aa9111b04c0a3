"""My own page and the history at the end: facts in a table by week, rows by department, and lines with a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.lettering import RIGHT, put_line
from sandgame.present.my_page import Fact, History, MyPage, ServedRow, ValueBar, WeekRow
from sandgame.present.pictures import LedgerRow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, Divider, EmptyState, PanelHeader, apart, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.kit.themed import Themed, current_look

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BAR = 12.0


class MarkedBar(QWidget, Themed):
    """A bar from 0 to 100 in the company's ink, with the mark of the reference below it. Less than nothing is empty."""

    def __init__(self, bar: ValueBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setAccessibleName(bar.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current_look()
        texts = look.line("caption") + 4 if self._bar.mark_text else 0
        return QSize(round(look.width(self._bar.mark_text, "caption")) + 4, round(_BAR + 4 + texts))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.surface_sunken)
        track = QRectF(0, 2, self.width(), _BAR)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width() * min(max(self._bar.value, 0), 100) / 100, self.height()))
        painter.setBrush(look.colour.company)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.restore()
        if self._bar.mark is None:
            return
        at = self.width() * min(max(self._bar.mark, 0), 100) / 100
        painter.setPen(QPen(look.colour.benchmark, 3))
        painter.drawLine(round(at), 0, round(at), round(_BAR + 4))
        wide = look.width(self._bar.mark_text, "caption")
        right = min(self.width(), max(wide, at + wide / 2))
        box = QRectF(right - wide - 1, _BAR + 5, wide + 1, look.line("caption"))
        put_line(painter, self._bar.mark_text, box, look, "caption", look.colour.benchmark, align=RIGHT)


def value_rows(value: ValueBar, figure: str) -> QVBoxLayout:
    """Its name and figure (in the letters of that role), and the bar below."""
    lines = column(margins=(0, 0, 0, 0), gap=6)
    lines.addLayout(apart(Label(value.name, "body", "text_secondary"), Label(value.text, figure)))
    lines.addWidget(MarkedBar(value))
    return lines


def my_page(page: MyPage) -> QWidget:
    """Weeks on top; below them whom I served, and what I did."""
    made = QWidget()
    lines = column(made, margins=(0, 0, 0, 0), gap=10)
    lines.addWidget(_weeks(page))
    below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    if current_look().text_percent > 100:
        below.setDirection(QBoxLayout.Direction.TopToBottom)
    below.setSpacing(10)
    below.addWidget(_served(page), 11)
    below.addWidget(_facts(page), 9)
    lines.addLayout(below, 1)
    return made


def _weeks(page: MyPage) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(page.weeks_title, "label", weight=700, wraps=True, icon="calendar"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 3)
    for place, week in enumerate(page.weeks, start=2):
        grid.addWidget(Label(week, "caption", "text_secondary"), 0, place, _RIGHT)
        grid.setColumnStretch(place, 1)
    for number, each in enumerate(page.rows, start=1):
        _week_row(grid, number, each)
    lines.addLayout(grid)
    lines.addWidget(Label(page.weeks_note, "caption", "text_secondary", wraps=True))
    return made


def _week_row(grid: QGridLayout, number: int, each: WeekRow) -> None:
    if each.badge is not None:
        grid.addWidget(BadgeWidget(each.badge, 20), number, 0)
    name = Label(each.name, "body", "text_secondary", wraps=True)
    name.setAccessibleName(each.spoken)
    grid.addWidget(name, number, 1)
    for place, cell in enumerate(each.cells, start=2):
        grid.addWidget(Label(cell, "body", weight=700 if number <= 2 else 400), number, place, _RIGHT)


def _served(page: MyPage) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(page.served_title, "label", weight=700, wraps=True, icon="arrow-up-right"))
    if not page.served:
        lines.addWidget(Label(page.served_empty, "body", "text_secondary", wraps=True))
    else:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for place, head in enumerate(page.served_heads, start=2):
            grid.addWidget(Label(head, "caption", "text_secondary"), 0, place, _RIGHT)
        for number, each in enumerate(page.served, start=1):
            _served_row(grid, number, each)
        lines.addLayout(grid)
    lines.addStretch(1)
    return made


def _served_row(grid: QGridLayout, number: int, each: ServedRow) -> None:
    grid.addWidget(BadgeWidget(each.badge, 24), number, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    name = Label(each.name, "body", weight=700, wraps=True)
    name.setAccessibleName(each.spoken)
    words.addWidget(name)
    words.addWidget(Label(each.what, "caption", "text_secondary", wraps=True))
    grid.addLayout(words, number, 1)
    for place, cell in enumerate(each.cells, start=2):
        grid.addWidget(Label(cell, "body", weight=700), number, place, _RIGHT)


def _facts(page: MyPage) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(page.facts_title, "label", weight=700, wraps=True, icon="list"))
    lines.addLayout(fact_lines(page.facts))
    lines.addStretch(1)
    lines.addWidget(Label(page.facts_note, "caption", "text_secondary", wraps=True, icon="info"))
    return made


def fact_lines(facts: Sequence[Fact]) -> QGridLayout:
    """Each an icon, a figure that stands out, and what it counts."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(2, 1)
    for number, fact in enumerate(facts):
        grid.addWidget(Label("", "body", "text_secondary", icon=fact.icon), number, 0)
        figure = Label(fact.figure, "title")
        figure.setAccessibleName(f"{fact.figure} {fact.text}")
        grid.addWidget(figure, number, 1, Qt.AlignmentFlag.AlignRight)
        text = Label(fact.text, "body", "text_secondary", wraps=True)
        text.setContentsMargins(0, 3, 0, 0)
        grid.addWidget(text, number, 2)
    return grid


def history(page: History) -> QWidget:
    """Both halves of the ledger side by side, with all there ever was."""
    made = QWidget()
    halves = row(made, gap=10)
    halves.addWidget(_half("arrow-up-right", page.promised_title, page.promised, page.promised_empty), 1)
    halves.addWidget(_half("arrow-down-left", page.owed_title, page.owed, page.owed_empty), 1)
    return made


def _half(icon: str, title: str, rows: tuple[LedgerRow, ...], empty: str) -> Card:
    made = Card()
    lines = column(made, margins=(0, 0, 0, 10), gap=0)
    head = PanelHeader("", icon)
    head.set_texts(title, str(len(rows)))
    lines.addWidget(head)
    lines.addWidget(Divider())
    inside = column(margins=(10, 8, 10, 0), gap=7)
    for each in rows:
        inside.addWidget(LedgerRowWidget(each))
    if not rows:
        inside.addWidget(EmptyState("", empty))
    lines.addLayout(inside)
    lines.addStretch(1)
    return made
