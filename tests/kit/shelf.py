"""The cases that are shipped, as their packages."""

from functools import cache

from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find

CASES = ("first-steps", "starter")
"""What one begins with."""
SHELF = (*CASES, "factory-class", "factory")
"""All of them, as the gallery puts them."""


@cache
def shipped(case: str) -> Package:
    loaded = load(find(case))
    assert isinstance(loaded, Package), loaded
    return loaded
