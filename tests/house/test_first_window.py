"""What has been loaded when the first page is painted: nothing that it can do without."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.test_bans import HEAVY
from tests.house.tree import ROOT

# asked for before the program's own first moments, so that nothing it starts then is counted
CHILD = """
import json, os, sys
from sandgame.__main__ import main
from sandgame.ui.screens import Screens

def tell(screens):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

Screens.begin = tell
sys.exit(main([]) or "closed before it was painted")
"""
ENGINE_ROOMS = {"sandgame.store", "sandgame.host", "sandgame.bots", "sandgame.lab", "sandgame.scenario"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the modules that a fresh program has loaded at its first paint."""
    data = tmp_path_factory.mktemp("data")
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "SANDGAME_DATA": str(data), "PYTHONPATH": str(ROOT)}
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        check=False,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        cwd=data,
    )
    assert child.returncode == 0, child.stderr
    return set(json.loads(child.stdout))


def test_no_heavy_part_is_loaded_when_the_first_page_is_painted(loaded: set[str]) -> None:
    # msgspec and the rules behind it are light, but nothing on the first page asks for them
    assert {name.split(".")[0] for name in loaded} & (HEAVY | {"msgspec"}) == set()


def test_the_first_page_waits_for_no_session_to_be_possible(loaded: set[str]) -> None:
    """The engine is loaded behind the painted page; before it only names: of the data folder, of the bots' styles."""
    modules = {name for name in loaded if any(name.startswith(f"{room}.") for room in ENGINE_ROOMS)}
    assert modules <= {"sandgame.store.folder", "sandgame.bots.styles"}


def test_the_program_is_the_one_of_this_checkout(loaded: set[str]) -> None:
    assert {"PySide6.QtWidgets", "sandgame.ui.window", "sandgame.present.home"} <= loaded
