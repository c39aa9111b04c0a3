"""The cases that are shipped, as their packages."""

from tests.kit.cases import package

CASES = ("first-steps", "starter")
"""What one begins with."""
SHELF = (*CASES, "factory-class", "factory")
"""All of them, as the gallery puts them."""

shipped = package
