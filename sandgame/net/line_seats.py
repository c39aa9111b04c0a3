"""The seats that one line of a laptop is for: asked for again on each new line, and kept on disk as they change."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sandgame.frames.classroom import ObserveAgain, ReturnToSeat, SeatGiven, WatchGiven
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.line import HeldSeat
from sandgame.net.answers import LateAnswers
from sandgame.net.client import Line
from sandgame.net.code import code_of
from sandgame.net.held import HeldSeats
from sandgame.rules.ids import SeatId

NOBODY = SeatId(0)


class LineSeats:
    """By the token that gives each back; `answers` are what its people said in a debrief while the line was cut."""

    def __init__(self, kept: HeldSeats, answers: LateAnswers, returning: Iterable[HeldSeat]) -> None:
        self._kept = kept
        self._answers = answers
        self._held = {held.token: held for held in returning}

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(self._held)

    @property
    def sitting(self) -> tuple[SeatId, ...]:
        """Those that may do something."""
        return tuple(held.seat for held in self._held.values() if not held.watching)

    def back(self) -> tuple[ObserveAgain | ReturnToSeat, ...]:
        """How they are asked for again, in the order of `tokens`."""
        return tuple(
            ObserveAgain(token) if held.watching else ReturnToSeat(token) for token, held in self._held.items()
        )

    def keep(self, told: SeatGiven | WatchGiven, line: Line, was: SeatId = NOBODY, *, over: bool) -> None:
        """Who sits somewhere looks on nowhere, and looks on at one seat at a time."""
        welcome = line.welcome
        title = welcome.card.title
        names = [place.name for place in welcome.card.departments if place.seat == told.seat]
        if was:
            self.leave(was)
        for token in [token for token, held in self._held.items() if held.watching and token != told.token]:
            self.drop(token)
        held = HeldSeat(
            session=welcome.session,
            code=code_of(bytes.fromhex(line.fingerprint)),
            host=line.address.host,
            port=line.address.port,
            fingerprint=line.fingerprint,
            table=told.table,
            seat=told.seat,
            token=told.token,
            title_zh=title.zh,
            title_en=title.en,
            at=self._kept.now(),
            name_zh=names[0].zh if names else "",
            name_en=names[0].en if names else "",
            watching=isinstance(told, WatchGiven),
            over=over,
            waiting=self._held[told.token].waiting if told.token in self._held else (),
        )
        self._held[told.token] = held
        self._kept.keep(held)

    def leave(self, seat: SeatId) -> None:
        for token in [token for token, held in self._held.items() if held.seat == seat]:
            self.drop(token)

    def drop(self, token: str) -> None:
        self._held.pop(token, None)
        self._kept.drop(token)

    def drop_all(self) -> None:
        for token in self.tokens:
            self.drop(token)

    def hold(self, frame: KeepDebrief, *, over: bool) -> None:
        """For the line that comes; only for a seat that is held here."""
        for token, held in tuple(self._held.items()):
            if held.seat == frame.seat and not held.watching:
                self._held[token] = self._answers.hold(replace(held, over=held.over or over), frame)

    def release(self) -> list[KeepDebrief]:
        """All that was held goes out now."""
        waiting = [said for held in self._held.values() for said in held.waiting]
        self._held = {token: self._answers.release(held) for token, held in self._held.items()}
        return waiting
