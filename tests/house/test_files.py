"""What may not stand in any file of the project, and what the front page says."""

import ast
import re
from typing import get_args

import pytest
from ruamel.yaml import YAML

from sandgame.rules.scenario import MEASURE_NAMES, Purpose
from tests.house.tree import PACKAGE, ROOT, modules, room_of, texts

LICENCES = {"LICENSE.txt", "OFL-Inter.txt", "OFL-NotoSansSC.txt"}
# names of formats, not places to go to
NAMES_OF_FORMATS = ("www.w3.org/", "json-schema.org/")
ADDRESS = re.compile(r"\b(?:https?|ftp|git\+ssh|file)://(\S+)")
OPTIONS = re.compile(r"--(?:extra-)?" + r"index-url|--find-" + r"links|--trusted-" + r"host")
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users|tmp)" + r"/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|NotImplemented" + r"Error")


def found_in_texts(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        if path.name not in LICENCES
        for match in pattern.finditer(text)
    ]


def test_no_file_names_an_address() -> None:
    addresses = [found for found in found_in_texts(ADDRESS) if not any(name in found for name in NAMES_OF_FORMATS)]
    assert addresses == []


@pytest.mark.parametrize("pattern", [OPTIONS, MACHINE, UNFINISHED], ids=["index", "machine", "unfinished"])
def test_no_file_holds_what_belongs_elsewhere(pattern: re.Pattern[str]) -> None:
    assert found_in_texts(pattern) == []


@pytest.mark.parametrize("name", ["app", "dev"])
def test_every_pin_is_hashed(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    pins = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert len(pins) > 5
    for pin in pins:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin), pin


def test_what_is_pinned_to_test_holds_what_is_pinned_to_run() -> None:
    app, dev = (
        set(
            re.findall(
                r"^[\w.-]+==\S+", (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"), re.MULTILINE
            )
        )
        for name in ("app", "dev")
    )
    assert app < dev


def test_the_front_page_gives_two_commands_to_set_up() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^python3 .*$", page, re.MULTILINE) == ["python3 bootstrap.py run", "python3 bootstrap.py test"]


def foreign_words() -> set[str]:
    """The names of the shipped cases, and the ids of departments, services, orders and whatever else they list."""
    words: set[str] = set()
    for case in (ROOT / "scenarios").glob("*/scenario.yaml"):
        sections = YAML(typ="safe", pure=True).load(case.read_text(encoding="utf-8")).values()
        lists = [section for section in sections if isinstance(section, dict)]
        ids = {
            id_ for entries in lists if all(isinstance(entry, dict) for entry in entries.values()) for id_ in entries
        }
        assert len(ids) > 2, case
        words |= {case.parent.name} | ids
    return words


def test_the_game_knows_no_case() -> None:
    # a case may be called after what it is for, and measures are the game's own
    words = foreign_words() - set(get_args(Purpose)) - set(MEASURE_NAMES)
    for path in (path for path in modules() if room_of(path) in {"rules", "bots", "scoring"}):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        told = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        assert not told & words, path.relative_to(PACKAGE)
