"""Plays the same games on every Python found, with one and with four jobs, and says whether all logs are equal.

    python -m tests.validity.same_everywhere [--games N] [--python PATH ...]

Without --python every other version on the PATH and under pyenv is tried; each gets a throw-away environment with the
few packages that a game needs. Prints JSON lines; exit 0: at least two versions played, all alike. 1: a log differs.
2: only one version played, so nothing is shown.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[2]
NEEDS = ("msgspec", "pydantic", "ruamel.yaml")
JOBS = (1, 4)
CASES = ("first-steps", "starter", "factory")
OLDEST, NEWEST = 11, 20


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=3)
    parser.add_argument("--python", action="append", default=[], type=Path)
    parser.add_argument("--play", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.play:
        print(json.dumps(fingerprints(args.games)))
        return 0
    pythons = {platform.python_version(): Path(sys.executable)}
    for python in args.python or others():
        name = version_of(python)
        if name is None and args.python:
            parser.error(f"{python}: not a Python that can be run")
        if name is not None:
            pythons.setdefault(name, python)
    seen: dict[str, dict[str, str]] = {}
    for name, python in pythons.items():
        seen[name] = played(python, args.games)
        print(json.dumps({"python": name, "logs": len(seen[name])}), flush=True)
    differing = sorted({key for sums in seen.values() for key in sums if len({s.get(key) for s in seen.values()}) > 1})
    across_jobs = sorted(key for key, sums in _by_game(seen).items() if len(sums) > 1)
    line = {"versions": sorted(seen), "jobs": JOBS, "differ": sorted({*differing, *across_jobs})}
    print(json.dumps(line), flush=True)
    if line["differ"]:
        return 1
    return 0 if len(seen) > 1 else 2


def _by_game(seen: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """All sums of a game, whatever the version and the number of jobs."""
    games: dict[str, set[str]] = {}
    for sums in seen.values():
        for key, total in sums.items():
            games.setdefault(key.rpartition(" ")[0], set()).add(total)
    return games


def others() -> list[Path]:
    names = [f"python3.{minor}" for minor in range(OLDEST, NEWEST)]
    found = [Path(path) for path in map(shutil.which, names) if path]
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return found + [path for name in names for path in sorted(home.glob(f"versions/*/bin/{name}"))]


def version_of(python: Path) -> str | None:
    """None if it does not run: a shim of pyenv may stand for nothing."""
    line = [str(python), "-c", "import platform; print(platform.python_version())"]
    try:
        return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def played(python: Path, games: int) -> dict[str, str]:
    """Sums by game."""
    with runner(python, NEEDS) as run:
        told: dict[str, str] = run("tests.validity.same_everywhere", "--play", "--games", str(games))
    return told


class Runner(Protocol):
    """Runs a module of the tree and reads the JSON that it prints; `changed` is changed in its environment."""

    def __call__(self, *arguments: str, changed: Mapping[str, str] | None = None) -> Any: ...


@contextmanager
def runner(python: Path, needs: Iterable[str]) -> Iterator[Runner]:
    """An interpreter without the packages gets an environment of its own for the time."""
    with tempfile.TemporaryDirectory() as folder:
        found = python
        if python != Path(sys.executable):
            subprocess.run([python, "-m", "venv", folder], check=True)
            found = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
            wanted = [f"{name}=={version(name)}" for name in needs]
            install = [str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
            subprocess.run(install, check=True)

        def run(*arguments: str, changed: Mapping[str, str] | None = None) -> Any:
            line, environment = [str(found), "-m", *arguments], {**os.environ, **(changed or {})}
            done = subprocess.run(line, check=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
            return json.loads(done.stdout)

        yield run


def fingerprints(games: int) -> dict[str, str]:
    """`log_sha256` of games of every style on every case, for each number of jobs."""
    from sandgame.bots.styles import NAMES
    from sandgame.lab.simulation import Company, simulate
    from sandgame.scenario.gate import load
    from sandgame.scenario.package import Package
    from sandgame.scenario.shelf import find

    styles: Iterable[Company] = (*NAMES, "mixed")
    logs: dict[str, str] = {}
    for case in CASES:
        package = load(find(case))
        assert isinstance(package, Package), package
        for style in styles:
            for jobs in JOBS:
                for game in simulate(package, style, games=games, jobs=jobs).games:
                    logs[f"{package.id} {style} {game.seed} jobs={jobs}"] = game.log_sha256
    return logs


if __name__ == "__main__":
    raise SystemExit(main())
