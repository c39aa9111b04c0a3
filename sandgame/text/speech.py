"""Says a text by its key in one language, from `assets/i18n/<language>/<area>.ftl`; the key starts with its area."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sandgame import resource_folder
from sandgame.text.numbers import whole

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

# Fluent's import costs as much as all of Qt's, its parser a millisecond for every eight texts. So a text of one line,
# with nothing but `{ $name }` or `{ " " }` in it, is filled in here, and Fluent fetched with the first that inflects.
_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=(.*(?:\n[ ]+.*)*)", re.MULTILINE)
_PLACE = re.compile(r'\{ *(?:\$([a-z][a-z0-9_]*)|"([^"\\{}\n]*)") *\}')
_PLAIN = re.compile(rf"(?:[^{{}}\n]|{_PLACE.pattern})+")


class Speech:
    """One language. A number given as `int` is written by `whole` and may inflect the text; other figures are text."""

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        self.language = language
        self._folder = (folder or resource_folder("assets") / "i18n") / language
        self._areas: dict[str, dict[str, str]] = {}
        self._bundle: FluentBundle | None = None
        self._compiled: set[str] = set()

    def say(self, key: str, **args: str | int) -> str:
        """The text of a key; a key or an argument that is missing is a `LookupError`."""
        entry = self._entry(key)
        if _PLAIN.fullmatch(entry):
            return _PLACE.sub(lambda place: _written(args[place[1]]) if place[1] else place[2], entry)
        return self._inflected(key, entry, args)

    def has(self, key: str) -> bool:
        return key in self._area(key)

    def keys(self, area: str) -> tuple[str, ...]:
        """All keys of an area, in the order of its file."""
        return tuple(self._area(area))

    def _entry(self, key: str) -> str:
        try:
            return self._area(key)[key]
        except KeyError:
            raise LookupError(f"no text {key!r} in {self.language}") from None

    def _area(self, key: str) -> dict[str, str]:
        area = key.partition("-")[0]
        if area not in self._areas:
            self._areas[area] = _entries(self._folder / f"{area}.ftl")
        return self._areas[area]

    def _inflected(self, key: str, entry: str, args: dict[str, str | int]) -> str:
        from fluent.runtime import FluentBundle, FluentResource

        if self._bundle is None:
            self._bundle = FluentBundle([self.language], use_isolating=False)
        if key not in self._compiled:
            self._bundle.add_resource(FluentResource(f"{key} ={entry}\n"))
            self._compiled.add(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"the text {key!r} is empty in {self.language}")
        text, errors = self._bundle.format_pattern(pattern, {name: _inflecting(value) for name, value in args.items()})
        if errors:
            raise LookupError(f"the text {key!r} in {self.language}: {errors[0]}")
        return str(text)


def make_ready() -> None:
    """Loads what the first text that inflects would wait for; may be called on any thread."""
    import fluent.runtime  # noqa: F401


def _inflecting(value: str | int) -> str | int:
    # Fluent would write a hyphen for the minus; below zero the plural is right in both languages
    return value if isinstance(value, str) or value >= 0 else whole(value)


def _written(value: str | int) -> str:
    return whole(value) if isinstance(value, int) else value


@cache
def _entries(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for match in _ENTRY.finditer(text):
        if match[1] in found:
            raise LookupError(f"the text {match[1]!r} stands twice in {path.name}")
        found[match[1]] = match[2].rstrip() if "\n" in match[2] else match[2].strip()
    return found
