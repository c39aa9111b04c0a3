"""The course of a talk: whose turns there were and what was said in them, and what it comes to without an answer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sandgame.present.answer_draft import reason_key, terms_text
from sandgame.present.phrases import badge, week_short
from sandgame.present.pictures import BadgePicture, PipPicture
from sandgame.present.scene import Scene
from sandgame.rules.clarity import MAX_TURNS
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import Part
from sandgame.rules.measures import in_force
from sandgame.rules.sections import Thread
from sandgame.rules.state import Line, Turn
from sandgame.text import numbers


@dataclass(frozen=True, slots=True)
class TurnPicture:
    """One turn of the talk: who spoke, and what on each line."""

    badge: BadgePicture
    title: str
    text: str


def pips(scene: Scene, sheet: Thread) -> tuple[PipPicture, ...]:
    """Who spoke, on the line with most turns; none where there is no second word to have."""
    if "counter" not in scene.view.table.rules:
        return ()
    longest = max(sheet.lines, key=lambda line: len(line.turns))
    pips = [PipPicture(scene.department(turn.seat).slot, "spoken") for turn in longest.turns[:MAX_TURNS]]
    waiting = any(line.state == "open" for line in sheet.lines)
    if len(pips) < MAX_TURNS and waiting:
        pips.append(PipPicture(0, "now"))
    return tuple(pips + [PipPicture(0, "later")] * (MAX_TURNS - len(pips)))


def turns(scene: Scene, sheet: Thread) -> tuple[TurnPicture, ...]:
    """The turns before the present one, oldest first; nothing while only the request was said."""
    say = scene.speech.say
    most = max(len(line.turns) for line in sheet.lines)
    found: list[TurnPicture] = []
    for at in range(most if most > 1 else 0):
        spoken = [(line, line.turns[at]) for line in sheet.lines if at < len(line.turns)]
        seat = spoken[0][1].seat
        texts = [f"{scene.service(line.wanted.service)} {_said(scene, line, turn)}" for line, turn in spoken]
        title = say("negotiate-turn-of", turn=at + 1, department=scene.name(seat))
        found.append(TurnPicture(badge(scene, seat), title, " · ".join(texts)))
    return tuple(found)


def struck(scene: Scene, service: ServiceId, offers: list[tuple[Part, ...]]) -> tuple[str, ...]:
    """Terms of before; the week is said only where it was another than in the terms that came after."""
    found: list[str] = []
    for parts, after in pairwise(offers):
        same = len(parts) == len(after) == 1 and parts[0].due == after[0].due
        found.append(numbers.whole(parts[0].units) if same else _short_terms(scene, service, parts))
    return tuple(found)


def standard(scene: Scene, sheet: Thread, line: Line) -> str:
    """What is taken as accepted without an answer: half of the units, the earliest dues first; at most, for nobody
    else knows what the customer lacks."""
    waits = line.state == "open" and line.turns[-1].seat == sheet.customer and sheet.round == scene.view.table.round
    if not waits or not in_force(scene.view, "service_standard"):
        return ""
    left = -(-sum(part.units for part in line.terms) // 2)
    parts: list[Part] = []
    for part in sorted(line.terms, key=lambda part: part.due):
        if left:
            parts.append(Part(min(left, part.units), part.due))
            left -= parts[-1].units
    return scene.speech.say("negotiate-standard", what=terms_text(scene, line.wanted.service, tuple(parts)))


def _said(scene: Scene, line: Line, turn: Turn) -> str:
    say = scene.speech.say
    if turn.answer == "accept":
        return say("negotiate-accept")
    if turn.answer == "decline":
        return say("negotiate-turn-declined", reason=say(reason_key(turn.reason or "other")))
    return _short_terms(scene, line.wanted.service, turn.parts)


def _short_terms(scene: Scene, service: ServiceId, parts: tuple[Part, ...]) -> str:
    if len(parts) == 1:
        return f"{numbers.whole(parts[0].units)} · {week_short(scene, parts[0].due)}"
    return terms_text(scene, service, parts)
