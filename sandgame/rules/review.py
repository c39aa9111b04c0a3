"""Review: ratings and thanks."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.state import State
from sandgame.rules.view import to_rate, to_thank

Outcome = tuple[e.Event, ...] | Refusal
MAX_THANKS = 3


def rate(state: State, seat: SeatId, intent: i.RateProvider) -> Outcome:
    if intent.provider not in to_rate(state, seat):
        return Refusal(Reason.NOTHING_TO_RATE, place=intent.provider)
    return (
        e.ProviderRated(
            seat, intent.provider, intent.reliability, intent.responsiveness, intent.empathy, intent.comment
        ),
    )


def thank(state: State, seat: SeatId, intent: i.ThankProvider) -> Outcome:
    if intent.provider not in to_thank(state, seat):
        return Refusal(Reason.NOTHING_TO_THANK_FOR, place=intent.provider)
    given = [provider for customer, provider in state.thanks if customer == seat]
    if len(given) >= MAX_THANKS or intent.provider in given:
        return Refusal(Reason.TOO_MANY_THANKS, limit=MAX_THANKS)
    return (e.ProviderThanked(seat, intent.provider, intent.reason),)
