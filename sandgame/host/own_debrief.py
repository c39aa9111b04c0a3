"""The debrief of a session on a laptop of one's own: the same pages for whoever sits there, without a class."""

from __future__ import annotations

from sandgame.debrief.half_time import half_time
from sandgame.frames import debrief_wire
from sandgame.frames.debrief import HalfTimeTold, OwnSaid, TableDebriefTold
from sandgame.frames.wire import UnreadableError
from sandgame.host.debrief_words import cast, words
from sandgame.host.debriefs import Debriefs, over
from sandgame.host.gathering import Gathering
from sandgame.host.jobs import Desk, Jobs
from sandgame.host.sealing import ONES_OWN
from sandgame.host.table import Table
from sandgame.host.telling import Tell
from sandgame.rules.ids import SeatId
from sandgame.rules.state import State
from sandgame.scoring.record import Record
from sandgame.store.records import Kept, Store

THE_TABLE = 1


class OwnDebriefs:
    """Told to one listener, as bytes; nothing is made as long as nobody listens."""

    def __init__(self, store: Store, kept: Kept, table: Table, desk: Desk) -> None:
        self._store = store
        self._table = table
        self._roster = kept.start.roster
        self._package = kept.start.package
        self._seats = frozenset(kept.start.setup.people)
        self.jobs = Jobs(desk)
        self._debriefs = Debriefs(store, self.jobs, lambda _number: self._more())
        self._gathering = Gathering(store, kept.start.session, THE_TABLE, kept.game)
        self._tell: Tell | None = None
        self._half_told = False

    def close(self) -> None:
        self._tell = None
        self.jobs.close()

    def look(self) -> None:
        """Something became true at the table."""
        state = self._table.state
        if self._tell is None:
            return
        self._look_for_half_time(state)
        if state.phase == "over":
            self._debriefs.begin(
                over(self._store, THE_TABLE, self._table.game, state, self._table.events, self._package, self._roster)
            )
        elif state.round == state.length and state.phase != "brief":
            self.jobs.make_ready()

    def _look_for_half_time(self, state: State) -> None:
        """Once, when the week after it begins."""
        half = state.half_time
        if not half or self._half_told or (state.round, state.phase) != (half + 1, "brief"):
            return
        self._half_told = True
        assert self._tell is not None
        facts = half_time(Record(self._table.events), half)
        told = HalfTimeTold(THE_TABLE, half, facts, cast(self._package), self._said())
        self._tell(debrief_wire.encode(told))
        self._tell(debrief_wire.encode(self._gathering.told(self._seats)))

    def listen(self, tell: Tell) -> None:
        self._tell = tell
        self.look()
        self._more()

    def receive(self, data: bytes) -> None:
        """What is no answer of a seat that is held here is dropped. Raises FaultError."""
        try:
            frame = debrief_wire.read_keep(data)
        except UnreadableError:
            return
        if frame.seat in self._seats:
            self._gathering.keep(frame)
            if frame.consent is not None or frame.note is not None:
                self._more()
            if self._tell is not None:
                self._tell(debrief_wire.encode(self._gathering.told(self._seats)))

    def _more(self) -> None:
        made = self._debriefs.made.get(THE_TABLE)
        if made is None or self._tell is None:
            return
        # who plays alone has nobody to ask
        asked = self._seats if len(self._seats) > 1 else frozenset[SeatId]()
        agreed = self._gathering.agreed(asked, ((one.provider, one.customer) for one in made.debrief.stories))
        own = tuple(page for page in made.own if page.seat in self._seats)
        named = words(self._table.state, self._package)
        notes = self._gathering.notes(self._seats)
        told = TableDebriefTold(made.debrief.for_table(agreed), own, cast(self._package), named, notes, self._said())
        self._tell(debrief_wire.encode(told))

    def _said(self) -> tuple[OwnSaid, ...]:
        return self._gathering.said(dict.fromkeys(sorted(self._seats), ONES_OWN))
