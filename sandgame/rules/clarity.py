"""How well a sheet is understood, and who may speak on its lines."""

from __future__ import annotations

from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Channel
from sandgame.rules.state import Line, Sheet, State

CHANNEL_CLARITY: dict[Channel, int] = {"quick": 50, "written": 70, "meeting": 50}
"""Of a sheet before anything else is said; a meeting counts when both sides have agreed to it."""
RESTATED = 20
MET = 90
OPEN_TABLE = 90
PLATFORM = 90
"""Of a written sheet, under the information platform."""
MAX_TURNS = 4


def clarity(state: State, sheet: Sheet) -> int:
    """In percent; at an open table every sheet counts as talked over."""
    if state.talk == "open":
        return OPEN_TABLE
    restated = RESTATED if sheet.confirmed else 0
    base = channel_clarity(sheet.channel, platform=state.holds("platform"))
    return min(100, (max(MET, base) if sheet.met else base) + restated)


def channel_clarity(channel: Channel, *, platform: bool) -> int:
    """Before anything else is said."""
    return PLATFORM if platform and channel == "written" else CHANNEL_CLARITY[channel]


def pair_of(one: SeatId, other: SeatId) -> tuple[SeatId, SeatId]:
    return (one, other) if one < other else (other, one)


def next_speaker(sheet: Sheet, line: Line) -> SeatId:
    """The side that has not spoken last."""
    return sheet.provider if line.turns[-1].seat == sheet.customer else sheet.customer
