"""Marks the same games by mixed companies on every Python found, under several locales and hash seeds, one by one.

    python -m tests.validity.marks_same [--games N] [--case factory] [--python PATH ...]

Each run plays the games, makes their worths and marks them; nothing is handed from one to the other. Without --python
every other version on the PATH and under pyenv is tried, each in a throw-away environment. A locale that the system
does not know is left out, and said. Prints JSON lines: what was run, and which logs, worths and marks differ by a byte.
Exit 0: all alike, on two versions and in two locales at least. 1: something differs. 2: too little was run to tell.
"""

from __future__ import annotations

import argparse
import json
import locale
import platform
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.validity.same_everywhere import NEEDS, Runner, others, runner, version_of

MADE_WITH = (*NEEDS, "numpy", "highspy")
LOCALES = ("C", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "en_US.UTF-8")
"""Turkish has two letters i, German a comma in its numbers."""
HASH_SEEDS = ("0", "1")
Sums = Mapping[str, str]
"""Of each log, its worths and its marks."""


class Setting(NamedTuple):
    locale: str
    hash_seed: str

    @property
    def changed(self) -> Mapping[str, str]:
        return {"LC_ALL": self.locale, "LANG": self.locale, "PYTHONHASHSEED": self.hash_seed}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--case", default="factory")
    parser.add_argument("--python", action="append", default=[], type=Path)
    parser.add_argument("--mark", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.mark:
        # Python takes on the locale of its environment only where it is asked to
        locale.setlocale(locale.LC_ALL, "")
        print(json.dumps(sums(args.case, args.games)))
        return 0
    seen: dict[str, Sums] = {}
    pythons = {platform.python_version(): Path(sys.executable)}
    pythons |= {name: path for path in args.python or others() if (name := version_of(path)) and name not in pythons}
    known = [name for name in LOCALES if is_known(name)]
    for version, python in pythons.items():
        with runner(python, MADE_WITH) as run:
            for setting in settings(known):
                name = " ".join((version, *setting))
                seen[name] = marked(run, setting, args.case, args.games)
                print(json.dumps({"run": name, "sums": len(seen[name])}), flush=True)
    differing = differ(list(seen.values()))
    told = {"versions": sorted(pythons), "locales": known, "unknown": sorted({*LOCALES} - {*known})}
    print(json.dumps({**told, "runs": len(seen), "games": args.games, "differ": differing}), flush=True)
    if differing:
        return 1
    return 0 if len(pythons) > 1 and len(known) > 1 else 2


def settings(known: list[str]) -> Iterator[Setting]:
    """Every locale and every hash seed, not each with each."""
    for at, name in enumerate(known):
        yield Setting(name, HASH_SEEDS[at % len(HASH_SEEDS)])


def is_known(name: str) -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return True


def marked(run: Runner, setting: Setting, case: str, games: int) -> Sums:
    told: Sums = run(
        "tests.validity.marks_same", "--mark", "--case", case, "--games", str(games), changed=setting.changed
    )
    return told


def differ(runs: list[Sums]) -> list[str]:
    return sorted({key for sums in runs for key in sums if len({other.get(key) for other in runs}) > 1})


def sums(case: str, games: int) -> dict[str, str]:
    """Made here and now."""
    from hashlib import sha256

    import msgspec

    from sandgame.lab.play import mixed, play
    from sandgame.lab.worths import worths
    from sandgame.scoring.marks import marks
    from tests.kit.cases import package

    found = package(case)
    scenario, length = found.scenario, max(found.scenario.lengths)
    scale = found.anchors(length)
    assert scale is not None, "write them first: check CASE --write-anchors"
    made: dict[str, str] = {}
    for seed in range(1, games + 1):
        game = play(scenario, found.fingerprint, seed, length, mixed(scenario, seed))
        known = worths(game.events)
        told = {
            "log": b"\n".join(game.bodies),
            "worths": msgspec.json.encode(known),
            "marks": msgspec.json.encode(marks(game.events, known, scale)),
        }
        made |= {f"{case} {seed} {what}": sha256(body).hexdigest() for what, body in told.items()}
    return made


if __name__ == "__main__":
    raise SystemExit(main())
