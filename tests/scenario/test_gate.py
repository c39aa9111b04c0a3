"""The gate as a whole: everything at once, whatever lies in the folder, and what counts as the same case."""

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from sandgame import resource_folder
from sandgame.scenario import gate, schema
from sandgame.scenario.faults import FaultCode
from sandgame.scenario.package import Package
from sandgame.scenario.reading import LIMIT
from sandgame.scenario.shelf import find, shipped
from sandgame.text.speech import LANGUAGES, Speech
from tests.house.tree import ROOT
from tests.scenario.desk import STARTER, copied, passed, refused, spoiled

SCENARIO, JSON = "scenario.yaml", "benchmarks.json"


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_case_passes(name: str) -> None:
    package = passed(find(name))
    assert package.id == name
    assert package.card().case == name


def test_the_cases_of_this_version_are_shipped() -> None:
    assert set(shipped()) == {"factory", "factory-class", "first-steps", "starter"}


def test_all_faults_are_told_at_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    case = copied(tmp_path)
    spoiled(case, SCENARIO, "pool: 2", "pool: two")
    spoiled(case, SCENARIO, "provider: SAL, receivers: [ENG]", "provider: SAL, receivers: [SAL]")
    spoiled(case, SCENARIO, "hours: -4}", "hours: 0}")
    spoiled(case, SCENARIO, "service: A, units: 4, arrives: 3", "service: Z, units: 4, arrives: 3")
    spoiled(case, "words.zh.txt", "title = ", "titel = ")
    spoiled(case, "words.en.txt", "money = thousand yuan", "money =")
    spoiled(case, JSON, "1415", "1.5")
    faults = list(refused(case))
    assert {(fault.file, fault.code) for fault in faults} == {
        (SCENARIO, "wrong_type"),
        (SCENARIO, "own_receiver"),
        (SCENARIO, "input_not_received"),
        (SCENARIO, "incident_empty"),
        (SCENARIO, "unknown_service"),
        ("words.zh.txt", "word_unknown"),
        ("words.zh.txt", "word_missing"),
        ("words.en.txt", "word_empty"),
        (JSON, "wrong_type"),
    }
    assert [(fault.file, fault.line) for fault in faults] == sorted((fault.file, fault.line) for fault in faults)


def test_a_fault_in_one_entry_does_not_hide_one_in_another(tmp_path: Path) -> None:
    case = copied(tmp_path)
    spoiled(case, SCENARIO, "o1: {owner: SAL, service: A, units: 4", "o1: {owner: SAL, service: A, units: none")
    spoiled(case, SCENARIO, "options: [{due: 4, price: 136}]", "options: [{due: 1, price: 136}]")
    assert {(fault.field, fault.code) for fault in refused(case)} == {
        ("orders.o1.units", "wrong_type"),
        ("orders.o6.options[0].due", "due_before_arrival"),
    }


def test_every_fault_has_a_sentence_in_both_languages() -> None:
    keys = tuple(f"fault-{code.replace('_', '-')}" for code in get_args(FaultCode))
    assert [Speech(language).keys("fault") for language in LANGUAGES] == [keys, keys]


# what lies in the folder


@pytest.mark.parametrize("file", [SCENARIO, "words.zh.txt", "words.en.txt"])
def test_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / file).unlink()
    assert [(fault.file, fault.code) for fault in refused(case)] == [(file, "no_file")]


def test_a_case_needs_no_benchmarks(tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / JSON).unlink()
    assert passed(case).benchmarks(0, 4) is None


@pytest.mark.parametrize("file", [SCENARIO, "words.zh.txt", JSON])
def test_a_link_is_refused_even_to_a_good_file(file: str, tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / file).unlink()
    (case / file).symlink_to(STARTER / file)
    assert ("not_a_file", file) in {(fault.code, fault.file) for fault in refused(case)}


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / SCENARIO).unlink()
    (case / SCENARIO).mkdir()
    assert refused(case).all[0].code == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no pipes among files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / JSON).unlink()
    os.mkfifo(case / JSON)
    assert refused(case).all[0].code == "not_a_file"


def test_a_file_of_more_than_a_mebibyte_is_not_read(tmp_path: Path) -> None:
    case = copied(tmp_path)
    with (case / SCENARIO).open("ab") as file:
        file.write(b"#" * LIMIT)
    assert [fault.code for fault in refused(case)] == ["too_large"]


@pytest.mark.parametrize(("raw", "place"), [(b"a: 1\nb: \xff", (2, 4)), (b"\xff\xfea\x00", (1, 1))])
def test_bad_utf_8_is_refused_at_its_byte(raw: bytes, place: tuple[int, int], tmp_path: Path) -> None:
    case = copied(tmp_path)
    (case / SCENARIO).write_bytes(raw)
    fault = refused(case).all[0]
    assert (fault.code, fault.line, fault.column) == ("not_utf8", *place)


def test_a_mark_of_byte_order_and_other_line_ends_do_no_harm(tmp_path: Path) -> None:
    case = copied(tmp_path)
    for path in case.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    spoiled_ends, plain = passed(case), passed(STARTER)
    assert (spoiled_ends.fingerprint, spoiled_ends.texts) == (plain.fingerprint, plain.texts)


def test_aliases_that_grow_without_end_are_refused_at_once(tmp_path: Path) -> None:
    case = copied(tmp_path)
    laughs = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (case / SCENARIO).write_text(laughs, encoding="utf-8")
    assert "alias" in {fault.code for fault in refused(case)}


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000])
def test_nesting_without_end_is_refused_at_once(deep: str, tmp_path: Path) -> None:
    case = copied(tmp_path)
    for file in (SCENARIO, JSON):
        (case / file).write_text(deep, encoding="utf-8")
    assert {fault.file for fault in refused(case)} >= {SCENARIO, JSON}


@pytest.mark.parametrize("path", ["", "nowhere", "a\0b", "x" * 5000])
def test_where_there_is_no_case_the_shipped_ones_are_named(path: str, tmp_path: Path) -> None:
    fault = refused(tmp_path / path / "case").all[0]
    assert (fault.code, fault.allowed) == ("no_folder", ", ".join(shipped()))


def test_what_a_file_holds_cannot_steer_the_terminal(tmp_path: Path) -> None:
    case = copied(tmp_path)
    spoiled(case, SCENARIO, "icon: factory", r'icon: "\e[2J\ud800"')
    assert {fault.found for fault in refused(case)} == {"·[2J·"}


# finding cases


def test_a_case_is_found_by_name_by_folder_and_by_its_file(tmp_path: Path) -> None:
    case = copied(tmp_path)
    assert find("starter") == resource_folder("scenarios") / "starter"
    assert find(str(case)) == find(str(case / SCENARIO)) == case


# what counts as the same case


def test_texts_looks_and_ways_of_writing_leave_the_fingerprint_alone(tmp_path: Path) -> None:
    case = copied(tmp_path)
    spoiled(case, SCENARIO, "icon: factory", "icon: hammer")
    spoiled(case, SCENARIO, "place: [200, 300]", "place: [10, 900]")
    spoiled(case, SCENARIO, "minutes: [20, 25]", "# minutes are left out")
    spoiled(case, SCENARIO, "colour: 2", "colour: 8")
    spoiled(case, SCENARIO, "hours: 12\n    overtime: 4", "overtime: 4\n    hours: 12")
    spoiled(case, "words.en.txt", "title = Carts to the Street", "title = Other")
    changed, plain = passed(case), passed(STARTER)
    assert changed.fingerprint == plain.fingerprint
    assert changed.benchmarks(0, 4) == plain.benchmarks(0, 4)


def test_a_changed_number_voids_the_benchmarks(tmp_path: Path) -> None:
    case = copied(tmp_path)
    spoiled(case, SCENARIO, "help: 6", "help: 7")
    fault = refused(case).all[0]
    assert fault.code == "benchmarks_stale"
    spoiled(case, JSON, passed(STARTER).fingerprint, fault.allowed)
    assert isinstance(gate.load(case), Package)


# around it


def test_the_schema_for_editors_is_up_to_date() -> None:
    assert schema.place().read_text(encoding="utf-8") == schema.text(), (
        "write it anew: sandgame.scenario.schema.write()"
    )


def test_every_case_points_its_editor_to_the_schema() -> None:
    for path in [*ROOT.glob("scenarios/*/scenario.yaml"), *ROOT.glob("tests/kit/*/scenario.yaml")]:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        begin = "# yaml-language-server: $schema="
        assert first.startswith(begin)
        assert (path.parent / first.removeprefix(begin)).resolve() == schema.place()


def test_the_room_is_entered_without_its_heavy_parts() -> None:
    look = (
        "import sys, sandgame.scenario.gate, sandgame.scenario.shelf; print({'pydantic', 'ruamel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# what the boss may ask for


def asked_by_the_boss(folder: Path, wanted: str) -> Path:
    """The starter, its first order a directive, without benchmarks."""
    case = copied(folder)
    (case / JSON).unlink()
    spoiled(case, SCENARIO, "o1: {owner: SAL, service: A,", f"o1: {{directive: true, {wanted},")
    return case


@pytest.mark.parametrize("wanted", ["owner: SAL, service: A", "owner: SAL, service: SP", "owner: ENG, service: DR"])
def test_a_directive_asks_for_what_its_owner_receives_or_makes_without_fail(wanted: str, tmp_path: Path) -> None:
    assert passed(asked_by_the_boss(tmp_path, wanted)).scenario.orders[0].directive


@pytest.mark.parametrize(
    ("wanted", "allowed"), [("owner: PRD, service: A", "DR"), ("owner: ENG, service: AI", "SP, DR")]
)
def test_no_directive_asks_for_what_may_turn_out_bad_or_cannot_be_kept(
    wanted: str, allowed: str, tmp_path: Path
) -> None:
    (fault,) = refused(asked_by_the_boss(tmp_path, wanted))
    assert (fault.code, fault.allowed) == ("order_not_received", allowed)
