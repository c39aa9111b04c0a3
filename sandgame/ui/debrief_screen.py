"""The debrief on a laptop of a table: the page that the facilitator turned, its work, one's own page, the survey."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.cast import Cast
from sandgame.frames.debrief import DebriefNews, KeepDebrief, PageName, PageTurned
from sandgame.present.debrief_known import ALONE, DebriefKnown, last_step, next_step
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import own_page
from sandgame.present.debrief_pages import TWO_STEPS
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.debrief_view import DebriefView
from sandgame.ui.debrief_work import TakeAwayWork, Work, work_of
from sandgame.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.moment_sheet import MomentSheet, ScoresSheet
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller
from sandgame.ui.survey import SurveyPage

DOCK = 296
_TABS = (("pages", "presentation"), ("own", "user"), ("survey", "clipboard-pen-line"))


class DebriefScreen(QWidget):  # long: a slot for each thing that is told or done
    """`led`: a facilitator turns the pages; else prev and next are here. Several seats may sit at one laptop."""

    kept = Signal(object)
    """A KeepDebrief, to the host."""
    left = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, speech: Speech, seats: tuple[SeatId, ...], *, led: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = DebriefKnown(speech)
        self._seats, self._led, self._place = seats, led, 0
        self._seat = seats[0]
        self._works: dict[tuple[PageName, SeatId], Work] = {}
        self._work: Work | None = None
        self.bar = ScreenBar()
        self.tabs = Segmented()
        self.view = DebriefView()
        self.waiting = Label(role="heading", wraps=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.waiting_line = Label(role="body", tone="text_secondary", wraps=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.own = OwnPageView()
        self.survey = SurveyPage("b2", speech)
        self.who = PillChoice()
        self.prev, self.next = SecondaryButton("", "arrow-left"), PrimaryButton("", "arrow-right")
        self.next.set_key("F9")
        self.scores = LinkButton()
        self.follow = Label(role="caption", tone="text_secondary", wraps=True, icon="presentation")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.bar)
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 8, 10, 10)
        inside.setSpacing(8)
        top = row(gap=10)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.scores)
        inside.addLayout(top)
        self._stack = QStackedWidget()
        inside.addWidget(self._stack, 1)
        lines.addLayout(inside, 1)
        pages = QWidget()
        across = row(pages, gap=10)
        self._sheets = QStackedWidget()
        wait = QWidget()
        words = QVBoxLayout(wait)
        words.addStretch(1)
        words.addWidget(self.waiting)
        words.addWidget(self.waiting_line)
        words.addStretch(1)
        self._sheets.addWidget(wait)
        self._sheets.addWidget(self.view)
        across.addWidget(self._sheets, 1)
        side = QWidget()
        side.setFixedWidth(DOCK)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        self._dock = Scroller()
        beside.addWidget(self._dock, 1)
        beside.addWidget(self.follow)
        foot = row(gap=8)
        foot.addWidget(self.prev, 1)
        foot.addWidget(self.next, 1)
        beside.addLayout(foot)
        across.addWidget(side)
        for page in (pages, self.own, self.survey):
            self._stack.addWidget(page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.left)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.tabs.index_changed.connect(self._stack.setCurrentIndex)
        self.view.moment_asked.connect(self._on_moment)
        self.own.moment_asked.connect(self._on_moment)
        self.prev.clicked.connect(self._on_prev)
        self.next.clicked.connect(self._on_next)
        self.who.chosen_changed.connect(self._on_who)
        self.scores.clicked.connect(self._on_scores)
        self.survey.handed_in.connect(lambda survey: self.kept.emit(KeepDebrief(self._seat, survey=survey)))
        self.survey.skipped.connect(lambda: self._go_tab(0))

    # what comes

    @property
    def known(self) -> DebriefKnown:
        return self._known

    def take(self, frame: DebriefNews) -> None:
        before = self._known.turned
        self._known = self._known.took(frame)
        if isinstance(frame, PageTurned) and self._led and (before is None or before.page != frame.page):
            self._go_tab(0)
        self._show()

    def meet(self, cast: Cast) -> None:
        """Who is at the table, before the debrief has come."""
        self._known = self._known.with_cast(cast)
        self._show()

    def in_language(self, speech: Speech) -> None:
        self._known = self._known.in_language(speech)
        self.survey.in_language(speech)
        self._show()

    def _go_tab(self, place: int) -> None:
        self.tabs.set_index(place)
        self._stack.setCurrentIndex(place)

    # showing

    def _show(self) -> None:
        known, say = self._known, self._known.speech.say
        if not self._led and known.told is not None and known.turned is None:
            self._known = known = known.turning(ALONE, 0, revealed=False)
        self.tabs.set_options([(say(f"debrief-tab-{key}"), icon) for key, icon in _TABS])
        self.scores.setText(say("debrief-scores"))
        self.prev.setText(say("debrief-prev"))
        self.follow.setText(say("debrief-follow"))
        self.follow.setVisible(self._led)
        for button in (self.prev, self.next):
            button.setVisible(not self._led)
        scene = known.scene
        if scene is None:
            self.bar.show_texts(say("debrief-screen"), "", known.speech)
        else:
            name = scene.listed([scene.name(seat) for seat in self._seats])
            table = known.told.debrief.table if known.told is not None else 0
            self.bar.show_texts(
                f"{say('debrief-screen')} · {scene.pick(scene.cast.title)}",
                say("debrief-screen-sub", table=table, name=name)
                if self._led and table
                else say("debrief-screen-alone", name=name),
                known.speech,
            )
        self._show_page()
        self._show_own()

    def _show_page(self) -> None:
        known, say = self._known, self._known.speech.say
        work = self._works.get(("take_away", self._seat))
        own = (self._seat, work.card()) if isinstance(work, TakeAwayWork) else None
        page = known.page(own)
        self._sheets.setCurrentIndex(0 if page is None else 1)
        self.waiting.setText(say("debrief-wait"))
        self.waiting_line.setText(say("debrief-wait-line"))
        self.view.show_page(page)
        turned = known.turned
        if turned is not None:
            reveals = turned.page in TWO_STEPS and not turned.revealed
            self.next.setText(say("debrief-reveal" if reveals else "debrief-next"))
            self.prev.setEnabled(turned.place > 1 or turned.revealed)
            self.next.setEnabled(reveals or turned.place < turned.of)
        self._show_work()

    def _show_work(self) -> None:
        known, scene = self._known, self._known.scene
        if scene is None or known.turned is None:
            return
        place = (known.turned.page, self._seat)
        work = self._works.get(place)
        if work is None:
            work = self._works[place] = work_of(*place)
            work.kept.connect(self.kept)
            if isinstance(work, TakeAwayWork):
                work.changed.connect(self._show_page)
        work.show_known(known, scene)
        if work is self._work:
            return
        if self._work is not None:
            # kept for when its page comes again
            self._work.setParent(None)
        self._work = work
        made = Card()
        lines = column(made, margins=(14, 12, 14, 12), gap=10)
        if len(self._seats) > 1:
            self.who.set_options(
                [scene.name(seat) for seat in self._seats], [scene.badge(seat) for seat in self._seats]
            )
            self.who.set_chosen(self._seats.index(self._seat))
            lines.addWidget(self.who)
        lines.addWidget(work)
        work.show()
        lines.addStretch(1)
        old = self._dock.takeWidget()
        if old is not None:
            old.deleteLater()
        self._dock.set_content(made)

    def _show_own(self) -> None:
        scene, own = self._known.scene, self._known.own(self._seat)
        self.own.wait(self._known.speech.say("debrief-own-wait"))
        if scene is not None and own is not None:
            self.own.show_page(own_page(scene.hiding(False), own))

    # what is done here

    def _on_who(self, place: int) -> None:
        self._seat = self._seats[place]
        self._show_page()
        self._show_own()

    def _on_next(self) -> None:
        turned = self._known.turned
        if turned is not None and not self._led:
            self._turn(*next_step(turned.pages, turned.place - 1, revealed=turned.revealed))

    def _on_prev(self) -> None:
        turned = self._known.turned
        if turned is not None and not self._led:
            self._turn(*last_step(turned.pages, turned.place - 1, revealed=turned.revealed))

    def _turn(self, place: int, revealed: bool) -> None:
        self._known = self._known.turning(ALONE, place, revealed=revealed)
        self._show()

    def _on_moment(self, log: tuple[int, ...], said: str) -> None:
        scene = self._known.scene
        if scene is None:
            return
        own = self._known.own(self._seat)
        debrief = self._known.told.debrief if self._known.told is not None else None
        picture = moment(scene, debrief, own.marks if own is not None else None, log, said)
        sheet = MomentSheet(self, picture, self._known.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def _on_scores(self) -> None:
        sheet = ScoresSheet(self, self._known.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F9 and self._stack.currentIndex() == 2:
            self.survey.next.click()
        elif event.key() == Qt.Key.Key_F9 or event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._on_next()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._on_prev()
        else:
            super().keyPressEvent(event)
