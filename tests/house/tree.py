"""The house as its plan has it, and the files that belong to it."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sandgame"

CAPTIONS = {
    "rules": "the game: what may be asked, what then happens, who may see it",
    "frames": "what crosses between the towers beside the game: lobby, console, clock, jobs; shapes only",
    "text": "every word, zh and en, and how numbers and dates are written",
    "scoring": "a log and its worths -> marks, each citing its evidence",
    "benchmark": "best joint result, its relaxation, where it went: the solver's room",
    "debrief": "log + marks + benchmarks -> timeline, turning points, comparisons, chart numbers",
    "scenario": "a case's folder -> checked rules data + words",
    "bots": "players made of code: see a view, answer intents",
    "lab": "whole games by bots, many at once: simulate, gates, benchmarks, anchors, worths, what-ifs, validity",
    "store": "the log, the roster, results, in SQLite; the archive in SQLite or PostgreSQL",
    "host": "the referee: seats, deadlines, decide -> store -> tell; the queue of background jobs",
    "net": "the wire: host and client over WebSocket, LAN beacon",
    "present": "what each screen and page says (plain view models, no Qt)",
    "paint": "how board and charts are drawn, on a widget or on paper",
    "report": "PDF, Word and XLSX out; rosters and case sheets in",
    "ui": "windows: screens, panels, dialogs",
}
ENGINE = {"scenario", "bots", "lab", "store", "host", "net"}
FACE = {"present", "paint", "report", "ui"}
GROUND = {"rules", "frames", "text", "scoring", "benchmark", "debrief"}
ROOF = {"__main__", "cli", "app"}

OUTSIDE = {".git", ".venv", "__pycache__", "build", "demo", "dist", "out", "uv.lock", "pylock.toml"}
PICTURES = {".png", ".ttf"}


def is_ours(path: Path) -> bool:
    """Whether a file is the project's: neither of the environment, nor a cache, nor a result."""
    first, *_ = path.relative_to(ROOT).parts
    hidden = first.startswith(".") and first not in {".ci", ".gitignore"}
    return first not in OUTSIDE and not hidden and "__pycache__" not in path.parts and path.is_file()


def files() -> Iterator[Path]:
    for first in sorted(ROOT.iterdir()):
        if first.name not in OUTSIDE:
            found = sorted(first.rglob("*")) if first.is_dir() else [first]
            yield from (path for path in found if is_ours(path))


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that is read as text, with its text."""
    for path in files():
        if path.suffix not in PICTURES:
            yield path, path.read_text(encoding="utf-8")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    return (path for path in sorted(PACKAGE.rglob("*.py")) if is_ours(path))
