"""All of one table for the facilitator who watches it: what everybody has, knows, waits for and has promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sandgame.debrief.board import chips
from sandgame.frames.cast import Word
from sandgame.frames.classroom import TableRow
from sandgame.frames.console import (
    Doing,
    EscalationSeen,
    Position,
    SeatSeen,
    SecretSeen,
    TableSeen,
)
from sandgame.host.moments import moments
from sandgame.rules.clarity import clarity, next_speaker
from sandgame.rules.escalation import decide_line, undecided
from sandgame.rules.events import Event, Fact
from sandgame.rules.hours import is_coordinated, scenario_hours, seat_hours
from sandgame.rules.ids import PHASES, TABLE, Phase, SeatId
from sandgame.rules.intents import Part
from sandgame.rules.measures import switch_measure
from sandgame.rules.need import needs
from sandgame.rules.reason import Refusal
from sandgame.rules.room_intents import DecideLine, SwitchMeasure
from sandgame.rules.scenario import Incident
from sandgame.rules.seen_orders import order_section
from sandgame.rules.sight import Sight
from sandgame.rules.state import Escalation, Line, Sheet, State
from sandgame.rules.workload import free_hours, work_due
from sandgame.scenario.package import Package


def table_seen(
    row: TableRow, state: State, events: Sequence[Event], times: Sequence[int], package: Package
) -> TableSeen:
    """`row` is the table at a glance, where its people are known."""
    return TableSeen(
        table=row.table,
        round=state.round,
        phase=state.phase,
        length=state.length,
        index=row.index[-1] if row.index else 0,
        kept=row.kept,
        matured=row.matured,
        seats=tuple(_seat(row, state, seat) for seat in state.seats),
        chips=tuple(chips(state)),
        escalations=tuple(_escalation(state, *each) for each in undecided(state)),
        measures=tuple(state.measures),
        dealt=tuple((dealt.card, dealt.round) for dealt in state.dealt),
        moments=moments(state, events, times),
        words=_words(state, package),
        may_swap=state.phase == "review" and state.round == state.half_time,
        may_switch=_may_switch(state),
        undo_to=_undo_to(state),
    )


# -- seats


def _seat(row: TableRow, state: State, seat: SeatId) -> SeatSeen:
    hours = state.hours.get(seat) or seat_hours(state, seat, _pool_hours(state, seat))
    waits_for = _waits_for(state, seat)
    published = state.published[-1].seats if state.published else ()
    return SeatSeen(
        seat=seat,
        doing=_doing(row, state, seat, waits_for),
        waits_for=waits_for,
        kpi=next((figures.kpi for figures in published if figures.seat == seat), 0),
        hours=hours.hours,
        free=min(hours.hours, free_hours(state, seat)),
        secrets=(*_orders(state, seat), *_incidents(state, seat)),
        player=state.players.get(seat, "person"),
    )


def _pool_hours(state: State, seat: SeatId) -> int:
    return sum(share.hours for share in state.pool.divided or () if share.seat == seat)


def _doing(row: TableRow, state: State, seat: SeatId, waits_for: tuple[SeatId, ...]) -> Doing:
    """What keeps the others waiting is said before what does not."""
    if seat in row.bots:
        return "stand_in" if state.players[seat] == "stand_in" else "bot"
    if any(away.seat == seat for away in row.away):
        return "away"
    if seat in row.done:
        return "done"
    if seat in row.idle:
        return "idle"
    owes = any(seat in _waits_for(state, other) for other in state.seats)
    return "waiting" if waits_for and not owes else "working"


def _waits_for(state: State, seat: SeatId) -> tuple[SeatId, ...]:
    """Whose word is next on a line, on new terms, on a meeting or on a loan. Nobody is waited for outside Negotiate."""
    if state.phase != "negotiate":
        return ()
    return tuple(sorted({answering for asking, answering in _open_questions(state) if asking == seat}))


def _open_questions(state: State) -> Iterator[tuple[SeatId, SeatId]]:
    """Who asks whom."""
    for sheet in state.sheets.values():
        for line in sheet.lines:
            if line.state == "open":
                yield line.turns[-1].seat, next_speaker(sheet, line)
    for promise in state.commitments.values():
        if promise.is_open and promise.offered is not None:
            asking = promise.offered[0]
            yield asking, promise.customer if asking == promise.provider else promise.provider
    for meeting in state.meetings.values():
        if meeting.state == "open":
            yield meeting.proposer, meeting.second if meeting.proposer == meeting.first else meeting.first
    for loan in state.loans.values():
        if loan.state == "open":
            yield loan.proposer, loan.borrower if loan.proposer == loan.lender else loan.lender


def _orders(state: State, seat: SeatId) -> Iterator[SecretSeen]:
    """What it wants done, or knows that it will; and who knows it too. A coordination meeting tells it to all."""
    for own in order_section(state, seat):
        if own.state in ("open", "coming"):
            told = {f.to for f in state.facts if f.seat == seat and f.fact.order == own.order}
            to_all = TABLE in told or is_coordinated(state)
            yield SecretSeen(own.order, 0, own.arrival, _others(state, seat) if to_all else tuple(sorted(told)))


def _incidents(state: State, seat: SeatId) -> Iterator[SecretSeen]:
    """What hits it now or later. Others learn of it when it is shared, or by the free hours shared in that week."""
    for number, incident in enumerate(state.scenario.incidents, start=1):
        if incident.seat == seat and state.round <= incident.round <= state.length:
            told = _told_of(state, incident)
            yield SecretSeen(0, number, incident.round, _others(state, seat) if TABLE in told else told)


def _told_of(state: State, incident: Incident) -> tuple[SeatId, ...]:
    mine = (f for f in state.facts if f.seat == incident.seat and _tells(f.fact, incident))
    return tuple(sorted({f.to for f in mine}))


def _tells(fact: Fact, incident: Incident) -> bool:
    if fact.about == "incident":
        return (fact.due, fact.service) == (incident.round, incident.service)
    return fact.about == "free_hours" and fact.round == incident.round and bool(incident.hours)


def _others(state: State, seat: SeatId) -> tuple[SeatId, ...]:
    return tuple(other for other in state.seats if other != seat)


# -- escalated lines


def _escalation(state: State, each: Escalation, sheet: Sheet, line: Line) -> EscalationSeen:
    other = sheet.provider if each.seat == sheet.customer else sheet.customer
    positions = (Position(each.seat, each.reason), *(() if each.reply is None else (Position(other, each.reply),)))
    return EscalationSeen(
        sheet=each.sheet,
        line=each.line,
        provider=sheet.provider,
        customer=sheet.customer,
        service=line.wanted.service,
        asked=line.turns[0].parts,
        offered=_offered(sheet, line),
        turns=len(line.turns),
        clarity=clarity(state, sheet),
        positions=positions,
        need=_need(state, sheet, line),
        free=_free_until(state, sheet.provider, _last_to_make(state, line)),
        rulings=_rulings(state, each, sheet, line),
    )


def _offered(sheet: Sheet, line: Line) -> tuple[Part, ...]:
    """The provider's own last terms; empty if it never named any."""
    offers = (turn.parts for turn in line.turns if turn.seat == sheet.provider and turn.answer == "counter")
    return next(reversed(tuple(offers)), ())


def _need(state: State, sheet: Sheet, line: Line) -> int:
    """What the customer lacks of it for its orders and promises, known ones to come included."""
    lacked = needs(Sight(state, sheet.customer), foreknown=True)
    return sum(need.units for need in lacked if need.service == line.wanted.service)


def _last_to_make(state: State, line: Line) -> int:
    """The last week in which it can be made in time."""
    lead = state.scenario.service(line.wanted.service).lead
    return max(state.round, min(line.wanted.due, state.length) - lead)


def _free_until(state: State, seat: SeatId, last: int) -> int:
    """Hours up to a week that nothing promised needs; those of later weeks as the case gives them."""
    now = (state.hours.get(seat) or seat_hours(state, seat, _pool_hours(state, seat))).hours
    later = sum(max(0, scenario_hours(state.scenario, seat, week)) for week in range(state.round + 1, last + 1))
    return max(0, now + later - work_due(state, seat, last))


def _rulings(state: State, each: Escalation, sheet: Sheet, line: Line) -> tuple[Part, ...]:
    """What the provider offered, what was asked for, and the middle of both: as far as the rules allow them now."""
    wanted = line.wanted
    offered = sum(part.units for part in _offered(sheet, line))
    due = min(max(wanted.due, state.round + state.scenario.service(wanted.service).lead), state.length)
    units = sorted({offered, (offered + wanted.units + 1) // 2, wanted.units} - {0})
    return tuple(part for part in (Part(each_units, due) for each_units in units) if _allowed(state, each, part))


def _allowed(state: State, each: Escalation, part: Part) -> bool:
    ruling = DecideLine(round=state.round, phase=state.phase, sheet=each.sheet, line=each.line, parts=(part,))
    return not isinstance(decide_line(state, ruling), Refusal)


# -- what the facilitator may do, and words


def _may_switch(state: State) -> bool:
    asked = (
        SwitchMeasure(round=state.round, phase=state.phase, measure=offer.measure) for offer in state.scenario.measures
    )
    return any(not isinstance(switch_measure(state, each), Refusal) for each in asked)


def _undo_to(state: State) -> tuple[tuple[int, Phase], ...]:
    """The starts of this week's phases so far and of all of the last week's."""
    reached = PHASES if state.phase == "over" else PHASES[: PHASES.index(state.phase) + 1]
    before = tuple((state.round - 1, phase) for phase in PHASES) if state.round > 1 else ()
    return (*before, *((state.round, phase) for phase in reached))


def _words(state: State, package: Package) -> tuple[Word, ...]:
    """The texts of all orders and incidents that are named as secrets, by the numbers that they have here."""
    orders = (own for seat in state.seats for own in order_section(state, seat) if own.state in ("open", "coming"))
    return (*package.order_words(orders), *_incident_words(state, package))


def _incident_words(state: State, package: Package) -> Iterator[Word]:
    for number, incident in enumerate(state.scenario.incidents, start=1):
        if state.round <= incident.round <= state.length:
            key, card = f"incident.{number}", incident.card
            yield Word(key, package.card_text(card, "effect") if card else package.text(package.authors_key(key)))
