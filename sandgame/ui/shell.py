"""The trainee shell: top bar, now bar, ledger, the page of the phase, and the way of intents out and answers back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from sandgame.frames.seat import Answered, HostFrame, Seated
from sandgame.present import line as class_words
from sandgame.present import shell as words
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.help import help_page, in_use
from sandgame.present.ledger import ledger
from sandgame.present.news import news, room_said
from sandgame.present.pictures import ClockPicture
from sandgame.present.role import role_card
from sandgame.present.scene import Scene
from sandgame.rules.ids import Phase
from sandgame.rules.intents import Intent, ResumePhase, ShowSignal
from sandgame.rules.reason import Reason
from sandgame.text.speech import Speech
from sandgame.ui.board_list import BoardLists, board_of
from sandgame.ui.class_round import ClassRound
from sandgame.ui.coach import Coach
from sandgame.ui.desk import Desk
from sandgame.ui.drafts import Draft, Drafts
from sandgame.ui.help import open_help, open_terms
from sandgame.ui.kept_mark import KeptMark, is_keeping
from sandgame.ui.kit.themed import Themed
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.kit.top_bar import TopBar
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.outbox import Outbox
from sandgame.ui.over import OverPage
from sandgame.ui.page import Page
from sandgame.ui.pages import all_pages
from sandgame.ui.preferences import Preferences
from sandgame.ui.questions import put
from sandgame.ui.shell_class import SeatInClass
from sandgame.ui.shell_keys import install, menu_items, open_menu
from sandgame.ui.unsent import UnsentBanner
from sandgame.ui.zones import Zones


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
        self._outbox = Outbox(submit)
        self._scene: Scene | None = None
        self._page: Page | None = None
        self.clock_of: Callable[[Scene], ClockPicture | None] = words.clock
        """What stands in the present step: a class has a clock of its own."""
        self._shown: tuple[tuple[int, int], Phase] | None = None
        self._kept = KeptMark()
        self._all_promises = False
        self.boards = BoardLists(on=preferences is not None and preferences.board_as_list)
        self.pages: dict[Phase, Page] = dict(pages) if pages is not None else all_pages()
        self.drafts = Drafts(drafts, self._draft, self)
        self._build()
        self.coach = Coach(self, self.now, self.ledger, on=coach and (preferences is None or preferences.coach))
        for page in self.pages.values():
            page.intent_asked.connect(partial(self._on_intent, page))
            page.now_changed.connect(partial(self._on_now_changed, page))
            page.draft_changed.connect(self.drafts.changed)
            page.dock_asked.connect(partial(self.desk.reveal, "dock"))
            for zone in (page.centre, page.dock):
                if zone is not None:
                    zone.setParent(self.desk)
                    zone.hide()
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.top, self.now, self.banner):
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
        self.ledger.row_asked.connect(self._on_row)
        self.ledger.all_asked.connect(self._on_all)
        self.banner.button.clicked.connect(self.on_send_again)

    # what comes in

    def take(self, frame: HostFrame) -> None:
        """A frame of the host, in order, on the window's thread."""
        if isinstance(frame, Answered):
            self._answered(frame)
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
            for sentence in news(before, scene):
                self.toasts.say(sentence, "bell")
            for said in room_said(before, scene):
                kind = "reminder" if said.passes else ""
                self.toasts.say(said.text, "megaphone", stays=True, kind=kind, passes=said.passes)
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

    def _answered(self, frame: Answered) -> None:
        posted = self._outbox.answered(frame)
        if posted is None:
            return
        intent, page = posted
        if frame.refusal is not None and frame.refusal.reason is Reason.PAUSED and self.in_class is not None:
            # said in passing: beside the control it would stay when play goes on
            page.not_stored(intent)
            if not is_keeping(intent):
                self.toasts.say(self._speech.say("line-paused-refused"), "circle-pause", "caution")
        elif frame.refusal is not None:
            text = words.refusal_text(self._speech, frame.refusal)
            if not page.refused(intent, text) and not is_keeping(intent):
                self.toasts.say(text, "circle-alert", "caution")
        elif self._outbox.is_lost(frame):
            page.not_stored(intent)
        else:
            page.stored(intent)
            if self.in_class is not None:
                self.in_class.stored(intent)
        if is_keeping(intent) and frame.refusal is None:
            self._kept.answered(stored=not self._outbox.is_lost(frame))
            self._on_now_changed(page)
        self._show_unsent()

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
            self._outbox.forget()
            self._kept.begin()
            self._show_unsent()
            self._page_zones(page, scene)
        elif self.is_watched and self.in_class is not None:
            self.in_class.zones(page, scene)
        self._show_frame(scene, page)
        if is_new:
            self._shown = (scene.attempt, table.phase)
            self.now.announce()

    def _page_zones(self, page: Page, scene: Scene) -> None:
        centre, dock = (page.centre, page.dock) if self.in_class is None else self.in_class.zones(page, scene)
        self.desk.show_page(centre, dock, page.ledger and not self.is_watched)

    def _show_frame(self, scene: Scene, page: Page) -> None:
        say = scene.speech.say
        known = page.known(scene)
        bar = replace(words.top_bar(scene), balance=words.balance(known), clock=self.clock_of(scene))
        self.top.set_picture(self.in_class.bar(bar) if self.in_class is not None else bar)
        link = self.in_class.link_text() if self.in_class is not None else ""
        self.top.set_texts(link, say("shell-help"), say("shell-menu"))
        self.now.badge.set_picture(words.my_badge(scene))
        now = page.now()
        now = replace(now, kept=now.kept or self._kept.text(page.draft(), scene.speech))
        waiting = words.waiting(scene)
        if self.in_class is not None:
            now, waiting = self.in_class.now(now, waiting, scene)
        self.now.show_now(now, waiting, say("shell-undo"), say("shell-redo"))
        picture = ledger(known, self._all_promises)
        picture = replace(picture, promised=page.ledger_rows(picture.promised), owed=page.ledger_rows(picture.owed))
        self.ledger.show_ledger(picture)
        self.desk.rail.show_ledger(picture)
        self.boards.follow(page.centre, scene.speech)
        self.coach.follow(scene, page)
        opener = say("shell-show-dock")
        self.desk.opener.setToolTip(opener)
        self.desk.opener.setAccessibleName(opener)

    def _show_unsent(self) -> None:
        self.banner.show_unsent(self._speech, self._outbox.has_unsent)

    # what goes out

    def _on_intent(self, page: Page, intent: Intent) -> None:
        scene = self._scene
        if scene is None:
            return
        if words.finished(scene) and not isinstance(intent, ResumePhase | ShowSignal):
            if not is_keeping(intent):
                self.toasts.say(scene.speech.say("shell-finished-first"), "info")
            return
        if self.in_class is not None and not self.in_class.may_send(intent):
            page.not_stored(intent)
            return
        if is_keeping(intent):
            self._kept.sent(page.draft())
        self._outbox.post(intent, page)

    def post(self, intent: Intent) -> None:
        """Not of a page: said in passing, also by who is done with the phase."""
        if self._page is not None and (self.in_class is None or self.in_class.may_send(intent)):
            self._outbox.post(intent, self._page)

    def on_send_again(self) -> None:
        """What could not be stored, once more, by hand."""
        if self.in_class is None or self.in_class.may_send():
            self._outbox.send_again()
            self._show_unsent()

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
            put(self, now.question, page.primary, page.aside)

    def on_change(self) -> None:
        """Back to work while the phase still waits for others."""
        if self._scene is not None and self._page is not None:
            table = self._scene.view.table
            self._on_intent(self._page, ResumePhase(round=table.round, phase=table.phase))

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

    def _on_row(self, row: int, sheet: bool) -> None:
        if self._page is not None:
            self._page.open_row(row, sheet)
        if self.desk.drawer == "ledger":
            self.desk.open_drawer("")

    def _on_all(self) -> None:
        """The whole history of promises in the ledger, or only those that still matter."""
        self._all_promises = not self._all_promises
        if self._page is not None:
            self._on_now_changed(self._page)

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

    def on_next_zone(self) -> None:
        self.zones.step(1)

    def on_last_zone(self) -> None:
        self.zones.step(-1)

    def _zone(self, name: str) -> QWidget | None:
        page = self._page
        zones: dict[str, QWidget | None] = {
            "now": self.now,
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
        if self._scene is not None and self._page is not None:
            self.coach.follow(self._scene, self._page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.arrange()
