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
from sandgame.rules.sections import View
from sandgame.rules.state import SaidAt, State
from sandgame.rules.view import view

Tell = Callable[[bytes], None]
SECTIONS = View.__struct_fields__
Seen = tuple[View, tuple[Word, ...]]
"""What a seat sees, and its words."""
FOR_ALL = ("table", "room", "company")
"""The sections that are the same for every seat: encoded once for all of them."""
NAMELESS = {"table", "said"}
"""What names nothing new, as long as the week is the same."""


class Words(Protocol):
    """The words of a case, told to a seat as its view names them."""

    def cast(self, seat: SeatId, services: tuple[ServiceId, ...]) -> Cast: ...

    def words_for(self, view: View) -> tuple[Word, ...]: ...


@dataclass
class Place:
    """Somebody who listens at a seat, and what was told there last; `said` are the table's messages at that time."""

    seat: SeatId
    tell: Tell
    number: int
    view: View
    words: tuple[Word, ...]
    said: tuple[SaidAt, ...]


class Telling:
    def __init__(self, session: str, words: Words, holders: tuple[SeatHolder, ...]) -> None:
        self._session = session
        self._words = words
        self._holders = holders
        self._places: list[Place] = []
        self._told: State | None = None
        self._left: dict[SeatId, Seen] = {}
        self._casts: dict[SeatId, tuple[tuple[ServiceId, ...], Cast]] = {}

    def held_by(self, holders: tuple[SeatHolder, ...]) -> None:
        """Who holds the seats from now on, for those who sit down."""
        self._holders = holders

    def sit(self, state: State, seat: SeatId, tell: Tell) -> Place:
        """The whole picture is told at once; from then on what changes."""
        self._now_at(state)
        seen, words = self._left.get(seat) or self._seen(state, seat)
        place = Place(seat, tell, 0, seen, words, state.messages)
        self._places.append(place)
        self.tell_all(place)
        return place

    def leave(self, place: Place) -> None:
        self._places = [other for other in self._places if other is not place]
        self._left[place.seat] = place.view, place.words

    def _now_at(self, state: State) -> None:
        """What was told at a seat that was left holds for who comes back, as long as nothing has happened since."""
        if state is not self._told:
            self._told, self._left = state, {}

    def _seen(self, state: State, seat: SeatId) -> Seen:
        seen = view(state, seat)
        return seen, self._words.words_for(seen)

    def tell_all(self, place: Place) -> None:
        """The whole view as it was told last, under the same number."""
        cast = self._cast(place)
        frame = Seated(self._session, place.seat, cast, self._holders, place.number, place.view, words=place.words)
        place.tell(wire.encode(frame))

    def _cast(self, place: Place) -> Cast:
        services = tuple(service.service for service in place.view.board.services)
        known = self._casts.get(place.seat)
        if known is None or known[0] != services:
            known = self._casts[place.seat] = services, self._words.cast(place.seat, services)
        return known[1]

    def news(self, state: State, events: Sequence[Event] = ()) -> None:
        """Each seat is told what changed for it; a section that did not change does not travel.

        `events` are those that led here. Most are messages: whom they go to is plain without looking at all else.
        """
        self._now_at(state)
        messages = [event for event in events if isinstance(event, MessageSent)]
        if messages and len(messages) == len(events):
            self._said(state, len(messages))
            return
        for_all: dict[str, bytes] = {}
        new: View | None = None
        for place in tuple(self._places):
            old = place.view
            new = view(state, place.seat, old.threads.messages if state.messages is place.said else None, new)
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
            nameless = changed.keys() <= NAMELESS and old.table.round == new.table.round
            words = place.words if nameless else self._words.words_for(new)
            if words != place.words:
                changed["words"] = wire.section(words)
            if changed:
                place.view, place.words, place.said, place.number = new, words, state.messages, place.number + 1
                place.tell(wire.view_changed(place.seat, place.number, changed))

    def _said(self, state: State, count: int) -> None:
        """The last messages, and nothing else."""
        for_all: dict[tuple[SaidAt, ...], bytes] = {}
        for place in tuple(self._places):
            said = tuple(
                each for each in state.messages[-count:] if each.to == TABLE or place.seat in (each.seat, each.to)
            )
            place.said = state.messages
            if said:
                if said not in for_all:
                    for_all[said] = wire.section(said)
                place.view, place.number = with_said(place.view, said), place.number + 1
                place.tell(wire.view_changed(place.seat, place.number, {"said": for_all[said]}))
