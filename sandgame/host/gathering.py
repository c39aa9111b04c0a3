"""What a table gathers in its debrief: words, guesses, votes, consents; stored when told, shown without whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sandgame.frames import debrief_wire as wire
from sandgame.frames.debrief import GatheredTold, KeepDebrief, OwnNote, OwnSaid, Survey
from sandgame.frames.wire import UnreadableError
from sandgame.host.sealing import ONES_OWN, opened, seal
from sandgame.rules.ids import SeatId
from sandgame.store.records import Answer, Store

T = TypeVar("T")
Pair = tuple[int, int]
"""Provider and customer."""
AFTER, BEFORE = "b2", "a"
"""The surveys about the game, and before class."""
OCCASIONS = (BEFORE, AFTER)
SHOW = "show"
AGREED = (SHOW, "consent")
"""What whoever sits there now must have said."""
SAID = "said"
"""What a seat handed in at the pages, for itself alone; the same without whose it is stands under its own kinds."""
OF_ONESELF = (*AGREED, "note", "survey", SAID)
"""What a seat is told again of itself: nobody's who comes after."""


class Gathering:
    """Of one table; `persons` are the departments that people play, whom a consent is asked of."""

    def __init__(self, store: Store, session: str, number: int, game: int) -> None:
        self._store = store
        self._session = session
        self._number = number
        self._game = game
        self._kept = {(each.seat, each.kind): each.body for each in store.gathered(game) if each.body}
        """What was taken back is kept as nothing."""

    def keep(self, frame: KeepDebrief, secret: bytes = ONES_OWN) -> None:
        """Stored first. A survey goes apart from the seats; its own seat's copy, and that of what it hands in at the
        pages, open by `secret` alone. Raises FaultError."""
        survey = frame.survey
        answers = (*_answers(frame), *self._own_copy(frame, secret))
        if survey is not None:
            before = self.survey(frame.seat, survey.occasion, secret)
            # who fills it in again counts once
            survey = survey if before is None else survey.under(before.key)
            self._store.keep_survey(self._session, survey.key, survey.occasion, wire.encode(survey))
            answers = (*answers, Answer(frame.seat, _survey(survey.occasion), seal(secret, wire.encode(survey))))
        self._keep(answers)

    def _own_copy(self, frame: KeepDebrief, secret: bytes) -> Iterator[Answer]:
        before = self._handed_in(frame.seat, secret)
        now = before.handed_in(frame)
        if now != before and secret:
            yield Answer(frame.seat, SAID, seal(secret, wire.encode(now)))

    def _keep(self, answers: Sequence[Answer]) -> None:
        if answers:
            self._store.gather(self._game, answers)
            kept = self._kept | {(each.seat, each.kind): each.body for each in answers}
            self._kept = {of: body for of, body in kept.items() if body}

    def forget(self, seat: SeatId, what: Collection[str]) -> None:
        """Somebody else may sit there from now on. Raises FaultError."""
        self._keep([Answer(of, kind, b"") for of, kind in self._kept if of == seat and kind.partition(".")[0] in what])

    def take_out(self, seat: SeatId) -> list[Answer]:
        """What its people said of themselves, as it lies here: they sit elsewhere from now on. Raises FaultError."""
        found = [
            Answer(of, kind, body)
            for (of, kind), body in self._kept.items()
            if of == seat and kind.partition(".")[0] in OF_ONESELF
        ]
        self.forget(seat, OF_ONESELF)
        return found

    def put_in(self, seat: SeatId, answers: Sequence[Answer]) -> None:
        """What was taken out elsewhere. Raises FaultError."""
        self._keep([Answer(seat, each.kind, each.body) for each in answers])

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

    # -- what a seat hears of itself

    def said(self, secrets: Mapping[SeatId, bytes]) -> tuple[OwnSaid, ...]:
        """For their own laptops alone, each with what it opens."""
        return tuple(
            self._handed_in(seat, secret).beside(self._show_of(seat), self.survey(seat, AFTER, secret))
            for seat, secret in secrets.items()
        )

    def _handed_in(self, seat: SeatId, secret: bytes) -> OwnSaid:
        sealed = self._kept.get((seat, SAID))
        body = opened(secret, sealed) if sealed is not None and secret else None
        try:
            return OwnSaid(seat) if body is None else wire.read_said(body).at(seat)
        except UnreadableError:
            # kept by another program in another shape
            return OwnSaid(seat)

    def survey(self, seat: SeatId, occasion: str, secret: bytes) -> Survey | None:
        sealed = self._kept.get((seat, _survey(occasion)))
        body = None if sealed is None else opened(secret, sealed)
        try:
            return None if body is None else wire.read_survey(body)
        except UnreadableError:
            # kept by an older program in another shape
            return None

    def reseal(self, seat: SeatId, before: bytes, now: bytes) -> None:
        """Its people go on under another token: that they handed in goes with them. What they answered does not, since
        a code is made by the facilitator. Raises FaultError."""
        found = [survey for each in OCCASIONS if (survey := self.survey(seat, each, before)) is not None]
        bare = [survey.without_answers() for survey in found]
        self._keep([Answer(seat, _survey(each.occasion), seal(now, wire.encode(each))) for each in bare])

    # -- whether the table may be shown

    def waited_for(self, persons: Collection[SeatId], here: Collection[SeatId]) -> frozenset[SeatId]:
        """Whose yes it needs: of those who are there; where nobody is, of all. Who said no and went still says it, and
        looks like somebody who is there and has not answered."""
        there = {seat for seat in persons if seat in here} or {*persons}
        return frozenset(there | {seat for seat in persons if self._show_of(seat) is False})

    def shows(self, seats: Collection[SeatId]) -> int:
        """How many of them agree that the table is put on the big screen."""
        return sum(self._show_of(seat) is True for seat in seats)

    def _show_of(self, seat: SeatId) -> bool | None:
        body = self._kept.get((seat, SHOW))
        return None if body is None else wire.read_consent(body)

    def told(self, persons: Collection[SeatId], here: Collection[SeatId] | None = None) -> GatheredTold:
        """In an order that does not say who came first, nor whose it is. `here` are all of them where that is not
        known."""
        waited = self.waited_for(persons, persons if here is None else here)
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
            shows=self.shows(waited),
            agreed=self.shows(waited) == len(waited),
            next_weeks=len(self._read("next_week", wire.read_next_week)),
            away=len(persons) - len(waited),
            estimates=tuple(self._estimates()),
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

    def _estimates(self) -> list[tuple[int, int]]:
        return sorted(
            (int(kind.partition(".")[2]), wire.read_number(body))
            for (_, kind), body in self._kept.items()
            if kind.startswith("estimate.")
        )

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


def _survey(occasion: str) -> str:
    return f"survey.{occasion}"


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
    if frame.estimate is not None:
        yield Answer(frame.seat, f"estimate.{frame.estimate.moment}", wire.encode(frame.estimate.money))
    if frame.note is not None:
        yield Answer(frame.seat, f"note.{frame.note.log}", wire.encode(frame.note.text))
    if frame.consent is not None and frame.seat in frame.consent[:2]:
        provider, customer, agrees = frame.consent
        yield Answer(frame.seat, f"consent.{provider}.{customer}", wire.encode(agrees))
