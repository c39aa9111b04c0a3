"""Help for who runs a class: how it goes, what each part of the screen does, the keys, and the guide."""

from __future__ import annotations

from typing import Literal, get_args

from sandgame import resource_folder
from sandgame.present.help import HelpPage, InUse, Line, Term, terms
from sandgame.rules.scenario import RuleName
from sandgame.text.speech import Speech

Part = Literal["setup", "lobby", "console"]
_HOW = (
    ("setup", "blocks"),
    ("lobby", "users"),
    ("play", "presentation"),
    ("leave", "log-out"),
    ("debrief", "chart-column"),
)
_PARTS: dict[Part, tuple[str, ...]] = {
    "setup": ("time", "pace", "talk", "absence"),
    "lobby": ("code", "seats", "names", "projector"),
    "console": ("tables", "queue", "deck", "say", "shared"),
}
_KEYS = (
    ("begin", "F9"),
    ("pause", "Space"),
    ("table", "1 … 9"),
    ("note", "B"),
    ("projector", "F8"),
    ("black", "."),
    ("full", "F11"),
    ("help", "F1"),
    ("terms", "Shift+F1"),
    ("back", "Esc"),
)


def class_help(speech: Speech, here: Part) -> HelpPage:
    """The parts of the page that is shown come first."""
    say = speech.say
    parts = sorted(_PARTS, key=lambda part: part != here)
    names = [f"class-help-{part}-{name}" for part in parts for name in _PARTS[part]]
    words = terms(speech, InUse(rules=get_args(RuleName), absent=True))
    return HelpPage(
        title=say("class-help-title"),
        how_title=say("class-help-how"),
        how=tuple(Line(icon, say(f"class-help-how-{step}")) for step, icon in _HOW),
        keys_title=say("help-keys"),
        keys=tuple(Line(key, say(f"class-help-keys-{name}")) for name, key in _KEYS),
        terms_title=say("class-help-parts"),
        terms=(*(Term(say(key), say(f"{key}-line")) for key in names), *words),
        more=say("class-help-guide"),
        open_guide=say("class-help-guide-open"),
        guide=guide(speech),
    )


def guide(speech: Speech) -> str:
    """The facilitator's guide as it lies beside the program; empty where it was not brought along."""
    place = resource_folder("assets").parent / "docs" / f"facilitator-guide.{speech.language}.md"
    try:
        return place.read_text(encoding="utf-8")
    except OSError:
        return ""
