"""What every page of a seat is made from: its view, the cast, the words it has been told, and a language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sandgame.frames.cast import Cast, CastDepartment, CastService, Texts, Word
from sandgame.frames.seat import Holder, Seated, SeatHolder, ViewChanged, merged
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.sections import View
from sandgame.text.speech import Speech


@dataclass(frozen=True)
class Scene:
    """Immutable; `changed` and `in_language` give a new one."""

    view: View
    cast: Cast
    words: dict[str, Texts]
    holders: dict[SeatId, Holder]
    number: int
    speech: Speech
    _departments: dict[SeatId, CastDepartment] = field(repr=False)
    _services: dict[ServiceId, CastService] = field(repr=False)
    class_table: int = 0
    """The number of the table in its class; 0 where there is no class, and so nobody who runs the room."""
    away: frozenset[SeatId] = frozenset()
    """Whose laptop has lost its line, as the lobby tells; its stand-in may not sit there yet."""

    @staticmethod
    def of(frame: Seated, speech: Speech, class_table: int = 0) -> Scene:
        cast = frame.cast
        return Scene(
            frame.view,
            cast,
            told(frame.words),
            held(frame.holders),
            frame.number,
            speech,
            {d.seat: d for d in cast.departments},
            {s.service: s for s in cast.services},
            class_table,
        )

    def changed(self, frame: ViewChanged) -> Scene:
        words = self.words if not isinstance(frame.words, tuple) else told(frame.words)
        view = merged(self.view, frame)
        return replace(self, view=view, words=words, number=frame.number)

    def in_language(self, speech: Speech) -> Scene:
        return replace(self, speech=speech)

    def without(self, away: frozenset[SeatId]) -> Scene:
        """Those seats are away now."""
        return self if away == self.away else replace(self, away=away)

    @property
    def seat(self) -> SeatId:
        return self.view.me.seat

    @property
    def attempt(self) -> tuple[int, int]:
        """The week, and how often the table was rolled back so far: what is drafted belongs to one of these."""
        return self.view.table.round, self.view.table.rolled_back

    @property
    def is_last(self) -> bool:
        """Nothing follows on this week, as long as the table is now."""
        return self.view.table.round >= self.view.table.length

    def pick(self, texts: Texts) -> str:
        return texts.zh if self.speech.language == "zh" else texts.en

    def department(self, seat: SeatId) -> CastDepartment:
        return self._departments[seat]

    def name(self, seat: SeatId) -> str:
        """The department's name."""
        return self.pick(self._departments[seat].name)

    def service(self, service: ServiceId) -> str:
        """The service's name; one that the cast does not hold has come with the words."""
        known = self._services.get(service)
        return self.pick(known.name if known else self.words[f"service.{service}.name"])

    def unit(self, service: ServiceId) -> str:
        known = self._services.get(service)
        return self.pick(known.unit if known else self.words[f"service.{service}.unit"])

    def client(self, order: OrderId) -> str:
        """Who stands behind an order."""
        return self.pick(self.words[f"order.{order}"])


def told(words: tuple[Word, ...]) -> dict[str, Texts]:
    return {word.key: word.text for word in words}


def held(holders: tuple[SeatHolder, ...]) -> dict[SeatId, Holder]:
    return {holder.seat: holder.holder for holder in holders}
