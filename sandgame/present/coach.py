"""The first-week coach: at most a few notes a phase, one at a time; what was done is not said again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.present import asking, orders
from sandgame.present.ledger import waits_for_me
from sandgame.present.negotiate import may_be_asked
from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.present.shell import finished

Spot = Literal["orders", "answer", "ask", "line", "primary"]
"""What a note points at: a place of the page, a row of the ledger, the primary button."""


@dataclass(frozen=True, slots=True)
class CoachNote:
    name: str
    spot: Spot
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CoachWords:
    """The frame of every note."""

    head: str
    hint: str
    hide: str


def coach_notes(scene: Scene, now: NowBar) -> tuple[CoachNote, ...]:
    """What is still to be said in this phase, the next first; nothing after week 1."""
    if scene.view.table.round != 1 or scene.view.table.phase == "over" or finished(scene):
        return ()
    return tuple(_note(scene, name, spot) for name, spot in _to_say(scene, now))


def coach_words(scene: Scene) -> CoachWords:
    say = scene.speech.say
    return CoachWords(say("coach-head"), say("coach-hint"), say("coach-hide"))


def _to_say(scene: Scene, now: NowBar) -> Sequence[tuple[str, Spot]]:
    """Only where something has to be done by hand: the other pages say by themselves what they want."""
    match scene.view.table.phase:
        case "negotiate":
            return _negotiating(scene, now)
        case "plan":
            tried = now.can_undo or not scene.view.threads.promises
            return [("submit", "primary")] if tried else [("line", "line"), ("submit", "primary")]
        case _:
            return []


def _negotiating(scene: Scene, now: NowBar) -> Sequence[tuple[str, Spot]]:
    notes: list[tuple[str, Spot]] = []
    if orders.to_choose(scene):
        notes.append(("orders", "orders"))
    if any(waits_for_me(scene, sheet) for sheet in scene.view.threads.sheets):
        notes.append(("answer", "answer"))
    if asking.unasked(scene):
        notes.append(("ask", "ask"))
    if all(check.done for check in now.checks) and _nothing_to_wait_for(scene):
        notes.append(("settled", "primary"))
    return notes


def _nothing_to_wait_for(scene: Scene) -> bool:
    """The others are done; or what was asked is settled, and who may ask me has asked."""
    others = set(scene.view.table.seats) - {scene.seat}
    if others <= set(scene.view.table.finished):
        return True
    sheets = [sheet for sheet in scene.view.threads.sheets if sheet.round == scene.view.table.round]
    if any(line.state == "open" for sheet in sheets for line in sheet.lines):
        return False
    return not may_be_asked(scene) or any(sheet.provider == scene.seat for sheet in sheets)


def _note(scene: Scene, name: str, spot: Spot) -> CoachNote:
    say = scene.speech.say
    return CoachNote(name, spot, say(f"coach-{name}"), say(f"coach-{name}-text"))
