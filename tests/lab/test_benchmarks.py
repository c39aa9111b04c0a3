"""benchmarks.json: written whole, taken up again, and read by the gate."""

from __future__ import annotations

import json
import shutil
import statistics
from pathlib import Path

import pytest

from sandgame.lab.benchmarks import FINISHED, UNFINISHED, write
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
    """What the rules ask of a case for classes, in thousandths of the best."""
    sticks = package(case).yardsticks
    assert set(sticks) == {5, 6, 8}
    for length, stick in sticks.items():
        assert 250 <= stick.silo_path[-1] <= 450, length
        assert 700 <= stick.reference_path[-1] <= 920, length


def test_the_constants_of_the_starter_are_those_of_the_design() -> None:
    """Medians over the seeds 0 to 40, as the case has them."""
    stick = package("starter").yardsticks[4]
    assert stick.silo_path == (59, 217, 263, 304)
    assert stick.reference_path == (121, 455, 724, 957)
