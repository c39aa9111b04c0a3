"""What help says: how a week goes, the keys that work, and the terms in use; terms of rules not open yet stay out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.rules.scenario import RuleName

_STEPS = (
    ("brief", "newspaper"),
    ("negotiate", "messages-square"),
    ("plan", "blocks"),
    ("deliver", "truck"),
    ("review", "rotate-ccw"),
)
_KEYS = (
    ("primary", "F9"),
    ("zone", "F6"),
    ("help", "F1"),
    ("full", "F11"),
    ("back", "Esc"),
    ("open", "Enter"),
    ("arrows", "← ↑ → ↓"),
)
_TERMS_OF_RULES: dict[str, RuleName] = {
    "counter": "counter",
    "restate": "restate",
    "pool": "pool",
    "lend": "lend",
    "overtime": "overtime",
    "fatigue": "overtime",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An icon or a key, and what it stands for."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the game and what it means."""

    name: str
    tip: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """All of help."""

    title: str
    how_title: str
    how: tuple[Line, ...]
    keys_title: str
    keys: tuple[Line, ...]
    terms_title: str
    terms: tuple[Term, ...]
    more: str


def help_page(speech: Speech, rules: Collection[RuleName] = ()) -> HelpPage:
    """`rules` are those open now; at home there are none."""
    return HelpPage(
        title=speech.say("help-title"),
        how_title=speech.say("help-how"),
        how=tuple(Line(icon, speech.say(f"help-how-{step}")) for step, icon in _STEPS),
        keys_title=speech.say("help-keys"),
        keys=tuple(Line(key, speech.say(f"help-keys-{name}")) for name, key in _KEYS),
        terms_title=speech.say("help-terms"),
        terms=terms(speech, rules),
        more=speech.say("help-more"),
    )


def terms(speech: Speech, rules: Collection[RuleName]) -> tuple[Term, ...]:
    names = [key.removeprefix("term-") for key in speech.keys("term") if not key.endswith("-tip")]
    open_now = [name for name in names if _TERMS_OF_RULES.get(name) is None or _TERMS_OF_RULES[name] in rules]
    return tuple(Term(speech.say(f"term-{name}"), speech.say(f"term-{name}-tip")) for name in open_now)
