"""What the seats of a table are told: the whole view on sitting down, then the sections that changed, as bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sandgame.frames import wire
from sandgame.frames.cast import Cast, Word
from sandgame.frames.seat import Seated, SeatHolder, only_said, with_said
from sandgame.rules.events import Event, MessageSent
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.sections import Heard, View
from sandgame.rules.state import State
from sandgame.rules.view import view

Tell = Callable[[bytes], None]
SECTIONS = View.__struct_fields__
FOR_ALL = ("table", "room", "company")
"""The sections that are the same for every seat: encoded once for all of them."""


class Words(Protocol):
    """The words of a case, told to a seat as its view names them."""

    def cast(self, seat: SeatId, services: tuple[ServiceId, ...]) -> Cast: ...

    def words_for(self, view: View) -> tuple[Word, ...]: ...


@dataclass
class Place:
    """Somebody who listens at a seat, and what was told there last."""

    seat: SeatId
    tell: Tell
    number: int
    view: View
    words: tuple[Word, ...]


class Telling:
    def __init__(self, session: str, words: Words, holders: tuple[SeatHolder, ...]) -> None:
        self._session = session
        self._words = words
        self._holders = holders
        self._places: list[Place] = []

    def held_by(self, holders: tuple[SeatHolder, ...]) -> None:
        """Who holds the seats from now on, for those who sit down."""
        self._holders = holders

    def sit(self, state: State, seat: SeatId, tell: Tell) -> Place:
        """The whole picture is told at once; from then on what changes."""
        seen = view(state, seat)
        place = Place(seat, tell, 0, seen, self._words.words_for(seen))
        self._places.append(place)
        self.tell_all(place)
        return place

    def leave(self, place: Place) -> None:
        self._places = [other for other in self._places if other is not place]

    def tell_all(self, place: Place) -> None:
        """The whole view as it was told last, under the same number."""
        services = tuple(service.service for service in place.view.board.services)
        cast = self._words.cast(place.seat, services)
        frame = Seated(self._session, place.seat, cast, self._holders, place.number, place.view, words=place.words)
        place.tell(wire.encode(frame))

    def news(self, state: State, events: Sequence[Event] = ()) -> None:
        """Each seat is told what changed for it; a section that did not change does not travel.

        `events` are those that led here. Most are messages: whom they go to is plain without looking at all else.
        """
        messages = [event for event in events if isinstance(event, MessageSent)]
        if messages and len(messages) == len(events):
            self._said(state.round, messages)
            return
        for_all: dict[str, bytes] = {}
        for place in tuple(self._places):
            old, new = place.view, view(state, place.seat)
            changed: dict[str, bytes] = {}
            for name in SECTIONS:
                section = getattr(new, name)
                if section == getattr(old, name):
                    continue
                if name in FOR_ALL:
                    if name not in for_all:
                        for_all[name] = wire.section(section)
                    changed[name] = for_all[name]
                elif name == "threads" and (said := only_said(old.threads, new.threads)) is not None:
                    changed["said"] = wire.section(said)
                else:
                    changed[name] = wire.section(section)
            words = self._words.words_for(new)
            if words != place.words:
                changed["words"] = wire.section(words)
            if changed:
                place.view, place.words, place.number = new, words, place.number + 1
                place.tell(wire.view_changed(place.seat, place.number, changed))

    def _said(self, round_: int, messages: Sequence[MessageSent]) -> None:
        for_all: dict[tuple[Heard, ...], bytes] = {}
        for place in tuple(self._places):
            said = tuple(
                Heard(round_, message.seat, message.to, message.text)
                for message in messages
                if message.to == TABLE or place.seat in (message.seat, message.to)
            )
            if said:
                if said not in for_all:
                    for_all[said] = wire.section(said)
                place.view, place.number = with_said(place.view, said), place.number + 1
                place.tell(wire.view_changed(place.seat, place.number, {"said": for_all[said]}))
