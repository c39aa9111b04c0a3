"""The trainee shell: top bar, now bar, ledger, the page of the phase, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from sandgame.frames.seat import Answered, HostFrame, Seated
from sandgame.present import line as class_words
from sandgame.present import shell as words
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.help import help_page, in_use
from sandgame.present.pictures import ClockPicture
from sandgame.present.role import role_card
from sandgame.present.scene import Scene
from sandgame.rules.ids import Phase
from sandgame.rules.intents import Intent, ResumePhase
from sandgame.text.speech import Speech
from sandgame.ui.board_list import BoardLists, board_of
from sandgame.ui.class_round import ClassRound
from sandgame.ui.coach import Coach
from sandgame.ui.desk import Desk
from sandgame.ui.drafts import Draft, Drafts
from sandgame.ui.help import open_help, open_terms
from sandgame.ui.kit.cards import column
from sandgame.ui.kit.themed import Themed
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.kit.top_bar import TopBar
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.over import OverPage
from sandgame.ui.page import Page
from sandgame.ui.pages import PagesWhenAsked
from sandgame.ui.preferences import Preferences
from sandgame.ui.questions import put
from sandgame.ui.seat_news import SeatNews
from sandgame.ui.seat_questions import SeatQuestions
from sandgame.ui.seat_sending import SeatSending
from sandgame.ui.shell_bars import ShellBars
from sandgame.ui.shell_class import SeatInClass
from sandgame.ui.shell_keys import install, menu_items, open_menu
from sandgame.ui.unsent import UnsentBanner
from sandgame.ui.zones import NOTES, Zones


class ShellScreen(QWidget, Themed):  # long: a short slot for each thing that can happen
    """One seat from taking it to leaving it. `submit` sends an intent and gives its id; answers come as frames."""

    left = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    full_screen_asked = Signal()

    def __init__(
        self,
        speech: Speech,
        submit: Callable[[Intent], str],
        parent: QWidget | None = None,
        *,
        pages: Mapping[Phase, Page] | None = None,
        coach: bool = True,
        drafts: Path | None = None,
        preferences: Preferences | None = None,
        in_class: ClassRound | None = None,
        class_table: int = 0,
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._preferences = preferences
        self._class_table = class_table
        self._scene: Scene | None = None
        self._page: Page | None = None
        self.clock_of: Callable[[Scene], ClockPicture | None] = words.clock
        """What stands in the present step: a class has a clock of its own."""
        self._shown: tuple[tuple[int, int], Phase] | None = None
        self.questions = SeatQuestions(self, lambda: self._scene)
        self.news = SeatNews(self)
        self.sending = SeatSending(self, submit)
        self.bars = ShellBars(self)
        self.boards = BoardLists(on=preferences is not None and preferences.board_as_list)
        self.pages: dict[Phase, Page] = dict(pages) if pages is not None else PagesWhenAsked(self._furnish)
        self.drafts = Drafts(drafts, self._draft, self)
        self._build()
        self.coach = Coach(self, self.now, self.ledger, on=coach and (preferences is None or preferences.coach))
        for page in self.pages.values():
            self._furnish(page)
        self.zones = Zones(self._zone, self.desk.reveal, self)
        install(self, self.zones, self.on_zoom)
        self.in_class = SeatInClass(self, self, in_class) if in_class is not None else None

    def _build(self) -> None:
        self.top = TopBar()
        self.now = NowBarPanel(words.NOBODY)
        self.banner = UnsentBanner()
        self.ledger = LedgerPanel()
        self.desk = Desk(self.ledger)
        self.toasts = Toasts(self, zone=lambda: self.desk.centre)
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        for widget in (self.top, self.now, self.toasts.kept, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self.desk, 1)
        self.top.link.hide()
        self.top.help_asked.connect(self.on_help)
        self.top.menu_asked.connect(self.on_menu)
        self.now.check_asked.connect(self._on_check)
        self.now.primary_asked.connect(self.on_primary)
        self.now.change_asked.connect(self.on_change)
        self.now.undo_asked.connect(self.on_undo)
        self.now.redo_asked.connect(self.on_redo)
        self.ledger.row_asked.connect(self.bars.open_row)
        self.ledger.all_asked.connect(self.bars.switch_promises)
        self.banner.button.clicked.connect(self.sending.again)
        self.toasts.kept.room_changed.connect(self._on_room)

    def _furnish(self, page: Page) -> None:
        page.setParent(self)  # it goes with the shell, and with it what its signals hold of the shell
        page.intent_asked.connect(partial(self.sending.ask, page))
        page.now_changed.connect(partial(self._on_now_changed, page))
        page.draft_changed.connect(self.drafts.changed)
        page.dock_asked.connect(partial(self.desk.reveal, "dock"))
        page.question_put.connect(self.questions.follow)
        for zone in (page.centre, page.dock):
            if zone is not None:
                zone.setParent(self.desk)
                zone.hide()

    # what comes in

    def take(self, frame: HostFrame) -> None:
        """A frame of the host, in order, on the window's thread."""
        if isinstance(frame, Answered):
            self.sending.answered(frame)
            return
        before = self._scene
        if isinstance(frame, Seated):
            self.drafts.begin(frame.session)
            scene = Scene.of(frame, self._speech, self._number())
        elif before is not None:
            scene = before.changed(frame)
        else:
            return
        if self.in_class is not None:
            scene = scene.without(self.in_class.round.away)
        self._scene = scene
        self._show()
        if before is None and self._page is not None:
            self.drafts.restore(scene.view.table.round, scene.view.table.phase, self._page.restore)
        if before is not None:
            self.news.came(before, scene)
        if self.in_class is not None:
            self.in_class.moved(before, scene)

    def debrief_told(self, known: DebriefKnown) -> None:
        """The end page takes one's own page from it."""
        page = self.pages["over"]
        if isinstance(page, OverPage):
            page.show_debrief(known)

    def in_language(self, speech: Speech) -> None:
        """All words again in another language; drafts stay."""
        self._speech = speech
        if self._preferences is not None:
            self.coach.allow(on=self._preferences.coach)
            if self._preferences.board_as_list != self.boards.on:
                self.boards.switch(self._page.centre if self._page is not None else None, speech)
        if self.in_class is not None:
            self.in_class.in_language(speech)
        if self._scene is not None:
            self._scene = self._scene.in_language(speech)
            self._show()

    def stop(self) -> None:
        """Before the screen goes: what is drafted is kept, and nothing of it runs on."""
        self.drafts.keep()
        self.coach.stop()
        self.questions.close()
        if self.in_class is not None:
            self.in_class.stop()
        for page in self.pages.values():
            page.leave()

    def _draft(self) -> tuple[int, Phase, Draft | None]:
        assert self._scene is not None
        table = self._scene.view.table
        return table.round, table.phase, self._page.draft() if self._page is not None else None

    @property
    def scene(self) -> Scene | None:
        return self._scene

    def _number(self) -> int:
        """Of the table in its class; 0 without one."""
        return self.in_class.table if self.in_class is not None else self._class_table

    @property
    def is_watched(self) -> bool:
        """An observer looks on: nothing here can be done."""
        return self.in_class is not None and self.in_class.round.watching

    def show_clock(self) -> None:
        """Another second."""
        if self._scene is not None:
            self.top.set_clock(self.clock_of(self._scene))

    def show_away(self) -> None:
        """Somebody of the table lost the line, or has it again."""
        if self._scene is not None and self.in_class is not None:
            self._scene = self._scene.without(self.in_class.round.away)
            self._show()

    def show_again(self) -> None:
        """Top bar and now bar: something beside the scene has changed."""
        if self._scene is not None and self._page is not None:
            self._show_frame(self._scene, self._page)

    @property
    def page(self) -> Page | None:
        return self._page

    # showing

    def _show(self) -> None:
        scene = self._scene
        if scene is None:
            return
        table = scene.view.table
        page = self.pages[table.phase]
        is_new = (scene.attempt, table.phase) != self._shown
        if page is not self._page:
            if self._page is not None:
                self._page.leave()
            self._page = page
        page.show(scene)
        if is_new:
            self.toasts.forget_passing()
            self.sending.begin_phase(scene.speech)
            self._page_zones(page, scene)
        elif self.is_watched and self.in_class is not None:
            self.in_class.zones(page, scene)
        self._show_frame(scene, page)
        if is_new:
            self._shown = (scene.attempt, table.phase)
            self.now.announce()

    def _page_zones(self, page: Page, scene: Scene) -> None:
        if self.is_watched:
            page.watched()
        centre, dock = (page.centre, page.dock) if self.in_class is None else self.in_class.zones(page, scene)
        self.desk.show_page(centre, dock, page.ledger and not self.is_watched)

    def _show_frame(self, scene: Scene, page: Page) -> None:
        self.bars.show(scene, page)
        self.boards.follow(page.centre, scene.speech)
        self.coach.follow(scene, page)
        self.news.set_words(scene.speech)

    # what goes out

    def post(self, intent: Intent) -> None:
        """Not of a page."""
        self.sending.post(intent)

    def on_primary(self) -> None:
        page, scene = self._page, self._scene
        if page is None or scene is None or words.finished(scene) or QApplication.activeModalWidget() is not None:
            return
        if self.is_watched and self.in_class is not None:
            self.in_class.primary()
            return
        now = page.now()
        if not now.primary or not now.enabled:
            return
        if now.question is None:
            page.primary()
        else:
            self.questions.ask(page, now.question)

    def on_change(self) -> None:
        """Back to work while the phase still waits for others."""
        if self._scene is not None and self._page is not None:
            table = self._scene.view.table
            self.news.resuming()
            self.sending.ask(self._page, ResumePhase(round=table.round, phase=table.phase))

    def on_undo(self) -> None:
        if self._page is not None:
            self._page.undo()

    def on_redo(self) -> None:
        if self._page is not None:
            self._page.redo()

    # going places

    def _on_check(self, item: int) -> None:
        if self._page is not None:
            self._page.go(item)

    def _on_now_changed(self, page: Page) -> None:
        if page is self._page and self._scene is not None:
            self._show_frame(self._scene, page)

    def on_help(self) -> None:
        if self._scene is not None and QApplication.activeModalWidget() is None:
            self.coach.again()
            role = role_card(self._scene)
            open_help(self, words.help_page(self._scene), help_page(self._speech, in_use(self._scene)), role)

    def on_terms(self) -> None:
        if self._scene is not None and QApplication.activeModalWidget() is None:
            open_terms(self, help_page(self._speech, in_use(self._scene)), self._speech)

    def on_board_list(self) -> None:
        """From the sand to the list and back, with the focus on it if the page shows a board now."""
        page = self._page
        if page is None:
            return
        self.boards.switch(page.centre, self._speech)
        if self._preferences is not None:
            self._preferences.set_board_as_list(self.boards.on)
        board = board_of(page.centre)
        if board is not None:
            board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def on_zoom(self, by: float) -> None:
        if self._page is not None:
            self.boards.zoom(self._page.centre, by)

    def on_full_screen(self) -> None:
        self.full_screen_asked.emit()

    def on_menu(self) -> None:
        board = self._page is not None and board_of(self._page.centre) is not None
        items = menu_items(self, self._speech, board=board, as_list=self.boards.on)
        more = self.in_class.menu() if self.in_class is not None else []
        open_menu(self, self.top.menu, [*more, *items])

    def on_language(self) -> None:
        self.language_asked.emit("en" if self._speech.language == "zh" else "zh")

    def on_settings(self) -> None:
        self.settings_asked.emit()

    def on_leave(self) -> None:
        put(self, (class_words if self.in_class is not None else words).leave_question(self._speech), self.left.emit)

    def _zone(self, name: str) -> QWidget | None:
        page = self._page
        zones: dict[str, QWidget | None] = {
            "now": self.now,
            NOTES: self.toasts.kept if self.toasts.kept.isVisible() else None,
            "ledger": self.ledger if page is None or page.ledger else None,
            "centre": page.centre if page else None,
            "dock": page.dock if page else None,
            "top": self.top,
        }
        return zones[name]

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
        typing = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))
        if event.key() == Qt.Key.Key_Escape and self._scene is not None:
            self._on_escape()
            return
        if not plain and not typing and self._page is not None:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._page.key(event.key(), shift):
                return
        super().keyPressEvent(event)

    def _on_escape(self) -> None:
        """First what lies over the page, then the field that is being written in, then a card that was opened, and only
        then out of the session."""
        field = QApplication.focusWidget()
        if self.desk.drawer:
            self.desk.open_drawer("")
        elif self.toasts.read() or self.coach.close():
            return
        elif isinstance(field, QLineEdit | QPlainTextEdit):
            self.now.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._page is None or not self._page.back():
            self.on_leave()

    def focusNextPrevChild(self, following: bool) -> bool:
        return self.zones.step_control(1 if following else -1) or super().focusNextPrevChild(following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.arrange()
        self._on_room()

    def _on_room(self) -> None:
        """Page and dock lie elsewhere now: what points at something there follows."""
        if self._scene is not None and self._page is not None:
            self.coach.follow(self._scene, self._page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.arrange()
