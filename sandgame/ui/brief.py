"""Brief: the role card in week 1, then news, what only I know, hours, partners, KPI and the week's trade-off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sandgame.present.brief import CARDS, ROLE, BriefCard, BriefPicture, HoursCard, TradeOff, brief, brief_now
from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.rules.intents import FinishPhase
from sandgame.ui.brief_cards import CardTile, NewsTile, ReadTile
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, PanelHeader, column, row
from sandgame.ui.kit.hours import BlocksWidget
from sandgame.ui.kit.labels import Label
from sandgame.ui.low_board import LowBoard
from sandgame.ui.page import Page
from sandgame.ui.recipe import Recipe
from sandgame.ui.role import RolePanel
from sandgame.ui.scroller import Scroller

_COLUMNS = 3


class BriefPage(Page):
    """Opening a card reads it. In week 1 the role card comes first; the same cards then lie in the dock."""

    def __init__(self) -> None:
        self._centre, self._dock = QStackedWidget(), QStackedWidget()
        super().__init__(self._centre, self._dock)
        self._scene: Scene | None = None
        self._page: BriefPicture | None = None
        self._read: frozenset[str] = frozenset()
        self._role_read = False
        self._tiles: list[ReadTile] = []
        self._scrollers = [Scroller(), Scroller()]
        self._docks = [Scroller(), Scroller()]
        for centre, dock in zip(self._scrollers, self._docks, strict=True):
            self._centre.addWidget(centre)
            self._dock.addWidget(dock)

    # what the shell asks

    def show(self, scene: Scene) -> None:
        page = brief(scene)
        if self._page is not None and page.week != self._page.week:
            self._read, self._role_read = frozenset(), False
        fresh = self._page is None or page.week != self._page.week
        changed = page != self._page or self._scene is None or scene.speech.language != self._scene.speech.language
        self._scene, self._page = scene, page
        if changed:
            self._build()
        if fresh:
            self._turn_to(at_role=page.role is not None)
        if scene.seat in scene.view.table.finished:
            self._read, self._role_read = self._read | page.keys, True
        self._mark()

    def now(self) -> NowBar:
        assert self._scene is not None
        assert self._page is not None
        return brief_now(self._scene, self._page, self._read, self._at_role(), self._role_read)

    def primary(self) -> None:
        if self._at_role():
            self._on_week_asked()
            return
        assert self._scene is not None
        table = self._scene.view.table
        self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        if item == ROLE and self._at_role():
            self._role_read = True
        elif item == ROLE:
            self._turn_to(at_role=True)
        elif item == CARDS:
            self._role_read = self._role_read or self._at_role()
            self._turn_to(at_role=False)
            left = [tile for tile in self._week_tiles() if not tile.is_read()]
            if left:
                left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.now_changed.emit()

    # building

    def _build(self) -> None:
        assert self._page is not None
        page = self._page
        focused = next((tile.card.key for tile in self._tiles if tile.hasFocus()), "")
        self._tiles = []
        if page.role is not None:
            panel = RolePanel(page.role)
            panel.go_on_asked.connect(self._on_week_asked)
            panel.touched.connect(self._on_role_touched)
            self._scrollers[0].set_content(panel)
            self._docks[0].set_content(self._card_dock(page))
        self._scrollers[1].set_content(self._week(page))
        self._docks[1].set_content(self._measure_dock(page))
        for tile in self._tiles:
            if tile.card.key == focused and tile.isVisible():
                tile.setFocus()

    def _say(self, key: str) -> str:
        assert self._scene is not None
        return self._scene.speech.say(key)

    def _tile(self, card: BriefCard, *, banner: bool = False) -> ReadTile:
        kind = NewsTile if banner else CardTile
        tile = kind(card, (self._say("brief-new"), self._say("brief-read")))
        tile.clicked.connect(lambda: self._on_opened(card.key))
        self._tiles.append(tile)
        return tile

    def _week(self, page: BriefPicture) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        if page.news is not None:
            lines.addWidget(self._tile(page.news, banner=True))
        if page.new_rules:
            lines.addWidget(_new_rules(page))
        if page.cards:
            lines.addLayout(self._card_grid(page.cards))
        else:
            lines.addWidget(_quiet(page.empty))
        lines.addWidget(_hours(page.hours))
        board = LowBoard(page.board)
        lines.addWidget(board, 1)
        return made

    def _card_grid(self, cards: tuple[BriefCard, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        columns = min(_COLUMNS, len(cards))
        for number, card in enumerate(cards):
            tile = self._tile(card)
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            grid.addWidget(tile, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def _card_dock(self, page: BriefPicture) -> Card:
        """The brief of week 1 beside the role card."""
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(PanelHeader(self._say("brief-role-dock"), "newspaper"))
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(8)
        for card in ((page.news,) if page.news else ()) + page.cards:
            inner.addWidget(self._tile(card))
        inner.addStretch(1)
        inner.addWidget(Label(self._say("brief-role-dock-note"), "caption", "text_secondary", wraps=True))
        lines.addLayout(inner, 1)
        return made

    def _measure_dock(self, page: BriefPicture) -> QWidget:
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(PanelHeader(page.recipe_title, "chart-column"))
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 12, 14, 14)
        inner.setSpacing(12)
        if page.recipe_kpi:
            so_far = row(gap=8)
            so_far.addWidget(Label(page.recipe_note, "body", "text_secondary"))
            so_far.addStretch(1)
            so_far.addWidget(Label(page.recipe_kpi, "number"))
            inner.addLayout(so_far)
        recipe = Recipe()
        recipe.set_rows(page.recipe, page.trade_off.badge.slot)
        inner.addWidget(recipe)
        lines.addLayout(inner)
        lines.addWidget(_trade_off(page.trade_off))
        lines.addStretch(1)
        return made

    # what the reader does

    def _week_tiles(self) -> list[ReadTile]:
        week = self._scrollers[1].widget()
        return [tile for tile in self._tiles if week is not None and week.isAncestorOf(tile)]

    def _at_role(self) -> bool:
        return self._centre.currentIndex() == 0

    def _turn_to(self, *, at_role: bool) -> None:
        place = 0 if at_role and self._page is not None and self._page.role is not None else 1
        self._centre.setCurrentIndex(place)
        self._dock.setCurrentIndex(place)

    def _on_week_asked(self) -> None:
        self._role_read = True
        self._turn_to(at_role=False)
        tiles = self._week_tiles()
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.now_changed.emit()

    def _on_role_touched(self) -> None:
        self._role_read = True
        self.now_changed.emit()

    def _on_opened(self, key: str) -> None:
        self._read |= {key}
        self._mark()
        self.now_changed.emit()

    def _mark(self) -> None:
        for tile in self._tiles:
            tile.set_read(tile.card.key in self._read)


def _hours(hours: HoursCard) -> Card:
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


def _quiet(text: str) -> Card:
    made = Card(dashed=True)
    column(made).addWidget(Label(text, "body", "text_secondary", wraps=True, icon="coffee"))
    return made


def _new_rules(page: BriefPicture) -> Card:
    made = Card(ground="ask")
    lines = column(made, gap=5)
    lines.addWidget(Label(page.new_title, "label", weight=700, icon="sprout"))
    for text in page.new_rules:
        lines.addWidget(Label(text, "body", wraps=True))
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
