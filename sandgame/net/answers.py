"""What the seats of a laptop answer in a debrief while its line is cut: it waits with the seat, and then goes out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sandgame.frames.class_wire import Told
from sandgame.frames.debrief import HalfTimeTold, KeepDebrief, OwnSaid, Survey, TableDebriefTold
from sandgame.frames.line import HeldSeat
from sandgame.net.held import HeldSeats


class LateAnswers:
    """Nobody is answered whether they were stored, so that nothing is lost by saying them again later: each takes the
    place of what the seat said before."""

    def __init__(self, seats: HeldSeats) -> None:
        self._seats = seats
        self._late: list[KeepDebrief] = []
        """What went out late, and all that was said after it: the host tells what it had kept before that."""

    def hold(self, held: HeldSeat, frame: KeepDebrief) -> HeldSeat:
        """Until there is a line again, also over a program that is closed."""
        return self._kept(replace(held, waiting=(*held.waiting, frame)))

    def release(self, held: HeldSeat) -> HeldSeat:
        """It goes out now."""
        self._late.extend(held.waiting)
        return self._kept(replace(held, waiting=())) if held.waiting else held

    def note(self, frame: KeepDebrief) -> None:
        if self._late:
            self._late.append(frame)

    def put_into(self, told: Told) -> Told:
        """What the host says of the seats here, with what has not been there when it said it."""
        if not self._late or not isinstance(told, TableDebriefTold | HalfTimeTold):
            return told
        return replace(told, said=tuple(_with(said, self._late) for said in told.said))

    def _kept(self, held: HeldSeat) -> HeldSeat:
        self._seats.keep(held)
        return held


def _with(said: OwnSaid, late: Iterable[KeepDebrief]) -> OwnSaid:
    for frame in late:
        if frame.seat == said.seat:
            show = said.show if frame.show is None else frame.show
            said = said.handed_in(frame).beside(show, _about_game(frame) or said.survey)
    return said


def _about_game(frame: KeepDebrief) -> Survey | None:
    return frame.survey if frame.survey is not None and frame.survey.occasion == "b2" else None
