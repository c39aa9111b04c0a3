"""How the events of measures, escalations, cards and of whoever runs the room change the state; a part of `apply`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from sandgame.rules import room_events as e
from sandgame.rules.events import AgreedByStandard
from sandgame.rules.ids import CommitmentId, OrderId, SeatId, SheetId
from sandgame.rules.intents import Entry, Part, RateProvider, Vote
from sandgame.rules.state import Commitment, DealtCard, Escalation, Order, RoomMessage, State, Turn, Voided


def _unchanged(state: State, _event: object) -> State:
    return state


def _line_escalated(state: State, event: e.LineEscalated) -> State:
    new = Escalation(event.sheet, event.line, state.round, event.seat, event.reason, None, None)
    return replace(state, escalations=(*state.escalations, new))


def _escalation(state: State, sheet: int, line: int, **changes: Any) -> State:
    """The change of the last escalation of this round that is about the line."""
    about = (sheet, line, state.round)
    last = max(n for n, each in enumerate(state.escalations) if (each.sheet, each.line, each.round) == about)
    changed = tuple(replace(each, **changes) if n == last else each for n, each in enumerate(state.escalations))
    return replace(state, escalations=changed)


def _escalation_answered(state: State, event: e.EscalationAnswered) -> State:
    return _escalation(state, event.sheet, event.line, reply=event.reason)


def _line_decided(state: State, event: e.LineDecided) -> State:
    """The room's word stands as an acceptance of its own terms by the provider."""
    state = _escalation(state, event.sheet, event.line, decided=bool(event.agreed))
    if not event.agreed:
        return state
    return _accepted(state, event.sheet, event.line, [(new.commitment, new.part) for new in event.agreed])


def take_by_standard(state: State, agreed: tuple[AgreedByStandard, ...]) -> State:
    """The standard's word stands as an acceptance by the provider, like that of the room."""
    lines: dict[tuple[SheetId, int], list[tuple[CommitmentId, Part]]] = {}
    for new in agreed:
        lines.setdefault((new.sheet, new.line), []).append((new.commitment, new.part))
    for (sheet, line), parts in lines.items():
        state = _accepted(state, sheet, line, parts)
    return state


def _accepted(state: State, sheet_id: SheetId, at: int, parts: list[tuple[CommitmentId, Part]]) -> State:
    """A line is agreed on these terms, and each part becomes a commitment."""
    sheet = state.sheets[sheet_id]
    line = sheet.lines[at]
    turn = Turn(sheet.provider, state.round, "accept", tuple(part for _, part in parts), None)
    lines = tuple(
        replace(line, turns=(*line.turns, turn), state="agreed") if place == at else other
        for place, other in enumerate(sheet.lines)
    )
    commitments = dict(state.commitments)
    for number, part in parts:
        commitments[number] = Commitment(
            commitment=number,
            sheet=sheet.sheet,
            line=at,
            customer=sheet.customer,
            provider=sheet.provider,
            service=line.wanted.service,
            units=part.units,
            due=part.due,
            worth=line.worth,
            round=state.round,
            clarity=None,
            delivered=0,
            state="open",
        )
    sheets = {**state.sheets, sheet.sheet: replace(sheet, lines=lines)}
    return replace(state, sheets=sheets, commitments=commitments)


def _measure_voted(state: State, event: e.MeasureVoted) -> State:
    votes = {seat: measure for seat, measure in state.votes.items() if seat != event.seat}
    if event.measure is not None:
        votes[event.seat] = event.measure
    return entered(replace(state, votes=votes), event.seat, Vote)


def _measure_adopted(state: State, event: e.MeasureAdopted) -> State:
    money = replace(state.money, measures=state.money.measures + event.price)
    return replace(state, money=money, measures={**state.measures, event.measure: event.round})


def _map_marked(state: State, event: e.MapMarked) -> State:
    return replace(state, maps={**state.maps, event.seat: event})


def _role_answered(state: State, event: e.RoleAnswered) -> State:
    return replace(state, roles={**state.roles, event.seat: event})


def _signal_shown(state: State, event: e.SignalShown) -> State:
    signals = {seat: sign for seat, sign in state.signals.items() if seat != event.seat}
    if event.sign is not None:
        signals[event.seat] = event.sign
    return replace(state, signals=signals)


def entry_key(entry: Entry) -> tuple[object, ...]:
    """Of entries with the same key only the last one is kept."""
    return (type(entry), entry.provider) if isinstance(entry, RateProvider) else (type(entry),)


def entered(state: State, seat: SeatId, *key: object) -> State:
    """What was kept under the key has been entered, or something else in its place."""
    if seat not in state.kept:
        return state
    others = tuple(entry for entry in state.kept[seat] if entry_key(entry) != key)
    return replace(state, kept={**state.kept, seat: others})


def _entry_kept(state: State, event: e.EntryKept) -> State:
    state = entered(state, event.seat, *entry_key(event.entry))
    return replace(state, kept={**state.kept, event.seat: (*state.kept.get(event.seat, ()), event.entry)})


def _seat_taken(state: State, event: e.SeatTaken) -> State:
    return replace(state, players={**state.players, event.seat: event.player})


def _table_told(state: State, event: e.TableTold) -> State:
    said = RoomMessage(state.round, event.to, event.text, event.ready)
    return replace(state, room_messages=(*state.room_messages, said))


def _card_dealt(state: State, event: e.CardDealt) -> State:
    """From now on the case is what the card has made of it."""
    scenario = replace(
        state.scenario,
        incidents=(*state.scenario.incidents, *event.incidents),
        orders=(*state.scenario.orders, *event.orders),
    )
    orders = dict(state.orders)
    for number, terms in enumerate(event.orders, start=event.first_order):
        orders[OrderId(number)] = Order(terms, None, 0, "open" if terms.arrival == state.round else "coming")
    dealt = (*state.dealt, DealtCard(event.card, event.round))
    return replace(state, scenario=scenario, orders=orders, dealt=dealt)


def _session_shortened(state: State, event: e.SessionShortened) -> State:
    return replace(state, length=event.length, benchmarks=event.benchmarks or state.benchmarks)


def _seats_swapped(state: State, event: e.SeatsSwapped) -> State:
    return replace(state, swaps=(*state.swaps, (event.one, event.other, event.round)))


def _rolled_back(state: State, event: e.RolledBack) -> State:
    """On the state as it was then; `rollback.live` leaves out what came after it. A pause follows as its own event."""
    voided = Voided(
        sheets=event.sheets - len(state.sheets),
        commitments=event.commitments - len(state.commitments),
        loans=event.loans - len(state.loans),
        times=event.times,
    )
    return replace(state, voided=voided, players={each.seat: each.player for each in event.players}, paused=False)


def _play_paused(state: State, _event: e.PlayPaused) -> State:
    return replace(state, paused=True)


def _play_resumed(state: State, _event: e.PlayResumed) -> State:
    return replace(state, paused=False)


FOLDS: dict[type, Callable[[State, Any], State]] = {
    e.LineEscalated: _line_escalated,
    e.EscalationAnswered: _escalation_answered,
    e.LineDecided: _line_decided,
    e.MeasureVoted: _measure_voted,
    e.MeasureAdopted: _measure_adopted,
    e.MapMarked: _map_marked,
    e.RoleAnswered: _role_answered,
    e.SignalShown: _signal_shown,
    e.EntryKept: _entry_kept,
    e.ActedFor: _unchanged,
    e.SeatTaken: _seat_taken,
    e.TableTold: _table_told,
    e.CardDealt: _card_dealt,
    e.SessionShortened: _session_shortened,
    e.SeatsSwapped: _seats_swapped,
    e.RolledBack: _rolled_back,
    e.PlayPaused: _play_paused,
    e.PlayResumed: _play_resumed,
    e.TimeChanged: _unchanged,
    e.MomentMarked: _unchanged,
}
