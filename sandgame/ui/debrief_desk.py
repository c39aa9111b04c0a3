"""Beside the pages of the debrief: what a seat has to do at the page where the class stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sandgame.frames.debrief import PageName, TakeAway
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.ui.debrief_hand_in import Told, Work
from sandgame.ui.debrief_take import TakeAwayWork
from sandgame.ui.debrief_work import work_of
from sandgame.ui.kit.cards import Card, column
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.scroller import Scroller


class WorkDesk(QWidget):
    """Keeps the work at each page for each of `seats`, also while another is looked at."""

    kept = Signal(object)
    """A KeepDebrief, to the host."""
    card_changed = Signal()
    """What is being written on a take-away card."""
    seat_asked = Signal(int)
    """Another of the seats, by its place."""
    replaced = Signal()
    """Another work stands here, and somebody was at the one before."""

    def __init__(self, seats: tuple[SeatId, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats = seats
        self.works: dict[tuple[PageName, SeatId], Work] = {}
        self._work: Work | None = None
        self._who = PillChoice()
        self._who.chosen_changed.connect(self.seat_asked)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self._area = Scroller()
        lines.addWidget(self._area, 1)
        self._foot = QVBoxLayout()
        lines.addLayout(self._foot)

    @property
    def looks_only(self) -> bool:
        """There is nothing to do here but to look at the page."""
        return isinstance(self._work, Told)

    def card(self, seat: SeatId) -> TakeAway | None:
        """As the seat has written it so far."""
        work = self.works.get(("take_away", seat))
        return work.card() if isinstance(work, TakeAwayWork) else None

    def show_work(self, known: DebriefKnown, scene: DebriefScene, page: PageName, seat: SeatId) -> None:
        work = self.works.get((page, seat))
        if work is None:
            work = self.works[page, seat] = work_of(page, seat, known.speech)
            work.kept.connect(self.kept)
            if isinstance(work, TakeAwayWork):
                work.changed.connect(self.card_changed)
        for (of, other), each in self.works.items():
            if of == page:
                # at one laptop another seat's guess may be open too when the facts come
                each.show_known(known, scene)
                if known.remembers and each.remember(known.said(other)):
                    each.show_known(known, scene)
        if work is not self._work:
            self._put(work, scene, seat)

    def _put(self, work: Work, scene: DebriefScene, seat: SeatId) -> None:
        here = self.isAncestorOf(QApplication.focusWidget() or self)
        if self._work is not None:
            # kept for when its page comes again
            self._work.setParent(None)
            if self._work.foot is not None:
                self._work.foot.setParent(self._work)
        self._work = work
        if work.foot is not None:
            self._foot.addWidget(work.foot)
        made = Card()
        lines = column(made, margins=(14, 12, 14, 12), gap=10)
        if len(self._seats) > 1:
            self._who.set_options(
                [scene.name(each) for each in self._seats], [scene.badge(each) for each in self._seats]
            )
            self._who.set_chosen(self._seats.index(seat))
            lines.addWidget(self._who)
        lines.addWidget(work)
        work.show()
        lines.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.set_content(made)
        if here and self.isVisible():
            self.replaced.emit()
