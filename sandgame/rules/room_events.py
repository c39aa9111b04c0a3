"""What happened beside the rounds, at the facilitator's hand, and to the mechanism: measures, escalations, cards."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.rules.ids import CardNo, CommitmentNo, Count, Index, Note, OrderNo, Phase, Price, Round, Seat, SheetNo
from sandgame.rules.intents import Entry, Limit, Part, Sign
from sandgame.rules.room_intents import Player, ReadyWords
from sandgame.rules.scenario import Benchmarks, Incident, MeasureName, MetricKind, OrderDef
from sandgame.rules.shapes import EventBase


class NewPromise(Struct, frozen=True, forbid_unknown_fields=True):
    commitment: CommitmentNo
    part: Part


class LineEscalated(EventBase, frozen=True, tag="line_escalated"):
    sheet: SheetNo
    line: Index
    seat: Seat
    reason: Note


class EscalationAnswered(EventBase, frozen=True, tag="escalation_answered"):
    sheet: SheetNo
    line: Index
    seat: Seat
    reason: Note


class LineDecided(EventBase, frozen=True, tag="line_decided"):
    """`agreed`: the commitments that the line became; empty if it was left as it is."""

    sheet: SheetNo
    line: Index
    agreed: tuple[NewPromise, ...]


class MeasureVoted(EventBase, frozen=True, tag="measure_voted"):
    seat: Seat
    measure: MeasureName | None


class MeasureAdopted(EventBase, frozen=True, tag="measure_adopted"):
    """Paid now, holds from `round` on; `votes` 0 where the facilitator switched it on."""

    measure: MeasureName
    round: Round
    price: Price
    votes: Count


class MapMarked(EventBase, frozen=True, tag="map_marked"):
    """Both ways together: links found, those missed, and those that do not exist."""

    seat: Seat
    serves: tuple[Seat, ...]
    served_by: tuple[Seat, ...]
    found: Count
    missed: Count
    wrong: Count


class RoleAnswered(EventBase, frozen=True, tag="role_answered"):
    seat: Seat
    about: Seat
    metric: MetricKind
    limit: Limit
    metric_right: bool
    limit_right: bool


class SignalShown(EventBase, frozen=True, tag="signal_shown"):
    seat: Seat
    sign: Sign | None


class EntryKept(EventBase, frozen=True, tag="entry_kept"):
    seat: Seat
    entry: Entry


class ActedFor(EventBase, frozen=True, tag="acted_for"):
    """What follows in the same turn is the facilitator's doing for this seat; `asked` names the intent."""

    seat: Seat
    asked: str


class SeatTaken(EventBase, frozen=True, tag="seat_taken"):
    seat: Seat
    player: Player


class TableTold(EventBase, frozen=True, tag="table_told", omit_defaults=True):
    """A message from whoever runs the room; `to` is 0 for all; `ready` if every laptop says it in its own language."""

    to: Seat
    text: Note
    ready: ReadyWords | None = None


class CardDealt(EventBase, frozen=True, tag="card_dealt"):
    """What a card did to the case from `round` on; `first_order` is the number of the first of its orders."""

    card: CardNo
    round: Round
    incidents: tuple[Incident, ...]
    orders: tuple[OrderDef, ...]
    first_order: OrderNo


class SessionShortened(EventBase, frozen=True, tag="session_shortened"):
    """`benchmarks` are those of the new length, or stay as they are if the case has none for it."""

    length: Round
    benchmarks: Benchmarks | None


class SeatsSwapped(EventBase, frozen=True, tag="seats_swapped"):
    """The people change places from `round` on; all that is recorded stays with the seats."""

    one: Seat
    other: Seat
    round: Round


class PlayedByNow(Struct, frozen=True, forbid_unknown_fields=True):
    seat: Seat
    player: Player


class RolledBack(EventBase, frozen=True, tag="rolled_back", omit_defaults=True):
    """The game stands again where the phase of that round began last; what lies between stays on the log, void.

    `sheets`, `commitments` and `loans` are the numbers used so far: none of them is used again. Who plays a seat now
    stays so. `times`: how often the table was rolled back, this time counted.
    """

    round: Round
    phase: Phase
    sheets: Count
    commitments: Count
    loans: Count
    players: tuple[PlayedByNow, ...]
    times: Count = 1


class PlayPaused(EventBase, frozen=True, tag="play_paused"):
    pass


class PlayResumed(EventBase, frozen=True, tag="play_resumed"):
    pass


class TimeChanged(EventBase, frozen=True, tag="time_changed"):
    seconds: int


class MomentMarked(EventBase, frozen=True, tag="moment_marked", omit_defaults=True):
    round: Round
    phase: Literal["brief", "negotiate", "plan", "deliver", "review", "over"]
    note: Note
    whole: bool = False
    """Of the class, not of this table alone."""
