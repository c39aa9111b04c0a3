"""What whoever runs the room does to a table: players, time, messages, swaps, going back, a shorter session."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import room_events as re
from sandgame.rules import room_intents as r
from sandgame.rules.ids import PHASES, TABLE, Phase
from sandgame.rules.numbering import numbers_used
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def seat_player(state: State, intent: r.SeatPlayer) -> Outcome:
    if intent.seat not in state.seats:
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.seat)
    if state.players.get(intent.seat) == intent.player:
        return Refusal(Reason.ALREADY_SO, place=intent.seat)
    return (re.SeatTaken(intent.seat, intent.player),)


def tell_table(state: State, intent: r.TellTable) -> Outcome:
    if intent.to not in (TABLE, *state.seats):
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.to)
    return (re.TableTold(intent.to, intent.text, intent.ready),)


def pause_play(state: State, _intent: r.PausePlay) -> Outcome:
    return Refusal(Reason.ALREADY_SO) if state.paused else (re.PlayPaused(),)


def resume_play(state: State, _intent: r.ResumePlay) -> Outcome:
    return (re.PlayResumed(),) if state.paused else Refusal(Reason.ALREADY_SO)


def change_time(_state: State, intent: r.ChangeTime) -> Outcome:
    return (re.TimeChanged(intent.seconds),)


def mark_moment(state: State, intent: r.MarkMoment) -> Outcome:
    return (re.MomentMarked(state.round, state.phase, intent.note, intent.whole),)


def swap_seats(state: State, intent: r.SwapSeats) -> Outcome:
    """In the Review of half time; from the next round on."""
    for seat in (intent.one, intent.other):
        if seat not in state.seats:
            return Refusal(Reason.NO_SUCH_SEAT, place=seat)
    if intent.one == intent.other:
        return Refusal(Reason.SAME_SEAT)
    if state.phase != "review" or state.round != state.half_time:
        return Refusal(Reason.NOT_SWAP_TIME, limit=state.half_time)
    return (re.SeatsSwapped(intent.one, intent.other, state.round + 1),)


def shorten_session(state: State, intent: r.ShortenSession) -> Outcome:
    if intent.length >= state.length:
        return Refusal(Reason.LENGTH_NOT_SHORTER, limit=state.length)
    if intent.length < state.round + 1:
        return Refusal(Reason.LENGTH_TOO_SHORT, limit=state.round + 1)
    known = next((each.benchmarks for each in state.shorter if each.length == intent.length), None)
    return (re.SessionShortened(intent.length, known),)


def roll_back(state: State, intent: r.RollBack) -> Outcome:
    """To the start of a phase that has begun, of this round or the last one. Who plays a seat and a pause stay."""
    first = max(1, state.round - 1)
    if not _at(first, "brief") <= _at(intent.to_round, intent.to_phase) <= _at(state.round, state.phase):
        return Refusal(Reason.NO_WAY_BACK, limit=first)
    if intent.to_phase == "over":
        return Refusal(Reason.NO_WAY_BACK, limit=first)
    players = tuple(re.PlayedByNow(seat, player) for seat, player in sorted(state.players.items()))
    back = re.RolledBack(intent.to_round, intent.to_phase, *numbers_used(state), players, state.voided.times + 1)
    return (back, re.PlayPaused()) if state.paused else (back,)


def _at(round_: int, phase: Phase) -> tuple[int, int]:
    """A place in time: the end of the session comes after all phases of its last round."""
    return round_, len(PHASES) if phase == "over" else PHASES.index(phase)
