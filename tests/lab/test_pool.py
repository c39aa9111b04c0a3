"""Many games at once: the same whatever the number of processes, told of on the way, and stopped when asked."""

from __future__ import annotations

import pytest

from sandgame.lab.pool import CancelledError, default_jobs, run_all
from sandgame.lab.simulation import simulate
from sandgame.rules.ids import SeatId
from tests.kit.cases import package


def double(number: int) -> int:
    return 2 * number


def sulk(number: int) -> int:
    if number == 3:
        raise LookupError(number)
    return number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_tasks_and_each_is_told_of(jobs: int) -> None:
    told: list[tuple[int, int]] = []
    assert run_all(double, range(20), jobs, lambda done, of: told.append((done, of))) == [2 * n for n in range(20)]
    assert told == [(done, 20) for done in range(1, 21)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_cancelling_ends_the_work_between_two_results(jobs: int) -> None:
    told: list[int] = []
    with pytest.raises(CancelledError):
        run_all(double, range(1000), jobs, lambda done, _: told.append(done), lambda: len(told) == 3)
    assert told == [1, 2, 3]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_fails_is_heard_of(jobs: int) -> None:
    with pytest.raises(LookupError):
        run_all(sulk, range(8), jobs)


def test_nothing_to_do_is_done_at_once() -> None:
    assert run_all(double, [], 4) == []


def test_one_core_is_left_to_the_person() -> None:
    assert default_jobs() >= 1


def test_games_are_the_same_on_one_process_and_on_several() -> None:
    alone = simulate(package("starter"), "mixed", games=6, jobs=1)
    together = simulate(package("starter"), "mixed", games=6, jobs=4)
    assert alone == together
    assert len({game.log_sha256 for game in alone.games}) == 6


def test_a_simulation_tells_of_every_game_by_the_names_of_the_case() -> None:
    told = simulate(package("starter"), "collaborating", games=2, jobs=1).as_json()
    first = told["games"][0]
    assert [game["seed"] for game in told["games"]] == [0, 1]
    assert first["result"] == first["curve"][-1] == 1348
    assert (first["best"], first["silo"], first["of_best"], first["value_captured"]) == (1415, 430, 95, 93)
    assert list(first["kpi"].values()) == [81, 56, 60]
    assert list(first["units"].values()) == [6, 8, 6, 13, 6]
    assert first["money"]["revenue"] == 1560
    # bonus: 90 % of the KPI and 10 % of the value captured, each rounded down
    assert list(first["bonus"].values()) == [72 + 9, 50 + 9, 54 + 9]
    assert told["summary"]["result"] == {"mean": 1298.0, "sd": 50.0, "least": 1248, "most": 1348}


def test_without_benchmarks_there_is_nothing_to_compare_with() -> None:
    told = simulate(package("first-steps"), "competing", jobs=1).as_json()
    game = told["games"][0]
    assert game["best"] is game["silo"] is game["of_best"] is game["value_captured"] is None
    assert told["summary"]["value_captured"] is None
    assert game["bonus"] == game["kpi"]


def test_one_seat_may_play_another_style_than_its_company() -> None:
    told = simulate(package("starter"), "collaborating", seats={SeatId(3): "competing"}, jobs=1)
    styles = told.games[0].styles
    assert list(styles.values()) == ["collaborating", "collaborating", "competing"]
    assert told.games[0].result < 1348
