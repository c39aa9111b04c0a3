"""The week's result in Deliver's dock: my KPI and the company side by side, a sentence of fact, what moved both.

The same lies in a sheet over Review."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.charts import draw_signed_bars, signed_bars_height
from sandgame.present.charts import SignedBar, SignedBarsPicture
from sandgame.present.deliver import DeliverPicture, ResultBox, deliver
from sandgame.present.pictures import Tone
from sandgame.present.recipe import MetricRow
from sandgame.present.scene import Scene
from sandgame.text.numbers import whole
from sandgame.text.speech import Speech
from sandgame.ui.chart import Chart
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag
from sandgame.ui.sheet import Sheet

INK: dict[Tone, str] = {
    "plain": "text",
    "info": "info",
    "positive": "positive",
    "caution": "caution",
    "negative": "negative",
}


class WeekResult(Card):
    """`out`: the replay has ended and everything is told; before that only what stood before it."""

    def __init__(self, page: DeliverPicture, speech: Speech, parent: QWidget | None = None, *, out: bool) -> None:
        super().__init__(parent)
        self._out = out
        lines = column(self, margins=(0, 0, 0, 0), gap=0)
        head = PanelHeader(page.result_title, "scale")
        if out:
            head.add(Tag(speech.say("deliver-final")))
        lines.addWidget(head)
        boxes = row(margins=(10, 10, 10, 10), gap=8)
        boxes.addWidget(self._box(page.mine, soft=True), 1)
        boxes.addWidget(self._box(page.company, soft=False), 1)
        lines.addLayout(boxes)
        if out:
            lines.addLayout(_fact(page))
            lines.addWidget(Divider())
            lines.addLayout(_metrics(page.metrics_title, page.metrics, page.mine.badge.slot))
            lines.addWidget(Divider())
            lines.addLayout(_money(page, speech))
        else:
            wait = Label(page.waits, "body", "text_secondary", wraps=True, icon="hourglass")
            wait.setContentsMargins(14, 4, 14, 12)
            lines.addWidget(wait)
        lines.addStretch(1)

    def _box(self, box: ResultBox, *, soft: bool) -> Card:
        """Both boxes are of one size: neither result is the smaller one."""
        made = Card(ground="soft" if soft else "sunken", slot=box.badge.slot if soft else None)
        inner = column(made, margins=(11, 9, 11, 9), gap=2)
        head = row(gap=7)
        head.addWidget(BadgeWidget(box.badge, 18))
        head.addWidget(Label(box.label, "body", "text_secondary", wraps=True), 1)
        inner.addLayout(head)
        inner.addStretch(1)
        value = row(gap=8)
        value.addWidget(
            Label(box.value if self._out else box.before, "numberLarge", "text" if self._out else "text_tertiary")
        )
        if self._out and box.change:
            value.addWidget(Label(box.change, "title", INK[box.tone]))
        value.addStretch(1)
        inner.addLayout(value)
        return made


def _fact(page: DeliverPicture) -> QVBoxLayout:
    inner = column(margins=(14, 2, 14, 12), gap=4)
    inner.addWidget(Label(page.fact, "label", weight=700, wraps=True))
    if page.index_note:
        inner.addWidget(Label(page.index_note, "caption", "text_secondary", wraps=True))
    inner.addWidget(Label(page.bonus, "caption", "text_secondary", wraps=True))
    inner.addWidget(Label(page.bonus_sum, "label", weight=700))
    return inner


def _metrics(title: str, metrics: tuple[MetricRow, ...], slot: int) -> QVBoxLayout:
    inner = column(margins=(14, 10, 14, 12), gap=6)
    inner.addWidget(Label(title, "body", "text_secondary"))
    for each in metrics:
        head = row(gap=8)
        name = Label(each.name, "body", wraps=True)
        name.setAccessibleName(each.spoken)
        head.addWidget(name, 1)
        if each.note:
            head.addWidget(Label(each.note, "caption", "text_secondary"))
        elif each.change:
            up = each.change.startswith("▲")
            head.addWidget(Label(each.change, "caption", "positive" if up else "negative", weight=700))
        head.addWidget(Label(whole(each.points or 0), "body", weight=700))
        inner.addLayout(head)
        meter = Meter(thick=6)
        meter.set_value(each.points or 0, 100, slot=slot)
        inner.addWidget(meter)
    return inner


def _money(page: DeliverPicture, speech: Speech) -> QVBoxLayout:
    inner = column(margins=(14, 10, 14, 12), gap=4)
    inner.addWidget(Label(page.money_title, "body", "text_secondary", wraps=True))
    if not page.money:
        inner.addWidget(Label(speech.say("deliver-money-none"), "body", wraps=True))
        return inner
    bars = SignedBarsPicture(tuple(SignedBar(each.name, each.value, each.text) for each in page.money))
    chart: Chart[SignedBarsPicture] = Chart(draw_signed_bars, signed_bars_height)
    chart.set_picture(bars, ", ".join(f"{each.name} {each.text}" for each in page.money))
    inner.addWidget(chart)
    inner.addWidget(Divider())
    total = row(gap=8)
    total.addWidget(Label(page.money_sum, "body", weight=700))
    total.addStretch(1)
    total.addWidget(Label(page.money_total, "label", weight=700))
    inner.addLayout(total)
    return inner


class ResultSheet(Sheet):
    """The week's result once more, to read only."""

    wide = 420

    def __init__(self, parent: QWidget, page: DeliverPicture, speech: Speech) -> None:
        super().__init__(parent)
        self.show_title(speech.say("deliver-result-of", week=page.week), speech.say("game-close"))
        self.body.addWidget(WeekResult(page, speech, out=True))


def open_result(owner: QWidget, scene: Scene) -> None:
    page = deliver(scene)
    if page is None:
        return
    sheet = ResultSheet(owner, page, scene.speech)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show_over()
