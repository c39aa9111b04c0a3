"""What only the facilitator is told: the whole case with its deck, and one table with all its secrets."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.frames.board import ChipSeen
from sandgame.frames.cast import Cast, DeckCard, Texts, Word
from sandgame.frames.classroom import ClassSetup
from sandgame.frames.debrief import BookmarkSeen
from sandgame.frames.seat import FrameBase
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import Part
from sandgame.rules.room_intents import Player
from sandgame.rules.scenario import MeasureName

Doing = Literal["working", "waiting", "done", "idle", "away", "bot", "stand_in"]
MomentKind = Literal[
    "phase_started", "order_come", "option_chosen", "order_declined", "sheet_sent", "withdrawn", "accepted",
    "countered", "declined", "unanswered", "by_standard", "restated", "confirmed", "meeting_proposed",
    "meeting_agreed", "meeting_refused", "fact_shared", "message_sent", "signal_shown", "pool_claimed",
    "pool_proposed", "pool_agreed", "loan_proposed", "loan_agreed", "loan_refused", "warned", "terms_proposed",
    "terms_agreed", "terms_refused", "released", "escalated", "escalation_answered", "decided", "left_open",
    "finished", "finished_by_default", "plan_submitted", "plan_by_default", "kept", "late", "overdue", "lapsed",
    "broken", "rated", "thanked", "apologised", "change_promised", "voted", "measure_adopted", "map_marked",
    "role_answered", "acted_for", "seat_taken", "room_told", "card_dealt", "shortened", "swapped", "rolled_back",
    "paused", "resumed", "time_changed", "bookmark",
]  # fmt: skip


class MeasureSeen(Struct, frozen=True):
    """A measure that the case offers: what it costs, from which round it may be adopted."""

    measure: MeasureName
    price: int
    round: int


class CaseTold(FrameBase, frozen=True, tag="case_told"):
    """Once, to who leads: the case as nobody else sees it. `cast` holds all services; `deck` in the order of its
    numbers; `code` and `address` are what laptops join by."""

    setup: ClassSetup
    cast: Cast
    deck: tuple[DeckCard, ...]
    measures: tuple[MeasureSeen, ...]
    lengths: tuple[int, ...]
    code: str
    address: str
    port: int


class SecretSeen(Struct, frozen=True):
    """What a seat knows and others may need: an order or an incident (0 is none), and to whom it was told."""

    order: int
    incident: int
    round: int
    told: tuple[SeatId, ...]


class SeatSeen(Struct, frozen=True):
    """`waits_for`: the seats whose answers it waits for. `kpi` as it was published last, 0 before. `hours` are those of
    this week, `free` those of them that nothing promised for it needs. `player`: who plays it now."""

    seat: SeatId
    doing: Doing
    waits_for: tuple[SeatId, ...]
    kpi: int
    hours: int
    free: int
    secrets: tuple[SecretSeen, ...]
    player: Player = "person"


class Position(Struct, frozen=True):
    seat: SeatId
    reason: str


class EscalationSeen(Struct, frozen=True):
    """An escalated line: what was asked, what was offered last, both reasons, what is true, and what may be ruled."""

    sheet: int
    line: int
    provider: SeatId
    customer: SeatId
    service: int
    asked: tuple[Part, ...]
    offered: tuple[Part, ...]
    turns: int
    clarity: int
    positions: tuple[Position, ...]
    need: int
    """What the customer really needs of it, in units."""
    free: int
    """Hours that the provider still has free up to the due week."""
    rulings: tuple[Part, ...]


class MomentSeen(Struct, frozen=True):
    """Something out of the log: the number of its event, when (milliseconds since 1970; 0 is as play began), who acts
    and whom it meets (0 is nobody, or the room), service, units and week where it has them. `key`: worth reading;
    `marked`: a bookmark, with its note. `note` is also what was said, a sign, a measure, or who plays the seat.
    """

    number: int
    at: int
    round: int
    phase: Phase
    kind: MomentKind
    seat: int
    other: int
    service: int
    units: int
    due: int
    key: bool
    marked: bool = False
    note: str = ""


class TableSeen(FrameBase, frozen=True, tag="table_seen"):
    """All of one table, whole, whenever it changed. `moments` are those of this week and the last."""

    table: int
    round: int
    phase: Phase
    length: int
    index: int
    kept: int
    matured: int
    seats: tuple[SeatSeen, ...]
    chips: tuple[ChipSeen, ...]
    escalations: tuple[EscalationSeen, ...]
    measures: tuple[MeasureName, ...]
    dealt: tuple[tuple[int, int], ...]
    """Cards, each with the week from which it holds."""
    moments: tuple[MomentSeen, ...]
    words: tuple[Word, ...]
    may_swap: bool
    may_switch: bool
    """A measure may be adopted now."""
    undo_to: tuple[tuple[int, Phase], ...]
    """The phases to whose start the table can go back."""


class BookmarksTold(FrameBase, frozen=True, tag="bookmarks_told"):
    """All bookmarks of a table that count, in the place of those told before: what is rolled back takes its own with
    it."""

    table: int
    bookmarks: tuple[BookmarkSeen, ...]


class PastClass(Struct, frozen=True):
    """A class that was played on this computer. `started` is ISO 8601 in local time."""

    session: str
    number: int
    case: str
    title: Texts
    company: Texts
    started: str
    tables: int
    people: int
    length: int
    round: int
    state: Literal["lobby", "playing", "over"]
    played: bool = False
    """All its tables have come to their end, whether or not the facilitator has ended it."""

    @property
    def done(self) -> bool:
        return self.played or self.state == "over"
