"""The facilitator's way through a class: set-up, lobby, console, the big screen; leaving, coming back, the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import EndClass, LobbyTold, Welcome
from sandgame.frames.console import BookmarksTold, CaseTold
from sandgame.frames.fault import FaultError
from sandgame.frames.line import HostEnded, JoinFailed, LineLost, LineNews
from sandgame.frames.lobby import CaseCard
from sandgame.present.class_setup import ClassChoice, host_trouble
from sandgame.text.speech import Speech
from sandgame.ui.class_asks import ask_end, ask_leave, close_question
from sandgame.ui.class_debrief import DEBRIEF, ClassDebrief
from sandgame.ui.class_keys import ClassKeys
from sandgame.ui.class_known import ClassKnown
from sandgame.ui.class_setup import ClassSetupScreen
from sandgame.ui.class_share import ClassShare
from sandgame.ui.lobby import LobbyScreen
from sandgame.ui.projector import Projector
from sandgame.ui.questions import put

if TYPE_CHECKING:
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.console import ConsoleScreen
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.presenter import PresenterScreen
    from sandgame.ui.trouble import WaitScreen

Stage = Literal["", "setup", "founding", "returning", "lobby", "class"]
Cases = Callable[[], Sequence[CaseCard]]


class ClassRoom(QObject):  # long: a slot for each thing that can be told or asked
    """Puts its screens into the stack when they are first needed; hears the link only while it is `active`."""

    left = Signal()
    """Back to the first page; the host goes on without its window."""
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()
    titled = Signal(object)
    """The case's title, or None."""
    report_asked = Signal(object)
    """The PastClass that is to be put on paper."""

    def __init__(self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, speech: Speech) -> None:
        super().__init__(stack)
        self._stack, self._link, self._preferences, self._speech = stack, link, preferences, speech
        self._cases: Cases = tuple
        self._broken: Callable[[], Sequence[str]] = tuple
        self.stage: Stage = ""
        self._known = ClassKnown()
        self._ends = False
        self._session: str | None = None
        """The class that is gone back to; None once that was tried again."""
        self.setup: ClassSetupScreen | None = None
        self.lobby: LobbyScreen | None = None
        self.console: ConsoleScreen | None = None
        self.wait: WaitScreen | None = None
        self.projector = Projector(speech, stack)
        self._share = ClassShare(stack, self.projector, preferences, speech)
        self._share.changed.connect(self._on_shared)
        self.debrief = ClassDebrief(stack, self.projector, speech)
        self.debrief.asked.connect(self._ask)
        self.debrief.left.connect(self._from_debrief)
        self.debrief.report_asked.connect(self._on_report)
        self.debrief.close_asked.connect(self.ask_close)
        self.debrief.help_asked.connect(self.help_asked)
        self.debrief.settings_asked.connect(self.settings_asked)
        self.debrief.unshare_asked.connect(self.ask_unshare)
        self.projector.covered.connect(self._on_covered)
        link.told.connect(self.take)
        link.failed.connect(self._on_failed)
        self._keys = ClassKeys(self, stack, self.projector)

    def offer(self, cases: Cases, broken: Callable[[], Sequence[str]]) -> None:
        """Where the cases come from, when they are asked for."""
        self._cases, self._broken = cases, broken

    @property
    def presenter(self) -> PresenterScreen | None:
        return self.debrief.presenter

    @property
    def active(self) -> bool:
        return bool(self.stage)

    @property
    def founded(self) -> bool:
        """There is a class: people sign in, or it is played, or over."""
        return self.stage in ("lobby", "class")

    @property
    def takes_trouble(self) -> bool:
        """A class that could not be opened is said beside its button."""
        return self.stage in ("founding", "returning")

    # ways in

    def open(self) -> None:
        """The set-up; what was chosen before stays."""
        self.stage = "setup"
        page = self._setup()
        page.show_cases(tuple(self._cases()), tuple(self._broken()), self._speech)
        page.begin_anew()
        self._stack.setCurrentWidget(page)
        self.titled.emit(None)
        page.focus_first()

    def come_back(self, session: str = "", *, debrief: bool = False) -> None:
        """To the class of the running host, or of one that was played; of one that is over to its debrief."""
        from sandgame.ui.trouble import WaitScreen

        self._begin("returning")
        self.debrief.want(debrief)
        self._session = session
        if self.wait is None:
            self.wait = WaitScreen()
            self._stack.addWidget(self.wait)
        self.wait.show_words(self._speech.say("class-wait"), self._speech.say("class-wait-line"))
        self._stack.setCurrentWidget(self.wait)
        self._link.lead_again(session)

    def _begin(self, stage: Stage) -> None:
        """Nothing is known of a class before."""
        self.stage = stage
        self._drop_class()

    def _on_found(self, choice: ClassChoice) -> None:
        self._begin("founding")
        setup = choice.setup()
        self._preferences.add_draw(setup.case, setup.seed)
        self._link.found(setup)

    # what comes

    def take(self, frame: Told | LineNews) -> None:
        if self.stage not in ("founding", "returning", "lobby", "class"):
            return
        if isinstance(frame, JoinFailed | HostEnded) and self.stage in ("founding", "returning"):
            self._on_no_class(frame)
            return
        if isinstance(frame, DEBRIEF):
            self.debrief.take(frame)
            if self.console is not None:
                self._show_ready(self.console)
            self._to_wanted_debrief()
            return
        self.projector.take(frame)
        self._keep(frame)
        if self.console is not None:
            self.console.take(frame)
        if self.lobby is not None:
            self.lobby.take(frame)
        over = isinstance(frame, LobbyTold) and frame.state == "over"
        if self._ends and (over or isinstance(frame, LineLost | HostEnded)):
            self.leave()
            return
        self._go_on()

    def _keep(self, frame: Told | LineNews) -> None:
        if isinstance(frame, Welcome):
            self.debrief.know(frame.session)
            self._share.know(frame.session)
        elif isinstance(frame, BookmarksTold):
            self.debrief.mark(frame)
        before = self._known.lobby
        self._known.keep(frame, console=self.console is not None)
        if isinstance(frame, LobbyTold) and (before is None or before.state != frame.state):
            # what the first page says of this class is right before anybody is there again
            self._link.refresh()

    def _go_on(self) -> None:
        """From one page to the next, as soon as enough is known."""
        case, lobby = self._known.case, self._known.lobby
        if case is None or lobby is None:
            return
        if lobby.state == "lobby" and self.stage in ("founding", "returning"):
            self.stage = "lobby"
            page = self._lobby()
            page.take(case)
            page.take(lobby)
            self._stack.setCurrentWidget(page)
            self.titled.emit(case.cast.title)
            page.focus_first()
        elif lobby.state != "lobby" and self.stage != "class":
            self.stage = "class"
            self._show_console(case, lobby)

    def _show_console(self, case: CaseTold, lobby: LobbyTold) -> None:
        console = self._console()
        for frame in self._known.for_console(lobby):
            console.take(frame)
        self._stack.setCurrentWidget(console)
        self.titled.emit(case.cast.title)
        console.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_wanted_debrief()

    def _to_wanted_debrief(self) -> None:
        if self.stage == "class":
            self.debrief.open_if_wanted()

    def _from_debrief(self) -> None:
        if self.console is not None:
            self._show_ready(self.console)
            self._stack.setCurrentWidget(self.console)

    def _on_no_class(self, news: JoinFailed | HostEnded) -> None:
        if isinstance(news, HostEnded) and news.again:
            return
        plain = isinstance(news, HostEnded) and news.fault is None
        if plain and self.stage == "returning" and self._session is not None:
            # a host that was still ending when it was come back to: now it can be started again
            session, self._session = self._session, None
            self._link.lead_again(session)
            return
        fault: Exception = OSError("no host")
        if isinstance(news, HostEnded) and news.fault is not None:
            fault = FaultError(news.fault, news.place)
        self._on_failed(fault, self.come_back)

    def _on_failed(self, fault: Exception, _again: Callable[[], None]) -> None:
        """The class did not open: said where it was asked for."""
        if self.stage not in ("founding", "returning"):
            return
        self._link.hang_up()
        page = self._setup()
        if self.stage == "returning":
            page.show_cases(tuple(self._cases()), tuple(self._broken()), self._speech)
        self.stage = "setup"
        page.fail(host_trouble(self._speech, fault))
        self._stack.setCurrentWidget(page)

    # ways out

    def back(self) -> bool:
        """One step back; False if that is not this one's to say."""
        if not self.active:
            return False
        if self.presenter is not None and self._stack.currentWidget() is self.presenter:
            self.presenter.left.emit()
        elif self.founded:
            self.ask_leave()
        else:
            self.leave()
        return True

    def ask_leave(self) -> None:
        ask_leave(self._speech, self._stack.window(), self._known, self.leave, self.ask_end)

    def ask_end(self) -> None:
        ask_end(self._speech, self._stack.window(), self._known, self._end)

    def ask_close(self) -> None:
        """The debrief is done."""
        put(self._stack, close_question(self._speech), self._close)

    def _close(self) -> None:
        """A class is closed once: what was played to the end, or ended before, is not cut off by it."""
        if self._known.state != "over":
            self._link.ask(EndClass())
        self.debrief.close()
        if self.console is not None:
            self._show_ready(self.console)

    def _end(self) -> None:
        """From the lobby there is nothing to look at any more; from the console there is."""
        self._link.ask(EndClass())
        # left only when the host has written it down: else the first page would offer a way back to it
        self._ends = self.stage == "lobby"

    def leave(self) -> None:
        """Hang up and go; the host of a class that is not over goes on. The first page offers the way back at once:
        what the store says of it is read after the line was hung up."""
        self.stage = ""
        card = self._known.card(self._link.past)
        self._drop_class()
        self._link.hang_up()
        if card is not None:
            self._link.know(card)
        self.titled.emit(None)
        self.left.emit()

    def stop(self) -> None:
        """Before the window closes."""
        self.projector.close()
        if self.console is not None:
            self.console.stop()

    def _drop_class(self) -> None:
        self.projector.forget()
        self._known = ClassKnown()
        self.debrief.forget()
        for page in (self.lobby, self.console):
            if page is not None:
                page.hide()
                self._stack.removeWidget(page)
                page.deleteLater()
        if self.console is not None:
            self.console.stop()
        self.lobby = self.console = None
        self._share.forget()
        self._ends = False

    # the big screen

    @property
    def shared(self) -> bool:
        return self._share.on

    def share(self, shared: bool) -> None:
        """Everybody sees this screen: what belongs to single seats is locked. It stays so for this class."""
        self._share.share(shared)

    def ask_unshare(self) -> None:
        self._share.ask_off()

    def _on_shared(self, shared: bool) -> None:
        self.debrief.share(shared)
        if self.console is not None:
            self.console.shared = shared

    def _on_covered(self) -> None:
        """The big screen lies over this one: what stands under it would be seen as soon as it is closed."""
        self.share(True)
        self.debrief.put_away()

    def on_key(self, event: QKeyEvent) -> bool:
        """A key that came to the window itself."""
        return self._keys.press(event)

    # pages

    def open_help(self) -> None:
        """How a class is led; the trainees' help says other things."""
        from sandgame.present.class_help import Part, class_help
        from sandgame.ui.help import HelpSheet

        here: Part = "console" if self.stage == "class" else "lobby" if self.stage == "lobby" else "setup"
        sheet = HelpSheet(self._stack)
        sheet.show_page(class_help(self._speech, here), self._speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.projector.in_language(speech)
        self._share.in_language(speech)
        self.debrief.in_language(speech)
        for page in (self.setup, self.lobby, self.console):
            if page is not None:
                page.in_language(speech)

    def _setup(self) -> ClassSetupScreen:
        if self.setup is None:
            self.setup = ClassSetupScreen(self._preferences.draws)
            self.setup.found_asked.connect(self._on_found)
            self._add(self.setup)
        return self.setup

    def _lobby(self) -> LobbyScreen:
        if self.lobby is None:
            self.lobby = LobbyScreen(self._speech)
            self.lobby.asked.connect(self._ask)
            self.lobby.projector_asked.connect(self._share.open_sheet)
            self._add(self.lobby)
        return self.lobby

    def _add(self, page: ClassSetupScreen | LobbyScreen) -> None:
        page.back_asked.connect(self.back)
        page.help_asked.connect(self.help_asked)
        page.settings_asked.connect(self.settings_asked)
        self._stack.addWidget(page)

    def _console(self) -> ConsoleScreen:
        if self.console is None:
            from sandgame.ui.console import ConsoleScreen

            console = self.console = ConsoleScreen(self._speech)
            console.asked.connect(self._ask)
            console.left.connect(self.ask_leave)
            console.projector_asked.connect(self._share.open_sheet)
            console.debrief_asked.connect(self.debrief.open)
            console.report_asked.connect(self._on_report)
            console.close_asked.connect(self.ask_close)
            self._show_ready(console)
            console.settings_asked.connect(self.settings_asked)
            console.help_asked.connect(self.help_asked)
            console.full_screen_asked.connect(self.full_screen_asked)
            console.shared_changed.connect(self.share)
            console.shared = self.shared
            self._stack.addWidget(console)
        return self.console

    def _show_ready(self, console: ConsoleScreen) -> None:
        console.debrief_ready = self.presenter is not None
        console.report_ready = self.presenter is not None and self.presenter.lead.over
        console.show_closing(begun=self.debrief.begun, closed=self.debrief.closed)
        self.projector.say_goodbye(self.debrief.closed)

    def _on_report(self) -> None:
        card = self._known.card(self._link.past)
        if card is not None:
            self.report_asked.emit(card)

    def _ask(self, frame: Asked) -> None:
        self._link.ask(frame)
