"""The end: what the company made of what it could, what I was measured by, and what that may mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.charts import draw_curve, draw_ruler, draw_waterfall, ruler_height, waterfall_height
from sandgame.paint.lettering import CENTRE, Paragraph, put_line
from sandgame.paint.look import Look
from sandgame.present.charts import CurvePicture, RulerPicture, WaterfallPicture
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import OwnPage, own_page
from sandgame.present.now import NowBar
from sandgame.present.over import LinkRow, OverPicture, over, over_now, way_home
from sandgame.present.recipe import MetricRow
from sandgame.present.scene import Scene
from sandgame.text.numbers import whole
from sandgame.ui.chart import Chart
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.tag import Meter, Tag
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.moment_sheet import MomentSheet
from sandgame.ui.my_page import MarkedBar, fact_lines, history, my_page
from sandgame.ui.page import Page
from sandgame.ui.scroller import Scroller

_TAB_ICONS = ("flag", "user", "history")


class OverPage(Page):
    """The result, my own page and the history. Only its own seat sees it. `home_asked` and `again_asked` lead away.

    `at_table` it stands behind the curtain of a laptop for several, and leads back to what lies open there.
    """

    ledger = False
    home_asked = Signal()
    again_asked = Signal()
    debrief_asked = Signal()
    """To its pages; offered once there are any."""

    def __init__(self, *, at_table: bool = False) -> None:
        self._at_table = at_table
        whole, self._dock = QWidget(), Scroller()
        super().__init__(whole, self._dock)
        self.ways = Segmented()
        self.ways.index_changed.connect(self._on_way)
        self._centre = Scroller()
        lines = column(whole, margins=(0, 0, 0, 0), gap=8)
        lines.addWidget(self.ways)
        lines.addWidget(self._centre, 1)
        self._scene: Scene | None = None
        self._built: tuple[OverPicture | None, Look] | None = None
        self._known: DebriefKnown | None = None

    def show(self, scene: Scene) -> None:
        page = over(scene)
        self._scene = scene
        built = (page, current_look())
        if page is None or built == self._built:
            return
        self._built = built
        self.ways.set_options(list(zip(page.tabs, _TAB_ICONS, strict=True)))
        self._show_way(page)
        self._dock.set_content(self._side(page))

    def show_debrief(self, known: DebriefKnown) -> None:
        """One's own page stands in place of the bare facts as soon as it has come."""
        page = self._built[0] if self._built is not None else None
        new = self._own() is None
        self._known = known
        if page is not None and new and self._own() is not None:
            if self.ways.index() == 1:
                self._show_way(page)
            self._dock.set_content(self._side(page))
            self.now_changed.emit()

    def _own(self) -> OwnPage | None:
        known, seat = self._known, self._scene.seat if self._scene is not None else None
        if known is None or seat is None or known.scene is None or self._scene is None:
            return None
        own = known.own(seat)
        if own is None:
            return None
        survey = known.said(seat).survey
        answers = survey.answers if survey is not None else ()
        return own_page(known.in_language(self._scene.speech).scene or known.scene, own, answers, known.notes(seat))

    def _my_page(self, page: OverPicture) -> QWidget:
        own = self._own()
        if own is None:
            return my_page(page.my_page)
        made = OwnPageView(scrolls=False)
        made.moment_asked.connect(self._on_moment)
        made.show_page(own)
        return made

    def _on_moment(self, log: tuple[int, ...], said: str) -> None:
        known, scene = self._known, self._scene
        if known is None or scene is None or known.scene is None:
            return
        own, told = known.own(scene.seat), known.told
        words = known.in_language(scene.speech).scene or known.scene
        picture = moment(words, told.debrief if told else None, own.marks if own else None, log, said)
        sheet = MomentSheet(self.centre, picture, scene.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def now(self) -> NowBar:
        assert self._scene is not None
        return over_now(self._scene, at_table=self._at_table, debriefed=self._leads_on)

    def primary(self) -> None:
        (self.debrief_asked if self._leads_on else self.home_asked).emit()

    @property
    def _leads_on(self) -> bool:
        """There is a debrief to go to, and not only a curtain to let fall."""
        return not self._at_table and self._own() is not None

    def _on_way(self, _place: int) -> None:
        if self._built is not None and self._built[0] is not None:
            self._show_way(self._built[0])

    def _show_way(self, page: OverPicture) -> None:
        """Which of the three stays as it was chosen."""
        made = (lambda: _centre(page), lambda: self._my_page(page), lambda: history(page.history))
        self._centre.set_content(made[self.ways.index()]())
        self._centre.verticalScrollBar().setValue(0)

    def _side(self, page: OverPicture) -> Card:
        assert self._scene is not None
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addLayout(_kpi(page))
        lines.addWidget(Divider())
        lines.addLayout(_bonus(page))
        lines.addWidget(Divider())
        lines.addLayout(_links(page))
        lines.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 14, 14)
        foot.setSpacing(8)
        if self._own() is not None:
            # with a debrief to go to, that is the way on
            pages = PrimaryButton(self._scene.speech.say("debrief-open"), "presentation")
            pages.clicked.connect(self.debrief_asked)
            foot.addWidget(pages)
        foot.addWidget(Label(page.closing, "caption", "text_secondary", wraps=True, icon="shield"))
        again = SecondaryButton(page.again, "rotate-ccw")
        again.clicked.connect(self.again_asked)
        again.setVisible(not self._scene.class_table)
        debriefed = self._own() is not None
        text, icon = way_home(self._scene, at_table=self._at_table)
        home = SecondaryButton(text, icon) if debriefed else PrimaryButton(text, icon)
        home.clicked.connect(self.home_asked)
        # side by side where their texts fit, else one below the other
        wide = current_look().text_percent == 100
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        buttons.setSpacing(8)
        buttons.addWidget(again, 1)
        buttons.addWidget(home, 1)
        foot.addLayout(buttons)
        lines.addLayout(foot)
        return made


class Finding(QWidget, Themed):
    """The finding in large letters and its figure in sand: in one line, or the figure below where that is too long."""

    _PAD = 14.0

    def __init__(self, text: str, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._figure = text, figure
        self.setAccessibleName(f"{text} {figure}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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


def _centre(page: OverPicture) -> QWidget:
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(10)
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
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(page.money_title, "label", weight=700, wraps=True))
    chart: Chart[WaterfallPicture] = Chart(draw_waterfall)
    chart.setMinimumHeight(round(waterfall_height(page.money, current_look())))
    chart.set_picture(page.money, page.money.spoken)
    lines.addWidget(chart, 1)
    return made


def _curve(page: OverPicture) -> Card:
    made = Card()
    lines = column(made, margins=(16, 12, 16, 12), gap=8)
    lines.addWidget(Label(page.curve_title, "label", weight=700, wraps=True))
    chart: Chart[CurvePicture] = Chart(draw_curve)
    chart.set_picture(page.curve, page.curve.spoken)
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


def _kpi(page: OverPicture) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(14, 12, 14, 12)
    lines.setSpacing(6)
    head = row(gap=9)
    head.addWidget(BadgeWidget(page.badge, 26))
    head.addWidget(Label(page.kpi_title, "label", weight=700))
    head.addStretch(1)
    head.addWidget(Label(page.kpi, "numberLarge"))
    lines.addLayout(head)
    mine = Meter(thick=12)
    mine.set_value(int(page.kpi), 100, slot=page.badge.slot)
    lines.addWidget(mine)
    if page.value_bar is not None:
        value = row(gap=8)
        value.addWidget(Label(page.value_bar.name, "body", "text_secondary"))
        value.addStretch(1)
        value.addWidget(Label(page.value_bar.text, "title"))
        lines.addLayout(value)
        lines.addWidget(MarkedBar(page.value_bar))
    lines.addSpacing(2)
    for each in page.metrics:
        lines.addLayout(_metric(each, page.badge.slot))
    return lines


def _metric(metric: MetricRow, slot: int) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(3)
    head = row(gap=8)
    name = Label(metric.name, "body", "text_secondary", wraps=True)
    name.setAccessibleName(metric.spoken)
    head.addWidget(name, 1)
    head.addWidget(Label(metric.weight_text, "caption", "text_secondary"))
    head.addWidget(Label(whole(metric.points or 0), "body", weight=700))
    lines.addLayout(head)
    meter = Meter(thick=6)
    meter.set_value(metric.points or 0, 100, slot=slot)
    lines.addWidget(meter)
    return lines


def _bonus(page: OverPicture) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(14, 10, 14, 10)
    lines.setSpacing(2)
    head = row(gap=8)
    head.addWidget(Label(page.bonus_title, "label", weight=700))
    head.addStretch(1)
    head.addWidget(Label(page.bonus_sum, "title"))
    lines.addLayout(head)
    lines.addWidget(Label(page.bonus_how, "caption", "text_secondary", wraps=True))
    if page.bonus_shared:
        lines.addWidget(Label(page.bonus_shared, "caption", "text_secondary", wraps=True))
    return lines


def _links(page: OverPicture) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(14, 10, 14, 10)
    lines.setSpacing(6)
    lines.addWidget(Label(page.links_title, "label", weight=700))
    if not page.links:
        lines.addWidget(Label(page.links_empty, "body", "text_secondary", wraps=True))
        return lines
    if current_look().text_percent > 100:
        for link in page.links:
            lines.addLayout(_link_lines(link, page.links_heads))
        return lines
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, head in enumerate(page.links_heads, start=2):
        grid.addWidget(Label(head, "caption", "text_secondary"), 0, place, Qt.AlignmentFlag.AlignRight)
    for number, link in enumerate(page.links, start=1):
        _link(grid, number, link)
    lines.addLayout(grid)
    return lines


def _link_lines(link: LinkRow, heads: tuple[str, str, str]) -> QVBoxLayout:
    """The same facts in large letters: the name, below it each figure with its word."""
    lines = QVBoxLayout()
    lines.setSpacing(2)
    head = row(gap=8)
    head.addWidget(BadgeWidget(link.badge, 22))
    head.addWidget(Label(link.name, "body", weight=700, wraps=True), 1)
    lines.addLayout(head)
    cells = zip(heads, (link.mine, link.theirs, link.rated), strict=True)
    text = " · ".join(f"{word} **{cell}**" for word, cell in cells)
    lines.addWidget(Label(text, "body", "text_secondary", wraps=True))
    return lines


def _link(grid: QGridLayout, number: int, link: LinkRow) -> None:
    grid.addWidget(BadgeWidget(link.badge, 22), number, 0)
    name = Label(link.name, "body", weight=700)
    name.setAccessibleName(link.spoken)
    grid.addWidget(name, number, 1)
    for place, cell in enumerate((link.mine, link.theirs, link.rated), start=2):
        grid.addWidget(Label(cell, "body", weight=700), number, place, Qt.AlignmentFlag.AlignRight)
