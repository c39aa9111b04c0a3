"""What the company made of what it could: the finding and its ruler, money, the curve, facts, and one question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sandgame.paint.charts import draw_curve, draw_ruler, draw_waterfall, ruler_height, waterfall_height
from sandgame.paint.lettering import CENTRE, Paragraph, put_line
from sandgame.present.charts import CurvePicture, RulerPicture, WaterfallPicture
from sandgame.present.over import OverPicture
from sandgame.ui.chart import Chart
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.my_page import fact_lines


class Finding(QWidget, Themed):
    """The finding in large letters and its figure in sand: in one line, or the figure below where that is too long."""

    _PAD = 14.0

    def __init__(self, text: str, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._figure = text, figure
        self.setAccessibleName(f"{text} {figure}")
        high_as_needed(self)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _box_width(self) -> float:
        return current_look().width(self._figure, "numberLarge") + 2 * self._PAD

    def _words(self) -> Paragraph:
        return Paragraph(self._text, current_look(), "numberLarge")

    def _fits(self, width: float) -> bool:
        return self._words().natural_width() + self._PAD + self._box_width() <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = current_look().line("numberLarge") + 6
        return round(line if self._fits(width) else self._words().height(width) + 6 + line)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._box_width()) + 1, round(current_look().line("numberLarge")) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, high = self._words(), look.line("numberLarge") + 6
        left, top = words.natural_width() + self._PAD, 0.0
        if not self._fits(self.width()):
            left, top = 0.0, words.height(self.width()) + 6
        words.draw(painter, QRectF(0, 0 if top else 3, self.width(), 0), look.colour.text)
        box = QRectF(left, top, self._box_width(), high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.colour.ask)
        painter.setPen(QPen(look.colour.sand_border, 1))
        painter.drawRoundedRect(box, 8, 8)
        put_line(painter, self._figure, box, look, "numberLarge", look.colour.on_ask, align=CENTRE)


def result_page(page: OverPicture) -> QWidget:
    made = QWidget()
    lines = column(made, margins=(0, 0, 0, 0), gap=10)
    lines.addWidget(_hero(page))
    charts = QHBoxLayout()
    charts.setSpacing(10)
    charts.addWidget(_money(page), 1)
    charts.addWidget(_curve(page), 1)
    lines.addLayout(charts, 1)
    foot = QHBoxLayout()
    foot.setSpacing(10)
    foot.addWidget(_facts(page), 11)
    foot.addWidget(_question(page), 9)
    lines.addLayout(foot)
    return made


def _hero(page: OverPicture) -> Card:
    """The finding as a title, its figure in sand, and the ruler from the silo result to the best one."""
    made = Card()
    lines = column(made, margins=(22, 16, 22, 14), gap=6)
    head = row(gap=10)
    head.addWidget(Label(page.kicker, "caption", "text_secondary"))
    head.addStretch(1)
    if page.estimate:
        head.addWidget(Tag(page.estimate, "plain", "calculator"))
    lines.addLayout(head)
    lines.addWidget(Finding(page.title, page.value))
    lines.addWidget(Label(page.finding, "heading", "text_secondary", weight=400, wraps=True))
    if page.ruler is not None:
        ruler: Chart[RulerPicture] = Chart(draw_ruler, lambda _picture, look: ruler_height(look))
        ruler.set_picture(page.ruler, page.ruler.spoken)
        lines.addSpacing(4)
        lines.addWidget(ruler)
    return made


def _money(page: OverPicture) -> Card:
    chart: Chart[WaterfallPicture] = Chart(draw_waterfall)
    chart.setMinimumHeight(round(waterfall_height(page.money, current_look())))
    chart.set_picture(page.money, page.money.spoken)
    return _titled(page.money_title, chart)


def _curve(page: OverPicture) -> Card:
    chart: Chart[CurvePicture] = Chart(draw_curve)
    chart.set_picture(page.curve, page.curve.spoken)
    return _titled(page.curve_title, chart)


def _titled(title: str, chart: QWidget) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(title, "label", weight=700, wraps=True))
    lines.addWidget(chart, 1)
    return made


def _facts(page: OverPicture) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=6)
    lines.addWidget(Label(page.facts_title, "label", weight=700))
    lines.addLayout(fact_lines(page.facts))
    lines.addStretch(1)
    return made


def _question(page: OverPicture) -> Card:
    """The one box that puts something to people."""
    made = Card(ground="ask", corner=12)
    lines = column(made, margins=(18, 14, 18, 14), gap=8)
    lines.addStretch(1)
    if page.question_lead:
        lines.addWidget(Label(page.question_lead, "body", "on_ask_secondary", wraps=True))
    lines.addWidget(Label(page.question, "heading", "on_ask", wraps=True))
    lines.addWidget(Label(page.question_note, "caption", "on_ask_secondary", wraps=True))
    lines.addStretch(1)
    return made
