"""A twin of a state: the same to one seat's eyes, different in every field that the seat may not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from sandgame.rules import state as s
from sandgame.rules.board import board_of, sweep_order
from sandgame.rules.events import Delivered, FiguresPublished, SeatBooks, SeatFigures, SeatHours
from sandgame.rules.ids import TABLE, CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import Plan, PoolShare, WriteNote
from sandgame.rules.room_events import MapMarked, RoleAnswered
from sandgame.rules.room_intents import Player
from sandgame.rules.scenario import (
    Benchmarks,
    BotTraits,
    Card,
    Department,
    HoursEffect,
    Incident,
    OrderDef,
    Scenario,
    ServiceDef,
)
from tests.kit.opened import Opened, is_ahead, opened

Bump = Callable[[], int]
"""Draws a difference, 1 or more, for the next number that may not be known."""
Changes = dict[str, Any]


def twin(state: s.State, seat: SeatId, bump: Bump) -> s.State:
    """Everything `seat` may not know is changed; what it knows stays, also what measures have opened to it."""
    known = opened(state, seat)
    return replace(
        state,
        **_case(state, seat, known, bump),
        **_talk(state, seat, known, bump),
        **_work(state, seat, known, bump),
        **_said(state, seat, bump),
        **_beside(state, seat, bump),
    )


def _case(state: s.State, seat: SeatId, known: Opened, bump: Bump) -> Changes:
    more = {who: bump() for who in state.seats if who != seat}
    scenario = _scenario(state, seat, known, bump, more)
    return {
        "scenario": scenario,
        "as_written": replace(scenario, pool=scenario.pool + bump()),
        "fingerprint": state.fingerprint + "x" * bump(),
        "seed": state.seed + bump(),
        "benchmarks": _benchmarks(state, bump),
        "shorter": tuple(
            replace(x, benchmarks=replace(x.benchmarks, best=x.benchmarks.best + bump())) for x in state.shorter
        ),
        "boards": {who: board_of(scenario, sweep_order(scenario), who) for who in state.seats},
        # own hours stay the same: who has told them on a platform has told no more than that
        "fatigue": {who: state.fatigue.get(who, 0) + more.get(who, 0) for who in state.seats},
        "dealt": tuple(d for d in state.dealt if state.scenario.deck[d.card - 1].public),
        "voided": replace(state.voided, sheets=state.voided.sheets + bump(), commitments=bump(), loans=bump()),
    }


def _scenario(state: s.State, seat: SeatId, known: Opened, bump: Bump, more: dict[SeatId, int]) -> Scenario:
    scenario = state.scenario

    def department(who: SeatId, d: Department) -> Department:
        if who == seat:
            return d
        metrics = tuple(replace(m, floor=m.floor + bump(), target=m.target + bump()) for m in d.metrics)
        if who != known.asked:
            metrics = tuple(replace(m, weight=bump() if at else 99) for at, m in enumerate(metrics[::-1]))
        return replace(d, hours=d.hours + more[who], overtime=d.overtime + bump(), metrics=metrics, stock=())

    def incident(i: Incident) -> Incident:
        if i.seat == seat:
            return i
        told = i.seat in known.hours and i.round == state.round
        return replace(i, hours=i.hours if told else i.hours - bump(), cost=bump(), card=i.card + bump())

    def card(number: int, c: Card) -> Card:
        dealt = any(d.card == number for d in state.dealt)
        effects = (*c.effects, HoursEffect(seat, bump()))
        return replace(c, effects=effects, first=c.first + bump(), public=c.public if dealt else not c.public)

    return replace(
        scenario,
        departments=tuple(department(who, d) for who, d in zip(scenario.seats, scenario.departments, strict=True)),
        services=tuple(_service(d, state, seat, known, bump) for d in scenario.services),
        orders=tuple(o if o.owner == seat else replace(o, units=o.units + bump()) for o in scenario.orders),
        incidents=tuple(incident(i) for i in scenario.incidents),
        variation=None,
        bots=replace(
            scenario.bots, help=scenario.bots.help + bump(), traits=(BotTraits(99, 99),) * len(scenario.seats)
        ),
        deck=tuple(card(number, c) for number, c in enumerate(scenario.deck, start=1)),
    )


def _service(d: ServiceDef, state: s.State, seat: SeatId, known: Opened, bump: Bump) -> ServiceDef:
    """The map tells who serves whom and of what a service is made, but no numbers."""
    if d.provider == seat:
        return replace(d, defect=d.defect + bump(), defect_start=d.defect_start + bump())
    hidden = replace(
        d,
        fee=d.fee + bump(),
        cost=d.cost + bump(),
        standard_price=d.standard_price + bump(),
        defect=d.defect + bump(),
    )
    if d.provider not in known.limits:
        hidden = replace(hidden, inputs=tuple(replace(i, units=i.units + bump()) for i in d.inputs))
    if d.provider not in known.hours:
        hidden = replace(hidden, effort=d.effort + bump(), setup=d.setup + bump())
    if seat in d.receivers:
        return hidden
    hidden = replace(hidden, complexity=d.complexity + bump(), holding=d.holding + bump())
    if d.provider not in known.hours:
        hidden = replace(hidden, lead=d.lead + bump())
    others = tuple(who for who in state.seats if who not in (seat, d.provider))
    return hidden if known.mapped else replace(hidden, receivers=others)


def _benchmarks(state: s.State, bump: Bump) -> Benchmarks | None:
    """Best and the paths are told at the end only; the index so far is published and stays."""
    b = state.benchmarks
    if b is None or state.phase == "over":
        return b
    path = tuple(x + bump() for x in b.silo_path)
    return Benchmarks(b.best + bump(), b.silo + bump(), path, tuple(x + bump() for x in b.reference_path))


def _talk(state: s.State, seat: SeatId, known: Opened, bump: Bump) -> Changes:
    return {
        "orders": _orders(state, seat, known, bump),
        "sheets": {n: _sheet(sheet, seat, known, bump) for n, sheet in state.sheets.items()},
        "commitments": {n: _commitment(state, c, seat, known, bump) for n, c in state.commitments.items()},
        "loans": {n: _loan(loan, seat, known) for n, loan in state.loans.items()},
        "meetings": {
            pair: m
            if seat in pair or known.hours & set(pair)
            else replace(m, state="agreed" if m.state != "agreed" else "refused")
            for pair, m in state.meetings.items()
        },
        "pool": _pool(state, seat, bump),
    }


def _orders(state: s.State, seat: SeatId, known: Opened, bump: Bump) -> dict[OrderId, s.Order]:
    def terms(d: OrderDef) -> OrderDef:
        prices = tuple(replace(option, price=option.price + bump()) for option in d.options)
        return replace(
            d, units=d.units + bump(), late=d.late + bump(), lost=d.lost + bump(), options=prices, card=d.card + bump()
        )

    def changed(number: OrderId, order: s.Order) -> s.Order:
        owner = order.terms.owner
        its_own = owner in known.hours and state.scenario.service(order.terms.service).provider == owner
        if number in known.orders or its_own or (owner == seat and not is_ahead(state, order)):
            return order
        option = 0 if order.option is None else (order.option + 1) % len(order.terms.options)
        return replace(order, terms=terms(order.terms), option=option)

    return {number: changed(number, order) for number, order in state.orders.items()}


def _sheet(sheet: s.Sheet, seat: SeatId, known: Opened, bump: Bump) -> s.Sheet:
    if seat == sheet.customer:
        return sheet
    if seat == sheet.provider:
        return sheet if sheet.channel == "written" else replace(sheet, lines=_lines(sheet, bump))
    lines = tuple(
        replace(line, worth=line.worth + bump(), unanswered=not line.unanswered)
        if (sheet.sheet, at) in known.lines
        else _hidden(line, known, bump)
        for at, line in enumerate(sheet.lines)
    )
    return replace(sheet, note=sheet.note + "?", restated="?", lines=lines, confirmed=not sheet.confirmed)


def _lines(sheet: s.Sheet, bump: Bump) -> tuple[s.Line, ...]:
    """What is behind a line reaches its provider in writing only."""
    return tuple(replace(line, worth=line.worth + bump()) for line in sheet.lines)


def _hidden(line: s.Line, known: Opened, bump: Bump) -> s.Line:
    """Nothing of it is known; where all meet, that it is not open."""
    last = line.turns[-1]
    terms = tuple(replace(part, units=part.units + bump()) for part in last.parts)
    return replace(
        line,
        wanted=replace(line.wanted, units=line.wanted.units + bump()),
        worth=line.worth + bump(),
        unanswered=not line.unanswered,
        turns=(replace(last, parts=terms),),
        state="declined" if line.state != "declined" or known.meets else "withdrawn",
    )


def _commitment(state: s.State, c: s.Commitment, seat: SeatId, known: Opened, bump: Bump) -> s.Commitment:
    if seat == c.provider and state.sheets[c.sheet].channel != "written":
        return replace(c, worth=c.worth + bump())
    if seat in (c.customer, c.provider):
        return c
    warned = bool(c.warned) and c.warned >= state.round - 1 and c.is_open
    hidden = replace(c, worth=c.worth + bump(), round=c.round + bump(), clarity=bump(), offered=None)
    hidden = replace(hidden, warning=c.warning + "?")
    if not known.meets:
        hidden = replace(hidden, warned=0 if c.warned == state.round else state.round, missing=c.missing + bump())
    if (known.meets and warned) or c.provider in known.hours or c.customer in known.limits:
        return hidden
    return replace(hidden, units=c.units + bump(), due=c.due + 1)


def _loan(loan: s.Loan, seat: SeatId, known: Opened) -> s.Loan:
    if seat in (loan.lender, loan.borrower) or loan.lender in known.hours:
        return loan
    return replace(loan, hours=2 if loan.hours != 2 else 3)


def _pool(state: s.State, seat: SeatId, bump: Bump) -> s.Pool:
    pool = state.pool
    if pool.claims.get(seat):
        return pool
    shares = (PoolShare(SeatId(9), bump()),)
    divided = None if pool.divided is None else tuple(p for p in pool.divided if p.seat == seat) + shares
    return replace(
        pool,
        claims={who: hours + bump() if who != seat else hours for who, hours in pool.claims.items()},
        proposer=SeatId(9),
        shares=shares,
        agreed=(SeatId(9),),
        divided=divided,
        lost=pool.lost + bump(),
    )


def _work(state: s.State, seat: SeatId, known: Opened, bump: Bump) -> Changes:
    def lead(x: Any) -> Any:
        provider = state.scenario.service(x.service).provider
        told = provider == seat or provider in known.hours
        return replace(x, good=0, bad=x.good + x.bad) if told else replace(x, good=x.good + bump())

    def record(r: s.Record) -> s.Record:
        return s.Record(*(getattr(r, name) + bump() for name in r.__struct_fields__))

    return {
        "hours": {who: h if who == seat else _hours(h, bump) for who, h in state.hours.items()},
        "plans": _plans(state.plans, seat, bump),
        "drafts": _plans(state.drafts, seat, bump),
        "stock": {place: _stock(place, stock, seat, known, bump) for place, stock in state.stock.items()},
        "in_lead": tuple(lead(x) for x in state.in_lead),
        "accounts": {n: s.Accounts((a.defect + bump()) % 100, a.misfit + bump()) for n, a in state.accounts.items()},
        "records": {who: r if who == seat else record(r) for who, r in state.records.items()},
        "delivered": _delivered(state, seat, bump),
        "published": tuple(_published(p, seat, bump) for p in state.published),
    }


def _hours(h: SeatHours, bump: Bump) -> SeatHours:
    return replace(h, hours=h.hours + bump(), own=h.own + bump(), lent=h.lent + bump())


def _plans(plans: dict[SeatId, Plan], seat: SeatId, bump: Bump) -> dict[SeatId, Plan]:
    return {who: plan if who == seat else replace(plan, own_work=plan.own_work + bump()) for who, plan in plans.items()}


def _stock(place: tuple[SeatId, ServiceId], stock: s.Stock, seat: SeatId, known: Opened, bump: Bump) -> s.Stock:
    """Bad units look like good ones to whoever has them, and on a platform."""
    if place[0] == seat or place in known.stock or place[0] in known.hours:
        return s.Stock(stock.good + stock.bad, 0) if stock.bad else s.Stock(0, stock.good)
    return s.Stock(stock.good + bump(), stock.bad)


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


def _said(state: s.State, seat: SeatId, bump: Bump) -> Changes:
    return {
        "facts": tuple(
            f
            if seat in (f.seat, f.to) or f.to == TABLE
            else replace(f, fact=replace(f.fact, units=f.fact.units + bump()), told=not f.told)
            for f in state.facts
        ),
        "messages": tuple(
            said if seat in (said.seat, said.to) or said.to == TABLE else replace(said, text=said.text + "?")
            for said in state.messages
        ),
        "ratings": tuple(
            r if r.customer == seat else replace(r, empathy=6 - r.empathy, comment="?") for r in state.ratings
        ),
        "past_ratings": tuple(
            r if r.rating.provider == seat else replace(r, rating=replace(r.rating, empathy=6 - r.rating.empathy))
            for r in state.past_ratings
        ),
        "will_do": tuple(
            w if seat in (w.provider, w.customer) else replace(w, by=w.by + bump()) for w in state.will_do
        ),
        "apologies": frozenset(
            n for n in state.apologies if seat in (state.commitments[n].customer, state.commitments[n].provider)
        ),
        "causes": tuple(c if c.seat == seat else replace(c, cause="unclear") for c in state.causes),
        "notes": tuple(
            n if n.seat == seat or n.round < state.round or state.phase == "over" else replace(n, act=n.act + "?")
            for n in state.notes
        ),
        # who thanks me is told when the Review is over
        "thanks": tuple(pair for pair in state.thanks if pair[0] == seat),
        "past_thanks": tuple(pair for pair in state.past_thanks if seat in pair),
    }


OTHER_STYLE: dict[Player, Player] = {"competing": "avoiding", "avoiding": "collaborating", "collaborating": "competing"}


def _beside(state: s.State, seat: SeatId, bump: Bump) -> Changes:
    """Of others it is neither known whether they have kept, marked or answered anything, nor what."""
    others = [who for who in state.seats if who != seat]
    note = WriteNote(round=state.round, phase=state.phase, act="?")
    marked = [MapMarked(who, (), (), bump(), bump(), bump()) for who in others]
    answered = [RoleAnswered(who, seat, "own_work", "hours", True, False) for who in others]
    return {
        "kept": _own(state.kept, seat) | {who: (note,) for who in others if who not in state.kept},
        "maps": _own(state.maps, seat) | {m.seat: m for m in marked if m.seat not in state.maps},
        "roles": _own(state.roles, seat) | {a.seat: a for a in answered if a.seat not in state.roles},
        "players": {who: OTHER_STYLE.get(by, by) for who, by in state.players.items() if by != "person"},
        "room_messages": (
            *(said for said in state.room_messages if said.to in (TABLE, seat)),
            *(s.RoomMessage(state.round, who, "?") for who in others),
        ),
    }


def _own(of_all: dict[SeatId, Any], seat: SeatId) -> dict[SeatId, Any]:
    return {who: what for who, what in of_all.items() if who == seat}
