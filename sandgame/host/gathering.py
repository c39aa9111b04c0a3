"""What a table gathers in its debrief: words, guesses, votes, consents; stored when told, shown without whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from sandgame.frames import debrief_wire as wire
from sandgame.frames.debrief import GatheredTold, KeepDebrief, OwnNote
from sandgame.frames.wire import UnreadableError
from sandgame.rules.ids import SeatId
from sandgame.store.records import Answer, Store

T = TypeVar("T")
Pair = tuple[int, int]
"""Provider and customer."""
AFTER = "b2"
"""The survey about the game."""
SHOW = "show"


class Gathering:
    """Of one table; `persons` are the departments that people play, whom a consent is asked of."""

    def __init__(self, store: Store, session: str, number: int, game: int) -> None:
        self._store = store
        self._session = session
        self._number = number
        self._game = game
        self._kept = {(each.seat, each.kind): each.body for each in store.gathered(game)}

    def keep(self, frame: KeepDebrief) -> None:
        """Stored first. Raises FaultError."""
        survey = frame.survey
        answers = tuple(_answers(frame))
        if survey is not None:
            self._store.keep_survey(self._session, survey.key, survey.occasion, wire.encode(survey))
        if answers:
            self._store.gather(self._game, answers)
        self._kept |= {(each.seat, each.kind): each.body for each in answers}

    def agreed(self, persons: Collection[SeatId], pairs: Iterable[Pair]) -> frozenset[Pair]:
        """The links whose story may be shown: both departments agreed, where people play them."""
        said = set(self._consents())
        return frozenset(
            pair for pair in pairs if all(seat not in persons or (*pair, seat) in said for seat in map(SeatId, pair))
        )

    def notes(self, seats: Collection[SeatId]) -> tuple[OwnNote, ...]:
        """For their own laptops alone."""
        found = [
            OwnNote(seat, int(kind.partition(".")[2]), wire.read_word(body))
            for (seat, kind), body in self._kept.items()
            if kind.startswith("note.") and seat in seats
        ]
        return tuple(sorted((note for note in found if note.text), key=lambda note: (note.seat, note.log)))

    def shows(self, persons: Collection[SeatId]) -> int:
        """How many of them agree that the table is put on the big screen."""
        said = {seat for (seat, kind), body in self._kept.items() if kind == SHOW and wire.read_consent(body)}
        return len(said & {*persons})

    def told(self, persons: Collection[SeatId]) -> GatheredTold:
        """In an order that does not say who came first, nor whose it is."""
        take_aways = self._read("take_away", wire.read_take_away)
        return GatheredTold(
            table=self._number,
            words=tuple(sorted(self._read("word", wire.read_word))),
            sliders=tuple(sorted(self._read("slider", wire.read_number))),
            guesses=tuple(sorted(self._read("guess", wire.read_guess), key=wire.encode)),
            plus=tuple(sorted(self._read("plus", wire.read_principle))),
            delta=tuple(sorted(self._read("delta", wire.read_principle))),
            consents=tuple(sorted(self._consents())),
            votes=tuple(self._votes()),
            take_aways=len(take_aways),
            rules=tuple(sorted({card.rule for card in take_aways if card.rule})),
            surveys=len(self._store.surveys(self._session, AFTER)),
            seats=len(persons),
            shows=self.shows(persons),
            agreed=self.shows(persons) == len(persons),
            next_weeks=len(self._read("next_week", wire.read_next_week)),
        )

    def _consents(self) -> Iterator[tuple[int, int, SeatId]]:
        for (seat, kind), body in self._kept.items():
            what, _, link = kind.partition(".")
            if what == "consent" and wire.read_consent(body):
                provider, _, customer = link.partition(".")
                yield int(provider), int(customer), seat

    def _votes(self) -> Iterator[tuple[int, int, int]]:
        counted = Counter(
            (int(kind.partition(".")[2]), wire.read_number(body))
            for (_, kind), body in self._kept.items()
            if kind.startswith("vote.")
        )
        return ((*vote, count) for vote, count in sorted(counted.items()))

    def _read(self, kind: str, read: Callable[[bytes], T]) -> list[T]:
        """What an older program kept in another shape is left out."""
        found: list[T] = []
        for (_, of), body in self._kept.items():
            if of == kind:
                try:
                    found.append(read(body))
                except UnreadableError:
                    continue
        return found


def _answers(frame: KeepDebrief) -> Iterator[Answer]:
    """All but the survey, each under its kind."""
    plain = {
        "word": frame.word,
        "slider": frame.slider,
        "guess": frame.guess,
        "plus": frame.plus,
        "delta": frame.delta,
        "take_away": frame.take_away,
        "next_week": frame.next_week,
        SHOW: frame.show,
    }
    for kind, answer in plain.items():
        if answer is not None:
            yield Answer(frame.seat, kind, wire.encode(answer))
    if frame.vote is not None:
        yield Answer(frame.seat, f"vote.{frame.vote.moment}", wire.encode(frame.vote.choice))
    if frame.note is not None:
        yield Answer(frame.seat, f"note.{frame.note.log}", wire.encode(frame.note.text))
    if frame.consent is not None and frame.seat in frame.consent[:2]:
        provider, customer, agrees = frame.consent
        yield Answer(frame.seat, f"consent.{provider}.{customer}", wire.encode(agrees))
