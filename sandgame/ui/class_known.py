"""What the facilitator's window has been told of its class: for pages that are made later, and for the first page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import ClassState, ConsoleTold, LobbyTold, TableRow, Welcome
from sandgame.frames.console import CaseTold, PastClass
from sandgame.frames.line import HostEnded, JoinFailed, LineBack, LineLost, LineNews
from sandgame.present.console_class import class_length

_LINE = (LineLost, LineBack, HostEnded, JoinFailed)


class ClassKnown:
    """Nothing at first; `keep` takes frames in order."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        """What a console that is made later must know: told once, or last."""
        self.rows: dict[int, TableRow] = {}
        self.lobby: LobbyTold | None = None

    def keep(self, frame: Told | LineNews, *, console: bool) -> None:
        """With a `console` there only what others still need is kept."""
        if isinstance(frame, LobbyTold):
            self.lobby = frame
        elif isinstance(frame, ConsoleTold):
            self.rows.update({row.table: row for row in frame.tables})
        elif isinstance(frame, CaseTold | Welcome):
            self._told = [each for each in self._told if type(each) is not type(frame)] + [frame]
        elif not console and not isinstance(frame, _LINE):
            self._told.append(frame)

    @property
    def case(self) -> CaseTold | None:
        return next((each for each in self._told if isinstance(each, CaseTold)), None)

    @property
    def state(self) -> ClassState:
        return self.lobby.state if self.lobby is not None else "lobby"

    @property
    def open_seats(self) -> int:
        """Those at a laptop that still has a line."""
        tables = self.lobby.tables if self.lobby is not None else ()
        return sum(seat.chair == "here" for table in tables for seat in table.seats)

    @property
    def session(self) -> str:
        return next((each.session for each in self._told if isinstance(each, Welcome)), "")

    def for_console(self, lobby: LobbyTold) -> tuple[Told, ...]:
        rows = ConsoleTold(tuple(self.rows[number] for number in sorted(self.rows)))
        return (*self._told, lobby, rows)

    def card(self, past: Sequence[PastClass]) -> PastClass | None:
        """The class as the first page offers it until the store was read anew; None where too little is known."""
        case, lobby, session = self.case, self.lobby, self.session
        if case is None or lobby is None or not session:
            return None
        known = next((each for each in past if each.session == session), None)
        rows = self.rows.values()
        number = max((each.number for each in past), default=0) + 1 if known is None else known.number
        started = datetime.now().astimezone().isoformat(timespec="seconds") if known is None else known.started
        return PastClass(
            session=session,
            number=number,
            case=case.setup.case,
            title=case.cast.title,
            company=case.cast.company,
            started=started,
            tables=case.setup.tables,
            people=sum(seat.people for table in lobby.tables for seat in table.seats),
            length=class_length(self.rows.values(), case.setup.length),
            round=max((row.round for row in rows), default=1),
            state=lobby.state,
            played=bool(rows) and all(row.phase == "over" for row in rows),
        )
