"""What a department is measured by, as rows: name, weight, a bar for the points (or the weight), how it is counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.lettering import RIGHT
from sandgame.present.recipe import MetricRow
from sandgame.text.numbers import whole
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag


class Recipe(QWidget):
    """`by_weight`: bars as long as the weights, for before anything is known; else as long as the points so far,
    and none before there are any.

    `changes`: with the points gained or lost since the week before.
    """

    def __init__(
        self, parent: QWidget | None = None, *, by_weight: bool = False, changes: bool = False, gap: int = 12
    ) -> None:
        super().__init__(parent)
        self._by_weight, self._changes = by_weight, changes
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(gap)

    def set_rows(self, rows: Sequence[MetricRow], slot: int) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in rows:
            self._rows.addWidget(self._row(each, slot))

    def _row(self, metric: MetricRow, slot: int) -> QWidget:
        made = QWidget()
        made.setAccessibleName(metric.spoken)
        lines = column(made, margins=(0, 0, 0, 0), gap=3)
        head = row(gap=8)
        lines.addLayout(head)
        if self._by_weight:
            head.addWidget(Label(metric.name, "body", weight=700))
            head.addWidget(Label(metric.how, "caption", "text_secondary", wraps=True, align=RIGHT), 1)
            head.addWidget(Label(metric.weight_text, "body", weight=700))
            meter = Meter(thick=8)
            meter.set_value(metric.weight, 100, slot=slot)  # a full bar would be the whole KPI
            lines.addWidget(meter)
            return made
        head.addWidget(Label(metric.name, "body", weight=700, wraps=True), 1)
        if metric.points is not None and self._changes and metric.change:
            head.addWidget(Label(metric.change, "caption", "text_secondary"))
        head.addWidget(Tag(metric.weight_text))
        if metric.points is not None:
            meter = Meter(thick=8)
            bar = row(gap=8)
            bar.addWidget(meter, 1)
            bar.addWidget(Label(whole(metric.points), "body", weight=700))
            meter.set_value(metric.points, 100, slot=slot)
            lines.addLayout(bar)
        if metric.note:
            lines.addWidget(Label(metric.note, "caption", "text_secondary", wraps=True, icon="info"))
        lines.addWidget(Label(metric.how, "caption", "text_secondary", wraps=True))
        return made
