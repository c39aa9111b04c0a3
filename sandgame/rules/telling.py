"""Telling others: facts, which are true by construction, and messages, which may be false."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.facts import fact_now
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def share(state: State, seat: SeatId, intent: i.ShareFact) -> Outcome:
    """The figures are those of the sharer, so that nobody can share what is not so, nor say it was told."""
    if intent.told and state.talk != "open":
        return Refusal(Reason.NOT_AT_THIS_TABLE)
    if intent.to not in (TABLE, *state.seats):
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.to)
    if intent.to == seat:
        return Refusal(Reason.SAME_SEAT)
    fact = fact_now(state, seat, intent.fact)
    return (
        Refusal(Reason.NO_SUCH_FACT, place=intent.fact.number)
        if fact is None
        else (e.FactShared(seat, intent.to, fact, intent.told),)
    )


def send_message(state: State, seat: SeatId, intent: i.SendMessage) -> Outcome:
    if intent.to not in (TABLE, ROOM, *state.seats):
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.to)
    if intent.to == seat:
        return Refusal(Reason.SAME_SEAT)
    return (e.MessageSent(seat, intent.to, intent.text),)
