"""Variants on trial: every style and every lone competitor, the same whatever the number of processes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.bots.styles import NAMES
from sandgame.lab.pool import CancelledError
from sandgame.lab.simulation import simulate
from sandgame.lab.trials import TrialTask, seeds_on_trial, trials, try_out
from sandgame.rules.scenario import MeasureOffer
from tests.kit.cases import game, package


def test_trials_are_the_same_on_one_process_and_on_several_and_every_game_is_told_of() -> None:
    told: list[tuple[int, int]] = []
    alone = trials(package("starter"), (1, 2), jobs=1, progress=lambda done, of: told.append((done, of)))
    assert alone == trials(package("starter"), (1, 2), jobs=2)
    assert [(trial.length, trial.seed) for trial in alone] == [(3, 1), (3, 2), (4, 1), (4, 2)]
    # five styles and three lone competitors each
    assert told == [(8, 32), (16, 32), (24, 32), (32, 32)]


def test_trials_stop_when_asked() -> None:
    with pytest.raises(CancelledError):
        trials(package("starter"), (1, 2), jobs=1, cancelled=lambda: True)


def test_a_trial_holds_the_games_that_bots_play_anyway() -> None:
    case = package("starter")
    trial = try_out(TrialTask(case.scenario, 1, 4))
    assert trial.results == {style: game("starter", style, 1).state.money.result for style in NAMES}
    for seat in case.scenario.seats:
        lone = simulate(case, "collaborating", seats={seat: "competing"}, seed=1, jobs=1).games[0]
        assert trial.alone[seat - 1].result == lone.result
        assert trial.alone[seat - 1].kpis == tuple(lone.kpi.values())
    assert trial.unhelped < trial.bound


def test_the_kpis_of_a_trial_leave_satisfaction_out_even_where_it_is_a_part_of_them() -> None:
    case = package("starter").scenario
    satisfied = replace(case, measures=(MeasureOffer("satisfaction", 0, 1, held=True),))
    plain, mixed = (try_out(TrialTask(scenario, 1, 4)).together for scenario in (case, satisfied))
    assert plain == mixed


def test_the_seeds_on_trial_are_those_the_case_offers() -> None:
    assert seeds_on_trial(package("starter"), 3) == (1, 2, 3)
    assert seeds_on_trial(package("starter"), 1000) == tuple(range(1, 41))
    assert seeds_on_trial(package("first-steps"), 40) == (0,)
