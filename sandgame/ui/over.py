"""The end: what the company made of what it could, what I was measured by, and what that may mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from sandgame.paint.look import Look
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import OwnPage, own_page
from sandgame.present.now import NowBar
from sandgame.present.over import OverPicture, over, over_now, way_home
from sandgame.present.scene import Scene
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.kpi_side import kpi_side
from sandgame.ui.moment_sheet import open_moment
from sandgame.ui.my_page import history, my_page
from sandgame.ui.page import Page
from sandgame.ui.result_page import result_page
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
        debrief, marks = told.debrief if told else None, own.marks if own else None
        open_moment(self.centre, moment(words, debrief, marks, log, said), scene.speech)

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
        made = (lambda: result_page(page), lambda: self._my_page(page), lambda: history(page.history))
        self._centre.set_content(made[self.ways.index()]())
        self._centre.verticalScrollBar().setValue(0)

    def _side(self, page: OverPicture) -> Card:
        assert self._scene is not None
        made = Card()
        lines = column(made, margins=(0, 0, 0, 0), gap=0)
        lines.addLayout(kpi_side(page))
        lines.addStretch(1)
        foot = column(margins=(14, 8, 14, 14), gap=8)
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
