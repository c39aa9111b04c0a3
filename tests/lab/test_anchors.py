"""The scale of the marks: made of games of bots, written beside the benchmarks, all else left as it is."""

import json
import shutil
from pathlib import Path

import pytest

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import SCORING_VERSION, Anchor, Anchors, Piece
from sandgame.lab.anchors import BUILT, GameTask, ReadGame, joined, of_games, play_and_read, write
from sandgame.rules.ids import SeatId
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from sandgame.scoring.indicators import INDICATORS
from tests.kit.cases import package

CASES = ("starter", "factory", "factory-class")


@pytest.fixture(scope="module")
def starter() -> Anchors:
    scenario = package("starter").scenario
    return of_games([play_and_read(GameTask(scenario, style, 1, 3)) for style in NAMES], 3)


def copied(case: str, folder: Path) -> Path:
    shutil.copytree(find(case), folder / case)
    return folder / case


def test_every_department_has_a_scale_for_what_bots_do_and_one_as_built_for_what_they_never_do(
    starter: Anchors,
) -> None:
    by_seat = {seat: {a.indicator: a for a in starter.anchors if a.seat == seat} for seat in (1, 2, 3)}
    assert starter.length == 3
    for found in by_seat.values():
        assert {"C1", "N1", "T1", "R1"} <= found.keys() <= INDICATORS.keys()
        for indicator, ends in BUILT.items():
            assert (found[indicator].silo, found[indicator].reference, found[indicator].prior) == ends
    assert all(found["N1"].reference > found["N1"].silo for found in by_seat.values())


def test_a_department_to_which_games_gave_too_little_takes_the_scale_of_all() -> None:
    def read(style: StyleName) -> ReadGame:
        credit = 900 if style == "collaborating" else 100
        pieces = [Piece("N1", "straight", 1, (1,), SeatId(1), credit=credit) for _ in range(30)]
        few = [Piece("R1", "answered", 1, (1,), SeatId(2))]
        return ReadGame(style, 4, {(SeatId(1), "N1"): pieces, (SeatId(2), "R1"): few}, 9)

    found = {(a.seat, a.indicator): a for a in of_games([read(style) for style in NAMES], 4).anchors}
    one, other = found[SeatId(1), "N1"], found[SeatId(2), "N1"]
    assert (one.silo, one.reference, one.prior) == (other.silo, other.reference, other.prior)
    assert one.reference > 700 > 300 > one.silo


def test_anchors_are_joined_to_the_file_and_replaced_in_it_with_all_else_left_as_it_was() -> None:
    plain = '{\n  "fingerprint": "x",\n  "lengths": [\n    {}\n  ]\n}\n'
    one, other = (Anchors(1, 4, (Anchor(1, "N1", silo, 900, 500, 1000),)) for silo in (1, 2))  # type: ignore[arg-type]
    first = joined(plain, [one], 40)
    assert first.startswith(plain.removesuffix("\n}\n") + ",\n")
    assert json.loads(first)["anchors"] == [
        {"length": 4, "scoring_version": 1, "games": 40, "departments": {"1": {"N1": [1, 900, 500, 1000]}}}
    ]
    assert joined(first, [other], 40) == joined(plain, [other], 40)


def test_a_case_reads_back_what_was_written_beside_its_benchmarks(tmp_path: Path) -> None:
    folder = copied("starter", tmp_path)
    before = json.loads((folder / "benchmarks.json").read_text(encoding="utf-8"))
    found = load(folder)
    assert isinstance(found, Package)
    write(found, folder, games=1, jobs=1)
    after = json.loads((folder / "benchmarks.json").read_text(encoding="utf-8"))
    assert {key: after[key] for key in ("fingerprint", "lengths")} == {
        key: before[key] for key in ("fingerprint", "lengths")
    }
    again = load(folder)
    assert isinstance(again, Package)
    for length in again.scenario.lengths:
        scale = again.anchors(length)
        assert scale is not None
        assert scale.length == length
    assert {entry["games"] for entry in after["anchors"]} == {1}


def test_anchors_of_another_version_of_the_marks_are_no_scale(tmp_path: Path) -> None:
    folder = copied("starter", tmp_path)
    path = folder / "benchmarks.json"
    old = f'"scoring_version": {SCORING_VERSION},'
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, '"scoring_version": 999,'), encoding="utf-8")
    found = load(folder)
    assert isinstance(found, Package)
    assert found.anchors(4) is None
    assert found.benchmarks(0, 4) is not None


def test_anchors_of_a_length_that_the_case_does_not_have_are_a_fault(tmp_path: Path) -> None:
    folder = copied("starter", tmp_path)
    path = folder / "benchmarks.json"
    head, _, tail = path.read_text(encoding="utf-8").partition('"anchors"')
    path.write_text(head + '"anchors"' + tail.replace('"length": 3', '"length": 7'), encoding="utf-8")
    faults = load(folder)
    assert not isinstance(faults, Package)
    assert [(fault.code, fault.file) for fault in faults] == [("benchmarks_length", "benchmarks.json")]


@pytest.mark.parametrize("case", CASES)
def test_shipped_cases_have_a_scale_for_every_department_and_length(case: str) -> None:
    found = package(case)
    for length in found.scenario.lengths:
        scale = found.anchors(length)
        assert scale is not None, length
        assert {anchor.seat for anchor in scale.anchors} == set(found.scenario.seats)
