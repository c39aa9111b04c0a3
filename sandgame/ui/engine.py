"""The engine as the window sees it: asked here, answered by signals on the window's thread; nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sandgame.ui.link import Errands, Link

if TYPE_CHECKING:
    from sandgame.frames.debrief import KeepDebrief
    from sandgame.frames.lobby import CaseCard, SessionCard, Setup
    from sandgame.rules.ids import SeatId
    from sandgame.rules.intents import Intent
    from sandgame.ui.ports import Play, Session

    Found = tuple[tuple[CaseCard, ...], tuple[str, ...], tuple[SessionCard, ...]]


class Engine(QObject):
    """Opens the play on another thread, lists cases and sessions, and holds the one session that is being played."""

    opened = Signal()
    ready = Signal()
    """What `make_ready` was asked for is loaded."""
    sessions_changed = Signal()
    frame_came = Signal(object)
    """A HostFrame of the session that was started or resumed last."""
    debrief_came = Signal(object)
    """OwnNews of the session under way, after its game."""
    failed = Signal(object, object)
    """What went wrong (an exception), and what to call to try again."""

    def __init__(
        self, open_play: Callable[[], Play], load_more: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_play = open_play
        self._load_more = load_more
        self._errands = Errands(self)
        self._play: Play | None = None
        self._asked = False
        self._session: Session | None = None
        self._link: Link | None = None
        self._news: Link | None = None
        self.cases: tuple[CaseCard, ...] | None = None
        """None as long as they are being opened."""
        self.broken_cases: tuple[str, ...] = ()
        self.sessions: tuple[SessionCard, ...] = ()

    def open_early(self) -> None:
        """Before it is needed, when it looks as if it soon will be; once."""
        if not self._asked:
            self.open()

    def open(self) -> None:
        """Also again, after a trouble was mended."""
        self._asked = True

        def found() -> Found:
            if self._play is None:
                self._play = self._open_play()
            return self._play.cases(), self._play.broken_cases(), self._play.sessions()

        self._errands.send(found, self._on_opened, lambda fault: self.failed.emit(fault, self.open))

    def make_ready(self) -> None:
        """Loads, behind the screen, what a person will need next: the shell and the words that inflect."""

        def loaded() -> None:
            import sandgame.ui.shell  # noqa: F401
            from sandgame.text.speech import make_ready

            make_ready()
            self._load_more()

        self._errands.send(loaded, lambda _nothing: self.ready.emit(), lambda fault: self.failed.emit(fault, self.open))

    def start(self, setup: Setup) -> None:
        self._sit(lambda play: play.start(setup), lambda: self.start(setup))

    def resume(self, session: str) -> None:
        self._sit(lambda play: play.resume(session), lambda: self.resume(session))

    def submit(self, intent: Intent, seat: SeatId | None = None) -> str:
        """Of `seat`, or of the first one held here. Gives the intent's id at once; the answer comes as a frame."""
        if self._session is None:
            raise RuntimeError("an intent without a session")
        return self._session.submit(intent, seat)

    def keep_debrief(self, frame: KeepDebrief) -> None:
        from sandgame.ui.ports import Debriefing

        session = self._session
        if isinstance(session, Debriefing):
            session.keep_debrief(frame)

    def leave(self) -> None:
        """Closes the session under way; its frames end here and now."""
        self.hang_up()

        def closed() -> tuple[SessionCard, ...]:
            session, self._session = self._session, None
            if session is not None:
                session.close()
            return self._play.sessions() if self._play is not None else ()

        self._errands.send(closed, self._on_sessions, lambda fault: self.failed.emit(fault, self.refresh))

    def delete(self, session: str) -> None:
        def deleted() -> tuple[SessionCard, ...]:
            play = self._ready()
            play.delete(session)
            return play.sessions()

        self._errands.send(deleted, self._on_sessions, lambda fault: self.failed.emit(fault, self.refresh))

    def refresh(self) -> None:
        """Reads the list of sessions anew."""
        self._errands.send(
            lambda: self._ready().sessions(), self._on_sessions, lambda fault: self.failed.emit(fault, self.refresh)
        )

    def close(self) -> None:
        """Waits until what is under way is done and the engine has closed its files."""
        self.hang_up()

        def closed() -> None:
            play, self._play = self._play, None
            if play is not None:
                play.close()

        self._errands.send(closed, lambda _nothing: None, lambda _fault: None)
        self._errands.close()

    def hang_up(self) -> None:
        """No more frames of the present session."""
        for link in (self._link, self._news):
            if link is not None:
                link.close()
                link.deleteLater()
        self._link = self._news = None

    def _sit(self, sit: Callable[[Play], Session], again: Callable[[], None]) -> None:
        self.hang_up()
        link = Link(self)
        link.frame_came.connect(self.frame_came)
        news = self._news = Link(self)
        news.frame_came.connect(self.debrief_came)
        self._link = link

        def seated() -> None:
            from sandgame.ui.ports import Debriefing

            # kept before the first frame can come, so that an answer always finds its session
            self._session = sit(self._ready())
            link.follow(self._session)
            if isinstance(self._session, Debriefing):
                news.follow_debrief(self._session)

        self._errands.send(seated, lambda _nothing: None, lambda fault: self.failed.emit(fault, again))

    def _ready(self) -> Play:
        if self._play is None:
            self._play = self._open_play()
        return self._play

    def _on_opened(self, found: Found) -> None:
        self.cases, self.broken_cases, self.sessions = found
        self.opened.emit()

    def _on_sessions(self, sessions: tuple[SessionCard, ...]) -> None:
        self.sessions = sessions
        self.sessions_changed.emit()
