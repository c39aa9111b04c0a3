"""A twin of a state: the same to one seat's eyes, different in every field that the seat may not know."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sandgame.rules import state as s
from sandgame.rules.board import board_of, sweep_order
from sandgame.rules.events import Delivered, FiguresPublished, SeatBooks, SeatFigures, SeatHours
from sandgame.rules.ids import TABLE, CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import Plan, PoolShare
from sandgame.rules.scenario import Benchmarks, BotTraits, Department, OrderDef, Scenario, ServiceDef

Bump = Callable[[], int]
"""Draws a difference, 1 or more, for the next number that may not be known."""


def twin(state: s.State, seat: SeatId, bump: Bump) -> s.State:
    """Everything `seat` may not know is changed; what it knows stays."""
    scenario = _scenario(state, seat, bump)
    claims = (
        state.pool.claims
        if state.pool.claims.get(seat)
        else {who: hours + bump() if who != seat else hours for who, hours in state.pool.claims.items()}
    )
    return replace(
        state,
        scenario=scenario,
        as_written=replace(scenario, pool=scenario.pool + bump()),
        fingerprint=state.fingerprint + "x" * bump(),
        seed=state.seed + bump(),
        benchmarks=_benchmarks(state, bump),
        boards={who: board_of(scenario, sweep_order(scenario), who) for who in state.seats},
        orders=_orders(state, seat, bump),
        sheets={n: _sheet(sheet, seat, bump) for n, sheet in state.sheets.items()},
        commitments={n: _commitment(c, seat, bump) for n, c in state.commitments.items()},
        loans={n: _loan(loan, seat) for n, loan in state.loans.items()},
        meetings={
            pair: m if seat in pair else replace(m, state="agreed" if m.state != "agreed" else "refused")
            for pair, m in state.meetings.items()
        },
        pool=_pool(state, seat, bump, claims),
        hours={who: h if who == seat else _hours(h, bump) for who, h in state.hours.items()},
        plans=_plans(state.plans, seat, bump),
        drafts=_plans(state.drafts, seat, bump),
        stock=_stock(state, seat, bump),
        in_lead=tuple(
            replace(x, good=x.good + x.bad, bad=0)
            if state.scenario.service(x.service).provider == seat
            else replace(x, good=x.good + bump())
            for x in state.in_lead
        ),
        accounts={n: s.Accounts((a.defect + bump()) % 100, a.misfit + bump()) for n, a in state.accounts.items()},
        fatigue={who: hours if who == seat else hours + bump() for who, hours in state.fatigue.items()},
        records={
            who: r if who == seat else replace(r, own_work=r.own_work + bump()) for who, r in state.records.items()
        },
        facts=tuple(
            f
            if seat in (f.seat, f.to) or f.to == TABLE
            else replace(f, fact=replace(f.fact, units=f.fact.units + bump()))
            for f in state.facts
        ),
        messages=tuple(
            said
            if seat in (said.message.seat, said.message.to) or said.message.to == TABLE
            else replace(said, message=replace(said.message, text=said.message.text + "?"))
            for said in state.messages
        ),
        ratings=tuple(
            r if r.customer == seat else replace(r, empathy=6 - r.empathy, comment="?") for r in state.ratings
        ),
        past_ratings=tuple(
            r if r.rating.provider == seat else replace(r, rating=replace(r.rating, empathy=6 - r.rating.empathy))
            for r in state.past_ratings
        ),
        will_do=tuple(w if seat in (w.provider, w.customer) else replace(w, by=w.by + bump()) for w in state.will_do),
        causes=tuple(c if c.seat == seat else replace(c, cause="unclear") for c in state.causes),
        notes=tuple(
            n if n.seat == seat or n.round < state.round or state.phase == "over" else replace(n, act=n.act + "?")
            for n in state.notes
        ),
        delivered=_delivered(state, seat, bump),
        published=tuple(_published(p, seat, bump) for p in state.published),
    )


def _scenario(state: s.State, seat: SeatId, bump: Bump) -> Scenario:
    scenario = state.scenario

    def department(who: SeatId, d: Department) -> Department:
        if who == seat:
            return d
        return replace(d, hours=d.hours + bump(), overtime=d.overtime + bump(), metrics=d.metrics[:-1], stock=())

    def service(d: ServiceDef) -> ServiceDef:
        if d.provider == seat:
            return replace(d, defect=d.defect + bump(), defect_start=d.defect_start + bump())
        hidden = replace(d, effort=d.effort + bump(), setup=d.setup + bump(), fee=d.fee + bump(), cost=d.cost + bump())
        hidden = replace(hidden, standard_price=d.standard_price + bump(), defect=d.defect + bump())
        if seat in d.receivers:
            return hidden
        return replace(hidden, complexity=d.complexity + bump(), lead=d.lead + bump(), holding=d.holding + bump())

    return replace(
        scenario,
        departments=tuple(department(who, d) for who, d in zip(scenario.seats, scenario.departments, strict=True)),
        services=tuple(service(d) for d in scenario.services),
        incidents=tuple(i if i.seat == seat else replace(i, hours=i.hours - bump()) for i in scenario.incidents),
        variation=None,
        bots=replace(
            scenario.bots, help=scenario.bots.help + bump(), traits=(BotTraits(99, 99),) * len(scenario.seats)
        ),
    )


def _benchmarks(state: s.State, bump: Bump) -> Benchmarks | None:
    """Best and the paths are told at the end only; the index so far is published and stays."""
    b = state.benchmarks
    return b if b is None or state.phase == "over" else replace(b, best=b.best + bump(), silo=b.silo + bump())


def _orders(state: s.State, seat: SeatId, bump: Bump) -> dict[OrderId, s.Order]:
    horizon = state.round + state.scenario.foreknown

    def terms(d: OrderDef) -> OrderDef:
        return replace(d, units=d.units + bump(), late=d.late + bump(), lost=d.lost + bump())

    def changed(order: s.Order) -> s.Order:
        if order.terms.owner != seat:
            return replace(order, terms=terms(order.terms), option=None if order.option else 1)
        return (
            replace(order, terms=terms(order.terms))
            if order.state == "coming" and order.terms.arrival > horizon
            else order
        )

    return {number: changed(order) for number, order in state.orders.items()}


def _sheet(sheet: s.Sheet, seat: SeatId, bump: Bump) -> s.Sheet:
    if seat in (sheet.customer, sheet.provider):
        return sheet
    lines = tuple(replace(line, worth=line.worth + bump(), unanswered=not line.unanswered) for line in sheet.lines)
    return replace(sheet, note=sheet.note + "?", lines=lines, confirmed=not sheet.confirmed)


def _commitment(c: s.Commitment, seat: SeatId, bump: Bump) -> s.Commitment:
    return (
        c
        if seat in (c.customer, c.provider)
        else replace(c, units=c.units + bump(), worth=c.worth + bump(), due=c.due + 1)
    )


def _loan(loan: s.Loan, seat: SeatId) -> s.Loan:
    return loan if seat in (loan.lender, loan.borrower) else replace(loan, hours=2 if loan.hours != 2 else 3)


def _pool(state: s.State, seat: SeatId, bump: Bump, claims: dict[SeatId, int]) -> s.Pool:
    pool = replace(state.pool, claims=claims)
    if state.pool.claims.get(seat):
        return pool
    shares = (PoolShare(SeatId(9), bump()),)
    divided = None if pool.divided is None else tuple(p for p in pool.divided if p.seat == seat) + shares
    return replace(
        pool, proposer=SeatId(9), shares=shares, agreed=(SeatId(9),), divided=divided, lost=pool.lost + bump()
    )


def _hours(h: SeatHours, bump: Bump) -> SeatHours:
    return replace(h, hours=h.hours + bump(), own=h.own + bump(), lent=h.lent + bump())


def _plans(plans: dict[SeatId, Plan], seat: SeatId, bump: Bump) -> dict[SeatId, Plan]:
    return {who: plan if who == seat else replace(plan, own_work=plan.own_work + bump()) for who, plan in plans.items()}


def _stock(state: s.State, seat: SeatId, bump: Bump) -> dict[tuple[SeatId, ServiceId], s.Stock]:
    """A provider's own bad units look like good ones to it."""
    return {
        (who, service): s.Stock(stock.good + stock.bad, 0) if who == seat else s.Stock(stock.good + bump(), stock.bad)
        for (who, service), stock in state.stock.items()
    }


def _delivered(state: s.State, seat: SeatId, bump: Bump) -> Delivered | None:
    d = state.delivered
    if d is None:
        return None

    def mine(commitment: CommitmentId) -> bool:
        c = state.commitments[commitment]
        return seat in (c.customer, c.provider)

    def books(b: SeatBooks) -> SeatBooks:
        return b if b.seat == seat else replace(b, worked=b.worked + bump(), own_work=b.own_work + bump())

    owner = {n: order.terms.owner for n, order in state.orders.items()}
    return replace(
        d,
        arrived=tuple(a for a in d.arrived if state.scenario.service(a.service).provider == seat),
        made=tuple(
            replace(m, bad=m.bad + bump()) if m.seat == seat else replace(m, units=m.units + bump()) for m in d.made
        ),
        shipped=tuple(
            x
            if x.seat == seat
            else replace(x, planned=x.planned + bump(), stop="hours")
            if mine(x.commitment)
            else replace(x, units=x.units + bump(), bad=x.bad + bump())
            for x in d.shipped
        ),
        order_lines=tuple(x if x.seat == seat else replace(x, units=x.units + bump()) for x in d.order_lines),
        charged=tuple(x if owner[x.order] == seat else replace(x, late=x.late + bump()) for x in d.charged),
        books=tuple(books(b) for b in d.books),
        stock=(),
        accounts=(),
    )


def _published(p: FiguresPublished, seat: SeatId, bump: Bump) -> FiguresPublished:
    def figures(f: SeatFigures) -> SeatFigures:
        return f if f.seat == seat else replace(f, kpi=(f.kpi + bump()) % 101, bonus_kpi=f.bonus_kpi + bump())

    return replace(p, seats=tuple(figures(f) for f in p.seats))
