"""The folders are those of the plan, and each says so itself."""

import ast
import tomllib
from typing import Any

import pytest

from tests.house.tree import CAPTIONS, ENGINE, FACE, GROUND, OUTSIDE, PACKAGE, ROOF, ROOT, is_ours

PLAN = {
    ".ci", ".gitignore", "README.md", "assets", "bootstrap.py", "docs", "main.py", "pyproject.toml", "requirements",
    "sandgame", "scenarios", "tests",
}  # fmt: skip
PARTS = {
    "part-msgspec": {"rules", "frames", "net", "store"},
    "part-case-reading": {"scenario"},
    "part-database": {"store"},
    "part-words": {"text"},
    "part-solver": {"benchmark"},
    "part-wire": {"net"},
    "part-secrets": {"net", "host"},
    "part-paper": {"report"},
    "qt": {"paint", "report", "ui"},
}


def contract(name: str) -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (found,) = [item for item in settings["tool"]["importlinter"]["contracts"] if item["id"] == name]
    return dict(found)


def test_every_room_of_the_plan_is_there_and_no_other() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders - ROOF == set(CAPTIONS)
    assert folders - ROOF == ENGINE | FACE | GROUND


def test_the_roof_is_two_modules_and_the_commands() -> None:
    roof = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert roof | {"cli"} == ROOF
    assert (PACKAGE / "cli" / "__init__.py").is_file()


@pytest.mark.parametrize(("room", "caption"), CAPTIONS.items())
def test_a_room_starts_with_its_caption(room: str, caption: str) -> None:
    words = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8")))
    assert words is not None
    assert words.splitlines()[0] == caption


def test_nothing_else_lies_at_the_top() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in ROOT.iterdir() if path.is_dir() or is_ours(path)}
    caches = {name for name in top if name.startswith(".") and name not in PLAN}
    assert top - caches - OUTSIDE <= PLAN


@pytest.mark.parametrize(("part", "homes"), PARTS.items())
def test_a_part_is_closed_to_every_room_but_its_own(part: str, homes: set[str]) -> None:
    closed = {module.removeprefix("sandgame.") for module in contract(part)["source_modules"]}
    assert closed == (set(CAPTIONS) | ROOF) - homes


def test_no_contract_has_an_ignore_list() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "ignore_imports" not in text
