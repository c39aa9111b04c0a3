"""A log read once: every event that counts with its number, the states around it and whose doing it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sandgame.rules import events as e
from sandgame.rules.apply import apply
from sandgame.rules.events import Event
from sandgame.rules.ids import CommitmentId, Phase, SeatId, SheetId
from sandgame.rules.intents import LineAnswer, Part
from sandgame.rules.rollback import live
from sandgame.rules.room_events import LineDecided
from sandgame.rules.scenario import Benchmarks
from sandgame.rules.state import Commitment, State
from sandgame.scoring.doing import Doer, acted_for, doer_of, whose
from sandgame.scoring.need import Asked, behind

LineNo = tuple[SheetId, int]
SeatWeek = tuple[SeatId, int]
E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Step:
    """One event that counts. `by` is the seat whose doing it is (0 for nobody's), `doer` who really did it."""

    number: int
    event: Event
    before: State
    after: State
    by: SeatId
    doer: Doer

    @property
    def round(self) -> int:
        return self.before.round

    @property
    def phase(self) -> Phase:
        return self.before.phase


@dataclass(slots=True)
class LineStory:
    """A request line: the step that asked for it, its true need, the words on it, and the commitments that it became.

    A word is (step, answer) of either side; `ended` is the step that closed it without an agreement.
    """

    sheet: SheetId
    line: int
    asked: Step
    need: Asked
    words: list[tuple[Step, LineAnswer]] = field(default_factory=list)
    agreed: list[CommitmentId] = field(default_factory=list)
    unanswered: list[Step] = field(default_factory=list)
    ended: Step | None = None

    @property
    def sent(self) -> e.SheetSent:
        assert isinstance(self.asked.event, e.SheetSent)
        return self.asked.event

    @property
    def provider(self) -> SeatId:
        return self.sent.provider

    @property
    def customer(self) -> SeatId:
        return self.sent.customer

    def first_word(self) -> tuple[Step, LineAnswer] | None:
        """The provider's first word on it."""
        return next(((step, word) for step, word in self.words if step.by == self.provider), None)


@dataclass(slots=True)
class PromiseStory:
    """A commitment: how it was made, what came of it when, and what was said about it.

    `word` is the step in which its provider gave its word: an acceptance, or the counter that was accepted; None where
    the standard or the room agreed for it. `came` are good, useful units by round, `shipments` the
    Delivers that brought them; `warned` and `terms` the steps.
    """

    commitment: CommitmentId
    made: Step
    word: Step | None
    came: list[tuple[int, int]] = field(default_factory=list)
    shipments: list[Step] = field(default_factory=list)
    warned: list[Step] = field(default_factory=list)
    terms: list[Step] = field(default_factory=list)
    replaced_by: tuple[CommitmentId, ...] = ()
    released: Step | None = None
    ended: Step | None = None
    """The Deliver in which it was kept, became overdue, lapsed or was broken; the first of these."""


class Record:
    """The log as indicators read it. A pure reading: nothing in it is changed once it is made."""

    def __init__(self, log: Sequence[Event], left_out: frozenset[SeatWeek] = frozenset()) -> None:
        """`left_out` is where somebody sat who is not scored. Raises ValueError for what is no log."""
        self.steps: list[Step] = []
        self.left_out = left_out
        self.lines: dict[LineNo, LineStory] = {}
        self.promises: dict[CommitmentId, PromiseStory] = {}
        self.prices: dict[CommitmentId, int] = {}
        """The price of the best order behind each commitment, told or not; new terms keep it."""
        self.begun: dict[tuple[int, Phase], Step] = {}
        """The start of each phase; the state in which seats act is its `after`."""
        self.closed: dict[int, Step] = {}
        """The end of each Negotiate; its `before` is what all had agreed to by then."""
        self.delivered: dict[int, Step] = {}
        """Each Deliver; its `before` holds all plans."""
        self._kinds: dict[type, list[Step]] = {}
        self._others: set[tuple[SeatId, int]] = set()
        self._acted: set[tuple[SeatId, int]] = set()
        self.timed_out: set[tuple[SeatId, int]] = set()
        self._read(log)
        self.seats = self.end.seats
        self.open_table = self.end.talk == "open"

    def of(self, kind: type[E]) -> Iterator[tuple[Step, E]]:
        """Steps of one kind of event, in order."""
        for step in self._kinds.get(kind, ()):
            yield step, step.event  # type: ignore[misc]  # kept under its own type

    @property
    def rounds(self) -> range:
        """The rounds that were delivered."""
        return range(1, max(self.delivered, default=0) + 1)

    def plays(self, seat: SeatId, round_: int) -> bool:
        """Whether the conduct of a seat in a round is marked: a person played it throughout, and it is not left out."""
        return (seat, round_) not in self.left_out and (seat, round_) not in self._others

    def speaks(self, seat: SeatId, round_: int) -> bool:
        """Whether what a seat did *not* do in a Negotiate counts: not where time ended for one that entered nothing."""
        silent = (seat, round_) in self.timed_out and (seat, round_) not in self._acted
        return self.plays(seat, round_) and not silent

    def own(self, step: Step) -> bool:
        """Whether a step is a marked person's own doing."""
        return step.doer == "seat" and self.plays(step.by, step.round)

    @property
    def scale(self) -> Benchmarks | None:
        return scale_of(self.steps[0].before.length if self.steps else self.end.length, self.end)

    @property
    def unscored(self) -> frozenset[SeatId]:
        """Departments where in any week somebody sat who is not scored."""
        return frozenset(seat for seat, _ in self.left_out)

    def by_others(self) -> tuple[tuple[SeatId, int], ...]:
        """Seats and weeks in which a bot or the stand-in played."""
        return tuple(sorted(self._others))

    def promise(self, story: PromiseStory) -> Commitment:
        """The commitment as it stands in the end."""
        return self.end.commitments[story.commitment]

    def _read(self, log: Sequence[Event]) -> None:
        state: State | None = None
        acting: SeatId | None = None
        for number, event in live(log):
            after = apply(state, event)
            if state is not None:
                doer = doer_of(state, event, acting)
                step = Step(number, event, state, after, whose(state, event), doer)
                self.steps.append(step)
                self._kinds.setdefault(type(event), []).append(step)
                self._note_players(after)
                self._note(step)
            acting = acted_for(acting, event)
            state = after
        if state is None:
            raise ValueError("no events")
        self.end = state

    def _note_players(self, state: State) -> None:
        if state.phase != "over":
            self._others.update((seat, state.round) for seat, who in state.players.items() if who != "person")

    def _note(self, step: Step) -> None:
        if step.phase == "negotiate" and step.by and step.doer == "seat" and not isinstance(step.event, e.SeatFinished):
            self._acted.add((step.by, step.round))
        note = _NOTES.get(type(step.event))
        if note is not None:
            note(self, step, step.event)


def scale_of(begun: int, end: State) -> Benchmarks | None:
    """The case's constants for the weeks that were played, in a session begun with so many weeks; None if it has none
    for them, or if they were beaten."""
    if end.length == begun:
        return end.benchmarks
    if end.phase == "over" and end.scale is None:
        return None
    return next((each.benchmarks for each in end.shorter if each.length == end.length), None)


def _seat_finished(record: Record, step: Step, event: e.SeatFinished) -> None:
    if event.default and step.phase == "negotiate":
        record.timed_out.add((event.seat, step.round))


def _phase_started(record: Record, step: Step, event: e.PhaseStarted) -> None:
    record.begun[event.round, event.phase] = step


def _sheet_sent(record: Record, step: Step, event: e.SheetSent) -> None:
    sheet = SheetId(event.sheet)
    for at, need in enumerate(behind(step.before, event, record.prices)):
        record.lines[sheet, at] = LineStory(sheet, at, step, need)


def _line_withdrawn(record: Record, step: Step, event: e.LineWithdrawn) -> None:
    record.lines[event.sheet, event.line].ended = step


def _sheet_answered(record: Record, step: Step, event: e.SheetAnswered) -> None:
    sheet = step.before.sheets[event.sheet]
    for answer in event.answers:
        story = record.lines[event.sheet, answer.line]
        story.words.append((step, answer))
        if step.after.sheets[event.sheet].lines[answer.line].state == "declined":
            story.ended = step
    for new in event.agreed:
        story = record.lines[event.sheet, new.line]
        word = next((s for s, _ in reversed(story.words) if s.by == sheet.provider), None)
        _promised(record, new.commitment, step, word, story)
    if event.given is not None and event.given.commitment:
        # a gift of units is promised by whoever put it on the sheet
        giver = step if step.by == sheet.customer else record.lines[event.sheet, 0].asked
        _promised(record, CommitmentId(event.given.commitment), step, giver, None)


def _promised(record: Record, number: CommitmentId, made: Step, word: Step | None, story: LineStory | None) -> None:
    record.promises[number] = PromiseStory(number, made, word)
    if story is not None:
        story.agreed.append(number)
        record.prices[number] = story.need.worth


def _line_decided(record: Record, step: Step, event: LineDecided) -> None:
    for new in event.agreed:
        _promised(record, new.commitment, step, None, record.lines[event.sheet, event.line])


def _negotiation_closed(record: Record, step: Step, event: e.NegotiationClosed) -> None:
    record.closed[step.round] = step
    for ref in (*event.unanswered, *event.lapsed):
        record.lines[ref.sheet, ref.line].unanswered.append(step)
    for ref in event.lapsed:
        record.lines[ref.sheet, ref.line].ended = step
    for new in event.by_standard:
        story = record.lines[new.sheet, new.line]
        story.unanswered.append(step)
        _promised(record, new.commitment, step, None, story)


def _promise_warned(record: Record, step: Step, event: e.PromiseWarned) -> None:
    record.promises[event.commitment].warned.append(step)


def _terms_proposed(record: Record, step: Step, event: e.TermsProposed) -> None:
    record.promises[event.commitment].terms.append(step)


def _terms_answered(record: Record, step: Step, event: e.TermsAnswered) -> None:
    old = record.promises[event.commitment]
    if not event.agreed:
        return
    old.replaced_by = tuple(new.commitment for new in event.agreed)
    provider = step.before.commitments[event.commitment].provider
    word = step if step.by == provider else old.terms[-1]
    for new in event.agreed:
        _promised(record, new.commitment, step, word, None)
        record.prices[new.commitment] = record.prices.get(event.commitment, 0)


def _promise_released(record: Record, step: Step, event: e.PromiseReleased) -> None:
    record.promises[event.commitment].released = step


def _delivered(record: Record, step: Step, event: e.Delivered) -> None:
    record.delivered[event.round] = step
    for line in event.shipped:
        good = line.units - line.bad - line.misfit
        story = record.promises[line.commitment]
        if line.units:
            story.came.append((event.round, good))
            story.shipments.append(step)
    for moved in event.commitments:
        story = record.promises[moved.commitment]
        if story.ended is None and moved.state != "open":
            story.ended = step


_NOTES: dict[type, Callable[[Record, Step, Any], None]] = {
    e.SeatFinished: _seat_finished,
    e.PhaseStarted: _phase_started,
    e.SheetSent: _sheet_sent,
    e.LineWithdrawn: _line_withdrawn,
    e.SheetAnswered: _sheet_answered,
    LineDecided: _line_decided,
    e.NegotiationClosed: _negotiation_closed,
    e.PromiseWarned: _promise_warned,
    e.TermsProposed: _terms_proposed,
    e.TermsAnswered: _terms_answered,
    e.PromiseReleased: _promise_released,
    e.Delivered: _delivered,
}


def units_of(parts: Iterable[Part]) -> int:
    return sum(part.units for part in parts)
