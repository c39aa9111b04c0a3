"""benchmarks.json: written whole, taken up again, and read by the gate."""

from __future__ import annotations

import json
import shutil
import statistics
from pathlib import Path

import pytest

from sandgame.benchmark.constants import Variant
from sandgame.lab import benchmarks
from sandgame.lab.benchmarks import FINISHED, UNFINISHED, VariantTask, write
from sandgame.lab.pool import CancelledError
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.kit.cases import package

SMALL = "first-steps"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / SMALL
    shutil.copytree(find(SMALL), copied)
    (copied / FINISHED).unlink(missing_ok=True)
    return copied


def package_in(folder: Path) -> Package:
    found = load(folder)
    assert isinstance(found, Package), found
    return found


def vary(folder: Path) -> None:
    """Gives the case a variation, so that there is more than one seed to solve."""
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert "variants" not in text
    path.write_text(text + "\nvariants:\n  units: [0, 1]\n", encoding="utf-8")


def test_what_is_written_is_what_the_gate_reads(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    place = write(package_in(folder), folder, lambda done, of: told.append((done, of)), jobs=1)
    assert told == [(1, 1)]
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".txt") == [FINISHED, "scenario.yaml"]
    assert place == folder / FINISHED
    read = package_in(folder)
    (length,) = read.scenario.lengths
    marks = read.benchmarks(0, length)
    assert marks is not None
    assert len(marks.silo_path) == length
    assert marks.silo < marks.best


def test_a_run_that_was_stopped_goes_on_where_it_was(folder: Path) -> None:
    vary(folder)
    case = package_in(folder)
    told: list[int] = []
    with pytest.raises(CancelledError):
        write(case, folder, lambda done, _: told.append(done), lambda: len(told) == 3, jobs=1)
    assert not (folder / FINISHED).exists()
    assert len(json.loads((folder / UNFINISHED).read_text(encoding="utf-8"))["variants"]) == 3
    write(case, folder, lambda done, _: told.append(done), jobs=1)
    assert told == list(range(1, 42))
    stopped = (folder / FINISHED).read_bytes()
    assert not (folder / UNFINISHED).exists()
    write(case, folder, jobs=2)
    assert (folder / FINISHED).read_bytes() == stopped


@pytest.mark.parametrize("found", ["", "{", '{"fingerprint": "of another case", "variants": []}', "[]"])
def test_what_another_case_left_is_not_taken_up(folder: Path, found: str) -> None:
    (folder / UNFINISHED).write_text(found, encoding="utf-8")
    told: list[int] = []
    write(package_in(folder), folder, lambda done, _: told.append(done), jobs=1)
    assert told == [1]


def test_the_constants_of_the_factory_are_those_of_the_design() -> None:
    """Over the seeds 1 to 40 with everything open; the design's base game is seed 0."""
    case = package("factory")
    stick = case.yardsticks[8]
    assert stick.silo_path == (71, 148, 228, 242, 274, 295, 295, 307)
    assert stick.reference_path == (52, 127, 237, 329, 406, 486, 626, 764)
    assert [stick.best[seed] for seed in range(4)] == [4492, 4393, 4427, 4560]
    varied = [best for seed, best in stick.best.items() if seed]
    assert (len(varied), min(varied), max(varied)) == (40, 4281, 4587)
    assert (round(statistics.fmean(varied)), round(statistics.pstdev(varied))) == (4423, 80)
    base = case.benchmarks(0, 8)
    assert base is not None
    assert base.silo == 1379


@pytest.mark.parametrize("case", ["factory", "factory-class"])
def test_a_class_of_any_length_has_room_between_silo_and_reference(case: str) -> None:
    """What the rules ask of a case for classes at the lengths on offer, in thousandths of the best."""
    found = package(case)
    assert found.scenario.lengths == (5, 6, 8)
    for length in found.scenario.lengths:
        stick = found.yardsticks[length]
        assert 250 <= stick.silo_path[-1] <= 450, length
        assert 700 <= stick.reference_path[-1] <= 920, length


@pytest.mark.parametrize("case", ["starter", "factory", "factory-class"])
def test_a_session_shortened_to_any_length_has_something_to_be_measured_by(case: str) -> None:
    found = package(case)
    assert list(found.yardsticks) == list(range(2, max(found.scenario.lengths) + 1))
    for length, stick in found.yardsticks.items():
        assert set(stick.best) == set(found.seeds), length
        assert stick.silo_path[-1] < stick.reference_path[-1] <= 1000, length


@pytest.mark.parametrize("worthless", ["nothing to earn", "no room above the silo"])
def test_a_length_that_is_not_on_offer_is_left_out_where_it_measures_nothing(
    worthless: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def solved(task: VariantTask) -> Variant | None:
        if task.length > 2:
            return Variant(task.length, task.seed, 100, 0.0, (40,) * task.length, (80,) * task.length)
        return None if worthless == "nothing to earn" else Variant(2, task.seed, 100, 0.0, (90, 100), (90, 100))

    monkeypatch.setattr(benchmarks, "solve_and_play", solved)
    text = write(package("starter"), tmp_path, jobs=1).read_text(encoding="utf-8")
    assert [stick["length"] for stick in json.loads(text)["lengths"]] == [3, 4]


def test_the_constants_of_the_starter_are_those_of_the_design() -> None:
    """Medians over the seeds 0 to 40, as the case has them."""
    stick = package("starter").yardsticks[4]
    assert stick.silo_path == (59, 217, 263, 304)
    assert stick.reference_path == (121, 455, 724, 957)
