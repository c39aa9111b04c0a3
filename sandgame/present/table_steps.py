"""What two taps ask of the host: one intent after the other, and how the first is taken back if the second fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sandgame.present.table_form import FormDraft, from_line, give_of
from sandgame.present.table_scene import OpenLine, TableScene
from sandgame.rules.ids import CommitmentId, SeatId, SheetId
from sandgame.rules.intents import (
    Accept,
    AnswerSheet,
    AnswerTerms,
    Counter,
    Intent,
    ProposeTerms,
    ReleasePromise,
    SendSheet,
    WantedLine,
    Warn,
    WithdrawLine,
)

Asked = tuple[SeatId, Intent]
Step = Callable[[TableScene], Asked]
"""Made when its turn has come: the number of a sheet is known only after it was sent."""


@dataclass(frozen=True)
class Steps:
    """`undo` takes the first step back after a later one was refused."""

    do: tuple[Step, ...]
    undo: Step | None = None


def steps_of(table: TableScene, draft: FormDraft) -> Steps:
    assert draft.pair is not None, "nobody to agree"
    if draft.line is not None:
        return _answer(table, draft, draft.line)
    if draft.row is not None:
        return _change(table, draft, draft.row)
    return _record(table, draft, *draft.pair)


def _record(table: TableScene, draft: FormDraft, giver: SeatId, taker: SeatId) -> Steps:
    """A request by who takes, its acceptance by who gives; a bot accepts by itself, or not."""
    service = draft.service
    assert service is not None

    def send(now: TableScene) -> Asked:
        line = WantedLine(service, draft.units, draft.due)
        return taker, SendSheet(
            round=now.table.round, phase=now.table.phase, provider=giver, lines=(line,), give=give_of(draft)
        )

    def accept(now: TableScene) -> Asked:
        return giver, AnswerSheet(
            round=now.table.round, phase=now.table.phase, sheet=newest(now, giver, taker), answers=(Accept(0),)
        )

    def withdraw(now: TableScene) -> Asked:
        return taker, WithdrawLine(
            round=now.table.round, phase=now.table.phase, sheet=newest(now, giver, taker), line=0
        )

    return Steps((send, accept) if table.is_person(giver) else (send,), withdraw)


def newest(table: TableScene, giver: SeatId, taker: SeatId) -> SheetId:
    """The sheet between these two that was sent last."""
    return max(s.sheet for s in table.sheets() if (s.provider, s.customer) == (giver, taker))


def take_back(table: TableScene, draft: FormDraft) -> Asked | None:
    """What waits for a bot is taken back by who asked."""
    if not draft.sent or draft.pair is None:
        return None
    if draft.line is not None and table.is_person(draft.pair[1]):
        return draft.pair[1], WithdrawLine(
            round=table.table.round, phase=table.table.phase, sheet=draft.line[0], line=draft.line[1]
        )
    if draft.row is not None:
        person = next(seat for seat in draft.pair if table.is_person(seat))
        return person, AnswerTerms(round=table.table.round, phase=table.table.phase, commitment=draft.row, agree=False)
    return None


def is_as_asked(table: TableScene, draft: FormDraft, place: tuple[SheetId, int]) -> bool:
    """Whether the form still says what the line says."""
    sheet = table.sheet(place[0])
    if sheet is None:
        return False
    asked = from_line(table, OpenLine(sheet, place[1]))
    return (asked.part, asked.give) == (draft.part, draft.give)


def _answer(table: TableScene, draft: FormDraft, place: tuple[SheetId, int]) -> Steps:
    number, at = place
    sheet = table.sheet(number)
    assert sheet is not None
    speaker = OpenLine(sheet, at).speaker
    other = sheet.customer if speaker == sheet.provider else sheet.provider

    def accept(now: TableScene, seat: SeatId) -> Asked:
        return seat, AnswerSheet(round=now.table.round, phase=now.table.phase, sheet=number, answers=(Accept(at),))

    def counter(now: TableScene) -> Asked:
        answers = (Counter(at, (draft.part,)),)
        return speaker, AnswerSheet(
            round=now.table.round, phase=now.table.phase, sheet=number, answers=answers, give=give_of(draft)
        )

    if is_as_asked(table, draft, place):
        return Steps((lambda now: accept(now, speaker),))
    return Steps((counter, lambda now: accept(now, other)) if table.is_person(other) else (counter,))


def _change(table: TableScene, draft: FormDraft, row: CommitmentId) -> Steps:
    assert draft.pair is not None
    giver, taker = draft.pair
    if draft.act == "warn":
        return Steps(
            (
                lambda now: (
                    giver,
                    Warn(round=now.table.round, phase=now.table.phase, commitment=row, units=draft.units),
                ),
            )
        )
    if draft.act == "release":
        return Steps(
            (lambda now: (taker, ReleasePromise(round=now.table.round, phase=now.table.phase, commitment=row)),)
        )
    return _terms(table, draft, row)


def _terms(table: TableScene, draft: FormDraft, row: CommitmentId) -> Steps:
    assert draft.pair is not None
    promise = table.promise(row)
    people = [seat for seat in draft.pair if table.is_person(seat)]
    first = people[0]

    def propose(now: TableScene) -> Asked:
        return first, ProposeTerms(round=now.table.round, phase=now.table.phase, commitment=row, parts=(draft.part,))

    def answer(now: TableScene, seat: SeatId, agree: bool) -> Asked:
        return seat, AnswerTerms(round=now.table.round, phase=now.table.phase, commitment=row, agree=agree)

    if promise is not None and promise.offered:
        mine = next(seat for seat in people if seat != promise.offered_by or len(people) == 1)
        if promise.offered == (draft.part,):
            return Steps((lambda now: answer(now, mine, True),))
        before: tuple[Step, ...] = (lambda now: answer(now, mine, False),)
    else:
        before = ()
    after: tuple[Step, ...] = (lambda now: answer(now, people[1], True),) if len(people) > 1 else ()
    return Steps((*before, propose, *after), lambda now: answer(now, first, False))
