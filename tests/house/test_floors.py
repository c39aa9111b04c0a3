"""Each floor of the house, tried by planting a breach in a copy of it."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

# contract -> what is planted: file under sandgame/ -> its source
BREACHES: list[tuple[str, dict[str, str]]] = [
    ("floors", {"rules/planted.py": "import sandgame.host"}),
    ("floors", {"rules/planted.py": "def late():\n    from sandgame import bots"}),
    ("floors", {"rules/planted.py": "import sandgame.frames"}),
    ("floors", {"rules/planted.py": "import sandgame.text"}),
    ("floors", {"text/planted.py": "import sandgame.rules"}),
    ("floors", {"frames/planted.py": "import sandgame.scenario"}),
    ("floors", {"scenario/planted.py": "import sandgame.bots"}),
    ("floors", {"bots/planted.py": "import sandgame.scoring"}),
    ("floors", {"scoring/planted.py": "import sandgame.benchmark"}),
    ("floors", {"benchmark/planted.py": "import sandgame.lab"}),
    ("floors", {"lab/planted.py": "import sandgame.store"}),
    ("floors", {"debrief/planted.py": "import sandgame.store"}),
    ("floors", {"store/planted.py": "import sandgame.debrief"}),
    ("floors", {"store/planted.py": "import sandgame.host"}),
    ("floors", {"host/planted.py": "import sandgame.net"}),
    ("floors", {"paint/planted.py": "import sandgame.report"}),
    ("floors", {"report/planted.py": "import sandgame.ui"}),
    ("floors", {"ui/planted.py": "import sandgame.app"}),
    ("floors", {"planted/__init__.py": ""}),
    ("circles", {"rules/planted.py": "import sandgame.rules.sown", "rules/sown.py": "import sandgame.rules.planted"}),
    ("face", {"ui/planted.py": "import sandgame.store"}),
    ("face", {"present/planted.py": "import sandgame.scenario"}),
    (
        "face",
        {"present/planted.py": "import sandgame.debrief.planted", "debrief/planted.py": "import sandgame.benchmark"},
    ),
    ("engine", {"host/planted.py": "import sandgame.present"}),
    ("engine", {"net/planted.py": "import sandgame.paint"}),
    ("codes", {"rules/planted.py": "import sandgame.text"}),
    ("codes", {"host/planted.py": "import sandgame.text"}),
    ("qt", {"rules/planted.py": "from PySide6.QtCore import QObject"}),
    ("qt", {"present/planted.py": "from PySide6 import QtGui"}),
    ("qt", {"host/planted.py": "import PySide6"}),
    ("pure", {"rules/planted.py": "import time"}),
    ("pure", {"rules/planted.py": "from datetime import datetime"}),
    ("pure", {"rules/planted.py": "import pathlib"}),
    ("pure", {"scoring/planted.py": "import logging"}),
    ("pure", {"debrief/planted.py": "import sqlalchemy"}),
    ("dice", {"rules/planted.py": "import random"}),
    ("dice", {"bots/planted.py": "from random import choice"}),
    ("dice", {"lab/planted.py": "import random"}),
    ("processes", {"host/planted.py": "import subprocess"}),
    ("processes", {"ui/planted.py": "from concurrent.futures import ProcessPoolExecutor"}),
    ("part-msgspec", {"present/planted.py": "import msgspec"}),
    ("part-case-reading", {"host/planted.py": "import pydantic"}),
    ("part-case-reading", {"rules/planted.py": "from ruamel.yaml import YAML"}),
    ("part-database", {"host/planted.py": "import sqlalchemy"}),
    ("part-database", {"app.py": "import sqlite3"}),
    ("part-words", {"present/planted.py": "from fluent.runtime import FluentBundle"}),
    ("part-solver", {"lab/planted.py": "import numpy"}),
    ("part-solver", {"scoring/planted.py": "import highspy"}),
    ("part-wire", {"host/planted.py": "from websockets.asyncio.server import serve"}),
    ("part-secrets", {"cli.py": "import cryptography"}),
    ("part-secrets", {"store/planted.py": "from cryptography.fernet import Fernet"}),
    ("part-paper", {"ui/planted.py": "import typst"}),
    ("part-paper", {"cli.py": "from openpyxl import load_workbook"}),
]

# One process tries them all: the linter keeps what it has read of the files that did not change.
TRIAL = """
import contextlib, io, json, pathlib, sys
from importlinter.cli import lint_imports
answers = []
for contract, planted in json.load(sys.stdin):
    before = {path: pathlib.Path(path).read_bytes() if pathlib.Path(path).exists() else None for path in planted}
    for path, source in planted.items():
        pathlib.Path(path).parent.mkdir(exist_ok=True)
        pathlib.Path(path).write_text(source)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        broken = lint_imports(limit_to_contracts=(contract,), cache_dir="cache")
    answers.append([broken, said.getvalue()])
    for path, source in before.items():
        pathlib.Path(path).unlink() if source is None else pathlib.Path(path).write_bytes(source)
        if pathlib.Path(path).parent.name == "planted":
            pathlib.Path(path).parent.rmdir()
json.dump(answers, sys.stdout)
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[bool, str]]:
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, copy / "sandgame", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    planted = [
        (contract, {f"sandgame/{path}": source for path, source in files.items()}) for contract, files in BREACHES
    ]
    script = copy / "trial.py"
    script.write_text(TRIAL, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], cwd=copy, input=json.dumps(planted), capture_output=True, text=True, check=True
    )
    return [(bool(broken), str(said)) for broken, said in json.loads(done.stdout)]


@pytest.mark.parametrize("number", range(len(BREACHES)), ids=lambda n: f"{BREACHES[n][0]}-{'+'.join(BREACHES[n][1])}")
def test_a_planted_breach_is_caught(number: int, answers: list[tuple[bool, str]]) -> None:
    contract, planted = BREACHES[number]
    broken, said = answers[number]
    assert broken, f"{contract} let {planted} pass:\n{said}"
    assert "planted" in said or Path(next(iter(planted))).stem in said


def test_every_contract_is_tried() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _ in BREACHES}
