"""The cases that come with the program, and the icons that any case may use."""

from __future__ import annotations

from pathlib import Path

from sandgame import resource_folder


def shipped() -> tuple[str, ...]:
    """Names of the cases that come with the program."""
    return tuple(sorted(path.parent.name for path in resource_folder("scenarios").glob("*/scenario.yaml")))


def find(name_or_path: str) -> Path:
    """The folder of a shipped case, or else the path as given (its folder, or scenario.yaml in it).

    Never fails: whether a case is there is for the gate to say.
    """
    if name_or_path in shipped():
        return resource_folder("scenarios") / name_or_path
    path = Path(name_or_path)
    return path.parent if path.name == "scenario.yaml" else path


def icons() -> frozenset[str]:
    return frozenset(path.stem for path in (resource_folder("assets") / "icons").glob("*.svg"))
