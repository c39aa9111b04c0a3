"""What everybody sees beside the rounds: measures, votes, signs, escalations, cards, who plays."""

from __future__ import annotations

from sandgame.rules.measures import is_votable
from sandgame.rules.sections import (
    CardSeen,
    EscalationSeen,
    MeasureSeen,
    PlayedBy,
    RoomSection,
    SignalSeen,
    VoteSeen,
)
from sandgame.rules.state import Escalation, State


def room_section(state: State) -> RoomSection:
    return RoomSection(
        extras=state.extras,
        measures=tuple(
            MeasureSeen(offer.measure, offer.price, offer.round, state.measures.get(offer.measure))
            for offer in state.scenario.measures
        ),
        votable=is_votable(state),
        votes=tuple(VoteSeen(seat, measure) for seat, measure in sorted(state.votes.items())),
        signals=tuple(SignalSeen(seat, sign) for seat, sign in sorted(state.signals.items())),
        played_by=tuple(
            PlayedBy(seat, "stand_in" if player == "stand_in" else "bot")
            for seat, player in sorted(state.players.items())
            if player != "person"
        ),
        escalations=tuple(_escalation(state, each) for each in state.escalations if each.round == state.round),
        cards=tuple(CardSeen(d.card, d.round) for d in state.dealt if state.scenario.deck[d.card - 1].public),
        swaps=state.swaps,
        paused=state.paused,
    )


def _escalation(state: State, each: Escalation) -> EscalationSeen:
    sheet = state.sheets[each.sheet]
    line = sheet.lines[each.line]
    return EscalationSeen(
        sheet=each.sheet,
        line=each.line,
        customer=sheet.customer,
        provider=sheet.provider,
        service=line.wanted.service,
        terms=line.terms,
        by=each.seat,
        reason=each.reason,
        reply=each.reply,
        decided=each.decided,
    )
