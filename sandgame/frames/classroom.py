"""What crosses between a class's host and its laptops: joining, lobby, clock, console."""  # long: a Struct for each

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from sandgame.frames.lobby import CaseCard, Colleagues
from sandgame.frames.seat import FrameBase, IntentId
from sandgame.rules.ids import Phase, Seat, SeatId
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import RoomIntent
from sandgame.rules.scenario import ExtraName, RuleName, Talk

PROTOCOL = 4
"""Raised when frames of one version mean nothing to the other."""
MAX_TABLES = 12
TableNo = Annotated[int, Meta(ge=1, le=MAX_TABLES)]
AnyTable = Annotated[int, Meta(ge=0, le=MAX_TABLES)]
"""0 stands for all of them."""
Token = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
"""128 bits that hold a seat, or the right to run the class."""
JoinCode = Annotated[str, Meta(pattern="^[A-HJKMNP-Z2-9]{6}$")]
Pace = Literal["each", "step", "clock"]
"""Each table goes on when it is done; or all go from phase to phase together; or together and not before time is up."""
ClassState = Literal["lobby", "playing", "over"]
ChairState = Literal["free", "here", "away"]
Absence = Literal["stand_in", "ask"]
"""Who does not come back within the grace: the stand-in sits in by itself, or the facilitator is asked."""
Laptops = Literal["seat", "table"]
Name = Annotated[str, Meta(min_length=1, max_length=40)]
"""What somebody is called in the lobby; it lives in the roster and in no log."""
MAX_AT_LAPTOP = 3
MAX_WEEKS = 40


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
    absence: Absence = "stand_in"
    laptops: Laptops = "seat"
    extras: tuple[ExtraName, ...] = ()

    def at_pace(self, pace: Pace) -> ClassSetup:
        return replace(self, pace=pace)

    def in_absence(self, absence: Absence) -> ClassSetup:
        return replace(self, absence=absence)


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
    CLASS_OVER = "class_over"  # the facilitator has ended it
    NOT_STORED = "not_stored"  # the host could not write it down
    SEATED_ELSEWHERE = "seated_elsewhere"  # the seat was taken up on another laptop
    NOT_AGREED = "not_agreed"  # not everybody at the table wants it on the big screen


class Hello(Struct, frozen=True, tag_field="kind", tag="hello"):
    """First frame of a laptop. Other versions may say more in it: it must always be readable."""

    protocol: int
    version: Annotated[str, Meta(max_length=40)]


class TakeSeat(FrameBase, frozen=True, tag="take_seat"):
    """A seat that nobody has taken; also one that a bot keeps, for who comes late. `people` sit there together;
    `scored` False: they play without being scored."""

    table: TableNo
    seat: Seat
    scored: bool = True
    people: Annotated[int, Meta(ge=1, le=MAX_AT_LAPTOP)] = 1


class Observe(FrameBase, frozen=True, tag="observe"):
    """Without a seat: sees what a seat sees. `code` is the seat's, made by the facilitator: nobody looks over a
    shoulder unasked."""

    code: JoinCode


class ObserveAgain(FrameBase, frozen=True, tag="observe_again"):
    """Who looked on before and was cut off: the code worked once, the token goes on."""

    token: Token


Behaviour = Literal["needs", "restated", "other_way", "warned", "weighed", "thanked"]
"""What an observer looks for, one for each principle: said what is needed and why; put it in their own words; said no
with another way; warned before it was late; weighed company and KPI aloud; thanked or apologised for a fact."""
Mark = Literal["not_seen", "partly", "clearly", "no_chance"]


class Marked(Struct, frozen=True, forbid_unknown_fields=True):
    """`evidence`: a line of the week as the observer read it, "" for none."""

    behaviour: Behaviour
    mark: Mark
    evidence: Annotated[str, Meta(max_length=200)] = ""


class KeepCard(FrameBase, frozen=True, tag="keep_card"):
    """An observer's card of a week, in the place of the one before. It says what was done, not who did it."""

    round: Annotated[int, Meta(ge=1, le=MAX_WEEKS)]
    marks: Annotated[tuple[Marked, ...], Meta(max_length=6)]
    note: Annotated[str, Meta(max_length=200)] = ""


class WordsCame(FrameBase, frozen=True, tag="words_came"):
    """So many words of whoever runs the room have come to this seat's laptop, all of the game counted: a receipt."""

    seat: Seat
    count: Annotated[int, Meta(ge=0, le=10_000)]


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
    """A code for whoever goes on in this seat on another laptop; works once. `watching`: for an observer, who cannot
    take the seat by it."""

    table: TableNo
    seat: Seat
    watching: bool = False


class LookAt(FrameBase, frozen=True, tag="look_at"):
    """See as this seat sees; seat 0 ends it. One at a time."""

    table: TableNo
    seat: Seat


class Reserved(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is meant for a seat."""

    table: TableNo
    seat: Seat
    name: Name


class ReserveSeats(FrameBase, frozen=True, tag="reserve_seats"):
    """The whole list anew, from a file, pasted, or dealt at random. Nobody is kept out by it: it says where to sit."""

    names: Annotated[tuple[Reserved, ...], Meta(max_length=200)]


class MoveSeat(FrameBase, frozen=True, tag="move_seat"):
    """Before play begins: who sits here sits there from now on; who sat there sits here."""

    table: TableNo
    seat: Seat
    to_table: TableNo
    to_seat: Seat


class SetAbsence(FrameBase, frozen=True, tag="set_absence"):
    absence: Absence


class WatchTable(FrameBase, frozen=True, tag="watch_table"):
    """All that is on a table, and what changes there, until another one or 0 is watched."""

    table: AnyTable


class EndClass(FrameBase, frozen=True, tag="end_class"):
    """No more play at any table; what was played stays."""


ClassAsk = (
    Hello
    | TakeSeat
    | Observe
    | ObserveAgain
    | KeepCard
    | WordsCame
    | ReserveSeats
    | MoveSeat
    | SetAbsence
    | WatchTable
    | EndClass
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
    laptops: Laptops = "seat"

    def lasting(self, length: int) -> Welcome:
        return replace(self, length=length)


class LobbySeat(Struct, frozen=True):
    """`name`: for whom the seat is meant. `people` sit there together; 0 where nobody does."""

    seat: SeatId
    chair: ChairState
    name: str = ""
    people: int = 0


class LobbyTable(Struct, frozen=True):
    table: int
    seats: tuple[LobbySeat, ...]


class LobbyTold(FrameBase, frozen=True, tag="lobby_told"):
    """To all, whenever somebody sits down, drops out or returns, and when play begins."""

    state: ClassState
    pace: Pace
    tables: tuple[LobbyTable, ...]
    absence: Absence = "stand_in"


class SeatGiven(FrameBase, frozen=True, tag="seat_given"):
    """The token is told here only; the laptop keeps it. `was`: the seat of this laptop that was moved here;
    `surveyed`: who sits there has handed in the survey before class."""

    table: int
    seat: SeatId
    token: str
    was: SeatId = SeatId(0)
    surveyed: bool = False


class WatchGiven(FrameBase, frozen=True, tag="watch_given"):
    """To an observer: the seat that is seen from now on, the token to return by, and the cards kept so far."""

    table: int
    seat: SeatId
    token: str
    cards: tuple[KeepCard, ...] = ()


class CardKept(FrameBase, frozen=True, tag="card_kept"):
    """The observer's card of this week is on the disk."""

    round: int


class MarkCount(Struct, frozen=True):
    """How many cards of a table marked a behaviour so."""

    behaviour: Behaviour
    not_seen: int
    partly: int
    clearly: int
    no_chance: int


class CardsTold(FrameBase, frozen=True, tag="cards_told"):
    """To the facilitator: what the observers of a table marked so far, counted; whose card it was is not told."""

    table: int
    cards: int
    counts: tuple[MarkCount, ...]
    notes: tuple[str, ...]


class ClockTold(FrameBase, frozen=True, tag="clock_told"):
    """Seconds left of the phase at the time of sending; None without a clock. At 0 the host collects drafts.

    `waiting`: the table was first, and stands still until the others have come.
    """

    table: int
    round: int
    phase: Phase
    seconds: float | None
    running: bool
    waiting: bool = False


class TableAnswered(FrameBase, frozen=True, tag="table_answered"):
    table: int
    id: str
    refusal: Refusal | None
    stored: bool


class ReceiptTold(FrameBase, frozen=True, tag="receipt_told"):
    """To the facilitator, of words that were asked of a table under `id`: the seats with people that they are meant
    for, and those of them whose laptop has them."""

    table: int
    id: str
    meant: tuple[SeatId, ...]
    came: tuple[SeatId, ...]


class SeatCodeMade(FrameBase, frozen=True, tag="seat_code_made"):
    table: int
    seat: SeatId
    code: str


LinkState = Literal["agreed", "open", "waiting", "stuck"]
"""All agreed; asked a moment ago; not answered for long, or warned; escalated or refused."""


class LinkSeen(Struct, frozen=True):
    provider: SeatId
    customer: SeatId
    state: LinkState


class Stuck(Struct, frozen=True):
    """An escalated line that nobody has decided."""

    sheet: int
    line: int
    provider: SeatId
    customer: SeatId
    service: int
    units: int


class AwaySeat(Struct, frozen=True):
    """Nobody is at the seat's laptop: for how long, in seconds, and whether its grace is over."""

    seat: SeatId
    seconds: int
    late: bool


class TableRow(Struct, frozen=True):
    """A table at a glance: lines not answered yet, escalations not decided, calls for help so far.

    `index`: value captured so far in percent after each week; `kept` of `matured` promises; `idle`: seats that have
    not done anything in this phase; `seconds` left on its clock, None without one.
    """

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
    index: tuple[int, ...] = ()
    kept: int = 0
    matured: int = 0
    idle: tuple[SeatId, ...] = ()
    away: tuple[AwaySeat, ...] = ()
    links: tuple[LinkSeen, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    seconds: float | None = None
    running: bool = False
    own_clock: bool = False
    """It was rolled back, and runs by itself until it has caught up."""
    length: int = 0
    """Its last week now."""
    rules: tuple[RuleName, ...] = ()
    """What the case has opened by now, as far as the table has any use for it."""


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
    | WatchGiven
    | CardKept
    | CardsTold
    | ClockTold
    | TableAnswered
    | ReceiptTold
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
