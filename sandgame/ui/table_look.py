"""What a department's tile leads to in the open talk: a short menu, and its own week to look at behind the curtain."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.present.table_open import SeatWay
from sandgame.ui.brief import BriefPage
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.themed import current_look


class LookPage(BriefPage):
    """What Brief showed it, with what it has promised since; there is nothing to enter. `closed` when it is left."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(at_table=True)
        self._others: Draft | None = None

    def show(self, scene: Scene) -> None:
        super().show(scene)
        self.ledger = True
        self._turn_to("week")

    def now(self) -> NowBar:
        assert self._scene is not None
        say = self._scene.speech.say
        return NowBar(say("table-look-sentence"), primary=say("table-told-close"))

    def primary(self) -> None:
        self.closed.emit()

    def draft(self) -> Draft | None:
        """What was begun on another page of the same department stays."""
        return self._others

    def restore(self, draft: Draft) -> None:
        self._others = draft


class SeatMenu(QMenu):
    """`chosen` carries what was chosen; it goes by itself."""

    chosen = Signal(str)

    def __init__(self, ways: tuple[SeatWay, ...], parent: QWidget) -> None:
        super().__init__(parent)
        font = current_look().font("heading", 400)
        self.setFont(font)
        for way in ways:
            self.addAction(way.text, partial(self.chosen.emit, way.kind)).setFont(font)
        self.aboutToHide.connect(self.deleteLater)

    def show_at(self, spot: QPoint) -> None:
        self.popup(spot)
        if self.actions():
            self.setActiveAction(self.actions()[0])
