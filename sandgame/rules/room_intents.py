"""What whoever runs the room may ask of a table, and the union of all that can be asked."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandgame.rules.ids import CardNo, Count, Index, Note, Phase, Round, Seat, SheetNo
from sandgame.rules.intents import MAX_PARTS, Intent, Part, TimeUp
from sandgame.rules.scenario import MeasureName
from sandgame.rules.shapes import IntentBase

Player = Literal["person", "stand_in", "competing", "avoiding", "accommodating", "compromising", "collaborating"]
"""Who plays a seat: a person, a bot of a style, or the bot that sits in for a person who dropped out."""


class ActFor(IntentBase, frozen=True, tag="act_for", kw_only=True):
    """What a seat might have asked for; logged as the facilitator's, marked, and not scored."""

    seat: Seat
    intent: Intent


class SeatPlayer(IntentBase, frozen=True, tag="seat_player", kw_only=True):
    """Puts a bot or the stand-in in a seat, or a person back."""

    seat: Seat
    player: Player


class ReadyWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What the room says in words that are the program's own: every laptop says it in its own language."""

    words: Literal["remind", "remind_unanswered", "trial", "trial_end"]
    phase: Phase = "brief"
    count: Count = 0


class TellTable(IntentBase, frozen=True, tag="tell_table", kw_only=True):
    """A message from whoever runs the room to one seat, or to all (seat 0). Of `ready` words `text` is how they read
    where they were sent."""

    to: Seat
    text: Note
    ready: ReadyWords | None = None


class DecideLine(IntentBase, frozen=True, tag="decide_line", kw_only=True):
    """Decides an escalated line: on these terms it is agreed; without any it stays as it is."""

    sheet: SheetNo
    line: Index
    parts: Annotated[tuple[Part, ...], Meta(max_length=MAX_PARTS)] = ()


class SwitchMeasure(IntentBase, frozen=True, tag="switch_measure", kw_only=True):
    """Adopts a measure of the case's list in a Review, without a vote."""

    measure: MeasureName


class DealCard(IntentBase, frozen=True, tag="deal_card", kw_only=True):
    """Injects an event from the case's deck: in Brief and Negotiate for this round, later for the next."""

    card: CardNo


class ShortenSession(IntentBase, frozen=True, tag="shorten_session", kw_only=True):
    """A new last week, never below the present one + 1."""

    length: Round


class SwapSeats(IntentBase, frozen=True, tag="swap_seats", kw_only=True):
    """At half time two people change places from the next round on; what is recorded stays with the seats."""

    one: Seat
    other: Seat


class RollBack(IntentBase, frozen=True, tag="roll_back", kw_only=True):
    """Back to the start of a phase of this round or the last one."""

    to_round: Round
    to_phase: Phase


class PausePlay(IntentBase, frozen=True, tag="pause_play", kw_only=True):
    """Nobody acts until play goes on; drafts are still kept."""


class ResumePlay(IntentBase, frozen=True, tag="resume_play", kw_only=True):
    pass


class ChangeTime(IntentBase, frozen=True, tag="change_time", kw_only=True):
    """More or less time for this phase, in seconds; the clock itself belongs to the host."""

    seconds: Annotated[int, Meta(ge=-3600, le=3600)]


class MarkMoment(IntentBase, frozen=True, tag="mark_moment", kw_only=True):
    """A bookmark for the debrief, with a note or without; no seat sees it. `whole`: of the class, asked of all its
    tables."""

    note: Note = ""
    whole: bool = False


RoomIntent = (
    TimeUp
    | ActFor
    | SeatPlayer
    | TellTable
    | DecideLine
    | SwitchMeasure
    | DealCard
    | ShortenSession
    | SwapSeats
    | RollBack
    | PausePlay
    | ResumePlay
    | ChangeTime
    | MarkMoment
)
AnyIntent = Intent | RoomIntent
