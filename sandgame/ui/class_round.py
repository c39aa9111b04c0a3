"""What a class adds round a seat's pages: the clock, the line and its banner, notes of the facilitator and stand-in."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import CardKept, ClockTold, KeepCard, LobbyTold, StandInTold, WatchGiven, WordsCame
from sandgame.frames.line import LineBack, LineLost, LineNews
from sandgame.present.line import WARN, changed_time, clock_picture, shown_seconds
from sandgame.present.pictures import ClockPicture
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.kit.themed import current_look
from sandgame.ui.phase_clock import PhaseClock
from sandgame.ui.seat_line import SeatLine


class ClassRound(QObject):
    """Belongs to one table of a class. Screens place its banner, ask it for the clock, and follow its signals."""

    clock_changed = Signal()
    """Another second, or another state of the clock."""
    time_up = Signal(bool)
    """At 0 inputs lock until the host has collected; False when they open again."""
    line_changed = Signal(bool)
    """Whether the line stands."""
    said = Signal(str, str)
    """A short note, with its icon."""
    stood_in = Signal(object)
    """The `StandInTold` of whoever comes back."""
    away_changed = Signal()
    """Somebody of this table lost the line, or has it again."""
    grace_changed = Signal()
    """Another second of those in which the seat waits."""
    card_asked = Signal(object)
    """An observer's card is to be kept."""
    words_came = Signal(object)
    """A receipt for what whoever runs the room said."""
    card_kept = Signal(int)
    """The host has the card of this week."""
    retry_asked = Signal()
    check_asked = Signal()

    def __init__(
        self, speech: Speech, table: int, parent: QObject | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.watching = False
        """An observer's: nothing can be done, and no seat waits."""
        self.seats: tuple[SeatId, ...] = ()
        """Those held by this laptop."""
        self.away: frozenset[SeatId] = frozenset()
        """Seats of this table whose laptop has no line."""
        self.cards: tuple[KeepCard, ...] = ()
        """An observer's, as the host had them at the start."""
        self.marks = True
        """Who looks on has an observer's card; whoever runs the room has none."""
        self._speech = speech
        self.clock = PhaseClock(self, now)
        self.clock.ticked.connect(self._on_tick)
        self.clock.changed.connect(self._on_changed)
        self.line = SeatLine(speech, self, now)
        self.line.grace_changed.connect(self.grace_changed)
        self.banner = self.line.banner
        self.banner.retry.clicked.connect(self.retry_asked)
        self.banner.check.clicked.connect(self.check_asked)
        self._words: dict[SeatId, int] = {}
        """How many words of the room came to each seat, as the host was told."""
        self._up = False
        self._shown: tuple[object, ...] = ()
        self._warned = False

    @property
    def online(self) -> bool:
        return self.line.stands

    @property
    def waiting(self) -> bool:
        """The table was first, and the others are awaited."""
        return self.clock.told is not None and self.clock.told.waiting

    def why_not(self) -> str:
        """Why nothing can be sent now, "" if it can."""
        return self._speech.say("line-unsent") if not self.online else ""

    def why_refused(self) -> str:
        """Why a table that stands still has taken nothing: the host holds it, or the facilitator does; where it stands
        still before its clock is known to, nobody is named."""
        told = self.clock.told
        who = "waits" if self.waiting else "stopped" if told is not None and told.running else "paused"
        return self._speech.say(f"line-{who}-refused")

    def picture(self, scene: Scene) -> ClockPicture | None:
        told = self.clock.told
        paused = scene.view.room.paused
        here = told is not None and (told.round, told.phase) == (scene.view.table.round, scene.view.table.phase)
        left = self.clock.left if here else None
        return clock_picture(self._speech, left, paused=paused, waiting=paused and self.waiting, online=self.online)

    def link_text(self) -> str:
        return self._speech.say("line-on" if self.online else "line-off")

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self._shown = ()
        self.line.in_language(speech)

    def take(self, frame: Told | LineNews) -> None:
        if isinstance(frame, ClockTold) and (frame.table == self.table or self.watching):
            self._warned = frame.seconds is None or frame.seconds <= WARN
            self.clock.take(frame, calm=current_look().calm)
        elif isinstance(frame, LobbyTold):
            self._on_lobby(frame)
        elif isinstance(frame, LineLost):
            self._on_lost(frame)
        elif isinstance(frame, LineBack):
            self._on_back()
        elif isinstance(frame, StandInTold):
            self.stood_in.emit(frame)
        elif isinstance(frame, WatchGiven):
            self.watching, self.cards = True, frame.cards
        elif isinstance(frame, CardKept):
            self.card_kept.emit(frame.round)

    def _on_lobby(self, lobby: LobbyTold) -> None:
        seats = next((each.seats for each in lobby.tables if each.table == self.table), ())
        away = frozenset(each.seat for each in seats if each.chair == "away")
        if away != self.away:
            self.away = away
            self.away_changed.emit()

    def follow_words(self, scene: Scene) -> None:
        """Each seat's laptop says when it has them; who looks on is not meant."""
        count = len(scene.view.beside.told)
        if not self.watching and self._words.get(scene.seat, 0) != count:
            self._words[scene.seat] = count
            self.words_came.emit(WordsCame(scene.seat, count))

    def set_back(self) -> None:
        """The phase begins anew: its time is no time that was given."""
        self.clock.begin()

    def stop(self) -> None:
        self.clock.stop()
        self.line.stop()

    # the clock

    def _on_tick(self) -> None:
        left = self.clock.left
        told = self.clock.told
        shown = (left is None or shown_seconds(left), told)
        if shown != self._shown:
            self._shown = shown
            self.clock_changed.emit()
        if left is not None and left <= WARN and not self._warned and told is not None and told.running:
            self._warned = True
            self.said.emit(self._speech.say("line-30"), "timer")
        up = self.clock.is_over and self.online
        if up != self._up:
            self._up = up
            if up:
                self.said.emit(self._speech.say("line-time-up-toast"), "timer")
            self.time_up.emit(up)

    def _on_changed(self, seconds: float) -> None:
        if self.online:
            self.said.emit(changed_time(self._speech, seconds), "timer")

    # the line

    def _on_lost(self, news: LineLost) -> None:
        if self.line.lose(news, self.clock.left, waits=not self.watching):
            self.line_changed.emit(False)

    def _on_back(self) -> None:
        # a host that was started again has no receipts, and one that was not may have missed the last
        self._words = {}
        if self.line.mend():
            self.said.emit(self._speech.say("line-back"), "wifi")
            self.line_changed.emit(True)
