"""One's own page: six rows of facts, the evidence of the chosen one, KPI beside company, links, one idea."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from sandgame.paint.leaves import Leaves
from sandgame.paint.look import Look
from sandgame.present.debrief_own import OwnGap, OwnLink, OwnPage, OwnRow
from sandgame.present.debrief_page import Evidence
from sandgame.text.numbers import whole
from sandgame.text.speech import Speech
from sandgame.ui.debrief_own_rows import Columns, Diamond, PrincipleRow, ScaleHead
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton
from sandgame.ui.kit.cards import Card, Divider, apart, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter
from sandgame.ui.kit.themed import current_look
from sandgame.ui.my_page import value_rows
from sandgame.ui.paper_ways import PaperWays
from sandgame.ui.scroller import Scroller

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OwnPageView(QWidget):
    """Left rows and evidence, right the rest; one below the other where there is no width."""

    moment_asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        self._page: OwnPage | None = None
        self._chosen = 0
        self.rows: list[PrincipleRow] = []
        self._area = Scroller() if scrolls else None
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        if self._area is not None:
            lines.addWidget(self._area)

    def wait(self, text: str) -> None:
        """As long as there is none."""
        if self._page is None and self._area is not None:
            made = Label(text, "heading", "text_secondary", wraps=True, icon="hourglass")
            self._area.set_content(made)

    def show_page(self, page: OwnPage) -> None:
        if page == self._page:
            return
        self._page = page
        made = QWidget()
        lines = column(made, margins=(0, 0, 0, 0), gap=10)
        self.paper = PaperWays(Speech(current_look().language), lambda look: _leaves(page, look))
        lines.addWidget(self._head(page))
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        lines.addLayout(across, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._rows_card(page))
        self._evidence_place = QVBoxLayout()
        left.addLayout(self._evidence_place)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(_kpi(page))
        if page.gap is not None:
            right.addWidget(_gap(page.gap))
        right.addWidget(self._links(page))
        right.addWidget(_suggestion(page))
        right.addWidget(Label(page.closing, "caption", "text_secondary", wraps=True, icon="shield"))
        right.addStretch(1)
        across.addLayout(left, 57)
        across.addLayout(right, 43)
        if self._area is not None:
            self._area.set_content(made)
        else:
            while (item := self._lines.takeAt(0)) is not None:
                old = item.widget()
                if old is not None:
                    old.deleteLater()
            self._lines.addWidget(made)
        self._choose(self._chosen)

    def _head(self, page: OwnPage) -> Card:
        made = Card()
        across = row(made, margins=(12, 8, 12, 8), gap=10)
        across.addWidget(BadgeWidget(page.badge, 28))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(page.title, "title", wraps=True))
        words.addWidget(Label(page.line, "caption", "text_secondary", wraps=True, icon="lock"))
        across.addLayout(words, 1)
        across.addWidget(self.paper, 1)
        return made

    def _rows_card(self, page: OwnPage) -> Card:
        made = Card()
        lines, columns = column(made, margins=(12, 10, 12, 10), gap=2), Columns.of(page)
        head = row(gap=6)
        head.addWidget(Label(page.rows_title, "label", weight=700, icon="list-ordered"))
        head.addStretch(1)
        if page.self_legend:
            head.addWidget(Diamond())
            head.addWidget(Label(page.self_legend, "caption", "text_secondary"))
        lines.addLayout(head)
        if any(fact.band is not None for each in page.rows for fact in each.facts):
            lines.addWidget(ScaleHead(page.silo, page.reference, columns))
        self.rows = []
        for number, each in enumerate(page.rows):
            picked = PrincipleRow(each, page.badge.slot, columns)
            picked.clicked.connect(lambda _on=False, number=number: self._choose(number))
            self.rows.append(picked)
            lines.addWidget(picked)
        lines.addSpacing(4)
        lines.addWidget(Label(page.rows_note, "caption", "text_secondary", wraps=True, icon="info"))
        return made

    def _choose(self, number: int) -> None:
        page = self._page
        assert page is not None
        self._chosen = number
        self.rows[number].setChecked(True)
        while (item := self._evidence_place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._evidence_place.addWidget(self._evidence(page, page.rows[number]))

    def _evidence(self, page: OwnPage, chosen: OwnRow) -> Card:
        made = Card()
        halves = row(made, margins=(12, 10, 12, 12), gap=14)
        for gain, title, pieces in (
            (True, chosen.gains_title, chosen.gains),
            (False, chosen.losses_title, chosen.losses),
        ):
            lines = QVBoxLayout()
            lines.setSpacing(6)
            lines.addWidget(Label(f"{chosen.name} · {title}", "label", weight=700, wraps=True))
            for piece in pieces:
                lines.addWidget(Divider())
                lines.addLayout(self._piece(page, piece, gain=gain))
            if not pieces:
                lines.addWidget(Label(page.no_more, "body", "text_secondary", wraps=True))
            lines.addStretch(1)
            halves.addLayout(lines, 1)
            if gain:
                halves.addWidget(Divider(upright=True))
        return made

    def _piece(self, page: OwnPage, piece: Evidence, *, gain: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        tone = "positive" if gain else "caution"
        grid.addWidget(
            Label(piece.text, "body", wraps=True, icon="arrow-up" if gain else "arrow-down", icon_tone=tone), 0, 0
        )
        grid.addWidget(Label(piece.effect, "label", tone, weight=700), 0, 1, Qt.AlignmentFlag.AlignTop)
        note = page.note(piece)
        if note:
            grid.addWidget(Label(note, "caption", "text_secondary", wraps=True, icon="notebook-pen"), 2, 0, 1, 2)
        foot = row(gap=8)
        foot.addSpacing(20)
        foot.addWidget(Label(piece.week, "caption", "text_secondary"))
        look = LinkButton(page.look)
        look.setAccessibleName(f"{page.look}: {piece.text}")
        look.clicked.connect(lambda _on=False: self.moment_asked.emit(piece.log, piece.text))
        foot.addWidget(look)
        foot.addStretch(1)
        grid.addLayout(foot, 1, 0, 1, 2)
        return grid

    def _links(self, page: OwnPage) -> Card:
        made = Card()
        lines = column(made, margins=(14, 10, 14, 10), gap=6)
        lines.addWidget(Label(page.links_title, "label", weight=700))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, head in enumerate(page.links_heads, start=2):
            grid.addWidget(Label(head, "caption", "text_secondary"), 0, place, _RIGHT)
        for number, link in enumerate(page.links, start=1):
            self._link(grid, number, link)
        lines.addLayout(grid)
        return made

    def _link(self, grid: QGridLayout, number: int, link: OwnLink) -> None:
        who = row(gap=4)
        who.addWidget(BadgeWidget(link.provider, 22))
        who.addWidget(Label("→", "body", "text_secondary"))
        who.addWidget(BadgeWidget(link.customer, 22))
        grid.addLayout(who, number, 0)
        name = LinkButton(link.name)
        name.setAccessibleName(link.spoken)
        name.clicked.connect(lambda _on=False: self.moment_asked.emit(link.log, link.spoken))
        grid.addWidget(name, number, 1, Qt.AlignmentFlag.AlignLeft)
        for place, cell in enumerate(link.cells, start=2):
            grid.addWidget(Label(cell, "body", weight=700), number, place, _RIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self.rows:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(len(self.rows) - 1, self._chosen + step)))
        self.rows[self._chosen].setFocus()


def _kpi(page: OwnPage) -> Card:
    made = Card()
    lines = column(made, margins=(14, 10, 14, 10), gap=6)
    lines.addWidget(Label(page.kpi_title, "label", weight=700, icon="scale"))
    lines.addLayout(apart(Label(page.kpi_name, "body", "text_secondary"), Label(whole(page.kpi), "number")))
    mine = Meter(thick=12)
    mine.set_value(max(0, page.kpi), 100, slot=page.badge.slot)
    lines.addWidget(mine)
    if page.value is not None:
        lines.addLayout(value_rows(page.value, "number"))
    lines.addWidget(Divider())
    lines.addLayout(apart(Label(page.bonus_title, "body", "text_secondary"), Label(page.bonus, "title")))
    if page.bonus_shared:
        lines.addWidget(Label(page.bonus_shared, "caption", "text_secondary", wraps=True))
    return made


def _gap(gap: OwnGap) -> Card:
    """Where the own view and the record differ most: the diamond, then the band that was found."""
    made = Card()
    lines = column(made, margins=(14, 10, 14, 10), gap=4)
    lines.addWidget(Label(gap.title, "label", weight=700, wraps=True, icon="scan-eye"))
    across = row(gap=8)
    across.addWidget(Label(gap.name, "body", "text_secondary"))
    across.addWidget(Diamond())
    across.addWidget(Label(gap.self_text, "body", weight=700))
    across.addWidget(Label("→", "body", "text_secondary"))
    across.addWidget(Label(gap.band_text, "body", weight=700))
    across.addStretch(1)
    lines.addLayout(across)
    lines.addWidget(Label(gap.fact, "body", "text_secondary", wraps=True))
    return made


def _leaves(page: OwnPage, look: Look) -> Leaves:
    from sandgame.paint.paper_own import own_leaves

    say = Speech(look.language).say
    return own_leaves(page, look, lambda number, of: say("paper-foot-page", page=number, of=of))


def _suggestion(page: OwnPage) -> Card:
    made = Card(ground="ask", corner=12)
    lines = column(made, margins=(14, 12, 14, 12), gap=6)
    lines.addWidget(Label(page.try_title, "label", "on_ask", weight=700, icon="sprout"))
    lines.addWidget(Label(page.suggestion, "body", "on_ask", wraps=True))
    return made
