"""What a case must show: each gate passes a sound case, and a planted fault fails it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import msgspec
import pytest

from sandgame.lab.gates import NOT_ASKED, PROOF, Bounds, Gate, GateName, bonus_changes, evidence, gates
from sandgame.lab.trials import Trial, trials
from sandgame.rules.scenario import Purpose
from sandgame.scenario.package import Package
from sandgame.text.numbers import tenths
from tests.kit.cases import package

STARTER = package("starter")
SEEDS = range(9, 13)
"""Few, but like all forty of them."""
LENGTH = 4


def only(case: Package, length: int = LENGTH) -> Package:
    return replace(case, scenario=msgspec.structs.replace(case.scenario, lengths=(length,)))


def called(case: Package, purpose: Purpose) -> Package:
    return replace(case, scenario=msgspec.structs.replace(case.scenario, purpose=purpose))


def shown(case: Package, seen: list[Trial]) -> dict[GateName, Gate]:
    return {gate.gate: gate for gate in gates(case, seen)}


@pytest.fixture(scope="module")
def few() -> list[Trial]:
    return trials(only(STARTER), SEEDS, jobs=1)


@pytest.fixture(scope="module")
def forty() -> list[Trial]:
    return trials(only(STARTER), range(1, 41), jobs=1)


def test_the_starter_shows_all_that_a_case_must(forty: list[Trial]) -> None:
    assert len(forty) >= PROOF
    assert [gate.gate for gate in gates(STARTER, forty) if not gate.passed] == []


def test_the_factory_for_classes_shows_all_of_it_in_its_short_games_too() -> None:
    """Rules that open late leave hours to help and to have own work done as well: there the dilemma is small."""
    case = package("factory-class")
    short = replace(case, scenario=msgspec.structs.replace(case.scenario, lengths=case.scenario.lengths[:2]))
    seen = trials(short, range(1, PROOF + 1), jobs=1)
    assert [(gate.length, gate.gate, gate.figures) for gate in gates(case, seen) if not gate.passed] == []


def test_the_dilemma_of_the_starter_is_that_of_the_design(forty: list[Trial]) -> None:
    seen = evidence(STARTER, LENGTH, forty)
    changes = bonus_changes(seen, 50, satisfied=True)
    assert [tenths(change.numerator, change.denominator) for change in changes] == ["−2.0", "−5.7", "−13.4"]
    assert tuple(shown(STARTER, forty)["shared"].figures.values()) == changes


def test_the_seed_explains_of_the_starter_what_the_design_says(forty: list[Trial]) -> None:
    assert shown(STARTER, forty)["seed"].as_json()["figures"] == {"seed": 0.6}


def test_without_help_the_best_falls_as_the_two_bounds_say(few: list[Trial]) -> None:
    shares = [100 * trial.unhelped / trial.bound for trial in few]
    assert float(shown(STARTER, few)["hours"].figures["hours"]) == pytest.approx(100 - sum(shares) / len(shares))


def with_results(trial: Trial, **results: int) -> Trial:
    return replace(trial, results={style: results.get(style, result) for style, result in trial.results.items()})


def by_seed(trial: Trial) -> Trial:
    """A variant in which everybody earns by how lucky it is."""
    return with_results(trial, **{style: result + 1000 * trial.seed for style, result in trial.results.items()})


def one_gains_nothing(trial: Trial) -> Trial:
    return replace(trial, alone=(trial.alone[0], trial.together, trial.alone[2]))


def one_gains_at_no_cost(trial: Trial) -> Trial:
    together = trial.together
    richer = replace(together, kpis=(together.kpis[0] + 20, *together.kpis[1:]))
    return replace(trial, alone=(richer, *trial.alone[1:]))


PLANTED: dict[GateName, Callable[[Trial], Trial]] = {
    "compromising": lambda trial: with_results(trial, compromising=trial.results["competing"]),
    "collaborating": lambda trial: with_results(trial, collaborating=trial.results["compromising"]),
    "seed": by_seed,
    "dilemma": one_gains_nothing,
    "shared": one_gains_at_no_cost,
    "hours": lambda trial: replace(trial, unhelped=trial.bound),
    "decisions": lambda trial: replace(trial, decisions=(1, 1, 1)),
    "busiest": lambda trial: replace(trial, decisions=(4, 4, 15 * LENGTH)),
}


@pytest.mark.parametrize("gate", PLANTED)
def test_a_planted_fault_fails_its_gate(few: list[Trial], gate: GateName) -> None:
    assert shown(STARTER, few)[gate].passed
    assert not shown(STARTER, [PLANTED[gate](trial) for trial in few])[gate].passed


def with_silo(case: Package, thousandths: int) -> Package:
    sticks = {
        length: replace(stick, silo_path=(*stick.silo_path[:-1], thousandths))
        for length, stick in case.yardsticks.items()
    }
    return replace(case, yardsticks=sticks)


@pytest.mark.parametrize(("thousandths", "passes"), [(249, False), (250, True), (450, True), (451, False)])
def test_a_silo_result_too_low_or_too_high_fails(few: list[Trial], thousandths: int, passes: bool) -> None:
    assert shown(with_silo(STARTER, thousandths), few)["silo"].passed is passes


def test_a_case_with_hours_in_plenty_fails(few: list[Trial]) -> None:
    scenario = STARTER.scenario
    idle = tuple(msgspec.structs.replace(department, hours=60) for department in scenario.departments)
    lavish = replace(only(STARTER), scenario=msgspec.structs.replace(only(STARTER).scenario, departments=idle))
    assert shown(STARTER, few)["hours"].passed
    assert not shown(lavish, trials(lavish, (1,), jobs=1))["hours"].passed


def test_a_case_without_benchmarks_fails_where_they_are_needed(few: list[Trial]) -> None:
    found = shown(replace(STARTER, yardsticks={}), few)
    without = {name for name, gate in found.items() if not gate.figures}
    assert without == {"silo", "compromising", "collaborating", "dilemma", "shared"}
    assert not any(found[name].passed for name in without)
    assert found["decisions"].passed


def test_a_case_for_class_is_held_to_more_than_a_starter(few: list[Trial]) -> None:
    starter, for_class = shown(STARTER, few), shown(called(STARTER, "class"), few)
    stricter = {name for name in starter if starter[name].passed and not for_class[name].passed}
    assert stricter == {"collaborating", "hours"}


def test_a_case_to_learn_the_game_is_not_asked_for_everything(few: list[Trial]) -> None:
    teaching = called(STARTER, "teaching")
    easy = [with_results(trial, collaborating=trial.results["collaborating"] * 2) for trial in few]
    assert shown(teaching, easy)["collaborating"].passed
    for gate in ("dilemma", "shared", "decisions", "busiest"):
        found = shown(teaching, [PLANTED[gate](trial) for trial in few])[gate]
        assert (found.passed, found.exempt, found.in_order) == (False, True, True)
    assert {purpose for purpose, _ in NOT_ASKED} == {"teaching"}


def test_every_length_is_held_to_account() -> None:
    found = gates(STARTER, trials(STARTER, (1,), jobs=1))
    assert [gate.length for gate in found] == [3] * 9 + [4] * 9


def test_gates_are_plain_data(few: list[Trial]) -> None:
    told = [gate.as_json() for gate in gates(STARTER, few)]
    assert json.loads(json.dumps(told)) == told
    assert list(told[0]) == ["length", "gate", "figures", "bounds", "passed", "exempt"]
    assert told[0]["figures"] == {"silo": 30.4}
    assert told[0]["bounds"] == {"low": 25, "high": 45, "strict": False}
    assert list(told[4]["figures"]) == list(STARTER.departments)


@pytest.mark.parametrize(
    ("bounds", "kind", "passing"),
    [
        (Bounds(4, 6), "between", [4, 5, 6]),
        (Bounds(5), "least", [5, 6, 7]),
        (Bounds(5, strict=True), "above", [6, 7]),
        (Bounds(high=5), "most", [3, 4, 5]),
        (Bounds(high=5, strict=True), "below", [3, 4]),
    ],
)
def test_bounds_hold_what_they_say(bounds: Bounds, kind: str, passing: list[int]) -> None:
    assert bounds.kind == kind
    assert [value for value in range(3, 8) if bounds.hold(Fraction(value))] == passing
