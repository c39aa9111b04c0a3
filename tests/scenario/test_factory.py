"""The factory is the design's to the number, in both cases but for three targets; words say what the numbers are."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from msgspec.structs import replace

from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import (
    MEASURE_NAMES,
    RULE_NAMES,
    Card,
    CostEffect,
    HoursEffect,
    OrderEffect,
    ServiceDef,
)
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from sandgame.scenario.wording import OF_CARD
from tests.scenario.desk import passed

FACTORY, CLASS = passed(find("factory")), passed(find("factory-class"))
BOTH = pytest.mark.parametrize("case", [FACTORY, CLASS], ids=lambda case: case.id)
OWN_TITLE = {"title", "teaser"}

# hours, most overtime
DEPARTMENTS = {"SAL": (13, 4), "ENG": (15, 6), "PRO": (14, 4), "PRD": (20, 8), "QUA": (11, 4), "LOG": (12, 6)}
# provider, receiver, effort, setup, inputs, cost, fee, standard price, lead, defect, complexity, holding
SERVICES = {
    "SP": ("SAL", "ENG", 2, 0, {}, 0, 0, 0, 0, 0, 50, 0),
    "AI": ("ENG", "PRD", 2, 0, {}, 0, 0, 0, 0, 0, 0, 0),
    "M": ("PRO", "PRD", 1, 0, {}, 10, 20, 13, 1, 4, 10, 1),
    "K": ("PRO", "PRD", 1, 0, {}, 16, 24, 20, 1, 6, 20, 1),
    "DR": ("ENG", "PRD", 3, 0, {"SP": 1}, 0, 0, 0, 0, 0, 40, 0),
    "A": ("PRD", "LOG", 3, 2, {"M": 1}, 0, 0, 0, 0, 5, 0, 1),
    "B": ("PRD", "LOG", 4, 3, {"M": 1, "K": 1}, 0, 0, 0, 0, 8, 10, 1),
    "C": ("PRD", "LOG", 5, 3, {"M": 1, "K": 1, "DR": 1}, 0, 0, 0, 0, 8, 30, 1),
    "QC": ("QUA", "LOG", 1, 0, {}, 0, 0, 0, 0, 0, 10, 0),
    "LA": ("LOG", "SAL", 1, 0, {"A": 1, "QC": 1}, 2, 0, 2, 0, 0, 10, 1),
    "LB": ("LOG", "SAL", 1, 0, {"B": 1, "QC": 1}, 2, 0, 2, 0, 0, 10, 1),
    "LC": ("LOG", "SAL", 2, 0, {"C": 1, "QC": 2}, 3, 0, 3, 0, 0, 20, 1),
}
# each: service, units, arrival, its options as due and price, late, expiry, lost
ORDERS = (
    ("LA", 5, 1, ((2, 62), (4, 60)), 4, 5, 8),
    ("LB", 4, 1, ((3, 92), (5, 90)), 5, 6, 12),
    ("LC", 2, 1, ((3, 150), (5, 144)), 8, 6, 20),
    ("LA", 7, 2, ((3, 60), (5, 58)), 4, 6, 8),
    ("LB", 4, 2, ((4, 90), (6, 88)), 5, 7, 12),
    ("LA", 6, 3, ((4, 66), (6, 62)), 4, 7, 8),
    ("LC", 3, 3, ((5, 150), (7, 146)), 8, 8, 20),
    ("LB", 5, 4, ((5, 96), (7, 92)), 5, 8, 12),
    ("LA", 7, 4, ((6, 44), (8, 42)), 4, 8, 8),
    ("LA", 4, 5, ((5, 80), (7, 70)), 5, 7, 10),
    ("LB", 5, 5, ((6, 94), (8, 90)), 5, 8, 12),
    ("LC", 3, 5, ((7, 152), (8, 146)), 8, 8, 20),
    ("LA", 6, 6, ((7, 56), (8, 54)), 4, 8, 8),
    ("LB", 4, 6, ((7, 100), (8, 94)), 5, 8, 12),
    ("LA", 6, 7, ((8, 72),), 4, 8, 8),
)
# metric: weight, floor, target
KPI = {
    "SAL": {"booked_revenue": (30, 2500, 6500), "delivered_revenue": (30, 1500, 6000), "own_work": (40, 0, 70)},
    "ENG": {"own_work": (55, 0, 80), "commitments_kept": (25, 0, 100), "overtime": (20, 60, 0)},
    "PRO": {
        "purchase_price": (40, 125, 90),
        "stock_value": (15, 60, 0),
        "own_work": (30, 0, 50),
        "commitments_kept": (15, 0, 100),
    },
    "PRD": {
        "own_work": (35, 0, 40),
        "setups": (30, 22, 8),
        "utilisation": (20, 40, 90),
        "commitments_kept": (15, 0, 100),
    },
    "QUA": {"own_work": (45, 0, 50), "commitments_kept": (35, 0, 100), "overtime": (20, 60, 0)},
    "LOG": {"own_work": (45, 0, 55), "commitments_kept": (35, 0, 100), "overtime": (20, 60, 0)},
}
# rules that open late leave hours: with the design's targets even who helps all the others reaches them in 5 weeks
CLASS_TARGETS = {"SAL": 76, "PRO": 65, "PRD": 55}
# week, department, hours, service, cost
INCIDENTS = {
    (3, "ENG", -6, None, None),
    (4, "PRD", -8, None, None),
    (5, "LOG", -4, None, None),
    (5, "PRO", 0, "M", 14),
    (6, "PRO", 0, "M", 14),
    (6, "QUA", -5, None, None),
}
STOCK = {"PRO": {"M": 2}, "PRD": {"M": 6, "K": 3, "A": 2}}
OFFERS = {
    "service_map": (20, 1),
    "coordination": (0, 2),
    "service_standard": (60, 2),
    "cross_training": (60, 2),
    "satisfaction": (0, 3),
    "open_allocation": (20, 2),
    "shared_goal": (0, 4),
    "platform": (40, 3),
}
OPENS_IN = {2: {"restate", "counter", "pool", "overtime"}, 3: {"lend", "give", "meeting", "vote"}}


def kpi_of(case: Package) -> dict[str, dict[str, tuple[int, int, int]]]:
    return {
        key: {metric.kind: (metric.weight, metric.floor, metric.target) for metric in each.metrics}
        for key, each in zip(case.departments, case.scenario.departments, strict=True)
    }


def row(case: Package, service: ServiceDef) -> tuple[object, ...]:
    (receiver,) = service.receivers
    inputs = {case.services[each.service - 1]: each.units for each in service.inputs}
    sides = (case.departments[service.provider - 1], case.departments[receiver - 1])
    made = (service.effort, service.setup, inputs, service.cost, service.fee, service.standard_price)
    return (*sides, *made, service.lead, service.defect, service.complexity, service.holding)


@BOTH
def test_departments_services_and_stock_are_those_of_the_design(case: Package) -> None:
    scenario = case.scenario
    departments = dict(zip(case.departments, scenario.departments, strict=True))
    assert {key: (each.hours, each.overtime) for key, each in departments.items()} == DEPARTMENTS
    stock = {
        key: {case.services[item.service - 1]: item.units for item in each.stock}
        for key, each in departments.items()
        if each.stock
    }
    assert stock == STOCK
    assert {key: row(case, each) for key, each in zip(case.services, scenario.services, strict=True)} == SERVICES
    aids = {case.services[n]: (s.aid.hours, s.aid.limit) for n, s in enumerate(scenario.services) if s.aid}
    assert aids == {"AI": (3, 2)}
    assert {case.services[n] for n, s in enumerate(scenario.services) if s.relation == "control"} == {"QC"}


def test_the_reference_is_measured_by_the_kpi_of_the_design() -> None:
    assert kpi_of(FACTORY) == KPI


def test_a_class_is_asked_for_more_own_work_of_three_departments_and_for_nothing_else() -> None:
    asked = {key: dict(metrics) for key, metrics in KPI.items()}
    for key, target in CLASS_TARGETS.items():
        weight, floor, _ = asked[key]["own_work"]
        asked[key]["own_work"] = (weight, floor, target)
    assert kpi_of(CLASS) == asked


@BOTH
def test_orders_events_and_constants_are_those_of_the_design(case: Package) -> None:
    scenario = case.scenario
    assert {order.owner for order in scenario.orders} == {SeatId(1)}
    orders = tuple(
        (
            case.services[order.service - 1],
            order.units,
            order.arrival,
            tuple((option.due, option.price) for option in order.options),
            order.late,
            order.expiry,
            order.lost,
        )
        for order in scenario.orders
    )
    assert orders == ORDERS
    incidents = {
        (
            each.round,
            case.departments[each.seat - 1],
            each.hours,
            case.services[each.service - 1] if each.service else None,
            each.cost,
        )
        for each in scenario.incidents
    }
    assert incidents == INCIDENTS
    assert scenario.purpose == "class"
    assert scenario.lengths == (5, 6, 8)
    constants = (scenario.pool, scenario.overtime_price, scenario.own_work_worth, scenario.company_share)
    assert (*constants, scenario.foreknown) == (3, 6, 2, 10, 2)


@BOTH
def test_all_measures_are_on_offer_at_their_price_and_none_holds_from_the_start(case: Package) -> None:
    offers = {offer.measure: (offer.price, offer.round) for offer in case.scenario.measures}
    assert offers == OFFERS
    assert set(offers) == set(MEASURE_NAMES)
    assert not any(offer.held for offer in case.scenario.measures)


def test_the_reference_has_every_rule_from_the_first_week() -> None:
    assert FACTORY.scenario.open_rules(1) == RULE_NAMES


def test_a_class_meets_a_few_rules_a_week_and_all_from_week_4() -> None:
    known: set[str] = set()
    for week in range(1, 4):
        known |= OPENS_IN.get(week, set())
        assert set(CLASS.scenario.open_rules(week)) == known, week
    assert CLASS.scenario.open_rules(4) == RULE_NAMES


def test_the_two_cases_differ_in_their_title_in_what_opens_when_and_in_kpi() -> None:
    pairs = zip(CLASS.scenario.departments, FACTORY.scenario.departments, strict=True)
    departments = tuple(replace(own, metrics=reference.metrics) for own, reference in pairs)
    assert replace(CLASS.scenario, opens=FACTORY.scenario.opens, departments=departments) == FACTORY.scenario
    assert {key for key, text in CLASS.texts.items() if text != FACTORY.texts[key]} == OWN_TITLE
    assert set(CLASS.texts) == set(FACTORY.texts)
    assert (CLASS.looks, CLASS.minutes) == (FACTORY.looks, FACTORY.minutes)


@BOTH
def test_every_text_is_there_in_both_languages(case: Package) -> None:
    units = {f"service.{key}.unit" for key in case.services}
    assert {key for key, text in case.texts.items() if not text.en} == units
    assert all(text.zh for text in case.texts.values())


def test_a_role_takes_half_a_minute_to_read_and_begins_with_who_i_am() -> None:
    for key in FACTORY.departments:
        name, role = FACTORY.text(f"department.{key}.name"), FACTORY.text(f"department.{key}.role")
        assert role.zh.startswith(f"你是{name.zh}部："), key
        assert role.en.startswith(f"You are {name.en}: "), key
        assert 90 <= len(role.zh) <= 160, key
        assert 60 <= len(role.en.split()) <= 110, key


def test_the_news_tell_nobody_what_only_one_department_may_know() -> None:
    secret = [f"order.{key}" for key in FACTORY.orders] + [f"incident.{key}" for key in FACTORY.incidents]
    names = set(chain.from_iterable((FACTORY.text(key).zh, FACTORY.text(key).en) for key in secret))
    for key, text in FACTORY.texts.items():
        if key.startswith("brief."):
            assert not [name for name in names if name in text.zh or name in text.en], key


def test_a_trade_off_quotes_the_weights_of_its_department() -> None:
    quoted = 0
    for key, department in zip(FACTORY.departments, FACTORY.scenario.departments, strict=True):
        weights = {str(metric.weight) for metric in department.metrics}
        found = set(re.findall(r"(\d+) %", FACTORY.text(f"tradeoff.{key}.kpi").en))
        assert found <= weights, key
        quoted += len(found)
    assert quoted > 5


def numbers_of(card: Card) -> set[int]:
    """What a card's text may quote: its numbers, and how much dearer something becomes."""
    found: set[int] = set()
    for effect in card.effects:
        match effect:
            case HoursEffect():
                found.add(abs(effect.hours))
            case CostEffect():
                found |= {effect.cost, effect.cost - FACTORY.scenario.service(effect.service).cost}
            case OrderEffect():
                found |= {effect.units, effect.late, effect.lost, *(option.price for option in effect.options)}
    return found


def test_every_card_tells_its_effect_as_it_is_and_has_a_purpose_and_a_question() -> None:
    assert FACTORY.deck == ("rush", "stoppage", "steel", "visit", "directive")
    for key, card in zip(FACTORY.deck, FACTORY.scenario.deck, strict=True):
        assert all(FACTORY.texts.get(f"card.{key}.{part}") for part in OF_CARD), key
        effect = FACTORY.text(f"card.{key}.effect")
        for text in (effect.zh, effect.en):
            quoted = {int(number) for number in re.findall(r"\d+", text)}
            assert quoted, key
            assert quoted <= numbers_of(card), key
        # it may be dealt for this week or for the next
        assert not re.search("本周|下周|this week|next week", effect.zh + effect.en), key
        question = FACTORY.text(f"card.{key}.question")
        assert question.zh.endswith("？"), key
        assert question.en.endswith("?"), key


def test_what_the_boss_wants_is_a_directive_and_what_customers_want_is_not() -> None:
    directives = {
        key: effect.directive
        for key, card in zip(FACTORY.deck, FACTORY.scenario.deck, strict=True)
        for effect in card.effects
        if isinstance(effect, OrderEffect)
    }
    assert directives == {"rush": False, "directive": True}
