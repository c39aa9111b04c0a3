"""Parts of the Brief page: hours, what holds from this week on, and the dock of what one is measured by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sandgame.present.brief import BriefPicture, HoursCard, TradeOff
from sandgame.present.brief_notices import Notice
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, PanelHeader, apart, column, row
from sandgame.ui.kit.hours import BlocksWidget
from sandgame.ui.kit.labels import Label
from sandgame.ui.recipe import Recipe


def hours_card(hours: HoursCard) -> Card:
    made = Card()
    lines = column(made, gap=8)
    head = row(gap=10)
    head.addWidget(Label(hours.title, "label", weight=700))
    head.addWidget(Label(hours.sum, "body", "text_secondary", wraps=True), 1)
    if hours.overtime:
        head.addWidget(Label(hours.overtime, "body", "text_secondary"))
    lines.addLayout(head)
    lines.addWidget(BlocksWidget(hours.picture))
    return made


def quiet_card(text: str) -> Card:
    made = Card(dashed=True)
    column(made).addWidget(Label(text, "body", "text_secondary", wraps=True, icon="coffee"))
    return made


def notice_row(notices: tuple[Notice, ...], more: Callable[[], None]) -> QHBoxLayout:
    """The longest beside the others: what is new stands above what lies on the page every week."""
    across = row(gap=10)
    first, rest = notices[0], notices[1:]
    across.addWidget(notice_card(first, more), 1)
    if rest:
        column_of_rest = QVBoxLayout()
        column_of_rest.setSpacing(10)
        for notice in rest:
            column_of_rest.addWidget(notice_card(notice, more), 1)
        across.addLayout(column_of_rest, 1)
    return across


def notice_card(notice: Notice, more: Callable[[], None]) -> Card:
    """What holds from this week on, in the box that asks for attention; `more` opens what it only sums up."""
    made = Card(ground="ask")
    lines = column(made, gap=5)
    lines.addWidget(Label(notice.title, "label", "on_ask", weight=700, icon=notice.icon, wraps=True))
    for text in notice.lines:
        lines.addWidget(Label(text, "body", "on_ask", wraps=True))
    if notice.more:
        button = SecondaryButton(notice.more, "star")
        button.clicked.connect(more)
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    lines.addStretch(1)
    return made


def measure_dock(page: BriefPicture) -> Card:
    """What one is measured by, and what of it stands against the company this week."""
    made = Card()
    lines = column(made, margins=(0, 0, 0, 0), gap=0)
    lines.addWidget(PanelHeader(page.recipe_title, "chart-column"))
    inner = column(margins=(14, 12, 14, 14), gap=12)
    if page.recipe_kpi:
        inner.addLayout(apart(Label(page.recipe_note, "body", "text_secondary"), Label(page.recipe_kpi, "number")))
    recipe = Recipe()
    recipe.set_rows(page.recipe, page.trade_off.badge.slot)
    inner.addWidget(recipe)
    lines.addLayout(inner)
    lines.addWidget(_trade_off(page.trade_off))
    lines.addStretch(1)
    return made


def _trade_off(trade: TradeOff) -> Card:
    made = Card(ground="subtle", corner=0)
    lines = column(made, margins=(14, 14, 14, 14), gap=10)
    lines.addWidget(Label(trade.title, "label", weight=700, icon="scale"))
    sides = row(gap=8)
    sides.addWidget(_side(trade.mine_title, trade.mine, trade.badge.slot, BadgeWidget(trade.badge, 18)), 1)
    company = Label("", "body", icon="building-2")
    sides.addWidget(_side(trade.company_title, trade.company, None, company), 1)
    lines.addLayout(sides)
    lines.addWidget(Label(trade.foot, "caption", "text_secondary", wraps=True))
    return made


def _side(title: str, text: str, slot: int | None, mark: QWidget) -> Card:
    made = Card(ground="soft" if slot is not None else "surface", slot=slot if slot is not None else 0)
    lines = column(made, margins=(11, 9, 11, 11), gap=5)
    head = row(gap=7)
    head.addWidget(mark)
    head.addWidget(Label(title, "body", weight=700))
    head.addStretch(1)
    lines.addLayout(head)
    lines.addWidget(Label(text, "body", wraps=True))
    lines.addStretch(1)
    return made
