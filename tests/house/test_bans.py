"""What contracts on imports cannot say: which part of a library, which call, which single module."""

import ast
from pathlib import Path

import pytest

from tests.house.tree import CAPTIONS, ENGINE, GROUND, PACKAGE, modules, room_of

QT = {
    "paint": {"QtCore", "QtGui", "QtSvg"},
    "report": {"QtCore", "QtGui", "QtSvg"},
    "ui": {"QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets"},
}
# imported by one module alone
SOLE = {"numpy": "benchmark/solve.py", "highspy": "benchmark/solve.py", "multiprocessing": "lab/pool.py"}
SOLE |= {"concurrent.futures": "lab/pool.py", "PySide6.QtPrintSupport": "ui/printing.py"}
# slow to import: only inside the function that needs them, so that the first window does not wait
HEAVY = {"typst", "xlsxwriter", "docx", "openpyxl", "highspy", "numpy", "pydantic", "ruamel", "sqlalchemy"}
LAYOUT_ITEMS = {"itemAt", "itemAtPosition"}
NOT_NOUNS = {"utils", "util", "common", "misc", "helpers", "helper", "base", "manager", "tools"}


def imported(tree: ast.AST) -> list[str]:
    """Every dotted name that is imported anywhere in a module, `from a import b` as a.b."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def breaches(room: str, place: str, source: str) -> list[str]:
    tree = ast.parse(source)
    names = imported(tree)
    found = [name for name in names if name.startswith("PySide6.") and name.split(".")[1] not in QT.get(room, set())]
    for part, home in SOLE.items():
        found += [name for name in names if f"{name}.".startswith(f"{part}.") and place != home]
    if room in ENGINE | GROUND:
        calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
        found += [f"{call.id}()" for call in calls if isinstance(call, ast.Name) and call.id == "hash"]
    if room == "ui":
        # sandgame/ui/laid_out.py says why
        found += [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in LAYOUT_ITEMS]
    return found


PLANTED = [
    ("rules", "rules/planted.py", "from PySide6.QtCore import QObject"),
    ("paint", "paint/planted.py", "from PySide6.QtWidgets import QWidget"),
    ("report", "report/planted.py", "import PySide6.QtWidgets"),
    ("ui", "ui/planted.py", "from PySide6 import QtNetwork"),
    ("ui", "ui/planted.py", "def late():\n    from PySide6.QtCharts import QChart"),
    ("ui", "ui/planted.py", "from PySide6.QtPrintSupport import QPrinter"),
    ("benchmark", "benchmark/planted.py", "import numpy as np"),
    ("lab", "lab/planted.py", "from concurrent.futures import ProcessPoolExecutor"),
    ("lab", "lab/planted.py", "import multiprocessing.pool"),
    ("ui", "ui/planted.py", "item = column.itemAt(0)"),
    ("bots", "bots/planted.py", "pick = hash('seat') % 3"),
]


@pytest.mark.parametrize(("room", "place", "source"), PLANTED)
def test_a_planted_breach_is_seen(room: str, place: str, source: str) -> None:
    assert breaches(room, place, source)


@pytest.mark.parametrize("room", CAPTIONS)
def test_a_room_keeps_to_what_it_may_use(room: str) -> None:
    for path in (path for path in modules() if room_of(path) == room):
        place = path.relative_to(PACKAGE).as_posix()
        assert not breaches(room, place, path.read_text(encoding="utf-8")), place


def heavy_at_the_top(path: Path) -> set[str]:
    """Heavy parts imported when the module is, not counting what is for the type checker alone."""
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    plain = [statement for statement in statements if isinstance(statement, ast.Import | ast.ImportFrom)]
    return {name.split(".")[0] for statement in plain for name in imported(statement)} & HEAVY


def test_heavy_parts_wait_until_they_are_needed() -> None:
    # scenario and store may be made of a part, if whoever opens these rooms waits
    open_rooms = [path for path in modules() if room_of(path) not in {"scenario", "store", "benchmark"}]
    assert {path.name: heavy for path in open_rooms if (heavy := heavy_at_the_top(path))} == {}


def test_names_of_modules_are_plain_nouns() -> None:
    assert not [path for path in modules() if path.stem.strip("_") in NOT_NOUNS]
