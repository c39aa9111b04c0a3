"""One change at a time in a good case: what is wrong is refused at its place, what is right shows where it should."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from sandgame.scenario.faults import Fault
from sandgame.scenario.shelf import find
from sandgame.text.speech import LANGUAGES, Speech
from tests.scenario.changes import OF_ALL_BUT_NUMBERS, OF_NUMBERS, Change, found
from tests.scenario.desk import copied, equipped, passed, refused, spoiled
from tests.scenario.slips import JSON, OF_MEASURES_AND_CARDS, OF_THE_FACTORY, OF_THE_STARTER, Slip

SPEECHES = [Speech(language) for language in LANGUAGES]
Base = Callable[[Path], Path]


def starter(folder: Path) -> Path:
    return copied(folder)


def factory(folder: Path) -> Path:
    return copied(folder, find("factory"))


TRIED: list[tuple[Base, Slip]] = [
    *product([starter], OF_THE_STARTER),
    *product([equipped], OF_MEASURES_AND_CARDS),
    *product([factory], OF_THE_FACTORY),
]


def name_of(item: object) -> str:
    if isinstance(item, Slip):
        return f"{item.code}-{item.field or item.new[:12].strip()}"
    return f"{item.path}-{item.value}" if isinstance(item, Change) else ""


def without_benchmarks(case: Path) -> Path:
    (case / JSON).unlink(missing_ok=True)
    return case


def told(fault: Fault) -> None:
    for speech in SPEECHES:
        sentence = speech.say(fault.key, **fault.values)
        assert sentence.endswith(("。", "."))
        assert ": ." not in sentence
        assert "：。" not in sentence


@pytest.mark.parametrize(("base", "slip"), TRIED, ids=name_of)
def test_a_mistake_is_refused_at_its_place_and_told_in_both_languages(base: Base, slip: Slip, tmp_path: Path) -> None:
    case = base(tmp_path)
    if slip.file != JSON:
        without_benchmarks(case)
    place = spoiled(case, slip.file, slip.old, slip.new)
    faults = [fault for fault in refused(case) if fault.file == slip.file and fault.code == slip.code]
    assert faults, list(refused(case))
    fault = faults[0]
    if place is not None:
        assert (fault.line, fault.column) == place
    if slip.field:
        assert fault.field.endswith(slip.field)
    if slip.allowed:
        assert fault.allowed == slip.allowed
    told(fault)


@pytest.fixture(scope="module")
def fingerprint(tmp_path_factory: pytest.TempPathFactory) -> str:
    return passed(equipped(tmp_path_factory.mktemp("plain"))).fingerprint


@pytest.mark.parametrize("change", OF_NUMBERS, ids=name_of)
def test_another_number_makes_another_case(change: Change, fingerprint: str, tmp_path: Path) -> None:
    case = equipped(tmp_path)
    spoiled(case, change.file, change.old, change.new)
    package = passed(case)
    assert found(package, change.path) == change.value
    assert package.fingerprint != fingerprint


@pytest.mark.parametrize("change", OF_ALL_BUT_NUMBERS, ids=name_of)
def test_the_case_stays_the_same_whatever_else_is_changed(change: Change, fingerprint: str, tmp_path: Path) -> None:
    case = equipped(tmp_path)
    spoiled(case, change.file, change.old, change.new)
    package = passed(case)
    assert found(package, change.path) == change.value
    assert package.fingerprint == fingerprint


def test_more_than_two_hundred_different_files_are_tried() -> None:
    wrong = {(base.__name__, slip.file, slip.old, slip.new) for base, slip in TRIED}
    right = {(change.file, change.old, change.new) for change in (*OF_NUMBERS, *OF_ALL_BUT_NUMBERS)}
    assert len(wrong) == len(TRIED)
    assert len(right) == len(OF_NUMBERS) + len(OF_ALL_BUT_NUMBERS)
    assert len(wrong) + len(right) >= 200
