"""The installed program is the same program: it brings its assets and cases with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package as pip puts it there."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    into = place / "site"
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile", "--target", str(into)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    return into


def said(installed: Path, *command: str) -> str:
    elsewhere = installed.parent
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=elsewhere, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("folder", ["assets", "scenarios"])
def test_what_is_shipped_lies_in_the_package(installed: Path, folder: str) -> None:
    place = said(installed, "-c", f"import sandgame; print(sandgame.resource_folder({folder!r}))")
    assert Path(place).is_relative_to(installed)
    shipped = {path.relative_to(place) for path in Path(place).rglob("*") if path.is_file()}
    kept = {path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert shipped == {path for path in kept if "__pycache__" not in path.parts}


def test_the_installed_command_reads_its_own_cases(installed: Path) -> None:
    said(installed, "-m", "sandgame", "check", "first-steps")
    said(installed, str(installed / "bin" / "sandgame"), "check", "first-steps")
