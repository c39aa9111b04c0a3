"""Bytes of a file -> plain data with the place of every part. Refuses all of YAML that a case has no use for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandgame.scenario.faults import Fault, FaultCode

LIMIT = 1024 * 1024
DEPTH = 12
LONGEST = 100
"""Of a value that is quoted in a fault."""
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
FIXED = {"": None, "~": None, "null": None, "true": True, "false": False}

Route = tuple[str | int, ...]
Place = tuple[int, int]
START = (1, 1)


class Problems:
    """Gathers the faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(
        self, code: FaultCode, place: Place = START, *, path: str = "", found: object = "", allowed: str = ""
    ) -> None:
        self.faults.append(Fault(self.file, *place, code, clean(path), clean(str(found)), allowed))


def clean(text: str) -> str:
    """What a stranger's file holds, fit to be shown: short, on one line, without signs that steer a terminal."""
    shown = "".join(sign if sign.isprintable() else "·" for sign in text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


@dataclass
class Document:
    """`data` is made of dict, list, str, int, bool and None; places count from 1."""

    data: Any = None
    places: dict[Route, Place] = field(default_factory=dict)
    keys: dict[Route, Place] = field(default_factory=dict)

    def place(self, path: Route) -> Place:
        """Where the value stands, or the nearest part around it that exists."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def key_place(self, path: Route) -> Place:
        return self.keys.get(path) or self.place(path)


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a plain file of the case's own folder, not larger than the limit."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            problems.add("not_a_file", found=path.name)
            return None
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except OSError:
        problems.add("no_file", found=path.name)
        return None
    if len(raw) > LIMIT:
        problems.add("too_large", found=path.name, allowed=f"{LIMIT}")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.add("not_utf8", (line, column), found=f"0x{raw[error.start]:02x}")
        return None


@dataclass
class Container:
    """A mapping or list that is being read; `key` is the key whose value comes next."""

    value: dict[str, Any] | list[Any]
    path: Route
    key: str | None = None
    waiting: bool = False
    dropped: bool = False

    def next_path(self) -> Route:
        return (*self.path, len(self.value) if isinstance(self.value, list) else str(self.key))


class Composer:
    """Puts the parts that the YAML reader reports together, and finds fault with what a case may not hold."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.document = Document()
        self.stack: list[Container] = []
        self.documents = 0

    def compose(self, events: Iterator[Any]) -> None:
        for event in events:
            if not self.take(event, type(event).__name__):
                return

    def take(self, event: Any, kind: str) -> bool:
        """Take in one part; false when there is no point in going on."""
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if kind == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                self.problems.add("several_documents", place)
                return False
        elif kind == "AliasEvent":
            self.problems.add("alias", place, path=self.here(), found=f"*{event.anchor}")
            self.put("", place)
        elif kind in {"ScalarEvent", "MappingStartEvent", "SequenceStartEvent"}:
            return self.node(event, kind, place)
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self.stack.pop()
        return True

    def node(self, event: Any, kind: str, place: Place) -> bool:
        if event.anchor:
            self.problems.add("alias", place, path=self.here(), found=f"&{event.anchor}")
        if event.ctag is not None and str(event.ctag) not in {"", "!"}:
            self.problems.add("tag", place, path=self.here(), found=str(event.ctag))
        if kind == "ScalarEvent":
            self.scalar(event, place)
            return True
        if len(self.stack) >= DEPTH:
            self.problems.add("too_deep", place, path=self.here(), allowed=f"{DEPTH}")
            return False
        return self.container({} if kind == "MappingStartEvent" else [], place)

    def container(self, value: dict[str, Any] | list[Any], place: Place) -> bool:
        if self.awaits_key():
            self.problems.add("wrong_key", place, path=self.here(), found=shown_value(value))
            return False
        path = self.stack[-1].next_path() if self.stack else ()
        if self.stack and self.stack[-1].dropped:
            path = ("",)
        self.put(value, place)
        self.stack.append(Container(value, path))
        return True

    def scalar(self, event: Any, place: Place) -> None:
        text = str(event.value)
        if self.awaits_key():
            top = self.stack[-1]
            top.key, top.waiting = text, True
            top.dropped = text in top.value
            if top.dropped:
                self.problems.add("duplicate_key", place, path=shown((*top.path, text)), found=text)
            else:
                self.document.keys[(*top.path, text)] = place
            return
        if not text and not event.style and self.stack:
            # nothing has no place of its own: the reader tells that of the next part
            place = self.document.keys.get(self.stack[-1].next_path(), place)
        self.put(text if event.style else resolved(text), place)

    def awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and not self.stack[-1].waiting

    def put(self, value: Any, place: Place) -> None:
        if not self.stack:
            self.document.data = value
            self.document.places[()] = place
            return
        top = self.stack[-1]
        path = top.next_path()
        if isinstance(top.value, list):
            top.value.append(value)
        elif not top.waiting:
            # an alias in the place of a key
            top.key, top.waiting, top.dropped = "", True, True
            return
        else:
            top.waiting = False
            if top.dropped:
                return
            top.value[str(top.key)] = value
        self.document.places[path] = place

    def here(self) -> str:
        return shown(self.stack[-1].next_path()) if self.stack else ""


def shown_value(value: object) -> str:
    """A value as it stands in the file, short."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return str(value)


def resolved(text: str) -> object:
    """A plain scalar: whole number, true, false, nothing, or else text. There are no fractions in a case."""
    if text in FIXED:
        return FIXED[text]
    return int(text) if WHOLE.fullmatch(text) else text


def shown(path: Route) -> str:
    """The dotted path as people write it: orders.o1.options[0].due."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_yaml(text: str, problems: Problems) -> Document:
    """All of the document that can be read; faults go to `problems`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    composer = Composer(problems)
    try:
        composer.compose(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        # of a bracket left open, the place where it opens
        opened = error.context_mark if "flow" in str(error.context) else None
        mark = opened or error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add("no_yaml", place, found=first_line(error.problem or error.context))
    except YAMLError as error:
        # a character that YAML does not allow: its place is told as an offset
        offset = getattr(error, "position", 0)
        offset = offset if isinstance(offset, int) else 0
        before = text[:offset]
        place = (before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
        problems.add("no_yaml", place, found=first_line(getattr(error, "reason", "")))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        # the reader's own slips on texts that are no YAML at all
        problems.add("no_yaml", found=type(error).__name__)
    return composer.document


def first_line(text: object) -> str:
    return str(text or "").split("\n", maxsplit=1)[0]
