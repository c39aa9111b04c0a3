"""A form that has been found right -> rules data, by numbers instead of keys; and the fingerprint of these data."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import (
    MEASURE_NAMES,
    RULE_NAMES,
    Aid,
    BotBook,
    BotTraits,
    Card,
    CostEffect,
    Department,
    Effect,
    HoursEffect,
    Incident,
    Input,
    MeasureOffer,
    Metric,
    Opens,
    OrderDef,
    OrderEffect,
    OrderOption,
    Scenario,
    ServiceDef,
    StockAtStart,
    Variation,
)
from sandgame.scenario.form import (
    NEVER,
    CardForm,
    DepartmentForm,
    EffectForm,
    IncidentForm,
    MeasuresForm,
    OrderEffectForm,
    OrderForm,
    ScenarioForm,
    ServiceForm,
)


class Numbers:
    """Seats and services by their keys."""

    def __init__(self, form: ScenarioForm) -> None:
        self.seats = {key: SeatId(n) for n, key in enumerate(form.departments, start=1)}
        self.services = {key: ServiceId(n) for n, key in enumerate(form.services, start=1)}

    def department(self, form: DepartmentForm) -> Department:
        stock = sorted((self.services[key], units) for key, units in form.stock.items())
        return Department(
            hours=form.hours,
            overtime=form.overtime,
            stock=tuple(StockAtStart(service, units) for service, units in stock),
            metrics=tuple(Metric(line.metric, line.weight, line.zero_at, line.full_at) for line in form.kpi),
        )

    def service(self, form: ServiceForm) -> ServiceDef:
        inputs = sorted((self.services[key], units) for key, units in form.inputs.items())
        return ServiceDef(
            provider=self.seats[form.provider],
            receivers=tuple(sorted(self.seats[key] for key in form.receivers)),
            effort=form.effort,
            setup=form.setup,
            fee=form.fee,
            inputs=tuple(Input(service, units) for service, units in inputs),
            cost=form.cost,
            standard_price=form.cost if form.standard_price is None else form.standard_price,
            lead=form.lead,
            defect=form.defect,
            defect_start=form.defect_start,
            complexity=form.complexity,
            holding=form.holding,
            relation=form.relation or ("guidance" if form.aid else "service"),
            customer=form.customer,
            aid=Aid(form.aid.hours, form.aid.limit) if form.aid else None,
        )

    def order(self, form: OrderForm) -> OrderDef:
        return OrderDef(
            owner=self.seats[form.owner],
            service=self.services[form.service],
            units=form.units,
            arrival=form.arrives,
            options=tuple(OrderOption(option.due, option.price) for option in form.options),
            late=form.late,
            expiry=form.expires,
            lost=form.lost,
            directive=form.directive,
        )

    def incident(self, form: IncidentForm) -> Incident:
        return Incident(
            round=form.week,
            seat=self.seats[form.department],
            hours=form.hours,
            service=None if form.service is None else self.services[form.service],
            cost=form.cost,
        )

    def card(self, form: CardForm) -> Card:
        return Card(tuple(self.effect(item) for item in form.effects), form.from_, form.public)

    def effect(self, form: EffectForm) -> Effect:
        if form.hours is not None:
            return HoursEffect(self.seats[form.hours.department], form.hours.change)
        if form.cost is not None:
            return CostEffect(self.services[form.cost.service], form.cost.cost)
        assert form.order is not None
        return self.new_order(form.order)

    def new_order(self, form: OrderEffectForm) -> OrderEffect:
        return OrderEffect(
            owner=self.seats[form.owner],
            service=self.services[form.service],
            units=form.units,
            options=tuple(OrderOption(option.due, option.price) for option in form.options),
            late=form.late,
            expiry=form.expiry,
            lost=form.lost,
            directive=form.directive,
        )

    def bots(self, form: ScenarioForm) -> BotBook:
        return BotBook(
            bottleneck=self.seats[form.bots.bottleneck],
            help=form.bots.help,
            hour_worth=form.bots.hour_worth,
            aid_worth=form.bots.aid_worth,
            small_buy=form.bots.small_buy,
            traits=tuple(BotTraits(item.bots.own_work, item.bots.keeps) for item in form.departments.values()),
        )


def offers(form: MeasuresForm) -> tuple[MeasureOffer, ...]:
    """In the order of the rules, whatever the author's."""
    written = ((name, getattr(form, name)) for name in MEASURE_NAMES)
    return tuple(MeasureOffer(name, offer.price or 0, offer.from_ or 1, offer.held) for name, offer in written if offer)


def assemble(form: ScenarioForm) -> Scenario:
    numbers = Numbers(form)
    opens = form.opens.model_dump()
    varies = form.variants
    return Scenario(
        purpose=form.purpose,
        departments=tuple(numbers.department(item) for item in form.departments.values()),
        services=tuple(numbers.service(item) for item in form.services.values()),
        orders=tuple(numbers.order(item) for item in form.orders.values()),
        incidents=tuple(numbers.incident(item) for item in form.incidents.values()),
        lengths=tuple(form.lengths),
        pool=form.pool,
        overtime_price=form.overtime_price,
        own_work_worth=form.own_work_worth,
        company_share=form.company_share,
        foreknown=form.known_ahead,
        opens=tuple(Opens(rule, NEVER if opens[rule] == "never" else opens[rule]) for rule in RULE_NAMES),
        variation=Variation(tuple(varies.units), tuple(varies.prices), tuple(varies.shifts)) if varies else None,
        bots=numbers.bots(form),
        measures=offers(form.measures),
        deck=tuple(numbers.card(item) for item in form.deck.values()),
        target_weeks=max(form.lengths),
    )


def fingerprint(scenario: Scenario) -> str:
    """SHA-256 of the numbers that a game starts with, as JSON with sorted keys.

    Neither texts nor the way of writing change it, nor what may only come during play: cards, and measures on offer;
    nor does what follows from the lengths.
    """
    numbers = as_data(scenario)
    numbers.pop("deck", None)
    numbers.pop("target_weeks", None)
    numbers["measures"] = [as_data(offer) for offer in scenario.measures if offer.held]
    if not numbers["measures"]:
        del numbers["measures"]
    text = json.dumps(numbers, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()


def as_data(value: Any) -> Any:
    """Fields that say nothing are left out, so that a field that is new to the rules leaves old cases as they were."""
    names = getattr(value, "__struct_fields__", None)
    if names is not None:
        defaults = dict(zip(reversed(names), reversed(value.__struct_defaults__), strict=False))
        parts = {name: getattr(value, name) for name in names}
        return {name: as_data(part) for name, part in parts.items() if name not in defaults or part != defaults[name]}
    return [as_data(item) for item in value] if isinstance(value, tuple) else value
