"""What others gave me, week by week as it was given, with their words; and the thank-you cards I got."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.review import ReviewPicture
from sandgame.present.review_cards import ReceivedRow, ReceivedWeek
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Divider, PanelHeader, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import drop
from sandgame.ui.sheet import Sheet


class ReceivedPanel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._inside: QWidget | None = None
        self._lines = column(self, margins=(0, 0, 0, 0), gap=0)
        self._head = PanelHeader("", "star")
        self._lines.addWidget(self._head)

    def show_received(self, page: ReviewPicture) -> None:
        shown = (page.received_title, page.received, page.received_empty, page.thanks_from, page.thanks_from_text)
        if shown == self._shown:
            return
        self._shown = shown
        self._head.set_texts(page.received_title)
        if self._inside is not None:
            self._lines.removeWidget(self._inside)
            drop(self._inside)
        self._inside = QWidget()
        lines = column(self._inside, margins=(14, 10, 14, 14), gap=10)
        for number, week in enumerate(page.received):
            if number:
                lines.addWidget(Divider())
            lines.addLayout(_week(week))
        if not page.received:
            lines.addWidget(Label(page.received_empty, "body", "text_secondary", wraps=True))
        if page.thanks_from:
            lines.addWidget(Divider())
            lines.addLayout(_thanks(page))
        self._lines.addWidget(self._inside)


class ReceivedSheet(Sheet):
    """What others gave me, away from Review: every mark of every week."""

    wide = 620

    def __init__(self, parent: QWidget, title: str, close: str, weeks: tuple[ReceivedWeek, ...]) -> None:
        super().__init__(parent)
        self.show_title(title, close)
        for number, week in enumerate(weeks):
            if number:
                self.body.addWidget(Divider())
            self.body.addLayout(_week(week))


def _week(week: ReceivedWeek) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(8)
    lines.addWidget(Label(week.title, "caption", "text_secondary", weight=600))
    for each in week.rows:
        lines.addWidget(_row(each))
    return lines


def _row(given: ReceivedRow) -> QWidget:
    made = QWidget()
    made.setAccessibleName(given.spoken)
    across = row(made, gap=8)
    across.addWidget(BadgeWidget(given.badge, 22), 0, Qt.AlignmentFlag.AlignTop)
    right = QWidget()
    lines = column(right, margins=(0, 0, 0, 0), gap=3)
    head = row(gap=8)
    head.addWidget(Label(given.name, "body", weight=700))
    head.addStretch(1)
    if given.asks:
        head.addWidget(Tag(given.asks, "caution", "message-square-reply"))
    lines.addLayout(head)
    marks = Flow(gap=10, line_gap=0)
    marks.fill([Label(f"{item} **{mark}**", "caption", "text_secondary") for item, mark in given.marks])
    lines.addWidget(marks)
    if given.comment:
        lines.addWidget(Label(given.comment, "body", "text_secondary", wraps=True))
    across.addWidget(right, 1)
    return made


def _thanks(page: ReviewPicture) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(6)
    lines.addWidget(Label(page.thanks_from_text, "body", weight=700, icon="flower-2"))
    badges = Flow(gap=6)
    badges.fill([BadgeWidget(badge, 22) for badge in page.thanks_from])
    lines.addWidget(badges)
    return lines
