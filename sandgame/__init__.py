"""同桌 · One Table: a tabletop game about departments that need one another, played on laptops in class."""

from pathlib import Path
from typing import Literal

__version__ = "0.1.0"


def resource_folder(name: Literal["assets", "scenarios"]) -> Path:
    """Where the shipped files lie: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / f"_{name}"
    return installed if installed.is_dir() else package.parent / name
