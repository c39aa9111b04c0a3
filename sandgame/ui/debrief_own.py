"""One's own page: six rows of facts, the evidence of the chosen one, KPI beside company, links, one idea."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.band import REFERENCE, SILO, draw_band, draw_diamond, place_on
from sandgame.paint.icons import draw_icon
from sandgame.paint.leaves import Leaves
from sandgame.paint.lettering import CENTRE as MIDDLE
from sandgame.paint.lettering import put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.present.debrief_own import OwnFact, OwnGap, OwnLink, OwnPage, OwnRow
from sandgame.present.debrief_page import Evidence
from sandgame.text.numbers import whole
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.my_page import MarkedBar
from sandgame.ui.paper_ways import PaperWays
from sandgame.ui.scroller import Scroller

_LINE, _NAME, _SCALE = 24.0, 150.0, 0.34
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScaleHead(QWidget, Themed):
    """The names of the two marks over the scales."""

    def __init__(self, silo: str, reference: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = silo, reference
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, round(current_look().line("caption")))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        scale = scale_of(self.width())
        for text, at in zip(self._texts, (SILO, REFERENCE), strict=True):
            wide = look.width(text, "caption", 600)
            left = min(max(scale.left() + scale.width() * at - wide / 2, scale.left() - 30), self.width() - wide - 2)
            put_line_at(painter, text, left, self.height() / 2, look, "caption", look.colour.benchmark, 600)


def scale_of(width: float) -> QRectF:
    wide = width * _SCALE
    return QRectF(width - wide - 10, 0, wide, 0)


class PrincipleRow(QAbstractButton, Themed):
    """A principle with its facts; exclusive among its siblings: the chosen one shows its evidence."""

    def __init__(self, picture: OwnRow, slot: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self._slot = picture, slot
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(picture.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=8)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _texts(self) -> list[str]:
        return [fact.text for fact in self.picture.facts] or [self.picture.empty]

    def _name(self) -> float:
        return max(_NAME, current_look().width(self.picture.name, "label", 700) + 44)

    def _stacked(self, width: float) -> bool:
        """A text that has no room beside the scale stands over it."""
        look = current_look()
        room = scale_of(width).left() - 30 - self._name()
        return any(look.width(text, "body") > room for text in self._texts())

    def _pitch(self, width: float) -> float:
        return current_look().scaled(_LINE) * (2 if self._stacked(width) else 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._pitch(width) * len(self._texts()) + 12)

    def sizeHint(self) -> QSize:
        return QSize(700, self.heightForWidth(max(self.width(), 560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        colour = look.colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(colour.primary, 1.8))
            painter.setBrush(colour.surface_subtle)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        pitch, line = self._pitch(self.width()), look.scaled(_LINE)
        draw_icon(painter, self.picture.icon, QRectF(10, 6 + line / 2 - 8, 16, 16), colour.text_secondary)
        put_line_at(painter, self.picture.name, 34, 6 + line / 2, look, "label", colour.text, 700)
        stacked = self._stacked(self.width())
        scale, first = scale_of(self.width()), next((f for f in self.picture.facts if f.band is not None), None)
        if not self.picture.facts:
            put_line_at(painter, self.picture.empty, self._name(), 6 + line / 2, look, "body", colour.text_secondary)
            area = QRectF(scale.left(), 6 + (line if stacked else 0), scale.width(), line)
            self._own_view(painter, area)
        elif first is None:
            first = self.picture.facts[0]
        for number, fact in enumerate(self.picture.facts):
            middle = 6 + pitch * number + line / 2
            put_line_at(painter, fact.text, self._name(), middle, look, "body", colour.text)
            self._scale(painter, fact, scale, middle + (line if stacked else 0), mine=fact is first)

    def _scale(self, painter: QPainter, fact: OwnFact, scale: QRectF, middle: float, *, mine: bool) -> None:
        """`mine`: the own view stands on this scale; without one, before why there is none."""
        look = current_look()
        area = QRectF(scale.left(), middle - 11, scale.width(), 22)
        if fact.band is None:
            taken = self._own_view(painter, area) if mine else 0
            area.setLeft(area.left() + taken)
            put_line(
                painter,
                fact.short if taken else fact.band_text,
                area,
                look,
                "caption",
                look.colour.text_secondary,
                align=MIDDLE,
            )
            return
        draw_band(painter, look, fact.band, look.department(self._slot).base, area)
        if mine and self.picture.self_view is not None:
            draw_diamond(painter, look, place_on(area, self.picture.self_view))

    def _own_view(self, painter: QPainter, area: QRectF) -> float:
        """The diamond with its figure, where no scale says where it lies; gives the room it took."""
        if self.picture.self_view is None:
            return 0
        look, text = current_look(), whole(self.picture.self_view)
        draw_diamond(painter, look, QPointF(area.left() + 10, area.center().y()), 7)
        put_line_at(painter, text, area.left() + 22, area.center().y(), look, "label", look.colour.text, 700)
        return 30 + look.width(text, "label", 700)


class Diamond(QWidget, Themed):
    """The sign of one's own view, in a legend or before a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(20, 20)

    def on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_diamond(painter, current_look(), QPointF(10, 10), 7)


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
        lines = column(made, margins=(12, 10, 12, 10), gap=2)
        head = row(gap=6)
        head.addWidget(Label(page.rows_title, "label", weight=700, icon="list-ordered"))
        head.addStretch(1)
        if page.self_legend:
            head.addWidget(Diamond())
            head.addWidget(Label(page.self_legend, "caption", "text_secondary"))
        lines.addLayout(head)
        if any(fact.band is not None for each in page.rows for fact in each.facts):
            lines.addWidget(ScaleHead(page.silo, page.reference))
        self.rows = []
        for number, each in enumerate(page.rows):
            picked = PrincipleRow(each, page.badge.slot)
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
            (True, page.gains_title, chosen.gains),
            (False, page.losses_title, chosen.losses),
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
    head = row(gap=8)
    head.addWidget(Label(page.kpi_name, "body", "text_secondary"))
    head.addStretch(1)
    head.addWidget(Label(whole(page.kpi), "number"))
    lines.addLayout(head)
    mine = Meter(thick=12)
    mine.set_value(max(0, page.kpi), 100, slot=page.badge.slot)
    lines.addWidget(mine)
    if page.value is not None:
        value = row(gap=8)
        value.addWidget(Label(page.value.name, "body", "text_secondary"))
        value.addStretch(1)
        value.addWidget(Label(page.value.text, "number"))
        lines.addLayout(value)
        lines.addWidget(MarkedBar(page.value))
    lines.addWidget(Divider())
    bonus = row(gap=8)
    bonus.addWidget(Label(page.bonus_title, "body", "text_secondary"))
    bonus.addStretch(1)
    bonus.addWidget(Label(page.bonus, "title"))
    lines.addLayout(bonus)
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
