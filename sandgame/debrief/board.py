"""What lies on a table's board, from its state, and what lay there after each number of its log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sandgame.frames.board import BoardThen, ChipSeen, ChipState, ChipThen, PhaseThen
from sandgame.rules.escalation import undecided
from sandgame.rules.events import CommitmentState
from sandgame.rules.ids import Phase
from sandgame.rules.state import Commitment, State
from sandgame.scoring.record import Record

Place = tuple[int, int, int]
"""Of a chip: its commitment, or its sheet and line."""
_ENDED: Mapping[CommitmentState, ChipState] = {
    "kept": "kept",
    "late": "not_kept",
    "overdue": "not_kept",
    "lapsed": "not_kept",
    "broken": "not_kept",
}
"""How a promise that is over, or should be, lies on the table; those let go lie there no more."""


def chips(state: State) -> Iterator[ChipSeen]:
    """Promises, then open lines."""
    yield from _promises(state)
    yield from _open_lines(state)


def _promises(state: State) -> Iterator[ChipSeen]:
    """Those still to be kept, and those that this week's Deliver has ended."""
    now = state.delivered if state.delivered is not None and state.delivered.round == state.round else None
    ended = {moved.commitment for moved in now.commitments} if now is not None else set()
    for promise in state.commitments.values():
        if promise.is_open or (promise.commitment in ended and promise.state in _ENDED):
            yield _chip(promise)


def _chip(promise: Commitment) -> ChipSeen:
    state = _ENDED.get(promise.state) or ("at_risk" if promise.at_risk else "agreed")
    return ChipSeen(
        commitment=promise.commitment,
        sheet=promise.sheet,
        line=promise.line,
        provider=promise.provider,
        customer=promise.customer,
        service=promise.service,
        units=promise.units,
        due=promise.due,
        state=state,
    )


def _open_lines(state: State) -> Iterator[ChipSeen]:
    """As they were asked for; also those that were refused and now lie before the table."""
    before = {(each.sheet, each.line) for each, _, _ in undecided(state)}
    for sheet in state.sheets.values():
        for at, line in enumerate(sheet.lines):
            if line.state == "open" or (sheet.sheet, at) in before:
                wanted = line.wanted
                yield ChipSeen(
                    commitment=0,
                    sheet=sheet.sheet,
                    line=at,
                    provider=sheet.provider,
                    customer=sheet.customer,
                    service=wanted.service,
                    units=wanted.units,
                    due=wanted.due,
                    state="open",
                )


def board_then(record: Record) -> BoardThen:
    """Of the events that count; an open line is there from the event by which it was sent."""
    past: list[ChipThen] = []
    lying: dict[Place, tuple[int, ChipSeen]] = {}
    number = 0
    for step in record.steps:
        number = step.number
        if _is_moved(step.before, step.after):
            now = {_place(chip): chip for chip in chips(step.after)}
            for place, (since, chip) in list(lying.items()):
                if now.get(place) != chip:
                    past.append(ChipThen.of(chip, since, number - 1))
                    del lying[place]
            lying |= {place: (number, chip) for place, chip in now.items() if place not in lying}
    past += (ChipThen.of(chip, since, number) for since, chip in lying.values())
    phases = (PhaseThen(_begun(record, round_, phase), round_, phase) for round_, phase in record.begun)
    return BoardThen(
        tuple(sorted(past, key=lambda chip: (chip.since, _place(chip)))),
        tuple(sorted(phases, key=lambda each: each.log)),
    )


def _begun(record: Record, round_: int, phase: Phase) -> int:
    """What a Deliver brings is in the log before the phase in which it is looked at."""
    brought = record.delivered.get(round_) if phase == "deliver" else None
    return (brought or record.begun[(round_, phase)]).number


def _is_moved(before: State, after: State) -> bool:
    """Whether anything may lie there otherwise: states share what an event leaves as it was."""
    return before.round != after.round or any(
        one is not other
        for one, other in (
            (before.commitments, after.commitments),
            (before.sheets, after.sheets),
            (before.escalations, after.escalations),
            (before.delivered, after.delivered),
        )
    )


def _place(chip: ChipSeen) -> Place:
    return (chip.commitment, 0, 0) if chip.commitment else (0, chip.sheet, chip.line)
