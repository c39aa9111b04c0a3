"""A promise or an open line between two departments, as a chip on a board that shows a whole table."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.frames.board import ChipSeen, ChipState
from sandgame.present.pictures import BadgePicture, ChipPicture, State
from sandgame.rules.ids import SeatId
from sandgame.text import numbers
from sandgame.text.speech import Speech

STATES: dict[ChipState, State] = {
    "open": "open",
    "agreed": "agreed",
    "at_risk": "risk",
    "kept": "kept",
    "not_kept": "broken",
}
LINE_CHIPS = 100_000
"""Chips of open lines have ids above this: ten times the sheet's number and the line's."""
Way = tuple[SeatId, SeatId]
"""From one seat to another, whatever lies between them: a way for each service would bury the board."""


def numbered(ways: Iterable[Way]) -> dict[Way, int]:
    """The ids of their ribbons."""
    return {way: number for number, way in enumerate(sorted(set(ways)), start=1)}


def chip_id(chip: ChipSeen) -> int:
    return chip.commitment or chip_id_of(chip.sheet, chip.line)


def chip_id_of(sheet: int, line: int) -> int:
    return LINE_CHIPS + 10 * sheet + line


def chip_picture(speech: Speech, chip: ChipSeen, ribbon: int, badge: BadgePicture, what: str, ends: str) -> ChipPicture:
    """`badge` is its provider's, `what` "Lamps ×8", `ends` "Production → Sales"."""
    state = STATES[chip.state]
    due = speech.say("game-week-short", week=numbers.whole(chip.due))
    tip = " · ".join((what, ends, due, speech.say(f"game-state-{state}")))
    return ChipPicture(chip_id(chip), ribbon, badge, numbers.times(chip.units), due, state, spoken=tip, tip=tip)
