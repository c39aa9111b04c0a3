"""Copies of a shipped case to spoil: `⟦` in a text marks the place where the gate should see the fault."""

import shutil
from pathlib import Path

from sandgame import resource_folder
from sandgame.scenario import gate
from sandgame.scenario.faults import Faults
from sandgame.scenario.package import Package

MARK = "⟦"
STARTER = resource_folder("scenarios") / "starter"


def copied(folder: Path, case: Path = STARTER) -> Path:
    return Path(shutil.copytree(case, folder / "case"))


def spoiled(case: Path, file: str, old: str, new: str) -> tuple[int, int] | None:
    """Write `new` in the place of `old`, or `new` alone if there is no `old`; line and column of the mark."""
    path = case / file
    text = path.read_text(encoding="utf-8") if old else MARK
    wanted = old or MARK
    assert text.count(wanted) == 1, f"{wanted!r} stands {text.count(wanted)} times"
    text = text.replace(wanted, new)
    before, mark, after = text.partition(MARK)
    path.write_text(before + after, encoding="utf-8")
    return (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1) if mark else None


def passed(folder: Path) -> Package:
    package = gate.load(folder)
    assert isinstance(package, Package), list(package)
    return package


def refused(folder: Path) -> Faults:
    faults = gate.load(folder)
    assert isinstance(faults, Faults)
    return faults
