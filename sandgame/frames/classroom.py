"""What crosses between a class's host and its laptops: joining, the lobby, the clock, and what the facilitator asks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandgame.frames.lobby import CaseCard, Colleagues
from sandgame.frames.seat import FrameBase, IntentId
from sandgame.rules.ids import Phase, Seat, SeatId
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import RoomIntent
from sandgame.rules.scenario import Talk

PROTOCOL = 1
"""Raised when frames of one version mean nothing to the other."""
MAX_TABLES = 12
TableNo = Annotated[int, Meta(ge=1, le=MAX_TABLES)]
AnyTable = Annotated[int, Meta(ge=0, le=MAX_TABLES)]
"""0 stands for all of them."""
Token = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
"""128 bits that hold a seat, or the right to run the class."""
JoinCode = Annotated[str, Meta(pattern="^[A-HJKMNP-Z2-9]{6}$")]
Pace = Literal["each", "step"]
"""Each table goes on when it is done, or all go from phase to phase together."""
ClassState = Literal["lobby", "playing"]
ChairState = Literal["free", "here", "away"]


class Seconds(Struct, frozen=True, forbid_unknown_fields=True):
    """The time for each phase; 0 is no clock. The first week takes `first_week` percent of it."""

    brief: int = 120
    negotiate: int = 480
    plan: int = 240
    deliver: int = 90
    review: int = 180
    first_week: int = 150


class ClassSetup(Struct, frozen=True, forbid_unknown_fields=True):
    """A class as the facilitator set it up. All tables play the same variant."""

    case: str
    tables: TableNo
    length: int
    seed: int = 0
    talk: Talk = "desk"
    colleagues: Colleagues = "collaborating"
    pace: Pace = "each"
    seconds: Seconds = Seconds()


class JoinReason(StrEnum):
    """Why a laptop was not let in, or was shown out."""

    HELLO_FIRST = "hello_first"
    OTHER_VERSION = "other_version"
    UNREADABLE = "unreadable"
    TOO_MUCH = "too_much"  # frames came faster than anybody can type
    CLASS_FULL = "class_full"
    NO_SUCH_SEAT = "no_such_seat"
    SEAT_TAKEN = "seat_taken"
    OTHER_TABLE = "other_table"  # this laptop holds seats of another table
    UNKNOWN_TOKEN = "unknown_token"
    UNKNOWN_CODE = "unknown_code"
    WRONG_KEY = "wrong_key"
    NOT_FACILITATOR = "not_facilitator"
    ALREADY_PLAYING = "already_playing"
    NOT_STORED = "not_stored"  # the host could not write it down
    SEATED_ELSEWHERE = "seated_elsewhere"  # the seat was taken up on another laptop


class Hello(Struct, frozen=True, tag_field="kind", tag="hello"):
    """First frame of a laptop. Other versions may say more in it: it must always be readable."""

    protocol: int
    version: Annotated[str, Meta(max_length=40)]


class TakeSeat(FrameBase, frozen=True, tag="take_seat"):
    """A seat that nobody has taken; also one that a bot keeps, for who comes late."""

    table: TableNo
    seat: Seat


class ReturnToSeat(FrameBase, frozen=True, tag="return_to_seat"):
    token: Token


class ReturnByCode(FrameBase, frozen=True, tag="return_by_code"):
    """On another laptop: with the code that the facilitator had made for the seat."""

    code: JoinCode


class LeaveSeat(FrameBase, frozen=True, tag="leave_seat"):
    """Gives the seat up for good; a bot keeps it then."""

    seat: Seat


class Lead(FrameBase, frozen=True, tag="lead"):
    """With the key this is the facilitator's window."""

    key: Token


class StartClass(FrameBase, frozen=True, tag="start_class"):
    """Play begins; bots take the seats that are free."""


class SetPace(FrameBase, frozen=True, tag="set_pace"):
    pace: Pace


class AskTable(FrameBase, frozen=True, tag="ask_table"):
    """What the facilitator asks of a table, or of all."""

    table: AnyTable
    id: IntentId
    intent: RoomIntent


class MakeSeatCode(FrameBase, frozen=True, tag="make_seat_code"):
    """A code for whoever goes on in this seat on another laptop; works once."""

    table: TableNo
    seat: Seat


class LookAt(FrameBase, frozen=True, tag="look_at"):
    """See as this seat sees; seat 0 ends it. One at a time."""

    table: TableNo
    seat: Seat


ClassAsk = (
    Hello
    | TakeSeat
    | ReturnToSeat
    | ReturnByCode
    | LeaveSeat
    | Lead
    | StartClass
    | SetPace
    | AskTable
    | MakeSeatCode
    | LookAt
)


class Refused(FrameBase, frozen=True, tag="refused"):
    """`limit` is the host's protocol where the version is another. `closing`: the host hangs up after it."""

    reason: JoinReason
    limit: int = 0
    closing: bool = False


class Welcome(FrameBase, frozen=True, tag="welcome"):
    session: str
    version: str
    card: CaseCard
    length: int
    talk: Talk


class LobbySeat(Struct, frozen=True):
    seat: SeatId
    chair: ChairState


class LobbyTable(Struct, frozen=True):
    table: int
    seats: tuple[LobbySeat, ...]


class LobbyTold(FrameBase, frozen=True, tag="lobby_told"):
    """To all, whenever somebody sits down, drops out or returns, and when play begins."""

    state: ClassState
    pace: Pace
    tables: tuple[LobbyTable, ...]


class SeatGiven(FrameBase, frozen=True, tag="seat_given"):
    """The token is told here only; the laptop keeps it."""

    table: int
    seat: SeatId
    token: str


class ClockTold(FrameBase, frozen=True, tag="clock_told"):
    """Seconds left of the phase at the time of sending; None without a clock. At 0 the host collects drafts."""

    table: int
    round: int
    phase: Phase
    seconds: float | None
    running: bool


class TableAnswered(FrameBase, frozen=True, tag="table_answered"):
    table: int
    id: str
    refusal: Refusal | None
    stored: bool


class SeatCodeMade(FrameBase, frozen=True, tag="seat_code_made"):
    table: int
    seat: SeatId
    code: str


class TableRow(Struct, frozen=True):
    """A table at a glance: lines not answered yet, escalations not decided, calls for help so far."""

    table: int
    round: int
    phase: Phase
    paused: bool
    waiting: bool
    """Held at the start of a phase until the other tables have come there."""
    done: tuple[SeatId, ...]
    bots: tuple[SeatId, ...]
    result: int
    unanswered: int
    escalated: int
    calls: int


class CallTold(FrameBase, frozen=True, tag="call_told"):
    """To the facilitator: what a seat said to whoever runs the room, and to nobody else."""

    table: int
    round: int
    seat: SeatId
    text: str


class WeekOfStandIn(Struct, frozen=True):
    """What the stand-in did in a week: lines of others that it answered, lines of its own, orders, the plan."""

    round: int
    answered: int
    promised: int
    countered: int
    declined: int
    asked: int
    taken: int
    refused: int
    orders: int
    planned: bool


class StandInTold(FrameBase, frozen=True, tag="stand_in_told"):
    """To who comes back to a seat in which the stand-in sat."""

    table: int
    seat: SeatId
    weeks: tuple[WeekOfStandIn, ...]


class ConsoleTold(FrameBase, frozen=True, tag="console_told"):
    """To the facilitator: the tables that changed."""

    tables: tuple[TableRow, ...]


ClassTold = (
    Refused
    | Welcome
    | LobbyTold
    | SeatGiven
    | ClockTold
    | TableAnswered
    | SeatCodeMade
    | CallTold
    | StandInTold
    | ConsoleTold
)


class Beacon(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="sandgame"):
    """What a host calls out on the network once a second; the fingerprint is that of its certificate."""

    protocol: int
    version: Annotated[str, Meta(max_length=40)]
    port: Annotated[int, Meta(ge=1, le=65_535)]
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class HostNote(Struct, frozen=True):
    """The host's note in its folder, for the facilitator's window: who runs it, where, and the key to lead."""

    process: int
    port: int
    key: str
    session: str
    code: str
    fingerprint: str
