"""What help says: how a week goes, the keys that work, and the terms in use; what is not open yet stays out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.present.scene import Scene
    from sandgame.rules.scenario import ExtraName, MeasureName, RuleName

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
    ("zones", "Ctrl+1 … Ctrl+5"),
    ("list", "Ctrl+L"),
    ("help", "F1"),
    ("terms", "Shift+F1"),
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
    "claim": "pool",
    "give": "give",
    "meeting": "meeting",
    "escalate": "escalate",
    "why-failed": "why_failed",
    "vote": "vote",
}
_TERMS_OF_COMPANY = ("index", "silo", "best", "reference")
_OF_OVERTIME = ("result", "thanks")
_OF_EXTRAS: dict[str, ExtraName] = {"map-task": "map_task", "role-question": "role_questions"}


@dataclass(frozen=True, slots=True)
class InUse:
    """What of the game is there: the open rules, whether it is measured against silos, whether talk goes by desk."""

    rules: Collection[RuleName] = ()
    company: bool = True
    desk: bool = True
    measures: tuple[MeasureName, ...] = ()
    extras: Collection[ExtraName] = ()
    absent: bool = False
    """A person may be away, and a stand-in in their place."""


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
    open_guide: str = ""
    guide: str = ""
    """The whole guide as Markdown, behind a button of that name; empty where there is none."""


def in_use(scene: Scene) -> InUse:
    table = scene.view.table
    measured = not table.results or table.results[-1].index is not None
    room = scene.view.room
    return InUse(
        table.rules,
        table.company_share > 0 and measured,
        table.talk == "desk",
        tuple(offer.measure for offer in room.measures if offer.round <= table.round or offer.holds_from is not None),
        room.extras,
        any(played.by == "stand_in" for played in room.played_by),
    )


def help_page(speech: Speech, using: InUse | None = None) -> HelpPage:
    """Outside play no rule is open."""
    return HelpPage(
        title=speech.say("help-title"),
        how_title=speech.say("help-how"),
        how=tuple(Line(icon, speech.say(f"help-how-{step}")) for step, icon in _STEPS),
        keys_title=speech.say("help-keys"),
        keys=tuple(Line(key, speech.say(f"help-keys-{name}")) for name, key in _KEYS),
        terms_title=speech.say("help-terms"),
        terms=terms(speech, using or InUse()),
        more=speech.say("help-more"),
    )


def terms(speech: Speech, using: InUse) -> tuple[Term, ...]:
    names = (key.removeprefix("term-") for key in speech.keys("term") if not key.endswith(("-tip", "-plain")))
    told = [Term(speech.say(f"term-{name}"), _tip(speech, name, using)) for name in names if _has(name, using)]
    measures = (f"measure-{name.replace('_', '-')}" for name in using.measures)
    return (*told, *(Term(speech.say(key), speech.say(f"{key}-effect")) for key in measures))


def _has(name: str, using: InUse) -> bool:
    if name in _TERMS_OF_COMPANY:
        return using.company
    if name in ("desk", "unanswered"):
        return using.desk
    if name == "open-table":
        return not using.desk
    if name == "measure":
        return bool(using.measures)
    if name == "stand-in":
        return using.absent
    if name in _OF_EXTRAS:
        return _OF_EXTRAS[name] in using.extras
    rule = _TERMS_OF_RULES.get(name)
    return rule is None or rule in using.rules


def _tip(speech: Speech, name: str, using: InUse) -> str:
    """The plain tip speaks of nothing that is not there."""
    plain = not using.company if name == "bonus" else name in _OF_OVERTIME and "overtime" not in using.rules
    return speech.say(f"term-{name}-plain" if plain else f"term-{name}-tip")
