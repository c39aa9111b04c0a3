"""The dock of Plan: which way the balance leans, KPI now and after, promises kept, who feels it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.plan_leaning import FeltPicture, LeaningPicture
from sandgame.present.shell import NOBODY
from sandgame.rules.intents import Warn
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.balances import PlanBalance
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll


class FeltRow(QWidget):
    """A counterpart and what it will get; where it is too little, it can be warned."""

    warn_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        layout = row(self, gap=8)
        self.badge = BadgeWidget(NOBODY, 24)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label("", "body", weight=700, wraps=True)
        self.line = Label("", "caption", weight=600, wraps=True, icon="link")
        words.addWidget(self.title)
        words.addWidget(self.line)
        self.warn = SecondaryButton("", "bell", size="small")
        self.warn.clicked.connect(self._on_warn)
        self._intent: Warn | None = None
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.warn, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_warn(self) -> None:
        if self._intent is not None:
            self.warn_asked.emit(self._intent)

    def show_felt(self, picture: FeltPicture) -> None:
        self.badge.set_picture(picture.badge)
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.line.set_icon(picture.icon)
        self.line.set_tone(picture.tone)
        self.setAccessibleName(f"{picture.title}, {picture.line}")
        self._intent = picture.warn
        self.warn.setVisible(picture.warn is not None)
        self.warn.setText(picture.warn_text)
        self.warn.setAccessibleName(f"{picture.warn_text}, {picture.title}")


class PlanDock(Card):
    warn_asked = Signal(object)
    """A Warn to send."""

    def __init__(self) -> None:
        super().__init__()
        self.header = PanelHeader("", "scale")
        self.balance = PlanBalance()
        layout = column(self, margins=(1, 1, 1, 1), gap=0)
        layout.addWidget(self.header)
        self.area = Scroll(margins=(0, 0, 0, 0), gap=0)
        body = QVBoxLayout()
        body.setSpacing(0)
        inside = row(margins=(12, 6, 12, 6))
        inside.addWidget(self.balance)
        body.addLayout(inside)
        body.addWidget(Divider())
        body.addLayout(self._figures())
        body.addWidget(Divider())
        body.addLayout(self._felt())
        self.area.column.insertLayout(0, body)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._foot())

    def _figures(self) -> QVBoxLayout:
        figures = QVBoxLayout()
        across = row(gap=0)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setContentsMargins(12, 9, 8, 9)
            side.setSpacing(2)
        self.kpi_title = Label("", "caption", "text_secondary")
        self.kpi_now = Label("", "number", "text_secondary", weight=400)
        self.kpi_after = Label("", "number")
        self.kpi_change = Label("", "body", weight=600)
        self.kept_title = Label("", "caption", "text_secondary")
        self.kept = Label("", "number")
        self.kept_note = Label("", "caption", weight=600, wraps=True)
        line = row(gap=5)
        self.kpi_arrow = Label("→", "number", "text_secondary", weight=400)
        for label in (self.kpi_now, self.kpi_arrow, self.kpi_after, self.kpi_change):
            line.addWidget(label)
        line.addStretch(1)
        left.addWidget(self.kpi_title)
        left.addLayout(line)
        self.kpi_note = Label("", "caption", "caution", weight=600, wraps=True)
        left.addWidget(self.kpi_note)
        left.addStretch(1)
        right.addWidget(self.kept_title)
        right.addWidget(self.kept)
        right.addWidget(self.kept_note)
        right.addStretch(1)
        across.addLayout(left, 1)
        across.addWidget(Divider(upright=True))
        across.addLayout(right, 1)
        figures.addLayout(across)
        return figures

    def _felt(self) -> QVBoxLayout:
        felt = column(margins=(12, 9, 12, 10), gap=8)
        self.felt_title = Label("", "caption", "text_secondary")
        self.felt_empty = Label("", "body", wraps=True)
        felt.addWidget(self.felt_title)
        felt.addWidget(self.felt_empty)
        self._rows: Rows[FeltPicture, FeltRow] = Rows(felt, self._make_felt, FeltRow.show_felt)
        return felt

    def _make_felt(self) -> FeltRow:
        made = FeltRow()
        made.warn_asked.connect(self.warn_asked)
        return made

    def _foot(self) -> QWidget:
        foot = QWidget()
        layout = column(foot, margins=(0, 0, 0, 0), gap=0)
        layout.addWidget(Divider())
        inside = column(margins=(12, 8, 12, 10), gap=3)
        self.company = Label("", "caption", "text_secondary", wraps=True, icon="building-2")
        self.index = Label("", "body", wraps=True)
        self.company_note = Label("", "caption", "text_secondary", wraps=True)
        for label in (self.company, self.index, self.company_note):
            inside.addWidget(label)
        layout.addLayout(inside)
        return foot

    def show_leaning(self, picture: LeaningPicture) -> None:
        self.header.set_texts(picture.title)
        self.balance.set_picture(picture.balance)
        self.kpi_title.setText(picture.kpi_title)
        self.kpi_now.setText(picture.kpi_now)
        for label in (self.kpi_now, self.kpi_arrow):
            label.setVisible(bool(picture.kpi_now))
        self.kpi_after.setText(picture.kpi_after)
        self.kpi_change.setText(picture.kpi_change)
        self.kpi_change.set_tone(picture.kpi_tone if picture.kpi_tone != "plain" else "text_secondary")
        self.kpi_note.setText(picture.kpi_note)
        self.kpi_note.setVisible(bool(picture.kpi_note))
        self.kept_title.setText(picture.kept_title)
        self.kept.setText(picture.kept)
        self.kept_note.setText(picture.kept_note)
        self.kept_note.setVisible(bool(picture.kept_note))
        self.kept_note.set_tone(picture.kept_tone if picture.kept_tone != "plain" else "text_secondary")
        self.felt_title.setText(picture.felt_title)
        self.felt_empty.setText(picture.felt_empty)
        self.felt_empty.setVisible(not picture.felt)
        self._rows.fill(picture.felt)
        self.company.setText(picture.company)
        self.index.setText(f"{picture.index_title} **{picture.index}**")
        self.index.setVisible(bool(picture.index))
        self.company_note.setText(picture.company_note)
