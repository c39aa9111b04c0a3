"""A department's own page in the middle of the open talk: what it has told aloud."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.present.table_form_picture import BadgeChoice
from sandgame.present.table_told import FactRow, Picks, already, facts_of, picked, shares, told_now, told_picture
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import FactRef, Intent, ShareFact
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.cards import Card, PanelHeader, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.page import Page
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller
from sandgame.ui.table_parts import BadgePick


class FactLine(QWidget):
    """One fact, and the badges of those who may have heard it."""

    picked = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._fact: FactRef | None = None
        self.text = Label("", "label", weight=400, wraps=True, icon="info")
        self.picks: list[BadgePick] = []
        self._across = row(self, margins=(14, 4, 14, 4), gap=2)
        self._across.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_fact(self, picture: FactRow) -> None:
        self._fact = picture.fact
        self.text.setText(picture.text)
        self.text.set_icon(picture.icon, "text_secondary")
        while len(self.picks) < len(picture.hearers):
            pick = BadgePick()
            pick.clicked.connect(partial(self._on_clicked, pick))
            self.picks.append(pick)
            self._across.addWidget(pick, 0, Qt.AlignmentFlag.AlignTop)
        for pick, hearer in zip(self.picks, picture.hearers, strict=True):
            pick.show_choice(BadgeChoice(hearer.seat, hearer.badge, hearer.name, hearer.picked or hearer.told))
            pick.setEnabled(not hearer.told)
            pick.setAccessibleDescription(picture.text)

    def _on_clicked(self, pick: BadgePick, _on: bool = False) -> None:
        choice = pick.choice()
        if choice is not None:
            self.picked.emit(self._fact, choice.seat)


class OwnPage(Page):
    """Shown behind the curtain; `closed` when all that was ticked is on the log."""

    closed = Signal()

    def __init__(self) -> None:
        centre = QWidget()
        super().__init__(centre, None)
        self._scene: Scene | None = None
        self._picks: Picks = frozenset()
        self._under_way = 0
        self.header = PanelHeader("", "message-circle")
        self.line = Label("", "body", "text_secondary", wraps=True)
        self.fault = FaultLine()
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 8)
        self._inside.setSpacing(2)
        self._inside.addStretch(1)
        self._rows: Rows[FactRow, FactLine] = Rows(self._inside, self._made, FactLine.show_fact)
        facts = Card()
        lines = column(facts, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(self.header)
        top = column(words := QWidget(), margins=(14, 8, 14, 6), gap=4)
        top.addWidget(self.line)
        top.addWidget(self.fault)
        lines.addWidget(words)
        lines.addWidget(Scroller(inner), 1)
        whole = column(centre, margins=(0, 0, 0, 0), gap=10)
        whole.addWidget(facts, 1)

    @property
    def lines(self) -> list[FactLine]:
        return self._rows.widgets

    def show(self, scene: Scene) -> None:
        self._scene = scene
        self._picks = frozenset(pick for pick in self._picks if pick[1] not in already(scene, pick[0]))
        picture = told_picture(scene, self._picks)
        self.header.set_texts(picture.title)
        self.line.setText(picture.line)
        self._rows.fill(picture.rows)

    def now(self) -> NowBar:
        assert self._scene is not None
        return told_now(self._scene, self._picks)

    def primary(self) -> None:
        assert self._scene is not None
        asked = shares(self._scene, self._picks)
        if not asked:
            self.closed.emit()
        self._under_way = len(asked)
        for intent in asked:
            self.intent_asked.emit(intent)

    def stored(self, intent: Intent) -> None:
        if isinstance(intent, ShareFact):
            self._picks -= {(intent.fact, intent.to)}
            self._under_way -= 1
            if self._under_way == 0 and not self._picks:
                self.closed.emit()

    def refused(self, intent: Intent, text: str) -> bool:
        if isinstance(intent, ShareFact):
            self._under_way -= 1
            self.fault.set_fault(text)
            return True
        return False

    def draft(self) -> Draft | None:
        picks = sorted([fact.about, fact.number, int(seat)] for fact, seat in self._picks)
        return {"picks": picks} if picks else None

    def restore(self, draft: Draft) -> None:
        """What was ticked and not put on the log; facts that are gone are left out."""
        if self._scene is None:
            return
        known = {fact for fact, _icon, _text in facts_of(self._scene)}
        with suppress(TypeError, ValueError, LookupError):
            found = ((FactRef(about, int(number)), SeatId(int(seat))) for about, number, seat in draft["picks"])
            self._picks = frozenset(pick for pick in found if pick[0] in known)
        self.show(self._scene)
        self.now_changed.emit()

    def _made(self) -> FactLine:
        line = FactLine()
        line.picked.connect(self._on_picked)
        return line

    def _on_picked(self, fact: FactRef, seat: int) -> None:
        if self._scene is not None:
            self.fault.set_fault("")
            self._picks = picked(self._picks, fact, SeatId(seat) if seat else TABLE)
            self.show(self._scene)
            self.now_changed.emit()
            self.draft_changed.emit()
