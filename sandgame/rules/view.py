"""What a seat sees: the only way out of a state. Everything private stays behind (docs/rules, What is private)."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.clarity import clarity
from sandgame.rules.events import FiguresPublished, Shipped
from sandgame.rules.facts import own_incidents
from sandgame.rules.figures import company_share, satisfaction
from sandgame.rules.hours import coming_hours, incident_hours, seat_hours
from sandgame.rules.ids import TABLE, CommitmentId, LoanId, SeatId, ServiceId
from sandgame.rules.intents import PoolShare
from sandgame.rules.pool import gain
from sandgame.rules.sections import (
    AskedChange,
    DeliverySection,
    Failed,
    Figures,
    Heard,
    MeSection,
    OwnIncident,
    OwnInLead,
    OwnLoan,
    OwnMeeting,
    OwnStock,
    PoolSection,
    Promise,
    Result,
    ReviewSection,
    TableSection,
    Thread,
    ThreadsSection,
    View,
)
from sandgame.rules.seen_beside import beside_section
from sandgame.rules.seen_company import board_section, company_section, known_facts
from sandgame.rules.seen_orders import order_section
from sandgame.rules.seen_room import room_section
from sandgame.rules.state import Commitment, Line, Sheet, State


def view(state: State, seat: SeatId, heard: tuple[Heard, ...] | None = None, beside: View | None = None) -> View:
    """The whole view of a seat; equal states give equal views. `heard` are its messages where they are known, `beside`
    is what another seat sees in this state: some of it is the same for all."""
    return View(
        table=table_section(state) if beside is None else beside.table,
        me=me_section(state, seat),
        board=board_section(state, seat),
        orders=order_section(state, seat),
        threads=thread_section(state, seat, heard),
        pool=pool_section(state, seat),
        delivery=delivery_section(state, seat),
        review=review_section(state, seat),
        room=room_section(state) if beside is None else beside.room,
        beside=beside_section(state, seat),
        company=company_section(state) if beside is None else beside.company,
    )


def table_section(state: State) -> TableSection:
    best = state.scale.best if state.scale is not None else None
    return TableSection(
        round=state.round,
        phase=state.phase,
        length=state.length,
        target_weeks=state.target_weeks,
        rolled_back=state.voided.times,
        talk=state.talk,
        seats=state.seats,
        finished=tuple(sorted(state.finished)),
        rules=state.rules,
        new_rules=state.scenario.new_rules(state.round),
        company_share=company_share(state) if state.benchmarks is not None else 0,
        pool=state.scenario.pool if "pool" in state.rules else 0,
        overtime_price=state.scenario.overtime_price,
        own_work_worth=state.scenario.own_work_worth,
        foreknown=state.scenario.foreknown,
        results=tuple(_result(state, p) for p in state.published if not p.final),
        best=best,
    )


def _result(state: State, published: FiguresPublished) -> Result:
    silo = reference = None
    if (scale := state.scale) is not None:
        silo = scale.best * scale.silo_path[published.round - 1] // 1000
        reference = scale.best * scale.reference_path[published.round - 1] // 1000
    money = published.money
    return Result(published.round, money.result, money, published.index, silo, reference)


def me_section(state: State, seat: SeatId) -> MeSection:
    scenario, round_ = state.scenario, state.round
    department = scenario.department(seat)
    hours = state.hours.get(seat) or seat_hours(state, seat, _pool_hours(state, seat))
    lead_of = (lead for lead in state.in_lead if scenario.service(lead.service).provider == seat)
    overtime = department.overtime if "overtime" in state.rules else 0
    return MeSection(
        seat=seat,
        base_hours=department.hours,
        incident_hours=incident_hours(scenario, seat, round_),
        fatigue=hours.fatigue,
        meetings=hours.meetings,
        lent=hours.lent,
        gained=hours.gained,
        pool=hours.pool,
        hours=hours.hours,
        own_hours=hours.own,
        coming_hours=coming_hours(scenario, seat, round_, state.length),
        overtime_limit=overtime,
        metrics=department.metrics,
        stock=tuple(
            OwnStock(service, stock.good + stock.bad)
            for service, stock in sorted((s, stock) for (owner, s), stock in state.stock.items() if owner == seat)
        ),
        in_lead=tuple(OwnInLead(lead.service, lead.ready, lead.good + lead.bad) for lead in lead_of),
        incidents=tuple(OwnIncident(i.round, i.hours, i.service, i.cost, i.card) for i in own_incidents(state, seat)),
        plan=state.plans.get(seat),
        draft=state.drafts.get(seat),
        figures=tuple(Figures(p.round, f) for p in state.published for f in p.seats if f.seat == seat),
        satisfaction=satisfaction(state.records[seat]),
        record=state.records[seat],
    )


def _pool_hours(state: State, seat: SeatId) -> int:
    return sum(share.hours for share in state.pool.divided or () if share.seat == seat)


def thread_section(state: State, seat: SeatId, heard: tuple[Heard, ...] | None = None) -> ThreadsSection:
    return ThreadsSection(
        sheets=sheets_seen(state, seat),
        promises=promises_seen(state, seat),
        meetings=meetings_seen(state, seat),
        facts=known_facts(state, seat),
        messages=messages_heard(state, seat) if heard is None else heard,
    )


def sheets_seen(state: State, seat: SeatId) -> tuple[Thread, ...]:
    sheets = state.sheets.values()
    return tuple(_thread(state, sheet, seat) for sheet in sheets if seat == sheet.customer or seat == sheet.provider)


def promises_seen(state: State, seat: SeatId) -> tuple[Promise, ...]:
    commitments = state.commitments.values()
    return tuple(_promise(state, c, seat) for c in commitments if seat == c.customer or seat == c.provider)


def meetings_seen(state: State, seat: SeatId) -> tuple[OwnMeeting, ...]:
    return tuple(
        OwnMeeting(m.second if m.first == seat else m.first, m.proposer == seat, m.state)
        for pair, m in state.meetings.items()
        if seat in pair
    )


def messages_heard(state: State, seat: SeatId) -> tuple[Heard, ...]:
    return tuple([said for said in state.messages if said.to == TABLE or seat in (said.seat, said.to)])


def _thread(state: State, sheet: Sheet, seat: SeatId) -> Thread:
    """What stands behind a line is the requester's own; it reaches the provider in writing only."""
    lines = sheet.lines
    if seat == sheet.provider and sheet.channel != "written":
        lines = tuple(replace(line, worth=0) for line in lines)
    return Thread(
        sheet=sheet.sheet,
        customer=sheet.customer,
        provider=sheet.provider,
        round=sheet.round,
        channel=sheet.channel,
        clarity=clarity(state, sheet),
        note=sheet.note,
        lines=lines,
        restated=sheet.restated,
        confirmed=sheet.confirmed,
        met=sheet.met,
        give=sheet.give,
        given=sheet.given,
    )


def _promise(state: State, c: Commitment, seat: SeatId) -> Promise:
    sheet = state.sheets[c.sheet]
    hidden = seat == c.provider and sheet.channel != "written"
    return Promise(
        commitment=c.commitment,
        sheet=c.sheet,
        customer=c.customer,
        provider=c.provider,
        service=c.service,
        units=c.units,
        due=c.due,
        worth=0 if hidden else c.worth,
        round=c.round,
        clarity=clarity(state, sheet) if c.clarity is None else c.clarity,
        delivered=c.delivered,
        state=c.state,
        warned=c.warned,
        offered_by=None if c.offered is None else c.offered[0],
        offered=() if c.offered is None else c.offered[1],
        missing=c.missing,
        warning=c.warning,
    )


def pool_section(state: State, seat: SeatId) -> PoolSection:
    pool = state.pool
    my_claim = pool.claims.get(seat, 0)
    claims = tuple(PoolShare(s, hours) for s, hours in sorted(pool.claims.items()) if hours)
    loans = (loan for loan in state.loans.values() if seat in (loan.lender, loan.borrower))
    trained = state.holds("cross_training")
    return PoolSection(
        hours=state.scenario.pool if "pool" in state.rules else 0,
        my_claim=my_claim,
        claims=claims if my_claim else (),
        proposer=pool.proposer if my_claim else None,
        shares=pool.shares if my_claim else (),
        agreed=pool.agreed if my_claim else (),
        divided=pool.divided if my_claim else None,
        by_agreement=pool.by_agreement and bool(my_claim),
        lost=pool.lost if my_claim else 0,
        loans=tuple(
            OwnLoan(LoanId(x.loan), x.proposer, x.lender, x.borrower, x.hours, gain(x.hours, trained=trained), x.state)
            for x in loans
        ),
    )


def delivery_section(state: State, seat: SeatId) -> DeliverySection | None:
    """My lines and what came to me; of a supplier's line no more than what arrived."""
    d = state.delivered
    if d is None:
        return None
    scenario = state.scenario
    received = (s for s in d.shipped if state.commitments[s.commitment].customer == seat and s.units)
    return DeliverySection(
        round=d.round,
        arrived=tuple(a for a in d.arrived if scenario.service(ServiceId(a.service)).provider == seat),
        made=tuple(replace(m, bad=0) for m in d.made if m.seat == seat),
        shipped=tuple(s for s in d.shipped if s.seat == seat),
        received=tuple(_as_received(s) for s in received),
        order_lines=tuple(line for line in d.order_lines if line.seat == seat),
        charged=tuple(c for c in d.charged if state.orders[c.order].terms.owner == seat),
        books=next((b for b in d.books if b.seat == seat), None),
        money=d.money,
    )


def _as_received(line: Shipped) -> Shipped:
    return replace(line, planned=line.units, stop="none")


def review_section(state: State, seat: SeatId) -> ReviewSection:
    reviewing = state.phase == "review"
    given = tuple(r for r in state.ratings if r.customer == seat)
    thanked = tuple(provider for customer, provider in state.thanks if customer == seat)
    return ReviewSection(
        to_rate=to_rate(state, seat) if reviewing else (),
        to_thank=to_thank(state, seat) if reviewing else (),
        given=given,
        thanked=thanked,
        received=tuple(r for r in state.past_ratings if r.rating.provider == seat),
        thanks_from=tuple(customer for customer, provider in state.past_thanks if provider == seat),
        long_form=state.is_long_form,
        why=_why(state, seat) if reviewing and "why_failed" in state.rules else (),
        to_apologise=to_apologise(state, seat) if reviewing else (),
        apologised=tuple(sorted(c for c in state.apologies if _is_side(state.commitments[c], seat))),
        asked_of_me=asked_of(state, seat),
        will_do=tuple(w for w in state.will_do if seat in (w.provider, w.customer)),
        notes=tuple(n for n in state.notes if n.seat == seat or n.round < state.round or state.phase == "over"),
    )


def _is_side(commitment: Commitment, seat: SeatId) -> bool:
    return seat in (commitment.customer, commitment.provider)


def _why(state: State, seat: SeatId) -> tuple[Failed, ...]:
    mine = {c.commitment: c.cause for c in state.causes if c.seat == seat}
    return tuple(Failed(n, mine.get(n)) for n in largest_failed(state) if _is_side(state.commitments[n], seat))


def largest_failed(state: State) -> tuple[CommitmentId, ...]:
    """Of the commitments that became overdue in this round, each provider's largest; equal ones: the lower number."""
    moved = state.delivered.commitments if state.delivered is not None else ()
    largest: dict[SeatId, CommitmentId] = {}
    for m in moved:
        if m.state not in ("overdue", "lapsed", "broken"):
            continue
        commitment = state.commitments[m.commitment]
        if commitment.due < state.round:
            continue
        old = largest.get(commitment.provider)
        if old is None or _missing(commitment) > _missing(state.commitments[old]):
            largest[commitment.provider] = m.commitment
    return tuple(sorted(largest.values()))


def _missing(commitment: Commitment) -> int:
    return commitment.units - commitment.delivered


def to_apologise(state: State, seat: SeatId) -> tuple[CommitmentId, ...]:
    """What it promised and did not keep, and has not apologised for."""
    failed = ("overdue", "late", "lapsed", "broken")
    mine = (c for c in state.commitments.values() if c.provider == seat and c.state in failed)
    return tuple(c.commitment for c in mine if c.commitment not in state.apologies)


def asked_of(state: State, seat: SeatId) -> tuple[AskedChange, ...]:
    """Comments marked "please change" that it has not answered."""
    answered = {(w.customer, w.asked) for w in state.will_do if w.provider == seat}
    asked = (r for r in state.past_ratings if r.rating.provider == seat and r.rating.please_change)
    return tuple(
        AskedChange(r.rating.customer, r.round, r.rating.comment)
        for r in asked
        if (r.rating.customer, r.round) not in answered
    )


def to_rate(state: State, seat: SeatId) -> tuple[SeatId, ...]:
    """Providers it had business with in this round: a line answered or unanswered, a commitment due or overdue."""
    moved = {m.commitment for m in state.delivered.commitments} if state.delivered is not None else set()
    found: set[SeatId] = set()
    for c in state.commitments.values():
        if c.customer == seat and c.provider not in found:
            was_due = c.due == state.round and c.state not in ("released", "replaced")
            if was_due or c.state == "overdue" or c.commitment in moved:
                found.add(c.provider)
    for sheet in state.sheets.values():
        waits = sheet.customer == seat and sheet.provider not in found
        if waits and any(_in_talk(line, state.round) for line in sheet.lines):
            found.add(sheet.provider)
    return tuple(sorted(found))


def _in_talk(line: Line, round_: int) -> bool:
    """Somebody spoke on the line in this round, or it waited in vain through this round too."""
    waited = line.state in ("open", "lapsed") and line.turns[-1].round == round_ - 1
    return waited or any(turn.round == round_ for turn in line.turns)


def to_thank(state: State, seat: SeatId) -> tuple[SeatId, ...]:
    """Providers that kept a commitment to it in this round."""
    moved = state.delivered.commitments if state.delivered is not None else ()
    kept = (state.commitments[m.commitment] for m in moved if m.state == "kept")
    return tuple(sorted({c.provider for c in kept if c.customer == seat}))
