"""Beside the result: what I was measured by, my bonus, and what was kept between each department and me."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from sandgame.present.over import LinkRow, OverPicture
from sandgame.present.recipe import MetricRow
from sandgame.text.numbers import whole
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Divider, apart, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter
from sandgame.ui.kit.themed import current_look
from sandgame.ui.my_page import value_rows


def kpi_side(page: OverPicture) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addLayout(_kpi(page))
    lines.addWidget(Divider())
    lines.addLayout(_bonus(page))
    lines.addWidget(Divider())
    lines.addLayout(_links(page))
    return lines


def _kpi(page: OverPicture) -> QVBoxLayout:
    lines = column(margins=(14, 12, 14, 12), gap=6)
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
        lines.addLayout(value_rows(page.value_bar, "title"))
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
    lines = column(margins=(14, 10, 14, 10), gap=2)
    lines.addLayout(apart(Label(page.bonus_title, "label", weight=700), Label(page.bonus_sum, "title")))
    lines.addWidget(Label(page.bonus_how, "caption", "text_secondary", wraps=True))
    if page.bonus_shared:
        lines.addWidget(Label(page.bonus_shared, "caption", "text_secondary", wraps=True))
    return lines


def _links(page: OverPicture) -> QVBoxLayout:
    lines = column(margins=(14, 10, 14, 10), gap=6)
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
