"""The commands as somebody at a terminal meets them: answers, one clear line for what is wrong, and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sandgame.cli import main
from sandgame.scenario.shelf import find


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The starter with two faults in its scenario."""
    folder = tmp_path / "broken"
    shutil.copytree(find("starter"), folder)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    text = text.replace("overtime_price: 6", "overtime_price: six").replace("pool: 2", "pool: -2")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return folder


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("case", ["first-steps", "starter"])
def test_a_shipped_case_is_sound(capsys: pytest.CaptureFixture[str], case: str) -> None:
    code, out, err = told(capsys, "check", case)
    assert (code, err) == (0, "")
    assert case in out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_fault_is_a_line_with_its_place(capsys: pytest.CaptureFixture[str], broken: Path, language: str) -> None:
    code, out, err = told(capsys, "--lang", language, "check", str(broken))
    assert (code, out) == (1, "")
    places = [line for line in err.splitlines() if line.startswith("scenario.yaml:")]
    assert len(places) == 2
    assert all(part.isdigit() for line in places for part in line.split(":")[1:3])


def test_faults_come_as_json_too(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    code, out, _ = told(capsys, "check", str(broken), "--json")
    assert code == 1
    faults = json.loads(out)["faults"]
    assert {fault["field"] for fault in faults} == {"overtime_price", "pool"}


@pytest.mark.parametrize(
    "words",
    [
        ["check", "no-such-case"],
        ["simulate", "starter", "--style", "cheerful"],
        ["simulate", "starter", "--seat", "SAL"],
        ["simulate", "starter", "--seat", "XYZ=competing"],
        ["simulate", "starter", "--length", "9"],
        ["simulate", "starter", "--games", "0"],
        ["simulate", "starter", "--seed", "99999999999999999999999999"],
        ["replay", "no-such-log.jsonl"],
        ["fly"],
        ["demo"],
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong_is_one_clear_line(capsys: pytest.CaptureFixture[str], words: list[str], language: str) -> None:
    code, out, err = told(capsys, "--lang", language, *words)
    assert code != 0
    assert out == ""
    assert "Traceback" not in err
    assert 1 <= len(err.strip().splitlines()) <= 2


def test_a_log_replays_to_its_own_result(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "--lang", "en", "replay", "tests/golden/logs/starter.1.jsonl")
    assert (code, err) == (0, "")
    assert "The rules come to the same in every week" in out


def test_a_log_that_was_touched_is_found_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = Path("tests/golden/logs/starter.1.jsonl").read_text(encoding="utf-8")
    before, money, after = text.partition('"revenue":')
    number = after[: after.index(",")]
    touched = tmp_path / "touched.jsonl"
    touched.write_text(before + money + str(int(number) + 1) + after[len(number) :], encoding="utf-8")
    code, _, err = told(capsys, "--lang", "en", "replay", str(touched))
    assert code == 1
    assert "something else at event" in err


def test_a_line_that_is_no_event_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = Path("tests/golden/logs/starter.1.jsonl").read_bytes().splitlines()
    lines[4] = b'{"nothing": 1}'
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes(b"\n".join(lines))
    code, _, err = told(capsys, "--lang", "en", "replay", str(torn))
    assert code == 1
    assert f"{torn}:5" in err


def test_losses_of_a_log_add_up_to_what_the_best_would_have_brought(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "losses", "tests/golden/logs/starter.1.jsonl", "--json")
    data = json.loads(out)
    assert code == 0
    assert sum(week["loss"] for week in data["rounds"]) == data["best"] - data["result"]
    assert all(week["loss"] == week["table"] + week["departments"] + week["clarity"] for week in data["rounds"])


def test_benchmarks_are_written_as_they_were_shipped(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(find("starter"), folder)
    shipped_file = (folder / "benchmarks.json").read_bytes()
    (folder / "benchmarks.json").unlink()
    code, _, err = told(capsys, "check", str(folder), "--write-benchmarks", "--jobs", "1")
    assert (code, err) == (0, "")
    assert (folder / "benchmarks.json").read_bytes() == shipped_file


@pytest.mark.parametrize(("language", "passed", "failed"), [("zh", "通过", "未通过"), ("en", "passed", "failed")])
def test_every_gate_is_a_line_with_its_figure(
    capsys: pytest.CaptureFixture[str], language: str, passed: str, failed: str
) -> None:
    code, out, err = told(capsys, "--lang", language, "check", "starter", "--games", "2", "--jobs", "1")
    lines = [line for line in out.splitlines() if line.startswith((passed, failed))]
    # nine gates at each of two lengths
    assert (len(lines), err) == (18, "")
    assert all(line[-1].isdigit() for line in lines)
    assert code == any(line.startswith(failed) for line in lines)


def test_gates_come_as_json_beside_what_the_companies_did(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "check", "starter", "--games", "2", "--jobs", "1", "--json")
    data = json.loads(out)
    assert [(company["style"], len(company["games"])) for company in data["companies"]] == [
        ("competing", 2),
        ("collaborating", 2),
    ]
    assert {gate["length"] for gate in data["gates"]} == {3, 4}
    assert (code == 0) == all(gate["passed"] or gate["exempt"] for gate in data["gates"])


def test_a_case_that_misses_a_gate_is_sent_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    shutil.copytree(find("starter"), folder)
    (folder / "benchmarks.json").unlink()
    code, out, err = told(capsys, "--lang", "en", "check", str(folder), "--games", "1", "--jobs", "1")
    assert (code, err) == (1, "")
    assert sum("no benchmarks" in line and line.startswith("failed") for line in out.splitlines()) == 10


def test_files_alone_are_checked_without_any_game(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "check", "starter", "--json")
    data = json.loads(out)
    assert (code, data["companies"], data["gates"]) == (0, [], [])


def test_the_scale_of_the_marks_is_written_into_the_benchmarks_and_needs_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(find("starter"), folder)
    shipped_file = (folder / "benchmarks.json").read_text(encoding="utf-8")
    command = ("check", str(folder), "--write-anchors", "--games", "1", "--jobs", "1")
    assert told(capsys, *command)[0] == 0
    written = (folder / "benchmarks.json").read_text(encoding="utf-8")
    head = shipped_file.partition('"anchors"')[0]
    assert written.startswith(head)
    assert {entry["games"] for entry in json.loads(written)["anchors"]} == {1}
    (folder / "benchmarks.json").unlink()
    code, _, err = told(capsys, *command)
    assert (code, str(folder) in err) == (1, True)
