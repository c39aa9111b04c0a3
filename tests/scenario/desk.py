"""Copies of a shipped case to spoil: `⟦` in a text marks the place where the gate should see the fault."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from sandgame import resource_folder
from sandgame.scenario import gate
from sandgame.scenario.faults import Faults
from sandgame.scenario.package import Package
from sandgame.scenario.wording import OF_CARD

MARK = "⟦"
STARTER = resource_folder("scenarios") / "starter"

MECHANISM = """\
measures:
  shared_goal: {price: 0, from: 2}
  service_map: {price: 20}
  cross_training: {held: true}
deck:
  rush:
    from: 2
    public: true
    effects:
      - {hours: {department: PRD, change: -3}}
      - {cost: {service: A, cost: 15}}
      - order: {owner: SAL, service: A, units: 4, options: [{due: 0, price: 80}, {due: 1, price: 70}], expiry: 2}
  quiet:
    effects: [{hours: {department: ENG, change: 2}}]
"""


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


def equipped(folder: Path, mechanism: str = MECHANISM, cards: Iterable[str] = ("rush", "quiet")) -> Path:
    """The starter with measures and cards, without benchmarks."""
    case = copied(folder)
    (case / "benchmarks.json").unlink()
    words = [f"card.{key}.{part} = {key} {part}" for key in cards for part in OF_CARD]
    more = {"scenario.yaml": mechanism} | dict.fromkeys(("words.zh.txt", "words.en.txt"), "\n".join(words))
    for file, text in more.items():
        with (case / file).open("a", encoding="utf-8") as end:
            end.write("\n" + text)
    return case
