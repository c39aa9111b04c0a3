"""The debrief on a laptop of a table: the page that the facilitator turned, its work, one's own page, the survey."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.cast import Cast
from sandgame.frames.debrief import (
    DOTS,
    PAUSE,
    DebriefNews,
    EvidenceNote,
    KeepDebrief,
    PageName,
    PageTurned,
    Survey,
    TableDebriefTold,
)
from sandgame.frames.marks import PRINCIPLES, Principle
from sandgame.present.debrief_known import ALONE, DebriefKnown, last_step, next_step
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_own import own_page
from sandgame.present.debrief_pages import TWO_STEPS
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.debrief_desk import WorkDesk
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.debrief_seat import SeatOffers
from sandgame.ui.debrief_show import ShowAsk
from sandgame.ui.debrief_view import DebriefView
from sandgame.ui.kit.buttons import ButtonSize, LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.moment_sheet import MomentSheet, ScoresSheet, open_moment
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.survey import SurveyPage

DOCK = 296
_TABS = (("pages", "presentation"), ("own", "user"), ("survey", "clipboard-pen-line"))
_SURVEY = 2
_TABLE_TABS = (("pages", "presentation"), ("owns", "users"))


class DebriefScreen(QWidget):  # long: a slot for each thing that is told or done
    """`led`: a facilitator turns the pages; else prev and next are here. Several seats may sit at one laptop:
    `at_table` the pages lie open to all of them, and what is a seat's own is asked for (`visit_asked`)."""

    kept = Signal(object)
    """A KeepDebrief, to the host."""
    visit_asked = Signal(int)
    left = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(
        self,
        speech: Speech,
        seats: tuple[SeatId, ...],
        *,
        led: bool,
        at_table: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = DebriefKnown(speech)
        self._seats, self._led, self._at_table = seats, led, at_table
        self._seat = seats[0]
        self.bar = ScreenBar()
        self.tabs = Segmented()
        self.view = DebriefView()
        self.waiting = Label(role="heading", wraps=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.waiting_line = Label(role="body", tone="text_secondary", wraps=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.own = OwnPageView()
        self.survey = SurveyPage("b2", speech)
        self.offers = SeatOffers()
        self.desk = WorkDesk(seats)
        size: ButtonSize = "table" if at_table else "normal"
        self.prev = SecondaryButton("", "arrow-left", size=size)
        self.next = PrimaryButton("", "arrow-right", size=size)
        self.next.set_key("F9")
        self.show_ask = ShowAsk(speech, "table" if at_table else "small")
        self.scores, self.news = LinkButton(), SecondaryButton("", "presentation", size="small")
        self.about_me = SecondaryButton("", "clipboard-pen-line", size="small")
        """To the survey, where it is time for it."""
        self._news = False
        self._focus: Principle | None = None
        """Whose evidence is looked at here, if another was chosen."""
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
        top.addWidget(self.news)
        top.addWidget(self.about_me)
        top.addStretch(1)
        top.addWidget(self.scores)
        inside.addLayout(top)
        if self._at_table:
            # the page has the width: who sits a metre away must be able to read it
            top.addWidget(self.prev)
            top.addWidget(self.next)
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
        across.addWidget(self._lay_out_side())
        for page in (pages, self.offers) if self._at_table else (pages, self.own, self.survey):
            self._stack.addWidget(page)

    def _lay_out_side(self) -> QWidget:
        """The work at a page, and where nobody leads what turns it."""
        side = self._side = QWidget()
        side.setFixedWidth(DOCK)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.desk, 1)
        beside.addWidget(self.show_ask)
        beside.addWidget(self.follow)
        if not self._at_table:
            foot = row(gap=8)
            foot.addWidget(self.prev, 1)
            foot.addWidget(self.next, 1)
            beside.addLayout(foot)
        return side

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.left)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.tabs.index_changed.connect(self._on_tab)
        self.news.clicked.connect(self._on_news)
        self.view.moment_asked.connect(self._on_moment)
        self.view.principle_asked.connect(self._on_principle)
        self.own.moment_asked.connect(self._on_own_moment)
        self.prev.clicked.connect(self._on_prev)
        self.next.clicked.connect(self._on_next)
        self.desk.kept.connect(self.kept)
        self.desk.card_changed.connect(self._show_page)
        self.desk.seat_asked.connect(self._on_who)
        # who was writing stays at the page, and does not land on the way out
        self.desk.replaced.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.scores.clicked.connect(self._on_scores)
        self.about_me.clicked.connect(lambda: self._go_tab(_SURVEY))
        self.survey.handed_in.connect(self._on_handed_in)
        self.survey.skipped.connect(lambda: self._go_tab(0))
        self.offers.chosen.connect(self.visit_asked)
        self.show_ask.said.connect(self._on_show)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys begin at the pages, not at the way out."""
        super().showEvent(event)
        held = QApplication.focusWidget()
        if held is None or not self._stack.isAncestorOf(held):
            self.tabs.take_focus()

    # what comes

    @property
    def known(self) -> DebriefKnown:
        return self._known

    def take(self, frame: DebriefNews) -> None:
        before = self._known.turned
        self._known = self._known.took(frame)
        if isinstance(frame, PageTurned) and self._led and _went_on(before, frame):
            # who is at the own page or the survey is told, and not thrown out of it
            self._news = self.busy
        if isinstance(frame, TableDebriefTold):
            self._remember()
        self._show()

    def _remember(self) -> None:
        """Nobody is asked again, after this program or the host was closed."""
        said = self._known.said(self._seats[0])
        self.show_ask.say_again(said.show)
        if not self._at_table and said.survey is not None:
            self.survey.put_back(said.survey.answers)

    def meet(self, cast: Cast) -> None:
        """Who is at the table, before the debrief has come."""
        self._known = self._known.with_cast(cast)
        self._show()

    def in_language(self, speech: Speech) -> None:
        self._known = self._known.in_language(speech)
        self.survey.in_language(speech)
        self._show()

    def open_own(self) -> None:
        self._go_tab(1)

    def _go_tab(self, place: int) -> None:
        self.tabs.set_index(place)
        self._on_tab(place)

    def _on_tab(self, place: int) -> None:
        inside = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentIndex(place)
        if place == 0:
            self._news = False
        self._show_news()
        if inside:
            # not to the way out, where the next widget would be
            self.tabs.take_focus()

    @property
    def busy(self) -> bool:
        """Something else than the page of the class is looked at here."""
        return self.tabs.index() != 0

    def _on_news(self) -> None:
        """Where the class is: at another page, or at its goodbye."""
        closed = self._known.turned is not None and self._known.turned.closed
        self._go_tab(0)
        if closed:
            self.left.emit()

    def _show_news(self) -> None:
        """The class went on to another page or said goodbye, while something else is looked at here; or it is at the
        last page, and time for the survey."""
        say, turned = self._known.speech.say, self._known.turned
        self.about_me.setText(say("debrief-about-me"))
        last = turned is not None and turned.page == "take_away" and self._led and not self._at_table
        self.about_me.setVisible(last and not self.survey.done and not self.busy)
        self.news.setVisible(self._news and turned is not None)
        if turned is not None:
            name = say(f"debrief-page-{turned.page.replace('_', '-')}")
            self.news.setText(say("debrief-turned-closed") if turned.closed else say("debrief-turned", page=name))

    # showing

    def _show(self) -> None:
        known, say = self._known, self._known.speech.say
        pause = known.turned is not None and known.turned.pages == PAUSE
        if not self._led and known.told is not None and (known.turned is None or pause):
            self._known = known = known.turning(self._pages, 0, revealed=False)
        elif not self._led and known.told is None and known.half_time is not None and not pause:
            self._known = known = known.turning(PAUSE, 0, revealed=False)
        at_pause = known.turned is not None and known.turned.page == "half_time"
        for widget in (self.tabs, self.scores):
            widget.setVisible(not at_pause)
        tabs = _TABLE_TABS if self._at_table else _TABS
        self.tabs.set_options([(say(f"debrief-tab-{key}"), icon) for key, icon in tabs])
        self.scores.setText(say("debrief-scores"))
        self.prev.setText(say("debrief-prev"))
        self.follow.setText(say("debrief-follow"))
        self.follow.setVisible(self._led)
        self.show_ask.setVisible(self._led and known.turned is not None and known.turned.page != "half_time")
        self.show_ask.show_told(known.gathered, known.speech)
        for button in (self.prev, self.next):
            button.setVisible(not self._led and not (at_pause and button is self.prev))
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
        self._show_news()
        self._show_page()
        self._show_own()

    def _show_page(self) -> None:
        known, say = self._known, self._known.speech.say
        card = self.desk.card(self._seat)
        own = (self._seat, card) if card is not None else None
        page = known.page(own, self._focus)
        self._sheets.setCurrentIndex(0 if page is None else 1)
        self.waiting.setText(say("debrief-wait"))
        self.waiting_line.setText(say("debrief-wait-line"))
        self.view.show_page(page)
        turned = known.turned
        if turned is not None:
            reveals = self._reveals()
            self.next.setText(say("debrief-reveal" if reveals else "debrief-next"))
            self.prev.setEnabled(turned.place > 1 or turned.revealed)
            self.next.setEnabled(reveals or turned.place < turned.of)
            if turned.page == "half_time":
                # alone the game goes on from here
                self.next.setText(known.speech.say("debrief-half-on"))
                self.next.setEnabled(True)
        self._show_work()

    def _show_work(self) -> None:
        known, scene = self._known, self._known.scene
        if scene is None or known.turned is None:
            return
        self.desk.show_work(known, scene, known.turned.page, self._seat)
        if self._at_table:
            self.fit()
            # where there is nothing to do but to look, the page has all the room
            self._side.setVisible(not self.desk.looks_only or self._led)

    def fit(self) -> None:
        """Round a laptop the work is as wide as its text is large."""
        self._side.setFixedWidth(round(current_look().scaled(DOCK)) if self._at_table else DOCK)

    @property
    def _pages(self) -> tuple[PageName, ...]:
        """Where nobody leads: people round a table go through all of them."""
        return DOTS if self._at_table else ALONE

    def _show_own(self) -> None:
        if self._at_table:
            self.offers.show_known(self._known, self._seats)
            return
        scene, own = self._known.scene, self._known.own(self._seat)
        self.own.wait(self._known.speech.say("debrief-own-wait"))
        if scene is not None and own is not None:
            answers = self.survey.answers if self.survey.done else ()
            self.own.show_page(own_page(scene.hiding(False), own, answers, self._known.notes(self._seat)))

    # what is done here

    def _on_handed_in(self, survey: Survey) -> None:
        """The own view now stands beside the record on one's own page, here and nowhere else."""
        self.kept.emit(KeepDebrief(self._seat, survey=survey))
        self._show()

    def _on_show(self, agrees: bool) -> None:
        """Who sit at one laptop answer together."""
        for seat in self._seats:
            self.kept.emit(KeepDebrief(seat, show=agrees))
        self._show()

    def _on_who(self, place: int) -> None:
        self._seat = self._seats[place]
        self._show_page()
        self._show_own()

    def _reveals(self) -> bool:
        """Whether the second step of the page would show anything else: of a link nobody opened it does not."""
        turned = self._known.turned
        if turned is None or turned.page not in TWO_STEPS or turned.revealed:
            return False
        if self._led:
            return True
        then = self._known.turning(self._pages, turned.place - 1, revealed=True)
        return then.page() != self._known.page()

    def _on_next(self) -> None:
        turned = self._known.turned
        if turned is not None and turned.page == "half_time" and not self._led:
            self.left.emit()
        elif turned is not None and not self._led:
            stands = turned.revealed or not self._reveals()
            self._turn(*next_step(turned.pages, turned.place - 1, revealed=stands))

    def _on_prev(self) -> None:
        turned = self._known.turned
        if turned is None or self._led:
            return
        self._turn(*last_step(turned.pages, turned.place - 1, revealed=turned.revealed))
        came = self._known.turned
        if came is not None and came.revealed and came.page in TWO_STEPS:
            # a page of which both steps are the same is one step back too
            first = self._known.turning(self._pages, came.place - 1, revealed=False)
            if first.page() == self._known.page():
                self._turn(came.place - 1, False)

    def _turn(self, place: int, revealed: bool) -> None:
        self._known = self._known.turning(self._pages, place, revealed=revealed)
        self._show()

    def _on_own_moment(self, log: tuple[int, ...], said: str) -> None:
        """Beside one's own evidence a note can be written."""
        seat = self._seat
        sheet = self._on_moment(log, said, self._known.notes(seat).get(log[-1], "") if log else None)
        if sheet is not None and log:
            sheet.noted.connect(lambda text: self.kept.emit(KeepDebrief(seat, note=EvidenceNote(log[-1], text))))

    def _on_principle(self, principle: str) -> None:
        self._focus = next((each for each in PRINCIPLES if each == principle), None)
        self._show_page()

    def _on_moment(self, log: tuple[int, ...], said: str, note: str | None = None) -> MomentSheet | None:
        scene = self._known.scene
        if scene is None:
            return None
        own = self._known.own(self._seat)
        debrief = self._known.told.debrief if self._known.told is not None else None
        found = moment(scene, debrief, own.marks if own is not None else None, log, said)
        return open_moment(self, found, self._known.speech, note)

    def _on_scores(self) -> None:
        sheet = ScoresSheet(self, self._known.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.busy:
                # one step back: to the page of the class
                self._go_tab(0)
            elif not self._at_table:
                # whoever of a table presses it once too often does not take all the others out
                self.left.emit()
        elif event.key() == Qt.Key.Key_F9 and self._stack.currentWidget() is self.survey:
            self.survey.next.click()
        elif event.text().isdigit() and self._stack.currentWidget() is self.survey:
            self.survey.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F9 or event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._on_next()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._on_prev()
        else:
            super().keyPressEvent(event)


def _went_on(before: PageTurned | None, now: PageTurned) -> bool:
    return before is None or (before.page, before.closed) != (now.page, now.closed)
